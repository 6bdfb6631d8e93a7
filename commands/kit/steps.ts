import { RunbookCommands, RunbookStep } from "../../drill/commands";
import { Failure } from "../../tools/failure";

/** A step of the runbook as the kit has it. */
export interface Step {
  readonly step: RunbookStep;
  /** Name of its script in the folder `steps`. */
  readonly script: string;
  /** The script, for a POSIX shell. */
  readonly text: string;
}

const SCRIPT_OF = (step: RunbookStep): string => `${step.replaceAll(" ", "-")}.sh`;

/** The steps that the kit has scripts for: those of the role that recovers. The others need the stacks of the primary region. */
export const stepsOf = (commands: Readonly<Record<RunbookStep, RunbookCommands>>): Step[] =>
  Object.entries(commands)
    .filter(([, { role }]) => role === "recover")
    .map(([name, { commands: typed }]) => {
      const step = name as RunbookStep;
      return { step, script: SCRIPT_OF(step), text: script(step, typed) };
    });

/** Steps that go on where a command fails, as a person does: what is not there is an answer, and the rest is worth as much. */
const GOES_ON: readonly RunbookStep[] = ["check", "verify", "stop", "abandon"];

function script(step: RunbookStep, typed: readonly string[]): string {
  const goesOn = GOES_ON.includes(step);
  const each = typed.flatMap(withTerraformAlone);
  const lines = goesOn ? ["failed=0", ...each.map((line) => `${line} || failed=1`), "exit $failed"] : each;
  return [
    "#!/bin/sh",
    `# The step '${step}' of the runbook, RUNBOOK.md beside this folder, which says when it is typed and what comes of it.`,
    "set -eu",
    '. "$(dirname -- "$0")/lib.sh"',
    ...(typed.some((command) => command.startsWith("aws ")) ? ["need_aws"] : []),
    ...(each.length > 0 ? lines : ["echo 'Nothing to do: the environment has none of it.'"]),
    "",
  ].join("\n");
}

const HINT = [
  'Where the message above says "npm run resume -- dr", type: sh steps/resume.sh',
  'Where it says "npx cdktf deploy dr", type: sh steps/restore.sh, with the same options.',
  "RUNBOOK.md, step 3, has a table of messages.",
].join("\n");

/** A command of the runbook with Terraform in place of cdktf; what follows on the command line is Terraform's: `--var name=value`. */
function withTerraformAlone(command: string): string[] {
  const [, verb, stack] = /^npx cdktf (deploy|destroy) (\S+) --auto-approve$/.exec(command) ?? [];
  if (verb !== undefined) {
    const applied = verb === "deploy" ? "apply" : "destroy";
    return [`prepare ${stack}`, `in_stack ${stack} ${applied} -input=false -auto-approve "$@" ||\n  fail '${HINT}'`];
  }
  const [, planned, flags] = /^terraform -chdir=cdktf\.out\/stacks\/(\S+) plan (.*)$/.exec(command) ?? [];
  if (planned !== undefined) return [`prepare ${planned} >/dev/null`, `in_stack ${planned} plan ${flags} "$@"`];
  if (command.startsWith("aws ")) return [command];
  throw new Failure(`The kit has no way to do '${command}' with Terraform alone: see commands/kit/steps.ts.`);
}

/** Lets a run that failed, or was stopped, be typed again: what `npm run resume -- dr` does. */
export const RESUME = `#!/bin/sh
# sh steps/resume.sh [<lock ID>]: takes what a run that failed or was stopped has made as it is, so that restore.sh finishes it.
# The ID is that of the lock that a dead run has left, as Terraform's error names it. Nothing is changed in AWS.
set -eu
. "$(dirname -- "$0")/lib.sh"
prepare dr >/dev/null
if [ $# -gt 0 ]; then in_stack dr force-unlock -force "$1"; fi
tainted=$(in_stack dr show -no-color | sed -n 's/^# \\(.*\\): (tainted)$/\\1/p')
while IFS= read -r address; do
  if [ -n "$address" ]; then in_stack dr untaint "$address" </dev/null; fi
done <<END
$tainted
END
# RDS changes no database that it is still making: the plan says so, and names a command that waits.
while :; do
  said=$(in_stack dr plan -input=false -no-color -lock=false 2>&1 || true)
  case "$said" in *Wait*with*"'aws"*rds*wait*) ;; *) break ;; esac
  echo 'RDS is still making the database: looking again in 15 seconds.'
  sleep 15
done
echo 'Type again: sh steps/restore.sh'
`;

/** The rehearsal, of which the runbook has no step. */
export const RESTORE_TEST = `#!/bin/sh
# sh steps/restore-test.sh plan|apply|destroy: a rehearsal of the restore under other names, with no users. Destroy it afterwards.
set -eu
. "$(dirname -- "$0")/lib.sh"
[ $# -gt 0 ] || fail 'sh steps/restore-test.sh plan, apply or destroy'
prepare restore-test
in_stack restore-test "$@" -input=false
`;
