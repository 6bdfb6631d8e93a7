"""Route 53 health checks: every setting comes back, and the checks of AWS on endpoints, children and alarms."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..engine.call import Call
from ..engine.errors import AwsError
from ..engine.registry import amends, checks, replaces
from .route53 import GLOBAL

Config = dict[str, Any]

# https://docs.aws.amazon.com/Route53/latest/APIReference/API_HealthCheckConfig.html
CHECKER_REGIONS = (
    "us-east-1",
    "us-west-1",
    "us-west-2",
    "eu-west-1",
    "ap-southeast-1",
    "ap-southeast-2",
    "ap-northeast-1",
    "sa-east-1",
)
MIN_REGIONS = 3
MAX_CHILDREN = 256
MIN_ALARM_PERIOD = 60  # seconds: what is below is a high-resolution alarm
# https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/health-checks-types.html
ALARM_STATISTICS = ("Average", "Minimum", "Maximum", "Sum", "SampleCount")

_ENDPOINT_TYPES = ("HTTP", "HTTPS", "HTTP_STR_MATCH", "HTTPS_STR_MATCH", "TCP")
_TYPES = (*_ENDPOINT_TYPES, "CALCULATED", "CLOUDWATCH_METRIC", "RECOVERY_CONTROL")
# What an update may change; the type and the request interval are fixed.
_CHANGEABLE = (
    "IPAddress",
    "Port",
    "ResourcePath",
    "FullyQualifiedDomainName",
    "SearchString",
    "FailureThreshold",
    "Inverted",
    "Disabled",
    "HealthThreshold",
    "ChildHealthChecks",
    "EnableSNI",
    "Regions",
    "AlarmIdentifier",
    "InsufficientDataHealthStatus",
)


@replaces("route53", "CreateHealthCheck")
def create_health_check(call: Call) -> dict[str, Any]:
    config = _with_defaults(call.input["HealthCheckConfig"])
    _refuse_bad_config(call, config)
    for kept in _kept(call).values():
        if kept["CallerReference"] == call.input["CallerReference"]:
            raise AwsError(
                "HealthCheckAlreadyExists",
                "A health check with the same caller reference already exists with different settings.",
                409,
            )
    created = call.moto()["HealthCheck"]["Id"]
    _kept(call)[created] = {"CallerReference": call.input["CallerReference"], "Config": config, "Version": 1}
    location = f"https://route53.amazonaws.com/2013-04-01/healthcheck/{created}"
    return {"HealthCheck": _told(call, created), "Location": location}


@replaces("route53", "GetHealthCheck")
def get_health_check(call: Call) -> dict[str, Any]:
    return {"HealthCheck": _told(call, _known(call))}


@replaces("route53", "ListHealthChecks")
def list_health_checks(call: Call) -> dict[str, Any]:
    found = [_told(call, check) for check in _kept(call)]
    return {"HealthChecks": found, "Marker": "", "IsTruncated": False, "MaxItems": "1000"}


@replaces("route53", "UpdateHealthCheck")
def update_health_check(call: Call) -> dict[str, Any]:
    check = _known(call)
    kept = _kept(call)[check]
    version = call.input.get("HealthCheckVersion")
    if version is not None and version != kept["Version"]:
        raise AwsError(
            "HealthCheckVersionMismatch",
            f"The value of HealthCheckVersion in the request is {version}, but the health check is at version "
            f"{kept['Version']}.",
            409,
        )
    config = {**kept["Config"], **{name: call.input[name] for name in _CHANGEABLE if name in call.input}}
    for name in call.input.get("ResetElements") or []:
        config.pop(name, None)
    config = {name: value for name, value in config.items() if value not in (None, [])}
    _refuse_bad_config(call, config)
    kept.update(Config=config, Version=kept["Version"] + 1)
    return {"HealthCheck": _told(call, check)}


@checks("route53", "DeleteHealthCheck")
def refuse_unknown_health_check(call: Call) -> None:
    _known(call)


@amends("route53", "DeleteHealthCheck")
def forget_health_check(call: Call, output: dict) -> None:
    _kept(call).pop(call.input["HealthCheckId"], None)


@replaces("route53", "GetHealthCheckStatus")
def get_health_check_status(call: Call) -> dict[str, Any]:
    """Every checker succeeds. AWS has no such answer for a calculated check, nor for one of an alarm."""
    from moto.core.utils import utcnow

    config = _kept(call)[_known(call)]["Config"]
    if config["Type"] not in _ENDPOINT_TYPES:
        raise AwsError("InvalidInput", f"The status of a health check of type {config['Type']} cannot be asked for.")
    status = "Success: TCP connect" if config["Type"] == "TCP" else "Success: HTTP Status Code 200, OK"
    return {
        "HealthCheckObservations": [
            {"Region": region, "IPAddress": "192.0.2.1", "StatusReport": {"Status": status, "CheckedTime": utcnow()}}
            for region in config.get("Regions") or CHECKER_REGIONS
        ]
    }


def _refuse_bad_config(call: Call, config: Config) -> None:
    problems = list(_problems(call, config))
    if problems:
        raise AwsError("InvalidInput", "; ".join(problems))


def _problems(call: Call, config: Config) -> Iterator[str]:
    kind = config["Type"]
    if kind not in _TYPES:
        yield f"Invalid health check type: {kind}"
    elif kind in _ENDPOINT_TYPES:
        yield from _endpoint_problems(config)
    elif kind == "CALCULATED":
        yield from _calculated_problems(call, config)
    elif kind == "CLOUDWATCH_METRIC":
        yield from _alarm_problems(call, config)


def _endpoint_problems(config: Config) -> Iterator[str]:
    kind = config["Type"]
    if not config.get("IPAddress") and not config.get("FullyQualifiedDomainName"):
        yield "Basic: Must specify either IPAddress or FullyQualifiedDomainName"
    if kind == "TCP" and "Port" not in config:
        yield "Basic: Must specify Port for a health check of type TCP"
    if kind == "TCP" and config.get("ResourcePath"):
        yield "Basic: ResourcePath is not allowed for a health check of type TCP"
    if kind.endswith("_STR_MATCH") != bool(config.get("SearchString")):
        yield f"Basic: SearchString {'is required' if kind.endswith('_STR_MATCH') else 'is not allowed'} for {kind}"
    if config["RequestInterval"] not in (10, 30):
        yield f"Invalid parameter : RequestInterval must be 10 or 30, not {config['RequestInterval']}"
    regions = config.get("Regions") or []
    for region in regions:
        if region not in CHECKER_REGIONS:
            yield f"Invalid parameter : {region} is no region of health checkers: {', '.join(CHECKER_REGIONS)}"
    if regions and len(set(regions)) < MIN_REGIONS:
        yield f"Invalid parameter : Must specify at least {MIN_REGIONS} regions"


def _calculated_problems(call: Call, config: Config) -> Iterator[str]:
    children = config.get("ChildHealthChecks") or []
    for child in children:
        if child not in _kept(call):
            yield f"Invalid parameter : Child health check {child} does not exist"
    if len(children) > MAX_CHILDREN:
        yield f"Invalid parameter : A calculated health check has at most {MAX_CHILDREN} children"
    if not 0 <= config.get("HealthThreshold", 0) <= MAX_CHILDREN:
        yield f"Invalid parameter : HealthThreshold must be between 0 and {MAX_CHILDREN}"


def _alarm_problems(call: Call, config: Config) -> Iterator[str]:
    """Route 53 evaluates the metric of the alarm itself, which it can for simple alarms only."""
    identifier = config.get("AlarmIdentifier")
    if not identifier:
        yield "Invalid parameter : AlarmIdentifier is required for a health check of type CLOUDWATCH_METRIC"
        return
    alarm = _alarm(call, identifier)
    named = f"alarm {identifier['Name']} in {identifier['Region']}"
    if alarm is None or alarm.rule:
        yield f"Invalid parameter : there is no metric {named}"
    elif alarm.metric_data_queries:
        yield f"Invalid parameter : {named} uses metric math, which health checks do not support"
    elif alarm.extended_statistic or alarm.statistic not in ALARM_STATISTICS:
        yield f"Invalid parameter : the statistic of {named} must be one of {', '.join(ALARM_STATISTICS)}"
    elif int(alarm.period) < MIN_ALARM_PERIOD:
        yield f"Invalid parameter : {named} is a high-resolution alarm, which health checks do not support"
    elif alarm.datapoints_to_alarm and int(alarm.datapoints_to_alarm) != int(alarm.evaluation_periods):
        yield f"Invalid parameter : {named} is an M out of N alarm, which health checks do not support"


def _alarm(call: Call, identifier: dict[str, str]) -> Any | None:
    from moto.backends import get_backend

    regions = get_backend("cloudwatch")[call.account]
    if identifier["Region"] not in regions:
        return None
    return regions[identifier["Region"]].alarms.get(identifier["Name"])  # type: ignore[union-attr]


def _told(call: Call, check: str) -> dict[str, Any]:
    kept = _kept(call)[check]
    told = {
        "Id": check,
        "CallerReference": kept["CallerReference"],
        "HealthCheckConfig": kept["Config"],
        "HealthCheckVersion": kept["Version"],
    }
    identifier = kept["Config"].get("AlarmIdentifier")
    alarm = _alarm(call, identifier) if identifier else None
    if alarm is not None and alarm.metric_name:
        told["CloudWatchAlarmConfiguration"] = {
            "EvaluationPeriods": int(alarm.evaluation_periods),
            "Threshold": float(alarm.threshold),
            "ComparisonOperator": alarm.comparison_operator,
            "Period": int(alarm.period),
            "MetricName": alarm.metric_name,
            "Namespace": alarm.namespace,
            "Statistic": alarm.statistic,
            "Dimensions": [{"Name": d.name, "Value": d.value} for d in alarm.dimensions],
        }
    return told


def _with_defaults(config: Config) -> Config:
    """AWS fills in what was left out, but no regions: without them all of its checkers ask."""
    config = {name: value for name, value in config.items() if value not in (None, [])}
    kind = config["Type"]
    config.setdefault("Inverted", False)
    config.setdefault("Disabled", False)
    if kind in _ENDPOINT_TYPES:
        config.setdefault("RequestInterval", 30)
        config.setdefault("FailureThreshold", 3)
        config.setdefault("MeasureLatency", False)
        config.setdefault("EnableSNI", kind.startswith("HTTPS"))
        if kind != "TCP":
            config.setdefault("Port", 443 if kind.startswith("HTTPS") else 80)
    return config


def _known(call: Call) -> str:
    check = call.input["HealthCheckId"]
    if check not in _kept(call):
        raise AwsError("NoSuchHealthCheck", f"No health check exists with the specified ID {check}", 404)
    return check


def _kept(call: Call) -> dict[str, dict[str, Any]]:
    return call.remembered("health checks", GLOBAL)
