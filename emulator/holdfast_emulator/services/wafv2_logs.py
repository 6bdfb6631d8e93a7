"""Where web ACLs write their logs."""

from __future__ import annotations

import re
from typing import Any

from ..engine.call import Call
from ..engine.errors import AwsError
from ..engine.registry import replaces
from .wafv2 import invalid, logging_configurations, missing, store

LOG_PREFIX = "aws-waf-logs-"

_LOGGABLE_FIELDS = ("SingleHeader", "UriPath", "QueryString", "Method")


@replaces("wafv2", "PutLoggingConfiguration")
def put_logging(call: Call) -> dict[str, Any]:
    config = call.input["LoggingConfiguration"]
    if config["ResourceArn"] not in store(call):
        raise missing(config["ResourceArn"])
    if len(config["LogDestinationConfigs"]) != 1:
        raise invalid("There is exactly one destination", "LOG_DESTINATION")
    _refuse_bad_destination(call, config["LogDestinationConfigs"][0])
    for field in config.get("RedactedFields") or []:
        if not any(name in field for name in _LOGGABLE_FIELDS):
            raise invalid(f"Only {', '.join(_LOGGABLE_FIELDS)} can be redacted", "LOGGING_REDACTED_FIELDS")
    kept = {"ManagedByFirewallManager": False, "LogType": "WAF_LOGS", "LogScope": "CUSTOMER", **config}
    logging_configurations(call)[config["ResourceArn"]] = kept
    return {"LoggingConfiguration": kept}


@replaces("wafv2", "GetLoggingConfiguration")
def get_logging(call: Call) -> dict[str, Any]:
    if call.input["ResourceArn"] not in logging_configurations(call):
        raise missing(call.input["ResourceArn"])
    return {"LoggingConfiguration": logging_configurations(call)[call.input["ResourceArn"]]}


@replaces("wafv2", "DeleteLoggingConfiguration")
def delete_logging(call: Call) -> dict[str, Any]:
    if logging_configurations(call).pop(call.input["ResourceArn"], None) is None:
        raise missing(call.input["ResourceArn"])
    return {}


@replaces("wafv2", "ListLoggingConfigurations")
def list_logging(call: Call) -> dict[str, Any]:
    found = [c for arn, c in logging_configurations(call).items() if store(call)[arn]["Scope"] == call.input["Scope"]]
    return {"LoggingConfigurations": found}


def _refuse_bad_destination(call: Call, arn: str) -> None:
    """https://docs.aws.amazon.com/waf/latest/developerguide/logging-destinations.html: the name decides."""
    group = re.match(rf"^arn:aws:logs:{call.region}:{call.account}:log-group:(?P<name>[^:]+)(:\*)?$", arn)
    bucket = re.match(r"^arn:aws:s3:::(?P<name>[^/]+)", arn)
    stream = re.match(rf"^arn:aws:firehose:{call.region}:{call.account}:deliverystream/(?P<name>.+)$", arn)
    named = group or bucket or stream
    if named is None or not named["name"].startswith(LOG_PREFIX):
        raise invalid(
            f"The ARN isn't valid: {arn} must be a log group or a delivery stream of {call.region}, or a bucket, whose "
            f"name begins with {LOG_PREFIX}",
            "LOG_DESTINATION",
        )
    known = (
        group["name"] in call.backend("logs").groups
        if group
        else bucket["name"] in call.backend("s3", "aws").buckets
        if bucket
        else True
    )
    if not known:
        raise AwsError(
            "WAFLogDestinationPermissionIssueException", f"Unable to deliver logs to the configured destination: {arn}"
        )
