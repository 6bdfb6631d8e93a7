"""CloudWatch: composite alarms, which moto can tell but not make."""

from __future__ import annotations

import re
from typing import Any

from ..engine.call import Call
from ..engine.errors import AwsError
from ..engine.registry import replaces

STATE = re.compile(r"\b(?:ALARM|OK|INSUFFICIENT_DATA)\s*\(\s*(?P<quote>[\"']?)(?P<name>.+?)(?P=quote)\s*\)")


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
