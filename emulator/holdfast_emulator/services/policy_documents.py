"""Reading IAM policy documents, only as far as the checks of other services need it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from fnmatch import fnmatchcase
from typing import Any


def statements(document: str) -> Iterator[dict[str, Any]]:
    """The statements of a policy; none when the text is not JSON."""
    try:
        found = json.loads(document).get("Statement", [])
    except (ValueError, AttributeError):
        return
    yield from found if isinstance(found, list) else [found]


def grantees(document: str, action: str) -> Iterator[str]:
    """Whom the policy allows ``action``: ARNs, accounts, services, or ``*`` for everybody.

    Conditions and resources are not looked at: they narrow a grant, and a check that refuses too little is better here
    than one that refuses what AWS accepts.
    """
    for statement in statements(document):
        actions = [pattern.lower() for pattern in as_list(statement.get("Action"))]
        if statement.get("Effect") == "Allow" and any(fnmatchcase(action.lower(), pattern) for pattern in actions):
            yield from _principals(statement)


def allows(document: str, *, action: str, principals: tuple[str, ...]) -> bool:
    """Whether the policy allows ``action`` to one of ``principals``, be it as one of everybody."""
    return any(grantee in ("*", *principals) for grantee in grantees(document, action))


def _principals(statement: dict[str, Any]) -> Iterator[str]:
    principal = statement.get("Principal")
    if isinstance(principal, dict):
        for values in principal.values():
            yield from as_list(values)
    else:
        yield from as_list(principal)


def as_list(value: Any) -> list[str]:
    """What may be one value or a list of them."""
    if value is None:
        return []
    return [value] if isinstance(value, str) else list(value)
