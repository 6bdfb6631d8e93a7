import { Statement } from "../../../modules/parts/policies";
import { recovery } from "../../environments/recovery";
import { decide } from "./evaluate";
import { environment, rightsOf } from "./subject";

const EAST = { "aws:RequestedRegion": "us-east-1" };
const WEST = { "aws:RequestedRegion": "us-west-2" };
const arn = (service: string, resource: string, region = "us-west-2") =>
  `arn:aws:${service}:${region}:123456789012:${resource}`;
const role = (name: string) => `arn:aws:iam::123456789012:role/${name}`;
const UPLOADS = "arn:aws:s3:::nimbus-production-uploads-123456789012";
const STATES = "arn:aws:s3:::nimbus-production-state-123456789012-us-west-2";
const OWN = { "aws:ResourceTag/Application": "nimbus", "aws:ResourceTag/Environment": "production" };
const WANTED = { "aws:RequestTag/Application": "nimbus", "aws:RequestTag/Environment": "production" };
const TO_TASKS = { "iam:PassedToService": "ecs-tasks.amazonaws.com" };
const THROUGH_RDS = { "kms:ViaService": "rds.us-west-2.amazonaws.com" };

type Request = readonly [action: string, resource: string, context: Readonly<Record<string, string>>];

/**
 * What a recovery asks for, one request at least for each statement of the role. Source: the calls of provider 5.100 for the
 * types of the dr stack, and the dependent actions of the Service Authorization Reference.
 */
const NEEDS: readonly Request[] = [
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

/** What a recovery by a replica asks for as well: the promotion, and the fence of the primary region. */
const REPLICA_NEEDS: readonly Request[] = [
  ["rds:PromoteReadReplica", arn("rds", "db:nimbus-production-replica"), WEST],
  ["rds:ModifyDBInstance", arn("rds", "db:nimbus-production-replica"), WEST],
  ["ecs:UpdateService", arn("ecs", "service/nimbus-production/web", "us-east-1"), EAST],
  [
    "application-autoscaling:RegisterScalableTarget",
    arn("application-autoscaling", "scalable-target/1", "us-east-1"),
    EAST,
  ],
];

/** What no recovery may do: what the statements that deny are for. */
const REFUSED: readonly Request[] = [
  ["ec2:DeleteRoute", "*", { ...WEST, "aws:ResourceTag/Environment": "staging" }],
  ["ec2:DeleteRoute", "*", { ...WEST, "aws:ResourceTag/Application": "shop" }],
];

/** What a failback asks for, one request at least for each statement. Source: the commands of dr/RUNBOOK.md, step 8. */
const FAILBACK_NEEDS: readonly Request[] = [
  ["rds:CopyDBSnapshot", arn("rds", "snapshot:nimbus-production-failback-1"), WEST],
  ["rds:DescribeDBSnapshots", "*", EAST],
  ["kms:Decrypt", arn("kms", "key/1"), THROUGH_RDS],
  ["kms:CreateGrant", arn("kms", "key/1"), { ...THROUGH_RDS, "kms:GrantIsForAWSResource": "true" }],
  ["s3:ListBucket", `${UPLOADS}-us-west-2`, {}],
  ["s3:GetObject", `${UPLOADS}-us-west-2/x`, {}],
  ["s3:PutObject", `${UPLOADS}-us-east-1/x`, {}],
  [
    "kms:GenerateDataKey",
    arn("kms", "key/1"),
    { "kms:ViaService": "s3.us-west-2.amazonaws.com", "kms:EncryptionContext:aws:s3:arn": `${UPLOADS}-us-west-2` },
  ],
];

const replica = environment({ recovery: { ...recovery, database: { mechanism: "replica" } } });
const [copied, standing] = [rightsOf(environment()), rightsOf(replica)];

describe.each<[string, readonly Statement[], readonly Request[]]>([
  ["the recover role", copied.recover, NEEDS],
  ["the recover role of a replica", standing.recover, [...NEEDS, ...REPLICA_NEEDS]],
  ["the failback role", copied.failback, FAILBACK_NEEDS],
  [
    "the failback role of a replica",
    standing.failback,
    [...FAILBACK_NEEDS, ["cloudwatch:GetMetricStatistics", "*", EAST]],
  ],
])("%s", (_name, statements, needs) => {
  const unmet = (of: readonly Statement[]) => [
    ...needs.filter(([action, resource, context]) => decide(of, { action, resource, context }) !== "allowed"),
    ...REFUSED.filter(([action, resource, context]) => {
      // Of a role that may not do it anyway, what its denials are for is seen with everything allowed.
      const all = [...of, { Sid: "All", Effect: "Allow" as const, Action: "*", Resource: "*" }];
      return decide(all, { action, resource, context }) === "allowed";
    }),
  ];

  test("may do all that it is asked to", () => {
    expect(unmet(statements)).toEqual([]);
  });

  test.each(statements.map(({ Sid }) => [String(Sid)]))("needs its statement %s", (sid) => {
    expect(unmet(statements.filter(({ Sid }) => Sid !== sid))).not.toEqual([]);
  });
});

test("without a replica, nothing of it is allowed: no promotion, and nothing in the primary region", () => {
  const may = (of: readonly Statement[]) =>
    REPLICA_NEEDS.filter(([action, resource, context]) => decide(of, { action, resource, context }) === "allowed");
  expect(may(copied.recover)).toEqual([]);
});

test("the fence reaches the environment's own services alone, and stops nothing else", () => {
  const others: readonly Request[] = [
    ["ecs:UpdateService", arn("ecs", "service/nimbus-staging/web", "us-east-1"), EAST],
    ["ecs:DeleteService", arn("ecs", "service/nimbus-production/web", "us-east-1"), EAST],
    ["rds:ModifyDBInstance", arn("rds", "db:nimbus-production", "us-east-1"), EAST],
    ["rds:PromoteReadReplica", arn("rds", "db:nimbus-staging-replica"), WEST],
  ];
  for (const [action, resource, context] of others) {
    expect([action, decide(standing.recover, { action, resource, context })]).not.toEqual([action, "allowed"]);
  }
});
