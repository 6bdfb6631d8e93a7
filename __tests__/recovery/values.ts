import { TerraformOutput } from "cdktf";
import { synthesize } from "../synthesis";

/** An expression as Terraform gets to see it. */
export function render(value: unknown): string {
  const stack = synthesize((one) => new TerraformOutput(one, "value", { value }));
  return String(stack.output("value")?.value).replace(/^\$\{(.*)\}$/s, "$1");
}
