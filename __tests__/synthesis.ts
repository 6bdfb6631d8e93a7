import { App, LocalBackend, TerraformStack } from "cdktf";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Stack } from "../kernel";

type Attributes = Record<string, unknown>;
type Blocks = Record<string, Record<string, Attributes>>;

/** A stack as Terraform gets to see it. */
export class SynthesizedStack {
  constructor(readonly json: Record<string, unknown>) {}

  /** The resources of a type, by name. */
  resources(type: string): Record<string, Attributes> {
    return (this.json.resource as Blocks | undefined)?.[type] ?? {};
  }

  /** The one resource of that type and name. */
  resource(type: string, name: string): Attributes {
    const found = this.resources(type)[name];
    if (!found) throw new Error(`no ${type}.${name}; there are: ${Object.keys(this.resources(type)).join(", ")}`);
    return found;
  }

  /** How many resources of a type were written. */
  count(type: string): number {
    return Object.keys(this.resources(type)).length;
  }

  /** The source of a local value, or its literal. */
  local(name: string): unknown {
    return (this.json.locals as Attributes | undefined)?.[name];
  }

  output(name: string): Attributes | undefined {
    return (this.json.output as Blocks[string] | undefined)?.[name];
  }
}

/**
 * Synthesizes a whole app, as the command line does. cdktf's own `Testing.synth` skips the preparation of the stack and
 * shows a reference to another stack as if it were local.
 */
export function synthesizeApp(build: (app: App) => TerraformStack): SynthesizedStack {
  const outdir = mkdtempSync(join(tmpdir(), "synthesis-"));
  try {
    const app = new App({ outdir });
    const stack = build(app);
    app.synth();
    const file = join(outdir, "stacks", stack.node.id, "cdk.tf.json");
    return new SynthesizedStack(JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>);
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

/** Synthesizes one stack in us-east-1 that holds what `build` makes. */
export function synthesize(build: (stack: Stack) => void): SynthesizedStack {
  return synthesizeApp((app) => {
    const stack = new Stack(app, "test");
    new LocalBackend(stack, { path: "test.tfstate" });
    new AwsProvider(stack, "aws", { region: "us-east-1" });
    build(stack);
    return stack;
  });
}
