import { TerraformResource } from "cdktf";
import { Stack, TerraformData } from "../kernel";

/** When a stack is not to be destroyed. */
export interface RefusedDestruction {
  /** The database that is asked about. */
  readonly database: { readonly name: string; readonly region: string };
  /** What is asked of it: a path in what RDS tells of an instance. */
  readonly asked: string;
  /** The answer, as `aws --output text` prints it, with which the destruction is refused. */
  readonly refused: string;
  /** The answer with which it goes on: a pattern of the shell. */
  readonly free: string;
  /** What is not known where RDS gives neither answer: completes "whether the database ...". */
  readonly what: string;
  /** Why it is refused, and what to do: completes "the database ... is". `$self` is the database, as options of the CLI. */
  readonly reason: string;
}

const SELF = "--region ${self.input.region} --db-instance-identifier ${self.input.name}";
const DATABASE = "the database ${self.input.name}";

/**
 * Refuses to destroy a stack, before anything is destroyed: Terraform would take the services away first, and ask the database
 * last. To be called when all else is made.
 *
 * No condition is asked in a destruction. But what depends on everything goes first, and its provisioner can refuse: also where
 * there is no `aws` to ask with, or it gets no answer.
 */
export function refuseDestruction(stack: Stack, { database, ...refusal }: RefusedDestruction): void {
  const all = stack.node.findAll().filter((one) => TerraformResource.isTerraformResource(one) && one.count !== 0);
  new TerraformData(stack, "keep", {
    input: database,
    dependsOn: all as TerraformResource[],
    provisioners: [{ type: "local-exec", when: "destroy", command: script(refusal) }],
  });
}

/**
 * A script of POSIX's shell. A database that is not there any more, as after a destruction that was stopped, is no reason. What
 * the CLI writes beside its answer, such as a warning, is looked at only where there is none.
 */
function script({ asked, refused, free, what, reason }: Omit<RefusedDestruction, "database">): string {
  const ask = `aws rds describe-db-instances ${SELF} --query 'DBInstances[0].${asked}' --output text`;
  return `refuse() { echo "REFUSED, and nothing was destroyed: $1"; exit 1; }
command -v aws >/dev/null || refuse "there is no AWS CLI on PATH, which asks whether ${DATABASE} ${what}. Install it (aws --version must answer), and type your command again."
answer=$(${ask} 2>/dev/null)
case "$answer" in
  ${free}) exit 0 ;;
  ${refused}) refuse "${DATABASE} ${reason.replaceAll("$self", SELF)}" ;;
esac
why=$(${ask} 2>&1)
case "$why" in
  *DBInstanceNotFound*) ;;
  *) refuse "nobody knows whether ${DATABASE} ${what}: $why. See that this prints ${free}, and type your command again: ${ask}" ;;
esac`;
}
