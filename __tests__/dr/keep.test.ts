import { App } from "cdktf";
import { DrStack } from "../../dr";
import { checkEnvironment } from "../../environments/definition";
import { recovery } from "../environments/recovery";
import production from "../fixtures/environments/production";
import { SynthesizedStack, synthesizeApp } from "../synthesis";

const stackOf = (isTest: boolean, database = production.database): SynthesizedStack =>
  synthesizeApp((app: App) => {
    const checked = checkEnvironment("production", { ...production, database, recovery });
    return new DrStack(app, { name: isTest ? "restore-test" : "dr", home: "recovery", rehearsal: isTest }, checked);
  });

interface Keep {
  readonly input: object;
  readonly depends_on: readonly string[];
  readonly provisioner: readonly { "local-exec": { readonly when: string; readonly command: string } }[];
}

test.each([false, true])(
  "what the database module of any app refuses is left to dr, which knows more of its copies (restore test: %s)",
  (isTest) => {
    const stack = stackOf(isTest);
    expect(stack.resources("terraform_data")).not.toHaveProperty("database_safeguard");
    expect(stack.json.data).not.toHaveProperty("aws_db_snapshot.database_origin_snapshot");
  },
);

test("a restore test is destroyed without a question", () => {
  expect(stackOf(true).resources("terraform_data")).not.toHaveProperty("keep");
});

describe("what dr keeps from being destroyed", () => {
  const stack = stackOf(false);
  const keep = stack.resource("terraform_data", "keep") as unknown as Keep;

  test("is asked about before anything goes: all of the stack is destroyed after it", () => {
    const all = Object.entries(stack.json.resource as Record<string, Record<string, unknown>>)
      .flatMap(([type, resources]) => Object.keys(resources).map((one) => `${type}.${one}`))
      .filter((address) => address !== "terraform_data.keep");
    expect([...keep.depends_on].sort()).toEqual(all.sort());
  });

  test("is its own database, in the recovery region", () => {
    expect(keep.input).toEqual({ name: "nimbus-production-dr", region: "us-west-2" });
    const [{ "local-exec": refusal }] = keep.provisioner;
    expect(refusal.when).toBe("destroy");
    expect(refusal.command).toContain("aws rds describe-db-instances --region ${self.input.region} ");
  });
});

test("the last snapshot of its cache is named by the deployment, so that another one finds its name free", () => {
  const cache = stackOf(false).resource("aws_elasticache_replication_group", "cache");
  expect(cache.final_snapshot_identifier).toContain("nimbus-production-dr-final-${aws_security_group.incarnation.id}");
  expect(stackOf(true).resource("aws_elasticache_replication_group", "cache").final_snapshot_identifier).toBeNull();
});

test("the last snapshot of dr is named by the time of the restore, so that its name is free after another incident", () => {
  const name = stackOf(false).resource("aws_db_instance", "database").final_snapshot_identifier;
  expect(name).toMatch(/nimbus-production-dr-final-.*formatdate\("YYYYMMDDhhmmss", local\.made_from\["planned_at"\]/);
});

test.each([false, true])(
  "what a failback writes into the environment's file changes nothing of it (restore test: %s)",
  (isTest) => {
    const origin = { snapshot: { id: "nimbus-production-failback-1" } };
    const edited = stackOf(isTest, { ...production.database, origin, replacements: 1 } as typeof production.database);
    expect(edited.json).toEqual(stackOf(isTest).json);
  },
);
