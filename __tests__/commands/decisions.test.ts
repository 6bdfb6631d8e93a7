import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { FAULTS } from "../../commands/decisions/faults";
import { RecordedDecision, distinct, readRecord } from "../../drill/decision-record";
import { emptyDist } from "../../tools/project";

const decision: RecordedDecision = {
  n: 1,
  kind: "role",
  arn: "arn:aws:sts::123456789012:assumed-role/nimbus-production-plan/primary",
  action: "kms:Decrypt",
  resource: "arn:aws:kms:us-east-1:123456789012:key/1",
  context: { "aws:requestedregion": ["us-east-1"], "aws:currenttime": ["2026-11-21T08:00:00Z"] },
  decision: "allowed",
  policies: { identity: ["a"] },
};

const later = { ...decision, n: 2, context: { ...decision.context, "aws:currenttime": ["2026-11-21T09:00:00Z"] } };
const until = { Statement: { Condition: { DateLessThan: { "aws:CurrentTime": "2026-11-21T08:30:00Z" } } } };

describe("decisions of a drill", () => {
  const folder = emptyDist("tests", "decisions");

  const written = (...lines: readonly object[]): string => {
    const file = join(folder, "decisions.jsonl");
    writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
    return file;
  };

  test("are read with the policies that they name", () => {
    const record = readRecord(written({ policy: "a", document: { Statement: [] } }, decision));
    expect(record.decisions).toEqual([decision]);
    expect(record.documents.get("a")).toEqual({ Statement: [] });
  });

  test.each([
    ["without a drill", () => join(folder, "none.jsonl"), /There is no .*: run `npm run drill` first/],
    ["where nothing was enforced", () => written({ policy: "a", document: {} }), /has no decision in it/],
  ])("are not compared %s", (_, file, says) => {
    expect(() => readRecord(file())).toThrow(says);
  });

  test("are compared once where only the moment differs, unless a policy looks at it", () => {
    expect(distinct({ decisions: [decision, later], documents: new Map() })).toEqual([decision]);
    expect(distinct({ decisions: [decision, later], documents: new Map([["a", until]]) })).toEqual([decision, later]);
  });
});

describe("the faults of the other evaluator", () => {
  const explains = (
    one: RecordedDecision,
    verdict: "implicitDeny" | "explicitDeny" | "allowed",
    ignored: string[] = [],
  ) => FAULTS.some((fault) => fault.explains(one, { verdict, ignored }));

  test("explain a condition on an encryption context that it drops", () => {
    expect(explains(decision, "implicitDeny", ["kms:encryptioncontext:secretarn"])).toBe(true);
  });

  test.each<[string, boolean]>([
    ["no other condition", explains(decision, "implicitDeny", ["aws:sourceip"])],
    [
      "nothing that it allows and we deny",
      explains({ ...decision, decision: "implicitDeny" }, "allowed", ["kms:encryptioncontext:secretarn"]),
    ],
    ["no explicit deny", explains(decision, "explicitDeny", ["kms:encryptioncontext:secretarn"])],
    ["no key that is there", explains({ ...decision, action: "kms:TagResource" }, "implicitDeny")],
  ])("explain %s", (_, isExplained) => {
    expect(isExplained).toBe(false);
  });
});
