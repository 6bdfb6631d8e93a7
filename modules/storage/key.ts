import { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { Construct } from "constructs";
import { choose, comment, given, heading, local, one, raw, tf, when } from "../../kernel";
import { policy } from "../parts/policies";
import { named } from "../parts/tags";
import { Context, Key } from "./context";

/** The module's own key, unless it is not wanted, and which keys count. */
export function createKey(scope: Construct, context: Omit<Context, "key" | "bucket" | "bucketArn">): Key {
  heading(scope, "Encryption key");
  const { inputs, accountId, partition } = context;
  const { name, kmsKey, ownKmsKey, formerKmsKeys, policyStatements, tags } = inputs;
  const count = when(ownKmsKey);
  const key = new KmsKey(scope, "this#key", {
    count,
    description: `Objects of the bucket ${name}`,
    enableKeyRotation: true,
    deletionWindowInDays: 30,
    policy: policy(
      tf`concat(${[
        {
          // Lets IAM policies of the account decide, such as those of readers, writers and the replication.
          Sid: "Administration",
          Effect: "Allow",
          Principal: { AWS: `arn:${partition}:iam::${accountId}:root` },
          Action: "kms:*",
          Resource: "*",
        },
      ]}, [for sid, statement in ${policyStatements} : ${{
        Sid: tf`sid`,
        Effect: "Allow",
        Principal: principals,
        Action: tf`statement.key_actions`,
        Resource: "*",
        Condition: globalConditions,
      }} if statement.effect == "Allow" && length(statement.key_actions) > 0])`,
    ),
    tags: named(tags, name),
  });
  // With an ending, as buckets are called like keys of other modules: nimbus-production-secrets.
  new KmsAlias(scope, "this#alias", { count, name: `alias/${name}-bucket`, targetKeyId: one(key, "id") });
  const own = one(key, "arn");
  const arn = local(scope, "kms_key_arn", choose<string>(given(kmsKey), kmsKey.arn, own));
  const decrypting = comment(
    local(scope, "decryption_keys", tf`distinct(compact(concat([${arn}, ${own}], tolist(${formerKmsKeys}))))`),
    "Keys that objects may be encrypted with: today's, the module's own and those of before.",
  );
  return { arn: tf`${arn}`, decrypting: tf`${decrypting}` };
}

/** The principals of a statement of the caller, without a kind that it has none of. */
export const principals: unknown = tf`{ for kind, names in ${{
  AWS: raw("statement.principals.aws"),
  Service: raw("statement.principals.services"),
}} : kind => names if length(names) > 0 }`;

/** The conditions of a statement of the caller that mean something to KMS too: those of S3 would never be met there. */
const globalConditions: unknown = tf`{ for operator, keys in statement.conditions : operator => {
  for key, values in keys : key => values if startswith(key, "aws:")
} if anytrue([for key in keys(keys) : startswith(key, "aws:")]) }`;
