"""Snapshots of replication groups: taken, copied, exported to a bucket, restored from."""

from __future__ import annotations

from typing import Any

from ...engine.call import Call
from ...engine.errors import AwsError
from ...engine.registry import replaces
from .records import Record, found, invalid_combination, invalid_value, kept, new_identifier, now, require_key, tag

# What a snapshot knows of its replication group, for a new one to start with.
_KEPT = (
    "AutoMinorVersionUpgrade",
    "CacheNodeType",
    "CacheParameterGroupName",
    "CacheSubnetGroupName",
    "Engine",
    "EngineVersion",
    "Port",
    "PreferredMaintenanceWindow",
    "ReplicationGroupId",
    "SnapshotRetentionLimit",
    "SnapshotWindow",
)


def require_free_name(call: Call, name: str) -> None:
    new_identifier(name[:40], "snapshot name")
    if name in kept(call, "snapshot"):
        raise AwsError("SnapshotAlreadyExistsFault", f"The snapshot {name} already exists.")


def take_snapshot(call: Call, group: Record, name: str, source: str = "manual") -> Record:
    snapshot = {
        **{key: group[key] for key in _KEPT if group.get(key) is not None},
        "SnapshotName": name,
        "SnapshotStatus": "available",
        "SnapshotSource": source,
        "ReplicationGroupDescription": group["Description"],
        "KmsKeyId": group["KmsKeyId"],
        "AutomaticFailover": "enabled" if group["AutomaticFailoverEnabled"] else "disabled",
        "NumNodeGroups": len(group["Shards"]),
        "NumCacheNodes": 1,
        "NodeSnapshots": [
            {"NodeGroupId": shard, "CacheNodeId": "0001", "CacheSize": "1 MB", "SnapshotCreateTime": now()}
            for shard in group["Shards"]
        ],
        "ARN": call.arn("elasticache", f"snapshot:{name}"),
        "sharded": group["ClusterEnabled"],
    }
    kept(call, "snapshot")[name] = snapshot
    return snapshot


@replaces("elasticache", "CreateSnapshot")
def create_snapshot(call: Call) -> Any:
    name, wanted = call.input["SnapshotName"], call.input.get("ReplicationGroupId")
    if not wanted:
        cluster = call.input.get("CacheClusterId") or ""
        wanted = next((g for g in kept(call, "replication group") if cluster.startswith(f"{g}-")), None)
        if wanted is None:
            return call.moto()
    group = found(call, "replication group", wanted.lower(), "ReplicationGroupNotFoundFault")
    require_free_name(call, name)
    if call.input.get("KmsKeyId"):
        group = {**group, "KmsKeyId": require_key(call, call.input["KmsKeyId"])}
    snapshot = take_snapshot(call, group, name)
    tag(call, snapshot["ARN"], call.input.get("Tags"))
    return {"Snapshot": snapshot}


@replaces("elasticache", "DescribeSnapshots")
def describe_snapshots(call: Call) -> Any:
    name, group = call.input.get("SnapshotName"), call.input.get("ReplicationGroupId")
    snapshots = [_snapshot(call, name)] if name else list(kept(call, "snapshot").values())
    if group:
        snapshots = [snapshot for snapshot in snapshots if snapshot["ReplicationGroupId"] == group.lower()]
    if call.input.get("CacheClusterId"):
        cluster = call.input["CacheClusterId"]
        snapshots = [snapshot for snapshot in snapshots if cluster.startswith(f"{snapshot['ReplicationGroupId']}-")]
    source = {"user": "manual", "system": "automated"}.get(call.input.get("SnapshotSource") or "")
    if source:
        snapshots = [snapshot for snapshot in snapshots if snapshot["SnapshotSource"] == source]
    return {"Snapshots": snapshots}


@replaces("elasticache", "CopySnapshot")
def copy_snapshot(call: Call) -> Any:
    """A copy beside the snapshot, or an export of one object per node group to a bucket of the region."""
    source, name = _snapshot(call, call.input["SourceSnapshotName"]), call.input["TargetSnapshotName"]
    copy = {**source, "SnapshotName": name, "SnapshotSource": "manual"}
    copy["ARN"] = call.arn("elasticache", f"snapshot:{name}")
    if call.input.get("KmsKeyId"):
        copy["KmsKeyId"] = require_key(call, call.input["KmsKeyId"])
    bucket = call.input.get("TargetBucket")
    if bucket:
        _require_bucket(call, bucket)
        for node in source["NodeSnapshots"]:
            call.backend("s3").put_object(bucket, f"{name}-{node['NodeGroupId']}.rdb", name.encode())
        return {"Snapshot": {**copy, "SnapshotStatus": "exporting"}}
    require_free_name(call, name)
    kept(call, "snapshot")[name] = copy
    tag(call, copy["ARN"], call.input.get("Tags"))
    return {"Snapshot": copy}


@replaces("elasticache", "DeleteSnapshot")
def delete_snapshot(call: Call) -> Any:
    snapshot = _snapshot(call, call.input["SnapshotName"])
    del kept(call, "snapshot")[snapshot["SnapshotName"]]
    call.remembered("tags").pop(snapshot["ARN"], None)
    return {"Snapshot": {**snapshot, "SnapshotStatus": "deleting"}}


def _snapshot(call: Call, name: str) -> Record:
    return found(call, "snapshot", name, "SnapshotNotFoundFault")


def restored_settings(call: Call) -> Record:
    """What a new replication group takes over from the snapshot that it is to start with."""
    name, arns = call.input.get("SnapshotName"), call.input.get("SnapshotArns") or []
    for arn in arns:
        require_object(call, arn)
    if not name:
        return {}
    if arns:
        raise invalid_combination("Give either SnapshotName or SnapshotArns.")
    snapshot = _snapshot(call, name)
    engine = call.input.get("Engine")
    if engine and (snapshot["Engine"], engine) == ("valkey", "redis"):
        raise invalid_combination(f"The snapshot {name} is of valkey and cannot be restored to redis.")
    taken = {"CacheNodeType": snapshot["CacheNodeType"], "Port": snapshot["Port"]}
    if engine in (None, snapshot["Engine"]):
        taken.update(Engine=snapshot["Engine"], EngineVersion=snapshot["EngineVersion"])
    if snapshot["sharded"]:
        taken["NumNodeGroups"] = snapshot["NumNodeGroups"]
    return taken


def require_object(call: Call, arn: str) -> None:
    """The file of a snapshot in a bucket of this region."""
    bucket, _, key = arn.removeprefix("arn:aws:s3:::").partition("/")
    _require_bucket(call, bucket)
    if key not in call.backend("s3").buckets[bucket].keys:
        raise invalid_value(f"ElastiCache was unable to fetch the file {arn}: it does not exist.")


def _require_bucket(call: Call, name: str) -> None:
    bucket = call.backend("s3").buckets.get(name)
    if bucket is None:
        raise invalid_value(f"The S3 bucket {name} was not found.")
    if bucket.region_name != call.region:
        raise invalid_value(f"The S3 bucket {name} is outside of the region {call.region}.")
