import { App } from "cdktf";
import type { Environment } from "../environments/definition";
import { partitionOf } from "../modules/parts/partitions";
import type { Stack } from "../kernel";

/** A region by what it is for: the environment's own, the one that takes over, and the one of what stands for the whole world. */
export type Home = "primary" | "recovery" | "global";

/** What a stack may make or look up with providers of other regions than its own. */
export interface OtherRegions {
  readonly regions: readonly Home[];
  /** Types that may be there, by their kind; "all" is whatever the stack holds. */
  readonly types:
    "all" | Readonly<Partial<Record<"resource" | "data" | "ephemeral", Pick<ReadonlySet<string>, "has">>>>;
  /** What it is for: completes "may use another region for ...". */
  readonly reason: string;
}

/** All that the project knows of a stack: one line of the table, see stacks/index.ts. */
export interface StackDefinition {
  /** What `npx cdktf deploy` is given. */
  readonly name: string;
  /** Region that the stack lives in, with its state. */
  readonly home: Home;
  /** What it may do elsewhere. Without it: nothing. */
  readonly otherRegions?: OtherRegions;
  /**
   * When it is deployed: once, and again when regions or roles change; with every release; or in an incident, when nothing but
   * the recovery region can be reached.
   */
  readonly deployed: "once" | "peace" | "incident";
  /** Whether it is a rehearsal, which is destroyed afterwards with all that is in it. */
  readonly rehearsal?: boolean;
  /** Who deploys it: an administrator of the account, or a role that the bootstrap stack makes. */
  readonly role: "administrator" | "deploy" | "recover";
  /** Stacks whose {@link lookedUp} resources must be there before this one is planned; those that an environment lacks do not count. */
  readonly after: readonly string[];
  /** Addresses of its resources that other stacks look up, keep their state in, or are deployed by as a role. */
  readonly lookedUp: readonly RegExp[];
  /** Whether an environment has it. */
  exists(environment: Environment): boolean;
  /** Its class. */
  readonly stack: new (app: App, definition: StackDefinition, environment: Environment, table: StackTable) => Stack;
}

/** What of its line a stack itself looks at. */
export type StackIdentity = Pick<StackDefinition, "name" | "home" | "rehearsal">;

/** The stacks in the order in which they are deployed. */
export type StackTable = readonly StackDefinition[];

/** The regions of an environment. */
export interface Regions {
  readonly region: string;
  readonly recovery?: { readonly region: string };
  /** Where the lifelines were that primary still has to take away. */
  readonly formerRecoveryRegion?: string;
}

/** The region that a home means for an environment; undefined: the environment has no recovery region. */
export function regionOf(home: Home, { region, recovery }: Regions): string | undefined {
  if (home === "primary") return region;
  return home === "recovery" ? recovery?.region : partitionOf(region).globalRegion;
}

/** Of what was synthesized, what a choice takes of the table, in the order in which it is deployed. */
export const chosenStacks = <T extends { readonly name: string }>(
  table: StackTable,
  synthesized: readonly T[],
  isChosen: (definition: StackDefinition) => boolean,
): T[] => table.filter(isChosen).flatMap(({ name }) => synthesized.filter((stack) => stack.name === name));

/** The stacks that an environment has. */
export const stacksOf = (table: StackTable, environment: Environment): StackTable =>
  table.filter((definition) => definition.exists(environment));
