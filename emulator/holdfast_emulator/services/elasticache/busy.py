"""Replication groups that are being made or changed, which refuse to be changed meanwhile."""

from __future__ import annotations

import time
from typing import Any

from ...engine.call import Call
from ...engine.errors import AwsError
from ...engine.registry import amends, checks
from ..waits import waiting_time

_CHANGES = (
    "DecreaseReplicaCount",
    "IncreaseReplicaCount",
    "ModifyReplicationGroup",
    "ModifyReplicationGroupShardConfiguration",
)
# Minutes in AWS. The AWS provider waits 30 s before it asks for the first time, so this costs it nothing.
_seconds = waiting_time("elasticache", "cache-changes", 20, "how long a cache is being made or changed")


@checks("elasticache", *_CHANGES, "DeleteReplicationGroup", "CreateSnapshot")
def refuse_while_busy(call: Call) -> None:
    name = (call.input.get("ReplicationGroupId") or "").lower()
    status = _status(call, name)
    if status:
        raise AwsError(
            "InvalidReplicationGroupState",
            f"Replication group {name} has status {status}, which is not valid for the requested operation.",
        )


@amends("elasticache", "CreateReplicationGroup", *_CHANGES)
def occupy(call: Call, output: dict[str, Any]) -> None:
    group, is_new = output["ReplicationGroup"], call.operation == "CreateReplicationGroup"
    _busy(call)[group["ReplicationGroupId"]] = ("creating" if is_new else "modifying", time.monotonic())
    group["Status"] = _status(call, group["ReplicationGroupId"]) or group["Status"]


@amends("elasticache", "DescribeReplicationGroups")
def tell_status(call: Call, output: dict[str, Any]) -> None:
    for group in output["ReplicationGroups"]:
        group["Status"] = _status(call, group["ReplicationGroupId"]) or group["Status"]


@amends("elasticache", "DeleteReplicationGroup")
def forget(call: Call, output: dict[str, Any]) -> None:
    _busy(call).pop(output["ReplicationGroup"]["ReplicationGroupId"], None)


def _busy(call: Call) -> dict[str, tuple[str, float]]:
    return call.remembered("busy groups")


def _status(call: Call, name: str) -> str | None:
    """What the group is busy with, or None."""
    status, since = _busy(call).get(name, (None, 0.0))
    return status if time.monotonic() < since + _seconds(call) else None
