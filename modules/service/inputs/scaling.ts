import { section, t } from "../../../kernel";
import { schedule, timeZone } from "../../parts/schedules";
import { NAME_KEY, whole } from "./types";

/** Target tracking adds tasks at once and takes them away slowly: too few tasks hurt more than too many. */
const tracking = (target: ReturnType<typeof whole>) =>
  t
    .object({
      /** Value that scaling aims at: percent of CPU or memory, or requests per task and minute. */
      target,
      /**
       * Seconds to wait after tasks were taken away before more are.
       * @default 300
       */
      scaleInCooldown: whole(0, 3600, "seconds").default(300),
      /**
       * Seconds to wait after tasks were added before more are.
       * @default 60
       */
      scaleOutCooldown: whole(0, 3600, "seconds").default(60),
    })
    .optional();

const MOST_TASKS = 5000;
const tasks = () => whole(0, MOST_TASKS, "tasks");

const range = <R extends { readonly minimum: number; readonly maximum: number }>(rest: Partial<R> = {}) => ({
  test: ({ minimum, maximum }: { readonly minimum: number; readonly maximum: number }) => minimum <= maximum,
  condition: (ref: string) => `${ref}.minimum <= ${ref}.maximum`,
  message: "must have a minimum that is not above its maximum",
  bad: { minimum: 5, maximum: 2, ...rest },
});

/** How many tasks run, and on what. */
export const scalingInputs = section("Scaling", {
  /**
   * Tasks that run when scaling is null. Two, so that one zone can fail.
   * @default 2
   */
  desiredCount: tasks().default(2),
  /** How many tasks there may be, and what their number follows. Null runs `desiredCount` tasks. */
  scaling: t
    .object({
      /** Fewest tasks. */
      minimum: tasks(),
      /** Most tasks. */
      maximum: tasks().example(1),
      /** Follows the CPU utilization of the tasks, in percent. Null does not. */
      cpu: tracking(whole(1, 100, "percent")),
      /** Follows the memory utilization of the tasks, in percent. Null does not. */
      memory: tracking(whole(1, 100, "percent")),
      /** Follows the requests per task and minute that the load balancer sends. Null does not. */
      requests: tracking(whole(1, 1_000_000, "requests")),
      /**
       * Changes of minimum and maximum at given times, by a name of your own.
       * @default {}
       */
      schedule: t
        .map(
          t
            .object({
              /** When the change is made: cron(...), rate(...) or at(...), in `timezone`. */
              schedule: schedule(["cron", "rate", "at"], "cron(0 7 ? * MON-FRI *)"),
              /**
               * Time zone of the schedule.
               * @default "UTC"
               */
              timezone: timeZone("UTC"),
              /** Fewest tasks from then on. */
              minimum: tasks(),
              /** Most tasks from then on. */
              maximum: tasks(),
            })
            .rule(range()),
        )
        .keys(...NAME_KEY)
        .default({}),
    })
    .rule(range())
    .rule({
      test: ({ maximum, schedule = {} }) => maximum > 0 || Object.values(schedule).some((one) => one.maximum > 0),
      condition: (ref) =>
        `${ref}.maximum > 0 || anytrue([for one in values(${ref}.schedule) : one.maximum > 0 if one != null])`,
      message: "must have a maximum of 1 task or more, at some time: no task would ever run",
      bad: { minimum: 0, maximum: 0 },
    })
    .optional(),
  /**
   * Follows the messages that wait in a queue, for each task that runs. Needs `scaling`, whose range it keeps to, and
   * Container Insights of the cluster, which count the tasks. Null does not.
   */
  backlog: t
    .object({
      /** Name of the SQS queue, in the service's region. */
      queueName: t.string().pattern(/^[A-Za-z0-9_-]{1,80}([.]fifo)?$/, "must be the name of a queue, not its ARN", {
        good: "nimbus-production-mails",
        bad: "arn:aws:sqs:us-east-1:123456789012:mails",
      }),
      /** Messages per task that may wait: those that a task works off in the time that one may take at most. */
      target: whole(1, 1_000_000, "messages"),
      /**
       * Seconds to wait after tasks were taken away before more are.
       * @default 300
       */
      scaleInCooldown: whole(0, 3600, "seconds").default(300),
      /**
       * Seconds to wait after tasks were added before more are.
       * @default 60
       */
      scaleOutCooldown: whole(0, 3600, "seconds").default(60),
    })
    .optional(),
  /**
   * Share of the tasks, beyond the first `onDemandBase`, that run on Fargate Spot: about 70 % cheaper, stopped with two
   * minutes' notice. Null uses none.
   */
  spot: t
    .object({
      /** Share of the tasks beyond `onDemandBase` that run on Fargate Spot, in percent. */
      percent: whole(0, 100, "percent"),
      /**
       * Tasks that always run on demand.
       * @default 1
       */
      onDemandBase: whole(0, 1000, "tasks").default(1),
    })
    .optional(),
});
