import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { S3BucketReplicationConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-replication-configuration";
import { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning";
import { Construct } from "constructs";
import { Flag, choose, dynamic, given, heading, item, one, tf, when } from "../../kernel";
import { policy, trustedBy } from "../parts/policies";
import { named } from "../parts/tags";
import { Context } from "./context";
import { REPLICATION_ROLE_ENDING } from "./inputs/rules";

/** Minutes that S3 promises, and the only number that it takes. Source: Amazon S3 User Guide, "Replication Time Control". */
const TIME_CONTROL_MINUTES = 15;

const status = (flag: Flag): string => choose(flag, "Enabled", "Disabled");

/** The copy in another region: the role that makes it, and what is copied. */
export function createReplication(scope: Construct, context: Context, versioning: S3BucketVersioningA): IamRole {
  heading(scope, "Replication");
  const { inputs, bucket, region } = context;
  const { replication } = inputs;
  const { destination } = replication;
  const role = createRole(scope, context);
  new S3BucketReplicationConfigurationA(scope, "this#replication", {
    count: when(given(replication)),
    bucket,
    role: one(role, "arn"),
    rule: dynamic(["replicate"], {
      id: item("rule"),
      priority: 1,
      status: "Enabled",
      filter: { prefix: replication.prefix },
      deleteMarkerReplication: { status: status(replication.deleteMarkers) },
      sourceSelectionCriteria: {
        sseKmsEncryptedObjects: { status: "Enabled" },
        replicaModifications: { status: status(replication.replicaModifications) },
      },
      destination: {
        bucket: destination.bucketArn,
        account: destination.accountId,
        storageClass: destination.storageClass,
        encryptionConfiguration: { replicaKmsKeyId: destination.kmsKeyArn },
        // Copies in another account belong to it, so that it can read them.
        accessControlTranslation: dynamic(tf`${destination.accountId}[*]`, { owner: "Destination" }),
        metrics: dynamic(choose(replication.metrics, [1], []), {
          status: "Enabled",
          eventThreshold: dynamic(choose(replication.timeControl, [1], []), { minutes: TIME_CONTROL_MINUTES }),
        }),
        replicationTime: dynamic(choose(replication.timeControl, [1], []), {
          status: "Enabled",
          time: { minutes: TIME_CONTROL_MINUTES },
        }),
      },
    }),
    lifecycle: {
      precondition: [
        {
          condition: tf`${destination.region} != ${region}`,
          errorMessage: `replication.destination.region is ${region}, which is the region of the bucket itself: a copy there is lost with it. Give a bucket in another region.`,
        },
      ],
    },
    // S3 refuses to replicate a bucket whose versions are not on.
    dependsOn: [versioning],
  });
  return role;
}

/** Source: Amazon S3 User Guide, "Setting up permissions for live replication" and "Replicating encrypted objects". */
function createRole(scope: Construct, context: Context): IamRole {
  const { inputs, bucketArn, key, region, dnsSuffix } = context;
  const { name, replication, permissionsBoundary, tags } = inputs;
  const { destination } = replication;
  const count = when(given(replication));
  const roleName = `${name}${REPLICATION_ROLE_ENDING}`;
  const role = new IamRole(scope, "replication#role", {
    count,
    name: roleName,
    description: `Copies the objects of the bucket ${name} to another region`,
    assumeRolePolicy: trustedBy("s3.amazonaws.com"),
    permissionsBoundary: choose(given(permissionsBoundary), permissionsBoundary.arn, null),
    tags: named(tags, roleName),
  });
  const copies = `${destination.bucketArn}/${replication.prefix}*`;
  const throughS3 = (where: string, ...objects: string[]) => ({
    StringEquals: { "kms:ViaService": `s3.${where}.${dnsSuffix}` },
    // A bucket key stands for the bucket; objects from before it was switched on stand for themselves.
    StringLike: { "kms:EncryptionContext:aws:s3:arn": objects },
  });
  new IamRolePolicy(scope, "replication#policy", {
    count,
    name: "replicate",
    role: one(role, "id"),
    policy: policy([
      {
        Sid: "Configuration",
        Effect: "Allow",
        Action: ["s3:GetReplicationConfiguration", "s3:ListBucket"],
        Resource: bucketArn,
      },
      {
        Sid: "Originals",
        Effect: "Allow",
        Action: [
          "s3:GetObjectVersionForReplication",
          "s3:GetObjectVersionAcl",
          "s3:GetObjectVersionTagging",
          "s3:GetObjectRetention",
          "s3:GetObjectLegalHold",
        ],
        Resource: `${bucketArn}/${replication.prefix}*`,
      },
      {
        Sid: "Copies",
        Effect: "Allow",
        Action: tf`concat(${["s3:ReplicateObject", "s3:ReplicateDelete", "s3:ReplicateTags"]},
          ${destination.accountId} == null ? [] : ${["s3:ObjectOwnerOverrideToBucketOwner"]})`,
        Resource: copies,
      },
      {
        Sid: "DecryptOriginals",
        Effect: "Allow",
        Action: "kms:Decrypt",
        Resource: key.decrypting,
        Condition: throughS3(region, bucketArn, `${bucketArn}/*`),
      },
      {
        Sid: "EncryptCopies",
        Effect: "Allow",
        Action: ["kms:Encrypt", "kms:GenerateDataKey"],
        Resource: destination.kmsKeyArn,
        Condition: throughS3(destination.region, destination.bucketArn, copies),
      },
    ]),
  });
  return role;
}
