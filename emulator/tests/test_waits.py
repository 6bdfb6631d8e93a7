"""What AWS takes its time over, and what it refuses meanwhile."""

from __future__ import annotations

from control import control
from data_tier import DataTierTest
from support import client
from test_ecs import EcsTest

LONG = 600


class DrainingServices(EcsTest):
    """ECS API Reference, "DeleteService": DRAINING while connections are drained, then INACTIVE; ECS tells both."""

    def setUp(self) -> None:
        self.waits("service-draining", LONG)
        self.made = self.service()
        self.named = {"cluster": self.made["clusterArn"], "service": self.made["serviceArn"]}

    def delete(self) -> str:
        return client("ecs").delete_service(**self.named, force=True)["service"]["status"]

    def status(self) -> str:
        return self.described(self.made)["status"]

    def test_drains_and_stays_known(self) -> None:
        self.assertEqual((self.delete(), self.status()), ("DRAINING", "DRAINING"))
        self.waits("service-draining", 0)
        self.assertEqual(self.status(), "INACTIVE")

    def test_name_is_taken_until_it_has_drained(self) -> None:
        self.delete()
        again = {"network": None, "cluster": self.made["clusterArn"]}
        with self.assertRefused("InvalidParameterException", "still Draining"):
            self.service(**again)
        self.waits("service-draining", 0)
        self.assertEqual(self.service(**again)["status"], "ACTIVE")
        self.assertEqual(self.status(), "ACTIVE")

    def test_cannot_be_updated(self) -> None:
        self.delete()
        for _ in range(2):  # while it drains, and afterwards
            with self.assertRefused("ServiceNotActiveException"):
                client("ecs").update_service(**self.named, desiredCount=1)
            self.waits("service-draining", 0)

    def test_cluster_cannot_be_deleted_meanwhile(self) -> None:
        self.delete()
        with self.assertRefused("ClusterContainsServicesException"):
            client("ecs").delete_cluster(cluster=self.made["clusterArn"])
        self.waits("service-draining", 0)
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
        self.waits("database-changes", LONG)
        name = self.instance()["DBInstanceIdentifier"]
        change = {"DBInstanceIdentifier": name, "BackupRetentionPeriod": 3, "ApplyImmediately": True}
        self.assertEqual(self.status(name), "creating")
        with self.assertRefused("InvalidDBInstanceState", "creating"):
            self.rds.modify_db_instance(**change)
        self.waits("database-changes", 0)
        self.assertEqual(self.status(name), "available")
        self.rds.modify_db_instance(**change)
        self.waits("database-changes", LONG)
        self.assertEqual(self.status(name), "modifying")
        with self.assertRefused("InvalidDBInstanceState", "modifying"):
            self.rds.reboot_db_instance(DBInstanceIdentifier=name)


class BusyCaches(DataTierTest):
    """ElastiCache API Reference, "ModifyReplicationGroup": InvalidReplicationGroupState unless it is available."""

    def test_being_made_and_being_changed(self) -> None:
        caches, name = client("elasticache"), self.name("cache")
        self.waits("cache-changes", LONG)
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
            self.waits("cache-changes", 0)
            self.assertEqual(status(), "available")
            caches.modify_replication_group(ReplicationGroupId=name, SnapshotRetentionLimit=2)
            self.waits("cache-changes", LONG)


class Controls(EcsTest):
    def test_seconds_that_are_none(self) -> None:
        for seconds in (-1, "5", True, None):
            with self.subTest(seconds):
                answer = control("PUT", "service-draining", {"seconds": seconds})
                self.assertEqual((answer["status"], answer["error"]), (400, "BadControl"))


class TaggingApi(DataTierTest):
    """Tagging API Reference, "GetResources": "tagged or previously tagged" resources; boto3's issue 1523 has such lists."""

    def listed(self, *types: str) -> list[str]:
        pages = client("resourcegroupstaggingapi").get_paginator("get_resources")
        wanted = {"TagFilters": [{"Key": "Name", "Values": [self.tag]}], "ResourceTypeFilters": list(types)}
        return [each["ResourceARN"] for page in pages.paginate(**wanted) for each in page["ResourceTagMappingList"]]

    def test_lists_what_was_deleted_for_a_while(self) -> None:
        self.tag, s3, ecs = self.name("tagged"), client("s3"), client("ecs")
        bucket, cluster = self.name("bucket"), self.name("cluster")
        group = self.parameter_group("postgres16")
        arn = self.rds.describe_db_parameter_groups(DBParameterGroupName=group)["DBParameterGroups"][0]
        tags = [{"Key": "Name", "Value": self.tag}]
        self.rds.add_tags_to_resource(ResourceName=arn["DBParameterGroupArn"], Tags=tags)
        s3.create_bucket(Bucket=bucket)
        s3.put_bucket_tagging(Bucket=bucket, Tagging={"TagSet": tags})
        ecs.create_cluster(clusterName=cluster, tags=[{"key": "Name", "value": self.tag}])
        everything = ("s3", "rds:pg", "ecs:cluster")
        self.assertEqual(len(self.listed(*everything)), 3)
        s3.delete_bucket(Bucket=bucket)
        ecs.delete_cluster(cluster=cluster)
        self.rds.delete_db_parameter_group(DBParameterGroupName=group)
        self.assertEqual(self.listed(*everything), [])
        self.waits("tag-memory", 60)
        self.assertEqual(len(self.listed(*everything)), 3)
        self.assertEqual(self.listed("s3"), [f"arn:aws:s3:::{bucket}"])

    def test_lists_nothing_twice(self) -> None:
        self.waits("tag-memory", 60)
        self.tag, s3, bucket = self.name("tagged"), client("s3"), self.name("bucket")
        for _ in range(2):
            s3.create_bucket(Bucket=bucket)
            s3.put_bucket_tagging(Bucket=bucket, Tagging={"TagSet": [{"Key": "Name", "Value": self.tag}]})
            self.assertEqual(self.listed("s3"), [f"arn:aws:s3:::{bucket}"])
            s3.delete_bucket(Bucket=bucket)
