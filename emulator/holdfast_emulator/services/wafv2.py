"""WAFv2: web ACLs and what they refer to, with their lock tokens, associations and logs."""

from __future__ import annotations

import re
import uuid
from typing import Any

from ..engine.call import Call
from ..engine.errors import AwsError
from ..engine.registry import checks, replaces
from .cloudfront import things as cloudfront_things
from .wafv2_rules import MANAGED_RULE_GROUPS, capacity_of, references, refuse_bad_addresses, refuse_bad_rules

GLOBAL_REGION = "us-east-1"  # where web ACLs of CloudFront live
MAX_CAPACITY = 5000

_KINDS = {"WebACL": "webacl", "IPSet": "ipset", "RegexPatternSet": "regexpatternset", "RuleGroup": "rulegroup"}
_PLURALS = {"WebACL": "WebACLs", "IPSet": "IPSets", "RegexPatternSet": "RegexPatternSets", "RuleGroup": "RuleGroups"}
# What belongs to the request and not to the thing.
_REQUEST_ONLY = ("Scope", "Tags", "LockToken")

Item = dict[str, Any]  # {"Config", "LockToken", "Scope"}

_SCOPED = [f"{verb}{noun}" for noun in _KINDS for verb in ("Create", "Get", "Update", "Delete")] + [
    *(f"List{plural}" for plural in _PLURALS.values()),
    "CheckCapacity",
    "ListLoggingConfigurations",
]


@checks("wafv2", *_SCOPED)
def refuse_scope_outside_its_region(call: Call) -> None:
    if call.input.get("Scope") == "CLOUDFRONT" and call.region != GLOBAL_REGION:
        raise invalid(f"The scope is not valid in {call.region}: CLOUDFRONT is only in {GLOBAL_REGION}", "SCOPE_VALUE")


def _register(noun: str) -> None:
    @replaces("wafv2", f"Create{noun}")
    def create(call: Call) -> dict[str, Any]:
        config = {name: value for name, value in call.input.items() if name not in _REQUEST_ONLY}
        scope = call.input["Scope"]
        for item in items(call, noun):
            if (item["Config"]["Name"], item["Scope"]) == (config["Name"], scope):
                raise AwsError(
                    "WAFDuplicateItemException",
                    "AWS WAF couldn't perform the operation because some resource in your request is a duplicate of an "
                    f"existing one: {config['Name']}",
                )
        config["Id"] = str(uuid.uuid4())
        place = "global" if scope == "CLOUDFRONT" else "regional"
        config["ARN"] = call.arn("wafv2", f"{place}/{_KINDS[noun]}/{config['Name']}/{config['Id']}")
        _refuse_bad_config(call, noun, config)
        item = {"Config": config, "LockToken": str(uuid.uuid4()), "Scope": scope, "Noun": noun}
        store(call)[config["ARN"]] = item
        _tags(call)[config["ARN"]] = {tag["Key"]: tag["Value"] for tag in call.input.get("Tags") or []}
        return {"Summary": _summary(item)}

    @replaces("wafv2", f"Get{noun}")
    def get(call: Call) -> dict[str, Any]:
        item = _find(call, noun)
        return {noun: _told(call, item), "LockToken": item["LockToken"]}

    @replaces("wafv2", f"Update{noun}")
    def update(call: Call) -> dict[str, Any]:
        item = _find(call, noun)
        _require_token(call, item)
        kept = {name: item["Config"][name] for name in ("Name", "Id", "ARN")}
        fixed = {name: item["Config"][name] for name in ("IPAddressVersion", "Capacity") if name in item["Config"]}
        changed = {name: value for name, value in call.input.items() if name not in _REQUEST_ONLY}
        config = {**fixed, **changed, **kept}
        _refuse_bad_config(call, noun, config)
        item.update(Config=config, LockToken=str(uuid.uuid4()))
        return {"NextLockToken": item["LockToken"]}

    @replaces("wafv2", f"Delete{noun}")
    def delete(call: Call) -> dict[str, Any]:
        item = _find(call, noun)
        _require_token(call, item)
        arn = item["Config"]["ARN"]
        users = _users_of(call, arn)
        if users:
            raise AwsError(
                "WAFAssociatedItemException",
                "AWS WAF couldn't perform the operation because your resource is being used by another resource or "
                f"it's associated with another resource: {', '.join(users)}",
            )
        del store(call)[arn]
        _tags(call).pop(arn, None)
        logging_configurations(call).pop(arn, None)
        return {}

    @replaces("wafv2", f"List{_PLURALS[noun]}")
    def list_all(call: Call) -> dict[str, Any]:
        return {_PLURALS[noun]: [_summary(i) for i in items(call, noun) if i["Scope"] == call.input["Scope"]]}


