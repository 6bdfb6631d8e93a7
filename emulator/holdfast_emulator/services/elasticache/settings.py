"""What AWS refuses of a replication group's settings. Nothing is changed here."""

from __future__ import annotations

import re

from ...engine.call import Call
from ...engine.errors import AwsError
from .access import require_user_groups
from .groups import require_parameter_group, subnet_group
from .records import (
    Record,
    family_of,
    invalid_combination,
    invalid_value,
    require_retention,
    require_security_groups,
    require_times,
)

_LOG_TYPES = ("slow-log", "engine-log")


def zones_of(call: Call, group: Record) -> list[str]:
    """The zones in which the nodes are, in turn."""
    if group["PreferredCacheClusterAZs"]:
        return list(group["PreferredCacheClusterAZs"])
    if not group["CacheSubnetGroupName"]:
        return [f"{call.region}{letter}" for letter in "abc"]
    subnets = subnet_group(call, group["CacheSubnetGroupName"])["Subnets"]
    zones = list(dict.fromkeys(subnet["SubnetAvailabilityZone"]["Name"] for subnet in subnets))
    return zones[: group["Replicas"] + 1] if not group["ClusterEnabled"] else zones


def refuse_bad_settings(call: Call, group: Record, given: Record) -> None:
    _refuse_nodes(group)
    _refuse_access(call, group, given)
    _refuse_places(call, group)
    _refuse_deliveries(call, group)
    require_parameter_group(
        call,
        group["CacheParameterGroupName"],
        family_of(group["Engine"], group["EngineVersion"]),
        sharded=group["ClusterEnabled"],
    )
    require_retention(group["SnapshotRetentionLimit"])
    require_times(daily=group["SnapshotWindow"], weekly=group["PreferredMaintenanceWindow"])
    topic = given.get("NotificationTopicArn")
    if topic and topic not in call.backend("sns").topics:
        raise invalid_value(f"The SNS topic {topic} does not exist in {call.region}.")


def _refuse_nodes(group: Record) -> None:
    if not re.match(r"^cache\.[a-z0-9]+\.[a-z0-9]+$", group["CacheNodeType"] or ""):
        raise invalid_value(f"The node type {group['CacheNodeType']} is not valid.")
    replicas, failover = group["Replicas"], group["AutomaticFailoverEnabled"]
    if not 0 <= replicas <= 5:
        raise invalid_value(f"{replicas} replicas of a node group: there can be 0 to 5.")
    if not 1 <= len(group["Shards"]) <= 500:
        raise invalid_value(f"{len(group['Shards'])} node groups: there can be 1 to 500.")
    if group["ClusterEnabled"] and not failover:
        raise invalid_combination("A replication group with cluster mode must have automatic failover.")
    if failover and not replicas and not group["ClusterEnabled"]:
        raise invalid_combination("Cannot enable automatic failover on a replication group with no read replicas.")
    if group["MultiAZEnabled"] and not (failover and replicas):
        raise invalid_combination("Multi-AZ needs automatic failover, and a replica in each node group.")
    if group["DataTieringEnabled"] != group["CacheNodeType"].startswith("cache.r6gd."):
        raise invalid_combination("Data tiering goes with nodes of the family r6gd, and only with them.")
    if group["PreferredCacheClusterAZs"] and len(group["PreferredCacheClusterAZs"]) != replicas + 1:
        raise invalid_combination("PreferredCacheClusterAZs must name one zone per node.")


def _refuse_access(call: Call, group: Record, given: Record) -> None:
    encrypted = group["TransitEncryptionEnabled"]
    token = given.get("AuthToken")
    if group["UserGroupIds"] and not encrypted:
        raise invalid_combination(
            "User group based access control requires encryption in transit on the replication group."
        )
    if token is not None and not encrypted:
        raise invalid_combination("An AUTH token requires encryption in transit on the replication group.")
    if token is not None and group["UserGroupIds"]:
        raise invalid_combination("A replication group has either an AUTH token or user groups.")
    if token is not None and not re.match(r"^[^@\"/ ]{16,128}$", token):
        raise invalid_value('Invalid AuthToken: 16 to 128 printable characters without @, ", / and spaces.')
    if len(group["UserGroupIds"]) > 1:
        raise invalid_combination("A replication group can have one user group.")
    if group["KmsKeyId"] and not group["AtRestEncryptionEnabled"]:
        raise invalid_combination("A KMS key requires encryption at rest on the replication group.")
    if group["TransitEncryptionMode"] and not encrypted:
        raise invalid_combination("TransitEncryptionMode requires encryption in transit.")
    require_user_groups(call, group["Engine"], group["UserGroupIds"])


def _refuse_places(call: Call, group: Record) -> None:
    name = group["CacheSubnetGroupName"]
    subnets = subnet_group(call, name) if name else None
    require_security_groups(call, group["SecurityGroupIds"], subnets["VpcId"] if subnets else None)
    if subnets is None:
        return
    zones = {subnet["SubnetAvailabilityZone"]["Name"] for subnet in subnets["Subnets"]}
    if group["MultiAZEnabled"] and len(zones) < 2:
        raise invalid_combination(f"Multi-AZ needs subnets in two zones; {name} has them in {', '.join(zones)} only.")
    for zone in group["PreferredCacheClusterAZs"]:
        if zone not in zones:
            raise invalid_value(f"The cache subnet group {name} has no subnet in {zone}.")


def _refuse_deliveries(call: Call, group: Record) -> None:
    for kind, delivery in group["LogDeliveryConfigurations"].items():
        if kind not in _LOG_TYPES:
            raise invalid_value(f"{kind} is not a log type: slow-log or engine-log.")
        details = delivery.get("DestinationDetails") or {}
        log_group = (details.get("CloudWatchLogsDetails") or {}).get("LogGroup")
        if delivery.get("DestinationType") == "cloudwatch-logs" and log_group not in call.backend("logs").groups:
            raise AwsError("InvalidParameterValue", f"The log group {log_group} of the {kind} does not exist.")
