"""What the recovery region knows and can do while the region of the database is cut off."""

from __future__ import annotations

import time
from datetime import timedelta
from typing import Any

from control import control
from data_tier import DataTierTest
from support import client

EAST, WEST = "us-east-1", "us-west-2"


class RecoveryRegionTest(DataTierTest):
    def setUp(self) -> None:
        super().setUp()
        self.addCleanup(control, "DELETE", "outage")
        self.addCleanup(control, "PUT", "snapshot-copies", {"seconds": 1})
        self.there = self.key(WEST)

    def encrypted(self, **more: Any) -> dict[str, Any]:
        return self.instance(StorageEncrypted=True, KmsKeyId=self.key(), CopyTagsToSnapshot=True, **more)

    def replicated(self) -> str:
        """The ARN of automated backups that are replicated to the other region."""
        source = self.encrypted()["DBInstanceArn"]
        return self.elsewhere.start_db_instance_automated_backups_replication(
            SourceDBInstanceArn=source, KmsKeyId=self.there
        )["DBInstanceAutomatedBackup"]["DBInstanceAutomatedBackupsArn"]

    def snapshot(self, **more: Any) -> dict[str, Any]:
        name, instance = self.name("snap"), self.encrypted(**more)["DBInstanceIdentifier"]
        self.rds.create_db_snapshot(DBSnapshotIdentifier=name, DBInstanceIdentifier=instance)
        self.rds.get_waiter("db_snapshot_available").wait(
            DBSnapshotIdentifier=name, WaiterConfig={"Delay": 1, "MaxAttempts": 5}
        )
        return self.rds.describe_db_snapshots(DBSnapshotIdentifier=name)["DBSnapshots"][0]

    def copy(self, snapshot: dict[str, Any]) -> str:
        name = self.name("copy")
        self.elsewhere.copy_db_snapshot(
            SourceDBSnapshotIdentifier=snapshot["DBSnapshotArn"],
            TargetDBSnapshotIdentifier=name,
            KmsKeyId=self.there,
            CopyTags=True,
        )
        return name

    def status(self, copy: str) -> str:
        return self.elsewhere.describe_db_snapshots(DBSnapshotIdentifier=copy)["DBSnapshots"][0]["Status"]


class ReplicatedBackups(RecoveryRegionTest):
    def latest(self, arn: str) -> Any:
        told = self.elsewhere.describe_db_instance_automated_backups(DBInstanceAutomatedBackupsArn=arn)
        [backup] = told["DBInstanceAutomatedBackups"]
        self.assertEqual((backup["Status"], backup["Region"], backup["Encrypted"]), ("replicating", EAST, True))
        return backup["RestoreWindow"]["LatestTime"]

    def restore(self, arn: str, **more: Any) -> dict[str, Any]:
        return self.elsewhere.restore_db_instance_to_point_in_time(
            SourceDBInstanceAutomatedBackupsArn=arn, TargetDBInstanceIdentifier=self.name("restored"), **more
        )["DBInstance"]

    def test_latest_time_stands_still_while_the_source_is_cut_off(self) -> None:
        arn = self.replicated()
        control("PUT", "outage", {"region": EAST, "mode": "drop"})
        first = self.latest(arn)
        time.sleep(1.1)
        self.assertEqual(self.latest(arn), first)
        control("DELETE", "outage")
        self.assertGreater(self.latest(arn), first)

    def test_restore_while_the_source_is_cut_off(self) -> None:
        arn = self.replicated()
        control("PUT", "outage", {"region": EAST})
        latest = self.latest(arn)
        with self.assertRefused("InvalidParameterValue", "cannot be restored to"):
            self.restore(arn, RestoreTime=latest + timedelta(seconds=2))
        told = self.restore(arn, UseLatestRestorableTime=True)
        self.assertEqual((told["KmsKeyId"], told["DBName"]), (self.there, "app"))

    def test_a_disabled_key_and_one_that_is_to_be_deleted_restore_nothing(self) -> None:
        arn, kms = self.replicated(), client("kms", WEST)
        kms.disable_key(KeyId=self.there)
        self.assertFalse(kms.describe_key(KeyId=self.there)["KeyMetadata"]["Enabled"])
        with self.assertRefused("KMSKeyNotAccessibleFault", WEST):
            self.restore(arn, UseLatestRestorableTime=True)
        kms.enable_key(KeyId=self.there)
        kms.schedule_key_deletion(KeyId=self.there, PendingWindowInDays=7)
        self.assertEqual(kms.describe_key(KeyId=self.there)["KeyMetadata"]["KeyState"], "PendingDeletion")
        with self.assertRefused("KMSKeyNotAccessibleFault"):
            self.restore(arn, UseLatestRestorableTime=True)

    def test_nothing_is_fetched_from_a_region_that_is_cut_off(self) -> None:
        snapshot, instance = self.snapshot(), self.encrypted()["DBInstanceArn"]
        control("PUT", "outage", {"region": EAST})
        with self.assertRefused("InvalidParameterCombination", "cannot be reached"):
            self.copy(snapshot)
        with self.assertRefused("InvalidParameterCombination", "cannot be reached"):
            self.elsewhere.start_db_instance_automated_backups_replication(
                SourceDBInstanceArn=instance, KmsKeyId=self.there
            )


