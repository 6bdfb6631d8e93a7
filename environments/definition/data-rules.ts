import { Problem } from "../../kernel";
import type { OtherEnvironment } from "./rules";
import type { EnvironmentDefinition, EnvironmentService } from "./schema";
import { Uses, variablesOf } from "./uses";

/** Name of a bucket where the environment gives none: buckets share one name space with all other accounts. */
export const bucketName = (definition: EnvironmentDefinition, environment: string, bucket: string): string =>
  definition.storage?.[bucket]?.bucketName ??
  `${definition.application}-${environment}-${bucket}-${definition.accountId}-${definition.region}`;

/** The rules about what services use of the environment's data. They look at parts of the right shape only. */
export function checkData(
  name: string,
  definition: EnvironmentDefinition,
  others: readonly OtherEnvironment[],
): Problem[] {
  return [
    ...Object.entries(definition.services ?? {}).flatMap(([service, stated]) =>
      usesOf(stated) ? checkUses(`services["${service}"]`, stated, definition) : [],
    ),
    ...takenBuckets(name, definition, others),
  ];
}

function checkUses(path: string, service: EnvironmentService, definition: EnvironmentDefinition): Problem[] {
  const uses = service.uses as Uses;
  const users = Object.keys(definition.cache?.users ?? {});
  return [
    ...(uses.database && !definition.database
      ? [{ path: `${path}.uses.database`, message: "needs the environment's database, which is not stated" }]
      : []),
    ...(uses.cache && !definition.cache
      ? [{ path: `${path}.uses.cache`, message: "needs the environment's cache, which is not stated" }]
      : []),
    ...(uses.cache && definition.cache
      ? unknown(`${path}.uses.cache.user`, uses.cache.user, users, "cache.users")
      : []),
    ...Object.keys(uses.storage ?? {}).flatMap((bucket) =>
      unknown(`${path}.uses.storage`, bucket, Object.keys(definition.storage ?? {}), "storage"),
    ),
    ...Object.entries(uses.secrets ?? {}).flatMap(([variable, secret]) =>
      unknown(
        `${path}.uses.secrets["${variable}"]`,
        secret,
        Object.keys(definition.secrets?.secrets ?? {}),
        "secrets.secrets",
      ),
    ),
    ...grantsWithoutRole(path, service, uses),
    ...statedTwice(path, service, uses),
  ];
}

function unknown(path: string, name: unknown, known: readonly string[], where: string): Problem[] {
  if (typeof name !== "string" || known.includes(name)) return [];
  const message = `must be one of ${where}: there ${known.length === 0 ? "is none" : `are ${known.join(", ")}`}`;
  return [{ path, message, value: name }];
}

/** Rights are given to the module's own task role; a role of the caller's is the caller's to write. */
function grantsWithoutRole(path: string, service: EnvironmentService, uses: Uses): Problem[] {
  const needed = Object.keys(uses.storage ?? {}).length > 0 || uses.cache || uses.database?.iamUser;
  if (!needed || !service.taskRole) return [];
  const message = "must be left out: what the service uses is granted to the module's own task role";
  return [{ path: `${path}.taskRole`, message, value: service.taskRole }];
}

function statedTwice(path: string, service: EnvironmentService, uses: Uses): Problem[] {
  const stated = new Map([
    ...Object.keys(service.environment ?? {}).map((variable): [string, string] => [variable, "environment"]),
    ...Object.keys(service.secrets ?? {}).map((variable): [string, string] => [variable, "secrets"]),
  ]);
  const given = variablesOf(uses);
  const twice = given.filter((variable, i) => given.indexOf(variable) !== i);
  return [
    ...given
      .filter((variable) => stated.has(variable))
      .map((variable) => ({
        path: `${path}.${stated.get(variable)}["${variable}"]`,
        message: "is set by the stack because of what the service uses; leave it out",
      })),
    ...twice.map((variable) => ({
      path: `${path}.uses`,
      message: `would set the variable ${variable} twice; rename the secret's variable or the bucket`,
    })),
  ];
}

/** A bucket of a name that another environment has, or would have, is that environment's data. */
function takenBuckets(name: string, definition: EnvironmentDefinition, others: readonly OtherEnvironment[]): Problem[] {
  const buckets = Object.keys(definition.storage ?? {});
  const repeated = buckets.filter((bucket, i) =>
    buckets
      .slice(0, i)
      .some((earlier) => bucketName(definition, name, earlier) === bucketName(definition, name, bucket)),
  );
  return [
    ...repeated.map((bucket) => ({
      path: `storage["${bucket}"].bucketName`,
      message: "must differ from that of every other bucket",
      value: bucketName(definition, name, bucket),
    })),
    ...others.flatMap((other) =>
      buckets
        .map((bucket) => ({ bucket, value: bucketName(definition, name, bucket) }))
        .filter(({ value }) => isOf(other, value, `${definition.application}-${name}-`))
        .map(({ bucket, value }) => ({
          path: `storage["${bucket}"].bucketName`,
          message: `must not be a bucket of environment ${other.name}; leave it out, or begin it with ${definition.application}-${name}-`,
          value,
        })),
    ),
  ];
}

/** `nimbus-production-eu-files` is no bucket of `nimbus-production` where there is a `nimbus-production-eu`. */
function isOf({ name, definition }: OtherEnvironment, bucket: string, asker: string): boolean {
  const prefix = `${definition.application}-${name}-`;
  const meant = bucket.startsWith(prefix) && !(bucket.startsWith(asker) && asker.startsWith(prefix));
  return meant || Object.keys(definition.storage ?? {}).some((own) => bucketName(definition, name, own) === bucket);
}

const usesOf = (service: EnvironmentService | undefined): Uses | undefined => {
  const uses = service?.uses;
  return typeof uses === "object" && uses !== null ? uses : undefined;
};
