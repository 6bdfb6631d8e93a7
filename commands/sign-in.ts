/**
 * `eval "$(npm run -s sign-in -- recover)"`: makes the shell one of a role of ENVIRONMENT, on an emulator that runs already: so
 * a policy is tried by hand before somebody needs it. With AWS itself, people and workflows sign in as their account does it.
 */
import { Argument, Command } from "commander";
import { loadEnvironment } from "../tools/environments";
import { Failure, runCommand } from "../tools/failure";
import { shellLines } from "../tools/shell";
import { SignIn, Typist } from "../tools/sign-in";
import { EMULATOR_ENDPOINT } from "../emulator";

/** What a session has of its own; everything else is in the shell already. */
const OF_A_SESSION = /^AWS_(?:ACCESS_KEY_ID|SECRET_ACCESS_KEY|SESSION_TOKEN|REGION|DEFAULT_REGION)$/;

async function main(): Promise<boolean> {
  const [role] = new Command("npm run -s sign-in --")
    .description("Prints what makes a shell one of a role of ENVIRONMENT (default: production), on the emulator.")
    .addArgument(new Argument("<role>").choices(["administrator", "deploy", "plan", "recover", "failback"]))
    .parse().args as [Typist];
  if (process.env.AWS_ENDPOINT_URL !== EMULATOR_ENDPOINT) {
    throw new Failure(
      "This shell does not lead to an emulator: run `npm run emulator`, and paste here what it prints, before signing in.",
    );
  }
  const { environment } = loadEnvironment(process.env.ENVIRONMENT || "production");
  const administrator = {
    ...process.env,
    AWS_ACCESS_KEY_ID: "emulator",
    AWS_SECRET_ACCESS_KEY: "emulator",
    AWS_SESSION_TOKEN: undefined,
  };
  const signIn = new SignIn(administrator, environment);
  try {
    const variables = Object.entries(await signIn.as(role, "shell")).filter(([name]) => OF_A_SESSION.test(name));
    console.log(shellLines(Object.fromEntries(variables)).join("\n"));
    if (signIn.typist(role) !== role) {
      console.error(`${environment.file} has no \`deployment\`, and so no roles: an administrator types everything.`);
    }
  } finally {
    signIn.close();
  }
  return true;
}

runCommand(main);
