import { Rule, hclLiteral } from "../../kernel/types";

/**
 * Parameters of Valkey and Redis OSS 7 and later that ElastiCache lets be set.
 *
 * Source: Amazon ElastiCache User Guide, "Engine specific parameters", read on 2026-11-29: no package has the list.
 */
const DATE = "2026-11-29";

/** Parameters that are yes or no. */
const SWITCHES: readonly string[] = [
  "activedefrag",
  "activerehashing",
  "close-on-replica-write",
  "cluster-allow-pubsubshard-when-down",
  "cluster-allow-reads-when-down",
  "cluster-enabled",
  "cluster-require-full-coverage",
  "latency-tracking",
  "lazyfree-lazy-eviction",
  "lazyfree-lazy-expire",
  "lazyfree-lazy-server-del",
  "lazyfree-lazy-user-del",
  "lazyfree-lazy-user-flush",
  "lua-replicate-commands",
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
  "client-output-buffer-limit-pubsub-hard-limit": [0, MOST],
  "client-output-buffer-limit-pubsub-soft-limit": [0, MOST],
  "client-output-buffer-limit-pubsub-soft-seconds": [0, MOST],
  "client-query-buffer-limit": [1_048_576, 1_073_741_824],
  databases: [1, 1_200_000],
  "hash-max-listpack-entries": [0, MOST],
  "hash-max-listpack-value": [0, MOST],
  "hash-max-ziplist-entries": [0, MOST],
  "hash-max-ziplist-value": [0, MOST],
  "hll-sparse-max-bytes": [1, 16_000],
  "lfu-decay-time": [0, MOST],
  "lfu-log-factor": [1, MOST],
  "list-compress-depth": [0, MOST],
  "list-max-listpack-size": [-5, MOST],
  "list-max-ziplist-size": [-5, MOST],
  "maxmemory-samples": [1, MOST],
  "min-replicas-max-lag": [0, MOST],
  "min-replicas-to-write": [0, MOST],
  "proto-max-bulk-len": [1_048_576, 536_870_912],
  "repl-backlog-size": [16_384, MOST],
  "repl-backlog-ttl": [0, MOST],
  "reserved-memory": [0, MOST],
  "reserved-memory-percent": [0, 100],
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
  "zset-max-ziplist-entries": [0, MOST],
  "zset-max-ziplist-value": [0, MOST],
};

const TEXTS: readonly string[] = [
  "cluster-preferred-endpoint-type",
  "maxmemory-policy",
  "notify-keyspace-events",
  "rename-commands",
];

const NAMES = [...SWITCHES, ...Object.keys(NUMBERS), ...TEXTS].sort();
/** How names begin of what newer versions bring: commands, searches, clusters. */
const NEW = /^(commandlog|search|cluster|json|hash-field|extended)-/;

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

const isNumber = (name: string, value: string): boolean => {
  const [least, most] = NUMBERS[name];
  return /^-?[0-9]+$/.test(value) && Number(value) >= least && Number(value) <= most;
};

/** Values that the engine does not take. */
export const values: Rule<Parameters, never> = {
  test: (parameters) =>
    Object.entries(parameters).every(([name, value]) => {
      if (SWITCHES.includes(name)) return value === "yes" || value === "no";
      return !Object.hasOwn(NUMBERS, name) || isNumber(name, value);
    }),
  condition: (ref) =>
    `alltrue([for limits in [${hclLiteral(NUMBERS)}] : alltrue([for name, value in ${ref} : value == null ? true : ` +
    `contains(${hclLiteral(SWITCHES)}, name) ? contains(["yes", "no"], value) : !contains(keys(limits), name) ? true : ` +
    `can(regex("^-?[0-9]+$", value)) && try(tonumber(value) >= limits[name][0] && tonumber(value) <= limits[name][1], false)])])`,
  message: "must have yes or no for a switch, and for a number one that ElastiCache takes",
  bad: { "active-defrag-cycle-max": "90" },
};
