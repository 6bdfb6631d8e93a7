import type { EnvironmentDefinition } from "./schema/environment";

/**
 * An environment as the recovery region runs it: what `recovery.services` and `recovery.loadBalancer` state is laid over
 * what the environment states, input by input. Without a recovery region it is the environment itself.
 */
export function recovered<T extends EnvironmentDefinition>(environment: T): T {
  const { recovery, services, loadBalancer } = environment;
  if (!recovery) return environment;
  const laidOver = Object.entries(services ?? {}).map(([name, service]) => [
    name,
    { ...service, ...recovery.services?.[name] },
  ]);
  return {
    ...environment,
    services: Object.fromEntries(laidOver) as T["services"],
    loadBalancer: { ...loadBalancer, ...recovery.loadBalancer },
  };
}
