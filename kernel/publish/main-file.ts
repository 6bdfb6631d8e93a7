import { TerraformElement, TerraformLocal, Tokenization, DefaultTokenResolver, StringConcat } from "cdktf";
import { IConstruct } from "constructs";
import { ACCEPTED_FINDING, COMMENT } from "../resource";
import { ModuleStack } from "../stack";
import { isSwitchedOff } from "../expression";
import { attributeLines, blockBody } from "../hcl/block";
import { layout } from "../hcl/layout";
import { STEP } from "../hcl/print";
import { wrap } from "../hcl/text";

/** Columns of a comment, without its mark. */
const COMMENT_WIDTH = 110;

type Named = Readonly<Record<string, object>>;
type Fragment = Readonly<Record<string, Readonly<Record<string, Named>>>>;

/** Resolves cdktf's tokens without a synthesis, which would ask for providers and a backend. */
export function resolveIn(stack: ModuleStack, value: unknown): unknown {
  const resolver = new DefaultTokenResolver(new StringConcat());
  return Tokenization.resolve(value, { scope: stack, resolver, preparing: false });
}

/** `main.tf`: locals, data sources and resources in the order in which the construct makes them. */
export function mainFile(stack: ModuleStack): string {
  const locals: string[] = [];
  const blocks: string[] = [];
  for (const construct of stack.node.findAll()) {
    if (!TerraformElement.isTerraformElement(construct) || isSwitchedOff(construct)) continue;
    if (construct instanceof TerraformLocal) locals.push(...localLines(stack, construct));
    else blocks.push(...elementLines(stack, construct));
  }
  const localsBlock = locals.length > 0 ? ["locals {", ...locals, "}"] : [];
  return layout([...localsBlock, ...blocks].slice(localsBlock.length > 0 ? 0 : 1));
}

/** The types of the resources and data sources, for the README. */
export function resourceTypes(stack: ModuleStack): string[] {
  const types = stack.node
    .findAll()
    .map((construct) => (construct as { terraformResourceType?: string }).terraformResourceType)
    .filter((type): type is string => type !== undefined);
  return [...new Set(types)].sort();
}

function localLines(stack: ModuleStack, element: TerraformLocal): string[] {
  const { locals } = resolveIn(stack, element.toTerraform()) as { locals: Record<string, unknown> };
  const remark = comments(element);
  const lines = Object.entries(locals).flatMap(([name, value]) => attributeLines(name, value, STEP));
  return remark.length > 0 ? ["", ...remark, ...lines] : lines;
}

function elementLines(stack: ModuleStack, element: TerraformElement): string[] {
  const fragment = resolveIn(stack, element.toHclTerraform()) as Fragment;
  const lines: string[] = [];
  const write = (head: string, attributes: object): void => {
    const body = [...acceptedFindings(element), ...blockBody(attributes as Record<string, unknown>, STEP)];
    lines.push("", ...comments(element), ...(body.length > 0 ? [`${head} {`, ...body, "}"] : [`${head} {}`]));
  };
  for (const kind of ["data", "resource", "ephemeral"]) {
    for (const [type, named] of Object.entries(fragment[kind] ?? {})) {
      for (const [name, attributes] of Object.entries(named)) write(`${kind} "${type}" "${name}"`, attributes);
    }
  }
  for (const [name, attributes] of Object.entries((fragment.check ?? {}) as Named))
    write(`check "${name}"`, attributes);
  return lines;
}

function comments(construct: IConstruct): string[] {
  return construct.node.metadata
    .filter((entry) => entry.type === COMMENT)
    .flatMap((entry) => String(entry.data).split("\n"))
    .flatMap((line) => wrap(line, COMMENT_WIDTH))
    .map((line) => `# ${line}`);
}

/** checkov reads a reason only inside of the block that it is for. */
function acceptedFindings(construct: IConstruct): string[] {
  return construct.node.metadata
    .filter((entry) => entry.type === ACCEPTED_FINDING)
    .map((entry) => entry.data as { finding: string; reason: string })
    .map(({ finding, reason }) => `#checkov:skip=${finding}:${reason}`);
}
