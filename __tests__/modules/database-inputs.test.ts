import fc from "fast-check";
import { Database, DatabaseProps } from "../../modules/database";
import { memoryOf } from "../../modules/database/classes";
import { dailyMinutes, overlap, weeklyMinutes } from "../../modules/parts/windows";
import { synthesize } from "../synthesis";

const example = Database.definition.example;
const refusal = (props: Partial<DatabaseProps>) => () =>
  synthesize((stack) => new Database(stack, "db", { ...example, ...props }));
const existing = { existing: { arn: "arn:aws:secretsmanager:us-east-1:123456789012:secret:db/master-user-a1b2c3" } };
const replicaOf = { arn: "arn:aws:rds:us-east-1:123456789012:db:nimbus-production" };

describe("bad input is refused with what is allowed", () => {
  test.each<[string, Partial<DatabaseProps>, string]>([
    ["a name in upper case", { name: "Nimbus" }, "name must be 3 to 37 lower-case letters"],
    ["two hyphens in a row", { name: "nimbus--db" }, "name must not have two hyphens in a row"],
    [
      "a storage maximum below the storage",
      { allocatedStorage: 100, maxAllocatedStorage: 50 },
      "at least 10 percent above",
    ],
    [
      "a storage maximum that is hardly above it",
      { allocatedStorage: 100, maxAllocatedStorage: 109 },
      "at least 10 percent",
    ],
    [
      "too little storage",
      { allocatedStorage: 10 },
      "allocatedStorage must be a whole number between 20 and 65536 GiB",
    ],
    ["an old engine", { engineVersion: "9.6" }, "engineVersion must be a major version of PostgreSQL from 13 on"],
    [
      "a minor version that RDS would leave",
      { engineVersion: "17.5" },
      'engineVersion must be a major version, such as "17"',
    ],
    ["no backups", { backupRetentionPeriod: 0 }, "backupRetentionPeriod must be 1 to 35 days: without backups nothing"],
    ["backups for too long", { backupRetentionPeriod: 36 }, "must be a whole number between 0 and 35 days"],
    ["one subnet", { subnetIds: ["subnet-0a"] }, "subnetIds must have 2 to 20 items"],
    ["one subnet twice", { subnetIds: ["subnet-0a", "subnet-0a"] }, "subnetIds must not name the same item twice"],
    [
      "a replica of a managed password",
      { readReplicas: { reports: {} }, credentials: { managed: {} } },
      "readReplicas must be empty with managed credentials: RDS refuses a read replica of a database whose password it manages; choose generated or existing",
    ],
    [
      "a replica without backups",
      { readReplicas: { a: {} }, backupRetentionPeriod: 0, allowNoBackups: true },
      "replicates only a database that has them",
    ],
    [
      "a replica of a restore that is not done",
      { readReplicas: { a: {} }, origin: { snapshot: { id: "s" }, deferProtection: true } },
      "readReplicas must be empty while there are no backups",
    ],
    [
      "everyone as a client",
      { clients: { all: { cidr: "0.0.0.0/0" } } },
      'clients["all"].cidr must not be everyone: name the blocks',
    ],
    [
      "a restore of the database from itself",
      { name: "nimbus", origin: { pointInTime: { sourceInstance: "nimbus" } } },
      "origin must not have the database itself as its sourceInstance: a replacement would delete it",
    ],
    [
      "a day that there is not",
      { origin: { pointInTime: { sourceInstance: "source", time: "2026-02-30T08:00:00Z" } } },
      "origin.pointInTime.time must be on a day that the calendar has",
    ],
    [
      "sixteen replicas",
      { readReplicas: Object.fromEntries(Array.from({ length: 16 }, (_none, i) => [`r${i}`, {}])) },
      "readReplicas must have at most 15",
    ],
    [
      "a snapshot and a point in time",
      { origin: { snapshot: { id: "s" }, pointInTime: { sourceInstance: "db" } } },
      "origin must have exactly one of snapshot, pointInTime, replicaOf",
    ],
    ["no origin in origin", { origin: {} }, "origin must have exactly one of"],
    [
      "a point in time of nothing",
      { origin: { pointInTime: {} } },
      "origin.pointInTime must have exactly one of sourceInstance",
    ],
    [
      "a time that is none",
      { origin: { pointInTime: { sourceInstance: "db", time: "2026-11-21 08:00" } } },
      "origin.pointInTime.time must be a time in UTC, such as 2026-11-21T08:00:00Z",
    ],
    [
      "a replica with a password of its own",
      { origin: { replicaOf } },
      "origin must have replicaOf only with existing credentials",
    ],
    [
      "a replica behind a proxy",
      { origin: { replicaOf }, credentials: existing, proxy: {} },
      "must not have replicaOf together with proxy",
    ],
    [
      "two kinds of credentials",
      { credentials: { generated: {}, managed: {} } },
      "credentials must have exactly one of generated, managed, existing",
    ],
    ["a user that RDS keeps", { username: "admin" }, "username must not begin with pg_ or be one of admin"],
    ["another one", { username: "pg_monitor" }, "username must not begin with pg_"],
    ["IOPS of a small gp3 volume", { iops: 12000 }, "iops must be left out on gp3 below 400 GiB"],
    [
      "too few IOPS of a large one",
      { allocatedStorage: 400, iops: 3000 },
      "iops must be between 12000 and 64000 on gp3",
    ],
    ["io2 without IOPS", { storageType: "io2" }, "iops must be between 1000 and 256000 on io2"],
    [
      "throughput of io2",
      { storageType: "io2", iops: 3000, storageThroughput: 500 },
      "storageThroughput must be left out",
    ],
    [
      "more throughput than IOPS allow",
      { allocatedStorage: 400, storageThroughput: 4000 },
      "at most a quarter of iops",
    ],
    [
      "windows that overlap",
      { maintenanceWindow: "sat:03:30-sat:04:30" },
      "maintenanceWindow must not overlap backupWindow",
    ],
    ["a window of a quarter of an hour", { backupWindow: "03:00-03:15" }, "backupWindow must last 30 minutes at least"],
    ["a window of no form", { maintenanceWindow: "Sunday" }, "maintenanceWindow must be a time of the week in UTC"],
    [
      "shared buffers beyond the class",
      { instanceClass: "db.t4g.micro", tuning: { sharedBuffers: 2048 } },
      "tuning must fit into the memory of instanceClass: sharedBuffers",
    ],
    [
      "connections beyond the class",
      { instanceClass: "db.t4g.small", tuning: { maxConnections: 1000, workMem: 4 } },
      "maxConnections times workMem",
    ],
    [
      "a cache beyond the class",
      { instanceClass: "db.t4g.small", tuning: { effectiveCacheSize: 4096 } },
      "must have an effectiveCacheSize that is not above the memory of instanceClass",
    ],
    ["TLS turned off", { parameters: { "rds.force_ssl": { value: "0" } } }, "parameters must not have rds.force_ssl"],
    ["a parameter with an input", { parameters: { work_mem: { value: "4" } } }, "these have an input of their own"],
    [
      "a month of insights",
      { performanceInsightsRetentionPeriod: 30 },
      "must be 7, 465 or 731 days, or a multiple of 31",
    ],
    [
      "advanced insights for a week",
      { databaseInsightsMode: "advanced" },
      "must be advanced only with performanceInsights",
    ],
    ["a client of no kind", { clients: { web: {} } }, 'clients["web"] must have exactly one of securityGroupId, cidr'],
    ["a proxy that keeps more than it may open", { proxy: { maxConnectionsPercent: 10 } }, "maxIdleConnectionsPercent"],
    [
      "a misspelt input",
      { multiAZ: true } as Partial<DatabaseProps>,
      "multiAZ is not known here; did you mean multiAz?",
    ],
  ])("%s", (_name, props, message) => {
    expect(refusal(props)).toThrow(message);
  });

  test.each<[string, Partial<DatabaseProps>]>([
    ["a minor version without automatic upgrades", { engineVersion: "17.5", autoMinorVersionUpgrade: false }],
    ["no backups where that is wanted", { backupRetentionPeriod: 0, allowNoBackups: true }],
    ["storage that does not grow", { maxAllocatedStorage: 0 }],
    ["a class that is not known", { instanceClass: "db.z9.large", tuning: { sharedBuffers: 1_000_000 } }],
    [
      "seed values on 2 GiB",
      {
        instanceClass: "db.t4g.small",
        tuning: {
          sharedBuffers: 512,
          maxConnections: 200,
          workMem: 4,
          maintenanceWorkMem: 128,
          effectiveCacheSize: 2048,
        },
      },
    ],
    ["a replica with the secret of its source", { origin: { replicaOf }, credentials: existing }],
    ["large gp3 with IOPS and throughput", { allocatedStorage: 400, iops: 16000, storageThroughput: 4000 }],
  ])("%s passes", (_name, props) => {
    expect(refusal(props)).not.toThrow();
  });
});

