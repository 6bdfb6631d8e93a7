import { t } from "../../../kernel";
import { ANYWHERE, arn, called } from "../../../modules/parts/arns";
import { NetworkProps, networkInputs } from "../../../modules/network/inputs";
import { whole } from "../../../modules/parts/inputs";
import { topicsInput } from "../../../modules/parts/alarm-inputs";
import { MECHANISM_NAMES } from "../../../recovery/mechanisms";
import { PartOf, Whole } from "./part-of";
import { region } from "./region";
import type { EnvironmentLoadBalancer, EnvironmentService } from "./parts";
import { StatedInputs } from "./stated-inputs";

/** What of the recovery region can run all the time, and costs something all the time. */
export const WARM_PARTS = ["nat", "cache"] as const;

/**
 * Where, and how soon, the environment recovers when its region is lost.
 *
 * @param service inputs of a service, of which some can differ there
 * @param loadBalancer those of the load balancer
 */
export const recoveryInput = (service: Whole, loadBalancer: Whole) =>
  t
    .object({
      /** Region that takes over. */
      region: region(),
      /** What is promised. The plans of the stacks that are deployed in peace fail where the environment cannot keep it. */
      objectives: t.object({
        /** Recovery point objective: the most data that may be lost, in seconds of work. */
        rpo: whole(1, 2_592_000, "seconds"),
        /**
         * Recovery time objective: seconds from `cdktf deploy dr` until the names lead to a region that serves. The
         * time to decide is not in it.
         */
        rto: whole(60, 2_592_000, "seconds"),
      }),
      /**
       * Network of the recovery region. It stands all the time, but for NAT gateways, which dr makes unless nat is
       * among `warm`. Interface endpoints always stand, since their names need Route 53's control plane.
       */
      network: new StatedInputs<(typeof networkInputs)["fields"], Omit<NetworkProps, "name" | "tags">>(networkInputs, {
        name: "wired",
        tags: {},
      }),
      /**
       * What runs all the time: nat (33 USD/month each) and cache (the price of its nodes). Otherwise an incident makes
       * it, while the database is restored; a cache takes about 12 minutes.
       * @default []
       */
      warm: t.set(t.oneOf(...WARM_PARTS)).default([]),
      /**
       * How the database is recovered.
       * @default {}
       */
      database: t
        .object({
          /**
           * What dr restores: point_in_time is the latest state that the replicated automated backups hold, 5 to 30
           * minutes old; snapshot is the newest copy of a snapshot. Copies of snapshots are there with both, and dr
           * falls back to them.
           * @default "point_in_time"
           */
          mechanism: t.oneOf(...MECHANISM_NAMES).default("point_in_time"),
          /** Instance class in the recovery region. Null takes the database's own. */
          instanceClass: t
            .string()
            .pattern(/^db\.[a-z0-9]+\.[a-z0-9]+$/, "must be an instance class", { good: "db.m7g.large", bad: "large" })
            .optional(),
          /**
           * Whether the restored database has a standby in another zone from the start. That takes 8 to 10 minutes
           * longer, and can be turned on after the incident instead.
           * @default false
           */
          multiAz: t.bool().default(false),
        })
        .default({}),
      /**
       * Copies of snapshots in a vault of the recovery region, by AWS Backup.
       * @default {}
       */
      snapshots: t
        .object({
          /**
           * How often a snapshot is taken and copied: day is each day at 05:00 UTC and on Sundays at 06:00, week is on
           * Sundays alone.
           * @default "day"
           */
          every: t.oneOf("day", "week").default("day"),
          /**
           * Days that daily copies are kept. Those of Sundays are kept for 90 days.
           * @default 35
           */
          retentionDays: whole(1, 35, "days").default(35),
          /**
           * Whether the vault is locked in governance mode: nobody without the right to lift the lock deletes a copy
           * early.
           * @default false
           */
          lock: t.bool().default(false),
          /**
           * Whether AWS Backup restores the newest copy each month to test it, and deletes what it restored.
           * @default true
           */
          restoreTest: t.bool().default(true),
        })
        .default({}),
      /**
       * Inputs of services that differ in the recovery region, by the services' names; each replaces the service's own.
       * For what names things of one region: a user pool, security groups, file systems.
       * @default {}
       */
      services: t.map(new PartOf<EnvironmentService>(service)).default({}),
      /**
       * Inputs of the load balancer that differ in the recovery region; each replaces the load balancer's own. For
       * prefix lists and security groups.
       * @default {}
       */
      loadBalancer: new PartOf<EnvironmentLoadBalancer>(loadBalancer).default({}),
      /** Certificate of the recovery region. Null: the standby requests one for the names. */
      certificateArn: arn(
        "acm",
        called("certificate/"),
        "arn:aws:acm:us-west-2:123456789012:certificate/00000000-0000-0000-0000-000000000000",
        ANYWHERE,
      ).optional(),
      /**
       * SNS topics of the recovery region that its alarms tell.
       * @default []
       */
      alarmTopicArns: topicsInput(),
      /**
       * Who decides that names move to the recovery region. automatic: they move once, as soon as all services that users
       * reach are healthy there for the first time. confirmed: `dr` prepares everything, and a person moves names with one
       * command. Neither health nor the return of the primary region takes them back: the failback does, by a command.
       * @default "automatic"
       */
      switch: t.oneOf("automatic", "confirmed").default("automatic"),
      /**
       * Which region serves. With recovery, the services of the primary stack run no tasks: set it after a failover,
       * before the primary region is deployed again, so that no two regions write.
       * @default "primary"
       */
      active: t.oneOf("primary", "recovery").default("primary"),
    })
    .optional();

/** What an environment states about its recovery. */
export type Recovery = NonNullable<ReturnType<typeof recoveryInput>["_type"]>;
