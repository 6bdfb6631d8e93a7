import { CrossRule, PropsOf, inputs, section, t } from "../../../kernel";
import { SAME_ACCOUNT, arn, boundaryArn, called, roleArn } from "../../parts/arns";
import { nameInput, permissionsBoundaryInput, tagsInput } from "../../parts/inputs";
import { regionName } from "../../parts/regions";
import { replacementsInput } from "../../parts/replacement";
import { contentInputs } from "./content";
import { deliveryInputs } from "./delivery";
import { whole } from "./types";

const CERTIFICATE = "arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000000";
const role = () => roleArn("pipeline");

/** Headers of its own that a policy can have (Amazon CloudFront Developer Guide, "Quotas", custom headers). */
const MOST_HEADERS = 10;

const fields = {
  ...section("General", {
    /**
     * Name of the site, one in the account whatever the region, as what CloudFront has is of no region. The bucket is
     * `<name>-site-<account>`, and names of resources begin with it. S3 cannot rename a
     * bucket, so that a change is refused: see `replacements`.
     */
    name: nameInput(40),
    /**
     * Days that files are kept which a deployment overwrote or deleted, to go back to.
     * @default 90
     */
    oldVersionDays: whole(1, 3650, "days").default(90),
    /**
     * Whether Terraform may delete the bucket while it holds files, with all of them and all their versions. With false
     * S3 refuses. Apply true before you destroy.
     * @default false
     */
    forceDestroy: t.bool().default(false),
    /**
     * How often the bucket was replaced on purpose. A change of name can only be made by a new one, and loses what the
     * old one holds: the plan refuses it until this number is raised by the same change.
     * @default 0
     */
    replacements: replacementsInput(),
    /**
     * Tags for every resource of the module.
     * @default {}
     */
    tags: tagsInput(),
  }),
  ...deliveryInputs,
  ...contentInputs,
  ...section("Copy in another region", {
    /**
     * Bucket in another region that S3 copies the files to, and that CloudFront reads from while this one fails. It
     * must keep versions, be encrypted with SSE-S3, and let the output distribution_arn read (s3:GetObject,
     * s3:ListBucket). Earlier files are not copied: deploy once more. Null has none.
     */
    replica: t
      .object({
        /** Name of the bucket. */
        bucketName: t
          .string()
          .pattern(/^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/, "must be the name of a bucket, without a dot", {
            good: "nimbus-site-copy",
            bad: "arn:aws:s3:::nimbus-site-copy",
          }),
        /** Region of the bucket. */
        region: regionName(),
      })
      .optional(),
  }),
  ...section("Deployment", {
    /**
     * Role that a pipeline deploys with: it may list the bucket, put and delete files, and invalidate the distribution,
     * but not delete old versions. Null makes none.
     */
    deployRole: t
      .object({
        /** Identity provider whose tokens the role trusts. Null trusts none. */
        oidc: t
          .object({
            /** ARN of the provider. */
            providerArn: arn(
              "iam",
              called("oidc-provider/"),
              "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com",
              SAME_ACCOUNT,
            ),
            /** Subjects of the tokens, such as `repo:<owner>/<repository>:ref:refs/heads/main` for GitHub. */
            subjects: t.set(
              t.string().pattern(/^[^*?\s][^\s]*$/, "must begin with what is fixed, never with * or ?", {
                good: "repo:nimbus/web:ref:refs/heads/main",
                bad: "*",
              }),
            ),
            /**
             * Audience of the tokens.
             * @default "sts.amazonaws.com"
             */
            audience: t.string().length(1, 255).default("sts.amazonaws.com"),
          })
          .example({ subjects: ["repo:nimbus/web:ref:refs/heads/main"] })
          .rule({
            test: ({ subjects }) => subjects.length > 0,
            condition: (ref) => `length(${ref}.subjects) > 0`,
            message: "must name a subject: without one, every repository of the provider could deploy",
            bad: { subjects: [] },
          })
          .optional(),
        /**
         * ARNs of roles that the role trusts.
         * @default []
         */
        roleArns: t.set(role()).default([]),
        /** ARN of the role's permissions boundary. Null takes that of `permissionsBoundary`. */
        permissionsBoundaryArn: boundaryArn().optional(),
      })
      .example({ roleArns: ["arn:aws:iam::123456789012:role/pipeline"] })
      .rule({
        test: ({ oidc, roleArns = [] }) => Boolean(oidc) || roleArns.length > 0,
        condition: (ref) => `${ref}.oidc != null || length(${ref}.role_arns) > 0`,
        message: (spell) => `must say who may take the role: oidc, ${spell("roleArns")}, or both`,
        bad: { roleArns: [] },
      })
      .optional(),
    /** Permissions boundary of the module's own roles. Null sets none. */
    permissionsBoundary: permissionsBoundaryInput(),
  }),
};

