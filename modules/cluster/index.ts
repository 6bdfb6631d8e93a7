import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { EcsCluster } from "@cdktf/provider-aws/lib/ecs-cluster";
import { EcsClusterCapacityProviders } from "@cdktf/provider-aws/lib/ecs-cluster-capacity-providers";
import { ServiceDiscoveryHttpNamespace } from "@cdktf/provider-aws/lib/service-discovery-http-namespace";
import { Construct } from "constructs";
import {
  ModuleConstruct,
  ModuleDefinition,
  allOf,
  choose,
  dynamic,
  given,
  heading,
  item,
  not,
  one,
  optionalBlock,
  shorthand,
  tf,
  when,
} from "../../kernel";
import { createLogKey } from "../parts/log-key";
import { lookUpSurroundings } from "../parts/surroundings";
import { named } from "../parts/tags";
import { ClusterProps, clusterInputs } from "./inputs";

export type { ClusterProps } from "./inputs";

type Fields = (typeof clusterInputs)["fields"];

/** The folder that all log groups of a cluster are in: its own and those of its services, under one key. */
const logFolder = (cluster: string): string => `/ecs/${cluster}`;

/** An ECS cluster for Fargate, whose exec sessions are logged and encrypted. */
export class Cluster extends ModuleConstruct<Fields> {
  static readonly definition: ModuleDefinition<Fields> = {
    name: "cluster",
    description: "An ECS cluster for Fargate, whose exec sessions are logged and encrypted.",
    notes: `
**Log groups and the key.** The cluster's own key, \`kms_key_arn\`, may encrypt every log group whose name begins with
\`/ecs/<name>/\`, and no other. The module's own is \`/ecs/<name>/exec\`; a service's belongs at
\`/ecs/<name>/<service>\`, and can then share the key.

**Exec.** A service that turns exec on needs, in its task role: \`kms:Decrypt\` on \`kms_key_arn\`; on \`exec_log_group_arn\`
\`logs:CreateLogStream\`, \`logs:DescribeLogStreams\` and \`logs:PutLogEvents\`; \`logs:DescribeLogGroups\` on \`*\`; and the four
\`ssmmessages\` actions. Whoever opens a session needs \`kms:GenerateDataKey\` on the key.

**Capacity.** Services that choose no capacity of their own follow the weights here. Both FARGATE and FARGATE_SPOT are
attached always, so that a service can choose. Give services the output \`name\`: it is known once they are attached.`,
    inputs: clusterInputs,
    example: { name: "nimbus-production" },
  };

  readonly name: string;
  readonly arn: string;
  /** Namespace of Service Connect; null without one. */
  readonly namespaceArn: string;
  readonly execLogGroupName: string;
  readonly execLogGroupArn: string;
  /** Key of exec sessions and of the log groups `/ecs/<name>/*`. */
  readonly kmsKeyArn: string;

  constructor(scope: Construct, id: string, props: ClusterProps) {
    super(scope, id, Cluster.definition, props);

    const kmsKeyArn = this.createKey();
    const execLogGroup = this.createExecLogGroup(kmsKeyArn);
    const namespaceArn = this.createNamespace();
    const cluster = this.createCluster(kmsKeyArn, execLogGroup, namespaceArn);
    const capacity = this.attachCapacity(cluster);

    this.name = this.output(
      "name",
      "Name of the cluster, known once its capacity providers are attached.",
      capacity.clusterName,
    );
    this.arn = this.output("arn", "ARN of the cluster.", cluster.arn);
    this.namespaceArn = this.output(
      "namespaceArn",
      "Namespace of Service Connect, the module's own or the given one; null without one.",
      namespaceArn,
    );
    this.execLogGroupName = this.output("execLogGroupName", "Log group of the exec sessions.", execLogGroup.name);
    this.execLogGroupArn = this.output("execLogGroupArn", "ARN of that log group.", execLogGroup.arn);
    this.kmsKeyArn = this.output(
      "kmsKeyArn",
      "Key of exec sessions and of the log groups /ecs/<name>/*, the module's own or the given one.",
      kmsKeyArn,
    );
  }

  private createKey(): string {
    heading(this, "Encryption key");
    const { name, kmsKey, tags } = this.inputs;
    const key = createLogKey(this, "this", {
      count: when(not(given(kmsKey))),
      name: `${name}-ecs`,
      description: `Exec sessions and logs of the cluster ${name}`,
      ...lookUpSurroundings(this),
      logGroupName: `${logFolder(name)}/*`,
      tags,
    });
    return shorthand(this, "kms_key_arn", choose<string>(given(kmsKey), kmsKey.arn, one(key, "arn")));
  }

  private createExecLogGroup(kmsKeyArn: string): CloudwatchLogGroup {
    heading(this, "Log of exec sessions");
    const { name, execLogRetentionDays, tags } = this.inputs;
    return new CloudwatchLogGroup(this, "exec", {
      name: `${logFolder(name)}/exec`,
      retentionInDays: execLogRetentionDays,
      kmsKeyId: kmsKeyArn,
      tags: named(tags, `${name}-exec`),
    });
  }

  private createNamespace(): string {
    heading(this, "Service Connect namespace");
    const { name, serviceConnect, namespace, namespaceName, tags } = this.inputs;
    const own = new ServiceDiscoveryHttpNamespace(this, "this#namespace", {
      count: when(allOf(serviceConnect, not(given(namespace)))),
      name: tf`coalesce(${namespaceName}, ${name})`,
      description: `Service Connect of the cluster ${name}`,
      tags: named(tags, name),
    });
    return choose(given(namespace), namespace.arn, one(own, "arn"));
  }

  private createCluster(kmsKeyArn: string, execLogGroup: CloudwatchLogGroup, namespaceArn: string): EcsCluster {
    heading(this, "Cluster");
    const { name, containerInsights, serviceConnect, storageKeys, tags } = this.inputs;
    const cluster = new EcsCluster(this, "this#cluster", {
      name,
      setting: [{ name: "containerInsights", value: containerInsights }],
      configuration: {
        executeCommandConfiguration: {
          kmsKeyId: kmsKeyArn,
          logging: "OVERRIDE",
          logConfiguration: { cloudWatchEncryptionEnabled: true, cloudWatchLogGroupName: execLogGroup.name },
        },
      },
      tags: named(tags, name),
    });
    optionalBlock(cluster, "configuration.managed_storage_configuration", given(storageKeys), {
      fargateEphemeralStorageKmsKeyId: storageKeys.fargate,
      kmsKeyId: storageKeys.volumes,
    });
    optionalBlock(cluster, "service_connect_defaults", serviceConnect, { namespace: namespaceArn });
    return cluster;
  }

  private attachCapacity(cluster: EcsCluster): EcsClusterCapacityProviders {
    const { fargateWeight, fargateBase, fargateSpotWeight, fargateSpotBase } = this.inputs;
    const strategy = {
      FARGATE: { weight: fargateWeight, base: fargateBase },
      FARGATE_SPOT: { weight: fargateSpotWeight, base: fargateSpotBase },
    };
    const used = tf`{ for name, share in ${strategy} : name => share if share.weight + share.base > 0 }`;
    return new EcsClusterCapacityProviders(this, "this#capacity", {
      clusterName: cluster.name,
      capacityProviders: Object.keys(strategy),
      defaultCapacityProviderStrategy: dynamic(used, {
        capacityProvider: tf`default_capacity_provider_strategy.key`,
        weight: item("default_capacity_provider_strategy", "weight"),
        base: item("default_capacity_provider_strategy", "base"),
      }),
    });
  }
}
