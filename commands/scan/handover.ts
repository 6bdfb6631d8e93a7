import { Aws } from "../../dr/drill/aws";
import { HANDOVER_SCHEMA, HandoverPart, handoverPath, recoveryName } from "../../dr/names";
import { imageIn, ownImage } from "../../dr/region";
import { lifelinesStandIn, standbyStandIn } from "../../dr/stand-ins";
import { Environment } from "../../environments/definition";

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
      Name: `${handoverPath(prefix)}/${part}`,
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
    ...lifelinesStandIn(environment),
    kms_key_arn: key,
    secrets_kms_key_arn: key,
    database: { automated_backup_arn: backup, secret_arn: secret, identifier: prefix },
  });
  await write("standby", standbyStandIn(environment));
  await write("copies", {
    database: { automated_backup_arn: backup, status: "replicating", latest_restorable_time: "2026-01-01T00:00:00Z" },
  });
  for (const service of Object.values(environment.services)) {
    const image = ownImage(imageIn(region, service.image, environment), environment);
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
