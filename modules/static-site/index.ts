import { CloudfrontDistribution } from "@cdktf/provider-aws/lib/cloudfront-distribution";
import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import { Construct } from "constructs";
import { ModuleConstruct, ModuleDefinition, choose, forEach, given, heading, tf, when } from "../../kernel";
import { lookUpSurroundings } from "../parts/surroundings";
import { named } from "../parts/tags";
import { createBucket, createBucketPolicy } from "./bucket";
import { Context } from "./context";
import { createDistribution } from "./distribution";
import { StaticSiteProps, staticSiteInputs } from "./inputs";
import { createLogs, inCloudfrontRegion } from "./logs";
import { createDeployRole, createReplication } from "./roles";

export type { StaticSiteProps } from "./inputs";

type Fields = (typeof staticSiteInputs)["fields"];

/** A static site: a private bucket behind CloudFront, with the API under the same name. */
export class StaticSite extends ModuleConstruct<Fields> {
  static readonly definition: ModuleDefinition<Fields> = {
    name: "static-site",
    description: "A static site: a private bucket behind CloudFront, with the API under the same name.",
    notes: `
Only this distribution can read the bucket; clients speak HTTPS, HTTP/2 and HTTP/3; every response has the security
headers; paths of a single-page application lead to its first page without touching the API's errors.

**Deploying.** Assets first, then pages, then the invalidation; the old assets stay, for browsers that still run the old
pages:

\`\`\`sh
aws s3 sync build/ "s3://$bucket_name" --exclude "*.html" --cache-control "public, max-age=31536000, immutable"
aws s3 sync build/ "s3://$bucket_name" --exclude "*" --include "*.html" --cache-control "no-cache"
aws cloudfront create-invalidation --distribution-id "$distribution_id" --paths "/*"
\`\`\`

Give \`immutable\` only to files with a hash in the name.

**The region.** Use a provider of us-east-1: CloudFront's certificates, web ACLs, log deliveries and metrics are there.
In another region, turn \`logs\` and \`alarms\` off.

**Encryption** is S3's own (SSE-S3). What the bucket holds is served to everybody; a KMS key would protect nothing, would
be asked on each read, and could take the site down.

**A view whose path has a dot** in its last part (\`/users/jane.doe\`) is taken for a file, and is missing.

**Turning it off and on.** Each option changes in place, with one exception: the bucket's name, which follows \`name\`. A plan
that would replace the bucket is refused until \`replacements\` is raised.`,
    inputs: staticSiteInputs,
    example: {
      name: "nimbus-production",
      aliases: ["app.example.com"],
      certificate: { arn: "arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000000" },
      api: { domainName: "api.example.com", paths: ["/api/*"] },
      deployRole: {
        oidc: {
          providerArn: "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com",
          subjects: ["repo:nimbus/web:ref:refs/heads/main"],
        },
      },
    },
  };

  readonly bucketName: string;
  readonly bucketArn: string;
  readonly distributionId: string;
  readonly distributionArn: string;
  /** Name that CloudFront gives the site, for alias records. */
  readonly domainName: string;
  /** Route 53 zone of that name, for alias records. */
  readonly hostedZoneId: string;
  /** Null without one. */
  readonly deployRoleArn: string;

  constructor(scope: Construct, id: string, props: StaticSiteProps) {
    super(scope, id, StaticSite.definition, props);
    const context: Context = {
      inputs: this.inputs,
      ...lookUpSurroundings(this),
    };

    const bucket = createBucket(this, context);
    const distribution = createDistribution(this, context, bucket);
    createBucketPolicy(this, bucket, distribution.arn);
    const logBucketName = createLogs(this, context, distribution.arn);
    createReplication(this, context, bucket);
    this.createRecords(distribution);
    this.createAlarm(context, distribution);

    this.bucketName = this.output("bucketName", "Name of the bucket that files are deployed to.", bucket.bucket.id);
    this.bucketArn = this.output("bucketArn", "ARN of the bucket.", bucket.arn);
    this.distributionId = this.output("distributionId", "ID of the distribution, to invalidate.", distribution.id);
    this.distributionArn = this.output(
      "distributionArn",
      "ARN of the distribution, which the policy of a replica lets in.",
      distribution.arn,
    );
    this.domainName = this.output(
      "domainName",
      "Name that CloudFront gives the site, for alias records.",
      distribution.domainName,
    );
    this.hostedZoneId = this.output("hostedZoneId", "Route 53 zone of that name.", distribution.hostedZoneId);
    this.deployRoleArn = this.output(
      "deployRoleArn",
      "Role that deploys; null without one.",
      createDeployRole(this, context, bucket, distribution.arn),
    );
    this.output("logBucketName", "The module's own bucket of logs; null without one.", logBucketName);
  }

  private createRecords(distribution: CloudfrontDistribution): void {
    heading(this, "DNS records");
    const { aliases, records, ipv6 } = this.inputs;
    const types = choose(ipv6, ["A", "AAAA"], ["A"]);
    const wanted = tf`{ for pair in setproduct(${choose(given(records), aliases, [])}, ${types}) : "\${pair[0]}/\${pair[1]}" => { name = pair[0], type = pair[1] } }`;
    new Route53Record(this, "this#record", {
      forEach: forEach(wanted),
      zoneId: records.zoneId,
      name: tf`each.value.name`,
      type: tf`each.value.type`,
      alias: { name: distribution.domainName, zoneId: distribution.hostedZoneId, evaluateTargetHealth: false },
    });
  }

  private createAlarm({ region }: Context, distribution: CloudfrontDistribution): void {
    heading(this, "Alarm");
    const { name, alarms, tags } = this.inputs;
    new CloudwatchMetricAlarm(this, "server_errors", {
      count: when(given(alarms)),
      alarmName: `${name}-site-server-errors`,
      alarmDescription: `${name}: the site or its API answers with errors of its own (5xx)`,
      namespace: "AWS/CloudFront",
      metricName: "5xxErrorRate",
      dimensions: { DistributionId: distribution.id, Region: "Global" },
      statistic: "Average",
      period: 60,
      evaluationPeriods: 5,
      comparisonOperator: "GreaterThanOrEqualToThreshold",
      threshold: alarms.serverErrors,
      treatMissingData: "notBreaching",
      alarmActions: tf<string[]>`${alarms.topicArns}`,
      okActions: tf<string[]>`${alarms.topicArns}`,
      lifecycle: { precondition: [inCloudfrontRegion(region, "alarms")] },
      tags: named(tags, `${name}-site-server-errors`),
    });
  }
}
