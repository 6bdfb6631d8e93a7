import { Rule, hclLiteral } from "../../kernel/types";

/**
 * Parameters of Valkey and Redis OSS 7 and later that ElastiCache lets be set.
 *
 * Source: Amazon ElastiCache User Guide, "Engine specific parameters", read on 2026-11-29: no package has the list. Names that
 * it says are gone since version 7, or cannot be modified there, are left out.
 */
const DATE = "2026-11-29";

/** Parameters that are yes or no. */
const SWITCHES: readonly string[] = [
  "activedefrag",
  "close-on-replica-write",
  "cluster-allow-pubsubshard-when-down",
  "cluster-allow-reads-when-down",
  "cluster-enabled",
  "cluster-require-full-coverage",
  "extended-redis-compatibility",
  "latency-tracking",
  "lazyfree-lazy-eviction",
  "lazyfree-lazy-expire",
  "lazyfree-lazy-server-del",
  "lazyfree-lazy-user-del",
  "search-enable-partial-results",
];

/** The greatest number that the engine counts with. */
const MOST = 2 ** 53 - 1;

/** Parameters that are whole numbers, with the least and the most. */
const NUMBERS: Readonly<Record<string, readonly [number, number]>> = {
  "acllog-max-len": [1, 10_000],
  "active-defrag-cycle-max": [1, 75],
  "active-defrag-cycle-min": [1, 75],
  "active-defrag-ignore-bytes": [10_485_760, 104_857_600],
  "active-defrag-max-scan-fields": [1, 1_000_000],
  "active-defrag-threshold-lower": [1, 100],
  "active-defrag-threshold-upper": [1, 100],
  "active-expire-effort": [1, 10],
  "client-output-buffer-limit-normal-hard-limit": [0, MOST],
  "client-output-buffer-limit-normal-soft-limit": [0, MOST],
  "client-output-buffer-limit-normal-soft-seconds": [0, MOST],
  "client-output-buffer-limit-pubsub-hard-limit": [0, MOST],
  "client-output-buffer-limit-pubsub-soft-limit": [0, MOST],
  "client-output-buffer-limit-pubsub-soft-seconds": [0, MOST],
  "client-query-buffer-limit": [1_048_576, 1_073_741_824],
  "cluster-databases": [1, 10_000],
  "commandlog-large-reply-max-len": [0, 1024],
  "commandlog-large-request-max-len": [0, 1024],
  "commandlog-reply-larger-than": [-1, MOST],
  "commandlog-request-larger-than": [-1, MOST],
  databases: [1, 1_200_000],
  "hash-max-listpack-entries": [0, MOST],
  "hash-max-listpack-value": [0, MOST],
  "hll-sparse-max-bytes": [1, 16_000],
  "lfu-decay-time": [0, MOST],
  "lfu-log-factor": [1, MOST],
  "list-compress-depth": [0, MOST],
  "list-max-listpack-size": [-5, MOST],
  "maxmemory-samples": [1, 64],
  "min-replicas-max-lag": [0, MOST],
  "min-replicas-to-write": [0, MOST],
  "proto-max-bulk-len": [1_048_576, 536_870_912],
  "repl-backlog-size": [16_384, MOST],
  "repl-backlog-ttl": [0, MOST],
  "reserved-memory": [0, MOST],
  "reserved-memory-percent": [0, 100],
  "search-default-timeout-ms": [1, 60_000],
  "set-max-intset-entries": [0, MOST],
  "set-max-listpack-entries": [0, MOST],
  "set-max-listpack-value": [0, MOST],
  "slowlog-log-slower-than": [-1, MOST],
  "slowlog-max-len": [0, MOST],
  "stream-node-max-bytes": [0, MOST],
  "stream-node-max-entries": [0, MOST],
  "tcp-keepalive": [0, MOST],
  timeout: [0, MOST],
  "tracking-table-max-keys": [1, 100_000_000],
  "zset-max-listpack-entries": [0, MOST],
  "zset-max-listpack-value": [0, MOST],
};

/** Parameters that are one of some words. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  "acl-pubsub-default": ["resetchannels", "allchannels"],
  "cluster-preferred-endpoint-type": ["ip", "tls-dynamic"],
  "search-fanout-target-mode": ["client", "throughput"],
};

const TEXTS: readonly string[] = ["maxmemory-policy", "notify-keyspace-events", "rename-commands"];

/** Parameters that ElastiCache lets be set. */
export const NAMES = [...SWITCHES, ...Object.keys(NUMBERS), ...Object.keys(WORDS), ...TEXTS].sort();
/** How names begin of what newer versions bring: commands, searches, clusters. */
const NEW = /^(commandlog|search|cluster|json|hash-field|extended)-/;

