import { Failure } from "./failure";
import { RunResult, run } from "./process";
import { Environment } from "./project";

/** How AWS's CLI is missing, where it is. */
const MISSING = /ENOENT|not found/;

/**
 * Types a command of the AWS CLI, with the credentials of this shell.
 *
 * @param env what is other than in this shell
 * @throws Failure where there is no AWS CLI
 */
export async function aws(args: readonly string[], env: Environment = {}): Promise<RunResult> {
  const result = await run("aws", args, { env, timeoutSeconds: 1800 });
  if (result.status === null && MISSING.test(result.stderr))
    throw new Failure("There is no `aws` on PATH, by which AWS is asked here: install AWS CLI 2.");
  return result;
}

/** What AWS's CLI said of a failure, in one line. */
export const saidBy = ({ stderr, stdout }: RunResult): string =>
  (stderr.trim() || stdout.trim()).split("\n").at(-1) ?? "";
