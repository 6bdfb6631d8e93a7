"""CloudWatch, its logs, and the tagging API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..need import Need
from .inputs import texts
from .table import Table

if TYPE_CHECKING:
    from ...engine.call import Call


def _groups(call: Call) -> list[str]:
    """By name, or by ARN with and without ``:*`` at its end, which means the same group to IAM."""
    members = (
        "logGroupName",
        "logGroupNames",
        "logGroupIdentifier",
        "logGroupIdentifiers",
        "resourceArn",
        "resourceIdentifier",
    )
    found = []
    for name in texts(call.input, *members):
        found.append(name.removesuffix(":*") if ":log-group:" in name or not name.startswith("arn:") else name)
    return found


def _streams(call: Call) -> list[str]:
    names = texts(call.input, "logStreamName", "logStreamNames")
    return [f"{group}:log-stream:{name}" for group in texts(call.input, "logGroupName") for name in names]


LOGS = Table(
    "logs",
    names={
        "log-group": _groups,
        "log-stream": _streams,
        "delivery": ("id", "resourceArn"),
        "delivery-destination": lambda call: texts(
            call.input, "deliveryDestinationName", "deliveryDestinationArn", "resourceArn"
        )
        + (texts(call.input, "name") if "DeliveryDestination" in call.operation else []),
        "delivery-source": lambda call: texts(call.input, "deliverySourceName", "resourceArn")
        + (texts(call.input, "name") if "DeliverySource" in call.operation else []),
        "destination": ("destinationName", "destinationArn", "resourceArn"),
        "anomaly-detector": ("anomalyDetectorArn", "resourceArn"),
    },
    keys={
        "logs:LogGeneratingResourceArns": ("resourceArn",),
        "logs:DeliveryDestinationResourceArn": ("deliveryDestinationConfiguration.destinationResourceArn",),
    },
    tagged_by="TagResource",
    passes={
        "PutDestination": {"roleArn": "logs.amazonaws.com"},
        "PutSubscriptionFilter": {"roleArn": "logs.amazonaws.com"},
    },
)


@LOGS.adds("CreateLogGroup")
def group_key(call: Call) -> list[Need]:
    """Logs guide, "Encrypt log data using AWS KMS": a group that is made with a key needs logs:AssociateKmsKey, too."""
    if not call.input.get("kmsKeyId"):
        return []
    return [LOGS.need(call, "AssociateKmsKey", arn) for arn in LOGS.arns(call, "log-group")]


@LOGS.adds("PutDeliverySource")
def logs_of(call: Call) -> list[Need]:
    """Logs guide, "Enable logging from AWS services", V2: the service whose logs are delivered lets it be done."""
    arn = str(call.input.get("resourceArn") or "")
    service = arn.split(":")[2] if arn.startswith("arn:") else ""
    return [Need(f"{service}:AllowVendedLogDeliveryForResource", arn)] if service in _VENDED else []


# Services of our stacks whose logs are delivered so, and that name the action in the reference.
_VENDED = ("cloudfront",)

CLOUDWATCH = Table(
    "cloudwatch",
    names={
        "alarm": ("AlarmName", "AlarmNames", "ResourceARN"),
        "dashboard": ("DashboardName", "DashboardNames"),
        "insight-rule": ("RuleName", "ResourceARN"),
        "metric-stream": ("Name", "ResourceARN"),
    },
    keys={"cloudwatch:namespace": ("Namespace",), "cloudwatch:AlarmActions": ("AlarmActions",)},
    tagged_by="TagResource",
    passes={"PutMetricStream": {"RoleArn": "streams.metrics.cloudwatch.amazonaws.com"}},
)
TAGGING = Table("resourcegroupstaggingapi", "tag")
