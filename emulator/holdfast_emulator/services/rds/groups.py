"""Subnet groups and parameter groups: moto keeps them, with what it gets wrong put right."""

from __future__ import annotations

import re
from typing import Any

from ...engine.call import Call
from ...engine.errors import AwsError
from ...engine.registry import amends, checks, replaces
from ..ec2 import known_subnets
from .records import instances, invalid_combination, invalid_value

# Parameters of PostgreSQL that take effect at a reboot only, of those that people set.
_STATIC_PARAMETERS = {
    "autovacuum_freeze_max_age",
    "autovacuum_max_workers",
    "huge_pages",
    "max_connections",
    "max_locks_per_transaction",
    "max_logical_replication_workers",
    "max_prepared_transactions",
    "max_replication_slots",
    "max_wal_senders",
    "max_worker_processes",
    "rds.logical_replication",
    "shared_buffers",
    "shared_preload_libraries",
    "superuser_reserved_connections",
    "track_activity_query_size",
    "track_commit_timestamp",
    "wal_buffers",
}


def subnet_group(call: Call, name: str | None) -> dict[str, Any]:
    """The subnet group in AWS's words. Without a name it is that of the default VPC."""
    groups = call.backend().subnet_groups
    if name and name in groups:
        group = groups[name]
        return {
            "DBSubnetGroupName": group.name,
            "DBSubnetGroupDescription": group.description,
            "DBSubnetGroupArn": group.arn,
            "SubnetGroupStatus": "Complete",
            "VpcId": group.vpc_id,
            "Subnets": group.subnets,
        }
    if name and name != "default":
        raise AwsError("DBSubnetGroupNotFoundFault", f"DB subnet group '{name}' does not exist.", 404)
    vpc = call.backend("ec2").default_vpc
    subnets = [s for s in known_subnets(call).values() if vpc is not None and s.vpc_id == vpc.id]
    return {
        "DBSubnetGroupName": "default",
        "DBSubnetGroupDescription": "default",
        "SubnetGroupStatus": "Complete",
        "VpcId": vpc.id if vpc is not None else None,
        "Subnets": [
            {
                "SubnetIdentifier": s.id,
                "SubnetStatus": "Active",
                "SubnetAvailabilityZone": {"Name": s.availability_zone},
            }
            for s in subnets
        ],
    }


def parameter_family(call: Call, name: str) -> str:
    if name.startswith("default."):
        return name.removeprefix("default.")
    groups = call.backend().db_parameter_groups
    if name not in groups:
        raise AwsError("DBParameterGroupNotFound", f"DBParameterGroup not found: {name}", 404)
    return groups[name].family


@checks("rds", "CreateDBSubnetGroup", "ModifyDBSubnetGroup")
def refuse_subnets(call: Call) -> None:
    known = known_subnets(call)
    missing = [subnet for subnet in call.input["SubnetIds"] if subnet not in known]
    if missing:
        raise AwsError("InvalidSubnet", f"Some input subnets in :{missing} are invalid.")
    subnets = [known[subnet] for subnet in call.input["SubnetIds"]]
    if len({subnet.vpc_id for subnet in subnets}) > 1:
        raise AwsError("InvalidSubnet", "The DB subnet group has subnets of more than one VPC.")
    zones = sorted({subnet.availability_zone for subnet in subnets})
    if len(zones) < 2:
        raise AwsError(
            "DBSubnetGroupDoesNotCoverEnoughAZs",
            "The DB subnet group doesn't meet Availability Zone (AZ) coverage requirement. Current AZ coverage: "
            f"{', '.join(zones)}. Add subnets to cover at least 2 AZs.",
        )


@checks("rds", "CreateDBSubnetGroup")
def refuse_subnet_group_name(call: Call) -> None:
    name = call.input["DBSubnetGroupName"]
    if not re.match(r"^[a-zA-Z0-9 ._-]{1,255}$", name) or name.lower() == "default":
        raise invalid_value(f"The parameter DBSubnetGroupName is not a valid identifier: {name}")
    if name in call.backend().subnet_groups:
        raise AwsError("DBSubnetGroupAlreadyExists", f"The DB subnet group '{name}' already exists.")


