import { CacheRoot, lossOf } from "./cache/root";

/** Caches of every shape from the published module, as a plain root calls it: what is done in place, and what is refused. */

describe("caches of nodes, of shards and serverless", () => {
  let root: CacheRoot;
  const caches = ["valkey", "redis", "serverless"];

  beforeAll(async () => {
    root = await CacheRoot.start("cache");
  });

  afterAll(() => root?.stop());

  test("are applied side by side, and the second plan is empty", async () => {
    root.given({ caches });
    await root.terraform.apply();
    expect(await root.terraform.plan()).toEqual([]);
  });

  test("tell where they are, over TLS, and what a role needs to connect", async () => {
    const { endpoints, connect } = await root.terraform.outputs();
    expect(endpoints.value).toEqual([
      expect.stringMatching(/^rediss:\/\/master\.valkey\..+:6379$/),
      expect.stringMatching(/^rediss:\/\/clustercfg\.redis\..+:6379$/),
      expect.stringMatching(/^rediss:\/\/serverless-.+:6379$/),
    ]);
    expect(connect.value).toEqual({
      effect: "Allow",
      actions: ["elasticache:Connect"],
      resources: [
        "arn:aws:elasticache:us-east-1:123456789012:replicationgroup:valkey",
        "arn:aws:elasticache:us-east-1:123456789012:user:valkey-web",
      ],
    });
  });

  test.each<[string, object, RegExp]>([
    ["another port", { valkey: { port: 6380 } }, /Changing port from 6379 to 6380 would replace the cache/],
    ["a lower version", { valkey: { engine_version: "7.2" } }, /going down to 7\.2 would replace it/],
    [
      "another version of the serverless cache, which the provider cannot change in place",
      { serverless: { engine_version: "7" } },
      /Changing engine from valkey 8 to valkey 7 would replace the cache/,
    ],
  ])("refuse %s, by the plan", async (_name, variables, message) => {
    root.given({ caches, ...variables });
    await expect(root.terraform.plan()).rejects.toThrow(message);
  });

  test("get and lose shards in place, by the plan", async () => {
    for (const shards of [1, 3]) {
      root.given({ caches, redis: { shards } });
      expect(await root.terraform.plan()).toEqual([
        { address: "module.redis[0].aws_elasticache_replication_group.this[0]", action: "update" },
      ]);
    }
  });

  test("change in place: size, replicas, zones, version, engine, users, logs", async () => {
    const valkey = {
      engine_version: "8.1",
      logs: ["slow-log"],
      maxmemory_policy: "noeviction",
      multi_az: false,
      node_type: "cache.r7g.large",
      replicas: 2,
      users: { web: { access_string: "on ~* -@all +@read" }, reports: {} },
    };
    const serverless = { max_storage_gb: 8, snapshot_retention_days: 1 };
    root.given({ caches, valkey, serverless, redis: { engine: "valkey" }, subnets: ["c", "a", "b"] });
    expect(lossOf(await root.terraform.plan())).toEqual([]);
    await root.terraform.apply();
    expect(await root.terraform.plan()).toEqual([]);
  });

  test("are destroyed", async () => {
    await root.terraform.destroy();
    expect(await root.terraform.outputs()).toEqual({});
  });
});
