import { section, t } from "../../../kernel";
import { hclLiteral } from "../../../kernel/types";
import { sizedName } from "../../parts/sizes";
import elasticache from "../tables/elasticache.json";
import { DATE, EVERY, VERSIONS } from "../versions";
import { whole } from "./types";

/** What the cache runs, and on what. */
export const shapeInputs = {
  ...section("Engine", {
    /**
     * Engine. Valkey continues Redis 7.2 under the BSD licence, and costs 20 % less for nodes and 33 % less for
     * serverless. Nodes go from redis to valkey in place, with `applyImmediately`; the way back replaces the cache.
     * @default "valkey"
     */
    engine: t.oneOf("valkey", "redis").default("valkey"),
    /**
     * Version: major and minor for nodes (8.1), major only for serverless (8). Null is 8.1 for valkey, 7.1 for redis. A
     * higher one is an upgrade in place, and another major one needs `applyImmediately`; a lower one replaces the
     * cache.
     */
    engineVersion: t
      .string()
      .example("8.1")
      .rule({
        test: (version) => VERSIONS.valkey.test(version) || VERSIONS.redis.test(version),
        condition: (ref) => `can(regex("${VERSIONS.valkey.source}|${VERSIONS.redis.source}", ${ref}))`,
        message: `must be a version that ElastiCache has, such as 8.1 (on ${DATE} ${EVERY.join(", ")})`,
        bad: "6.2",
        known: () => EVERY,
      })
      .caution({
        test: (version) => EVERY.includes(version),
        condition: (ref) => `contains(${hclLiteral(EVERY)}, ${ref})`,
        message: `is not a version that ElastiCache had on ${DATE}; it may have come since, or be a mistake`,
        bad: "9.7",
        known: () => EVERY,
      })
      .optional(),
    /**
     * TLS between clients, nodes and replicas. It cannot be turned off: connect with rediss://.
     * @default true
     */
    transitEncryption: t
      .bool()
      .default(true)
      .rule({
        test: (encrypted) => encrypted,
        condition: (ref) => ref,
        message:
          "must be true: without TLS passwords and data cross the network in the clear, and access by user group needs it; point clients at rediss:// instead",
        bad: false,
      }),
  }),
  ...section("Nodes", {
    /**
     * Type of each node. Null is cache.t4g.small: 1.37 GiB, about 19 USD/month in us-east-1 with valkey. Changed in
     * place. A type with data tiering (cache.r6gd) always uses its SSDs; going to or from one replaces the cache.
     */
    nodeType: sizedName("cache", "a node type of ElastiCache", elasticache, "cache.t4g.small").optional(),
    /**
     * Read replicas of each shard, each a node of its own and one of them the next primary. Null is 1. With 0 there is
     * no failover: a lost node loses the data since the last snapshot, and `multiAz` must be false.
     */
    replicas: whole(0, 5, "replicas").optional(),
    /**
     * Whether the nodes of a shard are in different zones. Null is true. Where there are replicas, failover is
     * automatic in any case.
     */
    multiAz: t.bool().optional(),
    /**
     * Cluster mode: keys are spread over shards, which can be added and removed while the cache runs; clients must
     * speak the cluster protocol. Null keeps all keys in one shard. Turning it on or off replaces the cache.
     */
    shards: t
      .object({
        /** Number of shards, each with its part of the keys. */
        count: whole(1, 500, "shards"),
      })
      .optional(),
    /** Port. Null is 6379; a serverless cache has no other. Changing it replaces the cache. */
    port: whole(1024, 65535).optional(),
    /** Kinds of addresses of the nodes. Null is ipv4. Changing it replaces the cache. */
    networkType: t.oneOf("ipv4", "dual_stack", "ipv6").optional(),
    /** Kind of addresses that cluster clients are told. Null is ipv4, or ipv6 where `networkType` is ipv6. */
    ipDiscovery: t.oneOf("ipv4", "ipv6").optional(),
  }),
  ...section("Serverless", {
    /**
     * A serverless cache instead of nodes: AWS keeps it over several zones, chooses its size between these limits and
     * bills what is used. {} takes the limits as they are. Null makes nodes. Going from one to the other replaces the
     * cache.
     */
    serverless: t
      .object({
        /**
         * GB of data at most; beyond, keys with a TTL are evicted. 10 GB cost about 610 USD/month in use.
         * @default 10
         */
        maxStorageGb: whole(1, 5000, "GB").default(10),
        /** GB that are kept ready, and paid for, ahead of a known rush. Null keeps none. */
        minStorageGb: whole(1, 5000, "GB").optional(),
        /**
         * Requests per second at most, in ECPU (one KB each); beyond, they are throttled.
         * @default 10000
         */
        maxEcpuPerSecond: whole(1000, 15_000_000, "ECPU").default(10_000),
        /** ECPU per second that are kept ready, and paid for. Null keeps none. */
        minEcpuPerSecond: whole(1000, 15_000_000, "ECPU").optional(),
      })
      .rule({
        test: ({ minStorageGb, maxStorageGb }) => (minStorageGb ?? 0) <= (maxStorageGb ?? 10),
        condition: (ref) => `coalesce(${ref}.min_storage_gb, 0) <= ${ref}.max_storage_gb`,
        message: (spell) => `must not have a ${spell("minStorageGb")} above ${spell("maxStorageGb")}`,
        bad: { minStorageGb: 20, maxStorageGb: 10 },
      })
      .rule({
        test: ({ minEcpuPerSecond, maxEcpuPerSecond }) => (minEcpuPerSecond ?? 0) <= (maxEcpuPerSecond ?? 10_000),
        condition: (ref) => `coalesce(${ref}.min_ecpu_per_second, 0) <= ${ref}.max_ecpu_per_second`,
        message: (spell) => `must not have a ${spell("minEcpuPerSecond")} above ${spell("maxEcpuPerSecond")}`,
        bad: { minEcpuPerSecond: 20_000, maxEcpuPerSecond: 10_000 },
      })
      .optional(),
  }),
};
