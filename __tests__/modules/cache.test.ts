import { raw } from "../../kernel";
import { Cache, CacheProps } from "../../modules/cache";
import { SynthesizedStack, synthesize } from "../synthesis";

const small = Cache.definition.example;
const serverless: CacheProps = { ...small, serverless: {}, skipFinalSnapshot: true };
const alarms = { topicArns: ["arn:aws:sns:us-east-1:123456789012:alarms"] };
const KEY = "arn:aws:kms:us-east-1:123456789012:key/00000000-0000-0000-0000-000000000000";
const NODES = "aws_elasticache_replication_group";

const cache = (props: Partial<CacheProps> = {}): SynthesizedStack =>
  synthesize((stack) => new Cache(stack, "cache", { ...small, ...props }));
const nodes = (props: Partial<CacheProps> = {}): Record<string, unknown> => cache(props).resource(NODES, "cache");
const text = (value: unknown): string => JSON.stringify(value);

describe("what is made", () => {
  test.each<[string, CacheProps, Record<string, number>]>([
    [
      "nodes",
      small,
      { [NODES]: 1, aws_elasticache_serverless_cache: 0, aws_elasticache_parameter_group: 2, aws_kms_key: 1 },
    ],
    [
      "a serverless cache",
      serverless,
      { [NODES]: 0, aws_elasticache_serverless_cache: 1, aws_elasticache_parameter_group: 0 },
    ],
    ["a serverless cache has no subnet group", serverless, { aws_elasticache_subnet_group: 0 }],
    ["a key of the caller", { ...small, kmsKey: { arn: KEY } }, { aws_kms_key: 0, aws_kms_alias: 0 }],
    ["alarms of a serverless cache", { ...serverless, alarms }, { aws_cloudwatch_metric_alarm: 8 }],
    ["alarms of nothing", serverless, { aws_cloudwatch_metric_alarm: 5 }],
  ])("%s", (_name, props, counts) => {
    const stack = cache(props);
    expect(Object.fromEntries(Object.keys(counts).map((type) => [type, stack.count(type)]))).toEqual(counts);
  });

  test("two caches of one stack do not meet", () => {
    const stack = synthesize((scope) => {
      new Cache(scope, "sessions", { ...small, name: "sessions" });
      new Cache(scope, "jobs", { ...serverless, name: "jobs" });
    });
    expect(Object.keys(stack.resources("aws_elasticache_user_group"))).toEqual(["jobs", "sessions"]);
  });
});

describe("nodes", () => {
  test.each<[string, Partial<CacheProps>, object]>([
    ["are encrypted, at rest with the module's key", {}, { at_rest_encryption_enabled: "true" }],
    ["take nothing but TLS", {}, { transit_encryption_enabled: true, transit_encryption_mode: "required" }],
    ["are in one shard", {}, { num_cache_clusters: "${local.cache_replicas + 1}", cluster_mode: "disabled" }],
    [
      "are in several shards",
      { shards: { count: 3 } },
      { num_node_groups: 3, cluster_mode: "enabled", automatic_failover_enabled: true },
    ],
    ["leave a snapshot", {}, { final_snapshot_identifier: '${coalesce(null, "${local.cache_cache_id}-final")}' }],
    ["keep snapshots for a week", {}, { snapshot_retention_limit: 7, snapshot_window: "03:00-04:00" }],
    ["start from a snapshot", { snapshot: { name: "nimbus-final" } }, { snapshot_name: "nimbus-final" }],
    ["start from files", { snapshot: { arns: ["arn:aws:s3:::a/b.rdb"] } }, { snapshot_arns: expect.anything() }],
    ["let in the group of users only", {}, { user_group_ids: ["${aws_elasticache_user_group.cache.user_group_id}"] }],
  ])("%s", (_name, props, expected) => {
    expect(nodes(props)).toMatchObject(expected);
  });

  test("leave no snapshot where that is said", () => {
    expect(nodes({ skipFinalSnapshot: true }).final_snapshot_identifier ?? null).toBeNull();
  });

  test("are made before their predecessors go, and do not care for another snapshot", () => {
    expect(nodes().lifecycle).toMatchObject({
      create_before_destroy: true,
      ignore_changes: ["snapshot_name", "snapshot_arns", "auth_token_update_strategy"],
    });
  });

  test("are guarded against a replacement and against a lower version", () => {
    const { precondition } = nodes().lifecycle as { precondition: { error_message: string }[] };
    expect(precondition.map(({ error_message }) => error_message)).toEqual([
      expect.stringContaining("would replace the cache and lose the data in it"),
      expect.stringContaining("going down to"),
    ]);
  });

  test("have their family from the version", () => {
    const stack = cache({ engine: "redis" });
    expect(stack.local("cache_engine_version")).toBe('${coalesce(null, "7.1")}');
    expect(stack.local("cache_family")).toBe('${format("%s%s", "redis", split(".", local.cache_engine_version)[0])}');
  });

  test("are told that they have SSDs by their type", () => {
    expect(nodes({ nodeType: "cache.r6gd.xlarge" }).data_tiering_enabled).toBe(
      '${startswith(local.cache_node_type, "cache.r6gd.")}',
    );
  });
});

