"""AWS Backup: vaults, plans, and the recovery points of a plan that is run now."""

from __future__ import annotations

import json
import time
from typing import Any

from control import control
from data_tier import DataTierTest
from support import client

EAST, WEST = "us-east-1", "us-west-2"


# What AWS's own policy AWSBackupServiceRolePolicyForBackup allows, as far as databases go.
RIGHTS = ("backup:DescribeBackupVault", "backup:CopyIntoBackupVault", "rds:*", "kms:DescribeKey", "kms:CreateGrant")


class BackupTest(DataTierTest):
    def setUp(self) -> None:
        super().setUp()
        self.backup, self.there = client("backup"), client("backup", WEST)
        self.addCleanup(control, "DELETE", "outage")

    def vault(self, region: str = EAST, **more: Any) -> tuple[str, str]:
        """Name and ARN of a new vault."""
        made = client("backup", region).create_backup_vault(BackupVaultName=self.name("vault"), **more)
        return made["BackupVaultName"], made["BackupVaultArn"]

    def plan(self, vault: str, copies: list[str] | None = None, **rule: Any) -> str:
        wanted = {
            "RuleName": "daily",
            "TargetBackupVaultName": vault,
            "CopyActions": [{"DestinationBackupVaultArn": arn} for arn in copies or []],
            **rule,
        }
        document = {"BackupPlanName": self.name("plan"), "Rules": [wanted]}
        return self.backup.create_backup_plan(BackupPlan=document)["BackupPlanId"]

    def select(self, plan: str, **more: Any) -> str:
        wanted = {
            "SelectionName": self.name("selection"),
            "IamRoleArn": self.role("backup.amazonaws.com", *RIGHTS),
            **more,
        }
        return self.backup.create_backup_selection(BackupPlanId=plan, BackupSelection=wanted)["SelectionId"]

    def points(self, vault: str, region: str = EAST) -> list[dict[str, Any]]:
        return client("backup", region).list_recovery_points_by_backup_vault(BackupVaultName=vault)["RecoveryPoints"]


class Vaults(BackupTest):
    def test_settings_come_back(self) -> None:
        key, topic = self.key(), client("sns").create_topic(Name=self.name())["TopicArn"]
        name, arn = self.vault(EncryptionKeyArn=key, BackupVaultTags={"a": "b"})
        self.backup.put_backup_vault_lock_configuration(BackupVaultName=name, MinRetentionDays=7, MaxRetentionDays=35)
        self.backup.put_backup_vault_notifications(
            BackupVaultName=name, SNSTopicArn=topic, BackupVaultEvents=["BACKUP_JOB_FAILED"]
        )
        statement = {"Effect": "Deny", "Principal": "*", "Action": "backup:DeleteRecoveryPoint", "Resource": "*"}
        policy = json.dumps({"Version": "2012-10-17", "Statement": [statement]})
        self.backup.put_backup_vault_access_policy(BackupVaultName=name, Policy=policy)
        told = self.backup.describe_backup_vault(BackupVaultName=name)
        self.assertEqual((told["EncryptionKeyArn"], told["MinRetentionDays"], told["Locked"]), (key, 7, True))
        self.assertEqual(self.backup.get_backup_vault_notifications(BackupVaultName=name)["SNSTopicArn"], topic)
        self.assertEqual(self.backup.get_backup_vault_access_policy(BackupVaultName=name)["Policy"], policy)
        self.assertEqual(self.backup.list_tags(ResourceArn=arn)["Tags"], {"a": "b"})
        self.backup.delete_backup_vault(BackupVaultName=name)
        with self.assertRefused("ResourceNotFoundException"):
            self.backup.describe_backup_vault(BackupVaultName=name)

    def test_bad_settings_are_refused(self) -> None:
        name, _ = self.vault()
        with self.assertRefused("AlreadyExistsException"):
            self.backup.create_backup_vault(BackupVaultName=name)
        with self.assertRefused("InvalidParameterValueException", "KMS key"):
            self.vault(EncryptionKeyArn=self.key(WEST))
        for more, text in (
            ({"MinRetentionDays": 0}, "at least 1 day"),
            ({"MinRetentionDays": 9, "MaxRetentionDays": 8}, "greater"),
            ({"ChangeableForDays": 2}, "at least 3 days"),
        ):
            with self.subTest(text), self.assertRefused("InvalidParameterValueException", text):
                self.backup.put_backup_vault_lock_configuration(BackupVaultName=name, **more)
        with self.assertRefused("InvalidParameterValueException", "topic"):
            self.backup.put_backup_vault_notifications(
                BackupVaultName=name, SNSTopicArn="arn:aws:sns:us-east-1:1:no", BackupVaultEvents=["BACKUP_JOB_FAILED"]
            )

    def test_lock_is_immutable_once_its_grace_time_is_over(self) -> None:
        name, _ = self.vault()
        self.backup.put_backup_vault_lock_configuration(BackupVaultName=name, MinRetentionDays=7, ChangeableForDays=3)
        self.backup.put_backup_vault_lock_configuration(BackupVaultName=name, MinRetentionDays=5, ChangeableForDays=3)
        self.assertEqual(control("POST", "backup-lock", {"region": EAST, "vault": name})["status"], 200)
        with self.assertRefused("InvalidRequestException", "immutable"):
            self.backup.put_backup_vault_lock_configuration(BackupVaultName=name, MinRetentionDays=1)
        with self.assertRefused("InvalidRequestException", "immutable"):
            self.backup.delete_backup_vault_lock_configuration(BackupVaultName=name)


