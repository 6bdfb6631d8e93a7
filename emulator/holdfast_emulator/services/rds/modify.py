"""ModifyDBInstance: what changes at once, what waits for the maintenance window, and what AWS refuses."""

from __future__ import annotations

from typing import Any

from ...engine.call import Call
from ...engine.errors import AwsError
from ...engine.registry import replaces
from . import master_password
from .backups import take_automated_snapshot
from .engines import family_of, full_version, refuse_upgrade
from .instances import place, told
from .records import (
    Instance,
    Settings,
    instance_arn,
    instance_named,
    instances,
    invalid_combination,
    new_identifier,
    require_available,
    seconds_of_changes,
)
from .settings import complete, refuse_bad_settings, refuse_password, settings_in

# Without ApplyImmediately these wait for the maintenance window, which never comes here.
# https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ModifyInstance.Settings.html
_WAITS_FOR_WINDOW = {
    "AllocatedStorage",
    "CACertificateIdentifier",
    "DBInstanceClass",
    "EnableIAMDatabaseAuthentication",
    "EngineVersion",
    "Iops",
    "MultiAZ",
    "NewDBInstanceIdentifier",
    "Port",
    "StorageThroughput",
    "StorageType",
}


@replaces("rds", "ModifyDBInstance")
def modify_db_instance(call: Call) -> Any:
    instance = instance_named(call, call.input["DBInstanceIdentifier"])
    if instance is None:
        return call.moto()
    require_available(instance)
    refuse_password(call.input)
    _refuse_of_replica(call, instance)
    wanted = _wanted(call, instance)
    password = call.input.get("MasterUserPassword") or call.input.get("RotateMasterUserPassword")
    if not settings_in(call.input) and not password and not (call.input.get("ApplyImmediately") and instance.pending):
        raise invalid_combination("No modifications were requested")
    if wanted.get("MasterUserSecretKmsKeyId") and not (instance.secret_arn or wanted.get("ManageMasterUserPassword")):
        raise invalid_combination("You can't specify MasterUserSecretKmsKeyId unless RDS manages the password.")
    _refuse_storage_change(instance, wanted)
    _refuse_version_change(call, instance, wanted)
    _refuse_backup_change(instance, wanted)
    name = wanted.get("NewDBInstanceIdentifier")
    if name and name.lower() != instance.identifier:
        wanted["NewDBInstanceIdentifier"] = new_identifier(call, name)
    else:
        wanted.pop("NewDBInstanceIdentifier", None)
    after = {**instance.settings, **instance.pending, **wanted}
    complete(call, after)
    refuse_bad_settings(call, after, wanted)
    if call.input.get("ApplyImmediately"):
        wanted, instance.pending = {**instance.pending, **wanted}, {}
    else:
        waiting = {name: value for name, value in wanted.items() if _waits(instance, name, value)}
        wanted = {name: value for name, value in wanted.items() if name not in waiting}
        instance.pending.update({n: v for n, v in waiting.items() if v != instance.settings.get(n)})
    had_backups = instance.has_backups
    _apply(call, instance, wanted)
    if instance.has_backups and not had_backups:
        take_automated_snapshot(call, instance)
    instance.password = call.input.get("MasterUserPassword") or instance.password
    answer = {"DBInstance": told(call, instance)}
    instance.occupy("modifying", lambda: seconds_of_changes(call))  # AWS answers first
    return answer


def _refuse_of_replica(call: Call, instance: Instance) -> None:
    """A replica has its source's password. RDS guide, "Working with DB instance read replicas": what is changed of one."""
    if instance.source and (call.input.get("MasterUserPassword") or call.input.get("ManageMasterUserPassword")):
        raise AwsError(
            "InvalidDBInstanceState",
            f"The master user password of the read replica {instance.identifier} can't be changed: it is its source's.",
        )


def _wanted(call: Call, instance: Instance) -> Settings:
    """The request under the names of CreateDBInstance."""
    wanted = settings_in(call.input)
    if "DBPortNumber" in wanted:
        wanted["Port"] = wanted.pop("DBPortNumber")
    exports = wanted.pop("CloudwatchLogsExportConfiguration", None)
    if exports is not None:
        logs = set(instance.settings["EnableCloudwatchLogsExports"]) | set(exports.get("EnableLogTypes") or [])
        wanted["EnableCloudwatchLogsExports"] = sorted(logs - set(exports.get("DisableLogTypes") or []))
    if "EngineVersion" in wanted:
        wanted["EngineVersion"] = _version(instance, wanted["EngineVersion"])
    if wanted.get("EngineVersion") == instance.settings["EngineVersion"]:
        del wanted["EngineVersion"]
    return wanted


