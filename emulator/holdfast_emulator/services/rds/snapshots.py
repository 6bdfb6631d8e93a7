"""Snapshots of instances, and their copies in other regions."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Any

from ...engine.call import Call
from ...engine.errors import AwsError
from ...engine.registry import replaces
from ..waits import waiting_time
from .records import (
    Instance,
    forget_tags,
    instance_arn,
    invalid_combination,
    invalid_value,
    matches,
    now,
    refuse_cut_off,
    require_available,
    require_instance,
    require_key,
    tag,
    tag_list,
)

# How long a snapshot stays in "creating": too short to wait for, long enough that nobody may skip the waiting.
CREATION_SECONDS = 1.0
_seconds_of_copying = waiting_time("rds", "snapshot-copies", CREATION_SECONDS, "how long a copy of a snapshot takes")

# The settings of an instance that its snapshot keeps, for a restore to use.
_KEPT = (
    "AllocatedStorage",
    "AutoMinorVersionUpgrade",
    "BackupRetentionPeriod",
    "CopyTagsToSnapshot",
    "DBInstanceClass",
    "DBName",
    "DedicatedLogVolume",
    "EnableIAMDatabaseAuthentication",
    "Engine",
    "EngineVersion",
    "Iops",
    "KmsKeyId",
    "LicenseModel",
    "MasterUsername",
    "Port",
    "PreferredBackupWindow",
    "PreferredMaintenanceWindow",
    "StorageEncrypted",
    "StorageThroughput",
    "StorageType",
)

_IDENTIFIER = re.compile(r"^(rds:|awsbackup:)?[a-zA-Z](?!.*--)[a-zA-Z0-9-]{0,254}(?<!-)$")

Snapshot = dict[str, Any]
"""A snapshot in AWS's words, and beside that ``settings`` and ``rows`` (what a restore starts from) and ``ready`` (when)."""

_OURS = ("settings", "rows", "ready")


def snapshots(call: Call, region: str | None = None) -> dict[str, Snapshot]:
    return call.remembered("snapshots", region)


def kept_settings(instance: Instance) -> dict[str, Any]:
    return {name: instance.settings[name] for name in _KEPT if instance.settings.get(name) is not None}


def snapshot_named(call: Call, identifier: str) -> Snapshot:
    """A snapshot of this region, by identifier or ARN."""
    name = identifier.lower()
    if identifier.startswith("arn:"):
        region, name = identifier.split(":")[3], identifier.split(":snapshot:")[-1].lower()
        if region != call.region:
            raise invalid_value(f"The snapshot {identifier} is in {region}, not in {call.region}; copy it first.")
    if name not in snapshots(call):
        raise AwsError("DBSnapshotNotFound", f"DBSnapshot {identifier} not found.", 404)
    return snapshots(call)[name]


def require_free_name(call: Call, name: str) -> None:
    if not _IDENTIFIER.match(name):
        raise invalid_value(f"The parameter DBSnapshotIdentifier is not a valid identifier: {name}")
    if name.lower() in snapshots(call):
        raise AwsError("DBSnapshotAlreadyExists", f"Cannot create the snapshot because {name} already exists.")


def require_ready(call: Call, snapshot: Snapshot) -> None:
    if status_of(call, snapshot) != "available":
        raise AwsError(
            "InvalidDBSnapshotState", f"The snapshot {snapshot['DBSnapshotIdentifier']} is not available yet."
        )


def take_snapshot(call: Call, instance: Instance, name: str, kind: str) -> Snapshot:
    settings, taken = instance.settings, now()
    snapshot = {
        "DBSnapshotIdentifier": name.lower(),
        "DBSnapshotArn": call.arn("rds", f"snapshot:{name.lower()}"),
        "DBInstanceIdentifier": instance.identifier,
        "DbiResourceId": instance.resource_id,
        "InstanceCreateTime": instance.created,
        "SnapshotType": kind,
        "AvailabilityZone": settings["AvailabilityZone"],
        "OptionGroupName": settings.get("OptionGroupName") or f"default:{settings['Engine']}",
        "ready": taken if kind == "automated" else taken + timedelta(seconds=CREATION_SECONDS),
        **_times(taken, taken),
        **_from_settings(kept_settings(instance)),
        "rows": instance.rows.until(taken),
    }
    snapshots(call)[name.lower()] = snapshot
    if settings["CopyTagsToSnapshot"]:
        tag(call, snapshot["DBSnapshotArn"], tag_list(call, instance_arn(call, instance)))
    return snapshot


