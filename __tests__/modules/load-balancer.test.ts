import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { LoadBalancer, LoadBalancerProps } from "../../modules/load-balancer";
import { isBlock } from "../../modules/parts/cidr";
import { SynthesizedStack, synthesize } from "../synthesis";

const CERTIFICATE = "arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000000";
const WEB_ACL = "arn:aws:wafv2:us-east-1:123456789012:regional/webacl/nimbus/00000000-0000-0000-0000-000000000000";
const TRUST_STORE = "arn:aws:elasticloadbalancing:us-east-1:123456789012:truststore/clients/73e2d6bc24d8a067";

const example: LoadBalancerProps = {
  name: "nimbus",
  vpcId: "vpc-0a1b2c3d4e5f60718",
  subnetIds: ["subnet-0a1b2c3d4e5f60718", "subnet-18070f6e5d4c3b2a1"],
  certificateArn: CERTIFICATE,
};

const loadBalancer = (props: Partial<LoadBalancerProps> = {}): SynthesizedStack =>
  synthesize((stack) => new LoadBalancer(stack, "load_balancer", { ...example, ...props }));
const balancerOf = (props?: Partial<LoadBalancerProps>) => loadBalancer(props).resource("aws_lb", "load_balancer");
const listenerOf = (props?: Partial<LoadBalancerProps>) =>
  loadBalancer(props).resource("aws_lb_listener", "load_balancer_https");

describe("what is made", () => {
  test.each<[string, Partial<LoadBalancerProps>, Record<string, number>]>([
    ["by default", {}, { aws_lb: 1, aws_lb_listener: 2, aws_s3_bucket: 1, aws_wafv2_web_acl_association: 0 }],
    ["without port 80", { redirectHttp: false }, { aws_lb_listener: 1 }],
    ["without logs", { accessLogs: false }, { aws_s3_bucket: 0, aws_s3_bucket_policy: 0 }],
    ["with a bucket of the caller", { logBucket: { name: "nimbus-logs" } }, { aws_s3_bucket: 0 }],
    ["with a web ACL", { webAcl: { arn: WEB_ACL } }, { aws_wafv2_web_acl_association: 1 }],
  ])("%s", (_name, props, counts) => {
    const stack = loadBalancer(props);
    expect(Object.fromEntries(Object.keys(counts).map((type) => [type, stack.count(type)]))).toEqual(counts);
  });

  test("the load balancer is protected, drops malformed headers and lets go of idle connections", () => {
    expect(balancerOf()).toMatchObject({
      enable_deletion_protection: true,
      drop_invalid_header_fields: true,
      desync_mitigation_mode: "defensive",
      idle_timeout: 30,
      client_keep_alive: 180,
      enable_zonal_shift: true,
    });
  });

  test.each<[string, Partial<LoadBalancerProps>, Record<string, unknown>]>([
    ["internal", { internal: true }, { internal: true }],
    ["dualstack", { ipAddressType: "dualstack" }, { ip_address_type: "dualstack" }],
    ["unprotected", { deletionProtection: false }, { enable_deletion_protection: false }],
    ["patient", { idleTimeout: 4000, clientKeepAlive: 3600 }, { idle_timeout: 4000, client_keep_alive: 3600 }],
    ["HTTP/1.1 only", { http2: false }, { enable_http2: false }],
    ["strictest", { desyncMitigation: "strictest" }, { desync_mitigation_mode: "strictest" }],
    [
      "X-Forwarded-For",
      { xffMode: "preserve", xffClientPort: true },
      { xff_header_processing_mode: "preserve", enable_xff_client_port: true },
    ],
    ["Host", { preserveHostHeader: true }, { preserve_host_header: true }],
    ["TLS headers", { tlsHeaders: true }, { enable_tls_version_and_cipher_suite_headers: true }],
    ["fail open", { wafFailOpen: true }, { enable_waf_fail_open: true }],
    ["no zonal shift", { zonalShift: false }, { enable_zonal_shift: false }],
    [
      "reserved capacity",
      { minimumCapacity: { units: 500 } },
      { minimum_load_balancer_capacity: { capacity_units: 500 } },
    ],
  ])("option of the load balancer: %s", (_name, props, attributes) => {
    expect(balancerOf(props)).toMatchObject(attributes);
  });

  test("no capacity is reserved unless it is asked for", () => {
    expect(balancerOf()).not.toHaveProperty("minimum_load_balancer_capacity");
  });
});

