import { namesRegion } from "../../environments/definition/checks/lost-region";
import {
  Body,
  ElementKind,
  StackJson,
  bodyOf,
  elementsOf,
  localsOf,
  providersOf,
  referenceTo,
} from "../stack-json/elements";
import { madeElementsOf } from "../stack-json/literals";
import { mentionsIn } from "./regions-in-text";
import { REGIONAL_TYPES } from "./regional-types";
import { Rule, RuleProblem, knownStacks } from "./rule";

type Finding = Omit<RuleProblem, "stack">;

/**
 * The stacks of an incident use regional APIs of the recovery region, and nothing else: an allow-list of types, one
 * provider, and no name of another region in anything that is requested.
 */
export const regionalOnly: Rule = (stacks, context) =>
  knownStacks(stacks, context)
    .filter(({ definition }) => definition.deployed === "incident")
    .flatMap(({ stack, home }) =>
      home === undefined
        ? [noRegion(stack.name)]
        : [
            ...unknownTypes(stack),
            ...hiding(stack),
            ...otherProviders(stack, home),
            ...otherRegions(stack, home, context.environment.region),
          ].map((finding) => ({ stack: stack.name, ...finding })),
    );

const noRegion = (stack: string): RuleProblem => ({
  stack,
  address: "terraform",
  what: "the stack recovers an environment that has no recovery region",
  fix: "state `recovery` in the environment, or leave the stack out",
});

/** What kinds are called in a sentence. */
const KIND: Record<ElementKind, string> = {
  resource: "resource",
  data: "data source",
  ephemeral: "ephemeral resource",
};

function unknownTypes(stack: StackJson): Finding[] {
  return madeElementsOf(stack)
    .filter(({ kind, type }) => !REGIONAL_TYPES[kind].has(type))
    .map(({ kind, type, address }) => ({
      address,
      what: `${type} is not on the list of what an incident may use (${KIND[kind]}): it may need a control plane that is lost with us-east-1`,
      fix: "make it in standby before the incident and read its name from the manifest; if it is regional, add it to promises/rules/regional-types.ts with the reason",
    }));
}

/** What the list of types cannot see into: modules, commands, and look-ups in a check. */
function hiding(stack: StackJson): Finding[] {
  const modules = Object.keys(bodyOf(stack.json.module)).map((name) => ({
    address: `module.${name}`,
    what: "a module hides what it makes from this check",
    fix: "write the resources into the stack, as constructs do",
  }));
  const commands = elementsOf(stack)
    .filter(({ body }) => runsCommand(body.provisioner))
    .map(({ address }) => ({
      address,
      what: "a provisioner runs a command, which may call anything",
      fix: "use a resource of the list",
    }));
  const checks = Object.entries(bodyOf(stack.json.check))
    .filter(([, check]) => bodyOf(check).data !== undefined)
    .map(([name]) => ({
      address: `check.${name}`,
      what: "a look-up in a check is hidden from this rule",
      fix: "make the look-up a data source of the stack",
    }));
  return [...modules, ...commands, ...checks];
}

function otherProviders(stack: StackJson, region: string): Finding[] {
  const providers = providersOf(stack);
  const others = providers
    .filter(({ type, alias, body }) => type !== "aws" || alias !== undefined || body.region !== region)
    .map((provider) => ({
      address: `provider.${referenceTo(provider)}`,
      what: `it is not the one provider that the stack may have, aws in ${region} (its region is ${JSON.stringify(provider.body.region ?? null)})`,
      fix: `take it out: an incident reaches ${region} only`,
    }));
  const required = Object.keys(bodyOf(bodyOf(stack.json.terraform).required_providers))
    .filter((name) => name !== "aws")
    .map((name) => ({
      address: `terraform.required_providers.${name}`,
      what: "a provider other than aws may call anything",
      fix: "take it out",
    }));
  return providers.length > 0
    ? [...others, ...required]
    : [{ address: "provider.aws", what: "the stack states no provider", fix: `state aws in ${region}` }, ...required];
}

function otherRegions(stack: StackJson, region: string, primary: string): Finding[] {
  const locals = Object.entries(localsOf(stack)).filter(([name]) => !/(^|_)(tags|environment)$/.test(name));
  const blocks: [string, unknown][] = [
    ...elementsOf(stack).map(({ address, body }): [string, Body] => [address, body]),
    ...locals.map(([name, value]): [string, unknown] => [`local.${name}`, value]),
    ...named("var", stack.json.variable),
    ...named("check", stack.json.check),
    ...providersOf(stack).map((provider): [string, unknown] => [
      `provider.${referenceTo(provider)}`,
      // The region itself is judged above.
      { ...provider.body, region: undefined },
    ]),
    ["import", stack.json.import],
  ];
  const mentions = blocks.flatMap(([address, body]) =>
    mentionsIn(body)
      .filter(({ name }) => name !== region)
      .map(({ path, name }) => ({ address: path ? `${address}.${path}` : address, name })),
  );
  return [...mentions, ...variablesOf(stack, primary)].map(({ address, name }) => ({
    address,
    what: `it names ${name}, which cannot be reached in an incident`,
    fix: `use what stands in ${region}: a replica's ARN, an image of its registry, a bucket that is replicated there`,
  }));
}

/** Variables of applications, which may name a third region, and what is not AWS's, as the environment's own rules say. */
function variablesOf(stack: StackJson, primary: string): { readonly address: string; readonly name: string }[] {
  return Object.entries(localsOf(stack))
    .filter(([name]) => /(^|_)environment$/.test(name))
    .filter(([, value]) => textsIn(value).some((text) => namesRegion(text, primary)))
    .map(([name]) => ({ address: `local.${name}`, name: primary }));
}

/** The texts in an expression, or in whatever else a local is. */
function textsIn(value: unknown): string[] {
  const source = typeof value === "string" && value.startsWith("${") ? value : JSON.stringify(value);
  return [...source.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, text]) => text);
}

const named = (kind: string, blocks: unknown): [string, unknown][] =>
  Object.entries(bodyOf(blocks)).map(([name, body]) => [`${kind}.${name}`, body]);

/** Whether commands run when something is made; a recovery destroys nothing. */
function runsCommand(provisioner: unknown): boolean {
  const blocks = [provisioner ?? []].flat().flatMap((one) => Object.values(bodyOf(one)).flat());
  return blocks.some((one) => bodyOf(one).when !== "destroy");
}
