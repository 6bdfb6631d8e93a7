import {
  MachineConfig,
  databaseBranch,
  imagesBranch,
  kitBranch,
  machine,
  replicaBranch,
  restoreTestBranch,
  secretsBranch,
  snapshotBranch,
} from "../../../modules/recovery-watch/machine";
import { COPIES, decode, encode } from "../../../recovery/contract";
import { Api, AwsError, Execution, Interpreter } from "./interpreter";

/** What the state machine of the watch measures, publishes and remembers, with JSONata as Step Functions runs it. */

const NOW = new Date("2026-11-21T12:00:00Z");
const BACKUP = "arn:aws:rds:us-west-2:123456789012:auto-backup:ab-0a1b2c3d";
const PLAN = "arn:aws:backup:us-west-2:123456789012:restore-testing-plan:nimbus_production-0a1b2c3d";
const KEY = "arn:aws:kms:us-west-2:123456789012:key/00000000-0000-0000-0000-000000000000";
const YEAR = 31_536_000;

const image = (name: string) => ({
  name,
  registry_id: "123456789012",
  region: "us-west-2",
  repository: `nimbus/${name}`,
  image_id: { ImageTag: "1.0.0" },
});
const secret = (name: string) => ({ name, arn: `arn:aws:secretsmanager:us-west-2:123456789012:secret:${name}` });

const config: MachineConfig = {
  partition: "aws",
  environment: "nimbus-production",
  namespace: "Holdfast/Recovery",
  primaryRegion: "us-east-1",
  parameterName: "/holdfast/nimbus-production/copies",
  automatedBackupArn: BACKUP,
  snapshotKey: KEY,
  kitKey: "kit/production/SHA256SUMS",
  branches: [
    databaseBranch("aws", BACKUP),
    snapshotBranch("aws", "nimbus-production"),
    restoreTestBranch("aws", PLAN),
    imagesBranch("aws", [image("web"), image("worker")]),
    secretsBranch("aws", [secret("session-key"), secret("dsn")]),
  ],
};

const snapshot = (time: string, change: object = {}) => ({
  DbSnapshotIdentifier: `awsbackup:copyjob-${time}`,
  AllocatedStorage: 20,
  Status: "available",
  KmsKeyId: KEY,
  SnapshotCreateTime: "2026-11-21T11:59:00Z",
  OriginalSnapshotCreateTime: time,
  ...change,
});

/** RDS answers one type of snapshots at a time. */
const ofAwsBackup =
  (...snapshots: object[]) =>
  ({ SnapshotType }: { readonly SnapshotType: string }) => ({
    DbSnapshots: SnapshotType === "awsbackup" ? snapshots : [],
  });

/** An account where everything is as it should be. */
const healthy: Record<string, (input: never) => unknown> = {
  "rds:describeDBInstanceAutomatedBackups": () => ({
    DbInstanceAutomatedBackups: [
      {
        Status: "replicating",
        Encrypted: true,
        AllocatedStorage: 20,
        RestoreWindow: { EarliestTime: "2026-11-07T11:50:00.000Z", LatestTime: "2026-11-21T11:50:00.000Z" },
      },
    ],
  }),
  "rds:describeDBSnapshots": ofAwsBackup(snapshot("2026-11-20T05:00:00Z"), snapshot("2026-11-21T05:00:00Z")),
  "backup:listRestoreJobs": () => ({ RestoreJobs: [] }),
  "ecr:describeImages": () => ({ ImageDetails: [{}] }),
  "secretsmanager:describeSecret": () => ({
    PrimaryRegion: "us-east-1",
    VersionIdsToStages: { "1": ["AWSPREVIOUS"], "2": ["AWSCURRENT", "TERRAFORM"] },
  }),
  "cloudwatch:putMetricData": () => ({}),
  "ssm:putParameter": () => ({ Version: 1 }),
};

interface Outcome extends Execution {
  /** The published figures by their names; none when nothing was published. */
  readonly figures: Record<string, number>;
  /** What was remembered; undefined when nothing was. */
  readonly copies?: Record<string, unknown>;
  readonly asked: readonly { action: string; input: Record<string, unknown> }[];
}

