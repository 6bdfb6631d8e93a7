"""Restore testing plans and their selections. They are kept and checked; no test is ever run."""

from __future__ import annotations

from typing import Any

from ...engine.call import Call
from ...engine.errors import AwsError
from ...engine.registry import replaces
from .records import Record, forget_tags, invalid_request, invalid_value, not_found, now, require_role, tag, told


def _plans(call: Call) -> dict[str, Record]:
    return call.remembered("restore testing plans")


def _plan(call: Call) -> Record:
    name = call.input["RestoreTestingPlanName"]
    if name not in _plans(call):
        raise not_found(f"Restore testing plan {name} does not exist.")
    return _plans(call)[name]


def _answer(plan: Record, *more: str) -> Record:
    return {name: plan[name] for name in ("CreationTime", "RestoreTestingPlanArn", "RestoreTestingPlanName", *more)}


@replaces("backup", "CreateRestoreTestingPlan")
def create_plan(call: Call) -> dict[str, Any]:
    wanted = call.input["RestoreTestingPlan"]
    name = wanted["RestoreTestingPlanName"]
    if name in _plans(call):
        raise AwsError("AlreadyExistsException", f"Restore testing plan {name} already exists.")
    plan = {
        "ScheduleExpressionTimezone": "Etc/UTC",
        "StartWindowHours": 24,
        **wanted,
        "RestoreTestingPlanArn": call.arn("backup", f"restore-testing-plan:{name}"),
        "CreationTime": now(),
        "selections": {},
    }
    plan["RecoveryPointSelection"] = _points(plan["RecoveryPointSelection"])
    _plans(call)[name] = plan
    tag(call, plan["RestoreTestingPlanArn"], call.input.get("Tags"))
    return _answer(plan)


def _points(wanted: Record) -> Record:
    if not wanted.get("IncludeVaults"):
        raise invalid_value("A restore testing plan must include at least one backup vault.")
    return {"ExcludeVaults": [], "SelectionWindowDays": 30, **wanted}


@replaces("backup", "GetRestoreTestingPlan")
def get_plan(call: Call) -> dict[str, Any]:
    return {"RestoreTestingPlan": told(_plan(call))}


@replaces("backup", "ListRestoreTestingPlans")
def list_plans(call: Call) -> dict[str, Any]:
    return {"RestoreTestingPlans": [told(plan) for plan in _plans(call).values()]}


@replaces("backup", "UpdateRestoreTestingPlan")
def update_plan(call: Call) -> dict[str, Any]:
    plan = _plan(call)
    plan.update(call.input["RestoreTestingPlan"])
    plan["RecoveryPointSelection"] = _points(plan["RecoveryPointSelection"])
    return {**_answer(plan), "UpdateTime": now()}


@replaces("backup", "DeleteRestoreTestingPlan")
def delete_plan(call: Call) -> dict[str, Any]:
    plan = _plan(call)
    if plan["selections"]:
        raise invalid_request("The selections of a restore testing plan must be deleted before it.")
    del _plans(call)[plan["RestoreTestingPlanName"]]
    forget_tags(call, plan["RestoreTestingPlanArn"])
    return {}


@replaces("backup", "ListRestoreJobs")
def list_jobs(call: Call) -> dict[str, Any]:
    """Nothing is ever restored by AWS Backup here, so that there are no jobs."""
    return {"RestoreJobs": []}


@replaces("backup", "CreateRestoreTestingSelection")
def create_selection(call: Call) -> dict[str, Any]:
    plan, wanted = _plan(call), call.input["RestoreTestingSelection"]
    name = wanted["RestoreTestingSelectionName"]
    if name in plan["selections"]:
        raise AwsError("AlreadyExistsException", f"Restore testing selection {name} already exists.")
    require_role(call, wanted["IamRoleArn"])
    conditions = wanted.get("ProtectedResourceConditions")
    if not wanted.get("ProtectedResourceArns") and not any((conditions or {}).values()):
        raise invalid_value("A restore testing selection needs protected resource ARNs or conditions.")
    plan["selections"][name] = {
        "RestoreMetadataOverrides": {},
        "ValidationWindowHours": 0,
        **wanted,
        "RestoreTestingPlanName": plan["RestoreTestingPlanName"],
        "CreationTime": now(),
    }
    return {**_answer(plan), "RestoreTestingSelectionName": name}


def _selection(call: Call) -> Record:
    plan, name = _plan(call), call.input["RestoreTestingSelectionName"]
    if name not in plan["selections"]:
        raise not_found(f"Restore testing selection {name} does not exist.")
    return plan["selections"][name]


@replaces("backup", "GetRestoreTestingSelection")
def get_selection(call: Call) -> dict[str, Any]:
    return {"RestoreTestingSelection": _selection(call)}


@replaces("backup", "ListRestoreTestingSelections")
def list_selections(call: Call) -> dict[str, Any]:
    return {"RestoreTestingSelections": list(_plan(call)["selections"].values())}


@replaces("backup", "UpdateRestoreTestingSelection")
def update_selection(call: Call) -> dict[str, Any]:
    selection, wanted = _selection(call), call.input["RestoreTestingSelection"]
    if wanted.get("IamRoleArn"):
        require_role(call, wanted["IamRoleArn"])
    selection.update(wanted)
    return {
        **_answer(_plan(call)),
        "RestoreTestingSelectionName": selection["RestoreTestingSelectionName"],
        "UpdateTime": now(),
    }


@replaces("backup", "DeleteRestoreTestingSelection")
def delete_selection(call: Call) -> dict[str, Any]:
    del _plan(call)["selections"][_selection(call)["RestoreTestingSelectionName"]]
    return {}
