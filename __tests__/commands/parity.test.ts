import { Facts } from "../../commands/parity/facts";
import { judge } from "../../commands/parity/judge";
import { QUOTAS } from "../../commands/parity/quotas";
import { checkEnvironment } from "../../environments/definition";
import { Recovery } from "../../environments/definition/schema/recovery";
import stated from "../fixtures/environments/production";

const environment = checkEnvironment("production", stated);
const NOW = new Date("2026-11-21T08:00:00Z");
const DIGEST = `sha256:${"0".repeat(64)}`;
const [vcpus, addresses, balancers] = QUOTAS;
const IMAGE = "123456789012.dkr.ecr.us-west-2.amazonaws.com/nimbus-production/web:1.0.0";

const told = <T>(value: T) => ({ value: { value, writtenAt: "2026-11-20T08:00:00Z" } });
const secret = { PrimaryRegion: "us-east-1", VersionIdsToStages: { a: ["AWSCURRENT"] } };
const watched = {
  checkedAt: "2026-11-21T07:57:00Z",
  database: {
    automatedBackupArn: "arn:aws:rds:us-west-2:123456789012:auto-backup:ab-1",
    status: "replicating",
    earliestRestorableTime: "2026-11-10T08:00:00Z",
    latestRestorableTime: "2026-11-21T07:50:00Z",
    allocatedStorage: 20,
    encrypted: true,
  },
  snapshots: {},
  missingImages: [],
  staleSecrets: [],
};
const released = {
  images: { web: { image: IMAGE, digest: DIGEST } },
  definition: {},
  commit: null,
  by: "x",
  at: "2026-11-20T08:00:00Z",
};

/** What AWS says where nothing lacks. */
const whole: Facts = {
  lifelines: told({ secrets: {} } as never),
  standby: told({ services: { web: {} } } as never),
  release: told(released),
  copies: told(watched),
  images: { web: { value: {} } },
  secrets: { "sentry-dsn": { value: secret } },
  certificate: { value: { Status: "ISSUED", NotAfter: "2027-06-01T00:00:00Z" } },
  quotas: new Map([vcpus, addresses, balancers].map((quota) => [quota, { value: 50 }])),
  used: new Map([
    [addresses, { value: 1 }],
    [balancers, { value: 1 }],
  ]),
  kit: { value: "2026-11-20T09:00:00Z" },
};

const { recovery } = environment;
if (!recovery) throw new Error("production has no recovery region");
const network = (change: Partial<Recovery["network"]>): Partial<Recovery> => ({
  network: { ...recovery.network, ...change },
});
const address = (zone: string) => ({ [zone]: "eipalloc-0a1b2c3d" });

const lacks = (change: Partial<Facts>) =>
  judge(environment, { ...whole, ...change }, NOW).flatMap(({ lack }) => lack ?? []);

const gone = { error: "An error occurred (ParameterNotFound) when calling the GetParameter operation" };
const request = "aws service-quotas request-service-quota-increase --region us-west-2 --service-code";
const quotasWith = (quota: (typeof QUOTAS)[number], answer: { value: number } | { error: string }) => ({
  quotas: new Map(whole.quotas).set(quota, answer),
});

