import { DecisionRecord, RecordedDecision } from "../../drill/decision-record";
import { leastPrivilege } from "../../drill/least-privilege";
import { UNUSED } from "../../drill/unused-rights";

const NAME = "nimbus-production-recover";

const decision = (change: Partial<RecordedDecision> = {}): RecordedDecision => ({
  n: 1,
  kind: "role",
  arn: `arn:aws:sts::123456789012:assumed-role/${NAME}/somebody`,
  action: "ecs:UpdateService",
  resource: "*",
  context: {},
  decision: "allowed",
  policies: { identity: ["rights"] },
  ...change,
});

const statements = [
  { Effect: "Allow", Action: ["rds:CreateDBSnapshot", "rds:Describe*"] },
  { Effect: "Allow", Action: "ecs:UpdateService" },
  { Effect: "Deny", Action: "kms:DeleteAlias" },
];
const record = (...decisions: readonly RecordedDecision[]): DecisionRecord => ({
  decisions,
  documents: new Map([["rights", { Statement: statements }]]),
});
const judge = (decisions: readonly RecordedDecision[], rights: readonly string[] = []) =>
  leastPrivilege(record(...decisions), NAME, "recover", [{ reason: "kept for the test", rights: { recover: rights } }]);

describe("rights of a role", () => {
  test("are what its policies allow", () => {
    expect(judge([decision()]).granted).toEqual(["ecs:UpdateService", "rds:CreateDBSnapshot", "rds:Describe*"]);
  });

  test.each<[string, Partial<RecordedDecision>, readonly string[]]>([
    ["the action itself", {}, ["rds:CreateDBSnapshot", "rds:Describe*"]],
    ["however it is written", { action: "RDS:createdbsnapshot" }, ["ecs:UpdateService", "rds:Describe*"]],
    ["one of a pattern", { action: "rds:DescribeDBInstances" }, ["ecs:UpdateService", "rds:CreateDBSnapshot"]],
  ])("are used by %s", (_what, change, unused) => {
    expect(judge([decision(change)]).unused).toEqual(unused);
  });

  test.each<[string, Partial<RecordedDecision>]>([
    ["what was refused", { decision: "implicitDeny" }],
    ["another role", { arn: "arn:aws:sts::123456789012:assumed-role/nimbus-production-deploy/somebody" }],
  ])("are not used by %s", (_what, change) => {
    const asked = decision({ action: "rds:DescribeDBProxies" });
    expect(judge([asked, decision(change)]).unused).toContain("ecs:UpdateService");
  });

  test("that are not used need a reason", () => {
    expect(judge([decision()], ["rds:Describe*"]).unexplained).toEqual(["rds:CreateDBSnapshot"]);
  });

  test("that are not granted need none", () => {
    expect(judge([decision()], ["rds:Describe*", "rds:StopDBInstance"]).stale).toEqual(["rds:StopDBInstance"]);
  });
});

test("nothing stands in two lists of rights that are kept", () => {
  const all = UNUSED.flatMap(({ rights }) =>
    Object.entries(rights).flatMap(([role, own]) => own.map((one) => `${role} ${one}`)),
  );
  expect(all.filter((one, i) => all.indexOf(one) !== i)).toEqual([]);
});
