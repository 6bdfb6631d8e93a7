"""Event subscriptions: moto has no way to change one, and does not look whether the topic exists."""

from __future__ import annotations

from typing import Any

from ...engine.call import Call
from ...engine.errors import AwsError
from ...engine.registry import replaces
from .records import forget_tags, instances, invalid_value, now, tag
from .snapshots import snapshots

_SOURCE_TYPES = (
    "blue-green-deployment",
    "custom-engine-version",
    "db-cluster",
    "db-cluster-snapshot",
    "db-instance",
    "db-parameter-group",
    "db-proxy",
    "db-security-group",
    "db-snapshot",
)


def _subscriptions(call: Call) -> dict[str, dict[str, Any]]:
    return call.remembered("event subscriptions")


def _subscription(call: Call) -> dict[str, Any]:
    name = call.input["SubscriptionName"]
    if name not in _subscriptions(call):
        raise AwsError("SubscriptionNotFound", f"Event notification subscription {name} not found.", 404)
    return _subscriptions(call)[name]


@replaces("rds", "CreateEventSubscription")
def create_event_subscription(call: Call) -> dict[str, Any]:
    name = call.input["SubscriptionName"]
    if name in _subscriptions(call):
        raise AwsError("SubscriptionAlreadyExist", f"Event subscription {name} already exists.")
    _require_topic(call)
    kind, sources = call.input.get("SourceType"), call.input.get("SourceIds") or []
    _refuse_sources(call, kind, sources)
    subscription = {
        "CustSubscriptionId": name,
        "CustomerAwsId": call.account,
        "EventSubscriptionArn": call.arn("rds", f"es:{name}"),
        "SnsTopicArn": call.input["SnsTopicArn"],
        "Status": "active",
        "SubscriptionCreationTime": now().strftime("%Y-%m-%d %H:%M:%S"),
        "SourceType": kind,
        "SourceIdsList": sorted(sources),
        "EventCategoriesList": sorted(call.input.get("EventCategories") or []),
        "Enabled": call.input.get("Enabled", True),
    }
    _subscriptions(call)[name] = subscription
    tag(call, subscription["EventSubscriptionArn"], call.input.get("Tags"))
    return {"EventSubscription": subscription}


@replaces("rds", "ModifyEventSubscription")
def modify_event_subscription(call: Call) -> dict[str, Any]:
    subscription = _subscription(call)
    if "SnsTopicArn" in call.input:
        _require_topic(call)
        subscription["SnsTopicArn"] = call.input["SnsTopicArn"]
    if "SourceType" in call.input:
        subscription["SourceType"] = call.input["SourceType"]
    if "EventCategories" in call.input:
        subscription["EventCategoriesList"] = sorted(call.input["EventCategories"])
    if "Enabled" in call.input:
        subscription["Enabled"] = call.input["Enabled"]
    return {"EventSubscription": subscription}


@replaces("rds", "AddSourceIdentifierToSubscription", "RemoveSourceIdentifierFromSubscription")
def change_sources(call: Call) -> dict[str, Any]:
    subscription, source = _subscription(call), call.input["SourceIdentifier"]
    sources = set(subscription["SourceIdsList"])
    if call.operation.startswith("Add"):
        _refuse_sources(call, subscription["SourceType"], [source])
        sources.add(source)
    else:
        sources.discard(source)
    subscription["SourceIdsList"] = sorted(sources)
    return {"EventSubscription": subscription}


@replaces("rds", "DescribeEventSubscriptions")
def describe_event_subscriptions(call: Call) -> dict[str, Any]:
    if call.input.get("SubscriptionName"):
        return {"EventSubscriptionsList": [_subscription(call)]}
    return {"EventSubscriptionsList": list(_subscriptions(call).values())}


@replaces("rds", "DeleteEventSubscription")
def delete_event_subscription(call: Call) -> dict[str, Any]:
    subscription = _subscription(call)
    del _subscriptions(call)[subscription["CustSubscriptionId"]]
    forget_tags(call, subscription["EventSubscriptionArn"])
    return {"EventSubscription": {**subscription, "Status": "deleting"}}


def _require_topic(call: Call) -> None:
    arn = call.input["SnsTopicArn"]
    if arn not in call.backend("sns").topics:
        raise AwsError("SNSTopicArnNotFound", f"The SNS topic {arn} does not exist in {call.region}.", 404)


def _refuse_sources(call: Call, kind: str | None, sources: list[str]) -> None:
    if kind is None and sources:
        raise invalid_value("The parameter SourceType must be provided when SourceIds are given.")
    if kind is not None and kind not in _SOURCE_TYPES:
        raise invalid_value(f"{kind} is not a valid source type.")
    known: list[str] | None = {"db-instance": [*instances(call)], "db-snapshot": [*snapshots(call)]}.get(kind or "")
    for source in sources if known is not None else []:
        if known is not None and source not in known:
            raise AwsError("SourceNotFound", f"The requested source {source} could not be found.", 404)
