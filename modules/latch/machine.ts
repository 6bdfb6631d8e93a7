import { RETRY, api, caught, jsonata } from "../parts/states-language";

/** What the state machine must know. Each value may be an expression of Terraform. */
export interface LatchMachineConfig {
  readonly partition: string;
  readonly primaryRegion: string;
  /** Region of the machine itself. */
  readonly recoveryRegion: string;
  /** SSM parameter that holds the decision. */
  readonly parameterName: string;
  readonly namespace: string;
  /** Name of the metric, see {@link METRIC}. */
  readonly metric: string;
  /** Value of the dimension Latch. */
  readonly name: string;
}

/** A decision that has been read: where names lead, and whether something could not be asked or written meanwhile. */
const READ = jsonata("{ 'region': $states.result.Parameter.Value, 'failed': false }");

/** A target group with any healthy target serves; one that could not be asked for does not. */
const TARGETS = jsonata(
  "{ 'serves': 'healthy' in $states.result.TargetHealthDescriptions.TargetHealth.State, 'failed': false }",
);
const NOT_ASKED = { serves: false, failed: true };

/** All target groups: they serve when none is missing. */
const SERVICES = jsonata(`{
  'region': $states.input.region,
  'serve': $not(false in [$states.result.serves]),
  'failed': true in [$states.result.failed]
}`);

/**
 * Reads the decision and publishes it: 1 while it names the recovery region, 0 while it names the primary one. Anything else
 * is published as nothing, so that names stay where they are, and fails.
 *
 * With target groups it decides, too, and once: when each of them has a healthy target while the decision names the primary
 * region. It never decides for the primary region, and no health takes a decision back.
 *
 * @param targetGroups ARNs, a list or an expression of one; undefined: only people decide
 */
export const latchMachine = (config: LatchMachineConfig, targetGroups?: unknown): object => {
  const { partition, primaryRegion, recoveryRegion, parameterName } = config;
  const deciding = targetGroups === undefined ? {} : decidingStates(config, targetGroups);
  return {
    Comment: "Publishes which region serves",
    QueryLanguage: "JSONata",
    StartAt: "Settings",
    TimeoutSeconds: 50,
    States: {
      Settings: {
        Type: "Pass",
        Assign: { primary_region: primaryRegion, recovery_region: recoveryRegion },
        Next: "Read the decision",
      },
      "Read the decision": {
        Type: "Task",
        Resource: api(partition, "ssm:getParameter"),
        Arguments: { Name: parameterName },
        Retry: RETRY,
        Output: READ,
        Next: "What was decided?",
      },
      "What was decided?": {
        Type: "Choice",
        Choices: [
          { Condition: jsonata("$states.input.region = $recovery_region"), Next: "Publish" },
          {
            Condition: jsonata("$states.input.region = $primary_region"),
            Next: targetGroups === undefined ? "Publish" : "Look at the services",
          },
        ],
        Default: "Neither region",
      },
      ...deciding,
      Publish: {
        Type: "Task",
        Resource: api(partition, "cloudwatch:putMetricData"),
        Arguments: {
          Namespace: config.namespace,
          MetricData: [
            {
              MetricName: config.metric,
              Dimensions: [{ Name: "Latch", Value: config.name }],
              Unit: "None",
              Value: jsonata("$states.input.region = $recovery_region ? 1 : 0"),
            },
          ],
        },
        Retry: RETRY,
        Output: jsonata("$states.input"),
        Next: "Did anything fail?",
      },
      "Did anything fail?": {
        Type: "Choice",
        Choices: [{ Condition: jsonata("$states.input.failed"), Next: "Incomplete" }],
        Default: "Done",
      },
      Done: { Type: "Succeed" },
      Incomplete: {
        Type: "Fail",
        Error: "Latch.Incomplete",
        Cause:
          "A target group could not be asked for, or the decision not be written; the log of this execution says which",
      },
      "Neither region": {
        Type: "Fail",
        Error: "Latch.NeitherRegion",
        Cause: jsonata(
          "'The decision is ' & $states.input.region & ', and must be ' & $primary_region & ' or ' & $recovery_region & '. Names stay where they are. Write it with aws ssm put-parameter --overwrite'",
        ),
      },
    },
  };
};

/** The states that look whether the services serve, and decide when all of them do. */
const decidingStates = ({ partition, recoveryRegion, parameterName }: LatchMachineConfig, targetGroups: unknown) => ({
  "Look at the services": {
    Type: "Map",
    Items: targetGroups,
    MaxConcurrency: 4,
    ItemProcessor: {
      ProcessorConfig: { Mode: "INLINE" },
      StartAt: "Find targets",
      States: {
        "Find targets": {
          Type: "Task",
          Resource: api(partition, "elasticloadbalancingv2:describeTargetHealth"),
          Arguments: { TargetGroupArn: "{% $states.input %}" },
          Retry: RETRY,
          Catch: caught("Find targets failed", NOT_ASKED),
          Output: TARGETS,
          End: true,
        },
        "Find targets failed": { Type: "Pass", End: true },
      },
    },
    Output: SERVICES,
    Next: "Do all of them serve?",
  },
  "Do all of them serve?": {
    Type: "Choice",
    Choices: [{ Condition: jsonata("$states.input.serve"), Next: "Decide" }],
    Default: "Publish",
  },
  Decide: {
    Type: "Task",
    Resource: api(partition, "ssm:putParameter"),
    Arguments: { Name: parameterName, Value: recoveryRegion, Type: "String", Overwrite: true },
    Retry: RETRY,
    Catch: caught("Publish", jsonata("$merge([$states.input, { 'failed': true }])")),
    Output: jsonata("{ 'region': $recovery_region, 'failed': false }"),
    Next: "Publish",
  },
});

/** Name of the metric: 1 while names are held in the recovery region. */
export const METRIC = "ServedByRecovery";
