import fc from "fast-check";
import { DnsRecord, HealthCheck, Sighting, World, answer, isHealthy } from "../../modules/dns-failover/answer";
import { readDeployed } from "../../modules/dns-failover/from-state";

const SIGHTINGS: readonly Sighting[] = ["up", "down", "nothing"];
const HERE = "alb.us-east-1";
const THERE = "alb.us-west-2";

const checks: Record<string, HealthCheck> = {
  endpoint: { kind: "endpoint" },
  latch: { kind: "alarm", insufficientData: "LastKnownStatus" },
  primary: { kind: "calculated", children: ["endpoint", "latch"], threshold: 2 },
  secondary: { kind: "calculated", children: ["latch"], threshold: 1, inverted: true },
};

const primary: DnsRecord = {
  target: HERE,
  routing: { kind: "failover", role: "PRIMARY" },
  healthCheck: "primary",
  evaluateTargetHealth: false,
};

/** With a latch, both records follow it. */
const pair: readonly DnsRecord[] = [
  primary,
  {
    target: THERE,
    routing: { kind: "failover", role: "SECONDARY" },
    healthCheck: "secondary",
    evaluateTargetHealth: false,
  },
];

/** Without one, the secondary goes by the health of its load balancer. */
const unlatched: readonly DnsRecord[] = [
  primary,
  { target: THERE, routing: { kind: "failover", role: "SECONDARY" }, evaluateTargetHealth: true },
];

const world = (changes: Partial<World> = {}): World => ({ checks, sightings: {}, targets: {}, ...changes });
const targets = (records: readonly DnsRecord[], state: World): string[] => [...answer(records, state).keys()];

describe("a failover pair with a latch", () => {
  const states = SIGHTINGS.flatMap((endpoint) =>
    SIGHTINGS.flatMap((latch) =>
      (["up", "down", undefined] as const).flatMap((before) =>
        [true, false].flatMap((here) => [true, false].map((there) => ({ endpoint, latch, before, here, there }))),
      ),
    ),
  );

  test("has 108 states", () => {
    expect(states).toHaveLength(108);
  });

  test.each(states)(
    "goes by the latch alone: endpoint $endpoint, latch $latch, before $before, targets here $here, there $there",
    ({ endpoint, latch, before, here, there }) => {
      const closed = latch === "down" || (latch === "nothing" && before === "down");
      const state = world({
        sightings: { endpoint, latch },
        lastSightings: before === undefined ? {} : { latch: before },
        targets: { [HERE]: here, [THERE]: there },
      });
      expect(targets(pair, state)).toEqual([closed ? THERE : HERE]);
    },
  );

  test("would leave a secondary in its bad minute if that looked at its targets, or a latch without data if that were open", () => {
    const latchIsClosed = { sightings: { latch: "down" }, targets: { [THERE]: false } } as const;
    expect(targets(pair, world(latchIsClosed))).toEqual([THERE]);
    expect(targets([pair[0], { ...pair[1], evaluateTargetHealth: true }], world(latchIsClosed))).toEqual([HERE]);
    expect(targets(unlatched, world(latchIsClosed))).toEqual([HERE]);

    const noData = { lastSightings: { latch: "down" } } as const;
    const forgetful = { ...checks, latch: { kind: "alarm", insufficientData: "Healthy" } as const };
    expect(targets(pair, world(noData))).toEqual([THERE]);
    expect(targets(pair, world({ ...noData, checks: forgetful }))).toEqual([HERE]);
  });

  test("stays with the primary while it is deployed, and would not if a check of the primary were inverted", () => {
    expect(targets(pair, world())).toEqual([HERE]);
    const inverted = { ...checks, latch: { ...checks.latch, inverted: true } };
    expect(targets(pair, world({ checks: inverted }))).toEqual([THERE]);
  });
});

describe("a failover pair without a latch", () => {
  const known = { ...checks, primary: { kind: "calculated", children: ["endpoint"], threshold: 1 } as const };
  const states = SIGHTINGS.flatMap((endpoint) =>
    [true, false].flatMap((here) => [true, false].map((there) => ({ endpoint, here, there }))),
  );

  test.each(states)("endpoint $endpoint, targets here $here, there $there", ({ endpoint, here, there }) => {
    const state = world({ checks: known, sightings: { endpoint }, targets: { [HERE]: here, [THERE]: there } });
    expect(targets(unlatched, state)).toEqual([endpoint === "down" && there ? THERE : HERE]);
  });

  test("always answers the secondary of an unhealthy primary when nobody looks at its health", () => {
    const careless = [unlatched[0], { ...unlatched[1], evaluateTargetHealth: false }];
    expect(targets(careless, world({ sightings: { endpoint: "down" }, targets: { [THERE]: false } }))).toEqual([THERE]);
  });

  test("never moves when both records have the same check", () => {
    const twins = [unlatched[0], { ...unlatched[1], healthCheck: "primary" }];
    expect(targets(twins, world({ sightings: { endpoint: "down" } }))).toEqual([HERE]);
  });

  test("goes back as soon as the primary answers", () => {
    expect(targets(unlatched, world({ checks: known, sightings: { endpoint: "down" } }))).toEqual([THERE]);
    expect(targets(unlatched, world({ checks: known, sightings: { endpoint: "up" } }))).toEqual([HERE]);
  });

  test("answers its only record whatever its health", () => {
    expect(targets([unlatched[0]], world({ sightings: { endpoint: "down" } }))).toEqual([HERE]);
    expect(targets([unlatched[1]], world({ targets: { [THERE]: false } }))).toEqual([THERE]);
  });
});

