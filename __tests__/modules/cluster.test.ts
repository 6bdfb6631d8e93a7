import { Cluster, ClusterProps } from "../../modules/cluster";
import { SynthesizedStack, synthesize } from "../synthesis";

const KEY = "arn:aws:kms:us-east-1:123456789012:key/11111111-1111-1111-1111-111111111111";
const NAMESPACE = "arn:aws:servicediscovery:us-east-1:123456789012:namespace/ns-0a1b2c3d4e5f6071";

const cluster = (props: Partial<ClusterProps> = {}): SynthesizedStack =>
  synthesize((stack) => new Cluster(stack, "cluster", { name: "nimbus", ...props }));
const clusterOf = (props?: Partial<ClusterProps>) => cluster(props).resource("aws_ecs_cluster", "cluster");

describe("what is made", () => {
  test.each<[string, Partial<ClusterProps>, Record<string, number>]>([
    ["by default", {}, { aws_kms_key: 1, aws_kms_alias: 1, aws_service_discovery_http_namespace: 1 }],
    ["with a key of the caller", { kmsKey: { arn: KEY } }, { aws_kms_key: 0, aws_kms_alias: 0 }],
    ["without Service Connect", { serviceConnect: false }, { aws_service_discovery_http_namespace: 0 }],
    ["with a namespace of the caller", { namespace: { arn: NAMESPACE } }, { aws_service_discovery_http_namespace: 0 }],
  ])("%s", (_name, props, counts) => {
    const stack = cluster(props);
    expect(Object.fromEntries(Object.keys(counts).map((type) => [type, stack.count(type)]))).toEqual(counts);
  });

  test.each(["enhanced", "enabled", "disabled"] as const)("Container Insights: %s", (containerInsights) => {
    expect(clusterOf({ containerInsights })).toMatchObject({
      setting: [{ name: "containerInsights", value: containerInsights }],
    });
  });

  test("Container Insights show single tasks by default", () => {
    expect(clusterOf()).toMatchObject({ setting: [{ name: "containerInsights", value: "enhanced" }] });
  });
});

describe("capacity", () => {
  const capacity = (props?: Partial<ClusterProps>) =>
    cluster(props).resource("aws_ecs_cluster_capacity_providers", "cluster");

  test("services can choose Spot in any case", () => {
    expect(capacity()).toMatchObject({ capacity_providers: ["FARGATE", "FARGATE_SPOT"] });
  });

  test("the default strategy has the weights and bases, and leaves out who has neither", () => {
    expect(capacity({ fargateBase: 2, fargateSpotWeight: 3 })).toMatchObject({
      dynamic: {
        default_capacity_provider_strategy: {
          for_each: expect.stringMatching(
            /FARGATE = \{ weight = 1, base = 2 \}.*FARGATE_SPOT = \{ weight = 3, base = 0 \}.*if share.weight \+ share.base > 0/s,
          ) as string,
        },
      },
    });
  });

  test("the name is known once the providers are attached, so that services wait for them", () => {
    const stack = synthesize((scope) => {
      const { name } = new Cluster(scope, "cluster", { name: "nimbus" });
      scope.addOutput("name", "Name.", name);
    });
    expect(stack.output("name")?.value).toBe("${aws_ecs_cluster_capacity_providers.cluster.cluster_name}");
  });
});

describe("exec", () => {
  test("sessions are logged to a group of the cluster and encrypted with its key", () => {
    expect(clusterOf()).toMatchObject({
      configuration: {
        execute_command_configuration: {
          kms_key_id: "${one(aws_kms_key.cluster[*].arn)}",
          logging: "OVERRIDE",
          log_configuration: {
            cloud_watch_encryption_enabled: true,
            cloud_watch_log_group_name: "${aws_cloudwatch_log_group.cluster_exec.name}",
          },
        },
      },
    });
  });

  test("the log group is kept for a year under that key", () => {
    expect(cluster().resource("aws_cloudwatch_log_group", "cluster_exec")).toMatchObject({
      name: "/ecs/nimbus/exec",
      retention_in_days: 365,
      kms_key_id: "${one(aws_kms_key.cluster[*].arn)}",
    });
  });

  test("the key is for the log groups of the cluster and its services, and for no others", () => {
    const { policy } = cluster().resource("aws_kms_key", "cluster");
    expect(policy).toMatch(/"kms:EncryptionContext:aws:logs:arn" = "arn:.*:log-group:\/ecs\/nimbus\/\*"/);
  });

  test("a key of the caller takes the place of the cluster's", () => {
    const stack = cluster({ kmsKey: { arn: KEY } });
    expect(stack.resource("aws_cloudwatch_log_group", "cluster_exec")).toMatchObject({ kms_key_id: KEY });
    expect(stack.resource("aws_ecs_cluster", "cluster")).toMatchObject({
      configuration: { execute_command_configuration: { kms_key_id: KEY } },
    });
  });

  test("retention is the caller's to choose", () => {
    const stack = cluster({ execLogRetentionDays: 30 });
    expect(stack.resource("aws_cloudwatch_log_group", "cluster_exec")).toMatchObject({ retention_in_days: 30 });
  });
});

