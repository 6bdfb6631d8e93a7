"""RDS and ElastiCache."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ..need import Need
from .encryption import through
from .inputs import texts
from .state import database, database_copy, proxy_arns
from .table import Table, any_of

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
    """RDS guide, "Identity-based policy examples": who makes an instance needs its groups, also ``default:postgres-17``."""
    given = texts(call.input, *_any("OptionGroupName", "SourceOptionGroupIdentifier", "TargetOptionGroupIdentifier"))
    engine = _engine(call) if call.operation in _MAKE_INSTANCE and "OptionGroupName" not in call.input else None
    return [*given, *([f"default:{engine[0]}-{engine[1].replace('.', '-')}"] if engine else [])]


def _parameter_groups(call: Call) -> list[str]:
    members = ("DBParameterGroupName", "SourceDBParameterGroupIdentifier", "TargetDBParameterGroupIdentifier")
    given = texts(call.input, *_any(*members))
    engine = _engine(call) if call.operation in _MAKE_INSTANCE and "DBParameterGroupName" not in call.input else None
    return [*given, *([f"default.{engine[0]}{engine[1]}"] if engine else [])]


def _new_instance(call: Call) -> str | None:
    return call.input.get("TargetDBInstanceIdentifier") or call.input.get("DBInstanceIdentifier")


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
            *("DBSnapshotIdentifier", "SourceDBSnapshotIdentifier", "TargetDBSnapshotIdentifier"),
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
    made={
        **{operation: lambda call: [RDS.arn(call, "db", _new_instance(call))] for operation in _MAKE_INSTANCE},
        "CopyDBSnapshot": lambda call: [RDS.arn(call, "snapshot", call.input.get("TargetDBSnapshotIdentifier"))],
        "CreateDBSnapshot": lambda call: [RDS.arn(call, "snapshot", call.input.get("DBSnapshotIdentifier"))],
    },
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
        needs += through(call, call.input.get(member), "rds", ("DescribeKey", "CreateGrant", "GenerateDataKey", "Decrypt"))
    return needs


@RDS.adds("CreateDBInstance", "ModifyDBInstance", "RestoreDBInstanceFromDBSnapshot", "RestoreDBInstanceToPointInTime")
def managed_password(call: Call) -> list[Need]:
    """RDS guide, "Permissions required for Secrets Manager integration"."""
    if not call.input.get("ManageMasterUserPassword"):
        return []
    secret = f"arn:{RDS.arn(call, 'db', 'x').split(':')[1]}:secretsmanager:{call.region}:{call.account}:secret:rds!db-*"
    needs = [Need("secretsmanager:CreateSecret", secret), Need("secretsmanager:TagResource", secret)]
    key = call.input.get("MasterUserSecretKmsKeyId")
    return needs + through(
        call, key, "secretsmanager", ("DescribeKey", "CreateGrant", "GenerateDataKey", "Decrypt")
    )


@RDS.adds("ModifyDBInstance")
def rotated_password(call: Call) -> list[Need]:
    """RDS guide, "Rotating the master user password secret"."""
    secret = f"arn:{RDS.arn(call, 'db', 'x').split(':')[1]}:secretsmanager:{call.region}:{call.account}:secret:rds!db-*"
    return [Need("secretsmanager:RotateSecret", secret)] if call.input.get("RotateMasterUserPassword") else []


@RDS.adds("CopyDBSnapshot", "StartDBInstanceAutomatedBackupsReplication", "CreateDBInstanceReadReplica")
def copy_keys(call: Call) -> list[Need]:
    """RDS guide, "Copying a DB snapshot": a copy under a key of its own is encrypted with it, in the region it goes to."""
    return through(call, call.input.get("KmsKeyId"), "rds", ("DescribeKey", "CreateGrant"))


@RDS.adds("DeleteDBInstance")
def final_snapshot(call: Call) -> list[Need]:
    """The reference's dependent rds:CreateDBSnapshot, when a final snapshot is wanted."""
    name = call.input.get("FinalDBSnapshotIdentifier")
    if not name:
        return []
    instance = RDS.arn(call, "db", call.input.get("DBInstanceIdentifier"))
    return [RDS.need(call, "CreateDBSnapshot", arn) for arn in (instance, RDS.arn(call, "snapshot", name))]


