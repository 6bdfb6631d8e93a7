import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Construct } from "constructs";
import { Collection, each, forEach, raw } from "../../kernel";
import { policy } from "../parts/policies";
import { Context } from "./context";

/** What a role may do with the queue. */
interface Access {
  /** Last part of the policy's name. */
  readonly name: string;
  readonly actions: readonly string[];
  readonly keyActions: readonly string[];
}

/** What a client needs to find the queue, and to tell how much is in it. */
const LOOK = ["sqs:GetQueueUrl", "sqs:GetQueueAttributes"] as const;

/** Sending. Source: Amazon SQS Developer Guide, "Key management": who sends decrypts too, to verify the data key. */
export const SEND: Access = {
  name: "send",
  actions: ["sqs:SendMessage", ...LOOK],
  keyActions: ["kms:GenerateDataKey", "kms:Decrypt"],
};

/** Receiving, and what comes of it: deleting what is done, and asking for more time. */
export const RECEIVE: Access = {
  name: "receive",
  actions: ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:ChangeMessageVisibility", ...LOOK],
  keyActions: ["kms:Decrypt"],
};

/** Who is granted what: one role, or each of a map. */
interface Grant {
  readonly grantee: string;
  readonly roleName: string;
  readonly over?: Collection;
}

/** A policy of the role, so that the queue's own need not name it, nor wait for it. */
export function createGrant(scope: Construct, id: string, context: Context, access: Access, grant: Grant): void {
  const { arn, kmsKeyArn, region, dnsSuffix, inputs } = context;
  new IamRolePolicy(scope, id, {
    ...(grant.over === undefined ? {} : { forEach: forEach(grant.over) }),
    name: `${inputs.name}-${access.name}-${grant.grantee}`,
    role: grant.roleName,
    policy: policy([
      { Sid: "Queue", Effect: "Allow", Action: access.actions, Resource: arn },
      {
        Sid: "Key",
        Effect: "Allow",
        Action: access.keyActions,
        Resource: kmsKeyArn,
        Condition: { StringEquals: { "kms:ViaService": `sqs.${region}.${dnsSuffix}` } },
      },
    ]),
  });
}

/** The same for each role of an input. */
export const createGrants = (scope: Construct, id: string, context: Context, access: Access, over: Collection): void =>
  createGrant(scope, id, context, access, { grantee: each.key, roleName: raw("each.value.role_name"), over });
