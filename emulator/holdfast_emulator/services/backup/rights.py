"""What AWS Backup does with the role that a selection or a job names.

Oracle: AWS's own policy AWSBackupServiceRolePolicyForBackup, which is written for this.
"""

from __future__ import annotations

from ...authorization.need import Need
from ...authorization.needs.encryption import through
from ...authorization.service_roles import as_service
from ...engine.call import Call
from ...engine.errors import AwsError
from .records import Record

_BACKUP = "backup.amazonaws.com"


def may_back_up(call: Call, role: str, instance: str, snapshot: str, vault: Record, key: str | None) -> None:
    """AwsError when the role may not take a snapshot of the database for the vault."""
    needs = [
        Need("backup:DescribeBackupVault", vault["BackupVaultArn"]),
        Need("rds:DescribeDBInstances", instance),
        Need("rds:ListTagsForResource", instance),
        Need("rds:CreateDBSnapshot", instance),
        Need("rds:CreateDBSnapshot", snapshot),
        Need("rds:AddTagsToResource", snapshot),
        Need("rds:DescribeDBSnapshots", snapshot),
        *through(call, key, "rds", ("DescribeKey", "CreateGrant")),
    ]
    _judge(call, role, needs, vault, "backup")


def may_copy(call: Call, role: str, source: str, copy: str, vault: Record, key: str | None) -> None:
    """AwsError when the role may not copy a recovery point into the vault of another region."""
    there = call.seen_as("backup", vault["BackupVaultArn"].split(":")[3])
    needs = [
        Need("backup:DescribeBackupVault", vault["BackupVaultArn"]),
        Need("backup:CopyIntoBackupVault", vault["BackupVaultArn"]),
        Need("rds:DescribeDBSnapshots", source),
        Need("rds:CopyDBSnapshot", source),
        Need("rds:CopyDBSnapshot", copy),
        Need("rds:AddTagsToResource", copy),
        *through(there, key, "rds", ("DescribeKey", "CreateGrant")),
    ]
    _judge(there, role, needs, vault, "copy")


def _judge(call: Call, role: str, needs: list[Need], vault: Record, job: str) -> None:
    try:
        as_service(call, role, _BACKUP, needs, {"aws:SourceArn": vault["BackupVaultArn"]})
    except AwsError as error:
        raise AwsError(
            "AccessDeniedException",
            f"IAM Role {role} does not have sufficient permissions to execute the {job}: {error.message}",
            403,
        ) from None
