import { runInNewContext } from "node:vm";
import { StaticSite, StaticSiteProps } from "../../modules/static-site";
import { SynthesizedStack, synthesize } from "../synthesis";

const CERTIFICATE = { arn: "arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000000" };
const WEB_ACL = "arn:aws:wafv2:us-east-1:123456789012:global/webacl/nimbus/00000000-0000-0000-0000-000000000000";
const TOPIC = "arn:aws:sns:us-east-1:123456789012:alarms";
const OIDC = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com";

const example: StaticSiteProps = { name: "nimbus" };
const named: Partial<StaticSiteProps> = { aliases: ["app.example.com", "example.com"], certificate: CERTIFICATE };

const site = (props: Partial<StaticSiteProps> = {}): SynthesizedStack =>
  synthesize((stack) => new StaticSite(stack, "site", { ...example, ...props }));
const distributionOf = (props?: Partial<StaticSiteProps>) =>
  site(props).resource("aws_cloudfront_distribution", "site");
const text = (value: unknown): string => JSON.stringify(value);

describe("what is made", () => {
  test.each<[string, Partial<StaticSiteProps>, Record<string, number>]>([
    [
      "by default",
      {},
      {
        aws_cloudfront_distribution: 1,
        aws_s3_bucket: 2,
        aws_cloudfront_function: 1,
        aws_cloudfront_origin_request_policy: 0,
        aws_cloudwatch_log_delivery: 1,
        aws_iam_role: 0,
        aws_cloudwatch_metric_alarm: 0,
        aws_s3_bucket_replication_configuration: 0,
      },
    ],
    ["without logs", { logs: false }, { aws_s3_bucket: 1, aws_cloudwatch_log_delivery: 0 }],
    ["logs to the caller's bucket", { logBucket: { arn: "arn:aws:s3:::logs" } }, { aws_s3_bucket: 1 }],
    ["plain keys", { routing: "none" }, { aws_cloudfront_function: 0 }],
    ["an API", { api: { domainName: "api.example.com" } }, { aws_cloudfront_origin_request_policy: 1 }],
    [
      "a copy",
      { replica: { bucketName: "nimbus-copy", region: "us-west-2" } },
      { aws_iam_role: 1, aws_s3_bucket_replication_configuration: 1 },
    ],
    ["a deploy role", { deployRole: { roleArns: ["arn:aws:iam::123456789012:role/ci"] } }, { aws_iam_role: 1 }],
    ["an alarm", { alarms: { topicArns: [TOPIC] } }, { aws_cloudwatch_metric_alarm: 1 }],
  ])("%s", (_name, props, counts) => {
    const stack = site(props);
    expect(Object.fromEntries(Object.keys(counts).map((type) => [type, stack.count(type)]))).toEqual(counts);
  });
});

describe("the bucket", () => {
  test("is private, keeps old versions, and is read by this distribution alone", () => {
    const stack = site();
    expect(stack.resource("aws_s3_bucket_public_access_block", "site")).toMatchObject({
      block_public_acls: true,
      block_public_policy: true,
      ignore_public_acls: true,
      restrict_public_buckets: true,
    });
    expect(stack.resource("aws_s3_bucket_versioning", "site")).toMatchObject({
      versioning_configuration: { status: "Enabled" },
    });
    const { policy } = stack.resource("aws_s3_bucket_policy", "site");
    expect(policy).toContain('"AWS:SourceArn" = aws_cloudfront_distribution.site.arn');
    expect(text(policy).match(/Allow/g)).toHaveLength(2);
  });

  test("is not replaced by accident", () => {
    expect(site().resource("aws_s3_bucket", "site")).toMatchObject({
      force_destroy: false,
      lifecycle: { precondition: [{ error_message: expect.stringContaining("raise replacements") as string }] },
    });
  });
});

