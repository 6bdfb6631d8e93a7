import type { LoadBalancerProps } from "../../../modules/load-balancer/inputs";
import type { ServiceProps } from "../../../modules/service/inputs";
import type { Unmanaged } from "../../../modules/service/unmanaged";
import type { StorageProps } from "../../../modules/storage/inputs";
import type { Uses } from "./uses";

type Routing = NonNullable<ServiceProps["routing"]>;
type ServiceConnect = NonNullable<ServiceProps["serviceConnect"]>;

/** A service as an environment states it: all inputs of the module but those that the stack wires. */
export type EnvironmentService = Omit<
  ServiceProps,
  "name" | "cluster" | "vpcId" | "subnetIds" | "tags" | "logKmsKey" | "routing" | "serviceConnect"
> & {
  readonly routing?: Omit<Routing, "listenerArn" | "loadBalancerSecurityGroupId">;
  readonly serviceConnect?: Omit<ServiceConnect, "namespaceArn">;
  /** What Terraform leaves to others once the service is there: see the service's own options. */
  readonly unmanaged?: readonly Unmanaged[];
  /** What of the environment's data the service works with. */
  readonly uses?: Uses;
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