class Plans(BackupTest):
    def test_bad_plan_is_refused(self) -> None:
        vault, _ = self.vault()
        gone = f"arn:aws:backup:{WEST}:123456789012:backup-vault:none"
        cases: list[tuple[dict[str, Any], str]] = [
            ({"TargetBackupVaultName": "none"}, "does not exist"),
            ({"copies": [gone]}, "destination backup vault"),
            ({"Lifecycle": {"MoveToColdStorageAfterDays": 30, "DeleteAfterDays": 60}}, "90 days"),
            ({"ScheduleExpression": "daily"}, "schedule"),
            ({"StartWindowMinutes": 60, "CompletionWindowMinutes": 60}, "longer"),
            ({"EnableContinuousBackup": True, "Lifecycle": {"DeleteAfterDays": 90}}, "35 days"),
        ]
        for more, text in cases:
            with self.subTest(text), self.assertRefused("InvalidParameterValueException", text):
                self.plan(vault, **more)

    def test_restore_tests_have_no_jobs(self) -> None:
        plan = "arn:aws:backup:us-east-1:123456789012:restore-testing-plan:monthly"
        self.assertEqual(self.backup.list_restore_jobs(ByRestoreTestingPlanArn=plan)["RestoreJobs"], [])

    def test_selection_needs_a_role_that_backup_may_take(self) -> None:
        plan = self.plan(self.vault()[0])
        with self.assertRefused("InvalidParameterValueException", "cannot be assumed by AWS Backup"):
            self.select(plan, Resources=["*"], IamRoleArn=self.role("ec2.amazonaws.com"))
        selection = self.select(plan, Resources=["*"])
        with self.assertRefused("InvalidRequestException", "selections"):
            self.backup.delete_backup_plan(BackupPlanId=plan)
        self.backup.delete_backup_selection(BackupPlanId=plan, SelectionId=selection)
        self.backup.delete_backup_plan(BackupPlanId=plan)
        with self.assertRefused("ResourceNotFoundException"):
            self.backup.get_backup_plan(BackupPlanId=plan)


