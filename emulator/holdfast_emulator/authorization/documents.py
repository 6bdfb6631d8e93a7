"""Policy documents, read once and kept: a deployment asks the same few documents thousands of times."""

from __future__ import annotations

import hashlib
import json
import re
from functools import lru_cache
from typing import Any

from . import patterns
from .conditions import as_list, read_conditions
from .patterns import Pattern, Values

_ACCOUNT = re.compile(r"^(?:arn:[\w-]+:iam::(?P<root>\d{12}):root|(?P<id>\d{12}))$")


class Statement:
    """One statement. Its parts are asked one by one, since each kind of policy has a use of its own for them."""

    __slots__ = ("_conditions", "_not_resources", "_resources", "denies", "not_principals", "principals", "sid")

    def __init__(self, raw: dict[str, Any], *, variables: bool) -> None:
        self.sid = str(raw.get("Sid", ""))
        self.denies = raw["Effect"] == "Deny"
        self._resources = _arns(raw.get("Resource"), variables)
        self._not_resources = _arns(raw.get("NotResource"), variables)
        self.principals = _principals(raw["Principal"]) if "Principal" in raw else None
        self.not_principals = _principals(raw["NotPrincipal"]) if "NotPrincipal" in raw else None
        self._conditions = read_conditions(raw.get("Condition"), variables=variables)

    def covers(self, resource: str, context: Values) -> bool:
        """Whether it speaks of this resource, under these conditions. A trust policy names none: it means its role."""
        if self._resources and not any(one.matches(resource, context) for one in self._resources):
            return False
        if self._not_resources and any(one.matches(resource, context) for one in self._not_resources):
            return False
        return all(condition.holds(context) for condition in self._conditions)


class Document:
    """A policy of any kind."""

    def __init__(self, text: str) -> None:
        try:
            self._read(text)
        except (AttributeError, KeyError, TypeError) as error:
            raise ValueError(f"IAM does not accept this policy ({type(error).__name__}: {error}): {text}") from error

    def _read(self, text: str) -> None:
        raw = json.loads(text)
        # Variables came with this version; in the older one "${aws:username}" is just a text.
        variables = raw.get("Version") == "2012-10-17"
        self.hash = hashlib.sha256(text.encode()).hexdigest()[:16]
        self.text = text
        self._statements = [
            (_actions(one.get("Action")), _actions(one.get("NotAction")), Statement(one, variables=variables))
            for one in as_list(raw.get("Statement"))
        ]
        self._by_action: dict[str, tuple[tuple[Statement, ...], tuple[Statement, ...]]] = {}

    def allowing(self, action: str) -> tuple[Statement, ...]:
        """The statements that allow an action, on some resources and under some conditions."""
        return self._about(action)[0]

    def denying(self, action: str) -> tuple[Statement, ...]:
        """The statements that deny it."""
        return self._about(action)[1]

    def _about(self, action: str) -> tuple[tuple[Statement, ...], tuple[Statement, ...]]:
        found = self._by_action.get(action)
        if found is None:
            about = [
                statement
                for actions, others, statement in self._statements
                if (actions and _any(actions, action)) or (others and not _any(others, action))
            ]
            found = (tuple(one for one in about if not one.denies), tuple(one for one in about if one.denies))
            self._by_action[action] = found
        return found


@lru_cache(maxsize=5_000)
def read_document(text: str) -> Document:
    """The policy that ``text`` is. ValueError when it is no policy, which AWS does not accept either."""
    return Document(text)


def _actions(value: Any) -> tuple[Pattern, ...]:
    return tuple(Pattern(one, patterns.action, variables=False) for one in as_list(value))


def _any(wanted: tuple[Pattern, ...], action: str) -> bool:
    return any(one.matches(action, {}) for one in wanted)


def _arns(value: Any, variables: bool) -> tuple[Pattern, ...]:
    return tuple(Pattern(one, patterns.arn, variables=variables) for one in as_list(value))


def _principals(value: Any) -> frozenset[tuple[str, str]]:
    """Pairs such as ("AWS", ARN), ("Account", id), ("Service", name), ("Federated", provider)."""
    named = value if isinstance(value, dict) else {"AWS": value}
    return frozenset(_principal(kind, str(one)) for kind, values in named.items() for one in as_list(values))


def _principal(kind: str, name: str) -> tuple[str, str]:
    """An account is named by its number or by the ARN of its root user."""
    account = _ACCOUNT.match(name) if kind == "AWS" else None
    return ("Account", account["root"] or account["id"]) if account else (kind, name)
