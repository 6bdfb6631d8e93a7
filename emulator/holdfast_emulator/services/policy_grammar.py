"""Whether a policy document is one: elements, effects, operators and principals, as every service of AWS checks them.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from .policy_documents import as_list

_VERSIONS = ("2012-10-17", "2008-10-17")
_ELEMENTS = ("Id", "Statement", "Version")
_OF_A_STATEMENT = (
    "Action",
    "Condition",
    "Effect",
    "NotAction",
    "NotPrincipal",
    "NotResource",
    "Principal",
    "Resource",
    "Sid",
)
_EFFECTS = ("Allow", "Deny")
_KINDS_OF_PRINCIPAL = ("AWS", "CanonicalUser", "Federated", "Service")
_OPERATORS = frozenset(
    {
        *(f"Arn{each}" for each in ("Equals", "Like", "NotEquals", "NotLike")),
        *(f"String{each}" for each in ("Equals", "EqualsIgnoreCase", "Like", "NotEquals", "NotEqualsIgnoreCase")),
        "StringNotLike",
        *(
            f"{kind}{each}"
            for kind in ("Date", "Numeric")
            for each in ("Equals", "GreaterThan", "GreaterThanEquals", "LessThan", "LessThanEquals", "NotEquals")
        ),
        "BinaryEquals",
        "Bool",
        "IpAddress",
        "NotIpAddress",
        "Null",
    }
)
_ACTION = re.compile(r"^(\*|[A-Za-z0-9-]+:[A-Za-z0-9*?]+)$")
_OPERATOR = re.compile(r"^(?:For(?:All|Any)Values?:)?(?P<name>[A-Za-z]+?)(?:IfExists)?$")
# An account, an ARN of IAM or STS, or the unique ID that stands for a role or user that was deleted.
_AWS_PRINCIPAL = re.compile(
    r"^(\*|\d{12}|A(?:IDA|ROA)[A-Z0-9]{12,}|arn:[\w-]+:(?:iam|sts)::(?:\d{12}|cloudfront):[\w-]+(?:/[^*]+)?)$"
)


def problems(text: str, *, principal: bool, resource: bool) -> Iterator[str]:
    """What is wrong with a policy; ``principal`` and ``resource`` say whether its statements name such."""
    try:
        document = json.loads(text)
    except ValueError as error:
        yield f"the policy is no JSON: {error}"
        return
    if not isinstance(document, dict):
        yield "the policy is no JSON object"
        return
    yield from (f"unknown element {name}" for name in document if name not in _ELEMENTS)
    if document.get("Version", _VERSIONS[0]) not in _VERSIONS:
        yield f"the version is one of {', '.join(_VERSIONS)}, not {document['Version']}"
    found = document.get("Statement")
    statements: list[Any] = found if isinstance(found, list) else [found]
    if not all(isinstance(each, dict) for each in statements):
        yield "no statement, or one that is no object"
        return
    if not statements:
        yield "no statement"
    for statement in statements:
        yield from _of_statement(statement, principal, resource)


def _of_statement(statement: dict[str, Any], principal: bool, resource: bool) -> Iterator[str]:
    yield from (f"unknown element {name}" for name in statement if name not in _OF_A_STATEMENT)
    if statement.get("Effect") not in _EFFECTS:
        yield f"invalid effect: {statement.get('Effect')} (Allow or Deny)"
    for name, wanted in (("Action", True), ("Resource", resource), ("Principal", principal)):
        given = [each for each in (name, f"Not{name}") if each in statement]
        if wanted and len(given) != 1:
            yield f"a statement needs {name} or Not{name}"
        elif not wanted and given:
            yield f"{given[0]} has no place in this policy"
    for action in [*as_list(statement.get("Action")), *as_list(statement.get("NotAction"))]:
        if not _ACTION.match(str(action)):
            yield f"invalid action: {action}"
    yield from _of_condition(statement.get("Condition", {}))
    for kind, values in principals_of(statement):
        if kind not in _KINDS_OF_PRINCIPAL:
            yield f"invalid principal: {kind}"
        elif kind == "AWS":
            yield from (f"invalid principal: {value}" for value in values if not _AWS_PRINCIPAL.match(str(value)))


def _of_condition(condition: Any) -> Iterator[str]:
    if not isinstance(condition, dict):
        yield "the condition is no object"
        return
    for operator, keys in condition.items():
        named = _OPERATOR.match(operator)
        if named is None or named["name"] not in _OPERATORS:
            yield f"invalid condition operator: {operator}"
        elif not isinstance(keys, dict):
            yield f"the condition {operator} is no object"


def principals_of(statement: dict[str, Any]) -> Iterator[tuple[str, list[Any]]]:
    """The principals of a statement by their kind; ``*`` is of the kind AWS."""
    for name in ("Principal", "NotPrincipal"):
        value = statement.get(name)
        if isinstance(value, dict):
            yield from ((kind, as_list(each)) for kind, each in value.items())
        elif value is not None:
            yield "AWS", as_list(value)
