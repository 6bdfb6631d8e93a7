import { freeDatabase, noWord } from "../words";
import { section, t } from "../../../kernel";
import { engineVersion } from "../versions";
import { instanceClass, whole } from "./types";

/** PostgreSQL, what it runs on and what it stores its data on. */
export const engineInputs = {
  ...section("Engine", {
    /**
     * Version of PostgreSQL: a major one, whose minor upgrades RDS makes, or a minor one with `autoMinorVersionUpgrade`
     * = false. 17 is supported until November 2029, the longest of those that have been out for more than a year.
     * @default "17"
     */
    engineVersion: engineVersion().default("17"),
    /**
     * Whether RDS makes minor upgrades in the maintenance window. They are in place, with a restart.
     * @default true
     */
    autoMinorVersionUpgrade: t.bool().default(true),
    /**
     * Whether a higher major `engineVersion` may be applied: an upgrade in place, which takes the database down for
     * minutes and cannot be undone. AWS refuses it otherwise.
     * @default false
     */
    allowMajorVersionUpgrade: t.bool().default(false),
    /**
     * Name of the first database. Null makes none but postgres. It is fixed when the instance is made, and comes from
     * the source of a restore.
     */
    dbName: t
      .string()
      .pattern(
        /^[A-Za-z][A-Za-z0-9_]{0,62}$/,
        "must be a letter, and at most 62 more letters, digits and underscores",
        {
          good: "nimbus",
          bad: "nimbus-tasks",
        },
      )
      .rule(freeDatabase)
      .rule(noWord)
      .optional(),
    /**
     * Port that the database listens on. A change restarts it.
     * @default 5432
     */
    port: whole(1150, 65535).default(5432),
    /** Authority that signs the server's certificate. Null takes AWS's default. */
    caCertIdentifier: t.oneOf("rds-ca-rsa2048-g1", "rds-ca-rsa4096-g1", "rds-ca-ecc384-g1").optional(),
  }),
  ...section("Instance", {
    /**
     * Instance class, such as db.t4g.medium or db.m7g.large. A change restarts the database; with Multi-AZ for about a
     * minute.
     */
    instanceClass: instanceClass(),
    /**
     * Whether a standby in another zone takes over by itself when the first fails (it doubles the price of the
     * instance). Turned on and off in place.
     * @default true
     */
    multiAz: t.bool().default(true),
    /**
     * Whether changes are made at once, with the restarts that they need, and not in the next maintenance window. Until
     * then a plan shows them again. They are made at once in any case while origin is given: a restore is not finished
     * before its backups are on.
     * @default false
     */
    applyImmediately: t.bool().default(false),
  }),
  ...section("Storage", {
    /**
     * Storage in GiB (0.115 USD/month each on gp3, twice that with Multi-AZ). It can grow, never shrink.
     * @default 100
     */
    allocatedStorage: whole(20, 65536, "GiB").default(100),
    /**
     * GiB that RDS may grow the storage to, when less than 10 percent is free: at least 10 percent above
     * `allocatedStorage`. 0 turns growing off.
     * @default 1000
     */
    maxAllocatedStorage: whole(0, 65536, "GiB").default(1000),
    /**
     * gp3 (general purpose) or io2 (provisioned IOPS, 99.999 percent durable). Changed in place.
     * @default "gp3"
     */
    storageType: t.oneOf("gp3", "io2").default("gp3"),
    /**
     * Provisioned IOPS. On gp3 from 400 GiB on only: 12000 (without price) to 64000. On io2 required: 1000 to 256000,
     * at most 1000 for each GiB. Null is gp3's own: 3000, or 12000 from 400 GiB on.
     */
    iops: t.number().integer().example(12000).optional(),
    /**
     * Throughput in MiB/s, on gp3 from 400 GiB on only: 500 (without price) to 4000, at most a quarter of `iops`. Null
     * is gp3's own.
     */
    storageThroughput: t.number().integer().example(500).optional(),
  }),
};
