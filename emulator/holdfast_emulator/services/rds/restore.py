"""New instances out of a snapshot or out of automated backups."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from ...engine.call import Call
from ...engine.errors import AwsError
from ...engine.registry import replaces
from .backups import Backup, backup_of, kept_backups, take_automated_snapshot, window_of
from .engines import full_version
from .instances import create, told
from .records import Settings, instances, invalid_combination, invalid_value, require_available, require_key
from .rows import Rows
from .settings import GP3_STRIPE_GIB, settings_in
from .snapshots import require_ready, snapshot_named

# A restored instance with automated backups makes a first one at once, and is in "backing-up" meanwhile. AWS takes up
# to hours for it.
BASELINE_BACKUP_SECONDS = 20.0

# What a backup or a source knows, and what is yet as for a new instance unless the request says otherwise.
_LEFT_BEHIND = ("AutoMinorVersionUpgrade", "CopyTagsToSnapshot", "EnableIAMDatabaseAuthentication")

# What a request cannot change: it is what the data was written with.
_FIXED = ("MasterUsername", "StorageEncrypted", "KmsKeyId")


@replaces("rds", "RestoreDBInstanceFromDBSnapshot")
def restore_from_snapshot(call: Call) -> Any:
    snapshot = snapshot_named(call, call.input["DBSnapshotIdentifier"])
    require_ready(call, snapshot)
    rows = snapshot["rows"].until(snapshot["OriginalSnapshotCreateTime"])
    return _restore(call, call.input["DBInstanceIdentifier"], snapshot["settings"], rows)


@replaces("rds", "RestoreDBInstanceToPointInTime")
def restore_to_point_in_time(call: Call) -> Any:
    backup = _source(call)
    rows = backup.rows.until(_time(call, backup))
    return _restore(call, call.input["TargetDBInstanceIdentifier"], backup.settings, rows)


def _source(call: Call) -> Backup:
    arn = call.input.get("SourceDBInstanceAutomatedBackupsArn")
    name, resource = call.input.get("SourceDBInstanceIdentifier"), call.input.get("SourceDbiResourceId")
    if len([given for given in (arn, name, resource) if given]) != 1:
        raise invalid_combination(
            "Give one of SourceDBInstanceIdentifier, SourceDbiResourceId and SourceDBInstanceAutomatedBackupsArn."
        )
    living = [i for i in instances(call).values() if name in (i.identifier, None)]
    for instance in living:
        backup = backup_of(call, instance)
        if name or arn == backup.arn or resource == backup.resource_id:
            if not instance.has_backups:
                raise AwsError("PointInTimeRestoreNotEnabled", f"{instance.identifier} has no automated backups.")
            require_available(instance)
            return backup
    for backup in kept_backups(call).values():
        if arn == backup.arn or resource == backup.resource_id:
            return backup
    if arn:
        raise AwsError("DBInstanceAutomatedBackupNotFound", f"DBInstanceAutomatedBackup {arn} not found.", 404)
    raise AwsError("DBInstanceNotFound", f"DBInstance {name or resource} not found.", 404)


def _time(call: Call, backup: Backup) -> datetime:
    """The time that is asked for, which must be in the backup's window."""
    wanted: datetime | None = call.input.get("RestoreTime")
    if bool(wanted) == bool(call.input.get("UseLatestRestorableTime")):
        raise invalid_combination("Give either RestoreTime or UseLatestRestorableTime.")
    earliest, latest = window_of(call, backup)
    if wanted is not None and not earliest.replace(microsecond=0) <= wanted <= latest:
        raise invalid_value(
            f"The specified instance cannot be restored to {wanted.isoformat()}: the restorable time is "
            f"{earliest.isoformat()} to {latest.isoformat()}."
        )
    return wanted or latest


def _restore(call: Call, identifier: str, kept: Settings, rows: Rows) -> Any:
    """What the data brings along, and what the request says. Networks, groups and protections do not come along."""
    asked = settings_in(call.input)
    for name in ("Engine", *_FIXED):
        if name in asked and name in kept and asked[name] != kept[name]:
            raise invalid_combination(f"{name} is {kept[name]} in the backup and cannot become {asked[name]}.")
    if kept["StorageEncrypted"]:
        require_key(call, kept.get("KmsKeyId"))  # a key that is disabled, or about to be deleted, decrypts nothing
    if "EngineVersion" in asked:
        asked["EngineVersion"] = full_version(kept["Engine"], asked["EngineVersion"])
    size = asked.get("AllocatedStorage", kept["AllocatedStorage"])
    if size < kept["AllocatedStorage"]:
        raise invalid_combination(
            f"The allocated storage of {size} GiB is less than the {kept['AllocatedStorage']} GiB of the backup."
        )
    instance = create(call, identifier, {**inherited(kept, asked), **asked}, rows=rows)
    if instance.has_backups:
        take_automated_snapshot(call, instance)
        seconds = BASELINE_BACKUP_SECONDS
        instance.occupy("backing-up", lambda: seconds)
    return {"DBInstance": told(call, instance)}


def inherited(kept: Settings, asked: Settings) -> Settings:
    """Operations per second come along only where they can be chosen: not to other storage, nor with a small gp3."""
    kind = asked.get("StorageType", kept["StorageType"])
    chosen = kind == kept["StorageType"] and not (kind == "gp3" and kept["AllocatedStorage"] < GP3_STRIPE_GIB)
    left = (*_LEFT_BEHIND, *(() if chosen else ("Iops", "StorageThroughput")))
    return {name: value for name, value in kept.items() if name not in left}
