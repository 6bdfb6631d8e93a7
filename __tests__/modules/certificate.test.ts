import { Certificate, CertificateProps } from "../../modules/certificate";
import { SynthesizedStack, synthesize } from "../synthesis";

const example: CertificateProps = {
  name: "nimbus",
  domainName: "example.com",
  alternativeNames: ["*.example.com", "api.eu.example.com"],
  zones: { "example.com": "Z0123456789", "eu.example.com": "Z9876543210" },
};

const certificate = (props: Partial<CertificateProps> = {}): SynthesizedStack =>
  synthesize((stack) => new Certificate(stack, "certificate", { ...example, ...props }));
const certificateOf = (props?: Partial<CertificateProps>) =>
  certificate(props).resource("aws_acm_certificate", "certificate");

describe("the certificate", () => {
  test("is proven by DNS, public in the logs, and replaced before it goes", () => {
    expect(certificateOf()).toMatchObject({
      domain_name: "example.com",
      validation_method: "DNS",
      key_algorithm: "RSA_2048",
      options: { certificate_transparency_logging_preference: "ENABLED" },
      lifecycle: { create_before_destroy: true },
    });
  });

  test.each<[string, Partial<CertificateProps>, Record<string, unknown>]>([
    ["an elliptic curve", { keyAlgorithm: "EC_prime256v1" }, { key_algorithm: "EC_prime256v1" }],
    [
      "kept out of the logs",
      { transparencyLogging: false },
      { options: { certificate_transparency_logging_preference: "DISABLED" } },
    ],
  ])("option: %s", (_name, props, attributes) => {
    expect(certificateOf(props)).toMatchObject(attributes);
  });

  test("for CloudFront in another region fails the plan, which names the region", () => {
    expect(certificateOf({ forCloudfront: true })).toMatchObject({
      lifecycle: {
        precondition: [
          {
            condition: '${!true || data.aws_region.certificate_current.id == "us-east-1"}',
            error_message: expect.stringContaining("${data.aws_region.certificate_current.id}") as string,
          },
        ],
      },
    });
  });
});

describe("validation", () => {
  test("each record goes by a name of the caller, and not by the order of what ACM asks for", () => {
    const stack = certificate();
    expect(stack.resource("aws_route53_record", "certificate_validation")).toMatchObject({
      for_each: "${local.certificate_zone_ids}",
      zone_id: "${each.value}",
      name: '${local.certificate_options[each.key][0]["resource_record_name"]}',
    });
    expect(stack.local("certificate_names")).toContain('trimprefix(name, "*.")');
  });

  test("whoever uses the ARN waits until the certificate is issued", () => {
    const stack = synthesize((scope) => {
      const { arn } = new Certificate(scope, "certificate", example);
      scope.addOutput("arn", "ARN.", arn);
    });
    expect(stack.output("arn")?.value).toBe("${one(aws_acm_certificate_validation.certificate[*].certificate_arn)}");
    expect(stack.resource("aws_acm_certificate_validation", "certificate")).toMatchObject({
      validation_record_fqdns: "${values(aws_route53_record.certificate_validation)[*].fqdn}",
      timeouts: { create: "75m" },
    });
  });

  test("nobody waits when nobody should", () => {
    const stack = synthesize((scope) => {
      const { arn } = new Certificate(scope, "certificate", { ...example, waitForValidation: false });
      scope.addOutput("arn", "ARN.", arn);
    });
    expect(stack.count("aws_acm_certificate_validation")).toBe(0);
    expect(stack.output("arn")?.value).toBe("${aws_acm_certificate.certificate.arn}");
  });

  test("a second region waits for the records of the first", () => {
    const validation = certificate({ validationRecords: false, zones: {} }).resource(
      "aws_acm_certificate_validation",
      "certificate",
    );
    expect(validation.validation_record_fqdns).toBeNull();
  });
});

test("the alarm tells 30 days before the end, and stays when the metric ends with the certificate", () => {
  expect(certificate().resource("aws_cloudwatch_metric_alarm", "certificate_expiry")).toMatchObject({
    namespace: "AWS/CertificateManager",
    metric_name: "DaysToExpiry",
    statistic: "Minimum",
    comparison_operator: "LessThanOrEqualToThreshold",
    threshold: 30,
    treat_missing_data: "ignore",
    dimensions: { CertificateArn: "${aws_acm_certificate.certificate.arn}" },
  });
});

describe("what is refused", () => {
  test.each<[string, Partial<CertificateProps>, string]>([
    ["a name without zone", { alternativeNames: ["example.org"] }, "must hold a zone for each name"],
    ["a wildcard without zone", { alternativeNames: ["*.example.org"] }, "must hold a zone for each name"],
    ["a zone that only ends alike", { alternativeNames: ["notexample.com"] }, "must hold a zone for each name"],
    ["no zone at all", { zones: {} }, "must hold a zone for each name"],
    ["a name twice", { alternativeNames: ["example.com"] }, "must not name domainName again"],
    ["an alternative name twice", { alternativeNames: ["a.example.com", "a.example.com"] }, "the same item twice"],
    ["a wildcard in the middle", { domainName: "a.*.example.com" }, "must be a whole domain name"],
    ["capitals", { domainName: "Example.com" }, "must be a whole domain name"],
    ["a first name that is too long", { domainName: `${"a".repeat(60)}.example.com` }, "at most 64 characters"],
    ["a key that CloudFront does not take", { keyAlgorithm: "EC_secp384r1", forCloudfront: true }, "for CloudFront"],
    ["an alarm before the renewal begins", { expiryDays: 60 }, "must be between 1 and 44"],
  ])("%s", (_name, props, message) => {
    expect(() => certificate(props)).toThrow(message);
  });

  test("no name when the records are made elsewhere", () => {
    expect(() => certificate({ zones: {}, validationRecords: false })).not.toThrow();
  });
});
