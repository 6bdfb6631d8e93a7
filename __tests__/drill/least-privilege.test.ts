import { Decision, neverUsed, readDecisions } from "../../drill/least-privilege";

const line = (decision: Partial<Decision>) =>
  JSON.stringify({
    n: 1,
    principal: "nimbus-production-recover",
    action: "rds:CreateDBSnapshot",
    decision: "allowed",
    ...decision,
  });

const unused = (...lines: readonly string[]) =>
  neverUsed(readDecisions(`${lines.join("\n")}\n`), "nimbus-production", "recover");

describe("actions that a role never used", () => {
  test("are all where it asked for nothing, and each type's among them", () => {
    expect(unused()).toEqual(expect.arrayContaining(["rds:CreateDBSnapshot", "logs:CreateLogDelivery"]));
  });

  test("are not those that it was allowed, however they are written", () => {
    expect(unused(line({}))).not.toContain("rds:CreateDBSnapshot");
    expect(unused(line({ action: "rds:createDBSnapshot" }))).not.toContain("rds:CreateDBSnapshot");
  });

  test.each<Partial<Decision>>([
    { decision: "implicitDeny" },
    { decision: "explicitDeny" },
    { principal: "nimbus-production-deploy" },
    { principal: "nimbus-staging-recover" },
    { principal: "administrator" },
  ])("are still what was refused, or another's: %j", (change) => {
    expect(unused(line(change))).toContain("rds:CreateDBSnapshot");
  });
});
