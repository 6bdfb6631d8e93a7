"""EventBridge Scheduler: schedules are kept by moto and never run; here are the checks on them."""

from __future__ import annotations

import re
from typing import Any

from ..engine.call import Call
from ..engine.errors import AwsError
from ..engine.registry import checks
from .roles import may_be_taken_by

_EXPRESSION = re.compile(
    r"^(?:rate\([1-9]\d* (?:minute|hour|day)s?\)|cron\(\S+(?: \S+){5}\)|at\(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\))$"
)
_ROLE = "The execution role you provide must allow AWS EventBridge Scheduler to assume the role."


@checks("scheduler", "CreateSchedule", "UpdateSchedule")
def refuse_bad_schedule(call: Call) -> None:
    group = call.input.get("GroupName") or "default"
    if group not in call.backend().schedule_groups:
        raise AwsError("ResourceNotFoundException", f"Schedule group {group} does not exist.", 404)
    if not _EXPRESSION.match(call.input["ScheduleExpression"]):
        raise _invalid(f"Invalid Schedule Expression {call.input['ScheduleExpression']}.")
    window = call.input["FlexibleTimeWindow"]
    if (window["Mode"] == "FLEXIBLE") != bool(window.get("MaximumWindowInMinutes")):
        raise _invalid("MaximumWindowInMinutes belongs to a flexible time window, and to no other.")
    target = call.input["Target"]
    if not may_be_taken_by(call, target["RoleArn"], "scheduler.amazonaws.com"):
        raise _invalid(_ROLE)
    for arn in (target["Arn"], (target.get("DeadLetterConfig") or {}).get("Arn")):
        if arn and not _exists(call, arn):
            raise _invalid(f"Provided Arn {arn} does not exist in {call.region}.")


def _exists(call: Call, arn: str) -> bool:
    """Whether the target is there. ``aws-sdk`` targets are actions of any service, and always there."""
    parts = arn.split(":", 5)
    if len(parts) < 6 or parts[2] == "scheduler":
        return len(parts) == 6 and parts[5].startswith("aws-sdk:")
    if parts[3] != call.region:
        return False
    known: dict[str, Any] = {
        "ecs": lambda: [each.arn for each in call.backend("ecs").clusters.values()],
        "lambda": lambda: [each.function_arn for each in call.backend("awslambda").list_functions()],
        "sns": lambda: call.backend("sns").topics,
        "sqs": lambda: [each.queue_arn for each in call.backend("sqs").queues.values()],
        "states": lambda: [each.arn for each in call.backend("stepfunctions").state_machines],
    }
    return parts[2] not in known or arn in known[parts[2]]()


def _invalid(message: str) -> AwsError:
    return AwsError("ValidationException", message)
