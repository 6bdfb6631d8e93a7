import { Element } from "../stack-json/elements";
import { isReadReplica } from "../stack-json/read-replica";
import { Estimate } from "./critical-path";
import { DURATIONS, Duration, times } from "../../recovery/durations";
import { mechanismOf } from "../../recovery/mechanisms";
import { RecoverySettings } from "./settings";

/** How long the resources of a dr stack take, with an environment's settings. */
export function resourceDurations(settings: RecoverySettings): Estimate {
  const slow: Readonly<Record<string, (element: Element) => readonly Duration[]>> = {
    aws_db_instance: (element) => (isReadReplica(element) ? [DURATIONS.databaseReplica] : databaseDurations(settings)),
    aws_db_proxy: () => [DURATIONS.databaseProxy],
    aws_ecs_service: () => serviceDurations(settings),
    aws_eip: () => [DURATIONS.apiCall],
    aws_elasticache_replication_group: () => cacheDurations(settings),
    aws_elasticache_serverless_cache: () => [DURATIONS.cacheServerless],
    aws_elasticache_user: () => [DURATIONS.cacheUser],
    aws_elasticache_user_group: () => [DURATIONS.cacheUser],
    aws_lb: () => [DURATIONS.loadBalancer],
    aws_nat_gateway: () => [DURATIONS.natGateway],
    aws_vpc_endpoint: () => [DURATIONS.interfaceEndpoint],
  };
  return (element) => {
    if (NOTHING.includes(element.type)) return [DURATIONS.nothing];
    if (element.kind !== "resource") return [DURATIONS.lookUp];
    return (slow[element.type] ?? (() => [DURATIONS.apiCall]))(element);
  };
}

/** What asks AWS for nothing. */
const NOTHING: readonly string[] = [
  "terraform_data",
  "aws_iam_policy_document",
  "aws_arn",
  "aws_partition",
  "aws_region",
];

function databaseDurations({ database }: RecoverySettings): readonly Duration[] {
  if (!database) return [DURATIONS.databaseRestore];
  const { mechanism, storageGib, multiAz, deferProtection } = database;
  const by = mechanismOf(mechanism);
  // What stands has its settings, its backups and its other zone.
  if (by.stand !== undefined) return by.restore(database);
  const { databaseMultiAz, databaseFirstBackup, databaseFirstBackupPerGib } = DURATIONS;
  return [
    ...by.restore(database),
    DURATIONS.databaseSettings,
    ...(multiAz ? [databaseMultiAz] : []),
    ...(deferProtection
      ? []
      : [databaseFirstBackup, times(databaseFirstBackupPerGib, storageGib, `the first backup of ${storageGib} GiB`)]),
  ];
}

const cacheDurations = ({ cache }: RecoverySettings): readonly Duration[] =>
  cache?.contents === "snapshot" ? [DURATIONS.cacheCreation, DURATIONS.cacheFromSnapshot] : [DURATIONS.cacheCreation];

/** A task is started, answers the checks of its target group, and the service is called steady. */
function serviceDurations({ healthChecks }: RecoverySettings): readonly Duration[] {
  const { taskStart, imagePull, steadyState } = DURATIONS;
  const slowest = healthChecks.reduce<(typeof healthChecks)[number] | undefined>(
    (worst, check) => (worst && healthySeconds(worst) >= healthySeconds(check) ? worst : check),
    undefined,
  );
  if (!slowest) return [taskStart, imagePull, steadyState];
  const healthy: Duration = {
    what: `the load balancer calls a task healthy: ${slowest.healthyThreshold} checks, one each ${slowest.interval} s`,
    seconds: healthySeconds(slowest),
    evidence: "published",
    source: 'Elastic Load Balancing User Guide, "Health checks for Application Load Balancer target groups"',
  };
  return [taskStart, imagePull, healthy, steadyState];
}

const healthySeconds = ({ interval, healthyThreshold }: RecoverySettings["healthChecks"][number]): number =>
  interval * healthyThreshold;
