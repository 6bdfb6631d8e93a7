"""Replication groups and the cache clusters in them."""

from __future__ import annotations

from typing import Any

from ...engine.call import Call
from ...engine.errors import AwsError, unsupported
from ...engine.registry import replaces
from .groups import subnet_group
from .records import (
    Record,
    default_parameter_group,
    found,
    invalid_combination,
    kept,
    known_engine,
    new_identifier,
    now,
    require_key,
    tag,
    version_of,
)
from .settings import refuse_bad_settings, zones_of
from .snapshots import require_free_name, restored_settings, take_snapshot

_SLOTS = 16384


def shard_ids(count: int) -> list[str]:
    return [f"{number:04d}" for number in range(1, count + 1)]


@replaces("elasticache", "CreateReplicationGroup")
def create_replication_group(call: Call) -> Any:
    if call.input.get("GlobalReplicationGroupId"):
        raise unsupported(call.service, call.operation, "for a global replication group")
    name = new_identifier(call.input["ReplicationGroupId"], "replication group id")
    if name in kept(call, "replication group"):
        raise AwsError("ReplicationGroupAlreadyExists", f"The replication group {name} already exists.")
    given = {**restored_settings(call), **call.input}
    engine = known_engine(given.get("Engine") or "redis")
    version = version_of(engine, given.get("EngineVersion"))
    parameter_group = given.get("CacheParameterGroupName")
    shards = given.get("NumNodeGroups") or len(given.get("NodeGroupConfiguration") or []) or 1
    by_group = bool(parameter_group) and _has_shards(call, str(parameter_group))
    mode = given.get("ClusterMode")
    sharded = bool(given.get("NumNodeGroups")) or by_group or shards > 1
    sharded = mode in ("enabled", "compatible") or (sharded and mode != "disabled")
    replicas = given.get("ReplicasPerNodeGroup")
    group = {
        "ReplicationGroupId": name,
        "Description": given["ReplicationGroupDescription"],
        "Engine": engine,
        "EngineVersion": version,
        "ClusterEnabled": sharded,
        "ClusterMode": mode or ("enabled" if sharded else "disabled"),
        "Shards": shard_ids(shards),
        "Replicas": replicas if replicas is not None else (given.get("NumCacheClusters") or 1) - 1,
        "CacheNodeType": given.get("CacheNodeType"),
        "Port": given.get("Port") or 6379,
        "AutomaticFailoverEnabled": given.get("AutomaticFailoverEnabled", False),
        "MultiAZEnabled": given.get("MultiAZEnabled", False),
        "CacheParameterGroupName": parameter_group or default_parameter_group(engine, version, sharded=sharded),
        "CacheSubnetGroupName": given.get("CacheSubnetGroupName"),
        "SecurityGroupIds": given.get("SecurityGroupIds") or [],
        "AtRestEncryptionEnabled": given.get("AtRestEncryptionEnabled", engine == "valkey"),
        "TransitEncryptionEnabled": given.get("TransitEncryptionEnabled", False),
        "TransitEncryptionMode": given.get("TransitEncryptionMode"),
        "KmsKeyId": require_key(call, given["KmsKeyId"]) if given.get("KmsKeyId") else None,
        "AuthTokenEnabled": bool(given.get("AuthToken")),
        "UserGroupIds": [group.lower() for group in given.get("UserGroupIds") or []],
        "SnapshotRetentionLimit": given.get("SnapshotRetentionLimit", 0),
        "SnapshotWindow": given.get("SnapshotWindow") or "05:30-06:30",
        "PreferredMaintenanceWindow": (given.get("PreferredMaintenanceWindow") or "sun:23:00-mon:01:30").lower(),
        "NotificationTopicArn": given.get("NotificationTopicArn"),
        "AutoMinorVersionUpgrade": given.get("AutoMinorVersionUpgrade", True),
        "LogDeliveryConfigurations": _deliveries({}, given),
        "DataTieringEnabled": given.get("DataTieringEnabled", False),
        "NetworkType": given.get("NetworkType") or "ipv4",
        "IpDiscovery": given.get("IpDiscovery") or "ipv4",
        "PreferredCacheClusterAZs": given.get("PreferredCacheClusterAZs") or [],
        "ARN": call.arn("elasticache", f"replicationgroup:{name}"),
        "ReplicationGroupCreateTime": now(),
        "Pending": {},
    }
    if group["TransitEncryptionEnabled"]:
        group["TransitEncryptionMode"] = group["TransitEncryptionMode"] or "required"
    refuse_bad_settings(call, group, given)
    group["Zones"] = zones_of(call, group)
    kept(call, "replication group")[name] = group
    tag(call, group["ARN"], given.get("Tags"))
    return {"ReplicationGroup": told(call, group)}