describe("a serverless cache", () => {
  const made = (props: Partial<CacheProps> = {}): Record<string, unknown> =>
    cache({ ...serverless, ...props }).resource("aws_elasticache_serverless_cache", "cache");

  test("has limits, and runs the major version", () => {
    const stack = cache({ ...serverless, serverless: { maxStorageGb: 5, minStorageGb: 1 } });
    expect(stack.resource("aws_elasticache_serverless_cache", "cache").cache_usage_limits).toMatchObject([
      { data_storage: [{ unit: "GB", minimum: 1, maximum: 5 }], ecpu_per_second: [{ maximum: 10000 }] },
    ]);
    expect(stack.local("cache_engine_version")).toBe('${split(".", coalesce(null, "8.1"))[0]}');
  });

  test("is never replaced for other subnets, and says so", () => {
    expect(made().lifecycle).toMatchObject({ ignore_changes: ["snapshot_arns_to_restore", "subnet_ids"] });
    expect(text(cache(serverless).json.check)).toContain("AWS cannot move it");
  });
});

describe("users", () => {
  test("are authenticated by IAM, with every command but those that administrate", () => {
    expect(cache().local("cache_users")).toContain("-@admin -@dangerous");
  });

  test("have their id for a name, as IAM wants it", () => {
    expect(cache().resource("aws_elasticache_user", "cache")).toMatchObject({
      user_id: "nimbus-production-${each.key}",
      user_name: '${each.key == "default" ? "default" : "nimbus-production-${each.key}"}',
    });
  });

  test("are joined by a default user that is off where Redis wants one", () => {
    const { for_each } = cache({ engine: "redis" }).resource("aws_elasticache_user", "cache");
    expect(for_each).toBe("${local.cache_all_users}");
    expect(cache({ engine: "redis" }).local("cache_all_users")).toContain("off ~* -@all");
  });

  test("take passwords that only Terraform knows", () => {
    const passwords = raw<Record<string, string[]>>("{ web = [data.external.password.result] }");
    expect(() => cache({ users: { web: { auth: "password" } }, passwords })).not.toThrow();
  });
});

describe("who reaches it", () => {
  test("nobody by itself, and nothing leaves", () => {
    const stack = cache();
    expect(stack.local("cache_clients")).toBe("${{}}");
    expect(stack.count("aws_vpc_security_group_egress_rule")).toBe(0);
  });

  test("allowFrom lets one security group in, on the cache's port", () => {
    const stack = synthesize((scope) => new Cache(scope, "cache", small).allowFrom("web", "sg-0a1b2c3d"));
    expect(stack.resource("aws_vpc_security_group_ingress_rule", "cache_from_web")).toMatchObject({
      referenced_security_group_id: "sg-0a1b2c3d",
      from_port: "${local.cache_port}",
      to_port: "${local.cache_port}",
    });
  });

  test("clients of a serverless cache reach its readers too", () => {
    const stack = synthesize((scope) => new Cache(scope, "cache", serverless).allowFrom("web", "sg-0a1b2c3d"));
    expect(stack.resource("aws_vpc_security_group_ingress_rule", "cache_from_web").to_port).toBe(6380);
  });

  test("a role connects to this cache as this user", () => {
    let statement: unknown;
    const stack = synthesize((scope) => {
      statement = new Cache(scope, "cache", small).connectStatement("web");
      scope.addOutput("statement", "The statement.", statement);
    });
    expect(statement).toMatchObject({ effect: "Allow", actions: ["elasticache:Connect"] });
    const { value } = stack.output("statement") as { value: { resources: string[] } };
    expect(value.resources[0]).toContain(`one(${NODES}.cache[*].arn)`);
    expect(value.resources[1]).toContain("aws_elasticache_user.cache[user].arn");
  });
});

describe("endpoints", () => {
  const endpoint = (props: Partial<CacheProps>): unknown => {
    const stack = synthesize((scope) => {
      const made = new Cache(scope, "cache", { ...small, ...props });
      scope.addOutput("endpoint", "Where it is.", made.endpoint);
    });
    return stack.output("endpoint")?.value;
  };

  test.each<[string, Partial<CacheProps>, string]>([
    ["the primary", {}, `${NODES}.cache[*].primary_endpoint_address`],
    ["the configuration of shards", { shards: { count: 2 } }, `${NODES}.cache[*].configuration_endpoint_address`],
    ["the serverless cache", serverless, "aws_elasticache_serverless_cache.cache[*].endpoint[0].address"],
  ])("are those of %s", (_name, props, expected) => {
    expect(endpoint(props)).toBe(`\${one(${expected})}`);
  });
});

