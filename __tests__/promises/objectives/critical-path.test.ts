import fc from "fast-check";
import { Graph, criticalPath, longestPath } from "../../../promises/objectives/critical-path";
import { DURATIONS } from "../../../recovery/durations";

const estimate = (seconds: Record<string, number>) => (element: { type: string }) => [
  { ...DURATIONS.apiCall, seconds: seconds[element.type] ?? 0 },
];

const path = (json: Record<string, unknown>, seconds: Record<string, number>) =>
  criticalPath({ name: "dr", json }, estimate(seconds));

const steps = (json: Record<string, unknown>, seconds: Record<string, number>) =>
  path(json, seconds).steps.map(({ address, starts }) => `${address} at ${starts}`);

describe("the critical path of a stack", () => {
  const SECONDS = { aws_db_instance: 100, aws_cache: 60, aws_ecs_service: 10, aws_lookup: 1 };

  test("is the longest of what runs side by side, and what waits for it", () => {
    const json = {
      resource: {
        aws_db_instance: { a: {} },
        aws_cache: { b: {} },
        aws_ecs_service: { c: { text: "${aws_db_instance.a.address} ${aws_cache.b.address}" } },
      },
    };
    expect(path(json, SECONDS).seconds).toBe(110);
    expect(steps(json, SECONDS)).toEqual(["aws_db_instance.a at 0", "aws_ecs_service.c at 100"]);
  });

  test.each<[string, Record<string, unknown>]>([
    [
      "local values",
      {
        locals: { x: "${local.y}", y: ["${aws_db_instance.a.id}"] },
        resource: { aws_ecs_service: { c: { nested: [{ deep: "${local.x}" }] } } },
      },
    ],
    ["depends_on", { resource: { aws_ecs_service: { c: { depends_on: ["aws_db_instance.a"] } } } }],
    [
      "a precondition",
      {
        resource: {
          aws_ecs_service: { c: { lifecycle: { precondition: [{ condition: "${aws_db_instance.a.ok}" }] } } },
        },
      },
    ],
    [
      "an ephemeral resource",
      {
        ephemeral: { aws_e: { e: { id: "${aws_db_instance.a.id}" } } },
        resource: { aws_ecs_service: { c: { p: "${ephemeral.aws_e.e.v}" } } },
      },
    ],
    [
      "a data source",
      {
        data: { aws_lookup: { d: { id: "${aws_db_instance.a.id}" } } },
        resource: { aws_ecs_service: { c: { p: "${data.aws_lookup.d.v}" } } },
      },
    ],
    ["one of many instances", { resource: { aws_ecs_service: { c: { p: '${aws_db_instance.a["x"].id}' } } } }],
  ])("goes through %s", (_what, json) => {
    const { resource, ...rest } = json;
    const whole = { ...rest, resource: { aws_db_instance: { a: {} }, ...(resource as object) } };
    expect(path(whole, SECONDS).seconds).toBeGreaterThanOrEqual(110);
    expect(steps(whole, SECONDS).at(-1)).toMatch(/^aws_ecs_service.c at 10[01]$/);
  });

  test("looks things up before what an import block adopts", () => {
    const json = {
      data: { aws_lookup: { found: {} } },
      resource: { aws_db_instance: { a: {} } },
      import: [{ for_each: "${toset(data.aws_lookup.found.ids)}", to: "aws_db_instance.a", id: "${each.key}" }],
    };
    expect(steps(json, SECONDS)).toEqual(["data.aws_lookup.found at 0", "aws_db_instance.a at 1"]);
  });

  test("counts all instances once, and what has none not at all", () => {
    const many = { resource: { aws_cache: { b: { count: 5 } } } };
    const none = { locals: { none: "${{}}" }, resource: { aws_cache: { b: { for_each: "${local.none}" } } } };
    expect(path(many, SECONDS).seconds).toBe(60);
    expect(path(none, SECONDS)).toEqual({ seconds: 0, steps: [] });
  });

  test("says what its seconds are made of", () => {
    const [step] = path({ resource: { aws_cache: { b: {} } } }, SECONDS).steps;
    expect(step).toMatchObject({ seconds: 60, source: [{ seconds: 60, source: DURATIONS.apiCall.source }] });
  });

  test("refuses a circle, and shows it", () => {
    const json = {
      resource: { aws_a: { a: { x: "${local.l}" } }, aws_b: { b: { x: "${aws_a.a.id}" } } },
      locals: { l: "${aws_b.b.id}" },
    };
    expect(() => path(json, {})).toThrow("a cycle: aws_a.a -> local.l -> aws_b.b -> aws_a.a");
  });
});

describe("the longest path", () => {
  const NAMES = [..."abcdefgh"];

  /** A graph without circles: each node waits for some that come before it. */
  const graphs = fc
    .tuple(...NAMES.map((_, i) => fc.record({ seconds: fc.nat(100), waitsFor: fc.subarray(NAMES.slice(0, i)) })))
    .map((nodes): Graph => new Map(nodes.map((node, i) => [NAMES[i], node])));

  test("is a chain in which each waits for the one before", () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const { seconds, path } = longestPath(graph);
        const linked = path.every(({ name, starts }, i) =>
          i === 0
            ? starts === 0
            : (graph.get(name)?.waitsFor.includes(path[i - 1].name) ?? false) &&
              starts === path[i - 1].starts + path[i - 1].seconds,
        );
        return linked && path.reduce((sum, step) => sum + step.seconds, 0) === seconds;
      }),
    );
  });

  test("never gets shorter by one more dependency, nor by a longer step", () => {
    fc.assert(
      fc.property(graphs, fc.nat(7), fc.nat(7), fc.nat(50), (graph, one, other, more) => {
        const [early, late] = [Math.min(one, other), Math.max(one, other)].map((i) => NAMES[i]);
        const node = graph.get(late) ?? { seconds: 0, waitsFor: [] };
        const waiting = new Map(graph).set(late, {
          ...node,
          waitsFor: early === late ? node.waitsFor : [...node.waitsFor, early],
        });
        const slower = new Map(graph).set(late, { ...node, seconds: node.seconds + more });
        const { seconds } = longestPath(graph);
        return longestPath(waiting).seconds >= seconds && longestPath(slower).seconds >= seconds;
      }),
    );
  });

  test("does not depend on the order in which things are written", () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const reversed = new Map(
          [...graph].reverse().map(([name, node]) => [name, { ...node, waitsFor: [...node.waitsFor].reverse() }]),
        );
        expect(longestPath(reversed)).toEqual(longestPath(graph));
      }),
    );
  });
});
