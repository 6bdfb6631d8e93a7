import { section, t } from "../../../kernel";
import { permissionsBoundaryInput, retentionInput } from "../../parts/inputs";
import { NAMED, inRange, known, switches } from "../parameter-names";
import { roleArn, topicArn, whole } from "./types";

const SETTING_KEY = [
  /^[a-z][a-z0-9_.]*$/,
  "must be names of parameters of PostgreSQL",
  { good: "autovacuum_max_workers", bad: "Max Workers" },
] as const;

/** What PostgreSQL is told, and what people are told of it. */
export const operationInputs = {
  ...section("Parameters", {
    /**
     * PostgreSQL's memory and connections; all of it must fit into the memory of the instance class. What is left out
     * follows from the class.
     * @default {}
     */
    tuning: t
      .object({
        /** PostgreSQL's shared_buffers, in MiB; takes effect after a restart. Null leaves RDS's default. */
        sharedBuffers: whole(16, 4_194_304, "MiB").optional(),
        /** PostgreSQL's effective_cache_size, in MiB. Null leaves RDS's default. */
        effectiveCacheSize: whole(16, 4_194_304, "MiB").optional(),
        /** PostgreSQL's max_connections; takes effect after a restart. Null leaves RDS's default. */
        maxConnections: whole(6, 8388, "connections").optional(),
        /** PostgreSQL's work_mem, in MiB for each sort or hash. Null leaves PostgreSQL's default. */
        workMem: whole(1, 2_097_151, "MiB").optional(),
        /** PostgreSQL's maintenance_work_mem, in MiB. Null leaves RDS's default. */
        maintenanceWorkMem: whole(1, 2_097_151, "MiB").optional(),
      })
      .default({}),
    /**
     * Statements that are logged: none, ddl (definitions), mod (and changes of data) or all.
     * @default "ddl"
     */
    logStatement: t.oneOf("none", "ddl", "mod", "all").default("ddl"),
    /**
     * Statements that take longer than this, in milliseconds, are logged. -1 logs none of them.
     * @default 1000
     */
    logMinDurationStatement: whole(-1, 2_147_483_647, "milliseconds").default(1000),
    /**
     * Libraries that PostgreSQL loads when it starts. A change takes effect after a restart.
     * @default ["pg_stat_statements"]
     */
    sharedPreloadLibraries: t
      .list(
        t
          .string()
          .pattern(/^[a-z_0-9-]+$/, "must be the name of a library", { good: "pg_stat_statements", bad: "Pg Stat" }),
      )
      .length(0, 20)
      .default(["pg_stat_statements"]),
    /**
     * Whether PostgreSQL writes what logical replication (such as AWS DMS) needs. Takes effect after a restart.
     * @default false
     */
    logicalReplication: t.bool().default(false),
    /**
     * Further parameters of PostgreSQL, by name.
     * @default {}
     */
    parameters: t
      .map(
        t.object({
          /** Value, in the unit that RDS uses for the parameter. */
          value: t.string(),
          /**
           * When the value takes effect; static parameters need pending-reboot. Null takes the right one of the static
           * parameters that the module knows.
           */
          applyMethod: t.oneOf("immediate", "pending-reboot").optional(),
        }),
      )
      .keys(...SETTING_KEY)
      .rule({
        test: (parameters) => Object.keys(parameters).every((name) => !NAMED.includes(name)),
        condition: (ref) =>
          `length(setintersection(keys(${ref}), [${NAMED.map((name) => `"${name}"`).join(", ")}])) == 0`,
        message: `must not have ${NAMED.join(", ")}: these have an input of their own, or (rds.force_ssl) are fixed`,
        bad: { "rds.force_ssl": { value: "0" } },
      })
      .rule(known)
      .rule(inRange)
      .rule(switches)
      .default({}),
  }),
  ...section("Monitoring", {
    /**
     * Whether Performance Insights records what the database waits for.
     * @default true
     */
    performanceInsights: t.bool().default(true),
    /**
     * Days that Performance Insights are kept: 7 (without price), 465 or 731, or a multiple of 31 up to 713.
     * @default 7
     */
    performanceInsightsRetentionPeriod: t
      .number()
      .example(7)
      .rule({
        test: (days) => days === 7 || days === 731 || days === 465 || (days % 31 === 0 && days >= 31 && days <= 713),
        condition: (ref) => `contains([7, 465, 731], ${ref}) || ${ref} % 31 == 0 && ${ref} >= 31 && ${ref} <= 713`,
        message: "must be 7, 465 or 731 days, or a multiple of 31 up to 713",
        bad: 30,
      })
      .default(7),
    /** Database Insights; advanced is priced by the vCPU and keeps 465 days. Null leaves AWS's default, standard. */
    databaseInsightsMode: t.oneOf("standard", "advanced").optional(),
    /**
     * Seconds between two measurements of the operating system (enhanced monitoring). 0 turns it off.
     * @default 60
     */
    monitoringInterval: t.number().oneOf([0, 1, 5, 10, 15, 30, 60]).default(60),
    /** Role that writes the measurements. Null makes a role of the module's own. */
    monitoringRole: t
      .object({
        /** ARN of the role. */
        arn: roleArn("nimbus-monitoring"),
      })
      .optional(),
    /** Permissions boundary of the module's own roles, which write measurements and serve the proxy. Null sets none. */
    permissionsBoundary: permissionsBoundaryInput(),
    /**
     * Logs that go to CloudWatch; iam-db-auth-error says why RDS refused a role.
     * @default ["postgresql", "upgrade"]
     */
    logExports: t.set(t.oneOf("postgresql", "upgrade", "iam-db-auth-error")).default(["postgresql", "upgrade"]),
    /**
     * Days that logs are kept in CloudWatch. A week by default: PostgreSQL's log serves to find faults, not to audit.
     * @default 7
     */
    logRetentionDays: retentionInput(7),
    /** Alarms on CPU, storage, memory, connections and replicas, and the SNS topics that they tell. Null makes none. */
    alarms: t
      .object({
        /** SNS topics that the alarms tell, 1 to 5. */
        topicArns: t.list(topicArn()).length(1, 5),
        /**
         * CPU utilization that raises an alarm, in percent.
         * @default 80
         */
        cpu: whole(1, 100, "percent").default(80),
        /**
         * Free storage below which there is an alarm, in GiB.
         * @default 5
         */
        freeStorage: whole(1, 65536, "GiB").default(5),
        /**
         * Free memory below which there is an alarm, in MiB.
         * @default 128
         */
        freeMemory: whole(1, 4_194_304, "MiB").default(128),
        /**
         * Share of max_connections that raises an alarm, in percent.
         * @default 80
         */
        connections: whole(1, 100, "percent").default(80),
        /**
         * Lag of a read replica that raises an alarm, in seconds. A healthy replica without writes shows up to 300.
         * @default 600
         */
        replicaLag: whole(1, 86_400, "seconds").default(600),
      })
      .optional(),
    /** SNS topic that RDS tells its events: failovers, failures, maintenance, low storage. Null makes none. */
    eventTopic: t
      .object({
        /** ARN of the SNS topic. */
        arn: topicArn(),
      })
      .optional(),
    /**
     * Kinds of events that go to `eventTopic`.
     * @default ["availability", "deletion", "failover", "failure", "low storage", "maintenance", "notification",
     * "recovery"]
     */
    eventCategories: t
      .set(
        t.oneOf(
          "availability",
          "backup",
          "configuration change",
          "creation",
          "deletion",
          "failover",
          "failure",
          "low storage",
          "maintenance",
          "notification",
          "read replica",
          "recovery",
          "restoration",
          "security",
        ),
      )
      .default([
        "availability",
        "deletion",
        "failover",
        "failure",
        "low storage",
        "maintenance",
        "notification",
        "recovery",
      ]),
  }),
};