async function look(change: Record<string, (input: never) => unknown> = {}, changed = config): Promise<Outcome> {
  const asked: { action: string; input: Record<string, unknown> }[] = [];
  const account = { ...healthy, ...change };
  const api: Api = (action, input: Record<string, unknown>) => {
    asked.push({ action, input });
    return account[action](input as never);
  };
  const execution = await new Interpreter(api, NOW).run(machine(changed));
  const inputOf = (action: string) => asked.find((one) => one.action === action)?.input;
  const data = (inputOf("cloudwatch:putMetricData")?.MetricData ?? []) as { MetricName: string; Value: number }[];
  const remembered = inputOf("ssm:putParameter")?.Value as string | undefined;
  if (remembered !== undefined) expectContract(remembered);
  return {
    ...execution,
    figures: Object.fromEntries(data.map(({ MetricName, Value }) => [MetricName, Value])),
    copies: remembered === undefined ? undefined : (JSON.parse(remembered) as Record<string, unknown>),
    asked,
  };
}

/** Whatever the machine writes is what dr reads: all fields of the contract, of their types, and no others. */
const expectContract = (text: string): void =>
  expect(JSON.parse(encode(COPIES, decode(COPIES, text)))).toEqual(JSON.parse(text));

const failing =
  (code: string): (() => never) =>
  () => {
    throw new AwsError(code);
  };

describe("when all is well", () => {
  let outcome: Outcome;
  beforeAll(async () => {
    outcome = await look();
  });

  test("succeeds, and publishes how old the copies are", () => {
    expect(outcome.status).toBe("SUCCEEDED");
    expect(outcome.figures).toEqual({
      DatabaseCopyAge: 600,
      SnapshotCopyAge: 7 * 3600,
      FailedRestoreTests: 0,
      MissingImages: 0,
      StaleSecrets: 0,
    });
  });

  test("publishes under the environment, in the units that CloudWatch knows", () => {
    const { input } = outcome.asked.find(({ action }) => action === "cloudwatch:putMetricData")!;
    expect(input.Namespace).toBe("Holdfast/Recovery");
    for (const one of input.MetricData as object[]) {
      expect(one).toMatchObject({
        Dimensions: [{ Name: "Environment", Value: "nimbus-production" }],
        Unit: expect.stringMatching(/^(Seconds|Count)$/) as string,
      });
    }
  });

  test("remembers what a recovery has to know", () => {
    expect(outcome.copies).toEqual({
      schema: 2,
      checked_at: "2026-11-21T12:00:00Z",
      database: {
        automated_backup_arn: BACKUP,
        status: "replicating",
        earliest_restorable_time: "2026-11-07T11:50:00Z",
        latest_restorable_time: "2026-11-21T11:50:00Z",
        allocated_storage: 20,
        encrypted: true,
      },
      replica: null,
      snapshots: {
        "awsbackup:copyjob-2026-11-21T05:00:00Z": { data_until: "2026-11-21T05:00:00Z", allocated_storage: 20 },
        "awsbackup:copyjob-2026-11-20T05:00:00Z": { data_until: "2026-11-20T05:00:00Z", allocated_storage: 20 },
      },
      missing_images: [],
      stale_secrets: [],
    });
    expect(outcome.asked.at(-1)).toMatchObject({
      input: { Name: "/holdfast/nimbus-production/copies", Type: "String", Overwrite: true },
    });
  });

  test("asks for the image by its registry, repository and tag, and for no value of a secret", () => {
    expect(outcome.asked.map(({ action }) => action)).not.toContain("secretsmanager:getSecretValue");
    expect(outcome.asked.find(({ action }) => action === "ecr:describeImages")?.input).toEqual({
      RegistryId: "123456789012",
      RepositoryName: "nimbus/web",
      ImageIds: [{ ImageTag: "1.0.0" }],
    });
  });
});