describe("storage", () => {
  test("is encrypted with keys of AWS by default", () => {
    expect(clusterOf().configuration).not.toHaveProperty("managed_storage_configuration");
  });

  test("is encrypted with the keys that are given", () => {
    expect(clusterOf({ storageKeys: { fargate: KEY } })).toMatchObject({
      configuration: {
        execute_command_configuration: { logging: "OVERRIDE" },
        managed_storage_configuration: { fargate_ephemeral_storage_kms_key_id: KEY, kms_key_id: null },
      },
    });
  });
});

describe("Service Connect", () => {
  test("has the module's own namespace for a default", () => {
    expect(clusterOf()).toMatchObject({
      service_connect_defaults: { namespace: "${one(aws_service_discovery_http_namespace.cluster[*].arn)}" },
    });
  });

  test("the namespace has the cluster's name, or another", () => {
    const nameOf = (props?: Partial<ClusterProps>) =>
      cluster(props).resource("aws_service_discovery_http_namespace", "cluster").name;
    expect(nameOf()).toBe('${coalesce(null, "nimbus")}');
    expect(nameOf({ namespaceName: "shop.local" })).toBe('${coalesce("shop.local", "nimbus")}');
  });

  test("takes a namespace of the caller", () => {
    expect(clusterOf({ namespace: { arn: NAMESPACE } })).toMatchObject({
      service_connect_defaults: { namespace: NAMESPACE },
    });
  });

  test("can be off", () => {
    expect(clusterOf({ serviceConnect: false })).not.toHaveProperty("service_connect_defaults");
  });
});

describe("bad input is refused with what is allowed", () => {
  test.each<[string, Partial<ClusterProps>, string]>([
    ["a name with a space", { name: "my cluster" }, "name must be 3 to 40 lower-case letters"],
    [
      "insights that are none",
      { containerInsights: "on" as never },
      "containerInsights must be one of enhanced, enabled, disabled",
    ],
    ["no capacity at all", { fargateWeight: 0 }, "fargateWeight must not be 0 when fargateSpotWeight is 0 too"],
    ["two bases", { fargateBase: 1, fargateSpotBase: 1 }, "fargateBase must be 0 when fargateSpotBase is not"],
    ["a weight above the limit", { fargateWeight: 1001 }, "fargateWeight must be between 0 and 1000 (got 1001)"],
    ["half a task", { fargateBase: 0.5 }, "fargateBase must be a whole number"],
    ["an odd retention", { execLogRetentionDays: 100 }, "execLogRetentionDays must be one of 1, 3, 5"],
    ["an alias for a key", { kmsKey: { arn: "alias/nimbus" } }, "kmsKey.arn must be an ARN of kms"],
    ["an alias for storage", { storageKeys: { volumes: "alias/nimbus" } }, "storageKeys.volumes must be an ARN of kms"],
    ["a namespace with spaces", { namespaceName: "my shop" }, "namespaceName must be letters, digits, dots"],
    [
      "a namespace for nobody",
      { namespace: { arn: NAMESPACE }, serviceConnect: false },
      "namespace is given, but serviceConnect is false",
    ],
    ["a misspelt input", { kmsKeyArn: KEY } as never, "kmsKeyArn is not known here; did you mean kmsKey?"],
  ])("%s", (_name, props, message) => {
    expect(() => cluster(props)).toThrow(message);
  });
});
