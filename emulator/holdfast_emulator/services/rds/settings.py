"""The settings of an instance: AWS's defaults, and what AWS refuses. Nothing is changed here."""

from __future__ import annotations

import re
from typing import Any

from ...engine.call import Call
from ...engine.errors import AwsError
from .engines import family_of, license_of, log_types_of, port_of
from .groups import parameter_family, subnet_group
from .monitoring import may_monitor
from .records import Settings, invalid_combination, invalid_value, require_key
from .storage import GP3_STRIPE_GIB, refuse_bad_storage

# Parameters of the requests that are no settings of the instance.
_NO_SETTINGS = {
    "AllowMajorVersionUpgrade",
    "ApplyImmediately",
    "DBInstanceIdentifier",
    "DBSnapshotIdentifier",
    "DestinationRegion",
    "MasterUserPassword",
    "PreSignedUrl",
    "RestoreTime",
    "RotateMasterUserPassword",
    "SourceDBInstanceAutomatedBackupsArn",
    "SourceDBInstanceIdentifier",
    "SourceDbiResourceId",
    "SourceRegion",
    "Tags",
    "TargetDBInstanceIdentifier",
    "UseLatestRestorableTime",
}

_RESERVED_USERS = {"admin", "rdsadmin", "user", "public"}
_CERTIFICATES = ("rds-ca-rsa2048-g1", "rds-ca-rsa4096-g1", "rds-ca-ecc384-g1")
_MONITORING_INTERVALS = (0, 1, 5, 10, 15, 30, 60)
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY_MINUTES = 24 * 60
_BACKUP_WINDOWS = ("05:07-05:37", "09:11-09:41")
_MAINTENANCE_WINDOWS = ("sun:07:42-sun:08:12", "tue:11:02-tue:11:32")


def settings_in(input: dict[str, Any]) -> Settings:
    """What a request sets, without what it says about the request itself."""
    return {name: value for name, value in input.items() if name not in _NO_SETTINGS and value is not None}


def with_defaults(call: Call, wanted: Settings) -> Settings:
    """``wanted``, completed as AWS does it."""
    engine, version = wanted["Engine"], wanted["EngineVersion"]
    result = {
        "AutoMinorVersionUpgrade": True,
        "BackupRetentionPeriod": 1,
        "CACertificateIdentifier": _CERTIFICATES[0],
        "CopyTagsToSnapshot": False,
        "DBParameterGroupName": f"default.{family_of(engine, version)}",
        "DatabaseInsightsMode": "standard",
        "DedicatedLogVolume": False,
        "DeletionProtection": False,
        "EnableCloudwatchLogsExports": [],
        "EnableIAMDatabaseAuthentication": False,
        "EnablePerformanceInsights": False,
        "EngineLifecycleSupport": "open-source-rds-extended-support",
        "LicenseModel": license_of(engine),
        "MonitoringInterval": 0,
        "MultiAZ": False,
        "NetworkType": "IPV4",
        "Port": port_of(engine),
        "PubliclyAccessible": False,
        "StorageEncrypted": False,
        "StorageType": "io1" if wanted.get("Iops") else "gp2",
        **wanted,
    }
    result["StorageEncrypted"] = bool(result["StorageEncrypted"] or result.get("KmsKeyId"))
    if result["StorageEncrypted"]:
        result["KmsKeyId"] = require_key(call, result.get("KmsKeyId"))
    _add_windows(result)
    complete(call, result)
    return result


def complete(call: Call, settings: Settings) -> None:
    """Fill in what follows from other settings; after each change."""
    if settings["StorageType"] == "gp3":
        large = settings["AllocatedStorage"] >= GP3_STRIPE_GIB
        for name, small, least in (("Iops", 3000, 12000), ("StorageThroughput", 125, 500)):
            settings[name] = max(settings.get(name) or 0, least) if large else small
    if settings["EnablePerformanceInsights"]:
        settings["PerformanceInsightsKMSKeyId"] = require_key(call, settings.get("PerformanceInsightsKMSKeyId"))
        settings.setdefault("PerformanceInsightsRetentionPeriod", 7)
    else:
        settings.pop("PerformanceInsightsKMSKeyId", None)
        settings.pop("PerformanceInsightsRetentionPeriod", None)
    for name in ("PreferredBackupWindow", "PreferredMaintenanceWindow"):
        settings[name] = settings[name].lower()