describe("health checks", () => {
  const children = ["a", "b", "c", "d"];
  const health = fc.array(fc.boolean(), { minLength: children.length, maxLength: children.length });

  test("a calculated check is healthy from its threshold on, in every state of its children", () => {
    for (let state = 0; state < 2 ** children.length; state++) {
      const up = children.filter((_child, i) => (state >> i) % 2 === 1);
      const sightings = Object.fromEntries(
        children.map((child): [string, Sighting] => [child, up.includes(child) ? "up" : "down"]),
      );
      for (let threshold = 0; threshold <= children.length + 1; threshold++) {
        const known = {
          ...Object.fromEntries(children.map((child): [string, HealthCheck] => [child, { kind: "endpoint" }])),
          parent: { kind: "calculated", children, threshold } as const,
        };
        expect(isHealthy("parent", world({ checks: known, sightings }))).toBe(up.length >= threshold);
      }
    }
  });

  test("a threshold above the number of children is never reached, and 0 always", () => {
    fc.assert(
      fc.property(health, (states) => {
        const known = {
          ...Object.fromEntries(children.map((child): [string, HealthCheck] => [child, { kind: "endpoint" }])),
          none: { kind: "calculated", children, threshold: 0 } as const,
          more: { kind: "calculated", children, threshold: children.length + 1 } as const,
        };
        const sightings = Object.fromEntries(
          children.map((child, i): [string, Sighting] => [child, states[i] ? "up" : "down"]),
        );
        const state = world({ checks: known, sightings });
        return isHealthy("none", state) && !isHealthy("more", state);
      }),
    );
  });

  test.each<[HealthCheck, boolean]>([
    [{ kind: "endpoint" }, true],
    [{ kind: "endpoint", inverted: true }, false],
    [{ kind: "alarm", insufficientData: "Healthy" }, true],
    [{ kind: "alarm", insufficientData: "LastKnownStatus" }, true],
    [{ kind: "alarm", insufficientData: "Unhealthy" }, false],
    [{ kind: "alarm", insufficientData: "Healthy", inverted: true }, false],
  ])("a new one, %j, begins healthy: %s", (check, healthy) => {
    expect(isHealthy("new", world({ checks: { new: check } }))).toBe(healthy);
  });

  test.each<[HealthCheck, "up" | "down", boolean]>([
    [{ kind: "alarm", insufficientData: "LastKnownStatus" }, "down", false],
    [{ kind: "alarm", insufficientData: "LastKnownStatus" }, "up", true],
    [{ kind: "alarm", insufficientData: "LastKnownStatus", inverted: true }, "down", true],
    [{ kind: "alarm", insufficientData: "Healthy" }, "down", true],
    [{ kind: "alarm", insufficientData: "Unhealthy" }, "up", false],
  ])("one whose data stopped, %j, after %s is healthy: %s", (check, before, healthy) => {
    expect(isHealthy("old", world({ checks: { old: check }, lastSightings: { old: before } }))).toBe(healthy);
  });

  test("one that does not exist is a mistake", () => {
    expect(() => isHealthy("nobody", world())).toThrow("there is no health check nobody");
  });
});