describe("the distribution", () => {
  test("speaks HTTPS, HTTP/3 and IPv6, compresses, and signs its reads", () => {
    expect(distributionOf()).toMatchObject({
      http_version: "http2and3",
      is_ipv6_enabled: true,
      price_class: "PriceClass_100",
      default_root_object: "index.html",
      default_cache_behavior: {
        viewer_protocol_policy: "redirect-to-https",
        compress: true,
        target_origin_id: "bucket",
        function_association: { event_type: "viewer-request" },
      },
      origin: [{ origin_access_control_id: "${aws_cloudfront_origin_access_control.site.id}" }],
      restrictions: { geo_restriction: { restriction_type: "none" } },
      viewer_certificate: { cloudfront_default_certificate: true },
    });
  });

  test.each<[string, Partial<StaticSiteProps>, object]>([
    [
      "names",
      named,
      {
        viewer_certificate: {
          acm_certificate_arn: CERTIFICATE.arn,
          minimum_protocol_version: "TLSv1.2_2021",
          ssl_support_method: "sni-only",
        },
      },
    ],
    ["web ACL", { webAcl: { arn: WEB_ACL } }, { web_acl_id: WEB_ACL }],
    ["price class", { priceClass: "PriceClass_All" }, { price_class: "PriceClass_All" }],
    ["HTTP/2", { httpVersion: "http2", ipv6: false }, { http_version: "http2", is_ipv6_enabled: false }],
    [
      "copy",
      { replica: { bucketName: "nimbus-copy", region: "us-west-2" } },
      {
        default_cache_behavior: { target_origin_id: "bucket-or-replica" },
        dynamic: {
          origin_group: {
            content: {
              failover_criteria: { status_codes: [500, 502, 503, 504] },
              member: [{ origin_id: "bucket" }, { origin_id: "replica" }],
            },
          },
        },
      },
    ],
  ])("option: %s", (_name, props, expected) => expect(distributionOf(props)).toMatchObject(expected));

  test("the API is spoken to over TLS, is not cached, and comes before the assets", () => {
    const { dynamic } = distributionOf({ api: { domainName: "api.example.com" } }) as {
      dynamic: Record<string, { content: Record<string, unknown> }[]>;
    };
    const [api, assets] = dynamic.ordered_cache_behavior.map(({ content }) => content);
    expect(api).toMatchObject({
      target_origin_id: "api",
      cache_policy_id: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
      viewer_protocol_policy: "https-only",
    });
    expect(assets).toMatchObject({ cache_policy_id: "${aws_cloudfront_cache_policy.site_assets.id}" });
    expect(text(dynamic.origin)).toContain('"origin_protocol_policy":"https-only"');
  });

  test("no error page stands in for the API's answers: the function belongs to the site's own paths", () => {
    const { dynamic } = distributionOf({ api: { domainName: "api.example.com" } }) as {
      dynamic: Record<string, { content: Record<string, unknown> }[]>;
    };
    expect(text(dynamic.ordered_cache_behavior)).not.toContain("function_association");
  });
});

describe("caching", () => {
  test("assets for a year, pages not at all, unless the file says otherwise", () => {
    const policies = site().resources("aws_cloudfront_cache_policy");
    expect(policies.site_assets).toMatchObject({ min_ttl: 0, default_ttl: 31_536_000, max_ttl: 31_536_000 });
    expect(policies.site_pages).toMatchObject({ min_ttl: 0, default_ttl: 0 });
  });

  test("only pages get a Cache-Control here: on assets it would be on a 404 as well", () => {
    const stack = site();
    expect(stack.local("site_page_headers")).toContain("Cache-Control");
    expect(stack.local("site_common_headers")).not.toContain("Cache-Control");
  });
});

describe("security headers", () => {
  const headers = (props?: Partial<StaticSiteProps>) =>
    site(props).resource("aws_cloudfront_response_headers_policy", "site_pages");

  test("are there by default", () => {
    expect(headers()).toMatchObject({
      security_headers_config: {
        content_type_options: { override: true },
        strict_transport_security: { access_control_max_age_sec: 31_536_000, include_subdomains: true, preload: false },
        frame_options: { frame_option: "DENY" },
        content_security_policy: { content_security_policy: expect.stringContaining("default-src 'self'") as string },
        referrer_policy: { referrer_policy: "strict-origin-when-cross-origin" },
      },
    });
  });

  test("can be left out", () => {
    const { security_headers_config: config } = headers({ contentSecurityPolicy: "", frameOptions: "none" });
    expect(config).not.toHaveProperty("content_security_policy");
    expect(config).not.toHaveProperty("frame_options");
  });
});

describe("the viewer function", () => {
  interface Answer {
    readonly uri?: string;
    readonly statusCode?: number;
    readonly headers?: { readonly location: { readonly value: string } };
  }

  /** The function as CloudFront gets it, run. */
  function ask(props: Partial<StaticSiteProps>, uri: string, host = "app.example.com", querystring = {}): Answer {
    const { code } = site({ ...named, ...props }).resource("aws_cloudfront_function", "site_viewer") as {
      code: string;
    };
    const lines = /^\$\{join\("\\n", (\[[^]*\])\)\}$/.exec(code)?.[1] ?? "";
    const source = (runInNewContext(lines) as string[]).join("\n");
    const event = { request: { uri, querystring, headers: { host: { value: host } } } };
    return runInNewContext(`${source}\nhandler(${JSON.stringify(event)})`) as Answer;
  }

  test.each([
    ["single_page", "/", "/index.html"],
    ["single_page", "/tasks/42", "/index.html"],
    ["single_page", "/assets/app.1a2b.js", "/assets/app.1a2b.js"],
    ["single_page", "/.well-known/apple-app-site-association", "/.well-known/apple-app-site-association"],
    ["directory", "/", "/index.html"],
    ["directory", "/about", "/about/index.html"],
    ["directory", "/about/", "/about/index.html"],
    ["directory", "/v1.2/notes", "/v1.2/notes/index.html"],
    ["directory", "/robots.txt", "/robots.txt"],
  ] as const)("%s: %s is answered by %s", (routing, uri, expected) => {
    expect(ask({ routing }, uri).uri).toBe(expected);
  });

  test("sends clients of another name to the one name, with path and query", () => {
    const query = {
      q: { value: "a%20b" },
      tag: { value: "x", multiValue: [{ value: "x" }, { value: "y" }] },
      flag: { value: "" },
    };
    expect(ask({ redirectTo: "app.example.com" }, "/tasks", "example.com", query)).toMatchObject({
      statusCode: 301,
      headers: { location: { value: "https://app.example.com/tasks?q=a%20b&tag=x&tag=y&flag" } },
    });
    expect(ask({ redirectTo: "app.example.com" }, "/tasks", "app.example.com").uri).toBe("/index.html");
  });
});

