import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { App, S3Backend } from "cdktf";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { killTree } from "../../drill/kill";
import { Emulator, startEmulator } from "../../emulator";
import { Stack } from "../../kernel";
import { Database, DatabaseProps } from "../../modules/database";
import { lookBack, takeOver } from "../../stacks/primary/way-back";
import { Aws } from "../../tools/aws";
import { emptyDist } from "../../tools/project";
import { PlannedChange, Terraform, pinProvider } from "../../tools/terraform";
import { synthesizeApp } from "../synthesis";

/**
 * The return of a failback, typed in each order that a tired person may type it in, and killed half-way: no plan gives up
 * a database that nobody has given up, and the data is there at the end. The database alone, as primary makes it.
 */

const REGION = "us-east-1";
const NAME = "returning";
const BUCKET = "states-of-returning";
const SNAPSHOT = "taken-back";
const origin = { snapshot: { id: SNAPSHOT } };
const RETURN = { origin, replacements: 1 };

/** What the stack `primary` makes of the same inputs. */
const stackOf = (props: Partial<DatabaseProps>) =>
  synthesizeApp((app: App) => {
    const stack = new Stack(app, "primary");
    new S3Backend(stack, { bucket: BUCKET, key: "primary.tfstate", region: REGION });
    new AwsProvider(stack, "aws", { region: REGION });
    const vpc = new Vpc(stack, "network", { cidrBlock: "10.30.0.0/16" });
    const subnetIds = ["a", "b"].map(
      (zone, i) =>
        new Subnet(stack, `network_${zone}`, {
          vpcId: vpc.id,
          availabilityZone: `${REGION}${zone}`,
          cidrBlock: `10.30.${i}.0/24`,
        }).id,
    );
    const quiet = [{ cluster: NAME, region: REGION, otherwise: "Fence it first." }];
    const existing = props.origin && lookBack(stack, NAME, quiet);
    const database = new Database(
      stack,
      "database",
      { name: NAME, instanceClass: "db.t4g.medium", vpcId: vpc.id, subnetIds, multiAz: false, ...props },
      { existing },
    );
    if (existing) takeOver(stack, database, existing);
    return stack;
  });

