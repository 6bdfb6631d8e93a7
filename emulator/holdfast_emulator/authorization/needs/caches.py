"""ElastiCache: replication groups, serverless caches, users."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..need import Need
from .encryption import through
from .inputs import texts
from .observation import LOGS
from .state import partition
from .table import Table, any_of

if TYPE_CHECKING:
    from ...engine.call import Call


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
        "snapshot": ("SnapshotName", "TargetSnapshotName", "SourceSnapshotName", "ResourceName"),
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
        "CreateCacheCluster": "cluster",
        "CreateReplicationGroup": "replicationgroup",
        "CreateServerlessCache": "serverlesscache",
        "CreateUserGroup": "usergroup",
        "CreateSnapshot": "snapshot",
        "CopySnapshot": "snapshot",
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


@ELASTICACHE.adds("CopySnapshot", "CreateSnapshot")
def exported(call: Call) -> list[Need]:
    """The reference's dependents on S3, when the copy goes into a bucket: only CopySnapshot can name one."""
    bucket = call.input.get("TargetBucket")
    if not bucket:
        return []
    arn = f"arn:{partition(call)}:s3:::{bucket}"
    return [Need("s3:GetBucketAcl", arn), Need("s3:PutObject", f"{arn}/*"), Need("s3:DeleteObject", f"{arn}/*")]


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
        start = f"arn:{partition(call)}:ec2:{call.region}:{call.account}"
        needs += [
            Need("ec2:CreateVpcEndpoint", f"{start}:vpc-endpoint/*"),
            Need("ec2:CreateTags", f"{start}:vpc-endpoint/*", {"ec2:CreateAction": "CreateVpcEndpoint"}),
            Need("ec2:DeleteVpcEndpoints", f"{start}:vpc-endpoint/*"),
        ]
    return needs
