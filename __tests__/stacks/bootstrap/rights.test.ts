import { EnvironmentDefinition } from "../../../environments/definition";
import { Statement } from "../../../modules/parts/policies";
import { Account } from "../../../stacks/bootstrap/policies/account";
import { PLATFORM_ACTIONS } from "../../../stacks/bootstrap/policies/platform-actions";
import { RECOVERY_ACTIONS } from "../../../stacks/bootstrap/policies/recovery-actions";
import { LONGEST_INLINE, LONGEST_MANAGED, lengthOf, policiesOf } from "../../../stacks/bootstrap/policies/size";
import { RECEIVE, SEND } from "../../../modules/queue/grants";
import production from "../../fixtures/environments/production";
import { RequestContext, decide, decideBounded, matches } from "./evaluate";
import { Rights, environment, rightsOf } from "./subject";

const EAST = { "aws:RequestedRegion": "us-east-1" };
const WEST = { "aws:RequestedRegion": "us-west-2" };
const inEast = (service: string, resource: string) => `arn:aws:${service}:us-east-1:123456789012:${resource}`;
const inWest = (service: string, resource: string) => `arn:aws:${service}:us-west-2:123456789012:${resource}`;
const iam = (resource: string) => `arn:aws:iam::123456789012:${resource}`;
const BOUNDARY = { "iam:PermissionsBoundary": iam("policy/nimbus-production-boundary") };
const OWN = { "aws:ResourceTag/Application": "nimbus", "aws:ResourceTag/Environment": "production" };
const WANTED = { "aws:RequestTag/Application": "nimbus", "aws:RequestTag/Environment": "production" };

const rights = rightsOf(environment());

/** What a role asks for, and what it gets; a context says which region, role or tag it is about. */
type Case = readonly [action: string, resource: string, context?: RequestContext];

const answer = (role: keyof Rights, [action, resource, context]: Case, of: Rights = rights) =>
  decide(of[role], { action, resource, context });

const may = (role: keyof Rights, asked: Case, of?: Rights): boolean => answer(role, asked, of) === "allowed";

/** Rows of a table of tests, all of one shape. */
const cases = (rows: readonly Case[]): [string, string, RequestContext | undefined][] =>
  rows.map(([action, resource, context]) => [action, resource, context]);

const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [String(value)]);
const allowed = (statements: readonly Statement[]) =>
  statements.filter(({ Effect }) => Effect === "Allow").flatMap(({ Action }) => list(Action));

