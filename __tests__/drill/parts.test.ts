import { descendants } from "../../drill/kill";
import { milestone, planSummary, plannedIn } from "../../drill/operator";
import { Promised, Promises } from "../../drill/promises";
import { byService, describeRequest, isWrite, needs } from "../../drill/record";
import { clock } from "../../drill/timeline";
import { RecordedRequest } from "../../emulator";

const request = (parts: Partial<RecordedRequest>): RecordedRequest => ({
  ...{ n: 1, t: 0, time: "2026-11-21T08:00:00.000Z", service: "rds", operation: "DescribeDBInstances" },
  ...{ region: "us-west-2", home: "us-west-2", status: 200, dropped: false, ms: 1 },
  ...parts,
});

describe("a request needs a region", () => {
  test.each<[string, Partial<RecordedRequest>, boolean]>([
    ["when it goes there", { region: "us-east-1", home: "us-east-1" }, true],
    ["when a control plane there answers it", { service: "iam", home: "us-east-1" }, true],
    ["when it is signed for it, whoever answers", { region: "us-east-1", home: null }, true],
    ["never when both are another", {}, false],
  ])("%s", (_, parts, expected) => {
    expect(needs("us-east-1", request(parts))).toBe(expected);
  });
});

test("a request is told with what a person looks for", () => {
  const text = describeRequest(request({ service: "iam", operation: "CreateRole", home: "us-east-1" }));
  expect(text).toBe("iam CreateRole signed for us-west-2 and answered by us-east-1, at 2026-11-21T08:00:00.000Z");
});

test("requests are counted by service, those with most first", () => {
  const requests = [request({}), request({ service: "ecs" }), request({ service: "ecs" })];
  expect(Object.entries(byService(requests))).toEqual([
    ["ecs", 2],
    ["rds", 1],
  ]);
});

describe("promises", () => {
  test("are compared name by name, and say what was found instead", () => {
    const told: Promised[] = [];
    const promises = new Promises((one) => told.push(one));
    promises.compare("the database", { multiAz: true, engine: "postgres" }, { multiAz: false, engine: "postgres" });
    expect(told).toHaveLength(2);
    expect(promises.broken).toEqual([
      { what: "the database has the stated multiAz", isKept: false, seen: "false instead of true" },
    ]);
  });

  test("are broken by what is missing", () => {
    const promises = new Promises();
    promises.compare("the database", { engine: "postgres" }, {});
    expect(promises.broken[0]?.seen).toBe("nothing instead of postgres");
  });
});

describe("a plan", () => {
  test.each<[string, string]>([
    [
      "primary  \u001b[1mPlan:\u001b[0m 0 to add, 1 to change, 0 to destroy.\n",
      "Plan: 0 to add, 1 to change, 0 to destroy.",
    ],
    ["\u001b[32mNo changes.\u001b[0m Your infrastructure matches the configuration.", "No changes."],
    ["Error: no credentials", "neither said"],
  ])("that says %j comes to %j", (output, expected) => {
    expect(planSummary(output)).toBe(expected);
  });
});

describe("a line of Terraform", () => {
  test.each<[string, string | undefined]>([
    [
      "dr  aws_db_instance.database: Creation complete after 2m40s [id=db-1]",
      "aws_db_instance.database: creation complete after 160 s",
    ],
    ['dr  aws_route.nat["us-west-2a"]: Creation complete after 0s [id=r-1]', undefined],
    ["dr  aws_db_instance.database: Still creating... [10s elapsed]", undefined],
    [
      "dr  Apply complete! Resources: 38 added, 0 changed, 0 destroyed.",
      "Apply complete! Resources: 38 added, 0 changed, 0 destroyed.",
    ],
    ["\u001b[31m    │ Error: Resource precondition failed\u001b[0m", "Error: Resource precondition failed"],
  ])("%s", (line, expected) => {
    expect(milestone(line)).toBe(expected);
  });
});

test("times are minutes and seconds since the start", () => {
  expect([clock(0), clock(187.9), clock(3600)]).toEqual([" 0:00", " 3:07", "60:00"]);
});

test("a process is killed with all that it and those have started", () => {
  const parents = new Map([
    [10, 1],
    [11, 10],
    [12, 11],
    [20, 1],
  ]);
  expect(descendants(10, parents)).toEqual([10, 11, 12]);
});

test.each([
  ["GetParametersByPath", "ssm", false],
  ["BatchGetImage", "ecr", false],
  ["AssumeRoleWithWebIdentity", "sts", false],
  ["RestoreDBInstanceToPointInTime", "rds", true],
  ["PutObject", "s3", true],
])("%s changes something: %s %s", (operation, service, expected) => {
  expect(isWrite({ operation, service })).toBe(expected);
});

describe("what is planned", () => {
  const planned = ['aws_eip.nat["us-west-2a"] will be created', "aws_ecs_service.web[0] must be replaced"].sort();

  test("is read from Terraform's output, without what is only read", () => {
    const output = [
      '  # aws_eip.nat["us-west-2a"] will be created',
      "  \u001b[1m# aws_ecs_service.web[0]\u001b[0m must be replaced",
      "  # data.aws_ecr_image.web will be read during apply",
    ].join("\n");
    expect(plannedIn(output)).toEqual(planned);
  });

  test("is the same in cdktf's output, which puts the construct's path behind an address", () => {
    const output = [
      'dr  # aws_eip.nat (nat#address)["us-west-2a"] will be created',
      "    # aws_ecs_service.web (web/this)[0] must be replaced",
    ].join("\n");
    expect(plannedIn(output)).toEqual(planned);
  });
});
