/** What a reader of the module's README should know, apart from its inputs. */
export const notes = `
Tags are immutable, images are scanned as they are pushed and encrypted with a key of the module's own, the last releases
are kept, and what runs is never evicted.

**An image that runs never expires.** A lifecycle policy knows tags, not tasks: after 30 releases it would delete the image
of a service that nobody deployed since, and the next task could not start. So a deployment marks what it starts, with a
tag like one of \`running_tags\`; ECR never expires such an image, since the rule that protects it comes first:

\`\`\`sh
# Before the deployment: one more tag for the image. Immutable tags cannot move, so each has a number of its own.
manifest=$(aws ecr batch-get-image --repository-name nimbus/web --image-ids imageTag=1.4.2 \\
  --query 'images[0].imageManifest' --output text)
aws ecr put-image --repository-name nimbus/web --image-tag running-production-42 --image-manifest "$manifest"

# Once nothing runs the image of deployment 40 any more, and nobody would roll back to it: takes the tag away, not the image.
aws ecr batch-delete-image --repository-name nimbus/web --image-ids imageTag=running-production-40
\`\`\`

Images of several architectures are safe too: ECR expires no image that an index refers to.

**Another region.** \`replication\` copies what is pushed from then on. ECR makes a missing repository in the other region with
mutable tags, AES-256 and no lifecycle policy. So make the repositories there first: call this module once more with a
provider of that region, the same \`name\` and \`repositories\`, and without \`replication\`. (ECR's repository creation templates
would do it too, but are a resource of that other region as well.) What was pushed before has to be pushed again.

**Who pulls, who pushes.** Roles of this account need \`ecr:GetAuthorizationToken\` on \`*\` and the pull actions on the
repository: a service of \`terraform/service\` has them. \`pull_accounts\` opens a repository to other accounts, whose own
policies decide which role it is; \`push_roles\` to roles that push. Both still need \`ecr:GetAuthorizationToken\` in a policy
of their own.

**Registry-wide settings** are one for each account and region: give \`scanning\` and \`replication\` to one instance of the
module only. The last one to be applied would win.

**Replacing a repository** loses its images: a change of \`name\`, of a \`repository_name\` or of \`kms_key\` is refused by the plan
until you raise \`replacements\` in the same change, and by AWS while images are in the repository, unless \`force_delete\`
is true. Another key for a repository that has a \`repository_name\` is a new repository of the same name: say in the root what
it was called, for \`aws_ecr_repository.this\`, \`aws_ecr_lifecycle_policy.this\` and \`aws_ecr_repository_policy.this\`, as
\`moved { from = module.registry.aws_ecr_repository.this["web"], to = module.registry.aws_ecr_repository.this["shop"] }\`. No plan can
refuse it for you: none sees what the state has under a key that is gone.`;
