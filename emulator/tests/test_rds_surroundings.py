"""RDS: subnet and parameter groups, the catalogue, events, proxies, tags."""

from __future__ import annotations

from data_tier import DataTierTest
from support import client


class Groups(DataTierTest):
    def test_subnets(self) -> None:
        network = self.network(zones="abc")
        name = self.subnet_group(network)
        self.instance(DBSubnetGroupName=name)
        wider = self.rds.modify_db_subnet_group(DBSubnetGroupName=name, SubnetIds=network.subnets[:2])["DBSubnetGroup"]
        self.assertEqual({s["SubnetIdentifier"] for s in wider["Subnets"]}, set(network.subnets[:2]))
        cases = [
            (network.subnets[1:], "SubnetAlreadyInUse"),
            (network.subnets[:1], "DBSubnetGroupDoesNotCoverEnoughAZs"),
            (self.network().subnets, "InvalidSubnet"),
        ]
        for subnets, code in cases:
            with self.subTest(code), self.assertRefused(code):
                self.rds.modify_db_subnet_group(DBSubnetGroupName=name, SubnetIds=subnets)
        with self.assertRefused("InvalidDBSubnetGroupStateFault"):
            self.rds.delete_db_subnet_group(DBSubnetGroupName=name)

    def test_subnet_group_name(self) -> None:
        network = self.network()
        name = self.subnet_group(network)
        for wanted, code in ((name, "DBSubnetGroupAlreadyExists"), ("default", "InvalidParameterValue")):
            with self.subTest(wanted), self.assertRefused(code):
                self.subnet_group(network, wanted)

    def test_parameters(self) -> None:
        name = self.parameter_group("postgres16")
        wanted = [{"ParameterName": "rds.force_ssl", "ParameterValue": "1", "ApplyMethod": "immediate"}]
        self.rds.modify_db_parameter_group(DBParameterGroupName=name, Parameters=wanted)
        self.assertEqual(self.parameters(name), {"rds.force_ssl": "1"})
        self.rds.reset_db_parameter_group(DBParameterGroupName=name, Parameters=wanted)
        self.assertEqual(self.parameters(name), {})

    def parameters(self, name: str) -> dict[str, str]:
        told = self.rds.describe_db_parameters(DBParameterGroupName=name, Source="user")["Parameters"]
        return {parameter["ParameterName"]: parameter["ParameterValue"] for parameter in told}

    def test_bad_parameter_group_is_refused(self) -> None:
        with self.assertRefused("InvalidParameterValue", "postgres99"):
            self.parameter_group("postgres99")
        name = self.parameter_group("postgres16")
        static = [{"ParameterName": "shared_buffers", "ParameterValue": "1", "ApplyMethod": "immediate"}]
        with self.assertRefused("InvalidParameterCombination", "static"):
            self.rds.modify_db_parameter_group(DBParameterGroupName=name, Parameters=static)
        self.instance(DBParameterGroupName=name)
        with self.assertRefused("InvalidDBParameterGroupState"):
            self.rds.delete_db_parameter_group(DBParameterGroupName=name)

    def test_groups_of_aws(self) -> None:
        told = self.rds.describe_db_parameter_groups(DBParameterGroupName="default.postgres16")["DBParameterGroups"]
        self.assertEqual(told[0]["DBParameterGroupFamily"], "postgres16")


class Catalogue(DataTierTest):
    def test_versions_and_their_upgrades(self) -> None:
        told = self.rds.describe_db_engine_versions(Engine="postgres", EngineVersion="16.3")["DBEngineVersions"]
        self.assertEqual([v["DBParameterGroupFamily"] for v in told], ["postgres16"])
        targets = {t["EngineVersion"]: t["IsMajorVersionUpgrade"] for t in told[0]["ValidUpgradeTarget"]}
        self.assertEqual((targets["16.4"], "16.2" in targets, any(targets.values())), (False, False, True))

    def test_orderable_classes(self) -> None:
        told = self.rds.describe_orderable_db_instance_options(Engine="postgres", DBInstanceClass="db.m6g.large")
        self.assertEqual(len(told["OrderableDBInstanceOptions"]), 1)


