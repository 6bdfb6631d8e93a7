"""Subnet groups and parameter groups."""

from __future__ import annotations

import re
from typing import Any

from ...engine.call import Call
from ...engine.errors import AwsError
from ...engine.registry import replaces
from .records import VERSIONS, Record, found, invalid_combination, invalid_value, kept, require_subnets, tag

_NAME = re.compile(r"^[a-zA-Z](?!.*--)[a-zA-Z0-9-]{0,254}(?<!-)$")

# The values of the parameters that people set most; others are taken as they come.
_EVICTION = "allkeys-lfu|allkeys-lru|allkeys-random|noeviction|volatile-lfu|volatile-lru|volatile-random|volatile-ttl"
_VALUES = {
    "maxmemory-policy": re.compile(f"^({_EVICTION})$"),
    "notify-keyspace-events": re.compile(r"^[KEg$lshzxetdmnA]*$"),
    "cluster-enabled": re.compile(r"^(yes|no)$"),
    "activedefrag": re.compile(r"^(yes|no)$"),
    "appendonly": re.compile(r"^(yes|no)$"),
    "timeout": re.compile(r"^\d+$"),
    "reserved-memory-percent": re.compile(r"^\d{1,2}(\.\d+)?$|^100$"),
}


@replaces("elasticache", "CreateCacheSubnetGroup")
def create_subnet_group(call: Call) -> Any:
    name = call.input["CacheSubnetGroupName"].lower()
    if not _NAME.match(name):
        raise invalid_value(f"The name {name} is not valid: letters, digits and single hyphens, a letter first.")
    if name in kept(call, "subnet group"):
        raise AwsError("CacheSubnetGroupAlreadyExists", f"Cache subnet group {name} already exists.")
    subnets = require_subnets(call, call.input["SubnetIds"])
    group = {
        "CacheSubnetGroupName": name,
        "CacheSubnetGroupDescription": call.input["CacheSubnetGroupDescription"],
        "VpcId": subnets[0].vpc_id,
        "Subnets": _told(subnets),
        "ARN": call.arn("elasticache", f"subnetgroup:{name}"),
        "SupportedNetworkTypes": ["ipv4"],
    }
    kept(call, "subnet group")[name] = group
    tag(call, group["ARN"], call.input.get("Tags"))
    return {"CacheSubnetGroup": group}


def _told(subnets: list[Any]) -> list[Record]:
    return [
        {
            "SubnetIdentifier": subnet.id,
            "SubnetAvailabilityZone": {"Name": subnet.availability_zone},
            "SupportedNetworkTypes": ["ipv4"],
        }
        for subnet in subnets
    ]


@replaces("elasticache", "ModifyCacheSubnetGroup")
def modify_subnet_group(call: Call) -> Any:
    """Zones in which a cache has nodes must stay."""
    group = subnet_group(call, call.input["CacheSubnetGroupName"])
    if "CacheSubnetGroupDescription" in call.input:
        group["CacheSubnetGroupDescription"] = call.input["CacheSubnetGroupDescription"]
    if "SubnetIds" in call.input:
        subnets = require_subnets(call, call.input["SubnetIds"])
        if subnets[0].vpc_id != group["VpcId"]:
            raise AwsError("InvalidSubnet", f"The subnets are not in {group['VpcId']}, the VPC of the group.")
        left = {subnet.availability_zone for subnet in subnets}
        for cache in kept(call, "replication group").values():
            lost = set(cache["Zones"]) - left
            if cache["CacheSubnetGroupName"] == group["CacheSubnetGroupName"] and lost:
                raise AwsError("SubnetInUse", f"{cache['ReplicationGroupId']} has nodes in {', '.join(sorted(lost))}.")
        group["Subnets"] = _told(subnets)
    return {"CacheSubnetGroup": group}


@replaces("elasticache", "DescribeCacheSubnetGroups")
def describe_subnet_groups(call: Call) -> Any:
    name = call.input.get("CacheSubnetGroupName")
    return {"CacheSubnetGroups": [subnet_group(call, name)] if name else list(kept(call, "subnet group").values())}


@replaces("elasticache", "DeleteCacheSubnetGroup")
def delete_subnet_group(call: Call) -> Any:
    group = subnet_group(call, call.input["CacheSubnetGroupName"])
    name = group["CacheSubnetGroupName"]
    if any(cache["CacheSubnetGroupName"] == name for cache in kept(call, "replication group").values()):
        raise AwsError("CacheSubnetGroupInUse", f"The cache subnet group {name} is in use by a cache cluster.")
    del kept(call, "subnet group")[name]
    call.remembered("tags").pop(group["ARN"], None)
    return {}


def subnet_group(call: Call, name: str) -> Record:
    return found(call, "subnet group", name.lower(), "CacheSubnetGroupNotFoundFault")


