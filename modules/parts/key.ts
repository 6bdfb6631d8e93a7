import { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias";
import { keyArn } from "./arns";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { Construct } from "constructs";
import { one, t, tf } from "../../kernel";
import { Statement, policy } from "./policies";
import { named } from "./tags";

/** What a key for data needs to know. */
export interface DataKeyConfig {
  /** 1 when the key is to be made, 0 when the caller brings one. */
  readonly count: number;
  /** Name of the key's alias, without `alias/`. */
  readonly name: string;
  readonly description: string;
  readonly accountId: string;
  readonly partition: string;
  /** Who may use it apart from those whom IAM lets: services that bring no role of the account. */
  readonly statements?: readonly Statement[];
  /** More of these, where an expression makes their list. */
  readonly more?: unknown;
  readonly tags: unknown;
}

/**
 * A customer managed key for data, rotated every year. IAM alone decides who in the account may use it, so that a role
 * reads no more than what it was granted. Deletion waits for 30 days, the longest that KMS offers, since what is
 * encrypted under a deleted key can never be read again.
 */
export function createDataKey(scope: Construct, id: string, config: DataKeyConfig): KmsKey {
  const statements: readonly Statement[] = [
    {
      Sid: "Administration",
      Effect: "Allow",
      Principal: { AWS: `arn:${config.partition}:iam::${config.accountId}:root` },
      Action: "kms:*",
      Resource: "*",
    },
    ...(config.statements ?? []),
  ];
  const key = new KmsKey(scope, `${id}#key`, {
    count: config.count,
    description: config.description,
    enableKeyRotation: true,
    deletionWindowInDays: 30,
    policy: policy(config.more === undefined ? statements : tf`concat(${statements}, ${config.more})`),
    tags: named(config.tags, config.name),
  });
  new KmsAlias(scope, `${id}#alias`, {
    count: config.count,
    name: `alias/${config.name}`,
    targetKeyId: one(key, "id"),
  });
  return key;
}

/** A key of the caller instead of one of the module's own. */
export const dataKeyInput = () =>
  t
    .object({
      /** ARN of the key. */
      arn: keyArn(),
    })
    .optional();
