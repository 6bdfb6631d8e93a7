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
    alias: [{ name: target, evaluate_target_health: role === "SECONDARY" }],
  },
});
const check = (id: string, values: object) => ({ type: "aws_route53_health_check", values: { id, ...values } });

const RESOURCES = [
  lb("us-east-1", "home"),
  lb("us-west-2", "away"),
  check("endpoint", { type: "HTTPS" }),
  check("latch", { type: "CLOUDWATCH_METRIC", insufficient_data_health_status: "Healthy" }),
  check("both", { type: "CALCULATED", child_healthchecks: ["endpoint", "latch"], child_health_threshold: 2 }),
  record("PRIMARY", "home", { health_check_id: "both" }),
  record("SECONDARY", "away", {}),
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
  latch: "OK",
};
const both = { "us-east-1": true, "us-west-2": true };
const away = { "us-east-1": false, "us-west-2": true };
const nobody = { "us-east-1": false, "us-west-2": false };

describe("a name answers", () => {
  test.each<[string, Partial<Surroundings>, string]>([
    ["the primary region in peace", {}, "us-east-1"],
    ["the primary region before there is any alarm data", { latch: "INSUFFICIENT_DATA" }, "us-east-1"],
    ["the primary region when neither side serves", { lost: ["us-east-1"], serving: nobody }, "us-east-1"],
    ["the other one once dr serves", { lost: ["us-east-1"], serving: away, latch: "ALARM" }, "us-west-2"],
    ["still the other one when the primary comes back", { serving: both, latch: "ALARM" }, "us-west-2"],
    ["the primary again when dr is stopped", { serving: { ...nobody, "us-east-1": true } }, "us-east-1"],
    ["the primary, where dr serves and nobody closed the latch", { serving: both }, "us-east-1"],
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
