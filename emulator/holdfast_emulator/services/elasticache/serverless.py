"""Serverless caches and their snapshots."""

from __future__ import annotations

import re
from typing import Any

from ...engine.call import Call
from ...engine.errors import AwsError
from ...engine.registry import replaces
from .access import require_user_groups
from .records import (
    Record,
    found,
    invalid_combination,
    invalid_value,
    kept,
    known_engine,
    new_identifier,
    now,
    require_key,
    require_retention,
    require_security_groups,
    require_subnets,
    tag,
)
from .snapshots import require_object

_MAJOR_VERSIONS = {"valkey": ("8", "9", "7"), "redis": ("7",)}
_FULL_VERSIONS = {"9": "9.1", "8": "8.1", "7": "7.2"}
_STORAGE_GB = (1, 5000)
_ECPU = (1000, 15_000_000)


@replaces("elasticache", "CreateServerlessCache")
def create_serverless_cache(call: Call) -> Any:
    given = call.input
    name = new_identifier(given["ServerlessCacheName"], "serverless cache name")
    if name in kept(call, "serverless cache"):
        raise AwsError("ServerlessCacheAlreadyExistsFault", f"The serverless cache {name} already exists.")
    engine = known_engine(given["Engine"])
    major = given.get("MajorEngineVersion") or _MAJOR_VERSIONS[engine][0]
    if major not in _MAJOR_VERSIONS[engine]:
        raise invalid_value(f"{engine} has no major version {major} for serverless caches.")
    for arn in given.get("SnapshotArnsToRestore") or []:
        _require_snapshot(call, arn)
    host = f"{name}-hf1a2b.serverless.{call.region}.cache.amazonaws.com"
    cache = {
        "ServerlessCacheName": name,
        "Description": given.get("Description") or " ",
        "CreateTime": now(),
        "Status": "available",
        "Engine": engine,
        "MajorEngineVersion": major,
        "FullEngineVersion": "7.1" if engine == "redis" else _FULL_VERSIONS[major],
        "CacheUsageLimits": given.get("CacheUsageLimits"),
        "KmsKeyId": require_key(call, given["KmsKeyId"]) if given.get("KmsKeyId") else None,
        "SecurityGroupIds": given.get("SecurityGroupIds"),
        "SubnetIds": given.get("SubnetIds"),
        "UserGroupId": given.get("UserGroupId"),
        "SnapshotRetentionLimit": given.get("SnapshotRetentionLimit", 0),
        "DailySnapshotTime": given.get("DailySnapshotTime") or "05:30",
        "Endpoint": {"Address": host, "Port": 6379},
        "ReaderEndpoint": {"Address": host, "Port": 6380},
        "ARN": call.arn("elasticache", f"serverlesscache:{name}"),
    }
    _refuse_bad_settings(call, cache)
    kept(call, "serverless cache")[name] = cache
    tag(call, cache["ARN"], given.get("Tags"))
    return {"ServerlessCache": told(cache)}


def _refuse_bad_settings(call: Call, cache: Record) -> None:
    limits = cache["CacheUsageLimits"] or {}
    _refuse_limit("data storage in GB", limits.get("DataStorage"), _STORAGE_GB)
    _refuse_limit("ECPU per second", limits.get("ECPUPerSecond"), _ECPU)
    vpc = None
    if cache["SubnetIds"]:
        subnets = require_subnets(call, cache["SubnetIds"])
        vpc = subnets[0].vpc_id
        if not 2 <= len({subnet.availability_zone for subnet in subnets}) == len(subnets) <= 3:
            raise invalid_value("A serverless cache has two or three subnets, each in a zone of its own.")
    require_security_groups(call, cache["SecurityGroupIds"] or [], vpc)
    require_retention(cache["SnapshotRetentionLimit"])
    if not re.match(r"^([01]\d|2[0-3]):[0-5]\d$", cache["DailySnapshotTime"]):
        raise invalid_value(f"The daily snapshot time {cache['DailySnapshotTime']} is not hh:mm.")
    if cache["UserGroupId"]:
        require_user_groups(call, cache["Engine"], [cache["UserGroupId"]])


def _refuse_limit(what: str, limit: Record | None, bounds: tuple[int, int]) -> None:
    if not limit:
        return
    values = [limit[name] for name in ("Minimum", "Maximum") if limit.get(name) is not None]
    if any(not bounds[0] <= value <= bounds[1] for value in values):
        raise invalid_value(f"The limit of {what} must be {bounds[0]} to {bounds[1]}.")
    if values != sorted(values):
        raise invalid_combination(f"The minimum of {what} must not be above the maximum.")


@replaces("elasticache", "ModifyServerlessCache")
def modify_serverless_cache(call: Call) -> Any:
    cache, given = _cache(call), call.input
    names = ("CacheUsageLimits", "DailySnapshotTime", "Description", "SecurityGroupIds", "SnapshotRetentionLimit")
    wanted = {name: given[name] for name in (*names, "UserGroupId") if given.get(name) is not None}
    if given.get("RemoveUserGroup"):
        wanted["UserGroupId"] = None
    engine = known_engine(given.get("Engine") or cache["Engine"])
    if (cache["Engine"], engine) == ("valkey", "redis"):
        raise invalid_combination("A serverless cache of valkey cannot become one of redis.")
    major = given.get("MajorEngineVersion") or cache["MajorEngineVersion"]
    if int(major) < int(cache["MajorEngineVersion"]):
        raise invalid_combination(f"The version cannot go down from {cache['MajorEngineVersion']} to {major}.")
    if (engine, major) != (cache["Engine"], cache["MajorEngineVersion"]):
        wanted.update(Engine=engine, MajorEngineVersion=major, FullEngineVersion=_FULL_VERSIONS[major])
    _refuse_bad_settings(call, {**cache, **wanted})
    cache.update(wanted)
    return {"ServerlessCache": told(cache)}


