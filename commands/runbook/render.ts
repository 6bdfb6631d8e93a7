import { RunbookCommands, RunbookRole, RunbookStep, runbookCommands } from "../../drill/commands";
import { Environment } from "../../environments/definition";
import { environmentLabel } from "../../environments/definition/names/file";
import { hostnames } from "../../environments/definition/names/hostnames";
import { stateBucket } from "../../environments/definition/names/state-buckets";
import { Failure } from "../../tools/failure";

/** The line above the commands of a step, in a box of dr/RUNBOOK.md: `# restore, as nimbus-production-recover`. */
const MARK = /^# ([a-z ]+), as .+$/;

/**
 * The runbook of an environment, as Markdown. dr/RUNBOOK.md is both the source and the runbook of Nimbus in production: its
 * names stand where those of another environment belong, and its boxes say which step's commands they hold.
 *
 * @param text of dr/RUNBOOK.md
 * @param commands of each step, where others are typed than in a checkout
 * @throws Failure for an environment without recovery, and for a box that names a step that there is not
 */
export function renderRunbook(
  text: string,
  environment: Environment,
  commands: Readonly<Record<RunbookStep, RunbookCommands>> = runbookCommands(environment),
): string {
  const boxed = text.replace(
    /^(```sh\n)([\s\S]*?)^(```)$/gm,
    (_all, begin: string, box: string, end: string) => `${begin}${boxOf(box, environment, commands)}${end}`,
  );
  // What the commands name is the environment's own already, and has none of the example's names unless it is the example.
  return inPlaceOf(boxed, names(environment));
}

/** A box with the commands of its steps, as the environment's own names have them. */
function boxOf(
  box: string,
  environment: Environment,
  commands: Readonly<Record<RunbookStep, RunbookCommands>>,
): string {
  const steps = box.split("\n").flatMap((line) => MARK.exec(line)?.[1] ?? []);
  const lines = steps.flatMap((step) => {
    if (!(step in commands)) {
      throw new Failure(
        `dr/RUNBOOK.md has a box of the step '${step}'; there are ${Object.keys(commands).join(", ")}: see drill/commands.ts.`,
      );
    }
    const { role, commands: typed } = commands[step as RunbookStep];
    const nothing = "# nothing to type: the environment has none of it";
    return [`# ${step}, as ${typistOf(role, environment)}`, ...(typed.length > 0 ? typed : [nothing])];
  });
  return lines.length > 0 ? `${lines.join("\n")}\n` : box;
}

/** Who types: a role that bootstrap makes, or an administrator where the environment has none. */
const typistOf = (role: RunbookRole, { application, name, deployment }: Environment): string =>
  deployment ? `${application}-${name}-${role}` : "an administrator";

/** The example's names in dr/RUNBOOK.md, and what an environment has in their place. */
function names(environment: Environment): ReadonlyMap<string, string> {
  const { application, name, accountId, region, recovery, file } = environment;
  if (!recovery) throw new Failure(`${file} has no recovery, and so nothing to write a runbook about.`);
  return new Map([
    ["nimbus-production-state-123456789012-us-west-2", stateBucket(environment, recovery.region)],
    ["/kit/production", `/kit/${environmentLabel(file)}`],
    ["environments/production.ts", file],
    ["ENVIRONMENT=production", `ENVIRONMENT=${file.replace(/^environments\/|\.ts$/g, "")}`],
    ["nimbus in production", `${application} in ${name}`],
    ["tasks.example.com", hostnames(environment)[0] ?? ""],
    ["nimbus-production", `${application}-${name}`],
    ["123456789012", accountId],
    ["us-east-1", region],
    ["us-west-2", recovery.region],
  ]);
}

/** Replaces all names at once: one that is put in is not looked at again. */
function inPlaceOf(text: string, replaced: ReadonlyMap<string, string>): string {
  const pattern = [...replaced.keys()].map((name) => name.replace(/[.]/g, "\\.")).join("|");
  return text.replace(new RegExp(pattern, "g"), (name) => replaced.get(name) ?? name);
}
