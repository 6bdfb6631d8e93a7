import { Inputs, describeProblems } from "../../kernel";
import { Fields } from "../../kernel/types";
import { publishedModules } from "../../modules";

/**
 * What AWS takes passes, what it refuses is refused before a deployment, and what it may have by tomorrow is warned of. The
 * oracle stands with each kind of value.
 */

const definitionOf = (name: string) => {
  const found = publishedModules.find(({ definition }) => definition.name === name);
  if (!found) throw new Error(`there is no module ${name}`);
  return found.definition;
};

/** All that is said of some inputs of a module's example. */
function said(name: string, props: object): { refused: string; warned: string } {
  const { inputs, example } = definitionOf(name);
  const all = { ...(example as object), ...props };
  const problems = (inputs as Inputs<Fields>).problems(all);
  const warnings = problems.length === 0 ? (inputs as Inputs<Fields>).warnings(all) : [];
  return { refused: describeProblems("", problems), warned: describeProblems("", warnings) };
}

const minor = (engineVersion: string) => ({ engineVersion, autoMinorVersionUpgrade: false });
const scheduled = (schedule: string, timezone = "UTC") => ({
  scaling: { minimum: 1, maximum: 2, schedule: { night: { schedule, timezone, minimum: 1, maximum: 1 } } },
});
const routed = (routing: object) => ({
  port: 8080,
  routing: {
    listenerArn:
      "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d",
    loadBalancerSecurityGroupId: "sg-0a1b2c3d",
    priority: 1,
    ...routing,
  },
});
const headers = (count: number) => ({
  responseHeaders: Object.fromEntries(Array.from({ length: count }, (_none, i) => [`X-Nimbus-${i}`, "1"])),
});
const limited = (status: number) => ({ rateLimits: { login: { priority: 1, limit: 100, status } } });
const client = (url: string) => ({ clients: { web: { callbackUrls: [url] } } });
const replicated = (region: string) => ({
  replicas: { [region]: { kmsKeyArn: `arn:aws:kms:${region}:123456789012:key/00000000-0000-0000-0000-000000000000` } },
});
const planned = (schedule: string, timezone = "Etc/UTC") => ({ rules: { daily: { schedule, timezone } } });

const rotated = (schedule: string) => ({
  secrets: {
    "sentry-dsn": {
      rotation: { lambdaArn: "arn:aws:lambda:us-east-1:123456789012:function:rotate-token", schedule },
      readElsewhere: true,
    },
  },
});
const allowed = (statement: object) => ({
  taskStatements: [{ actions: ["sqs:SendMessage"], resources: ["*"], ...statement }],
});