describe("a backup that is gone", () => {
  test.each<[string, () => unknown]>([
    ["that AWS does not find", failing("Rds.DbInstanceAutomatedBackupNotFoundException")],
    ["that is in no list", () => ({ DbInstanceAutomatedBackups: [] })],
  ])("%s is a year old, and the machine goes on", async (_name, answer) => {
    const { figures, copies, status } = await look({ "rds:describeDBInstanceAutomatedBackups": answer });
    expect(status).toBe("SUCCEEDED");
    expect(figures).toMatchObject({ DatabaseCopyAge: YEAR, MissingImages: 0 });
    expect(copies?.database).toEqual({
      automated_backup_arn: BACKUP,
      status: "missing",
      earliest_restorable_time: null,
      latest_restorable_time: null,
      allocated_storage: null,
      encrypted: false,
    });
  });

  test("or has not begun to arrive, is a year old", async () => {
    const { figures, copies } = await look({
      "rds:describeDBInstanceAutomatedBackups": () => ({
        DbInstanceAutomatedBackups: [{ Status: "pending", Encrypted: true }],
      }),
    });
    expect(figures.DatabaseCopyAge).toBe(YEAR);
    expect(copies?.database).toMatchObject({ status: "pending", latest_restorable_time: null });
  });
});

describe("copies of snapshots", () => {
  const ageOf = async (...snapshots: object[]): Promise<number> =>
    (await look({ "rds:describeDBSnapshots": ofAwsBackup(...snapshots) })).figures.SnapshotCopyAge;

  test("count by the time of the original, not by that of the copy", async () => {
    expect(await ageOf(snapshot("2026-11-21T05:00:00Z"))).toBe(7 * 3600);
  });

  test("that are not complete, or encrypted with another key, do not count", async () => {
    const old = snapshot("2026-11-20T12:00:00Z");
    expect(await ageOf(old, snapshot("2026-11-21T05:00:00Z", { Status: "creating" }))).toBe(86_400);
    expect(await ageOf(old, snapshot("2026-11-21T05:00:00Z", { KmsKeyId: "arn:aws:kms:::key/other" }))).toBe(86_400);
  });

  test("that are not there are a year old", async () => {
    expect(await ageOf()).toBe(YEAR);
  });

  const remembered = async (answer: (input: never) => object): Promise<unknown> =>
    (await look({ "rds:describeDBSnapshots": answer })).copies?.snapshots;
  const times = (count: number) =>
    Array.from({ length: count }, (_none, i) => new Date(Date.UTC(2026, 0, 1, i)).toISOString().replace(".000", ""));

  test("are remembered, the newest of all pages, however many there are", async () => {
    const all = times(300).map((time) => snapshot(time));
    const page = ({ SnapshotType, Marker = "0" }: { readonly SnapshotType: string; readonly Marker?: string }) => {
      if (SnapshotType !== "awsbackup") return { DbSnapshots: [] };
      const end = Number(Marker) + 100;
      return { DbSnapshots: all.slice(Number(Marker), end), ...(end < all.length ? { Marker: `${end}` } : {}) };
    };
    const newest = times(300).reverse().slice(0, 6);
    expect(await remembered(page)).toEqual(
      Object.fromEntries(
        newest.map((time) => [`awsbackup:copyjob-${time}`, { data_until: time, allocated_storage: 20 }]),
      ),
    );
  });

  test("are remembered when somebody has copied them, and do not count for the age of those of AWS Backup", async () => {
    const byHand = snapshot("2026-11-21T11:00:00Z", { DbSnapshotIdentifier: "by-hand" });
    const ofType = ({ SnapshotType }: { readonly SnapshotType: string }) => ({
      DbSnapshots: SnapshotType === "manual" ? [byHand] : [snapshot("2026-11-21T05:00:00Z")],
    });
    const outcome = await look({ "rds:describeDBSnapshots": ofType });
    expect(Object.keys(outcome.copies?.snapshots as object)).toEqual([
      "by-hand",
      "awsbackup:copyjob-2026-11-21T05:00:00Z",
    ]);
    expect(outcome.figures.SnapshotCopyAge).toBe(7 * 3600);
  });

  test.each<[string, object]>([
    ["in progress", { Status: "creating" }],
    ["with another key", { KmsKeyId: "arn:aws:kms:::key/other" }],
    ["with a name that would fill the parameter", { DbSnapshotIdentifier: "a".repeat(65) }],
  ])("one %s is not remembered", async (_what, change) => {
    expect(await remembered(ofAwsBackup(snapshot("2026-11-21T05:00:00Z", change)))).toEqual({});
  });

  test("without an original are as old as they are", async () => {
    expect(await ageOf(snapshot("", { OriginalSnapshotCreateTime: undefined }))).toBe(60);
  });
});

