import { TerraformDataSource, TerraformElement } from "cdktf";
import { EphemeralResource } from "../ephemeral";
import { isSwitchedOff } from "../expression";
import { layout } from "../hcl/layout";
import { Inputs } from "../inputs";
import { ModuleClass } from "../module";
import { ModuleStack } from "../stack";
import { Fields, hclLiteral, snakeCase } from "../types";
import { RequiredProvider, Requirements } from "./interface-files";

/**
 * `tests/validation.tftest.hcl`: one run for each `validation` block, with a value that it must refuse, and for each warning
 * about an input. Written from the declaration, so that a rule cannot be added without its test.
 */
export function validationTests(moduleClass: ModuleClass, stack: ModuleStack, { providers }: Requirements): string {
  const { inputs, example, name } = moduleClass.definition;
  const base = inputs.encodeGiven(example);
  const lines = [
    `# Every validation of the ${name} module refuses a bad value. Generated: see the construct's inputs.`,
    ...(hasEphemerals(stack) ? unmocked(stack, providers) : mocked(providers)),
    "",
    "variables {",
    ...attributes(base),
    "}",
  ];
  for (const input of Object.keys(inputs.fields as Fields)) {
    inputs.variableChecks(input).forEach((check, i) => {
      lines.push(
        "",
        `# ${snakeCase(input)}${check.part} ${check.message.replace(/\$\{([^}]*)\}/g, "<$1>")}`,
        ...run(`refuses_${snakeCase(input)}_${i + 1}`, check.inputs, `var.${snakeCase(input)}`),
      );
    });
  }
  for (const warning of (inputs as Inputs<Fields>).warningChecks()) {
    lines.push("", `# ${warning.message}`, ...run(`warns_of_${warning.name}`, warning.inputs, `check.${warning.name}`));
  }
  return layout(lines.map((line) => line.replace(/^# .*$/s, (remark) => remark.replace(/\n/g, " "))));
}

const run = (name: string, inputs: Readonly<Record<string, unknown>>, fails: string): string[] => [
  `run "${name}" {`,
  "command = plan",
  "",
  "variables {",
  ...attributes(inputs),
  "}",
  "",
  `expect_failures = [${fails}]`,
  "}",
];

type Providers = Requirements["providers"];

const mocked = (providers: Providers): string[] =>
  Object.entries(providers).flatMap(([name, provider]) => ["", ...mockProvider(name, provider)]);

/**
 * Terraform's mocked providers have no ephemeral resources, and refuse a module with one even where it makes none. So the
 * provider itself plans, offline, and only what it would read is made up.
 */
function unmocked(stack: ModuleStack, providers: Providers): string[] {
  const mocks: Readonly<Record<string, unknown>> = Object.assign(
    {},
    ...Object.values(providers).map((one) => one.mocks),
  );
  const configured = Object.entries(providers).flatMap(([name, { offline = {} }]) => [
    "",
    `provider "${name}" {`,
    ...attributes(offline),
    "}",
  ]);
  const overridden = dataSources(stack).flatMap(([type, name]) => [
    "",
    "override_data {",
    `target = data.${type}.${name}`,
    ...(type in mocks ? [`values = ${hclLiteral(mocks[type])}`] : []),
    "}",
  ]);
  return [...configured, ...overridden];
}

/** Whether a module has ephemeral resources: its tests cannot mock the provider. */
export const hasEphemerals = (stack: ModuleStack): boolean =>
  stack.node.findAll().some((construct) => construct instanceof EphemeralResource);

const dataSources = (stack: ModuleStack): [string, string][] =>
  stack.node
    .findAll()
    .filter((construct): construct is TerraformDataSource => TerraformDataSource.isTerraformDataSource(construct))
    .filter((source: TerraformElement) => !isSwitchedOff(source))
    .map((source) => [source.terraformResourceType, source.friendlyUniqueId]);

const attributes = (values: Readonly<Record<string, unknown>>): string[] =>
  Object.entries(values).map(([key, value]) => `${key} = ${hclLiteral(value)}`);

function mockProvider(name: string, { mocks = {} }: RequiredProvider): string[] {
  const data = Object.entries(mocks).flatMap(([type, defaults]) => [
    "",
    `mock_data "${type}" {`,
    `defaults = ${hclLiteral(defaults)}`,
    "}",
  ]);
  return data.length > 0 ? [`mock_provider "${name}" {`, ...data, "}"] : [`mock_provider "${name}" {}`];
}