def _version(instance: Instance, wanted: str) -> str:
    """A major version alone means no change as long as the instance has that one."""
    current = instance.settings["EngineVersion"]
    return current if current.startswith(f"{wanted}.") else full_version(instance.settings["Engine"], wanted)


def _waits(instance: Instance, name: str, value: Any) -> bool:
    """Turning backups on or off waits too; another number of days does not."""
    if name == "BackupRetentionPeriod":
        return bool(value) != instance.has_backups
    return name in _WAITS_FOR_WINDOW


def _refuse_storage_change(instance: Instance, wanted: Settings) -> None:
    size, current = wanted.get("AllocatedStorage"), instance.settings["AllocatedStorage"]
    if size is None or size == current:
        return
    if size < current:
        raise invalid_combination(
            f"Invalid storage size for engine name {instance.settings['Engine']} and storage type "
            f"{instance.settings['StorageType']}: {size}. Storage cannot shrink; the instance has {current} GiB."
        )
    wanted["AllocatedStorage"] = max(size, -(-current * 11 // 10))  # AWS rounds up to 10 % more


def _refuse_version_change(call: Call, instance: Instance, wanted: Settings) -> None:
    settings = instance.settings
    version = wanted.get("EngineVersion")
    if version is None:
        return
    major_allowed = bool(call.input.get("AllowMajorVersionUpgrade"))
    refuse_upgrade(settings["Engine"], settings["EngineVersion"], version, major_allowed=major_allowed)
    default = f"default.{family_of(settings['Engine'], settings['EngineVersion'])}"
    if settings["DBParameterGroupName"] == default:
        wanted.setdefault("DBParameterGroupName", f"default.{family_of(settings['Engine'], version)}")


def _refuse_backup_change(instance: Instance, wanted: Settings) -> None:
    if wanted.get("BackupRetentionPeriod") == 0 and instance.replicas:
        raise AwsError(
            "InvalidDBInstanceState",
            f"Automated backups of {instance.identifier} cannot be turned off while it has read replicas.",
        )


def _apply(call: Call, instance: Instance, wanted: Settings) -> None:
    settings = instance.settings
    if wanted.get("DBParameterGroupName", settings["DBParameterGroupName"]) != settings["DBParameterGroupName"]:
        instance.parameters_pending = "EngineVersion" not in wanted  # an upgrade reboots
    manage, key = wanted.pop("ManageMasterUserPassword", None), wanted.pop("MasterUserSecretKmsKeyId", None)
    if manage is False:
        if instance.secret_arn and "MasterUserPassword" not in call.input:
            raise invalid_combination("MasterUserPassword is required to stop managing the password.")
        master_password.forget_password(call, instance)
    elif manage or key:
        master_password.manage_password(call, instance, key)
    name = wanted.pop("NewDBInstanceIdentifier", None)
    if wanted.get("MaxAllocatedStorage") == wanted.get("AllocatedStorage", settings["AllocatedStorage"]):
        wanted.pop("MaxAllocatedStorage")  # how autoscaling is turned off
        settings.pop("MaxAllocatedStorage", None)
    if "PerformanceInsightsKMSKeyId" in wanted and settings["EnablePerformanceInsights"]:
        _refuse_new_insights_key(call, settings, wanted)
    settings.update(wanted)
    complete(call, settings)
    place(call, instance)
    if name:
        _rename(call, instance, name)


def _refuse_new_insights_key(call: Call, settings: Settings, wanted: Settings) -> None:
    if wanted["PerformanceInsightsKMSKeyId"] != settings["PerformanceInsightsKMSKeyId"]:
        raise invalid_combination("You can't change the KMS key of Performance Insights once it is enabled.")


def _rename(call: Call, instance: Instance, name: str) -> None:
    before = instance_arn(call, instance)
    del instances(call)[instance.identifier]
    instance.identifier = name
    instances(call)[name] = instance
    after = instance_arn(call, instance)
    tags = call.remembered("tags")
    tags[after] = tags.pop(before, {})
    for replica in [instance_named(call, arn) for arn in instance.replicas]:
        if replica is not None:
            replica.source = after
    source = instance_named(call, instance.source) if instance.source else None
    if source is not None:
        source.replicas[source.replicas.index(before)] = after
