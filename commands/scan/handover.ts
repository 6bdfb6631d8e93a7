import { Aws } from "../../tools/aws";
import { recoveryName } from "../../recovery/names";
import { Environment } from "../../environments/definition";
import { HANDOVER_SCHEMA, HandoverPart, handoverParameter } from "../../recovery/parameters";
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
  const write = (part: HandoverPart, value: object): Promise<unknown> =>
    ask("ssm", "PutParameter", {
      Name: handoverParameter(prefix, part),
      Value: JSON.stringify({ ...value, schema: HANDOVER_SCHEMA }),
      Type: "String",
    });

  const { KeyMetadata } = await ask<{ KeyMetadata: { Arn: string } }>("kms", "CreateKey", {});
  const key = KeyMetadata.Arn;
  const { ARN: secret } = await ask<{ ARN: string }>("secretsmanager", "CreateSecret", {
    Name: `${prefix}/master-user`,
    SecretString: JSON.stringify({ username: environment.database?.username ?? "postgres", password: "planned-only" }),
    KmsKeyId: key,
  });
  const backup = `arn:aws:rds:${region}:${environment.accountId}:auto-backup:ab-${recoveryName(prefix)}`;
  await write("lifelines", {
    ...lifelines(environment),
    kms_key_arn: key,
    secrets_kms_key_arn: key,
    database: { automated_backup_arn: backup, secret_arn: secret, identifier: prefix },
  });
  await write("standby", standby(environment));
  await write("copies", {
    database: { automated_backup_arn: backup, status: "replicating", latest_restorable_time: "2026-01-01T00:00:00Z" },
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
const lifelines = ({ storage, secrets }: Environment): object => ({
  kms_key_arn: KEY,
  secrets_kms_key_arn: KEY,
  database: { automated_backup_arn: null, secret_arn: SECRET, identifier: "planned" },
  buckets: eachOf(storage, { name: "planned", arn: "arn:aws:s3:::planned", kms_key_arn: KEY }),
  secrets: eachOf(secrets?.secrets, SECRET),
  images: {},
});

/** What the standby tells, as far as plans go: nobody asks for any of it before something is made. */
const standby = ({ services, recovery }: Environment): object => ({
  vpc_id: "vpc-00000000",
  zones: recovery?.network.zones ?? [],
  private_subnet_ids: subnets(recovery),
  database_subnet_ids: subnets(recovery),
  public_subnet_ids: subnets(recovery),
  private_route_table_ids: {},
  listener_arn: `${ELB}:listener/app/planned/0000000000000000/0000000000000000`,
  load_balancer_security_group_id: "sg-00000000",
  load_balancer_arn_suffix: "app/planned/0000000000000000",
  latch_settings: "planned",
  cluster_arn: "arn:aws:ecs:us-west-2:000000000000:cluster/planned",
  namespace_arn: "arn:aws:servicediscovery:us-west-2:000000000000:namespace/ns-0000000000000000",
  monitoring_role_arn: ROLE,
  cache: null,
  services: eachOf(services, {
    execution_role_arn: `${ROLE}-execution`,
    task_role_arn: `${ROLE}-task`,
    log_group_name: "planned",
    security_group_id: "sg-00000000",
    target_group_arn: `${ELB}:targetgroup/planned/0000000000000000`,
  }),
});

const subnets = (recovery?: Recovery): string[] => (recovery?.network.zones ?? []).map((_, i) => `subnet-0000000${i}`);

const eachOf = (named: object | undefined, value: unknown): object =>
  Object.fromEntries(Object.keys(named ?? {}).map((name) => [name, value]));
