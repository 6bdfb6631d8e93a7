"""What is wrong with the definition of a state machine (Amazon States Language), as far as its shape tells.

https://docs.aws.amazon.com/step-functions/latest/dg/concepts-amazon-states-language.html
Expressions are not parsed: only that they stand between ``{%`` and ``%}``, and only where the query language has them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from ..engine.models import service_model

_KINDS = ("Choice", "Fail", "Map", "Parallel", "Pass", "Succeed", "Task", "Wait")
_LANGUAGES = ("JSONPath", "JSONata")
_ONLY_JSONPATH = ("InputPath", "OutputPath", "Parameters", "ResultPath", "ResultSelector", "ItemsPath", "SecondsPath")
_ONLY_JSONATA = ("Arguments", "Output")
_SDK = re.compile(r"^arn:aws[\w-]*:states:::aws-sdk:(?P<service>[a-z0-9]+):(?P<action>\w+)(?:\.\w+)?$")
_ARN = re.compile(r"^(?:arn:aws[\w-]*:\S+|\{%.*%\})$", re.DOTALL)


def problems(definition: str) -> list[str]:
    try:
        machine = json.loads(definition)
    except ValueError as error:
        return [f"INVALID_JSON_DESCRIPTION: {error}"]
    if not isinstance(machine, dict):
        return ["INVALID_JSON_DESCRIPTION: the definition is no JSON object"]
    return list(_machine(machine, "", "JSONPath"))


def _machine(machine: dict[str, Any], path: str, inherited: str) -> Iterator[str]:
    language, states = machine.get("QueryLanguage", inherited), machine.get("States")
    if language not in _LANGUAGES:
        yield f"QueryLanguage {language} is not one of {', '.join(_LANGUAGES)} at {path or '/'}"
        return
    if not isinstance(states, dict) or not states:
        yield f"MISSING_STATES at {path or '/'}"
        return
    if machine.get("StartAt") not in states:
        yield f"MISSING_TRANSITION_TARGET: StartAt names no state: {machine.get('StartAt')} at {path or '/'}"
    reached = {machine.get("StartAt"), *_targets(states)}
    for name, state in states.items():
        place = f"{path}/States/{name}"
        yield from _state(state, place, state.get("QueryLanguage", language))
        for target in _targets({name: state}):
            if target not in states:
                yield f"MISSING_TRANSITION_TARGET: {target} at {place}"
        if name not in reached:
            yield f"UNREACHABLE_STATE at {place}"


def _targets(states: dict[str, Any]) -> Iterator[str]:
    for state in states.values():
        rules = [*(state.get("Choices") or []), *(state.get("Catch") or [])]
        for target in (state.get("Next"), state.get("Default"), *(rule.get("Next") for rule in rules)):
            if target is not None:
                yield target


def _state(state: dict[str, Any], place: str, language: str) -> Iterator[str]:
    kind = state.get("Type")
    if kind not in _KINDS:
        yield f"The state type {kind} is not one of {', '.join(_KINDS)} at {place}"
        return
    for name in _ONLY_JSONPATH if language == "JSONata" else _ONLY_JSONATA:
        if name in state:
            yield f"The field {name} is not supported with the query language {language} at {place}"
    ends = kind in ("Choice", "Fail", "Succeed")
    if not ends and ("Next" in state) == bool(state.get("End")):
        yield f"MISSING_END_STATE: exactly one of Next and End is needed at {place}"
    if kind == "Choice":
        yield from _choice(state, place, language)
    if kind == "Task":
        yield from _task(state, place)
    for name, inner in [("ItemProcessor", state.get("ItemProcessor") or state.get("Iterator"))]:
        if kind == "Map":
            yield from _machine(inner or {}, f"{place}/{name}", language)
    if kind == "Parallel":
        for index, branch in enumerate(state.get("Branches") or [{}]):
            yield from _machine(branch, f"{place}/Branches/{index}", language)
    if language == "JSONata":
        yield from _expressions(state, place)


def _choice(state: dict[str, Any], place: str, language: str) -> Iterator[str]:
    if not state.get("Choices"):
        yield f"A Choice needs Choices at {place}"
    for rule in state.get("Choices") or []:
        if "Next" not in rule or (language == "JSONata" and "Condition" not in rule):
            yield f"A choice needs Next{' and Condition' if language == 'JSONata' else ''} at {place}"


def _task(state: dict[str, Any], place: str) -> Iterator[str]:
    resource = str(state.get("Resource", ""))
    if not _ARN.match(resource):
        yield f"A Task needs the ARN of its Resource at {place}"
    named = _SDK.match(resource)
    model = service_model(named["service"]) if named else None
    if named and model is not None:
        action = named["action"].lower()
        if action not in (name.lower() for name in model.operation_names):
            yield f"The resource {resource} names no action of {named['service']} at {place}"
        elif not named["action"][0].islower():
            yield f"The action of {resource} must begin with a small letter at {place}"


def _expressions(value: Any, place: str) -> Iterator[str]:
    if isinstance(value, dict):
        for name, each in value.items():
            # Nested machines are looked at by themselves.
            if name not in ("ItemProcessor", "Iterator", "Branches"):
                yield from _expressions(each, place)
    elif isinstance(value, list):
        for each in value:
            yield from _expressions(each, place)
    elif isinstance(value, str) and value.startswith("{%") != value.endswith("%}"):
        yield f"The JSONata expression must begin with {{% and end with %}} at {place}: {value[:60]}"
