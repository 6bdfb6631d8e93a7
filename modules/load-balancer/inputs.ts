import { PropsOf, inputs, section, t } from "../../kernel";
import { HERE, arn, called, livesAt } from "../parts/arns";
import { existingBucket, nameInput, tagsInput } from "../parts/inputs";
import { isBlock, isBlockHcl } from "../parts/cidr";

/**
 * The security policies of an ALB that speak TLS 1.2 or later and nothing older, the default first.
 *
 * Source: ELB User Guide for Application Load Balancers, "Security policies".
 */
export const TLS_POLICIES = [
  "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
  "ELBSecurityPolicy-TLS13-1-2-Res-2021-06",
  "ELBSecurityPolicy-TLS13-1-3-PQ-2025-09",
  "ELBSecurityPolicy-TLS13-1-3-2021-06",
  "ELBSecurityPolicy-TLS13-1-2-PQ-2025-09",
  "ELBSecurityPolicy-TLS13-1-2-2021-06",
  "ELBSecurityPolicy-TLS13-1-2-Ext1-PQ-2025-09",
  "ELBSecurityPolicy-TLS13-1-2-Ext1-2021-06",
  "ELBSecurityPolicy-TLS13-1-2-Ext2-PQ-2025-09",
  "ELBSecurityPolicy-TLS13-1-2-Ext2-2021-06",
  "ELBSecurityPolicy-TLS13-1-3-FIPS-PQ-2025-09",
  "ELBSecurityPolicy-TLS13-1-3-FIPS-2023-04",
  "ELBSecurityPolicy-TLS13-1-2-Res-FIPS-PQ-2025-09",
  "ELBSecurityPolicy-TLS13-1-2-Res-FIPS-2023-04",
  "ELBSecurityPolicy-TLS13-1-2-FIPS-PQ-2025-09",
  "ELBSecurityPolicy-TLS13-1-2-FIPS-2023-04",
] as const;

const id = (prefix: string, what: string) =>
  t.string().pattern(new RegExp(`^${prefix}-[0-9a-f]+$`), `must be the ID of a ${what}`, {
    good: `${prefix}-0a1b2c3d4e5f60718`,
    bad: "none-of-these",
  });

/** Source: RFC 9110, 5.1: a header's name is a token. Its rarer characters are left out, since no browser sends them. */
const headerName = () =>
  t.string().pattern(/^(\*|[A-Za-z0-9._-]+)$/, "must be the name of a header, or *", {
    good: "X-Request-Id",
    bad: "X-Request-Id, X-Trace",
  });

/** A map by names that become part of a resource's address and of a rule's description. */
const byName = <T>(item: Parameters<typeof t.map<T>>[0]) =>
  t.map<T>(item).keys(/^[a-z0-9-]+$/, "must be lower-case letters, digits and hyphens", {
    good: "office",
    bad: "The Office",
  });

const block = () =>
  t.string().example("203.0.113.0/24").rule({
    test: isBlock,
    condition: isBlockHcl,
    message: "must be an IPv4 or IPv6 CIDR block that begins with its network address",
    bad: "203.0.113.7/24",
  });

const port = () => t.number().range(1, 65535).integer();

const certificate = () =>
  t
    .string()
    .pattern(
      /^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:(acm:[a-z0-9-]+:[0-9]{12}:certificate|iam::[0-9]{12}:server-certificate)\/[A-Za-z0-9+=,.@_/-]{1,600}$/,
      "must be the ARN of a certificate in ACM or IAM",
      {
        good: "arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000000",
        bad: "example.com",
      },
    )
    .against(livesAt(HERE, "arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000000"));

const bucketPrefix = (standard: string) =>
  t
    .string()
    .pattern(/^[A-Za-z0-9!_.*'()-]+(\/[A-Za-z0-9!_.*'()-]+)*$/, "must be a folder, without a slash at either end", {
      good: standard,
      bad: `/${standard}/`,
    })
    .default(standard);

