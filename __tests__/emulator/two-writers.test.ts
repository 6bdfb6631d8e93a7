import { Drill } from "../../drill/drill";
import { Names } from "../../drill/names";
import { Promises } from "../../drill/promises";
import { judgeFailback, judgeFence, judgeRestored } from "../../drill/two-writers";
import { Users } from "../../drill/users";
import { Emulator, startEmulator } from "../../emulator";
import { Environment } from "../../environments/definition";
import { Aws } from "../../tools/aws";

/**
 * The drill's clients against the emulator, without Terraform: the region is lost, its data is restored in the other, and it
 * comes back with its old tasks, with a fence and without one.
 */

const HOME = "us-east-1";
const AWAY = "us-west-2";
const HOME_DATABASE = "nimbus-production";
const AWAY_DATABASE = "nimbus-production-dr";

let emulator: Emulator;
let aws: Aws;

const ask = <T>(service: string, operation: string, parameters: object, region = HOME): Promise<T> =>
  aws.ask<T>({ service, operation, region, parameters });

beforeAll(async () => {
  emulator = await startEmulator();
  aws = new Aws({ ...emulator.env });
  await emulator.control("PUT", "database-changes", { seconds: 0 });
});

afterAll(async () => {
  aws.close();
  await emulator.stop();
});

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A service of a region behind a load balancer, whose tasks know a database. Returns the load balancer's ARN. */
async function serve(region: string, host: string): Promise<string> {
  const { Vpc } = await ask<{ Vpc: { VpcId: string } }>("ec2", "CreateVpc", { CidrBlock: "10.0.0.0/16" }, region);
  const vpc = { VpcId: Vpc.VpcId };
  type Gateway = { InternetGateway: { InternetGatewayId: string } };
  const { InternetGateway } = await ask<Gateway>("ec2", "CreateInternetGateway", {}, region);
  await ask("ec2", "AttachInternetGateway", { ...vpc, InternetGatewayId: InternetGateway.InternetGatewayId }, region);
  const subnets: string[] = [];
  for (const zone of ["a", "b"]) {
    const wanted = { ...vpc, CidrBlock: `10.0.${subnets.length}.0/24`, AvailabilityZone: `${region}${zone}` };
    const { Subnet } = await ask<{ Subnet: { SubnetId: string } }>("ec2", "CreateSubnet", wanted, region);
    subnets.push(Subnet.SubnetId);
  }
  const { LoadBalancers } = await ask<{ LoadBalancers: [{ LoadBalancerArn: string }] }>(
    ...(["elbv2", "CreateLoadBalancer", { Name: `web-${Date.now()}`, Subnets: subnets }, region] as const),
  );
  const balancer = LoadBalancers[0].LoadBalancerArn;
  const group = { Name: `web-${Date.now()}`, Protocol: "HTTP", Port: 80, ...vpc, TargetType: "ip" };
  const { TargetGroups } = await ask<{ TargetGroups: [{ TargetGroupArn: string }] }>(
    ...(["elbv2", "CreateTargetGroup", group, region] as const),
  );
  const [{ TargetGroupArn: targetGroupArn }] = TargetGroups;
  const forward = { DefaultActions: [{ Type: "forward", TargetGroupArn: targetGroupArn }] };
  await ask("elbv2", "CreateListener", { LoadBalancerArn: balancer, Protocol: "HTTP", Port: 80, ...forward }, region);
  const container = {
    ...{ name: "web", image: "web", memory: 512, portMappings: [{ containerPort: 80 }] },
    environment: [{ name: "DATABASE_HOST", value: host }],
  };
  const definition = { family: "web", networkMode: "awsvpc", containerDefinitions: [container] };
  await ask("ecs", "CreateCluster", { clusterName: "web" }, region);
  await ask("ecs", "RegisterTaskDefinition", definition, region);
  const service = {
    ...{ cluster: "web", serviceName: "web", taskDefinition: "web", desiredCount: 2 },
    networkConfiguration: { awsvpcConfiguration: { subnets } },
    loadBalancers: [{ targetGroupArn, containerName: "web", containerPort: 80 }],
  };
  await ask("ecs", "CreateService", service, region);
  return balancer;
}

