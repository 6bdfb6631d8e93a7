"""What AWS takes its time over, and what it refuses meanwhile."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from control import control
from data_tier import DataTierTest
from support import client
from test_ecs import EcsTest

SOON = 0.6


def after_a_while(ask: Callable[[], Any], wanted: Any) -> Any:
    """What ``ask`` answers once it is ``wanted``, or at the end of the patience."""
    ends = time.monotonic() + 10
    while (told := ask()) != wanted and time.monotonic() < ends:
        time.sleep(0.05)
    return told


class DrainingServices(EcsTest):
    """ECS API Reference, "DeleteService": DRAINING while connections are drained, then INACTIVE; ECS tells both."""

    def setUp(self) -> None:
        self.waits("service-draining", SOON)
        self.made = self.service()
        self.named = {"cluster": self.made["clusterArn"], "service": self.made["serviceArn"]}

    def delete(self) -> str:
        return client("ecs").delete_service(**self.named, force=True)["service"]["status"]

    def status(self) -> str:
        return self.described(self.made)["status"]

    def test_drains_and_stays_known(self) -> None:
        self.assertEqual((self.delete(), self.status()), ("DRAINING", "DRAINING"))
        self.assertEqual(after_a_while(self.status, "INACTIVE"), "INACTIVE")

    def test_name_is_taken_until_it_has_drained(self) -> None:
        self.delete()
        again = {"network": None, "cluster": self.made["clusterArn"]}
        with self.assertRefused("InvalidParameterException", "still Draining"):
            self.service(**again)
        after_a_while(self.status, "INACTIVE")
        self.assertEqual(self.service(**again)["status"], "ACTIVE")
        self.assertEqual(self.status(), "ACTIVE")

    def test_cannot_be_updated(self) -> None:
        self.delete()
        for _ in range(2):  # while it drains, and afterwards
            with self.assertRefused("ServiceNotActiveException"):
                client("ecs").update_service(**self.named, desiredCount=1)
            after_a_while(self.status, "INACTIVE")

    def test_cluster_cannot_be_deleted_meanwhile(self) -> None:
        self.delete()
        with self.assertRefused("ClusterContainsServicesException"):
            client("ecs").delete_cluster(cluster=self.made["clusterArn"])
        after_a_while(self.status, "INACTIVE")
        client("ecs").delete_cluster(cluster=self.made["clusterArn"])

    def test_target_group_stays_in_use_by_its_rule(self) -> None:
        """ELB API Reference, "DeleteTargetGroup": not while an action names it, and ECS deletes no rule."""
        network = self.network()
        group = self.target_group(network)
        listener = self.listener(self.load_balancer(network))
        path = [{"Field": "path-pattern", "PathPatternConfig": {"Values": ["/a"]}}]
        rule = {"ListenerArn": listener, "Priority": 1, "Conditions": path}
        forward = [{"Type": "forward", "TargetGroupArn": group}]
        client("elbv2").create_rule(**rule, Actions=forward)
        balancers = [{"targetGroupArn": group, "containerName": "web", "containerPort": 8080}]
        self.made = self.service(network, loadBalancers=balancers)
        self.named = {"cluster": self.made["clusterArn"], "service": self.made["serviceArn"]}
        self.delete()
        with self.assertRefused("ResourceInUse"):
            client("elbv2").delete_target_group(TargetGroupArn=group)
        with self.assertRefused("PriorityInUse"):
            client("elbv2").create_rule(**rule, Actions=forward)


class BusyDatabases(DataTierTest):
    """RDS User Guide, "Viewing DB instance status": creating and modifying; a change needs an available instance."""

    def status(self, name: str) -> str:
        return self.rds.describe_db_instances(DBInstanceIdentifier=name)["DBInstances"][0]["DBInstanceStatus"]

    def test_being_made_and_being_changed(self) -> None:
        self.waits("database-changes", SOON)
        name = self.instance()["DBInstanceIdentifier"]
        change = {"DBInstanceIdentifier": name, "BackupRetentionPeriod": 3, "ApplyImmediately": True}
        self.assertEqual(self.status(name), "creating")
        with self.assertRefused("InvalidDBInstanceState", "creating"):
            self.rds.modify_db_instance(**change)
        self.assertEqual(after_a_while(lambda: self.status(name), "available"), "available")
        self.rds.modify_db_instance(**change)
        self.assertEqual(self.status(name), "modifying")
        with self.assertRefused("InvalidDBInstanceState", "modifying"):
            self.rds.reboot_db_instance(DBInstanceIdentifier=name)
        self.assertEqual(after_a_while(lambda: self.status(name), "available"), "available")


class BusyCaches(DataTierTest):
    """ElastiCache API Reference, "ModifyReplicationGroup": InvalidReplicationGroupState unless it is available."""

    def test_being_made_and_being_changed(self) -> None:
        caches, name = client("elasticache"), self.name("cache")
        self.waits("cache-changes", SOON)
        caches.create_replication_group(
            ReplicationGroupId=name,
            ReplicationGroupDescription="a",
            Engine="valkey",
            CacheNodeType="cache.t4g.micro",
            NumCacheClusters=1,
        )

        def status() -> str:
            return caches.describe_replication_groups(ReplicationGroupId=name)["ReplicationGroups"][0]["Status"]

        for wanted in ("creating", "modifying"):
            self.assertEqual(status(), wanted)
            with self.assertRefused("InvalidReplicationGroupState", wanted):
                caches.modify_replication_group(ReplicationGroupId=name, SnapshotRetentionLimit=1)
            self.assertEqual(after_a_while(status, "available"), "available")
            caches.modify_replication_group(ReplicationGroupId=name, SnapshotRetentionLimit=2)


class Controls(EcsTest):
    def test_seconds_that_are_none(self) -> None:
        for seconds in (-1, "5", True, None):
            with self.subTest(seconds):
                answer = control("PUT", "service-draining", {"seconds": seconds})
                self.assertEqual((answer["status"], answer["error"]), (400, "BadControl"))
