"""Recovery points, and which services a region backs up."""

from __future__ import annotations

from typing import Any

from ...engine.call import Call
from ...engine.registry import replaces
from ..rds.snapshots import drop_snapshot, snapshots, status_of
from .records import Record, invalid_request, not_found, vault_named


@replaces("backup", "ListRecoveryPointsByBackupVault")
def list_points(call: Call) -> dict[str, Any]:
    points = vault_named(call, call.input["BackupVaultName"])["points"].values()
    for name, wanted in (("ResourceArn", "ByResourceArn"), ("ResourceType", "ByResourceType")):
        if call.input.get(wanted):
            points = [point for point in points if point[name] == call.input[wanted]]
    return {"RecoveryPoints": [_told(call, point) for point in points]}


@replaces("backup", "DescribeRecoveryPoint")
def describe_point(call: Call) -> dict[str, Any]:
    return _told(call, recovery_point(vault_named(call, call.input["BackupVaultName"]), call.input["RecoveryPointArn"]))


@replaces("backup", "DeleteRecoveryPoint")
def delete_point(call: Call) -> dict[str, Any]:
    vault, arn = vault_named(call, call.input["BackupVaultName"]), call.input["RecoveryPointArn"]
    recovery_point(vault, arn)
    if vault["Locked"]:
        raise invalid_request(f"The backup vault {vault['BackupVaultName']} is locked: its recovery points stay.")
    rds = call.seen_as("rds")
    drop_snapshot(rds, snapshots(rds)[arn.partition(":snapshot:")[2]])
    del vault["points"][arn]
    return {}


def recovery_point(vault: Record, arn: str) -> Record:
    if arn not in vault["points"]:
        raise not_found(f"The backup vault {vault['BackupVaultName']} has no recovery point {arn}.")
    return vault["points"][arn]


def _told(call: Call, point: Record) -> Record:
    told = {name: value for name, value in point.items() if value is not None}
    return {**told, "Status": status_of_point(call, point["RecoveryPointArn"])}


def status_of_point(call: Call, arn: str) -> str:
    """CREATING until the snapshot is there."""
    rds = call.seen_as("rds", arn.split(":")[3])
    snapshot = snapshots(rds)[arn.partition(":snapshot:")[2]]
    return "COMPLETED" if status_of(rds, snapshot) == "available" else "CREATING"


@replaces("backup", "DescribeRegionSettings", "UpdateRegionSettings")
def region_settings(call: Call) -> dict[str, Any]:
    """Which services AWS Backup may back up in the region; databases, unless somebody says otherwise."""
    settings = call.remembered("region settings")
    settings.setdefault("ResourceTypeOptInPreference", {"RDS": True}).update(
        call.input.get("ResourceTypeOptInPreference") or {}
    )
    settings.setdefault("ResourceTypeManagementPreference", {}).update(
        call.input.get("ResourceTypeManagementPreference") or {}
    )
    return settings if call.operation == "DescribeRegionSettings" else {}