def _times(data: datetime, made: datetime) -> dict[str, datetime]:
    """A copy is made later than the data it holds: recovery points are counted from the original time."""
    return {"SnapshotCreateTime": made, "OriginalSnapshotCreateTime": data, "SnapshotDatabaseTime": data}


def _from_settings(settings: dict[str, Any]) -> dict[str, Any]:
    same = ("AllocatedStorage", "Engine", "EngineVersion", "Iops", "KmsKeyId", "LicenseModel", "MasterUsername", "Port")
    return {
        **{name: settings[name] for name in same if settings.get(name) is not None},
        "StorageType": settings["StorageType"],
        "StorageThroughput": settings.get("StorageThroughput"),
        "Encrypted": settings["StorageEncrypted"],
        "IAMDatabaseAuthenticationEnabled": settings["EnableIAMDatabaseAuthentication"],
        "DedicatedLogVolume": settings["DedicatedLogVolume"],
        "SnapshotTarget": "region",
        "settings": settings,
    }


@replaces("rds", "CreateDBSnapshot")
def create_db_snapshot(call: Call) -> dict[str, Any]:
    instance = require_instance(call, call.input["DBInstanceIdentifier"])
    require_available(instance)
    require_free_name(call, call.input["DBSnapshotIdentifier"])
    snapshot = take_snapshot(call, instance, call.input["DBSnapshotIdentifier"], "manual")
    tag(call, snapshot["DBSnapshotArn"], call.input.get("Tags"))
    return {"DBSnapshot": told_snapshot(call, snapshot)}


@replaces("rds", "CopyDBSnapshot")
def copy_db_snapshot(call: Call) -> dict[str, Any]:
    identifier, name = call.input["SourceDBSnapshotIdentifier"], call.input["TargetDBSnapshotIdentifier"]
    region = identifier.split(":")[3] if identifier.startswith("arn:") else call.region
    refuse_cut_off(call, region)
    source = snapshots(call, region).get(identifier.split(":snapshot:")[-1].lower())
    if source is None:
        raise AwsError("DBSnapshotNotFound", f"DBSnapshot {identifier} not found.", 404)
    require_free_name(call, name)
    copy = copy_snapshot(call, source, name, "manual", call.input.get("KmsKeyId"))
    if call.input.get("CopyTags"):
        tag(call, copy["DBSnapshotArn"], tag_list(call, source["DBSnapshotArn"]))
    tag(call, copy["DBSnapshotArn"], call.input.get("Tags"))
    return {"DBSnapshot": told_snapshot(call, copy)}


def copy_snapshot(call: Call, source: Snapshot, name: str, kind: str, key: str | None) -> Snapshot:
    """Keep a copy in this region of a snapshot that may be of another one."""
    require_ready(call, source)
    settings, region = dict(source["settings"]), source["DBSnapshotArn"].split(":")[3]
    if source["Encrypted"]:
        require_key(call, settings.get("KmsKeyId"), region)
    if region != call.region and source["Encrypted"] and not key:
        raise invalid_combination(
            f"A KmsKeyId of {call.region} is required to copy the encrypted snapshot {source['DBSnapshotIdentifier']} "
            f"to that region."
        )
    if key:
        settings.update(KmsKeyId=require_key(call, key), StorageEncrypted=True)
    copy = {
        **source,
        "DBSnapshotIdentifier": name.lower(),
        "DBSnapshotArn": call.arn("rds", f"snapshot:{name.lower()}"),
        "SnapshotType": kind,
        "SourceDBSnapshotIdentifier": source["DBSnapshotArn"],
        "SourceRegion": region,
        "ready": now() + timedelta(seconds=_seconds_of_copying(call)),
        **_times(source["OriginalSnapshotCreateTime"], now()),
        **_from_settings(settings),
    }
    if region != call.region:
        copy.pop("AvailabilityZone", None)
    snapshots(call)[name.lower()] = copy
    return copy


