import { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { DataAwsResourcegroupstaggingapiResources } from "@cdktf/provider-aws/lib/data-aws-resourcegroupstaggingapi-resources";
import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { dependable } from "cdktf";
import { Construct } from "constructs";
import { Stack, tf } from "../../kernel";
import { Storage } from "../../modules/storage";
import { Statement, policy } from "../../modules/parts/policies";

/** Days that an overwritten state is kept: long enough to notice after a quarter. */
const OLD_STATES_DAYS = 90;

/** What the bucket of a region's states needs to know. */
export interface StateBucketConfig {
  /** Name of the bucket. */
  readonly name: string;
  readonly accountId: string;
  /** `aws`, but another one in China. */
  readonly partition: string;
  /** Tags that all resources of the environment carry: what an earlier run made is found by them. */
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * The bucket of a region's states, and its key. Neither is deleted by accident: a plan that would is refused, and where the
 * plan does not know of them any more S3 and KMS refuse.
 *
 * A run whose own state was lost finds what an earlier one made, and adopts it. The order of the three makes that safe: the
 * bucket comes last, so where it exists its key has the alias.
 */
export class StateBucket extends Construct {
  /** Name of the bucket, known once it can keep states. */
  readonly name: string;

  constructor(
    private readonly stack: Stack,
    id: string,
    private readonly config: StateBucketConfig,
  ) {
    super(stack, id);
    const key = this.createKey();
    const alias = new KmsAlias(this, "key#alias", { name: `alias/${config.name}`, targetKeyId: key.keyId });
    this.name = this.createBuckets(alias).name;
    this.adoptEarlier(key, alias);
  }

  private createKey(): KmsKey {
    const { name } = this.config;
    return new KmsKey(this, "key#key", {
      description: `States of Terraform in the bucket ${name}`,
      enableKeyRotation: true,
      deletionWindowInDays: 30,
      policy: policy(keyStatements(this.config)),
      tags: { Name: name },
      lifecycle: { preventDestroy: true },
    });
  }

  private createBuckets(alias: KmsAlias): Storage {
    const { name, accountId } = this.config;
    const storage = new Storage(this, "bucket", {
      name,
      kmsKey: { arn: alias.targetKeyArn },
      ownKmsKey: false,
      noncurrentVersionDays: OLD_STATES_DAYS,
      policyStatements: { KeepStates: { effect: "Deny", principals: { aws: [accountId] }, actions: [...NEVER] } },
    });
    for (const bucket of this.buckets()) {
      bucket.lifecycle = { ...bucket.lifecycle, preventDestroy: true };
      bucket.dependsOn = [...(bucket.dependsOn ?? []), dependable(alias)];
    }
    return storage;
  }

  /** The bucket, and the one of its access logs. */
  private buckets(): S3Bucket[] {
    return this.node.findAll().filter((construct) => construct instanceof S3Bucket);
  }

  private adoptEarlier(key: KmsKey, alias: KmsAlias): void {
    const found = new DataAwsResourcegroupstaggingapiResources(this, "earlier#resources", {
      resourceTypeFilters: ["s3", "kms:key"],
      tagFilter: Object.entries(this.config.tags).map(([name, value]) => ({ key: name, values: [value] })),
    });
    const list = tf<string>`${found}.resource_tag_mapping_list`;
    const namesOf = (bucket: string): string =>
      tf<string>`[for one in ${list} : ${bucket} if endswith(one.resource_arn, ${`:::${bucket}`})]`;
    for (const bucket of this.buckets()) this.stack.adopt(bucket, namesOf(String(bucket.bucketInput)));
    const { name } = this.config;
    const isKey = tf<string>`strcontains(one.resource_arn, ":kms:") && lookup(one.tags, "Name", "") == ${name}`;
    this.stack.adopt(key, tf`[for one in ${list} : split("/", one.resource_arn)[1] if ${isKey}]`);
    this.stack.adopt(alias, tf`[for bucket in ${namesOf(name)} : ${`alias/${name}`}]`);
  }
}

/**
 * What nobody may do to the bucket, administrators included: whoever really means it takes the statement out first. The
 * lifecycle still deletes states that are older than they need to be.
 */
const NEVER = ["s3:DeleteBucket", "s3:DeleteBucketPolicy", "s3:DeleteObjectVersion"] as const;

const keyStatements = ({ accountId, partition }: StateBucketConfig): Statement[] => {
  const account = { AWS: `arn:${partition}:iam::${accountId}:root` };
  return [
    { Sid: "Administration", Effect: "Allow", Principal: account, Action: "kms:*", Resource: "*" },
    {
      Sid: "KeepStates",
      Effect: "Deny",
      Principal: account,
      Action: ["kms:ScheduleKeyDeletion", "kms:DisableKey"],
      Resource: "*",
    },
  ];
};