describe("deploy", () => {
  const role = iam("role/nimbus-production-web-task-us-east-1");

  test.each(
    cases([
      ["iam:CreateRole", role, BOUNDARY],
      ["iam:PutRolePolicy", role, BOUNDARY],
      ["iam:PutRolePermissionsBoundary", role, BOUNDARY],
      [
        "iam:AttachRolePolicy",
        iam("role/nimbus-production-monitoring-us-east-1"),
        { ...BOUNDARY, "iam:PolicyARN": "arn:aws:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole" },
      ],
      ["iam:CreateRole", iam("role/nimbus-production-later-task-us-east-1"), { ...BOUNDARY, ...WANTED }],
      ["iam:PutRolePolicy", iam("role/nimbus-production-later-task-us-east-1"), { ...BOUNDARY, ...OWN }],
      ["iam:PassRole", role, { "iam:PassedToService": "ecs-tasks.amazonaws.com" }],
      [
        "iam:PassRole",
        iam("role/nimbus-production-restore-us-west-2"),
        { "iam:PassedToService": "restore-testing.backup.amazonaws.com" },
      ],
      ["rds:ModifyDBInstance", inEast("rds", "db:nimbus-production"), EAST],
      ["ecs:CreateService", inEast("ecs", "service/nimbus-production/web"), EAST],
      ["logs:CreateLogGroup", inEast("logs", "log-group:/elasticache/nimbus-production/slow-log"), EAST],
      ["logs:CreateLogDelivery", "*", EAST],
      [
        "elasticloadbalancing:GetLoadBalancerWebACL",
        inEast("elasticloadbalancing", "loadbalancer/app/nimbus-production/1"),
        EAST,
      ],
      ["kms:CreateAlias", inEast("kms", "alias/nimbus-production-database"), EAST],
      [
        "kms:PutKeyPolicy",
        inEast("kms", "key/1"),
        { ...EAST, "kms:ResourceAliases": "alias/nimbus-production-database" },
      ],
      ["cloudwatch:PutDashboard", "arn:aws:cloudwatch::123456789012:dashboard/nimbus-production-dr", WEST],
      ["cognito-idp:DescribeUserPoolClient", "*", EAST],
      ["cloudwatch:PutMetricAlarm", inEast("cloudwatch", "alarm:nimbus-production-later-cpu"), { ...EAST, ...WANTED }],
      ["route53:ChangeResourceRecordSets", "arn:aws:route53:::hostedzone/Z0123456789ABCDEFGHIJ"],
    ]),
  )("may %s on %s", (...asked) => {
    expect(may("deploy", asked)).toBe(true);
  });

  test.each([
    "replication.ecr",
    "restore-testing.backup",
    "backup",
    "ecs",
    "ecs.application-autoscaling",
    "elasticache",
    "elasticloadbalancing",
    "inspector2",
    "rds",
    "wafv2",
  ])("may let %s make the role that it needs in an account", (service) => {
    const context = { "iam:AWSServiceName": `${service}.amazonaws.com` };
    const linked = iam(`role/aws-service-role/${service}.amazonaws.com/AWSServiceRole`);
    expect(may("deploy", ["iam:CreateServiceLinkedRole", linked, context])).toBe(true);
  });

  test.each(
    cases([
      ["iam:CreateRole", role],
      ["iam:CreateRole", role, { "iam:PermissionsBoundary": iam("policy/another") }],
      ["iam:PutRolePolicy", role],
      ["iam:UpdateAssumeRolePolicy", role],
      [
        "iam:PutRolePermissionsBoundary",
        role,
        { "iam:PermissionsBoundary": "arn:aws:iam::aws:policy/AdministratorAccess" },
      ],
      ["iam:DeleteRolePermissionsBoundary", role, BOUNDARY],
      ["iam:AttachRolePolicy", role, { ...BOUNDARY, "iam:PolicyARN": "arn:aws:iam::aws:policy/AdministratorAccess" }],
      ["iam:AttachRolePolicy", role, BOUNDARY],
      ["iam:CreatePolicyVersion", iam("policy/nimbus-production-boundary")],
      ["iam:DeletePolicy", iam("policy/nimbus-production-boundary")],
      ["iam:CreatePolicy", iam("policy/nimbus-production-more")],
      ...["deploy", "plan", "recover", "failback"].flatMap((name): Case[] => [
        ["iam:UpdateAssumeRolePolicy", iam(`role/nimbus-production-${name}`), { ...BOUNDARY, ...OWN }],
        ["iam:PutRolePolicy", iam(`role/nimbus-production-${name}`), { ...BOUNDARY, ...OWN }],
        ["iam:DeleteRole", iam(`role/nimbus-production-${name}`), OWN],
      ]),
      ["iam:CreateUser", iam("user/x")],
      ["iam:DeleteOpenIDConnectProvider", iam("oidc-provider/token.actions.githubusercontent.com")],
      ["sts:AssumeRole", iam("role/nimbus-production-recover")],
    ]),
  )("may not %s on %s with %j", (...asked) => {
    expect(may("deploy", asked)).toBe(false);
  });

  describe("and the states", () => {
    const alias = "alias/nimbus-production-state-123456789012-us-east-1";
    const key = { ...EAST, "kms:ResourceAliases": alias };
    const bucket = "arn:aws:s3:::nimbus-production-state-123456789012-us-east-1";

    test.each(
      cases([
        ...[
          "DisableKey",
          "PutKeyPolicy",
          "ScheduleKeyDeletion",
          "CreateGrant",
          "DeleteAlias",
          "UpdateAlias",
          "CreateAlias",
        ].map((name): Case => [`kms:${name}`, inEast("kms", "key/1"), key]),
        ...["TagResource", "UntagResource", "DisableKeyRotation", "UpdateKeyDescription"].map((name): Case => [
          `kms:${name}`,
          inEast("kms", "key/1"),
          key,
        ]),
        ["kms:DeleteAlias", inEast("kms", alias), EAST],
        ["kms:UpdateAlias", inEast("kms", alias), EAST],
        ["kms:DeleteAlias", inEast("kms", "alias/nimbus-staging-state-123456789012-us-east-1"), EAST],
        [
          "kms:PutKeyPolicy",
          inEast("kms", "key/1"),
          { "kms:ResourceAliases": "alias/nimbus-staging-state-123456789012-us-east-1", ...EAST },
        ],
        ["s3:DeleteBucket", bucket],
        ["s3:PutBucketPolicy", bucket],
        ["s3:PutLifecycleConfiguration", `${bucket}-logs`],
        ["s3:DeleteObjectVersion", `${bucket}/production/primary.tfstate`],
        ["s3:DeleteObject", `${bucket}/production/primary.tfstate`],
        ["s3:GetObject", "arn:aws:s3:::nimbus-staging-state-123456789012-us-east-1/staging/primary.tfstate"],
      ]),
    )("does not %s on %s", (...asked) => {
      expect(may("deploy", asked)).toBe(false);
    });

    test("reads, writes and locks them", () => {
      const state = `${bucket}/production/primary.tfstate`;
      expect(may("deploy", ["s3:GetObject", state])).toBe(true);
      expect(may("deploy", ["s3:PutObject", state])).toBe(true);
      expect(may("deploy", ["s3:DeleteObject", `${state}.tflock`])).toBe(true);
      const through = { "kms:ViaService": "s3.us-east-1.amazonaws.com", "kms:EncryptionContext:aws:s3:arn": bucket };
      expect(may("deploy", ["kms:GenerateDataKey", inEast("kms", "key/1"), { ...key, ...through }])).toBe(true);
    });
  });

  test("makes a boundary that cannot be lifted: what a role is given beyond it has no effect", () => {
    const everything: Statement[] = [{ Effect: "Allow", Action: "*", Resource: "*" }];
    const bounded = (asked: Case) =>
      decideBounded(everything, rights.boundary, { action: asked[0], resource: asked[1], context: asked[2] });
    for (const asked of [
      ["iam:CreateUser", iam("user/x")],
      ["iam:AttachRolePolicy", iam("role/nimbus-production-deploy")],
      ["sts:AssumeRole", iam("role/nimbus-production-deploy")],
      ["kms:ScheduleKeyDeletion", inEast("kms", "key/1")],
      ["kms:Decrypt", inEast("kms", "key/1"), { "aws:ResourceTag/Environment": "staging" }],
      ["s3:GetObject", "arn:aws:s3:::nimbus-staging-uploads-123456789012-us-east-1/x"],
      ["secretsmanager:GetSecretValue", inEast("secretsmanager", "secret:nimbus-production-eu/master-user-a1b2c3")],
      ["ecs:ExecuteCommand", inEast("ecs", "task/nimbus-staging/1")],
      ["rds:DeleteDBInstance", inEast("rds", "db:nimbus-staging"), { "aws:ResourceTag/Environment": "staging" }],
    ] as Case[]) {
      expect([asked, bounded(asked)]).not.toEqual([asked, "allowed"]);
    }
  });
});

