"""ECS services that are deleted: their tasks drain for a while, and then they stay known as INACTIVE.

https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeleteService.html
"""

from __future__ import annotations

import time
from typing import Any

from ..engine.call import Call
from ..engine.errors import AwsError
from ..engine.registry import amends, checks
from .ecs import cluster_of
from .waits import waiting_time

# Minutes in AWS: as long as connections are drained. Long enough here for what does not wait to meet it.
seconds_of_draining = waiting_time("ecs", "service-draining", 5, "how long a deleted service of ECS drains")


@amends("ecs", "DeleteService")
def begin_to_drain(call: Call, output: dict[str, Any]) -> None:
    arn = output["service"]["serviceArn"]
    # Deleted once more, it does not begin again.
    _ends(call).setdefault(arn, time.monotonic() + seconds_of_draining(call))
    _tell(call, output["service"])


@amends("ecs", "DescribeServices")
def tell_draining(call: Call, output: dict[str, Any]) -> None:
    for service in output.get("services", []):
        _tell(call, service)


@checks("ecs", "CreateService")
def refuse_name_that_drains(call: Call) -> None:
    arn = _arn(call, call.input["serviceName"])
    if is_draining(call, arn):
        raise AwsError("InvalidParameterException", "Unable to Start a service that is still Draining.")
    _ends(call).pop(arn, None)


@checks("ecs", "UpdateService")
def refuse_what_is_not_active(call: Call) -> None:
    if _arn(call, call.input["service"].rpartition("/")[2]) in _ends(call):
        raise AwsError("ServiceNotActiveException", "Service was not ACTIVE.")


@checks("ecs", "DeleteCluster")
def refuse_cluster_that_drains(call: Call) -> None:
    cluster = cluster_of(call)
    if cluster is not None and any(is_draining(call, arn) for arn in _ends(call) if f"/{cluster.name}/" in arn):
        raise AwsError("ClusterContainsServicesException", "The Cluster cannot be deleted while Services are active.")


def is_draining(call: Call, service_arn: str) -> bool:
    return bool(time.monotonic() < _ends(call).get(service_arn, 0))


def _ends(call: Call) -> dict[str, float]:
    """When each deleted service stops to drain; one that was made anew is none of them."""
    return call.remembered("ends of draining", service="ecs")


def _tell(call: Call, service: dict[str, Any]) -> None:
    if is_draining(call, service["serviceArn"]):
        service["status"] = "DRAINING"


def _arn(call: Call, name: str) -> str:
    cluster = cluster_of(call)
    return call.arn("ecs", f"service/{cluster.name if cluster else 'default'}/{name}")
