import { App } from "cdktf";
import { BootstrapStack, needsBootstrap } from "../../../stacks/bootstrap";
import { Account } from "../../../stacks/bootstrap/policies/account";
import { deployStatements } from "../../../stacks/bootstrap/policies/deploy";
import { planStatements } from "../../../stacks/bootstrap/policies/plan";
import { recoverStatements } from "../../../stacks/bootstrap/policies/recover";
import { RECOVERY_ACTIONS } from "../../../stacks/bootstrap/policies/recovery-actions";
import { STACKS } from "../../../stacks";
import { DrStack } from "../../../dr";
import { Environment, EnvironmentDefinition, checkEnvironment } from "../../../environments/definition";
import production from "../../fixtures/environments/production";
import { Statement } from "../../../modules/parts/policies";
import { recovery } from "../../environments/recovery";
import { synthesizeApp } from "../../synthesis";

const deployment = {
  github: { repository: "nimbus/tasks", branches: ["main"], environments: ["production"] },
  operators: ["arn:aws:iam::123456789012:role/break-glass"],
};

const environment = (change: Partial<EnvironmentDefinition> = {}): Environment =>
  checkEnvironment("production", { ...production, recovery, state: {}, deployment, ...change });

const bootstrap = (change: Partial<EnvironmentDefinition> = {}) => {
  let said = "";
  const stack = synthesizeApp((app: App) => {
    const made = new BootstrapStack(app, { name: "bootstrap", home: "primary" }, environment(change), STACKS);
    said = made.node.metadata.map(({ data }) => String(data)).join(" ");
    return made;
  });
  return Object.assign(stack, { said });
};

const bucketsOf = (stack: ReturnType<typeof bootstrap>): unknown[] =>
  Object.values(stack.resources("aws_s3_bucket")).map(({ bucket }) => bucket);

describe("the buckets of states", () => {
  const stack = bootstrap();

  test("are in each region that has stacks, each beside the bucket of its access logs", () => {
    expect(bucketsOf(stack).sort()).toEqual([
      "nimbus-production-state-123456789012-us-east-1",
      "nimbus-production-state-123456789012-us-east-1-logs",
      "nimbus-production-state-123456789012-us-west-2",
      "nimbus-production-state-123456789012-us-west-2-logs",
    ]);
    expect(stack.resource("aws_s3_bucket", "state_us_west_2_bucket")).toMatchObject({ provider: "aws.us-west-2" });
    expect(stack.resource("aws_kms_key", "state_us_west_2_key")).toMatchObject({ provider: "aws.us-west-2" });
  });

  test("keep versions, which go after 90 days", () => {
    expect(stack.resource("aws_s3_bucket_versioning", "state_us_west_2_bucket")).toMatchObject({
      versioning_configuration: { status: "Enabled" },
    });
    expect(JSON.stringify(stack.resource("aws_s3_bucket_lifecycle_configuration", "state_us_west_2_bucket"))).toContain(
      "noncurrent_days = 90",
    );
  });

  test("are encrypted with their own key, which is rotated and that nobody deletes", () => {
    expect(JSON.stringify(stack.local("state_us_west_2_bucket_kms_key_arn"))).toContain(
      "aws_kms_alias.state_us_west_2_key.target_key_arn",
    );
    const key = stack.resource("aws_kms_key", "state_us_west_2_key");
    expect(key).toMatchObject({ enable_key_rotation: true, lifecycle: { prevent_destroy: true } });
    expect(key.policy).toMatch(/Effect = "Deny"[^]*kms:ScheduleKeyDeletion/);
  });

  test("are not deleted, by a plan or by anybody", () => {
    for (const bucket of Object.values(stack.resources("aws_s3_bucket"))) {
      expect(bucket).toMatchObject({ lifecycle: { prevent_destroy: true }, force_destroy: false });
    }
    expect(JSON.stringify(stack.local("state_us_west_2_bucket_policy_statements"))).toContain("s3:DeleteBucket");
  });

  test("stay when an environment gives up a region: the plan is refused", () => {
    expect(stack.resource("terraform_data", "state_of_region")).toMatchObject({
      for_each: '${toset(["us-east-1", "us-west-2"])}',
      lifecycle: { prevent_destroy: true },
    });
  });

  test("are adopted, with key and roles, by a run whose state was lost", () => {
    const imported = (stack.json.import as { to: string }[]).map(({ to }) => to);
    expect(imported).toEqual(
      expect.arrayContaining([
        "aws_s3_bucket.state_us_west_2_bucket",
        "aws_s3_bucket.state_us_west_2_bucket_access_logs[0]",
        "aws_kms_key.state_us_west_2_key",
        "aws_kms_alias.state_us_west_2_key",
        "aws_iam_role.roles_recover",
        "aws_iam_openid_connect_provider.roles_github",
      ]),
    );
  });

  test("are left to who names their own", () => {
    const own = bootstrap({ state: { buckets: { "us-east-1": "ours-east", "us-west-2": "ours-west" } } });
    expect(bucketsOf(own)).toEqual([]);
    expect(own.resource("aws_iam_role_policy", "roles_recover").policy).toContain(
      "arn:aws:s3:::ours-west/production/dr.tfstate",
    );
  });

  test("are of the regions of edge too, where that is another one", () => {
    const elsewhere = environment({ deployment: undefined });
    const regions = new Account({ ...elsewhere, region: "eu-west-1" }).regions;
    expect(regions).toEqual(["eu-west-1", "us-west-2", "us-east-1"]);
  });
});

