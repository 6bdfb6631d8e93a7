import { TerraformDataSource, TerraformResource } from "cdktf";
import { IConstruct } from "constructs";
import { Check } from "./check";
import { ModuleClass, ModuleConstruct } from "./module";
import { isPublished } from "./resource";
import { Fields, Mapping, Sequence, Structure, Type, snakeCase } from "./types";

interface Condition {
  readonly condition: unknown;
  readonly errorMessage: string;
}

/**
 * What modules say in a plan spells inputs as HCL does. In an app their reader writes TypeScript: there `engine_version`
 * becomes `engineVersion` in the messages of preconditions, postconditions and checks.
 */
export function respellMessages(constructs: readonly IConstruct[]): void {
  for (const construct of constructs) {
    if (!(construct instanceof ModuleConstruct) || isPublished(construct)) continue;
    const { inputs } = (construct.constructor as unknown as ModuleClass).definition;
    const respell = speller(namesIn(inputs.fields as Fields));
    for (const part of construct.node.findAll()) {
      if (part instanceof Check) part.respell(respell);
      if (TerraformResource.isTerraformResource(part) || part instanceof TerraformDataSource)
        respellLifecycle(part, respell);
    }
  }
}

function respellLifecycle(resource: TerraformDataSource | TerraformResource, respell: (text: string) => string): void {
  const { lifecycle } = resource;
  if (!lifecycle) return;
  const each = (conditions: unknown) =>
    (conditions as readonly Condition[] | undefined)?.map((one) => ({
      ...one,
      errorMessage: respell(one.errorMessage),
    }));
  const { precondition, postcondition } = lifecycle;
  resource.lifecycle = {
    ...lifecycle,
    ...(precondition ? { precondition: each(precondition) } : {}),
    ...(postcondition ? { postcondition: each(postcondition) } : {}),
  };
}

/** Names of inputs, at any depth, which the two languages spell differently. */
function namesIn(fields: Fields): string[] {
  const names = new Set<string>();
  const visit = (type: Type<unknown>): void => {
    if (type instanceof Sequence || type instanceof Mapping) visit(type.item as Type<unknown>);
    if (type instanceof Structure) visitFields(type.fields as Fields);
  };
  const visitFields = (some: Fields): void => {
    for (const [name, type] of Object.entries(some)) {
      if (snakeCase(name) !== name) names.add(name);
      visit(type);
    }
  };
  visitFields(fields);
  return [...names];
}

function speller(names: readonly string[]): (text: string) => string {
  if (names.length === 0) return (text) => text;
  const bySnake = new Map(names.map((name) => [snakeCase(name), name]));
  const words = new RegExp(`(?<![\\w-])(?:${[...bySnake.keys()].join("|")})(?![\\w-])`, "g");
  return (text) => (typeof text === "string" ? text.replace(words, (word) => bySnake.get(word) ?? word) : text);
}
