import { Construct } from "constructs";
import { Collection, choose, given, tf } from "../../kernel";
import type { Statement } from "../parts/policies";
import { LOG_AND_TRACE, createMachineRole } from "../parts/scheduled-machine";
import { Context } from "./context";

/** The role of the state machine: it looks, and writes one parameter and the metrics of one namespace. */
export function createWatchRole(scope: Construct, context: Context): string {
  const { accountId, partition, region, inputs } = context;
  const { images, secrets, metricNamespace } = { ...inputs, ...context };
  const always: readonly Statement[] = [
    {
      Sid: "Copies",
      Effect: "Allow",
      Action: ["rds:DescribeDBInstanceAutomatedBackups", "rds:DescribeDBSnapshots"],
      Resource: "*",
    },
    {
      Sid: "Metrics",
      Effect: "Allow",
      Action: "cloudwatch:PutMetricData",
      Resource: "*",
      Condition: { StringEquals: { "cloudwatch:namespace": metricNamespace } },
    },
    {
      Sid: "Remember",
      Effect: "Allow",
      Action: "ssm:PutParameter",
      Resource: `arn:${partition}:ssm:${region}:${accountId}:parameter${context.parameterName}`,
    },
    LOG_AND_TRACE,
  ];
  const ofReplica = {
    Sid: "Replica",
    Effect: "Allow",
    Action: ["cloudwatch:GetMetricStatistics", "rds:DescribeDBInstances"],
    Resource: "*",
  };
  const ofKit = {
    Sid: "Kit",
    Effect: "Allow",
    Action: "s3:ListBucket",
    Resource: `arn:${partition}:s3:::${inputs.kit.bucket}`,
    Condition: { StringEquals: { "s3:prefix": inputs.kit.key } },
  };
  const ofRestoreTests = { Sid: "RestoreTests", Effect: "Allow", Action: "backup:ListRestoreJobs", Resource: "*" };
  const ofImages = {
    Sid: "Images",
    Effect: "Allow",
    Action: "ecr:DescribeImages",
    Resource: tf`distinct([
      for image in ${images} : "arn:\${${partition}}:ecr:\${image.region}:\${image.registry_id}:repository/\${image.repository}"
    ])`,
  };
  const ofSecrets = {
    Sid: "Secrets",
    Effect: "Allow",
    Action: "secretsmanager:DescribeSecret",
    Resource: tf`values(${secrets})`,
  };
  return createMachineRole(scope, context, {
    description: "Measures what the recovery region would start from",
    statements: tf<Collection>`concat(${always},
        ${choose(given(inputs.replica), [ofReplica], [])},
        ${choose(given(inputs.restoreTest), [ofRestoreTests], [])},
        ${choose(given(inputs.kit), [ofKit], [])},
        [for statement in [${ofImages}] : statement if length(${inputs.images}) > 0],
        [for statement in [${ofSecrets}] : statement if length(${secrets}) > 0])`,
  });
}
