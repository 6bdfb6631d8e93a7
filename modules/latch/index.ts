import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { SfnStateMachine } from "@cdktf/provider-aws/lib/sfn-state-machine";
import { SsmParameter } from "@cdktf/provider-aws/lib/ssm-parameter";
import { Construct } from "constructs";
import {
  Bound,
  Collection,
  ModuleConstruct,
  ModuleDefinition,
  acceptFinding,
  choose,
  comment,
  heading,
  is,
  json,
  shorthand,
  tf,
} from "../../kernel";
import type { Statement } from "../parts/policies";
import {
  LOG_AND_TRACE,
  ScheduledMachine,
  createMachineLogs,
  createMachineRole,
  createMachineSchedule,
} from "../parts/scheduled-machine";
import { lookUpSurroundings } from "../parts/surroundings";
import { named } from "../parts/tags";
import { LATCH_PERIOD_SECONDS, LatchProps, latchInputs } from "./inputs";
import { LatchMachineConfig, METRIC, latchMachine } from "./machine";

export type { LatchProps } from "./inputs";

type Fields = (typeof latchInputs)["fields"];

/** Periods without a publication that raise the alarm. */
const SILENT_PERIODS = 5;

/** The alarm as `dns-failover` takes it. */
export interface LatchAlarm {
  readonly alarmName: string;
  readonly region: string;
  readonly period: number;
  readonly settings: string;
}

/** What all parts of the latch share. */
interface Context extends ScheduledMachine {
  readonly inputs: Bound<Fields>;
  readonly parameterName: string;
}

/** A decision in the recovery region, which of two regions serves, and an alarm that tells it to Route 53. */
export class Latch extends ModuleConstruct<Fields> {
  static readonly definition: ModuleDefinition<Fields> = {
    name: "latch",
    description:
      "A decision in the recovery region, which of two regions serves, and an alarm that tells it to Route 53.",
    notes: `
Give the module a provider of the recovery region, and its output \`alarm\` to the \`failover.latch\` of \`dns-failover\`.

**What it is for.** When the primary region comes back, its endpoint answers again while its data is old: names must not go
back by themselves. Nor may they when the recovery region has a bad minute. So names follow a decision, and no health: an SSM
parameter holds the name of the region that serves. While it names the recovery region the latch is closed (the alarm is in
state ALARM), and names stay there, whatever either region answers.

**Who decides.** With \`switch = "automatic"\` the module decides for the recovery region once, when each of
\`target_group_arns\` has a healthy target for the first time; with \`confirmed\` a person does. Only a person decides for the
primary region again, after the services here have been stopped, or the module decides anew:

\`aws ssm put-parameter --region us-west-2 --name /holdfast/<name>/serving-region --value us-east-1 --overwrite\`

**How it reaches Route 53.** Each minute a state machine of Step Functions reads the parameter, and publishes the metric
\`${METRIC}\`: 1 or 0. Without data the alarm keeps its state, and Route 53 the status that it knew last: a state machine that
has stopped moves no names. The alarm \`<name>-silent\` says so after ${SILENT_PERIODS} minutes. A parameter that holds neither
region counts as no data.

**Route 53 reads the metric, not the alarm.** \`aws cloudwatch set-alarm-state\` neither closes the latch nor opens it.

**What it costs.** About 1.50 USD/month: the publications 0.43, the metric 0.30, two alarms 0.20, executions 0.50; and the
key of its log 1.00 unless you give one.`,
    inputs: latchInputs,
    example: {
      name: "nimbus-production-latch",
      primaryRegion: "us-west-2",
      targetGroupArns: ["arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/8c9d0e1f2a3b4c5d"],
    },
  };

  /** For `dns-failover`. */
  readonly alarm: LatchAlarm;
  readonly alarmName: string;
  readonly alarmArn: string;
  /** SSM parameter that holds the decision. */
  readonly parameterName: string;

  constructor(scope: Construct, id: string, props: LatchProps) {
    super(scope, id, Latch.definition, props);
    const context = this.createContext();
    const parameter = this.createParameter(context);
    const machine = this.createMachine(context, parameter);
    createMachineSchedule(this, context, {
      started: machine,
      expression: "rate(1 minute)",
      does: "Starts the latch of the recovery region",
    });
    const metric = this.metric();
    const alarm = this.createAlarms(metric);

    this.alarmName = this.output("alarmName", "Name of the alarm.", alarm.alarmName);
    this.alarmArn = this.output("alarmArn", "ARN of the alarm.", alarm.arn);
    this.parameterName = this.output("parameterName", "SSM parameter that holds the decision.", parameter.name);
    this.output("parameterArn", "ARN of that parameter.", parameter.arn);
    this.output("stateMachineArn", "The state machine that publishes the decision.", machine.arn);
    this.alarm = {
      alarmName: alarm.alarmName,
      region: context.region,
      period: LATCH_PERIOD_SECONDS,
      settings: json([...Object.values(metric), LATCH_PERIOD_SECONDS]),
    };
    this.output("alarm", "The alarm as the input failover.latch of dns-failover takes it.", {
      alarm_name: this.alarm.alarmName,
      region: this.alarm.region,
      period: this.alarm.period,
      settings: this.alarm.settings,
    });
  }

