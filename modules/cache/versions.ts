import { above } from "../parts/numbers";
import table from "./tables/elasticache.json";

/** What a cache runs when its caller names no version. */
export const DEFAULT_VERSION = { valkey: "8.1", redis: "7.1" } as const;

/** The day of which AWS's versions are known. */
export const DATE = table.date;

/** Versions of which IAM can authenticate users: from Redis OSS 7.0 and Valkey 7.2 on. */
export const KNOWN = {
  valkey: table.versions.valkey,
  redis: table.versions.redis.filter((version) => Number(version.split(".")[0]) >= 7),
};

const VALKEY_MAJORS = [...new Set(KNOWN.valkey.map((version) => version.split(".")[0]))];
const NEWEST = Number(VALKEY_MAJORS.at(-1));

/** Minor versions of Valkey that there are, or that can still come: Valkey 7 has one, and Redis OSS has ended. */
function minorsOf(major: string): string {
  const minors = KNOWN.valkey
    .filter((version) => version.startsWith(`${major}.`))
    .map((version) => version.split(".")[1]);
  return major === "7" ? minors.join("|") : [...minors, above(Number(minors.at(-1)))].join("|");
}

const valkey = VALKEY_MAJORS.map((major) => `${major}([.](${minorsOf(major)}))?`);
const redis = KNOWN.redis.map((version) => version.split(".")[1]);

/** Versions that there can be: a major one, with a minor one for nodes. */
export const VERSIONS = {
  valkey: new RegExp(`^(${valkey.join("|")}|${NEWEST + 1}([.][0-9]{1,2})?)$`),
  redis: new RegExp(`^7([.](${redis.join("|")}))?$`),
};

const all = [...KNOWN.valkey, ...KNOWN.redis];

/** Every version that ElastiCache has, with and without its minor one. */
export const EVERY = [...new Set([...all, ...all.map((version) => version.split(".")[0])])].sort();
