import type { QueueProps } from "../../../modules/queue/inputs";
import type { TopicProps } from "../../../modules/topic/inputs";
import type { LoadBalancerProps } from "../../../modules/load-balancer/inputs";
import type { ServiceProps } from "../../../modules/service/inputs";
import type { Unmanaged } from "../../../modules/service/unmanaged";
import type { StorageProps } from "../../../modules/storage/inputs";
import type { Uses } from "./uses";

/** An input that the stack wires a part of. It is still the module's own property, so that editors find its JSDoc. */
type PartlyWired<P, K extends keyof P, Wires extends PropertyKey> = {
  [Key in keyof Pick<P, K>]: Omit<NonNullable<P[Key]>, Wires>;
};

/** A service as an environment states it: all inputs of the module but those that the stack wires. */
export type EnvironmentService = Omit<
  ServiceProps,
  | "name"
  | "cluster"
  | "vpcId"
  | "subnetIds"
  | "tags"
  | "logKmsKey"
  | "prepareOnly"
  | "prepared"
  | "routing"
  | "serviceConnect"
  | "backlog"
> &
  PartlyWired<ServiceProps, "routing", "listenerArn" | "loadBalancerSecurityGroupId"> &
  PartlyWired<ServiceProps, "serviceConnect", "namespaceArn"> &
  PartlyWired<ServiceProps, "backlog", "queueName"> & {
    /** What Terraform leaves to others once the service is there: see the service's own options. */
    readonly unmanaged?: readonly Unmanaged[];
    /** What of the environment's data the service works with. */
    readonly uses?: Uses;
    /**
     * Environment variables under names of your own, with what `uses` tells the service. Fields in braces are filled with what
     * the region has that the service runs in, so that they are right in the recovery region, too; `{{` and `}}` are braces
     * themselves:
     *
     * `{database.host}` `{database.port}` `{database.name}` `{database.user}`, `{cache.host}` `{cache.port}` `{cache.user}`,
     * `{storage.<bucket>.name}`, `{queues.<queue>.url}`, `{topics.<topic>.arn}`, `{services.<service>.host}`
     * `{services.<service>.port}`, `{region}`; and `{database.password}`, which a variable has alone: it is read from the secret.
     *
     * `{ SPRING_DATASOURCE_URL: "jdbc:postgresql://{database.host}:{database.port}/{database.name}" }`
     * @default {}
     */
    readonly variables?: Readonly<Record<string, string>>;
  };

/** The load balancer as an environment states it. */
export type EnvironmentLoadBalancer = Omit<
  LoadBalancerProps,
  "name" | "vpcId" | "subnetIds" | "targets" | "tags" | "certificateArn"
> & {
  /** A certificate of yours. Where names are stated, the stack requests one without it. */
  readonly certificateArn?: string;
};

/** A bucket as an environment states it. */
export type EnvironmentBucket = Omit<StorageProps, "name" | "readers" | "writers" | "tags"> & {
  /** Name of the bucket; `<application>-<environment>-<key>-<account>-<region>` without it. */
  readonly bucketName?: string;
};

/** A queue as an environment states it. */
export type EnvironmentQueue = Omit<QueueProps, "name" | "senders" | "receivers" | "tags">;

/** What of a topic's messages a queue gets, and how: part of a subscription. */
type Delivery = Pick<NonNullable<TopicProps["subscriptions"]>[string], "filterPolicy" | "filterScope" | "raw">;

/** A topic as an environment states it. */
export type EnvironmentTopic = Omit<TopicProps, "name" | "publishers" | "tags"> & {
  /** Queues of the environment that get its messages. */
  readonly queues?: Readonly<Record<string, Delivery>>;
};
