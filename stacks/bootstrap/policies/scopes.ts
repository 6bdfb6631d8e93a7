import { Statement } from "../../../modules/parts/policies";
import { Account } from "./account";

/** Actions, and the ARNs that they are limited to. */
export interface Scope {
  readonly sid: string;
  readonly owns: (action: string) => boolean;
  readonly resources: readonly string[];
  /**
   * Names that an environment may take on later, such as that of a new service's alarm. Their resources are told from
   * those of an environment whose name begins with this one's by their tags.
   */
  readonly later?: readonly string[];
}

/** Where a role works: on what bears which names, in which region. All of them are whole names, too: a database is called so. */
export interface Place {
  readonly account: Account;
  /** A region, or `*` where a condition names several. */
  readonly region: string;
  /** Names of network, load balancer, firewall, cluster and services. */
  readonly platform: readonly string[];
  /** Names of the database. */
  readonly database: readonly string[];
  /** Names of the cache. */
  readonly cache: readonly string[];
}

/** Whether an action only tells what there is; most of these know no ARN. */
export const isReading = (action: string): boolean => /:(Describe|List|Get|BatchGet|Validate)/.test(action);

const changes = (service: string) => (action: string) => action.startsWith(`${service}:`) && !isReading(action);

const among =
  (...actions: readonly string[]) =>
  (action: string) =>
    actions.includes(action);

/** How IP sets of the firewall are called, after the name: their versions are one character. */
const IP_SETS = ["internal", "blocked", "allowed"].map((kind) => `${kind}-ipv?`);

/** Alarms by what their names end with, after the name of what they watch. Those of a cache's nodes begin with their numbers. */
const ALARMS = {
  platform: ["blocked-requests", "certificate-expiry"],
  database: ["database-*"],
  cache: ["0*", "connections", "evictions", "throttled-commands"],
  lifelines: [
    ...["database-copy-age", "endpoint", "expired-backups", "failed-backups", "failed-copies", "failed-restore-tests"],
    ...[
      "latch",
      "latch-silent",
      "missing-images",
      "primary",
      "recovery-watch-failed",
      "replication-latency-*",
      "snapshot-copy-age",
    ],
    "stale-secrets",
  ],
} as const;

/** State machines of the recovery region by what their names end with; their schedules, logs and roles are called so, too. */
export const MACHINES = ["latch", "recovery-watch"] as const;

/** Keys' aliases by what their names end with, after the name of what they encrypt. */
const KEYS = {
  platform: ["ecs", "flow-logs", "waf-logs"],
  database: ["database"],
  cache: ["cache"],
  lifelines: ["backup", "recovery", "registry", "secrets", "vault"],
} as const;

/** Source: Service Authorization Reference, Amazon SNS: these know no resource. */
const NAMELESS_OF_SNS: readonly string[] = ["sns:SetSubscriptionAttributes", "sns:Unsubscribe"];

/** Names of one of these, in a place. */
const namesIn = (
  place: Place,
  endings: Readonly<Record<"platform" | "database" | "cache" | "lifelines", readonly string[]>>,
) =>
  (["platform", "database", "cache", "lifelines"] as const).flatMap((part) => {
    const names = part === "lifelines" ? [place.account.prefix] : place[part];
    return names.flatMap((name) => endings[part].map((ending) => `${name}-${ending}`));
  });

/**
 * Actions that are limited to what bears the environment's names, exactly as the stacks give them: `nimbus-production-*` would
 * be the resources of an environment `production-eu` as well. All others have no ARN that is known beforehand.
 */
export function scopes(place: Place): readonly Scope[] {
  return [...ofData(place), ...ofPlatform(place)].map((scope) => ({
    ...scope,
    resources: [...new Set(scope.resources)],
  }));
}

/**
 * Statements about the actions that have a scope: each about its ARNs, in the regions of a condition. What may come later is made
 * with the environment's tags, and known by them afterwards.
 */
export function scopedStatements(
  place: Place,
  actions: readonly string[],
  regions: string | readonly string[],
): Statement[] {
  const where = { "aws:RequestedRegion": regions };
  const { account } = place;
  return scopes(place).flatMap(({ sid, owns, resources, later = [] }) => {
    const allow = (name: string, Action: readonly string[], Resource: readonly string[], tags = {}): Statement[] =>
      Action.length === 0 || Resource.length === 0
        ? []
        : [{ Sid: name, Effect: "Allow", Action, Resource, Condition: { StringEquals: { ...where, ...tags } } }];
    const owned = actions.filter(owns);
    return [
      ...allow(sid, owned, resources),
      ...allow(
        `New${sid}`,
        owned.filter((action) => /:Put|:TagResource$/.test(action)),
        later,
        account.tagged("aws:RequestTag"),
      ),
      ...allow(`Later${sid}`, owned, later, account.tagged("aws:ResourceTag")),
    ];
  });
}

/** Of actions, those that no scope is about. */
export const unscoped = (place: Place, actions: readonly string[]): string[] => {
  const all = scopes(place);
  return actions.filter((action) => !all.some(({ owns }) => owns(action)));
};

