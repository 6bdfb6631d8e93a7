import { Deployment } from "../../tools/deployment";
import { formatDiagnostics, parseEvent, TerraformEvent } from "../../tools/terraform-events";

describe("parseEvent", () => {
  test("reads a line of the stream", () => {
    expect(parseEvent('{"type":"version","@message":"Terraform 1.11.4"}')).toMatchObject({ type: "version" });
  });

  test.each(["", "Warning: Unable to open CLI configuration file", '{"type":', '{"no":"type"}'])(
    "takes %j for no event",
    (line) => expect(parseEvent(line)).toBeUndefined(),
  );
});

describe("formatDiagnostics", () => {
  test("says what, where and why, each as a whole", () => {
    const text = formatDiagnostics([
      {
        severity: "error",
        summary: "Invalid value",
        detail: "The first line.\nThe second line.",
        address: "aws_vpc.network",
        range: { filename: "cdk.tf.json", start: { line: 65 } },
        snippet: { context: "resource.aws_vpc.network", code: '"cidr_block": "x"' },
      },
    ]);
    expect(text).toBe(
      [
        "Error: Invalid value",
        "  with aws_vpc.network",
        "  on cdk.tf.json line 65, in resource.aws_vpc.network",
        '    "cidr_block": "x"',
        "",
        "  The first line.",
        "  The second line.",
      ].join("\n"),
    );
  });
});

describe("Deployment", () => {
  const event = (type: string, rest: Partial<TerraformEvent>): TerraformEvent => ({ type, "@message": "", ...rest });
  const hook = (addr: string) => ({ hook: { resource: { addr, resource_type: addr.split(".")[0] ?? "" } } });
  const planned = (add: number) =>
    event("change_summary", { changes: { add, change: 0, remove: 0, operation: "plan" } });

  test("says that it plans until the plan is known", () => {
    expect(new Deployment({ name: "primary" }).progress()).toMatch(/^planning, \d+ s$/);
  });

  test("counts what was built and names what is being built", () => {
    const deployment = new Deployment({ name: "primary" });
    for (const one of [planned(3), event("apply_start", hook("aws_vpc.a")), event("apply_start", hook("aws_lb.b"))]) {
      deployment.follow(one);
    }
    deployment.follow(event("apply_complete", hook("aws_vpc.a")));
    expect(deployment.progress()).toMatch(/^1 of 3 resources, \d+ s: aws_lb\.b \(0 s\)$/);
    expect(deployment.built).toMatchObject([{ address: "aws_vpc.a", type: "aws_vpc" }]);
  });

  test("names the three that are longest at work, and counts the others", () => {
    const deployment = new Deployment({ name: "primary" });
    deployment.follow(planned(5));
    for (const name of ["a", "b", "c", "d", "e"]) deployment.follow(event("apply_start", hook(`aws_subnet.${name}`)));
    expect(deployment.progress()).toMatch(
      /: aws_subnet\.a \(0 s\), aws_subnet\.b \(0 s\), aws_subnet\.c \(0 s\) and 2 more$/,
    );
  });

  test("does not count the data sources that are read on the way", () => {
    const deployment = new Deployment({ name: "primary" });
    const { hook: read } = hook("data.aws_region.current");
    deployment.follow(planned(1));
    deployment.follow(event("apply_start", { hook: { ...read, action: "read" } }));
    expect(deployment.progress()).toMatch(/^0 of 1 resources, \d+ s$/);
    deployment.follow(event("apply_complete", { hook: { ...read, action: "read" } }));
    expect(deployment.built).toEqual([]);
  });

  test("does not count a resource that failed as built", () => {
    const deployment = new Deployment({ name: "primary" });
    for (const one of [
      planned(1),
      event("apply_start", hook("aws_vpc.a")),
      event("apply_errored", hook("aws_vpc.a")),
    ]) {
      deployment.follow(one);
    }
    expect(deployment.built).toEqual([]);
  });
});
