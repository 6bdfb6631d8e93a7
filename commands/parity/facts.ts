/** What AWS says in the recovery region: nothing else is asked, so that it can be asked when the other region is gone. */
import {
  COPIES,
  Contract,
  Copies,
  LIFELINES,
  Lifelines,
  RELEASE,
  Release,
  STANDBY,
  Standby,
  decode,
  parameterOf,
} from "../../recovery/contract";
import { Environment } from "../../environments/definition";
import { KIT_CHECKSUMS, kitPlace } from "../../environments/definition/names/kit";
import { ownImage } from "../../environments/definition/names/images";
import { aws, saidBy } from "../../tools/aws-cli";
import { Environment as Variables } from "../../tools/project";
import { QUOTAS, Quota } from "./quotas";

/** An answer of AWS, or why there is none. */
export type Answer<T> = { readonly value: T } | { readonly error: string };

/** A parameter, decoded. */
export interface Told<T> {
  readonly value: T;
  readonly writtenAt: string;
}

/** A secret as AWS describes it, never its value. */
export interface Secret {
  readonly DeletedDate?: string;
  readonly PrimaryRegion?: string;
  readonly VersionIdsToStages?: Readonly<Record<string, readonly string[]>>;
}

export interface Certificate {
  readonly Status: string;
  readonly NotAfter?: string;
}

/** All that parity is judged by. */
export interface Facts {
  readonly lifelines: Answer<Told<Lifelines>>;
  readonly standby: Answer<Told<Standby>>;
  readonly release: Answer<Told<Release>>;
  readonly copies: Answer<Told<Copies>>;
  /** Digests that run, by the names of containers: whether ECR of the region has them. Images of other registries are not asked for. */
  readonly images: Readonly<Record<string, Answer<unknown>>>;
  readonly secrets: Readonly<Record<string, Answer<Secret>>>;
  readonly certificate: Answer<Certificate> | null;
  readonly quotas: ReadonlyMap<Quota, Answer<number>>;
  /** What is used of a quota already, where AWS can be asked. */
  readonly used: ReadonlyMap<Quota, Answer<number>>;
  /** When the kit was uploaded; null where the environment keeps none. */
  readonly kit: Answer<string> | null;
}

/**
 * Asks for all of it.
 *
 * @param env what leads to AWS, where it is other than in this shell
 */
export async function gatherFacts(environment: Environment, env: Variables = {}): Promise<Facts> {
  const region = environment.recovery?.region ?? "";
  const ask = async <T>(service: string, operation: string, ...flags: string[]): Promise<Answer<T>> => {
    const result = await aws([service, operation, "--region", region, ...flags, "--output", "json"], env);
    return result.status === 0 ? { value: JSON.parse(result.stdout) as T } : { error: saidBy(result) };
  };
  const told = async <T>(contract: Contract): Promise<Answer<Told<T>>> => {
    const name = parameterOf(contract, `${environment.application}-${environment.name}`);
    const answer = await ask<{ Parameter: { Value: string; LastModifiedDate: string } }>(
      "ssm",
      "get-parameter",
      "--name",
      name,
    );
    if ("error" in answer) return answer;
    const { Value, LastModifiedDate } = answer.value.Parameter;
    try {
      return { value: { value: decode(contract, Value) as T, writtenAt: LastModifiedDate } };
    } catch (error) {
      return { error: error instanceof SyntaxError ? `${name} is no JSON` : (error as Error).message };
    }
  };
  const [lifelines, standby, release, copies] = await Promise.all([
    told<Lifelines>(LIFELINES),
    told<Standby>(STANDBY),
    told<Release>(RELEASE),
    told<Copies>(COPIES),
  ]);
  const each = async <T>(
    entries: Iterable<readonly [string, () => Promise<Answer<T>>]>,
  ): Promise<Record<string, Answer<T>>> =>
    Object.fromEntries(await Promise.all([...entries].map(async ([name, asking]) => [name, await asking()] as const)));

  const running = "value" in release ? Object.entries(release.value.value.images) : [];
  const images = running.flatMap(([name, { image, digest }]) => {
    const own = ownImage(region, image, environment);
    if (!own || digest === null) return [];
    const id = `imageDigest=${digest}`;
    const asking = () => ask("ecr", "describe-images", "--repository-name", own.repository, "--image-ids", id);
    return [[name, asking] as const];
  });
  const shipped = "value" in lifelines ? lifelines.value.value : undefined;
  const arns = {
    ...shipped?.secrets,
    ...(shipped?.database ? { "master-user": shipped.database.secretArn } : {}),
  };
  const secrets = Object.entries(arns).map(
    ([name, arn]) => [name, () => ask<Secret>("secretsmanager", "describe-secret", "--secret-id", arn)] as const,
  );
  const place = kitPlace(environment);
  const listener = "value" in standby ? standby.value.value.listenerArn : undefined;
  const quotas = new Map<Quota, Answer<number>>();
  const used = new Map<Quota, Answer<number>>();
  for (const quota of QUOTAS) {
    const { service, code, count } = quota;
    const answer = await ask<{ Quota: { Value: number } }>(
      "service-quotas",
      "get-service-quota",
      "--service-code",
      service,
      "--quota-code",
      code,
    );
    quotas.set(quota, "value" in answer ? { value: answer.value.Quota.Value } : answer);
    if (count) used.set(quota, await counted(ask, count));
  }
  return {
    lifelines,
    standby,
    release,
    copies,
    images: await each(images),
    secrets: await each(secrets),
    certificate: listener === undefined ? null : await certificateOf(ask, listener),
    quotas,
    used,
    kit: place
      ? lastModified(
          await ask("s3api", "head-object", "--bucket", place.bucket, "--key", `${place.prefix}/${KIT_CHECKSUMS}`),
        )
      : null,
  };
}

type Ask = <T>(service: string, operation: string, ...flags: string[]) => Promise<Answer<T>>;

async function counted(ask: Ask, { service, operation, list }: NonNullable<Quota["count"]>): Promise<Answer<number>> {
  const answer = await ask<Record<string, readonly unknown[]>>(service, operation);
  return "value" in answer ? { value: answer.value[list]?.length ?? 0 } : answer;
}

async function certificateOf(ask: Ask, listener: string): Promise<Answer<Certificate>> {
  const found = await ask<{ Listeners: { Certificates?: { CertificateArn: string }[] }[] }>(
    "elbv2",
    "describe-listeners",
    "--listener-arns",
    listener,
  );
  if ("error" in found) return found;
  const arn = found.value.Listeners[0]?.Certificates?.[0]?.CertificateArn;
  if (arn === undefined) return { error: "the load balancer of the standby has no certificate" };
  const answer = await ask<{ Certificate: Certificate }>("acm", "describe-certificate", "--certificate-arn", arn);
  return "value" in answer ? { value: answer.value.Certificate } : answer;
}

const lastModified = (answer: Answer<{ LastModified: string }>): Answer<string> =>
  "value" in answer ? { value: answer.value.LastModified } : answer;
