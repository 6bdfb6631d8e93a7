"""The rows of databases: who gets to write them, and what carries them on."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

from control import control
from support import client
from test_rds_recovery import RecoveryTest

AWAY = "us-west-2"


class RowsTest(RecoveryTest):
    def setUp(self) -> None:
        super().setUp()
        self.addCleanup(control, "DELETE", "outage")

    def application(self, database: dict[str, Any], host: str | None = None) -> str:
        """A service behind a load balancer, whose tasks know the database; the load balancer's ARN."""
        network = self.network()
        self.group = self.target_group(network)
        balancer = self.load_balancer(network)
        self.listener(balancer, group=self.group)
        self.cluster = self.name("cluster")
        ecs, host = client("ecs"), host or database["Endpoint"]["Address"]
        container = {
            "name": "web",
            "image": "web",
            "memory": 512,
            "portMappings": [{"containerPort": 8080}],
            "environment": [{"name": "DATABASE_HOST", "value": host}],
        }
        role = self.role("ecs-tasks.amazonaws.com", "logs:*")
        ecs.create_cluster(clusterName=self.cluster)
        ecs.register_task_definition(
            family=self.cluster, networkMode="awsvpc", containerDefinitions=[container], executionRoleArn=role
        )
        ecs.create_service(
            cluster=self.cluster,
            serviceName="web",
            taskDefinition=self.cluster,
            desiredCount=2,
            networkConfiguration={"awsvpcConfiguration": {"subnets": network.subnets}},
            loadBalancers=[{"targetGroupArn": self.group, "containerName": "web", "containerPort": 8080}],
        )
        return balancer

    def write(self, balancer: str, number: int, region: str = "us-east-1") -> dict[str, Any]:
        return control(
            "POST", "rows", {"region": region, "load_balancer": balancer, "client": "one", "number": number}
        )

    def rows(self, database: dict[str, Any], region: str = "us-east-1") -> list[int]:
        told = control("GET", "rows", {"region": region, "database": database["DBInstanceIdentifier"]})
        return [row["number"] for row in told["rows"]]


class WhoAnswers(RowsTest):
    def refused(self, balancer: str, reason: str, **more: Any) -> None:
        told = self.write(balancer, 9, **more)
        self.assertEqual((told["status"], told["accepted"]), (200, False), told)
        self.assertIn(reason, told["reason"])

    def test_a_row_is_kept_by_the_database_that_the_tasks_know(self) -> None:
        others, database = self.instance(), self.instance()
        told = self.write(self.application(database), 1)
        self.assertEqual((told["accepted"], told["database"]), (True, database["DbiResourceId"]))
        self.assertEqual((self.rows(database), self.rows(others)), ([1], []))

    def test_a_region_that_is_cut_off_answers_nobody_until_it_comes_back(self) -> None:
        database = self.instance()
        balancer = self.application(database)
        for mode in ("drop", "error"):
            control("PUT", "outage", {"region": "us-east-1", "mode": mode})
            self.refused(balancer, "us-east-1 is cut off")
        control("DELETE", "outage")
        self.assertTrue(self.write(balancer, 2)["accepted"])
        self.assertEqual(self.rows(database), [2])

    def test_no_task_answers_where_none_runs_or_none_is_healthy(self) -> None:
        balancer = self.application(self.instance())
        control("PUT", "target-health", {"target_group": self.group, "state": "unhealthy"})
        self.refused(balancer, "no healthy target")
        control("PUT", "target-health", {"target_group": self.group, "state": "healthy"})
        client("ecs").update_service(cluster=self.cluster, service="web", desiredCount=0)
        self.refused(balancer, "no healthy target")

    def test_no_database_no_row(self) -> None:
        database = self.instance()
        balancer = self.application(database)
        self.rds.stop_db_instance(DBInstanceIdentifier=database["DBInstanceIdentifier"])
        self.refused(balancer, "is stopped")
        self.rds.start_db_instance(DBInstanceIdentifier=database["DBInstanceIdentifier"])
        self.rds.delete_db_instance(DBInstanceIdentifier=database["DBInstanceIdentifier"], SkipFinalSnapshot=True)
        self.refused(balancer, "know no database")
        # One of the same name is another database, until the tasks are told.
        self.instance(DBInstanceIdentifier=database["DBInstanceIdentifier"])
        self.refused(balancer, "know no database")

    def test_a_database_that_is_still_being_made_takes_nothing(self) -> None:
        balancer = self.application(self.instance())
        self.waits("database-changes", 60)
        self.refused(balancer, "is creating")

    def test_a_replica_takes_nothing(self) -> None:
        source = self.instance()
        replica = self.rds.create_db_instance_read_replica(
            DBInstanceIdentifier=self.name("replica"), SourceDBInstanceIdentifier=source["DBInstanceIdentifier"]
        )["DBInstance"]
        self.refused(self.application(replica), "is a replica")

    def test_no_load_balancer_nobody_answers(self) -> None:
        balancer = self.application(self.instance())
        self.refused(balancer, "no load balancer", region=AWAY)

    def test_through_a_proxy(self) -> None:
        database, network, name = self.instance(), self.network(), self.name("proxy")
        proxy = self.rds.create_db_proxy(
            DBProxyName=name,
            EngineFamily="POSTGRESQL",
            Auth=[{"IAMAuth": "DISABLED", "AuthScheme": "SECRETS"}],
            RoleArn=self.role("rds.amazonaws.com"),
            VpcSubnetIds=network.subnets,
        )["DBProxy"]
        balancer = self.application(database, proxy["Endpoint"])
        self.refused(balancer, "know no database")
        self.rds.register_db_proxy_targets(
            DBProxyName=name, DBInstanceIdentifiers=[database["DBInstanceIdentifier"]]
        )
        self.assertTrue(self.write(balancer, 1)["accepted"])

    def test_what_is_no_row_is_refused(self) -> None:
        for bad in ({"client": "one", "number": "1"}, {"client": 1, "number": 1}, {"client": "one", "number": True}):
            self.assertEqual(control("POST", "rows", {"load_balancer": "x", **bad})["status"], 400, bad)


