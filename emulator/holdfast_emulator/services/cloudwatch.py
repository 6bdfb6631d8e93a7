"""CloudWatch: composite alarms, which moto can tell but not make."""

from __future__ import annotations

import re
from typing import Any

from ..engine.call import Call
from ..engine.errors import AwsError
from ..engine.registry import checks, replaces

STATE = re.compile(r"\b(?:ALARM|OK|INSUFFICIENT_DATA)\s*\(\s*(?P<quote>[\"']?)(?P<name>.+?)(?P=quote)\s*\)")


# https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
_SHORT_PERIODS = (10, 20, 30)
_DAY, _WEEK = 86_400, 604_800


@checks("cloudwatch", "PutMetricAlarm")
def refuse_bad_period(call: Call) -> None:
    """The period of an alarm, or those of the metrics that its expression is about; and how far back it looks."""
    stats = [each["MetricStat"]["Period"] for each in call.input.get("Metrics") or [] if each.get("MetricStat")]
    periods = [*([call.input["Period"]] if "Period" in call.input else []), *stats]
    for period in periods:
        if period not in _SHORT_PERIODS and (period <= 0 or period % 60):
            raise AwsError("ValidationError", "Period must be 10, 20, 30 or a multiple of 60")
    longest = max(periods, default=0)
    looks_back = longest * call.input.get("EvaluationPeriods", 1)
    if looks_back > (_DAY if longest < 3600 else _WEEK):
        raise AwsError(
            "ValidationError",
            "Metrics cannot be checked across more than a day (EvaluationPeriods * Period must be <= 86400), or seven "
            "days where the period is an hour or more.",
        )


@replaces("cloudwatch", "PutCompositeAlarm")
def put_composite_alarm(call: Call) -> dict[str, Any]:
    from moto.cloudwatch.models import Alarm

    backend, name = call.backend(), call.input["AlarmName"]
    rule = call.input["AlarmRule"]
    for named in STATE.finditer(rule):
        if named["name"].rpartition(":alarm:")[2] not in backend.alarms:
            raise AwsError("ValidationError", f"Could not save the composite alarm: {named['name']} does not exist")
    alarm = Alarm(
        account_id=call.account,
        region_name=call.region,
        name=name,
        namespace="",
        metric_name="",
        metric_data_queries=None,
        comparison_operator="",
        evaluation_periods=0,
        datapoints_to_alarm=None,
        period=0,
        threshold=0,
        statistic="",
        extended_statistic=None,
        description=call.input.get("AlarmDescription", ""),
        dimensions=[],
        alarm_actions=call.input.get("AlarmActions") or [],
        ok_actions=call.input.get("OKActions") or [],
        insufficient_data_actions=call.input.get("InsufficientDataActions") or [],
        unit=None,
        actions_enabled=call.input.get("ActionsEnabled", True),
        treat_missing_data=None,
        evaluate_low_sample_count_percentile=None,
        threshold_metric_id=None,
        rule=rule,
    )
    suppression = {
        "actions_suppressor": call.input.get("ActionsSuppressor"),
        "actions_suppressor_wait_period": call.input.get("ActionsSuppressorWaitPeriod"),
        "actions_suppressor_extension_period": call.input.get("ActionsSuppressorExtensionPeriod"),
    }
    vars(alarm).update({member: value for member, value in suppression.items() if value is not None})
    backend.alarms[name] = alarm
    if call.input.get("Tags"):
        backend.tagger.tag_resource(alarm.alarm_arn, call.input["Tags"])
    return {}
