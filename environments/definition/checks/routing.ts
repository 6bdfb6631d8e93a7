import { Problem } from "../../../kernel";
import type { EnvironmentDefinition } from "../schema/environment";

/** A load balancer tries its rules in the order of their priorities, of which there is one each. */
export function samePriorities({ services }: EnvironmentDefinition): Problem[] {
  const owners = new Map<number, string>();
  return Object.entries(services ?? {}).flatMap(([name, service]) => {
    const priority = service?.routing?.priority;
    if (priority === undefined) return [];
    const owner = owners.get(priority);
    owners.set(priority, owner ?? name);
    if (owner === undefined) return [];
    const message = `must differ from that of service ${owner}; a rule's priority is its own`;
    return [{ path: `services["${name}"].routing.priority`, message, value: priority }];
  });
}