def _default_parameter_group(call: Call) -> list[str]:
    given = texts(call.input, "CacheParameterGroupName", "ResourceName")
    if given or call.operation not in ("CreateReplicationGroup", "CreateCacheCluster"):
        return given
    engine = str(call.input.get("Engine") or "redis")
    major = re.match(r"\d+", str(call.input.get("EngineVersion") or "7"))
    return [f"default.{engine}{major[0] if major else ''}"]


def _clusters(call: Call) -> list[str]:
    return texts(call.input, "CacheClusterId", "PrimaryClusterId", "ResourceName")


ELASTICACHE = Table(
    "elasticache",
    names={
        "cluster": _clusters,
        "globalreplicationgroup": ("GlobalReplicationGroupId", "ResourceName"),
        "parametergroup": _default_parameter_group,
        "replicationgroup": ("ReplicationGroupId", "ResourceName"),
        "securitygroup": ("CacheSecurityGroupName", "ResourceName"),
        "serverlesscache": ("ServerlessCacheName", "ResourceName"),
        "serverlesscachesnapshot": ("ServerlessCacheSnapshotName", "SnapshotArnsToRestore", "ResourceName"),
        "snapshot": ("SnapshotName", "SourceSnapshotName", "TargetSnapshotName", "ResourceName"),
        "subnetgroup": ("CacheSubnetGroupName", "ResourceName"),
        "user": ("UserId", "UserIds", "UserIdsToAdd", "UserIdsToRemove", "ResourceName"),
        "usergroup": ("UserGroupId", "UserGroupIds", "UserGroupIdsToAdd", "UserGroupIdsToRemove", "ResourceName"),
    },
    keys={
        "elasticache:AtRestEncryptionEnabled": ("AtRestEncryptionEnabled",),
        "elasticache:AutomaticFailoverEnabled": ("AutomaticFailoverEnabled",),
        "elasticache:CacheNodeType": ("CacheNodeType",),
        "elasticache:CacheParameterGroupName": ("CacheParameterGroupName",),
        "elasticache:EngineType": ("Engine",),
        "elasticache:EngineVersion": ("EngineVersion",),
        "elasticache:KmsKeyId": ("KmsKeyId",),
        "elasticache:MultiAZEnabled": ("MultiAZEnabled",),
        "elasticache:NumNodeGroups": ("NumNodeGroups",),
        "elasticache:ReplicasPerNodeGroup": ("ReplicasPerNodeGroup",),
        "elasticache:SnapshotRetentionLimit": ("SnapshotRetentionLimit",),
        "elasticache:TransitEncryptionEnabled": ("TransitEncryptionEnabled",),
        "elasticache:UserAuthenticationMode": ("AuthenticationMode.Type",),
    },
    tagged_by="AddTagsToResource",
    made={
        "CreateCacheCluster": lambda call: [ELASTICACHE.arn(call, "cluster", call.input["CacheClusterId"])],
        "CreateReplicationGroup": lambda call: [ELASTICACHE.arn(call, "replicationgroup", call.input["ReplicationGroupId"])],
        "CreateServerlessCache": lambda call: [ELASTICACHE.arn(call, "serverlesscache", call.input["ServerlessCacheName"])],
        "CreateUserGroup": lambda call: [ELASTICACHE.arn(call, "usergroup", call.input["UserGroupId"])],
        "CreateSnapshot": lambda call: [ELASTICACHE.arn(call, "snapshot", call.input["SnapshotName"])],
        "CopySnapshot": lambda call: [ELASTICACHE.arn(call, "snapshot", call.input["TargetSnapshotName"])],
    },
    # The service-linked role makes and takes away the interfaces: AWS's own policy AmazonElastiCacheFullAccess does
    # without these two, and ElastiCacheServiceRolePolicy has them.
    excused=("ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface"),
)
_SURROUNDINGS = ("ec2:DescribeNetworkInterfaces", "ec2:DescribeSubnets", "ec2:DescribeVpcs")
# ElastiCache guide, "Logging destinations": "You must have the following permissions".
_LOG_DELIVERY = (
    *("CreateLogDelivery", "DeleteLogDelivery", "DescribeLogGroups", "DescribeResourcePolicies"),
    *("GetLogDelivery", "ListLogDeliveries", "PutResourcePolicy", "UpdateLogDelivery"),
)