describe("restore tests", () => {
  const restore = (Status: string, CreationDate: string) => ({ Status, CreationDate });
  const failures = async (...jobs: object[]): Promise<number> =>
    (await look({ "backup:listRestoreJobs": () => ({ RestoreJobs: jobs }) })).figures.FailedRestoreTests;

  test.each<[string, object[], number]>([
    ["one that succeeded", [restore("COMPLETED", "2026-11-01T07:00:00Z")], 0],
    ["one that failed", [restore("FAILED", "2026-11-01T07:00:00Z")], 1],
    ["one that was stopped", [restore("ABORTED", "2026-11-01T07:00:00Z")], 1],
    ["one that runs", [restore("RUNNING", "2026-11-01T07:00:00Z")], 0],
    [
      "one that failed before the newest that succeeded",
      [restore("COMPLETED", "2026-11-01T07:00:00Z"), restore("FAILED", "2026-10-01T07:00:00Z")],
      0,
    ],
    [
      "one that failed after the newest that succeeded",
      [restore("FAILED", "2026-11-01T07:00:00Z"), restore("COMPLETED", "2026-10-01T07:00:00Z")],
      1,
    ],
  ])("%s", async (_name, jobs, expected) => {
    expect(await failures(...jobs)).toBe(expected);
  });

  test("are asked for by their plan", async () => {
    const { asked } = await look();
    expect(asked).toContainEqual({ action: "backup:listRestoreJobs", input: { ByRestoreTestingPlanArn: PLAN } });
  });
});

describe("the kit", () => {
  const CHECKSUMS = "kit/production/SHA256SUMS";
  const ofKit: MachineConfig = { ...config, branches: [kitBranch("aws", "states", CHECKSUMS)] };
  const made = (Key: string) => ({ Key, LastModified: "2026-11-21T10:00:00Z" });

  // Amazon S3 API Reference, ListObjectsV2: keys that begin with the prefix, and no Contents where there are none.
  test.each<[string, object, number]>([
    ["is as old as its checksums", { Contents: [made(CHECKSUMS)] }, 7200],
    [
      "is as old as its checksums, and not as another file",
      { Contents: [made(CHECKSUMS), made(`${CHECKSUMS}.old`)] },
      7200,
    ],
    ["that is not there is a year old", { KeyCount: 0 }, YEAR],
    ["whose checksums are not there is a year old", { Contents: [made(`${CHECKSUMS}.old`)] }, YEAR],
  ])("%s", async (_name, answer, age) => {
    const { figures, status } = await look({ "s3:listObjectsV2": () => answer }, ofKit);
    expect(status).toBe("SUCCEEDED");
    expect(figures).toEqual({ KitAge: age });
  });

  test("that cannot be looked for counts as missing, and what is known of the others is remembered", async () => {
    const { figures, status, copies } = await look({ "s3:listObjectsV2": failing("S3.S3Exception") }, ofKit);
    expect(status).toBe("SUCCEEDED");
    expect(figures).toEqual({ KitAge: YEAR });
    expect(copies).toBeDefined();
  });

  test("is asked for by its checksums alone", async () => {
    const { asked } = await look({ "s3:listObjectsV2": () => ({}) }, ofKit);
    expect(asked[0].input).toEqual({ Bucket: "states", Prefix: CHECKSUMS });
  });
});

