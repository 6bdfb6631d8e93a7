import { App } from "cdktf";
import { InvalidInput } from "./kernel";
import { synthesizeStacks } from "./stacks/synthesize";
import { COMMIT } from "./stacks/primary/release";
import { commitOf } from "./tools/commit";
import { loadEnvironment } from "./tools/environments";
import { pinStacks } from "./tools/terraform";

/** Makes the stacks of the environment that is asked for. Nothing below reads `process.env`, the clock or the network. */
function main(): void {
  const { environment, remarks } = loadEnvironment(process.env.ENVIRONMENT || "production");
  const app = new App();
  app.node.setContext(COMMIT, commitOf());
  synthesizeStacks(app, environment, remarks);
  pinStacks(app.outdir);
}

try {
  main();
} catch (error) {
  // What a person typed wrong needs no stack trace.
  if (!(error instanceof InvalidInput)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
