import { Environment } from "../environments/definition";
import { tf } from "../kernel";
import { ServiceProps } from "../modules/service";
import {
  BUCKET_ACCESS,
  Uses,
  bucketVariable,
  queueVariable,
  serviceVariables,
  topicVariable,
} from "../environments/definition/schema/uses";
import { Templates, fillTemplates } from "./templates";

/** What a service is given because of what it uses: a part of its inputs. */
export type ServiceGrants = Required<
  Pick<ServiceProps, "environment" | "secrets" | "secretKmsKeys" | "taskStatements">
>;

type Statement = ServiceGrants["taskStatements"][number];

/** How a bucket may be used. */
export type BucketAccess = (typeof BUCKET_ACCESS)[number];

/** Where the environment's data is in a region, and what it takes to get at it. */
export interface DataPlaces {
  readonly region: string;
  readonly database?: {
    readonly host: string;
    readonly port: number;
    /** Name of the first database. */
    readonly name: string;
    /** Its master user. */
    readonly owner: string;
    readonly secretArn: string;
    /** Keys of the secret, where they are not AWS's own. */
    readonly secretKeys: readonly string[];
    readonly connectStatement: (user: string) => Statement;
  };
  readonly cache?: {
    readonly host: string;
    readonly port: number;
    readonly userName: (user: string) => string;
    readonly connectStatement: (user: string) => Statement;
  };
  readonly bucketName: (bucket: string) => string;
  /** Rights to a bucket, where they are not granted to the role by the bucket's own module. */
  readonly bucketStatements?: (bucket: string, access: BucketAccess) => readonly Statement[];
  readonly queueUrl: (queue: string) => string;
  /** Name of a queue, by which its messages are counted. */
  readonly queueName: (queue: string) => string;
  readonly topicArn: (topic: string) => string;
  /** Where a service of the environment is called. */
  readonly service: (name: string) => { readonly host: string; readonly port: number };
  readonly secret: (key: string) => { readonly arn: string };
  /** Keys of the environment's secrets. */
  readonly secretKeys: readonly string[];
}

/** Name of the first database: what the environment states, or RDS's own. */
export const databaseName = ({ database }: Environment): string => database?.dbName ?? "postgres";

/** Name of the master user: what the environment states, or the module's own. */
export const databaseOwner = ({ database }: Environment): string => database?.username ?? "postgres";

const NOTHING: ServiceGrants = { environment: {}, secrets: {}, secretKmsKeys: [], taskStatements: [] };

/**
 * What a service must be told, and let do, to work with what it uses. No value of a secret is among it.
 *
 * @param variables templates of the service's own variables
 */
export function grantsFor(uses: Uses, places: DataPlaces, variables: Templates = {}): ServiceGrants {
  const parts = [
    ofDatabase(uses, places),
    ofCache(uses, places),
    ofBuckets(uses, places),
    ofMessaging(uses, places),
    ofServices(uses, places),
    ofSecrets(uses, places),
  ];
  const told = {
    environment: Object.assign({}, ...parts.map((part) => part.environment)) as ServiceGrants["environment"],
    secrets: Object.assign({}, ...parts.map((part) => part.secrets)) as ServiceGrants["secrets"],
  };
  const own = fillTemplates(variables, uses, told, places);
  return {
    environment: { ...told.environment, ...own.environment },
    secrets: { ...told.secrets, ...own.secrets },
    secretKmsKeys: [...new Set(parts.flatMap((part) => part.secretKmsKeys))],
    taskStatements: parts.flatMap((part) => part.taskStatements),
  };
}

function ofDatabase(uses: Uses, { database }: DataPlaces): ServiceGrants {
  if (!uses.database || !database) return NOTHING;
  const { iamUser } = uses.database;
  const variables = {
    DATABASE_HOST: database.host,
    DATABASE_PORT: tf<string>`tostring(${database.port})`,
    DATABASE_NAME: database.name,
  };
  if (iamUser !== undefined) {
    return {
      ...NOTHING,
      environment: { ...variables, DATABASE_USER: iamUser },
      taskStatements: [database.connectStatement(iamUser)],
    };
  }
  return {
    ...NOTHING,
    environment: variables,
    secrets: {
      DATABASE_USER: { arn: database.secretArn, jsonKey: "username" },
      DATABASE_PASSWORD: { arn: database.secretArn, jsonKey: "password" },
    },
    secretKmsKeys: [...database.secretKeys],
  };
}

function ofCache(uses: Uses, { cache }: DataPlaces): ServiceGrants {
  if (!uses.cache || !cache) return NOTHING;
  const { user } = uses.cache;
  return {
    ...NOTHING,
    environment: {
      CACHE_HOST: cache.host,
      CACHE_PORT: tf<string>`tostring(${cache.port})`,
      CACHE_USER: cache.userName(user),
    },
    taskStatements: [cache.connectStatement(user)],
  };
}

function ofBuckets(uses: Uses, places: DataPlaces): ServiceGrants {
  const wanted = Object.entries(uses.storage ?? {});
  return {
    ...NOTHING,
    environment: Object.fromEntries(
      wanted.map(([bucket]) => [bucketVariable(bucket), places.bucketName(bucket)] as const),
    ),
    taskStatements: wanted.flatMap(([bucket, access]) => [...(places.bucketStatements?.(bucket, access) ?? [])]),
  };
}

/** Security groups on both sides are opened where both services are known: wiring/service.ts. */
const ofServices = ({ services = [] }: Uses, places: DataPlaces): ServiceGrants => ({
  ...NOTHING,
  environment: Object.fromEntries(
    services.flatMap((service) => {
      const [host, port] = serviceVariables(service);
      const address = places.service(service);
      return [[host, address.host] as const, [port, String(address.port)] as const];
    }),
  ),
});

/** Rights are granted to the role by the modules of queues and topics themselves, in the stack that makes both. */
const ofMessaging = ({ queues = {}, topics = [] }: Uses, places: DataPlaces): ServiceGrants => ({
  ...NOTHING,
  environment: Object.fromEntries([
    ...Object.keys(queues).map((queue) => [queueVariable(queue), places.queueUrl(queue)] as const),
    ...topics.map((topic) => [topicVariable(topic), places.topicArn(topic)] as const),
  ]),
});

function ofSecrets(uses: Uses, places: DataPlaces): ServiceGrants {
  const wanted = Object.entries(uses.secrets ?? {});
  if (wanted.length === 0) return NOTHING;
  return {
    ...NOTHING,
    secrets: Object.fromEntries(wanted.map(([variable, key]) => [variable, places.secret(key)])),
    secretKmsKeys: [...places.secretKeys],
  };
}
