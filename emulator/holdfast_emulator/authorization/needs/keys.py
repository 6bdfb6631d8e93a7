"""KMS: keys, their aliases and grants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..need import Need
from .encryption import key_context
from .inputs import texts
from .state import key_arn, partition
from .table import Context, Table

if TYPE_CHECKING:
    from ...engine.call import Call

_MANY_KEYS = ("KeyId", "TargetKeyId", "SourceKeyId", "DestinationKeyId")


def _keys(call: Call) -> list[str]:
    found = [key_arn(call, key) for key in texts(call.input, *_MANY_KEYS)]
    if call.operation in ("DeleteAlias", "UpdateAlias"):  # judged on the key that the alias points to, and the new one
        found += [key_arn(call, str(call.input.get("AliasName")))]
    return found


def _with_key(call: Call, arn: str) -> Context:
    """Each request about a key also has the key's aliases, and the encryption context that it states."""
    if ":key/" not in arn:
        return {}
    stated = call.input.get("EncryptionContext") or {}
    return key_context(call, arn, {str(name): str(value) for name, value in stated.items()})


KMS = Table(
    "kms",
    names={
        "key": _keys,
        "alias": lambda call: [name.removeprefix("alias/") for name in texts(call.input, "AliasName")],
    },
    made={"CreateKey": "key"},
    keys={
        "kms:CallerAccount": lambda call: [call.account],
        "kms:BypassPolicyLockoutSafetyCheck": lambda call: [
            str(bool(call.input.get("BypassPolicyLockoutSafetyCheck"))).lower()
        ],
        "kms:GrantOperations": ("Operations",),
        "kms:GranteePrincipal": ("GranteePrincipal",),
        "kms:RetiringPrincipal": ("RetiringPrincipal",),
        "kms:KeySpec": lambda call: texts(call.input, "KeySpec", "CustomerMasterKeySpec") or ["SYMMETRIC_DEFAULT"],
        "kms:KeyUsage": lambda call: texts(call.input, "KeyUsage") or ["ENCRYPT_DECRYPT"],
        "kms:KeyOrigin": lambda call: texts(call.input, "Origin") or ["AWS_KMS"],
        "kms:MultiRegion": lambda call: [str(bool(call.input.get("MultiRegion"))).lower()],
        "kms:ReplicaRegion": ("ReplicaRegion",),
        "kms:ScheduleKeyDeletionPendingWindowInDays": ("PendingWindowInDays",),
        "kms:RequestAlias": lambda call: [
            (key.partition(":alias/")[2] and f"alias/{key.partition(':alias/')[2]}") or key
            for key in texts(call.input, "KeyId")
            if "alias/" in key
        ],
    },
    tagged_by="TagResource",
    also=_with_key,
    # Of key stores outside KMS.
    excused=("cloudhsm:DescribeClusters", "ec2:DescribeVpcEndpointServices", "kms:PutKeyPolicy", "kms:CreateKey"),
)


@KMS.instead("ReEncrypt")
def re_encrypt(call: Call) -> list[Need]:
    """KMS guide, "ReEncrypt": one action on each of the two keys."""
    source = texts(call.input, "SourceKeyId")
    needs = [KMS.need(call, "ReEncryptFrom", key_arn(call, key)) for key in source]
    return [*needs, KMS.need(call, "ReEncryptTo", key_arn(call, str(call.input["DestinationKeyId"])))]


@KMS.adds("CreateKey", "ReplicateKey")
def key_policy(call: Call) -> list[Need]:
    """KMS guide, "Creating keys", "Permissions": with a policy of one's own, kms:PutKeyPolicy is not asked for, as the
    key is not there yet; a replica is made in its region by kms:CreateKey."""
    if call.operation == "CreateKey":
        return []
    start = f"arn:{partition(call)}:kms:{call.input['ReplicaRegion']}:{call.account}:key/*"
    return [Need("kms:CreateKey", start, {"kms:CallerAccount": call.account})]