describe("the boundary", () => {
  test.each(
    cases([
      ["logs:PutLogEvents", inEast("logs", "log-group:/ecs/nimbus-production/web:log-stream:1")],
      ["logs:PutLogEvents", inEast("logs", "log-group:RDSOSMetrics:log-stream:db-1")],
      ["logs:PutLogEvents", inEast("logs", "log-group:/vpc/nimbus-production/flow-logs:log-stream:1")],
      ["ecr:GetAuthorizationToken", "*"],
      ["ecr:BatchGetImage", inEast("ecr", "repository/nimbus-production/web")],
      ["secretsmanager:GetSecretValue", inEast("secretsmanager", "secret:nimbus-production/nextauth-secret-a1b2c3")],
      ["kms:Decrypt", inEast("kms", "key/1"), OWN],
      ["ssmmessages:OpenDataChannel", "*"],
      ["s3:PutObject", "arn:aws:s3:::nimbus-production-uploads-123456789012-us-east-1/x"],
      ["s3:ReplicateObject", "arn:aws:s3:::nimbus-production-uploads-123456789012-us-west-2/x"],
      ["s3:GetObjectVersionForReplication", "arn:aws:s3:::nimbus-production-uploads-123456789012-us-east-1/x"],
      ["elasticache:Connect", inWest("elasticache", "user:nimbus-production-dr-web")],
      ["elasticache:Connect", inEast("elasticache", "replicationgroup:nimbus-production")],
      ["rds:CopyDBSnapshot", inWest("rds", "snapshot:awsbackup:job-1")],
      ["backup:CopyIntoBackupVault", inWest("backup", "backup-vault:nimbus-production")],
      ["states:StartExecution", inWest("states", "stateMachine:nimbus-production-recovery-watch")],
      ["states:StartExecution", inWest("states", "stateMachine:nimbus-production-latch")],
      ["elasticloadbalancing:DescribeTargetHealth", "*"],
      ["ssm:GetParameter", inWest("ssm", "parameter/holdfast/nimbus-production/serving-region")],
      ["ssm:PutParameter", inWest("ssm", "parameter/holdfast/nimbus-production/serving-region")],
      ["cloudwatch:PutMetricData", "*"],
      ["ssm:PutParameter", inWest("ssm", "parameter/holdfast/nimbus-production/copies")],
    ]),
  )("lets a role of the stacks %s on %s", (...asked) => {
    expect(may("boundary", asked)).toBe(true);
  });

  const queue = inEast("sqs", "orders");
  const sends = { actions: ["sqs:SendMessage"], resources: [queue] };
  const service = (more: object) => ({ services: { web: { ...production.services.web, ...more } } });

  test("lets services do what the environment states, and what it states for the recovery region", () => {
    const stated = rightsOf(environment({ ...service({ taskStatements: [sends] }), recovery: undefined }));
    expect(may("boundary", ["sqs:SendMessage", queue], stated)).toBe(true);
    expect(may("boundary", ["sqs:SendMessage", queue])).toBe(false);
    const there = rightsOf(
      environment({
        recovery: {
          ...environment().recovery!,
          services: { web: { taskStatements: [{ ...sends, resources: [inWest("sqs", "orders")] }] } },
        },
      }),
    );
    expect(may("boundary", ["sqs:SendMessage", inWest("sqs", "orders")], there)).toBe(true);
  });

  test("can be an environment's own: deploy may put it on roles, and not change it", () => {
    const arn = iam("policy/platform/boundary");
    const own = rightsOf(
      environment({ ...service({ permissionsBoundary: { arn }, taskStatements: [sends] }), recovery: undefined }),
    );
    const role = iam("role/nimbus-production-web-task-us-east-1");
    expect(may("deploy", ["iam:CreateRole", role, { "iam:PermissionsBoundary": arn }], own)).toBe(true);
    expect(may("deploy", ["iam:CreatePolicyVersion", arn], own)).toBe(false);
    expect(may("boundary", ["sqs:SendMessage", queue], own)).toBe(false);
  });

  test("can be one of a part's own: deploy may put it on roles", () => {
    const arn = (part: string) => iam(`policy/${part}`);
    const own = rightsOf(
      environment({
        network: { ...production.network, permissionsBoundary: { arn: arn("network") } },
        database: { ...production.database, permissionsBoundary: { arn: arn("database") } },
      } as Partial<EnvironmentDefinition>),
    );
    const flowLogs = iam("role/nimbus-production-flow-logs-us-east-1");
    for (const part of ["network", "database"])
      expect(may("deploy", ["iam:CreateRole", flowLogs, { "iam:PermissionsBoundary": arn(part) }], own)).toBe(true);
    expect(may("deploy", ["iam:CreateRole", flowLogs, { "iam:PermissionsBoundary": arn("other") }], own)).toBe(false);
  });
});

