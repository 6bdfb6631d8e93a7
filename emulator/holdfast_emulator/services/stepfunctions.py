"""Step Functions: what the AWS provider asks for in a plan, the type of a state machine, and AWS's checks."""

from __future__ import annotations

from typing import Any

from ..engine.call import Call
from ..engine.errors import AwsError
from ..engine.registry import amends, checks, replaces
from .roles import may_be_taken_by
from .state_machine_definitions import problems


@replaces("stepfunctions", "ValidateStateMachineDefinition")
def validate(call: Call) -> dict[str, Any]:
    """The provider asks this in each plan, of a definition that is known."""
    found = problems(call.input["definition"])
    told = [{"severity": "ERROR", "code": "SCHEMA_VALIDATION_FAILED", "message": each} for each in found]
    return {"result": "FAIL" if found else "OK", "diagnostics": told, "truncated": False}


@replaces("stepfunctions", "ListStateMachineVersions")
def list_versions(call: Call) -> dict[str, Any]:
    machine = _machine(call)
    versions = sorted(machine.versions.values(), key=lambda each: each.version, reverse=True) if machine else []
    return {
        "stateMachineVersions": [
            {"stateMachineVersionArn": each.arn, "creationDate": each.creation_date} for each in versions
        ]
    }


@checks("stepfunctions", "CreateStateMachine", "UpdateStateMachine")
def refuse_bad_machine(call: Call) -> None:
    definition, role = call.input.get("definition"), call.input.get("roleArn")
    found = problems(definition) if definition is not None else []
    if found:
        raise AwsError("InvalidDefinition", f"Invalid State Machine Definition: '{'; '.join(found)}'")
    if role is not None and not may_be_taken_by(call, role, "states.amazonaws.com"):
        raise AwsError(
            "AccessDeniedException",
            f"Neither the global service principal states.amazonaws.com, nor the regional one is authorized to assume "
            f"the provided role {role}.",
        )
    logging = call.input.get("loggingConfiguration") or {}
    if logging.get("level", "OFF") == "OFF":
        return
    if not logging.get("destinations"):
        raise _bad_logging("a log level other than OFF needs a destination")
    for destination in logging["destinations"]:
        arn = (destination.get("cloudWatchLogsLogGroup") or {}).get("logGroupArn", "")
        name = arn.removesuffix(":*").rpartition(":log-group:")[2]
        if not arn.endswith(":*"):
            raise _bad_logging(f"the log group's ARN must end with :*, unlike {arn}")
        if name not in call.backend("logs").groups:
            raise _bad_logging(f"the log group {name} does not exist in {call.region}")


def _bad_logging(why: str) -> AwsError:
    return AwsError("InvalidLoggingConfiguration", f"Invalid Logging Configuration: {why}.")


@checks("stepfunctions", "CreateStateMachine")
def refuse_taken_name(call: Call) -> None:
    """moto gives back the other one; AWS does so only when it is the same."""
    for machine in call.backend().state_machines:
        same = (machine.definition, machine.roleArn) == (call.input["definition"], call.input["roleArn"])
        if machine.name == call.input["name"] and not same:
            raise AwsError("StateMachineAlreadyExists", f"State Machine Already Exists: '{machine.arn}'")


@amends("stepfunctions", "CreateStateMachine")
def keep_type(call: Call, output: dict) -> None:
    call.remembered("types")[output["stateMachineArn"]] = call.input.get("type", "STANDARD")


@amends("stepfunctions", "DescribeStateMachine")
def tell_type(call: Call, output: dict) -> None:
    output["type"] = call.remembered("types").get(output["stateMachineArn"], "STANDARD")


@amends("stepfunctions", "ListStateMachines")
def tell_types(call: Call, output: dict) -> None:
    for machine in output["stateMachines"]:
        machine["type"] = call.remembered("types").get(machine["stateMachineArn"], "STANDARD")


def _machine(call: Call) -> Any | None:
    arn = call.input["stateMachineArn"]
    return next((each for each in call.backend().state_machines if each.arn == arn), None)
