"""ElastiCache: users, groups, snapshots, serverless caches."""

from __future__ import annotations

from typing import Any

from data_tier import CacheTest
from support import client


class Access(CacheTest):
    def test_users(self) -> None:
        user = self.user(AccessString="off ~x +@read")
        changed = self.cache.modify_user(UserId=user, AccessString="on ~* +@all")
        self.assertEqual((changed["AccessString"], changed["Authentication"]["PasswordCount"]), ("on ~* +@all", 1))
        self.cache.delete_user(UserId=user)
        with self.assertRefused("UserNotFound"):
            self.cache.describe_users(UserId=user)
        with self.assertRefused("DefaultUserAssociatedToUserGroup"):
            self.cache.delete_user(UserId="default")

    def test_bad_user_is_refused(self) -> None:
        cases: list[tuple[dict[str, Any], str, str]] = [
            ({"mode": {"Type": "iam"}, "name": "other"}, "InvalidParameterCombination", "identical"),
            ({"mode": {"Type": "password", "Passwords": ["short"]}}, "InvalidParameterValue", "16"),
            ({"mode": {"Type": "password", "Passwords": ["x" * 16] * 3}}, "InvalidParameterCombination", "two"),
            ({"AccessString": "everything"}, "InvalidParameterValue", "access string"),
            ({"engine": "memcached"}, "InvalidParameterValue", "engine"),
        ]
        for wanted, code, text in cases:
            with self.subTest(wanted), self.assertRefused(code, text):
                self.user(**wanted)

    def test_groups(self) -> None:
        first, second = self.user(), self.user()
        name = self.users("valkey", first)
        changed = self.cache.modify_user_group(UserGroupId=name, UserIdsToAdd=[second], UserIdsToRemove=[first])
        self.assertEqual(changed["UserIds"], [second])
        cache = self.group(UserGroupIds=[name])["ReplicationGroupId"]
        told = self.cache.describe_user_groups(UserGroupId=name)["UserGroups"][0]
        self.assertEqual(told["ReplicationGroups"], [cache])
        with self.assertRefused("InvalidUserGroupState", cache):
            self.cache.delete_user_group(UserGroupId=name)
        self.cache.delete_replication_group(ReplicationGroupId=cache)
        self.cache.delete_user_group(UserGroupId=name)

    def test_group_of_redis_needs_a_default_user(self) -> None:
        with self.assertRefused("DefaultUserRequired"):
            self.users("redis", self.user("redis"))
        self.users("redis", self.user("redis", "default"))
        with self.assertRefused("InvalidParameterCombination", "valkey"):
            self.users("redis", "default", self.user("valkey"))

    def test_cache_of_redis_refuses_a_group_of_valkey(self) -> None:
        group = self.users("valkey", self.user())
        with self.assertRefused("InvalidParameterCombination", "valkey"):
            self.group(Engine="redis", EngineVersion="7.1", UserGroupIds=[group])


class Groups(CacheTest):
    def test_subnets(self) -> None:
        name, network = self.subnets("abc")
        self.group(CacheSubnetGroupName=name, MultiAZEnabled=True)
        change = self.cache.modify_cache_subnet_group
        change(CacheSubnetGroupName=name, SubnetIds=network.subnets[:2])
        with self.assertRefused("SubnetInUse"):
            change(CacheSubnetGroupName=name, SubnetIds=network.subnets[1:])
        with self.assertRefused("CacheSubnetGroupInUse"):
            self.cache.delete_cache_subnet_group(CacheSubnetGroupName=name)
        self.assertEqual(
            len(self.cache.describe_cache_subnet_groups(CacheSubnetGroupName=name)["CacheSubnetGroups"]), 1
        )

    def test_parameters(self) -> None:
        name = self.parameters("valkey8")
        wanted = [{"ParameterName": "maxmemory-policy", "ParameterValue": "allkeys-lru"}]
        self.cache.modify_cache_parameter_group(CacheParameterGroupName=name, ParameterNameValues=wanted)
        told = self.cache.describe_cache_parameters(CacheParameterGroupName=name, Source="user")["Parameters"]
        self.assertEqual(
            [(p["ParameterName"], p["ParameterValue"]) for p in told], [("maxmemory-policy", "allkeys-lru")]
        )
        self.cache.reset_cache_parameter_group(CacheParameterGroupName=name, ParameterNameValues=wanted)
        self.assertEqual(self.cache.describe_cache_parameters(CacheParameterGroupName=name)["Parameters"], [])
        bad = [{"ParameterName": "maxmemory-policy", "ParameterValue": "lru"}]
        with self.assertRefused("InvalidParameterValue", "lru"):
            self.cache.modify_cache_parameter_group(CacheParameterGroupName=name, ParameterNameValues=bad)
        self.assertEqual(
            len(self.cache.describe_cache_parameter_groups(CacheParameterGroupName=name)["CacheParameterGroups"]), 1
        )
        self.group(CacheParameterGroupName=name)
        with self.assertRefused("InvalidCacheParameterGroupState"):
            self.cache.delete_cache_parameter_group(CacheParameterGroupName=name)