describe("the deploy role", () => {
  const role = (props: StaticSiteProps["deployRole"]) => site({ deployRole: props });

  test("may list, upload and invalidate, and nothing else", () => {
    const { policy } = role({
      oidc: { providerArn: OIDC, subjects: ["repo:nimbus/web:ref:refs/heads/main"] },
    }).resource("aws_iam_role_policy", "site_deploy");
    expect(
      [...text(policy).matchAll(/\b((?:s3|cloudfront|kms|iam):[A-Za-z*]+)/g)].map(([, action]) => action).sort(),
    ).toEqual([
      "cloudfront:CreateInvalidation",
      "cloudfront:GetInvalidation",
      "s3:AbortMultipartUpload",
      "s3:DeleteObject",
      "s3:ListBucket",
      "s3:PutObject",
    ]);
    expect(text(policy)).not.toContain('\\"*\\"');
  });

  test("is bound to the audience and the subjects of the tokens", () => {
    const trust = role({ oidc: { providerArn: OIDC, subjects: ["repo:nimbus/web:ref:refs/heads/main"] } }).resource(
      "aws_iam_role",
      "site_deploy",
    ).assume_role_policy;
    expect(trust).toContain("AssumeRoleWithWebIdentity");
    expect(trust).toContain(":aud");
    expect(trust).toContain(":sub");
  });
});

test("the copy is not in the site's own region", () => {
  expect(
    site({ replica: { bucketName: "nimbus-copy", region: "us-west-2" } }).resource(
      "aws_s3_bucket_replication_configuration",
      "site",
    ),
  ).toMatchObject({
    lifecycle: { precondition: [{ condition: '${"us-west-2" != data.aws_region.site_current.id}' }] },
  });
});

test("logs and alarms need a provider of us-east-1", () => {
  const stack = site({ alarms: { topicArns: [TOPIC] } });
  const precondition = [{ condition: '${data.aws_region.site_current.id == "us-east-1"}' }];
  expect(stack.resource("aws_cloudwatch_log_delivery_source", "site")).toMatchObject({ lifecycle: { precondition } });
  expect(stack.resource("aws_cloudwatch_metric_alarm", "site_server_errors")).toMatchObject({
    lifecycle: { precondition },
  });
});

describe("bad input", () => {
  test.each<[string, Partial<StaticSiteProps>, string]>([
    [
      "a certificate of another region",
      { certificate: { arn: CERTIFICATE.arn.replace("us-east-1", "eu-west-1") } },
      "ACM of us-east-1",
    ],
    ["a regional web ACL", { webAcl: { arn: WEB_ACL.replace("global", "regional") } }, "scope CLOUDFRONT"],
    ["names without a certificate", { aliases: ["app.example.com"] }, "need a certificate"],
    ["a URL for a name", { ...named, aliases: ["https://app.example.com"] }, "must be a name in DNS"],
    ["a redirect to a strange name", { ...named, redirectTo: "www.example.org" }, "must be one of aliases"],
    [
      "a redirect without a function",
      { ...named, redirectTo: "example.com", routing: "none" },
      "must be empty with routing none",
    ],
    ["records of nothing", { records: { zoneId: "Z0123456789ABCDEFGHIJ" } }, "no aliases"],
    [
      "error pages over an API",
      { api: { domainName: "api.example.com" }, errorPages: { "404": { path: "/404.html" } } },
      "in place of the API's own answers",
    ],
    [
      "Authorization alone",
      { api: { domainName: "api.example.com", headers: ["Authorization"] } },
      "must not name Authorization",
    ],
    ["a role for nobody", { deployRole: {} }, "must say who may take the role"],
    [
      "a role for every repository",
      { deployRole: { oidc: { providerArn: OIDC, subjects: ["*"] } } },
      "never with * or ?",
    ],
    ["a log bucket without logs", { logs: false, logBucket: { arn: "arn:aws:s3:::logs" } }, "logs is false"],
    ["a long name", { name: "n".repeat(41) }, "3 to 40"],
  ])("%s", (_name, props, message) => expect(() => site(props)).toThrow(message));
});
