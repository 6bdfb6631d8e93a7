import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Construct } from "constructs";
import { Collection, Text, each, forEach, raw, tf } from "../../kernel";
import { policy } from "../parts/policies";
import { Context } from "./context";

/** What a role may do with the bucket. */
interface Access {
  /** Last part of the policy's name. */
  readonly name: string;
  readonly objectActions: readonly string[];
  readonly keyActions: readonly string[];
}

/** Reading: the newest version of each object. */
export const READ: Access = {
  name: "read",
  objectActions: ["s3:GetObject", "s3:GetObjectTagging"],
  keyActions: ["kms:Decrypt"],
};

/**
 * Reading and writing, multipart uploads included, for which KMS asks for both actions. No s3:DeleteObjectVersion: a
 * deleted object can be brought back.
 */
export const READ_WRITE: Access = {
  name: "read-write",
  objectActions: [
    ...READ.objectActions,
    "s3:PutObject",
    "s3:PutObjectTagging",
    "s3:DeleteObject",
    "s3:AbortMultipartUpload",
    "s3:ListMultipartUploadParts",
  ],
  keyActions: ["kms:Decrypt", "kms:GenerateDataKey"],
};

/** Who is granted what: one role, or each of a map. */
interface Grant {
  readonly grantee: string;
  readonly roleName: string;
  /** The beginning of the keys that it is about; empty for all. */
  readonly prefix: Text;
  readonly over?: Collection;
}

/** A policy of the role, so that the bucket's own need not name it, nor wait for it. */
export function createGrant(scope: Construct, id: string, context: Context, access: Access, grant: Grant): void {
  const { bucketArn, key, region, dnsSuffix, inputs } = context;
  const { prefix } = grant;
  new IamRolePolicy(scope, id, {
    ...(grant.over === undefined ? {} : { forEach: forEach(grant.over) }),
    name: `${inputs.name}-${access.name}-${grant.grantee}`,
    role: grant.roleName,
    policy: policy([
      tf`merge(${{ Sid: "List", Effect: "Allow", Action: "s3:ListBucket", Resource: bucketArn }}, {
        for name, condition in ${{ Condition: { StringLike: { "s3:prefix": `${prefix}*` } } }} : name => condition if ${prefix} != ""
      })`,
      { Sid: "Objects", Effect: "Allow", Action: access.objectActions, Resource: `${bucketArn}/${prefix}*` },
      {
        Sid: "Key",
        Effect: "Allow",
        Action: access.keyActions,
        Resource: key.decrypting,
        Condition: { StringEquals: { "kms:ViaService": `s3.${region}.${dnsSuffix}` } },
      },
    ]),
  });
}

/** The same for each role of an input. */
export const createGrants = (scope: Construct, id: string, context: Context, access: Access, over: Collection): void =>
  createGrant(scope, id, context, access, {
    grantee: each.key,
    roleName: raw("each.value.role_name"),
    prefix: raw("each.value.prefix"),
    over,
  });