for _noun in _KINDS:
    _register(_noun)


@replaces("wafv2", "CheckCapacity")
def check_capacity(call: Call) -> dict[str, Any]:
    refuse_bad_rules(call.input["Rules"], {}, store(call))
    return {"Capacity": capacity_of(call.input["Rules"], store(call))}


@replaces("wafv2", "ListAvailableManagedRuleGroups")
def list_managed_rule_groups(call: Call) -> dict[str, Any]:
    found = [{"VendorName": "AWS", "Name": name, "VersioningSupported": False} for name in MANAGED_RULE_GROUPS]
    return {"ManagedRuleGroups": found}


# ------------------------------------------------------------------------------------------------ associations


@replaces("wafv2", "AssociateWebACL")
def associate(call: Call) -> dict[str, Any]:
    arn, resource = call.input["WebACLArn"], call.input["ResourceArn"]
    item = store(call).get(arn)
    if item is None or item["Noun"] != "WebACL":
        raise missing(arn)
    if item["Scope"] != "REGIONAL" or f":{call.region}:" not in resource:
        raise invalid(f"The web ACL {arn} cannot protect {resource}: it must be regional and of its region", "WEB_ACL")
    if not _exists(call, resource):
        raise missing(resource)
    _associations(call)[resource] = arn
    return {}


@replaces("wafv2", "DisassociateWebACL")
def disassociate(call: Call) -> dict[str, Any]:
    _associations(call).pop(call.input["ResourceArn"], None)
    return {}


@replaces("wafv2", "GetWebACLForResource")
def get_web_acl_for_resource(call: Call) -> dict[str, Any]:
    arn = _associations(call).get(call.input["ResourceArn"])
    return {"WebACL": _told(call, store(call)[arn])} if arn in store(call) else {}


@replaces("wafv2", "ListResourcesForWebACL")
def list_resources_for_web_acl(call: Call) -> dict[str, Any]:
    return {"ResourceArns": [r for r, arn in _associations(call).items() if arn == call.input["WebACLArn"]]}


def _exists(call: Call, resource: str) -> bool:
    """Only of what the emulator knows well; other resources are taken for existing ones."""
    if ":loadbalancer/" in resource:
        return resource in call.backend("elbv2").load_balancers
    if ":userpool/" in resource:
        return resource.rpartition("/")[2] in call.backend("cognitoidp").user_pools
    return True


def _users_of(call: Call, arn: str) -> list[str]:
    users = [
        resource for resource, web_acl in _associations(call).items() if web_acl == arn and _exists(call, resource)
    ]
    users += [i["Config"]["ARN"] for i in store(call).values() if arn in references(i["Config"].get("Rules") or [])]
    distributions = cloudfront_things(call, "Distribution").values()
    return users + [d["ARN"] for d in distributions if d["Config"]["WebACLId"] == arn]


# -------------------------------------------------------------------------------------------------------- tags


@replaces("wafv2", "TagResource")
def tag(call: Call) -> dict[str, Any]:
    _tags_of(call).update({tag["Key"]: tag["Value"] for tag in call.input["Tags"]})
    return {}


@replaces("wafv2", "UntagResource")
def untag(call: Call) -> dict[str, Any]:
    for key in call.input["TagKeys"]:
        _tags_of(call).pop(key, None)
    return {}


