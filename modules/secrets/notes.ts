/** What a reader of the module's README should know, apart from its inputs. */
export const notes = `
\`\`\`hcl
module "secrets" {
  source = "./terraform/secrets"

  name = "nimbus-production"
  secrets = {
    nextauth-secret = {}                     # 32 letters and digits
    database        = { json = { fields = { username = "nimbus" } } }
    sentry-dsn      = { value = "given" }    # from var.values, which is in no plan and no state
    stripe-key      = { value = "external" } # somebody puts it with the AWS CLI
  }
  values   = { sentry-dsn = var.sentry_dsn } # declare the variable with ephemeral = true
  readers  = { worker = { role_name = aws_iam_role.worker.name, secrets = ["database", "stripe-key"] } }
  replicas = { us-west-2 = { kms_key_arn = aws_kms_key.west.arn } }
}
\`\`\`

**Where a value is.** In Secrets Manager and nowhere else: neither in a plan nor in the state. It is written when its
secret is made and when you raise \`version\`, never else: what somebody put since, or what a rotation wrote, stays.

**A value that is external.** Put it, and put it again, with the AWS CLI, from a file that only you can read:

\`\`\`sh
aws secretsmanager put-secret-value --secret-id nimbus-production/stripe-key --secret-string file://stripe-key.txt
\`\`\`

A task of ECS that reads a secret without a value does not start. A secret that becomes \`generated\` or \`given\` later
is written anew by that change; one that becomes \`external\` keeps its value.

**Who reads.** \`readers\` gives a role the right to read exactly the secrets that it names. A service of
\`terraform/service\` needs no entry: give it \`arns["…"]\` in its \`secrets\` and \`kms_key_arn\` in \`secret_kms_keys\`. A policy on
each secret denies everybody outside of the account.

**Running tasks keep the old value.** ECS reads secrets when a task starts: after you changed a value, deploy the
services that read it (\`aws ecs update-service --force-new-deployment\`).

**Rotation.** The Lambda function is yours; the module lets Secrets Manager call it. Its role needs
\`secretsmanager:DescribeSecret\`, \`GetSecretValue\`, \`PutSecretValue\` and \`UpdateSecretVersionStage\` on the secret,
\`secretsmanager:GetRandomPassword\` on \`*\`, and \`kms:Decrypt\` and \`kms:GenerateDataKey\` on \`kms_key_arn\`. The version that
Terraform wrote carries the label TERRAFORM besides: Secrets Manager forgets a version without a label, and Terraform
would then write a new value over the rotated one.

**Another region.** A copy has the ARN of its secret but for the region: \`replica_arns\`. Its value is the same, so a host
name in it still points to the first region.

**Taking a secret away** deletes it after \`recovery_window_days\`, until when its name is taken and
\`aws secretsmanager restore-secret --secret-id <name>/<key>\` brings it back (import it then). Changing \`name\` would replace
every secret: the plan refuses it until you raise \`replacements\` in the same change.`;
