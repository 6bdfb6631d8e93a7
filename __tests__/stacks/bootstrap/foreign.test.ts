import { decide } from "./evaluate";
import { Rights, environment, rightsOf } from "./subject";
import production from "../../fixtures/environments/production";

const [east, west] = ["us-east-1", "us-west-2"].map(
  (region) => (service: string, resource: string) => `arn:aws:${service}:${region}:123456789012:${resource}`,
);
const web = production.services.web;
/** Tags of what somebody else has made, and told so. */
const THEIRS = { "aws:ResourceTag/Application": "platform", "aws:ResourceTag/Environment": "shared" };

const answer = (of: Rights, role: keyof Rights, action: string, resource: string, context = {}) =>
  decide(of[role], { action, resource, context: { ...THEIRS, ...context } });

describe("what an environment names of others is meant, whatever it is tagged", () => {
  test("an image that another environment has built", () => {
    const image = "123456789012.dkr.ecr.us-east-1.amazonaws.com/nimbus-staging/web:1.0.0";
    const sidecar = "210987654321.dkr.ecr-fips.us-east-1.amazonaws.com/tools/agent@sha256:" + "0".repeat(64);
    const own = rightsOf(
      environment({
        services: { web: { ...web, image, sidecars: { agent: { image: sidecar } } } },
      }),
    );
    const pull = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"];
    for (const action of pull) {
      expect(answer(own, "boundary", action, east("ecr", "repository/nimbus-staging/web"))).toBe("allowed");
      // The registry's replication copies it, with the repository's tags where its template says so.
      expect(answer(own, "boundary", action, west("ecr", "repository/nimbus-staging/web"))).toBe("allowed");
      expect(answer(own, "boundary", action, "arn:aws:ecr:us-east-1:210987654321:repository/tools/agent")).toBe(
        "allowed",
      );
      expect(answer(own, "boundary", action, east("ecr", "repository/nimbus-staging/worker"))).toBe("explicitDeny");
    }
    const there = { "aws:RequestedRegion": "us-west-2" };
    expect(answer(own, "recover", "ecr:DescribeImages", west("ecr", "repository/nimbus-staging/web"), there)).toBe(
      "allowed",
    );
  });

  test("a file system", () => {
    const id = "fs-0123456789abcdef0";
    const own = rightsOf(
      environment({
        recovery: undefined,
        services: { web: { ...web, efsVolumes: { shared: { fileSystemId: id, path: "/shared" } } } },
      }),
    );
    const ask = (which: string) =>
      answer(own, "boundary", "elasticfilesystem:ClientMount", east("elasticfilesystem", `file-system/${which}`));
    expect(ask(id)).toBe("allowed");
    expect(ask("fs-00000000")).not.toBe("allowed");
  });

  test("a secret of the database's, and its copy in the recovery region", () => {
    const arn = east("secretsmanager", "secret:databases/nimbus-a1b2c3");
    const copy = west("secretsmanager", "secret:databases/nimbus-a1b2c3");
    const own = rightsOf(
      environment({ database: { ...production.database!, username: undefined, credentials: { existing: { arn } } } }),
    );
    const there = { "aws:RequestedRegion": "us-west-2" };
    expect(answer(own, "boundary", "secretsmanager:GetSecretValue", arn)).toBe("allowed");
    expect(answer(own, "boundary", "secretsmanager:GetSecretValue", copy)).toBe("allowed");
    expect(answer(own, "recover", "secretsmanager:GetSecretValue", copy, there)).toBe("allowed");
  });
});

describe("what nobody named stays shut", () => {
  const plain = rightsOf(environment());
  const EAST = { "aws:RequestedRegion": "us-east-1" };

  // Each returns more than how something is set up. Sources: API references of the four.
  test.each([
    ["cognito-idp:DescribeUserPoolClient", "userpool/us-east-1_a", "ClientSecret"],
    ["cognito-idp:DescribeIdentityProvider", "userpool/us-east-1_a", "ProviderDetails.client_secret"],
    ["ec2:DescribeInstanceAttribute", "instance/i-1", "userData"],
    ["ec2:DescribeLaunchTemplateVersions", "*", "UserData"],
    ["states:DescribeExecution", "execution:orders:1", "input and output"],
    ["ssm:DescribeMaintenanceWindowTasks", "maintenancewindow/mw-1", "TaskParameters"],
  ])("plan does not %s (%s: %s)", (action, resource) => {
    const [service] = action.split(":");
    expect(
      decide(plain.plan, { action, resource: resource === "*" ? "*" : east(service, resource), context: EAST }),
    ).toBe("implicitDeny");
  });

  test.each(["deploy", "recover"] as const)("%s describes a client of Cognito, and no identity provider", (role) => {
    const context = { "aws:RequestedRegion": role === "deploy" ? "us-east-1" : "us-west-2" };
    const ask = (action: string) =>
      decide(plain[role], { action, resource: east("cognito-idp", "userpool/us-east-1_a"), context });
    expect(ask("cognito-idp:DescribeUserPoolClient")).toBe("allowed");
    expect(ask("cognito-idp:DescribeIdentityProvider")).toBe("implicitDeny");
  });

  test("a secret that RDS made for another environment's database", () => {
    const asked = {
      action: "secretsmanager:GetSecretValue",
      resource: east("secretsmanager", "secret:rds!db-1-a1b2c3"),
    };
    const managed = rightsOf(
      environment({
        recovery: undefined,
        database: { ...production.database!, username: "nimbus", credentials: { managed: {} } },
      }),
    );
    expect(decide(managed.boundary, asked)).toBe("allowed");
    expect(decide(plain.boundary, asked)).toBe("implicitDeny");
  });

  // AWS brings no tags of the role along. Source: IAM User Guide, "Grant a user permissions to pass a role to an AWS service".
  test("a role that is told by its tags alone is handed to no service; one of a service that is stated is", () => {
    const handed = {
      "iam:PassedToService": "ecs-tasks.amazonaws.com",
      "aws:ResourceTag/Application": "nimbus",
      "aws:ResourceTag/Environment": "production",
    };
    const ask = (role: "deploy" | "recover", name: string) =>
      decide(plain[role], {
        action: "iam:PassRole",
        resource: `arn:aws:iam::123456789012:role/${name}`,
        context: handed,
      });
    expect(ask("deploy", "nimbus-production-web-task-us-east-1")).toBe("allowed");
    expect(ask("deploy", "nimbus-production-eu-web-task-us-east-1")).toBe("implicitDeny");
    expect(ask("recover", "nimbus-production-dr-web-task-us-west-2")).toBe("allowed");
    expect(ask("recover", "nimbus-production-dr-eu-web-task-us-west-2")).toBe("implicitDeny");
  });
});
