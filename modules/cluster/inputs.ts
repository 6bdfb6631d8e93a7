import { PropsOf, inputs, section, t } from "../../kernel";
import { arn, kmsKeyInput, nameInput, retentionInput, tagsInput } from "../parts/inputs";

const weight = () => t.number().range(0, 1000).integer();
const base = () => t.number().range(0, 100000, "tasks").integer();

const storageKey = () =>
  arn("kms", "key/.+", "arn:aws:kms:us-east-1:123456789012:key/00000000-0000-0000-0000-000000000000").optional();

/** Inputs of the cluster module. */
export const clusterInputs = inputs(
  {
    ...section("General", {
      name: nameInput(40, "Name of the cluster."),
      containerInsights: t
        .oneOf("enhanced", "enabled", "disabled")
        .default("enhanced")
        .describe(
          "CloudWatch Container Insights. Enhanced shows single tasks and containers, which is where a leak is found, and is billed at about 0.07 USD per metric and month; enabled stops at services, at about 0.30 USD per metric and month. Both grow with the number of tasks: disabled is for clusters that nobody watches.",
        ),
      tags: tagsInput(),
    }),
    ...section("Capacity", {
      fargateWeight: weight()
        .default(1)
        .describe(
          "Share of FARGATE in the tasks of services that choose no capacity of their own, relative to fargate_spot_weight.",
        ),
      fargateBase: base().default(0).describe("Tasks of such a service that run on FARGATE before the shares count."),
      fargateSpotWeight: weight()
        .default(0)
        .describe(
          "Share of FARGATE_SPOT: about 70 % cheaper, and taken away with two minutes' notice. Services can use it in any case.",
        ),
      fargateSpotBase: base()
        .default(0)
        .describe("Tasks of such a service that run on FARGATE_SPOT before the shares count."),
    }),
    ...section("Exec and logs", {
      execLogRetentionDays: retentionInput("the exec sessions"),
      kmsKey: kmsKeyInput("exec sessions and the log groups of the cluster, /ecs/<name>/*"),
    }),
    ...section("Storage", {
      storageKeys: t
        .object({
          fargate: storageKey().describe(
            "Key of the tasks' own disks; its policy must let fargate.amazonaws.com use it for this cluster.",
          ),
          volumes: storageKey().describe("Key of the EBS volumes that ECS attaches to tasks."),
        })
        .optional()
        .describe("KMS keys of yours for the storage that ECS manages. Null encrypts it with keys of AWS."),
    }),
    ...section("Service Connect", {
      serviceConnect: t
        .bool()
        .default(true)
        .describe(
          'Whether services find each other by name, in a namespace that is the cluster\'s default. To turn it off later, ECS must be told by hand as well, as the AWS provider does not: aws ecs update-cluster --service-connect-defaults namespace="".',
        ),
      namespaceName: t
        .string()
        .pattern(/^[a-zA-Z0-9][a-zA-Z0-9._-]*$/, "must be letters, digits, dots, hyphens and underscores", {
          good: "nimbus",
          bad: "not a namespace",
        })
        .length(1, 1024)
        .optional()
        .describe("Name of the module's own namespace. Null takes the cluster's. Changing it replaces the namespace."),
      namespace: t
        .object({
          arn: arn(
            "servicediscovery",
            "namespace/.+",
            "arn:aws:servicediscovery:us-east-1:123456789012:namespace/ns-0a1b2c3d4e5f6071",
          ).describe("ARN of the namespace."),
        })
        .optional()
        .describe("A namespace of yours, shared with other clusters. Null makes one of the module's own."),
    }),
  },
  [
    {
      on: "fargateWeight",
      test: ({ fargateWeight, fargateSpotWeight }) => Number(fargateWeight) + Number(fargateSpotWeight) > 0,
      condition: "var.fargate_weight + var.fargate_spot_weight > 0",
      message: "must not be 0 when fargate_spot_weight is 0 too: no task could run anywhere",
      bad: { fargateWeight: 0, fargateSpotWeight: 0 },
    },
    {
      on: "fargateBase",
      test: ({ fargateBase, fargateSpotBase }) => fargateBase === 0 || fargateSpotBase === 0,
      condition: "var.fargate_base == 0 || var.fargate_spot_base == 0",
      message: "must be 0 when fargate_spot_base is not: ECS allows one base",
      bad: { fargateBase: 1, fargateSpotBase: 1 },
    },
    {
      on: "namespace",
      test: ({ namespace, serviceConnect }) => !namespace || Boolean(serviceConnect),
      condition: "var.namespace == null ? true : var.service_connect",
      message: "is given, but service_connect is false; set it, or leave the namespace out",
      bad: {
        namespace: { arn: "arn:aws:servicediscovery:us-east-1:123456789012:namespace/ns-0a1b2c3d4e5f6071" },
        serviceConnect: false,
      },
    },
  ],
);

/** Props of the cluster. */
export type ClusterProps = PropsOf<typeof clusterInputs>;