describe("another environment of the account", () => {
  const others = ["nimbus-staging", "nimbus-production-eu", "shop-production"];
  const named = (other: string): Case[] => [
    ["iam:UpdateAssumeRolePolicy", iam(`role/${other}-deploy`), BOUNDARY],
    ["iam:PutRolePolicy", iam(`role/${other}-recover`), BOUNDARY],
    ["iam:PutRolePolicy", iam(`role/${other}-web-task-us-east-1`), BOUNDARY],
    ["iam:PassRole", iam(`role/${other}-web-task-us-east-1`), { "iam:PassedToService": "ecs-tasks.amazonaws.com" }],
    ["s3:PutBucketPolicy", `arn:aws:s3:::${other}-state-123456789012-us-east-1`],
    ["s3:PutBucketPolicy", `arn:aws:s3:::${other}-uploads-123456789012-us-east-1`],
    ["s3:GetObject", `arn:aws:s3:::${other}-uploads-123456789012-us-east-1/x`],
    ["rds:ModifyDBInstance", inEast("rds", `db:${other}`), EAST],
    ["rds:DeleteDBInstance", inWest("rds", `db:${other}`), WEST],
    ["rds:DeleteDBInstance", inWest("rds", `db:${other}-dr`), WEST],
    ["rds:DeleteDBSubnetGroup", inEast("rds", `subgrp:${other}`), EAST],
    ["ecs:DeleteCluster", inEast("ecs", `cluster/${other}`), EAST],
    ["ecs:UpdateService", inWest("ecs", `service/${other}-dr/web`), WEST],
    ["ecs:ExecuteCommand", inEast("ecs", `task/${other}/1`), EAST],
    ["elasticache:DeleteReplicationGroup", inEast("elasticache", `replicationgroup:${other}`), EAST],
    ["elasticache:DeleteUser", inEast("elasticache", `user:${other}-web`), EAST],
    ["logs:DeleteLogGroup", inEast("logs", `log-group:/ecs/${other}/web`), EAST],
    ["logs:FilterLogEvents", inWest("logs", `log-group:/ecs/${other}-dr/web`), WEST],
    ["cloudwatch:DeleteAlarms", inEast("cloudwatch", `alarm:${other}-web-cpu`), EAST],
    ["cloudwatch:DeleteDashboards", `arn:aws:cloudwatch::123456789012:dashboard/${other}-dr`, WEST],
    ["ecr:DeleteRepository", inEast("ecr", `repository/${other}/web`), EAST],
    ["states:DeleteStateMachine", inWest("states", `stateMachine:${other}-recovery-watch`), WEST],
    ["states:DeleteStateMachine", inWest("states", `stateMachine:${other}-latch`), WEST],
    ["ssm:PutParameter", inWest("ssm", `parameter/holdfast/${other}/serving-region`), WEST],
    ["scheduler:DeleteSchedule", inWest("scheduler", `schedule/default/${other}-recovery-watch`), WEST],
    ["backup:PutBackupVaultAccessPolicy", inEast("backup", `backup-vault:${other}`), EAST],
    ["events:DeleteRule", inEast("events", `rule/${other}-image-findings-basic`), EAST],
    ["secretsmanager:GetSecretValue", inEast("secretsmanager", `secret:${other}/master-user-a1b2c3`), EAST],
    ["secretsmanager:DeleteSecret", inEast("secretsmanager", `secret:${other}/nextauth-secret-a1b2c3`), EAST],
    ["ssm:GetParameter", inEast("ssm", `parameter/holdfast/${other}/standby`), EAST],
    ["kms:DeleteAlias", inEast("kms", `alias/${other}-database`), EAST],
    ["wafv2:DeleteWebACL", inEast("wafv2", `regional/webacl/${other}/1`), EAST],
    ["elasticloadbalancing:DeleteLoadBalancer", inEast("elasticloadbalancing", `loadbalancer/app/${other}/1`), EAST],
    ["route53:ChangeResourceRecordSets", "arn:aws:route53:::hostedzone/ZANOTHER"],
  ];

  test.each(others)("%s is out of reach by its names", (other) => {
    for (const role of ["deploy", "plan", "recover", "failback"] as const) {
      const reached = named(other).filter((asked) => may(role, asked));
      expect([role, reached]).toEqual([role, []]);
    }
  });

  test.each(
    cases([
      ["kms:PutKeyPolicy", inEast("kms", "key/1"), EAST],
      ["kms:ScheduleKeyDeletion", inEast("kms", "key/1"), EAST],
      ["ec2:DeleteVpc", inEast("ec2", "vpc/vpc-1"), EAST],
      ["ec2:RevokeSecurityGroupIngress", inEast("ec2", "security-group/sg-1"), EAST],
      ["elasticloadbalancing:DeleteTargetGroup", inEast("elasticloadbalancing", "targetgroup/web-1/1"), EAST],
      ["acm:DeleteCertificate", inEast("acm", "certificate/1"), EAST],
      ["backup:DeleteBackupPlan", inEast("backup", "backup-plan:1"), EAST],
      ["servicediscovery:DeleteNamespace", inEast("servicediscovery", "namespace/1"), EAST],
      ["rds:DeleteDBProxy", inEast("rds", "db-proxy:prx-1"), EAST],
    ]),
  )("is out of reach by its tags, where names are IDs: %s", (action, resource, context) => {
    const with_ = (tags: RequestContext): Case => [action, resource, { ...context, ...tags }];
    expect(may("deploy", with_(OWN))).toBe(true);
    expect(may("deploy", with_({ ...OWN, "aws:ResourceTag/Environment": "staging" }))).toBe(false);
    expect(may("deploy", with_({ ...OWN, "aws:ResourceTag/Application": "shop" }))).toBe(false);
  });

  test("is told by its tags, but for what the environment names itself", () => {
    const arn = inEast("kms", "key/00000000-0000-0000-0000-000000000000");
    const theirs = {
      "aws:ResourceTag/Environment": "platform",
      "kms:ViaService": "rds.us-east-1.amazonaws.com",
      ...EAST,
    };
    const database = { ...production.database, instanceClass: "db.m7g.large", kmsKey: { arn } };
    expect(may("deploy", ["kms:Decrypt", arn, theirs], rightsOf(environment({ database })))).toBe(true);
    expect(may("deploy", ["kms:Decrypt", arn, theirs])).toBe(false);
  });
});