const run = (count: number) =>
  ask("ecs", "UpdateService", { cluster: "web", service: "web", desiredCount: count }, HOME);

type Made = { DBInstance: { DBInstanceArn: string; Endpoint: { Address: string } } };

test("a region that comes back takes rows until the fence, and none after it; without a fence that is noticed", async () => {
  const database = {
    ...{ DBInstanceIdentifier: HOME_DATABASE, DBInstanceClass: "db.m7g.large", Engine: "postgres", DBName: "nimbus" },
    ...{ AllocatedStorage: 20, MasterUsername: "nimbus", MasterUserPassword: "supersecret1", BackupRetentionPeriod: 7 },
  };
  const { DBInstance: made } = await ask<Made>("rds", "CreateDBInstance", database);
  type Replicated = { DBInstanceAutomatedBackup: { DBInstanceAutomatedBackupsArn: string } };
  const { DBInstanceAutomatedBackup: backup } = await ask<Replicated>(
    ...([
      "rds",
      "StartDBInstanceAutomatedBackupsReplication",
      { SourceDBInstanceArn: made.DBInstanceArn },
      AWAY,
    ] as const),
  );
  const balancers: Record<string, string> = { [HOME]: await serve(HOME, made.Endpoint.Address) };
  const names = { loadBalancer: (region: string) => balancers[region] } as unknown as Names;
  const environment = {
    region: HOME,
    database: {},
    services: { web: { uses: { database: {} } } },
  } as unknown as Environment;
  const promises = new Promises();
  const users = await Users.start(emulator, environment, names);
  if (!users) throw new Error("nobody writes");
  const drill = {
    ...{ users, environment, emulator, promises, recovery: { region: AWAY }, timeline: { say: () => undefined } },
    ...{ prefix: HOME_DATABASE, recoveryName: AWAY_DATABASE, databaseName: AWAY_DATABASE },
  } as unknown as Drill;

  await emulator.outage({ region: HOME, mode: "drop" });
  const lostAt = (users.moments.lostAt = Date.now());
  const copy = { SourceDBInstanceAutomatedBackupsArn: backup.DBInstanceAutomatedBackupsArn };
  const restore = { ...copy, TargetDBInstanceIdentifier: AWAY_DATABASE, UseLatestRestorableTime: true };
  const { DBInstance: away } = await ask<Made>("rds", "RestoreDBInstanceToPointInTime", restore, AWAY);
  balancers[AWAY] = await serve(AWAY, away.Endpoint.Address);
  users.seen(AWAY);
  await expect(judgeRestored(drill, "complete", lostAt, new Date(lostAt).toISOString())).resolves.toBe(0);

  users.moments.returnedAt = Date.now();
  await emulator.restore();
  await sleep(3000);
  await run(0);
  users.moments.fencedAt = Date.now();
  await judgeFence(drill);
  const { "never asks again": never, ...asking } = users.figures.writesBeforeFence ?? {};
  expect(never).toBeGreaterThan(0);
  expect(asking).toEqual({ "asks each second": never, "keeps the answer for its TTL": never });
  expect(promises.broken).toEqual([]);

  await sleep(2000);
  users.moments.stoppedAt = Date.now();
  await judgeFailback(drill);
  expect(users.figures.writesAfterFence).toBe(0);
  // Nobody has written away in so short a time, which is no proof of a failback.
  expect(promises.broken.map(({ what }) => what)).toEqual([
    expect.stringMatching(/^every row that was written in us-west-2/),
  ]);

  // What a failback does without the fence: the old tasks go on, and another database takes the place of theirs.
  await run(2);
  await sleep(3000);
  await run(0);
  const last = { DBInstanceIdentifier: HOME_DATABASE, SkipFinalSnapshot: true };
  await ask("rds", "DeleteDBInstance", last);
  await ask("rds", "CreateDBInstance", database);
  await judgeFailback(drill);
  await users.stop();
  expect(users.figures.writesAfterFence).toBeGreaterThan(0);
  expect(promises.broken.at(-1)?.what).toBe("nobody writes to the other side after the fence");
}, 120_000);

test("a control is told its body, also where it asks only", async () => {
  await expect(emulator.control("GET", "rows", { region: AWAY, database: "nowhere" })).rejects.toThrow(
    /nowhere not found/,
  );
});
