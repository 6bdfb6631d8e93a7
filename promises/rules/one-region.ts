import { StackDefinition, regionOf } from "../../wiring/stack-definition";
import { Element, StackJson, providerOf, providersOf, referenceTo } from "../stack-json/elements";
import { madeElementsOf } from "../stack-json/literals";
import { Rule, RuleContext, RuleProblem, knownStacks } from "./rule";

/** What a stack may reach beyond its own region. */
interface Reach {
  readonly name: string;
  /** Region of the provider that names no alias. */
  readonly home: string | undefined;
  /** Regions that other providers may have. */
  readonly regions: readonly string[];
  /** Whether an element may use another provider than the stack's own. */
  readonly mayUse: (element: Element) => boolean;
  /** Completes "may use another region for ...". */
  readonly exception: string;
}

type Finding = Omit<RuleProblem, "stack">;

/** A stack lives in one region. What it may do in others stands in its line of the table, and is checked element by element. */
export const oneRegion: Rule = (stacks, context) =>
  knownStacks(stacks, context).flatMap(({ stack, definition, home }) => {
    const reach = reachOf(definition, home, context);
    return [...wrongProviders(stack, reach), ...wrongUses(stack, reach)].map((finding) => ({
      stack: stack.name,
      ...finding,
    }));
  });

function reachOf(
  { name, otherRegions }: StackDefinition,
  home: string | undefined,
  { environment }: RuleContext,
): Reach {
  if (!otherRegions) return { name, home, regions: [], mayUse: () => false, exception: "nothing" };
  const { regions, types, reason } = otherRegions;
  return {
    name,
    home,
    regions: regions
      .flatMap((region) => [
        regionOf(region, environment) ?? [],
        // What is no longer stated is destroyed there.
        (region === "recovery" && environment.formerRecoveryRegion) || [],
      ])
      .flat(),
    mayUse: ({ kind, type }) => types === "all" || types[kind]?.has(type) === true,
    exception: reason,
  };
}

function wrongProviders(stack: StackJson, { name, home, regions, exception }: Reach): Finding[] {
  return providersOf(stack)
    .filter((provider) =>
      provider.alias === undefined ? provider.body.region !== home : !regions.includes(String(provider.body.region)),
    )
    .map((provider) => ({
      address: `provider.${referenceTo(provider)}`,
      what: `its region is ${JSON.stringify(provider.body.region ?? null)}; stack ${name} lives in ${home ?? "no region of this environment"}, and may use another region for ${exception}`,
      fix:
        provider.alias === undefined
          ? `give it the region ${home}`
          : "take it out, or move what uses it to the stack of that region",
    }));
}

function wrongUses(stack: StackJson, { name: stackName, mayUse, exception }: Reach): Finding[] {
  const known = new Map(providersOf(stack).map((provider) => [referenceTo(provider), provider]));
  return madeElementsOf(stack).flatMap((element): Finding[] => {
    const name = providerOf(element);
    if (name === null) return [];
    const provider = known.get(name);
    if (!provider) {
      return [
        {
          address: element.address,
          what: `its provider, ${name}, is not configured`,
          fix: "configure it, with a region",
        },
      ];
    }
    if (provider.alias === undefined || mayUse(element)) return [];
    return [
      {
        address: element.address,
        what: `it uses ${name} (${JSON.stringify(provider.body.region ?? null)}); stack ${stackName} may use another provider for ${exception} only`,
        fix: "use the stack's own provider, or make it in the stack of that region",
      },
    ];
  });
}
