"""Alarms are evaluated on demand: ``POST /_holdfast/alarms`` looks at the metrics of a region, as CloudWatch does.

Metrics are what was put (PutMetricData), and of what AWS measures the hosts of target groups and the lag of replicas. Metric math, percentiles
and all other metrics of AWS are not evaluated: such alarms keep their state.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from typing import Any

from ..engine.call import Call
from ..engine.registry import controls
from .cloudwatch import STATE
from .rds.replication import replica_lag
from .target_health import targets_of

_COMPARISONS: dict[str, Callable[[float, float], bool]] = {
    "GreaterThanOrEqualToThreshold": lambda value, threshold: value >= threshold,
    "GreaterThanThreshold": lambda value, threshold: value > threshold,
    "LessThanOrEqualToThreshold": lambda value, threshold: value <= threshold,
    "LessThanThreshold": lambda value, threshold: value < threshold,
}
_STATISTICS: dict[str, Callable[[list[float]], float]] = {
    "Average": lambda values: sum(values) / len(values),
    "Maximum": max,
    "Minimum": min,
    "SampleCount": len,
    "Sum": sum,
}
_HOSTS = {"HealthyHostCount": True, "UnHealthyHostCount": False}


@controls("cloudwatch", "POST", "alarms")
def evaluate(call: Call) -> dict[str, Any]:
    """The alarms of a region, with the states that they have now."""
    alarms = call.backend().alarms
    moment = datetime.now(timezone.utc)
    for alarm in alarms.values():
        if alarm.metric_name and not alarm.rule:
            _move(alarm, _metric_state(call, alarm, moment))
    for alarm in alarms.values():
        if alarm.rule:
            _move(alarm, _rule_state(alarm.rule, {name: other.state_value for name, other in alarms.items()}))
    return {"alarms": {name: alarm.state_value for name, alarm in alarms.items()}}


def _move(alarm: Any, state: str | None) -> None:
    if state is not None and state != alarm.state_value:
        alarm.update_state("Evaluated by the emulator on demand", "{}", state)


def _metric_state(call: Call, alarm: Any, moment: datetime) -> str | None:
    """None to leave it as it is."""
    if alarm.statistic not in _STATISTICS or alarm.comparison_operator not in _COMPARISONS:
        return None
    if alarm.namespace.startswith("AWS/") and alarm.metric_name not in (*_HOSTS, "ReplicaLag"):
        return None
    points = [_point(call, alarm, moment, index) for index in range(int(alarm.evaluation_periods))]
    treatment = alarm.treat_missing_data or "missing"
    if all(point is None for point in points):
        return {"breaching": "ALARM", "notBreaching": "OK", "missing": "INSUFFICIENT_DATA"}.get(treatment)
    crosses = _COMPARISONS[alarm.comparison_operator]
    breaching = sum(
        treatment == "breaching" if point is None else crosses(point, float(alarm.threshold)) for point in points
    )
    # Holes that are not treated as anything do not count: AWS looks further back for as many points as there are.
    holes = points.count(None) if treatment in ("missing", "ignore") else 0
    needed = int(alarm.datapoints_to_alarm or alarm.evaluation_periods)
    return "ALARM" if breaching >= max(1, needed - holes) else "OK"


def _point(call: Call, alarm: Any, moment: datetime, index: int) -> float | None:
    """The statistic of the period that many periods ago; None without data."""
    period = timedelta(seconds=int(alarm.period))
    if alarm.metric_name in _HOSTS and alarm.namespace.startswith("AWS/"):
        return _hosts(call, alarm)
    if (alarm.namespace, alarm.metric_name) == ("AWS/RDS", "ReplicaLag"):
        return replica_lag(call, next((each.value for each in alarm.dimensions), ""))
    end = moment - index * period
    wanted = {(each.name, each.value) for each in alarm.dimensions}
    values = [
        float(datum.value)
        for datum in call.backend().metric_data
        if (datum.namespace, datum.name) == (alarm.namespace, alarm.metric_name)
        and {(each.name, each.value) for each in datum.dimensions} == wanted
        and end - period < _aware(datum.timestamp) <= end
        and hasattr(datum, "value")
    ]
    return float(_STATISTICS[alarm.statistic](values)) if values else None


def _aware(moment: Any) -> datetime:
    """moto keeps what the client sent, and its own clock without a time zone."""
    if isinstance(moment, str):
        moment = datetime.fromisoformat(moment.replace("Z", "+00:00"))
    return moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)


def _hosts(call: Call, alarm: Any) -> float | None:
    """AWS reports the hosts of a target group only while it has any."""
    group = next((each.value for each in alarm.dimensions if each.name == "TargetGroup"), "")
    targets = targets_of(call, call.arn("elasticloadbalancing", group))
    states = [target["TargetHealth"]["State"] == "healthy" for target in targets]
    return float(states.count(_HOSTS[alarm.metric_name])) if states else None


def _rule_state(rule: str, states: dict[str, str]) -> str | None:
    """The rule of a composite alarm, with each of its alarms replaced by whether it is in the state named."""

    def is_in_state(named: re.Match[str]) -> str:
        wanted = named[0].partition("(")[0].strip()
        return str(states.get(named["name"].rpartition(":alarm:")[2]) == wanted)

    words = STATE.sub(is_in_state, rule)
    for word, ours in (("AND", "and"), ("OR", "or"), ("NOT", "not"), ("TRUE", "True"), ("FALSE", "False")):
        words = re.sub(rf"\b{word}\b", ours, words)
    if re.search(r"[^\s()]", re.sub(r"\b(?:and|or|not|True|False)\b", "", words)):
        return None
    return "ALARM" if eval(words, {"__builtins__": {}}) else "OK"
