import { Element, Provider, StackJson, providerOf, providersOf, referenceTo } from "../stack-json/elements";
import { madeElementsOf } from "../stack-json/literals";
import { LIFELINE_TYPES } from "./lifeline-types";
import { GLOBAL_REGION, RECOVERY_STACKS, Rule, RuleContext, RuleProblem } from "./rule";

/** What a stack may reach beyond its own region. */
interface Reach {
  /** Region of the provider that names no alias. */
  readonly home: string | undefined;
  /** Whether there may be this other provider. */
  readonly mayConfigure: (provider: Provider) => boolean;
  /** Whether an element may use another provider than the stack's own. */
  readonly mayUse: (element: Element) => boolean;
  /** Completes "may use another region for ...". */
  readonly exception: string;
}

/** What edge looks up in other regions: where names lead, and what the latch watches. It changes nothing there. */
const LOOKED_UP = ["aws_lb", "aws_ssm_parameter"];

type Finding = Omit<RuleProblem, "stack">;

/**
 * A stack lives in one region. Exceptions, each checked element by element: the lifelines of primary, the look-ups of
 * edge, and bootstrap.
 */
export const oneRegion: Rule = (stacks, context) =>
  stacks.flatMap((stack) => {
    const reach = reachOf(stack.name, context);
    return [...wrongProviders(stack, reach), ...wrongUses(stack, reach)].map((finding) => ({
      stack: stack.name,
      ...finding,
    }));
  });

function reachOf(name: string, { primaryRegion, recoveryRegion }: RuleContext): Reach {
  const both = [primaryRegion, ...(recoveryRegion === undefined ? [] : [recoveryRegion])];
  const inBoth = ({ body }: Provider): boolean => both.includes(String(body.region));
  switch (name) {
    case "primary":
      return {
        home: primaryRegion,
        mayConfigure: ({ alias, body }) =>
          alias === "recovery" && recoveryRegion !== undefined && body.region === recoveryRegion,
        mayUse: ({ kind, type }) => LIFELINE_TYPES[kind].has(type),
        exception: "a lifeline (promises/rules/lifeline-types.ts)",
      };
    case "edge":
      return {
        home: GLOBAL_REGION,
        mayConfigure: inBoth,
        mayUse: ({ kind, type }) => kind === "data" && LOOKED_UP.includes(type),
        exception: "looking up a load balancer, or what the standby tells of it,",
      };
    case "bootstrap":
      return { home: primaryRegion, mayConfigure: inBoth, mayUse: () => true, exception: "what both regions need" };
    default:
      return {
        home: RECOVERY_STACKS.includes(name) ? recoveryRegion : primaryRegion,
        mayConfigure: () => false,
        mayUse: () => false,
        exception: "nothing",
      };
  }
}

function wrongProviders(stack: StackJson, { home, mayConfigure, exception }: Reach): Finding[] {
  return providersOf(stack)
    .filter((provider) => (provider.alias === undefined ? provider.body.region !== home : !mayConfigure(provider)))
    .map((provider) => ({
      address: `provider.${referenceTo(provider)}`,
      what: `its region is ${JSON.stringify(provider.body.region ?? null)}; stack ${stack.name} lives in ${home ?? "no region of this environment"}, and may use another region for ${exception}`,
      fix:
        provider.alias === undefined
          ? `give it the region ${home}`
          : "take it out, or move what uses it to the stack of that region",
    }));
}

function wrongUses(stack: StackJson, { mayUse, exception }: Reach): Finding[] {
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
        what: `it uses ${name} (${JSON.stringify(provider.body.region ?? null)}); stack ${stack.name} may use another provider for ${exception} only`,
        fix: "use the stack's own provider, or make it in the stack of that region",
      },
    ];
  });
}
