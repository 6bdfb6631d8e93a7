import { TerraformElement, TerraformLocal, Tokenization, DefaultTokenResolver, StringConcat } from "cdktf";
import { IConstruct } from "constructs";
import { ACCEPTED_FINDING, COMMENT, Heading, NAME } from "../resource";
import { ModuleStack } from "../stack";
import { isSwitchedOff } from "../expression";
import { attributeLines, blockBody } from "../hcl/block";
import { layout } from "../hcl/layout";
import { STEP } from "../hcl/print";
import { wrap } from "../hcl/text";
import { hclValue } from "../hcl/value";

/** Columns of a comment, without its mark. */
const COMMENT_WIDTH = 110;

type Named = Readonly<Record<string, object>>;
type Fragment = Readonly<Record<string, Readonly<Record<string, Named>>>>;

/** Resolves cdktf's tokens without a synthesis, which would ask for providers and a backend. */
export function resolveIn(stack: ModuleStack, value: unknown): unknown {
  const resolver = new DefaultTokenResolver(new StringConcat());
  return Tokenization.resolve(value, { scope: stack, resolver, preparing: false });
}

/**
 * `main.tf`: data sources and resources in the order in which the construct makes them, by the parts of it that have a
 * heading; the locals of a part stand before its resources.
 */
export function mainFile(stack: ModuleStack): string {
  const parts: Part[] = [{ title: "", locals: [], blocks: [] }];
  const elements = stack.node.findAll().filter((construct) => !isSwitchedOff(construct));
  for (const construct of elements) {
    const part = parts[parts.length - 1];
    if (construct instanceof Heading) parts.push({ title: construct.title, locals: [], blocks: [] });
    else if (construct instanceof TerraformLocal) part.locals.push(localOf(stack, construct));
    else if (TerraformElement.isTerraformElement(construct)) part.blocks.push(...elementLines(stack, construct));
  }
  const outputs = [...stack.module.outputs.values()].flatMap(({ value }) => hclValue(resolveIn(stack, value)));
  const read = usedNames(
    parts.flatMap(({ locals }) => locals),
    [...parts.flatMap(({ blocks }) => blocks), ...outputs],
  );
  return layout(parts.flatMap((part) => partLines(part, read)).slice(1));
}

/** A part of the module. */
interface Part {
  /** What stands above it; empty for what comes before the first heading. */
  readonly title: string;
  readonly locals: Local[];
  readonly blocks: string[];
}

interface Local {
  readonly name: string;
  /** Whether it is only a name for an expression. */
  readonly isName: boolean;
  readonly lines: readonly string[];
}

function partLines({ title, locals, blocks }: Part, read: ReadonlySet<string>): string[] {
  const written = locals.filter(({ name, isName }) => !isName || read.has(name)).flatMap(({ lines }) => lines);
  const body = [...(written.length > 0 ? ["", "locals {", ...written, "}"] : []), ...blocks];
  return body.length > 0 && title !== "" ? ["", `# ${title}`, ...body] : body;
}

/** The names of locals that are read, by what is written or by another local that is. */
function usedNames(locals: readonly Local[], written: readonly string[]): Set<string> {
  const used = new Set<string>();
  const follow = (source: string): void => {
    for (const [, name] of source.matchAll(/\blocal\.([\w-]+)/g)) {
      if (used.has(name)) continue;
      used.add(name);
      follow(locals.find((one) => one.name === name)?.lines.join("\n") ?? "");
    }
  };
  follow([...locals.filter(({ isName }) => !isName).flatMap(({ lines }) => lines), ...written].join("\n"));
  return used;
}

/** The types of the resources and data sources, for the README. */
export function resourceTypes(stack: ModuleStack): string[] {
  const types = stack.node
    .findAll()
    .map((construct) => (construct as { terraformResourceType?: string }).terraformResourceType)
    .filter((type): type is string => type !== undefined);
  return [...new Set(types)].sort();
}

function localOf(stack: ModuleStack, element: TerraformLocal): Local {
  const { locals } = resolveIn(stack, element.toTerraform()) as { locals: Record<string, unknown> };
  const [[name, value]] = Object.entries(locals);
  const remark = comments(element);
  const lines = [...(remark.length > 0 ? ["", ...remark] : []), ...attributeLines(name, value, STEP)];
  return { name, isName: element.node.metadata.some((entry) => entry.type === NAME), lines };
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
    .map((entry) => String(entry.data).replace(/\s*\n\s*/g, " "))
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
