"""Backup and copy jobs, and the recovery points that they make. Of databases only."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

from ...engine.call import Call
from ...engine.errors import AwsError
from ...engine.registry import controls, replaces
from ..rds.records import Instance, instance_arn, instance_named, tag_list
from ..rds.records import tag as tag_in_rds
from ..rds.snapshots import copy_snapshot, snapshots, take_snapshot
from .points import recovery_point, status_of_point
from .records import Record, invalid_request, invalid_value, not_found, now, plans, require_role, vault_named
from .rights import may_back_up, may_copy
from .selections import selected


@controls("backup", "POST", "backup")
def run_plan(call: Call) -> dict[str, Any]:
    """Run all rules of a plan now, as if their hour had come: {"plan": name, id or ARN, "region": ...}."""
    if call.cut_off_since(call.region):
        raise AwsError("BadControl", f"No plan runs in {call.region}: it is cut off.")
    wanted = str(call.input.get("plan"))
    plan = next((each for each in plans(call).values() if wanted in _names(each)), None)
    if plan is None:
        raise AwsError("BadControl", f"There is no backup plan {wanted} in {call.region}.")
    done: list[dict[str, Any]] = []
    for rule in plan["BackupPlan"]["Rules"]:
        for selection in plan["selections"].values():
            for instance in selected(call, selection["BackupSelection"]):
                done.append(_run_rule(call, plan, rule, selection["BackupSelection"]["IamRoleArn"], instance))
    return {"jobs": done}


def _names(plan: Record) -> tuple[str, ...]:
    return plan["BackupPlanId"], plan["BackupPlanArn"], plan["BackupPlan"]["BackupPlanName"]


def _run_rule(call: Call, plan: Record, rule: Record, role: str, instance: Instance) -> dict[str, Any]:
    origin = {
        "BackupPlanId": plan["BackupPlanId"],
        "BackupPlanArn": plan["BackupPlanArn"],
        "BackupPlanVersion": plan["VersionId"],
        "BackupRuleId": rule["RuleId"],
    }
    result: dict[str, Any] = {"rule": rule["RuleName"], "resource": instance_arn(call.seen_as("rds"), instance)}
    try:
        vault = vault_named(call, rule["TargetBackupVaultName"])
        point = _back_up(call, vault, instance, role, rule.get("Lifecycle"), origin)
        tags = [{"Key": key, "Value": value} for key, value in (rule.get("RecoveryPointTags") or {}).items()]
        tag_in_rds(call.seen_as("rds"), point["RecoveryPointArn"], tags)
        result["recovery_point"] = point["RecoveryPointArn"]
    except AwsError as error:
        return {**result, "error": error.message}
    result["copies"] = []
    for action in rule.get("CopyActions") or []:
        arn = action["DestinationBackupVaultArn"]
        try:
            copy = _copy(call, point, arn, role, action.get("Lifecycle"))
            result["copies"].append({"vault": arn, "recovery_point": copy["RecoveryPointArn"]})
        except AwsError as error:
            result["copies"].append({"vault": arn, "error": error.message})
    return result


def _back_up(
    call: Call, vault: Record, instance: Instance, role: str, lifecycle: Record | None, origin: Record | None = None
) -> Record:
    """A snapshot of the database, with the tags that it has, as a recovery point of the vault."""
    _refuse_retention(vault, lifecycle)
    rds = call.seen_as("rds")
    if instance.status not in ("available", "backing-up"):
        raise invalid_request(f"The database {instance.identifier} is {instance.status}.")
    arn, name = instance_arn(rds, instance), f"awsbackup:job-{uuid.uuid4()}"
    may_back_up(call, role, arn, call.arn("rds", f"snapshot:{name}"), vault, instance.settings.get("KmsKeyId"))
    snapshot = take_snapshot(rds, instance, name, "awsbackup")
    snapshot["ready"] = snapshot["SnapshotCreateTime"]  # so that its copies can begin
    tag_in_rds(rds, snapshot["DBSnapshotArn"], tag_list(rds, arn))
    return _keep(vault, snapshot, arn, role, lifecycle, origin)


def _copy(call: Call, point: Record, vault_arn: str, role: str, lifecycle: Record | None) -> Record:
    region, name = vault_arn.split(":")[3], vault_arn.rpartition(":")[2]
    if call.cut_off_since(region):
        raise invalid_request(f"The region {region} of the destination vault cannot be reached.")
    there = call.seen_as("backup", region)
    vault = vault_named(there, name)
    _refuse_retention(vault, lifecycle)
    here, rds = call.seen_as("rds"), call.seen_as("rds", region)
    source = snapshots(here)[point["RecoveryPointArn"].partition(":snapshot:")[2]]
    key = vault["EncryptionKeyArn"] if source["Encrypted"] else None
    copied = f"awsbackup:copyjob-{uuid.uuid4()}"
    may_copy(call, role, point["RecoveryPointArn"], rds.arn("rds", f"snapshot:{copied}"), vault, key)
    copy = copy_snapshot(rds, source, copied, "awsbackup", key)
    tag_in_rds(rds, copy["DBSnapshotArn"], tag_list(here, source["DBSnapshotArn"]))
    kept = _keep(vault, copy, point["ResourceArn"], role, lifecycle, point.get("CreatedBy"))
    kept["SourceBackupVaultArn"] = point["BackupVaultArn"]
    return kept


def _keep(
    vault: Record, snapshot: Record, resource: str, role: str, lifecycle: Record | None, origin: Record | None
) -> Record:
    made = snapshot["SnapshotCreateTime"]
    days = (lifecycle or {}).get("DeleteAfterDays")
    point = {
        "RecoveryPointArn": snapshot["DBSnapshotArn"],
        "BackupVaultName": vault["BackupVaultName"],
        "BackupVaultArn": vault["BackupVaultArn"],
        "ResourceArn": resource,
        "ResourceType": "RDS",
        "ResourceName": resource.rpartition(":")[2],
        "CreatedBy": origin,
        "IamRoleArn": role,
        "CreationDate": made,
        "BackupSizeInBytes": snapshot["AllocatedStorage"] * 1024**3,
        "Lifecycle": lifecycle,
        "CalculatedLifecycle": {"DeleteAt": made + timedelta(days=days)} if days else None,
        "EncryptionKeyArn": snapshot.get("KmsKeyId"),
        "IsEncrypted": snapshot["Encrypted"],
        "VaultType": "BACKUP_VAULT",
    }
    vault["points"][snapshot["DBSnapshotArn"]] = point
    return point


def _refuse_retention(vault: Record, lifecycle: Record | None) -> None:
    """A locked vault takes nothing that would go too early, or stay too long."""
    days = (lifecycle or {}).get("DeleteAfterDays")
    low, high = vault.get("MinRetentionDays"), vault.get("MaxRetentionDays")
    if (low and days and days < low) or (high and (not days or days > high)):
        raise invalid_value(
            f"The retention of {days or 'unlimited'} days is outside the {low or 1} to {high or 'unlimited'} days of "
            f"the locked vault {vault['BackupVaultName']}."
        )


# ------------------------------------------------------------------------------------------------------------- jobs


@replaces("backup", "StartBackupJob")
def start_backup_job(call: Call) -> dict[str, Any]:
    vault, arn = vault_named(call, call.input["BackupVaultName"]), call.input["ResourceArn"]
    require_role(call, call.input["IamRoleArn"])
    instance = instance_named(call.seen_as("rds"), arn)
    if instance is None or instance.region != call.region:
        raise invalid_value(f"The emulator backs up databases of the region only, not {arn}.")
    try:
        point = _back_up(call, vault, instance, call.input["IamRoleArn"], call.input.get("Lifecycle"))
    except AwsError as error:
        return _failed(call, "backup jobs", "BackupJobId", vault, arn, error)
    tags = [{"Key": key, "Value": value} for key, value in (call.input.get("RecoveryPointTags") or {}).items()]
    tag_in_rds(call.seen_as("rds"), point["RecoveryPointArn"], tags)
    job = _job(call, "backup jobs", "BackupJobId", point)
    return {name: job[name] for name in ("BackupJobId", "RecoveryPointArn", "CreationDate")}


@replaces("backup", "StartCopyJob")
def start_copy_job(call: Call) -> dict[str, Any]:
    require_role(call, call.input["IamRoleArn"])
    source = vault_named(call, call.input["SourceBackupVaultName"])
    point = recovery_point(source, call.input["RecoveryPointArn"])
    destination = call.input["DestinationBackupVaultArn"]
    try:
        copy = _copy(call, point, destination, call.input["IamRoleArn"], call.input.get("Lifecycle"))
    except AwsError as error:
        return _failed(call, "copy jobs", "CopyJobId", source, point["ResourceArn"], error)
    job = _job(call, "copy jobs", "CopyJobId", copy)
    job.update(
        SourceBackupVaultArn=source["BackupVaultArn"],
        SourceRecoveryPointArn=point["RecoveryPointArn"],
        DestinationBackupVaultArn=destination,
        DestinationRecoveryPointArn=copy["RecoveryPointArn"],
    )
    return {name: job[name] for name in ("CopyJobId", "CreationDate")}


def _job(call: Call, kind: str, name: str, point: Record) -> Record:
    job = {
        **{key: point[key] for key in ("BackupVaultName", "BackupVaultArn", "RecoveryPointArn", "ResourceArn")},
        **{key: point[key] for key in ("ResourceType", "IamRoleArn", "CreationDate", "BackupSizeInBytes")},
        name: str(uuid.uuid4()),
        "AccountId": call.account,
    }
    call.remembered(kind)[job[name]] = job
    return job


def _failed(call: Call, kind: str, name: str, vault: Record, resource: str, error: AwsError) -> Record:
    """A job that could not do what it was to do says why; what is wrong with the request is refused instead."""
    if error.code != "AccessDeniedException":
        raise error
    job = {
        **{key: vault[key] for key in ("BackupVaultName", "BackupVaultArn")},
        **{"ResourceArn": resource, "ResourceType": "RDS", "IamRoleArn": call.input["IamRoleArn"]},
        **{"CreationDate": now(), "AccountId": call.account, name: str(uuid.uuid4())},
        **{"State": "FAILED", "StatusMessage": error.message},
    }
    call.remembered(kind)[job[name]] = job
    return {name: job[name], "CreationDate": job["CreationDate"]}


@replaces("backup", "DescribeBackupJob")
def describe_backup_job(call: Call) -> dict[str, Any]:
    return _described(call, "backup jobs", call.input["BackupJobId"])


@replaces("backup", "DescribeCopyJob")
def describe_copy_job(call: Call) -> dict[str, Any]:
    return {"CopyJob": _described(call, "copy jobs", call.input["CopyJobId"])}


def _described(call: Call, kind: str, name: str) -> Record:
    job = call.remembered(kind).get(name)
    if job is None:
        raise not_found(f"The job {name} does not exist.")
    if job.get("State") == "FAILED":
        return job
    done = status_of_point(call, job["RecoveryPointArn"]) == "COMPLETED"
    return {**job, "State": "COMPLETED" if done else "RUNNING", "PercentDone": "100.0" if done else "0.0"}