class Events(DataTierTest):
    def test_subscription(self) -> None:
        topic = client("sns").create_topic(Name=self.name())["TopicArn"]
        source, name = self.instance()["DBInstanceIdentifier"], self.name("events")
        common = {"SubscriptionName": name, "SnsTopicArn": topic, "SourceType": "db-instance"}
        self.rds.create_event_subscription(**common, EventCategories=["failover"])
        with self.assertRefused("SourceNotFound"):
            self.rds.add_source_identifier_to_subscription(SubscriptionName=name, SourceIdentifier="nobody")
        self.rds.add_source_identifier_to_subscription(SubscriptionName=name, SourceIdentifier=source)
        changed = self.rds.modify_event_subscription(SubscriptionName=name, EventCategories=["failure"], Enabled=False)
        told = changed["EventSubscription"]
        self.assertEqual(
            (told["EventCategoriesList"], told["SourceIdsList"], told["Enabled"]), (["failure"], [source], False)
        )
        self.rds.remove_source_identifier_from_subscription(SubscriptionName=name, SourceIdentifier=source)
        told = self.rds.describe_event_subscriptions(SubscriptionName=name)["EventSubscriptionsList"][0]
        self.assertEqual(told["SourceIdsList"], [])
        self.rds.delete_event_subscription(SubscriptionName=name)
        with self.assertRefused("SNSTopicArnNotFound"):
            self.rds.create_event_subscription(**{**common, "SnsTopicArn": topic + "x"})


class Proxies(DataTierTest):
    def test_life_of_a_proxy(self) -> None:
        network, name = self.network(), self.name("proxy")
        secret = client("secretsmanager").create_secret(Name=self.name("s"), SecretString="x")["ARN"]
        wanted = {
            "DBProxyName": name,
            "EngineFamily": "POSTGRESQL",
            "Auth": [{"AuthScheme": "SECRETS", "SecretArn": secret, "IAMAuth": "REQUIRED"}],
            "RoleArn": self.role("rds.amazonaws.com", "secretsmanager:GetSecretValue"),
            "VpcSubnetIds": network.subnets,
            "VpcSecurityGroupIds": [network.security_group],
            "RequireTLS": True,
        }
        for change in (
            {"Auth": [{"SecretArn": secret + "x"}]},
            {"RoleArn": wanted["RoleArn"] + "x"},
            {"VpcSecurityGroupIds": [self.network().security_group]},
            {"IdleClientTimeout": 0},
        ):
            with self.subTest(change), self.assertRefused("InvalidParameterValue"):
                self.rds.create_db_proxy(**{**wanted, **change})
        with self.assertRefused("InvalidSubnet", "two"):
            self.rds.create_db_proxy(**{**wanted, "VpcSubnetIds": network.subnets[:1]})
        self.assertEqual(self.rds.create_db_proxy(**wanted)["DBProxy"]["Status"], "available")
        pool = {"MaxConnectionsPercent": 90, "MaxIdleConnectionsPercent": 40}
        target_group = {"DBProxyName": name, "TargetGroupName": "default"}
        self.rds.modify_db_proxy_target_group(**target_group, ConnectionPoolConfig=pool)
        told = self.rds.describe_db_proxy_target_groups(**target_group)["TargetGroups"][0]
        self.assertEqual(told["ConnectionPoolConfig"]["MaxConnectionsPercent"], 90)
        instance = self.instance()["DBInstanceIdentifier"]
        self.rds.register_db_proxy_targets(**target_group, DBInstanceIdentifiers=[instance])
        targets = self.rds.describe_db_proxy_targets(DBProxyName=name)["Targets"]
        self.assertEqual([(t["RdsResourceId"], t["TargetHealth"]["State"]) for t in targets], [(instance, "AVAILABLE")])
        self.rds.deregister_db_proxy_targets(**target_group, DBInstanceIdentifiers=[instance])
        self.assertEqual(self.rds.modify_db_proxy(DBProxyName=name, RequireTLS=False)["DBProxy"]["RequireTLS"], False)
        self.rds.delete_db_proxy(DBProxyName=name)
        with self.assertRefused("DBProxyNotFoundFault"):
            self.rds.describe_db_proxies(DBProxyName=name)


class Tags(DataTierTest):
    def test_tags_come_and_go(self) -> None:
        arn = self.instance()["DBInstanceArn"]
        self.rds.add_tags_to_resource(ResourceName=arn, Tags=[{"Key": "a", "Value": "b"}])
        self.assertEqual(self.rds.list_tags_for_resource(ResourceName=arn)["TagList"], [{"Key": "a", "Value": "b"}])
        self.rds.remove_tags_from_resource(ResourceName=arn, TagKeys=["a"])
        self.assertEqual(self.rds.list_tags_for_resource(ResourceName=arn)["TagList"], [])
