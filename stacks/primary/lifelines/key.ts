import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { DataAwsPartition } from "@cdktf/provider-aws/lib/data-aws-partition";
import { Construct } from "constructs";
import { createDataKey } from "../../../modules/parts/key";

/** Whose data the key is for, and where. */
export interface RecoveryKeyConfig {
  /** What the names of the environment's resources begin with. */
  readonly prefix: string;
  readonly accountId: string;
  readonly region: string;
}

/**
 * The key of everything that is copied to the recovery region: one that is alive when the primary region is not. RDS,
 * AWS Backup, S3 and Secrets Manager use it by the IAM rights of whoever asks them; CloudWatch Logs brings no role, and is
 * let in for the log groups of what dr restores.
 */
export function createRecoveryKey(scope: Construct, { prefix, accountId, region }: RecoveryKeyConfig): KmsKey {
  const { partition, dnsSuffix } = new DataAwsPartition(scope, "current#partition");
  const groups = [
    `/aws/rds/*/${prefix}*`,
    `/ecs/${prefix}*`,
    `/elasticache/${prefix}*`,
    `/aws/vendedlogs/states/${prefix}*`,
  ];
  return createDataKey(scope, "this", {
    count: 1,
    name: `${prefix}-recovery`,
    description: `Data of ${prefix} in the recovery region`,
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
            "kms:EncryptionContext:aws:logs:arn": groups.map(
              (group) => `arn:${partition}:logs:${region}:${accountId}:log-group:${group}`,
            ),
          },
        },
      },
    ],
    tags: {},
  });
}
