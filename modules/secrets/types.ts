import { t } from "../../kernel";
import { SAME_REGION, arn } from "../parts/arns";
import { schedule } from "../parts/schedules";

/** What the key of a secret, or of a reader, is made of: it becomes part of names in Secrets Manager and in IAM. */
export const KEY = [
  /^[A-Za-z0-9][A-Za-z0-9_.-]{0,39}$/,
  "must be 1 to 40 letters, digits, dots, underscores and hyphens, beginning with a letter or digit",
  { good: "sentry-dsn", bad: "sentry dsn" },
] as const;

/** A secret as JSON, of which one value is generated. */
const jsonSecret = () =>
  t
    .object({
      /**
       * Field that holds the generated value.
       * @default "password"
       */
      generatedKey: t.string().default("password"),
      /**
       * The other fields.
       * @default {}
       */
      fields: t.map(t.string()).default({}),
    })
    .rule({
      test: ({ generatedKey, fields }) => !((generatedKey ?? "password") in (fields ?? {})),
      condition: (ref) => `!contains(keys(${ref}.fields), ${ref}.generated_key)`,
      message: (spell) => `must not have ${spell("generatedKey")} among its fields: that value is generated`,
      bad: { generatedKey: "password", fields: { password: "nimbus" } },
    });

/** What Secrets Manager takes of schedules: from every four hours on, on the hour, in any year. */
const ROTATION =
  /^(rate[(](([4-9]|[1-9][0-9]{1,2})\x20hours|1\x20day|([2-9]|[1-9][0-9]{1,2})\x20days)[)]|cron[(]0\x20.+\x20[*][)])$/;

/** Source: AWS Secrets Manager User Guide, "Rotation schedules"; botocore, secretsmanager, RotationRulesType. */
const rotationSchedule = () =>
  schedule(["cron", "rate"], "cron(0 4 1 * ? *)").pattern(
    ROTATION,
    "must be at least four hours apart, such as rate(4 hours), and a cron() in minute 0 and in every year",
    { good: "cron(0 4 1 * ? *)", bad: "rate(30 minutes)" },
  );

const rotation = () =>
  t
    .object({
      /** ARN of the function. */
      lambdaArn: arn(
        "lambda",
        "function:[A-Za-z0-9_-]+",
        "arn:aws:lambda:us-east-1:123456789012:function:rotate-token",
        SAME_REGION,
      ),
      /** Days between two rotations; 30 is usual. Give this or `schedule`. */
      days: t.number().range(1, 1000, "days").integer().optional(),
      /** Schedule of rotations, rate(...) or cron(...) in UTC. Give this or `days`. */
      schedule: rotationSchedule().optional(),
      /** Hours within which a rotation must run, such as 3h. Null leaves AWS's own window. */
      duration: t
        .string()
        .pattern(/^([1-9]|1[0-9]|2[0-4])h$/, "must be 1h to 24h", { good: "3h", bad: "90m" })
        .optional(),
      /**
       * Whether the secret is rotated as soon as rotation is set.
       * @default false
       */
      rotateImmediately: t.bool().default(false),
    })
    .example({ days: 30 })
    .rule({
      test: ({ days, schedule }) => isGiven(days) !== isGiven(schedule),
      condition: (ref) => `(${ref}.days == null) != (${ref}.schedule == null)`,
      message: "must have either days or schedule",
      bad: { days: 30, schedule: "rate(30 days)" },
    });

const isGiven = (value: unknown): boolean => value !== undefined && value !== null;

/** One secret. */
export const secret = () =>
  t
    .object({
      /** What the secret is for, as Secrets Manager shows it. Null says nothing. */
      description: t.string().length(0, 2048).optional(),
      /**
       * Where the value comes from: generated at random, given in `values`, or external: put by somebody with the AWS
       * CLI, and never written by Terraform.
       * @default "generated"
       */
      // Somebody may have put the secret itself here: no message shows what is wrong.
      value: t.oneOf("generated", "given", "external").default("generated").sensitive(),
      /**
       * Raise it to write the value anew; nothing else ever does.
       * @default 1
       */
      version: t.number().range(1, 1000000).integer().default(1),
      /**
       * Characters of a generated value.
       * @default 32
       */
      length: t.number().range(16, 4096, "characters").integer().default(32),
      /**
       * Whether a generated value has letters and digits only.
       * @default true
       */
      excludePunctuation: t.bool().default(true),
      /** Characters that a generated value never has. Null excludes none. */
      excludeCharacters: t.string().length(0, 4096).optional(),
      /** Stores the value as JSON, with more fields. Null stores it as it is. */
      json: jsonSecret().optional(),
      /** Rotation by a Lambda function of yours. Null rotates nothing. */
      rotation: rotation().optional(),
      /**
       * Whether a role that is not in `readers` is granted the secret, such as one of another stack. The warning of an app
       * that nobody reads it is left out then; the plain module, which does not know who reads, has no such warning.
       * @default false
       */
      readElsewhere: t.bool().default(false),
    })
    .rule({
      test: ({ value, json }) => !json || (value ?? "generated") === "generated",
      condition: (ref) => `${ref}.json == null ? true : ${ref}.value == "generated"`,
      message: "must have json only where value is generated; write a given or an external value as JSON yourself",
      bad: { value: "external", json: {} },
    });
