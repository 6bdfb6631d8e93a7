import { Statement, policy } from "../parts/policies";

/** Where secrets are, for the policies about them. */
export interface Place {
  readonly accountId: string;
  readonly region: string;
  /** What the names of the partition's services end with: amazonaws.com in most. */
  readonly dnsSuffix: string;
  readonly kmsKeyArn: string;
}

/**
 * What a reader may do: read exactly these secrets, and use their key for nothing else than that.
 *
 * Source of the condition: Secrets Manager User Guide, "Secret encryption and decryption in AWS Secrets Manager".
 */
export function readerPolicy(arns: unknown, { region, dnsSuffix, kmsKeyArn }: Place): string {
  const statements: Statement[] = [
    {
      Sid: "Read",
      Effect: "Allow",
      Action: ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"],
      Resource: arns,
    },
    {
      Sid: "Decrypt",
      Effect: "Allow",
      Action: "kms:Decrypt",
      Resource: kmsKeyArn,
      Condition: {
        StringEquals: {
          "kms:ViaService": `secretsmanager.${region}.${dnsSuffix}`,
          "kms:EncryptionContext:SecretARN": arns,
        },
      },
    },
  ];
  return policy(statements);
}

/**
 * The policy of each secret: nobody outside of the account, whatever else somebody grants. Services of AWS that act for
 * the account bring no account of their own, and are left to IAM.
 */
export const onlyThisAccount = ({ accountId }: Place): string =>
  policy([
    {
      Sid: "OnlyThisAccount",
      Effect: "Deny",
      Principal: "*",
      Action: "secretsmanager:*",
      Resource: "*",
      Condition: {
        StringNotEquals: { "aws:PrincipalAccount": accountId },
        BoolIfExists: { "aws:PrincipalIsAWSService": "false" },
      },
    },
  ]);
