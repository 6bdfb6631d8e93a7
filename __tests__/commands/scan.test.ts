import { acceptances, distinct, Finding, readCheckov, staleReasons, unaccepted } from "../../commands/scan/findings";

const finding = (id: string, address: string, where = "stack primary"): Finding => ({ id, name: id, address, where });
const configuration = {
  resource: {
    aws_lb: { load_balancer: { "//": { metadata: {}, accepted_findings: { CKV_AWS_150: "It is a test." } } } },
    aws_vpc: { network: { "//": { metadata: {} } } },
  },
};

describe("reasons", () => {
  test("are read from the resources of a stack", () => {
    expect(acceptances("primary", configuration)).toEqual([
      { id: "CKV_AWS_150", address: "aws_lb.load_balancer", stack: "primary", reason: "It is a test." },
    ]);
  });

  test("settle the finding of their resource, and no other", () => {
    const findings = [
      finding("CKV_AWS_150", "aws_lb.load_balancer"),
      finding("CKV_AWS_150", "aws_lb.other"),
      finding("CKV_AWS_91", "aws_lb.load_balancer"),
    ];
    expect(unaccepted("primary", findings, acceptances("primary", configuration))).toEqual(findings.slice(1));
  });

  test("of one stack do not settle the findings of another", () => {
    const findings = [finding("CKV_AWS_150", "aws_lb.load_balancer", "stack dr")];
    expect(unaccepted("dr", findings, acceptances("primary", configuration))).toEqual(findings);
  });

  test("that are empty settle nothing", () => {
    const accepted = [{ id: "A", address: "aws_vpc.network", stack: "primary", reason: "  " }];
    expect(unaccepted("primary", [finding("A", "aws_vpc.network")], accepted)).toHaveLength(1);
  });

  test("are stale when neither the plan nor a published module has the finding", () => {
    const accepted = acceptances("primary", configuration);
    const inPlan = new Map([["primary", [finding("CKV_AWS_150", "aws_lb.load_balancer")]]]);
    expect(staleReasons(accepted, inPlan, [])).toEqual([]);
    expect(staleReasons(accepted, new Map(), [finding("CKV_AWS_150", "module.alb.aws_lb.this")])).toEqual([]);
    expect(staleReasons(accepted, new Map(), [finding("CKV_AWS_150", "aws_lb_listener.this")])).toEqual(accepted);
  });
});

describe("checkov's answer", () => {
  const record = {
    check_id: "CKV_AWS_91",
    check_name: "Access logs",
    resource: 'aws_lb.this["a.b"]',
    file_path: "/load-balancer/main.tf",
    file_line_range: [12, 30],
  };
  const results = { passed_checks: [record], failed_checks: [record], skipped_checks: [], parsing_errors: [] };

  test("is read with addresses without keys", () => {
    expect(readCheckov(JSON.stringify({ results }))).toEqual({
      passed: 1,
      failed: [{ id: "CKV_AWS_91", name: "Access logs", address: "aws_lb.this", where: "load-balancer/main.tf:12" }],
      skipped: [],
      unreadable: [],
    });
  });

  test("may be a list of reports, or a count without results", () => {
    expect(readCheckov(JSON.stringify([{ results }, { results }])).failed).toHaveLength(2);
    expect(readCheckov('{"passed": 0, "failed": 0}')).toEqual({ passed: 0, failed: [], skipped: [], unreadable: [] });
  });

  test("tells a skipped check's reason", () => {
    const skipped = { ...record, check_result: { suppress_comment: "No logs of logs" } };
    const json = JSON.stringify({ results: { ...results, skipped_checks: [skipped] } });
    expect(readCheckov(json).skipped).toMatchObject([{ id: "CKV_AWS_91", reason: "No logs of logs" }]);
  });

  test("counts once what it reaches directly and through an example", () => {
    const where = "network/main.tf:3";
    const both = [finding("A", "aws_vpc.this", where), finding("A", "module.network.aws_vpc.this", where)];
    expect(distinct(both)).toHaveLength(1);
    expect(distinct([...both, finding("A", "aws_vpc.other", where)])).toHaveLength(2);
  });
});
