import { App } from "cdktf";
import * as fc from "fast-check";
import { checkEnvironment } from "../../environments/definition";
import production from "../fixtures/environments/production";
import { raw } from "../../kernel";
import {
  COPIES,
  Contract,
  Copies,
  LIFELINES,
  LONGEST_SNAPSHOTS,
  Lifelines,
  Longest,
  STANDBY,
  Standby,
  Written,
  checkSize,
  encode,
  sizeOf,
} from "../../recovery/contract";
import { StandbyStack } from "../../stacks/standby";
import { recovery } from "../environments/recovery";
import { synthesizeApp } from "../synthesis";

/** How long the parameters can become: a bound that holds for whatever AWS answers. */

/** What only AWS knows, when a stack is synthesized. */
const later = raw<string>("aws_thing.attribute");

/** An environment, as far as its parameters depend on it. */
interface Parts {
  readonly about: Longest;
  readonly services: readonly string[];
  readonly secrets: readonly string[];
  readonly buckets: readonly string[];
  readonly zones: readonly string[];
}

const standby = ({ services, zones }: Parts): Standby => ({
  vpcId: later,
  privateSubnetIds: raw<string[]>("later"),
  databaseSubnetIds: raw<string[]>("later"),
  publicSubnetIds: raw<string[]>("later"),
  zones,
  privateRouteTableIds: raw<Record<string, string>>("later"),
  listenerArn: later,
  loadBalancerSecurityGroupId: later,
  loadBalancerArnSuffix: later,
  latchSettings: later,
  clusterArn: later,
  namespaceArn: later,
  monitoringRoleArn: later,
  cache: null,
  services: eachOf(services, () => ({
    executionRoleArn: later,
    taskRoleArn: later,
    logGroupName: later,
    securityGroupId: later,
    targetGroupArn: later,
  })),
});

const lifelines = ({ services, secrets, buckets, about }: Parts): Lifelines => ({
  primaryRegion: "us-east-1",
  kmsKeyArn: later,
  database: {
    automatedBackupArn: later,
    secretArn: later,
    resourceId: later,
    identifier: later,
    backupRetentionDays: 14,
    dbName: later,
    username: later,
  },
  vaultName: later,
  buckets: eachOf(buckets, () => ({ name: later, arn: later, kmsKeyArn: later })),
  secrets: eachOf(secrets, () => later),
  secretsKmsKeyArn: later,
  images: eachOf(services, (name) => imageOf(about, name)),
});

const copies = ({ services, secrets }: Parts): Copies => ({
  checkedAt: later,
  database: {
    automatedBackupArn: later,
    status: later,
    earliestRestorableTime: later,
    latestRestorableTime: later,
    allocatedStorage: 0,
    encrypted: false,
  },
  replica: null,
  snapshots: LONGEST_SNAPSHOTS,
  missingImages: services,
  staleSecrets: secrets,
});

const imageOf = ({ accountId, region, prefix }: Longest, name: string): string =>
  `${accountId}.dkr.ecr.${region}.amazonaws.com/${prefix}/${name}@sha256:${"0".repeat(64)}`;

const eachOf = <T>(names: readonly string[], of: (name: string) => T): Record<string, T> =>
  Object.fromEntries(names.map((name) => [name, of(name)]));

const nameOf = (least: number, most: number) =>
  fc.stringMatching(new RegExp(`^[a-z][a-z0-9-]{${least - 2},${most - 2}}[a-z0-9]$`));
const hex = (length: number) => fc.stringMatching(new RegExp(`^[0-9a-f]{${length}}$`));
const REGIONS: readonly (readonly [string, string])[] = [
  ["us-west-2", "aws"],
  ["ap-southeast-1", "aws"],
  ["us-gov-west-1", "aws-us-gov"],
  ["cn-northwest-1", "aws-cn"],
];

const parts: fc.Arbitrary<Parts & { readonly partition: string }> = fc
  .record({
    place: fc.constantFrom(...REGIONS),
    application: nameOf(2, 16),
    environment: nameOf(2, 16),
    services: fc.uniqueArray(nameOf(3, 24), { maxLength: 20 }),
    secrets: fc.uniqueArray(nameOf(2, 40), { maxLength: 20 }),
    buckets: fc.uniqueArray(nameOf(2, 24), { maxLength: 6 }),
    zones: fc.integer({ min: 2, max: 4 }),
  })
  .map(({ place: [region, partition], application, environment, zones, ...rest }) => ({
    ...rest,
    partition,
    zones: ["a", "b", "c", "d"].slice(0, zones).map((zone) => `${region}${zone}`),
    about: { prefix: `${application}-${environment}`, region, accountId: "123456789012" },
  }));

