"""Changes of a replication group: settings, engine, replicas, node groups, and a failover on demand."""

from __future__ import annotations

from typing import Any

from ...engine.call import Call
from ...engine.errors import AwsError
from ...engine.registry import replaces
from .records import (
    VERSIONS,
    Record,
    default_parameter_group,
    family_of,
    invalid_combination,
    invalid_value,
    known_engine,
    version_of,
)
from .replication_groups import changed_deliveries, group_named, shard_ids, told
from .settings import refuse_bad_settings, zones_of

# Without ApplyImmediately these wait for the maintenance window, which never comes here.
_WAITS_FOR_WINDOW = ("CacheNodeType", "Engine", "EngineVersion", "CacheParameterGroupName")

_SAME_NAMES = (
    "AutomaticFailoverEnabled",
    "AutoMinorVersionUpgrade",
    "CacheNodeType",
    "CacheParameterGroupName",
    "ClusterMode",
    "IpDiscovery",
    "MultiAZEnabled",
    "NotificationTopicArn",
    "PreferredMaintenanceWindow",
    "SecurityGroupIds",
    "SnapshotRetentionLimit",
    "SnapshotWindow",
    "TransitEncryptionEnabled",
    "TransitEncryptionMode",
)


@replaces("elasticache", "ModifyReplicationGroup")
def modify_replication_group(call: Call) -> Any:
    group, given = group_named(call, call.input["ReplicationGroupId"]), call.input
    wanted = {name: given[name] for name in _SAME_NAMES if given.get(name) is not None}
    if "ReplicationGroupDescription" in given:
        wanted["Description"] = given["ReplicationGroupDescription"]
    if "PreferredMaintenanceWindow" in wanted:
        wanted["PreferredMaintenanceWindow"] = wanted["PreferredMaintenanceWindow"].lower()
    wanted["LogDeliveryConfigurations"] = changed_deliveries(group, given)
    wanted["UserGroupIds"] = _user_groups(group, given)
    wanted.update(_version(group, given))
    wanted.update(_access(group, given))
    _refuse_encryption_change(group, given)
    now_or_later = {**group["Pending"], **wanted}
    after = {**group, **now_or_later}
    refuse_bad_settings(call, after, given)
    if given.get("ApplyImmediately"):
        group["Pending"] = {}
        group.update(now_or_later)
    else:
        waiting = {name: wanted.pop(name) for name in _WAITS_FOR_WINDOW if name in wanted}
        group["Pending"].update({name: value for name, value in waiting.items() if value != group[name]})
        group.update(wanted)
    return {"ReplicationGroup": told(call, group)}


def _user_groups(group: Record, given: Record) -> list[str]:
    removed = [name.lower() for name in given.get("UserGroupIdsToRemove") or []]
    added = [name.lower() for name in given.get("UserGroupIdsToAdd") or []]
    left = [] if given.get("RemoveUserGroups") else [name for name in group["UserGroupIds"] if name not in removed]
    return [*left, *(name for name in added if name not in left)]


def _version(group: Record, given: Record) -> Record:
    """An engine moves forward only, and from redis to valkey but not back. A default parameter group moves along."""
    engine = known_engine(given.get("Engine") or group["Engine"])
    if engine == group["Engine"] and not given.get("EngineVersion"):
        return {}
    if (group["Engine"], engine) == ("valkey", "redis"):
        raise invalid_combination("A replication group of valkey cannot become one of redis.")
    version = version_of(engine, given.get("EngineVersion"))
    order = [full for full, _ in VERSIONS[engine].values()]
    if engine == group["Engine"] and order.index(version) > order.index(group["EngineVersion"]):
        raise invalid_combination(f"The version cannot go down from {group['EngineVersion']} to {version}.")
    result = {"Engine": engine, "EngineVersion": version}
    sharded = group["ClusterEnabled"]
    if group["CacheParameterGroupName"].startswith("default.") and "CacheParameterGroupName" not in given:
        result["CacheParameterGroupName"] = default_parameter_group(engine, version, sharded=sharded)
    elif "CacheParameterGroupName" not in given and family_of(engine, version) != family_of(
        group["Engine"], group["EngineVersion"]
    ):
        raise invalid_combination(
            f"Expected a parameter group of family {family_of(engine, version)} but found one of family "
            f"{family_of(group['Engine'], group['EngineVersion'])}"
        )
    return result