/** ARNs of a service, in the region and account of a place. */
const arnsIn =
  ({ account, region }: Place) =>
  (service: string, ...resources: readonly string[]): string[] =>
    resources.map((resource) => account.arn(service, region, resource));

/** Names of a cache and of those that may take its place: `replacements` is in the name, but for the first. */
function cacheNames({ account: { environment }, cache: names }: Place): string[] {
  const replacements = Number(environment.cache?.replacements ?? 0);
  const later = Array.from({ length: replacements + 1 }, (_, i) => `-${i + 1}`);
  return names.flatMap((name) => ["", ...later].map((ending) => name + ending));
}

function ofData(place: Place): Scope[] {
  const { account, region, database, cache } = place;
  const { prefix, environment } = account;
  const arns = arnsIn(place);
  const caches = cacheNames(place);
  const replicas = Object.keys(environment.database?.readReplicas ?? {});
  const users = Object.keys(environment.cache?.users ?? {});
  const queues = Object.keys(environment.queues ?? {});
  const topics = Object.keys(environment.topics ?? {});
  return [
    {
      sid: "Parameters",
      owns: (action) => action.startsWith("ssm:") && action !== "ssm:DescribeParameters",
      resources: account.handover(region),
    },
    {
      sid: "Secrets",
      owns: (action) => action.startsWith("secretsmanager:") && action !== "secretsmanager:GetRandomPassword",
      resources: arns("secretsmanager", `secret:${prefix}/*`),
    },
    {
      sid: "Database",
      owns: changes("rds"),
      resources: arns(
        "rds",
        ...database.flatMap((name) => [`db:${name}`, `subgrp:${name}`, `pg:${name}-postgres*`, `es:${name}`]),
        ...replicas.map((replica) => `db:${prefix}-${replica}`),
        `subgrp:${prefix}-standby`,
        // Copies bear the names that RDS, AWS Backup or a person gave them; proxies have IDs. Option groups are AWS's own.
        ...["snapshot:*", "auto-backup:*", "db-proxy:*", "target-group:*", "og:default:*"],
      ),
    },
    {
      // A source may be a cluster, for which the action must be allowed as well. Source: Service Authorization Reference.
      sid: "Replicas",
      owns: among("rds:CreateDBInstanceReadReplica"),
      resources: replicas.length > 0 || account.standsBy ? arns("rds", "cluster:*") : [],
    },
    {
      sid: "Cache",
      owns: changes("elasticache"),
      resources: arns(
        "elasticache",
        ...caches.flatMap((name) => [
          `replicationgroup:${name}`,
          `cluster:${name}-0*`,
          `serverlesscache:${name}`,
          `subnetgroup:${name}`,
        ]),
        ...cache.flatMap((name) => [
          ...["valkey", "redis"].flatMap((engine) => [
            `parametergroup:${name}-${engine}*`,
            `usergroup:${name}-${engine}`,
          ]),
          ...users.map((user) => `user:${name}-${user}`),
        ]),
        ...["snapshot:*", "serverlesscachesnapshot:*", "parametergroup:default*", "user:default"],
      ),
    },
    {
      sid: "Queues",
      owns: changes("sqs"),
      resources: arns("sqs", ...account.queues.flatMap(({ name, deadLetters }) => [name, deadLetters])),
    },
    {
      sid: "Topics",
      owns: (action) => changes("sns")(action) && !NAMELESS_OF_SNS.includes(action),
      resources: arns("sns", ...account.topics),
    },
    {
      sid: "Vaults",
      owns: (action) => /^backup:.*Vault/.test(action) && !isReading(action),
      resources: arns("backup", `backup-vault:${prefix}`),
    },
    {
      sid: "Repositories",
      owns: (action) => changes("ecr")(action) && !/Registry|Replication/.test(action),
      resources: arns("ecr", `repository/${prefix}/*`),
    },
    {
      sid: "Aliases",
      owns: among("kms:CreateAlias", "kms:DeleteAlias", "kms:UpdateAlias"),
      // Both are asked for: the alias, and the key that it leads to. Another name in `key/*` is told by its tags.
      resources: arns(
        "kms",
        "key/*",
        ...namesIn(place, KEYS).map((name) => `alias/${name}`),
        ...account.names.flatMap((name) => [
          ...queues.map((queue) => `alias/${name}-${queue}-queue`),
          ...topics.map((topic) => `alias/${name}-${topic}-topic`),
        ]),
        ...account.buckets.flatMap(({ key, name, replica, stated }) =>
          stated.bucketName
            ? [name, ...(replica === undefined ? [] : [replica])].map((bucket) => `alias/${bucket}-bucket`)
            : [`alias/${account.prefix}-${key}-${environment.accountId}-*-bucket`],
        ),
      ),
    },
  ];
}

