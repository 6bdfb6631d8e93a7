import { App } from "cdktf";
import { DrStack } from "../../dr";
import { EnvironmentDefinition, checkEnvironment } from "../../environments/definition";
import { Recovery } from "../../environments/definition/schema/recovery";
import { PrimaryStack } from "../../stacks/primary";
import { StandbyStack } from "../../stacks/standby";
import { recovery } from "../environments/recovery";
import production from "../fixtures/environments/production";
import { SynthesizedStack, synthesizeApp } from "../synthesis";

const { database: stated } = production;
if (!stated) throw new Error("production has no database");

/** Production with a read replica in the recovery region. */
const environmentWith = (change: Partial<Recovery> = {}, other: Partial<EnvironmentDefinition> = {}) =>
  checkEnvironment("production", {
    ...production,
    ...other,
    recovery: { ...recovery, database: { mechanism: "replica" }, ...change },
  });

const standbyOf = (change: Partial<Recovery> = {}): SynthesizedStack =>
  synthesizeApp((app: App) => new StandbyStack(app, { name: "standby", home: "recovery" }, environmentWith(change)));

const drOf = (change: Partial<Recovery> = {}, isTest = false): SynthesizedStack =>
  synthesizeApp((app: App) => {
    const identity = { name: isTest ? "restore-test" : "dr", home: "recovery", rehearsal: isTest } as const;
    return new DrStack(app, identity, environmentWith(change));
  });

const primaryOf = (
  change: Partial<Recovery> = {},
  database: EnvironmentDefinition["database"] = stated,
): SynthesizedStack =>
  synthesizeApp(
    (app: App) => new PrimaryStack(app, { name: "primary", home: "primary" }, environmentWith(change, { database })),
  );

interface Resource {
  readonly lifecycle: { readonly ignore_changes: readonly string[]; readonly replace_triggered_by: readonly string[] };
}

describe("the standby", () => {
  const standby = standbyOf();
  const replica = standby.resource("aws_db_instance", "replica");

  test("has a replica of the primary's database, as that is set, with its own region's key, and with backups", () => {
    expect(replica).toMatchObject({
      identifier: "nimbus-production-replica",
      replicate_source_db:
        "arn:${data.aws_partition.current.partition}:rds:${local.lifelines.primary_region}:123456789012:db:${local.lifelines.database.identifier}",
      kms_key_id: "${local.lifelines.kms_key_arn}",
      instance_class: stated.instanceClass,
      backup_retention_period: expect.stringContaining(": 14}") as string,
    });
  });

  test("has one of another class where that is stated", () => {
    const other = standbyOf({ database: { mechanism: "replica", instanceClass: "db.t4g.medium" } });
    expect(other.resource("aws_db_instance", "replica").instance_class).toBe("db.t4g.medium");
  });

  test("has none with another mechanism", () => {
    const without = standbyOf({ database: { mechanism: "point_in_time" } });
    expect(without.count("aws_db_instance")).toBe(0);
    expect(without.resources("terraform_data")).not.toHaveProperty("keep");
  });

  test("changes nothing of what dr decides once it is promoted", () => {
    const { ignore_changes: ignored } = (replica as unknown as Resource).lifecycle;
    expect(ignored).toEqual(
      expect.arrayContaining([
        "replicate_source_db",
        "deletion_protection",
        "vpc_security_group_ids",
        "tags",
        "tags_all",
      ]),
    );
  });

  test("can be destroyed in peace, and lets the provider lift no protection", () => {
    expect(replica).toMatchObject({ deletion_protection: false, skip_final_snapshot: true, apply_immediately: false });
  });

  test("makes another one of a source that is another, and never of one that is promoted", () => {
    expect((replica as unknown as Resource).lifecycle.replace_triggered_by).toEqual([
      "terraform_data.replica_generation",
    ]);
    const { input } = standby.resource("terraform_data", "replica_generation");
    expect(input).toMatch(
      /local\.replica_source == null\) \? coalesce\(.*tags\["ReplicaOf"\].*\) : local\.lifelines\.database\.resource_id\}$/,
    );
  });

  test("refuses its destruction while it holds a promoted one, before anything is destroyed", () => {
    const keep = standby.resource("terraform_data", "keep") as unknown as {
      readonly depends_on: readonly string[];
      readonly provisioner: readonly { readonly "local-exec": { readonly command: string } }[];
    };
    const all = Object.entries(standby.json.resource as Record<string, object>)
      .flatMap(([type, resources]) => Object.keys(resources).map((one) => `${type}.${one}`))
      .filter((address) => address !== "terraform_data.keep");
    expect([...keep.depends_on].sort()).toEqual(all.sort());
    const { command } = keep.provisioner[0]["local-exec"];
    expect(command).toContain("DBInstances[0].ReadReplicaSourceDBInstanceIdentifier' --output text");
    expect(command).toMatch(/arn:\*\) exit 0 ;;\n {2}None\) refuse "the database \S+ was promoted: /);
  });

  test("leaves the names to a person, unless the environment states otherwise", () => {
    const decides = (change: Partial<Recovery>) =>
      String(standbyOf(change).resource("aws_sfn_state_machine", "latch").definition).includes("Look at the services");
    expect([decides({}), decides({ switch: "automatic" })]).toEqual([false, true]);
    expect(decides({ database: { mechanism: "point_in_time" } })).toBe(true);
  });
});

