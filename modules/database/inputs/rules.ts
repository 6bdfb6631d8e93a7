import { CrossRule, Props } from "../../../kernel";
import { memoryHcl, memoryOf } from "../classes";
import { areOf, areOfHcl } from "../parameter-names";
import { STRIPED } from "../storage";
import { DAILY, WEEKLY, overlap, overlapHcl } from "../../parts/windows";
import type { databaseFields } from "./fields";

type Rule = CrossRule<typeof databaseFields>;
type Database = Required<Props<typeof databaseFields>>;

const isGiven = (value: unknown): boolean => value !== undefined && value !== null;

const engineRules: readonly Rule[] = [
  {
    on: "engineVersion",
    test: ({ engineVersion, autoMinorVersionUpgrade }) => !autoMinorVersionUpgrade || !engineVersion.includes("."),
    condition: '!var.auto_minor_version_upgrade || !strcontains(var.engine_version, ".")',
    message: (spell) =>
      `must be a major version, such as "17", together with ${spell("autoMinorVersionUpgrade")}: RDS moves on by itself, and the next plan would want to go back; give the major version, or turn the upgrades off`,
    bad: { engineVersion: "17.5" },
  },
  {
    on: "parameters",
    test: ({ engineVersion, parameters }) => areOf(engineVersion, Object.keys(parameters)),
    condition: areOfHcl("var.engine_version", "keys(var.parameters)"),
    message: (spell) =>
      `must be parameters that the PostgreSQL of ${spell("engineVersion")} has: some came later, or are gone`,
    bad: { engineVersion: "16", parameters: { io_workers: { value: "3" } } },
  },
];

/** GiB that io2 storage begins with (Amazon RDS User Guide, "Provisioned IOPS SSD storage"). */
const SMALLEST_IO2 = 100;

const gp3 = { storageType: "gp3" } as const;
const io2 = { storageType: "io2", iops: 3000 } as const;

const storageRules: readonly Rule[] = [
  {
    on: "maxAllocatedStorage",
    test: ({ allocatedStorage, maxAllocatedStorage }) =>
      maxAllocatedStorage === 0 || maxAllocatedStorage * 10 >= allocatedStorage * 11,
    condition: "var.max_allocated_storage == 0 || var.max_allocated_storage * 10 >= var.allocated_storage * 11",
    message: (spell) =>
      `must be at least 10 percent above ${spell("allocatedStorage")}, or 0 to keep the storage as it is`,
    bad: { allocatedStorage: 100, maxAllocatedStorage: 50 },
  },
  {
    on: "iops",
    test: ({ storageType, allocatedStorage, iops }) =>
      storageType !== "gp3" || !isGiven(iops) || allocatedStorage >= STRIPED.gib,
    condition: `var.storage_type != "gp3" || var.iops == null || var.allocated_storage >= ${STRIPED.gib}`,
    message: (spell) =>
      `must be left out on gp3 below ${STRIPED.gib} GiB, where 3000 are fixed; raise ${spell("allocatedStorage")}, or choose io2`,
    bad: { ...gp3, allocatedStorage: 100, iops: 12000 },
  },
  {
    on: "iops",
    test: ({ storageType, allocatedStorage, iops }) =>
      storageType !== "gp3" || !isGiven(iops) || allocatedStorage < STRIPED.gib || (iops >= 12000 && iops <= 64000),
    condition: `var.storage_type != "gp3" || var.allocated_storage < ${STRIPED.gib} ? true : var.iops == null ? true : var.iops >= 12000 && var.iops <= 64000`,
    message: "must be between 12000 and 64000 on gp3",
    bad: { ...gp3, allocatedStorage: 400, iops: 3000 },
  },
  {
    on: "allocatedStorage",
    test: ({ storageType, allocatedStorage }) => storageType !== "io2" || allocatedStorage >= SMALLEST_IO2,
    condition: `var.storage_type != "io2" || var.allocated_storage >= ${SMALLEST_IO2}`,
    message: `must be ${SMALLEST_IO2} GiB at least on io2; raise it, or choose gp3`,
    bad: { ...io2, allocatedStorage: 20, iops: 3000 },
  },
  {
    on: "iops",
    test: ({ storageType, allocatedStorage, iops }) =>
      storageType !== "io2" || (isGiven(iops) && iops >= 1000 && iops <= 256000 && iops <= allocatedStorage * 1000),
    condition:
      'var.storage_type != "io2" ? true : var.iops == null ? false : var.iops >= 1000 && var.iops <= 256000 && var.iops <= var.allocated_storage * 1000',
    message: (spell) =>
      `must be between 1000 and 256000 on io2, and at most 1000 for each GiB of ${spell("allocatedStorage")}`,
    bad: { storageType: "io2", iops: 500 },
  },
  {
    on: "storageThroughput",
    test: ({ storageType, allocatedStorage, storageThroughput }) =>
      !isGiven(storageThroughput) || (storageType === "gp3" && allocatedStorage >= STRIPED.gib),
    condition: `var.storage_throughput == null || (var.storage_type == "gp3" && var.allocated_storage >= ${STRIPED.gib})`,
    message: `must be left out but on gp3 from ${STRIPED.gib} GiB on: below that 125 MiB/s are fixed, and on io2 it follows from iops`,
    bad: { ...io2, storageThroughput: 500 },
  },
  {
    on: "storageThroughput",
    test: ({ iops, storageThroughput }) =>
      !isGiven(storageThroughput) ||
      (storageThroughput >= 500 && storageThroughput <= 4000 && storageThroughput * 4 <= (iops ?? 12000)),
    condition:
      "var.storage_throughput == null ? true : var.storage_throughput >= 500 && var.storage_throughput <= 4000 && var.storage_throughput * 4 <= (var.iops == null ? 12000 : var.iops)",
    message: "must be between 500 and 4000 MiB/s, and at most a quarter of iops (12000 unless stated)",
    bad: { ...gp3, allocatedStorage: 400, storageThroughput: 4000 },
  },
];

