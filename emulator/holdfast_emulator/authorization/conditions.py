"""The Condition block of a statement.

Oracle: IAM User Guide, "IAM JSON policy elements: Condition operators" and "Set operators for multivalued context
keys".
"""

from __future__ import annotations

import base64
import operator
from collections.abc import Callable
from datetime import datetime, timezone
from ipaddress import ip_address, ip_network
from typing import Any

from . import patterns
from .patterns import Pattern, Values

Test = Callable[[str, Values], bool]
"""Whether one value of a request is what one value of the policy asks for."""


class UnknownOperator(ValueError):
    """A policy uses an operator that IAM does not have; AWS would have refused the policy."""


_TEXTS = {
    "StringEquals": patterns.literal,
    "StringEqualsIgnoreCase": patterns.literal_of_any_case,
    "StringLike": patterns.wildcard,
    # ArnEquals takes wildcards too: the two are the same.
    "ArnEquals": patterns.arn,
    "ArnLike": patterns.arn,
}
_ORDERS = {
    "Equals": operator.eq,
    "LessThan": operator.lt,
    "LessThanEquals": operator.le,
    "GreaterThan": operator.gt,
    "GreaterThanEquals": operator.ge,
}


class Condition:
    """One line of the block: an operator, a key, and the values of which one has to fit (of Not operators: none)."""

    __slots__ = ("_if_exists", "_key", "_negated", "_set", "_tests", "_wants_null")

    def __init__(self, name: str, key: str, wanted: list[str], *, variables: bool) -> None:
        self._set, _, base = name.rpartition(":")
        if self._set not in ("", "ForAnyValue", "ForAllValues"):
            raise UnknownOperator(f"IAM has no condition operator {name}")
        self._if_exists = base.endswith("IfExists")
        base = base.removesuffix("IfExists")
        self._key = key.lower()
        self._wants_null: set[bool] | None = None
        self._negated, self._tests = False, []
        if base == "Null":
            self._wants_null = {value.lower() == "true" for value in wanted}
            return
        positive = _positive(base)
        self._negated = positive != base
        make = _maker(positive, variables)
        if make is None:
            raise UnknownOperator(f"IAM has no condition operator {name}")
        self._tests = [make(value) for value in wanted]

    def holds(self, context: Values) -> bool:
        values = context.get(self._key)
        if self._wants_null is not None:
            return (values is None) in self._wants_null
        if values is None:
            return self._if_exists or self._set == "ForAllValues" or (self._negated and self._set == "")
        if self._set == "ForAllValues":
            return all(self._fits(value, context) for value in values)
        # Without a set operator a Not operator refuses as soon as one of the values is listed.
        decide = all if self._negated and self._set == "" else any
        return decide(self._fits(value, context) for value in values)

    def _fits(self, value: str, context: Values) -> bool:
        return any(test(value, context) for test in self._tests) != self._negated


def read_conditions(block: dict[str, dict[str, Any]] | None, *, variables: bool) -> tuple[Condition, ...]:
    """``variables`` as the policy's version has them. UnknownOperator for what IAM does not have."""
    return tuple(
        Condition(name, key, [_text(value) for value in as_list(wanted)], variables=variables)
        for name, keys in (block or {}).items()
        for key, wanted in keys.items()
    )


def as_list(value: Any) -> list[Any]:
    """Most elements of a policy may be one value or a list."""
    if value is None:
        return []
    return list(value) if isinstance(value, (list, tuple)) else [value]


def _text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _positive(base: str) -> str:
    for prefix in ("String", "Numeric", "Date", "Arn"):
        if base.startswith(f"{prefix}Not"):
            return prefix + base.removeprefix(f"{prefix}Not")
    return "IpAddress" if base == "NotIpAddress" else base


def _maker(base: str, variables: bool) -> Callable[[str], Test] | None:
    """What makes the test of one value of the policy; None for an operator that IAM does not have."""
    if base in _TEXTS:
        return lambda wanted: Pattern(wanted, _TEXTS[base], variables=variables).matches
    if base == "Bool":
        return lambda wanted: lambda value, _: value.lower() == wanted.lower()
    if base == "BinaryEquals":
        return lambda wanted: lambda value, _: _decoded(value) == _decoded(wanted)
    if base == "IpAddress":
        return _address
    for kind, read in (("Numeric", float), ("Date", _moment)):
        order = _ORDERS.get(base.removeprefix(kind)) if base.startswith(kind) else None
        if order is not None:
            return _ordered(order, read)
    return None


def _ordered(order: Callable[[Any, Any], bool], read: Callable[[str], Any]) -> Callable[[str], Test]:
    def make(wanted: str) -> Test:
        limit = read(wanted)

        def test(value: str, context: Values) -> bool:
            try:
                return order(read(value), limit)
            except ValueError:
                return False

        return test

    return make


def _address(wanted: str) -> Test:
    network = ip_network(wanted, strict=False)

    def test(value: str, context: Values) -> bool:
        try:
            return ip_address(value) in network
        except ValueError:
            return False

    return test


def _decoded(value: str) -> bytes:
    return base64.b64decode(value)


def _moment(value: str) -> float:
    """Seconds since 1970, from ISO 8601 or as such."""
    try:
        return float(value)
    except ValueError:
        moment = datetime.fromisoformat(value.replace("Z", "+00:00"))
        return (moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)).timestamp()
