import { Bound, Flag } from "../../kernel";
import type { serviceFields } from "./inputs/fields";
import type { Surroundings } from "../parts/surroundings";

/** What every part of the service needs to know. */
export interface Context extends Surroundings {
  readonly inputs: Bound<typeof serviceFields>;
  /** `<cluster>-<service>`: what resources that share a namespace with other services are named after. */
  readonly fullName: string;
  /** Whether the module makes what can be there beforehand; another instance of it has, otherwise. */
  readonly prepares: Flag;
  /** Whether the service runs here: a task definition, the service, its scaling and alarms. */
  readonly runs: Flag;
  /** Whether the module makes the way from the load balancer to the tasks. */
  readonly createsRouting: Flag;
  /** `app/<name>/<id>` of the load balancer, which metrics go by: it stands in the ARN of the listener. */
  readonly loadBalancerSuffix: string;
}
