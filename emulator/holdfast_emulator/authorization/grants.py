"""Grants of KMS keys: who may do something with a key although the key's policy does not say so.

Oracle: AWS KMS Developer Guide, "Grants in AWS KMS" and "Using grant constraints".
"""

from __future__ import annotations

from typing import Any

from .need import Need
from .patterns import Values

_CONTEXT = "kms:encryptioncontext:"


def grantees(key: Any, need: Need, context: Values) -> tuple[frozenset[tuple[str, str]], ...]:
    """Whom the key's grants allow this action, as statements name principals."""
    operation = need.action.removeprefix("kms:")
    return tuple(
        frozenset({_principal(grant.grantee_principal)})
        for grant in key.grants.values()
        if operation in (grant.operations or ()) and _is_met(grant.constraints or {}, context)
    )


def _principal(name: str) -> tuple[str, str]:
    return ("AWS" if name.startswith("arn:") else "Service", name)


def _is_met(constraints: dict[str, dict[str, str]], context: Values) -> bool:
    given = {key.removeprefix(_CONTEXT): value[0] for key, value in context.items() if key.startswith(_CONTEXT)}
    equal, subset = constraints.get("EncryptionContextEquals"), constraints.get("EncryptionContextSubset")
    # Condition keys are kept in small letters.
    if equal is not None and {key.lower(): value for key, value in equal.items()} != given:
        return False
    return subset is None or all(given.get(key.lower()) == value for key, value in subset.items())