describe("plan", () => {
  const secret = (name: string) => inEast("secretsmanager", `secret:nimbus-production/${name}-a1b2c3`);

  test.each(
    cases([
      ["cloudwatch:GetDashboard", "*", WEST],
      [
        "elasticloadbalancing:GetLoadBalancerWebACL",
        inEast("elasticloadbalancing", "loadbalancer/app/nimbus-production/1"),
        EAST,
      ],
      ["wafv2:GetWebACLForResource", inEast("wafv2", "regional/webacl/nimbus-production/1"), EAST],
      ["secretsmanager:GetSecretValue", secret("nextauth-secret")],
      ["secretsmanager:GetSecretValue", secret("master-user")],
      ["kms:Decrypt", inEast("kms", "key/1"), { "kms:EncryptionContext:SecretARN": secret("nextauth-secret") }],
      ["iam:GetRole", iam("role/nimbus-production-web-task-us-east-1")],
      ["s3:ListBucket", "arn:aws:s3:::nimbus-production-uploads-123456789012-us-east-1"],
      ["iam:GetPolicyVersion", iam("policy/nimbus-production-boundary")],
    ]),
  )("may %s on %s", (...asked) => {
    expect(may("plan", asked)).toBe(true);
  });

  test.each(
    cases([
      ["secretsmanager:GetSecretValue", secret("sentry-dsn")],
      ["secretsmanager:GetSecretValue", secret("nextauth-secret-2")],
      ["kms:Decrypt", inEast("kms", "key/1"), { "kms:EncryptionContext:SecretARN": secret("sentry-dsn") }],
      ["s3:GetObject", "arn:aws:s3:::nimbus-production-uploads-123456789012-us-east-1/x"],
      ["s3:PutObject", "arn:aws:s3:::nimbus-production-state-123456789012-us-east-1/production/primary.tfstate"],
      ["logs:FilterLogEvents", inEast("logs", "log-group:/ecs/nimbus-production/web"), EAST],
      ["ssm:GetParameter", inEast("ssm", "parameter/another"), EAST],
    ]),
  )("may not %s on %s", (...asked) => {
    expect(may("plan", asked)).toBe(false);
  });

  test("reads no value without a database and secrets", () => {
    const bare = {
      database: undefined,
      secrets: undefined,
      services: { web: { ...production.services.web, uses: {} } },
    };
    expect(allowed(rightsOf(environment(bare)).plan)).not.toContain("secretsmanager:GetSecretValue");
  });

  test("reads a bucket that has a name of its own", () => {
    const storage = { uploads: { ...production.storage?.uploads, bucketName: "tasks-of-nimbus" } };
    const own = rightsOf(environment({ storage }));
    for (const role of ["plan", "deploy"] as const) {
      expect(may(role, ["s3:ListBucket", "arn:aws:s3:::tasks-of-nimbus"], own)).toBe(true);
      expect(may(role, ["s3:ListBucket", "arn:aws:s3:::tasks-of-nimbus-logs"], own)).toBe(true);
      expect(may(role, ["s3:ListBucket", "arn:aws:s3:::tasks-of-nimbus-us-west-2"], own)).toBe(true);
    }
  });

  test("writes nothing", () => {
    const writes = /:(\*|Create|Put|Delete|Update|Modify|Attach|Detach|Add|Remove|Tag|Untag|Set|Start|Stop|Run|Pass)/;
    expect(allowed(rights.plan).filter((action) => writes.test(action))).toEqual([]);
  });

  test("may read what deploy reads back of each type", () => {
    const reads = [...new Set(Object.values(PLATFORM_ACTIONS).flat())].filter((action) =>
      /:(Describe|Get|List)/.test(action),
    );
    const known = allowed(rights.plan);
    const kept = [
      "logs:GetLogEvents",
      // Asked when a rule is made, by the load balancer: it returns a secret.
      "cognito-idp:DescribeUserPoolClient",
      "lambda:GetPolicy",
      "inspector2:ListAccountPermissions",
      "inspector2:BatchGetAccountStatus",
    ];
    const missing = reads.filter(
      (action) => !known.some((pattern) => matches(pattern, action)) && !kept.includes(action),
    );
    expect(missing).toEqual([]);
  });
});

