"""Selections: which resources a plan backs up, and in whose role."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from fnmatch import fnmatchcase
from typing import Any

from ...engine.call import Call
from ...engine.registry import replaces
from ..rds.records import Instance, instance_arn, instances, tags_of
from .plans import plan_named
from .records import Record, invalid_value, not_found, now, require_role


@replaces("backup", "CreateBackupSelection")
def create_selection(call: Call) -> dict[str, Any]:
    plan, wanted = plan_named(call, call.input["BackupPlanId"]), call.input["BackupSelection"]
    conditions = any((wanted.get("Conditions") or {}).values())
    if not wanted.get("Resources") and not wanted.get("ListOfTags") and not conditions:
        raise invalid_value("Invalid selection: it names neither resources nor tags.")
    require_role(call, wanted["IamRoleArn"])
    name = str(uuid.uuid4())
    plan["selections"][name] = {
        "SelectionId": name,
        "BackupPlanId": plan["BackupPlanId"],
        "CreationDate": now(),
        "BackupSelection": wanted,
    }
    return {key: plan["selections"][name][key] for key in ("SelectionId", "BackupPlanId", "CreationDate")}


@replaces("backup", "GetBackupSelection")
def get_selection(call: Call) -> dict[str, Any]:
    return _selection(call)


@replaces("backup", "ListBackupSelections")
def list_selections(call: Call) -> dict[str, Any]:
    listed = []
    for kept in plan_named(call, call.input["BackupPlanId"])["selections"].values():
        wanted = kept["BackupSelection"]
        listed.append({**kept, "SelectionName": wanted["SelectionName"], "IamRoleArn": wanted["IamRoleArn"]})
    return {"BackupSelectionsList": listed}


@replaces("backup", "DeleteBackupSelection")
def delete_selection(call: Call) -> dict[str, Any]:
    del plan_named(call, call.input["BackupPlanId"])["selections"][_selection(call)["SelectionId"]]
    return {}


def _selection(call: Call) -> Record:
    plan, name = plan_named(call, call.input["BackupPlanId"]), call.input["SelectionId"]
    if name not in plan["selections"]:
        raise not_found(f"Cannot find backup selection {name}")
    return plan["selections"][name]


def selected(call: Call, selection: Record) -> Iterator[Instance]:
    """The databases of the region that a selection means. Tags of its list are alternatives, conditions all hold."""
    rds = call.seen_as("rds")
    resources, without = selection.get("Resources") or [], selection.get("NotResources") or []
    for instance in instances(rds).values():
        arn = instance_arn(rds, instance)
        tags = tags_of(rds, arn)
        listed = selection.get("ListOfTags") or []
        by_name = any(fnmatchcase(arn, pattern) for pattern in resources)
        by_tag = any(tags.get(each["ConditionKey"]) == each["ConditionValue"] for each in listed)
        if any(fnmatchcase(arn, pattern) for pattern in without) or not _meets(tags, selection.get("Conditions") or {}):
            continue
        if by_name or by_tag or not (resources or listed):
            yield instance


def _meets(tags: dict[str, str], conditions: Record) -> bool:
    for kind, items in conditions.items():
        for each in items or []:
            value = tags.get(each["ConditionKey"].removeprefix("aws:ResourceTag/"), "")
            fits = fnmatchcase(value, each["ConditionValue"]) if "Like" in kind else value == each["ConditionValue"]
            if fits == ("Not" in kind):
                return False
    return True