describe("dr", () => {
  const dr = drOf();
  const database = dr.resource("aws_db_instance", "database");
  const adopted = (stack: SynthesizedStack) =>
    (stack.json.import as { to: string; id: string; for_each: string }[]).find(
      ({ to }) => to === "aws_db_instance.database",
    );

  test("takes the replica over under its own name, with its groups and its version", () => {
    expect(dr.local("database_identifier")).toBe(
      '${local.made_from["kind"] == "replica" ? "nimbus-production-replica" : "nimbus-production-dr"}',
    );
    expect(database.identifier).toBe("${local.database_identifier}");
    expect(database.db_subnet_group_name).toMatch(/\.db_subnet_group, null\) : aws_db_subnet_group\.database\.name/);
    expect(database.parameter_group_name).toMatch(/db_parameter_groups\[0\], null\) : /);
    expect(database.skip_final_snapshot).toMatch(/ \? true : false\}$/);
    expect(database.engine_version).toMatch(/\.engine_version, null\)/);
    expect(adopted(dr)?.for_each).toContain('local.made_from["kind"] == "replica"');
  });

  test("promotes it when it is named; without a name it only prepares, and runs no task", () => {
    expect(dr.local("promotes")).toMatch(/local\.replica_source == null\) \|\| local\.promote != null \|\| false\}$/);
    expect(dr.local("copy")).toContain('local.promotes ? "promoted" : ');
    expect(dr.resource("aws_appautoscaling_target", "web")).toMatchObject({
      min_capacity: "${local.serves ? 2 : 0}",
      max_capacity: "${local.serves ? 10 : 0}",
    });
  });

  test("promotes it at once where the health of the services moves the names", () => {
    expect(drOf({ switch: "automatic" }).local("promotes")).toMatch(/\|\| true\}$/);
  });

  test("keeps the resource ID of its source, by which the standby tells it from a replica of another", () => {
    expect(database.tags).toMatchObject({
      RestoredBy: expect.any(String) as string,
      ReplicaOf: expect.any(String) as string,
    });
  });

  test("has no variable, and asks for no replica, in a restore test and with another mechanism", () => {
    for (const stack of [drOf({}, true), drOf({ database: { mechanism: "point_in_time" } })]) {
      expect(stack.json.variable).not.toHaveProperty("promote");
      expect(JSON.stringify(stack.json)).not.toMatch(/nimbus-production-replica|standing/);
    }
  });
});

describe("primary", () => {
  const ARN = "arn:aws:rds:us-west-2:123456789012:db:nimbus-production-replica";
  const back = (promoted: boolean) => ({
    ...stated,
    origin: { replicaOf: { arn: ARN, promoted } },
    replacements: 1,
  });
  const watched = (stack: SynthesizedStack) =>
    Object.keys(stack.resources("aws_cloudwatch_metric_alarm"))
      .filter((name) => name.startsWith("lifelines_watch_replica_"))
      .sort();

  test("has the replica watched where there is one", () => {
    expect(watched(primaryOf())).toEqual(["lifelines_watch_replica_lag", "lifelines_watch_replica_stopped"]);
    expect(watched(primaryOf({ database: { mechanism: "snapshot" } }))).toEqual([]);
  });

  test("takes the data back by a replica of the one that serves, while tasks run there, and none here", () => {
    const stack = primaryOf({}, back(false));
    expect(stack.resource("aws_db_instance", "database").replicate_source_db).toContain(ARN);
    const conditions = JSON.stringify(stack.resource("terraform_data", "database_safeguard"));
    expect(conditions).toContain("run in the cluster nimbus-production of us-east-1");
    expect(conditions).not.toContain("run in the cluster nimbus-production-dr");
  });

  test("promotes that where it is told to, once no task runs in either region", () => {
    const stack = primaryOf({}, back(true));
    expect(stack.resource("aws_db_instance", "database").replicate_source_db).toBeNull();
    const conditions = JSON.stringify(stack.resource("terraform_data", "database_safeguard"));
    for (const cluster of ["nimbus-production of us-east-1", "nimbus-production-dr of us-west-2"]) {
      expect(conditions).toContain(`is to be promoted, and \${sum`);
      expect(conditions).toContain(`run in the cluster ${cluster}`);
    }
    expect(conditions).toContain("There is no replica yet that origin.replicaOf.promoted could promote");
  });
});
