/**
 * `npm run emulator -- --port N`: an emulator in the foreground, for those who deploy by hand. Prints what to paste into
 * the shell that deploys. Ctrl-C ends it.
 */
import { Command, InvalidArgumentError } from "commander";
import { hostedZones } from "../tools/environments";
import { runCommand } from "../tools/failure";
import { shellLines } from "../tools/shell";
import { startEmulator } from "../emulator";
import { terraformEnvironment } from "../tools/programs";

function portNumber(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
  throw new InvalidArgumentError("must be a number from 0 (any free port) to 65535.");
}

async function main(): Promise<boolean> {
  const { port, log, decisions, authorization, modelChecks } = new Command("npm run emulator --")
    .description("Runs the AWS emulator in the foreground, until Ctrl-C.")
    .option("--port <number>", "port to listen on; 0 takes any free port", portNumber, 4570)
    .option("--log <file>", "write one JSON line per request to a file")
    .option("--decisions <file>", "write one JSON line per decision of IAM to a file")
    .option("--no-authorization", "let everybody do everything: IAM's policies are kept, and not enforced")
    .option("--no-model-checks", "do not refuse what AWS's own service models refuse")
    .parse()
    .opts<{ port: number; log?: string; decisions?: string; authorization: boolean; modelChecks: boolean }>();

  let end: (isGood: boolean) => void = () => undefined;
  const ended = new Promise<boolean>((resolve) => (end = resolve));
  const emulator = await startEmulator({
    port,
    log,
    decisions,
    authorization,
    modelChecks,
    hostedZones: hostedZones(),
    onUnexpectedEnd: (lastLines) => {
      console.error(`The emulator stopped unexpectedly.\n${lastLines}`);
      end(false);
    },
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => end(true));

  const { TF_CLI_CONFIG_FILE, TF_PLUGIN_CACHE_DIR, TF_PLUGIN_CACHE_MAY_BREAK_DEPENDENCY_LOCK_FILE } =
    terraformEnvironment();
  const providers = { TF_CLI_CONFIG_FILE, TF_PLUGIN_CACHE_DIR, TF_PLUGIN_CACHE_MAY_BREAK_DEPENDENCY_LOCK_FILE };
  const used = Object.fromEntries(Object.entries(providers).filter(([, value]) => value !== undefined));
  console.log(`# The emulator (moto ${emulator.moto}) listens on port ${emulator.port}. In the shell that deploys:`);
  console.log(shellLines({ ...emulator.env, CHECKPOINT_DISABLE: "1", ...used }).join("\n"));
  console.log(`# Then, for example:\n#   npx cdktf deploy primary --auto-approve`);
  console.log("# An environment with state needs its bootstrap stack first: npx cdktf deploy bootstrap.");
  console.log(
    '# These variables are an administrator. As a role that bootstrap made: eval "$(npm run -s sign-in -- deploy)".',
  );
  console.log(
    "# It starts empty and forgets everything when it stops (Ctrl-C). Delete terraform.<environment>.<stack>.tfstate then.",
  );
  try {
    return await ended;
  } finally {
    await emulator.stop();
  }
}

runCommand(main);
