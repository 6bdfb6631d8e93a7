"""ElastiCache: replication groups, and their changes."""

from __future__ import annotations

from typing import Any

from data_tier import CacheTest
from support import client


class ReplicationGroups(CacheTest):
    def test_settings_come_back(self) -> None:
        key, (subnets, network) = self.key(), self.subnets()
        logs = self.name("/logs")
        client("logs").create_log_group(logGroupName=logs)
        delivery = {
            "LogType": "slow-log",
            "DestinationType": "cloudwatch-logs",
            "DestinationDetails": {"CloudWatchLogsDetails": {"LogGroup": logs}},
            "LogFormat": "json",
        }
        told = self.group(
            MultiAZEnabled=True,
            KmsKeyId=key,
            AtRestEncryptionEnabled=True,
            CacheSubnetGroupName=subnets,
            SecurityGroupIds=[network.security_group],
            SnapshotRetentionLimit=7,
            LogDeliveryConfigurations=[delivery],
            UserGroupIds=[self.users("valkey", self.user())],
        )
        self.assertEqual((told["AutomaticFailover"], told["MultiAZ"], told["KmsKeyId"]), ("enabled", "enabled", key))
        self.assertEqual(told["LogDeliveryConfigurations"], [{**delivery, "Status": "active"}])
        self.assertEqual(told["TransitEncryptionMode"], "required")
        zones = [member["PreferredAvailabilityZone"] for member in told["NodeGroups"][0]["NodeGroupMembers"]]
        self.assertEqual(zones, ["us-east-1a", "us-east-1b"])
        member = self.cache.describe_cache_clusters(CacheClusterId=told["MemberClusters"][0])["CacheClusters"][0]
        self.assertEqual((member["EngineVersion"], member["CacheSubnetGroupName"]), ("8.0.1", subnets))

    def test_cluster_mode(self) -> None:
        told = self.sharded()
        self.assertEqual([g["Slots"] for g in told["NodeGroups"]], ["0-8191", "8192-16383"])
        self.assertEqual((len(told["MemberClusters"]), told["ClusterEnabled"]), (4, True))
        self.assertIn("ConfigurationEndpoint", told)

    def test_bad_settings_are_refused(self) -> None:
        narrow, network = self.subnets("a")
        elsewhere = self.network().security_group
        redis_parameters = self.parameters("redis7")
        value, combination = "InvalidParameterValue", "InvalidParameterCombination"
        cases: list[tuple[dict[str, Any], str, str]] = [
            ({"NumCacheClusters": 1}, combination, "no read replicas"),
            ({"AutomaticFailoverEnabled": False, "MultiAZEnabled": True}, combination, "Multi-AZ"),
            ({"CacheSubnetGroupName": narrow, "MultiAZEnabled": True}, combination, "two zones"),
            ({"CacheSubnetGroupName": narrow, "SecurityGroupIds": [elsewhere]}, value, network.vpc),
            ({"CacheSubnetGroupName": "nobody"}, "CacheSubnetGroupNotFoundFault", "nobody"),
            ({"NumCacheClusters": 7}, value, "0 to 5"),
            (
                {"NumNodeGroups": 2, "NumCacheClusters": None, "AutomaticFailoverEnabled": False},
                combination,
                "failover",
            ),
            ({"EngineVersion": "9.9"}, combination, "9.9"),
            ({"CacheNodeType": "db.large"}, value, "node type"),
            ({"CacheParameterGroupName": redis_parameters}, combination, "family valkey8"),
            ({"CacheParameterGroupName": "default.valkey8.cluster.on", "ClusterMode": "disabled"}, combination, ""),
            ({"UserGroupIds": ["nobody"]}, "UserGroupNotFound", "nobody"),
            ({"UserGroupIds": ["nobody"], "TransitEncryptionEnabled": False}, combination, "encryption in transit"),
            ({"KmsKeyId": self.key("us-west-2")}, value, "us-east-1"),
            ({"KmsKeyId": self.key(), "AtRestEncryptionEnabled": False}, combination, "at rest"),
            ({"AuthToken": "short"}, value, "AuthToken"),
            ({"SnapshotName": "nobody"}, "SnapshotNotFoundFault", "nobody"),
            ({"SnapshotArns": ["arn:aws:s3:::nobody/x.rdb"]}, value, "nobody"),
            ({"SnapshotRetentionLimit": 36}, value, "35"),
            ({"SnapshotWindow": "03:00-03:30"}, value, "60 minutes"),
            ({"PreferredMaintenanceWindow": "sunday"}, value, "maintenance"),
            ({"NotificationTopicArn": "arn:aws:sns:us-east-1:123456789012:nobody"}, value, "nobody"),
            (
                {
                    "LogDeliveryConfigurations": [
                        {
                            "LogType": "slow-log",
                            "DestinationType": "cloudwatch-logs",
                            "DestinationDetails": {"CloudWatchLogsDetails": {"LogGroup": "/nobody"}},
                            "LogFormat": "json",
                        }
                    ]
                },
                value,
                "/nobody",
            ),
        ]
        for wanted, code, text in cases:
            with self.subTest(wanted), self.assertRefused(code, text):
                self.group(**wanted)

    def test_tags(self) -> None:
        arn = self.group(Tags=[{"Key": "a", "Value": "b"}])["ARN"]
        self.cache.add_tags_to_resource(ResourceName=arn, Tags=[{"Key": "c", "Value": "d"}])
        self.cache.remove_tags_from_resource(ResourceName=arn, TagKeys=["a"])
        self.assertEqual(self.cache.list_tags_for_resource(ResourceName=arn)["TagList"], [{"Key": "c", "Value": "d"}])


