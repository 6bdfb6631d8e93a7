import { Statement } from "../../../modules/parts/policies";
import { Account } from "./account";

/** Services that work with an environment's keys in the name of whoever asks them, and those that are given grants. */
export interface KeyUsers {
  /** A region, or `*`. */
  readonly region: string;
  readonly encrypting: readonly string[];
  readonly granted: readonly string[];
  /** Services that encrypt copies of what they hold, in another region. */
  readonly copying?: readonly string[];
  /** Services that give a grant back, and ask for that beforehand. */
  readonly retiring?: readonly string[];
}

/**
 * Data is encrypted with the environment's keys: services use them with the rights of who asks, or by a grant that they ask
 * for. Nobody uses a key directly.
 *
 * Source: AWS KMS Developer Guide, "Using AWS KMS with ..." of each service.
 */
export function keyStatements(
  account: Account,
  { region, encrypting, granted, copying = [], retiring = [] }: KeyUsers,
): Statement[] {
  const through = (services: readonly string[]) => ({
    "kms:ViaService": services.map((service) => `${service}.${region}.${account.dnsSuffix}`),
  });
  const key = account.arn("kms", region, "key/*");
  const use = (Sid: string, Action: string, services: readonly string[]): Statement[] =>
    services.length === 0
      ? []
      : [{ Sid, Effect: "Allow", Action, Resource: key, Condition: { [compares]: through(services) } }];
  const compares = region.includes("*") ? "StringLike" : "StringEquals";
  return [
    {
      Sid: "DataKeys",
      Effect: "Allow",
      Action: ["kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey", "kms:GenerateDataKeyWithoutPlaintext"],
      Resource: key,
      Condition: { [compares]: through(encrypting) },
    },
    {
      Sid: "DataKeyGrants",
      Effect: "Allow",
      Action: "kms:CreateGrant",
      Resource: key,
      Condition: { [compares]: through(granted), Bool: { "kms:GrantIsForAWSResource": "true" } },
    },
    ...use("CopiesWithKeys", "kms:Encrypt", copying),
    ...use("GrantsGivenBack", "kms:RetireGrant", retiring),
  ];
}
