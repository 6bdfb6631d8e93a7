import { App } from "cdktf";
import { BootstrapStack, needsBootstrap } from "../../../stacks/bootstrap";
import { Account } from "../../../stacks/bootstrap/policies/account";
import { RECOVERY_ACTIONS } from "../../../stacks/bootstrap/policies/recovery-actions";
import { STACKS } from "../../../stacks";
import { DrStack } from "../../../dr";
import { Environment, EnvironmentDefinition, checkEnvironment } from "../../../environments/definition";
import production from "../../fixtures/environments/production";
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

  test("asks users for MFA, and roles for nothing: they are assumed by somebody who has signed in", () => {
    const user = "arn:aws:iam::123456789012:user/on-call";
    const policy = trust({ deployment: { operators: [...deployment.operators, user] } }, "recover");
    expect(policy).toMatch(/user\/on-call[^]*aws:MultiFactorAuthPresent/);
    expect(trust({ deployment: { operators: deployment.operators } }, "recover")).not.toContain("MultiFactor");
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

test("the recover role may do all that the dr stack asks for", () => {
  const checked = environment();
  const stack = synthesizeApp((app: App) => new DrStack(app, { name: "dr", home: "recovery" }, checked)).json;
  const types = (kind: string, prefix: string): string[] =>
    Object.keys((stack[kind] as object | undefined) ?? {}).map((type) => `${prefix}${type}`);
  const asked = [...types("resource", ""), ...types("data", "data."), ...types("ephemeral", "ephemeral.")];
  expect(asked).toContain("aws_db_instance");
  expect(asked.filter((type) => !(type in RECOVERY_ACTIONS))).toEqual([]);
});