@replaces("elasticache", "DescribeServerlessCaches")
def describe_serverless_caches(call: Call) -> Any:
    caches = [_cache(call)] if call.input.get("ServerlessCacheName") else list(kept(call, "serverless cache").values())
    return {"ServerlessCaches": [told(cache) for cache in caches]}


@replaces("elasticache", "DeleteServerlessCache")
def delete_serverless_cache(call: Call) -> Any:
    cache = _cache(call)
    final = call.input.get("FinalSnapshotName")
    if final:
        _take(call, cache, final)
    del kept(call, "serverless cache")[cache["ServerlessCacheName"]]
    call.remembered("tags").pop(cache["ARN"], None)
    return {"ServerlessCache": {**told(cache), "Status": "deleting"}}


def _cache(call: Call) -> Record:
    return found(call, "serverless cache", call.input["ServerlessCacheName"].lower(), "ServerlessCacheNotFoundFault")


def told(cache: Record) -> Record:
    return {name: value for name, value in cache.items() if value is not None}


@replaces("elasticache", "CreateServerlessCacheSnapshot")
def create_snapshot(call: Call) -> Any:
    snapshot = _take(call, _cache(call), call.input["ServerlessCacheSnapshotName"])
    if call.input.get("KmsKeyId"):
        snapshot["KmsKeyId"] = require_key(call, call.input["KmsKeyId"])
    tag(call, snapshot["ARN"], call.input.get("Tags"))
    return {"ServerlessCacheSnapshot": snapshot}


def _take(call: Call, cache: Record, name: str) -> Record:
    if name in kept(call, "serverless cache snapshot"):
        raise AwsError("ServerlessCacheSnapshotAlreadyExistsFault", f"The snapshot {name} already exists.")
    snapshot = {
        "ServerlessCacheSnapshotName": name,
        "ARN": call.arn("elasticache", f"serverlesscachesnapshot:{name}"),
        "KmsKeyId": cache["KmsKeyId"],
        "SnapshotType": "manual",
        "Status": "available",
        "CreateTime": now(),
        "BytesUsedForCache": "0",
        "ServerlessCacheConfiguration": {
            name: cache[name] for name in ("ServerlessCacheName", "Engine", "MajorEngineVersion")
        },
    }
    kept(call, "serverless cache snapshot")[name] = snapshot
    return snapshot


@replaces("elasticache", "DescribeServerlessCacheSnapshots")
def describe_snapshots(call: Call) -> Any:
    name, cache = call.input.get("ServerlessCacheSnapshotName"), call.input.get("ServerlessCacheName")
    snapshots = [_snapshot(call, name)] if name else list(kept(call, "serverless cache snapshot").values())
    if cache:
        snapshots = [s for s in snapshots if s["ServerlessCacheConfiguration"]["ServerlessCacheName"] == cache]
    return {"ServerlessCacheSnapshots": snapshots}


@replaces("elasticache", "CopyServerlessCacheSnapshot")
def copy_snapshot(call: Call) -> Any:
    source = _snapshot(call, call.input["SourceServerlessCacheSnapshotName"])
    name = call.input["TargetServerlessCacheSnapshotName"]
    if name in kept(call, "serverless cache snapshot"):
        raise AwsError("ServerlessCacheSnapshotAlreadyExistsFault", f"The snapshot {name} already exists.")
    copy = {**source, "ServerlessCacheSnapshotName": name, "CreateTime": now()}
    copy["ARN"] = call.arn("elasticache", f"serverlesscachesnapshot:{name}")
    if call.input.get("KmsKeyId"):
        copy["KmsKeyId"] = require_key(call, call.input["KmsKeyId"])
    kept(call, "serverless cache snapshot")[name] = copy
    tag(call, copy["ARN"], call.input.get("Tags"))
    return {"ServerlessCacheSnapshot": copy}


@replaces("elasticache", "DeleteServerlessCacheSnapshot")
def delete_snapshot(call: Call) -> Any:
    snapshot = _snapshot(call, call.input["ServerlessCacheSnapshotName"])
    del kept(call, "serverless cache snapshot")[snapshot["ServerlessCacheSnapshotName"]]
    call.remembered("tags").pop(snapshot["ARN"], None)
    return {"ServerlessCacheSnapshot": {**snapshot, "Status": "deleting"}}


def _snapshot(call: Call, name: str) -> Record:
    return found(call, "serverless cache snapshot", name, "ServerlessCacheSnapshotNotFoundFault")


def _require_snapshot(call: Call, arn: str) -> None:
    """A snapshot of a serverless cache or of a replication group, or a file in a bucket."""
    if arn.startswith("arn:aws:s3:::"):
        require_object(call, arn)
        return
    known = [*kept(call, "serverless cache snapshot").values(), *kept(call, "snapshot").values()]
    if arn not in [snapshot["ARN"] for snapshot in known]:
        raise AwsError("ServerlessCacheSnapshotNotFoundFault", f"The snapshot {arn} was not found.", 404)
