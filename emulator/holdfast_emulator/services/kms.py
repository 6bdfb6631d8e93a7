"""KMS: moto does not keep the rotation period, and accepts a key policy that locks everybody out."""

from __future__ import annotations

from typing import Any

from ..authorization.judge import lets_in
from ..authorization.need import Need
from ..engine.call import Call
from ..engine.errors import AwsError
from ..engine.registry import amends, checks, replaces

DEFAULT_ROTATION_DAYS = 365


@checks("kms", "CreateKey", "PutKeyPolicy")
def refuse_lockout(call: Call) -> None:
    """AWS refuses a policy under which the caller could not change the policy again."""
    policy = call.input.get("Policy")
    if policy is None or call.input.get("BypassPolicyLockoutSafetyCheck"):
        return
    key = Need("kms:PutKeyPolicy", call.arn("kms", "key/*"), {"kms:CallerAccount": call.account})
    if not lets_in(call, policy, key):
        raise AwsError(
            "MalformedPolicyDocumentException",
            "The new key policy will not allow you to update the key policy in the future.",
        )


@replaces("kms", "CancelKeyDeletion", "DisableKey", "EnableKey", "ScheduleKeyDeletion")
def switch_key(call: Call) -> dict[str, Any]:
    """moto breaks on the ARN of a key."""
    return call.moto({**call.input, "KeyId": _key_id(call)})


@amends("kms", "EnableKeyRotation")
def keep_rotation_period(call: Call, output: dict) -> None:
    days = call.input.get("RotationPeriodInDays", DEFAULT_ROTATION_DAYS)
    call.remembered("rotation")[_key_id(call)] = days


@amends("kms", "GetKeyRotationStatus")
def tell_rotation_period(call: Call, output: dict) -> None:
    if output.get("KeyRotationEnabled"):
        output["RotationPeriodInDays"] = call.remembered("rotation").get(_key_id(call), DEFAULT_ROTATION_DAYS)


def _key_id(call: Call) -> str:
    return call.input["KeyId"].rpartition("/")[2]
