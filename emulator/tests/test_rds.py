"""RDS instances: what comes back, what changes in place, and what is refused."""

from __future__ import annotations

import json
from typing import Any

from data_tier import DataTierTest
from support import client


class Creation(DataTierTest):
    def test_settings_come_back(self) -> None:
        key = self.key()
        told = self.instance(
            StorageEncrypted=True,
            KmsKeyId=key,
            MultiAZ=True,
            MaxAllocatedStorage=500,
            EnablePerformanceInsights=True,
            PerformanceInsightsKMSKeyId=key,
            MonitoringInterval=60,
            MonitoringRoleArn=self.role("monitoring.rds.amazonaws.com", "logs:*"),
            EnableCloudwatchLogsExports=["postgresql", "upgrade"],
            EnableIAMDatabaseAuthentication=True,
            CopyTagsToSnapshot=True,
            Tags=[{"Key": "a", "Value": "b"}],
        )
        wanted = {
            "EngineVersion": "16.3",
            "StorageType": "gp3",
            "Iops": 3000,
            "StorageThroughput": 125,
            "MaxAllocatedStorage": 500,
            "KmsKeyId": key,
            "MultiAZ": True,
            "PerformanceInsightsEnabled": True,
            "PerformanceInsightsRetentionPeriod": 7,
            "MonitoringInterval": 60,
            "EnabledCloudwatchLogsExports": ["postgresql", "upgrade"],
            "IAMDatabaseAuthenticationEnabled": True,
            "TagList": [{"Key": "a", "Value": "b"}],
        }
        self.assertEqual({name: told[name] for name in wanted}, wanted)

    def test_each_instance_has_a_resource_id_to_be_found_by(self) -> None:
        first, second = self.instance(), self.instance()
        self.assertNotEqual(first["DbiResourceId"], second["DbiResourceId"])
        for name, value in (("dbi-resource-id", "DbiResourceId"), ("db-instance-id", "DBInstanceIdentifier")):
            wanted = [{"Name": name, "Values": [second[value]]}]
            found = self.rds.describe_db_instances(Filters=wanted)["DBInstances"]
            self.assertEqual([i["DBInstanceIdentifier"] for i in found], [second["DBInstanceIdentifier"]])

    def test_instances_of_clusters_have_them_too(self) -> None:
        cluster = self.name("c")
        self.rds.create_db_cluster(
            DBClusterIdentifier=cluster,
            Engine="aurora-postgresql",
            MasterUsername="app",
            MasterUserPassword="secret123",
        )
        ids = {
            self.rds.create_db_instance(
                DBInstanceIdentifier=self.name("i"),
                DBClusterIdentifier=cluster,
                DBInstanceClass="db.r6g.large",
                Engine="aurora-postgresql",
            )["DBInstance"]["DbiResourceId"]
            for _ in range(2)
        }
        self.assertEqual(len(ids), 2)

    def test_major_version_is_completed(self) -> None:
        self.assertRegex(self.instance(EngineVersion="16")["EngineVersion"], r"^16\.\d+$")

    def test_managed_password_is_in_a_secret(self) -> None:
        key = self.key()
        told = self.instance(MasterUserPassword=None, ManageMasterUserPassword=True, MasterUserSecretKmsKeyId=key)
        secret = told["MasterUserSecret"]
        self.assertEqual((secret["SecretStatus"], secret["KmsKeyId"]), ("active", key))
        value = client("secretsmanager").get_secret_value(SecretId=secret["SecretArn"])["SecretString"]
        self.assertEqual(json.loads(value)["username"], "app")
        self.rds.delete_db_instance(DBInstanceIdentifier=told["DBInstanceIdentifier"], SkipFinalSnapshot=True)
        with self.assertRefused("ResourceNotFoundException"):
            client("secretsmanager").describe_secret(SecretId=secret["SecretArn"])

    def test_bad_settings_are_refused(self) -> None:
        group = self.parameter_group("postgres15")
        elsewhere = self.network().security_group
        value, combination = "InvalidParameterValue", "InvalidParameterCombination"
        cases: list[tuple[dict[str, Any], str, str]] = [
            ({"DBInstanceIdentifier": "a--b"}, value, "identifier"),
            ({"EngineVersion": "16.99"}, combination, "16.99"),
            ({"DBInstanceClass": "large"}, value, "class"),
            ({"MasterUsername": "admin"}, value, "reserved"),
            ({"MasterUserPassword": "short"}, value, "password"),
            ({"MasterUserPassword": None}, combination, "MasterUserPassword"),
            ({"ManageMasterUserPassword": True}, combination, "together"),
            ({"AllocatedStorage": 10}, value, "storage size"),
            ({"Iops": 6000}, combination, "less than 400"),
            ({"AllocatedStorage": 400, "Iops": 6000}, combination, "12000 to 64000"),
            ({"AllocatedStorage": 400, "StorageThroughput": 125}, combination, "500 to 4000"),
            ({"AllocatedStorage": 400, "StorageThroughput": 4000}, combination, "above 0.25"),
            ({"StorageType": "io1"}, combination, "Iops"),
            ({"MaxAllocatedStorage": 50}, combination, "max storage"),
            ({"DBParameterGroupName": group}, combination, "postgres16"),
            ({"DBParameterGroupName": "nobody"}, "DBParameterGroupNotFound", "nobody"),
            ({"DBSubnetGroupName": "nobody"}, "DBSubnetGroupNotFoundFault", "nobody"),
            ({"VpcSecurityGroupIds": [elsewhere]}, combination, "different VPCs"),
            ({"MultiAZ": True, "AvailabilityZone": "us-east-1a"}, combination, "Multi-AZ"),
            ({"KmsKeyId": self.key("us-west-2")}, "KMSKeyNotAccessibleFault", "us-east-1"),
            ({"MonitoringInterval": 60}, combination, "MonitoringRoleARN"),
            (
                {"MonitoringInterval": 60, "MonitoringRoleArn": self.role("ec2.amazonaws.com")},
                value,
                "ENHANCED_MONITORING",
            ),
            (
                {"EnablePerformanceInsights": True, "PerformanceInsightsRetentionPeriod": 30},
                value,
                "retention",
            ),
            ({"DatabaseInsightsMode": "advanced"}, combination, "465"),
            ({"BackupRetentionPeriod": 36}, value, "35"),
            (
                {"PreferredBackupWindow": "03:00-04:00", "PreferredMaintenanceWindow": "sun:03:30-sun:04:30"},
                value,
                "must not overlap",
            ),
            ({"PreferredBackupWindow": "03:00-03:10"}, value, "30 minutes"),
            ({"EnableCloudwatchLogsExports": ["slowquery"]}, combination, "slowquery"),
            ({"CACertificateIdentifier": "rds-ca-2019"}, "CertificateNotFound", "rds-ca-2019"),
        ]
        for wanted, code, text in cases:
            with self.subTest(wanted), self.assertRefused(code, text):
                self.instance(**wanted)

    def test_taken_identifier_is_refused(self) -> None:
        name = self.instance()["DBInstanceIdentifier"]
        with self.assertRefused("DBInstanceAlreadyExists"):
            self.instance(DBInstanceIdentifier=name)