describe("clients", () => {
  const clients = (props: Partial<LoadBalancerProps>) => {
    const stack = loadBalancer(props);
    return [stack.local("load_balancer_client_cidrs"), stack.local("load_balancer_clients")].join("\n");
  };

  test("each client gets a rule for each port, and the rule of port 80 says why it is there", () => {
    const rules = loadBalancer().resources("aws_vpc_security_group_ingress_rule");
    expect(Object.fromEntries(Object.entries(rules).map(([name, rule]) => [name, rule.to_port]))).toEqual({
      load_balancer_https: 443,
      load_balancer_http: 80,
    });
    expect(rules.load_balancer_http).toMatchObject({
      "//": { accepted_findings: { CKV_AWS_260: expect.stringContaining("only redirects") as string } },
    });
  });

  test("who is let in is Terraform's to say, from the inputs", () => {
    const source = clients({ allowedCidrs: { office: "203.0.113.0/24" }, allowedPrefixLists: { cdn: "pl-0a1b" } });
    expect(source).toContain("can(length(local.load_balancer_allowed_cidrs)) ? local.load_balancer_allowed_cidrs :");
    expect(source).toContain("prefix-list-");
  });

  test("the security group has no rules of its own", () => {
    const group = loadBalancer().resource("aws_security_group", "load_balancer");
    expect(group).not.toHaveProperty("ingress");
    expect(group).not.toHaveProperty("egress");
  });
});

describe("targets", () => {
  test("nothing can be reached by default", () => {
    expect(loadBalancer().local("load_balancer_targets")).toContain("{}");
  });

  test("Cognito can be reached where a rule has users sign in", () => {
    expect(loadBalancer().resources("aws_vpc_security_group_egress_rule")).not.toHaveProperty("load_balancer_https");
    const open = loadBalancer({ httpsEgress: true });
    expect(open.resource("aws_vpc_security_group_egress_rule", "load_balancer_https")).toMatchObject({
      cidr_ipv4: "0.0.0.0/0",
      from_port: 443,
      to_port: 443,
    });
  });

  test("allowTo opens one way out, to one security group and port", () => {
    const stack = synthesize((scope) => {
      const web = new SecurityGroup(scope, "web", { vpcId: example.vpcId });
      new LoadBalancer(scope, "load_balancer", example).allowTo("web", web.id, 3000);
    });
    expect(stack.resource("aws_vpc_security_group_egress_rule", "load_balancer_target_web")).toMatchObject({
      security_group_id: "${aws_security_group.load_balancer.id}",
      referenced_security_group_id: "${aws_security_group.web.id}",
      from_port: 3000,
      to_port: 3000,
      ip_protocol: "tcp",
    });
  });

  test("allowTo refuses to name two targets the same", () => {
    const twice = () =>
      synthesize((scope) => {
        const balancer = new LoadBalancer(scope, "load_balancer", example);
        balancer.allowTo("web", "sg-1", 80);
        balancer.allowTo("web", "sg-2", 80);
      });
    expect(twice).toThrow("target_web");
  });
});

describe("TLS", () => {
  test("1.3 and 1.2 with the default certificate", () => {
    expect(listenerOf()).toMatchObject({
      port: 443,
      protocol: "HTTPS",
      ssl_policy: "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
      certificate_arn: CERTIFICATE,
    });
  });

  test("port 80 redirects for good", () => {
    expect(loadBalancer().resource("aws_lb_listener", "load_balancer_http")).toMatchObject({
      port: 80,
      default_action: [{ redirect: { port: "443", protocol: "HTTPS", status_code: "HTTP_301" }, type: "redirect" }],
    });
  });

  test("clients need no certificate unless a trust store is given", () => {
    expect(listenerOf()).not.toHaveProperty("mutual_authentication");
    expect(listenerOf({ mutualTls: { trustStoreArn: TRUST_STORE } })).toMatchObject({
      mutual_authentication: {
        mode: "verify",
        trust_store_arn: TRUST_STORE,
        ignore_client_certificate_expiry: false,
        advertise_trust_store_ca_names: "off",
      },
    });
  });
});