/** What AWS answers, in the shapes that its documentation gives: each identifier of any length that it allows. */
interface Answers {
  readonly id: string;
  readonly suffix: string;
  readonly uuid: string;
  readonly secret: string;
  readonly name: string;
  readonly bucket: string;
  readonly database: string;
}

const answers: fc.Arbitrary<Answers> = fc.record({
  id: hex(17),
  suffix: hex(16),
  uuid: fc.uuid(),
  secret: fc.stringMatching(/^[A-Za-z0-9]{6}$/),
  name: nameOf(2, 32),
  bucket: nameOf(3, 63),
  database: nameOf(1, 63),
});

type All = Parts & { readonly partition: string };

function answered(all: All, aws: Answers): { standby: Standby; lifelines: Lifelines; copies: Copies } {
  const { about, partition, zones, services, secrets, buckets } = all;
  const { prefix, region, accountId } = about;
  const arn = (service: string, what: string): string => `arn:${partition}:${service}:${region}:${accountId}:${what}`;
  const role = (name: string): string => `arn:${partition}:iam::${accountId}:role/${name}`.slice(0, 31 + 64);
  const key = arn("kms", `key/${aws.uuid}`);
  const subnets = zones.map(() => `subnet-${aws.id}`);
  const [balancer, group] = [`app/${aws.name}/${aws.suffix}`, `targetgroup/${aws.name}/${aws.suffix}`];
  const backup = arn("rds", `auto-backup:ab-${aws.bucket.slice(0, 39)}`);
  return {
    standby: {
      vpcId: `vpc-${aws.id}`,
      privateSubnetIds: subnets,
      databaseSubnetIds: subnets,
      publicSubnetIds: subnets,
      zones,
      privateRouteTableIds: eachOf(zones, () => `rtb-${aws.id}`),
      listenerArn: arn("elasticloadbalancing", `listener/${balancer}/${aws.suffix}`),
      loadBalancerSecurityGroupId: `sg-${aws.id}`,
      loadBalancerArnSuffix: balancer,
      latchSettings: JSON.stringify(["Holdfast/Recovery", "ServedByRecovery", { Latch: `${prefix}-latch` }, 60]),
      clusterArn: arn("ecs", `cluster/${prefix}-dr`),
      namespaceArn: arn("servicediscovery", `namespace/ns-${aws.suffix}`),
      monitoringRoleArn: role(`${prefix}-dr-monitoring-${region}`),
      cache: null,
      services: eachOf(services, (name) => ({
        executionRoleArn: role(`${prefix}-dr-${name}-execution-${region}`),
        taskRoleArn: role(`${prefix}-dr-${name}-task-${region}`),
        logGroupName: `/ecs/${prefix}-dr/${name}`,
        securityGroupId: `sg-${aws.id}`,
        targetGroupArn: arn("elasticloadbalancing", group),
      })),
    },
    lifelines: {
      ...lifelines(all),
      kmsKeyArn: key,
      database: {
        automatedBackupArn: backup,
        secretArn: arn("secretsmanager", `secret:rds!db-${aws.uuid}-${aws.secret}`),
        resourceId: `db-${aws.id.toUpperCase()}`,
        identifier: prefix,
        backupRetentionDays: 35,
        dbName: aws.database,
        username: aws.database,
      },
      vaultName: prefix,
      buckets: eachOf(buckets, () => ({
        name: aws.bucket,
        arn: `arn:${partition}:s3:::${aws.bucket}`,
        kmsKeyArn: key,
      })),
      secrets: eachOf(secrets, (name) => arn("secretsmanager", `secret:${prefix}/${name}-${aws.secret}`)),
      secretsKmsKeyArn: key,
    },
    copies: {
      checkedAt: "2026-11-21T12:00:00Z",
      database: {
        automatedBackupArn: backup,
        status: "replicating",
        earliestRestorableTime: "2026-11-07T11:50:00Z",
        latestRestorableTime: "2026-11-21T11:50:00Z",
        allocatedStorage: 65_536,
        encrypted: true,
      },
      replica: null,
      snapshots: Object.fromEntries(
        Array.from({ length: 6 }, (_none, i) => [
          `awsbackup:copyjob-${aws.uuid.slice(1)}${i}`,
          { dataUntil: "2026-11-21T05:00:00Z", allocatedStorage: 65_536 },
        ]),
      ),
      missingImages: services,
      staleSecrets: secrets,
    },
  };
}

