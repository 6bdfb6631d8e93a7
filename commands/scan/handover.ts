import { Aws } from "../../tools/aws";
import { recoveryName } from "../../recovery/names";
import { Environment } from "../../environments/definition";
import {
  COPIES,
  Contract,
  LIFELINES,
  Lifelines,
  STANDBY,
  Standby,
  Written,
  encode,
  parameterOf,
} from "../../recovery/contract";
import { databaseIdentity } from "../../wiring/agreement";
import { imagesIn, ownImage } from "../../environments/definition/names/images";
import { recovered } from "../../environments/definition/recovered";
import { Recovery } from "../../environments/definition/schema/recovery";

/**
 * Puts into the emulator what the stacks of the recovery region read when they are planned: parameters, a key, a secret and
 * images. Whatever else primary and standby make would take minutes, and no plan asks for it.
 */
export async function handOver(aws: Aws, environment: Environment): Promise<void> {
  const { recovery, application, name } = environment;
  if (!recovery) return;
  const { region } = recovery;
  const prefix = `${application}-${name}`;
  const ask = <T>(service: string, operation: string, parameters: object): Promise<T> =>
    aws.ask<T>({ service, operation, region, parameters });
  const write = <C extends Contract>(contract: C, value: Written<C>): Promise<unknown> =>
    ask("ssm", "PutParameter", {
      Name: parameterOf(contract, prefix),
      Value: encode(contract, value),
      Type: "String",
      Tier: contract.tier,
    });

  const { KeyMetadata } = await ask<{ KeyMetadata: { Arn: string } }>("kms", "CreateKey", {});
  const key = KeyMetadata.Arn;
  const { ARN: secret } = await ask<{ ARN: string }>("secretsmanager", "CreateSecret", {
    Name: `${prefix}/master-user`,
    SecretString: JSON.stringify({ username: environment.database?.username ?? "postgres", password: "planned-only" }),
    KmsKeyId: key,
  });
  const backup = `arn:aws:rds:${region}:${environment.accountId}:auto-backup:ab-${recoveryName(prefix)}`;
  const database = {
    automatedBackupArn: backup,
    secretArn: secret,
    resourceId: "db-PLANNED",
    identifier: prefix,
    backupRetentionDays: 14,
    ...databaseIdentity(environment),
  };
  await write(LIFELINES, { ...lifelines(environment), kmsKeyArn: key, secretsKmsKeyArn: key, database });
  await write(STANDBY, standby(environment));
  const time = "2026-01-01T00:00:00Z";
  const times = { earliestRestorableTime: time, latestRestorableTime: time };
  const seen = { automatedBackupArn: backup, status: "replicating", allocatedStorage: 20, encrypted: true };
  await write(COPIES, {
    checkedAt: time,
    database: { ...seen, ...times },
    replica: null,
    snapshots: {},
    missingImages: [],
    staleSecrets: [],
  });
  for (const whole of Object.values(imagesIn(region, recovered(environment)))) {
    const image = ownImage(region, whole, environment);
    if (!image) continue;
    await ask("ecr", "CreateRepository", { repositoryName: image.repository });
    await ask("ecr", "PutImage", {
      repositoryName: image.repository,
      imageTag: image.tag ?? "latest",
      imageManifest: JSON.stringify(MANIFEST),
    });
  }
}

/** The smallest that ECR takes. */
const MANIFEST = {
  schemaVersion: 2,
  mediaType: "application/vnd.docker.distribution.manifest.v2+json",
  config: {
    mediaType: "application/vnd.docker.container.image.v1+json",
    size: 1,
    digest: `sha256:${"0".repeat(64)}`,
  },
  layers: [],
};

const KEY = "arn:aws:kms:us-west-2:000000000000:key/00000000-0000-0000-0000-000000000000";
const SECRET = "arn:aws:secretsmanager:us-west-2:000000000000:secret:planned-000000";
const ELB = "arn:aws:elasticloadbalancing:us-west-2:000000000000";
const ROLE = "arn:aws:iam::000000000000:role/planned";

/** What the primary stack tells, as far as plans go. */
const lifelines = ({ region, storage, secrets }: Environment): Lifelines => ({
  primaryRegion: region,
  kmsKeyArn: KEY,
  database: null,
  vaultName: "planned",
  buckets: eachOf(storage, { name: "planned", arn: "arn:aws:s3:::planned", kmsKeyArn: KEY }),
  secrets: eachOf(secrets?.secrets, SECRET),
  secretsKmsKeyArn: KEY,
  images: {},
});

/** What the standby tells, as far as plans go: nobody asks for any of it before something is made. */
const standby = ({ services, recovery }: Environment): Standby => ({
  vpcId: "vpc-00000000",
  privateSubnetIds: subnets(recovery),
  databaseSubnetIds: subnets(recovery),
  publicSubnetIds: subnets(recovery),
  zones: recovery?.network.zones ?? [],
  privateRouteTableIds: {},
  listenerArn: `${ELB}:listener/app/planned/0000000000000000/0000000000000000`,
  loadBalancerSecurityGroupId: "sg-00000000",
  loadBalancerArnSuffix: "app/planned/0000000000000000",
  latchSettings: "planned",
  clusterArn: "arn:aws:ecs:us-west-2:000000000000:cluster/planned",
  namespaceArn: "arn:aws:servicediscovery:us-west-2:000000000000:namespace/ns-0000000000000000",
  monitoringRoleArn: ROLE,
  cache: recovery?.warm?.includes("cache") ? { endpoint: "planned", port: 6379, securityGroupId: "sg-00000000" } : null,
  services: eachOf(services, {
    executionRoleArn: `${ROLE}-execution`,
    taskRoleArn: `${ROLE}-task`,
    logGroupName: "planned",
    securityGroupId: "sg-00000000",
    targetGroupArn: `${ELB}:targetgroup/planned/0000000000000000`,
  }),
});

const subnets = (recovery?: Recovery): string[] => (recovery?.network.zones ?? []).map((_, i) => `subnet-0000000${i}`);

const eachOf = <T>(named: object | undefined, value: T): Record<string, T> =>
  Object.fromEntries(Object.keys(named ?? {}).map((name) => [name, value]));
