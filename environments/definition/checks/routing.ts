import { Problem } from "../../../kernel";
import type { EnvironmentDefinition } from "../schema/environment";
import type { EnvironmentService } from "../schema/parts";

/** What of a request a rule looks at. */
type Routing = NonNullable<EnvironmentService["routing"]>;

/** Whether a rule takes every request. */
const takesAll = ({ hosts = [], paths = [], methods = [], headers = {}, sourceIps = [] }: Routing): boolean =>
  hosts.every((host) => host === "*") &&
  paths.every((path) => path === "/*" || path === "*") &&
  methods.length === 0 &&
  Object.keys(headers).length === 0 &&
  sourceIps.every((block) => block.endsWith("/0"));

/** What a rule looks at, whatever the order in which it is stated. */
const conditions = ({ hosts = [], paths = [], methods = [], headers = {}, sourceIps = [] }: Routing): string =>
  JSON.stringify([
    ...[hosts, paths, methods, sourceIps].map((values) => [...values].sort()),
    Object.entries(headers)
      .map(([name, values]) => [name.toLowerCase(), ...[...values].sort()])
      .sort(),
  ]);

/** Services that never get a request, since an earlier rule takes all of theirs. */
export function shadowed({ services }: EnvironmentDefinition): Problem[] {
  const routed = Object.entries(services ?? {}).flatMap(([name, service]) =>
    typeof service?.routing?.priority === "number" ? [{ name, routing: service.routing }] : [],
  );
  return routed.flatMap(({ name, routing }) => {
    const before = routed.find(
      (other) =>
        other.routing.priority < routing.priority &&
        (takesAll(other.routing) || conditions(other.routing) === conditions(routing)),
    );
    if (!before) return [];
    const { priority } = before.routing;
    const message = `gets no request: service ${before.name}, whose priority is ${priority}, takes them first; state other conditions, or a priority below ${priority}`;
    return [{ path: `services["${name}"].routing`, message, value: routing.priority }];
  });
}

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