@ELASTICACHE.adds(
    *("CreateReplicationGroup", "CreateCacheCluster", "ModifyReplicationGroup", "DeleteReplicationGroup"),
    *("DeleteCacheCluster", "DeleteCacheSubnetGroup", "IncreaseReplicaCount", "DecreaseReplicaCount", "TestFailover"),
    *("ModifyReplicationGroupShardConfiguration", "BatchApplyUpdateAction"),
)
def surroundings(call: Call) -> list[Need]:
    """The reference's dependents on EC2, which tell of nothing but networks."""
    return [Need(action) for action in _SURROUNDINGS]


@ELASTICACHE.adds("CreateReplicationGroup", "CreateCacheCluster", "ModifyReplicationGroup", "ModifyCacheCluster")
def log_delivery(call: Call) -> list[Need]:
    wanted = any_of(call.input.get("LogDeliveryConfigurations"))
    # PutResourcePolicy and DescribeLogGroups are judged on all log groups: none of their inputs is one.
    return [_log_need(call, name) for name in _LOG_DELIVERY] if wanted else []


def _log_need(call: Call, name: str) -> Need:
    from .observation import LOGS

    return LOGS.need(call.seen_as("logs"), name, "*")


@ELASTICACHE.adds("CreateReplicationGroup", "CreateCacheCluster", "CreateServerlessCache")
def cache_keys(call: Call) -> list[Need]:
    """ElastiCache guide, "Using customer managed keys from AWS KMS": the caller's rights make the grant."""
    return through(
        call, call.input.get("KmsKeyId"), "elasticache", ("DescribeKey", "CreateGrant", "GenerateDataKey", "Decrypt")
    )


@ELASTICACHE.adds("CreateReplicationGroup", "CreateCacheCluster", "CreateServerlessCache")
def seeded(call: Call) -> list[Need]:
    """The reference's dependent s3:GetObject, for backups that stand in a bucket."""
    arns = [arn for arn in texts(call.input, "SnapshotArns", "SnapshotArnsToRestore") if ":s3:" in arn]
    return [Need("s3:GetObject", arn) for arn in arns]


@ELASTICACHE.adds("CreateServerlessCache", "ModifyServerlessCache", "DeleteServerlessCache")
def serverless_surroundings(call: Call) -> list[Need]:
    """The reference's dependents: a serverless cache is reached by an endpoint that is made in the caller's name."""
    names = {
        "CreateServerlessCache": (
            *("DescribeSecurityGroups", "DescribeSubnets", "DescribeTags", "DescribeVpcEndpoints", "DescribeVpcs"),
        ),
        "ModifyServerlessCache": ("DescribeSecurityGroups", "DescribeTags"),
        "DeleteServerlessCache": ("DescribeTags",),
    }[call.operation]
    needs = [Need(f"ec2:{name}") for name in names]
    if call.operation == "CreateServerlessCache":
        start = f"{RDS.arn(call, 'db', 'x').rpartition(':rds:')[0]}:ec2:{call.region}:{call.account}"
        needs += [
            Need("ec2:CreateVpcEndpoint", f"{start}:vpc-endpoint/*"),
            Need("ec2:CreateTags", f"{start}:vpc-endpoint/*", {"ec2:CreateAction": "CreateVpcEndpoint"}),
            Need("ec2:DeleteVpcEndpoints", f"{start}:vpc-endpoint/*"),
        ]
    return needs
