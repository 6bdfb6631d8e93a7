import { Inputs } from "../inputs";
import { quote } from "../hcl/quote";
import { ModuleClass } from "../module";
import { ModuleStack } from "../stack";
import { Tables, byName } from "../tables";
import { Check, Fields, Type, hclLiteral, sentence, snakeCase } from "../types";
import { layout } from "../hcl/layout";
import { attributeLines } from "../hcl/block";
import { STEP, TEXT_WIDTH } from "../hcl/print";
import { wrap } from "../hcl/text";
import { hclExpression, hclText } from "../hcl/value";
import { resolveIn } from "./main-file";

/** What a published module asks of its caller. */
export interface Requirements {
  readonly terraform: string;
  readonly providers: Readonly<Record<string, RequiredProvider>>;
}

/** A provider that a module needs. */
export interface RequiredProvider {
  readonly source: string;
  readonly version: string;
  /**
   * What the mocked provider of the generated tests answers, by data source, where it must fit the modules' examples:
   * Terraform makes up random strings for the rest.
   */
  readonly mocks?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** A configuration with which the provider itself plans without an account: for modules that cannot be mocked. */
  readonly offline?: Readonly<Record<string, unknown>>;
}

/** What inputs are, by their TypeScript paths: `scaling.cpu.target`, `rateLimits[*].limit`. */
export type Descriptions = Readonly<Record<string, string>>;

/** A description for users of Terraform: a name in backticks, such as `maxCount`, is an input's, and spelt `max_count`. */
export const inTerraform = (description: string): string =>
  description.replace(/`([a-z][A-Za-z0-9.]*)`/g, (_, name: string) => `\`${snakeCase(name)}\``);

/** `variables.tf`, under the headings of the declaration. */
export function variablesFile(moduleClass: ModuleClass, descriptions: Descriptions): string {
  const { inputs, tables } = moduleClass.definition;
  const lines: string[] = [];
  let heading = "";
  for (const [name, type] of Object.entries(inputs.fields as Fields)) {
    if (type.section !== heading) lines.push("", `# ${type.section}`);
    heading = type.section;
    lines.push("", ...variable(inputs as Inputs<Fields>, name, tables, descriptions[name]));
  }
  return layout(lines.slice(1));
}

/** `outputs.tf`. */
export function outputsFile(stack: ModuleStack): string {
  const lines = [...stack.module.outputs].flatMap(([name, output]) => [
    "",
    `output "${name}" {`,
    ...describe(output.description),
    ...attributeLines("value", resolveIn(stack, output.value), STEP),
    ...(output.sensitive ? ["sensitive = true"] : []),
    "}",
  ]);
  return layout(lines.slice(1));
}

/** `versions.tf`. */
export function versionsFile(requirements: Requirements): string {
  const providers = Object.entries(requirements.providers).flatMap(([name, { source, version }]) => [
    `${name} = {`,
    `source = ${quote(source)}`,
    `version = ${quote(version)}`,
    "}",
  ]);
  return layout([
    "terraform {",
    `required_version = ${quote(requirements.terraform)}`,
    "",
    "required_providers {",
    ...providers,
    "}",
    "}",
  ]);
}

function variable(inputs: Inputs<Fields>, name: string, tables?: Tables, description = ""): string[] {
  const type = inputs.fields[name];
  const checks = inputs
    .variableChecks(name)
    .flatMap((check) => [
      "",
      "validation {",
      `condition = ${hclExpression(byName(check.condition, tables), CONDITION)}`,
      `error_message = ${errorMessage(`${snakeCase(name)}${check.part} ${check.message}`, keysToName(type, check, tables), check.isLookedUp)}`,
      "}",
    ]);
  return [
    `variable "${snakeCase(name)}" {`,
    ...describe(inTerraform(description)),
    `type = ${type.hclType()}`,
    ...(type.isOptional ? [`default = ${defaultValue(type)}`] : []),
    ...(type.isNullable ? [] : ["nullable = false"]),
    ...(type.isSensitive ? ["sensitive = true"] : []),
    ...(type.isEphemeral ? ["ephemeral = true"] : []),
    ...checks,
    "}",
  ];
}

/** Where the attributes of a `validation` stand. */
const CONDITION = { indent: 2 * STEP, before: "condition = ".length, after: 0 };
const MESSAGE = { indent: 2 * STEP, before: "error_message = ".length, after: 0 };

/** A long description is a heredoc: Terraform takes no expression there. */
function describe(description: string): string[] {
  const line = `description = ${quote(description)}`;
  if (line.length + STEP <= TEXT_WIDTH) return [line];
  const text = description.replace(/([$%])\{/g, "$1$1{");
  return ["description = <<-EOT", ...text.split("\n").flatMap((paragraph) => wrap(paragraph, 110)), "EOT"];
}

const defaultValue = (type: Type<unknown>): string => hclLiteral(type.encodeGiven(type.defaultValue));

/** Terraform shows no message at all that is made of a sensitive value. */
const keysToName = (type: Type<unknown>, { keys }: Check, tables?: Tables): string | undefined =>
  type.isSensitive || keys === undefined ? undefined : byName(keys, tables);

/**
 * @param keys HCL of what is wrong, which the message names
 * @param isTemplate whether the text is one of HCL
 */
function errorMessage(text: string, keys?: string, isTemplate = false): string {
  if (keys === undefined && !isTemplate) return hclText(sentence(text), MESSAGE);
  const template = isTemplate ? text : quote(text).slice(1, -1);
  if (keys === undefined) return hclExpression(`"${sentence(template)}"`, MESSAGE);
  return hclExpression(`"${template} (wrong: \${join(", ", ${keys})})."`, MESSAGE);
}
