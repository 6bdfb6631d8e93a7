import { Opinion } from "./oracle";
import { RecordedDecision } from "./record";

/** Something that the other evaluator gets wrong. */
interface Fault {
  /** What it does, and what says that AWS does otherwise. */
  readonly reason: string;
  readonly explains: (decision: RecordedDecision, opinion: Opinion) => boolean;
}

/** The faults of the other evaluator, at the version that is pinned. What none of them explains counts as a difference. */
export const FAULTS: readonly Fault[] = [
  {
    reason:
      "It drops kms:EncryptionContext:… from the request, since the key's data name it as a pattern " +
      '(AWS KMS Developer Guide, "AWS KMS condition keys": kms:EncryptionContext:context-key is a key of these operations)',
    explains: ({ decision }, { verdict, ignored }) =>
      decision === "allowed" &&
      verdict === "implicitDeny" &&
      ignored.some((key) => key.startsWith("kms:encryptioncontext:")),
  },
  {
    reason:
      "It asks the policy of a key that is only being made, and finds none " +
      '(AWS KMS API Reference, "CreateKey", on Tags: "you must have kms:TagResource permission in an IAM policy")',
    explains: ({ decision, action, resource, policies }, { verdict }) =>
      decision === "allowed" &&
      verdict === "implicitDeny" &&
      action === "kms:TagResource" &&
      resource.endsWith(":key/*") &&
      policies.resource === undefined,
  },
];