def _has_shards(call: Call, parameter_group: str) -> bool:
    own = kept(call, "parameter group").get(parameter_group.lower())
    own_value = (own or {}).get("parameters", {}).get("cluster-enabled")
    return parameter_group.endswith(".cluster.on") or own_value == "yes"


def _deliveries(current: dict[str, Record], given: Record) -> dict[str, Record]:
    """The log deliveries by log type; a request may switch one off."""
    result = dict(current)
    for wanted in given.get("LogDeliveryConfigurations") or []:
        if wanted.get("Enabled") is False:
            result.pop(wanted["LogType"], None)
        else:
            result[wanted["LogType"]] = {name: v for name, v in wanted.items() if name != "Enabled"}
    return result


def changed_deliveries(group: Record, given: Record) -> dict[str, Record]:
    return _deliveries(group["LogDeliveryConfigurations"], given)


def group_named(call: Call, name: str) -> Record:
    return found(call, "replication group", name.lower(), "ReplicationGroupNotFoundFault")


@replaces("elasticache", "DescribeReplicationGroups")
def describe_replication_groups(call: Call) -> Any:
    name = call.input.get("ReplicationGroupId")
    groups = [group_named(call, name)] if name else list(kept(call, "replication group").values())
    return {"ReplicationGroups": [told(call, group) for group in groups]}


@replaces("elasticache", "DeleteReplicationGroup")
def delete_replication_group(call: Call) -> Any:
    group = group_named(call, call.input["ReplicationGroupId"])
    if call.input.get("RetainPrimaryCluster"):
        raise unsupported(call.service, call.operation, "with RetainPrimaryCluster")
    final = call.input.get("FinalSnapshotIdentifier")
    if final:
        require_free_name(call, final)
        take_snapshot(call, group, final)
    last_words = {**told(call, group), "Status": "deleting"}
    del kept(call, "replication group")[group["ReplicationGroupId"]]
    call.remembered("tags").pop(group["ARN"], None)
    return {"ReplicationGroup": last_words}


@replaces("elasticache", "DescribeCacheClusters")
def describe_cache_clusters(call: Call) -> Any:
    name = call.input.get("CacheClusterId")
    members = {m: group for group in kept(call, "replication group").values() for _, m, _ in _members(group)}
    if name:
        if name not in members:
            return call.moto()
        return {"CacheClusters": [_cluster(call, members[name], name)]}
    ours = [_cluster(call, group, member) for member, group in members.items()]
    if call.input.get("ShowCacheClustersNotInReplicationGroups"):
        ours = []
    return {"CacheClusters": [*ours, *call.moto().get("CacheClusters", [])]}


@replaces("elasticache", "DeleteCacheCluster", "ModifyCacheCluster")
def change_cache_cluster(call: Call) -> Any:
    name = call.input["CacheClusterId"]
    for group in kept(call, "replication group").values():
        if name in [member for _, member, _ in _members(group)]:
            raise invalid_combination(
                f"{name} belongs to the replication group {group['ReplicationGroupId']}; change that instead."
            )
    return call.moto()


def _members(group: Record) -> list[tuple[str, str, str]]:
    """Shard, name and zone of each node; the first of a shard is its primary."""
    zones, result = group["Zones"], []
    for number, shard in enumerate(group["Shards"]):
        for node in range(group["Replicas"] + 1):
            infix = f"-{shard}" if group["ClusterEnabled"] else ""
            zone = zones[(number + node) % len(zones)]
            result.append((shard, f"{group['ReplicationGroupId']}{infix}-{node + 1:03d}", zone))
    return result


def _host(call: Call, group: Record, prefix: str) -> Record:
    region = call.region.replace("us-east-", "use").replace("us-west-", "usw")
    return {
        "Address": f"{prefix}.{group['ReplicationGroupId']}.hf1a2b.{region}.cache.amazonaws.com",
        "Port": group["Port"],
    }


