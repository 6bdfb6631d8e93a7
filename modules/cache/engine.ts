import { Bound, choose, given, is, tf } from "../../kernel";
import { DEFAULT_VERSION } from "./versions";
import type { cacheFields } from "./inputs/fields";

/** The version that runs. A serverless cache has the major one only, since AWS chooses the minor one. */
export function chosenVersion({ engine, engineVersion, serverless }: Bound<typeof cacheFields>): string {
  const version = tf<string>`coalesce(${engineVersion}, ${choose(is(engine, "redis"), DEFAULT_VERSION.redis, DEFAULT_VERSION.valkey)})`;
  return choose(given(serverless), tf`split(".", ${version})[0]`, version);
}

/** The family of parameter groups, which ElastiCache names after the engine and its major version. */
export const parameterFamily = (engine: string, version: string): string =>
  tf<string>`format("%s%s", ${engine}, split(".", ${version})[0])`;

/**
 * A number that grows from version to version, over both engines: ElastiCache's first Valkey is 7.2, its last Redis
 * 7.1. What makes it smaller cannot be done in place.
 */
export const versionRank = (version: string): number =>
  tf<number>`sum([for i, part in split(".", ${version}) : tonumber(part) * [1000, 1][i]])`;
