import { DbInstance } from "@cdktf/provider-aws/lib/db-instance";
import { Lb } from "@cdktf/provider-aws/lib/lb";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { App, LocalBackend } from "cdktf";
import type { Environment } from "../../environments/definition";
import { Stack, describeProblems } from "../../kernel";
import { applyOverrides } from "../../wiring/overrides";
import { synthesizeApp } from "../synthesis";

type Stated = Pick<Environment, "overrides" | "unsafeOverrides">;

/** Two stacks of one load balancer each, and a database in the first: the first as it is written, and what was refused. */
function laidOver(stated: Stated, name = "primary") {
  let problems: string[] = [];
  let said = "";
  const json = synthesizeApp((app: App) => {
    const stacks = ["primary", "standby"].map((id) => {
      const stack = new Stack(app, id);
      new LocalBackend(stack, { path: `${id}.tfstate` });
      new AwsProvider(stack, "aws", { region: "us-east-1" });
      new Lb(stack, "load_balancer", {
        name: "nimbus",
        tags: { Name: "nimbus" },
        subnets: ["subnet-0a"],
        idleTimeout: 60,
        accessLogs: { bucket: "logs", enabled: true },
      });
      if (id === "primary") new DbInstance(stack, "database", { instanceClass: "db.m7g.large" });
      if (id === "primary") new Lb(stack, "unused", { count: 0 });
      return stack;
    });
    problems = applyOverrides(stacks, stated as Environment).map((one) => describeProblems("", [one]).trim());
    said = stacks
      .flatMap((stack) => stack.node.findAll().flatMap(({ node }) => node.metadata))
      .map(({ data }) => String(data))
      .join("\n");
    return stacks.find((stack) => stack.node.id === name) as Stack;
  });
  return { problems, said, resource: (type: string, id: string) => json.resource(type, id) };
}

const LB = "aws_lb.load_balancer";
const balancer = (attributes: NonNullable<Stated["overrides"]>[string]): Stated => ({
  overrides: { [LB]: attributes },
});

describe("an override", () => {
  test("sets an attribute that no input has, in every stack that has the address, and is said", () => {
    for (const stack of ["primary", "standby"]) {
      const { problems, said, resource } = laidOver(balancer({ idle_timeout: 120 }), stack);
      expect(problems).toEqual([]);
      expect(resource("aws_lb", "load_balancer")).toMatchObject({ idle_timeout: 120, name: "nimbus" });
      expect(said).toContain("aws_lb.load_balancer: idle_timeout is overridden: 120");
    }
  });

  test("is of one stack where that is named", () => {
    const stated = { overrides: { [`standby/${LB}`]: { idle_timeout: 120 } } };
    expect(laidOver(stated).resource("aws_lb", "load_balancer")).toMatchObject({ idle_timeout: 60 });
    expect(laidOver(stated, "standby").resource("aws_lb", "load_balancer")).toMatchObject({ idle_timeout: 120 });
  });

  test("leaves what it does not name of a block or a map, and takes the place of a list", () => {
    const stated = balancer({ tags: { Team: "web" }, subnets: ["subnet-0b"] });
    const unsafe = { ...balancer({ access_logs: { prefix: "x" } }), unsafeOverrides: [`${LB}.access_logs`] };
    expect(laidOver(stated).resource("aws_lb", "load_balancer")).toMatchObject({
      tags: { Name: "nimbus", Team: "web" },
      subnets: ["subnet-0b"],
    });
    const { access_logs: logs } = laidOver(unsafe).resource("aws_lb", "load_balancer");
    expect(logs).toEqual({ bucket: "logs", enabled: true, prefix: "x" });
  });

  test("is text where it looks like an expression", () => {
    const { resource } = laidOver(balancer({ tags: { Note: "${var.x}" } }));
    expect(resource("aws_lb", "load_balancer").tags).toMatchObject({ Note: "$${var.x}" });
  });

  test.each<[string, Stated, string]>([
    [
      "an address that nobody has",
      { overrides: { "aws_lb.load_balancr": { idle_timeout: 1 } } },
      'overrides["aws_lb.load_balancr"] is the address of no resource; the nearest are aws_lb.load_balancer',
    ],
    [
      "a stack that has no such address",
      { overrides: { "standby/aws_db_instance.database": { monitoring_interval: 1 } } },
      "is the address of no resource; the nearest are primary/aws_db_instance.database",
    ],
    [
      "a resource that is switched off",
      { overrides: { "aws_lb.unused": { idle_timeout: 1 } } },
      "is the address of no resource",
    ],
    [
      "an attribute that there is not",
      balancer({ idle_timout: 1 }),
      `overrides["${LB}"].idle_timout is no argument that can be set; the nearest are idle_timeout`,
    ],
    ["one that AWS sets", balancer({ dns_name: "x" }), "dns_name is no argument that can be set"],
    [
      "one of a block that there is not",
      { ...balancer({ access_logs: { bucke: "x" } }) },
      "access_logs.bucke is no argument that can be set; the nearest are bucket",
    ],
    ["what the resource is found by", balancer({ name: "other" }), "name cannot be overridden: roles' rights"],
    ["how many there are", balancer({ count: 2 }), "count cannot be overridden: it is Terraform's own"],
    ["a life cycle", balancer({ lifecycle: { ignore_changes: ["name"] } }), "is about life cycle"],
    [
      "a protection",
      balancer({ enable_deletion_protection: false }),
      `is about protection: if you mean it, name it in unsafeOverrides, "${LB}.enable_deletion_protection" (got false)`,
    ],
    ["encryption", { overrides: { "aws_db_instance.database": { storage_encrypted: false } } }, "is about encryption"],
    ["public access", { overrides: { "aws_db_instance.database": { publicly_accessible: true } } }, "is about access"],
    ["retention", { overrides: { "aws_db_instance.database": { backup_retention_period: 1 } } }, "is about retention"],
    ["logs that are switched off in a block", balancer({ connection_logs: { enabled: false } }), "is about access"],
    [
      "an opt-in for nothing",
      { ...balancer({ idle_timeout: 1 }), unsafeOverrides: [`${LB}.idle_timeout`] },
      "unsafeOverrides names nothing that needs it; leave it out",
    ],
  ])("is refused for %s", (_what, stated, message) => {
    const { problems, resource } = laidOver(stated);
    expect(problems).toEqual([expect.stringContaining(message)]);
    expect(resource("aws_lb", "load_balancer").idle_timeout).toBe(60);
  });

  test("of a protection is taken where it is named", () => {
    const stated = {
      overrides: { "aws_db_instance.database": { backup_retention_period: 1 } },
      unsafeOverrides: ["aws_db_instance.database.backup_retention_period"],
    };
    const { problems, resource } = laidOver(stated);
    expect(problems).toEqual([]);
    expect(resource("aws_db_instance", "database").backup_retention_period).toBe(1);
  });
});