class WhatCarriesThem(RowsTest):
    def setUp(self) -> None:
        super().setUp()
        self.source = self.encrypted()
        self.balancer = self.application(self.source)
        for number in (1, 2):
            self.write(self.balancer, number)

    def test_a_snapshot_and_its_copy_hold_what_was_written_before(self) -> None:
        self.addCleanup(control, "PUT", "snapshot-copies", {"seconds": 1})
        control("PUT", "snapshot-copies", {"seconds": 0})
        snapshot = self.snapshot(self.source)
        self.write(self.balancer, 3)
        copy = self.elsewhere.copy_db_snapshot(
            SourceDBSnapshotIdentifier=snapshot["DBSnapshotArn"],
            TargetDBSnapshotIdentifier=self.name("copy"),
            KmsKeyId=self.key(AWAY),
            SourceRegion="us-east-1",
        )["DBSnapshot"]
        self.write(self.balancer, 4)
        there = self.elsewhere.restore_db_instance_from_db_snapshot(
            DBInstanceIdentifier=self.name("there"), DBSnapshotIdentifier=copy["DBSnapshotIdentifier"]
        )["DBInstance"]
        here = self.restore(snapshot["DBSnapshotIdentifier"])
        self.assertEqual((self.rows(here), self.rows(there, AWAY)), ([1, 2], [1, 2]))
        self.assertEqual(self.rows(self.source), [1, 2, 3, 4])

    def test_a_restore_goes_on_by_itself(self) -> None:
        snapshot = self.snapshot(self.source)["DBSnapshotIdentifier"]
        one, other = self.restore(snapshot), self.restore(snapshot)
        self.write(self.application(one), 3)
        self.assertEqual((self.rows(one), self.rows(other), self.rows(self.source)), ([1, 2, 3], [1, 2], [1, 2]))

    def test_a_final_snapshot_holds_everything(self) -> None:
        name, final = self.source["DBInstanceIdentifier"], self.name("final")
        self.rds.delete_db_instance(DBInstanceIdentifier=name, FinalDBSnapshotIdentifier=final)
        self.assertEqual(self.rows(self.restore(final)), [1, 2])

    def test_a_point_in_time_holds_what_was_written_until_then(self) -> None:
        name, moment = self.source["DBInstanceIdentifier"], datetime.now(timezone.utc)
        self.write(self.balancer, 3)
        then = self.restore_time(SourceDBInstanceIdentifier=name, RestoreTime=moment)
        last = self.restore_time(SourceDBInstanceIdentifier=name, UseLatestRestorableTime=True)
        self.assertEqual((self.rows(then), self.rows(last)), ([1, 2], [1, 2, 3]))

    def test_replicated_backups_hold_what_was_written_until_the_region_was_cut_off(self) -> None:
        backup = self.elsewhere.start_db_instance_automated_backups_replication(
            SourceDBInstanceArn=self.source["DBInstanceArn"], KmsKeyId=self.key(AWAY)
        )["DBInstanceAutomatedBackup"]
        self.write(self.balancer, 3)
        control("PUT", "outage", {"region": "us-east-1"})
        restored = self.elsewhere.restore_db_instance_to_point_in_time(
            TargetDBInstanceIdentifier=self.name("there"),
            SourceDBInstanceAutomatedBackupsArn=backup["DBInstanceAutomatedBackupsArn"],
            UseLatestRestorableTime=True,
        )["DBInstance"]
        control("DELETE", "outage")
        self.write(self.balancer, 4)
        self.assertEqual((self.rows(restored, AWAY), self.rows(self.source)), ([1, 2, 3], [1, 2, 3, 4]))

    def test_retained_backups_outlive_the_database(self) -> None:
        name = self.source["DBInstanceIdentifier"]
        self.rds.delete_db_instance(
            DBInstanceIdentifier=name, SkipFinalSnapshot=True, DeleteAutomatedBackups=False
        )
        restored = self.restore_time(
            SourceDbiResourceId=self.source["DbiResourceId"], UseLatestRestorableTime=True
        )
        self.assertEqual(self.rows(restored), [1, 2])

    def test_a_replica_has_the_rows_of_its_source_until_it_is_promoted(self) -> None:
        for end in ("promoted", "source deleted"):
            with self.subTest(end):
                source = self.instance()
                balancer = self.application(source)
                replica = self.rds.create_db_instance_read_replica(
                    DBInstanceIdentifier=self.name("replica"),
                    SourceDBInstanceIdentifier=source["DBInstanceIdentifier"],
                )["DBInstance"]
                self.write(balancer, 1)
                self.assertEqual(self.rows(replica), [1])
                if end == "promoted":
                    self.rds.promote_read_replica(DBInstanceIdentifier=replica["DBInstanceIdentifier"])
                    self.write(balancer, 2)
                else:
                    self.rds.delete_db_instance(
                        DBInstanceIdentifier=source["DBInstanceIdentifier"], SkipFinalSnapshot=True
                    )
                self.write(self.application(replica), 3)
                self.assertEqual(self.rows(replica), [1, 3])

    def test_no_answer_of_aws_tells_them(self) -> None:
        snapshot = self.snapshot(self.source)
        [told] = self.rds.describe_db_snapshots(DBSnapshotIdentifier=snapshot["DBSnapshotIdentifier"])["DBSnapshots"]
        self.assertNotIn("rows", {name.lower() for name in told})
