import { App } from "cdktf";
import { EdgeStack } from "./dr/edge";
import { loadEnvironment } from "./environments/definition";
import { environmentNames } from "./environments/definition/files";
import { InvalidInput } from "./kernel";
import { PrimaryStack } from "./primary";

/** Which stacks exist. Nothing below reads `process.env`, the clock or the network. */
function main(): void {
  const environment = loadEnvironment(process.env.ENVIRONMENT ?? "production", environmentNames(process.cwd()));
  const app = new App();
  new PrimaryStack(app, "primary", environment);
  if (environment.names) new EdgeStack(app, "edge", environment, environment.names);
  app.synth();
}

try {
  main();
} catch (error) {
  // What a person typed wrong needs no stack trace.
  if (!(error instanceof InvalidInput)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