/** Parameters of one family: gone in version 8, or not there before it. */
const UNTIL_7 = /^lazyfree-lazy-/;
const FROM_8 = /^(commandlog|search|extended)-/;
const FROM_9 = /^cluster-databases$/;

type Parameters = Readonly<Record<string, string>>;

const isName = (name: string): boolean => NAMES.includes(name) || NEW.test(name);
const wrongNames = (ref: string): string =>
  `setsubtract([for name in keys(${ref}) : name if !can(regex("${NEW.source}", name))], ${hclLiteral(NAMES)})`;

/** Names that ElastiCache does not let be set: it has no append-only file, and keeps memory, files and ports to itself. */
export const known: Rule<Parameters, never> = {
  test: (parameters) => Object.keys(parameters).every(isName),
  condition: (ref) => `length(${wrongNames(ref)}) == 0`,
  message: `must be parameters that ElastiCache lets be set (as of ${DATE}); appendonly is none, since it has no append-only file: snapshots and replicas keep the data`,
  bad: { appendonly: "yes" },
  wrongKeys: { in: (parameters) => Object.keys(parameters).filter((name) => !isName(name)), hcl: wrongNames },
  known: () => NAMES,
};

/** Names with each of their words. */
const wordsOf = Object.entries(WORDS).flatMap(([name, words]) => words.map((word) => `${name}=${word}`));

const isNumber = (name: string, value: string): boolean => {
  const [least, most] = NUMBERS[name];
  return /^-?[0-9]+$/.test(value) && Number(value) >= least && Number(value) <= most;
};

/** What begins like a parameter of newer versions, and is none that the guide had. */
export const addedSince: Rule<Parameters, never> = {
  test: (parameters) => Object.keys(parameters).every((name) => NAMES.includes(name)),
  condition: (ref) => `length(setsubtract(keys(${ref}), ${hclLiteral(NAMES)})) == 0`,
  message: `has a key that is not a parameter that ElastiCache had on ${DATE}; it may have come since, or be a mistake`,
  bad: { "commandlog-none-of-these": "1" },
  known: () => NAMES,
};

const takes = (name: string, value: string): boolean => {
  if (SWITCHES.includes(name)) return value === "yes" || value === "no";
  if (Object.hasOwn(WORDS, name)) return WORDS[name].includes(value);
  return !Object.hasOwn(NUMBERS, name) || isNumber(name, value);
};

/** Values that the engine does not take. */
export const values: Rule<Parameters, never> = {
  test: (parameters) => Object.entries(parameters).every(([name, value]) => takes(name, value)),
  condition: (ref) =>
    `alltrue([for limits in [${hclLiteral(NUMBERS)}] : alltrue([for name, value in ${ref} : value == null ? true : ` +
    `contains(${hclLiteral(SWITCHES)}, name) ? contains(["yes", "no"], value) : ` +
    `contains(${hclLiteral(Object.keys(WORDS))}, name) ? contains(${hclLiteral(wordsOf)}, "\${name}=\${value}") : ` +
    `!contains(keys(limits), name) ? true : ` +
    `can(regex("^-?[0-9]+$", value)) && try(tonumber(value) >= limits[name][0] && tonumber(value) <= limits[name][1], false)])])`,
  message: "must have yes or no for a switch, and for a number or a word one that ElastiCache takes",
  bad: { "active-defrag-cycle-max": "90" },
};

/** Seconds that ElastiCache refuses as a timeout, though 0 turns it off. */
export const idle: Rule<Parameters, never> = {
  test: ({ timeout = "0" }) => !/^([1-9]|1[0-9])$/.test(timeout),
  condition: (ref) => `!can(regex("^([1-9]|1[0-9])$", lookup(${ref}, "timeout", "0")))`,
  message: "must have a timeout of 0, which never closes an idle connection, or of 20 seconds and more",
  bad: { timeout: "10" },
};

/** Whether a version of the engine has all of these parameters, as far as they are known. */
export const areOf = (major: number, parameters: Parameters): boolean =>
  Object.keys(parameters).every(
    (name) =>
      !(major >= 8 && UNTIL_7.test(name)) && !(major < 8 && FROM_8.test(name)) && !(major < 9 && FROM_9.test(name)),
  );

/** The same as HCL. */
export const areOfHcl = (major: string, ref: string): string =>
  `alltrue([for name in keys(${ref}) : ` +
  `!(${major} >= 8 && can(regex("${UNTIL_7.source}", name))) && !(${major} < 8 && can(regex("${FROM_8.source}", name))) && ` +
  `!(${major} < 9 && can(regex("${FROM_9.source}", name)))])`;
