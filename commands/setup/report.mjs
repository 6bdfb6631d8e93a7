import { clearInterval, setInterval } from "node:timers";

/** A reason why set-up cannot go on, which the user can do something about: printed as a sentence, without a stack. */
export class SetupError extends Error {}

/** Tells the user what is going on, on stderr: stdout belongs to the command that comes after. */
export function say(message) {
  console.error(`setup: ${message}`);
}

/** Runs a long step and says what it does, that it is still at work, and how long it took, so that nobody waits in doubt. */
export async function timed(message, step) {
  const start = Date.now();
  const seconds = () => Math.round((Date.now() - start) / 1000);
  say(`${message} ...`);
  const reminder = setInterval(() => say(`... still running after ${seconds()} s`), 20_000);
  try {
    const result = await step();
    say(`... done in ${seconds()} s`);
    return result;
  } finally {
    clearInterval(reminder);
  }
}
