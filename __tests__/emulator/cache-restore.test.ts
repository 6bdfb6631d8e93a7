import { CacheRoot, lossOf } from "./cache/root";

/** What is left of a cache that goes, and what brings it back. */

describe("a cache that goes", () => {
  let root: CacheRoot;
  const caches = ["former"];

  beforeAll(async () => {
    root = await CacheRoot.start("cache-restore");
    root.given({ caches });
    await root.terraform.apply();
  });

  afterAll(() => root?.stop());

  test("is replaced on purpose, the new one first", async () => {
    root.given({ caches, replacements: 1 });
    expect(lossOf(await root.terraform.plan())).toEqual([
      { address: "module.former[0].aws_elasticache_replication_group.this[0]", action: "replace" },
    ]);
    await root.terraform.apply();
    expect(await root.terraform.plan()).toEqual([]);
  });

  test("leaves a snapshot, from which another one starts", async () => {
    root.given({ caches, replacements: 1, restored: "former-final" });
    await root.terraform.apply();
    expect(await root.terraform.plan()).toEqual([]);
  });

  test("and that one is not replaced for another snapshot afterwards", async () => {
    root.given({ caches, replacements: 1, restored: "a-later-one" });
    expect(await root.terraform.plan()).toEqual([]);
  });
});
