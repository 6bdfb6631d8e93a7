/** Terraform itself for the kit: binaries and archives that somebody has downloaded. */
import { unzipSync } from "fflate";
import * as fs from "node:fs";
import * as path from "node:path";
import { Failure } from "../../tools/failure";
import { run } from "../../tools/process";
import { PACKAGE, readJson } from "../../tools/project";
import { PLATFORMS } from "./platforms";

/** Terraform of one platform. */
export interface GivenTerraform {
  readonly platform: string;
  readonly version: string;
  readonly program: Uint8Array;
}

const GET_IT = "https://releases.hashicorp.com/terraform/";

/**
 * Reads a file that was given: HashiCorp's archive for any platform, whose name tells which, or the program for this machine, which
 * is asked.
 *
 * @throws Failure when it is neither, or too old
 */
export async function readTerraform(file: string): Promise<GivenTerraform> {
  if (!fs.statSync(file, { throwIfNoEntry: false })?.isFile())
    throw new Failure(`There is no file ${file}: --terraform names HashiCorp's archive, or the program itself.`);
  const given = file.endsWith(".zip") ? fromArchive(file) : await fromProgram(file);
  const { minimumTerraform } = readJson<{ minimumTerraform: string }>(
    path.join(PACKAGE, "commands", "setup", "versions.json"),
  );
  if (given.version.localeCompare(minimumTerraform, "en", { numeric: true }) < 0)
    throw new Failure(
      `${file} is Terraform ${given.version}, too old: the stacks need ${minimumTerraform} or later (${GET_IT}).`,
    );
  return given;
}

function fromArchive(file: string): GivenTerraform {
  const [, version, platform] =
    /^terraform_(\d+\.\d+\.\d+)_([a-z0-9]+_[a-z0-9]+)\.zip$/.exec(path.basename(file)) ?? [];
  if (version === undefined || !PLATFORMS.some((one) => one === platform))
    throw new Failure(
      `The name of ${file} does not say what it is: leave the archives their names, such as terraform_1.11.4_linux_amd64.zip, of ${PLATFORMS.join(", ")} (${GET_IT}).`,
    );
  const { terraform: program } = unzip(file);
  if (!program) throw new Failure(`${file} holds no program terraform: download it again (${GET_IT}).`);
  return { platform, version, program };
}

function unzip(file: string): Record<string, Uint8Array | undefined> {
  try {
    return unzipSync(fs.readFileSync(file), { filter: ({ name }) => name === "terraform" });
  } catch (error) {
    throw new Failure(
      `${file} is no archive that can be read (${(error as Error).message}): download it again (${GET_IT}).`,
    );
  }
}

async function fromProgram(file: string): Promise<GivenTerraform> {
  const { stdout } = await run(path.resolve(file), ["version", "-json"], {
    env: { TF_CLI_CONFIG_FILE: "/dev/null", CHECKPOINT_DISABLE: "1" },
  });
  try {
    const { terraform_version: version, platform } = JSON.parse(stdout) as Record<string, string>;
    return { platform, version, program: fs.readFileSync(file) };
  } catch {
    throw new Failure(
      `${file} does not run here: give HashiCorp's archive for another machine's platform (${GET_IT}).`,
    );
  }
}
