import { Fields, t } from "../../../kernel";
import { ANYWHERE, livesAt } from "../../parts/arns";
import { IMAGE } from "../image";
import { whole } from "../../parts/inputs";

export { cidrBlock, securityGroupId, whole } from "../../parts/inputs";

export const port = () => whole(1, 65535);

export const image = () =>
  t
    .string()
    .pattern(
      IMAGE,
      "must be the name of an image, such as 123456789012.dkr.ecr.us-east-1.amazonaws.com/web:1.4.2: the repository in lower case, the tag of 128 characters at most",
      {
        good: "public.ecr.aws/nginx/nginx:1.29.3",
        bad: "nginx 1.29",
      },
    );

/** A path that begins at the root. */
export const absolutePath = (good: string) =>
  t.string().pattern(/^\/[^\s]*$/, `must begin with a slash, such as ${good}`, { good, bad: good.slice(1) });

/** A folder of a container that something is mounted on: not its root, which holds the image. */
export const mountPath = (good: string) =>
  absolutePath(good).rule({
    test: (path) => !/^\/+$/.test(path),
    condition: (ref) => `!can(regex("^/+$", ${ref}))`,
    message: `must be a folder below the root, such as ${good}: a mount on / would hide the image`,
    bad: "/",
  });

const KEY = { good: "cache", bad: "Cache!" };

/** Names that the caller chooses, which end up in names of resources or in a task definition. */
export const NAME_KEY = [
  /^[a-z0-9][a-z0-9-]{0,31}$/,
  "must be 1 to 32 lower-case letters, digits and hyphens",
  KEY,
] as const;

/** Names of environment variables; dots are allowed, as Spring and Elasticsearch use them. */
export const VARIABLE_KEY = [
  /^[A-Za-z_][A-Za-z0-9_.-]*$/,
  "must be the name of an environment variable",
  { good: "LOG_LEVEL", bad: "1 LEVEL" },
] as const;

export const environment = () => t.map(t.string()).keys(...VARIABLE_KEY);

const SECRET = "arn:aws:secretsmanager:us-east-1:123456789012:secret:web/database-a1b2c3";

/** Secrets by the name of the environment variable that they are put into. */
export const secrets = () =>
  t
    .map(
      t
        .object({
          /** ARN of a secret of Secrets Manager or of a parameter of Systems Manager. */
          arn: t
            .string()
            .pattern(
              /^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:(secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:[^:]+|ssm:[a-z0-9-]+:[0-9]{12}:parameter\/[^:]+)$/,
              "must be the ARN of a secret of Secrets Manager or of a parameter of Systems Manager, without the key of a JSON secret, which has an input of its own",
              { good: SECRET, bad: "web/database" },
            )
            .against(livesAt(ANYWHERE, SECRET)),
          /** Field of a JSON secret whose value is taken. Null takes the whole secret. */
          jsonKey: t
            .string()
            .pattern(/^[^:\s]+$/, "must be a key of the secret's JSON, without colons, which part ECS's references", {
              good: "password",
              bad: "password:AWSCURRENT",
            })
            .optional(),
        })
        .rule({
          test: ({ arn, jsonKey }) => !jsonKey || arn.includes(":secretsmanager:"),
          condition: (ref) => `${ref}.json_key == null ? true : strcontains(${ref}.arn, ":secretsmanager:")`,
          message: (spell) =>
            `must have a ${spell("jsonKey")} only with a secret of Secrets Manager: a parameter is taken whole`,
          bad: { arn: "arn:aws:ssm:us-east-1:123456789012:parameter/web/database", jsonKey: "password" },
        }),
    )
    .keys(...VARIABLE_KEY);

/** A health check that the container agent runs inside of the container. */
export const healthCheck = () =>
  t.object({
    /** Command, as CMD and its arguments or CMD-SHELL and one line. It succeeds with exit code 0. */
    command: t
      .list(t.string().example("CMD"))
      .length(2, 50)
      .rule({
        test: (command) => ["CMD", "CMD-SHELL"].includes(command[0]),
        condition: (ref) => `try(contains(["CMD", "CMD-SHELL"], ${ref}[0]), true)`,
        message:
          'must begin with CMD (then the program and its arguments) or CMD-SHELL (then one line), such as ["CMD", "/app", "health"]',
        bad: ["curl", "localhost"],
      }),
    /**
     * Seconds between two checks.
     * @default 10
     */
    interval: whole(5, 300, "seconds").default(10),
    /**
     * Seconds after which a check has failed.
     * @default 5
     */
    timeout: whole(2, 60, "seconds").default(5),
    /**
     * Failures in a row after which the container is unhealthy.
     * @default 3
     */
    retries: whole(1, 10).default(3),
    /**
     * Seconds after the start during which failures do not count.
     * @default 30
     */
    startPeriod: whole(0, 300, "seconds").default(30),
  });

/** What a container waits for before it starts: names of containers and the state that they must have reached. */
export const startAfter = () => t.map(t.oneOf("START", "COMPLETE", "SUCCESS", "HEALTHY"));

const USER = /^[a-z0-9_][a-zA-Z0-9_.-]*(:[a-z0-9_][a-zA-Z0-9_.-]*)?$/;

/**
 * Names and numbers both work; numbers need no entry in the image's /etc/passwd. 1000 is the first ordinary user of
 * Debian and Alpine, and the `node` user of the official Node.js images.
 */
export const user = () =>
  t
    .string()
    .pattern(USER, "must be user or user:group, as names or numbers", { good: "1000:1000", bad: "1000 1000" })
    .default("1000:1000");

/** A policy statement that the caller writes. */
export const statements = () =>
  t.list(
    t.object({
      /** Name of the statement. Null gives it none. */
      sid: t
        .string()
        .pattern(/^[A-Za-z0-9]{1,100}$/, "must be letters and digits", { good: "ReadQueue", bad: "read queue" })
        .optional(),
      /**
       * Whether the actions are allowed or denied.
       * @default "Allow"
       */
      effect: t.oneOf("Allow", "Deny").default("Allow"),
      /** Actions, such as sqs:SendMessage. */
      actions: t
        .list(
          t.string().pattern(/^([*]|[a-z0-9-]+:[A-Za-z0-9*?]+)$/, "must be an action, such as sqs:SendMessage", {
            good: "sqs:SendMessage",
            bad: "SendMessage",
          }),
        )
        .length(1, 500),
      /** ARNs of the resources. */
      resources: t
        .list(
          t.string().pattern(/^([*]|arn:.+)$/, "must be an ARN, or *", {
            good: "arn:aws:sqs:us-east-1:123456789012:nimbus",
            bad: "nimbus",
          }),
        )
        .length(1, 500),
      /**
       * Conditions, by operator and key, as IAM writes them.
       * @default {}
       */
      conditions: t.map(t.map(t.list(t.string()))).default({}),
    }),
  );

/** An object that holds nothing but an ARN: its presence is known when the ARN itself is not. */
export const byArn = <const F extends Fields[string]>(arn: F) =>
  t.object({
    /** ARN of the resource. */
    arn,
  });
