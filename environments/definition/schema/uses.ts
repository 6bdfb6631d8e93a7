import { t } from "../../../kernel";

const VARIABLE = [
  /^[A-Za-z_][A-Za-z0-9_]*$/,
  "must be the name of an environment variable: letters, digits and underscores, not beginning with a digit",
  { good: "SENTRY_DSN", bad: "sentry dsn" },
] as const;

/** How a service may use a bucket. */
export const BUCKET_ACCESS = ["read", "read_write"] as const;

/** How a service may use a queue. */
export const QUEUE_ACCESS = ["send", "receive", "send_receive"] as const;

/**
 * What of the environment's data a service works with. The stack opens the way there, gives the service's roles what they
 * need and no more, and puts what the application must know into its environment: see {@link fieldsOf}.
 */
export const usesInput = () =>
  t
    .object({
      /** Access to the database, and its address in DATABASE_... variables. Null gives none. */
      database: t
        .object({
          /** User of the database that signs in by IAM. Null: its owner, with the password. */
          iamUser: t
            .string()
            .pattern(/^[A-Za-z_][A-Za-z0-9_]{0,62}$/, "must be the name of one user: letters, digits and underscores", {
              good: "web",
              bad: "*",
            })
            .optional(),
        })
        .optional(),
      /** Access to the cache, and its address in CACHE_... variables. Null gives none. */
      cache: t
        .object({
          /** User of the cache, by its name in `cache.users`. */
          user: t.string(),
        })
        .optional(),
      /**
       * Access to buckets, by their names in `storage`: read, or read_write.
       * @default {}
       */
      storage: t.map(t.oneOf(...BUCKET_ACCESS)).default({}),
      /**
       * Access to queues, by their names in `queues`: send, receive (and delete), or send_receive. Their addresses are in
       * <NAME>_QUEUE_URL.
       * @default {}
       */
      queues: t.map(t.oneOf(...QUEUE_ACCESS)).default({}),
      /**
       * Topics that it publishes to, by their names in `topics`. Their ARNs are in <NAME>_TOPIC_ARN.
       * @default []
       */
      topics: t.list(t.string()).unique().default([]),
      /**
       * Services of the environment that it calls, by their names: each has a port. Their addresses are in <NAME>_HOST and
       * <NAME>_PORT. Once one service states this, nobody calls what he has not stated.
       * @default []
       */
      services: t.list(t.string()).unique().default([]),
      /**
       * Environment variables that are read from the environment's secrets: names of secrets, by variable.
       * @default {}
       */
      secrets: t
        .map(t.string())
        .keys(...VARIABLE)
        .default({}),
    })
    .optional();

/** What a service uses, as its environment states it. */
export type Uses = NonNullable<ReturnType<typeof usesInput>["_type"]>;

/** Name of the variable that holds a bucket's name: `user-files` becomes `USER_FILES_BUCKET`. */
export const bucketVariable = (bucket: string): string => `${bucket.toUpperCase().replace(/-/g, "_")}_BUCKET`;

/** Queues that a service receives from. */
export const receivedBy = (uses: Uses | undefined): string[] =>
  Object.entries(uses?.queues ?? {}).flatMap(([queue, access]) => (access === "send" ? [] : [queue]));

/** Names of the variables that hold where a service is called: `user-api` becomes `USER_API_HOST` and `USER_API_PORT`. */
export const serviceVariables = (service: string): [host: string, port: string] => {
  const name = service.toUpperCase().replace(/-/g, "_");
  return [`${name}_HOST`, `${name}_PORT`];
};

/** Name of the variable that holds a queue's address: `user-mails` becomes `USER_MAILS_QUEUE_URL`. */
export const queueVariable = (queue: string): string => `${queue.toUpperCase().replace(/-/g, "_")}_QUEUE_URL`;

/** Name of the variable that holds a topic's ARN: `user-events` becomes `USER_EVENTS_TOPIC_ARN`. */
export const topicVariable = (topic: string): string => `${topic.toUpperCase().replace(/-/g, "_")}_TOPIC_ARN`;

/**
 * What a service is told because of what it uses: the environment variable that holds it, by the field that stands for it in
 * templates.
 */
export function fieldsOf(uses: Uses): Readonly<Record<string, string>> {
  const { database, cache, storage = {}, queues = {}, topics = [], services = [] } = uses;
  const parts = (of: string, names: readonly string[]): [string, string][] =>
    names.map((name) => [`${of}.${name}`, `${of}_${name}`.toUpperCase()]);
  return Object.fromEntries([
    ...(database ? parts("database", ["host", "port", "user", "name"]) : []),
    ...(database && !database.iamUser ? parts("database", ["password"]) : []),
    ...(cache ? parts("cache", ["host", "port", "user"]) : []),
    ...Object.keys(storage).map((bucket) => [`storage.${bucket}.name`, bucketVariable(bucket)]),
    ...Object.keys(queues).map((queue) => [`queues.${queue}.url`, queueVariable(queue)]),
    ...topics.map((topic) => [`topics.${topic}.arn`, topicVariable(topic)]),
    ...services.flatMap((service) => {
      const [host, port] = serviceVariables(service);
      return [
        [`services.${service}.host`, host],
        [`services.${service}.port`, port],
      ];
    }),
  ]) as Record<string, string>;
}

/** Names of the environment variables that the stack gives a service because of what it uses. */
export const variablesOf = (uses: Uses): string[] => [
  ...Object.values(fieldsOf(uses)),
  ...Object.keys(uses.secrets ?? {}),
];