/** Inputs of the load-balancer module. */
export const loadBalancerInputs = inputs(
  {
    ...section("General", {
      /** Name of the load balancer. Names of resources begin with it; changing it replaces them. */
      name: nameInput(32).rule({
        test: (name) => !name.startsWith("internal-"),
        condition: (ref) => `!startswith(${ref}, "internal-")`,
        message: "must not begin with internal-, which AWS keeps for itself",
        bad: "internal-nimbus",
      }),
      /** VPC of the load balancer. Changing it replaces the load balancer. */
      vpcId: id("vpc", "VPC"),
      /**
       * Subnets, one in each of at least two zones: public ones for an internet-facing load balancer, else private
       * ones.
       */
      subnetIds: t
        .list(id("subnet", "subnet"))
        .length(2, 6)
        .unique()
        .example(["subnet-0a1b2c3d4e5f60718", "subnet-1b2c3d4e5f6071829"]),
      /**
       * Whether only the VPC and what is connected to it can reach the load balancer. Changing it replaces the load
       * balancer.
       * @default false
       */
      internal: t.bool().default(false),
      /**
       * Kinds of addresses of the load balancer; dualstack-without-public-ipv4 is for IPv6 clients of an
       * internet-facing one.
       * @default "ipv4"
       */
      ipAddressType: t.oneOf("ipv4", "dualstack", "dualstack-without-public-ipv4").default("ipv4"),
      /**
       * Whether AWS refuses to delete the load balancer. To delete it, apply with false first.
       * @default true
       */
      deletionProtection: t.bool().default(true),
      /**
       * Tags for every resource of the module.
       * @default {}
       */
      tags: tagsInput(),
    }),
    ...section("Clients and targets", {
      /**
       * CIDR blocks of the clients, IPv4 or IPv6, by a name of your own. Null opens an internet-facing load balancer to
       * everyone (0.0.0.0/0, and ::/0 with IPv6) unless prefix lists or security groups are allowed, and an internal
       * one to nobody; {} opens it to nobody.
       */
      allowedCidrs: byName(block()).optional(),
      /**
       * Prefix lists of the clients, by a name of your own, such as that of CloudFront's origin-facing addresses, so
       * that nobody can go around it. A list counts as many rules as it has entries (CloudFront: 55 of the 60 that a
       * security group may have).
       * @default {}
       */
      allowedPrefixLists: byName(id("pl", "prefix list")).default({}),
      /**
       * Security groups of the clients, by a name of your own.
       * @default {}
       */
      allowedSecurityGroups: byName(id("sg", "security group")).default({}),
      /**
       * What the load balancer may send requests and health checks to, by a name of your own. Beside `httpsEgress` there
       * is no other way out of its security group.
       * @default {}
       */
      targets: byName(
        t.object({
          /** Security group of the targets. */
          securityGroupId: id("sg", "security group"),
          /** Port that the targets listen on. */
          port: port(),
        }),
      ).default({}),
      /**
       * Whether the load balancer may reach port 443 anywhere over IPv4. A rule that has users sign in needs it: it
       * gets their tokens from Cognito, whose addresses change. An internal one needs a NAT gateway as well.
       * @default false
       */
      httpsEgress: t.bool().default(false),
      /**
       * Whether port 80 is open too, and sends clients to HTTPS (301). With false there is no listener on it.
       * @default true
       */
      redirectHttp: t.bool().default(true),
    }),
    ...section("TLS", {
      /** Certificate of the HTTPS listener, of the load balancer's own region. */
      certificateArn: certificate(),
      /**
       * Further certificates, by a name of your own. The listener picks the one that fits the name that a client asks
       * for.
       * @default {}
       */
      certificates: byName(certificate()).default({}),
      /**
       * Security policy: TLS 1.3 and 1.2 with forward secrecy and authenticated ciphers only, with post-quantum key
       * exchange for clients that have it. This is what AWS recommends; no policy in the list speaks TLS older than
       * 1.2.
       * @default "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09"
       */
      tlsPolicy: t.oneOf(...TLS_POLICIES).default("ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09"),
      /** Asks each client for a certificate, and refuses those without a good one. Null asks for none. */
      mutualTls: t
        .object({
          /** Trust store with the authorities that sign clients' certificates. */
          trustStoreArn: arn(
            "elasticloadbalancing",
            called("truststore/"),
            "arn:aws:elasticloadbalancing:us-east-1:123456789012:truststore/clients/73e2d6bc24d8a067",
            HERE,
          ),
          /**
           * Whether expired certificates are let in.
           * @default false
           */
          ignoreClientCertificateExpiry: t.bool().default(false),
          /**
           * Whether clients are told the names of the authorities, so that they can choose a certificate.
           * @default false
           */
          advertiseTrustStoreCaNames: t.bool().default(false),
        })
        .optional(),
    }),
    ...section("Requests", {
      /**
       * Seconds without a byte after which a connection is closed. The keep-alive timeout of the targets must be
       * longer, else clients see 502 now and then (Node.js: server.keepAliveTimeout, 5 s by itself).
       * @default 30
       */
      idleTimeout: t.number().range(1, 4000, "seconds").integer().default(30),
      /**
       * Seconds after which a client's connection is closed even when it is busy, so that clients move on when zones or
       * addresses change.
       * @default 180
       */
      clientKeepAlive: t.number().range(60, 604800, "seconds").integer().default(180),
      /**
       * Whether clients may speak HTTP/2.
       * @default true
       */
      http2: t.bool().default(true),
      /**
       * Whether header fields with names that HTTP does not allow are removed before a target sees them.
       * @default true
       */
      dropInvalidHeaders: t.bool().default(true),
      /**
       * How requests that targets could understand differently (request smuggling) are treated.
       * @default "defensive"
       */
      desyncMitigation: t.oneOf("defensive", "strictest", "monitor").default("defensive"),
      /**
       * Whether targets see the Host header exactly as it came, without the port being put right.
       * @default false
       */
      preserveHostHeader: t.bool().default(false),
      /**
       * What is done with X-Forwarded-For: the client's address is appended, nothing is done, or it is removed.
       * @default "append"
       */
      xffMode: t.oneOf("append", "preserve", "remove").default("append"),
      /**
       * Whether X-Forwarded-For holds the client's port too.
       * @default false
       */
      xffClientPort: t.bool().default(false),
      /**
       * Whether targets see the client's TLS version and cipher (X-Amzn-Tls-Version, X-Amzn-Tls-Cipher-Suite).
       * @default false
       */
      tlsHeaders: t.bool().default(false),
    }),
    ...section("Responses", {
      /**
       * Strict-Transport-Security of every response: a year without plain HTTP, for subdomains too. Empty leaves the
       * header to the targets.
       * @default "max-age=31536000; includeSubDomains"
       */
      strictTransportSecurity: t
        .string()
        .pattern(/^(max-age=[0-9]+(;[^\r\n]*)?)?$/, "must begin with max-age=, or be empty", {
          good: "max-age=31536000",
          bad: "includeSubDomains",
        })
        .default("max-age=31536000; includeSubDomains"),
      /**
       * Whether every response says X-Content-Type-Options: nosniff.
       * @default true
       */
      contentTypeNosniff: t.bool().default(true),
      /**
       * X-Frame-Options of every response: who may show pages in a frame. none leaves it to the targets.
       * @default "DENY"
       */
      frameOptions: t.oneOf("DENY", "SAMEORIGIN", "none").default("DENY"),
      /**
       * Content-Security-Policy of every response. Empty leaves it to the targets, which know their scripts.
       * @default ""
       */
      contentSecurityPolicy: t
        .string()
        .pattern(/^[^\r\n]*$/, "must be on one line, as any header's value", {
          good: "default-src 'self'; img-src *",
          bad: "default-src 'self';\nimg-src *",
        })
        .default(""),
      /** Access-Control headers of every response. Null leaves them to the targets. */
      cors: t
        .object({
          /** Origin that is let in, or *. */
          allowOrigin: t
            .string()
            .pattern(
              /^(\*|[a-z][a-z0-9+.-]*:\/\/[^/?#@\s]+)$/,
              "must be * or one origin, a scheme and a host without a path, such as https://example.com",
              { good: "https://example.com", bad: "https://example.com/" },
            ),
          /**
           * Methods that are let in.
           * @default ["GET", "HEAD", "OPTIONS"]
           */
          allowMethods: t
            .list(t.oneOf("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"))
            .length(1, 7)
            .default(["GET", "HEAD", "OPTIONS"]),
          /**
           * Request headers that are let in.
           * @default []
           */
          allowHeaders: t.list(headerName()).default([]),
          /**
           * Response headers that scripts may read.
           * @default []
           */
          exposeHeaders: t.list(headerName()).default([]),
          /**
           * Whether cookies and credentials are let in.
           * @default false
           */
          allowCredentials: t.bool().default(false),
          /**
           * Seconds that answers hold.
           * @default 3600
           */
          maxAge: t.number().range(0, 86400, "seconds").integer().default(3600),
        })
        .rule({
          test: ({ allowOrigin, allowCredentials }) => !(allowCredentials && allowOrigin === "*"),
          condition: (ref) => `!(${ref}.allow_credentials && ${ref}.allow_origin == "*")`,
          message: "must name one origin when credentials are let in: browsers refuse * then",
          bad: { allowOrigin: "*", allowCredentials: true },
        })
        .optional(),
      /**
       * Whether the load balancer's own answers name it in a Server header.
       * @default false
       */
      serverHeader: t.bool().default(false),
      /**
       * Status of the answer to a request that no listener rule matches.
       * @default "404"
       */
      defaultStatusCode: t
        .string()
        .pattern(/^[245][0-9][0-9]$/, "must be a status code of 2xx, 4xx or 5xx", { good: "404", bad: "301" })
        .default("404"),
      /**
       * Content type of that answer.
       * @default "text/plain"
       */
      defaultContentType: t
        .oneOf("text/plain", "text/html", "text/css", "application/json", "application/javascript")
        .default("text/plain"),
      /**
       * Body of that answer.
       * @default "Not found"
       */
      defaultBody: t.string().length(0, 1024).default("Not found"),
    }),
    ...section("Protection", {
      /** Web ACL that inspects the requests. Null inspects none. */
      webAcl: t
        .object({
          /** ARN of the web ACL: a regional one, of the load balancer's own region. */
          arn: arn(
            "wafv2",
            called("regional/webacl/"),
            "arn:aws:wafv2:us-east-1:123456789012:regional/webacl/nimbus/00000000-0000-0000-0000-000000000000",
            HERE,
          ),
        })
        .optional(),
      /**
       * Whether requests pass while the web ACL cannot be reached, instead of being refused.
       * @default false
       */
      wafFailOpen: t.bool().default(false),
      /**
       * Whether a zone in trouble can be taken out by a zonal shift. It costs nothing until it is used.
       * @default true
       */
      zonalShift: t.bool().default(true),
      /** Capacity that is kept ready ahead of a known rush, and paid for. Null lets AWS scale by itself. */
      minimumCapacity: t
        .object({
          /** Load balancer capacity units, 100 or more. */
          units: t
            .number()
            .example(100)
            .integer()
            .rule({
              test: (units) => units >= 100,
              condition: (ref) => `${ref} >= 100`,
              message: "must be at least 100",
              bad: 99,
            }),
        })
        .optional(),
    }),
    ...section("Logs", {
      /**
       * Whether each request is logged to a bucket.
       * @default true
       */
      accessLogs: t.bool().default(true),
      /**
       * Whether each TLS connection is logged too, to the same bucket: for mutual TLS and failed handshakes.
       * @default false
       */
      connectionLogs: t.bool().default(false),
      /** A bucket of yours. Null makes one of the module's own. */
      logBucket: t
        .object({
          /**
           * Name of the bucket: in the load balancer's region, encrypted with SSE-S3, with a policy that lets
           * logdelivery.elasticloadbalancing.amazonaws.com put objects.
           */
          name: existingBucket(),
          /**
           * Folder of the access logs.
           * @default "access"
           */
          accessPrefix: bucketPrefix("access"),
          /**
           * Folder of the connection logs.
           * @default "connection"
           */
          connectionPrefix: bucketPrefix("connection"),
        })
        .optional(),
      /**
       * Days that the module's own bucket keeps logs. A year by default, so that an audit finds what an incident left.
       * @default 365
       */
      logRetentionDays: t.number().range(1, 3653, "days").integer().default(365),
      /**
       * Whether destroying the load balancer may delete the module's own bucket with the logs in it.
       * @default false
       */
      logForceDestroy: t.bool().default(false),
    }),
  },
  [
    {
      on: "ipAddressType",
      test: ({ ipAddressType, internal }) => !(internal && ipAddressType === "dualstack-without-public-ipv4"),
      condition: '!(var.internal && var.ip_address_type == "dualstack-without-public-ipv4")',
      message: "must be ipv4 or dualstack for an internal load balancer, which has no public addresses at all",
      bad: { internal: true, ipAddressType: "dualstack-without-public-ipv4" },
    },
    {
      on: "connectionLogs",
      test: ({ connectionLogs, accessLogs }) => !connectionLogs || Boolean(accessLogs),
      condition: "!var.connection_logs || var.access_logs",
      message: (spell) => `must be false without ${spell("accessLogs")}, whose bucket they share`,
      bad: { connectionLogs: true, accessLogs: false },
    },
    {
      on: "logBucket",
      test: ({ logBucket, accessLogs }) => !logBucket || Boolean(accessLogs),
      condition: "var.log_bucket == null ? true : var.access_logs",
      message: (spell) => `is given, but ${spell("accessLogs")} is false; set it, or leave the bucket out`,
      bad: { logBucket: { name: "nimbus-logs" }, accessLogs: false },
    },
  ],
);

/** Props of the load balancer. */
export type LoadBalancerProps = PropsOf<typeof loadBalancerInputs>;