class Changes(DataTierTest):
    def change(self, name: str, **wanted: Any) -> dict[str, Any]:
        wanted = {"ApplyImmediately": True, **wanted}
        return self.rds.modify_db_instance(DBInstanceIdentifier=name, **wanted)["DBInstance"]

    def test_in_place(self) -> None:
        name = self.instance(MultiAZ=True)["DBInstanceIdentifier"]
        cases: list[tuple[dict[str, Any], str, Any]] = [
            ({"MultiAZ": False}, "MultiAZ", False),
            ({"DBInstanceClass": "db.r6g.large"}, "DBInstanceClass", "db.r6g.large"),
            ({"AllocatedStorage": 105}, "AllocatedStorage", 110),
            ({"AllocatedStorage": 400}, "Iops", 12000),
            ({"AllocatedStorage": 400, "Iops": 15000}, "Iops", 15000),
            ({"EngineVersion": "16.4"}, "EngineVersion", "16.4"),
            ({"EngineVersion": "16"}, "EngineVersion", "16.4"),
            ({"BackupRetentionPeriod": 14}, "BackupRetentionPeriod", 14),
            ({"DeletionProtection": True}, "DeletionProtection", True),
            (
                {"CloudwatchLogsExportConfiguration": {"EnableLogTypes": ["upgrade"]}},
                "EnabledCloudwatchLogsExports",
                ["upgrade"],
            ),
        ]
        for wanted, told, value in cases:
            with self.subTest(wanted):
                self.assertEqual(self.change(name, **wanted)[told], value)

    def test_gp3_keeps_what_it_was_given(self) -> None:
        """RDS User Guide, "gp3 storage": 12,000 IOPS and 500 MiB/s from 400 GiB on. What is not named stays."""
        made = self.instance(AllocatedStorage=400)
        self.assertEqual((made["Iops"], made["StorageThroughput"]), (12000, 500))
        name = made["DBInstanceIdentifier"]
        self.change(name, Iops=15000, StorageThroughput=700)
        told = self.change(name, BackupRetentionPeriod=8)
        self.assertEqual((told["Iops"], told["StorageThroughput"]), (15000, 700))

    def test_change_without_haste_waits(self) -> None:
        name = self.instance()["DBInstanceIdentifier"]
        told = self.change(name, ApplyImmediately=False, DBInstanceClass="db.r6g.large", BackupRetentionPeriod=3)
        self.assertEqual(told["DBInstanceClass"], "db.m6g.large")
        self.assertEqual(told["PendingModifiedValues"], {"DBInstanceClass": "db.r6g.large"})
        self.assertEqual(told["BackupRetentionPeriod"], 3)
        self.assertEqual(self.change(name)["DBInstanceClass"], "db.r6g.large")

    def test_major_upgrade_with_its_parameter_group(self) -> None:
        name = self.instance(DBParameterGroupName=self.parameter_group("postgres16"))["DBInstanceIdentifier"]
        wanted = {"EngineVersion": "17.2", "AllowMajorVersionUpgrade": True}
        with self.assertRefused("InvalidParameterCombination", "postgres17"):
            self.change(name, **wanted)
        group = self.parameter_group("postgres17")
        self.assertEqual(self.change(name, **wanted, DBParameterGroupName=group)["EngineVersion"], "17.2")

    def test_default_parameter_group_moves_along(self) -> None:
        name = self.instance()["DBInstanceIdentifier"]
        told = self.change(name, EngineVersion="17.2", AllowMajorVersionUpgrade=True)
        self.assertEqual(told["DBParameterGroups"][0]["DBParameterGroupName"], "default.postgres17")

    def test_new_name(self) -> None:
        told, name = self.instance(Tags=[{"Key": "a", "Value": "b"}]), self.name("renamed")
        changed = self.change(told["DBInstanceIdentifier"], NewDBInstanceIdentifier=name)
        self.assertEqual((changed["DBInstanceIdentifier"], changed["DbiResourceId"]), (name, told["DbiResourceId"]))
        self.assertEqual(changed["TagList"], [{"Key": "a", "Value": "b"}])

    def test_bad_change_is_refused(self) -> None:
        name = self.instance()["DBInstanceIdentifier"]
        combination = "InvalidParameterCombination"
        cases: list[tuple[dict[str, Any], str, str]] = [
            ({}, combination, "No modifications"),
            ({"AllocatedStorage": 50}, combination, "shrink"),
            ({"EngineVersion": "16.2"}, combination, "Cannot upgrade"),
            ({"EngineVersion": "17.2"}, combination, "AllowMajorVersionUpgrade"),
            ({"MasterUserSecretKmsKeyId": self.key()}, combination, "manages the password"),
        ]
        for wanted, code, text in cases:
            with self.subTest(wanted), self.assertRefused(code, text):
                self.change(name, **wanted)

    def test_reboot_takes_the_parameter_group_in(self) -> None:
        name = self.instance()["DBInstanceIdentifier"]
        told = self.change(name, DBParameterGroupName=self.parameter_group("postgres16"))
        self.assertEqual(told["DBParameterGroups"][0]["ParameterApplyStatus"], "pending-reboot")
        self.rds.reboot_db_instance(DBInstanceIdentifier=name)
        told = self.rds.describe_db_instances(DBInstanceIdentifier=name)["DBInstances"][0]
        self.assertEqual(told["DBParameterGroups"][0]["ParameterApplyStatus"], "in-sync")

    def test_stop_and_start(self) -> None:
        name = self.instance()["DBInstanceIdentifier"]
        self.assertEqual(
            self.rds.stop_db_instance(DBInstanceIdentifier=name)["DBInstance"]["DBInstanceStatus"], "stopped"
        )
        with self.assertRefused("InvalidDBInstanceState"):
            self.change(name, DeletionProtection=True)
        self.rds.start_db_instance(DBInstanceIdentifier=name)
        self.change(name, DeletionProtection=True)