describe("a database whose data is taken back", () => {
  let emulator: Emulator;
  let aws: Aws;
  let terraform: Terraform;
  let directory: string;
  let running = 0;

  const ask = <T>(service: string, operation: string, parameters: object): Promise<T> =>
    aws.ask<T>({ service, operation, region: REGION, parameters });

  /** Writes the stack as it is with these inputs. */
  function given(props: Partial<DatabaseProps>): void {
    writeFileSync(join(directory, "cdk.tf.json"), JSON.stringify(stackOf(props).json, null, 2));
  }
  function planned(props: Partial<DatabaseProps>): Promise<readonly PlannedChange[]> {
    given(props);
    return terraform.plan();
  }
  /** How a run ended, and all that it said, in one line. */
  async function typed(...args: string[]): Promise<{ readonly status: number | null; readonly said: string }> {
    const { status, stdout, stderr } = await terraform.run(args);
    return { status, said: `${stdout} ${stderr}`.replace(/[│╷╵\s]+/g, " ") };
  }
  const resourceId = async (): Promise<string> => {
    const answer = await ask<{ DBInstances: { DbiResourceId: string }[] }>("rds", "DescribeDBInstances", {
      DBInstanceIdentifier: NAME,
    });
    return answer.DBInstances[0].DbiResourceId;
  };
  const statusOfSnapshot = async (): Promise<string> => {
    const answer = await ask<{ DBSnapshots: { Status: string }[] }>("rds", "DescribeDBSnapshots", {
      DBSnapshotIdentifier: SNAPSHOT,
    });
    return answer.DBSnapshots[0].Status;
  };
  const runTasks = (desiredCount: number): Promise<unknown> =>
    ask("ecs", "UpdateService", { cluster: NAME, service: "web", desiredCount });

  /** A service of two tasks, beside the database. */
  async function startService(): Promise<void> {
    await ask("ecs", "CreateCluster", { clusterName: NAME, capacityProviders: ["FARGATE"] });
    const { taskDefinition } = await ask<{ taskDefinition: { taskDefinitionArn: string } }>(
      "ecs",
      "RegisterTaskDefinition",
      {
        family: "web",
        requiresCompatibilities: ["FARGATE"],
        networkMode: "awsvpc",
        cpu: "256",
        memory: "512",
        containerDefinitions: [{ name: "web", image: "web:1" }],
      },
    );
    const { Subnets } = await ask<{ Subnets: { SubnetId: string }[] }>("ec2", "DescribeSubnets", {});
    await ask("ecs", "CreateService", {
      cluster: NAME,
      serviceName: "web",
      taskDefinition: taskDefinition.taskDefinitionArn,
      desiredCount: 2,
      launchType: "FARGATE",
      networkConfiguration: { awsvpcConfiguration: { subnets: [Subnets[0].SubnetId] } },
    });
  }

  beforeAll(async () => {
    emulator = await startEmulator();
    aws = new Aws(emulator.env);
    directory = emptyDist("emulator-tests", "database-return");
    pinProvider(directory);
    terraform = new Terraform(directory, {
      env: emulator.env,
      log: join(directory, "terraform.log"),
      onStart: (pid) => (running = pid),
    });
    await ask("s3", "CreateBucket", { Bucket: BUCKET });
    given({});
    await terraform.init();
    await terraform.apply();
    await startService();
  });
  afterAll(async () => {
    aws?.close();
    await emulator?.stop();
  });

  test("is not kept in silence where replacements was forgotten: the plan is refused", async () => {
    await expect(planned({ origin })).rejects.toThrow(
      /The origin was changed after the database was made.*raise replacements in the same change \(it is 0\)/s,
    );
  });

  test("is not given up for a snapshot that is not there, nor while tasks write to it", async () => {
    await expect(planned(RETURN)).rejects.toThrow(
      /couldn't find resource.*data.aws_db_snapshot.database_origin_snapshot/s,
    );
    await ask("rds", "CreateDBSnapshot", { DBInstanceIdentifier: NAME, DBSnapshotIdentifier: SNAPSHOT });
    while ((await statusOfSnapshot()) !== "available") await sleep(1000);
    await expect(planned(RETURN)).rejects.toThrow(/2 tasks run in the cluster returning of us-east-1.*Fence it first/s);
  });

  test("is not made anew because it is tainted, and is as it was once that is taken back", async () => {
    given({});
    await typed("taint", "aws_db_instance.database");
    const { status, said } = await typed("plan", "-input=false", "-no-color");
    expect(status).toBe(1);
    expect(said).toMatch(
      /REFUSED: .* untaint it \(terraform -chdir=cdktf.out\/stacks\/primary untaint aws_db_instance.database\)/,
    );
    await typed("untaint", "aws_db_instance.database");
    expect(await terraform.plan()).toEqual([]);
  });

  test("is taken over by the next run where one is killed while it restores", async () => {
    const before = await resourceId();
    await runTasks(0);
    await ask("rds", "ModifyDBInstance", {
      DBInstanceIdentifier: NAME,
      DeletionProtection: false,
      ApplyImmediately: true,
    });
    given(RETURN);
    const killed = terraform.run(["apply", "-auto-approve", "-input=false", "-no-color"]);
    const restores = async (): Promise<number> =>
      (await emulator.requests()).filter(({ operation }) => operation === "RestoreDBInstanceFromDBSnapshot").length;
    while ((await restores()) === 0) await sleep(500);
    killTree(running);
    expect((await killed).status).not.toBe(0);
    const begun = await resourceId();
    expect(begun).not.toBe(before);

    await sleep(20_000); // as `aws rds wait db-instance-available` would, which the message names
    const { status, said } = await typed("apply", "-auto-approve", "-input=false", "-no-color");
    if (status !== 0) {
      expect(said).toMatch(/REFUSED.*apply -auto-approve -target=terraform_data\.database_generation/);
      await typed("apply", "-auto-approve", "-input=false", "-target=terraform_data.database_generation");
      await terraform.apply();
    }
    expect(await resourceId()).toBe(begun);
    expect(await restores()).toBe(1);
    expect(await terraform.plan()).toEqual([]);
  });

  test("needs its origin no more then, and is not given up for another, or for a number of before", async () => {
    const changes = await planned({ replacements: 1 });
    expect(changes.filter(({ action }) => action !== "update")).toEqual([]);
    await expect(planned({ origin: { snapshot: { id: "another" } }, replacements: 1 })).rejects.toThrow(
      /The origin was changed/,
    );
    await expect(planned({ replacements: 0 })).rejects.toThrow(/REFUSED|for_each/);
  });
});
