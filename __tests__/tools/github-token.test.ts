import { workflowToken } from "../../tools/github-token";

const github = (more: object) => ({
  repository: "nimbus/tasks",
  branches: [],
  environments: [],
  pullRequests: false,
  oidcProvider: "create" as const,
  ...more,
});

const claimsOf = (token = ""): unknown => JSON.parse(Buffer.from(token.split(".")[1], "base64url").toString());

/** The subjects are those of GitHub's "OpenID Connect reference". */
test.each([
  ["an environment", { environments: ["production"], branches: ["main"] }, "repo:nimbus/tasks:environment:production"],
  ["a branch", { branches: ["main"] }, "repo:nimbus/tasks:ref:refs/heads/main"],
])("a workflow of %s comes with the claims of GitHub", (_, stated, sub) => {
  expect(claimsOf(workflowToken(github(stated)))).toMatchObject({
    iss: "https://token.actions.githubusercontent.com",
    aud: "sts.amazonaws.com",
    sub,
  });
});

test("where no workflow may deploy, there is no token", () => {
  expect(workflowToken(github({}))).toBeUndefined();
});
