"""What the emulator knows of the resources that a request is about: keys by alias, ARNs by name, tags."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from .inputs import texts

if TYPE_CHECKING:
    from ...engine.call import Call


def partition(call: Call) -> str:
    """``aws``, ``aws-cn``, ``aws-us-gov``, … by the call's region."""
    from moto.utilities.utils import get_partition

    return get_partition(call.region)


def key_arn(call: Call, key: str, region: str | None = None) -> str:
    """The ARN of the KMS key that an id, an ARN or an alias means. An alias without a key stays its own ARN."""
    region = region or (key.split(":")[3] if key.startswith("arn:") else call.region)
    name = key.split(":")[-1] if ":alias/" in key else key
    if name.startswith("alias/"):
        found = _kms(call, region).get_key_id_from_alias(name) if _kms(call, region).alias_exists(name) else None
        if found is None:
            return f"arn:{partition(call)}:kms:{region}:{call.account}:{name}"
        name = found
    if name.startswith("arn:"):
        return name
    return f"arn:{partition(call)}:kms:{region}:{call.account}:key/{name.removeprefix('key/')}"


def aliases_of(call: Call, arn: str) -> tuple[str, ...]:
    """The aliases of a key: ``kms:ResourceAliases``."""
    region, name = arn.split(":")[3], arn.rpartition("/")[2]
    key = _kms(call, region).keys.get(name) if region else None
    return tuple(sorted(key.aliases)) if key else ()


def _kms(call: Call, region: str) -> Any:
    return call.backend("kms", region)


def secret_arn(call: Call, secret: str, region: str | None = None) -> str:
    """The ARN of a secret, with its suffix, that a name, an ARN or an ARN without the suffix means.

    One that is not there has an ARN with six X, which policies for ``name-??????`` and ``name-*`` match.
    """
    wanted = region or (secret.split(":")[3] if secret.startswith("arn:") else call.region)
    store = call.backend("secretsmanager", wanted).secrets
    found = store.get(secret) if dict.__len__(store) else None
    if found is not None:
        return str(found.arn)
    if secret.startswith("arn:"):
        return secret
    return f"arn:{partition(call)}:secretsmanager:{wanted}:{call.account}:secret:{secret}-XXXXXX"


def key_of_secret(call: Call, secret: str) -> str | None:
    """The KMS key of a secret that a name or an ARN means, and of a replica its own; None for AWS's, and when there is
    no such secret."""
    region = secret.split(":")[3] if secret.startswith("arn:") else call.region
    found = call.backend("secretsmanager", region).secrets.get(secret)
    return found.config.get("KmsKeyId") if hasattr(found, "source") else getattr(found, "kms_key_id", None)


def has_bucket_key(bucket: Any) -> bool:
    """Whether S3 encrypts with a key per bucket, which moto keeps as the default encryption came in."""
    rules = texts(getattr(bucket, "encryption", None) or {}, "Rule.BucketKeyEnabled", "Rules.BucketKeyEnabled")
    return rules[:1] in (["true"], ["True"])


def tags_of(call: Call, arn: str) -> dict[str, str]:
    """The tags of a resource that exists: ``aws:ResourceTag/…``."""
    parts = arn.split(":", 5)
    if len(parts) < 6 or "*" in arn or parts[4] not in ("", call.account):
        return {}
    reader = _TAGS.get(parts[2])
    if reader is None:
        return {}
    try:
        return _plain(reader(call.seen_as(parts[2], parts[3] or None), arn, parts[5]))
    except Exception:  # moto's many ways to say that there is no such resource
        return {}


def _plain(tags: Any) -> dict[str, str]:
    if isinstance(tags, Mapping) and isinstance(tags.get("Tags"), (list, Mapping)):
        tags = tags["Tags"]
    if isinstance(tags, Mapping):
        return {str(key): str(value["Value"] if isinstance(value, Mapping) else value) for key, value in tags.items()}
    found = {}
    for tag in tags or []:
        key = next(tag[name] for name in ("Key", "key", "TagKey") if name in tag)
        found[str(key)] = str(next((tag[name] for name in ("Value", "value", "TagValue") if name in tag), ""))
    return found


def _last(name: str) -> str:
    return name.rpartition("/")[2]