class Copies(RecoveryRegionTest):
    def test_a_copy_can_be_held(self) -> None:
        snapshot = self.snapshot()
        control("PUT", "snapshot-copies", {"seconds": 2})
        copy = self.copy(snapshot)
        self.assertEqual(self.status(copy), "creating")
        with self.assertRefused("InvalidDBSnapshotState", "not available"):
            self.elsewhere.restore_db_instance_from_db_snapshot(
                DBSnapshotIdentifier=copy, DBInstanceIdentifier=self.name("restored")
            )
        time.sleep(2.1)
        self.assertEqual(self.status(copy), "available")

    def test_a_copy_gets_no_further_while_its_source_is_cut_off(self) -> None:
        snapshot = self.snapshot()
        done = self.copy(snapshot)
        time.sleep(1.1)
        late = self.copy(snapshot)
        control("PUT", "outage", {"region": EAST})
        time.sleep(1.2)
        self.assertEqual((self.status(done), self.status(late)), ("available", "creating"))
        control("DELETE", "outage")
        self.assertEqual(self.status(late), "available")

    def test_a_copy_whose_key_is_disabled_restores_nothing(self) -> None:
        copy = self.copy(self.snapshot())
        time.sleep(1.1)
        client("kms", WEST).disable_key(KeyId=self.there)
        with self.assertRefused("KMSKeyNotAccessibleFault"):
            self.elsewhere.restore_db_instance_from_db_snapshot(
                DBSnapshotIdentifier=copy, DBInstanceIdentifier=self.name("restored")
            )

    def test_hold_needs_a_number(self) -> None:
        self.assertEqual(control("PUT", "snapshot-copies", {"seconds": -1})["status"], 400)


class Tags(RecoveryRegionTest):
    def found(self, region: str, *kinds: str, **values: str) -> set[str]:
        filters = [{"Key": key, "Values": [value]} for key, value in values.items()]
        pages = client("resourcegroupstaggingapi", region).get_paginator("get_resources")
        told = pages.paginate(TagFilters=filters, ResourceTypeFilters=list(kinds))
        return {each["ResourceARN"] for page in told for each in page["ResourceTagMappingList"]}

    def test_databases_and_their_copies_are_found_by_their_tags(self) -> None:
        mark = self.name("mark")
        tags = [{"Key": "Application", "Value": mark}, {"Key": "Environment", "Value": "test"}]
        snapshot = self.snapshot(Tags=tags)
        copy = self.copy(snapshot)
        instance = f"arn:aws:rds:{EAST}:123456789012:db:{snapshot['DBInstanceIdentifier']}"
        found = self.found(EAST, "rds:db", "rds:snapshot", Application=mark, Environment="test")
        self.assertLessEqual({instance, snapshot["DBSnapshotArn"]}, found)
        self.assertEqual(self.found(EAST, "rds:db", Application=mark), {instance})
        self.assertEqual(
            self.found(WEST, "rds:snapshot", Application=mark), {f"arn:aws:rds:{WEST}:123456789012:snapshot:{copy}"}
        )
        self.assertEqual(self.found(WEST, "rds:snapshot", Application=mark, Environment="other"), set())
        self.assertEqual(self.found(WEST, "ec2:vpc", Application=mark), set())
        self.elsewhere.delete_db_snapshot(DBSnapshotIdentifier=copy)
        self.assertEqual(self.found(WEST, "rds:snapshot", Application=mark), set())

    def test_groups_of_databases_are_found_by_their_tags(self) -> None:
        mark = self.name("mark")
        name = self.name("group")
        self.elsewhere.create_db_parameter_group(
            DBParameterGroupName=name,
            DBParameterGroupFamily="postgres17",
            Description="test",
            Tags=[{"Key": "Application", "Value": mark}],
        )
        self.assertEqual(
            self.found(WEST, "rds:pg", "rds:subgrp", Application=mark), {f"arn:aws:rds:{WEST}:123456789012:pg:{name}"}
        )
        self.assertEqual(self.found(WEST, "rds:subgrp", Application=mark), set())

    def test_caches_are_found_by_their_tags(self) -> None:
        mark = self.name("mark")
        group = client("elasticache", WEST).create_replication_group(
            ReplicationGroupId=self.name("rg"),
            ReplicationGroupDescription="test",
            Engine="valkey",
            CacheNodeType="cache.t4g.small",
            NumCacheClusters=1,
            Tags=[{"Key": "Application", "Value": mark}],
        )["ReplicationGroup"]
        self.assertIn(group["ARN"], self.found(WEST, "elasticache:replicationgroup", Application=mark))
        told = client("resourcegroupstaggingapi", WEST).get_tag_values(Key="Application")["TagValues"]
        self.assertIn(mark, told)
