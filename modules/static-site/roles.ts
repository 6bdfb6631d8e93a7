import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { S3BucketReplicationConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-replication-configuration";
import { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning";
import { Construct } from "constructs";
import { choose, given, heading, one, tf, when } from "../../kernel";
import { policy, trustedBy } from "../parts/policies";
import { named } from "../parts/tags";
import { SiteBucket, Context } from "./context";

/** The role that a pipeline deploys with. Null without one. */
export function createDeployRole(
  scope: Construct,
  { inputs }: Context,
  bucket: SiteBucket,
  distributionArn: string,
): string {
  heading(scope, "Role that deploys");
  const { name, deployRole, tags } = inputs;
  const { oidc, roleArns } = deployRole;
  const count = when(given(deployRole));
  const issuer = tf<string>`split("oidc-provider/", ${oidc.providerArn})[1]`;
  const federated = {
    Effect: "Allow",
    Action: "sts:AssumeRoleWithWebIdentity",
    Principal: { Federated: oidc.providerArn },
    Condition: {
      StringEquals: { [`${issuer}:aud`]: oidc.audience },
      StringLike: { [`${issuer}:sub`]: oidc.subjects },
    },
  };
  const byRole = { Effect: "Allow", Action: "sts:AssumeRole", Principal: { AWS: roleArns } };
  const roleName = `${name}-site-deploy`;
  const role = new IamRole(scope, "deploy#role", {
    count,
    name: roleName,
    description: `Deploys the site ${name}`,
    assumeRolePolicy: policy(
      tf`concat(${choose<unknown>(given(oidc), [federated], [])}, [for statement in [${byRole}] : statement if length(${roleArns}) > 0])`,
    ),
    // coalesce fails where the role has none of its own, and the next where the module has none.
    permissionsBoundary: tf<string>`try(coalesce(${deployRole.permissionsBoundaryArn}), ${inputs.permissionsBoundary.arn}, null)`,
    tags: named(tags, roleName),
  });
  new IamRolePolicy(scope, "deploy#policy", {
    count,
    name: "deploy",
    role: one(role, "id"),
    policy: policy([
      { Sid: "Compare", Effect: "Allow", Action: "s3:ListBucket", Resource: bucket.arn },
      {
        Sid: "Upload",
        Effect: "Allow",
        Action: ["s3:PutObject", "s3:DeleteObject", "s3:AbortMultipartUpload"],
        Resource: `${bucket.arn}/*`,
      },
      {
        Sid: "Invalidate",
        Effect: "Allow",
        Action: ["cloudfront:CreateInvalidation", "cloudfront:GetInvalidation"],
        Resource: distributionArn,
      },
    ]),
  });
  return one(role, "arn");
}

/**
 * The copy of the files in another region.
 *
 * Source: Amazon S3 User Guide, "Setting up permissions for live replication".
 */
export function createReplication(
  scope: Construct,
  { inputs, partition, region, accountId }: Context,
  bucket: SiteBucket & { versioning: S3BucketVersioningA },
): void {
  heading(scope, "Replication");
  const { name, replica, tags } = inputs;
  const count = when(given(replica));
  const roleName = `${name}-site-replication`;
  const copyArn = `arn:${partition}:s3:::${replica.bucketName}`;
  const role = new IamRole(scope, "replication#role", {
    count,
    name: roleName,
    description: `Copies the files of ${name} to another region`,
    assumeRolePolicy: trustedBy("s3.amazonaws.com", {
      StringEquals: { "aws:SourceAccount": accountId },
      ArnLike: { "aws:SourceArn": bucket.arn },
    }),
    permissionsBoundary: choose(given(inputs.permissionsBoundary), inputs.permissionsBoundary.arn, null),
    tags: named(tags, roleName),
  });
  const rolePolicy = new IamRolePolicy(scope, "replication#policy", {
    count,
    name: "replicate",
    role: one(role, "id"),
    policy: policy([
      {
        Sid: "Configuration",
        Effect: "Allow",
        Action: ["s3:GetReplicationConfiguration", "s3:ListBucket"],
        Resource: bucket.arn,
      },
      {
        Sid: "Originals",
        Effect: "Allow",
        Action: ["s3:GetObjectVersionForReplication", "s3:GetObjectVersionAcl", "s3:GetObjectVersionTagging"],
        Resource: `${bucket.arn}/*`,
      },
      {
        Sid: "Copies",
        Effect: "Allow",
        Action: ["s3:ReplicateObject", "s3:ReplicateDelete", "s3:ReplicateTags"],
        Resource: `${copyArn}/*`,
      },
    ]),
  });
  new S3BucketReplicationConfigurationA(scope, "this#replication", {
    count,
    bucket: bucket.bucket.id,
    role: one(role, "arn"),
    rule: [
      {
        id: "copy",
        priority: 1,
        status: "Enabled",
        filter: { prefix: "" },
        // What a deployment deletes goes from the copy too.
        deleteMarkerReplication: { status: "Enabled" },
        destination: { bucket: copyArn },
      },
    ],
    lifecycle: {
      precondition: [
        {
          condition: tf`${replica.region} != ${region}`,
          errorMessage: `replica.region is ${region}, the region of the site's own bucket: a copy there is lost with it. Give a bucket in another region.`,
        },
      ],
    },
    dependsOn: [bucket.versioning, rolePolicy],
  });
}
