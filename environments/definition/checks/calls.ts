import { Problem } from "../../../kernel";
import { addressOf, calledBy, callsAmong } from "../calls";
import type { EnvironmentDefinition } from "../schema/environment";
import type { EnvironmentService } from "../schema/parts";

type Services = Readonly<Record<string, EnvironmentService>>;

/** The rules about services that call each other. They look at parts of the right shape only. */
export function checkCalls({ services: stated }: EnvironmentDefinition): Problem[] {
  const services = Object.fromEntries(
    Object.entries(stated ?? {}).filter(([, service]) => typeof service === "object" && service !== null),
  );
  return [...wrongCalls(services), ...circles(services), ...unused(services), ...sameAddress(services)];
}

const wrongCalls = (services: Services): Problem[] =>
  Object.entries(services).flatMap(([name, service]) =>
    calledBy(service).flatMap((called, i): Problem[] => {
      const path = `services["${name}"].uses.services[${i}]`;
      if (called === name)
        return [{ path, message: "must be another service: this is the one that calls", value: called }];
      if (!Object.hasOwn(services, called) || services[called].port) return [];
      const message = `must be a service with a port; state services["${called}"].port, which its container listens on`;
      return [{ path, message, value: called }];
    }),
  );

/** Who is called is deployed first, as its name has to be there: see startInOrder of wiring/service.ts. */
function circles(services: Services): Problem[] {
  const found = Object.keys(services)
    .map((name) => circleFrom(name, services))
    .find((circle) => circle.length > 0);
  if (found === undefined) return [];
  const message = `must not lead back to the service: ${found.join(" calls ")}, and each has to be there before who calls it; let one side answer by a queue or a topic`;
  return [{ path: `services["${found[0]}"].uses.services`, message }];
}

/** The way from a service to itself, by those that it and they call; empty without one. One that names itself has its own rule. */
function circleFrom(start: string, services: Services): string[] {
  const seen = new Set<string>();
  const walk = (name: string, way: readonly string[]): string[] => {
    for (const next of calledBy(services[name])) {
      if (next === name || !Object.hasOwn(services, next)) continue;
      if (next === start) return [...way, start];
      if (seen.has(next)) continue;
      seen.add(next);
      const found = walk(next, [...way, next]);
      if (found.length > 0) return found;
    }
    return [];
  };
  return walk(start, [start]);
}

/** A server that nobody may reach, and a client that reaches nobody: each runs a proxy for nothing. */
function unused(services: Services): Problem[] {
  const calls = callsAmong(services);
  return Object.entries(services).flatMap(([name, { serviceConnect }]): Problem[] => {
    const path = `services["${name}"].serviceConnect`;
    if (!serviceConnect || calls.some(({ from, to }) => from === name || (to === name && serviceConnect.server)))
      return [];
    if (serviceConnect.server) {
      const message = `is reached by nobody: state uses: { services: ["${name}"] } of who calls it, or leave it out`;
      return [{ path: `${path}.server`, message }];
    }
    const message = `reaches nobody: state uses: { services: [...] } of ${name}, or leave it out`;
    return [{ path, message }];
  });
}

/** Names in the one namespace of the environment. */
function sameAddress(services: Services): Problem[] {
  const called = new Set(Object.values(services).flatMap(calledBy));
  const servers = Object.keys(services).filter((name) => services[name].serviceConnect?.server ?? called.has(name));
  const addressed = servers.map((name) => ({ name, ...addressOf(services, name) }));
  return addressed.flatMap(({ name, host, port }, i) => {
    const earlier = addressed.slice(0, i).find((one) => one.host === host && one.port === port);
    if (!earlier) return [];
    const message = `must differ from that of services["${earlier.name}"]: both are called at ${host}:${port}`;
    return [{ path: `services["${name}"].serviceConnect.server.dnsName`, message, value: host }];
  });
}
