import { Terraform } from "../../tools/terraform";
import { Names, Surroundings } from "../../drill/names";

/** The failover pair of one name as `terraform show` tells it, and what is answered as the world changes. */

const lb = (region: string, name: string) => ({
  type: "aws_lb",
  values: { arn: `arn:aws:elasticloadbalancing:${region}:123456789012:loadbalancer/app/${name}/1`, dns_name: name },
});
const record = (role: string, target: string, more: object) => ({
  type: "aws_route53_record",
  values: {
    ...{ fqdn: "tasks.example.com", type: "A", failover_routing_policy: [{ type: role }], ...more },
    alias: [{ name: target, evaluate_target_health: false }],
  },
});
const check = (id: string, values: object) => ({ type: "aws_route53_health_check", values: { id, ...values } });

const RESOURCES = [
  lb("us-east-1", "home"),
  lb("us-west-2", "away"),
  check("endpoint", { type: "HTTPS" }),
  check("latch", { type: "CLOUDWATCH_METRIC", insufficient_data_health_status: "LastKnownStatus" }),
  check("both", { type: "CALCULATED", child_healthchecks: ["endpoint", "latch"], child_health_threshold: 2 }),
  check("closed", {
    ...{ type: "CALCULATED", child_healthchecks: ["latch"], child_health_threshold: 1, invert_healthcheck: true },
  }),
  record("PRIMARY", "home", { health_check_id: "both" }),
  record("SECONDARY", "away", { health_check_id: "closed" }),
];

const edge = {
  run: () =>
    Promise.resolve({ status: 0, stdout: JSON.stringify({ values: { root_module: { resources: RESOURCES } } }) }),
} as unknown as Terraform;

const PEACE: Surroundings = {
  lost: [],
  primaryRegion: "us-east-1",
  recoveryRegion: "us-west-2",
  serving: { "us-east-1": true, "us-west-2": false },
  latch: { state: "OK", lastState: "OK" },
};
const NO_DATA = { state: "INSUFFICIENT_DATA" };
const CLOSED = { state: "ALARM", lastState: "ALARM" };
const STOPPED = { state: "INSUFFICIENT_DATA", lastState: "ALARM" };
const home = { "us-east-1": true, "us-west-2": false };
const both = { "us-east-1": true, "us-west-2": true };
const away = { "us-east-1": false, "us-west-2": true };
const nobody = { "us-east-1": false, "us-west-2": false };

describe("a name answers", () => {
  test.each<[string, Partial<Surroundings>, string]>([
    ["the primary region in peace", {}, "us-east-1"],
    ["the primary region before there is any alarm data", { latch: NO_DATA }, "us-east-1"],
    ["the primary region when neither side serves", { lost: ["us-east-1"], serving: nobody }, "us-east-1"],
    ["the primary region, though lost, until it is decided", { lost: ["us-east-1"], serving: away }, "us-east-1"],
    ["the primary region, where dr serves and nobody has decided", { serving: both }, "us-east-1"],
    ["the other one once it is decided", { lost: ["us-east-1"], serving: away, latch: CLOSED }, "us-west-2"],
    ["still the other one when the primary comes back", { serving: both, latch: CLOSED }, "us-west-2"],
    ["still the other one in its bad minute", { serving: home, latch: CLOSED }, "us-west-2"],
    ["still the other one when nobody publishes", { serving: both, latch: STOPPED }, "us-west-2"],
    ["still the other one when all of it happens at once", { serving: home, latch: STOPPED }, "us-west-2"],
    ["the primary again when that is decided", { serving: both, latch: { ...CLOSED, state: "OK" } }, "us-east-1"],
  ])("%s", async (_, changed, region) => {
    const names = await Names.read(edge);
    expect(names.answers("now", { ...PEACE, ...changed })).toEqual([
      { at: "now", name: "tasks.example.com", answer: region },
    ]);
  });
});

test("the load balancers of names are known by their regions", async () => {
  const names = await Names.read(edge);
  expect(names.loadBalancer("us-west-2")).toContain(":us-west-2:");
  expect(() => names.loadBalancer("eu-west-1")).toThrow("knows no load balancer in eu-west-1");
});
