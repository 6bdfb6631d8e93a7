import { DataAwsSecurityGroups } from "@cdktf/provider-aws/lib/data-aws-security-groups";
import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { Expression, Stack, acceptFinding, tf } from "../kernel";

/** Tag of what belongs to one deployment, with its identifier. */
export const INCARNATION = "Incarnation";

/**
 * One deployment of dr, from the first resource to `destroy`. AWS's list of tagged resources goes on with what was deleted, for
 * hours ("tagged or previously tagged": Resource Groups Tagging API Reference, GetResources), and Terraform cannot ask ECS or
 * ElastiCache whether something is there. So all of a deployment bears the identifier of a security group that is made first
 * and destroyed last, that nothing is ever in, and that EC2 lists exactly as long as it is there: what is left of an earlier
 * deployment bears another one.
 */
export class Incarnation {
  /** Identifier of this deployment, which is known once it has begun. */
  readonly id: string;
  /** What resources of this deployment are tagged with. */
  readonly tags: Readonly<Record<string, string>>;
  /** Identifier of the deployment that has begun; null before the first. */
  readonly begun: Expression;

  /** @param name what all names of the stack begin with */
  constructor(stack: Stack, name: string, vpcId: string) {
    const group = new SecurityGroup(stack, "incarnation", {
      name: `${name}-incarnation`,
      description: `Marks what one deployment of ${name} makes: nothing is in it`,
      vpcId,
      tags: { Name: `${name}-incarnation` },
    });
    acceptFinding(group, "CKV2_AWS_5", "Its identifier marks a deployment; nothing is ever in it");
    const found = new DataAwsSecurityGroups(stack, "begun", {
      filter: [
        { name: "group-name", values: [`${name}-incarnation`] },
        { name: "vpc-id", values: [vpcId] },
      ],
    });
    this.id = group.id;
    this.tags = { [INCARNATION]: this.id };
    this.begun = tf`one(${found}.ids)`;
  }
}
