import { App } from "cdktf";
import { EdgeStack } from "../../stacks/edge";
import { Environment, EnvironmentDefinition, checkEnvironment } from "../../environments/definition";
import production from "../fixtures/environments/production";
import { recovery } from "../environments/recovery";
import { SynthesizedStack, synthesizeApp } from "../synthesis";

const NAMES = {
  zone: { id: "Z0123456789ABCDEFGHIJ", name: "example.com" },
  hostnames: ["tasks", "@"],
  healthCheck: { path: "/api/health" },
};

const edge = (change: Partial<EnvironmentDefinition> = {}): SynthesizedStack =>
  synthesizeApp((app: App) => {
    const environment: Environment = checkEnvironment("production", { ...production, names: NAMES, ...change });
    return new EdgeStack(app, { name: "edge", home: "global" }, environment);
  });

const regions = (stack: SynthesizedStack): unknown[] =>
  (stack.json.provider as { aws: { alias?: string; region: string }[] }).aws.map(({ alias, region }) => [
    alias ?? "default",
    region,
  ]);

describe("the edge stack", () => {
  const recovering = edge({ recovery });
  const text = JSON.stringify(recovering.json);

  test("finds both load balancers by name, each in its region, and reads no other stack", () => {
    expect(recovering.json.data).toMatchObject({
      aws_lb: {
        primary: { name: "nimbus-production", provider: "aws.primary" },
        recovery: { name: "nimbus-production-dr", provider: "aws.recovery" },
      },
    });
    expect(regions(recovering)).toEqual([
      ["default", "us-east-1"],
      ["primary", "us-east-1"],
      ["recovery", "us-west-2"],
    ]);
    expect(text).not.toContain("terraform_remote_state");
  });

  test("holds a pair for each name, its checks, and nothing that an incident would have to change", () => {
    expect(Object.keys(recovering.resources("aws_route53_record")).sort()).toEqual([
      "names",
      "names_secondary",
      "names_weighted",
    ]);
    expect(
      Object.values(recovering.resources("aws_route53_health_check"))
        .map(({ type }) => type)
        .sort(),
    ).toEqual(expect.arrayContaining(["CALCULATED", "CLOUDWATCH_METRIC"]));
  });

  test("inverts the secondary's check alone: one of the primary that is new would be unhealthy, and move the names", () => {
    const inverted = Object.entries(recovering.resources("aws_route53_health_check")).flatMap(([name, check]) =>
      check.invert_healthcheck ? [name] : [],
    );
    expect(inverted).toEqual(["names_secondary"]);
  });

  test("reads the latch from the recovery region's alarm, of standard resolution", () => {
    expect(text).toContain('"nimbus-production-latch"');
    expect(text).toContain("us-west-2");
  });

  test("makes Route 53 read the alarm again when the standby tells that it changed", () => {
    expect(recovering.json.data).toMatchObject({
      aws_ssm_parameter: {
        standby: { name: "/holdfast/nimbus-production/standby", provider: "aws.recovery" },
      },
    });
    expect(JSON.stringify(recovering.resource("aws_route53_health_check", "names_latch").triggers)).toContain(
      "standby.insecure_value).latch_settings",
    );
  });

  test("makes simple records of the same addresses where there is one region", () => {
    const single = edge({ recovery: undefined });
    expect(Object.keys(single.resources("aws_route53_record"))).toContain("names");
    expect(single.count("aws_route53_health_check")).toBe(0);
    expect(regions(single)).not.toContainEqual(["recovery", "us-west-2"]);
  });

  test("has a state of its own", () => {
    expect(recovering.json.terraform).toMatchObject({
      backend: { s3: { key: "production/edge.tfstate" } },
    });
  });

  test("says at synth how soon names move, and where the figure is from", () => {
    let said = "";
    synthesizeApp((app: App) => {
      const environment = checkEnvironment("production", { ...production, recovery });
      const stack = new EdgeStack(app, { name: "edge", home: "global" }, environment);
      said = stack.node.metadata.map(({ data }) => String(data)).join(" ");
      return stack;
    });
    expect(said).toContain("at most 190 s");
    expect(said).toContain("Route 53 Developer Guide");
  });
});