const UNSAFE_WITH_MANAGED =
  "RDS refuses a read replica of a database whose password it manages; choose generated or existing credentials";

const replicaRules: readonly Rule[] = [
  {
    on: "readReplicas",
    test: ({ readReplicas, credentials }) => Object.keys(readReplicas).length === 0 || !credentials.managed,
    condition: "length(var.read_replicas) == 0 || var.credentials.managed == null",
    message: `must be empty with managed credentials: ${UNSAFE_WITH_MANAGED}`,
    bad: { readReplicas: { reports: {} }, credentials: { managed: {} } },
  },
  {
    on: "readReplicas",
    test: ({ readReplicas, backupRetentionPeriod, origin }) =>
      Object.keys(readReplicas).length === 0 || (backupRetentionPeriod > 0 && !origin?.deferProtection),
    condition:
      "length(var.read_replicas) == 0 || (var.backup_retention_period > 0 && !try(coalesce(var.origin.defer_protection, false), false))",
    message: (spell) =>
      `must be empty while there are no backups (${spell("backupRetentionPeriod")} is 0, or origin.${spell("deferProtection")} is true): RDS replicates only a database that has them`,
    bad: { readReplicas: { reports: {} }, backupRetentionPeriod: 0, allowNoBackups: true },
  },
];

const REPLICA = { replicaOf: { arn: "arn:aws:rds:us-east-1:123456789012:db:nimbus-production" } };

const sourceRules: readonly Rule[] = [
  {
    on: "origin",
    test: ({ name, origin }) => origin?.pointInTime?.sourceInstance !== name,
    condition:
      "try(var.origin.point_in_time.source_instance, null) == null ? true : var.origin.point_in_time.source_instance != var.name",
    message: (spell) =>
      `must not have the database itself as its ${spell("sourceInstance")}: a replacement would delete it before it is restored; name the new one otherwise, or give ${spell("automatedBackupsArn")}`,
    bad: { name: "nimbus-production", origin: { pointInTime: { sourceInstance: "nimbus-production" } } },
  },
  {
    on: "origin",
    test: ({ origin, credentials, replacements }) =>
      !origin?.replicaOf || Boolean(credentials.existing) || replacements > 0,
    condition:
      "try(var.origin.replica_of, null) == null ? true : var.credentials.existing != null || var.replacements > 0",
    message: (spell) =>
      `must have ${spell("replicaOf")} only with existing credentials, or in the place of a database that had those of the source (replacements): a replica has the password of the database that it copies; give the secret that holds it`,
    bad: { origin: REPLICA },
  },
  {
    on: "origin",
    test: ({ origin, proxy }) => !origin?.replicaOf || Boolean(origin.replicaOf.promoted) || !proxy,
    condition:
      "try(var.origin.replica_of, null) == null ? true : coalesce(var.origin.replica_of.promoted, false) || var.proxy == null",
    message: (spell) =>
      `must not have ${spell("replicaOf")} together with proxy: RDS Proxy needs a database that can be written to; add the proxy when the replica is promoted`,
    bad: {
      origin: REPLICA,
      proxy: {},
      credentials: {
        existing: { arn: "arn:aws:secretsmanager:us-east-1:123456789012:secret:nimbus/master-user-a1b2c3" },
      },
    },
  },
];

