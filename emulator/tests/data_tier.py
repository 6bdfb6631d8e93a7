"""What the tests of databases and caches share: keys, roles, groups, an instance."""

from __future__ import annotations

from typing import Any

from support import EmulatorTest, Network, client


class DataTierTest(EmulatorTest):
    def setUp(self) -> None:
        self.rds, self.elsewhere = client("rds"), client("rds", "us-west-2")

    def key(self, region: str = "us-east-1") -> str:
        return client("kms", region).create_key()["KeyMetadata"]["Arn"]

    def parameter_group(self, family: str) -> str:
        name = self.name("pg")
        client("rds").create_db_parameter_group(
            DBParameterGroupName=name, DBParameterGroupFamily=family, Description="test"
        )
        return name

    def subnet_group(self, network: Network, name: str | None = None) -> str:
        name = name or self.name("subnets")
        client("rds").create_db_subnet_group(
            DBSubnetGroupName=name, DBSubnetGroupDescription="test", SubnetIds=network.subnets
        )
        return name

    def instance(self, **more: Any) -> dict[str, Any]:
        """A new PostgreSQL instance; a setting of None is left out."""
        wanted = {
            "DBInstanceIdentifier": self.name("db"),
            "DBInstanceClass": "db.m6g.large",
            "Engine": "postgres",
            "EngineVersion": "16.3",
            "AllocatedStorage": 100,
            "StorageType": "gp3",
            "DBName": "app",
            "MasterUsername": "app",
            "MasterUserPassword": "supersecret1",
            "BackupRetentionPeriod": 7,
            **more,
        }
        wanted = {name: value for name, value in wanted.items() if value is not None}
        return client("rds").create_db_instance(**wanted)["DBInstance"]


class CacheTest(DataTierTest):
    def setUp(self) -> None:
        self.cache = client("elasticache")

    def group(self, **more: Any) -> dict[str, Any]:
        wanted = {
            "ReplicationGroupId": self.name("rg"),
            "ReplicationGroupDescription": "test",
            "Engine": "valkey",
            "EngineVersion": "8.0",
            "CacheNodeType": "cache.t4g.small",
            "NumCacheClusters": 2,
            "AutomaticFailoverEnabled": True,
            "TransitEncryptionEnabled": True,
            **more,
        }
        wanted = {name: value for name, value in wanted.items() if value is not None}
        return self.cache.create_replication_group(**wanted)["ReplicationGroup"]

    def sharded(self, **more: Any) -> dict[str, Any]:
        return self.group(NumCacheClusters=None, NumNodeGroups=2, ReplicasPerNodeGroup=1, **more)

    def subnets(self, zones: str = "ab") -> tuple[str, Any]:
        network, name = self.network(zones=zones), self.name("subnets")
        self.cache.create_cache_subnet_group(
            CacheSubnetGroupName=name, CacheSubnetGroupDescription="test", SubnetIds=network.subnets
        )
        return name, network

    def parameters(self, family: str) -> str:
        name = self.name("pg")
        self.cache.create_cache_parameter_group(
            CacheParameterGroupName=name, CacheParameterGroupFamily=family, Description="test"
        )
        return name

    def user(self, engine: str = "valkey", name: str | None = None, **more: Any) -> str:
        user = self.name("user")
        mode = more.pop("mode", {"Type": "password", "Passwords": ["averysecretpassword"]})
        wanted = {"UserId": user, "UserName": name or user, "Engine": engine, "AccessString": "on ~* +@all", **more}
        return self.cache.create_user(**wanted, AuthenticationMode=mode)["UserId"]

    def users(self, engine: str = "valkey", *members: str) -> str:
        name = self.name("users")
        return self.cache.create_user_group(UserGroupId=name, Engine=engine, UserIds=list(members))["UserGroupId"]
