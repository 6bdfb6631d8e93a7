"""AWS's Service Authorization Reference, in reference.json: actions, their resources, condition keys, dependents."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_FILE = Path(__file__).parents[1] / "reference.json"
_PLACEHOLDER = re.compile(r"\$\{(\w+)\}")
_COMMON = ("Partition", "Region", "Account")


@dataclass(frozen=True)
class Kind:
    """One type of resources that an action knows; ``keys`` are the condition keys that go with it."""

    name: str
    required: bool
    keys: tuple[str, ...]


@dataclass(frozen=True)
class Action:
    """``kinds`` may be empty: then the action is judged on ``*``. ``keys`` go with it, whatever the resource."""

    name: str
    level: str
    kinds: tuple[Kind, ...]
    keys: tuple[str, ...]
    dependents: tuple[str, ...]


@cache
def _table() -> Mapping[str, Any]:
    return json.loads(_FILE.read_text())


@cache
def action(name: str) -> Action | None:
    """``rds:CreateDBInstance`` as the reference has it; None when it has no such action. Case does not count in IAM."""
    prefix, _, plain = name.partition(":")
    found = _lower(prefix).get(plain.lower())
    if found is None:
        return None
    spelt, (level, types, dependents) = found
    sets = _table()["keys"]
    kinds = tuple(
        Kind(kind, bool(need), (*sets[number], *_resources(prefix)[kind][1]))
        for kind, (need, number) in types.items()
        if kind
    )
    keys = tuple(sets[types[""][1]]) if "" in types else ()
    return Action(f"{prefix}:{spelt}", level, kinds, keys, tuple(dependents))


def _resources(prefix: str) -> Mapping[str, Any]:
    """By type: the form of ARNs, and the condition keys about tags of what is there."""
    return _table()["services"][prefix]["resources"]


@cache
def _lower(prefix: str) -> Mapping[str, Any]:
    service = _table()["services"].get(prefix)
    return {} if service is None else {name.lower(): (name, value) for name, value in service["actions"].items()}


def arn_format(prefix: str, kind: str) -> str:
    """The form of the ARNs of one type of resources, with AWS's placeholders in it."""
    return str(_resources(prefix)[kind][0])


def arn_of(prefix: str, kind: str, common: Mapping[str, str], name: str | None) -> str:
    """The ARN of a resource; ``name`` is all that stands behind the account (``cluster/service``). Without a name it is
    one that is still to be made, or any: AWS then judges the ARN with ``*`` where the name belongs.
    """
    form = arn_format(prefix, kind)
    for each in _COMMON:
        form = form.replace(f"${{{each}}}", common[each])
    if name is None:
        return _PLACEHOLDER.sub("*", form)
    first = _PLACEHOLDER.search(form)
    return form if first is None else form[: first.start()] + name


@cache
def pattern(prefix: str, kind: str) -> re.Pattern[str]:
    """What an ARN of this type looks like."""
    parts = _PLACEHOLDER.split(arn_format(prefix, kind))
    last = len(parts) - 2
    text = ""
    for place, part in enumerate(parts):
        if place % 2 == 0:
            text += re.escape(part)
        elif part in _COMMON:
            text += "[^:]*"
        else:
            text += ".+" if place == last else "[^/:]+"
    return re.compile(text)
