import { CloudfrontDistribution } from "@cdktf/provider-aws/lib/cloudfront-distribution";
import { CloudfrontFunction } from "@cdktf/provider-aws/lib/cloudfront-function";
import { CloudfrontOriginAccessControl } from "@cdktf/provider-aws/lib/cloudfront-origin-access-control";
import { Construct } from "constructs";
import {
  Flag,
  acceptFinding,
  choose,
  given,
  heading,
  is,
  not,
  one,
  optionalBlock,
  raw,
  repeatedBlocks,
  tf,
  when,
} from "../../kernel";
import { named } from "../parts/tags";
import { SiteBucket, Context } from "./context";
import { CACHING_DISABLED, createApiPolicy, createCachePolicies, createHeadersPolicies } from "./policies";
import { viewerFunction } from "./viewer-function";

const ORIGIN = { bucket: "bucket", replica: "replica", api: "api", group: "bucket-or-replica" } as const;
/** The strictest that the AWS provider 5.100 takes; AWS itself has newer ones. */
const TLS_POLICY = "TLSv1.2_2021";
const READ = ["GET", "HEAD", "OPTIONS"] as const;
const ALL = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"] as const;
/** What CloudFront goes to the replica for. A file that is missing is missing there as well. */
const FAILOVER_STATUS = [500, 502, 503, 504];

/** The distribution, with its way to the bucket, its function and its policies. */
export function createDistribution(scope: Construct, context: Context, bucket: SiteBucket): CloudfrontDistribution {
  heading(scope, "Distribution");
  const { inputs } = context;
  const { name, certificate, geo, webAcl, replica, api, tags } = inputs;
  const access = new CloudfrontOriginAccessControl(scope, "this#access", {
    name: `${name}-site`,
    description: `Reads of ${name} by CloudFront`,
    originAccessControlOriginType: "s3",
    signingBehavior: "always",
    signingProtocol: "sigv4",
    lifecycle: { createBeforeDestroy: true },
  });
  const routed = not(is(inputs.routing, "none"));
  const viewer = createViewerFunction(scope, context, routed);
  const caching = createCachePolicies(scope, context);
  const headers = createHeadersPolicies(scope, context);
  const files = {
    targetOriginId: choose<string>(given(replica), ORIGIN.group, ORIGIN.bucket),
    allowedMethods: [...READ],
    cachedMethods: ["GET", "HEAD"],
    viewerProtocolPolicy: "redirect-to-https",
    compress: true,
  };
  const distribution = new CloudfrontDistribution(scope, "this#distribution", {
    enabled: true,
    comment: name,
    aliases: tf<string[]>`${inputs.aliases}`,
    defaultRootObject: inputs.indexDocument,
    priceClass: inputs.priceClass,
    httpVersion: inputs.httpVersion,
    isIpv6Enabled: inputs.ipv6,
    webAclId: choose(given(webAcl), webAcl.arn, null),
    waitForDeployment: inputs.waitForDeployment,
    origin: [
      {
        originId: ORIGIN.bucket,
        domainName: bucket.bucket.bucketRegionalDomainName,
        originAccessControlId: access.id,
      },
    ],
    defaultCacheBehavior: { ...files, cachePolicyId: caching.pages, responseHeadersPolicyId: headers.pages },
    restrictions: {
      geoRestriction: {
        restrictionType: choose(given(geo), tf`${geo.mode} == "allow" ? "whitelist" : "blacklist"`, "none"),
        locations: choose(given(geo), geo.countries, []),
      },
    },
    viewerCertificate: {
      acmCertificateArn: choose(given(certificate), certificate.arn, null),
      cloudfrontDefaultCertificate: choose(given(certificate), null, true),
      minimumProtocolVersion: choose(given(certificate), TLS_POLICY, "TLSv1"),
      sslSupportMethod: choose(given(certificate), "sni-only", null),
    },
    tags: named(tags, name),
  });
  optionalBlock(distribution, "default_cache_behavior.function_association", routed, {
    eventType: "viewer-request",
    functionArn: one(viewer, "arn"),
  });
  repeatedBlocks(distribution, "origin", [
    {
      over: present(given(replica)),
      content: {
        originId: ORIGIN.replica,
        domainName: `${replica.bucketName}.s3.${replica.region}.${context.dnsSuffix}`,
        originAccessControlId: access.id,
      },
    },
    {
      over: present(given(api)),
      content: {
        originId: ORIGIN.api,
        domainName: api.domainName,
        customOriginConfig: {
          httpPort: 80,
          httpsPort: api.port,
          originProtocolPolicy: "https-only",
          originSslProtocols: ["TLSv1.2"],
          originReadTimeout: api.readTimeout,
        },
      },
    },
  ]);
  repeatedBlocks(distribution, "origin_group", [
    {
      over: present(given(replica)),
      content: {
        originId: ORIGIN.group,
        failoverCriteria: { statusCodes: FAILOVER_STATUS },
        member: [{ originId: ORIGIN.bucket }, { originId: ORIGIN.replica }],
      },
    },
  ]);
  repeatedBlocks(distribution, "ordered_cache_behavior", [
    {
      over: choose(given(api), api.paths, []),
      content: {
        pathPattern: raw("ordered_cache_behavior.value"),
        targetOriginId: ORIGIN.api,
        allowedMethods: tf`${api.methods} == "read" ? ${READ} : ${ALL}`,
        cachedMethods: ["GET", "HEAD"],
        // A redirect would lose the body of a POST, and the request would have been sent in the clear already.
        viewerProtocolPolicy: "https-only",
        compress: true,
        cachePolicyId: CACHING_DISABLED,
        originRequestPolicyId: createApiPolicy(scope, context),
        responseHeadersPolicyId: headers.assets,
      },
    },
    {
      over: inputs.immutablePaths,
      content: {
        ...files,
        pathPattern: raw("ordered_cache_behavior.value"),
        cachePolicyId: caching.assets,
        responseHeadersPolicyId: headers.assets,
      },
    },
  ]);
  repeatedBlocks(distribution, "custom_error_response", [
    {
      over: inputs.errorPages,
      content: {
        errorCode: tf`tonumber(custom_error_response.key)`,
        responsePagePath: raw("custom_error_response.value.path"),
        responseCode: tf`coalesce(custom_error_response.value.status, tonumber(custom_error_response.key))`,
        errorCachingMinTtl: raw("custom_error_response.value.ttl"),
      },
    },
  ]);
  return acceptFindings(distribution);
}