class Runs(BackupTest):
    def test_plan_that_is_run_makes_recovery_points_in_both_regions(self) -> None:
        mark, key = self.name("mark"), self.key(WEST)
        instance = self.instance(
            StorageEncrypted=True, KmsKeyId=self.key(), Tags=[{"Key": "Application", "Value": mark}]
        )
        here, there = self.vault(), self.vault(WEST, EncryptionKeyArn=key)
        plan = self.plan(here[0], [there[1]], RecoveryPointTags={"by": "plan"})
        self.select(
            plan,
            ListOfTags=[{"ConditionType": "STRINGEQUALS", "ConditionKey": "Application", "ConditionValue": mark}],
        )
        [job] = control("POST", "backup", {"plan": plan, "region": EAST})["jobs"]
        self.assertEqual(job["resource"], instance["DBInstanceArn"])
        [point], [copied] = self.points(here[0]), self.points(there[0], WEST)
        self.assertEqual((point["Status"], copied["SourceBackupVaultArn"]), ("COMPLETED", here[1]))
        name = copied["RecoveryPointArn"].partition(":snapshot:")[2]
        self.assertRegex(name, "^awsbackup:copyjob-")
        self.elsewhere.get_waiter("db_snapshot_available").wait(
            DBSnapshotIdentifier=name, WaiterConfig={"Delay": 1, "MaxAttempts": 5}
        )
        [snapshot] = self.elsewhere.describe_db_snapshots(DBSnapshotIdentifier=name)["DBSnapshots"]
        [source] = self.rds.describe_db_snapshots(
            DBSnapshotIdentifier=point["RecoveryPointArn"], SnapshotType="awsbackup"
        )["DBSnapshots"]
        self.assertEqual((snapshot["SnapshotType"], snapshot["KmsKeyId"]), ("awsbackup", key))
        self.assertEqual(snapshot["OriginalSnapshotCreateTime"], source["OriginalSnapshotCreateTime"])
        self.assertEqual({tag["Key"]: tag["Value"] for tag in snapshot["TagList"]}, {"Application": mark, "by": "plan"})
        told = self.elsewhere.describe_db_snapshots()["DBSnapshots"]
        self.assertNotIn(name, [each["DBSnapshotIdentifier"] for each in told])
        restored = self.elsewhere.restore_db_instance_from_db_snapshot(
            DBSnapshotIdentifier=name, DBInstanceIdentifier=self.name("restored")
        )["DBInstance"]
        self.assertEqual(restored["KmsKeyId"], key)
        with self.assertRefused("InvalidRequestException", "recovery points"):
            self.there.delete_backup_vault(BackupVaultName=there[0])
        self.there.delete_recovery_point(BackupVaultName=there[0], RecoveryPointArn=copied["RecoveryPointArn"])
        self.there.delete_backup_vault(BackupVaultName=there[0])

    def test_copy_fails_alone(self) -> None:
        instance, here, there = self.instance(), self.vault(), self.vault(WEST)
        plan = self.plan(here[0], [there[1]])
        self.select(plan, Resources=[instance["DBInstanceArn"]])
        control("PUT", "outage", {"region": WEST})
        [job] = control("POST", "backup", {"plan": plan, "region": EAST})["jobs"]
        self.assertIn("cannot be reached", job["copies"][0]["error"])
        control("PUT", "outage", {"region": EAST})
        self.assertEqual(control("POST", "backup", {"plan": plan, "region": EAST})["status"], 400)
        control("DELETE", "outage")
        self.assertEqual((len(self.points(here[0])), self.points(there[0], WEST)), (1, []))

    def test_locked_vault_takes_only_what_stays_long_enough(self) -> None:
        instance, (name, _) = self.instance(), self.vault()
        self.backup.put_backup_vault_lock_configuration(BackupVaultName=name, MinRetentionDays=7)
        wanted = {
            "BackupVaultName": name,
            "ResourceArn": instance["DBInstanceArn"],
            "IamRoleArn": self.role("backup.amazonaws.com", *RIGHTS),
        }
        with self.assertRefused("InvalidParameterValueException", "outside"):
            self.backup.start_backup_job(**wanted, Lifecycle={"DeleteAfterDays": 3})
        job = self.backup.start_backup_job(**wanted, Lifecycle={"DeleteAfterDays": 8})
        self.assertEqual(self.backup.describe_backup_job(BackupJobId=job["BackupJobId"])["State"], "COMPLETED")
        with self.assertRefused("InvalidRequestException", "locked"):
            self.backup.delete_recovery_point(BackupVaultName=name, RecoveryPointArn=job["RecoveryPointArn"])

    def test_copy_job(self) -> None:
        instance, role = self.instance(), self.role("backup.amazonaws.com", *RIGHTS)
        here, there = self.vault(), self.vault(WEST)
        point = self.backup.start_backup_job(
            BackupVaultName=here[0], ResourceArn=instance["DBInstanceArn"], IamRoleArn=role
        )["RecoveryPointArn"]
        job = self.backup.start_copy_job(
            RecoveryPointArn=point,
            SourceBackupVaultName=here[0],
            DestinationBackupVaultArn=there[1],
            IamRoleArn=role,
        )["CopyJobId"]
        self.assertEqual(self.backup.describe_copy_job(CopyJobId=job)["CopyJob"]["State"], "RUNNING")
        time.sleep(1.1)
        told = self.backup.describe_copy_job(CopyJobId=job)["CopyJob"]
        self.assertEqual(told["State"], "COMPLETED")
        [copied] = self.points(there[0], WEST)
        self.assertEqual(copied["RecoveryPointArn"], told["DestinationRecoveryPointArn"])
