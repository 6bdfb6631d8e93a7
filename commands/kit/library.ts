import { Environment } from "../../environments/definition";
import { PACKAGE, readJson } from "../../tools/project";
import * as path from "node:path";

/**
 * What all steps of a kit share, for a POSIX shell: `steps/lib.sh`. It needs a shell, uname, dirname, chmod, sed and sleep; Terraform of the
 * kit or of the machine; and no Node.js, npm, registry or Git.
 *
 * @param platforms whose provider the kit carries
 */
export function library({ recovery }: Environment, platforms: readonly string[]): string {
  const { awsProvider, minimumTerraform } = readJson<Record<string, string>>(
    path.join(PACKAGE, "commands", "setup", "versions.json"),
  );
  return `# What the steps of this kit share: they read it. It is not typed by itself.
kit=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)

fail() {
  printf '%s\\n' "$*" >&2
  exit 1
}

# The machine, as Terraform names platforms.
case "$(uname -s)" in
  Linux) platform=linux ;;
  Darwin) platform=darwin ;;
  *) platform=$(uname -s) ;;
esac
case "$(uname -m)" in
  x86_64 | amd64) platform=\${platform}_amd64 ;;
  aarch64 | arm64) platform=\${platform}_arm64 ;;
  *) platform=\${platform}_$(uname -m) ;;
esac

# Nobody's own settings of Terraform count here: no mirror, no cache, no options, no other folder for its data.
export TF_CLI_CONFIG_FILE="$kit/steps/terraform.rc" CHECKPOINT_DISABLE=1 TF_INPUT=0
unset TF_DATA_DIR TF_WORKSPACE TF_PLUGIN_CACHE_DIR TF_CLI_ARGS TF_CLI_ARGS_init TF_CLI_ARGS_plan TF_CLI_ARGS_apply TF_CLI_ARGS_destroy
# Sign-in asks the region that is left.
export AWS_REGION=${recovery?.region ?? ""} AWS_DEFAULT_REGION=${recovery?.region ?? ""} AWS_STS_REGIONAL_ENDPOINTS=regional

# What a copy from a bucket has lost: the right to be run.
runnable() {
  [ -x "$1" ] || chmod u+x "$1" || fail "$1 cannot be made a program: copy the kit to a folder that can be written."
}

if [ -f "$kit/terraform/$platform/terraform" ]; then
  terraform="$kit/terraform/$platform/terraform"
  runnable "$terraform"
else
  terraform=$(command -v terraform) ||
    fail "Terraform is not on PATH, and this kit carries none for $platform: install Terraform ${minimumTerraform} or later."
fi

# in_stack STACK ARGUMENTS...: Terraform, in the folder of a stack.
in_stack() {
  stack=$1
  shift
  "$terraform" -chdir="$kit/cdktf.out/stacks/$stack" "$@"
}

# prepare STACK: lets Terraform find the state, and the provider, which it takes from this kit alone.
prepare() {
  [ -w "$kit/cdktf.out/stacks/$1" ] ||
    fail "$kit cannot be written: copy the kit to a folder that can be, and type the step there."
  provider="$kit/providers/registry.terraform.io/hashicorp/aws"
  if [ -d "$provider/${awsProvider}/$platform" ]; then
    for program in "$provider/${awsProvider}/$platform"/terraform-provider-aws_*; do runnable "$program"; done
  elif [ ! -f "$provider/terraform-provider-aws_${awsProvider}_$platform.zip" ]; then
    fail "This kit has no AWS provider for $platform, but for: ${platforms.join(", ")}. Go on with a machine of one of these."
  fi
  in_stack "$1" init -input=false -reconfigure -plugin-dir="$kit/providers" -lockfile=readonly
}

# need_aws: some steps ask AWS by hand.
need_aws() {
  command -v aws >/dev/null ||
    fail "This step asks AWS by its CLI, which is not on PATH: install AWS CLI 2. restore.sh and plan.sh do without it."
}
`;
}