const rules: CrossRule<typeof fields>[] = [
  {
    on: "responseHeaders",
    test: ({ responseHeaders, pageCacheControl, permissionsPolicy }) =>
      Object.keys({
        ...(pageCacheControl && { "Cache-Control": "" }),
        ...(permissionsPolicy && { "Permissions-Policy": "" }),
        ...responseHeaders,
      }).length <= MOST_HEADERS,
    condition: `length(merge({ for name, value in { "Cache-Control" = var.page_cache_control, "Permissions-Policy" = var.permissions_policy } : name => value if value != "" }, var.response_headers)) <= ${MOST_HEADERS}`,
    message: (spell) =>
      `must be at most ${MOST_HEADERS} together with those of ${spell("pageCacheControl")} and ${spell("permissionsPolicy")}, the most that CloudFront adds`,
    bad: {
      responseHeaders: Object.fromEntries(Array.from({ length: MOST_HEADERS }, (_none, i) => [`X-Header-${i}`, "1"])),
    },
  },
  {
    on: "aliases",
    test: ({ aliases, certificate }) => (aliases ?? []).length === 0 || Boolean(certificate),
    condition: "length(var.aliases) == 0 || var.certificate != null",
    message: "need a certificate that covers them; give certificate, of us-east-1",
    bad: { aliases: ["app.example.com"], certificate: null as never },
  },
  {
    on: "redirectTo",
    test: ({ aliases, redirectTo }) => redirectTo === "" || (aliases ?? []).includes(redirectTo ?? ""),
    condition: 'var.redirect_to == "" || contains(var.aliases, var.redirect_to)',
    message: "must be one of aliases",
    bad: { redirectTo: "www.example.com" },
  },
  {
    on: "redirectTo",
    test: ({ routing, redirectTo }) => redirectTo === "" || routing !== "none",
    condition: 'var.redirect_to == "" || var.routing != "none"',
    message: "must be empty with routing none, which has no function that could redirect",
    bad: {
      aliases: ["www.example.com"],
      certificate: { arn: CERTIFICATE },
      redirectTo: "www.example.com",
      routing: "none",
    },
  },
  {
    on: "records",
    test: ({ aliases, records }) => !records || (aliases ?? []).length > 0,
    condition: "var.records == null ? true : length(var.aliases) > 0",
    message: "are given, but there are no aliases to make records of",
    bad: { aliases: [], records: { zoneId: "Z0123456789ABCDEFGHIJ" } },
  },
  {
    on: "errorPages",
    test: ({ api, errorPages }) => !api || Object.keys(errorPages ?? {}).length === 0,
    condition: "var.api == null ? true : length(var.error_pages) == 0",
    message:
      "must be empty with api: CloudFront would put the pages in place of the API's own answers; let the application show errors",
    bad: { api: { domainName: "api.example.com" }, errorPages: { "404": { path: "/404.html" } } },
  },
  {
    on: "api",
    test: ({ api, immutablePaths }) =>
      !api || (api.paths ?? []).every((path) => !(immutablePaths ?? []).includes(path)),
    condition: "var.api == null ? true : length(setintersection(var.api.paths, var.immutable_paths)) == 0",
    message: (spell) => `must not have a path that is in ${spell("immutablePaths")} too`,
    bad: { api: { domainName: "api.example.com", paths: ["/assets/*"] } },
  },
  {
    on: "logBucket",
    test: ({ logs, logBucket }) => !logBucket || Boolean(logs),
    condition: "var.log_bucket == null ? true : var.logs",
    message: "is given, but logs is false; set it, or leave the bucket out",
    bad: { logs: false, logBucket: { arn: "arn:aws:s3:::nimbus-logs" } },
  },
];

/** Inputs of the static-site module. */
export const staticSiteInputs = inputs(fields, rules);

/** Props of the site. */
export type StaticSiteProps = PropsOf<typeof staticSiteInputs>;
