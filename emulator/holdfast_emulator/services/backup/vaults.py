"""Vaults: their key, policy, lock and notifications."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from typing import Any

from ...engine.call import Call
from ...engine.errors import AwsError
from ...engine.registry import controls, replaces
from ..keys import usable_key
from .records import (
    Record,
    forget_tags,
    invalid_request,
    invalid_value,
    not_found,
    now,
    tag,
    told,
    vault_named,
    vaults,
)

_NAME = re.compile(r"^[a-zA-Z0-9\-_]{2,50}$")
_LONGEST_RETENTION = 36500


@replaces("backup", "CreateBackupVault")
def create_vault(call: Call) -> dict[str, Any]:
    name, key = call.input["BackupVaultName"], call.input.get("EncryptionKeyArn")
    if not _NAME.match(name):
        raise invalid_value(f"Backup vault name {name} is not 2 to 50 letters, digits, hyphens and underscores.")
    if name in vaults(call):
        raise AwsError("AlreadyExistsException", f"Backup vault with the same name already exists: {name}")
    key_arn = usable_key(call, key or "alias/aws/backup")
    if key and key_arn is None:
        raise invalid_value(f"The KMS key {key} does not exist in {call.region}, or is not enabled there.")
    vault = {
        "BackupVaultName": name,
        "BackupVaultArn": call.arn("backup", f"backup-vault:{name}"),
        "VaultType": "BACKUP_VAULT",
        "VaultState": "AVAILABLE",
        "EncryptionKeyArn": key_arn or call.arn("kms", "key/aws-backup"),
        "CreationDate": now(),
        "CreatorRequestId": call.input.get("CreatorRequestId"),
        "Locked": False,
        "points": {},
    }
    vaults(call)[name] = vault
    tag(call, vault["BackupVaultArn"], call.input.get("BackupVaultTags"))
    return told(vault)


def _described(vault: Record) -> Record:
    return {**told(vault), "NumberOfRecoveryPoints": len(vault["points"])}


@replaces("backup", "DescribeBackupVault")
def describe_vault(call: Call) -> dict[str, Any]:
    return _described(vault_named(call, call.input["BackupVaultName"]))


@replaces("backup", "ListBackupVaults")
def list_vaults(call: Call) -> dict[str, Any]:
    return {"BackupVaultList": [_described(vault) for vault in vaults(call).values()]}


@replaces("backup", "DeleteBackupVault")
def delete_vault(call: Call) -> dict[str, Any]:
    vault = vault_named(call, call.input["BackupVaultName"])
    if vault["points"]:
        raise invalid_request(
            f"Backup vault {vault['BackupVaultName']} cannot be deleted because it contains recovery points."
        )
    del vaults(call)[vault["BackupVaultName"]]
    forget_tags(call, vault["BackupVaultArn"])
    return {}


# --------------------------------------------------------------------------------------------------------- policy


@replaces("backup", "PutBackupVaultAccessPolicy")
def put_policy(call: Call) -> dict[str, Any]:
    vault, policy = vault_named(call, call.input["BackupVaultName"]), call.input.get("Policy")
    try:
        json.loads(policy or "")
    except ValueError as error:
        raise invalid_value("The specified policy is not valid JSON.") from error
    vault["policy"] = policy
    return {}


@replaces("backup", "GetBackupVaultAccessPolicy")
def get_policy(call: Call) -> dict[str, Any]:
    vault = vault_named(call, call.input["BackupVaultName"])
    if "policy" not in vault:
        raise not_found(f"The backup vault {vault['BackupVaultName']} has no access policy.")
    return {name: vault[name] for name in ("BackupVaultName", "BackupVaultArn")} | {"Policy": vault["policy"]}


@replaces("backup", "DeleteBackupVaultAccessPolicy")
def delete_policy(call: Call) -> dict[str, Any]:
    vault_named(call, call.input["BackupVaultName"]).pop("policy", None)
    return {}


# ------------------------------------------------------------------------------------------------- notifications


@replaces("backup", "PutBackupVaultNotifications")
def put_notifications(call: Call) -> dict[str, Any]:
    vault, topic = vault_named(call, call.input["BackupVaultName"]), call.input["SNSTopicArn"]
    if topic not in call.backend("sns").topics:
        raise invalid_value(f"The SNS topic {topic} does not exist in {call.region}.")
    vault["notifications"] = {"SNSTopicArn": topic, "BackupVaultEvents": call.input["BackupVaultEvents"]}
    return {}


@replaces("backup", "GetBackupVaultNotifications")
def get_notifications(call: Call) -> dict[str, Any]:
    vault = vault_named(call, call.input["BackupVaultName"])
    if "notifications" not in vault:
        raise not_found(f"The backup vault {vault['BackupVaultName']} has no notifications.")
    return {name: vault[name] for name in ("BackupVaultName", "BackupVaultArn")} | vault["notifications"]


@replaces("backup", "DeleteBackupVaultNotifications")
def delete_notifications(call: Call) -> dict[str, Any]:
    vault_named(call, call.input["BackupVaultName"]).pop("notifications", None)
    return {}


# ----------------------------------------------------------------------------------------------------------- lock


@replaces("backup", "PutBackupVaultLockConfiguration")
def lock(call: Call) -> dict[str, Any]:
    """With ChangeableForDays the lock cannot be changed after that time any more (compliance mode)."""
    vault = vault_named(call, call.input["BackupVaultName"])
    _refuse_immutable(vault)
    low, high = call.input.get("MinRetentionDays"), call.input.get("MaxRetentionDays")
    grace = call.input.get("ChangeableForDays")
    if low is not None and low < 1:
        raise invalid_value("MinRetentionDays must be at least 1 day.")
    if high is not None and not 1 <= high <= _LONGEST_RETENTION:
        raise invalid_value(f"MaxRetentionDays must be 1 to {_LONGEST_RETENTION} days.")
    if low and high and low > high:
        raise invalid_value("MinRetentionDays cannot be greater than MaxRetentionDays.")
    if grace is not None and grace < 3:
        raise invalid_value("ChangeableForDays must be at least 3 days.")
    vault.update(
        Locked=True,
        MinRetentionDays=low,
        MaxRetentionDays=high,
        LockDate=now() + timedelta(days=grace) if grace else None,
    )
    return {}


@replaces("backup", "DeleteBackupVaultLockConfiguration")
def unlock(call: Call) -> dict[str, Any]:
    vault = vault_named(call, call.input["BackupVaultName"])
    _refuse_immutable(vault)
    vault.update(Locked=False, MinRetentionDays=None, MaxRetentionDays=None, LockDate=None)
    return {}


def _refuse_immutable(vault: Record) -> None:
    if vault.get("LockDate") and now() >= vault["LockDate"]:
        raise invalid_request(f"The lock of backup vault {vault['BackupVaultName']} is immutable since its lock date.")


@controls("backup", "POST", "backup-lock")
def end_grace_time(call: Call) -> dict[str, Any]:
    """The days are over in which a lock in compliance mode can be changed."""
    vault = vaults(call).get(str(call.input.get("vault")))
    if vault is None or not vault.get("LockDate"):
        raise AwsError("BadControl", f"There is no such vault in {call.region} with a lock in compliance mode.")
    vault["LockDate"] = now()
    return {"vault": vault["BackupVaultName"], "lock_date": vault["LockDate"]}
