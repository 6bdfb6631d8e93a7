import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { Construct } from "constructs";
import { trustedBy } from "./policies";

/** Which database writes its measurements by a role, and where. */
export interface MonitoringRole {
  /** Identifier of the database. */
  readonly name: string;
  readonly partition: string;
  readonly region: string;
  readonly accountId: string;
  /** Tags of the role, from its name. */
  readonly tags: (roleName: string) => Record<string, string>;
  /** How many there are; one without it. */
  readonly count?: number;
  /** ARN of the policy that bounds it; none without it. */
  readonly permissionsBoundary?: string;
  /** How the attachment names the role, where it is one of a list. */
  readonly nameOf: (role: IamRole) => string;
}

/**
 * The role by which RDS writes the measurements of a database to CloudWatch (enhanced monitoring).
 * Source: Amazon RDS User Guide, "Setting up and enabling Enhanced Monitoring".
 */
export function createMonitoringRole(
  scope: Construct,
  { name, partition, region, accountId, tags, count, permissionsBoundary, nameOf }: MonitoringRole,
): { readonly role: IamRole; readonly attachment: IamRolePolicyAttachment } {
  const roleName = `${name}-monitoring-${region}`;
  const counted = count === undefined ? {} : { count };
  const role = new IamRole(scope, "monitoring#role", {
    ...counted,
    name: roleName,
    description: `Writes the measurements of database ${name}`,
    // Only for databases of this account and region: the service must not be talked into using the role for others.
    assumeRolePolicy: trustedBy("monitoring.rds.amazonaws.com", {
      StringEquals: { "aws:SourceAccount": accountId },
      ArnLike: { "aws:SourceArn": `arn:${partition}:rds:${region}:${accountId}:db:*` },
    }),
    permissionsBoundary,
    tags: tags(roleName),
  });
  const attachment = new IamRolePolicyAttachment(scope, "monitoring#policy", {
    ...counted,
    role: nameOf(role),
    policyArn: `arn:${partition}:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole`,
  });
  return { role, attachment };
}