describe("parity", () => {
  test("finds nothing where nothing lacks, and names all that it looked at", () => {
    const findings = judge(environment, whole, NOW);
    expect(findings.filter(({ isThere }) => !isThere)).toEqual([]);
    const kinds = [...new Set(findings.map(({ kind }) => kind))];
    expect(kinds).toEqual(["parameter", "copy", "standby", "image", "secret", "certificate", "quota", "kit"]);
  });

  test.each<[string, Partial<Facts>, string]>([
    [
      "a parameter that is not there",
      { lifelines: gone },
      "/holdfast/nimbus-production/lifelines is not there: deploy it again: npx cdktf deploy primary",
    ],
    [
      "a parameter of another schema",
      {
        standby: {
          error: "standby has the schema 9, and this version of Holdfast reads 1: use the version that wrote it.",
        },
      },
      "/holdfast/nimbus-production/standby cannot be read (standby has the schema 9, and this version of Holdfast reads 1: use the version that wrote it.): deploy it again: npx cdktf deploy standby",
    ],
    [
      "a watch that has stopped",
      { copies: told({ ...watched, checkedAt: "2026-11-21T07:30:00Z" }) },
      "The watch has not looked for 30 minutes: the log of the state machine nimbus-production-recovery-watch says why",
    ],
    [
      "a watch that never looked",
      { copies: told({ ...watched, checkedAt: null }) },
      "The watch has not looked for as long as it is there: ",
    ],
    [
      "a copy that is too old",
      { copies: told({ ...watched, database: { ...watched.database, latestRestorableTime: "2026-11-21T07:00:00Z" } }) },
      "The newest copy of the database is 60 minutes old, and recovery.objectives.rpo allows 30: ",
    ],
    [
      "no copy at all",
      { copies: told({ ...watched, database: null, snapshots: null }) },
      "There is no copy of the database in the recovery region: npx cdktf deploy primary",
    ],
    [
      "a service that is not prepared",
      { standby: told({ services: {} } as never) },
      "The service web is not prepared in the recovery region: npx cdktf deploy standby",
    ],
    [
      "an image that was not copied",
      { images: { web: { error: "An error occurred (ImageNotFoundException)" } } },
      `The image that web runs, ${DIGEST}, is not in us-west-2: push it there by this digest, as ${IMAGE}`,
    ],
    [
      "an image that cannot be asked for",
      { images: { web: { error: "AccessDenied" } } },
      "ECR of us-west-2 cannot be asked for the image of web (AccessDenied): try again",
    ],
    [
      "a secret that was not copied",
      { secrets: { dsn: { error: "(ResourceNotFoundException)" } } },
      "The secret dsn has no copy in us-west-2: npx cdktf deploy primary makes it",
    ],
    [
      "a secret without a version",
      { secrets: { dsn: { value: { ...secret, VersionIdsToStages: { a: ["AWSPREVIOUS"] } } } } },
      "The copy of the secret dsn in us-west-2 has no current version: put a value in us-east-1",
    ],
    [
      "a secret that was promoted",
      { secrets: { dsn: { value: { ...secret, PrimaryRegion: undefined } } } },
      "The copy of the secret dsn in us-west-2 follows no region, and not us-east-1: it was promoted",
    ],
    [
      "a secret that is being deleted",
      { secrets: { dsn: { value: { ...secret, DeletedDate: "2026-11-20" } } } },
      "The copy of the secret dsn in us-west-2 is to be deleted since 2026-11-20: aws secretsmanager restore-secret",
    ],
    [
      "a certificate that was not issued",
      { certificate: { value: { Status: "PENDING_VALIDATION" } } },
      "The certificate of the recovery region's load balancer is PENDING_VALIDATION, and not ISSUED: see that its validation records",
    ],
    [
      "a certificate that was not renewed",
      { certificate: { value: { Status: "ISSUED", NotAfter: "2026-12-01T08:00:00Z" } } },
      "The certificate of the recovery region's load balancer ends in 10 days and was not renewed",
    ],
    [
      "vCPUs for all tasks that scaling may start",
      quotasWith(vcpus, { value: 4 }),
      `us-west-2 allows 4 Fargate vCPUs, and dr would need 5: ${request} fargate --quota-code L-3032A538 --desired-value 5`,
    ],
    [
      "addresses beside those that are used",
      quotasWith(addresses, { value: 3 }),
      `us-west-2 allows 3 elastic IP addresses, and dr would need 4: ${request} ec2 --quota-code L-0263D0A3 --desired-value 4`,
    ],
    [
      "a quota that nobody tells",
      quotasWith(balancers, { error: "AccessDenied" }),
      "Service Quotas of us-west-2 does not say how many Application Load Balancers are allowed (AccessDenied)",
    ],
    [
      "a kit that was never uploaded",
      { kit: { error: "An error occurred (404) when calling the HeadObject operation: Not Found" } },
      "There is no kit in the recovery region's bucket: npm run kit -- --upload",
    ],
    [
      "a kit of an earlier release",
      { kit: { value: "2026-11-19T08:00:00Z" } },
      "The kit is of 2026-11-19T08:00:00Z, before the release of 2026-11-20T08:00:00Z, which it would refuse to recover: npm run kit -- --upload",
    ],
  ])("says in one sentence, with what to do: %s", (_, change, said) => {
    const found = lacks(change);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(said);
  });

  test.each<[string, Partial<Recovery>, number]>([
    ["one for each zone", {}, 3],
    ["one for each zone, as the network has it by default", network({ nat: undefined }), 3],
    ["none where gateways stand warm", { warm: ["nat"] }, 0],
    ["none without gateways", network({ nat: "none" }), 0],
    ["one for a single gateway", network({ nat: "single" }), 1],
    ["none for a single gateway with an address", network({ nat: "single", natElasticIps: address("us-west-2a") }), 0],
    [
      "one for a single gateway in another zone than the address is for",
      network({ nat: "single", natZone: "us-west-2b", natElasticIps: address("us-west-2a") }),
      1,
    ],
  ])("asks for addresses: %s", (_, change, needed) => {
    expect(addresses.needs({ ...environment, recovery: { ...recovery, ...change } })).toBe(needed);
  });
});
