"""The targets of load balancers: ECS registers the running tasks of a service, which here are always well.

moto has no tasks, so none of its target groups would ever have a target: what a DNS record that evaluates the health of
its target sees is made up from the services.
"""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import ip_network
from typing import Any

from ..engine.call import Call
from ..engine.errors import AwsError
from ..engine.registry import controls, replaces
from .ec2 import known_subnets
from .ecs_tasks import failing
from .elbv2 import load_balancers_of

STATES = ("healthy", "unhealthy", "initial", "draining")
# The first addresses of a subnet that AWS does not keep for itself, with room for load balancers and endpoints.
_FIRST_ADDRESS = 100


@replaces("elbv2", "DescribeTargetHealth")
def describe_target_health(call: Call) -> dict[str, Any]:
    arn = call.input["TargetGroupArn"]
    output = call.moto() if not call.input.get("Targets") else {}
    described = [*targets_of(call, arn), *output.get("TargetHealthDescriptions", [])]
    wanted = call.input.get("Targets")
    if not wanted:
        return {"TargetHealthDescriptions": described}
    known = {each["Target"]["Id"] for each in described}
    if all(target["Id"] in known for target in wanted):
        ids = {target["Id"] for target in wanted}
        return {"TargetHealthDescriptions": [each for each in described if each["Target"]["Id"] in ids]}
    return call.moto()


def targets_of(call: Call, target_group_arn: str) -> list[dict[str, Any]]:
    """The tasks that ECS registered in a target group, as DescribeTargetHealth tells them."""
    health = {"State": call.remembered("target states", service="elbv2").get(target_group_arn, "healthy")}
    if health["State"] == "unhealthy":
        health.update(Reason="Target.FailedHealthChecks", Description="Health checks failed")
    if not load_balancers_of(call, target_group_arn):
        health = {
            "State": "unused",
            "Reason": "Target.NotInUse",
            "Description": "Target group is not configured to receive traffic from the load balancer",
        }
    return [
        {"Target": target, "HealthCheckPort": str(target["Port"]), "TargetHealth": health}
        for target in _tasks(call, target_group_arn)
    ]


def _tasks(call: Call, target_group_arn: str) -> Iterator[dict[str, Any]]:
    subnets, number = known_subnets(call), _FIRST_ADDRESS
    kept = call.remembered("services", service="ecs")
    for service in call.backend("ecs").services.values():
        if service.arn in failing(call):
            continue
        settings = kept.get(service.arn, {})
        network = (settings.get("networkConfiguration") or {}).get("awsvpcConfiguration") or {}
        places = [subnets[each] for each in network.get("subnets") or [] if each in subnets]
        for balancer in settings.get("loadBalancers") or []:
            if balancer.get("targetGroupArn") != target_group_arn or service.status != "ACTIVE" or not places:
                continue
            for index in range(int(service.desired_count)):
                place = places[index % len(places)]
                yield {
                    "Id": str(ip_network(place.cidr_block)[number]),
                    "Port": balancer["containerPort"],
                    "AvailabilityZone": place.availability_zone,
                }
                number += 1


@controls("elbv2", "PUT", "target-health")
def set_state(call: Call) -> dict[str, Any]:
    """What the health check of a target group finds from now on, of all its tasks."""
    arn, state = call.input.get("target_group"), call.input.get("state")
    if arn not in call.backend().target_groups:
        raise AwsError("BadControl", f"There is no target group {arn} in {call.region}; give its region and ARN.")
    if state not in STATES:
        raise AwsError("BadControl", f"The state of the targets is one of {', '.join(STATES)}, not {state}.")
    call.remembered("target states")[arn] = state
    return {"target_group": arn, "state": state}
