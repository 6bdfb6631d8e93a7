import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { Construct } from "constructs";
import { createDataKey } from "./key";

/** What a key for CloudWatch logs needs to know. */
export interface LogKeyConfig {
  /** 1 when the key is to be made, 0 when the caller brings one. */
  readonly count: number;
  /** Name of the key's alias, without `alias/`. */
  readonly name: string;
  readonly description: string;
  readonly accountId: string;
  readonly partition: string;
  /** What the names of the partition's services end with: amazonaws.com, but amazonaws.com.cn in China. */
  readonly dnsSuffix: string;
  readonly region: string;
  /** Name of the log group, which may end with `*`. */
  readonly logGroupName: string;
  readonly tags: unknown;
}

/**
 * A customer managed key that CloudWatch Logs may use for the named log groups only, rotated every year. Deletion waits
 * for 30 days, the longest that KMS offers, since logs under a deleted key can never be read again.
 *
 * Source of the policy: CloudWatch Logs User Guide, "Encrypt log data using AWS KMS".
 */
export function createLogKey(scope: Construct, id: string, config: LogKeyConfig): KmsKey {
  const { accountId, dnsSuffix, partition, region, logGroupName, ...rest } = config;
  return createDataKey(scope, id, {
    ...rest,
    accountId,
    partition,
    statements: [
      {
        Sid: "CloudWatchLogs",
        Effect: "Allow",
        Principal: { Service: `logs.${region}.${dnsSuffix}` },
        Action: ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"],
        Resource: "*",
        Condition: {
          ArnLike: {
            "kms:EncryptionContext:aws:logs:arn": `arn:${partition}:logs:${region}:${accountId}:log-group:${logGroupName}`,
          },
        },
      },
    ],
  });
}
