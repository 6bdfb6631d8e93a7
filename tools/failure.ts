/** What the user can do something about: printed as it is, without a stack. */
export class Failure extends Error {}

/**
 * Runs a command and ends the process with its exit status: 0 and 1 as it returns, 1 with the sentence of a Failure. Any other error
 * is a fault of ours and keeps its stack.
 */
export function runCommand(command: () => Promise<boolean>): void {
  command().then(
    (isGood) => {
      process.exitCode = isGood ? 0 : 1;
    },
    (error: unknown) => {
      if (!(error instanceof Failure)) throw error;
      console.error(error.message);
      process.exitCode = 1;
    },
  );
}