describe("bad input is refused with what is allowed", () => {
  test.each<[string, Partial<CacheProps>, string]>([
    ["Multi-AZ with one node", { replicas: 0 }, "multiAz needs replicas: Multi-AZ with one node is none"],
    ["TLS off", { transitEncryption: false }, "transitEncryption must be true: without TLS passwords and data"],
    ["one subnet", { subnetIds: ["subnet-0a"] }, "subnetIds must have 2 to 20 items"],
    ["no user", { users: {} }, "users must name at least one user"],
    [
      "a user without a password",
      { users: { web: { auth: "password" } } },
      "passwords must have an entry for each user",
    ],
    [
      "a password of a user of IAM",
      { passwords: { web: ["correct-horse-battery-staple"] } },
      "passwords must be of users with auth password only",
    ],
    ["a default user of IAM", { users: { default: {} } }, "users must have a default user only with auth password"],
    ["a user with too long a name", { users: { ["a".repeat(30)]: {} } }, "40 characters or less"],
    [
      "a version that Valkey never had",
      { engineVersion: "7.1" },
      "engineVersion must be one of valkey, which begins with 7.2",
    ],
    [
      "a version that Redis does not have here",
      { engine: "redis", engineVersion: "8.0" },
      "engineVersion must be 7.0 or 7.1 with redis",
    ],
    ["nodes without a minor version", { engineVersion: "8" }, "engineVersion must have a minor version for nodes"],
    [
      "windows that overlap",
      { snapshotWindow: "05:30-06:30" },
      "snapshotWindow must not overlap with maintenanceWindow",
    ],
    ["a short window", { snapshotWindow: "03:00-03:30" }, "snapshotWindow must last 60 minutes or longer"],
    ["too many nodes", { shards: { count: 200 }, replicas: 2 }, "shards must not make more than 500 nodes"],
    ["a parameter with an input of its own", { parameters: { "cluster-enabled": "yes" } }, "use maxmemoryPolicy"],
    ["events without a kind", { notifyKeyspaceEvents: "gx" }, "notifyKeyspaceEvents must have K or E"],
    ["everyone", { clients: { all: { cidr: "0.0.0.0/0" } } }, "must not be everyone: name the blocks"],
    ["a client that is none", { clients: { web: {} } }, "must have a cidr or a securityGroupId"],
    ["a node type of RDS", { nodeType: "db.t4g.small" }, "nodeType must be a node type of ElastiCache"],
    [
      "two places to start from",
      { snapshot: { name: "a", arns: ["arn:aws:s3:::a/b.rdb"] } },
      "snapshot must have either a name or arns",
    ],
    ["a name that ElastiCache refuses", { name: "nimbus--cache" }, "name must not have two hyphens in a row"],
  ])("%s", (_name, props, expected) => {
    expect(() => cache(props)).toThrow(expected);
  });

  test.each<[string, Partial<CacheProps>, string]>([
    ["a node type", { nodeType: "cache.t4g.small" }, "nodeType must not be given with serverless"],
    ["replicas", { replicas: 1 }, "replicas must not be given with serverless"],
    ["shards", { shards: { count: 2 } }, "shards must not be given with serverless"],
    ["parameters", { parameters: { timeout: "60" } }, "parameters must be empty with serverless"],
    ["logs", { logs: [] }, "logs must not be given with serverless"],
    ["a minor version", { engineVersion: "8.1" }, "engineVersion must be the major version only with serverless"],
    ["a named snapshot", { snapshot: { name: "final" } }, "snapshot must have arns with serverless"],
    ["a last snapshot", { skipFinalSnapshot: false }, "skipFinalSnapshot must be true with serverless"],
    [
      "limits that cross",
      { serverless: { minStorageGb: 20 } },
      "serverless must not have a minStorageGb above maxStorageGb",
    ],
  ])("%s of a serverless cache", (_name, props, expected) => {
    expect(() => cache({ ...serverless, ...props })).toThrow(expected);
  });

  test("without showing a password", () => {
    const passwords = { web: ["short-secret"] };
    expect(() => cache({ users: { web: { auth: "password" } }, passwords })).toThrow("must have 16 to 128 characters");
    expect(() => cache({ users: { web: { auth: "password" } }, passwords })).not.toThrow("short-secret");
  });
});
