import { AcmCertificate } from "@cdktf/provider-aws/lib/acm-certificate";
import { AcmCertificateValidation } from "@cdktf/provider-aws/lib/acm-certificate-validation";
import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import { TerraformLocal } from "cdktf";
import { Construct } from "constructs";
import {
  ModuleConstruct,
  ModuleDefinition,
  all,
  choose,
  comment,
  each,
  forEach,
  heading,
  local,
  one,
  tf,
  when,
} from "../../kernel";
import { lookUpSurroundings } from "../parts/surroundings";
import { named } from "../parts/tags";
import { CertificateProps, certificateInputs } from "./inputs";

export type { CertificateProps } from "./inputs";

type Fields = (typeof certificateInputs)["fields"];

/** Seconds that resolvers keep a validation record; it hardly ever changes. */
const TTL = 300;

/** A public certificate that proves itself by DNS, renews itself, and tells when that fails. */
export class Certificate extends ModuleConstruct<Fields> {
  static readonly definition: ModuleDefinition<Fields> = {
    name: "certificate",
    description: "A public certificate that proves itself by DNS, renews itself, and tells when that fails.",
    notes: `
The certificate is of the provider's region. A load balancer needs one of its own region, CloudFront one of us-east-1
(\`for_cloudfront\` has the plan say so): give the module a provider of that region.

**Two regions, one set of records.** AWS asks for the same record for the same name in every region of an account. Let
one certificate make the records, and set \`validation_records = false\` for the others, which then wait for its records. Were
two of them to make a record, the second would fail, as it already exists.

**Changing names.** A certificate cannot change. A new one is issued and proven, whoever uses \`arn\` moves to it, and then
the old one is deleted. The records of names that stay are the same for both.

**Names that are only known after apply** cannot be: the records are made for each name, and Terraform must know them
while it plans. IDs of zones may be unknown.`,
    inputs: certificateInputs,
    example: {
      name: "nimbus-production",
      domainName: "example.com",
      alternativeNames: ["www.example.com"],
      zones: { "example.com": "Z0123456789ABCDEFGHIJ" },
    },
  };

  /** Of the issued certificate: whoever uses it waits until it is proven. */
  readonly arn: string;

  constructor(scope: Construct, id: string, props: CertificateProps) {
    super(scope, id, Certificate.definition, props);
    const certificate = this.createCertificate();
    const options = this.listOptions(certificate);
    const records = this.createRecords(options);
    const validation = this.waitForIssue(certificate, records);
    this.createAlarm(certificate);

    this.arn = this.output(
      "arn",
      "ARN of the certificate; with wait_for_validation it is known once the certificate is issued.",
      choose(this.inputs.waitForValidation, one(validation, "certificate_arn"), certificate.arn),
    );
    this.output(
      "validationRecords",
      "Records that prove the names, by name: for DNS that is elsewhere.",
      tf`{ for name, options in ${options} : name => {
        name = options[0].resource_record_name, type = options[0].resource_record_type, value = options[0].resource_record_value
      } }`,
    );
  }

  private createCertificate(): AcmCertificate {
    heading(this, "Certificate");
    const { name, forCloudfront, transparencyLogging, tags } = this.inputs;
    const { region } = lookUpSurroundings(this);
    return new AcmCertificate(this, "this", {
      domainName: this.inputs.domainName,
      subjectAlternativeNames: tf`${this.inputs.alternativeNames}`,
      validationMethod: "DNS",
      keyAlgorithm: this.inputs.keyAlgorithm,
      options: { certificateTransparencyLoggingPreference: choose(transparencyLogging, "ENABLED", "DISABLED") },
      tags: named(tags, name),
      lifecycle: {
        createBeforeDestroy: true,
        precondition: [
          {
            condition: tf`!${forCloudfront} || ${region} == "us-east-1"`,
            errorMessage: `CloudFront takes only a certificate of us-east-1, and this one would be of ${region}. Give the module a provider of us-east-1, or set for_cloudfront to false.`,
          },
        ],
      },
    });
  }

  /** What ACM asks for, by the name that is to be proven. A wildcard and the name behind it share one record. */
  private listOptions(certificate: AcmCertificate): TerraformLocal {
    return comment(
      local(
        this,
        "options",
        tf`{ for option in ${certificate}.domain_validation_options : trimprefix(option.domain_name, "*.") => option... }`,
      ),
      "One record validates a wildcard and the domain that it is of.",
    );
  }

  private createRecords(options: TerraformLocal): Route53Record {
    heading(this, "DNS records");
    const { domainName, alternativeNames, zones, validationRecords } = this.inputs;
    const names = local(
      this,
      "names",
      tf`toset([for name in concat([${domainName}], ${alternativeNames}) : trimprefix(name, "*.")])`,
    );
    const candidates = local(
      this,
      "zone_names",
      tf`{ for name in ${names} : name => [for zone in keys(${zones}) : zone if name == zone || endswith(name, ".\${zone}")] }`,
    );
    // The keys are the caller's names, since what ACM asks for is only known once the certificate is requested.
    const zoneIds = comment(
      local(
        this,
        "zone_ids",
        tf`{ for name, candidates in ${candidates} : name => ${zones}[[
          for zone in candidates : zone if length(zone) == max([for candidate in candidates : length(candidate)]...)
        ][0]] if ${validationRecords} }`,
      ),
      "Of the zones that a name lies in, the one with the longest name is the closest.",
    );
    const field = (attribute: string): string => tf<string>`${options}[each.key][0][${attribute}]`;
    return new Route53Record(this, "validation", {
      forEach: forEach(zoneIds),
      zoneId: each.value,
      name: field("resource_record_name"),
      type: field("resource_record_type"),
      records: [field("resource_record_value")],
      ttl: TTL,
    });
  }

  private waitForIssue(certificate: AcmCertificate, records: Route53Record): AcmCertificateValidation {
    heading(this, "Validation");
    const { waitForValidation, validationRecords, validationTimeout } = this.inputs;
    return new AcmCertificateValidation(this, "this#validation", {
      count: when(waitForValidation),
      certificateArn: certificate.arn,
      validationRecordFqdns: choose<string[]>(validationRecords, all(records, "fqdn"), null),
      timeouts: { create: `${validationTimeout}m` },
    });
  }

  private createAlarm(certificate: AcmCertificate): void {
    heading(this, "Alarm");
    const { name, domainName, expiryDays, expiryTopicArns, tags } = this.inputs;
    comment(
      new CloudwatchMetricAlarm(this, "expiry", {
        alarmName: `${name}-certificate-expiry`,
        alarmDescription: `The certificate of ${domainName} was not renewed: look for its validation records`,
        namespace: "AWS/CertificateManager",
        metricName: "DaysToExpiry",
        dimensions: { CertificateArn: certificate.arn },
        statistic: "Minimum",
        period: 86400,
        evaluationPeriods: 1,
        comparisonOperator: "LessThanOrEqualToThreshold",
        threshold: expiryDays,
        treatMissingData: "ignore",
        alarmActions: tf`${expiryTopicArns}`,
        okActions: tf`${expiryTopicArns}`,
        tags: named(tags, name),
      }),
      "The metric ends with the certificate; the alarm must not, so missing data leaves it as it is.",
    );
  }
}
