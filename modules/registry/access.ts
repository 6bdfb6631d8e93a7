import { tf } from "../../kernel";
import { Statement, policy } from "../parts/policies";

const PULL = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"];
const PUSH = [...PULL, "ecr:CompleteLayerUpload", "ecr:InitiateLayerUpload", "ecr:PutImage", "ecr:UploadLayerPart"];

const allow = (sid: string, principals: unknown, actions: readonly string[]): Statement => ({
  Sid: sid,
  Effect: "Allow",
  Principal: { AWS: principals },
  Action: actions,
});

/**
 * The policy of the repository `each.value`: accounts that may pull and roles that may push, nothing more. A statement
 * without principals is left out, since AWS refuses it.
 */
export const repositoryPolicy = (partition: string): string => {
  const accounts = tf`[for id in each.value.pull_accounts : "arn:\${${partition}}:iam::\${id}:root"]`;
  return policy(
    tf`concat(
      [for accounts in [${accounts}] : ${allow("Pull", tf`accounts`, PULL)} if length(accounts) > 0],
      [for roles in [each.value.push_roles] : ${allow("Push", tf`roles`, PUSH)} if length(roles) > 0],
    )`,
  );
};
