"""RDS: instances, their copies, proxies."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ..need import Need
from .encryption import through
from .inputs import texts
from .state import database, database_copy, partition, proxy_arns
from .table import Table

if TYPE_CHECKING:
    from ...engine.call import Call

_MAKE_INSTANCE = (
    *("CreateDBInstance", "CreateDBInstanceReadReplica", "RestoreDBInstanceFromDBSnapshot"),
    *("RestoreDBInstanceToPointInTime", "RestoreDBInstanceFromS3"),
)
_MAKE_INSTANCE_OR_CHANGE = (*_MAKE_INSTANCE, "ModifyDBInstance")
_MONITORED = {"MonitoringRoleArn": "monitoring.rds.amazonaws.com", "DomainIAMRoleName": "rds.amazonaws.com"}


def _any(*members: str) -> Any:
    """Members, and the ARN that operations on tags name."""
    return (*members, "ResourceName", "ResourceIdentifier")


def _source(call: Call) -> Mapping[str, Any]:
    """The settings that a restore or a replica starts from; empty when they are not known here."""
    copies = texts(call.input, "DBSnapshotIdentifier", "SourceDBInstanceAutomatedBackupsArn")
    if copies:
        return database_copy(call, copies[0])
    source = call.input.get("SourceDBInstanceIdentifier") or call.input.get("SourceDbiResourceId")
    return database(call, str(source)) if source else {}


def _engine(call: Call) -> tuple[str, str] | None:
    """Engine and major version of the instance that a request is about."""
    source = {} if call.operation == "CreateDBInstance" else _source(call)
    engine = call.input.get("Engine") or source.get("Engine")
    version = source.get("EngineVersion") or call.input.get("EngineVersion")
    if not engine or not version:
        return None
    parts = str(version or "").split(".")
    return str(engine), parts[0] if "postgres" in engine else ".".join(parts[:2])


def _option_groups(call: Call) -> list[str]:
    """RDS guide, "Identity-based policy examples": an instance needs its groups, ``default:postgres-17`` too."""
    given = texts(call.input, *_any("OptionGroupName", "SourceOptionGroupIdentifier", "TargetOptionGroupIdentifier"))
    engine = _engine(call) if call.operation in _MAKE_INSTANCE and "OptionGroupName" not in call.input else None
    return [*given, *([f"default:{engine[0]}-{engine[1].replace('.', '-')}"] if engine else [])]


def _parameter_groups(call: Call) -> list[str]:
    members = ("DBParameterGroupName", "SourceDBParameterGroupIdentifier", "TargetDBParameterGroupIdentifier")
    given = texts(call.input, *_any(*members))
    engine = _engine(call) if call.operation in _MAKE_INSTANCE and "DBParameterGroupName" not in call.input else None
    return [*given, *([f"default.{engine[0]}{engine[1]}"] if engine else [])]


RDS = Table(
    "rds",
    names={
        "auto-backup": _any("DBInstanceAutomatedBackupsArn", "SourceDBInstanceAutomatedBackupsArn"),
        "cluster": _any("DBClusterIdentifier", "SourceDBClusterIdentifier"),
        "cluster-pg": _any("DBClusterParameterGroupName"),
        "cluster-snapshot": _any("DBClusterSnapshotIdentifier"),
        "db": _any(
            *("DBInstanceIdentifier", "TargetDBInstanceIdentifier", "SourceDBInstanceIdentifier"),
            *("SourceDBInstanceArn", "DBInstanceIdentifiers"),
        ),
        "es": _any("SubscriptionName"),
        "og": _option_groups,
        "pg": _parameter_groups,
        "proxy": lambda call: _proxies(call),
        "proxy-endpoint": _any("DBProxyEndpointName"),
        "secgrp": _any("DBSecurityGroupName"),
        "snapshot": _any(
            *("DBSnapshotIdentifier", "TargetDBSnapshotIdentifier", "SourceDBSnapshotIdentifier"),
            "FinalDBSnapshotIdentifier",
        ),
        "subgrp": _any("DBSubnetGroupName"),
        "target-group": lambda call: _target_groups(call),
    },
    keys={
        "rds:DatabaseClass": ("DBInstanceClass",),
        "rds:DatabaseEngine": ("Engine",),
        "rds:DatabaseName": ("DBName",),
        "rds:ManageMasterUserPassword": ("ManageMasterUserPassword",),
        "rds:MultiAz": ("MultiAZ",),
        "rds:PubliclyAccessible": ("PubliclyAccessible",),
        "rds:StorageEncrypted": ("StorageEncrypted",),
        "rds:StorageSize": ("AllocatedStorage",),
    },
    tagged_by="AddTagsToResource",
    made={**dict.fromkeys(_MAKE_INSTANCE, "db"), "CopyDBSnapshot": "snapshot", "CreateDBSnapshot": "snapshot"},
    passes={
        **{operation: _MONITORED for operation in _MAKE_INSTANCE_OR_CHANGE},
        "AddRoleToDBInstance": {"RoleArn": "rds.amazonaws.com"},
        "RemoveRoleFromDBInstance": {"RoleArn": "rds.amazonaws.com"},
        "CreateDBProxy": {"RoleArn": "rds.amazonaws.com"},
        "ModifyDBProxy": {"RoleArn": "rds.amazonaws.com"},
        "StartExportTask": {"IamRoleArn": "export.rds.amazonaws.com"},
    },
    # Databases of tenants and custom engines (Oracle) are none that the emulator makes.
    excused=("rds:CreateTenantDatabase", "rds:DeleteTenantDatabase", "rds:CopyCustomDBEngineVersion"),
)


def _proxies(call: Call) -> list[str]:
    """ARNs of proxies bear an id; requests name them. One that is still to be made has none."""
    known = [proxy_arns(call, name) for name in texts(call.input, "DBProxyName")]
    return [arns[0] for arns in known if arns] + texts(call.input, "ResourceName")


def _target_groups(call: Call) -> list[str]:
    known = [proxy_arns(call, name) for name in texts(call.input, "DBProxyName")]
    return [arns[1] for arns in known if arns] + texts(call.input, "ResourceName")


@RDS.adds(*_MAKE_INSTANCE_OR_CHANGE)
def instance_keys(call: Call) -> list[Need]:
    """The reference's dependents on KMS, for the keys that the request names; RDS guide, "Encrypting Amazon RDS
    resources" and "Performance Insights policies"."""
    needs = []
    for member in ("KmsKeyId", "PerformanceInsightsKMSKeyId"):
        needs += through(
            call, call.input.get(member), "rds", ("DescribeKey", "CreateGrant", "GenerateDataKey", "Decrypt")
        )
    return needs


