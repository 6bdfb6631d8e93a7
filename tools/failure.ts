/** What the user can do something about: printed as it is, without a stack. */
export class Failure extends Error {}

/**
 * Runs a command and ends the process with its exit status: 0 and 1 as it returns, 1 with the sentence of a Failure, or of
 * the kernel's InvalidInput. Any other error is a fault of ours and keeps its stack.
 */
export function runCommand(command: () => Promise<boolean>): void {
  command().then(
    (isGood) => {
      process.exitCode = isGood ? 0 : 1;
    },
    (error: unknown) => {
      if (!isForPeople(error)) throw error;
      console.error(error.message);
      process.exitCode = 1;
    },
  );
}

/** By its name: the kernel would load cdktf, which most commands have no use for. */
const isForPeople = (error: unknown): error is Error =>
  error instanceof Failure || (error instanceof Error && error.name === "InvalidInput");
