import { stripVTControlCharacters } from "node:util";
import { Failure } from "./failure";
import { RunResult } from "./process";
import { Terraform } from "./terraform";

/** What a state shows of its resources. */
interface Shown {
  readonly values?: { readonly root_module?: { readonly resources?: readonly Resource[] } };
}

interface Resource {
  readonly address: string;
  readonly tainted?: boolean;
}

/** How a stack is waited for. */
export interface ResumeOptions {
  /** Called once, with the sentence in which the plan says what it waits for. */
  readonly onWait?: (sentence: string) => void;
  /** Seconds between two plans. */
  readonly pauseSeconds?: number;
}

const PAUSE_SECONDS = 15;

/**
 * Lets a stack be deployed again after a run that failed, or was stopped: Terraform has marked what it was making as tainted, and
 * would make it anew beside what is there. It is taken as it is; the next deployment finishes it. RDS changes no database that it
 * is still making, so that is waited for as well: one command is to be enough.
 *
 * @param lock ID of the lock that a dead run has left, as Terraform's error names it; none is released without it
 * @returns the addresses of what was tainted
 * @throws Failure with Terraform's words
 */
export async function resume(
  terraform: Terraform,
  lock?: string,
  options: ResumeOptions = {},
): Promise<readonly string[]> {
  const type = async (...args: string[]): Promise<RunResult> => {
    const result = await terraform.run(args);
    if (result.status !== 0) throw new Failure(`terraform ${args.join(" ")}\n${result.stderr.trim()}`);
    return result;
  };
  if (lock !== undefined) await type("force-unlock", "-force", lock);
  const { stdout } = await type("show", "-json");
  const { values } = JSON.parse(stdout) as Shown;
  const tainted = (values?.root_module?.resources ?? []).filter((one) => one.tainted);
  for (const { address } of tainted) await type("untaint", address);
  await waitUntilMade(terraform, options);
  return tainted.map(({ address }) => address);
}

/**
 * Plans until nothing is to be waited for. Whatever else a plan says is left to the next deployment, which knows the variables
 * that are given to it.
 */
async function waitUntilMade(
  terraform: Terraform,
  { onWait, pauseSeconds = PAUSE_SECONDS }: ResumeOptions,
): Promise<void> {
  for (let isFirst = true; ; isFirst = false) {
    const sentence = waitNamedBy(await terraform.run(["plan", "-input=false", "-no-color", "-lock=false"]));
    if (sentence === undefined) return;
    if (isFirst) onWait?.(sentence);
    await new Promise((resolve) => setTimeout(resolve, pauseSeconds * 1000));
  }
}

/** The sentence in which a run says that something is still being made or deleted, where its message names a command that waits. */
function waitNamedBy(result: RunResult): string | undefined {
  const said = unframed(result);
  return /Wait with 'aws rds wait /.test(said) ? /(?:RDS|The database)[^.]*(?=\.)/.exec(said)?.[0] : undefined;
}

/** What Terraform printed, where a message in a frame goes on in the next line. */
export const unframed = ({ stdout, stderr }: RunResult): string =>
  stripVTControlCharacters(`${stdout}\n${stderr}`).replace(/\s*\n[\s│╷╵]*/g, " ");
