import { section, t } from "../../../kernel";
import { instanceClass, whole } from "./types";

/** PostgreSQL, what it runs on and what it stores its data on. */
export const engineInputs = {
  ...section("Engine", {
    engineVersion: t
      .string()
      .pattern(
        /^1[3-9](\.[0-9]{1,2})?$/,
        'must be a major version of PostgreSQL from 13 on, such as "17", or one with a minor version, such as "17.5"',
        {
          good: "17",
          bad: "9.6",
        },
      )
      .default("17")
      .describe(
        "Version of PostgreSQL: a major one, whose minor upgrades RDS makes, or a minor one together with auto_minor_version_upgrade = false. The family of the parameter group follows from it. 17 by default: it is supported until November 2029, the longest of those that have been out for more than a year.",
      ),
    autoMinorVersionUpgrade: t
      .bool()
      .default(true)
      .describe("Whether RDS makes minor upgrades in the maintenance window. They are in place, with a restart."),
    allowMajorVersionUpgrade: t
      .bool()
      .default(false)
      .describe(
        "Whether a higher major engine_version may be applied: an upgrade in place, which takes the database down for minutes and cannot be undone. AWS refuses it otherwise.",
      ),
    dbName: t
      .string()
      .pattern(
        /^[A-Za-z_][A-Za-z0-9_]{0,62}$/,
        "must be a letter or underscore, and at most 62 more letters, digits and underscores",
        {
          good: "nimbus",
          bad: "nimbus-tasks",
        },
      )
      .optional()
      .describe(
        "Name of the first database. Null makes none but postgres. It is fixed when the instance is made, and comes from the source of a restore.",
      ),
    port: whole(1150, 65535).default(5432).describe("Port that the database listens on. A change restarts it."),
    caCertIdentifier: t
      .oneOf("rds-ca-rsa2048-g1", "rds-ca-rsa4096-g1", "rds-ca-ecc384-g1")
      .optional()
      .describe("Authority that signs the server's certificate. Null takes AWS's default."),
  }),
  ...section("Instance", {
    instanceClass: instanceClass().describe(
      "Instance class, such as db.t4g.medium or db.m7g.large. A change restarts the database; with Multi-AZ for about a minute.",
    ),
    multiAz: t
      .bool()
      .default(true)
      .describe(
        "Whether a standby in another zone takes over by itself when the first fails (it doubles the price of the instance). Turned on and off in place.",
      ),
    applyImmediately: t
      .bool()
      .default(false)
      .describe(
        "Whether changes are made at once, with the restarts that they need, and not in the next maintenance window. Until then a plan shows them again. They are made at once in any case while origin is given: a restore is not finished before its backups are on.",
      ),
  }),
  ...section("Storage", {
    allocatedStorage: whole(20, 65536, "GiB")
      .default(100)
      .describe("Storage in GiB (0.115 USD/month each on gp3, twice that with Multi-AZ). It can grow, never shrink."),
    maxAllocatedStorage: whole(0, 65536, "GiB")
      .default(1000)
      .describe(
        "GiB that RDS may grow the storage to, when less than 10 percent is free: at least 10 percent above allocated_storage. 0 turns growing off.",
      ),
    storageType: t
      .oneOf("gp3", "io2")
      .default("gp3")
      .describe("gp3 (general purpose) or io2 (provisioned IOPS, 99.999 percent durable). Changed in place."),
    iops: t
      .number()
      .integer()
      .example(12000)
      .optional()
      .describe(
        "Provisioned IOPS. On gp3 from 400 GiB on only: 12000 (without price) to 64000; below that 3000 are fixed. On io2 it is required: 1000 to 256000, at most 1000 for each GiB.",
      ),
    storageThroughput: t
      .number()
      .integer()
      .example(500)
      .optional()
      .describe(
        "Throughput in MiB/s, on gp3 from 400 GiB on only: 500 (without price) to 4000, at most a quarter of iops.",
      ),
  }),
};
