import { TerraformResource } from "cdktf";
import { Stack, TerraformData } from "../kernel";

/**
 * Refuses to destroy the stack while its database is protected, before anything is destroyed. Terraform takes the services
 * away first and asks the database last: who types `cdktf destroy dr` in the wrong window would otherwise stop what serves.
 *
 * No condition is asked in a destruction. But what depends on everything goes first, and its provisioner can refuse. Where
 * there is no `aws` to ask with, or it gets no answer, RDS's own refusal is the only one.
 */
export function refuseToDestroy(stack: Stack, database: { readonly name: string; readonly region: string }): void {
  const protection =
    "aws rds describe-db-instances --region ${self.input.region} --db-instance-identifier ${self.input.name} --query 'DBInstances[0].DeletionProtection' --output text";
  const unprotect =
    "aws rds modify-db-instance --region ${self.input.region} --db-instance-identifier ${self.input.name} --no-deletion-protection --apply-immediately";
  const all = stack.node.findAll().filter((one) => TerraformResource.isTerraformResource(one) && one.count !== 0);
  new TerraformData(stack, "keep", {
    input: database,
    dependsOn: all as TerraformResource[],
    provisioners: [
      {
        type: "local-exec",
        when: "destroy",
        command: `test "$(${protection} 2>/dev/null)" != True || { echo "REFUSED, and nothing was destroyed: the database \${self.input.name} is protected, and may be what users write to. If they do not: ${unprotect}"; exit 1; }`,
      },
    ],
  });
}
