import { EcsCluster } from "@cdktf/provider-aws/lib/ecs-cluster";
import { S3BucketLifecycleConfiguration } from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration";
import { S3BucketReplicationConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-replication-configuration";
import { Construct } from "constructs";
import {
  ModuleConstruct,
  ModuleDefinition,
  all,
  dynamic,
  each,
  forEach,
  inputs,
  optionalBlock,
  raw,
  repeatedBlock,
  repeatedBlocks,
  t,
} from "../../kernel";
import { publishModule } from "../../kernel/publish";
import { synthesize } from "../synthesis";

/** Blocks that are there on a condition. */

const fields = { storage: t.bool().default(true), discovery: t.bool().default(true) };

class Sample extends ModuleConstruct<typeof fields> {
  static readonly definition: ModuleDefinition<typeof fields> = {
    name: "sample",
    description: "A sample.",
    notes: "",
    inputs: inputs(fields),
    example: {},
  };

  constructor(scope: Construct, id: string, props: { storage?: boolean; discovery?: boolean }) {
    super(scope, id, Sample.definition, props);
    const cluster = new EcsCluster(this, "this", {
      name: "sample",
      configuration: { executeCommandConfiguration: { logging: "NONE" } },
    });
    optionalBlock(cluster, "configuration.managed_storage_configuration", this.inputs.storage, { kmsKeyId: "key" });
    optionalBlock(cluster, "service_connect_defaults", this.inputs.discovery, { namespace: "arn" });
  }
}

const clusterOf = (props: { storage?: boolean; discovery?: boolean }) =>
  synthesize((stack) => new Sample(stack, "sample", props)).resource("aws_ecs_cluster", "sample");

describe("an optional block", () => {
  test("is written plainly where the flag is known to hold", () => {
    expect(clusterOf({})).toMatchObject({
      configuration: {
        execute_command_configuration: { logging: "NONE" },
        managed_storage_configuration: { kms_key_id: "key" },
      },
      service_connect_defaults: { namespace: "arn" },
    });
  });

  test("is left out where the flag is known not to hold", () => {
    const cluster = clusterOf({ storage: false, discovery: false });
    expect(cluster).not.toHaveProperty("service_connect_defaults");
    expect(cluster.configuration).not.toHaveProperty("managed_storage_configuration");
  });

  test("is dynamic in a published module, inside of another block too", () => {
    const main = publishModule(Sample, { terraform: ">= 1.11", providers: {} }).get("main.tf");
    expect(main).toContain(
      [
        "  configuration {",
        "    execute_command_configuration {",
        '      logging = "NONE"',
        "    }",
        "",
        '    dynamic "managed_storage_configuration" {',
        "      for_each = var.storage ? [1] : []",
      ].join("\n"),
    );
    expect(main).toContain('  dynamic "service_connect_defaults" {\n    for_each = var.discovery ? [1] : []');
  });
});

test("a dynamic block is refused where one block may stand, instead of being dropped", () => {
  const build = () =>
    synthesize(
      (stack) => new EcsCluster(stack, "a", { name: "a", serviceConnectDefaults: dynamic([1], { namespace: "arn" }) }),
    );
  expect(build).toThrow("a dynamic block with namespace was given to a property that takes one block");
});

test("the generated tests mock what the examples need", () => {
  const provider = { source: "hashicorp/aws", version: ">= 5.100", mocks: { aws_region: { id: "us-east-1" } } };
  const tests = publishModule(Sample, { terraform: ">= 1.11", providers: { aws: provider } });
  expect(tests.get("tests/validation.tftest.hcl")).toContain(
    'mock_provider "aws" {\n  mock_data "aws_region" {\n    defaults = { id = "us-east-1" }\n  }\n}',
  );
});

describe("a repeated block", () => {
  const repeated = { rules: t.map(t.object({ days: t.number() })).default({}) };

  class Repeated extends ModuleConstruct<typeof repeated> {
    static readonly definition: ModuleDefinition<typeof repeated> = {
      name: "repeated",
      description: "A sample.",
      notes: "",
      inputs: inputs(repeated),
      example: {},
    };

    constructor(scope: Construct, id: string, props: object) {
      super(scope, id, Repeated.definition, props);
      const lifecycle = new S3BucketLifecycleConfiguration(this, "this", {
        bucket: "a",
        rule: [{ id: "own", status: "Enabled" }],
      });
      repeatedBlock(lifecycle, "rule", this.inputs.rules, {
        id: raw("rule.key"),
        filter: { prefix: "", tag: dynamic(raw("rule.value.tags"), { key: raw("tag.key") }) },
      });
    }
  }

  test("stands beside one that is written out, with blocks inside of blocks", () => {
    const main = publishModule(Repeated, { terraform: ">= 1.11", providers: {} }).get("main.tf");
    expect(main).toContain('  rule {\n    id     = "own"\n    status = "Enabled"\n  }\n\n  dynamic "rule" {');
    expect(main).toContain(
      [
        "    content {",
        "      id = rule.key",
        "",
        "      filter {",
        '        prefix = ""',
        "",
        '        dynamic "tag" {',
        "          for_each = rule.value.tags",
      ].join("\n"),
    );
  });

  test("is dynamic in an app too", () => {
    const stack = synthesize((scope) => new Repeated(scope, "sample", {}));
    expect(stack.resource("aws_s3_bucket_lifecycle_configuration", "sample")).toMatchObject({
      rule: [{ id: "own" }],
      dynamic: { rule: { for_each: "${local.sample_rules}", content: { id: "${rule.key}" } } },
    });
  });
});

test("a block inside of a block inside of a dynamic block is a block", () => {
  class Nested extends ModuleConstruct<typeof fields> {
    static readonly definition = Sample.definition;

    constructor(scope: Construct, id: string, props: object) {
      super(scope, id, Sample.definition, props);
      new S3BucketReplicationConfigurationA(this, "this", {
        bucket: "a",
        role: "b",
        rule: dynamic(["c"], { destination: { bucket: "d", encryptionConfiguration: { replicaKmsKeyId: "e" } } }),
      });
    }
  }
  const main = publishModule(Nested, { terraform: ">= 1.11", providers: {} }).get("main.tf");
  expect(main).toContain('        encryption_configuration {\n          replica_kms_key_id = "e"\n        }');
});

describe("a resource for each item of a map", () => {
  const stack = synthesize((scope) => {
    const none = new EcsCluster(scope, "none", { forEach: forEach({}), name: "none" });
    new EcsCluster(scope, "one", { forEach: forEach({ a: 1 }), name: each.key });
    scope.addOutput("names", "Names.", all(none, "name"));
  });

  test("is not written where the map is known to be empty: it may refer to what is not there", () => {
    expect(stack.resources("aws_ecs_cluster")).not.toHaveProperty("none");
  });

  test("reads as an empty map then", () => {
    expect(stack.output("names")).toMatchObject({ value: "${values({})[*].name}" });
  });
});

describe("blocks of one name and several kinds", () => {
  class Kinds extends ModuleConstruct<typeof fields> {
    static readonly definition: ModuleDefinition<typeof fields> = {
      name: "kinds",
      description: "Kinds.",
      notes: "",
      inputs: inputs(fields),
      example: {},
    };

    constructor(scope: Construct, id: string, props: { storage?: boolean; discovery?: boolean }) {
      super(scope, id, Kinds.definition, props);
      const cluster = new EcsCluster(this, "this", { name: "sample" });
      repeatedBlocks(cluster, "setting", [
        { over: ["a", "b"], content: { name: raw("setting.value"), value: "on" } },
        { over: [], content: { name: "never", value: "on" } },
        { over: raw('var.storage ? ["c"] : []'), content: { name: raw("setting.value"), value: "off" } },
      ]);
    }
  }

  test("stand one after the other, without the kind that is known to be empty", () => {
    const main = publishModule(Kinds, { terraform: ">= 1.11", providers: {} }).get("main.tf") ?? "";
    expect(main.match(/dynamic "setting"/g)).toHaveLength(2);
    expect(main.indexOf('"on"')).toBeLessThan(main.indexOf('"off"'));
    expect(main).not.toContain("never");
  });

  test("are a list for Terraform's JSON", () => {
    const cluster = synthesize((stack) => new Kinds(stack, "kinds", {})).resource("aws_ecs_cluster", "kinds");
    expect(cluster).toMatchObject({
      dynamic: { setting: [{ for_each: ["a", "b"] }, { content: { name: "${setting.value}", value: "off" } }] },
    });
  });
});
