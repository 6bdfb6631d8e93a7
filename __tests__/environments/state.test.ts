import { App } from "cdktf";
import { checkEnvironment } from "../../environments/definition";
import { EnvironmentStack } from "../../wiring/environment-stack";
import { stateBucket } from "../../environments/definition/names/state-buckets";
import production from "../fixtures/environments/production";
import staging from "../fixtures/environments/staging";
import { synthesizeApp } from "../synthesis";
import { recovery } from "./recovery";

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Change = (environment: any) => void;

const deployment = { github: { repository: "nimbus/tasks", environments: ["production"] } };

const changed =
  (change: Change, others: Record<string, unknown> = {}, name = "production") =>
  () => {
    const environment = structuredClone({ ...production, recovery, state: {}, deployment });
    change(environment);
    return checkEnvironment(name, environment, [{ name: "staging", definition: { ...staging, ...others } }]);
  };

describe("where states are kept", () => {
  /** A stack of a region, and what it says of its state. */
  const stackIn = (region: string, change: Change = () => undefined) => {
    let said = "";
    class RegionStack extends EnvironmentStack {
      constructor(app: App) {
        super(app, { name: "dr", home: region === "us-west-2" ? "recovery" : "primary" }, changed(change)());
        said = this.node.metadata.map(({ data }) => String(data)).join(" ");
      }
    }
    return { ...(synthesizeApp((app) => new RegionStack(app)).json.terraform as object), said } as {
      backend?: unknown;
      said: string;
    };
  };

  test.each(["us-east-1", "us-west-2"])("is the stack's own region: %s", (region) => {
    expect(stackIn(region).backend).toEqual({
      s3: {
        bucket: `nimbus-production-state-123456789012-${region}`,
        key: "production/dr.tfstate",
        region,
        use_lockfile: true,
      },
    });
  });

  test("is a bucket of yours, where it is stated", () => {
    const change: Change = (e) => (e.state = { buckets: { "us-west-2": "ours-west" } });
    expect(stackIn("us-west-2", change).backend).toMatchObject({ s3: { bucket: "ours-west" } });
    expect(stateBucket(changed(change)(), "us-east-1")).toBe("nimbus-production-state-123456789012-us-east-1");
  });

  test("is said at synth, and how to go on when it is locked", () => {
    const { said } = stackIn("us-west-2");
    expect(said).toContain("s3://nimbus-production-state-123456789012-us-west-2/production/dr.tfstate");
    expect(said).toContain("terraform -chdir=cdktf.out/stacks/dr force-unlock <ID>");
  });

  test("is a file without state, and synthesis says so", () => {
    const { backend, said } = stackIn("us-west-2", (e) => {
      delete e.state;
      delete e.deployment;
    });
    expect(backend).toEqual({ local: { path: "../../../terraform.production.dr.tfstate" } });
    expect(said).toContain("The state is the file terraform.production.dr.tfstate: nobody else sees it");
  });
});

describe("states and roles are refused", () => {
  test.each<[string, Change, string]>([
    [
      "in a region without stacks",
      (e) => (e.state.buckets = { "eu-west-1": "ours" }),
      'state.buckets["eu-west-1"] must be left out: no stack keeps its state there (the regions are us-east-1, us-west-2) (got "ours")',
    ],
    [
      "in one bucket for both regions",
      (e) => (e.state.buckets = { "us-east-1": "ours", "us-west-2": "ours" }),
      'state.buckets["us-west-2"] must differ from the other regions\' bucket',
    ],
    [
      "in a bucket that cannot be",
      (e) => (e.state.buckets = { "us-east-1": "Ours" }),
      'state.buckets["us-east-1"] must be 3 to 63 lower-case',
    ],
    [
      "for any repository",
      (e) => (e.deployment.github.repository = "nimbus/*"),
      "deployment.github.repository must be one repository, owner/name, without wildcards",
    ],
    [
      "for any branch",
      (e) => (e.deployment.github.branches = ["release/*"]),
      "deployment.github.branches[0] must be the whole name of a branch, without wildcards",
    ],
    [
      "for a branch as a reference, which no token names",
      (e) => (e.deployment.github.branches = ["refs/heads/main"]),
      "deployment.github.branches[0] must be a branch without refs/heads/ before it, which GitHub's tokens have once: main",
    ],
    [
      "for any environment of GitHub",
      (e) => (e.deployment.github.environments = ["*"]),
      "deployment.github.environments[0] must be the whole name of an environment of GitHub",
    ],
    [
      "for a repository without a branch or an environment",
      (e) => delete e.deployment.github.environments,
      "deployment.github must name branches or environments",
    ],
    ["for nobody", (e) => (e.deployment = {}), "deployment must name github or operators"],
    ["for everybody", (e) => (e.deployment.operators = ["*"]), "deployment.operators[0] must be the ARN of a role"],
    [
      "for a role that bootstrap has yet to make",
      (e) => (e.deployment.operators = ["arn:aws:iam::123456789012:role/nimbus-production-deploy"]),
      "deployment.operators[0] must not be a role that bootstrap makes",
    ],
    [
      "for a session, which ends",
      (e) => (e.deployment.operators = ["arn:aws:sts::123456789012:assumed-role/admin/me"]),
      "or of an IAM user, without wildcards (not of a session",
    ],
    [
      "of resources that are tagged as another environment's",
      (e) => (e.tags = { Environment: "blue" }),
      "tags.Environment must be left out: with deployment, it tells whose a resource is",
    ],
    ["for a runner without a state", (e) => delete e.state, "deployment needs state: a runner keeps no files"],
  ])("%s", (_, change, message) => {
    expect(changed(change)).toThrow(message);
  });

  test("for a bucket of the application whose name is that of the states'", () => {
    expect(changed((e) => (e.storage.state = {}))).toThrow(
      'storage["state"] must have another name: its bucket would be the one of Terraform\'s state',
    );
    expect(changed((e) => (e.storage.state = { bucketName: "ours" }))).not.toThrow();
  });

  test("where the name of a bucket would be too long", () => {
    const long: Change = (e) => {
      e.application = "nimbus-tasks-app";
      e.registry = undefined;
      e.deployment = undefined;
    };
    expect(changed(long, {}, "pre-production-test")).toThrow(
      /state\.buckets\["us-east-1"\] must be stated: the bucket's name would be nimbus-tasks-app-pre-production-test-state-123456789012-us-east-1, of 65 characters, and S3 takes 58/,
    );
  });

  test("for a second OIDC provider in one account", () => {
    const message =
      "deployment.github.oidcProvider must be existing: an account has one OIDC provider of GitHub, and environment staging creates it";
    expect(changed((e) => (e.recovery = undefined), { deployment, state: {} })).toThrow(message);
    expect(changed((e) => (e.deployment.github.oidcProvider = "existing"), { deployment, state: {} })).not.toThrow();
    expect(changed(() => undefined, { deployment, state: {}, accountId: "999999999999" })).not.toThrow();
  });
});
