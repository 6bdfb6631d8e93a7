import fc from "fast-check";
import { Block, contains, formatBlock, overlap, parseBlock, subnetOf } from "../../modules/network/cidr";
import { SLOTS, Tier, ZONE_LETTERS, allInside, noneOverlap, plannedBlock } from "../../modules/network/plan";

const TIERS = Object.keys(SLOTS) as Tier[];
const ZONES = [...ZONE_LETTERS].map((letter) => `us-east-1${letter}`);

/** The block of a VPC: /16 to /22, at any place. */
const vpcs = fc
  .record({ prefix: fc.integer({ min: 16, max: 22 }), place: fc.integer({ min: 0, max: 2 ** 16 - 1 }) })
  .map(({ prefix, place }): Block => ({ prefix, network: (place % 2 ** prefix) * 2 ** (32 - prefix) }));

const all = (vpc: Block): Block[] => TIERS.flatMap((tier) => ZONES.map((zone) => plannedBlock(vpc, tier, zone)));

describe("the CIDR plan", () => {
  test("puts every subnet inside of the VPC", () => {
    fc.assert(fc.property(vpcs, (vpc) => all(vpc).every((block) => contains(vpc, block))));
  });

  test("lets no two subnets overlap, in any zone or tier", () => {
    fc.assert(
      fc.property(vpcs, (vpc) => {
        const blocks = all(vpc);
        return blocks.every((a, i) => blocks.slice(i + 1).every((b) => !overlap(a, b)));
      }),
    );
  });

  test("keeps an eighth of the VPC free", () => {
    fc.assert(
      fc.property(vpcs, (vpc) => {
        const rest = subnetOf(vpc, 3, 7);
        return all(vpc).every((block) => !overlap(rest, block));
      }),
    );
  });

  test("never moves a subnet when a zone is added anywhere in the list", () => {
    const lists = fc.shuffledSubarray(ZONES, { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(vpcs, lists, fc.constantFrom(...ZONES), (vpc, zones, added) => {
        const plan = (names: readonly string[]) =>
          new Map(names.map((zone) => [zone, formatBlock(plannedBlock(vpc, "private", zone))]));
        const before = plan(zones);
        const after = plan([added, ...zones]);
        return zones.every((zone) => before.get(zone) === after.get(zone));
      }),
    );
  });

  test("gives subnets that AWS accepts: /16 to /28", () => {
    fc.assert(fc.property(vpcs, (vpc) => all(vpc).every(({ prefix }) => prefix >= 16 && prefix <= 28)));
  });
});

describe("CIDR arithmetic", () => {
  test.each(["10.0.0.0/8", "0.0.0.0/0", "192.168.1.0/24", "255.255.255.255/32"])(
    "%s is read and written back",
    (text) => {
      const block = parseBlock(text);
      expect(block && formatBlock(block)).toBe(text);
    },
  );

  test.each(["10.0.0.1/8", "10.0.0.0", "10.0.0.0/33", "256.0.0.0/8", "a.b.c.d/8", "10.0.0/8", "2001:db8::/32", ""])(
    "%j is none",
    (text) => {
      expect(parseBlock(text)).toBeNull();
    },
  );

  test("subnets given by the caller are compared with the VPC and with one another", () => {
    const subnets = {
      public: { "us-east-1a": "10.0.0.0/24" },
      private: { "us-east-1a": "10.0.0.128/25" },
      database: {},
    };
    expect([allInside("10.0.0.0/16", subnets), noneOverlap(subnets), allInside("10.1.0.0/16", subnets)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
