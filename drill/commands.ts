import { bucketName } from "../environments/definition/names/buckets";
import { recovered } from "../environments/definition/recovered";
import { handoverParameter, servingRegionParameter } from "../recovery/parameters";
import { replicaName } from "../environments/definition/names/buckets";
import { Environment } from "../environments/definition";
import { mechanismOf } from "../recovery/mechanisms";
import { databaseReplica, failbackSnapshot, latchName, recoveryName } from "../recovery/names";

/** The steps of dr/RUNBOOK.md that have commands. */
export type RunbookStep =
  | "check"
  | "restore"
  | "verify"
  | "confirm"
  | "plan"
  | "fence"
  | "fenced"
  | "replicate"
  | "stop"
  | "caught up"
  | "snapshot"
  | "copy"
  | "objects"
  | "return"
  | "release"
  | "scale down"
  | "stand by"
  | "close"
  | "who serves"
  | "abandon"
  | "take away";

/**
 * The role that types a step: an environment's `deployment` makes it, as `<application>-<environment>-<role>`. Only
 * `failback` reads data of users and writes it, in the other direction than everything else.
 */
export type RunbookRole = "deploy" | "recover" | "failback";

/** What is typed in a step, and as whom. */
export interface RunbookCommands {
  readonly role: RunbookRole;
  readonly commands: readonly string[];
}

/** What `database.replacements` becomes by a failback. */
export const nextReplacements = ({ database }: Environment): number => (database?.replacements ?? 0) + 1;

/**
 * Commands of the AWS CLI one after the other until one fails, which is said and stops nothing. The CLI itself ends what is not
 * answered, for `timeout` is not on every machine: a minute is shared out among connecting and waiting for the answers.
 *
 * Source: AWS CLI User Guide, "Command line options in the AWS CLI"; AWS SDKs and Tools Reference Guide, "Retry behavior".
 */
function tryWithinAMinute(commands: readonly string[], otherwise: string): string {
  const seconds = Math.max(2, Math.floor(30 / commands.length));
  const limited = commands.map((one) => `${one} --cli-connect-timeout ${seconds} --cli-read-timeout ${seconds}`);
  return `(export AWS_MAX_ATTEMPTS=1; ${limited.join(" && ")}) || echo '${otherwise}'`;
}

/**
 * The commands of dr/RUNBOOK.md, for an environment. The drill types these and no others, and a test compares them with
 * what stands in the runbook.
 */
