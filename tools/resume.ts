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

/**
 * Lets a stack be deployed again after a run that failed, or was stopped: Terraform has marked what it was making as tainted, and
 * would make it anew beside what is there. It is taken as it is; the next deployment finishes it.
 *
 * @param lock ID of the lock that a dead run has left, as Terraform's error names it; none is released without it
 * @returns the addresses of what was tainted
 * @throws Failure with Terraform's words
 */
export async function resume(terraform: Terraform, lock?: string): Promise<readonly string[]> {
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
  return tainted.map(({ address }) => address);
}