describe("images and secrets", () => {
  test("an image that is not there is counted and named", async () => {
    const { figures, copies } = await look({
      "ecr:describeImages": ({ RepositoryName }: { RepositoryName: string }) =>
        RepositoryName === "nimbus/web" ? failing("Ecr.ImageNotFoundException")() : {},
    });
    expect(figures.MissingImages).toBe(1);
    expect(copies?.missing_images).toEqual(["web"]);
  });

  test.each<[string, () => unknown]>([
    ["is not there", failing("SecretsManager.ResourceNotFoundException")],
    ["may not be looked at", failing("SecretsManager.AccessDeniedException")],
    [
      "is about to be deleted",
      () => ({
        PrimaryRegion: "us-east-1",
        VersionIdsToStages: { "1": ["AWSCURRENT"] },
        DeletedDate: "2026-11-20T00:00:00Z",
      }),
    ],
    ["was promoted", () => ({ VersionIdsToStages: { "1": ["AWSCURRENT"] } })],
    ["follows another region", () => ({ PrimaryRegion: "eu-west-1", VersionIdsToStages: { "1": ["AWSCURRENT"] } })],
    ["has no value", () => ({ PrimaryRegion: "us-east-1" })],
    ["has no current value", () => ({ PrimaryRegion: "us-east-1", VersionIdsToStages: { "1": ["AWSPENDING"] } })],
  ])("a secret that %s is stale", async (_name, answer) => {
    const { figures, copies } = await look({ "secretsmanager:describeSecret": answer });
    expect(figures.StaleSecrets).toBe(2);
    expect(copies?.stale_secrets).toEqual(["session-key", "dsn"]);
  });

  test("a secret with one version of one label is good", async () => {
    const { figures } = await look({
      "secretsmanager:describeSecret": () => ({
        PrimaryRegion: "us-east-1",
        VersionIdsToStages: { "1": ["AWSCURRENT"] },
      }),
    });
    expect(figures.StaleSecrets).toBe(0);
  });

  test("none at all are none missing", async () => {
    const { figures, copies, status } = await look(
      {},
      {
        ...config,
        branches: [imagesBranch("aws", []), secretsBranch("aws", [])],
      },
    );
    expect(status).toBe("SUCCEEDED");
    expect(figures).toEqual({ MissingImages: 0, StaleSecrets: 0 });
    expect(copies).toMatchObject({ database: null, snapshots: null });
  });
});

describe("a part that fails", () => {
  test("the backup: the others are published, what was known stays, and the execution fails", async () => {
    const outcome = await look({ "rds:describeDBInstanceAutomatedBackups": failing("Rds.RdsException") });
    expect(outcome.figures).toEqual({
      SnapshotCopyAge: 7 * 3600,
      FailedRestoreTests: 0,
      MissingImages: 0,
      StaleSecrets: 0,
    });
    expect(outcome.copies).toBeUndefined();
    expect(outcome).toMatchObject({ status: "FAILED", error: "Recovery.Incomplete" });
  });

  test("an answer that makes no sense stops no other part", async () => {
    const outcome = await look({
      "rds:describeDBInstanceAutomatedBackups": () => ({
        DbInstanceAutomatedBackups: [{ RestoreWindow: { LatestTime: "never" } }],
      }),
    });
    expect(outcome.figures).toMatchObject({ MissingImages: 0 });
    expect(outcome.status).toBe("FAILED");
  });

  test("the snapshots, images and secrets together: the backup's age is published", async () => {
    const outcome = await look({
      "rds:describeDBSnapshots": failing("Rds.RdsException"),
      "backup:listRestoreJobs": failing("Backup.ServiceUnavailableException"),
      "ecr:describeImages": failing("Ecr.ServerException"),
      "secretsmanager:describeSecret": failing("SecretsManager.InternalServiceErrorException"),
    });
    expect(outcome.figures).toEqual({ DatabaseCopyAge: 600, MissingImages: 2, StaleSecrets: 2 });
  });

  test("CloudWatch: what was found is remembered all the same, and the execution fails", async () => {
    const outcome = await look({ "cloudwatch:putMetricData": failing("CloudWatch.InternalServiceException") });
    expect(outcome.copies).toMatchObject({ schema: 2 });
    expect(outcome.status).toBe("FAILED");
  });

  test("SSM: the figures are published, and the execution fails", async () => {
    const outcome = await look({ "ssm:putParameter": failing("Ssm.InternalServerException") });
    expect(outcome.figures).toMatchObject({ DatabaseCopyAge: 600 });
    expect(outcome.status).toBe("FAILED");
  });
});

