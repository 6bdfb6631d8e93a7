"""The rules of web ACLs: what WAF refuses in them, and how much capacity they need."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterator
from typing import Any

from ..engine.errors import AwsError

Rule = dict[str, Any]
Statement = dict[str, Any]
Store = dict[str, dict[str, Any]]

# https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html: the capacity of each.
MANAGED_RULE_GROUPS = {
    "AWSManagedRulesCommonRuleSet": 700,
    "AWSManagedRulesAdminProtectionRuleSet": 100,
    "AWSManagedRulesKnownBadInputsRuleSet": 200,
    "AWSManagedRulesSQLiRuleSet": 200,
    "AWSManagedRulesLinuxRuleSet": 200,
    "AWSManagedRulesUnixRuleSet": 100,
    "AWSManagedRulesWindowsRuleSet": 200,
    "AWSManagedRulesPHPRuleSet": 100,
    "AWSManagedRulesWordPressRuleSet": 100,
    "AWSManagedRulesAmazonIpReputationList": 25,
    "AWSManagedRulesAnonymousIpList": 50,
    "AWSManagedRulesBotControlRuleSet": 50,
    "AWSManagedRulesATPRuleSet": 50,
    "AWSManagedRulesACFPRuleSet": 50,
    "AWSManagedRulesAntiDDoSRuleSet": 50,
}
# https://docs.aws.amazon.com/waf/latest/APIReference/API_RateBasedStatement.html
RATE_WINDOWS = (60, 120, 300, 600)  # seconds
_AGGREGATE_KEYS = ("IP", "FORWARDED_IP", "CUSTOM_KEYS", "CONSTANT")

# https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statements-list.html: capacity of each kind.
_CAPACITY = {
    "ByteMatchStatement": 2,
    "GeoMatchStatement": 1,
    "IPSetReferenceStatement": 1,
    "LabelMatchStatement": 1,
    "RegexMatchStatement": 3,
    "RegexPatternSetReferenceStatement": 25,
    "SizeConstraintStatement": 1,
    "SqliMatchStatement": 20,
    "XssMatchStatement": 40,
    "AsnMatchStatement": 1,
    "RateBasedStatement": 2,
}
_SEARCHING = ("CONTAINS", "CONTAINS_WORD")
_GROUPS = ("ManagedRuleGroupStatement", "RuleGroupReferenceStatement")
_REFERENCES = ("IPSetReferenceStatement", "RegexPatternSetReferenceStatement", "RuleGroupReferenceStatement")


def refuse_bad_rules(rules: list[Rule], bodies: dict[str, Any], store: Store, default: Rule | None = None) -> None:
    """``bodies``: the custom response bodies at hand; ``store``: what a statement may refer to, by ARN."""
    for member in ("Name", "Priority"):
        values = [rule[member] for rule in rules]
        for value in values:
            if values.count(value) > 1:
                raise _invalid(f"You have used the {member.lower()} {value} in more than one rule", "RULE")
    for rule in rules:
        _refuse_bad_action(rule)
        _refuse_bad_statement(rule["Name"], rule["Statement"], store, top=True)
        _refuse_unknown_body(rule.get("Action") or {}, bodies)
    _refuse_unknown_body(default or {}, bodies)


def capacity_of(rules: list[Rule], store: Store) -> int:
    """About as many web ACL capacity units as AWS counts."""
    return sum(_capacity(rule["Statement"], store) for rule in rules)


def references(rules: list[Rule]) -> set[str]:
    """The ARNs of the sets and groups that rules refer to."""
    found = {s["ARN"] for rule in rules for kind, s in _all_statements(rule["Statement"]) if kind in _REFERENCES}
    return found


def refuse_bad_addresses(config: dict[str, Any]) -> None:
    version = 4 if config["IPAddressVersion"] == "IPV4" else 6
    for address in config.get("Addresses") or []:
        try:
            known = ipaddress.ip_network(address, strict=False)
        except ValueError:
            known = None
        if known is None or "/" not in address or known.version != version or known.prefixlen == 0:
            raise _invalid(
                f"{address} is no {config['IPAddressVersion']} address block that a set may have", "IP_ADDRESS"
            )


def _refuse_bad_action(rule: Rule) -> None:
    statement = rule["Statement"]
    is_group = any(kind in statement for kind in _GROUPS)
    if ("OverrideAction" in rule) != is_group or ("Action" in rule) == is_group:
        raise _invalid(
            f"The rule {rule['Name']} needs an {'override action' if is_group else 'action'}, and only that", "RULE"
        )


def _refuse_unknown_body(action: Rule, bodies: dict[str, Any]) -> None:
    key = ((action.get("Block") or {}).get("CustomResponse") or {}).get("CustomResponseBodyKey")
    if key and key not in bodies:
        raise _invalid(f"There is no custom response body {key}", "CUSTOM_RESPONSE_BODY")


def _refuse_bad_statement(name: str, statement: Statement, store: Store, top: bool = False) -> None:
    if len(statement) != 1:
        raise _invalid(
            f"The rule {name} must have exactly one statement in each place, not {len(statement)}", "STATEMENT"
        )
    ((kind, body),) = statement.items()
    if kind in ("RateBasedStatement", *_GROUPS) and not top:
        raise _invalid(f"The rule {name} has a {kind} inside another statement", "STATEMENT")
    if kind == "RateBasedStatement":
        _refuse_bad_rate(name, body)
    if kind == "ManagedRuleGroupStatement" and body["VendorName"] == "AWS" and body["Name"] not in MANAGED_RULE_GROUPS:
        raise _invalid(f"There is no managed rule group {body['Name']} of AWS", "MANAGED_RULE_SET")
    if kind in _REFERENCES and body["ARN"] not in store:
        raise AwsError(
            "WAFNonexistentItemException",
            f"AWS WAF couldn't perform the operation because your resource doesn't exist: {body['ARN']}",
        )
    if kind in ("AndStatement", "OrStatement") and len(body["Statements"]) < 2:
        raise _invalid(f"The rule {name} has an {kind} of fewer than two statements", kind.upper())
    for nested in _nested(body):
        _refuse_bad_statement(name, nested, store)


def _refuse_bad_rate(name: str, body: Statement) -> None:
    if body.get("EvaluationWindowSec", 300) not in RATE_WINDOWS:
        raise _invalid(
            f"The window of the rule {name} must be one of {RATE_WINDOWS} seconds, not {body['EvaluationWindowSec']}",
            "RATE_BASED_STATEMENT",
        )
    key = body["AggregateKeyType"]
    needed = {"FORWARDED_IP": "ForwardedIPConfig", "CUSTOM_KEYS": "CustomKeys", "CONSTANT": "ScopeDownStatement"}
    if key not in _AGGREGATE_KEYS or (key in needed and not body.get(needed[key])):
        raise _invalid(
            f"The aggregate key {key} of the rule {name} must be one of {', '.join(_AGGREGATE_KEYS)}, with "
            f"{needed.get(key, 'nothing')} beside it",
            "RATE_BASED_STATEMENT",
        )


def _nested(body: Statement) -> Iterator[Statement]:
    yield from body.get("Statements") or []
    for member in ("Statement", "ScopeDownStatement"):
        if body.get(member):
            yield body[member]


def _all_statements(statement: Statement) -> Iterator[tuple[str, Statement]]:
    for kind, body in statement.items():
        yield kind, body
        for nested in _nested(body):
            yield from _all_statements(nested)


def _capacity(statement: Statement, store: Store) -> int:
    total = 0
    for kind, body in _all_statements(statement):
        total += _CAPACITY.get(kind, 0)
        if kind == "ManagedRuleGroupStatement":
            total += MANAGED_RULE_GROUPS.get(body["Name"], 50)
        if kind == "RuleGroupReferenceStatement":
            total += store[body["ARN"]]["Config"]["Capacity"]
        if kind == "ByteMatchStatement" and body.get("PositionalConstraint") in _SEARCHING:
            total += 8
        if kind == "SqliMatchStatement" and body.get("SensitivityLevel") == "HIGH":
            total += 10
        if kind == "RateBasedStatement":
            total += 30 * len(body.get("CustomKeys") or [])
        total += 10 * sum(1 for t in body.get("TextTransformations") or [] if t["Type"] != "NONE")
    return total


def _invalid(reason: str, field: str) -> AwsError:
    return AwsError("WAFInvalidParameterException", f"Error reason: {reason}., field: {field}")
