import { layout } from "../hcl/layout";
import { ModuleClass } from "../module";
import { ModuleStack } from "../stack";
import { Fields, Mapping, Sequence, Structure, Type, hclLiteral, snakeCase } from "../types";
import { Descriptions, Requirements, inTerraform } from "./interface-files";
import { resourceTypes } from "./main-file";
import { hasEphemerals } from "./validation-tests";

/** The README of a published module: purpose, usage, requirements, resources, inputs by group, outputs. */
export function readme(
  moduleClass: ModuleClass,
  stack: ModuleStack,
  requirements: Requirements,
  descriptions: Descriptions,
): string {
  const { name, description, notes } = moduleClass.definition;
  return [
    `# ${name}`,
    "",
    description,
    "",
    ...(notes ? [notes.trim(), ""] : []),
    ...usage(moduleClass),
    ...requirementTable(requirements),
    ...inputTables(moduleClass, descriptions),
    ...outputTable(stack),
    "## Resources",
    "",
    ...resourceTypes(stack).map((type) => `- \`${type}\``),
    "",
    "## Tests",
    "",
    `\`terraform init -backend=false && terraform test\` needs no credentials: ${hasEphemerals(stack) ? "nothing is asked of the provider's API" : "the provider is mocked"}.`,
    "",
  ].join("\n");
}

function usage(moduleClass: ModuleClass): string[] {
  const { name, inputs, example } = moduleClass.definition;
  const given = inputs.encodeGiven(example);
  const source = layout([
    `module "${name.replace(/-/g, "_")}" {`,
    `source = "./terraform/${name}"`,
    "",
    ...Object.entries(given).map(([input, value]) => `${input} = ${multiline(value)}`),
    "}",
  ]);
  return [
    "## Usage",
    "",
    "```hcl",
    source.trimEnd(),
    "```",
    "",
    "A whole root that can be applied is in [`examples/complete`](examples/complete).",
    "",
  ];
}

/** An object goes over several lines, so that the usage reads as a person would write it. */
function multiline(value: unknown): string {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return hclLiteral(value);
  const entries = Object.entries(value).filter(([, item]) => item !== null);
  if (entries.length === 0) return "{}";
  return `{\n${entries.map(([key, item]) => `${key} = ${multiline(item)}\n`).join("")}}`;
}

function requirementTable(requirements: Requirements): string[] {
  const providers = Object.entries(requirements.providers).map(
    ([name, { source, version }]) => `| ${name} (\`${source}\`) | \`${version}\` |`,
  );
  return [
    "## Requirements",
    "",
    "| Name | Version |",
    "| --- | --- |",
    `| terraform | \`${requirements.terraform}\` |`,
    ...providers,
    "",
  ];
}

function inputTables(moduleClass: ModuleClass, descriptions: Descriptions): string[] {
  const fields = Object.entries(moduleClass.definition.inputs.fields as Fields);
  const sections = [...new Set(fields.map(([, type]) => type.section))];
  return [
    "## Inputs",
    "",
    ...sections.flatMap((section) => [
      ...(section ? [`### ${section}`, ""] : []),
      "| Name | Description | Type | Default |",
      "| --- | --- | --- | --- |",
      ...fields
        .filter(([, type]) => type.section === section)
        .flatMap(([name, type]) => inputRows(name, type, descriptions)),
      "",
    ]),
  ];
}

/** An input, and below it the inputs that it is made of: `routing.priority`, `rate_limits[*].limit`. */
function inputRows(path: string, type: Type<unknown>, descriptions: Descriptions): string[] {
  return [inputRow(path, type, descriptions[path]), ...nestedRows(path, type, descriptions)];
}

function nestedRows(path: string, type: Type<unknown>, descriptions: Descriptions): string[] {
  if (type instanceof Sequence || type instanceof Mapping) return nestedRows(`${path}[*]`, type.item, descriptions);
  if (!(type instanceof Structure)) return [];
  return Object.entries(type.fields as Fields).flatMap(([key, field]) =>
    inputRows(`${path}.${key}`, field, descriptions),
  );
}

function inputRow(path: string, type: Type<unknown>, description = ""): string {
  const standard = type.isOptional ? code(hclLiteral(type.encodeGiven(type.defaultValue))) : "required";
  return `| \`${snakeCase(path)}\` | ${cell(inTerraform(description))} | ${code(type.hclType())} | ${standard} |`;
}

function outputTable(stack: ModuleStack): string[] {
  return [
    "## Outputs",
    "",
    "| Name | Description |",
    "| --- | --- |",
    ...[...stack.module.outputs].map(([name, { description }]) => `| \`${name}\` | ${cell(description)} |`),
    "",
  ];
}

const cell = (text: string): string => text.replace(/\|/g, "\\|").replace(/\s*\n\s*/g, " ");
const code = (source: string): string =>
  `\`${cell(source.replace(/\{\n/g, "{ ").replace(/\n\}/g, " }").replace(/\n/g, ", "))}\``;
