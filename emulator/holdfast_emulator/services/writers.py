"""What users of an application write: one row each time, through the load balancer of a region into the database that its
tasks know. A test or a drill plays the users; here is decided whether their region answers, and who keeps the row.

A region that is cut off answers nobody, in either mode of the outage: with ``error``, users get errors. When it comes back,
the tasks that ran there answer again at once, with the database that they had.
"""

from __future__ import annotations

from typing import Any

from ..engine.call import Call
from ..engine.errors import AwsError
from ..engine.registry import controls
from .elbv2 import load_balancers_of
from .rds.proxies import proxies_before
from .rds.records import Instance, address_of, instances, now, require_instance
from .rds.rows import Row, iso
from .target_health import targets_of

# A database that is being changed or backed up goes on serving.
_SERVING = ("available", "backing-up", "modifying")


@controls("rds", "POST", "rows")
def write(call: Call) -> dict[str, Any]:
    """Write a row, if somebody is there to take it: {"region", "load_balancer": ARN, "client": name, "number": N}."""
    balancer, client, number = (call.input.get(name) for name in ("load_balancer", "client", "number"))
    if not isinstance(client, str) or isinstance(number, bool) or not isinstance(number, int):
        raise AwsError("BadControl", "Give the client that writes, by a name, and the number of its row, from 1.")
    if call.cut_off_since(call.region):
        return _refused(f"{call.region} is cut off")
    if balancer not in call.backend("elbv2").load_balancers:
        return _refused(f"there is no load balancer {balancer} in {call.region}")
    hosts = _hosts(call, balancer)
    if not hosts:
        return _refused("no healthy target")
    database = next((one for one in instances(call).values() if hosts & _addresses(call, one)), None)
    if database is None:
        return _refused("the tasks know no database that is there")
    if database.status not in _SERVING or database.source:
        return _refused(f"the database {database.identifier} is {'a replica' if database.source else database.status}")
    row = Row(client, number, now())
    database.rows.write(row)
    return {"accepted": True, "database": database.resource_id, "at": iso(row.at)}


@controls("rds", "GET", "rows")
def read(call: Call) -> dict[str, Any]:
    """The rows of a database: {"region", "database": name or ARN}."""
    database = require_instance(call, str(call.input.get("database")))
    return {"database": database.resource_id, "rows": database.rows.told()}


def _refused(reason: str) -> dict[str, Any]:
    return {"accepted": False, "reason": reason}


def _hosts(call: Call, balancer: str) -> set[str]:
    """What is in the environment of the tasks that the load balancer leads to; their database's address is among it."""
    elbv2, ecs = call.seen_as("elbv2"), call.seen_as("ecs")
    healthy = {
        group
        for group in elbv2.backend().target_groups
        if balancer in load_balancers_of(elbv2, group)
        and any(target["TargetHealth"]["State"] == "healthy" for target in targets_of(elbv2, group))
    }
    kept, values = ecs.remembered("services"), set()
    for service in ecs.backend().services.values():
        groups = {one.get("targetGroupArn") for one in kept.get(service.arn, {}).get("loadBalancers") or []}
        if service.status == "ACTIVE" and groups & healthy:
            definition = ecs.backend().describe_task_definition(service.task_definition)
            for container in definition.container_definitions:
                values |= {each.get("value") for each in container.get("environment") or []}
    return values


def _addresses(call: Call, instance: Instance) -> set[str]:
    """Where clients find a database: its own address, and those of the proxies in front of it."""
    return {address_of(instance), *proxies_before(call, instance)}
