import { section, t } from "../../../kernel";
import { ANYWHERE, livesAt, unless } from "../../parts/arns";
import { byName, grantee, prefix, whole } from "./types";

/** Sids of the statements that the module writes into the bucket's policy. */
export const OWN_SIDS = ["TlsOnly", "Tls12", "OwnKeyOnly", "KmsOnly", "NoCustomerKey"] as const;

const statement = t.object({
  /** Whom the statement is for. */
  principals: t
    .object({
      /**
       * Accounts and ARNs of roles.
       * @default []
       */
      aws: t
        .list(
          t
            .string()
            .pattern(
              /^([0-9]{12}|arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:(iam|sts)::[0-9]{12}:.+)$/,
              "must be an account or the ARN of a role, never *",
              { good: "123456789012", bad: "*" },
            )
            .against(unless("[0-9]{12}", livesAt(ANYWHERE, "arn:aws:iam::123456789012:root"))),
        )
        .default([]),
      /**
       * Services of AWS, such as cloudfront.amazonaws.com.
       * @default []
       */
      services: t
        .list(
          t.string().pattern(/^[a-z0-9.-]+\.amazonaws\.(com(\.cn)?|eu)$/, "must be the name of a service", {
            good: "cloudfront.amazonaws.com",
            bad: "cloudfront",
          }),
        )
        .default([]),
    })
    .example({ services: ["cloudfront.amazonaws.com"] })
    .rule({
      test: ({ aws = [], services = [] }) => aws.length + services.length > 0,
      condition: (ref) => `length(${ref}.aws) + length(${ref}.services) > 0`,
      message: "must name an account, a role or a service",
      bad: { aws: [], services: [] },
    }),
  /**
   * Whether the actions are allowed or denied.
   * @default "Allow"
   */
  effect: t.oneOf("Allow", "Deny").default("Allow"),
  /** Actions of S3, such as s3:GetObject. */
  actions: t
    .list(
      t.string().pattern(/^s3:[A-Za-z]+\*?$/, "must be actions of S3, such as s3:GetObject, never s3:*", {
        good: "s3:GetObject",
        bad: "s3:*",
      }),
    )
    .length(1, 100),
  /**
   * What the keys of the objects begin with. Empty is the whole bucket.
   * @default ""
   */
  prefix: prefix(),
  /**
   * Actions on the module's own key that the same principals are allowed, such as kms:Decrypt.
   * @default []
   */
  keyActions: t
    .list(
      t.string().pattern(/^kms:[A-Za-z]+\*?$/, "must be actions of KMS, such as kms:Decrypt", {
        good: "kms:Decrypt",
        bad: "kms:*",
      }),
    )
    .default([]),
  /**
   * Conditions, by operator and key, as IAM writes them.
   * @default {}
   */
  conditions: t.map(t.map(t.list(t.string()))).default({}),
});

const ORIGIN = /^(\*|https:\/\/[A-Za-z0-9*.-]+(:[0-9]{1,5})?|http:\/\/localhost(:[0-9]{1,5})?)$/;

/** Who may use the bucket: roles, other principals, pages in a browser. */
export const accessInputs = {
  ...section("Access", {
    /**
     * Roles of this account that may list the bucket and read objects, by a name of your own; prefix limits both to the
     * keys that begin so. Old versions are not theirs to read.
     * @default {}
     */
    readers: byName(grantee()).default({}),
    /**
     * Roles of this account that may list the bucket, read, write, tag and delete objects, by a name of your own. They
     * cannot delete old versions: what an intruder deletes through them comes back.
     * @default {}
     */
    writers: byName(grantee()).default({}),
    /**
     * Statements of yours in the bucket's policy, by the Sid: for roles of other accounts and for services.
     * @default {}
     */
    policyStatements: t
      .map(statement)
      .keys(/^[A-Za-z0-9]{1,60}$/, "must be letters and digits: they become the Sid", { good: "Partner", bad: "a b" })
      .rule({
        test: (statements) => OWN_SIDS.every((sid) => !(sid in statements)),
        condition: (ref) =>
          `length(setintersection(keys(${ref}), [${OWN_SIDS.map((sid) => `"${sid}"`).join(", ")}])) == 0`,
        message: `must not be named ${OWN_SIDS.join(", ")}, which are the module's own statements`,
        bad: {
          TlsOnly: { principals: { services: ["cloudfront.amazonaws.com"] }, actions: ["s3:GetObject"] },
        },
      })
      .default({}),
  }),
  ...section("Browsers", {
    /**
     * CORS rules, by a name of your own: which pages may reach the bucket from a browser, with a signed URL. For
     * uploads allow the method PUT and the header content-type. {} lets no page in.
     * @default {}
     */
    corsRules: byName(
      t.object({
        /** Origins of the pages: https://, http://localhost with a port, or *. */
        allowedOrigins: t
          .list(
            t.string().pattern(ORIGIN, "must be an origin with https://, http://localhost with a port, or *", {
              good: "https://app.example.com",
              bad: "app.example.com",
            }),
          )
          .length(1, 100),
        /**
         * Methods that pages may use.
         * @default ["GET", "HEAD"]
         */
        allowedMethods: t
          .list(t.oneOf("GET", "HEAD", "PUT", "POST", "DELETE"))
          .length(1, 5)
          .default(["GET", "HEAD"]),
        /**
         * Request headers that pages may send, such as content-type for uploads.
         * @default []
         */
        allowedHeaders: t.list(t.string()).default([]),
        /**
         * Response headers that scripts may read.
         * @default ["ETag"]
         */
        exposeHeaders: t.list(t.string()).default(["ETag"]),
        /**
         * Seconds that a browser remembers the answer to its preflight request.
         * @default 3600
         */
        maxAgeSeconds: whole(0, 86_400, "seconds").default(3600),
      }),
    ).default({}),
  }),
};
