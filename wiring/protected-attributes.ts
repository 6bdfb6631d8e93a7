/** What an override may weaken. Each is taken as said in earnest only where `unsafeOverrides` names it. */
export type Protection = "life cycle" | "protection" | "encryption" | "access" | "retention" | "recovery";

/** Names of arguments that protect something, wherever they stand in a resource. */
const ARGUMENTS: readonly (readonly [RegExp, Protection])[] = [
  [/^lifecycle$/, "life cycle"],
  [
    /delet|destroy|skip|engine|final_snapshot|recovery_window|replace|rollback|multi_az|failover|lock|mfa|mutab|capacity|desired_count|num_(cache|node|shard)|replicas|state$|status|enabled?$|disabled|actions|definition|threshold|evaluation|treat_missing|invert|zones?$|availability/,
    "protection",
  ],
  [/encrypt|kms|sse|ssl|tls|cert|cipher|key_rotation|signing|protocol|parameter|secret|password|token/, "encryption"],
  [
    /public|internal$|internet|acl|cidr|ingress|egress|security_group|subnet|vpc|network|route|gateway|peering|polic(y|ies)|principal|role|grant|auth|permission|access|cors|exec|privileged|readonly|trust|allow|port$|port_range|user|iam|log(s|ging|_)|waf|scan|header|desync|traffic|target|default_action|listener|origin|condition|priority|path|image/,
    "access",
  ],
  [/retention|retain|backup|snapshot|version(s|ing)|expir|noncurrent|days|keep|monitoring|insights/, "retention"],
  [/replica|recovery|health|latch|alarm|schedule|dns|ttl|weight|region/, "recovery"],
];

/** Types that do nothing else: whatever of them is overridden must be named. */
const TYPES: readonly (readonly [RegExp, Protection])[] = [
  [
    /^aws_iam_|_policy$|_security_group|_network_acl|public_access_block|ownership_controls|_acl$|^aws_route(_table.*)?$|^aws_wafv2_/,
    "access",
  ],
  [/^aws_kms_|_encryption_configuration$/, "encryption"],
  [/^aws_backup_|_versioning$|lifecycle|object_lock|automated_backups/, "retention"],
  [
    /^aws_ssm_parameter$|^aws_route53_|_replication_configuration$|^aws_scheduler_|^aws_sfn_|^terraform_data$/,
    "recovery",
  ],
];

/** Arguments that weaken nothing, though their names look as if they could. */
const HARMLESS =
  /^(tags|description|comment|alarm_description)$|timeout|keep_alive|grace_period|rebalancing|enable_http2|wait_for_steady_state/;

/** What an argument of a resource protects; undefined for one that protects nothing. */
export function protectionOf(type: string, argument: string): Protection | undefined {
  if (HARMLESS.test(argument)) return undefined;
  const found = TYPES.find(([pattern]) => pattern.test(type)) ?? ARGUMENTS.find(([pattern]) => pattern.test(argument));
  return found?.[1];
}

/** Whether an argument holds a secret: none is ever in code, where state and plan would show it. */
export const holdsSecret = (argument: string): boolean =>
  /(^|_)(passwords?|secret_string|secret_binary|auth_token|token|private_key|secret_key)$/.test(argument);

/** Whether a value may tell a secret, and is shown nowhere. */
export const isSecret = (argument: string): boolean =>
  /password|secret|token|credential|private_key|access_string|environment|definition|value/.test(argument);

/** Arguments of Terraform's own in a resource: which there are of it, and where, is the stack's to say. */
const META = ["count", "for_each", "provider", "depends_on", "provisioner", "connection"];

/** Arguments that a resource is found by. Text that AWS computes is none of them. */
const FOUND_BY =
  /^(name|name_prefix|identifier|identifier_prefix|bucket|bucket_prefix|family|alias|alarm_name|dashboard_name|parameter_name|user_id|user_name|role|replication_group_id|final_snapshot_identifier|(.*_)?group_name|cluster_identifier|cluster|function_name)$/;

/** Why no override may have an argument; undefined: it may. */
export function unchangeable(argument: string, isBlock: boolean): string | undefined {
  if (META.includes(argument)) return "it is Terraform's own: the stack decides how many there are, and where";
  if (FOUND_BY.test(argument) && !isBlock) return "resources, roles' rights and other stacks are connected by it";
  return undefined;
}

/** What a life cycle can hold. Source: Terraform, "The lifecycle meta-argument". */
export const LIFECYCLE = [
  "create_before_destroy",
  "prevent_destroy",
  "ignore_changes",
  "replace_triggered_by",
  "precondition",
  "postcondition",
];
