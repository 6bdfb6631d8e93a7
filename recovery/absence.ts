import { Contract, LIFELINES, STANDBY } from "./contract";
import { Absence, writeParameter } from "./handover";

/**
 * What to do in an incident when a parameter is gone, and its spare with it. The state of the standby is in the recovery region:
 * it holds what that stack has told, and what it had read of the primary's when it was deployed.
 */
export const lifelinesAreGone = (prefix: string, region: string): Absence => ({
  why:
    "either the primary stack was never deployed with `recovery`, and nothing was copied here, or somebody has deleted it. " +
    "While the primary region answers, `npx cdktf deploy primary` writes it again. Without it, type as the deploy role what follows, " +
    "which writes what the standby has read of it when it was deployed, and deploy again",
  command: writtenFromState(LIFELINES, prefix, region, "jsonencode(local.told_lifelines)"),
});

/** The same of what the standby has told itself. */
export const standbyIsGone = (prefix: string, region: string): Absence => ({
  why:
    "either the standby stack was never deployed, and there is nothing to start services in, or somebody has deleted it. Type as the " +
    "deploy role what follows, which writes it again as the standby's state has it, and deploy again",
  command: writtenFromState(STANDBY, prefix, region, "aws_ssm_parameter.manifest.insecure_value"),
});

/** Terraform's console prints a value as HCL writes it, which base64 has no need of. */
function writtenFromState(contract: Contract, prefix: string, region: string, value: string): string {
  const terraform = "terraform -chdir=cdktf.out/stacks/standby";
  const printed = `echo 'base64encode(${value})' | ${terraform} console | tr -d '"' | base64 -d`;
  return `${terraform} init -input=false && ${writeParameter(contract, prefix, region, printed)}`;
}