describe("AWS takes it, and so do we", () => {
  test.each<[module: string, props: object]>([
    // PyPI cfn-lint, aws_rds_dbinstance: engine_version, engine_version_deprecated, db_instance_class.
    ["database", { engineVersion: "18" }],
    ["database", minor("17.11")],
    ["database", minor("13.23-rds.20260514")],
    ["database", { instanceClass: "db.m9g.48xlarge" }],
    ["database", { instanceClass: "db.t4g.micro" }],
    // Amazon RDS User Guide: "Working with DB instance read replicas", "Publishing PostgreSQL logs".
    ["database", { readReplicas: Object.fromEntries(Array.from({ length: 15 }, (_none, i) => [`r${i}`, {}])) }],
    ["database", { logExports: ["iam-db-auth-error"] }],
    ["database", { storageType: "io2", iops: 3000, allocatedStorage: 100 }],
    // PostgreSQL itself (postgres --describe-config).
    ["database", { parameters: { checkpoint_timeout: { value: "900" }, jit: { value: "off" } } }],
    ["database", { engineVersion: "18", parameters: { io_workers: { value: "4" } } }],
    ["database", { parameters: { autovacuum_work_mem: { value: "{DBInstanceClassMemory/32768}" } } }],
    ["database", { parameters: { "pgaudit.log": { value: "ddl" } } }],
    // PyPI cfn-lint, aws_elasticache_cachecluster.
    ["cache", { engineVersion: "9.1" }],
    ["cache", { nodeType: "cache.r6gd.xlarge" }],
    ["cache", { networkType: "ipv6" }],
    ["cache", { networkType: "dual_stack", ipDiscovery: "ipv6" }],
    // Amazon ElastiCache User Guide, "Engine specific parameters".
    ["cache", { parameters: { "slowlog-log-slower-than": "-1", activedefrag: "yes" } }],
    ["cache", { parameters: { "active-expire-effort": "10", "client-output-buffer-limit-normal-soft-seconds": "60" } }],
    ["cache", { parameters: { "search-fanout-target-mode": "throughput", timeout: "20" } }],
    ["cache", { engineVersion: "7.2", parameters: { "lazyfree-lazy-expire": "yes" } }],
    ["cache", { engineVersion: "9.0", parameters: { "cluster-databases": "16" } }],
    // PyPI cfn-lint, aws_ecs_taskdefinition/fargate_cpu_memory.json.
    ["service", { cpu: 32_768, memory: 249_856 }],
    ["service", { cpu: 32_768, memory: 61_440 }],
    // Amazon EventBridge Scheduler User Guide, "Schedule types".
    ["service", scheduled("cron(0/5 8-17 ? * MON-FRI *)", "Europe/Berlin")],
    ["service", scheduled("rate(5 minutes)")],
    ["service", scheduled("at(2027-01-31T08:00:00)", "America/Argentina/Buenos_Aires")],
    ["backup", planned("cron(15 5,17 ? * 2#1 *)", "Etc/GMT+1")],
    ["backup", planned("cron(0 5 L * ? 2027)")],
    ["backup", planned("cron(0 5 * * ? *)", "America/Coyhaique")],
    ["backup", planned("cron(0 5 * * ? *)", "Japan")],
    // Elastic Load Balancing, "Condition types for listener rules".
    ["service", routed({ hosts: ["*.nimbus.example", "app-?.nimbus.example"], paths: ["/api/*"] })],
    ["service", routed({ headers: { "X-Tenant": ["nimbus"] } })],
    // botocore, wafv2; AWS WAF Developer Guide, "Supported status codes for custom responses".
    ["firewall", limited(503)],
    ["firewall", { blockStatus: 421 }],
    // botocore, cloudfront; Amazon CloudFront Developer Guide, "Quotas".
    ["static-site", headers(8)],
    ["static-site", { api: { domainName: "api.nimbus.example", readTimeout: 120, port: 8443 } }],
    // botocore, cognito-idp: RedirectUrlType; Amazon Cognito Developer Guide, "Application-specific settings with app clients".
    ["user-pool", client("myapp://cb")],
    ["user-pool", client("com.nimbus.app:/oauth2redirect")],
    ["user-pool", client("http://localhost:3000/cb")],
    // AWS Certificate Manager User Guide, "Managed certificate renewal".
    ["certificate", { expiryDays: 44 }],
    // botocore: backup, secretsmanager (RotationRulesType), ecr, cognito-idp, wafv2 (CountryCode), cloudwatch.
    ["backup", planned("cron(30 * * * ? *)")],
    ["backup", { selections: { all: { resourceArns: ["arn:aws:rds:*:*:db:nimbus-*", "*"] } } }],
    ["secrets", rotated("rate(4 hours)")],
    ["secrets", rotated("cron(0 8/4 * * ? *)")],
    ["registry", { scanning: { filters: ["nimbus/*", "*web*"] } }],
    ["user-pool", { resourceServers: { api: { identifier: "https://api.nimbus.example", scopes: {} } } }],
    ["firewall", { geo: { mode: "block", countries: ["XK", "DE"] } }],
    ["network", { publicSubnetTags: { "kubernetes.io/role/elb": "1", "Who?": "50% (ours)" } }],
    // botocore, partitions.json; PyPI cfn-lint, helpers.AVAILABILITY_ZONES.
    ["secrets", replicated("eusc-de-east-1")],
    ["secrets", replicated("us-gov-west-1")],
    ["network", { zones: ["eusc-de-east-1a", "eusc-de-east-1b"] }],
    ["network", { zones: ["us-west-1a", "us-west-1b"] }],
    ["recovery-watch", { primaryRegion: "cn-northwest-1" }],
    ["recovery-watch", { images: { web: "123456789012.dkr.ecr.eusc-de-east-1.amazonaws.eu/nimbus/web:1.0.0" } }],
    ["registry", { replication: { destinations: [{ region: "eusc-de-east-1" }] } }],
  ])("%s %j", (name, props) => {
    expect(said(name, props)).toEqual({ refused: "", warned: "" });
  });
});

