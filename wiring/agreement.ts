import { Environment } from "../environments/definition";
import { gatewayZones } from "../environments/definition/gateways";
import { Recovery } from "../environments/definition/schema/recovery";
import { databaseInputs } from "../modules/database/inputs";
import type { DatabaseIdentity, Preparations, Shipments } from "../recovery/agreement";

/** What the services of an environment use of what primary ships. */
export function shipments({ database, services }: Environment): Shipments {
  const uses = Object.values(services).map((service) => service.uses ?? {});
  return {
    database: database && databaseIdentity({ database }),
    buckets: unique(uses.flatMap(({ storage }) => Object.keys(storage ?? {}))),
    secrets: unique(uses.flatMap(({ secrets }) => Object.values(secrets ?? {}))),
  };
}

/** What a database is made with, and keeps in every copy. */
export const databaseIdentity = ({ database }: Pick<Environment, "database">): DatabaseIdentity => ({
  dbName: database?.dbName ?? null,
  username: database?.username ?? String(databaseInputs.fields.username.defaultValue),
});

/** What dr starts in what the standby has prepared; a restore test is out of the load balancer's reach. */
export function preparations(
  { database, cache, services }: Environment,
  recovery: Recovery,
  isTest: boolean,
): Preparations {
  const warm = recovery.warm ?? [];
  const routed = Object.entries(services).filter(([, { routing }]) => routing !== undefined);
  return {
    services: Object.keys(services),
    routed: isTest ? [] : routed.map(([name]) => name),
    zones: isTest ? [] : gatewayZones(recovery),
    hasMonitoring: database !== undefined && database.monitoringInterval !== 0,
    hasWarmCache: cache !== undefined && warm.includes("cache") && !isTest,
  };
}

const unique = (names: readonly string[]): string[] => [...new Set(names)];
