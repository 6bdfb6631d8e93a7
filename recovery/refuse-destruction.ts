import { TerraformResource } from "cdktf";
import { Stack, TerraformData } from "../kernel";

/** When a stack is not to be destroyed. */
export interface RefusedDestruction {
  /** The database that is asked about. */
  readonly database: { readonly name: string; readonly region: string };
  /** What is asked of it: a path in what RDS tells of an instance. */
  readonly asked: string;
  /** The answer, as `aws --output text` prints it, with which the destruction is refused. */
  readonly answer: string;
  /** Why, and what to do: ends a sentence. It may name `$name` and `$region`. */
  readonly reason: string;
}

/**
 * Refuses to destroy a stack, before anything is destroyed: Terraform would take the services away first, and ask the database
 * last. To be called when all else is made.
 *
 * No condition is asked in a destruction. But what depends on everything goes first, and its provisioner can refuse. Where
 * there is no `aws` to ask with, or it gets no answer, RDS's own refusal is the only one.
 */
export function refuseDestruction(stack: Stack, { database, asked, answer, reason }: RefusedDestruction): void {
  const question = `aws rds describe-db-instances --region \${self.input.region} --db-instance-identifier \${self.input.name} --query 'DBInstances[0].${asked}' --output text`;
  const sentence = reason.replaceAll("$name", "${self.input.name}").replaceAll("$region", "${self.input.region}");
  const all = stack.node.findAll().filter((one) => TerraformResource.isTerraformResource(one) && one.count !== 0);
  new TerraformData(stack, "keep", {
    input: database,
    dependsOn: all as TerraformResource[],
    provisioners: [
      {
        type: "local-exec",
        when: "destroy",
        command: `test "$(${question} 2>/dev/null)" != ${answer} || { echo "REFUSED, and nothing was destroyed: ${sentence}"; exit 1; }`,
      },
    ],
  });
}
