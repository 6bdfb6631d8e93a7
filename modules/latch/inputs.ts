import { PropsOf, inputs, section, t } from "../../kernel";
import { standardPeriod, topicsInput } from "../parts/alarm-inputs";
import { nameInput, tagsInput } from "../parts/inputs";

const suffix = (expression: RegExp, what: string, good: string) =>
  t.string().pattern(expression, `must be the last part of the ARN of ${what}`, {
    good,
    bad: "arn:aws:elasticloadbalancing:us-west-2:123456789012",
  });

/** Inputs of the latch module. */
export const latchInputs = inputs(
  {
    ...section("General", {
      /** Name of the alarm. Names of resources begin with it; changing it replaces them. */
      name: nameInput(64),
      /**
       * Tags for every resource of the module.
       * @default {}
       */
      tags: tagsInput(),
    }),
    ...section("What closes the latch", {
      /**
       * Healthy targets of this target group close the latch. Take the service that users need most, and that is
       * started last. Give this or `metric`.
       */
      targetGroup: t
        .object({
          /** Load balancer of the recovery region: the last part of its ARN. */
          loadBalancer: suffix(
            /^(app|net)\/[^/]+\/[^/]+$/,
            "the load balancer (arn_suffix)",
            "app/nimbus-standby/0a1b2c3d4e5f6a7b",
          ),
          /** Target group of the service that decides: the last part of its ARN. */
          targetGroup: suffix(
            /^targetgroup\/[^/]+\/[^/]+$/,
            "the target group (arn_suffix)",
            "targetgroup/web/8c9d0e1f2a3b4c5d",
          ),
        })
        .optional(),
      /**
       * A metric of your own that closes the latch, such as one that an operator writes. It must be of standard
       * resolution: Route 53 cannot read one of high resolution. Give this or `targetGroup`.
       */
      metric: t
        .object({
          /** Namespace of the metric. */
          namespace: t.string().pattern(/^[A-Za-z0-9_./#: -]{1,255}$/, "must be the namespace of a metric", {
            good: "Nimbus/Recovery",
            bad: "Nimbus*",
          }),
          /** Name of the metric. */
          name: t.string().length(1, 255),
          /**
           * Dimensions of the metric.
           * @default {}
           */
          dimensions: t
            .map(t.string().length(1, 1024))
            .keys(/^[!-9;-~][!-~]{0,254}$/, "must be 1 to 255 characters without spaces, and no colon in front", {
              good: "LoadBalancer",
              bad: ":a",
            })
            .rule({
              test: (dimensions) => Object.keys(dimensions).length <= 30,
              condition: (ref) => `length(${ref}) <= 30`,
              message: "must not be more than 30, the most that CloudWatch takes",
              bad: Object.fromEntries(Array.from({ length: 31 }, (_none, i) => [`Dimension${i}`, "1"])),
            })
            .default({}),
          /**
           * Statistic of a period; Route 53 reads no percentiles.
           * @default "Maximum"
           */
          statistic: t.oneOf("Maximum", "Minimum", "Average", "Sum", "SampleCount").default("Maximum"),
        })
        .optional(),
      /**
       * Value from which on the latch is closed: healthy targets. It must be above what runs in peace time, or names
       * move as soon as the latch is used.
       * @default 1
       */
      threshold: t.number().range(1, 1000000).default(1),
      /**
       * Seconds that a value of the metric stands for, whole minutes.
       * @default 60
       */
      period: standardPeriod().default(60),
      /**
       * Periods in a row after which the latch closes or opens. One moves names soonest; more ride out a restart of the
       * service.
       * @default 1
       */
      evaluationPeriods: t.number().range(1, 5).integer().default(1),
    }),
    ...section("Notification", {
      /**
       * SNS topics, of the recovery region, that are told when the latch closes and when it opens.
       * @default []
       */
      topicArns: topicsInput(),
    }),
  },
  [
    {
      on: "targetGroup",
      test: ({ targetGroup, metric }) => Boolean(targetGroup) !== Boolean(metric),
      condition: "(var.target_group == null) != (var.metric == null)",
      message: "or metric must be given, and not both",
      bad: { metric: { namespace: "Nimbus/Recovery", name: "Latch" } },
    },
  ],
);

/** Props of the latch. */
export type LatchProps = PropsOf<typeof latchInputs>;
