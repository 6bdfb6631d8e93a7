/** What an override may weaken. Each is taken as said in earnest only where `unsafeOverrides` names it. */
type Protection = "life cycle" | "protection" | "encryption" | "access" | "retention";

/** Names of arguments that protect something, wherever they stand in a resource. */
const ARGUMENTS: readonly (readonly [RegExp, Protection])[] = [
  [/^lifecycle$/, "life cycle"],
  [/delet|destroy|skip_final|final_snapshot|recovery_window|replace|rollback|multi_az|lock|mfa/, "protection"],
  [/encrypt|kms|sse|ssl|tls|certificate|cipher|key_rotation|signing|protocol/, "encryption"],
  [
    /public|internal$|internet|acl|cidr|ingress|egress|security_group|polic(y|ies)|principal|role|grant|auth|permission|password|secret|cors|exec|privileged|readonly|trust|allowed|port$|port_range|user_group|iam|log(s|ging)|waf/,
    "access",
  ],
  [/retention|retain|backup|snapshot|version(s|ing)|expir|noncurrent|days|keep/, "retention"],
];

/** Types that do nothing else. */
const TYPES: readonly (readonly [RegExp, Protection])[] = [
  [/^aws_iam_|_policy$|_security_group|_network_acl|public_access_block|ownership_controls|_acl$/, "access"],
  [/^aws_kms_|_encryption_configuration$/, "encryption"],
  [/^aws_backup_|_versioning$|lifecycle|object_lock|automated_backups/, "retention"],
];

/** What an argument of a resource protects; undefined for one that protects nothing. */
export function protectionOf(type: string, argument: string): Protection | undefined {
  return [
    ...TYPES.filter(([pattern]) => pattern.test(type)),
    ...ARGUMENTS.filter(([pattern]) => pattern.test(argument)),
  ][0]?.[1];
}

/**
 * Arguments that no override may have: Terraform's own, which decide how many there are and by which provider, and those that a
 * resource is found by, since roles' rights, other stacks and the recovery region know it by its name.
 */
export const UNCHANGEABLE: ReadonlyMap<string, string> = new Map([
  ...["count", "for_each", "provider", "depends_on", "provisioner", "connection"].map((name): [string, string] => [
    name,
    "it is Terraform's own: the stack decides how many there are, and where",
  ]),
  ...[
    "name",
    "name_prefix",
    "identifier",
    "identifier_prefix",
    "bucket",
    "bucket_prefix",
    "family",
    "alias",
    "replication_group_id",
  ].map((name): [string, string] => [name, "roles' rights and other stacks find the resource by it"]),
]);
