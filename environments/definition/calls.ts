import type { EnvironmentDefinition } from "./schema/environment";
import type { EnvironmentService } from "./schema/parts";

type Services = EnvironmentDefinition["services"];

/** One service that calls another. */
export interface Call {
  readonly from: string;
  readonly to: string;
}

/** Whom a service says that it calls. */
export const calledBy = (service: EnvironmentService | undefined): readonly string[] => service?.uses?.services ?? [];

/**
 * Who calls whom. As soon as one service states `uses.services`, nobody calls what he has not stated; else whoever takes part in
 * Service Connect may call every service that has a server.
 */
export function callsAmong(services: Services): Call[] {
  const stated = Object.entries(services).flatMap(([from, service]) => calledBy(service).map((to) => ({ from, to })));
  if (stated.length > 0) return stated;
  const takingPart = Object.entries(services).filter(([, service]) => service?.serviceConnect);
  return takingPart.flatMap(([to, { serviceConnect }]) =>
    serviceConnect?.server ? takingPart.filter(([from]) => from !== to).map(([from]) => ({ from, to })) : [],
  );
}

/** The environment with Service Connect of all whose calls are stated: a server of whoever is called. */
export function connected<T extends Pick<EnvironmentDefinition, "services">>(environment: T): T {
  const called = new Set(Object.values(environment.services).flatMap((service) => calledBy(service)));
  const services = Object.entries(environment.services).map(([name, service]) => {
    const isCalled = called.has(name);
    if (!isCalled && calledBy(service).length === 0) return [name, service];
    const server = service.serviceConnect?.server ?? (isCalled ? {} : undefined);
    return [name, { ...service, serviceConnect: { ...service.serviceConnect, ...(server && { server }) } }];
  });
  return { ...environment, services: Object.fromEntries(services) as Services };
}

/** Where others call a service: the name and the port that Service Connect gives them. */
export function addressOf(services: Services, name: string): { readonly host: string; readonly port: number } {
  const { port = 0, serviceConnect } = services[name];
  return { host: serviceConnect?.server?.dnsName ?? name, port: serviceConnect?.server?.port ?? port };
}
