import { Statement } from "../../../modules/parts/policies";
import { failbackSnapshots } from "../../../recovery/names";
import { Account } from "./account";
import { keyStatements } from "./data-keys";
import { nothingOfOthers } from "./separation";

/**
 * What brings data back when the primary region has recovered, and nothing else: it copies the snapshot that a person has made,
 * and the objects that were uploaded meanwhile. It is the only role that reads what users have stored; it deletes nothing, and
 * deploys nothing.
 *
 * Source: dr/RUNBOOK.md, step 8; Amazon RDS User Guide, "Copying a DB snapshot"; AWS CLI, `s3 sync` (CopyObject, and
 * UploadPartCopy for large objects).
 *
 * @param recovery region that the data comes from
 */
export function failbackStatements(account: Account, recovery: string): Statement[] {
  const regions = [account.region, recovery];
  const where = { StringEquals: { "aws:RequestedRegion": regions } };
  const snapshot = `snapshot:${failbackSnapshots(account.prefix)}*`;
  const { buckets, environment, dnsSuffix } = account;
  const origins = buckets.flatMap(({ replica }) => replica ?? []);
  const targets = buckets.map(({ name }) => name);
  const all = [...origins, ...targets];
  const allow = (Sid: string, Action: unknown, Resource: unknown, Condition?: object): Statement => ({
    Sid,
    Effect: "Allow",
    Action,
    Resource,
    ...(Condition === undefined ? {} : { Condition }),
  });
  const objects = (names: readonly string[]): string[] => names.map((name) => account.s3(name, "*"));
  return [
    ...(environment.database
      ? [
          allow(
            "CopySnapshot",
            ["rds:AddTagsToResource", "rds:CopyDBSnapshot"],
            regions.map((region) => account.arn("rds", region, snapshot)),
          ),
          allow("Snapshots", "rds:DescribeDBSnapshots", "*", where),
          ...keyStatements(account, { region: "*", encrypting: ["rds"], granted: ["rds"] }),
        ]
      : []),
    // How far the replica is that takes the data back.
    ...(account.standsBy ? [allow("Lag", "cloudwatch:GetMetricStatistics", "*", where)] : []),
    ...(all.length > 0
      ? [
          allow(
            "ListBuckets",
            "s3:ListBucket",
            all.map((name) => account.s3(name)),
          ),
          allow("ReadObjects", ["s3:GetObject", "s3:GetObjectTagging"], objects(origins)),
          allow("WriteObjects", ["s3:AbortMultipartUpload", "s3:PutObject", "s3:PutObjectTagging"], objects(targets)),
          allow("ObjectKeys", ["kms:Decrypt", "kms:GenerateDataKey"], account.arn("kms", "*", "key/*"), {
            StringEquals: { "kms:ViaService": regions.map((region) => `s3.${region}.${dnsSuffix}`) },
            // A bucket key stands for the bucket; objects from before it was switched on stand for themselves.
            StringLike: { "kms:EncryptionContext:aws:s3:arn": all.map((name) => `${account.s3(name)}*`) },
          }),
        ]
      : []),
    ...nothingOfOthers(account),
  ];
}