def _add_windows(settings: Settings) -> None:
    backup, maintenance = settings.get("PreferredBackupWindow"), settings.get("PreferredMaintenanceWindow")
    choices = [
        (b, m)
        for b in ([backup] if backup else _BACKUP_WINDOWS)
        for m in ([maintenance] if maintenance else _MAINTENANCE_WINDOWS)
    ]
    fitting = [pair for pair in choices if not _overlap(*pair)]
    settings["PreferredBackupWindow"], settings["PreferredMaintenanceWindow"] = (fitting or choices)[0]


def refuse_password(input: dict[str, Any]) -> None:
    password = input.get("MasterUserPassword")
    if password is None:
        return
    if input.get("ManageMasterUserPassword"):
        raise invalid_combination("You can't specify MasterUserPassword and ManageMasterUserPassword together.")
    if not 8 <= len(password) <= 128 or re.search(r"[/@\" ]|[^ -~]", password):
        raise invalid_value(
            "The parameter MasterUserPassword is not a valid password. Only printable ASCII characters besides "
            "'/', '@', '\"', ' ' may be used, 8 to 128 of them."
        )


def refuse_bad_settings(call: Call, settings: Settings, asked: Settings) -> None:
    """``settings`` are those the instance would have, ``asked`` those of them that the request names."""
    _refuse_names(settings)
    refuse_bad_storage(settings, asked)
    _refuse_network(call, settings, asked)
    _refuse_parameter_group(call, settings)
    _refuse_monitoring(call, settings, asked)
    _refuse_backups(settings)
    if settings["CACertificateIdentifier"] not in _CERTIFICATES:
        raise AwsError("CertificateNotFound", f"Certificate {settings['CACertificateIdentifier']} not found.", 404)
    for log in settings["EnableCloudwatchLogsExports"]:
        if log not in log_types_of(settings["Engine"]):
            raise invalid_combination(
                f"You cannot use the log types '{log}' with engine version {settings['Engine']} "
                f"{settings['EngineVersion']}. For supported log types, see the documentation."
            )


def _refuse_names(settings: Settings) -> None:
    if not re.match(r"^db\.[a-z0-9-]+\.[a-z0-9]+$", settings["DBInstanceClass"]):
        raise invalid_value(f"Invalid DB Instance class: {settings['DBInstanceClass']}")
    user, name = settings.get("MasterUsername", ""), settings.get("DBName")
    if user.lower() in _RESERVED_USERS:
        raise invalid_value(f"MasterUsername {user} cannot be used as it is a reserved word used by the engine")
    if not re.match(r"^[a-zA-Z]\w{0,62}$", user):
        raise invalid_value("MasterUsername must begin with a letter and hold 1 to 63 letters, numbers or underscores.")
    if name and not re.match(r"^[a-zA-Z_]\w{0,62}$", name):
        raise invalid_value("DBName must begin with a letter and contain only alphanumeric characters.")


def _refuse_network(call: Call, settings: Settings, asked: Settings) -> None:
    group = subnet_group(call, settings.get("DBSubnetGroupName"))
    known = {g.id: g for groups in call.backend("ec2").groups.values() for g in groups.values()}
    for security_group in settings.get("VpcSecurityGroupIds") or []:
        if security_group not in known:
            raise invalid_value(f"Invalid security group , groupId= {security_group}, groupName=.")
        vpc = known[security_group].vpc_id
        if vpc != group["VpcId"]:
            raise invalid_combination(
                "The DB instance and EC2 security group are in different VPCs. The DB instance is in "
                f"{group['VpcId']} and the EC2 security group is in {vpc}"
            )
    zone = asked.get("AvailabilityZone")
    if zone and asked.get("MultiAZ"):
        raise invalid_combination("Requesting a specific availability zone is not valid for Multi-AZ instances.")
    zones = {subnet["SubnetAvailabilityZone"]["Name"] for subnet in group["Subnets"]}
    if zone and zone not in zones:
        raise invalid_combination(f"The DB subnet group {group['DBSubnetGroupName']} has no subnet in {zone}.")