describe("AWS refuses it, and so do we, before a deployment", () => {
  test.each<[module: string, props: object, message: string]>([
    ["database", minor("17.1"), "engineVersion must be a major version of PostgreSQL from 13 on"],
    ["database", minor("15.1"), "an instance that runs a withdrawn one keeps it under its major version"],
    ["database", minor("18.5"), "engineVersion must be a major version"],
    ["database", { engineVersion: "42" }, "engineVersion must be a major version"],
    [
      "database",
      { instanceClass: "db.m99x.large" },
      "instanceClass must be an instance class of RDS for PostgreSQL that there can be",
    ],
    ["database", { instanceClass: "db.m7g.larg" }, "; did you mean db.m7g.large?"],
    ["database", { instanceClass: "db.m7g.medium" }, "in a size that the family has"],
    ["database", { instanceClass: "db.m7g.3xlarge" }, "in a size that the family has"],
    ["database", { instanceClass: "db.m3.large" }, "of a family that AWS offers"],
    ["database", { readReplicas: { a: { instanceClass: "db.r6g.smal" } } }, "did you mean db."],
    [
      "database",
      { storageType: "io2", iops: 3000, allocatedStorage: 20 },
      "allocatedStorage must be 100 GiB at least on io2",
    ],
    ["database", { parameters: { max_conections: { value: "1" } } }, "did you mean max_connections?"],
    ["database", { parameters: { archive_command: { value: "x" } } }, 'parameters["archive_command"] has a wrong key'],
    [
      "database",
      { parameters: { checkpoint_timeout: { value: "5min" } } },
      "parameters must have numbers that PostgreSQL takes",
    ],
    [
      "database",
      { parameters: { checkpoint_timeout: { value: "5" } } },
      "parameters must have numbers that PostgreSQL takes",
    ],
    ["database", { parameters: { jit: { value: "maybe" } } }, "parameters must have 1 or 0"],
    [
      "database",
      { engineVersion: "16", parameters: { io_workers: { value: "4" } } },
      "parameters that the PostgreSQL of engineVersion has",
    ],
    [
      "database",
      { clients: { a: { cidr: "999.1.1.1/32" } } },
      "must be an IPv4 CIDR block that begins with its network address",
    ],
    [
      "database",
      { clients: { a: { cidr: "10.0.0.1/8" } } },
      "must be an IPv4 CIDR block that begins with its network address",
    ],
    ["cache", { engineVersion: "7.3" }, "engineVersion must be a version that ElastiCache has"],
    ["cache", { engine: "redis", engineVersion: "7.2" }, "redis"],
    ["cache", { nodeType: "cache.r6gd.large" }, "in a size that the family has"],
    ["cache", { nodeType: "cache.t4g.smal" }, "did you mean cache.t4g.small?"],
    ["cache", { networkType: "ipv6", ipDiscovery: "ipv4" }, "ipDiscovery must be an address that the nodes have"],
    ["cache", { parameters: { appendonly: "yes" } }, "appendonly is none, since it has no append-only file"],
    ["cache", { parameters: { "maxmemory-sample": "5" } }, "did you mean maxmemory-samples?"],
    ["cache", { parameters: { activedefrag: "1" } }, "parameters must have yes or no for a switch"],
    ["cache", { parameters: { activerehashing: "yes" } }, 'parameters["activerehashing"] has a wrong key'],
    ["cache", { parameters: { "hash-max-ziplist-value": "64" } }, "did you mean hash-max-listpack-value?"],
    ["cache", { parameters: { "lazyfree-lazy-expire": "yes" } }, "parameters must be parameters of engineVersion"],
    ["cache", { parameters: { "cluster-databases": "16" } }, "parameters must be parameters of engineVersion"],
    ["cache", { parameters: { timeout: "10" } }, "parameters must have a timeout of 0"],
    ["cache", { parameters: { "cluster-preferred-endpoint-type": "dns" } }, "for a number or a word"],
    ["cache", { parameters: { "maxmemory-samples": "65" } }, "for a number or a word"],
    ["cache", { notifyKeyspaceEvents: "Kt" }, "notifyKeyspaceEvents must be letters"],
    [
      "cache",
      { clients: { a: { cidr: "10.0.0.1/8" } } },
      "must be an IPv4 CIDR block that begins with its network address",
    ],
    ["service", { cpu: 32_768, memory: 65_536 }, "memory must be 61440, 122880 or 249856 MiB with 32768 CPU units"],
    ["service", scheduled("cron(0 0)"), "must be a schedule such as"],
    ["service", scheduled("cron(0 5 * * * *)"), "must be a schedule such as"],
    ["service", scheduled("rate(5 minute)"), "must be a schedule such as"],
    ["service", scheduled("at(tomorrow)"), "must be a schedule such as"],
    // The IANA database (PyPI tzdata).
    ["service", scheduled("rate(5 minutes)", "CET+1"), "timezone must be a time zone by its name"],
    ["service", scheduled("rate(5 minutes)", "Europe/Berlim"), "did you mean Europe/Berlin?"],
    ["backup", planned("cron(0 5 * * ? *)", "Etc/GMT+14"), "timezone must be a time zone by its name"],
    ["backup", planned("cron(61 5 * * ? *)"), "must be a schedule such as"],
    ["backup", planned("rate(1 day)"), "must be a schedule such as"],
    ["backup", planned("cron(0 5 * * ? *)", "+02:00"), "timezone must be a time zone by its name"],
    ["service", routed({ hosts: ["https://app.nimbus.example"] }), "must be a host name"],
    ["service", routed({ hosts: [""] }), "must be a host name"],
    [
      "service",
      routed({ hosts: [`${"a".repeat(60)}.${"b".repeat(60)}.nimbus.example`] }),
      "must have 1 to 128 characters",
    ],
    ["service", routed({ paths: [`/${"a".repeat(128)}`] }), "must have 1 to 128 characters"],
    ["service", routed({ paths: ["/*/*/*", "/*/*/*"] }), "must have at most 5 wildcards"],
    ["service", routed({ paths: ["/*"], health: { matcher: "999" } }), "must be HTTP codes from 200 to 499"],
    ["service", routed({ paths: ["/*"], sourceIps: ["10.0.0.1/8"] }), "must be an IPv4 CIDR block"],
    ["firewall", limited(418), "status must be one of 400"],
    ["firewall", { blockStatus: 599 }, "blockStatus must be one of 400"],
    ["static-site", headers(9), "responseHeaders must be at most 10 together with"],
    ["static-site", { responseHeaders: { Via: "nimbus" } }, "must not be headers that CloudFront keeps for itself"],
    [
      "static-site",
      { api: { domainName: "api.nimbus.example", port: 22 } },
      "api.port must be 80, 443, or 1024 and above",
    ],
    ["user-pool", client("http://app.nimbus.example/cb"), "must begin with https://"],
    ["user-pool", client("javascript://alert"), "must not have a scheme that runs code"],
    // botocore, iam (tagKeyType) and EC2's guide, "Tag restrictions".
    ["cluster", { tags: { "aws:team": "a" } }, "must not have keys that begin with aws:"],
    ["network", { privateSubnetTags: { "AWS:team": "a" } }, "must not have keys that begin with aws:"],
    // AWS Backup Developer Guide, "Backup plan options and configuration"; botocore, backup.
    ["backup", planned("cron(0/15 * * * ? *)"), "must have one minute"],
    ["backup", { selections: { all: { resourceArns: ["nimbus"] } } }, "must be an ARN"],
    // botocore, secretsmanager, RotationRulesType; AWS Secrets Manager User Guide, "Rotation schedules".
    ["secrets", rotated("rate(3 hours)"), "must be at least four hours apart"],
    ["secrets", rotated("rate(30 minutes)"), "must be at least four hours apart"],
    ["secrets", rotated("cron(30 8 * * ? *)"), "must be at least four hours apart"],
    // botocore, ecr: RepositoryName, ScanningRepositoryFilterValue, RepositoryFilterValue.
    ["registry", { repositories: { web: { repositoryName: "a" } } }, "must have 2 to 256 characters"],
    ["registry", { scanning: { filters: ["nimbus//web"] } }, "must be a part of a name of a repository"],
    // botocore, cognito-idp: ResourceServerIdentifierType, CallbackURLsListType, SESConfigurationSet.
    ["user-pool", { resourceServers: { api: { identifier: 'a"b', scopes: {} } } }, "must have no spaces, quotes"],
    [
      "user-pool",
      { clients: { web: { callbackUrls: Array.from({ length: 101 }, (_none, i) => `https://a.example/${i}`) } } },
      "must not be more than 100",
    ],
    // botocore, wafv2: CountryCode, VersionKeyString.
    ["firewall", { geo: { mode: "block", countries: ["ZZ"] } }, "must be the code of a country"],
    ["static-site", { geo: { mode: "block", countries: ["UK"] } }, "must be the code of a country"],
    [
      "firewall",
      {
        managedGroups: { php: { priority: 1, name: "AWSManagedRulesPHPRuleSet", capacity: 100, version: "the last" } },
      },
      "must be a version of the group",
    ],
    // AWS Systems Manager API Reference, PutParameter.
    ["latch", { parameterName: "/ssm/serving-region" }, "must not begin with /aws or /ssm"],
    ["recovery-watch", { parameterName: "/aws/nimbus" }, "must not begin with /aws or /ssm"],
    ["recovery-watch", { parameterName: "/a".repeat(16) }, "must not have more than 15 levels"],
    // IAM User Guide, "IAM JSON policy elements": Sid, Action, Resource; botocore, rds, CreateDBInstance: DBName.
    ["service", allowed({ sid: "my sid" }), "must be letters and digits"],
    ["service", allowed({ actions: ["SendMessage"] }), "must be an action"],
    ["service", allowed({ resources: ["nimbus"] }), "must be an ARN, or *"],
    ["database", { dbName: "_nimbus" }, "dbName must be a letter"],
    ["certificate", { expiryDays: 45 }, "expiryDays must be between 1 and 44 days"],
    ["secrets", replicated("us-wset-2"), "did you mean us-west-2?"],
    ["secrets", replicated("us-west-9"), "keys must be names of regions"],
    [
      "network",
      { zones: ["us-east-1a", "us-east-1h"] },
      "must be the name of an availability zone that its region has",
    ],
    ["network", { zones: ["us-wset-2a", "us-wset-2b"] }, "did you mean us-west-2a?"],
    ["recovery-watch", { primaryRegion: "us-east1" }, "did you mean us-east-1?"],
    [
      "recovery-watch",
      { images: { web: "123456789012.dkr.ecr.us-east-1.amazonaws.de/nimbus/web:1.0.0" } },
      "must be an image in ECR",
    ],
  ])("%s %j", (name, props, message) => {
    expect(said(name, props).refused).toContain(message);
  });
});

