import { CrossRule, PropsOf, inputs, section, t } from "../../kernel";
import { HERE, arn, called } from "../parts/arns";
import { topicsInput } from "../parts/alarm-inputs";
import {
  kmsKeyInput,
  metricNamespaceInput,
  nameInput,
  parameterNameInput,
  permissionsBoundaryInput,
  retentionInput,
  tagsInput,
} from "../parts/inputs";
import { regionName } from "../parts/regions";

/**
 * Seconds between two publications, and of a period of the alarm: the least of both.
 *
 * Source: EventBridge Scheduler User Guide, "Schedule types"; Route 53 Developer Guide, "Values that you specify when you
 * create or update health checks": no high-resolution metrics.
 */
export const LATCH_PERIOD_SECONDS = 60;

const fields = {
  ...section("General", {
    /**
     * Name of the latch: of its alarm, its state machine, and the dimension of its metric. Names of resources begin with
     * it; changing it replaces them.
     */
    name: nameInput(55),
    /** Region that serves in peace. The module itself belongs in the other one, which it decides for. */
    primaryRegion: regionName("us-east-1"),
    /**
     * Tags for every resource of the module.
     * @default {}
     */
    tags: tagsInput(),
  }),
  ...section("What closes the latch", {
    /**
     * Who decides that the recovery region serves. automatic: the module, once, when each of `targetGroupArns` has a
     * healthy target for the first time. confirmed: a person, by one command; the module may not write the decision then.
     * Only a person decides for the primary region, with either.
     * @default "automatic"
     */
    switch: t.oneOf("automatic", "confirmed").default("automatic"),
    /**
     * Target groups of the recovery region, one for each service that users reach: each must have a healthy target before
     * the module decides. They have none in peace, or names move as soon as the latch is used.
     * @default []
     */
    targetGroupArns: t
      .list(
        arn(
          "elasticloadbalancing",
          called("targetgroup/"),
          "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d",
          HERE,
        ),
      )
      .length(0, 100)
      .unique()
      .default([]),
    /**
     * SSM parameter that holds the decision: the name of the region that serves. Null is `/holdfast/<name>/serving-region`.
     * Another name is another decision, which begins with the primary region.
     */
    parameterName: parameterNameInput("/holdfast/nimbus-production/serving-region"),
  }),
  ...section("Operation", {
    /**
     * Namespace of the metric.
     * @default "Holdfast/Recovery"
     */
    metricNamespace: metricNamespaceInput(),
    /**
     * SNS topics, of the recovery region, that are told when the latch closes and opens, and when nobody publishes the
     * decision.
     * @default []
     */
    alarmTopicArns: topicsInput(),
    /**
     * KMS key that encrypts the log of the state machine; its policy must let CloudWatch Logs use it. Null makes a key
     * of the module's own (1 USD/month).
     */
    kmsKey: kmsKeyInput(),
    /** Permissions boundary of the module's own roles. Null sets none. */
    permissionsBoundary: permissionsBoundaryInput(),
    /**
     * Days that logs of the state machine are kept. A year by default, so that an audit finds what an incident left.
     * @default 365
     */
    logRetentionDays: retentionInput(),
  }),
};

const rules: readonly CrossRule<typeof fields>[] = [
  {
    on: "targetGroupArns",
    test: ({ switch: decides, targetGroupArns }) => decides === "confirmed" || targetGroupArns.length > 0,
    condition: 'var.switch == "confirmed" || length(var.target_group_arns) > 0',
    message: (spell) =>
      `must have the target group of at least one service, or nothing would wait for any; or give ${spell("switch")} = "confirmed", for a person to decide`,
    bad: { targetGroupArns: [] },
  },
];

/** Inputs of the latch module. */
export const latchInputs = inputs(fields, rules);

/** Props of the latch. */
export type LatchProps = PropsOf<typeof latchInputs>;
