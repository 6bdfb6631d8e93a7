"""Automated backups: of an instance, retained after it, and replicated to another region."""

from __future__ import annotations

import secrets
import string
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from ...engine.call import Call
from ...engine.errors import AwsError
from ...engine.registry import replaces
from .records import (
    Instance,
    forget_tags,
    instance_arn,
    instance_named,
    instances,
    invalid_combination,
    invalid_value,
    matches,
    now,
    refuse_cut_off,
    require_key,
    tag,
    tag_list,
)
from .rows import Rows
from .snapshots import drop_snapshot, kept_settings, snapshots, take_snapshot


@dataclass
class Backup:
    """What can be restored to a point in time. ``until`` is when it stopped to grow; None while it still does.

    ``rows`` are those of the instance itself, of which a restore takes the ones until its time.
    """

    arn: str
    instance_arn: str
    resource_id: str
    status: str
    settings: dict[str, Any]
    since: datetime
    retention: int
    rows: Rows
    until: datetime | None = None
    tags: list[dict[str, str]] = field(default_factory=list)


def window_of(call: Call, backup: Backup) -> tuple[datetime, datetime]:
    """The earliest and the latest time to which it can be restored; AWS lags five minutes behind, this does not.

    What is replicated stands still while the region that it comes from is cut off.
    """
    latest = backup.until or now()
    home = backup.instance_arn.split(":")[3]
    cut = call.cut_off_since(home)
    if cut is not None and backup.arn.split(":")[3] != home:
        latest = min(latest, cut)
    return max(backup.since, latest - timedelta(days=backup.retention)), latest


def kept_backups(call: Call, region: str | None = None) -> dict[str, Backup]:
    """The backups that live beside their instance: retained ones and those replicated from another region."""
    return call.remembered("automated backups", region)


def backup_of(call: Call, instance: Instance) -> Backup:
    """The automated backup of a living instance."""
    return Backup(
        arn=call.arn("rds", f"auto-backup:ab-{instance.resource_id[3:].lower()}", instance.region),
        instance_arn=instance_arn(call, instance),
        resource_id=instance.resource_id,
        status="active",
        settings=kept_settings(instance),
        since=instance.created,
        retention=instance.settings["BackupRetentionPeriod"],
        rows=instance.rows,
    )


def take_automated_snapshot(call: Call, instance: Instance) -> None:
    taken = now().strftime("%Y-%m-%d-%H-%M")
    take_snapshot(call, instance, f"rds:{instance.identifier}-{taken}", "automated")


def drop_backups(call: Call, instance: Instance, *, retain: bool) -> None:
    """At the end of an instance: its automated backups go with it unless they are to be retained."""
    if retain and instance.has_backups:
        backup = backup_of(call, instance)
        backup.status, backup.until = "retained", now()
        kept_backups(call)[backup.arn] = backup
        return
    for snapshot in list(snapshots(call).values()):
        if (snapshot["DbiResourceId"], snapshot["SnapshotType"]) == (instance.resource_id, "automated"):
            drop_snapshot(call, snapshot)
    for region in _regions_with_replications(call, instance):
        for backup in kept_backups(call, region).values():
            if backup.resource_id == instance.resource_id:
                backup.status, backup.until = "retained", now()


def _regions_with_replications(call: Call, instance: Instance) -> list[str]:
    return list(call.remembered("replicated to", instance.region).get(instance.resource_id, {}))


def replications_of(call: Call, instance: Instance) -> list[dict[str, str]]:
    """Where the automated backups of an instance are replicated to."""
    arns = call.remembered("replicated to", instance.region).get(instance.resource_id, {}).values()
    return [{"DBInstanceAutomatedBackupsArn": arn} for arn in arns]


@replaces("rds", "StartDBInstanceAutomatedBackupsReplication")
def start_replication(call: Call) -> dict[str, Any]:
    """Asked in the region that the backups go to."""
    arn = call.input["SourceDBInstanceArn"]
    source = instance_named(call, arn)
    if source is None:
        raise AwsError("DBInstanceNotFound", f"DBInstance {arn} not found.", 404)
    refuse_cut_off(call, source.region)
    if source.region == call.region:
        raise invalid_value("The automated backups can't be replicated to the AWS Region of the source instance.")
    if not source.has_backups:
        raise AwsError("InvalidDBInstanceState", f"Automated backups are not enabled for {arn}.")
    retention = call.input.get("BackupRetentionPeriod", 7)
    if not 1 <= retention <= 35:
        raise invalid_value(f"Invalid backup retention period: {retention}. It must be 1 to 35 days.")
    elsewhere = call.remembered("replicated to", source.region).setdefault(source.resource_id, {})
    if elsewhere:
        raise AwsError(
            "InvalidDBInstanceAutomatedBackupState", f"The automated backups of {arn} are already replicated."
        )
    settings = {**kept_settings(source), "BackupRetentionPeriod": retention}
    if settings["StorageEncrypted"]:
        if not call.input.get("KmsKeyId"):
            raise invalid_combination(
                f"A KmsKeyId of {call.region} is required to replicate the encrypted backups of {arn}."
            )
        settings["KmsKeyId"] = require_key(call, call.input["KmsKeyId"])
    name = "ab-" + "".join(secrets.choice(string.ascii_lowercase + string.digits) for _ in range(26))
    backup = Backup(
        arn=call.arn("rds", f"auto-backup:{name}"),
        instance_arn=arn,
        resource_id=source.resource_id,
        status="replicating",
        settings=settings,
        since=now(),
        retention=retention,
        rows=source.rows,
    )
    kept_backups(call)[backup.arn] = backup
    elsewhere[call.region] = backup.arn
    tag(call, backup.arn, call.input.get("Tags"))
    return {"DBInstanceAutomatedBackup": told_backup(call, backup)}


