import { layout } from "../hcl/layout";
import { ModuleClass } from "../module";
import { Fields, hclLiteral, snakeCase } from "../types";
import { RequiredProvider, Requirements } from "./interface-files";

/**
 * `tests/validation.tftest.hcl`: one run for each `validation` block, with a value that it must refuse. Written from
 * the declaration, so that a rule cannot be added without its test.
 */
export function validationTests(moduleClass: ModuleClass, { providers }: Requirements): string {
  const { inputs, example, name } = moduleClass.definition;
  const base = inputs.encodeGiven(example);
  const lines = [
    `# Every validation of the ${name} module refuses a bad value. Generated: see the construct's inputs.`,
    ...Object.entries(providers).flatMap(([provider, required]) => ["", ...mockProvider(provider, required)]),
    "",
    "variables {",
    ...Object.entries(base).map(([input, value]) => `${input} = ${hclLiteral(value)}`),
    "}",
  ];
  for (const input of Object.keys(inputs.fields as Fields)) {
    inputs.variableChecks(input).forEach((check, i) => {
      lines.push(
        "",
        `# ${snakeCase(input)}${check.part} ${check.message}`,
        `run "refuses_${snakeCase(input)}_${i + 1}" {`,
        "command = plan",
        "",
        "variables {",
        ...Object.entries(check.inputs).map(([key, value]) => `${key} = ${hclLiteral(value)}`),
        "}",
        "",
        `expect_failures = [var.${snakeCase(input)}]`,
        "}",
      );
    });
  }
  return layout(lines.map((line) => line.replace(/^# .*$/s, (remark) => remark.replace(/\n/g, " "))));
}

function mockProvider(name: string, { mocks = {} }: RequiredProvider): string[] {
  const data = Object.entries(mocks).flatMap(([type, defaults]) => [
    "",
    `mock_data "${type}" {`,
    `defaults = ${hclLiteral(defaults)}`,
    "}",
  ]);
  return data.length > 0 ? [`mock_provider "${name}" {`, ...data, "}"] : [`mock_provider "${name}" {}`];
}
