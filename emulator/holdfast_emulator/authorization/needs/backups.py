"""AWS Backup: vaults, plans, jobs, tests of restores."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..need import Need
from .encryption import through
from .inputs import texts
from .table import Table

if TYPE_CHECKING:
    from ...engine.call import Call

_SERVICE, _TESTS = "backup.amazonaws.com", "restore-testing.backup.amazonaws.com"
_SCANS = "malware-protection.guardduty.amazonaws.com"


def _points(call: Call) -> list[str]:
    return [arn for arn in texts(call.input, "RecoveryPointArn", "ResourceArn") if "backup-vault" not in arn]


def _testing_plans(call: Call) -> list[str]:
    """ARNs of these plans end with an id; requests name them."""
    names = texts(call.input, "RestoreTestingPlanName", "RestoreTestingPlan.RestoreTestingPlanName")
    return [f"{name}-*" for name in names] + texts(call.input, "ResourceArn")


BACKUP = Table(
    "backup",
    names={
        "backupVault": (
            *("BackupVaultName", "SourceBackupVaultName", "DestinationBackupVaultArn", "ResourceArn"),
            "BackupVaultArn",
        ),
        "backupPlan": ("BackupPlanId", "ResourceArn"),
        "recoveryPoint": _points,
        "restoreTestingPlan": _testing_plans,
        "framework": lambda call: [f"{name}-*" for name in texts(call.input, "FrameworkName")],
        "reportPlan": lambda call: [f"{name}-*" for name in texts(call.input, "ReportPlanName")],
        "legalHold": ("LegalHoldId",),
    },
    keys={
        "backup:ChangeableForDays": ("ChangeableForDays",),
        "backup:MaxRetentionDays": ("MaxRetentionDays",),
        "backup:MinRetentionDays": ("MinRetentionDays",),
        "backup:CopyTargets": ("DestinationBackupVaultArn", "BackupPlan.Rules.CopyActions.DestinationBackupVaultArn"),
    },
    tagged_by="TagResource",
    passes={
        "CreateBackupSelection": {"BackupSelection.IamRoleArn": _SERVICE},
        "CreateBackupPlan": {"BackupPlan.ScanSettings.ScannerRoleArn": _SCANS},
        "UpdateBackupPlan": {"BackupPlan.ScanSettings.ScannerRoleArn": _SCANS},
        "StartBackupJob": {"IamRoleArn": _SERVICE},
        "StartCopyJob": {"IamRoleArn": _SERVICE},
        "StartRestoreJob": {"IamRoleArn": _SERVICE},
        # AWS's own policy AWSBackupFullAccess names this service besides.
        "CreateRestoreTestingSelection": {"RestoreTestingSelection.IamRoleArn": _TESTS},
        "UpdateRestoreTestingSelection": {"RestoreTestingSelection.IamRoleArn": _TESTS},
    },
)


@BACKUP.adds("CreateBackupVault")
def vault_key(call: Call) -> list[Need]:
    """Backup guide, "Create a backup vault", "Required permissions"."""
    needs = [Need("backup-storage:MountCapsule")]
    key = call.input.get("EncryptionKeyArn")
    names = ("CreateGrant", "GenerateDataKey", "Decrypt", "RetireGrant", "DescribeKey")
    return needs + (through(call, key, "backup", names) if key else [])
