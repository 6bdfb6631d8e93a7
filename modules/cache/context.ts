import { Construct } from "constructs";
import { Bound, Collection, Flag, Numeric, Text, comment, local, shorthand, tf } from "../../kernel";
import { chosenVersion } from "./engine";
import type { cacheFields } from "./inputs/fields";

/** What every part of the cache needs to know: the inputs, and what they mean where they are left out. */
export interface Context {
  readonly inputs: Bound<typeof cacheFields>;
  /** The cache's id in AWS: its name, and a number once it was replaced on purpose. */
  readonly cacheId: Text;
  /** Major and minor version of nodes, major version of a serverless cache. */
  readonly engineVersion: Text;
  readonly nodeType: Text;
  readonly replicas: Numeric;
  readonly port: Numeric;
  /** Whether the nodes keep part of the data on SSDs, which types of this family do and must be told to. */
  readonly isTiered: Flag;
}

/** Fills in what the caller left out; inputs of nodes have no defaults, so that a serverless cache can refuse them. */
export function completeInputs(scope: Construct, inputs: Bound<typeof cacheFields>): Context {
  const named = <T>(name: string, value: T): T => tf<T>`${local(scope, name, value)}`;
  const { name, replacements } = inputs;
  const nodeType = named("node_type", tf<string>`coalesce(${inputs.nodeType}, "cache.t4g.small")`);
  return {
    inputs,
    cacheId: named("cache_id", tf<string>`${replacements} == 0 ? ${name} : ${`${name}-${replacements}`}`),
    engineVersion: named("engine_version", chosenVersion(inputs)),
    nodeType,
    replicas: named("replicas", tf<number>`coalesce(${inputs.replicas}, 1)`),
    port: named("port", tf<number>`coalesce(${inputs.port}, 6379)`),
    isTiered: shorthand(scope, "is_tiered", tf<Flag>`startswith(${nodeType}, "cache.r6gd.")`),
  };
}

/** A local with the names of instances, which a `for_each` walks. */
export const nameSet = (scope: Construct, name: string, value: unknown, why: string): Collection =>
  tf<Collection>`${comment(local(scope, name, tf`toset(${value})`), why)}`;