@RDS.adds("CreateDBInstance", "ModifyDBInstance", "RestoreDBInstanceFromDBSnapshot", "RestoreDBInstanceToPointInTime")
def managed_password(call: Call) -> list[Need]:
    """RDS guide, "Permissions required for Secrets Manager integration"."""
    if not call.input.get("ManageMasterUserPassword"):
        return []
    secret = f"arn:{partition(call)}:secretsmanager:{call.region}:{call.account}:secret:rds!db-*"
    needs = [Need("secretsmanager:CreateSecret", secret), Need("secretsmanager:TagResource", secret)]
    key = call.input.get("MasterUserSecretKmsKeyId")
    return needs + through(call, key, "secretsmanager", ("DescribeKey", "CreateGrant", "GenerateDataKey", "Decrypt"))


@RDS.adds("ModifyDBInstance")
def rotated_password(call: Call) -> list[Need]:
    """RDS guide, "Rotating the master user password secret"."""
    secret = f"arn:{partition(call)}:secretsmanager:{call.region}:{call.account}:secret:rds!db-*"
    return [Need("secretsmanager:RotateSecret", secret)] if call.input.get("RotateMasterUserPassword") else []


@RDS.adds("CopyDBSnapshot", "StartDBInstanceAutomatedBackupsReplication", "CreateDBInstanceReadReplica")
def copy_keys(call: Call) -> list[Need]:
    """RDS guide, "Copying a DB snapshot": a copy is encrypted with a key of the region that it goes to."""
    return through(call, call.input.get("KmsKeyId"), "rds", ("DescribeKey", "CreateGrant"))


@RDS.adds("DeleteDBInstance", "StopDBInstance")
def last_snapshot(call: Call) -> list[Need]:
    """The reference's dependent rds:CreateDBSnapshot, when a snapshot is wanted."""
    name = call.input.get("FinalDBSnapshotIdentifier") or call.input.get("DBSnapshotIdentifier")
    if not name:
        return []
    instance = RDS.arn(call, "db", call.input.get("DBInstanceIdentifier"))
    return [RDS.need(call, "CreateDBSnapshot", arn) for arn in (instance, RDS.arn(call, "snapshot", name))]
