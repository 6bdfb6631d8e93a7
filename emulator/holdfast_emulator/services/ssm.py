"""Parameter Store: the tier of a parameter, the size that it has room for, and the pattern that its value must have."""

from __future__ import annotations

import re
from typing import Any

from ..engine.call import Call
from ..engine.errors import AwsError
from ..engine.registry import replaces

# https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-advanced-parameters.html
STANDARD, ADVANCED, INTELLIGENT = "Standard", "Advanced", "Intelligent-Tiering"
MAX_BYTES = {STANDARD: 4096, ADVANCED: 8192}


@replaces("ssm", "PutParameter")
def put_parameter(call: Call) -> dict[str, Any]:
    """An advanced parameter stays so until it is deleted. Without a tier or a pattern in the request it keeps its own."""
    known, name = call.backend()._parameters, call.input["Name"]
    versions = known[name] if name in known else []
    current = (versions[-1].tier if versions else None) or STANDARD
    _refuse_mismatch(call.input["Value"], call.input.get("AllowedPattern") or (versions and versions[-1].allowed_pattern))
    wanted, size = call.input.get("Tier") or current, len(call.input["Value"].encode())
    if wanted == STANDARD and current == ADVANCED:
        raise AwsError(
            "ValidationException",
            "This parameter uses the advanced-parameter tier. You can't downgrade a parameter from the "
            "advanced-parameter tier to the standard-parameter tier. If necessary, you can delete the advanced "
            "parameter and recreate it as a standard parameter.",
        )
    if wanted == INTELLIGENT:
        wanted = ADVANCED if size > MAX_BYTES[STANDARD] or call.input.get("Policies") else current
    if size > MAX_BYTES[wanted]:
        upgrade = " To create a larger parameter value, upgrade the parameter to use the advanced-parameter tier."
        raise AwsError(
            "ValidationException",
            f"{wanted} tier parameters support a maximum parameter value of {MAX_BYTES[wanted]} characters."
            + (upgrade if wanted == STANDARD else ""),
        )
    return call.moto({**call.input, "Tier": wanted})


def _refuse_mismatch(value: str, pattern: Any) -> None:
    """https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html, AllowedPattern."""
    if pattern and not re.fullmatch(pattern, value):
        raise AwsError(
            "ParameterPatternMismatchException",
            f"Parameter value, cannot be validated against allowedPattern: {pattern}",
        )