describe("failback", () => {
  const [from, to] = ["us-west-2", "us-east-1"].map(
    (region) => `arn:aws:s3:::nimbus-production-uploads-123456789012-${region}`,
  );

  test.each(
    cases([
      ["rds:CopyDBSnapshot", inEast("rds", "snapshot:nimbus-production-failback"), EAST],
      ["rds:CopyDBSnapshot", inWest("rds", "snapshot:nimbus-production-failback"), WEST],
      ["rds:DescribeDBSnapshots", "*", EAST],
      [
        "kms:CreateGrant",
        inEast("kms", "key/1"),
        { "kms:ViaService": "rds.us-east-1.amazonaws.com", "kms:GrantIsForAWSResource": "true" },
      ],
      ["s3:ListBucket", from],
      ["s3:GetObject", `${from}/x`],
      ["s3:PutObject", `${to}/x`],
    ]),
  )("may %s on %s", (...asked) => {
    expect(may("failback", asked)).toBe(true);
  });

  test.each(
    cases([
      ["s3:DeleteObject", `${to}/x`],
      ["s3:PutObject", `${from}/x`],
      ["rds:DeleteDBInstance", inEast("rds", "db:nimbus-production"), EAST],
      ["rds:CopyDBSnapshot", inEast("rds", "snapshot:nimbus-staging-failback"), EAST],
    ]),
  )("may not %s on %s", (...asked) => {
    expect(may("failback", asked)).toBe(false);
  });
});

