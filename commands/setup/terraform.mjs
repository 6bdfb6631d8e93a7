import { findOnPath } from "./files.mjs";
import { ask } from "./process.mjs";
import { prepareProviders } from "./providers.mjs";
import { SetupError } from "./report.mjs";
import { compareVersions, MINIMUM_TERRAFORM } from "./versions.mjs";

const GET_IT = `install Terraform ${MINIMUM_TERRAFORM} or later (https://developer.hashicorp.com/terraform/install)`;

/** Finds Terraform on PATH and makes its AWS provider available; says in one sentence what is wrong otherwise. */
export async function findTerraform(root, env = process.env) {
  const file = findOnPath("terraform", env);
  if (!file) throw new SetupError(`Terraform is not on PATH: ${GET_IT}.`);
  // Without the user's configuration, which may be missing or broken: this only asks for a number.
  const answer = ask(file, ["version", "-json"], {
    env: { ...env, TF_CLI_CONFIG_FILE: undefined, CHECKPOINT_DISABLE: "1" },
  });
  const version = readVersion(answer.stdout);
  if (!version) {
    const said = (answer.stderr || answer.stdout).trim().split("\n").slice(0, 5).join("\n");
    throw new SetupError(
      `${file} does not report its version (exit status ${answer.status}): ${GET_IT}.\n${said}`.trimEnd(),
    );
  }
  if (compareVersions(version, MINIMUM_TERRAFORM) < 0)
    throw new SetupError(`${file} is Terraform ${version}, too old: ${GET_IT}.`);
  return { path: file, version, ...(await prepareProviders(root, file, env)) };
}

/** The version in the answer of `terraform version -json`, which may have warnings around it. */
export function readVersion(output) {
  const json = output.slice(output.indexOf("{"), output.lastIndexOf("}") + 1);
  try {
    return JSON.parse(json).terraform_version;
  } catch {
    return undefined;
  }
}
