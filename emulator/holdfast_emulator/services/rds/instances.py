"""Create, describe, stop and delete instances."""

from __future__ import annotations

from typing import Any

from ...engine.call import Call
from ...engine.errors import AwsError
from ...engine.registry import replaces
from . import master_password
from .backups import drop_backups, replications_of, take_automated_snapshot
from .engines import full_version
from .groups import subnet_group
from .records import (
    Instance,
    Settings,
    address_of,
    forget_tags,
    instance_arn,
    instance_named,
    instances,
    invalid_combination,
    matches,
    new_identifier,
    new_resource_id,
    now,
    require_available,
    seconds_of_changes,
    tag,
    tag_list,
)
from .settings import refuse_bad_settings, refuse_password, settings_in, with_defaults
from .snapshots import require_free_name, take_snapshot

# What CreateDBInstance and DescribeDBInstances call the same.
_SAME_NAMES = (
    "AllocatedStorage",
    "AutoMinorVersionUpgrade",
    "BackupRetentionPeriod",
    "CACertificateIdentifier",
    "CopyTagsToSnapshot",
    "DBInstanceClass",
    "DBName",
    "DatabaseInsightsMode",
    "DedicatedLogVolume",
    "DeletionProtection",
    "Engine",
    "EngineLifecycleSupport",
    "EngineVersion",
    "Iops",
    "KmsKeyId",
    "LicenseModel",
    "MasterUsername",
    "MaxAllocatedStorage",
    "MonitoringInterval",
    "MonitoringRoleArn",
    "MultiAZ",
    "NetworkType",
    "PerformanceInsightsKMSKeyId",
    "PerformanceInsightsRetentionPeriod",
    "PreferredBackupWindow",
    "PreferredMaintenanceWindow",
    "PubliclyAccessible",
    "ReplicaMode",
    "StorageEncrypted",
    "StorageThroughput",
    "StorageType",
)
# And what not, in DescribeDBInstances and its pending values.
OTHER_NAMES = {
    "EnableIAMDatabaseAuthentication": "IAMDatabaseAuthenticationEnabled",
    "EnablePerformanceInsights": "PerformanceInsightsEnabled",
    "EnableCloudwatchLogsExports": "EnabledCloudwatchLogsExports",
}


def create(call: Call, identifier: str, wanted: Settings, **more: Any) -> Instance:
    """Keep a new instance; ``wanted`` must name engine, version, class and storage."""
    settings = with_defaults(call, wanted)
    refuse_bad_settings(call, settings, wanted)
    instance = Instance(new_identifier(call, identifier), call.region, settings, new_resource_id(), now(), **more)
    place(call, instance)
    if wanted.get("ManageMasterUserPassword"):
        master_password.manage_password(call, instance, wanted.get("MasterUserSecretKmsKeyId"))
    instances(call)[instance.identifier] = instance
    tag(call, instance_arn(call, instance), call.input.get("Tags"))
    instance.occupy("creating", lambda: seconds_of_changes(call))
    return instance


def place(call: Call, instance: Instance) -> None:
    """Choose the subnets of the instance: one, or two in different zones."""
    settings = instance.settings
    group = subnet_group(call, settings.get("DBSubnetGroupName"))
    if settings.get("DBSubnetGroupName"):
        settings["DBSubnetGroupName"] = group["DBSubnetGroupName"]
    by_zone: dict[str, str] = {}
    for subnet in group["Subnets"]:
        by_zone.setdefault(subnet["SubnetAvailabilityZone"]["Name"], subnet["SubnetIdentifier"])
    home = settings.get("AvailabilityZone")
    if home not in by_zone:
        home = next(iter(by_zone), f"{call.region}a")
    others = [zone for zone in by_zone if zone != home]
    settings["AvailabilityZone"] = home
    settings.pop("SecondaryAvailabilityZone", None)
    if settings["MultiAZ"] and others:
        settings["SecondaryAvailabilityZone"] = others[0]
    zones = [home, *(others[:1] if settings["MultiAZ"] else [])]
    instance.subnets = [by_zone[zone] for zone in zones if zone in by_zone]


