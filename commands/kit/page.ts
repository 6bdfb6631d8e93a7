import { RunbookStep, runbookCommands } from "../../drill/commands";
import { Environment } from "../../environments/definition";
import { Failure } from "../../tools/failure";
import { renderRunbook } from "../runbook/render";
import { stepsOf } from "./steps";

/** What the runbook says of a checkout, and what is true of a kit instead. Each is there, or the runbook was changed. */
const INSTEAD: readonly (readonly [RegExp, string])[] = [
  [
    /and type the commands in a checkout of the release that was deployed last\./,
    "and type the commands in the folder of this kit, where `kit.json` says of which release it is.",
  ],
  [
    /, Node\.js\nand Terraform\. Who types what:/,
    ",\nTerraform and, for the steps that ask AWS by hand, AWS CLI 2. Who types what:",
  ],
  [/: type `git checkout` and its `commit`, without `-dirty`\./, ": its `commit` should be that of `kit.json`."],
  [
    /Check out the commit that it names, and run the command again\. If you cannot,/,
    "Take the kit of the commit that it names, and run the command again. If there is none,",
  ],
  [/`npx cdktf deploy dr --auto-approve`/g, "`sh steps/restore.sh`"],
  [/`npx cdktf deploy dr( --var [^`]*)?`/g, "`sh steps/restore.sh$1`"],
  [/`npx cdktf destroy dr`/g, "`sh steps/scale-down.sh`"],
  [/`npm run resume -- dr`/g, "`sh steps/resume.sh`"],
  [/`npm run resume`/g, "`sh steps/resume.sh`"],
  [/`npm run resume -- dr <ID>`/g, "`sh steps/resume.sh <ID>`"],
];

/**
 * The runbook as it stands in a kit: the steps of the role that recovers are scripts, and what needs a checkout is said to.
 *
 * @param text of dr/RUNBOOK.md
 * @throws Failure where the runbook says no more what the kit says otherwise
 */
export function kitPage(text: string, environment: Environment): string {
  const commands = runbookCommands(environment);
  const scripts = Object.fromEntries(
    stepsOf(commands).map(({ step, script }) => [step, { role: "recover", commands: [`sh steps/${script}`] }]),
  );
  const typed = { ...commands, ...scripts } as Record<RunbookStep, (typeof commands)[RunbookStep]>;
  return INSTEAD.reduce(
    (page, [said, instead]) => {
      if (page.search(said) < 0)
        throw new Failure(`dr/RUNBOOK.md says nothing like ${String(said)}: see commands/kit/page.ts.`);
      return page.replace(said, instead);
    },
    renderRunbook(text, environment, typed),
  );
}
