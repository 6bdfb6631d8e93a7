import { LATCH_PERIOD_SECONDS } from "../modules/latch/inputs";

/** What a figure rests on. Those of AWS come first; an assumption is named as one wherever it is printed. */
export type Evidence = "published" | "measured" | "assumption";

/** How long something takes, and how we know. */
export interface Duration {
  /** What takes so long, as it is printed. */
  readonly what: string;
  readonly seconds: number;
  readonly evidence: Evidence;
  /** Title of the page, or what was measured, or what the assumption is made from. */
  readonly source: string;
}

/**
 * Durations of the model, in seconds. AWS promises almost none of them: where it names a range the upper end is taken, and
 * where nobody names a figure the assumption says what it is made from.
 *
 * "Acceptance tests" are those of terraform-provider-aws: real resources in AWS, small and empty, whose times its pull
 * requests report with creation and deletion together.
 */
export const DURATIONS = {
  start: {
    what: "cdktf synthesizes, Terraform initializes and plans",
    seconds: 120,
    evidence: "assumption",
    source: "A plan of the dr stack takes 15 s against the emulator; a slow line of an operator gets the rest",
  },
  apiCall: {
    what: "a resource that AWS makes at once",
    seconds: 5,
    evidence: "assumption",
    source: "One request and the provider's first look at the result",
  },
  lookUp: {
    what: "a look-up",
    seconds: 1,
    evidence: "assumption",
    source: "One request of the AWS API",
  },
  nothing: {
    what: "Terraform's own bookkeeping",
    seconds: 0,
    evidence: "published",
    source: 'Terraform documentation, "terraform_data" and "aws_iam_policy_document": nothing is requested',
  },

  databaseRestore: {
    what: "RDS restores an empty database in one zone",
    seconds: 840,
    evidence: "measured",
    source:
      "Acceptance tests, pull requests 49846, 20926 and 23560: 1033 to 1300 s to make, restore and delete, less 407 to 516 s to make",
  },
  databaseRestorePerGib: {
    what: "RDS restores a GiB more",
    seconds: 3,
    evidence: "assumption",
    source:
      'RDS User Guide, "Restoring from a DB snapshot": storage is loaded lazily, in the background; hundreds of GiB are reported with hours',
  },
  databaseSettings: {
    what: "RDS takes its password, groups and parameters",
    seconds: 180,
    evidence: "assumption",
    source:
      "The provider modifies a restored database and waits until it is available: one modification and one restart",
  },
  databaseMultiAz: {
    what: "RDS makes the standby in another zone",
    seconds: 600,
    evidence: "measured",
    source: "Acceptance tests, pull requests 20926 and 33699: 1773 s with a standby, 1033 to 1281 s without",
  },
  databaseFirstBackup: {
    what: "RDS begins the first backup of what it restored, and Terraform waits for it",
    seconds: 300,
    evidence: "assumption",
    source: "RDS takes a backup at once since 2025 where backups are on (terraform-provider-aws issue 44104)",
  },
  databaseFirstBackupPerGib: {
    what: "the first backup of a GiB more",
    seconds: 10,
    evidence: "assumption",
    source:
      'terraform-provider-aws issue 44104: "2–3 hours (depending on DB size)", and no size; this gives 2 h 56 min for 1 TiB',
  },
  databaseReplica: {
    what: "RDS makes a read replica in the same region",
    seconds: 1080,
    evidence: "measured",
    source: "Acceptance tests, pull requests 49846 and 20926: 1422 to 1504 s with the source, which takes 407 to 516 s",
  },
  databaseProxy: {
    what: "RDS makes a proxy",
    seconds: 600,
    evidence: "assumption",
    source: "No figure is published; the provider waits up to 30 minutes",
  },

  cacheCreation: {
    what: "ElastiCache makes an empty replication group",
    seconds: 720,
    evidence: "assumption",
    source: "Acceptance test, pull request 49428: 581 s with deletion, without replicas in other zones",
  },
  cacheFromSnapshot: {
    what: "ElastiCache loads a snapshot",
    seconds: 300,
    evidence: "assumption",
    source: "Acceptance tests, pull requests 48942 and 49428: 833 s from a snapshot, 581 s empty",
  },
  cacheServerless: {
    what: "ElastiCache makes a serverless cache",
    seconds: 300,
    evidence: "assumption",
    source: "No figure is published; the provider waits up to 40 minutes",
  },
  cacheUser: {
    what: "ElastiCache makes a user or a group of users",
    seconds: 60,
    evidence: "assumption",
    source: "The provider first looks after 30 s; two looks are taken",
  },

  natGateway: {
    what: "a NAT gateway",
    seconds: 180,
    evidence: "measured",
    source: "Acceptance test, pull request 47349: 187 s with deletion",
  },
  loadBalancer: {
    what: "a load balancer",
    seconds: 180,
    evidence: "measured",
    source: "Acceptance test, pull request 15170: 171 s with deletion",
  },
  interfaceEndpoint: {
    what: "a VPC endpoint",
    seconds: 180,
    evidence: "assumption",
    source: "No figure is published; made as a NAT gateway is, with a network interface in each zone",
  },

  taskStart: {
    what: "Fargate starts a task",
    seconds: 90,
    evidence: "assumption",
    source: "No figure is published; 30 to 90 s are usual",
  },
  imagePull: {
    what: "Fargate pulls the image",
    seconds: 60,
    evidence: "assumption",
    source: "An image of about 500 MB out of ECR of the same region",
  },
  steadyState: {
    what: "ECS calls the service steady",
    seconds: 60,
    evidence: "assumption",
    source: "Two rounds of the ECS scheduler, and of the provider that waits for it",
  },

  latchLook: {
    what: "the latch looks at the services, and publishes the decision",
    seconds: LATCH_PERIOD_SECONDS,
    evidence: "published",
    source: 'EventBridge Scheduler User Guide, "Schedule types": a rate of one minute, the least',
  },
  latchAlarm: {
    what: "the latch closes: one period of its metric",
    seconds: LATCH_PERIOD_SECONDS,
    evidence: "published",
    source: 'CloudWatch User Guide, "Using Amazon CloudWatch alarms": periods and evaluation periods',
  },
  latchState: {
    what: "Route 53 reads the latch",
    seconds: 10,
    evidence: "published",
    source:
      'Route 53 Developer Guide, "How Amazon Route 53 determines whether a health check is healthy": within seconds',
  },
  answerTtl: {
    what: "resolvers forget the old answer",
    seconds: 60,
    evidence: "published",
    source:
      'Route 53 Developer Guide, "Choosing between alias and non-alias records": an alias of a load balancer has a TTL of 60 s',
  },
} as const satisfies Record<string, Duration>;

/** From the decision that the recovery region serves until users are led there: the longest of each part. */
export const NAMES_MOVE: readonly Duration[] = [
  DURATIONS.latchLook,
  DURATIONS.latchAlarm,
  DURATIONS.latchState,
  DURATIONS.answerTtl,
];

/** A number of the same thing: so many GiB. */
export const times = (duration: Duration, count: number, what: string): Duration => ({
  ...duration,
  what,
  seconds: Math.ceil(duration.seconds * count),
});

export const total = (durations: readonly Duration[]): number =>
  durations.reduce((sum, { seconds }) => sum + seconds, 0);

/** Seconds as a person reads them: `45 s`, `33 min`, `2 h 5 min`, `7 d 1 h`. Up, so that it is never less than the figure. */
export function spoken(seconds: number): string {
  if (seconds < 120) return `${seconds} s`;
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 24 * 60) return join(Math.floor(minutes / 60), "h", minutes % 60, "min");
  const hours = Math.ceil(minutes / 60);
  return join(Math.floor(hours / 24), "d", hours % 24, "h");
}

const join = (large: number, unit: string, small: number, smaller: string): string =>
  small > 0 ? `${large} ${unit} ${small} ${smaller}` : `${large} ${unit}`;
