import { RecordedRequest } from "../../emulator";
import { Decision, rightsOf } from "../../emulator/rights";
import { sessionOf } from "../../drill/operator";
import { judgeRights } from "../../drill/rights";

const PREFIX = "nimbus-production";

const request = (n: number, principal: string, more: Partial<RecordedRequest> = {}): RecordedRequest => ({
  n,
  t: n,
  time: "2026-11-21T08:00:00.000Z",
  service: "logs",
  operation: "CreateLogGroup",
  region: "us-west-2",
  home: "us-west-2",
  status: 200,
  dropped: false,
  ms: 1,
  principal,
  ...more,
});

const decision = (n: number, verdict: Decision["decision"]): Decision => ({
  n,
  arn: `arn:aws:sts::123456789012:assumed-role/${PREFIX}-recover/cdktf-deploy-dr`,
  action: "logs:CreateLogGroup",
  resource: "arn:aws:logs:us-west-2:123456789012:log-group:/elasticache/nimbus-production-dr/slow-log",
  decision: verdict,
});

const ALL = ["deploy", "plan", "recover", "failback"].map((role, i) => request(i + 1, `${PREFIX}-${role}`));
const SLOW_LOG =
  "nimbus-production-recover (cdktf-deploy-dr): logs:CreateLogGroup on arn:aws:logs:us-west-2:123456789012:log-group:/elasticache/nimbus-production-dr/slow-log";

/** Promises that are broken, and what was seen. */
const broken = (requests: readonly RecordedRequest[], decisions: readonly Decision[] = []): string[] =>
  judgeRights(rightsOf(requests, decisions), PREFIX).flatMap(({ isKept, seen }) => (isKept ? [] : [seen]));

describe("what a drill promises about rights", () => {
  test("is kept when all roles asked, and were allowed", () => {
    expect(broken(ALL, [decision(1, "allowed")])).toEqual([]);
  });

  test("is broken by one request that a role may not make, which is told with its command, action and resource", () => {
    const denied = request(5, `${PREFIX}-recover`, { denied: true });
    expect(
      broken([...ALL, denied, { ...denied, n: 6 }], [decision(5, "implicitDeny"), decision(6, "implicitDeny")]),
    ).toEqual([SLOW_LOG]);
  });

  test("is broken by an operation whose actions nobody wrote down, of which there is no decision", () => {
    const denied = request(5, `${PREFIX}-deploy`, { denied: true, service: "rds", operation: "RebootDBInstance" });
    expect(broken([...ALL, denied])).toEqual(["nimbus-production-deploy (): rds:RebootDBInstance on *"]);
  });

  test("is broken by a request that AWS's models refuse", () => {
    expect(broken([...ALL, request(5, "administrator", { refusedByModel: true })])).toEqual(["1 requests"]);
  });

  test("is broken when somebody else typed the commands of a role", () => {
    const asAdministrator = ALL.map((one) => ({ ...one, principal: "administrator" }));
    expect(broken(asAdministrator)).toEqual(["nothing was asked as deploy, plan, recover, failback"]);
  });
});

test("requests are counted by who asked, most first", () => {
  const { roles, denied, decisions } = rightsOf(
    [...ALL, request(5, `${PREFIX}-plan`)],
    [decision(1, "allowed"), decision(9, "allowed")],
  );
  expect(Object.entries(roles)[0]).toEqual([`${PREFIX}-plan`, 2]);
  expect({ denied, decisions }).toEqual({ denied: 0, decisions: { made: 1 } });
});

test.each([
  ["npx cdktf deploy dr --auto-approve", "cdktf-deploy-dr"],
  [
    "aws rds wait db-snapshot-available --region us-west-2 --db-snapshot-identifier x",
    "aws-rds-wait-db-snapshot-available",
  ],
  ["terraform -chdir=cdktf.out/stacks/dr plan -input=false -detailed-exitcode", "terraform-plan"],
])("the session of `%s` is called %s", (command, session) => {
  expect(sessionOf(command)).toBe(session);
});
