"""RDS: replicas, snapshots, restores, and backups in another region."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any
from unittest import mock

from control import control
from data_tier import DataTierTest
from support import client

from holdfast_emulator.services.rds import restore, snapshots


class RecoveryTest(DataTierTest):
    def setUp(self) -> None:
        super().setUp()
        for module, name in ((snapshots, "CREATION_SECONDS"), (restore, "BASELINE_BACKUP_SECONDS")):
            patch = mock.patch.object(module, name, 0.0)
            patch.start()
            self.addCleanup(patch.stop)

    def encrypted(self, **more: Any) -> dict[str, Any]:
        return self.instance(StorageEncrypted=True, KmsKeyId=self.key(), **more)

    def snapshot(self, instance: dict[str, Any]) -> dict[str, Any]:
        wanted = {"DBInstanceIdentifier": instance["DBInstanceIdentifier"], "DBSnapshotIdentifier": self.name("snap")}
        return self.rds.create_db_snapshot(**wanted)["DBSnapshot"]

    def restore(self, snapshot: str, **more: Any) -> dict[str, Any]:
        wanted = {"DBInstanceIdentifier": self.name("restored"), "DBSnapshotIdentifier": snapshot, **more}
        return self.rds.restore_db_instance_from_db_snapshot(**wanted)["DBInstance"]

    def restore_time(self, **wanted: Any) -> dict[str, Any]:
        name = self.name("restored")
        return self.rds.restore_db_instance_to_point_in_time(TargetDBInstanceIdentifier=name, **wanted)["DBInstance"]


class Replicas(RecoveryTest):
    def replicate(self, source: dict[str, Any], there: bool = False, **more: Any) -> dict[str, Any]:
        rds = self.elsewhere if there else self.rds
        wanted = source["DBInstanceArn"] if there else source["DBInstanceIdentifier"]
        return rds.create_db_instance_read_replica(
            DBInstanceIdentifier=self.name("replica"), SourceDBInstanceIdentifier=wanted, **more
        )["DBInstance"]

    def told(self, instance: dict[str, Any]) -> dict[str, Any]:
        return self.rds.describe_db_instances(DBInstanceIdentifier=instance["DBInstanceIdentifier"])["DBInstances"][0]

    def test_in_the_region(self) -> None:
        source = self.encrypted()
        replica = self.replicate(source)
        self.assertEqual(replica["ReadReplicaSourceDBInstanceIdentifier"], source["DBInstanceIdentifier"])
        self.assertEqual((replica["KmsKeyId"], replica["BackupRetentionPeriod"]), (source["KmsKeyId"], 0))
        self.assertEqual(self.told(source)["ReadReplicaDBInstanceIdentifiers"], [replica["DBInstanceIdentifier"]])

    def test_in_another_region_and_promoted(self) -> None:
        source, key = self.encrypted(), self.key("us-west-2")
        replica = self.replicate(source, there=True, KmsKeyId=key)
        self.assertEqual(replica["ReadReplicaSourceDBInstanceIdentifier"], source["DBInstanceArn"])
        self.assertEqual(self.told(source)["ReadReplicaDBInstanceIdentifiers"], [replica["DBInstanceArn"]])
        promoted = self.elsewhere.promote_read_replica(
            DBInstanceIdentifier=replica["DBInstanceIdentifier"], BackupRetentionPeriod=3
        )["DBInstance"]
        self.assertNotIn("ReadReplicaSourceDBInstanceIdentifier", promoted)
        self.assertEqual(promoted["BackupRetentionPeriod"], 3)
        self.assertEqual(self.told(source)["ReadReplicaDBInstanceIdentifiers"], [])

    def there(self, replica: dict[str, Any]) -> dict[str, Any]:
        name = replica["DBInstanceIdentifier"]
        return self.elsewhere.describe_db_instances(DBInstanceIdentifier=name)["DBInstances"][0]

    def lag(self, replica: dict[str, Any]) -> list[float]:
        end = datetime.now(timezone.utc)
        points = client("cloudwatch", "us-west-2").get_metric_statistics(
            Namespace="AWS/RDS",
            MetricName="ReplicaLag",
            Dimensions=[{"Name": "DBInstanceIdentifier", "Value": replica["DBInstanceIdentifier"]}],
            StartTime=end - timedelta(minutes=10),
            EndTime=end,
            Period=60,
            Statistics=["Maximum"],
        )["Datapoints"]
        return [point["Maximum"] for point in points]

    def test_lag_is_measured_in_the_region_of_the_replica(self) -> None:
        replica = self.replicate(self.encrypted(), there=True, KmsKeyId=self.key("us-west-2"))
        control("PUT", "replica-lag", {"seconds": 42})
        self.addCleanup(control, "PUT", "replica-lag", {"seconds": 1})
        self.assertEqual(self.lag(replica), [42.0])
        self.assertEqual(self.there(replica)["StatusInfos"][0]["Status"], "replicating")
        control("PUT", "outage", {"region": "us-east-1"})
        self.addCleanup(control, "DELETE", "outage")
        self.assertEqual(self.there(replica)["StatusInfos"][0]["Status"], "error")
        self.assertGreaterEqual(self.lag(replica)[0], 42.0)
        self.elsewhere.promote_read_replica(DBInstanceIdentifier=replica["DBInstanceIdentifier"])
        self.assertEqual(self.lag(replica), [])

    def test_source_that_is_deleted_ends_the_replication_of_another_region(self) -> None:
        source = self.encrypted()
        near, far = self.replicate(source), self.replicate(source, there=True, KmsKeyId=self.key("us-west-2"))
        self.rds.delete_db_instance(DBInstanceIdentifier=source["DBInstanceIdentifier"], SkipFinalSnapshot=True)
        self.assertNotIn("ReadReplicaSourceDBInstanceIdentifier", self.told(near))
        self.assertEqual(self.there(far)["ReadReplicaSourceDBInstanceIdentifier"], source["DBInstanceArn"])
        self.assertEqual(self.there(far)["StatusInfos"][0]["Status"], "terminated")
        self.assertEqual(self.lag(far), [-1.0])
        promoted = self.elsewhere.promote_read_replica(DBInstanceIdentifier=far["DBInstanceIdentifier"])["DBInstance"]
        self.assertNotIn("ReadReplicaSourceDBInstanceIdentifier", promoted)
        with self.assertRefused("InvalidDBInstanceState", "not a read replica"):
            self.elsewhere.promote_read_replica(DBInstanceIdentifier=far["DBInstanceIdentifier"])

    def test_replica_has_backups_of_its_own_and_no_password(self) -> None:
        replica = self.replicate(self.encrypted(), there=True, KmsKeyId=self.key("us-west-2"))
        name = {"DBInstanceIdentifier": replica["DBInstanceIdentifier"], "ApplyImmediately": True}
        self.elsewhere.modify_db_instance(BackupRetentionPeriod=14, **name)
        self.assertEqual(self.there(replica)["BackupRetentionPeriod"], 14)
        with self.assertRefused("InvalidDBInstanceState", "password"):
            self.elsewhere.modify_db_instance(MasterUserPassword="another-one-12345", **name)

    def test_none_is_made_of_a_region_that_is_cut_off(self) -> None:
        source, key = self.encrypted(), self.key("us-west-2")
        control("PUT", "outage", {"region": "us-east-1"})
        self.addCleanup(control, "DELETE", "outage")
        with self.assertRefused("InvalidParameterCombination", "cannot be reached"):
            self.replicate(source, there=True, KmsKeyId=key)

    def test_bad_replica_is_refused(self) -> None:
        managed = self.instance(MasterUserPassword=None, ManageMasterUserPassword=True)
        plain = self.instance()
        cases: list[tuple[dict[str, Any], dict[str, Any], str, str]] = [
            (self.instance(BackupRetentionPeriod=0), {}, "InvalidDBInstanceState", "not enabled"),
            (managed, {}, "InvalidParameterCombination", "Secrets Manager"),
            (self.encrypted(), {"there": True}, "InvalidParameterCombination", "KmsKeyId of us-west-2"),
            (self.encrypted(), {"there": True, "KmsKeyId": self.key()}, "KMSKeyNotAccessibleFault", "us-west-2"),
            (plain, {"KmsKeyId": self.key()}, "InvalidParameterCombination", "encrypted"),
        ]
        for source, more, code, text in cases:
            with self.subTest(text), self.assertRefused(code, text):
                self.replicate(source, **more)
        with self.assertRefused("InvalidDBInstanceState", "not a read replica"):
            self.rds.promote_read_replica(DBInstanceIdentifier=plain["DBInstanceIdentifier"])

    def test_source_keeps_its_backups(self) -> None:
        source = self.instance()
        self.replicate(source)
        with self.assertRefused("InvalidDBInstanceState", "read replicas"):
            self.rds.modify_db_instance(
                DBInstanceIdentifier=source["DBInstanceIdentifier"], BackupRetentionPeriod=0, ApplyImmediately=True
            )


class Snapshots(RecoveryTest):
    def test_copy_in_another_region(self) -> None:
        source = self.snapshot(self.encrypted(CopyTagsToSnapshot=True, Tags=[{"Key": "a", "Value": "b"}]))
        self.assertEqual(source["TagList"], [{"Key": "a", "Value": "b"}])
        wanted = {
            "SourceDBSnapshotIdentifier": source["DBSnapshotArn"],
            "TargetDBSnapshotIdentifier": self.name("copy"),
        }
        with self.assertRefused("InvalidParameterCombination", "KmsKeyId of us-west-2"):
            self.elsewhere.copy_db_snapshot(**wanted)
        with self.assertRefused("KMSKeyNotAccessibleFault"):
            self.elsewhere.copy_db_snapshot(**wanted, KmsKeyId=source["KmsKeyId"])
        key = self.key("us-west-2")
        copy = self.elsewhere.copy_db_snapshot(**wanted, KmsKeyId=key)["DBSnapshot"]
        self.assertEqual((copy["KmsKeyId"], copy["SourceRegion"]), (key, "us-east-1"))
        self.assertEqual(copy["SourceDBSnapshotIdentifier"], source["DBSnapshotArn"])
        self.assertEqual(copy["OriginalSnapshotCreateTime"], source["OriginalSnapshotCreateTime"])
        with self.assertRefused("DBSnapshotAlreadyExists"):
            self.elsewhere.copy_db_snapshot(**wanted, KmsKeyId=key)

    def test_filters(self) -> None:
        instance = self.instance()
        snapshot = self.snapshot(instance)
        name = instance["DBInstanceIdentifier"]
        for kind, count in (("manual", 1), ("automated", 1)):
            found = self.rds.describe_db_snapshots(DBInstanceIdentifier=name, SnapshotType=kind)["DBSnapshots"]
            self.assertEqual(len(found), count, kind)
        self.rds.delete_db_snapshot(DBSnapshotIdentifier=snapshot["DBSnapshotIdentifier"])
        with self.assertRefused("DBSnapshotNotFound"):
            self.rds.describe_db_snapshots(DBSnapshotIdentifier=snapshot["DBSnapshotIdentifier"])

    def test_automated_snapshot_stays(self) -> None:
        name = self.instance()["DBInstanceIdentifier"]
        found = self.rds.describe_db_snapshots(DBInstanceIdentifier=name, SnapshotType="automated")["DBSnapshots"]
        with self.assertRefused("InvalidDBSnapshotState", "manual"):
            self.rds.delete_db_snapshot(DBSnapshotIdentifier=found[0]["DBSnapshotIdentifier"])

    def test_sharing(self) -> None:
        name = self.snapshot(self.instance())["DBSnapshotIdentifier"]
        wanted = {"DBSnapshotIdentifier": name, "AttributeName": "restore"}
        self.rds.modify_db_snapshot_attribute(**wanted, ValuesToAdd=["111122223333"])
        told = self.rds.describe_db_snapshot_attributes(DBSnapshotIdentifier=name)["DBSnapshotAttributesResult"]
        self.assertEqual(told["DBSnapshotAttributes"][0]["AttributeValues"], ["111122223333"])


class Restores(RecoveryTest):
    def test_nobody_gets_in_until_a_password_is_set(self) -> None:
        source = self.instance()
        name = self.restore(self.snapshot(source)["DBSnapshotIdentifier"])["DBInstanceIdentifier"]

        def gets_in(database: str, password: str) -> bool:
            body = {"region": "us-east-1", "database": database, "user": "app", "password": password}
            return control("POST", "database-login", body)["accepted"]

        self.assertTrue(gets_in(source["DBInstanceIdentifier"], "supersecret1"))
        self.assertFalse(gets_in(name, "supersecret1"))
        self.rds.modify_db_instance(DBInstanceIdentifier=name, MasterUserPassword="supersecret2", ApplyImmediately=True)
        self.assertEqual([gets_in(name, "supersecret1"), gets_in(name, "supersecret2")], [False, True])

    def test_from_a_snapshot(self) -> None:
        source = self.encrypted(MultiAZ=True, DeletionProtection=True, EnableIAMDatabaseAuthentication=True)
        told = self.restore(self.snapshot(source)["DBSnapshotArn"], DBInstanceClass="db.r6g.large")
        for name in ("Engine", "EngineVersion", "DBName", "MasterUsername", "AllocatedStorage", "KmsKeyId"):
            self.assertEqual(told[name], source[name], name)
        self.assertEqual((told["StorageEncrypted"], told["BackupRetentionPeriod"]), (True, 7))
        self.assertEqual(
            (told["MultiAZ"], told["DeletionProtection"], told["DBInstanceClass"]), (False, False, "db.r6g.large")
        )
        self.assertFalse(told["IAMDatabaseAuthenticationEnabled"])
        self.assertNotEqual(told["DbiResourceId"], source["DbiResourceId"])

    def test_first_backup_keeps_everybody_waiting(self) -> None:
        snapshot = self.snapshot(self.instance())["DBSnapshotIdentifier"]
        with mock.patch.object(restore, "BASELINE_BACKUP_SECONDS", 60):
            told = self.restore(snapshot)
        name = told["DBInstanceIdentifier"]
        self.assertEqual(told["DBInstanceStatus"], "backing-up")
        with self.assertRefused("InvalidDBInstanceState", "backing-up"):
            self.rds.modify_db_instance(DBInstanceIdentifier=name, MultiAZ=True)

    def test_first_backup_ends(self) -> None:
        name = self.restore(self.snapshot(self.instance())["DBSnapshotIdentifier"])["DBInstanceIdentifier"]
        self.rds.modify_db_instance(DBInstanceIdentifier=name, MultiAZ=True)

    def test_without_backups_nothing_waits(self) -> None:
        snapshot = self.snapshot(self.instance(BackupRetentionPeriod=0))["DBSnapshotIdentifier"]
        with mock.patch.object(restore, "BASELINE_BACKUP_SECONDS", 60):
            self.assertEqual(self.restore(snapshot)["DBInstanceStatus"], "available")

    def test_bad_restore_is_refused(self) -> None:
        snapshot = self.snapshot(self.instance())
        there = snapshot["DBSnapshotArn"].replace("us-east-1", "us-west-2")
        cases: list[tuple[str, dict[str, Any], str, str]] = [
            (there, {}, "InvalidParameterValue", "us-west-2"),
            ("nobody", {}, "DBSnapshotNotFound", "nobody"),
            (snapshot["DBSnapshotIdentifier"], {"AllocatedStorage": 50}, "InvalidParameterCombination", "less than"),
            (snapshot["DBSnapshotIdentifier"], {"Engine": "mysql"}, "InvalidParameterCombination", "Engine"),
        ]
        for name, more, code, text in cases:
            with self.subTest(text), self.assertRefused(code, text):
                self.restore(name, **more)
        with mock.patch.object(snapshots, "CREATION_SECONDS", 60):
            unready = self.snapshot(self.instance())
        self.assertEqual(unready["Status"], "creating")
        with self.assertRefused("InvalidDBSnapshotState", "not available"):
            self.restore(unready["DBSnapshotIdentifier"])

    def test_to_a_point_in_time(self) -> None:
        source = self.encrypted()
        for wanted in (
            {"SourceDBInstanceIdentifier": source["DBInstanceIdentifier"], "UseLatestRestorableTime": True},
            {"SourceDbiResourceId": source["DbiResourceId"], "RestoreTime": datetime.now(timezone.utc)},
        ):
            with self.subTest(wanted):
                told = self.restore_time(**wanted)
                self.assertEqual((told["DBName"], told["KmsKeyId"]), ("app", source["KmsKeyId"]))

    def test_bad_point_in_time_is_refused(self) -> None:
        name = self.instance()["DBInstanceIdentifier"]
        without = self.instance(BackupRetentionPeriod=0)["DBInstanceIdentifier"]
        now, hour = datetime.now(timezone.utc), timedelta(hours=1)
        combination = "InvalidParameterCombination"
        cases: list[tuple[dict[str, Any], str, str]] = [
            ({"SourceDBInstanceIdentifier": name, "RestoreTime": now - hour}, "InvalidParameterValue", "restorable"),
            ({"SourceDBInstanceIdentifier": name, "RestoreTime": now + hour}, "InvalidParameterValue", "restorable"),
            ({"SourceDBInstanceIdentifier": name}, combination, "UseLatestRestorableTime"),
            ({"UseLatestRestorableTime": True}, combination, "one of"),
            (
                {"SourceDBInstanceIdentifier": without, "UseLatestRestorableTime": True},
                "PointInTimeRestoreNotEnabled",
                without,
            ),
            ({"SourceDBInstanceIdentifier": "nobody", "UseLatestRestorableTime": True}, "DBInstanceNotFound", "nobody"),
        ]
        for wanted, code, text in cases:
            with self.subTest(wanted), self.assertRefused(code, text):
                self.restore_time(**wanted)


class ReplicatedBackups(RecoveryTest):
    def start(self, source: dict[str, Any], **more: Any) -> dict[str, Any]:
        return self.elsewhere.start_db_instance_automated_backups_replication(
            SourceDBInstanceArn=source["DBInstanceArn"], **more
        )["DBInstanceAutomatedBackup"]

    def told(self, backup: dict[str, Any]) -> dict[str, Any]:
        arn = backup["DBInstanceAutomatedBackupsArn"]
        wanted = {"DBInstanceAutomatedBackupsArn": arn}
        return self.elsewhere.describe_db_instance_automated_backups(**wanted)["DBInstanceAutomatedBackups"][0]

    def test_restore_where_they_go_to(self) -> None:
        source, key = self.encrypted(), self.key("us-west-2")
        backup = self.start(source, KmsKeyId=key, BackupRetentionPeriod=14)
        self.assertEqual((backup["Status"], backup["BackupRetentionPeriod"]), ("replicating", 14))
        name = {"DBInstanceIdentifier": source["DBInstanceIdentifier"]}
        told = self.rds.describe_db_instances(**name)["DBInstances"][0]
        arn = backup["DBInstanceAutomatedBackupsArn"]
        self.assertEqual(told["DBInstanceAutomatedBackupsReplications"], [{"DBInstanceAutomatedBackupsArn": arn}])
        self.rds.delete_db_instance(**name, SkipFinalSnapshot=True)
        restored = self.elsewhere.restore_db_instance_to_point_in_time(
            SourceDBInstanceAutomatedBackupsArn=arn,
            TargetDBInstanceIdentifier=self.name("restored"),
            UseLatestRestorableTime=True,
        )["DBInstance"]
        self.assertEqual((restored["KmsKeyId"], restored["MasterUsername"]), (key, "app"))

    def test_stop_retains(self) -> None:
        source = self.instance()
        backup = self.start(source)
        self.elsewhere.stop_db_instance_automated_backups_replication(SourceDBInstanceArn=source["DBInstanceArn"])
        self.assertEqual(self.told(backup)["Status"], "retained")
        arn = backup["DBInstanceAutomatedBackupsArn"]
        self.elsewhere.delete_db_instance_automated_backup(DBInstanceAutomatedBackupsArn=arn)
        with self.assertRefused("DBInstanceAutomatedBackupNotFound"):
            self.told(backup)

    def test_bad_replication_is_refused(self) -> None:
        encrypted, bare, plain = self.encrypted(), self.instance(BackupRetentionPeriod=0), self.instance()
        cases: list[tuple[dict[str, Any], dict[str, Any], str, str]] = [
            (encrypted, {}, "InvalidParameterCombination", "KmsKeyId of us-west-2"),
            (encrypted, {"KmsKeyId": self.key()}, "KMSKeyNotAccessibleFault", "us-west-2"),
            (bare, {}, "InvalidDBInstanceState", "not enabled"),
            (plain, {"BackupRetentionPeriod": 36}, "InvalidParameterValue", "35"),
        ]
        for source, more, code, text in cases:
            with self.subTest(text), self.assertRefused(code, text):
                self.start(source, **more)

    def test_backups_of_a_deleted_instance_can_be_retained(self) -> None:
        source = self.instance()
        name = source["DBInstanceIdentifier"]
        self.rds.delete_db_instance(DBInstanceIdentifier=name, SkipFinalSnapshot=True, DeleteAutomatedBackups=False)
        self.assertEqual(
            self.restore_time(SourceDbiResourceId=source["DbiResourceId"], UseLatestRestorableTime=True)["DBName"],
            "app",
        )
