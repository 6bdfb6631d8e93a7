/**
 * `npm run kit`: what a recovery needs on a machine that has nothing of this project, in a folder to carry or to upload. Nothing is
 * changed in AWS but, with `--upload`, in the bucket of the recovery region's states.
 */
import { Command, Option } from "commander";
import { Environment } from "../environments/definition";
import { kitPlace } from "../environments/definition/names/kit";
import { loadEnvironment } from "../tools/environments";
import { commitOf } from "../tools/commit";
import { Failure, runCommand } from "../tools/failure";
import { PLATFORMS } from "./kit/platforms";
import { fromProject } from "./kit/provider";
import { readTerraform } from "./kit/terraform";
import { uploadKit } from "./kit/upload";
import { Kit, writeKit } from "./kit/write";

interface Options {
  readonly platform?: readonly string[];
  readonly terraform: readonly string[];
  readonly upload?: boolean;
}

const several = (value: string, all: readonly string[] = []): readonly string[] => [...new Set([...all, value])];

/** A choice that may be made several times: commander's own check takes the place of the collector. */
const platformOption = (): Option => {
  const option = new Option(
    "--platform <platform>",
    "carry the AWS provider for this platform; may be repeated. All of them unless told",
  ).choices(PLATFORMS);
  const check = option.parseArg as (value: string, all: unknown) => string;
  return option.argParser((value: string, all: readonly string[] | undefined) => several(check(value, undefined), all));
};

async function main(): Promise<boolean> {
  const options = new Command("npm run kit --")
    .description("Writes dist/kit/<ENVIRONMENT>/ (default: production): a recovery with Terraform alone.")
    .addOption(platformOption())
    .option(
      "--terraform <file>",
      "carry Terraform itself: HashiCorp's archive, or the program; may be repeated",
      several,
      [],
    )
    .option("--upload", "put it into the bucket of the recovery region's states, what is other than there")
    .parse()
    .opts<Options>();
  const { environment } = loadEnvironment(process.env.ENVIRONMENT || "production");
  if (!environment.recovery) throw new Failure(`${environment.file} has no recovery, and so nothing to make a kit of.`);
  const terraform = [];
  for (const file of options.terraform) terraform.push(await readTerraform(file));
  const platforms = options.platform ?? PLATFORMS;
  const kit = await writeKit({ environment, platforms, terraform, commit: commitOf(), at: new Date() });
  console.log(
    `Written: ${fromProject(kit.folder)}, ${kit.files.size} files. On the other machine: sh steps/restore.sh`,
  );
  if (!environment.state)
    console.log(
      `${environment.file} has no \`state\`: whoever recovers from the kit has the state of dr in a file in the kit's folder.`,
    );
  for (const { platform, why } of kit.missing) console.error(`Missing: ${platform}: ${why}.`);
  if (kit.missing.length > 0)
    console.error(
      `The kit is complete without ${kit.missing.map(({ platform }) => platform).join(", ")} where --platform names the others.`,
    );
  if (kit.missing.length > 0) return false;
  if (options.upload) await upload(kit, environment);
  return true;
}

/** Only a kit that is complete: one with all platforms that is a release older is worth more. */
async function upload({ folder, files }: Kit, environment: Environment): Promise<void> {
  const place = kitPlace(environment);
  if (!place)
    throw new Failure(
      `${environment.file} has no \`state\`, and so no bucket to upload to: add state: {} and deploy bootstrap.`,
    );
  const { files: changed, megabytes } = await uploadKit(folder, files, place);
  console.log(
    `Uploaded: ${changed.length} of ${files.size} files, ${megabytes} MB, to s3://${place.bucket}/${place.prefix}; the others are there.`,
  );
}

runCommand(main);
