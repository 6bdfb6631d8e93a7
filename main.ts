import { App } from "cdktf";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { loadEnvironment } from "./environments/definition";
import { InvalidInput } from "./kernel";
import { PrimaryStack } from "./primary";

/** The environments: a file each. */
function environmentNames(): string[] {
  return readdirSync(join(process.cwd(), "environments"))
    .filter((file) => file.endsWith(".ts"))
    .map((file) => file.replace(/\.ts$/, ""))
    .sort();
}

/** Which stacks exist. Nothing below reads `process.env`, the clock or the network. */
function main(): void {
  const environment = loadEnvironment(process.env.ENVIRONMENT ?? "production", environmentNames());
  const app = new App();
  new PrimaryStack(app, "primary", environment);
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
