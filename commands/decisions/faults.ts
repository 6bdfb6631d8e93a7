import { Opinion } from "./oracle";
import { RecordedDecision } from "../../drill/decision-record";

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
  {
    reason:
      "It judges no ARN that is of two types of resources of an action, or of one that is only being made and has no ID yet " +
      "(the Service Authorization Reference gives the types that AWS accepts)",
    explains: ({ decision, resource }, { error }) =>
      decision === "allowed" &&
      (error === "multiple.resource.types" || (error === "no.resource.types" && resource.endsWith("/*"))),
  },
  {
    reason:
      "Its data give elasticloadbalancing:SetWebAcl no resource; AWS judges it on the load balancer " +
      '(AWS WAF Developer Guide, "Actions that require additional permissions settings"; AWSWAFFullAccess)',
    explains: ({ decision, action }, { verdict }) =>
      decision === "allowed" && verdict === "implicitDeny" && /^elasticloadbalancing:SetWebACL$/i.test(action),
  },
  {
    reason:
      "It drops the claims of a web identity, which trust policies compare " +
      '(IAM User Guide, "Available keys for AWS OIDC federation")',
    explains: ({ decision, action }, { verdict, ignored }) =>
      decision === "allowed" &&
      verdict === "implicitDeny" &&
      action === "sts:AssumeRoleWithWebIdentity" &&
      ignored.some((key) => /:(?:aud|sub)$/.test(key)),
  },
];
