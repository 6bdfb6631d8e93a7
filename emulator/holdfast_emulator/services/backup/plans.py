"""Backup plans: rules with a vault, a schedule, a lifecycle and copies."""

from __future__ import annotations

import re
import uuid
from typing import Any

from ...engine.call import Call
from ...engine.errors import AwsError
from ...engine.registry import replaces
from .records import (
    Record,
    forget_tags,
    invalid_request,
    invalid_value,
    not_found,
    now,
    plans,
    refuse_bad_lifecycle,
    tag,
    told,
    vaults,
)

_RULE_DEFAULTS = {
    "ScheduleExpression": "cron(0 5 ? * * *)",
    "ScheduleExpressionTimezone": "Etc/UTC",
    "StartWindowMinutes": 480,
    "CompletionWindowMinutes": 10080,
}
_SCHEDULE = re.compile(r"^(?:cron\(\S+( \S+){5}\)|rate\(\d+ \w+\))$")


@replaces("backup", "CreateBackupPlan")
def create_plan(call: Call) -> dict[str, Any]:
    wanted = call.input["BackupPlan"]
    if any(plan["BackupPlan"]["BackupPlanName"] == wanted["BackupPlanName"] for plan in plans(call).values()):
        raise AwsError("AlreadyExistsException", f"Backup plan {wanted['BackupPlanName']} already exists.")
    name = str(uuid.uuid4())
    plan = {
        "BackupPlanId": name,
        "BackupPlanArn": call.arn("backup", f"backup-plan:{name}"),
        "CreationDate": now(),
        "CreatorRequestId": call.input.get("CreatorRequestId"),
        "selections": {},
    }
    _set(call, plan, wanted)
    plans(call)[name] = plan
    tag(call, plan["BackupPlanArn"], call.input.get("BackupPlanTags"))
    return _summary(plan)


@replaces("backup", "UpdateBackupPlan")
def update_plan(call: Call) -> dict[str, Any]:
    plan = plan_named(call, call.input["BackupPlanId"])
    _set(call, plan, call.input["BackupPlan"])
    return _summary(plan)


@replaces("backup", "GetBackupPlan")
def get_plan(call: Call) -> dict[str, Any]:
    return told(plan_named(call, call.input["BackupPlanId"]))


@replaces("backup", "ListBackupPlans")
def list_plans(call: Call) -> dict[str, Any]:
    return {
        "BackupPlansList": [
            {**_summary(plan), "BackupPlanName": plan["BackupPlan"]["BackupPlanName"]} for plan in plans(call).values()
        ]
    }


@replaces("backup", "DeleteBackupPlan")
def delete_plan(call: Call) -> dict[str, Any]:
    plan = plan_named(call, call.input["BackupPlanId"])
    if plan["selections"]:
        raise invalid_request("Related backup plan selections must be deleted prior to backup plan deletion")
    del plans(call)[plan["BackupPlanId"]]
    forget_tags(call, plan["BackupPlanArn"])
    return {**_summary(plan), "DeletionDate": now()}


def plan_named(call: Call, name: str) -> Record:
    if name not in plans(call):
        raise not_found(f"Cannot find Backup plan with ID {name}")
    return plans(call)[name]


def _summary(plan: Record) -> Record:
    names = ("BackupPlanId", "BackupPlanArn", "CreationDate", "VersionId", "AdvancedBackupSettings")
    return {name: plan[name] for name in names if plan.get(name)}


def _set(call: Call, plan: Record, wanted: Record) -> None:
    names = [rule["RuleName"] for rule in wanted["Rules"]]
    if len(set(names)) < len(names):
        raise invalid_value("Duplicate rule names found in the plan.")
    rules = [_rule(call, rule) for rule in wanted["Rules"]]
    plan["BackupPlan"] = {**wanted, "Rules": rules}
    plan["AdvancedBackupSettings"] = wanted.get("AdvancedBackupSettings")
    plan["VersionId"] = uuid.uuid4().hex


def _rule(call: Call, wanted: Record) -> Record:
    rule = {**_RULE_DEFAULTS, "RuleId": str(uuid.uuid4()), **wanted}
    if rule["TargetBackupVaultName"] not in vaults(call):
        raise invalid_value(f"Backup vault {rule['TargetBackupVaultName']} does not exist in {call.region}.")
    if not _SCHEDULE.match(rule["ScheduleExpression"]):
        raise invalid_value(f"Invalid schedule {rule['ScheduleExpression']}.")
    if rule["StartWindowMinutes"] < 60:
        raise invalid_value("The start window must be at least 60 minutes.")
    if rule["CompletionWindowMinutes"] <= rule["StartWindowMinutes"]:
        raise invalid_value("The completion window must be longer than the start window.")
    refuse_bad_lifecycle(rule.get("Lifecycle"))
    for copy in rule.get("CopyActions") or []:
        refuse_bad_lifecycle(copy.get("Lifecycle"))
        arn = copy["DestinationBackupVaultArn"]
        region, account = arn.split(":")[3:5]
        missing = arn.rpartition(":")[2] not in vaults(call, region)
        if account == call.account and missing and not call.cut_off_since(region):
            raise invalid_value(f"The destination backup vault {arn} does not exist.")
    if rule.get("EnableContinuousBackup") and (rule.get("Lifecycle") or {}).get("DeleteAfterDays", 36) > 35:
        raise invalid_value("Continuous backups need a lifecycle that deletes them after 1 to 35 days.")
    return rule