@replaces("rds", "ModifyDBSubnetGroup")
def modify_db_subnet_group(call: Call) -> dict[str, Any]:
    """moto loses the group. A subnet in which an instance lives cannot be taken out."""
    name, wanted = call.input["DBSubnetGroupName"], call.input["SubnetIds"]
    current = subnet_group(call, name)
    group = call.backend().subnet_groups[name]
    known = known_subnets(call)
    if known[wanted[0]].vpc_id != current["VpcId"]:
        raise AwsError("InvalidSubnet", f"The subnets are not in {current['VpcId']}, the VPC of the group.")
    for instance in instances(call).values():
        used = [s for s in instance.subnets if s not in wanted]
        if instance.settings.get("DBSubnetGroupName") == group.name and used:
            raise AwsError("SubnetAlreadyInUse", f"The subnet {used[0]} is in use by {instance.identifier}.")
    group.subnets = [known[subnet] for subnet in wanted]
    group.description = call.input.get("DBSubnetGroupDescription") or group.description
    return {"DBSubnetGroup": subnet_group(call, name)}


@checks("rds", "DeleteDBSubnetGroup")
def refuse_used_subnet_group(call: Call) -> None:
    name = call.input["DBSubnetGroupName"].lower()
    for instance in instances(call).values():
        if instance.settings.get("DBSubnetGroupName") == name:
            raise AwsError(
                "InvalidDBSubnetGroupStateFault",
                f"Cannot delete the subnet group '{name}' because at least one database instance: "
                f"{instance.identifier} is still using it.",
            )


@checks("rds", "CreateDBParameterGroup")
def refuse_family(call: Call) -> None:
    from .engines import POSTGRES

    family = call.input["DBParameterGroupFamily"]
    if family.startswith("postgres") and family not in {f"postgres{major}" for major in POSTGRES}:
        raise invalid_value(f"ParameterGroupFamily {family} is not a valid parameter group family")


@checks("rds", "ModifyDBParameterGroup")
def refuse_immediate_static_parameter(call: Call) -> None:
    family = parameter_family(call, call.input["DBParameterGroupName"])
    for parameter in call.input.get("Parameters") or []:
        static = family.startswith("postgres") and parameter["ParameterName"] in _STATIC_PARAMETERS
        if static and parameter.get("ApplyMethod") == "immediate":
            raise invalid_combination(
                f"cannot use immediate apply method for static parameter {parameter['ParameterName']}"
            )


@replaces("rds", "DescribeDBParameters")
def describe_db_parameters(call: Call) -> dict[str, Any]:
    """Only what somebody set is known here, so there are no defaults to tell."""
    name = call.input["DBParameterGroupName"]
    family = parameter_family(call, name)
    if name.startswith("default.") or call.input.get("Source") not in (None, "user"):
        return {"Parameters": []}
    told = []
    for parameter in call.backend().db_parameter_groups[name].parameters.values():
        static = family.startswith("postgres") and parameter["ParameterName"] in _STATIC_PARAMETERS
        told.append(
            {
                "ApplyMethod": "pending-reboot",
                **parameter,
                "Source": "user",
                "IsModifiable": True,
                "ApplyType": "static" if static else "dynamic",
            }
        )
    return {"Parameters": told}


@replaces("rds", "ResetDBParameterGroup")
def reset_db_parameter_group(call: Call) -> dict[str, Any]:
    name = call.input["DBParameterGroupName"]
    parameter_family(call, name)
    parameters = call.backend().db_parameter_groups[name].parameters
    if call.input.get("ResetAllParameters"):
        parameters.clear()
    for parameter in call.input.get("Parameters") or []:
        parameters.pop(parameter["ParameterName"], None)
    return {"DBParameterGroupName": name}


@amends("rds", "DescribeDBParameterGroups")
def tell_default_group(call: Call, output: dict) -> None:
    """The groups of AWS exist in each account; a group that does not exist is an error."""
    name = call.input.get("DBParameterGroupName")
    if not name or output.get("DBParameterGroups"):
        return
    family = parameter_family(call, name)
    output["DBParameterGroups"] = [
        {
            "DBParameterGroupName": name,
            "DBParameterGroupFamily": family,
            "Description": f"Default parameter group for {family}",
            "DBParameterGroupArn": call.arn("rds", f"pg:{name}"),
        }
    ]


@checks("rds", "DeleteDBParameterGroup")
def refuse_used_parameter_group(call: Call) -> None:
    name = call.input["DBParameterGroupName"]
    if any(instance.settings["DBParameterGroupName"] == name for instance in instances(call).values()):
        raise AwsError(
            "InvalidDBParameterGroupState",
            f"One or more database instances are still members of this parameter group {name}, so the group cannot be "
            "deleted",
        )