@replaces("wafv2", "ListTagsForResource")
def list_tags(call: Call) -> dict[str, Any]:
    arn = call.input["ResourceARN"]
    told = [{"Key": key, "Value": value} for key, value in _tags_of(call).items()]
    return {"TagInfoForResource": {"ResourceARN": arn, "TagList": told}}


def _tags_of(call: Call) -> dict[str, str]:
    arn = call.input["ResourceARN"]
    if arn not in store(call):
        raise missing(arn)
    return _tags(call).setdefault(arn, {})


# ----------------------------------------------------------------------------------------------------- helpers


def _refuse_bad_config(call: Call, noun: str, config: dict[str, Any]) -> None:
    if noun == "IPSet":
        refuse_bad_addresses(config)
        return
    if noun == "RegexPatternSet":
        for expression in config["RegularExpressionList"]:
            _refuse_bad_regex(expression["RegexString"])
        return
    bodies = config.get("CustomResponseBodies") or {}
    refuse_bad_rules(config.get("Rules") or [], bodies, store(call), config.get("DefaultAction"))
    needed = capacity_of(config.get("Rules") or [], store(call))
    limit = MAX_CAPACITY if noun == "WebACL" else config["Capacity"]
    if needed > limit:
        raise AwsError(
            "WAFLimitsExceededException",
            f"AWS WAF couldn't perform the operation because the rules need {needed} capacity units of {limit}.",
        )


def _refuse_bad_regex(expression: str) -> None:
    try:
        re.compile(expression)
    except re.error as error:
        raise invalid(f"The regular expression {expression} is not valid: {error}", "REGEX_PATTERN_SET") from None


def _told(call: Call, item: Item) -> dict[str, Any]:
    config = dict(item["Config"])
    if item["Noun"] in ("WebACL", "RuleGroup"):
        kind = _KINDS[item["Noun"]]
        config.setdefault("Rules", [])
        config.setdefault("Capacity", capacity_of(config["Rules"], store(call)))
        config["LabelNamespace"] = f"awswaf:{call.account}:{kind}:{config['Name']}:"
    if item["Noun"] == "WebACL":
        config["ManagedByFirewallManager"] = False
    return config


def _summary(item: Item) -> dict[str, Any]:
    config = item["Config"]
    shown = {"LockToken": item["LockToken"], "Description": config.get("Description", "")}
    return {name: config[name] for name in ("Name", "Id", "ARN")} | shown


def _find(call: Call, noun: str) -> Item:
    arn, thing_id = call.input.get("ARN"), call.input.get("Id")
    for item in items(call, noun):
        config = item["Config"]
        if config["ARN"] == arn or (config["Id"] == thing_id and item["Scope"] == call.input.get("Scope")):
            return item
    raise missing(arn or f"{noun} {call.input.get('Name')}")


def _require_token(call: Call, item: Item) -> None:
    if call.input["LockToken"] != item["LockToken"]:
        raise AwsError(
            "WAFOptimisticLockException",
            "AWS WAF couldn't save your changes because someone changed the resource after you started to edit it. "
            "Reapply your changes.",
        )


def items(call: Call, noun: str) -> list[Item]:
    """All things of this kind in the region of the request."""
    return [item for item in store(call).values() if item["Noun"] == noun]


def invalid(reason: str, field: str) -> AwsError:
    return AwsError("WAFInvalidParameterException", f"Error reason: {reason}., field: {field}")


def missing(what: str) -> AwsError:
    return AwsError(
        "WAFNonexistentItemException",
        f"AWS WAF couldn't perform the operation because your resource doesn't exist: {what}",
    )


def store(call: Call) -> dict[str, Item]:
    """All things of the region, by ARN. It hangs on moto's backend, so that CloudFront finds it, too."""
    return vars(call.backend("wafv2", call.region)).setdefault("holdfast_items", {})


def _tags(call: Call) -> dict[str, dict[str, str]]:
    return call.remembered("tags")


def logging_configurations(call: Call) -> dict[str, dict[str, Any]]:
    """Where web ACLs of the region log to, by their ARN."""
    return call.remembered("logging configurations")


def _associations(call: Call) -> dict[str, str]:
    return call.remembered("associations")