def database(call: Call, name: str, region: str | None = None) -> Mapping[str, Any]:
    """The settings of a DB instance, by name or ARN, in AWS's words; empty when there is none."""
    region = region or (name.split(":")[3] if name.startswith("arn:") else call.region)
    found = call.remembered("instances", region, "rds").get(name.rpartition(":")[2].lower())
    return found.settings if found is not None else {}


def database_copy(call: Call, name: str) -> Mapping[str, Any]:
    """The settings that a snapshot, by name or ARN, or an automated backup, by ARN, starts from."""
    name = name.rpartition(":snapshot:")[2]
    if ":auto-backup:" in name:
        found = call.remembered("automated backups", name.split(":")[3], "rds").get(name)
        return found.settings if found is not None else {}
    return call.remembered("snapshots", None, "rds").get(name.lower(), {}).get("settings", {})


def proxy_arns(call: Call, name: str) -> tuple[str, str] | None:
    """The ARNs of a DB proxy and of its target group."""
    proxy = call.remembered("proxies", None, "rds").get(name)
    group = call.remembered("target groups", None, "rds").get(name)
    return (proxy["DBProxyArn"], group["TargetGroupArn"]) if proxy and group else None


def web_acl_of(call: Call, resource: str) -> str | None:
    """The web ACL before a resource."""
    return call.remembered("associations", None, "wafv2").get(resource)


def _remembered(call: Call, arn: str, name: str) -> Any:
    return call.remembered("tags").get(arn, {})


def _by_arn(call: Call, arn: str, name: str) -> Any:
    return call.backend(call.service).list_tags_for_resource(arn)


def _kept_here_or_by_moto(call: Call, arn: str, name: str) -> Any:
    return _remembered(call, arn, name) or _by_arn(call, arn, name)


def _of_identity(call: Call, arn: str, name: str) -> Any:
    backend = call.backend("iam")
    kind = name.partition("/")[0]
    if kind == "role":
        return backend.get_role(_last(name)).tags
    if kind == "user":
        return backend.list_user_tags(_last(name))
    found = backend.get_policy(arn) if kind == "policy" else backend.get_open_id_connect_provider(arn)
    return list(found.tags.values())


def _parameter(call: Call, name: str) -> str:
    """Names with a path begin with a slash, which ARNs do not repeat."""
    plain = name.removeprefix("parameter/")
    return plain if call.backend("ssm").get_parameter(plain) else f"/{plain}"


def _of_pool(call: Call, arn: str, name: str) -> Any:
    return call.backend("cognito-idp").user_pools[_last(name)].extended_config.get("UserPoolTags")


Reader = Callable[["Call", str, str], Any]
_TAGS: Mapping[str, Reader] = {
    "application-autoscaling": _remembered,
    "acm": lambda call, arn, name: call.backend("acm")._certificates[arn].tags,
    "backup": _remembered,
    "cloudfront": _by_arn,
    "cloudwatch": _by_arn,
    "cognito-idp": _of_pool,
    "ec2": lambda call, arn, name: call.backend("ec2").tags.get(_last(name), {}),
    "ecr": _by_arn,
    "ecs": _by_arn,
    "elasticache": _remembered,
    "elasticloadbalancing": lambda call, arn, name: call.backend("elbv2").tagging_service.get_tag_dict_for_resource(
        arn
    ),
    "events": _by_arn,
    "iam": _of_identity,
    "kms": lambda call, arn, name: call.backend("kms").list_resource_tags(_last(name)),
    "lambda": lambda call, arn, name: call.backend("lambda").list_tags(arn),
    "logs": lambda call, arn, name: call.backend("logs").list_tags_for_resource(arn.removesuffix(":*")),
    "rds": _kept_here_or_by_moto,
    "s3": lambda call, arn, name: call.backend("s3").tagger.get_tag_dict_for_resource(arn.partition("/")[0]),
    "secretsmanager": lambda call, arn, name: call.backend("secretsmanager").secrets[arn].tags,
    "servicediscovery": _by_arn,
    "sns": _by_arn,
    "sqs": lambda call, arn, name: call.backend("sqs").queues[name].tags,
    "ssm": lambda call, arn, name: call.backend("ssm").list_tags_for_resource("Parameter", _parameter(call, name)),
    "states": lambda call, arn, name: call.backend("stepfunctions").list_tags_for_resource(arn),
    "wafv2": _remembered,
}
