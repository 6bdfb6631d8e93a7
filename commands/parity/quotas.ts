import { Environment } from "../../environments/definition";
import { addressedZones } from "../../environments/definition/gateways";
import { recovered } from "../../environments/definition/recovered";

/** A quota of the recovery region that a recovery may meet. */
export interface Quota {
  /** As messages call it. */
  readonly name: string;
  /** Codes of Service Quotas. */
  readonly service: string;
  readonly code: string;
  /** What is there already, of that kind: how AWS is asked. Undefined where nobody can be asked simply. */
  readonly count?: { readonly service: string; readonly operation: string; readonly list: string };
  /** How much dr makes more than stands in peace. */
  readonly needs: (environment: Environment) => number;
}

/** Units of CPU in a vCPU. Source: Amazon ECS API Reference, TaskDefinition, `cpu`. */
const UNITS = 1024;

/**
 * Source of the codes: AWS General Reference, the pages "Service endpoints and quotas" of AWS Fargate, Amazon EC2 and Elastic Load
 * Balancing. The load balancer stands in peace, so that dr needs none: a quota that is used up is one that the next
 * deployment of the standby meets.
 */
export const QUOTAS: readonly Quota[] = [
  {
    name: "Fargate vCPUs",
    service: "fargate",
    code: "L-3032A538",
    // As many tasks as scaling may start: users are no fewer because a region is lost.
    needs: (environment) =>
      Object.values(recovered(environment).services).reduce(
        (sum, { cpu = 256, scaling, desiredCount = 1 }) => sum + (cpu / UNITS) * (scaling?.maximum ?? desiredCount),
        0,
      ),
  },
  {
    name: "elastic IP addresses",
    service: "ec2",
    code: "L-0263D0A3",
    count: { service: "ec2", operation: "describe-addresses", list: "Addresses" },
    needs: ({ recovery }) => (recovery ? addressedZones(recovery).length : 0),
  },
  {
    name: "Application Load Balancers",
    service: "elasticloadbalancing",
    code: "L-53DA6B97",
    count: { service: "elbv2", operation: "describe-load-balancers", list: "LoadBalancers" },
    needs: () => 0,
  },
];
