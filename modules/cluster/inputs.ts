import { PropsOf, inputs, section, t } from "../../kernel";
import { SAME_REGION, arn, called, keyArn } from "../parts/arns";
import { kmsKeyInput, nameInput, retentionInput, tagsInput } from "../parts/inputs";

const weight = () => t.number().range(0, 1000).integer();
const base = () => t.number().range(0, 100000, "tasks").integer();

const storageKey = () => keyArn().optional();

/** Inputs of the cluster module. */
export const clusterInputs = inputs(
  {
    ...section("General", {
      /** Name of the cluster. Names of resources begin with it; changing it replaces them. */
      name: nameInput(40),
      /**
       * CloudWatch Container Insights: enhanced shows single tasks and containers (about 0.07 USD per metric and
       * month), enabled stops at services (about 0.30 USD per metric and month). Both grow with the number of tasks;
       * disabled is for clusters that nobody watches.
       * @default "enhanced"
       */
      containerInsights: t.oneOf("enhanced", "enabled", "disabled").default("enhanced"),
      /**
       * Tags for every resource of the module.
       * @default {}
       */
      tags: tagsInput(),
    }),
    ...section("Capacity", {
      /**
       * Share of FARGATE in the tasks of services that choose no capacity of their own, relative to
       * `fargateSpotWeight`.
       * @default 1
       */
      fargateWeight: weight().default(1),
      /**
       * Tasks of such a service that run on FARGATE before the shares count.
       * @default 0
       */
      fargateBase: base().default(0),
      /**
       * Share of FARGATE_SPOT: about 70 % cheaper, and taken away with two minutes' notice. Services can use it in any
       * case.
       * @default 0
       */
      fargateSpotWeight: weight().default(0),
      /**
       * Tasks of such a service that run on FARGATE_SPOT before the shares count.
       * @default 0
       */
      fargateSpotBase: base().default(0),
    }),
    ...section("Exec and logs", {
      /**
       * Days that the exec sessions are kept. A year by default, so that an audit finds what an incident left.
       * @default 365
       */
      execLogRetentionDays: retentionInput(),
      /**
       * KMS key that encrypts exec sessions and the log groups of the cluster, `/ecs/<name>/*`; its policy must let
       * CloudWatch Logs use it. Null makes a key of the module's own (1 USD/month).
       */
      kmsKey: kmsKeyInput(),
    }),
    ...section("Storage", {
      /** KMS keys of yours for the storage that ECS manages. Null encrypts it with keys of AWS. */
      storageKeys: t
        .object({
          /**
           * Key of the tasks' own disks; its policy must let fargate.amazonaws.com use it for this cluster. Null is a
           * key of AWS.
           */
          fargate: storageKey(),
          /** Key of the EBS volumes that ECS attaches to tasks. Null is a key of AWS. */
          volumes: storageKey(),
        })
        .optional(),
    }),
    ...section("Service Connect", {
      /**
       * Whether services find each other by name, in a namespace that is the cluster's default. To turn it off later,
       * ECS must be told by hand as well, as the AWS provider does not: aws ecs update-cluster
       * --service-connect-defaults namespace="".
       * @default true
       */
      serviceConnect: t.bool().default(true),
      /** Name of the module's own namespace. Null takes the cluster's. Changing it replaces the namespace. */
      namespaceName: t
        .string()
        .pattern(/^[a-zA-Z0-9][a-zA-Z0-9._-]*$/, "must be letters, digits, dots, hyphens and underscores", {
          good: "nimbus",
          bad: "not a namespace",
        })
        .length(1, 1024)
        .optional(),
      /** A namespace of yours, shared with other clusters. Null makes one of the module's own. */
      namespace: t
        .object({
          /** ARN of the namespace. */
          arn: arn(
            "servicediscovery",
            called("namespace/"),
            "arn:aws:servicediscovery:us-east-1:123456789012:namespace/ns-0a1b2c3d4e5f6071",
            SAME_REGION,
          ),
        })
        .optional(),
    }),
  },
  [
    {
      on: "fargateWeight",
      test: ({ fargateWeight, fargateSpotWeight }) => Number(fargateWeight) + Number(fargateSpotWeight) > 0,
      condition: "var.fargate_weight + var.fargate_spot_weight > 0",
      message: (spell) => `must not be 0 when ${spell("fargateSpotWeight")} is 0 too: no task could run anywhere`,
      bad: { fargateWeight: 0, fargateSpotWeight: 0 },
    },
    {
      on: "fargateBase",
      test: ({ fargateBase, fargateSpotBase }) => fargateBase === 0 || fargateSpotBase === 0,
      condition: "var.fargate_base == 0 || var.fargate_spot_base == 0",
      message: (spell) => `must be 0 when ${spell("fargateSpotBase")} is not: ECS allows one base`,
      bad: { fargateBase: 1, fargateSpotBase: 1 },
    },
    {
      on: "namespace",
      test: ({ namespace, serviceConnect }) => !namespace || Boolean(serviceConnect),
      condition: "var.namespace == null ? true : var.service_connect",
      message: (spell) => `is given, but ${spell("serviceConnect")} is false; set it, or leave the namespace out`,
      bad: {
        namespace: { arn: "arn:aws:servicediscovery:us-east-1:123456789012:namespace/ns-0a1b2c3d4e5f6071" },
        serviceConnect: false,
      },
    },
  ],
);

/** Props of the cluster. */
export type ClusterProps = PropsOf<typeof clusterInputs>;