describe("AWS may have it by tomorrow: we warn, and name the day of the table", () => {
  test.each<[module: string, props: object, message: string]>([
    ["database", minor("17.99"), "engineVersion is not a version that RDS offered on 2026-"],
    ["database", { engineVersion: "19" }, "engineVersion is not a version that RDS offered on 2026-"],
    [
      "database",
      { instanceClass: "db.m7g.24xlarge" },
      "instanceClass is not an instance class of RDS for PostgreSQL that AWS offered on 2026-",
    ],
    ["database", { instanceClass: "db.r9g.large" }, "that AWS offered on 2026-"],
    ["cache", { engineVersion: "9.2" }, "engineVersion is not a version that ElastiCache had on 2026-"],
    ["cache", { nodeType: "cache.t4g.large" }, "nodeType is not a node type of ElastiCache that AWS offered on 2026-"],
    ["cache", { parameters: { "commandlog-slow": "1" } }, "parameters has a key that is not a parameter"],
    ["secrets", replicated("us-west-3"), "replicas has a key that is not a region that AWS had on 2026-"],
    [
      "registry",
      { replication: { destinations: [{ region: "nz-north-1" }] } },
      "is not a region that AWS had on 2026-",
    ],
    ["network", { zones: ["us-east-1a", "us-east-1g"] }, "is not a zone that AWS had on 2026-"],
  ])("%s %j", (name, props, message) => {
    const { refused, warned } = said(name, props);
    expect(refused).toBe("");
    expect(warned).toContain(message);
  });
});

test("a firewall that looks at any forwarded address takes five times the capacity for its IP sets", () => {
  // AWS WAF Developer Guide, "IP set match rule statement", WCUs.
  const tight = (position: string, capacityLimit: number) =>
    said("firewall", { forwardedIp: { position }, capacityLimit }).refused;
  const needed = (position: string): number => {
    let [low, high] = [1, 5000];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (tight(position, middle) === "") high = middle;
      else low = middle + 1;
    }
    return low;
  };
  expect(needed("ANY") - needed("LAST")).toBe(6 * 4);
});
