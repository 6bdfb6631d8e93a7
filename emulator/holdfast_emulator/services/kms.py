"""KMS: moto does not keep the rotation period, and accepts a key policy that locks everybody out."""

from __future__ import annotations

from typing import Any

from ..engine.call import Call
from ..engine.errors import AwsError
from ..engine.registry import amends, checks, replaces
from .keys import find_key
from .policy_documents import denies, grantees

DEFAULT_ROTATION_DAYS = 365


@checks("kms", "CreateKey", "PutKeyPolicy")
def refuse_lockout(call: Call) -> None:
    """AWS refuses a policy under which the caller could not change the policy again.

    Who the caller will be in AWS is not known here, so anybody of the account will do.
    """
    policy = call.input.get("Policy")
    if policy is None or call.input.get("BypassPolicyLockoutSafetyCheck"):
        return
    if not any(g == "*" or call.account in g for g in grantees(policy, "kms:PutKeyPolicy")):
        raise AwsError(
            "MalformedPolicyDocumentException",
            "The new key policy will not allow you to update the key policy in the future.",
        )


@replaces("kms", "CancelKeyDeletion", "DisableKey", "EnableKey", "ScheduleKeyDeletion")
def switch_key(call: Call) -> dict[str, Any]:
    """moto breaks on the ARN of a key."""
    return call.moto({**call.input, "KeyId": _key_id(call)})
@checks("kms", "ScheduleKeyDeletion", "DisableKey")
def refuse_denied(call: Call) -> None:
    """moto asks no key policy; this is what keeps a key from being deleted by accident."""
    key = find_key(call, call.input["KeyId"])
    if key is not None and denies(key.policy or "", action=f"kms:{call.operation}", account=call.account):
        raise AwsError(
            "AccessDeniedException",
            f"User is not authorized to perform: kms:{call.operation} on resource: {key.arn} "
            "with an explicit deny in a resource-based policy",
        )


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