const operationRules: readonly Rule[] = [
  {
    on: "backupRetentionPeriod",
    test: ({ backupRetentionPeriod, allowNoBackups }) => backupRetentionPeriod > 0 || allowNoBackups,
    condition: "var.backup_retention_period > 0 || var.allow_no_backups",
    message: (spell) =>
      `must be 1 to 35 days: without backups nothing can be restored; set ${spell("allowNoBackups")} where that is wanted`,
    bad: { backupRetentionPeriod: 0 },
  },
  {
    on: "maintenanceWindow",
    test: ({ backupWindow, maintenanceWindow }) =>
      !DAILY.test(backupWindow) || !WEEKLY.test(maintenanceWindow) || !overlap(backupWindow, maintenanceWindow),
    condition: `try(!(${overlapHcl("var.backup_window", "var.maintenance_window")}), true)`,
    message: (spell) => `must not overlap ${spell("backupWindow")}`,
    bad: { backupWindow: "03:00-04:00", maintenanceWindow: "sat:03:30-sat:04:30" },
  },
  {
    on: "databaseInsightsMode",
    test: ({ databaseInsightsMode, performanceInsights, performanceInsightsRetentionPeriod }) =>
      databaseInsightsMode !== "advanced" || (performanceInsights && performanceInsightsRetentionPeriod >= 465),
    condition:
      'var.database_insights_mode == null ? true : var.database_insights_mode != "advanced" || (var.performance_insights && var.performance_insights_retention_period >= 465)',
    message: (spell) =>
      `must be advanced only with ${spell("performanceInsights")} that are kept for 465 days at least`,
    bad: { databaseInsightsMode: "advanced" },
  },
];

/** What RDS gives PostgreSQL by itself: a quarter of the memory for shared_buffers, and 4 MiB of work_mem. */
const memoryNeeded = ({ tuning }: Database, memory: number): number =>
  (tuning.sharedBuffers ?? memory / 4) +
  (tuning.maxConnections ?? 0) * (tuning.workMem ?? 4) +
  (tuning.maintenanceWorkMem ?? 0);

const MEMORY = memoryHcl("var.instance_class");
const or = (name: string, otherwise: string): string =>
  `(var.tuning.${name} == null ? ${otherwise} : var.tuning.${name})`;

const memoryRules: readonly Rule[] = [
  {
    on: "tuning",
    test: (database) => {
      const memory = memoryOf(database.instanceClass);
      return memory === undefined || memoryNeeded(database, memory) <= memory;
    },
    condition:
      `[for memory in [${MEMORY}] : memory == null ? true : ` +
      `${or("shared_buffers", "memory / 4")} + ${or("max_connections", "0")} * ${or("work_mem", "4")} + ${or("maintenance_work_mem", "0")} <= memory][0]`,
    message: (spell) =>
      `must fit into the memory of ${spell("instanceClass")}: ${spell("sharedBuffers")} (a quarter of it unless stated), ${spell("maxConnections")} times ${spell("workMem")} (4 MiB unless stated) and ${spell("maintenanceWorkMem")} together; lower them or choose a larger class`,
    bad: { instanceClass: "db.t4g.micro", tuning: { sharedBuffers: 512, maxConnections: 200 } },
  },
  {
    on: "tuning",
    test: ({ instanceClass, tuning }) => {
      const memory = memoryOf(instanceClass);
      return memory === undefined || !isGiven(tuning.effectiveCacheSize) || (tuning.effectiveCacheSize ?? 0) <= memory;
    },
    condition: `[for memory in [${MEMORY}] : memory == null ? true : ${or("effective_cache_size", "0")} <= memory][0]`,
    message: (spell) =>
      `must have an ${spell("effectiveCacheSize")} that is not above the memory of ${spell("instanceClass")}`,
    bad: { instanceClass: "db.t4g.micro", tuning: { effectiveCacheSize: 2048 } },
  },
];

/** The rules across inputs. */
export const rules: readonly Rule[] = [
  ...engineRules,
  ...storageRules,
  ...replicaRules,
  ...sourceRules,
  ...operationRules,
  ...memoryRules,
];