function ofPlatform(place: Place): Scope[] {
  const { account, platform: names, database } = place;
  const { prefix, environment } = account;
  const arns = arnsIn(place);
  const services = Object.keys(environment.services);
  const messaging = [
    ...Object.keys(environment.queues ?? {}).flatMap((queue) => [`${queue}-age`, `${queue}-dead-letters`]),
    ...Object.keys(environment.topics ?? {}).map((topic) => `${topic}-undelivered`),
  ];
  const each = (...endings: readonly string[]): string[] =>
    names.flatMap((name) => endings.map((ending) => `${name}-${ending}`));
  return [
    {
      sid: "Cluster",
      owns: (action) => changes("ecs")(action) && !/Service|TaskDefinition/.test(action),
      resources: arns(
        "ecs",
        ...names.flatMap((name) => [`cluster/${name}`, `service/${name}/*`, `task-definition/${name}-*`]),
      ),
    },
    {
      sid: "Services",
      owns: among("ecs:CreateService", "ecs:UpdateService", "ecs:DeleteService"),
      resources: arns("ecs", ...names.map((name) => `service/${name}/*`)),
    },
    {
      sid: "LoadBalancer",
      owns: (action) =>
        action === "elasticloadbalancing:GetLoadBalancerWebACL" || changes("elasticloadbalancing")(action),
      resources: arns(
        "elasticloadbalancing",
        ...names.flatMap((name) =>
          ["loadbalancer", "listener", "listener-rule"].map((kind) => `${kind}/app/${name}/*`),
        ),
        // Named after the service and a hash: they bear tags, and no name of the environment.
        "targetgroup/*",
      ),
    },
    {
      sid: "Alarms",
      owns: (action) => changes("cloudwatch")(action) && !/Dashboard/.test(action),
      resources: arns(
        "cloudwatch",
        ...[...namesIn(place, ALARMS), ...each(...services.map((service) => `${service}-*`), ...messaging)].map(
          (name) => `alarm:${name}`,
        ),
        // Made by Application Auto Scaling, in the name of whoever puts a policy.
        ...names.map((name) => `alarm:TargetTracking-service/${name}/*`),
      ),
      later: arns("cloudwatch", ...names.map((name) => `alarm:${name}-*`)),
    },
    {
      sid: "Dashboards",
      owns: (action) => /^cloudwatch:\w+Dashboards?$/.test(action),
      resources: names.map((name) => account.arn("cloudwatch", "", `dashboard/${name}`)),
    },
    {
      sid: "Logs",
      // What log groups hold is read by their names, too.
      owns: (action) =>
        (changes("logs")(action) && !/ResourcePolic|LogDeliver/.test(action)) || action === "logs:GetLogEvents",
      resources: arns(
        "logs",
        ...names.flatMap((name) => [
          ...["/ecs/", "/vpc/"].map((path) => `log-group:${path}${name}/*`),
          ...withStreams(`log-group:aws-waf-logs-${name}`),
        ]),
        ...database.flatMap((name) => [
          `log-group:/aws/rds/instance/${name}/*`,
          ...withStreams(`log-group:/aws/rds/proxy/${name}`),
        ]),
        ...place.cache.map((name) => `log-group:/elasticache/${name}/*`),
        ...Object.keys(environment.database?.readReplicas ?? {}).map(
          (replica) => `log-group:/aws/rds/instance/${prefix}-${replica}/*`,
        ),
        ...MACHINES.flatMap((machine) => withStreams(`log-group:/aws/vendedlogs/states/${prefix}-${machine}`)),
      ),
    },
    {
      sid: "Firewall",
      owns: (action) => changes("wafv2")(action) && !/IPSet|Tag/.test(action),
      resources: arns(
        "wafv2",
        ...names.map((name) => `regional/webacl/${name}/*`),
        // What rules of one's own name: these actions read them, and change none.
        ...["ipset", "regexpatternset", "rulegroup", "managedruleset"].map((kind) => `regional/${kind}/*`),
      ).concat(arns("elasticloadbalancing", ...names.map((name) => `loadbalancer/app/${name}/*`))),
    },
    {
      sid: "IpSets",
      owns: (action) => changes("wafv2")(action) && /IPSet|Tag/.test(action),
      resources: arns(
        "wafv2",
        ...each(...IP_SETS).map((name) => `regional/ipset/${name}/*`),
        ...names.map((name) => `regional/webacl/${name}/*`),
      ),
    },
    {
      sid: "Findings",
      owns: changes("events"),
      resources: arns("events", `rule/${prefix}-image-findings-basic`, `rule/${prefix}-image-findings-enhanced`),
    },
    {
      sid: "Watch",
      owns: changes("states"),
      resources: arns("states", ...MACHINES.map((machine) => `stateMachine:${prefix}-${machine}`)),
    },
    {
      sid: "Schedule",
      owns: (action) => action.startsWith("scheduler:"),
      resources: arns("scheduler", ...MACHINES.map((machine) => `schedule/default/${prefix}-${machine}`)),
    },
  ];
}

/** A log group, and what of its ARN some actions name: `:*`. */
const withStreams = (group: string): string[] => [group, `${group}:*`];