export function runbookCommands(environment: Environment): Readonly<Record<RunbookStep, RunbookCommands>> {
  const { application, name: stage, region: home, recovery, services, storage } = environment;
  const prefix = `${application}-${stage}`;
  const away = recovery?.region ?? "";
  const cluster = recoveryName(prefix);
  const there = recovered(environment).services;
  const names = Object.keys(services);
  const snapshot = failbackSnapshot(prefix, nextReplacements(environment));
  const standsBy = environment.database && mechanismOf(recovery?.database?.mechanism).stand !== undefined;
  const database = standsBy ? databaseReplica(prefix) : cluster;
  const deployPrimary = "npx cdktf deploy primary --auto-approve";
  const ofDatabase = (...commands: readonly string[]) => (environment.database ? commands : []);
  const byReplica = (...commands: readonly string[]) => (standsBy ? commands : []);
  const bySnapshot = (...commands: readonly string[]) => (standsBy ? [] : ofDatabase(...commands));
  const decide = (region: string): string =>
    `aws ssm put-parameter --region ${away} --name ${servingRegionParameter(prefix)} --value ${region} --overwrite`;
  const decided = `aws ssm get-parameter --region ${away} --name ${servingRegionParameter(prefix)} --query Parameter.Value --output text`;
  const without = (region: string, where: string, name: string, scales: boolean): string[] => [
    ...(scales
      ? [
          `aws application-autoscaling register-scalable-target --region ${region} --service-namespace ecs --resource-id service/${where}/${name} --scalable-dimension ecs:service:DesiredCount --min-capacity 0 --max-capacity 0`,
        ]
      : []),
    `aws ecs update-service --region ${region} --cluster ${where} --service ${name} --desired-count 0 --query service.serviceName --output text`,
  ];
  const stop = names.flatMap((name) => without(away, cluster, name, there[name].scaling !== undefined));
  const stopHome = names.flatMap((name) => without(home, prefix, name, services[name].scaling !== undefined));
  const unprotect = (region: string, name: string): string =>
    `aws rds modify-db-instance --region ${region} --db-instance-identifier ${name} --no-deletion-protection --apply-immediately --query DBInstance.DBInstanceIdentifier --output text`;
  const takeAway = [...ofDatabase(unprotect(away, database)), "npx cdktf destroy dr --auto-approve"];
  const as = (role: RunbookRole, ...commands: readonly string[]): RunbookCommands => ({ role, commands });
  return {
    check: as(
      "recover",
      `aws ssm get-parameter --region ${away} --name ${handoverParameter(prefix, "copies")} --query Parameter.Value --output text`,
      `aws ssm get-parameter --region ${away} --name ${handoverParameter(prefix, "standby")} --query Parameter.LastModifiedDate --output text`,
      `aws ssm get-parameter --region ${away} --name ${handoverParameter(prefix, "release")} --query Parameter.Value --output text`,
    ),
    restore: as("recover", "npx cdktf deploy dr --auto-approve"),
    verify: as(
      "recover",
      `aws ecs describe-services --region ${away} --cluster ${cluster} --services ${names.join(" ")} --query 'services[].[serviceName,runningCount,desiredCount]' --output text`,
      decided,
      `aws cloudwatch describe-alarms --region ${away} --alarm-names ${latchName(prefix)} --query 'MetricAlarms[].StateValue' --output text`,
    ),
    confirm: as(
      "recover",
      ...byReplica(
        tryWithinAMinute(
          stopHome,
          `NOT FENCED: ${home} did not stop its services. Go on: names leave it all the same.`,
        ),
        `npx cdktf deploy dr --auto-approve --var promote=${database}`,
      ),
      decide(away),
    ),
    plan: as("recover", "terraform -chdir=cdktf.out/stacks/dr plan -input=false -detailed-exitcode"),
    fence: as("deploy", deployPrimary),
    fenced: as(
      "deploy",
      `aws ecs describe-clusters --region ${home} --clusters ${prefix} --query 'clusters[].[runningTasksCount,pendingTasksCount]' --output text`,
    ),
    replicate: as("deploy", ...byReplica(unprotect(home, prefix), deployPrimary)),
    stop: as("recover", ...stop),
    "caught up": as(
      "failback",
      ...byReplica(
        `aws cloudwatch get-metric-statistics --region ${home} --namespace AWS/RDS --metric-name ReplicaLag --dimensions Name=DBInstanceIdentifier,Value=${prefix} --start-time $(($(date +%s)-300)) --end-time $(date +%s) --period 60 --statistics Maximum --query 'sort_by(Datapoints,&Timestamp)[-1].[Timestamp,Maximum]' --output text`,
      ),
    ),
    snapshot: as(
      "recover",
      ...bySnapshot(
        `aws rds create-db-snapshot --region ${away} --db-instance-identifier ${cluster} --db-snapshot-identifier ${snapshot}`,
        `aws rds wait db-snapshot-available --region ${away} --db-snapshot-identifier ${snapshot}`,
      ),
    ),
    copy: as(
      "failback",
      ...bySnapshot(
        `aws rds copy-db-snapshot --region ${home} --source-region ${away} --source-db-snapshot-identifier arn:aws:rds:${away}:${environment.accountId}:snapshot:${snapshot} --target-db-snapshot-identifier ${snapshot} --kms-key-id alias/${prefix}-database`,
        `aws rds wait db-snapshot-available --region ${home} --db-snapshot-identifier ${snapshot}`,
      ),
    ),
    objects: as(
      "failback",
      ...Object.keys(storage ?? {}).map((bucket) => {
        const [from, to] = [replicaName(environment, stage, bucket), bucketName(environment, stage, bucket)];
        return `aws s3 sync s3://${from} s3://${to} --source-region ${away} --region ${home}`;
      }),
    ),
    return: as("deploy", ...bySnapshot(unprotect(home, prefix)), deployPrimary),
    release: as("recover", decide(home)),
    "scale down": as("recover", ...takeAway),
    "stand by": as("deploy", ...byReplica("npx cdktf deploy standby --auto-approve")),
    close: as("deploy", "npx cdktf diff primary"),
    "who serves": as("recover", decided),
    abandon: as("recover", ...stop, decided),
    "take away": as("recover", ...takeAway),
  };
}