describe("responses", () => {
  test("every one has the security headers and none names the load balancer", () => {
    expect(listenerOf()).toMatchObject({
      routing_http_response_strict_transport_security_header_value: "max-age=31536000; includeSubDomains",
      routing_http_response_x_content_type_options_header_value: "nosniff",
      routing_http_response_x_frame_options_header_value: "DENY",
      routing_http_response_content_security_policy_header_value: "",
      routing_http_response_server_enabled: false,
    });
  });

  test.each<[string, Partial<LoadBalancerProps>, string, unknown]>([
    ["HSTS off", { strictTransportSecurity: "" }, "strict_transport_security", ""],
    ["sniffing allowed", { contentTypeNosniff: false }, "x_content_type_options", ""],
    ["frames of the same origin", { frameOptions: "SAMEORIGIN" }, "x_frame_options", "SAMEORIGIN"],
    ["frames left to the targets", { frameOptions: "none" }, "x_frame_options", ""],
    [
      "a content security policy",
      { contentSecurityPolicy: "default-src 'self'" },
      "content_security_policy",
      "default-src 'self'",
    ],
    ["an origin", { cors: { allowOrigin: "https://a.com" } }, "access_control_allow_origin", "https://a.com"],
    [
      "methods",
      { cors: { allowOrigin: "*", allowMethods: ["GET", "PUT"] } },
      "access_control_allow_methods",
      '${join(",", local.load_balancer_cors_allow_methods)}',
    ],
    [
      "credentials",
      { cors: { allowOrigin: "https://a.com", allowCredentials: true } },
      "access_control_allow_credentials",
      "true",
    ],
    ["no credentials", { cors: { allowOrigin: "*" } }, "access_control_allow_credentials", ""],
  ])("header: %s", (_name, props, header, value) => {
    expect(listenerOf(props)).toHaveProperty(`routing_http_response_${header}_header_value`, value);
  });

  test("a header that the provider would silently keep fails the plan, with the command that takes it away", () => {
    expect(listenerOf()).toMatchObject({
      lifecycle: {
        postcondition: [
          {
            condition: expect.stringContaining("local.load_balancer_headers_left_out") as string,
            error_message: expect.stringContaining(
              "aws elbv2 modify-listener-attributes --listener-arn ${self.arn} --attributes",
            ) as string,
          },
        ],
      },
    });
  });

  test("a request that no rule matches is answered with 404", () => {
    expect(listenerOf()).toMatchObject({
      default_action: [
        { fixed_response: { content_type: "text/plain", message_body: "Not found", status_code: "404" } },
      ],
    });
  });

  test("the default answer is the caller's to choose", () => {
    const answer = { defaultStatusCode: "503", defaultContentType: "application/json", defaultBody: "{}" } as const;
    expect(listenerOf(answer)).toMatchObject({
      default_action: [
        { fixed_response: { content_type: "application/json", message_body: "{}", status_code: "503" } },
      ],
    });
  });
});

describe("logs", () => {
  test("requests are logged, once the bucket's policy lets them in", () => {
    expect(balancerOf()).toMatchObject({
      access_logs: {
        enabled: true,
        bucket: "${one(aws_s3_bucket_policy.load_balancer_logs[*].bucket)}",
        prefix: "access",
      },
      connection_logs: { enabled: false },
    });
  });

  test("only log delivery of this account may write, and only into the two folders", () => {
    const { policy } = loadBalancer().resource("aws_s3_bucket_policy", "load_balancer_logs");
    expect(policy).toContain('Principal = { Service = "logdelivery.elasticloadbalancing.amazonaws.com" }');
    expect(policy).toContain("/access/AWSLogs/${data.aws_caller_identity.load_balancer_current.account_id}/*");
    expect(policy).toContain("/connection/AWSLogs/${data.aws_caller_identity.load_balancer_current.account_id}/*");
  });

  test("the bucket is emptied by age and not thrown away with logs in it", () => {
    const stack = loadBalancer({ logRetentionDays: 90 });
    expect(stack.resource("aws_s3_bucket_lifecycle_configuration", "load_balancer_logs")).toMatchObject({
      rule: [{ expiration: [{ days: 90 }] }],
    });
    expect(stack.resource("aws_s3_bucket", "load_balancer_logs")).toMatchObject({ force_destroy: false });
  });

  test("connection logs go to a folder of their own", () => {
    expect(balancerOf({ connectionLogs: true })).toMatchObject({
      connection_logs: { enabled: true, prefix: "connection" },
    });
  });

  test("a bucket of the caller takes both", () => {
    const logBucket = { name: "nimbus-logs", accessPrefix: "nimbus/requests" };
    expect(balancerOf({ logBucket, connectionLogs: true })).toMatchObject({
      access_logs: { bucket: "nimbus-logs", prefix: "nimbus/requests" },
      connection_logs: { bucket: "nimbus-logs", prefix: "connection" },
    });
  });
});