test("no environment's JSON is longer than the bound that was counted before AWS answered", () => {
  fc.assert(
    fc.property(parts, answers, (all, aws) => {
      const actual = answered(all, aws);
      const judge = <C extends Contract>(contract: C, planned: Written<C>, found: Written<C>): void =>
        expect(Buffer.byteLength(encode(contract, found))).toBeLessThanOrEqual(
          sizeOf(contract, planned, all.about).longest,
        );
      judge(STANDBY, standby(all), actual.standby);
      judge(LIFELINES, lifelines(all), actual.lifelines);
      judge(COPIES, copies(all), actual.copies);
    }),
    { numRuns: 200 },
  );
});

test("the bound of what is known is its length", () => {
  const known: Copies = {
    checkedAt: null,
    database: null,
    replica: null,
    snapshots: null,
    missingImages: ["web", 'a"b'],
    staleSecrets: [],
  };
  const { longest } = sizeOf(COPIES, known, { prefix: "nimbus-production", region: "us-west-2", accountId: "1" });
  expect(longest).toBe(encode(COPIES, known).length);
});

/** An environment like Nimbus with so many services, each with a secret. */
const nimbus = (count: number): Parts => {
  const services = Array.from({ length: count }, (_, i) => `service-${i}`);
  const about = { prefix: "nimbus-production", region: "us-west-2", accountId: "123456789012" };
  const zones = ["a", "b", "c"].map((zone) => `us-west-2${zone}`);
  return { about, services, secrets: services.map((name) => `${name}-key`), buckets: ["uploads"], zones };
};

describe("a parameter", () => {
  test("holds fifteen services", () => {
    const fifteen = nimbus(15);
    expect(() => checkSize(STANDBY, standby(fifteen), fifteen.about)).not.toThrow();
    expect(() => checkSize(LIFELINES, lifelines(fifteen), fifteen.about)).not.toThrow();
    expect(() => checkSize(COPIES, copies(fifteen), fifteen.about)).not.toThrow();
  });

  test("that could be too long is refused by its name, with its length, what counts and what to do", () => {
    const many = nimbus(40);
    expect(() => checkSize(STANDBY, standby(many), many.about)).toThrow(
      /^The parameter \/holdfast\/nimbus-production\/standby in us-west-2 would have up to \d{5} characters, and Systems Manager holds 8192 at the most\. What counts: 40 services \(\d+\), 3 zones \(\d+\)\. State fewer of them in this environment: /,
    );
    expect(() => checkSize(LIFELINES, lifelines(many), many.about)).toThrow(
      /lifelines .*What counts: 40 images \(\d+\), 40 secrets \(\d+\), 1 bucket /,
    );
  });

  test("that the watch writes is in the standard tier, of half the length", () => {
    const many = nimbus(150);
    expect(() => checkSize(COPIES, copies(many), many.about)).toThrow(/copies .* holds 4096 at the most/);
  });
});

test("the standby is refused at synthesis when dr could not be told of all its services", () => {
  const services = Object.fromEntries(
    Array.from({ length: 20 }, (_, i) => [
      `service-${i}`,
      { ...production.services.web, routing: { priority: i + 1, paths: [`/${i}/*`] } },
    ]),
  );
  const environment = checkEnvironment("production", { ...production, services, recovery });
  expect(() =>
    synthesizeApp((app: App) => new StandbyStack(app, { name: "standby", home: "recovery" }, environment)),
  ).toThrow(/\/standby in us-west-2 would have up to/);
});

test("roles of services are called what the bound counts", () => {
  const environment = checkEnvironment("production", { ...production, recovery });
  const stack = synthesizeApp((app: App) => new StandbyStack(app, { name: "standby", home: "recovery" }, environment));
  const names = ["task", "execution"].map((purpose) => String(stack.resource("aws_iam_role", `web_${purpose}`).name));
  expect(names.map((name) => name.replace(/\$\{[^}]*full_name\}/, String(stack.local("web_full_name"))))).toEqual([
    expect.stringMatching(/^nimbus-production-dr-web-task-/),
    expect.stringMatching(/^nimbus-production-dr-web-execution-/),
  ]);
});