describe("its own state", () => {
  test("is a file, which synthesis says, and that it can be lost", () => {
    const stack = bootstrap();
    expect(stack.json.terraform).toMatchObject({
      backend: { local: { path: "../../../terraform.production.bootstrap.tfstate" } },
    });
    expect(stack.said).toContain("The state is the file terraform.production.bootstrap.tfstate");
    expect(stack.said).toContain("a new run imports what exists");
  });

  test.each([
    [{ state: undefined, deployment: undefined }, false],
    [{ deployment: undefined }, true],
    [{ state: { buckets: { "us-east-1": "ours-east", "us-west-2": "ours-west" } }, deployment: undefined }, false],
    [{ state: { buckets: { "us-east-1": "ours-east", "us-west-2": "ours-west" } } }, true],
  ])("is needed for buckets or roles: %j", (change, needed) => {
    expect(needsBootstrap(environment(change))).toBe(needed);
  });
});

describe("who may assume the roles", () => {
  const trust = (change: Partial<EnvironmentDefinition>, role: string) =>
    String(bootstrap(change).resource("aws_iam_role", `roles_${role}`).assume_role_policy);

  test("is compared as a whole: audience, repository, and branch or environment", () => {
    const policy = trust({}, "deploy");
    expect(policy).toContain('"token.actions.githubusercontent.com:aud" = "sts.amazonaws.com"');
    expect(policy).toContain('"repo:nimbus/tasks:environment:production"');
    expect(policy).toContain('"repo:nimbus/tasks:ref:refs/heads/main"');
    expect(policy).not.toMatch(/StringLike|\*/);
  });

  test("includes pull requests for plans only, and only where that is stated", () => {
    const asked = { deployment: { github: { ...deployment.github, pullRequests: true } } };
    expect(trust(asked, "plan")).toContain("repo:nimbus/tasks:pull_request");
    expect(trust({}, "plan")).not.toContain("pull_request");
    for (const role of ["deploy", "recover"]) expect(trust(asked, role)).not.toContain("pull_request");
  });

  test("includes operators, who need no GitHub", () => {
    const byHand = { deployment: { operators: deployment.operators } };
    expect(trust(byHand, "recover")).toContain("role/break-glass");
    expect(trust(byHand, "recover")).not.toContain("token.actions");
    expect(bootstrap(byHand).count("aws_iam_openid_connect_provider")).toBe(0);
  });

  test("is by the provider that is there, where another environment made it", () => {
    const shared = { deployment: { github: { ...deployment.github, oidcProvider: "existing" as const } } };
    expect(bootstrap(shared).count("aws_iam_openid_connect_provider")).toBe(0);
    expect(trust(shared, "deploy")).toContain("oidc-provider/token.actions.githubusercontent.com");
  });

  test("has no recover role where there is no recovery", () => {
    expect(Object.keys(bootstrap({ recovery: undefined }).resources("aws_iam_role"))).toEqual([
      "roles_deploy",
      "roles_plan",
    ]);
  });
});

