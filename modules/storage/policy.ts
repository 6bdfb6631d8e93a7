import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block";
import { Construct } from "constructs";
import { heading, raw, tf } from "../../kernel";
import { Statement, policy } from "../parts/policies";
import { Context } from "./context";
import { principals } from "./key";

/** The bucket's policy: what nobody may do, and the caller's statements. */
export function createPolicy(scope: Construct, context: Context, closed: S3BucketPublicAccessBlock): void {
  heading(scope, "Bucket policy");
  const { bucketArn } = context;
  const { policyStatements } = context.inputs;
  new S3BucketPolicy(scope, "this#policy", {
    bucket: context.bucket,
    policy: policy(
      tf`concat(${denials(bucketArn, context.key.arn)}, [for sid, statement in ${policyStatements} : merge(${{
        Sid: tf`sid`,
        Effect: tf`statement.effect`,
        Principal: principals,
        Action: tf`statement.actions`,
        Resource: [bucketArn, `${bucketArn}/${raw("statement.prefix")}*`],
      }}, { for name, conditions in ${{ Condition: tf`statement.conditions` }} : name => conditions if length(conditions) > 0 })])`,
    ),
    // S3 refuses a policy and the public access block that are put at the same moment.
    dependsOn: [closed],
  });
}

/**
 * What is denied to everybody: plain HTTP, TLS older than 1.2, and an upload that names another encryption than the
 * bucket's own. One that names none is let in, as the bucket then encrypts it with its key.
 *
 * `Null` is needed beside a negated condition, which holds by itself where the header is missing.
 */
function denials(bucketArn: string, keyArn: string): Statement[] {
  const everything = {
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*",
    Resource: [bucketArn, `${bucketArn}/*`],
  } as const;
  const uploads = { Effect: "Deny", Principal: "*", Action: "s3:PutObject", Resource: `${bucketArn}/*` } as const;
  const header = (name: string): string => `s3:x-amz-server-side-encryption${name}`;
  return [
    { Sid: "TlsOnly", ...everything, Condition: { Bool: { "aws:SecureTransport": "false" } } },
    { Sid: "Tls12", ...everything, Condition: { NumericLessThan: { "s3:TlsVersion": "1.2" } } },
    {
      Sid: "KmsOnly",
      ...uploads,
      Condition: { Null: { [header("")]: "false" }, StringNotEquals: { [header("")]: "aws:kms" } },
    },
    {
      Sid: "OwnKeyOnly",
      ...uploads,
      Condition: {
        Null: { [header("-aws-kms-key-id")]: "false" },
        StringNotEquals: { [header("-aws-kms-key-id")]: keyArn },
      },
    },
    {
      Sid: "NoCustomerKey",
      ...uploads,
      Condition: { Null: { [header("-customer-algorithm")]: "false" } },
    },
  ];
}
