import { t } from "../../../kernel";

/** Who deploys the environment: the roles that the bootstrap stack makes, and who may assume them. */
export const deploymentInput = () =>
  t
    .object({
      /** Workflows of GitHub that deploy, by OIDC: no AWS key is kept at GitHub. Null: none deploy. */
      github: t
        .object({
          /** Repository whose workflows deploy. */
          repository: t
            .string()
            .pattern(
              /^[A-Za-z0-9][A-Za-z0-9-]{0,38}\/[A-Za-z0-9._-]{1,100}$/,
              "must be one repository, owner/name, without wildcards: any repository of GitHub could deploy otherwise",
              { good: "nimbus/tasks", bad: "nimbus/*" },
            ),
          /**
           * Branches whose workflows may deploy and recover. A job that names a GitHub environment counts as that
           * environment, and not as its branch.
           * @default []
           */
          branches: t.set(exact("a branch", "main", "release/*")).default([]),
          /**
           * Environments of GitHub whose jobs may deploy and recover. Better than branches: an environment can ask
           * people for approval.
           * @default []
           */
          environments: t.set(exact("an environment of GitHub", "production", "prod:*")).default([]),
          /**
           * Whether workflows of pull requests may plan. A plan changes nothing, but it reads the state, and with a
           * database the password that Terraform compares: whoever can push a branch could print it.
           * @default false
           */
          pullRequests: t.bool().default(false),
          /**
           * Whether the bootstrap stack makes GitHub's OIDC provider, of which an account has one: the first
           * environment of an account creates it, the others take the existing one.
           * @default "create"
           */
          oidcProvider: t.oneOf("create", "existing").default("create"),
        })
        .optional(),
      /**
       * People who may deploy, recover and plan, for an incident in which GitHub or single sign-on is down as well: IAM
       * users, who need MFA and hold a session for four hours, or roles, which AWS gives one hour at most (role chaining), so
       * that they assume it anew in a long restore.
       * @default []
       */
      operators: t
        .set(
          t
            .string()
            .pattern(
              /^arn:aws[a-z-]*:iam::[0-9]{12}:(?:role|user)\/[A-Za-z0-9+=,.@_/-]{1,576}$/,
              "must be the ARN of a role or of an IAM user, without wildcards (not of a session, a group or the account)",
              { good: "arn:aws:iam::123456789012:user/on-call", bad: "*" },
            ),
        )
        .default([]),
    })
    .optional();

/** A name at GitHub. A claim is compared as a whole, so that a wildcard would match nothing, or too much. */
const exact = (what: string, good: string, bad: string) =>
  t.string().pattern(/^[A-Za-z0-9][A-Za-z0-9 ._/-]{0,254}$/, `must be the whole name of ${what}, without wildcards`, {
    good,
    bad,
  });