class Deletion(DataTierTest):
    def test_protected_instance_stays(self) -> None:
        name = self.instance(DeletionProtection=True)["DBInstanceIdentifier"]
        with self.assertRefused("InvalidParameterCombination", "Cannot delete protected DB Instance"):
            self.rds.delete_db_instance(DBInstanceIdentifier=name, SkipFinalSnapshot=True)

    def test_final_snapshot(self) -> None:
        final = self.name("final")
        first, second = self.instance()["DBInstanceIdentifier"], self.instance()["DBInstanceIdentifier"]
        with self.assertRefused("InvalidParameterCombination", "FinalDBSnapshotIdentifier"):
            self.rds.delete_db_instance(DBInstanceIdentifier=first)
        self.rds.delete_db_instance(DBInstanceIdentifier=first, FinalDBSnapshotIdentifier=final)
        self.assertEqual(len(self.rds.describe_db_snapshots(DBSnapshotIdentifier=final)["DBSnapshots"]), 1)
        with self.assertRefused("DBSnapshotAlreadyExists"):
            self.rds.delete_db_instance(DBInstanceIdentifier=second, FinalDBSnapshotIdentifier=final)
        with self.assertRefused("DBInstanceNotFound"):
            self.rds.describe_db_instances(DBInstanceIdentifier=first)