test("a clock that is behind AWS's gives no negative age", async () => {
  const { figures } = await look({
    "rds:describeDBInstanceAutomatedBackups": () => ({
      DbInstanceAutomatedBackups: [{ Status: "replicating", RestoreWindow: { LatestTime: "2026-11-21T12:00:05Z" } }],
    }),
  });
  expect(figures.DatabaseCopyAge).toBe(0);
});

test("every name of a state is one, as Step Functions asks", () => {
  const names: string[] = [];
  const collect = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if ("States" in value) names.push(...Object.keys(value.States as object));
    Object.values(value).forEach(collect);
  };
  collect(machine(config));
  expect(new Set(names).size).toBe(names.length);
  expect(names.every((name) => name.length <= 80)).toBe(true);
});

describe("a read replica", () => {
  const branches = [replicaBranch("aws", "nimbus-production-replica"), imagesBranch("aws", [])];
  const instance = (change: object = {}) => ({
    ReadReplicaSourceDBInstanceIdentifier: "arn:aws:rds:us-east-1:123456789012:db:nimbus-production",
    StatusInfos: [{ StatusType: "read replication", Status: "replicating", Normal: true }],
    ...change,
  });
  const lag = (...points: (readonly [time: string, seconds: number])[]) => ({
    "cloudwatch:getMetricStatistics": () => ({
      Datapoints: points.map(([Timestamp, Maximum]) => ({ Timestamp, Maximum, Unit: "Seconds" })),
    }),
  });
  const told = (one: object | undefined) => ({
    "rds:describeDBInstances": () => ({ DbInstances: one === undefined ? [] : [one] }),
  });
  const seen = async (change: Record<string, (input: never) => unknown>) => {
    const { figures, copies, status } = await look(change, { ...config, branches });
    return { stopped: figures.ReplicaStopped, replica: copies?.replica, status };
  };

  test("has what its source had at the newest measurement, less the lag", async () => {
    const points = lag(["2026-11-21T11:57:00Z", 200], ["2026-11-21T11:59:00Z", 4]);
    expect(await seen({ ...told(instance()), ...points })).toEqual({
      stopped: 0,
      replica: { status: "replicating", data_until: "2026-11-21T11:58:56Z" },
      status: "SUCCEEDED",
    });
  });

  test("asks for its lag by its name, in the region of the watch", async () => {
    const { asked } = await look({ ...told(instance()), ...lag() }, { ...config, branches });
    expect(asked.find(({ action }) => action === "cloudwatch:getMetricStatistics")?.input).toMatchObject({
      MetricName: "ReplicaLag",
      Dimensions: [{ Name: "DBInstanceIdentifier", Value: "nimbus-production-replica" }],
      StartTime: "2026-11-21T11:50:00.000Z",
    });
  });

  test.each<[string, Record<string, (input: never) => unknown>, number, string]>([
    ["that nobody measures still replicates", { ...told(instance()), ...lag() }, 0, "replicating"],
    [
      "whose lag RDS cannot tell has no time",
      { ...told(instance()), ...lag(["2026-11-21T11:59:00Z", -1]) },
      0,
      "replicating",
    ],
    [
      "whose lag cannot be asked for, too",
      { ...told(instance()), "cloudwatch:getMetricStatistics": failing("AccessDenied") },
      0,
      "replicating",
    ],
    [
      "that is broken replicates nothing",
      { ...told(instance({ StatusInfos: [{ StatusType: "read replication", Status: "terminated" }] })), ...lag() },
      1,
      "terminated",
    ],
    ["that is promoted replicates nothing", { ...told({}), ...lag() }, 1, "promoted"],
    [
      "that is gone replicates nothing",
      { "rds:describeDBInstances": failing("Rds.DbInstanceNotFoundException") },
      1,
      "missing",
    ],
  ])("%s", async (_what, change, stopped, status) => {
    expect(await seen(change)).toMatchObject({ stopped, replica: { status, data_until: null } });
  });

  test("that cannot be asked about gives no figure", async () => {
    expect(await seen({ "rds:describeDBInstances": failing("Rds.RdsException") })).toMatchObject({
      stopped: undefined,
    });
  });
});