describe("policies", () => {
  const account = new Account(environment());
  const list = (value: unknown): string[] => (Array.isArray(value) ? (value as string[]) : [value as string]);
  const allowed = (statements: readonly Statement[]) =>
    statements.filter(({ Effect }) => Effect === "Allow").flatMap(({ Action }) => list(Action));
  const matches = (pattern: string, action: string) =>
    new RegExp(`^${pattern.replaceAll("*", ".*")}$`, "i").test(action);
  const recover = recoverStatements(account, "us-west-2", ["dr", "restore-test"]);

  const may = (statements: readonly Statement[], action: string, arn: string): boolean =>
    statements.some(
      ({ Effect, Action, Resource }) =>
        Effect === "Allow" &&
        list(Action).some((pattern) => matches(pattern, action)) &&
        list(Resource).some((pattern) => matches(pattern, arn)),
    );
  const here = (service: string, resource: string) => `arn:aws:${service}:us-west-2:123456789012:${resource}`;

  test.each<[string, readonly Statement[]]>([
    ["deploy", deployStatements(account)],
    ["plan", planStatements(account)],
    ["recover", recover],
  ])("the role %s reads what stacks tell each other: all of it by its path, and each by its name", (_, statements) => {
    const path = "parameter/holdfast/nimbus-production";
    expect(may(statements, "ssm:GetParametersByPath", here("ssm", path))).toBe(true);
    expect(may(statements, "ssm:GetParameter", here("ssm", `${path}/standby`))).toBe(true);
    expect(may(statements, "ssm:GetParametersByPath", here("ssm", `${path}-2`))).toBe(false);
  });

  test.each<[string, string, string]>([
    [
      "a snapshot that a person has named",
      "rds:RestoreDBInstanceFromDBSnapshot",
      here("rds", "snapshot:before-release"),
    ],
    ["a replicated backup", "rds:RestoreDBInstanceToPointInTime", here("rds", "auto-backup:ab-0a1b2c3d")],
    [
      "alarms that Application Auto Scaling makes",
      "cloudwatch:PutMetricAlarm",
      here("cloudwatch", "alarm:TargetTracking-service/nimbus-production-dr/web-AlarmHigh-1"),
    ],
    [
      "the roles of the standby",
      "iam:PassRole",
      "arn:aws:iam::123456789012:role/nimbus-production-dr-web-task-us-west-2",
    ],
  ])("the recover role may use %s", (_, action, arn) => {
    expect(may(recover, action, arn)).toBe(true);
  });

  test("the recover role may use roles and a secret of one's own", () => {
    const role = { arn: "arn:aws:iam::123456789012:role/shared/web" };
    const secret = "arn:aws:secretsmanager:us-east-1:123456789012:secret:databases/nimbus-a1b2c3";
    const own = new Account(
      environment({
        database: { ...production.database, instanceClass: "db.m7g.large", credentials: { existing: { arn: secret } } },
        services: { web: { ...production.services.web, taskRole: role, taskStatements: undefined, uses: {} } },
      }),
    );
    const statements = recoverStatements(own, "us-west-2", ["dr"]);
    expect(may(statements, "iam:PassRole", role.arn)).toBe(true);
    expect(may(deployStatements(own), "iam:PassRole", role.arn)).toBe(true);
    expect(
      may(statements, "secretsmanager:GetSecretValue", here("secretsmanager", "secret:databases/nimbus-a1b2c3")),
    ).toBe(true);
    expect(may(recover, "iam:PassRole", role.arn)).toBe(false);
  });

  test.each(Object.entries(RECOVERY_ACTIONS))("the recover role may do what %s needs", (_, actions) => {
    for (const action of actions) {
      expect(allowed(recover).filter((pattern) => matches(pattern, action))).not.toEqual([]);
    }
  });

  test("the recover role calls nothing of a control plane in us-east-1", () => {
    const abroad = ["iam:CreateRole", "iam:PutRolePolicy", "iam:AttachRolePolicy", "route53:ChangeResourceRecordSets"];
    const more = ["cloudfront:UpdateDistribution", "s3:CreateBucket", "s3:PutBucketPolicy", "organizations:ListRoots"];
    for (const action of [...abroad, ...more]) {
      expect(allowed(recover).filter((pattern) => matches(pattern, action))).toEqual([]);
    }
    expect(allowed(recover).filter((action) => /^(iam|route53|cloudfront|sts|organizations):/.test(action))).toEqual([
      "iam:PassRole",
    ]);
  });

  test("the recover role is of the recovery region alone", () => {
    for (const { Sid, Resource, Condition } of recover) {
      const here = JSON.stringify(Condition ?? {}).includes("us-west-2");
      const named = list(Resource).every((arn) => arn.includes("us-west-2"));
      expect({ Sid, bound: here || named }).toEqual({ Sid, bound: true });
    }
    expect(JSON.stringify(recover)).not.toContain("us-east-1");
  });

  test("the recover role writes the states of dr and of the restore test, and no others", () => {
    const states = recover
      .filter(({ Action }) => list(Action).includes("s3:PutObject"))
      .flatMap(({ Resource }) => list(Resource));
    expect(states.map((arn) => arn.replace(/^.*production\//, "")).sort()).toEqual([
      "dr.tfstate",
      "dr.tfstate.tflock",
      "restore-test.tfstate",
      "restore-test.tfstate.tflock",
    ]);
  });

  test("the plan role writes nothing", () => {
    const writes = /:(\*|Create|Put|Delete|Update|Modify|Attach|Detach|Add|Remove|Tag|Untag|Set|Start|Stop|Run|Pass)/;
    expect(allowed(planStatements(account)).filter((action) => writes.test(action))).toEqual([]);
  });

  test("the plan role reads one secret, and none without a database", () => {
    const reads = (change: Partial<EnvironmentDefinition>) =>
      planStatements(new Account(environment(change)))
        .filter(({ Action }) => list(Action).includes("secretsmanager:GetSecretValue"))
        .flatMap(({ Resource }) => list(Resource));
    expect(reads({})).toEqual(["arn:aws:secretsmanager:*:123456789012:secret:nimbus-production/master-user-*"]);
    expect(reads({ database: undefined, services: { web: { ...production.services.web, uses: {} } } })).toEqual([]);
  });

  test("the deploy role changes neither who deploys nor where states are", () => {
    const denied = deployStatements(account).filter(({ Effect }) => Effect === "Deny");
    const [who, states, keys] = denied.map((statement) => JSON.stringify(statement));
    expect(who).toContain("role/nimbus-production-recover");
    expect(who).toContain("oidc-provider/");
    expect(states).toContain("arn:aws:s3:::nimbus-production-state-123456789012-us-west-2-logs");
    expect(keys).toContain("alias/nimbus-production-state-123456789012-us-west-2");
  });

  test("the deploy role makes resources in the environment's regions only, and roles of its name", () => {
    for (const { Sid, Action, Resource, Condition } of deployStatements(account)) {
      const all = list(Resource).includes("*") && list(Action).some((action) => action?.endsWith(":*"));
      if (all && Sid !== "Names")
        expect(JSON.stringify(Condition)).toContain('"aws:RequestedRegion":["us-east-1","us-west-2"]');
    }
    const roles = deployStatements(account).filter(
      ({ Action, Effect }) => Effect === "Allow" && list(Action).includes("iam:CreateRole"),
    );
    expect(roles.flatMap(({ Resource }) => list(Resource))).toEqual([
      "arn:aws:iam::123456789012:role/nimbus-production-*",
      "arn:aws:iam::123456789012:policy/nimbus-production-*",
    ]);
  });

  test("name what may be deployed to by its bucket, where that has a name of its own", () => {
    const storage = { uploads: { ...production.storage?.uploads, bucketName: "tasks-of-nimbus" } };
    const statements = JSON.stringify(deployStatements(new Account(environment({ storage }))));
    expect(statements).toContain("arn:aws:s3:::tasks-of-nimbus-logs");
  });

  test.each([
    ["deploy", deployStatements(account)],
    ["plan", planStatements(account)],
    ["recover", recover],
  ])("the one of %s is within IAM's 10,240 characters, with room for longer names", (_, statements) => {
    expect(JSON.stringify({ Version: "2012-10-17", Statement: statements }).length).toBeLessThan(9_300);
  });

  test.each([
    ["cn-north-1", "aws-cn"],
    ["us-gov-west-1", "aws-us-gov"],
    ["eu-west-1", "aws"],
  ])("of %s are of the partition %s", (region, partition) => {
    expect(new Account({ ...environment(), region }).partition).toBe(partition);
  });
});

test("the recover role may do all that the dr stack asks for", () => {
  const checked = environment();
  const stack = synthesizeApp((app: App) => new DrStack(app, { name: "dr", home: "recovery" }, checked)).json;
  const types = (kind: string, prefix: string): string[] =>
    Object.keys((stack[kind] as object | undefined) ?? {}).map((type) => `${prefix}${type}`);
  const asked = [...types("resource", ""), ...types("data", "data."), ...types("ephemeral", "ephemeral.")];
  expect(asked).toContain("aws_db_instance");
  expect(asked.filter((type) => !(type in RECOVERY_ACTIONS))).toEqual([]);
});
