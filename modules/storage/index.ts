import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { S3BucketCorsConfiguration } from "@cdktf/provider-aws/lib/s3-bucket-cors-configuration";
import { S3BucketNotification } from "@cdktf/provider-aws/lib/s3-bucket-notification";
import { S3BucketObjectLockConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-object-lock-configuration";
import { S3BucketOwnershipControls } from "@cdktf/provider-aws/lib/s3-bucket-ownership-controls";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block";
import { S3BucketServerSideEncryptionConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration";
import { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning";
import { Construct } from "constructs";
import {
  ModuleConstruct,
  ModuleDefinition,
  acceptFinding,
  choose,
  dynamic,
  each,
  forEach,
  given,
  heading,
  item,
  one,
  tf,
  when,
} from "../../kernel";
import { guardReplacement } from "../parts/replacement";
import { lookUpSurroundings } from "../parts/surroundings";
import { named } from "../parts/tags";
import { Context } from "./context";
import { READ, READ_WRITE, createGrant, createGrants } from "./grants";
import { StorageProps, storageInputs } from "./inputs";
import { createKey } from "./key";
import { createLifecycle } from "./lifecycle";
import { createLogs } from "./logs";
import { createPolicy } from "./policy";
import { createReplication } from "./replication";

export type { StorageProps } from "./inputs";

type Fields = (typeof storageInputs)["fields"];

/** A private, versioned and encrypted S3 bucket, with its logs, its lifecycle, its users and its copy in another region. */
export class Storage extends ModuleConstruct<Fields> {
  static readonly definition: ModuleDefinition<Fields> = {
    name: "storage",
    description:
      "A private, versioned and encrypted S3 bucket, with its logs, its lifecycle, its users and its copy in another region.",
    notes: `
**Closed by default.** The public and ACLs are shut out, and no input lets them in. Plain HTTP and TLS older than 1.2 are
refused, and so is an upload that names another encryption than the bucket's. An upload that names none is encrypted with
the bucket's key. Roles of this account get in by \`readers\` and \`writers\`, everybody else by \`policy_statements\`.

**What holds data goes by a flag of its own.** Turning access logs off leaves the bucket of logs, giving \`kms_key\` leaves
the module's own key: they go when \`own_log_bucket\` and \`own_kms_key\` say so. The bucket itself cannot be renamed; a plan
that would replace it is refused until \`replacements\` is raised with it. Every other option changes in place.

**Replication copies what is new.** Objects that exist when replication is turned on, or whose copy failed, are copied by
S3 Batch Replication, once and by hand: \`aws s3control create-job\` with the operation \`S3ReplicateObject\`, or the console.
The destination needs versions (this module's default), and Object Lock when this bucket has it. A destination in another
account must let \`replication_role_arn\` in: here as \`policy_statements\` with \`s3:ReplicateObject\`, \`s3:ReplicateDelete\`,
\`s3:ReplicateTags\` and \`s3:ObjectOwnerOverrideToBucketOwner\`, and \`key_actions\` \`kms:Encrypt\` and \`kms:GenerateDataKey\`.
Turn replication off in one apply and \`versioning\` in the next: S3 refuses to stop versions while it copies them.

**Getting a file back.** A deleted or overwritten object is an old version for \`noncurrent_version_days\`:
\`aws s3api list-object-versions --bucket <name> --prefix <key>\` shows it, and deleting the delete marker, or copying the old
version over the object, brings it back. Writers cannot delete old versions.

**Intelligent-Tiering** needs no configuration: \`transitions = { INTELLIGENT_TIERING = 0 }\` in a lifecycle rule.

**Object Lock** can be turned on later, in place, and never off: S3 keeps it, and the versions, for good.`,
    inputs: storageInputs,
    example: { name: "nimbus-production-uploads" },
  };

  /** Name of the bucket, known once it has versions and can be replicated to. */
  readonly name: string;
  /** ARN of the bucket, known once it has versions and can be replicated to. */
  readonly arn: string;
  readonly regionalDomainName: string;
  /** Key of new objects. */
  readonly kmsKeyArn: string;
  /** Null without a log bucket of the module's own. */
  readonly logBucketName: string;
  /** Null without replication. */
  readonly replicationRoleArn: string;
  private readonly context: Context;

  constructor(scope: Construct, id: string, props: StorageProps) {
    super(scope, id, Storage.definition, props);
    const bucket = this.createBucket();
    this.context = this.createContext(bucket);
    const versioning = this.createVersioning();
    this.createEncryption();
    const closed = this.close();
    createPolicy(this, this.context, closed);
    createLifecycle(this, this.context, versioning);
    this.createCors();
    this.createObjectLock(versioning);
    const replicationRole = createReplication(this, this.context, versioning);
    const logs = createLogs(this, this.context);
    this.createEvents();
    createGrants(this, "readers", this.context, READ, this.inputs.readers);
    createGrants(this, "writers", this.context, READ_WRITE, this.inputs.writers);

    this.name = this.output("name", "Name of the bucket, known once it has versions.", versioning.bucket);
    this.arn = this.output(
      "arn",
      "ARN of the bucket, known once it has versions, so that another bucket can replicate to it.",
      `arn:${this.context.partition}:s3:::${versioning.bucket}`,
    );
    this.regionalDomainName = this.output(
      "regionalDomainName",
      "Domain name of the bucket in its region, for an origin of CloudFront.",
      bucket.bucketRegionalDomainName,
    );
    this.kmsKeyArn = this.output(
      "kmsKeyArn",
      "Key that encrypts new objects: kms_key, or the module's own.",
      this.context.key.arn,
    );
    this.logBucketName = this.output(
      "logBucketName",
      "The module's own bucket of access logs; null without one.",
      logs.ownBucketName,
    );
    this.replicationRoleArn = this.output(
      "replicationRoleArn",
      "Role that copies objects to the other region; null without replication.",
      one(replicationRole, "arn"),
    );
  }

  /**
   * Lets a role of this account list the bucket and read its objects, or those whose keys begin with a prefix: an entry
   * of the input `readers` of the plain module, as a verb.
   */
  grantRead(name: string, roleName: string, prefix = ""): void {
    createGrant(this, `reader_${name}`, this.context, READ, { grantee: name, roleName, prefix });
  }

  /** Lets a role list the bucket, and read, write, tag and delete its objects: an entry of the input `writers`. */
  grantReadWrite(name: string, roleName: string, prefix = ""): void {
    createGrant(this, `writer_${name}`, this.context, READ_WRITE, { grantee: name, roleName, prefix });
  }

  private createBucket(): S3Bucket {
    heading(this, "Bucket");
    const { name, forceDestroy, replacements, tags } = this.inputs;
    const precondition = guardReplacement(this, {
      what: "the bucket",
      loss: "all objects in it",
      identity: { name },
      replacements,
    });
    const bucket = new S3Bucket(this, "this#bucket", {
      bucket: name,
      forceDestroy,
      tags: named(tags, name),
      lifecycle: { precondition: [precondition] },
    });
    acceptFinding(
      bucket,
      "CKV_AWS_144",
      "A copy in another region costs as much again: it is the caller's choice (replication)",
    );
    acceptFinding(bucket, "CKV2_AWS_62", "Events are billed, and only some buckets have rules for them (event_bridge)");
    return bucket;
  }

  private createContext(bucket: S3Bucket): Context {
    const about = {
      inputs: this.inputs,
      ...lookUpSurroundings(this),
    };
    return { ...about, bucket: bucket.id, bucketArn: bucket.arn, key: createKey(this, about) };
  }

  private createVersioning(): S3BucketVersioningA {
    heading(this, "Versions");
    return new S3BucketVersioningA(this, "this#versioning", {
      bucket: this.context.bucket,
      versioningConfiguration: { status: choose(this.inputs.versioning, "Enabled", "Suspended") },
    });
  }

  private createEncryption(): void {
    heading(this, "Encryption");
    new S3BucketServerSideEncryptionConfigurationA(this, "this#encryption", {
      bucket: this.context.bucket,
      rule: [
        {
          applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: this.context.key.arn },
          // One call of KMS for many objects, which cuts its bill by up to 99 %.
          bucketKeyEnabled: true,
        },
      ],
    });
  }

  /** Closes the bucket to the public and to ACLs, for good: no input opens it. */
  private close(): S3BucketPublicAccessBlock {
    heading(this, "Public access");
    const { bucket } = this.context;
    new S3BucketOwnershipControls(this, "this#ownership", {
      bucket,
      rule: { objectOwnership: "BucketOwnerEnforced" },
    });
    return new S3BucketPublicAccessBlock(this, "this#public_access", {
      bucket,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
  }

  private createCors(): void {
    heading(this, "CORS");
    const { corsRules } = this.inputs;
    // Not by count: Terraform checks the body of a resource of count 0 too, and would miss the rules in it.
    new S3BucketCorsConfiguration(this, "this#cors", {
      forEach: forEach(tf`{ for name, rules in { this = ${corsRules} } : name => rules if length(rules) > 0 }`),
      bucket: this.context.bucket,
      corsRule: dynamic(each.value, {
        id: tf`cors_rule.key`,
        allowedOrigins: item("cors_rule", "allowed_origins"),
        allowedMethods: item("cors_rule", "allowed_methods"),
        allowedHeaders: item("cors_rule", "allowed_headers"),
        exposeHeaders: item("cors_rule", "expose_headers"),
        maxAgeSeconds: item("cors_rule", "max_age_seconds"),
      }),
    });
  }

  /** By this resource and not by the bucket's own argument, which would replace a bucket that exists. */
  private createObjectLock(versioning: S3BucketVersioningA): void {
    heading(this, "Object lock");
    const { objectLock } = this.inputs;
    new S3BucketObjectLockConfigurationA(this, "this#object_lock", {
      count: when(given(objectLock)),
      bucket: this.context.bucket,
      rule: { defaultRetention: { mode: objectLock.mode, days: objectLock.days, years: objectLock.years } },
      dependsOn: [versioning],
    });
  }

  private createEvents(): void {
    heading(this, "Events");
    new S3BucketNotification(this, "this#notification", {
      count: when(this.inputs.eventBridge),
      bucket: this.context.bucket,
      eventbridge: true,
    });
  }
}
