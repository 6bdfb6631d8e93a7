import { GLOBAL_ENDPOINT, PARTITIONS } from "../../modules/parts/partitions";
import { bodyOf } from "../stack-json/elements";

/** Arguments that people read and nothing is requested from. */
const TEXT = ["//", "description", "alarm_description", "error_message", "tags", "tags_all", "default_tags"];

/** Any region's name within a text. */
const REGION = new RegExp(
  `(?<![A-Za-z0-9])(?:${PARTITIONS.map(({ regions }) => regions.source.slice(1, -1).replace("\\d+", "\\d")).join("|")})(?![0-9])`,
  "g",
);

const GLOBAL = new RegExp(GLOBAL_ENDPOINT, "g");

/** A place in a block that names a region, or an endpoint without one. */
export interface Mention {
  /** Path of the argument in the block. */
  readonly path: string;
  readonly name: string;
}

/** Names of regions and of endpoints without one, in all that is not text for people; each once for each argument. */
export function mentionsIn(value: unknown, path = ""): readonly Mention[] {
  if (typeof value === "string") {
    const names = new Set([...(value.match(REGION) ?? []), ...(value.match(GLOBAL) ?? [])]);
    return [...names].map((name) => ({ path, name }));
  }
  if (Array.isArray(value)) return value.flatMap((item, i) => mentionsIn(item, `${path}[${i}]`));
  return Object.entries(bodyOf(value)).flatMap(([key, item]) =>
    TEXT.includes(key) ? [] : [...keyMentions(key, path), ...mentionsIn(item, path ? `${path}.${key}` : key)],
  );
}

/** A key may name a region, as that of a map of variables or of replicas does. */
const keyMentions = (key: string, path: string): Mention[] => (key.match(REGION) ?? []).map((name) => ({ path, name }));