@replaces("rds", "DescribeDBSnapshots")
def describe_db_snapshots(call: Call) -> dict[str, Any]:
    wanted = call.input.get("DBSnapshotIdentifier")
    found = [snapshot_named(call, wanted)] if wanted else list(snapshots(call).values())
    if not wanted and not call.input.get("SnapshotType"):
        # Those of AWS Backup are told to whoever asks for them, by their type or their name.
        found = [snapshot for snapshot in found if snapshot["SnapshotType"] in ("manual", "automated")]
    for name in ("DBInstanceIdentifier", "DbiResourceId", "SnapshotType"):
        value = call.input.get(name)
        if value:
            value = value.split(":db:")[-1]
            found = [snapshot for snapshot in found if snapshot[name].lower() == value.lower()]
    found = [snapshot for snapshot in found if matches(_filtered(snapshot), call.input.get("Filters"))]
    return {"DBSnapshots": [told_snapshot(call, snapshot) for snapshot in found]}


def _filtered(snapshot: Snapshot) -> dict[str, list[str]]:
    return {
        "db-instance-id": [snapshot["DBInstanceIdentifier"]],
        "db-snapshot-id": [snapshot["DBSnapshotIdentifier"], snapshot["DBSnapshotArn"]],
        "dbi-resource-id": [snapshot["DbiResourceId"]],
        "snapshot-type": [snapshot["SnapshotType"]],
        "engine": [snapshot["Engine"]],
    }


@replaces("rds", "DeleteDBSnapshot")
def delete_db_snapshot(call: Call) -> dict[str, Any]:
    snapshot = snapshot_named(call, call.input["DBSnapshotIdentifier"])
    if snapshot["SnapshotType"] != "manual":
        raise AwsError("InvalidDBSnapshotState", "Only manual snapshots may be deleted.")
    last_words = {**told_snapshot(call, snapshot), "Status": "deleted"}
    drop_snapshot(call, snapshot)
    return {"DBSnapshot": last_words}


def drop_snapshot(call: Call, snapshot: Snapshot) -> None:
    del snapshots(call)[snapshot["DBSnapshotIdentifier"]]
    call.remembered("shared snapshots").pop(snapshot["DBSnapshotIdentifier"], None)
    forget_tags(call, snapshot["DBSnapshotArn"])


@replaces("rds", "DescribeDBSnapshotAttributes", "ModifyDBSnapshotAttribute")
def db_snapshot_attributes(call: Call) -> dict[str, Any]:
    """With whom a snapshot is shared."""
    name = snapshot_named(call, call.input["DBSnapshotIdentifier"])["DBSnapshotIdentifier"]
    accounts = call.remembered("shared snapshots").setdefault(name, [])
    accounts += [a for a in call.input.get("ValuesToAdd") or [] if a not in accounts]
    for account in call.input.get("ValuesToRemove") or []:
        accounts.remove(account)
    shared = [{"AttributeName": "restore", "AttributeValues": accounts}]
    return {"DBSnapshotAttributesResult": {"DBSnapshotIdentifier": name, "DBSnapshotAttributes": shared}}


def told_snapshot(call: Call, snapshot: Snapshot) -> dict[str, Any]:
    status = status_of(call, snapshot)
    told = {name: value for name, value in snapshot.items() if value is not None and name not in _OURS}
    return {
        **told,
        "Status": status,
        "PercentProgress": 100 if status == "available" else 0,
        "TagList": tag_list(call, snapshot["DBSnapshotArn"]),
    }


def status_of(call: Call, snapshot: Snapshot) -> str:
    """A copy gets no further while the region that it comes from is cut off."""
    source = snapshot.get("SourceRegion")
    cut = call.cut_off_since(source) if source and source != call.region else None
    return "available" if (cut or now()) >= snapshot["ready"] else "creating"
