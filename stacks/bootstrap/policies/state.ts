import { Statement } from "../../../modules/parts/policies";
import { Account } from "./account";

/** Which states of a region a role works with. */
export interface States {
  readonly region: string;
  /** Names of stacks, or `*`. */
  readonly stacks: readonly string[];
  /** Whether it may write them, and lock them. */
  readonly write: boolean;
}

/**
 * What Terraform needs to keep a state in S3 with S3's own lock. It cannot delete a state, only the lock.
 *
 * Source: Terraform, "Backend Type: s3", "Permissions Required".
 */
export function stateStatements(account: Account, { region, stacks, write }: States): Statement[] {
  const bucket = account.stateBucket(region);
  const files = stacks.map((stack) => account.s3(bucket, `${account.environment.name}/${stack}.tfstate`));
  const locks = files.map((file) => `${file}.tflock`);
  const sid = (what: string): string => what + region.replaceAll("-", "");
  const allow = (what: string, actions: readonly string[], resources: readonly string[]): Statement => ({
    Sid: sid(what),
    Effect: "Allow",
    Action: actions,
    Resource: resources,
  });
  return [
    allow("States", ["s3:ListBucket"], [account.s3(bucket)]),
    allow("State", write ? ["s3:GetObject", "s3:PutObject"] : ["s3:GetObject"], files),
    ...(write ? [allow("Lock", ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"], locks)] : []),
    {
      Sid: sid("StateKey"),
      Effect: "Allow",
      Action: write ? ["kms:Decrypt", "kms:GenerateDataKey"] : ["kms:Decrypt"],
      // By what is encrypted, and not by the key: a bucket of yours has a key that nobody here knows.
      Resource: account.arn("kms", region, "key/*"),
      Condition: {
        StringEquals: { "kms:ViaService": `s3.${region}.${account.dnsSuffix}` },
        StringLike: { "kms:EncryptionContext:aws:s3:arn": [account.s3(bucket), account.s3(bucket, "*")] },
      },
    },
  ];
}