class Snapshots(CacheTest):
    def test_taken_copied_exported_and_restored(self) -> None:
        group, name, copy = self.sharded(), self.name("snap"), self.name("copy")
        self.cache.create_snapshot(ReplicationGroupId=group["ReplicationGroupId"], SnapshotName=name)
        with self.assertRefused("SnapshotAlreadyExistsFault"):
            self.cache.create_snapshot(ReplicationGroupId=group["ReplicationGroupId"], SnapshotName=name)
        self.cache.copy_snapshot(SourceSnapshotName=name, TargetSnapshotName=copy)
        self.cache.delete_snapshot(SnapshotName=name)
        found = self.cache.describe_snapshots(ReplicationGroupId=group["ReplicationGroupId"])["Snapshots"]
        self.assertEqual([snapshot["SnapshotName"] for snapshot in found], [copy])
        restored = self.group(NumCacheClusters=None, EngineVersion=None, SnapshotName=copy, ReplicasPerNodeGroup=1)
        self.assertEqual(len(restored["NodeGroups"]), 2)
        bucket, far = self.name("bucket"), self.name("bucket")
        client("s3").create_bucket(Bucket=bucket)
        client("s3", "us-west-2").create_bucket(
            Bucket=far, CreateBucketConfiguration={"LocationConstraint": "us-west-2"}
        )
        with self.assertRefused("InvalidParameterValue", "outside of the region"):
            self.cache.copy_snapshot(SourceSnapshotName=copy, TargetSnapshotName="dump", TargetBucket=far)
        self.cache.copy_snapshot(SourceSnapshotName=copy, TargetSnapshotName="dump", TargetBucket=bucket)
        self.group(SnapshotArns=[f"arn:aws:s3:::{bucket}/dump-0001.rdb"])

    def test_final_snapshot(self) -> None:
        final = self.name("final")
        for expected in (None, "SnapshotAlreadyExistsFault"):
            group = {"ReplicationGroupId": self.group()["ReplicationGroupId"], "FinalSnapshotIdentifier": final}
            if expected is None:
                self.cache.delete_replication_group(**group)
            else:
                with self.assertRefused(expected):
                    self.cache.delete_replication_group(**group)
        self.assertEqual(len(self.cache.describe_snapshots(SnapshotName=final)["Snapshots"]), 1)


class Serverless(CacheTest):
    def serverless(self, **more: Any) -> dict[str, Any]:
        wanted = {"ServerlessCacheName": self.name("sl"), "Engine": "valkey", **more}
        return self.cache.create_serverless_cache(**wanted)["ServerlessCache"]

    def test_settings_come_back_and_change(self) -> None:
        limits = {"DataStorage": {"Minimum": 1, "Maximum": 10, "Unit": "GB"}, "ECPUPerSecond": {"Maximum": 5000}}
        told = self.serverless(CacheUsageLimits=limits, SnapshotRetentionLimit=7, DailySnapshotTime="03:00")
        self.assertEqual((told["CacheUsageLimits"], told["MajorEngineVersion"]), (limits, "8"))
        name = told["ServerlessCacheName"]
        told = self.cache.modify_serverless_cache(ServerlessCacheName=name, SnapshotRetentionLimit=1)["ServerlessCache"]
        self.assertEqual(told["SnapshotRetentionLimit"], 1)
        self.cache.delete_serverless_cache(ServerlessCacheName=name, FinalSnapshotName=self.name("final"))
        with self.assertRefused("ServerlessCacheNotFoundFault"):
            self.cache.describe_serverless_caches(ServerlessCacheName=name)

    def test_bad_settings_are_refused(self) -> None:
        one_zone = self.network(zones="aa").subnets
        value = "InvalidParameterValue"
        cases: list[tuple[dict[str, Any], str, str]] = [
            ({"CacheUsageLimits": {"DataStorage": {"Maximum": 5001, "Unit": "GB"}}}, value, "5000"),
            (
                {"CacheUsageLimits": {"ECPUPerSecond": {"Minimum": 5000, "Maximum": 1000}}},
                "InvalidParameterCombination",
                "minimum",
            ),
            ({"SubnetIds": one_zone}, value, "zone"),
            ({"DailySnapshotTime": "3 am"}, value, "hh:mm"),
            ({"UserGroupId": "nobody"}, "UserGroupNotFound", "nobody"),
            ({"KmsKeyId": self.key("us-west-2")}, value, "us-east-1"),
            ({"MajorEngineVersion": "6"}, value, "6"),
            (
                {
                    "SnapshotArnsToRestore": [
                        "arn:aws:elasticache:us-east-1:123456789012:serverlesscachesnapshot:nobody"
                    ]
                },
                "ServerlessCacheSnapshotNotFoundFault",
                "nobody",
            ),
        ]
        for wanted, code, text in cases:
            with self.subTest(wanted), self.assertRefused(code, text):
                self.serverless(**wanted)

    def test_snapshots(self) -> None:
        cache, name, copy = self.serverless()["ServerlessCacheName"], self.name("snap"), self.name("copy")
        arn = self.cache.create_serverless_cache_snapshot(ServerlessCacheName=cache, ServerlessCacheSnapshotName=name)[
            "ServerlessCacheSnapshot"
        ]["ARN"]
        self.serverless(SnapshotArnsToRestore=[arn])
        self.cache.copy_serverless_cache_snapshot(
            SourceServerlessCacheSnapshotName=name, TargetServerlessCacheSnapshotName=copy
        )
        self.cache.delete_serverless_cache_snapshot(ServerlessCacheSnapshotName=name)
        found = self.cache.describe_serverless_cache_snapshots(ServerlessCacheName=cache)["ServerlessCacheSnapshots"]
        self.assertEqual([snapshot["ServerlessCacheSnapshotName"] for snapshot in found], [copy])