def _access(group: Record, given: Record) -> Record:
    strategy = given.get("AuthTokenUpdateStrategy")
    if given.get("AuthToken") or strategy == "DELETE":
        if not given.get("ApplyImmediately"):
            raise invalid_combination("A change of the AUTH token must be applied immediately.")
        return {"AuthTokenEnabled": strategy != "DELETE"}
    return {}


def _refuse_encryption_change(group: Record, given: Record) -> None:
    """Encryption in transit goes on and off by way of the mode "preferred", while clients change over."""
    wanted, mode = given.get("TransitEncryptionEnabled"), given.get("TransitEncryptionMode")
    if wanted is True and not group["TransitEncryptionEnabled"] and mode != "preferred":
        raise invalid_combination("Encryption in transit is turned on in the mode preferred first.")
    if wanted is False and group["TransitEncryptionMode"] == "required":
        raise invalid_combination("Encryption in transit is turned off after the mode preferred.")


@replaces("elasticache", "IncreaseReplicaCount", "DecreaseReplicaCount")
def change_replica_count(call: Call) -> Any:
    group = group_named(call, call.input["ReplicationGroupId"])
    _require_now(call)
    count = call.input.get("NewReplicaCount")
    if count is None:
        counts = {entry["NewReplicaCount"] for entry in call.input.get("ReplicaConfiguration") or []}
        removed = call.input.get("ReplicasToRemove") or []
        if len(counts) > 1 or not (counts or removed):
            raise invalid_value("The emulator keeps one number of replicas for all node groups; give NewReplicaCount.")
        count = counts.pop() if counts else group["Replicas"] - len(removed)
    grows = call.operation == "IncreaseReplicaCount"
    if grows != (count > group["Replicas"]):
        raise invalid_value(f"{call.operation}: {count} is not a change from {group['Replicas']} replicas.")
    after = {**group, "Replicas": count, "PreferredCacheClusterAZs": []}
    refuse_bad_settings(call, after, {})
    group.update(Replicas=count, PreferredCacheClusterAZs=[], Zones=zones_of(call, after))
    return {"ReplicationGroup": told(call, group)}


@replaces("elasticache", "ModifyReplicationGroupShardConfiguration")
def change_shards(call: Call) -> Any:
    group, count = group_named(call, call.input["ReplicationGroupId"]), call.input["NodeGroupCount"]
    _require_now(call)
    if not group["ClusterEnabled"]:
        raise invalid_combination("Node groups can be added and removed with cluster mode only.")
    left = list(group["Shards"])
    if count < len(left):
        removed, retained = call.input.get("NodeGroupsToRemove"), call.input.get("NodeGroupsToRetain")
        if not removed and not retained:
            raise invalid_combination("NodeGroupsToRemove or NodeGroupsToRetain is required to remove node groups.")
        left = [s for s in left if s not in (removed or []) and (not retained or s in retained)]
        if len(left) != count:
            raise invalid_value(f"{len(left)} node groups would be left instead of {count}.")
    new = [shard for shard in shard_ids(500) if shard not in left]
    shards = sorted([*left, *new[: count - len(left)]])
    refuse_bad_settings(call, {**group, "Shards": shards}, {})
    group["Shards"] = shards
    return {"ReplicationGroup": told(call, group)}


@replaces("elasticache", "TestFailover")
def test_failover(call: Call) -> Any:
    group = group_named(call, call.input["ReplicationGroupId"])
    if not group["AutomaticFailoverEnabled"]:
        raise AwsError("InvalidReplicationGroupState", "Automatic failover is not enabled.")
    if call.input["NodeGroupId"] not in group["Shards"]:
        raise AwsError("NodeGroupNotFoundFault", f"The node group {call.input['NodeGroupId']} was not found.", 404)
    return {"ReplicationGroup": told(call, group)}


def _require_now(call: Call) -> None:
    if not call.input["ApplyImmediately"]:
        raise invalid_combination("ApplyImmediately must be true.")