const present = (flag: Flag): unknown => choose(flag, [1], []);

function createViewerFunction(scope: Construct, { inputs }: Context, wanted: Flag): CloudfrontFunction {
  return new CloudfrontFunction(scope, "viewer", {
    count: when(wanted),
    name: `${inputs.name}-viewer`,
    comment: `${inputs.name}: the one name of the site, and paths without an ending`,
    runtime: "cloudfront-js-2.0",
    publish: true,
    code: viewerFunction(inputs),
    // CloudFront refuses to delete a function that a distribution still names.
    lifecycle: { createBeforeDestroy: true },
  });
}

function acceptFindings(distribution: CloudfrontDistribution): CloudfrontDistribution {
  const reasons = {
    CKV_AWS_68: "A web ACL is billed by month, by rule and by request: it is the caller's choice (web_acl)",
    CKV2_AWS_47: "The rules of the web ACL are the caller's",
    CKV_AWS_86:
      "Requests are logged by the newer delivery (logs), which needs no ACLs on the bucket and which the check does not know",
    CKV_AWS_174:
      "TLS is 1.2 or later with a certificate of the caller's; with CloudFront's own, CloudFront sets the version itself",
    CKV2_AWS_42: "A certificate needs a name, which is the caller's choice (aliases)",
    CKV_AWS_310: "A copy in another region is the caller's choice (replica)",
    CKV_AWS_374: "Countries are the caller's choice (geo)",
  };
  for (const [finding, reason] of Object.entries(reasons)) acceptFinding(distribution, finding, reason);
  return distribution;
}