describe("weighted records", () => {
  const record = (target: string, weight: number): DnsRecord => ({
    target,
    routing: { kind: "weighted", weight },
    evaluateTargetHealth: true,
  });
  const group = fc.array(fc.record({ weight: fc.integer({ min: 0, max: 255 }), healthy: fc.boolean() }), {
    minLength: 1,
    maxLength: 6,
  });

  test("share the queries among the healthy ones with a weight, and exceptions go as published", () => {
    fc.assert(
      fc.property(group, (members) => {
        const records = members.map(({ weight }, i) => record(`t${i}`, weight));
        const health = Object.fromEntries(members.map(({ healthy }, i) => [`t${i}`, healthy]));
        const shares = answer(records, world({ targets: health }));
        const sum = [...shares.values()].reduce((total, share) => total + share, 0);
        const weighed = members.some(({ weight, healthy }) => healthy && weight > 0);
        const anyHealthy = members.some(({ healthy }) => healthy);
        const fits = [...shares.keys()].every((target) => {
          const { weight, healthy } = members[Number(target.slice(1))];
          return weighed ? healthy && weight > 0 : !anyHealthy || healthy;
        });
        return Math.abs(sum - 1) < 1e-9 && fits;
      }),
    );
  });

  test.each<[string, [number, boolean][], Record<string, number>]>([
    [
      "by weight",
      [
        [90, true],
        [10, true],
      ],
      { t0: 0.9, t1: 0.1 },
    ],
    [
      "without the unhealthy one",
      [
        [90, false],
        [10, true],
      ],
      { t1: 1 },
    ],
    [
      "to weight 0 when the others are unhealthy",
      [
        [90, false],
        [0, true],
      ],
      { t1: 1 },
    ],
    [
      "not to weight 0 while another is healthy",
      [
        [1, true],
        [0, true],
      ],
      { t0: 1 },
    ],
    [
      "as if all were healthy when none is",
      [
        [90, false],
        [10, false],
      ],
      { t0: 0.9, t1: 0.1 },
    ],
    [
      "still not to weight 0 when none is healthy",
      [
        [90, false],
        [0, false],
      ],
      { t0: 1 },
    ],
    [
      "alike when all weights are 0",
      [
        [0, true],
        [0, true],
      ],
      { t0: 0.5, t1: 0.5 },
    ],
  ])("%s", (_name, members, expected) => {
    const records = members.map(([weight], i) => record(`t${i}`, weight));
    const health = Object.fromEntries(members.map(([, healthy], i) => [`t${i}`, healthy]));
    expect(Object.fromEntries(answer(records, world({ targets: health })))).toEqual(expected);
  });
});

describe("other records", () => {
  test("a simple record is answered whatever its health", () => {
    const simple: DnsRecord = { target: HERE, routing: { kind: "simple" }, evaluateTargetHealth: true };
    expect(targets([simple], world({ targets: { [HERE]: false } }))).toEqual([HERE]);
  });

  test("no record, no answer", () => {
    expect(targets([], world())).toEqual([]);
  });

  test("two kinds of routing for one name are a mistake", () => {
    const simple: DnsRecord = { target: HERE, routing: { kind: "simple" }, evaluateTargetHealth: false };
    expect(() => answer([pair[0], simple], world())).toThrow("one kind of routing");
  });
});

describe("what Terraform has deployed", () => {
  const record = (values: object) => ({
    type: "aws_route53_record",
    values: { fqdn: "www.example.com", type: "A", health_check_id: "", ...values },
  });
  const alias = (name: string, evaluate_target_health: boolean) => [{ name, evaluate_target_health }];

  test("is read as records and checks", () => {
    const deployed = readDeployed([
      record({
        alias: alias(HERE, false),
        failover_routing_policy: [{ type: "PRIMARY" }],
        weighted_routing_policy: [],
        health_check_id: "primary",
      }),
      record({
        alias: alias(THERE, false),
        failover_routing_policy: [{ type: "SECONDARY" }],
        health_check_id: "secondary",
      }),
      record({ fqdn: "b.example.com", alias: alias(HERE, true), weighted_routing_policy: [{ weight: 9 }] }),
      record({ fqdn: "c.example.com", alias: alias(HERE, false) }),
      record({ fqdn: "_proof.example.com", type: "CNAME", alias: [], records: ["x"] }),
      { type: "aws_route53_health_check", values: { id: "endpoint", type: "HTTPS_STR_MATCH" } },
      {
        type: "aws_route53_health_check",
        values: { id: "latch", type: "CLOUDWATCH_METRIC", insufficient_data_health_status: "LastKnownStatus" },
      },
      {
        type: "aws_route53_health_check",
        values: {
          id: "primary",
          type: "CALCULATED",
          child_healthchecks: ["endpoint", "latch"],
          child_health_threshold: 2,
          invert_healthcheck: false,
        },
      },
      {
        type: "aws_route53_health_check",
        values: {
          id: "secondary",
          type: "CALCULATED",
          child_healthchecks: ["latch"],
          child_health_threshold: 1,
          invert_healthcheck: true,
        },
      },
      { type: "aws_route53_zone", values: {} },
    ]);
    expect(deployed.records).toEqual({
      "www.example.com/A": pair,
      "b.example.com/A": [{ target: HERE, routing: { kind: "weighted", weight: 9 }, evaluateTargetHealth: true }],
      "c.example.com/A": [{ target: HERE, routing: { kind: "simple" }, evaluateTargetHealth: false }],
    });
    expect(deployed.checks).toMatchObject(checks);
  });
});