@replaces("rds", "CreateDBInstance")
def create_db_instance(call: Call) -> Any:
    wanted = settings_in(call.input)
    if wanted.get("DBClusterIdentifier"):
        return _create_in_cluster(call)
    refuse_password(call.input)
    for name in ("MasterUsername", "AllocatedStorage"):
        if not wanted.get(name):
            raise invalid_combination(f"The parameter {name} must be provided and must not be blank.")
    if not call.input.get("MasterUserPassword") and not wanted.get("ManageMasterUserPassword"):
        raise invalid_combination("The parameter MasterUserPassword must be provided and must not be blank.")
    wanted["EngineVersion"] = full_version(wanted["Engine"], wanted.get("EngineVersion"))
    instance = create(call, call.input["DBInstanceIdentifier"], wanted)
    instance.password = call.input.get("MasterUserPassword")
    if instance.has_backups:
        take_automated_snapshot(call, instance)
    return {"DBInstance": told(call, instance)}


def _create_in_cluster(call: Call) -> Any:
    """moto's instances all have one resource id, by which Terraform reads them."""
    output = call.moto()
    instance = call.backend().databases[output["DBInstance"]["DBInstanceIdentifier"]]
    instance.dbi_resource_id = output["DBInstance"]["DbiResourceId"] = new_resource_id()
    return output


@replaces("rds", "DescribeDBInstances")
def describe_db_instances(call: Call) -> Any:
    wanted = call.input.get("DBInstanceIdentifier")
    if wanted:
        instance = instance_named(call, wanted)
        if instance is None or instance.region != call.region:
            return call.moto()
        return {"DBInstances": [told(call, instance)]}
    found = [told(call, i) for i in instances(call).values() if matches(_filtered(call, i), call.input.get("Filters"))]
    return {"DBInstances": [*found, *call.moto().get("DBInstances", [])]}


def _filtered(call: Call, instance: Instance) -> dict[str, list[str]]:
    return {
        "db-cluster-id": [],
        "db-instance-id": [instance.identifier, instance_arn(call, instance)],
        "dbi-resource-id": [instance.resource_id],
        "domain": [],
        "engine": [instance.settings["Engine"]],
    }


@replaces("rds", "DeleteDBInstance")
def delete_db_instance(call: Call) -> Any:
    instance = instance_named(call, call.input["DBInstanceIdentifier"])
    if instance is None:
        return call.moto()
    if instance.settings["DeletionProtection"]:
        raise invalid_combination(
            "Cannot delete protected DB Instance, please disable deletion protection and try again."
        )
    final = call.input.get("FinalDBSnapshotIdentifier")
    if call.input.get("SkipFinalSnapshot"):
        if final:
            raise invalid_combination("FinalDBSnapshotIdentifier can not be specified together with SkipFinalSnapshot.")
    elif instance.source:
        raise invalid_combination("A final snapshot cannot be made of a read replica; set SkipFinalSnapshot.")
    elif not final:
        raise invalid_combination("FinalDBSnapshotIdentifier is required unless SkipFinalSnapshot is specified.")
    else:
        require_free_name(call, final)
        take_snapshot(call, instance, final, "manual")
    drop_backups(call, instance, retain=call.input.get("DeleteAutomatedBackups") is False)
    last_words = {**told(call, instance), "DBInstanceStatus": "deleting"}
    release(call, instance)
    for replica in [instance_named(call, arn) for arn in instance.replicas]:
        if replica is not None:  # AWS promotes them
            replica.source, replica.rows = None, replica.rows.until(now())
    master_password.forget_password(call, instance)
    del instances(call)[instance.identifier]
    forget_tags(call, instance_arn(call, instance))
    for targets in call.remembered("proxy targets").values():
        targets.pop(instance.identifier, None)
    return {"DBInstance": last_words}


def release(call: Call, instance: Instance) -> None:
    """Stop being the replica of another instance."""
    source = instance_named(call, instance.source) if instance.source else None
    if source is not None:
        source.replicas.remove(instance_arn(call, instance))
        instance.rows = instance.rows.until(now())  # its own from now on
    instance.source = None


@replaces("rds", "RebootDBInstance")
def reboot_db_instance(call: Call) -> Any:
    instance = instance_named(call, call.input["DBInstanceIdentifier"])
    if instance is None:
        return call.moto()
    require_available(instance)
    if call.input.get("ForceFailover") and not instance.settings["MultiAZ"]:
        raise invalid_combination("Cannot force failover when the instance is not configured for MultiAZ.")
    instance.parameters_pending = False
    return {"DBInstance": {**told(call, instance), "DBInstanceStatus": "rebooting"}}


