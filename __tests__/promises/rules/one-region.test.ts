import { LIFELINE_TYPES } from "../../../promises/rules/lifeline-types";
import { oneRegion } from "../../../promises/rules/one-region";
import { ONE_REGION, aws, dr, findings, stack } from "./fixtures";

const TWO = { aws: [aws("us-east-1"), aws("us-west-2", "recovery")] };
const found = (...stacks: Parameters<typeof findings>[1]) => findings(oneRegion, stacks);

const primary = (json: Record<string, unknown>) => stack("primary", "us-east-1", { provider: TWO, ...json });
const edge = (json: Record<string, unknown>) =>
  stack("edge", "us-east-1", { provider: { aws: [...TWO.aws, aws("us-east-1", "primary")] }, ...json });

describe("a stack lives in one region", () => {
  test("as these do, with their exceptions", () => {
    const lifelines = {
      resource: {
        aws_vpc: { network: {} },
        aws_kms_key: { lifelines: { provider: "aws.recovery" } },
        aws_db_instance_automated_backups_replication: { database: { provider: "${aws.recovery}" } },
        terraform_data: { remembered: {} },
      },
      data: { aws_region: { lifelines: { provider: "aws.recovery" } } },
    };
    const names = {
      resource: { aws_route53_record: { names: {} } },
      data: {
        aws_lb: { primary: { provider: "aws.primary" }, recovery: { provider: "aws.recovery" } },
        aws_ssm_parameter: { standby: { provider: "aws.recovery" } },
      },
    };
    const both = { provider: TWO, resource: { aws_s3_bucket: { state: { provider: "aws.recovery" } } } };
    expect(
      found(
        primary(lifelines),
        edge(names),
        stack("bootstrap", "us-east-1", both),
        stack("standby", "us-west-2"),
        dr(),
      ),
    ).toEqual([]);
  });

  test.each(["aws_vpc", "aws_lb", "aws_ecs_service", "aws_db_instance", "aws_route53_record", "aws_something_new"])(
    "so that primary makes no %s in the recovery region",
    (type) => {
      expect(found(primary({ resource: { [type]: { x: { provider: "aws.recovery" } } } }))).toEqual([
        `primary: ${type}.x: it uses aws.recovery ("us-west-2"); stack primary may use another provider for a lifeline (promises/rules/lifeline-types.ts) only`,
      ]);
    },
  );

  test("so that primary reads nothing there but who it is", () => {
    expect(found(primary({ data: { aws_lb: { x: { provider: "aws.recovery" } } } }))).toHaveLength(1);
  });

  test.each<[string, Record<string, unknown>]>([
    [
      "makes something with another provider",
      { resource: { aws_route53_record: { x: { provider: "aws.recovery" } } } },
    ],
    ["looks up something else", { data: { aws_vpc: { x: { provider: "aws.primary" } } } }],
  ])("so that edge is refused when it %s", (_what, json) => {
    expect(found(edge(json))).toEqual([
      expect.stringContaining(
        "may use another provider for looking up a load balancer, or the standby's parameter about it, only",
      ),
    ]);
  });

  test.each<[string, ReturnType<typeof stack>, string]>([
    [
      "primary with a third region",
      stack("primary", "us-east-1", { provider: { aws: [aws("us-east-1"), aws("eu-west-1", "recovery")] } }),
      "provider.aws.recovery",
    ],
    ["primary in the recovery region", stack("primary", "us-west-2"), "provider.aws"],
    ["standby in the primary region", stack("standby", "us-east-1"), "provider.aws"],
    [
      "standby with a second provider",
      stack("standby", "us-west-2", { provider: { aws: [aws("us-west-2"), aws("us-east-1", "primary")] } }),
      "provider.aws.primary",
    ],
    [
      "dr with a second provider",
      dr({}, { provider: { aws: [aws("us-west-2"), aws("us-east-1", "primary")] } }),
      "provider.aws.primary",
    ],
    ["edge away from us-east-1", stack("edge", "us-west-2"), "provider.aws"],
    [
      "a region that Terraform computes",
      stack("primary", "us-east-1", { provider: { aws: [aws("${var.region}")] } }),
      "provider.aws",
    ],
  ])("so that it refuses %s", (_what, given, address) => {
    expect(found(given)).toEqual([expect.stringContaining(`${given.name}: ${address}: its region is `)]);
  });

  test("so that a provider which is not configured is refused", () => {
    expect(found(stack("standby", "us-west-2", { resource: { aws_vpc: { x: { provider: "aws.primary" } } } }))).toEqual(
      ["standby: aws_vpc.x: its provider, aws.primary, is not configured"],
    );
  });

  test("and with one region there is no other provider", () => {
    expect(findings(oneRegion, [primary({})], ONE_REGION)).toEqual([
      expect.stringContaining("primary: provider.aws.recovery: "),
    ]);
  });

  test("with a reason for each lifeline", () => {
    for (const types of Object.values(LIFELINE_TYPES))
      for (const [type, why] of types) expect(`${type}: ${why}`).toMatch(/^(aws|terraform)_[a-z0-9_]+: .{8,}/);
  });
});
