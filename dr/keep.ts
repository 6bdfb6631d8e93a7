import { TerraformResource } from "cdktf";
import { Stack, TerraformData } from "../kernel";

/**
 * Refuses to destroy the stack while its database is protected, before anything is destroyed. Terraform takes the services
 * away first and asks the database last: who types `cdktf destroy dr` in the wrong window would otherwise stop what serves.
 *
 * No condition is asked in a destruction. But what depends on everything goes first, and its provisioner can refuse: also where
 * there is no `aws` to ask with, or it gets no answer.
 */
export function refuseToDestroy(stack: Stack, database: { readonly name: string; readonly region: string }): void {
  const all = stack.node.findAll().filter((one) => TerraformResource.isTerraformResource(one) && one.count !== 0);
  new TerraformData(stack, "keep", {
    input: database,
    dependsOn: all as TerraformResource[],
    provisioners: [{ type: "local-exec", when: "destroy", command: REFUSAL }],
  });
}

const SELF = "--region ${self.input.region} --db-instance-identifier ${self.input.name}";
const ASK = `aws rds describe-db-instances ${SELF} --query 'DBInstances[0].DeletionProtection' --output text`;
const UNPROTECT = `aws rds modify-db-instance ${SELF} --no-deletion-protection --apply-immediately`;
const REFUSED = "REFUSED, and nothing was destroyed:";

/**
 * A script of POSIX's shell. A database that is not there any more, as after a destruction that was stopped, is no reason. What
 * the CLI writes beside its answer, such as a warning, is looked at only where there is none.
 */
const REFUSAL = `refuse() { echo "${REFUSED} $1"; exit 1; }
command -v aws >/dev/null || refuse "there is no AWS CLI on PATH, which asks whether the database \${self.input.name} is protected. Install it (aws --version must answer), and type your command again."
protected=$(${ASK} 2>/dev/null)
test "$protected" != False || exit 0
test "$protected" != True || refuse "the database \${self.input.name} is protected, and may be what users write to. If they do not: ${UNPROTECT}"
why=$(${ASK} 2>&1)
case "$why" in
  *DBInstanceNotFound*) ;;
  *) refuse "nobody knows whether the database \${self.input.name} is protected: $why. See that this prints False, and type your command again: ${ASK}" ;;
esac`;
