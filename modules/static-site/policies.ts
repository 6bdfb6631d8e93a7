import { CloudfrontCachePolicy } from "@cdktf/provider-aws/lib/cloudfront-cache-policy";
import { CloudfrontOriginRequestPolicy } from "@cdktf/provider-aws/lib/cloudfront-origin-request-policy";
import { CloudfrontResponseHeadersPolicy } from "@cdktf/provider-aws/lib/cloudfront-response-headers-policy";
import { Construct } from "constructs";
import { acceptFinding, choose, dynamic, given, is, local, not, one, optionalBlock, raw, tf, when } from "../../kernel";
import { Context } from "./context";

/**
 * AWS's policy CachingDisabled, which every account has under this ID.
 *
 * Source: CloudFront Developer Guide, "Use managed cache policies".
 */
export const CACHING_DISABLED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";

const DAY = 86_400;
const YEAR = 31_536_000;

/** What a policy of CloudFront that is still in use must not be: deleted before the distribution lets go of it. */
const lifecycle = { createBeforeDestroy: true } as const;

/** How long CloudFront keeps pages and assets. Neither cookies nor headers nor queries reach the bucket. */
export function createCachePolicies(scope: Construct, { inputs }: Context): { pages: string; assets: string } {
  const create = (kind: string, comment: string, ttl: { defaultTtl: number; maxTtl: number }): string =>
    new CloudfrontCachePolicy(scope, `${kind}#cache`, {
      name: `${inputs.name}-${kind}`,
      comment: `${inputs.name}: ${comment}`,
      minTtl: 0,
      ...ttl,
      parametersInCacheKeyAndForwardedToOrigin: {
        enableAcceptEncodingBrotli: true,
        enableAcceptEncodingGzip: true,
        cookiesConfig: { cookieBehavior: "none" },
        headersConfig: { headerBehavior: "none" },
        queryStringsConfig: { queryStringBehavior: "none" },
      },
      lifecycle,
    }).id;
  return {
    pages: create("pages", "files that change under their names", {
      defaultTtl: inputs.pageTtl,
      maxTtl: tf`max(${inputs.pageTtl}, ${DAY})`,
    }),
    assets: create("assets", "files that never change under their names", {
      defaultTtl: inputs.assetTtl,
      maxTtl: YEAR,
    }),
  };
}

/**
 * What responses say. Pages get a Cache-Control of their own; assets get none here, because this policy would put it on
 * a 404 as well, and a browser would keep that for a year. The deployment sets it on the files.
 */
export function createHeadersPolicies(scope: Construct, context: Context): { pages: string; assets: string } {
  const { permissionsPolicy, responseHeaders, pageCacheControl } = context.inputs;
  const custom = local(
    scope,
    "common_headers",
    tf`merge({ for name, value in ${{ "Permissions-Policy": permissionsPolicy }} : name => value if value != "" }, ${responseHeaders})`,
  );
  const ofPages = local(
    scope,
    "page_headers",
    tf`merge({ for name, value in ${{ "Cache-Control": pageCacheControl }} : name => value if value != "" }, ${custom})`,
  );
  return {
    pages: createHeadersPolicy(scope, context, "pages", ofPages),
    assets: createHeadersPolicy(scope, context, "assets", custom),
  };
}

function createHeadersPolicy(scope: Construct, { inputs }: Context, kind: string, headers: unknown): string {
  const { name, contentSecurityPolicy, strictTransportSecurity, frameOptions, referrerPolicy } = inputs;
  const headersPolicy = new CloudfrontResponseHeadersPolicy(scope, `${kind}#headers`, {
    name: `${name}-${kind}`,
    comment: `${name}: ${kind}`,
    securityHeadersConfig: {
      contentTypeOptions: { override: true },
      referrerPolicy: { referrerPolicy, override: true },
      strictTransportSecurity: {
        accessControlMaxAgeSec: strictTransportSecurity.maxAge,
        includeSubdomains: strictTransportSecurity.includeSubdomains,
        preload: strictTransportSecurity.preload,
        override: true,
      },
    },
    lifecycle,
  });
  acceptFinding(
    headersPolicy,
    "CKV_AWS_259",
    "Preloading lets anybody enter the domain into browsers' lists for good: it is the caller's choice",
  );
  optionalBlock(
    headersPolicy,
    "security_headers_config.content_security_policy",
    not(is(contentSecurityPolicy, "")),
    // An application may know better for a page of its own.
    { contentSecurityPolicy, override: false },
  );
  optionalBlock(headersPolicy, "security_headers_config.frame_options", not(is(frameOptions, "none")), {
    frameOption: frameOptions,
    override: true,
  });
  optionalBlock(headersPolicy, "custom_headers_config", tf`length(${headers}) > 0`, {
    items: dynamic(headers, { header: raw("items.key"), value: raw("items.value"), override: false }),
  });
  return headersPolicy.id;
}

/** What of a client's request reaches the API; null without one. */
export function createApiPolicy(scope: Construct, { inputs }: Context): string {
  const { api, name } = inputs;
  const all = tf`length(${api.headers}) == 0`;
  return one(
    new CloudfrontOriginRequestPolicy(scope, "api#request", {
      count: when(given(api)),
      name: `${name}-api`,
      comment: `${name}: what reaches the API`,
      cookiesConfig: { cookieBehavior: choose(api.cookies, "all", "none") },
      headersConfig: {
        // Host stays what the API is called, so that its certificate and its listener rules fit.
        headerBehavior: tf`${all} ? "allExcept" : "whitelist"`,
        headers: { items: tf`${all} ? toset(["host"]) : ${api.headers}` },
      },
      queryStringsConfig: { queryStringBehavior: choose(api.queryStrings, "all", "none") },
      lifecycle,
    }),
    "id",
  );
}
