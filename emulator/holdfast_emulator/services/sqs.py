"""SQS: addresses of queues, who may send dead letters to one, and attributes that stay when others are set."""

from __future__ import annotations

import json
from typing import Any

from ..authorization.needs.encryption import DNS_SUFFIXES
from ..authorization.needs.state import partition
from ..engine.call import Call
from ..engine.errors import AwsError
from ..engine.registry import amends, checks, replaces

REDRIVE_ALLOW = "RedriveAllowPolicy"
_PERMISSIONS = ("allowAll", "byQueue", "denyAll")
_MOST_SOURCES = 10


def _queue(call: Call) -> Any:
    """moto's queue; None where there is none, which moto answers itself."""
    return call.backend("sqs").queues.get(str(call.input.get("QueueUrl")).rpartition("/")[2])


@checks("sqs", "CreateQueue", "SetQueueAttributes")
def redrive_allow_policy(call: Call) -> None:
    """SQS API Reference, SetQueueAttributes, RedriveAllowPolicy."""
    given = (call.input.get("Attributes") or {}).get(REDRIVE_ALLOW)
    if not given:
        return
    refused = AwsError("InvalidParameterValue", f"Value {given} for parameter {REDRIVE_ALLOW} is invalid.")
    try:
        policy = json.loads(given)
    except ValueError:
        raise refused from None
    if not isinstance(policy, dict) or policy.get("redrivePermission") not in _PERMISSIONS:
        raise refused
    sources = policy.get("sourceQueueArns")
    by_queue = policy["redrivePermission"] == "byQueue"
    if by_queue != bool(sources) or (by_queue and len(sources) > _MOST_SOURCES):
        raise refused


@replaces("sqs", "SetQueueAttributes")
def set_queue_attributes(call: Call) -> dict[str, Any]:
    """moto takes the queue's policy away whenever another attribute is set."""
    attributes = dict(call.input.get("Attributes") or {})
    policy = getattr(_queue(call), "policy", None)
    if policy and "Policy" not in attributes:
        attributes["Policy"] = policy
    return call.moto({**call.input, "Attributes": attributes})


@replaces("sqs", "GetQueueAttributes")
def get_queue_attributes(call: Call) -> dict[str, Any]:
    """moto keeps who may send dead letters, and refuses to tell."""
    names = list(call.input.get("AttributeNames") or [])
    output = call.moto({**call.input, "AttributeNames": [name for name in names if name != REDRIVE_ALLOW]})
    attributes = dict(output.get("Attributes") or {})
    queue = _queue(call)
    allowed = getattr(queue, "redrive_allow_policy", None)
    if allowed and (REDRIVE_ALLOW in names or "All" in names):
        attributes[REDRIVE_ALLOW] = allowed
    if "RedrivePolicy" in attributes:
        # As SQS writes it: the provider compares the texts.
        attributes["RedrivePolicy"] = json.dumps(json.loads(attributes["RedrivePolicy"]), separators=(",", ":"))
    if "SqsManagedSseEnabled" in attributes and getattr(queue, "kms_master_key_id", None):
        # SQS API Reference, SetQueueAttributes: "Only one server-side encryption option is supported per queue".
        attributes["SqsManagedSseEnabled"] = "false"
    return {"Attributes": attributes} if attributes else {}


@amends("sqs", "CreateQueue", "GetQueueUrl")
def queue_url(call: Call, output: dict[str, Any]) -> None:
    """SQS Developer Guide, "Queue and message identifiers". moto tells the address that it was asked at."""
    output["QueueUrl"] = _address(call, output["QueueUrl"])


@amends("sqs", "ListQueues")
def queue_urls(call: Call, output: dict[str, Any]) -> None:
    """The same for each of a list."""
    if output.get("QueueUrls"):
        output["QueueUrls"] = [_address(call, url) for url in output["QueueUrls"]]


def _address(call: Call, url: str) -> str:
    suffix = DNS_SUFFIXES.get(partition(call), "amazonaws.com")
    return f"https://sqs.{call.region}.{suffix}/{call.account}/{url.rpartition('/')[2]}"
