import { t } from "../../../kernel";

/** Storage classes that a lifecycle rule can move objects to, each cheaper to keep and dearer to read than the one before. */
export const STORAGE_CLASSES = [
  "STANDARD_IA",
  "INTELLIGENT_TIERING",
  "ONEZONE_IA",
  "GLACIER_IR",
  "GLACIER",
  "DEEP_ARCHIVE",
] as const;

/** Endings and beginnings of names that S3 keeps for itself. */
const RESERVED_NAME = /^(xn--|sthree-|amzn-s3-demo-)|(-s3alias|--ol-s3|--x-s3|--table-s3)$/;

/** Name of a bucket. Source: Amazon S3 User Guide, "General purpose bucket naming rules". */
export const bucketName = () =>
  t
    .string()
    .pattern(
      /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/,
      "must be 3 to 63 lower-case letters, digits and hyphens, with a letter or digit at both ends; a dot would break TLS",
      { good: "nimbus-production-uploads", bad: "Nimbus.Uploads" },
    )
    .rule({
      test: (name) => !RESERVED_NAME.test(name),
      condition: (ref) => `!can(regex("${RESERVED_NAME.source}", ${ref}))`,
      message:
        "must not begin with xn--, sthree- or amzn-s3-demo-, nor end with -s3alias, --ol-s3, --x-s3 or --table-s3",
      bad: "nimbus-s3alias",
    });

/** The beginning of a key. IAM would read `*`, `?` and `$` as more than themselves. */
export const prefix = (standard = "") =>
  t
    .string()
    .pattern(
      /^([A-Za-z0-9!_.'()=-][A-Za-z0-9!_.'()=/-]*)?$/,
      "must be the beginning of a key, such as uploads/: letters, digits and !_.'()=/-, with no slash in front",
      { good: "uploads/", bad: "/uploads/*" },
    )
    .default(standard);

/** A map by names that become part of a resource's address and of a policy's name. */
export const byName = <T>(item: Parameters<typeof t.map<T>>[0]) =>
  t.map<T>(item).keys(/^[a-z0-9][a-z0-9-]{0,39}$/, "must be 1 to 40 lower-case letters, digits and hyphens", {
    good: "web",
    bad: "Web App",
  });

/** A number of days, or of anything else that is counted. */
export const whole = (lowest: number, highest: number, unit = "") => t.number().range(lowest, highest, unit).integer();

/** A role that may use the bucket. */
export const grantee = () =>
  t.object({
    /** Name of the role, not its ARN. */
    roleName: t.string().pattern(/^[A-Za-z0-9+=,.@_-]{1,64}$/, "must be the name of a role, not its ARN", {
      good: "nimbus-production-web-task-us-east-1",
      bad: "arn:aws:iam::123456789012:role/web",
    }),
    /**
     * What the keys begin with that the role may use. Empty is the whole bucket.
     * @default ""
     */
    prefix: prefix(),
  });
