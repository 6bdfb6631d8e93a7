import { Environment } from "../environments/definition";
import { addressOf } from "../environments/definition/calls";
import { queueNames, queueUrl, topicArn } from "../environments/definition/names/messaging";
import { ToldLifelines } from "../recovery/contract";
import { recoveryName } from "../recovery/names";
import { READ, READ_WRITE } from "../modules/storage/grants";
import { DataPlaces, databaseName, databaseOwner } from "./grants";
import { Place } from "./surroundings";

/** Where dr finds what services use, once it is restored. Before, nobody knows host names. */
export interface Hosts {
  readonly database?: { readonly host: string; readonly port: number };
  readonly cache?: { readonly host: string; readonly port: number };
}

const NOWHERE = { host: "", port: 0 };

/**
 * What the environment's services use, in the recovery region: what primary has copied there, and what dr makes of it. All
 * ARNs are known before dr is deployed, so that roles can be given their rights beforehand.
 *
 * @param lifelines what the primary stack says of its copies
 * @param name what the recovery region's resources are called
 */
export function recoveredPlaces(
  environment: Environment,
  lifelines: ToldLifelines,
  { partition, region, accountId, dnsSuffix }: Place,
  name: string,
  hosts: Hosts = {},
): DataPlaces {
  const { database, cache, secrets, storage } = environment;
  // A restore test has none of its own: it works with those of the standby.
  const at = { region, owner: recoveryName(`${environment.application}-${environment.name}`) };
  const arn = (service: string, resource: string): string =>
    `arn:${partition}:${service}:${region}:${accountId}:${resource}`;
  return {
    region,
    database: database && {
      ...(hosts.database ?? NOWHERE),
      name: databaseName(environment),
      owner: databaseOwner(environment),
      secretArn: lifelines.database.secretArn,
      secretKeys: [lifelines.kmsKeyArn],
      // The identifier by which IAM knows a database is made with it; the user is what the right hangs on.
      connectStatement: (user) => ({
        effect: "Allow",
        actions: ["rds-db:connect"],
        resources: [arn("rds-db", `dbuser:*/${user}`)],
      }),
    },
    cache: cache && {
      ...(hosts.cache ?? NOWHERE),
      userName: (user) => `${name}-${user}`,
      connectStatement: (user) => ({
        effect: "Allow",
        actions: ["elasticache:Connect"],
        resources: [
          arn("elasticache", `${cache.serverless ? "serverlesscache" : "replicationgroup"}:${name}`),
          arn("elasticache", `user:${name}-${user}`),
        ],
      }),
    },
    bucketName: (key) => lifelines.buckets(key).name,
    bucketStatements: storage
      ? (key, access) => {
          const { objectActions, keyActions } = access === "read" ? READ : READ_WRITE;
          const bucket = lifelines.buckets(key);
          return [
            { effect: "Allow", actions: ["s3:ListBucket"], resources: [bucket.arn] },
            {
              effect: "Allow",
              actions: objectActions,
              resources: [`${bucket.arn}/*`],
            },
            {
              effect: "Allow",
              actions: keyActions,
              resources: [bucket.kmsKeyArn],
              conditions: { StringEquals: { "kms:ViaService": [`s3.${region}.${dnsSuffix}`] } },
            },
          ];
        }
      : undefined,
    service: (service) => addressOf(environment.services, service),
    queueName: (queue) => queueNames(environment, at.owner, queue)[0],
    queueUrl: (queue) => queueUrl(environment, at, queue),
    topicArn: (topic) => topicArn(environment, at, topic),
    secret: (key) => ({ arn: lifelines.secrets(key) }),
    secretKeys: secrets ? [lifelines.secretsKmsKeyArn] : [],
  };
}