def told(call: Call, group: Record) -> Record:
    members, sharded = _members(group), group["ClusterEnabled"]
    node_groups = []
    for number, shard in enumerate(group["Shards"]):
        nodes = [(name, zone) for of, name, zone in members if of == shard]
        node_group: Record = {
            "NodeGroupId": shard,
            "Status": "available",
            "NodeGroupMembers": [
                {"CacheClusterId": name, "CacheNodeId": "0001", "PreferredAvailabilityZone": zone}
                for name, zone in nodes
            ],
        }
        if sharded:
            count = len(group["Shards"])
            node_group["Slots"] = f"{_SLOTS * number // count}-{_SLOTS * (number + 1) // count - 1}"
        else:
            node_group["PrimaryEndpoint"] = _host(call, group, "master")
            node_group["ReaderEndpoint"] = _host(call, group, "replica")
            for index, member in enumerate(node_group["NodeGroupMembers"]):
                member["CurrentRole"] = "replica" if index else "primary"
                member["ReadEndpoint"] = _host(call, group, member["CacheClusterId"])
        node_groups.append(node_group)
    same = (
        "ARN",
        "AtRestEncryptionEnabled",
        "AuthTokenEnabled",
        "AutoMinorVersionUpgrade",
        "CacheNodeType",
        "ClusterEnabled",
        "ClusterMode",
        "Description",
        "Engine",
        "IpDiscovery",
        "KmsKeyId",
        "NetworkType",
        "ReplicationGroupCreateTime",
        "ReplicationGroupId",
        "SnapshotRetentionLimit",
        "SnapshotWindow",
        "TransitEncryptionEnabled",
        "TransitEncryptionMode",
        "UserGroupIds",
    )
    result = {name: group[name] for name in same if group[name] is not None}
    result.update(
        Status="available",
        PendingModifiedValues={},
        MemberClusters=[name for _, name, _ in members],
        NodeGroups=node_groups,
        AutomaticFailover="enabled" if group["AutomaticFailoverEnabled"] else "disabled",
        MultiAZ="enabled" if group["MultiAZEnabled"] else "disabled",
        DataTiering="enabled" if group["DataTieringEnabled"] else "disabled",
        LogDeliveryConfigurations=[{**d, "Status": "active"} for d in group["LogDeliveryConfigurations"].values()],
    )
    if sharded:
        result["ConfigurationEndpoint"] = _host(call, group, "clustercfg")
    return result


def _cluster(call: Call, group: Record, name: str) -> Record:
    zone = next(zone for _, member, zone in _members(group) if member == name)
    result = {
        **told(call, group),
        "CacheClusterId": name,
        "CacheClusterStatus": "available",
        "CacheClusterCreateTime": group["ReplicationGroupCreateTime"],
        "EngineVersion": group["EngineVersion"],
        "NumCacheNodes": 1,
        "PreferredAvailabilityZone": zone,
        "PreferredMaintenanceWindow": group["PreferredMaintenanceWindow"],
        "PendingModifiedValues": group["Pending"],
        "CacheParameterGroup": {
            "CacheParameterGroupName": group["CacheParameterGroupName"],
            "ParameterApplyStatus": "in-sync",
        },
        "SecurityGroups": [{"SecurityGroupId": g, "Status": "active"} for g in group["SecurityGroupIds"]],
        "ARN": call.arn("elasticache", f"cluster:{name}"),
        "ReplicationGroupLogDeliveryEnabled": bool(group["LogDeliveryConfigurations"]),
        "CacheNodes": [
            {
                "CacheNodeId": "0001",
                "CacheNodeStatus": "available",
                "CacheNodeCreateTime": group["ReplicationGroupCreateTime"],
                "ParameterGroupStatus": "in-sync",
                "CustomerAvailabilityZone": zone,
                "Endpoint": _host(call, group, name),
            }
        ],
    }
    if group["CacheSubnetGroupName"]:
        result["CacheSubnetGroupName"] = subnet_group(call, group["CacheSubnetGroupName"])["CacheSubnetGroupName"]
    if group["NotificationTopicArn"]:
        result["NotificationConfiguration"] = {"TopicArn": group["NotificationTopicArn"], "TopicStatus": "active"}
    return result
