import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { DataAwsRegion } from "@cdktf/provider-aws/lib/data-aws-region";
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { Construct } from "constructs";
import { EphemeralResource, Stack, TerraformData, forEach, raw, tf, useProvider } from "../../kernel";
import { synthesize } from "../synthesis";

/** A construct of two levels, as a module is. */
function createModule(stack: Stack, id: string): Construct {
  const module = new Construct(stack, id);
  const inner = new Construct(module, "inner");
  new SqsQueue(inner, "queue", {});
  new DataAwsRegion(inner, "current");
  new TerraformData(inner, "memory", { input: 1 });
  new EphemeralResource(inner, "random", { type: "aws_secretsmanager_random_password", config: {} });
  return module;
}

const withRecovery = () =>
  synthesize((stack) => {
    const recovery = new AwsProvider(stack, "recovery", { alias: "recovery", region: "us-west-2" });
    createModule(stack, "here");
    useProvider(createModule(stack, "there"), recovery);
  }).json as Record<string, Record<string, Record<string, { provider?: string }>>>;

describe("a construct with a provider of its own", () => {
  test.each([
    ["resource", "aws_sqs_queue", "there_inner_queue"],
    ["data", "aws_region", "there_inner_current"],
    ["ephemeral", "aws_secretsmanager_random_password", "there_inner_random"],
  ])("hands it to each %s in it", (kind, type, name) => {
    expect(withRecovery()[kind][type][name].provider).toBe("aws.recovery");
  });

  test("leaves the others with the stack's", () => {
    expect(withRecovery().resource.aws_sqs_queue.here_inner_queue.provider).toBeUndefined();
  });

  test("leaves Terraform's own resources alone", () => {
    expect(withRecovery().resource.terraform_data.there_inner_memory.provider).toBeUndefined();
  });
});

describe("a run adopts what an earlier one was stopped in the middle of making", () => {
  const found = raw("local.found");
  test.each<[string, object, string]>([
    ["one resource", {}, "aws_sqs_queue.queue"],
    ["that of a count", { count: tf<number>`var.wanted` }, "aws_sqs_queue.queue[0]"],
    ["each of a map", { forEach: forEach(tf`var.queues`) }, "aws_sqs_queue.queue[each.key]"],
  ])("%s", (_what, config, to) => {
    const stack = synthesize((stack) => stack.adoptEach(new SqsQueue(stack, "queue", config), found));
    expect(stack.json.import).toEqual([{ for_each: "${local.found}", to, id: "${each.value}" }]);
  });
});