class Changes(CacheTest):
    def change(self, group: dict[str, Any], **wanted: Any) -> dict[str, Any]:
        wanted = {"ApplyImmediately": True, **wanted}
        changed = self.cache.modify_replication_group(ReplicationGroupId=group["ReplicationGroupId"], **wanted)
        return changed["ReplicationGroup"]

    def member(self, group: dict[str, Any]) -> dict[str, Any]:
        name = group["MemberClusters"][0]
        return self.cache.describe_cache_clusters(CacheClusterId=name)["CacheClusters"][0]

    def test_in_place(self) -> None:
        group = self.group()
        told = self.change(
            group, EngineVersion="8.1", CacheNodeType="cache.m7g.large", SnapshotRetentionLimit=3, MultiAZEnabled=True
        )
        self.assertEqual((told["CacheNodeType"], told["SnapshotRetentionLimit"]), ("cache.m7g.large", 3))
        self.assertEqual((told["MultiAZ"], self.member(group)["EngineVersion"]), ("enabled", "8.1.0"))

    def test_from_redis_to_valkey(self) -> None:
        group = self.group(Engine="redis", EngineVersion="7.1")
        told = self.change(group, Engine="valkey", EngineVersion="8.0")
        self.assertEqual(told["Engine"], "valkey")
        self.assertEqual(self.member(group)["CacheParameterGroup"]["CacheParameterGroupName"], "default.valkey8")

    def test_change_without_haste_waits(self) -> None:
        group = self.group()
        told = self.change(group, ApplyImmediately=False, CacheNodeType="cache.m7g.large", SnapshotRetentionLimit=3)
        self.assertEqual((told["CacheNodeType"], told["SnapshotRetentionLimit"]), ("cache.t4g.small", 3))
        self.assertEqual(self.member(group)["PendingModifiedValues"], {"CacheNodeType": "cache.m7g.large"})

    def test_bad_change_is_refused(self) -> None:
        group = self.group(EngineVersion="8.1")
        combination = "InvalidParameterCombination"
        cases: list[tuple[dict[str, Any], str]] = [
            ({"EngineVersion": "8.0"}, "cannot go down"),
            ({"Engine": "redis", "EngineVersion": "7.1"}, "cannot become"),
            ({"AutomaticFailoverEnabled": False, "MultiAZEnabled": True}, "Multi-AZ"),
            ({"TransitEncryptionEnabled": False}, "preferred"),
        ]
        for wanted, text in cases:
            with self.subTest(wanted), self.assertRefused(combination, text):
                self.change(group, **wanted)

    def test_replicas(self) -> None:
        name = self.group(MultiAZEnabled=True)["ReplicationGroupId"]
        wanted = {"ReplicationGroupId": name, "ApplyImmediately": True}
        told = self.cache.increase_replica_count(**wanted, NewReplicaCount=2)["ReplicationGroup"]
        self.assertEqual(len(told["MemberClusters"]), 3)
        with self.assertRefused("InvalidParameterCombination", "no read replicas"):
            self.cache.decrease_replica_count(**wanted, NewReplicaCount=0)
        told = self.cache.decrease_replica_count(**wanted, NewReplicaCount=1)["ReplicationGroup"]
        self.assertEqual(len(told["MemberClusters"]), 2)

    def test_node_groups(self) -> None:
        wanted = {"ReplicationGroupId": self.sharded()["ReplicationGroupId"], "ApplyImmediately": True}
        change = self.cache.modify_replication_group_shard_configuration
        self.assertEqual(len(change(**wanted, NodeGroupCount=3)["ReplicationGroup"]["NodeGroups"]), 3)
        with self.assertRefused("InvalidParameterCombination", "NodeGroupsToRemove"):
            change(**wanted, NodeGroupCount=1)
        told = change(**wanted, NodeGroupCount=2, NodeGroupsToRemove=["0001"])["ReplicationGroup"]
        self.assertEqual([g["NodeGroupId"] for g in told["NodeGroups"]], ["0002", "0003"])
        self.cache.test_failover(ReplicationGroupId=told["ReplicationGroupId"], NodeGroupId="0002")

    def test_member_is_changed_through_its_group(self) -> None:
        member = self.group()["MemberClusters"][0]
        for change in (self.cache.delete_cache_cluster, self.cache.modify_cache_cluster):
            with self.assertRefused("InvalidParameterCombination", "replication group"):
                change(CacheClusterId=member)