  private createContext(): Context {
    const { name, parameterName } = this.inputs;
    return {
      inputs: this.inputs,
      machineName: name,
      what: "latch",
      ...lookUpSurroundings(this),
      parameterName: shorthand(
        this,
        "parameter_name",
        tf<string>`coalesce(${parameterName}, ${`/holdfast/${name}/serving-region`})`,
      ),
    };
  }

  private createParameter({ parameterName, region }: Context): SsmParameter {
    heading(this, "Decision");
    const { name, primaryRegion, tags } = this.inputs;
    const parameter = new SsmParameter(this, "this#parameter", {
      name: parameterName,
      description: `The region that serves, by the latch ${name}: ${primaryRegion} or ${region}`,
      type: "String",
      insecureValue: primaryRegion,
      allowedPattern: `^(${primaryRegion}|${region})$`,
      tags: named(tags, name),
      lifecycle: {
        // A decision is taken once, and by nobody who deploys.
        ignoreChanges: ["insecure_value"],
        precondition: [
          {
            condition: tf<never>`${primaryRegion} != ${region}`,
            errorMessage: `primary_region is ${region}, where this latch would stand: it would be lost with what it decides about. Give the module a provider of the recovery region.`,
          },
        ],
      },
    });
    return acceptFinding(parameter, "CKV2_AWS_34", "No secret: the name of a region");
  }

  private createMachine(context: Context, parameter: SsmParameter): SfnStateMachine {
    heading(this, "State machine");
    const { name, primaryRegion, metricNamespace, targetGroupArns, tags } = this.inputs;
    const config: LatchMachineConfig = {
      partition: context.partition,
      primaryRegion,
      recoveryRegion: context.region,
      parameterName: parameter.name,
      namespace: metricNamespace,
      metric: METRIC,
      name,
    };
    const logs = createMachineLogs(this, context);
    return comment(
      new SfnStateMachine(this, "this#machine", {
        name,
        type: "EXPRESS",
        roleArn: this.createRole(context),
        definition: choose(this.decides(), json(latchMachine(config, targetGroupArns)), json(latchMachine(config))),
        loggingConfiguration: { level: "ERROR", includeExecutionData: true, logDestination: `${logs.arn}:*` },
        tracingConfiguration: { enabled: true },
        tags: named(tags, name),
      }),
      "An execution takes seconds: as EXPRESS it costs a fiftieth of a standard one, and its errors are in the log.",
    );
  }

  /** Whether the machine decides. */
  private decides() {
    return is(this.inputs.switch, "automatic");
  }

  /** The role of the machine: only one that decides may write the decision, and look at services. */
  private createRole(context: Context): string {
    const { accountId, partition, region, parameterName } = context;
    const decision = `arn:${partition}:ssm:${region}:${accountId}:parameter${parameterName}`;
    const always: readonly Statement[] = [
      { Sid: "ReadDecision", Effect: "Allow", Action: "ssm:GetParameter", Resource: decision },
      {
        Sid: "Metric",
        Effect: "Allow",
        Action: "cloudwatch:PutMetricData",
        Resource: "*",
        Condition: { StringEquals: { "cloudwatch:namespace": this.inputs.metricNamespace } },
      },
      LOG_AND_TRACE,
    ];
    const deciding: readonly Statement[] = [
      { Sid: "Decide", Effect: "Allow", Action: "ssm:PutParameter", Resource: decision },
      { Sid: "Targets", Effect: "Allow", Action: "elasticloadbalancing:DescribeTargetHealth", Resource: "*" },
    ];
    return createMachineRole(this, context, {
      description: "Publishes which region serves",
      statements: tf<Collection>`concat(${always}, ${choose(this.decides(), deciding, [])})`,
    });
  }

  /** What the alarms watch. */
  private metric() {
    const { name, metricNamespace } = this.inputs;
    return { namespace: metricNamespace, metricName: METRIC, dimensions: { Latch: name } };
  }

  private createAlarms(metric: ReturnType<Latch["metric"]>): CloudwatchMetricAlarm {
    heading(this, "Alarms");
    const { name, alarmTopicArns, tags } = this.inputs;
    const common = {
      ...metric,
      period: LATCH_PERIOD_SECONDS,
      alarmActions: tf<string[]>`${alarmTopicArns}`,
      okActions: tf<string[]>`${alarmTopicArns}`,
    };
    new CloudwatchMetricAlarm(this, "silent", {
      ...common,
      alarmName: `${name}-silent`,
      alarmDescription: `${name}: nobody publishes the decision. Names stay where they are, and follow no new decision; see the log of the state machine`,
      statistic: "SampleCount",
      evaluationPeriods: SILENT_PERIODS,
      comparisonOperator: "LessThanThreshold",
      threshold: 1,
      treatMissingData: "breaching",
      tags: named(tags, `${name}-silent`),
    });
    return comment(
      new CloudwatchMetricAlarm(this, "this", {
        ...common,
        alarmName: name,
        alarmDescription: `${name}: it is decided that the recovery region serves, and names stay there until it is decided otherwise`,
        statistic: "Maximum",
        evaluationPeriods: 1,
        comparisonOperator: "GreaterThanOrEqualToThreshold",
        threshold: 1,
        // Keeps its state.
        treatMissingData: "ignore",
        tags: named(tags, name),
        // A renamed alarm is another one; Route 53 takes a latch without alarm for open.
        lifecycle: { createBeforeDestroy: true },
      }),
      "Route 53 knows no alarms on M of N periods, on metric math or on percentiles: this one has neither.",
    );
  }
}