@replaces("rds", "StopDBInstanceAutomatedBackupsReplication")
def stop_replication(call: Call) -> dict[str, Any]:
    """What was replicated is retained."""
    for backup in kept_backups(call).values():
        if backup.instance_arn == call.input["SourceDBInstanceArn"] and backup.status == "replicating":
            backup.status, backup.until = "retained", now()
            region = backup.instance_arn.split(":")[3]
            call.remembered("replicated to", region).get(backup.resource_id, {}).pop(call.region, None)
            return {"DBInstanceAutomatedBackup": told_backup(call, backup)}
    raise _not_found(call.input["SourceDBInstanceArn"])


@replaces("rds", "DescribeDBInstanceAutomatedBackups")
def describe_automated_backups(call: Call) -> dict[str, Any]:
    living = [backup_of(call, instance) for instance in instances(call).values() if instance.has_backups]
    found = [*living, *kept_backups(call).values()]
    arn, name = call.input.get("DBInstanceAutomatedBackupsArn"), call.input.get("DBInstanceIdentifier")
    if arn:
        found = [backup for backup in found if backup.arn == arn]
        if not found:
            raise _not_found(arn)
    if name:
        found = [backup for backup in found if name.lower() in (backup.instance_arn, _instance_name(backup))]
    if call.input.get("DbiResourceId"):
        found = [backup for backup in found if backup.resource_id == call.input["DbiResourceId"]]
    found = [backup for backup in found if matches(_filtered(backup), call.input.get("Filters"))]
    return {"DBInstanceAutomatedBackups": [told_backup(call, backup) for backup in found]}


def _filtered(backup: Backup) -> dict[str, list[str]]:
    return {
        "status": [backup.status],
        "db-instance-id": [_instance_name(backup), backup.instance_arn],
        "dbi-resource-id": [backup.resource_id],
    }


@replaces("rds", "DeleteDBInstanceAutomatedBackup")
def delete_automated_backup(call: Call) -> dict[str, Any]:
    arn, resource = call.input.get("DBInstanceAutomatedBackupsArn"), call.input.get("DbiResourceId")
    for backup in list(kept_backups(call).values()):
        if (backup.arn == arn or backup.resource_id == resource) and backup.status == "retained":
            del kept_backups(call)[backup.arn]
            forget_tags(call, backup.arn)
            return {"DBInstanceAutomatedBackup": {**told_backup(call, backup), "Status": "deleting"}}
    raise _not_found(arn or resource)


def told_backup(call: Call, backup: Backup) -> dict[str, Any]:
    settings = backup.settings
    earliest, latest = window_of(call, backup)
    return {
        "DBInstanceAutomatedBackupsArn": backup.arn,
        "DBInstanceArn": backup.instance_arn,
        "DBInstanceIdentifier": _instance_name(backup),
        "DbiResourceId": backup.resource_id,
        "Region": backup.instance_arn.split(":")[3],
        "Status": backup.status,
        "RestoreWindow": {"EarliestTime": earliest, "LatestTime": latest},
        "BackupRetentionPeriod": backup.retention,
        "Encrypted": settings["StorageEncrypted"],
        "IAMDatabaseAuthenticationEnabled": settings["EnableIAMDatabaseAuthentication"],
        "BackupTarget": "region",
        "TagList": tag_list(call, backup.arn),
        **{
            name: settings[name]
            for name in (
                "AllocatedStorage",
                "Engine",
                "EngineVersion",
                "Iops",
                "KmsKeyId",
                "LicenseModel",
                "MasterUsername",
                "Port",
                "StorageThroughput",
                "StorageType",
            )
            if settings.get(name) is not None
        },
    }


def _instance_name(backup: Backup) -> str:
    return backup.instance_arn.rpartition(":")[2]


def _not_found(what: str | None) -> AwsError:
    return AwsError("DBInstanceAutomatedBackupNotFound", f"DBInstanceAutomatedBackup {what} not found.", 404)