@replaces("elasticache", "CreateCacheParameterGroup")
def create_parameter_group(call: Call) -> Any:
    name, family = call.input["CacheParameterGroupName"].lower(), call.input["CacheParameterGroupFamily"]
    if not _NAME.match(name.replace(".", "-")):
        raise invalid_value(f"The name {name} is not valid: letters, digits and single hyphens, a letter first.")
    if name in kept(call, "parameter group"):
        raise AwsError("CacheParameterGroupAlreadyExists", f"Cache parameter group {name} already exists.")
    families = {family for versions in VERSIONS.values() for _, family in versions.values()}
    if family not in families:
        raise invalid_value(f"CacheParameterGroupFamily {family} is not a valid parameter group family.")
    group = {
        "CacheParameterGroupName": name,
        "CacheParameterGroupFamily": family,
        "Description": call.input["Description"],
        "IsGlobal": False,
        "ARN": call.arn("elasticache", f"parametergroup:{name}"),
        "parameters": {},
    }
    kept(call, "parameter group")[name] = group
    tag(call, group["ARN"], call.input.get("Tags"))
    return {"CacheParameterGroup": group}


@replaces("elasticache", "DescribeCacheParameterGroups")
def describe_parameter_groups(call: Call) -> Any:
    name = call.input.get("CacheParameterGroupName")
    return {
        "CacheParameterGroups": [_parameter_group(call, name)] if name else list(kept(call, "parameter group").values())
    }


@replaces("elasticache", "DescribeCacheParameters")
def describe_parameters(call: Call) -> Any:
    """Only what somebody set is known here, so there are no defaults to tell."""
    group = _parameter_group(call, call.input["CacheParameterGroupName"])
    if call.input.get("Source") not in (None, "user"):
        return {"Parameters": []}
    told = [
        {"ParameterName": name, "ParameterValue": value, "Source": "user", "IsModifiable": True}
        for name, value in group["parameters"].items()
    ]
    return {"Parameters": told}


@replaces("elasticache", "ModifyCacheParameterGroup")
def modify_parameter_group(call: Call) -> Any:
    group = _own_parameter_group(call)
    for parameter in call.input["ParameterNameValues"]:
        name, value = parameter["ParameterName"], parameter.get("ParameterValue", "")
        if name in _VALUES and not _VALUES[name].match(value):
            raise invalid_value(f"The parameter {name} cannot have the value '{value}'.")
        group["parameters"][name] = value
    return {"CacheParameterGroupName": group["CacheParameterGroupName"]}


@replaces("elasticache", "ResetCacheParameterGroup")
def reset_parameter_group(call: Call) -> Any:
    group = _own_parameter_group(call)
    if call.input.get("ResetAllParameters"):
        group["parameters"].clear()
    for parameter in call.input.get("ParameterNameValues") or []:
        group["parameters"].pop(parameter["ParameterName"], None)
    return {"CacheParameterGroupName": group["CacheParameterGroupName"]}


@replaces("elasticache", "DeleteCacheParameterGroup")
def delete_parameter_group(call: Call) -> Any:
    group = _own_parameter_group(call)
    name = group["CacheParameterGroupName"]
    if any(cache["CacheParameterGroupName"] == name for cache in kept(call, "replication group").values()):
        raise AwsError("InvalidCacheParameterGroupState", f"The parameter group {name} is in use by a cache.")
    del kept(call, "parameter group")[name]
    call.remembered("tags").pop(group["ARN"], None)
    return {}


def _parameter_group(call: Call, name: str) -> Record:
    """A group of the account, or one of AWS's, which everybody has."""
    if not name.startswith("default."):
        return found(call, "parameter group", name.lower(), "CacheParameterGroupNotFound")
    sharded = name.endswith(".cluster.on")
    return {
        "CacheParameterGroupName": name,
        "CacheParameterGroupFamily": name.removeprefix("default.").removesuffix(".cluster.on"),
        "Description": f"Default parameter group for {name}",
        "IsGlobal": False,
        "ARN": call.arn("elasticache", f"parametergroup:{name}"),
        "parameters": {"cluster-enabled": "yes"} if sharded else {},
    }


def _own_parameter_group(call: Call) -> Record:
    name = call.input["CacheParameterGroupName"]
    if name.startswith("default."):
        raise AwsError("InvalidCacheParameterGroupState", f"The parameter group {name} cannot be changed.")
    return _parameter_group(call, name)


def require_parameter_group(call: Call, name: str, family: str, *, sharded: bool) -> None:
    group = _parameter_group(call, name)
    if group["CacheParameterGroupFamily"] != family:
        raise invalid_combination(
            f"Expected a parameter group of family {family} but found one of family "
            f"{group['CacheParameterGroupFamily']}"
        )
    has_shards = group["parameters"].get("cluster-enabled") == "yes"
    if has_shards != sharded:
        raise invalid_combination(
            f"The parameter group {name} has cluster-enabled={'yes' if has_shards else 'no'}, which does not fit a "
            f"replication group {'with' if sharded else 'without'} cluster mode."
        )