describe("bad input is refused with what is allowed", () => {
  test.each<[string, Partial<LoadBalancerProps>, string]>([
    ["a long name", { name: "n".repeat(33) }, "name must be 3 to 32 lower-case letters"],
    ["a name of AWS", { name: "internal-nimbus" }, "name must not begin with internal-"],
    ["one subnet", { subnetIds: ["subnet-0a1b"] }, "subnetIds must have 2 to 6 items"],
    ["a subnet twice", { subnetIds: ["subnet-0a", "subnet-0a"] }, "subnetIds must not name the same item twice"],
    ["a VPC that is none", { vpcId: "nimbus" }, 'vpcId must be the ID of a VPC (got "nimbus")'],
    ["a domain for a certificate", { certificateArn: "a.com" }, "certificateArn must be the ARN of a certificate"],
    [
      "old TLS",
      { tlsPolicy: "ELBSecurityPolicy-2016-08" as never },
      "tlsPolicy must be one of ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
    ],
    [
      "a block with a host in it",
      { allowedCidrs: { office: "203.0.113.7/24" } },
      'allowedCidrs["office"] must be an IPv4 or IPv6 CIDR block that begins with its network address (got "203.0.113.7/24")',
    ],
    [
      "a client with a long story",
      { allowedCidrs: { "The Office": "203.0.113.0/24" } },
      'allowedCidrs["The Office"] has a wrong key: keys must be lower-case letters, digits and hyphens',
    ],
    [
      "a target without a port",
      { targets: { web: { securityGroupId: "sg-0a1b", port: 0 } } },
      'targets["web"].port must be between 1 and 65535',
    ],
    ["an idle timeout of hours", { idleTimeout: 4001 }, "idleTimeout must be between 1 and 4000 seconds"],
    ["a redirect by default", { defaultStatusCode: "302" }, "defaultStatusCode must be a status code of 2xx, 4xx or"],
    ["a malformed HSTS", { strictTransportSecurity: "1 year" }, "strictTransportSecurity must begin with max-age="],
    [
      "credentials for everyone",
      { cors: { allowOrigin: "*", allowCredentials: true } },
      "cors must name one origin when credentials are let in",
    ],
    // RFC 6454, 6.1: an origin has no path; the Fetch standard compares it as a whole. RFC 9110, 5.1 and 5.5: names and values.
    ["an origin with a path", { cors: { allowOrigin: "https://a.com/" } }, "without a path"],
    ["two origins in one", { cors: { allowOrigin: "https://a.com, https://b.com" } }, "one origin"],
    ["no method at all", { cors: { allowOrigin: "*", allowMethods: [] } }, "must have 1 to 7 items"],
    ["two headers in one name", { cors: { allowOrigin: "*", allowHeaders: ["A, B"] } }, "name of a header"],
    ["a header over two lines", { contentSecurityPolicy: "default-src 'self';\nimg-src *" }, "on one line"],
    [
      "a web ACL of CloudFront",
      { webAcl: { arn: WEB_ACL.replace("regional", "global") } },
      "webAcl.arn must be an ARN of wafv2",
    ],
    ["a trace of capacity", { minimumCapacity: { units: 99 } }, "minimumCapacity.units must be at least 100"],
    [
      "IPv6 clients inside",
      { internal: true, ipAddressType: "dualstack-without-public-ipv4" },
      "ipAddressType must be ipv4 or dualstack for an internal load balancer",
    ],
    [
      "connection logs without a bucket",
      { accessLogs: false, connectionLogs: true },
      "connectionLogs must be false without accessLogs",
    ],
    [
      "a bucket for no logs",
      { accessLogs: false, logBucket: { name: "nimbus-logs" } },
      "logBucket is given, but accessLogs is false",
    ],
    ["a misspelt input", { idleTimout: 30 } as never, "idleTimout is not known here; did you mean idleTimeout?"],
  ])("%s", (_name, props, message) => {
    expect(() => loadBalancer(props)).toThrow(message);
  });
});

describe("address blocks", () => {
  test.each(["0.0.0.0/0", "203.0.113.0/24", "203.0.113.7/32", "::/0", "2001:db8::/32"])("%s is one", (text) => {
    expect(isBlock(text)).toBe(true);
  });

  test.each(["203.0.113.0", "203.0.113.7/24", "256.0.0.0/8", "10.0.0.0/33", "10.0.0.0/08", "::/129", "office"])(
    "%s is none",
    (text) => {
      expect(isBlock(text)).toBe(false);
    },
  );
});
