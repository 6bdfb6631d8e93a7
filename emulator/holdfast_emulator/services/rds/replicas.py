"""Read replicas, in the region of their source and in others, and their promotion."""

from __future__ import annotations

from typing import Any

from ...engine.call import Call
from ...engine.errors import AwsError
from ...engine.registry import replaces
from .backups import take_automated_snapshot
from .instances import create, release, told
from .records import instance_arn, instance_named, invalid_combination, require_available, require_instance, require_key
from .restore import inherited
from .settings import settings_in
from .snapshots import kept_settings

_MOST_REPLICAS = 15


@replaces("rds", "CreateDBInstanceReadReplica")
def create_read_replica(call: Call) -> Any:
    source = instance_named(call, call.input["SourceDBInstanceIdentifier"])
    if source is None:
        return call.moto()
    require_available(source)
    if not source.has_backups:
        raise AwsError(
            "InvalidDBInstanceState",
            "Automated backups are not enabled for this database instance. To enable automated backups, use "
            "ModifyDBInstance to set the backup retention period to a non-zero value.",
        )
    if source.secret_arn:
        raise invalid_combination(
            f"A read replica of {source.identifier} can't be created: RDS manages its master user password in Secrets "
            "Manager."
        )
    if len(source.replicas) >= _MOST_REPLICAS:
        raise AwsError("InstanceQuotaExceeded", f"{source.identifier} has {_MOST_REPLICAS} read replicas already.")
    asked, kept = settings_in(call.input), kept_settings(source)
    elsewhere = source.region != call.region
    key = asked.get("KmsKeyId")
    if key and not source.settings["StorageEncrypted"]:
        raise invalid_combination("You can't create an encrypted read replica of an instance that is not encrypted.")
    if source.settings["StorageEncrypted"]:
        if elsewhere and not key:
            raise invalid_combination(f"An encrypted read replica in another region needs a KmsKeyId of {call.region}.")
        kept["KmsKeyId"] = require_key(call, key) if key else source.settings["KmsKeyId"]
        asked.pop("KmsKeyId", None)
    if not elsewhere:
        for name in ("DBParameterGroupName", "DBSubnetGroupName", "VpcSecurityGroupIds"):
            if source.settings.get(name):
                kept[name] = source.settings[name]
    kept["BackupRetentionPeriod"] = 0
    replica = create(
        call,
        call.input["DBInstanceIdentifier"],
        {**inherited(kept, asked), **asked},
        source=instance_arn(call, source),
        rows=source.rows,
    )
    source.replicas.append(instance_arn(call, replica))
    return {"DBInstance": told(call, replica)}


@replaces("rds", "PromoteReadReplica")
def promote_read_replica(call: Call) -> Any:
    replica = require_instance(call, call.input["DBInstanceIdentifier"])
    require_available(replica)
    if not replica.source:
        raise AwsError("InvalidDBInstanceState", f"{replica.identifier} is not a read replica.")
    release(call, replica)
    replica.settings["BackupRetentionPeriod"] = call.input.get("BackupRetentionPeriod", 1)
    if call.input.get("PreferredBackupWindow"):
        replica.settings["PreferredBackupWindow"] = call.input["PreferredBackupWindow"]
    if replica.has_backups:
        take_automated_snapshot(call, replica)
    return {"DBInstance": told(call, replica)}
