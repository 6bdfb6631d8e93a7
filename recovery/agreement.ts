import { Expression, tf } from "../kernel";
import { Contract, LIFELINES, STANDBY, ToldLifelines, ToldStandby, parameterOf, whole } from "./contract";
import { Condition } from "./readiness";

/** Whose parameters are read, where, and what to do when another checkout wrote them. */
export interface Reader {
  readonly prefix: string;
  readonly region: string;
  /** Ends the sentence "Check out the release that was deployed last, or ...". */
  readonly otherwise: string;
}

/** What a stack reads of the lifelines. */
export interface Shipments {
  /** The database that the copies are of; undefined without one. */
  readonly database?: DatabaseIdentity;
  /** Names of the buckets, and of the secrets, that services use. */
  readonly buckets: readonly string[];
  readonly secrets: readonly string[];
}

/** What a database is made with, and keeps in every copy. */
export interface DatabaseIdentity {
  /** Name of its first database; null when there is none. */
  readonly dbName: string | null;
  readonly username: string;
}

/** What dr reads of the standby. */
export interface Preparations {
  readonly services: readonly string[];
  /** Those that the load balancer leads to. */
  readonly routed: readonly string[];
  /** Zones that get a way out. */
  readonly zones: readonly string[];
  readonly hasMonitoring: boolean;
  readonly hasWarmCache: boolean;
}

/**
 * The conditions that the primary stack has shipped what this checkout reads. What it shipped beside that is nobody's
 * concern here: nothing is made of it.
 */
export function shippedAll(told: ToldLifelines, { database, buckets, secrets }: Shipments, by: Reader): Condition[] {
  return [
    ...(database ? [isThere("database", whole(told.database), LIFELINES, by), ...isTheSame(told, database, by)] : []),
    ...areThere("bucket", buckets, tf`keys(${whole(told.buckets)})`, LIFELINES, by),
    ...areThere("secret", secrets, tf`keys(${whole(told.secrets)})`, LIFELINES, by),
  ];
}

/**
 * The conditions that a restored database will be what this checkout takes it for: RDS would say otherwise when all of it is
 * restored. An older primary stack has not told, and nothing is compared.
 */
function isTheSame({ database }: ToldLifelines, { dbName, username }: DatabaseIdentity, by: Reader): Condition[] {
  const same = (what: string, told: string, stated: string): Condition => ({
    condition: tf`try(${told}, ${stated}) == ${stated}`,
    errorMessage:
      `The database that ${parameterOf(LIFELINES, by.prefix)} in ${by.region} tells of has the ${what} ${tf`try(coalesce(${told}, "none"), "none")`}, and this checkout has ` +
      `${stated}: a copy keeps its own. Check out the release that was deployed last, or set database.${what} to it. Nothing was made.`,
  });
  return [
    same("username", database.username, username),
    // Without a name the module compares nothing.
    ...(dbName === null ? [] : [same("dbName", database.dbName, dbName)]),
  ];
}

/**
 * The conditions that the standby has prepared what this checkout starts. Services that only the standby has are not among
 * them: see {@link leftOut}.
 */
export function preparedAll(told: ToldStandby, wanted: Preparations, by: Reader): Condition[] {
  const services = whole(told.services);
  const routed = tf`[for name, service in ${services} : name if service.target_group_arn != null]`;
  return [
    ...areThere("service", wanted.services, tf`keys(${services})`, STANDBY, by),
    ...areThere("target group of service", wanted.routed, routed, STANDBY, by),
    ...areThere("zone", wanted.zones, tf`${told.zones}`, STANDBY, by),
    ...(wanted.hasMonitoring ? [isThere("monitoring role", tf`${told.monitoringRoleArn}`, STANDBY, by)] : []),
    ...(wanted.hasWarmCache ? [isThere("warm cache", whole(told.cache), STANDBY, by)] : []),
  ];
}

/** Services that the standby has prepared, and this checkout does not have: dr starts none of them. */
export const leftOut = (told: ToldStandby, services: readonly string[]): Expression =>
  tf`setsubtract(keys(${whole(told.services)}), ${services})`;

function areThere(
  what: string,
  names: readonly string[],
  told: Expression,
  contract: Contract,
  by: Reader,
): Condition[] {
  if (names.length === 0) return [];
  const missing = tf`setsubtract(${[...names].sort()}, ${told})`;
  return [
    {
      condition: tf`length(${missing}) == 0`,
      errorMessage: sentence(`${what} ${tf`try(join(", ", ${missing}), "")`}`, contract, by),
    },
  ];
}

const isThere = (what: string, told: Expression, contract: Contract, by: Reader): Condition => ({
  condition: tf`${told} != null`,
  errorMessage: sentence(what, contract, by),
});

const sentence = (missing: string, contract: Contract, { prefix, region, otherwise }: Reader): string =>
  `The parameter ${parameterOf(contract, prefix)} in ${region} has no ${missing}, which this checkout has: another checkout was deployed. ` +
  `Check out the release that was deployed last, or ${otherwise}. Nothing was made.`;