@replaces("rds", "StopDBInstance", "StartDBInstance")
def stop_or_start(call: Call) -> Any:
    instance = instance_named(call, call.input["DBInstanceIdentifier"])
    if instance is None:
        return call.moto()
    stop = call.operation == "StopDBInstance"
    if instance.status != ("available" if stop else "stopped") or (stop and (instance.source or instance.replicas)):
        raise AwsError(
            "InvalidDBInstanceState",
            f"Instance {instance.identifier} cannot be {'stopped' if stop else 'started'}: it is {instance.status}, or "
            "has read replicas, or is one.",
        )
    instance.stopped = stop
    return {"DBInstance": told(call, instance)}


def told(call: Call, instance: Instance) -> dict[str, Any]:
    """The instance as DescribeDBInstances tells it."""
    settings, arn = instance.settings, instance_arn(call, instance)
    group = settings["DBParameterGroupName"]
    result = {name: settings[name] for name in _SAME_NAMES if settings.get(name) is not None}
    result.update({theirs: settings[ours] for ours, theirs in OTHER_NAMES.items()})
    result.update(
        DBInstanceIdentifier=instance.identifier,
        DBInstanceArn=arn,
        DbiResourceId=instance.resource_id,
        DBInstanceStatus=instance.status,
        InstanceCreateTime=instance.created,
        AvailabilityZone=settings["AvailabilityZone"],
        SecondaryAvailabilityZone=settings.get("SecondaryAvailabilityZone"),
        Endpoint={"Address": address_of(instance), "Port": settings["Port"], "HostedZoneId": "Z2R2ITUGPM61AM"},
        DbInstancePort=0,
        BackupTarget="region",
        CertificateDetails={"CAIdentifier": settings["CACertificateIdentifier"]},
        DBParameterGroups=[
            {
                "DBParameterGroupName": group,
                "ParameterApplyStatus": "pending-reboot" if instance.parameters_pending else "in-sync",
            }
        ],
        DBSubnetGroup=subnet_group(call, settings.get("DBSubnetGroupName")),
        DBSecurityGroups=[],
        OptionGroupMemberships=[{"OptionGroupName": _option_group(settings), "Status": "in-sync"}],
        VpcSecurityGroups=[
            {"VpcSecurityGroupId": group, "Status": "active"} for group in settings.get("VpcSecurityGroupIds") or []
        ],
        PendingModifiedValues={
            "DBInstanceIdentifier": instance.pending.get("NewDBInstanceIdentifier"),
            **{OTHER_NAMES.get(name, name): value for name, value in instance.pending.items()},
        },
        TagList=tag_list(call, arn),
        ReadReplicaDBInstanceIdentifiers=[_seen_from(instance, replica) for replica in instance.replicas],
        ReadReplicaSourceDBInstanceIdentifier=_seen_from(instance, instance.source) if instance.source else None,
        DBInstanceAutomatedBackupsReplications=replications_of(call, instance),
        MasterUserSecret=master_password.told_secret(call, instance),
        CustomerOwnedIpEnabled=False,
        ActivityStreamStatus="stopped",
        AssociatedRoles=[],
        DomainMemberships=[],
        MultiTenant=False,
    )
    if instance.source:
        result["StatusInfos"] = [{"StatusType": "read replication", "Status": "replicating", "Normal": True}]
    if instance.has_backups:
        result["LatestRestorableTime"] = now()
    if settings["MonitoringInterval"]:
        result["EnhancedMonitoringResourceArn"] = call.arn(
            "logs", f"log-group:RDSOSMetrics:log-stream:{instance.resource_id}"
        )
    return {name: value for name, value in result.items() if value is not None}


def _seen_from(instance: Instance, other: str) -> str:
    """An instance of the same region is told by its identifier, one of another region by its ARN."""
    return other.rpartition(":")[2] if other.split(":")[3] == instance.region else other


def _option_group(settings: Settings) -> str:
    engine, version = settings["Engine"], settings["EngineVersion"]
    return settings.get("OptionGroupName") or f"default:{engine}-{version.split('.')[0]}"
