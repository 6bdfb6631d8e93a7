/** `npm run new -- <what> <name>`: writes the beginning of something that works as it is. */
import { Command } from "commander";
import { runCommand } from "../tools/failure";
import { newEnvironment } from "./new/environment";
import { newModule } from "./new/module";

async function main(): Promise<boolean> {
  await new Command("npm run new --")
    .description("Writes the beginning of something that works as it is, to be changed from there.")
    .addCommand(newEnvironment())
    .addCommand(newModule())
    .parseAsync();
  return true;
}

runCommand(main);