describe("what an environment may state", () => {
  test("queues and topics: deploy makes them in both regions, services work with them, and nobody with others", () => {
    const { web } = production.services;
    const uses = { ...web.uses, queues: { mails: "send_receive" as const }, topics: ["orders"] };
    const own = rightsOf(
      environment({ queues: { mails: {} }, topics: { orders: { fifo: {} } }, services: { web: { ...web, uses } } }),
    );
    const mails = inEast("sqs", "nimbus-production-mails");
    for (const queue of [mails, `${mails}-dead-letters`]) {
      expect(may("deploy", ["sqs:CreateQueue", queue, EAST], own)).toBe(true);
      expect(may("deploy", ["sqs:DeleteQueue", queue, EAST], own)).toBe(true);
    }
    expect(may("deploy", ["sqs:SetQueueAttributes", inWest("sqs", "nimbus-production-dr-mails"), WEST], own)).toBe(
      true,
    );
    expect(may("deploy", ["sns:CreateTopic", inEast("sns", "nimbus-production-orders.fifo"), EAST], own)).toBe(true);
    expect(may("deploy", ["kms:CreateAlias", inEast("kms", "alias/nimbus-production-mails-queue"), EAST], own)).toBe(
      true,
    );
    // It knows no resource.
    expect(may("deploy", ["sns:Unsubscribe", "*", EAST], own)).toBe(true);
    expect(may("plan", ["sqs:GetQueueAttributes", mails, EAST], own)).toBe(true);
    for (const action of ["sqs:SendMessage", "sqs:ReceiveMessage", "sqs:PurgeQueue"]) {
      expect(may("deploy", [action, mails, EAST], own)).toBe(false);
    }
    for (const action of [...SEND.actions, ...RECEIVE.actions])
      expect(may("boundary", [action, mails], own)).toBe(true);
    expect(may("boundary", ["sqs:ReceiveMessage", `${mails}-dead-letters`], own)).toBe(false);
    expect(may("boundary", ["sns:Publish", inEast("sns", "nimbus-production-orders.fifo")], own)).toBe(true);
    for (const other of [`${mails}-eu`, inEast("sqs", "nimbus-staging-mails")]) {
      expect(may("deploy", ["sqs:DeleteQueue", other, EAST], own)).toBe(false);
      expect(may("boundary", ["sqs:SendMessage", other], own)).toBe(false);
    }
  });

  const lambda = "arn:aws:lambda:us-east-1:123456789012:function:rotate";

  test("a rotation of secrets: deploy sets it up, plan reads it back", () => {
    const secrets = { secrets: { key: { description: "x", rotation: { lambdaArn: lambda, days: 30 } } } };
    const rotated = rightsOf(
      environment({
        secrets: secrets,
        services: { web: { ...production.services.web, uses: {} } },
      }),
    );
    expect(may("deploy", ["lambda:AddPermission", lambda, EAST], rotated)).toBe(true);
    expect(may("deploy", ["lambda:AddPermission", `${lambda}-2`, EAST], rotated)).toBe(false);
    expect(may("plan", ["lambda:GetPolicy", lambda, EAST], rotated)).toBe(true);
  });

  test("scanning by Amazon Inspector", () => {
    expect(may("deploy", ["inspector2:Enable", "*", EAST])).toBe(true);
    expect(may("deploy", ["ecr:PutRegistryScanningConfiguration", "*", EAST])).toBe(true);
  });

  test("roles and a secret of its own", () => {
    const role = { arn: iam("role/shared/web") };
    const secret = inEast("secretsmanager", "secret:databases/nimbus-a1b2c3");
    const own = rightsOf(
      environment({
        database: { ...production.database, instanceClass: "db.m7g.large", credentials: { existing: { arn: secret } } },
        services: { web: { ...production.services.web, taskRole: role, taskStatements: undefined, uses: {} } },
      }),
    );
    const handed = { "iam:PassedToService": "ecs-tasks.amazonaws.com" };
    for (const name of ["deploy", "recover"] as const) {
      expect(may(name, ["iam:PassRole", role.arn, handed], own)).toBe(true);
      expect(may(name, ["iam:PassRole", role.arn, handed])).toBe(false);
    }
    expect(may("deploy", ["secretsmanager:GetSecretValue", secret, EAST], own)).toBe(true);
    expect(may("plan", ["secretsmanager:GetSecretValue", secret, EAST], own)).toBe(true);
    expect(may("recover", ["secretsmanager:GetSecretValue", secret.replace("us-east-1", "us-west-2"), WEST], own)).toBe(
      true,
    );
  });

  test("buckets that are thrown away with what is in them, and no others", () => {
    const bucket = "arn:aws:s3:::nimbus-production-uploads-123456789012-us-east-1";
    const emptied = rightsOf({ ...environment(), storage: { uploads: { forceDestroy: true } } });
    expect(may("deploy", ["s3:DeleteObjectVersion", `${bucket}/x`], emptied)).toBe(true);
    expect(may("deploy", ["s3:DeleteObjectVersion", `${bucket}/x`])).toBe(false);
  });

  test("a region that it gives up: deploy takes away what was there", () => {
    const gone = rightsOf(environment({ recovery: undefined, formerRecoveryRegion: "us-west-2" }));
    expect(may("deploy", ["kms:ScheduleKeyDeletion", inWest("kms", "key/1"), WEST], gone)).toBe(true);
    expect(may("deploy", ["iam:DeleteRole", iam("role/nimbus-production-restore-us-west-2")], gone)).toBe(true);
    expect(
      may("deploy", ["s3:DeleteBucket", "arn:aws:s3:::nimbus-production-uploads-123456789012-us-west-2"], gone),
    ).toBe(true);
  });
});

