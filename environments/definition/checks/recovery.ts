import { Problem } from "../../../kernel";
import { checkServices } from "./data";
import { recovered } from "../recovered";
import { checkRegionBound } from "./region-bound";
import { samePriorities, shadowed } from "./routing";
import { EnvironmentDefinition, definitionInputs } from "../schema/environment";
import { checkSignIn } from "./sign-in";

/** The rules about the recovery region. They look at parts of the right shape only. */
export function checkRecovery(definition: EnvironmentDefinition): Problem[] {
  const { recovery } = definition;
  if (typeof recovery !== "object" || recovery === null) return [];
  return [
    ...sameRegion(definition),
    ...withoutNames(definition),
    ...withoutRouting(definition),
    ...certificateElsewhere(definition),
    ...passwordThatStays(definition),
    ...replicaWithoutBackups(definition),
    ...proxyByRole(definition),
    ...laidOver(definition),
    ...checkRegionBound(definition),
  ];
}

function sameRegion({ region, recovery }: EnvironmentDefinition): Problem[] {
  if (recovery?.region === undefined || recovery.region !== region) return [];
  const message = "must be another region than region: both would be lost at once";
  return [{ path: "recovery.region", message, value: region }];
}

function withoutNames({ names }: EnvironmentDefinition): Problem[] {
  if (names) return [];
  return [{ path: "recovery", message: "needs names: recovery moves the environment's names to the other region" }];
}

/** Healthy tasks of services behind the load balancer of the recovery region are what the latch decides by. */
function withoutRouting(definition: EnvironmentDefinition): Problem[] {
  const services = Object.values(recovered(definition).services ?? {});
  if (services.some((service) => service?.routing)) return [];
  return [{ path: "recovery", message: "needs a service with routing: its healthy tasks are what moves the names" }];
}

function certificateElsewhere({ recovery }: EnvironmentDefinition): Problem[] {
  const arn = recovery?.certificateArn;
  if (typeof arn !== "string" || arn.split(":")[3] === recovery?.region) return [];
  const message = `must be a certificate of ${recovery?.region}; leave it out, and the standby requests one`;
  return [{ path: "recovery.certificateArn", message, value: arn }];
}

/** RDS keeps a password that it manages in the database's region, and makes another one when it restores. */
function passwordThatStays({ database }: EnvironmentDefinition): Problem[] {
  if (!database?.credentials?.managed) return [];
  const message =
    "must not be managed with recovery: RDS copies no secret of its own to another region; use generated, which is copied";
  return [{ path: "database.credentials", message }];
}

/** Source: Amazon RDS User Guide, "Working with DB instance read replicas": automatic backups are what replication begins with. */
function replicaWithoutBackups({ database, recovery }: EnvironmentDefinition): Problem[] {
  if (recovery?.database?.mechanism !== "replica") return [];
  if (!database) {
    const message = "must not be replica without a database: there is nothing to replicate";
    return [{ path: "recovery.database.mechanism", message, value: "replica" }];
  }
  if (database.backupRetentionPeriod !== 0) return [];
  const message =
    "must be 1 day or more with recovery.database.mechanism = replica: RDS replicates no database without backups";
  return [{ path: "database.backupRetentionPeriod", message, value: 0 }];
}

/**
 * What the recovery region runs is checked as what the primary region runs is, with its own inputs laid over. What is wrong
 * without them already is said once, and of the primary region.
 */
function laidOver(definition: EnvironmentDefinition): Problem[] {
  const { recovery } = definition;
  const { services, loadBalancer } = definitionInputs.fields;
  const unknown = Object.keys(recovery?.services ?? {}).filter((name) => !(name in (definition.services ?? {})));
  if (unknown.length > 0) {
    const message = `must name services of the environment, which has ${Object.keys(definition.services ?? {}).join(", ")}`;
    return unknown.map((name) => ({ path: `recovery.services["${name}"]`, message, value: name }));
  }
  const problemsOf = (stated: EnvironmentDefinition, prefix: string): Problem[] => {
    const problems: Problem[] = [];
    services.check(stated.services, `${prefix}services`, problems);
    loadBalancer.check(stated.loadBalancer, `${prefix}loadBalancer`, problems);
    return problems;
  };
  if (problemsOf(definition, "").length > 0) return [];
  const there = { ...recovered(definition), region: recovery?.region ?? "" };
  const shape = problemsOf(there, "recovery.");
  if (shape.length > 0) return shape;
  // A pool that is not stated for the recovery region is the primary's, which the rule about regions says.
  const withPools = Object.entries(there.services).filter(([name]) => recovery?.services?.[name]?.authenticate);
  const signIn = checkSignIn({ ...there, services: Object.fromEntries(withPools) });
  const home = new Set(
    [...checkServices(definition), ...samePriorities(definition), ...shadowed(definition)].map(({ path }) => path),
  );
  const together = [...checkServices(there), ...samePriorities(there), ...shadowed(there)].filter(
    ({ path }) => !home.has(path),
  );
  return [...signIn, ...together].map((problem) => ({ ...problem, path: `recovery.${problem.path}` }));
}

/** dr restores no proxy: services reach the database itself, which knows the master user's password and no role. */
function proxyByRole({ database }: EnvironmentDefinition): Problem[] {
  if (database?.proxy?.iamAuth !== "REQUIRED") return [];
  const message =
    "must be DISABLED with recovery: dr restores the database without its proxy, and the master user gets in by password there; use database.iamDatabaseAuthentication with a user of its own";
  return [{ path: "database.proxy.iamAuth", message, value: "REQUIRED" }];
}

/**
 * Application Auto Scaling makes itself a role when an account first uses it, by a call to IAM, which an incident has not. A
 * service that scales in peace has made it long before. Source: Application Auto Scaling User Guide, "Service-linked roles".
 */
export function scalesOnlyInIncident({ services, recovery }: EnvironmentDefinition): string[] {
  if (Object.values(services ?? {}).some(({ scaling }) => scaling)) return [];
  return Object.entries(recovery?.services ?? {})
    .filter(([, { scaling }]) => scaling)
    .map(
      ([name]) =>
        `recovery.services["${name}"].scaling: no service scales in peace, so the role of Application Auto Scaling may be missing in an incident, when nothing can make it. Make it once: aws iam create-service-linked-role --aws-service-name ecs.application-autoscaling.amazonaws.com`,
    );
}

/** The health of services decides at once what nothing takes back: it is what the environment states, and is said. */
export function promotesUnasked({ recovery }: EnvironmentDefinition): string[] {
  if (recovery?.database?.mechanism !== "replica" || recovery.switch !== "automatic") return [];
  return [
    'recovery.switch: with "automatic", the first npx cdktf deploy dr promotes the read replica at once, without a fence of the primary region, and nothing makes a replica of it again. Leave switch out, or state "confirmed", and the first command only prepares.',
  ];
}
