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
    _beginnings(call).setdefault(arn, time.monotonic())
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
    _beginnings(call).pop(arn, None)


@checks("ecs", "UpdateService")
def refuse_what_is_not_active(call: Call) -> None:
    if _arn(call, call.input["service"].rpartition("/")[2]) in _beginnings(call):
        raise AwsError("ServiceNotActiveException", "Service was not ACTIVE.")


@checks("ecs", "DeleteCluster")
def refuse_cluster_that_drains(call: Call) -> None:
    cluster = cluster_of(call)
    if cluster is not None and any(is_draining(call, arn) for arn in _beginnings(call) if f"/{cluster.name}/" in arn):
        raise AwsError("ClusterContainsServicesException", "The Cluster cannot be deleted while Services are active.")


def is_draining(call: Call, service_arn: str) -> bool:
    began = _beginnings(call).get(service_arn)
    return began is not None and time.monotonic() < began + seconds_of_draining(call)


def _beginnings(call: Call) -> dict[str, float]:
    """When each deleted service began to drain; one that was made anew is none of them."""
    return call.remembered("beginnings of draining", service="ecs")


def _tell(call: Call, service: dict[str, Any]) -> None:
    if is_draining(call, service["serviceArn"]):
        service["status"] = "DRAINING"


def _arn(call: Call, name: str) -> str:
    cluster = cluster_of(call)
    return call.arn("ecs", f"service/{cluster.name if cluster else 'default'}/{name}")
