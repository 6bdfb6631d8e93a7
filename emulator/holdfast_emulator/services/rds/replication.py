"""How a read replica follows its source, and RDS's metric of it: ReplicaLag, in the replica's region."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

from ...engine.call import Call
from ...engine.registry import replaces
from ..waits import waiting_time
from .records import Instance, instance_named

# A busy source's replica is a second behind, give or take.
_seconds_behind = waiting_time("rds", "replica-lag", 1.0, "how far read replicas are behind their sources")


def status_info(call: Call, replica: Instance) -> dict[str, Any]:
    """API reference, DBInstanceStatusInfo."""
    status = {"StatusType": "read replication", "Status": "replicating", "Normal": True}
    if replica.cut_loose:
        return {**status, "Status": "terminated", "Normal": False, "Message": "The source DB instance was deleted."}
    if _cut_off_since(call, replica) is not None:
        return {**status, "Status": "error", "Normal": False, "Message": "The source DB instance can't be reached."}
    return status


def replica_lag(call: Call, identifier: str) -> float | None:
    """Seconds since what the replica has replayed was written; None where nothing is measured.

    It grows while the source cannot be reached. RDS guide, "Monitoring replication in RDS for PostgreSQL".
    """
    replica = instance_named(call.seen_as("rds"), identifier)
    if replica is None or not replica.source:
        return None
    if replica.cut_loose:
        return -1.0
    cut = _cut_off_since(call, replica)
    away = 0.0 if cut is None else (datetime.now(timezone.utc) - cut).total_seconds()
    return _seconds_behind(call) + away


def _cut_off_since(call: Call, replica: Instance) -> datetime | None:
    home = str(replica.source).split(":")[3]
    return None if home == replica.region else call.cut_off_since(home)


@replaces("cloudwatch", "GetMetricStatistics")
def get_metric_statistics(call: Call) -> Any:
    """The lag as it is now, as one figure of the last minute. moto has all that was put."""
    if (call.input["Namespace"], call.input["MetricName"]) != ("AWS/RDS", "ReplicaLag"):
        return call.moto()
    named = {each["Name"]: each["Value"] for each in call.input.get("Dimensions") or []}
    lag = replica_lag(call, named.get("DBInstanceIdentifier", ""))
    minute = datetime.now(timezone.utc) - timedelta(seconds=1)
    point = {"Timestamp": minute, "Unit": "Seconds", **{name: lag for name in call.input.get("Statistics") or []}}
    return {"Label": "ReplicaLag", "Datapoints": [] if lag is None else [point]}
