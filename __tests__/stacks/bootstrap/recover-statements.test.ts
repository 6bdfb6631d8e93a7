import { Statement } from "../../../modules/parts/policies";
import { decide } from "./evaluate";
import { environment, rightsOf } from "./subject";

const WEST = { "aws:RequestedRegion": "us-west-2" };
const arn = (service: string, resource: string) => `arn:aws:${service}:us-west-2:123456789012:${resource}`;
const role = (name: string) => `arn:aws:iam::123456789012:role/${name}`;
const STATES = "arn:aws:s3:::nimbus-production-state-123456789012-us-west-2";
const OWN = { "aws:ResourceTag/Application": "nimbus", "aws:ResourceTag/Environment": "production" };
const WANTED = { "aws:RequestTag/Application": "nimbus", "aws:RequestTag/Environment": "production" };
const TO_TASKS = { "iam:PassedToService": "ecs-tasks.amazonaws.com" };
const THROUGH_RDS = { "kms:ViaService": "rds.us-west-2.amazonaws.com" };

/**
 * What a recovery asks for, one request at least for each statement of the role. Source: the calls of provider 5.100 for the
 * types of the dr stack, and the dependent actions of the Service Authorization Reference.
 */
const NEEDS: readonly (readonly [string, string, Readonly<Record<string, string>>])[] = [
  ["s3:ListBucket", STATES, {}],
  ["s3:PutObject", `${STATES}/production/dr.tfstate`, {}],
  ["s3:DeleteObject", `${STATES}/production/dr.tfstate.tflock`, {}],
  [
    "kms:GenerateDataKey",
    arn("kms", "key/1"),
    { "kms:ViaService": "s3.us-west-2.amazonaws.com", "kms:EncryptionContext:aws:s3:arn": STATES },
  ],
  ["s3:GetObject", `${STATES}/kit/production/steps/restore.sh`, {}],
  ["ssm:GetParameter", arn("ssm", "parameter/holdfast/nimbus-production/standby"), WEST],
  ["secretsmanager:GetSecretValue", arn("secretsmanager", "secret:nimbus-production/master-user-a1b2c3"), WEST],
  ["rds:RestoreDBInstanceToPointInTime", arn("rds", "db:nimbus-production-dr"), WEST],
  ["rds:RestoreDBInstanceToPointInTime", arn("rds", "auto-backup:ab-1"), WEST],
  ["rds:DeleteDBInstance", arn("rds", "db:nimbus-production-rt"), WEST],
  ["elasticache:CreateReplicationGroup", arn("elasticache", "replicationgroup:nimbus-production-dr"), WEST],
  ["acm:DescribeCertificate", "*", WEST],
  ["servicequotas:GetServiceQuota", "*", WEST],
  ["secretsmanager:DescribeSecret", arn("secretsmanager", "secret:nimbus-production/sentry-dsn-a1b2c3"), WEST],
  ["ecs:RegisterTaskDefinition", "*", WEST],
  ["ecs:TagResource", arn("ecs", "task-definition/nimbus-production-dr-web:1"), WEST],
  ["ecs:CreateService", arn("ecs", "service/nimbus-production-dr/web"), WEST],
  ["elasticloadbalancing:CreateRule", arn("elasticloadbalancing", "listener/app/nimbus-production-dr/1/2"), WEST],
  ["cloudwatch:PutMetricAlarm", arn("cloudwatch", "alarm:nimbus-production-dr-web-cpu"), WEST],
  ["cloudwatch:PutMetricAlarm", arn("cloudwatch", "alarm:nimbus-production-dr-later-cpu"), { ...WEST, ...WANTED }],
  ["cloudwatch:DeleteAlarms", arn("cloudwatch", "alarm:nimbus-production-dr-later-cpu"), { ...WEST, ...OWN }],
  ["logs:CreateLogGroup", arn("logs", "log-group:/elasticache/nimbus-production-dr/slow-log"), WEST],
  ["logs:FilterLogEvents", arn("logs", "log-group:/ecs/nimbus-production-dr/web"), WEST],
  ["logs:CreateLogDelivery", "*", WEST],
  ["ec2:CreateNatGateway", "*", WEST],
  ["kms:Decrypt", arn("kms", "key/1"), THROUGH_RDS],
  ["kms:CreateGrant", arn("kms", "key/1"), { ...THROUGH_RDS, "kms:GrantIsForAWSResource": "true" }],
  ["iam:PassRole", role("nimbus-production-dr-web-task-us-west-2"), TO_TASKS],
  [
    "iam:PassRole",
    role(
      "aws-service-role/ecs.application-autoscaling.amazonaws.com/AWSServiceRoleForApplicationAutoScaling_ECSService",
    ),
    { "iam:PassedToService": "application-autoscaling.amazonaws.com" },
  ],
];

/** What no recovery may do: what the statements that deny are for. */
const REFUSED: readonly (readonly [string, string, Readonly<Record<string, string>>])[] = [
  ["ec2:DeleteRoute", "*", { ...WEST, "aws:ResourceTag/Environment": "staging" }],
  ["ec2:DeleteRoute", "*", { ...WEST, "aws:ResourceTag/Application": "shop" }],
];

const statements = rightsOf(environment()).recover;

const unmet = (of: readonly Statement[]) => [
  ...NEEDS.filter(([action, resource, context]) => decide(of, { action, resource, context }) !== "allowed"),
  ...REFUSED.filter(([action, resource, context]) => decide(of, { action, resource, context }) === "allowed"),
];

test("the recover role may do all that a recovery asks for", () => {
  expect(unmet(statements)).toEqual([]);
});

test.each(statements.map(({ Sid }) => [String(Sid)]))("the recover role needs its statement %s", (sid) => {
  expect(unmet(statements.filter(({ Sid }) => Sid !== sid))).not.toEqual([]);
});
