import { Problem } from "../../../kernel";
import { bucketName } from "../names/buckets";
import type { OtherEnvironment } from "./other-environment";
import type { EnvironmentDefinition } from "../schema/environment";
import type { EnvironmentService } from "../schema/parts";
import { Uses, variablesOf } from "../schema/uses";
import { checkVariables } from "./variables";

/** The rules about what services use of the environment's data. They look at parts of the right shape only. */
export function checkData(
  name: string,
  definition: EnvironmentDefinition,
  others: readonly OtherEnvironment[],
): Problem[] {
  return [
    ...checkServices(definition),
    ...takenBuckets(name, definition, others),
    ...longBucketNames(name, definition),
    ...takenSecrets(definition),
  ];
}

/** What each service uses, against what the environment has. */
export function checkServices(definition: EnvironmentDefinition): Problem[] {
  return Object.entries(definition.services ?? {}).flatMap(([service, stated]) => {
    const path = `services["${service}"]`;
    return [
      ...(usesOf(stated) ? checkUses(path, stated, definition) : []),
      ...(stated ? checkVariables(path, stated, definition) : []),
    ];
  });
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
    ...Object.keys(uses.queues ?? {}).flatMap((queue) =>
      unknown(`${path}.uses.queues`, queue, Object.keys(definition.queues ?? {}), "queues"),
    ),
    ...(uses.topics ?? []).flatMap((topic, i) =>
      unknown(`${path}.uses.topics[${i}]`, topic, Object.keys(definition.topics ?? {}), "topics"),
    ),
    ...(uses.services ?? []).flatMap((service, i) =>
      unknown(`${path}.uses.services[${i}]`, service, Object.keys(definition.services ?? {}), "services"),
    ),
    ...Object.entries(uses.secrets ?? {}).flatMap(([variable, secret]) =>
      unknown(
        `${path}.uses.secrets["${variable}"]`,
        secret,
        Object.keys(definition.secrets?.secrets ?? {}),
        "secrets.secrets",
      ),
    ),
    ...signIn(`${path}.uses.database.iamUser`, uses, definition),
    ...grantsWithoutRole(path, service, uses),
    ...statedTwice(path, service, uses),
  ];
}

/**
 * Who can sign in how. RDS Proxy takes IAM or passwords, and knows the master user only, since it signs in with the secret.
 *
 * Source: Amazon RDS User Guide, "Connecting to a database using IAM authentication" and "RDS Proxy".
 */
function signIn(path: string, uses: Uses, { database }: EnvironmentDefinition): Problem[] {
  if (!uses.database || !database) return [];
  const { iamUser } = uses.database;
  const master = database.username ?? "postgres";
  const byIam = database.proxy?.iamAuth === "REQUIRED";
  const given = iamUser !== undefined && iamUser !== null;
  const say = (message: string): Problem[] => [{ path, message, value: iamUser }];
  if (given && database.iamDatabaseAuthentication === false) {
    return say("needs database.iamDatabaseAuthentication, which is false");
  }
  if (!database.proxy) return [];
  if (given && !byIam) {
    return say('needs database.proxy.iamAuth "REQUIRED": the proxy takes passwords; leave iamUser out, or set it');
  }
  if (byIam && iamUser !== master) {
    return say(`must be ${master}: the proxy takes IAM only, and signs in with the secret of the master user`);
  }
  return [];
}

function unknown(path: string, name: unknown, known: readonly string[], where: string): Problem[] {
  if (typeof name !== "string" || known.includes(name)) return [];
  const message = `must be one of ${where}: there ${known.length === 0 ? "is none" : `are ${known.join(", ")}`}`;
  return [{ path, message, value: name }];
}

/** Rights are given to the module's own task role; a role of the caller's is the caller's to write. */
function grantsWithoutRole(path: string, service: EnvironmentService, uses: Uses): Problem[] {
  const { storage = {}, queues = {}, topics = [] } = uses;
  const granted = [...Object.keys(storage), ...Object.keys(queues), ...topics];
  const needed = granted.length > 0 || uses.cache || uses.database?.iamUser;
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
      message: `would set the variable ${variable} twice; rename the secret's variable, the bucket, the queue or the topic`,
    })),
  ];
}

/** S3's longest name, and that of a bucket with one of logs beside it: `<name>-logs`. */
const LONGEST_BUCKET_NAME = 63;
const LOGS = "-logs";

/** A name that follows from the others can be too long without anybody having written it. */
function longBucketNames(name: string, definition: EnvironmentDefinition): Problem[] {
  return Object.entries(definition.storage ?? {}).flatMap(([bucket, stated]) => {
    const longest = LONGEST_BUCKET_NAME - (stated?.ownLogBucket === false ? 0 : LOGS.length);
    const value = bucketName(definition, name, bucket);
    if (value.length <= longest) return [];
    const message = `must be at most ${longest} characters long${longest < LONGEST_BUCKET_NAME ? `, as ${LOGS} follows for its logs` : ""}; give a shorter one`;
    return [{ path: `storage["${bucket}"].bucketName`, message, value }];
  });
}

/** The database keeps its master user under the same name as the environment's secrets. */
function takenSecrets({ database, secrets }: EnvironmentDefinition): Problem[] {
  const { managed, existing } = database?.credentials ?? {};
  if (!database || managed || existing || !("master-user" in (secrets?.secrets ?? {}))) return [];
  return [
    {
      path: 'secrets.secrets["master-user"]',
      message: "must have another name: the secret of the database's master user is called so",
    },
  ];
}

/** The names that a bucket takes: its own, and that of the one for its logs. */
function namesOf(environment: string, bucket: string, definition: EnvironmentDefinition): string[] {
  const name = bucketName(definition, environment, bucket);
  return definition.storage?.[bucket]?.ownLogBucket === false ? [name] : [name, `${name}${LOGS}`];
}

/** A bucket of a name that another environment has, or would have, is that environment's data. */
function takenBuckets(name: string, definition: EnvironmentDefinition, others: readonly OtherEnvironment[]): Problem[] {
  const buckets = Object.keys(definition.storage ?? {});
  const repeated = buckets.filter((bucket, i) => {
    const own = namesOf(name, bucket, definition);
    return buckets
      .slice(0, i)
      .some((earlier) => namesOf(name, earlier, definition).some((taken) => own.includes(taken)));
  });
  return [
    ...repeated.map((bucket) => ({
      path: `storage["${bucket}"].bucketName`,
      message: `must differ from that of every other bucket, and of the one for its logs (<name>${LOGS})`,
      value: bucketName(definition, name, bucket),
    })),
    ...others.flatMap((other) =>
      buckets
        .map((bucket) => ({ bucket, value: bucketName(definition, name, bucket) }))
        .filter(({ value }) => isOf(other, value, `${definition.application}-${name}-`))
        .map(({ bucket, value }) => ({
          path: `storage["${bucket}"].bucketName`,
          message: `must not be a bucket of ${other.file}; ${advice(bucket, definition, `${definition.application}-${name}-`)}`,
          value,
        })),
    ),
  ];
}

/** What to do about a bucket whose name is another environment's: one that follows from its key changes with the key. */
function advice(bucket: string, { storage }: EnvironmentDefinition, prefix: string): string {
  const isStated = storage?.[bucket]?.bucketName !== undefined;
  return isStated
    ? `leave it out, or begin it with ${prefix}`
    : `rename storage["${bucket}"], from which the name follows`;
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
