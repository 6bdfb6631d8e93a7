"""Application Auto Scaling, Cloud Map and Lambda."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..need import Need
from .inputs import texts
from .state import partition
from .table import Table

if TYPE_CHECKING:
    from ...engine.call import Call

SCALING = Table(
    "application-autoscaling",
    names={"ScalableTarget": lambda call: [*texts(call.input, "ResourceARN"), *_targets(call)]},
    keys={
        "application-autoscaling:service-namespace": ("ServiceNamespace",),
        "application-autoscaling:scalable-dimension": ("ScalableDimension",),
    },
    tagged_by="TagResource",
    passes={"RegisterScalableTarget": {"RoleARN": "application-autoscaling.amazonaws.com"}},
)


def _targets(call: Call) -> Iterable[str]:
    """ARNs of scalable targets bear an id; requests name what is scaled. One that is still to be made has none."""
    resource, dimension = call.input.get("ResourceId"), call.input.get("ScalableDimension")
    targets = call.backend("applicationautoscaling").targets.get(dimension, {})
    found = targets.get(resource)
    return [found.arn] if found is not None else []


@SCALING.adds("PutScalingPolicy", "DeleteScalingPolicy")
def alarms_of_target_tracking(call: Call) -> list[Need]:
    """Application Auto Scaling guide, "Permissions required to …": the alarms are made in the name of whoever puts a
    policy that follows a metric."""
    if call.operation == "DeleteScalingPolicy":
        return _alarm_needs(call, ("DescribeAlarms", "DeleteAlarms"))
    names = ("DescribeAlarms", "PutMetricAlarm")
    return _alarm_needs(call, names) if call.input.get("PolicyType") == "TargetTrackingScaling" else []


def _alarm_needs(call: Call, names: Iterable[str]) -> list[Need]:
    start = f"arn:{partition(call)}"
    alarm = f"{start}:cloudwatch:{call.region}:{call.account}:alarm:TargetTracking-{call.input['ResourceId']}-*"
    return [Need(f"cloudwatch:{name}", "*" if name.startswith("Describe") else alarm) for name in names]


@SCALING.adds("RegisterScalableTarget", "PutScalingPolicy")
def scaled_service(call: Call) -> list[Need]:
    """Application Auto Scaling guide, "Identity-based policies": who lets a service be scaled must be able to do so."""
    if call.input.get("ServiceNamespace") != "ecs":
        return []
    start = f"arn:{partition(call)}"
    service = f"{start}:ecs:{call.region}:{call.account}:{call.input['ResourceId']}"
    return [Need(f"ecs:{name}", service) for name in ("DescribeServices", "UpdateService")]


NAMESPACES = Table(
    "servicediscovery",
    names={"namespace": ("NamespaceId", "Id", "ResourceARN"), "service": ("ServiceId", "Id", "ResourceARN")},
    keys={"servicediscovery:NamespaceName": ("Name",)},
    tagged_by="TagResource",
    made=dict.fromkeys(("CreateHttpNamespace", "CreatePrivateDnsNamespace", "CreatePublicDnsNamespace"), "namespace"),
)


def _function(call: Call) -> list[str]:
    return [name.partition("function:")[2] or name for name in texts(call.input, "FunctionName", "Resource")]


LAMBDA = Table(
    "lambda",
    names={
        "function": _function,
        "function alias": lambda call: [
            f"{name}:{alias}" for name in _function(call) for alias in texts(call.input, "Name", "Qualifier")
        ],
        "function version": lambda call: [
            f"{name}:{one}" for name in _function(call) for one in texts(call.input, "Qualifier")
        ],
        "eventSourceMapping": ("UUID",),
        "layer": ("LayerName",),
        "layerVersion": lambda call: [],
        "code signing config": ("CodeSigningConfigArn",),
    },
    keys={"lambda:Principal": ("Principal",), "lambda:FunctionUrlAuthType": ("FunctionUrlAuthType", "AuthType")},
    actions={"Invoke": "InvokeFunction", "InvokeWithResponseStream": "InvokeFunction"},
    tagged_by="TagResource",
    passes={
        "CreateFunction": {"Role": "lambda.amazonaws.com"},
        "UpdateFunctionConfiguration": {"Role": "lambda.amazonaws.com"},
    },
    # Providers of capacity are none that the emulator makes.
    excused=("lambda:PassCapacityProvider",),
)