describe("the memory of a class", () => {
  test.each([
    ["db.t4g.micro", 1],
    ["db.t3.medium", 4],
    ["db.m7g.large", 8],
    ["db.m6i.32xlarge", 512],
    ["db.r5.24xlarge", 768],
    ["db.x2g.large", 32],
    ["db.x2iedn.xlarge", 128],
    ["db.x2idn.16xlarge", 1024],
  ])("%s is %d GiB, as in the user guide", (instanceClass, gib) => {
    expect(memoryOf(instanceClass)).toBe(gib * 1024);
  });

  test.each(["db.z9.large", "db.m7g.metal", "db.m7g", "large"])("%s is not known", (instanceClass) => {
    expect(memoryOf(instanceClass)).toBeUndefined();
  });
});

describe("windows", () => {
  const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
  const two = (value: number): string => String(value).padStart(2, "0");
  const time = (minute: number): string => `${two(Math.floor((minute % 1440) / 60))}:${two(minute % 60)}`;
  const at = (minute: number): string => `${DAYS[Math.floor(minute / 1440) % 7]}:${time(minute)}`;
  const minutes = fc.integer({ min: 30, max: 300 });

  test("overlap exactly when a minute of the week is in both", () => {
    const starts = fc.integer({ min: 0, max: 7 * 1440 - 1 });
    fc.assert(
      fc.property(starts, minutes, fc.integer({ min: 0, max: 1439 }), minutes, (week, lasts, day, every) => {
        const inBoth = Array.from({ length: lasts }, (_, i) => (week + i - day + 14 * 1440) % 1440).some(
          (m) => m < every,
        );
        const weekly = `${at(week)}-${at(week + lasts)}`;
        return overlap(`${time(day)}-${time(day + every)}`, weekly) === inBoth && weeklyMinutes(weekly) === lasts;
      }),
    );
  });

  test("go over midnight", () => {
    expect(dailyMinutes("23:30-00:30")).toBe(60);
    expect(overlap("23:30-00:30", "mon:00:00-mon:01:00")).toBe(true);
    expect(overlap("23:30-00:30", "mon:00:30-mon:01:00")).toBe(false);
  });
});