def _refuse_parameter_group(call: Call, settings: Settings) -> None:
    family = parameter_family(call, settings["DBParameterGroupName"])
    needed = family_of(settings["Engine"], settings["EngineVersion"])
    if family != needed:
        raise invalid_combination(
            f"The parameter group {settings['DBParameterGroupName']} with DBParameterGroupFamily {family} can't be "
            f"used for this instance. Please use a parameter group with DBParameterGroupFamily {needed}"
        )


def _refuse_monitoring(call: Call, settings: Settings, asked: Settings) -> None:
    interval, role = settings["MonitoringInterval"], settings.get("MonitoringRoleArn")
    if interval not in _MONITORING_INTERVALS:
        raise invalid_value(f"Invalid monitoring interval {interval}: it must be one of {_MONITORING_INTERVALS}.")
    if interval and not role:
        raise invalid_combination(
            "A MonitoringRoleARN value is required if you specify a MonitoringInterval value other than 0."
        )
    if interval and not may_monitor(call, str(role)):
        raise invalid_value(
            "IAM role ARN value is invalid or does not include the required permissions for: ENHANCED_MONITORING"
        )
    days = settings.get("PerformanceInsightsRetentionPeriod")
    if days is not None and not (days in (7, 731) or (days % 31 == 0 and 1 <= days // 31 <= 23)):
        raise invalid_value(
            f"Invalid Performance Insights retention period {days}: it must be 7, 731 or a multiple of 31 up to 713."
        )
    if asked.get("PerformanceInsightsRetentionPeriod") and not settings["EnablePerformanceInsights"]:
        raise invalid_combination("You can't set a retention period while Performance Insights is not enabled.")
    if settings["DatabaseInsightsMode"] == "advanced" and (days or 0) < 465:
        raise invalid_combination(
            "To enable the Advanced mode of Database Insights, enable Performance Insights and set its retention "
            "period to at least 465 days."
        )


def _refuse_backups(settings: Settings) -> None:
    days = settings["BackupRetentionPeriod"]
    if not 0 <= days <= 35:
        raise invalid_value(f"Invalid backup retention period: {days}. It must be 0 to 35 days.")
    backup, maintenance = settings["PreferredBackupWindow"], settings["PreferredMaintenanceWindow"]
    for window in (_daily(backup), _weekly(maintenance)):
        if window is None or window[1] < 30:
            raise invalid_value(
                f"Invalid window in {backup}, {maintenance}: backup windows are hh24:mi-hh24:mi, maintenance windows "
                "ddd:hh24:mi-ddd:hh24:mi, both in UTC and at least 30 minutes long."
            )
    if _overlap(backup, maintenance):
        raise invalid_value("The backup window and maintenance window must not overlap.")


def _daily(window: str) -> tuple[int, int] | None:
    """The minute of the day at which the window begins, and its length in minutes."""
    found = re.match(r"^(\d\d):(\d\d)-(\d\d):(\d\d)$", window)
    if not found or max(int(found[1]), int(found[3])) > 23 or max(int(found[2]), int(found[4])) > 59:
        return None
    start, end = int(found[1]) * 60 + int(found[2]), int(found[3]) * 60 + int(found[4])
    return start, (end - start) % _DAY_MINUTES


def _weekly(window: str) -> tuple[int, int] | None:
    found = re.match(r"^([a-z]{3}):(\d\d:\d\d)-([a-z]{3}):(\d\d:\d\d)$", window.lower())
    if not found or not {found[1], found[3]} <= set(_DAYS):
        return None
    times = _daily(f"{found[2]}-{found[4]}")
    if times is None:
        return None
    start = _DAYS.index(found[1]) * _DAY_MINUTES + times[0]
    end = _DAYS.index(found[3]) * _DAY_MINUTES + (times[0] + times[1]) % _DAY_MINUTES
    return start, (end - start) % (7 * _DAY_MINUTES)


def _overlap(backup: str, maintenance: str) -> bool:
    daily, weekly = _daily(backup), _weekly(maintenance.lower())
    if daily is None or weekly is None:
        return False
    busy = {(daily[0] + minute) % _DAY_MINUTES for minute in range(daily[1])}
    return any((weekly[0] + minute) % _DAY_MINUTES in busy for minute in range(weekly[1]))
