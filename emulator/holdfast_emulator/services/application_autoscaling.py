"""Application Auto Scaling: tags, which moto lacks, and the checks that AWS makes on policies and actions."""

from __future__ import annotations

import re
from typing import Any

from ..engine.call import Call
from ..engine.errors import AwsError
from ..engine.registry import amends, checks, replaces
from .elbv2 import load_balancers_of

SERVICE = "application-autoscaling"

# https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-service-linked-roles.html
_LINKED_ROLES = {
    "dynamodb": "AWSServiceRoleForApplicationAutoScaling_DynamoDBTable",
    "ecs": "AWSServiceRoleForApplicationAutoScaling_ECSService",
    "elasticache": "AWSServiceRoleForApplicationAutoScaling_ElastiCacheRG",
    "lambda": "AWSServiceRoleForApplicationAutoScaling_LambdaConcurrency",
    "rds": "AWSServiceRoleForApplicationAutoScaling_RDSCluster",
}

_RESOURCE_LABEL = re.compile(r"^(?P<lb>app/[^/]+/[0-9a-f]+)/(?P<group>targetgroup/[^/]+/[0-9a-f]+)$")


@checks(SERVICE, "RegisterScalableTarget")
def refuse_inverted_capacity(call: Call) -> None:
    target = _target(call)
    low = call.input.get("MinCapacity", target.min_capacity if target else None)
    high = call.input.get("MaxCapacity", target.max_capacity if target else None)
    if low is None or high is None:
        raise AwsError("ValidationException", "The minimum and maximum capacity must be specified for a new target")
    if low > high:
        raise AwsError("ValidationException", "Maximum capacity cannot be less than minimum capacity")


@amends(SERVICE, "RegisterScalableTarget")
def keep_tags(call: Call, output: dict) -> None:
    if call.input.get("Tags"):
        _tags(call).setdefault(output["ScalableTargetARN"], {}).update(call.input["Tags"])


@amends(SERVICE, "RegisterScalableTarget")
def move_count_into_range(call: Call, output: dict) -> None:
    """AWS moves the running count of an ECS service to the nearest that the range allows, as a policy would."""
    if call.input["ScalableDimension"] != "ecs:service:DesiredCount":
        return
    target = _target(call)
    _, cluster, name = call.input["ResourceId"].split("/")
    service = call.backend("ecs").services.get(f"{cluster}:{name}")
    if service is not None and target is not None:
        service.desired_count = min(max(service.desired_count, target.min_capacity), target.max_capacity)


@amends(SERVICE, "DescribeScalableTargets")
def tell_role(call: Call, output: dict) -> None:
    """Without a role in the request AWS uses the service-linked one, and tells it."""
    for target in output.get("ScalableTargets", []):
        service = target["ServiceNamespace"]
        if not target.get("RoleARN") and service in _LINKED_ROLES:
            role = f"aws-service-role/{service}.application-autoscaling.amazonaws.com/{_LINKED_ROLES[service]}"
            target["RoleARN"] = call.arn("iam", f"role/{role}", region="")


@replaces(SERVICE, "ListTagsForResource")
def list_tags(call: Call) -> dict[str, Any]:
    return {"Tags": _tags(call).get(_known_arn(call), {})}


@replaces(SERVICE, "TagResource")
def tag(call: Call) -> dict[str, Any]:
    _tags(call).setdefault(_known_arn(call), {}).update(call.input["Tags"])
    return {}


@replaces(SERVICE, "UntagResource")
def untag(call: Call) -> dict[str, Any]:
    tags = _tags(call).get(_known_arn(call), {})
    for key in call.input["TagKeys"]:
        tags.pop(key, None)
    return {}


@checks(SERVICE, "PutScalingPolicy", "PutScheduledAction")
def refuse_without_target(call: Call) -> None:
    if _target(call) is None:
        place = ", ".join(
            f"{words}: {call.input.get(name)}"
            for words, name in (
                ("service namespace", "ServiceNamespace"),
                ("resource ID", "ResourceId"),
                ("scalable dimension", "ScalableDimension"),
            )
        )
        raise AwsError("ObjectNotFoundException", f"No scalable target registered for {place}")


@checks(SERVICE, "PutScalingPolicy")
def refuse_wrong_resource_label(call: Call) -> None:
    """A policy on the requests per target must name a target group that really belongs to that load balancer."""
    tracking = call.input.get("TargetTrackingScalingPolicyConfiguration") or {}
    metric = tracking.get("PredefinedMetricSpecification") or {}
    if metric.get("PredefinedMetricType") != "ALBRequestCountPerTarget":
        return
    label = metric.get("ResourceLabel") or ""
    parts = _RESOURCE_LABEL.match(label)
    if parts is None:
        raise AwsError(
            "ValidationException",
            f"Resource label '{label}' must have the form app/<name>/<id>/targetgroup/<name>/<id>.",
        )
    balancers = call.backend("elbv2")
    group = call.arn("elasticloadbalancing", parts["group"])
    balancer = call.arn("elasticloadbalancing", f"loadbalancer/{parts['lb']}")
    if group not in balancers.target_groups or balancer not in load_balancers_of(call, group):
        raise AwsError(
            "ValidationException",
            f"Resource label '{label}' names no target group that is attached to that load balancer.",
        )


@amends(SERVICE, "DeregisterScalableTarget")
def drop_what_hung_on_it(call: Call, output: dict) -> None:
    """With a target go its policies and scheduled actions."""
    backend = call.backend("applicationautoscaling")
    place = _place(call)
    for key, policy in list(backend.policies.items()):
        if (policy.service_namespace, policy.resource_id, policy.scalable_dimension) == place:
            del backend.policies[key]
    backend.scheduled_actions = [
        action
        for action in backend.scheduled_actions
        if (action.service_namespace, action.resource_id, action.scalable_dimension) != place
    ]


def _tags(call: Call) -> dict[str, dict[str, str]]:
    return call.remembered("tags")


def _known_arn(call: Call) -> str:
    arn = call.input["ResourceARN"]
    targets = call.backend("applicationautoscaling").targets
    if not any(target.arn == arn for by_id in targets.values() for target in by_id.values()):
        raise AwsError("ResourceNotFoundException", f"The specified resource doesn't exist: {arn}")
    return arn


def _target(call: Call) -> Any | None:
    targets = call.backend("applicationautoscaling").targets
    return targets.get(call.input.get("ScalableDimension"), {}).get(call.input.get("ResourceId"))


def _place(call: Call) -> tuple[str, str, str]:
    return call.input["ServiceNamespace"], call.input["ResourceId"], call.input["ScalableDimension"]