describe("sizes", () => {
  const many = (count: number, one: (i: number) => object) =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`service-${i}`, one(i)]));
  const large = rightsOf(
    environment({
      services: many(40, (i) => ({
        ...production.services.web,
        uses: {},
        routing: i === 0 ? production.services.web.routing : undefined,
        taskRole: { arn: iam(`role/a-path-of-your-own/and-a-long-name-of-a-role-${i}`) },
        taskStatements: undefined,
      })) as EnvironmentDefinition["services"],
      storage: Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`bucket-${i}`, {}])),
    }),
  );

  test.each(["deploy", "plan", "recover", "failback"] as const)("%s fits, in a large environment too", (role) => {
    for (const subject of [rights, large]) {
      const [inline, ...managed] = policiesOf(subject[role]);
      expect(lengthOf(inline)).toBeLessThanOrEqual(LONGEST_INLINE);
      for (const part of managed) expect(lengthOf(part)).toBeLessThanOrEqual(LONGEST_MANAGED);
      expect(managed.length).toBeLessThanOrEqual(10);
    }
  });

  test("the boundary fits, with room for what services are let do", () => {
    expect(lengthOf(rights.boundary)).toBeLessThan(LONGEST_MANAGED - 500);
  });

  test("a statement that is longer than a policy is split by its resources", () => {
    const resources = Array.from({ length: 400 }, (_, i) => iam(`role/a-long-name-of-a-role-${i}`));
    const parts = policiesOf([{ Sid: "Pass", Effect: "Allow", Action: "iam:PassRole", Resource: resources }]);
    expect(parts.flat().flatMap(({ Resource }) => list(Resource))).toEqual(resources);
  });
});

test.each([
  ["cn-north-1", "aws-cn"],
  ["us-gov-west-1", "aws-us-gov"],
  ["eu-west-1", "aws"],
])("policies of %s are of the partition %s", (region, partition) => {
  expect(new Account({ ...environment(), region }).partition).toBe(partition);
});

test("deploy and recover may do what each type of theirs needs, somewhere", () => {
  const { web } = production.services;
  const uses = { ...web.uses, queues: { mails: "send_receive" as const } };
  const messages = rightsOf(
    environment({ queues: { mails: {} }, topics: { orders: {} }, services: { web: { ...web, uses } } }),
  );
  const known = { deploy: allowed(messages.deploy), recover: allowed(messages.recover) };
  const apart = /^(lambda|kms:Decrypt)/;
  const missing = (role: "deploy" | "recover", table: typeof PLATFORM_ACTIONS) =>
    [...new Set(Object.values(table).flat())].filter(
      (action) => !apart.test(action) && !known[role].some((pattern) => matches(pattern, action)),
    );
  expect(missing("deploy", PLATFORM_ACTIONS)).toEqual([]);
  expect(missing("recover", RECOVERY_ACTIONS)).toEqual([]);
});
