/** What happens in peace time by itself or by others than Terraform: images are pushed, users upload, plans run. */
import { createHash } from "node:crypto";
import { Environment } from "../environments/definition";
import { Emulator } from "../emulator";
import { Failure } from "../tools/failure";
import { imagesIn, ownImage } from "../environments/definition/names/images";
import { Aws } from "../tools/aws";

/** What must be found again after the recovery. */
export interface Marker {
  /** Objects by the bucket's key in the environment: name in the primary region, key and content. */
  readonly objects: readonly { readonly storage: string; readonly key: string; readonly content: string }[];
  /** Secrets and their values, by their names in the environment. */
  readonly secrets: Readonly<Record<string, string>>;
}

interface Parts {
  readonly aws: Aws;
  readonly environment: Environment;
  readonly prefix: string;
}

/** Pushes the image of each service as a pipeline does: into the registry of the primary region, and nowhere else. */
export async function pushImages({ aws, environment }: Parts): Promise<number> {
  const all = Object.values(imagesIn(environment.region, environment));
  const images = all.flatMap((image) => ownImage(environment.region, image, environment) ?? []);
  for (const { repository, tag = "latest" } of images) {
    await aws.ask({
      service: "ecr",
      operation: "PutImage",
      region: environment.region,
      parameters: { repositoryName: repository, imageTag: tag, imageManifest: manifestOf(repository, tag) },
    });
  }
  return images.length;
}

function manifestOf(repository: string, tag: string): string {
  const digest = `sha256:${createHash("sha256").update(`${repository}:${tag}`).digest("hex")}`;
  const mediaType = "application/vnd.docker.distribution.manifest.v2+json";
  const config = { mediaType: "application/vnd.docker.container.image.v1+json", size: 7023, digest };
  return JSON.stringify({ schemaVersion: 2, mediaType, config, layers: [] });
}

/** Gives a value to each secret that somebody else fills, and reads what all of them are. */
export async function fillSecrets({ aws, environment, prefix }: Parts): Promise<Record<string, string>> {
  const values: Record<string, string> = {};
  for (const [name, { value }] of Object.entries(environment.secrets?.secrets ?? {})) {
    const id = `${prefix}/${name}`;
    if (value === "external") {
      const parameters = { SecretId: id, SecretString: `${name}, as the drill set it` };
      const { region } = environment;
      await aws.ask({ service: "secretsmanager", operation: "PutSecretValue", region, parameters });
    }
    values[name] = await secretValue(aws, environment.region, id);
  }
  return values;
}

/** The current value of a secret. */
export async function secretValue(aws: Aws, region: string, id: string): Promise<string> {
  const parameters = { SecretId: id };
  const question = { service: "secretsmanager", operation: "GetSecretValue", region, parameters };
  return (await aws.ask<{ SecretString: string }>(question)).SecretString;
}

/** Uploads one object into each bucket of the primary region, as a user does. */
export async function upload({ aws, environment }: Parts, names: Record<string, string>): Promise<Marker["objects"]> {
  const objects = Object.keys(names).map((storage) => ({ storage, key: "drill/marker.txt", content: `of ${storage}` }));
  for (const { storage, key, content } of objects) {
    const parameters = { Bucket: names[storage], Key: key, Body: content };
    await aws.ask({ service: "s3", operation: "PutObject", region: environment.region, parameters });
  }
  return objects;
}

/** Content of an object; undefined where there is none. */
export async function objectIn(aws: Aws, region: string, bucket: string, key: string): Promise<string | undefined> {
  const parameters = { Bucket: bucket, Key: key };
  try {
    return (await aws.ask<{ Body: string }>({ service: "s3", operation: "GetObject", region, parameters })).Body;
  } catch (error) {
    if ((error as { code?: string }).code === "NoSuchKey") return undefined;
    throw error;
  }
}

/** Runs the backup plan now, as AWS Backup does at its hour. Copies have a status of their own, which nobody waits for. */
export async function runBackupPlan(emulator: Emulator, { environment, prefix }: Omit<Parts, "aws">): Promise<string> {
  interface Job {
    readonly rule: string;
    readonly error?: string;
    readonly copies?: readonly { readonly recovery_point?: string; readonly error?: string }[];
  }
  const body = { plan: prefix, region: environment.region };
  const { jobs } = (await emulator.control("POST", "backup", body)) as { readonly jobs: readonly Job[] };
  const copies = jobs.flatMap(({ copies: made = [] }) => made);
  const errors = [...jobs, ...copies].flatMap(({ error }) => error ?? []);
  if (errors.length > 0 || copies.length === 0) {
    throw new Failure(`The backup plan ${prefix} made no copy: ${errors.join("; ") || "it has no rule that copies"}.`);
  }
  return `snapshots: ${jobs.length}, copies in the other region: ${copies.length}`;
}
