import { TerraformDataSource, TerraformElement } from "cdktf";
import { EphemeralResource } from "../ephemeral";
import { isSwitchedOff } from "../expression";
import { layout } from "../hcl/layout";
import { Inputs } from "../inputs";
import { ModuleClass } from "../module";
import { ModuleStack } from "../stack";
import { Fields, hclLiteral, snakeCase } from "../types";
import { RequiredProvider, Requirements } from "./interface-files";

/** A value that has to be refused, or warned of. */
interface Case {
  /** What is said of it. */
  readonly message: string;
  /** All inputs that differ from the module's example, by their Terraform names. */
  readonly inputs: Readonly<Record<string, unknown>>;
  /** The block that reports it, as `expect_failures` names it. */
  readonly reportedBy: string;
  /** Every variable that this block looks at. */
  readonly reads: ReadonlySet<string>;
}

/**
 * `tests/validation.tftest.hcl`: for each `validation` block a value that it must refuse, and one for each warning about an
 * input. Written from the declaration, so that a rule cannot be added without its test.
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
    ...runs("refuses", refusals(inputs)),
    ...runs("warns", warnings(inputs)),
  ];
  return layout(lines.map((line) => line.replace(/^# .*$/s, (remark) => remark.replace(/\n/g, " "))));
}

function refusals(inputs: Inputs<Fields>): Case[] {
  const reads = readsOf(inputs);
  return Object.keys(inputs.fields).flatMap((input) => {
    const variable = snakeCase(input);
    return inputs.variableChecks(input).map(({ part, message, inputs: bad }) => ({
      message: `${variable}${part} ${message.replace(/\$\{([^}]*)\}/g, "<$1>")}`,
      inputs: bad,
      reportedBy: `var.${variable}`,
      reads: reads.get(variable) as ReadonlySet<string>,
    }));
  });
}

/** For each variable those that its validations look at, itself, and what theirs look at: where one fails, it is not evaluated. */
function readsOf(inputs: Inputs<Fields>): ReadonlyMap<string, ReadonlySet<string>> {
  const own = new Map(
    Object.keys(inputs.fields).map((input) => {
      const checks = inputs.variableChecks(input);
      return [snakeCase(input), variablesIn(checks.flatMap(({ condition, message }) => [condition, message]))];
    }),
  );
  const all = (variable: string, found = new Set<string>()): Set<string> => {
    if (!found.has(variable)) {
      found.add(variable);
      own.get(variable)?.forEach((other) => all(other, found));
    }
    return found;
  };
  return new Map([...own.keys()].map((variable) => [variable, all(variable)]));
}

const warnings = (inputs: Inputs<Fields>): Case[] =>
  inputs.warningChecks().map(({ name, condition, message, inputs: bad }) => ({
    message,
    inputs: bad,
    reportedBy: `check.${name}`,
    reads: variablesIn([condition, message]),
  }));

const variablesIn = (expressions: readonly string[]): Set<string> =>
  new Set(expressions.flatMap((one) => [...one.matchAll(/\bvar\.(\w+)/g)].map(([, variable]) => variable)));

/**
 * Runs for these cases, as few as there can be: Terraform starts the provider for each, which takes longer than all else in it.
 * It evaluates the validations of each variable whatever became of those of others, so cases share a run where they are reported
 * by different blocks and none has to do with what another's block looks at.
 */
function runs(name: string, cases: readonly Case[]): string[] {
  const shared: Case[][] = [];
  for (const one of cases) {
    const free = shared.find((others) => others.every((other) => areApart(one, other)));
    if (free) free.push(one);
    else shared.push([one]);
  }
  return shared.flatMap((together, i) => run(`${name}_${i + 1}`, together));
}

const areApart = (one: Case, other: Case): boolean =>
  one.reportedBy !== other.reportedBy && !touches(one, other) && !touches(other, one);

/** Whether one gives an input that the other looks at or gives, or fails one: Terraform then skips what looks at it. */
const touches = ({ inputs, reportedBy }: Case, other: Case): boolean =>
  Object.keys(inputs).some((input) => other.reads.has(input) || input in other.inputs) ||
  other.reads.has(reportedBy.replace(/^var\./, ""));

const run = (name: string, cases: readonly Case[]): string[] => [
  "",
  `run "${name}" {`,
  "command = plan",
  "",
  "variables {",
  ...cases.flatMap(({ message, inputs }, i) => [...(i > 0 ? [""] : []), `# ${message}`, ...attributes(inputs)]),
  "}",
  "",
  "expect_failures = [",
  ...cases.map(({ reportedBy }) => `${reportedBy},`),
  "]",
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
