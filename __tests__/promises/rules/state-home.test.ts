import { stateHome } from "../../../promises/rules/state-home";
import { bucket, dr, findings, stack } from "./fixtures";

const found = (...stacks: Parameters<typeof findings>[1]) => findings(stateHome, stacks);
const withBackend = (name: string, backend: unknown) =>
  stack(name, name === "primary" ? "us-east-1" : "us-west-2", { terraform: { backend } });

describe("the state of a stack is in its own region", () => {
  test("as these are, in buckets and in files", () => {
    expect(
      found(
        stack("primary", "us-east-1"),
        stack("edge", "us-east-1"),
        stack("standby", "us-west-2"),
        dr(),
        withBackend("bootstrap", { local: { path: "../../../terraform.production.bootstrap.tfstate" } }),
        withBackend("restore-test", { local: { path: "../../../terraform.production.restore-test.tfstate" } }),
      ),
    ).toEqual([]);
  });

  test.each(["dr", "standby", "restore-test"])("so that the state of %s is not in us-east-1", (name) => {
    expect(found(withBackend(name, bucket("us-east-1", "x")))).toEqual([
      `${name}: terraform.backend: its state is in "us-east-1", not in us-west-2: with that region gone it can be neither read nor locked`,
    ]);
  });

  test.each<[string, string, unknown, string]>([
    [
      "primary's in the recovery region",
      "primary",
      bucket("us-west-2", "x"),
      'its state is in "us-west-2", not in us-east-1',
    ],
    [
      "one whose bucket is named after another region",
      "dr",
      bucket("us-west-2", "x", { bucket: "nimbus-state-us-east-1" }),
      "its bucket names us-east-1",
    ],
    [
      "one with an endpoint elsewhere",
      "dr",
      bucket("us-west-2", "x", { endpoints: { s3: "https://s3.us-east-1.amazonaws.com" } }),
      "its endpoints.s3 names us-east-1",
    ],
    [
      "one without a lock",
      "dr",
      bucket("us-west-2", "x", { use_lockfile: undefined }),
      "two runs at once are not kept apart",
    ],
    [
      "one with a lock in DynamoDB",
      "dr",
      bucket("us-west-2", "x", { dynamodb_table: "locks" }),
      "its lock is in DynamoDB",
    ],
    ["one in a service", "dr", { remote: { organization: "nimbus" } }, "a state in remote depends on"],
    ["none that is stated", "dr", undefined, "the stack states no backend"],
  ])("so that it refuses %s", (_what, name, backend, finding) => {
    expect(found(withBackend(name, backend))).toEqual([
      expect.stringContaining(`${name}: terraform.backend: ${finding}`),
    ]);
  });

  test.each([
    ["a key", bucket("us-west-2", "production/dr.tfstate")],
    ["a file", { local: { path: "../../../terraform.production.dr.tfstate" } }],
  ])("and no two stacks share %s", (_what, backend) => {
    expect(found(withBackend("dr", backend), withBackend("restore-test", backend))).toEqual([
      "restore-test: terraform.backend: stack dr has the same state: each would destroy what the other made",
    ]);
  });
});
