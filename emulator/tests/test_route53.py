"""Records, query logs and DNSSEC of Route 53: what comes back, and what is refused."""

from __future__ import annotations

import json
from typing import Any

from support import ACCOUNT, TERRAFORM, EmulatorTest, client

ENDPOINT = {"Type": "HTTPS", "FullyQualifiedDomainName": "a.example.org", "ResourcePath": "/healthz"}


class Route53Test(EmulatorTest):
    def setUp(self) -> None:
        self.route53 = client("route53")

    def zone(self, name: str = "example.org", **more: Any) -> str:
        return self.route53.create_hosted_zone(Name=name, CallerReference=self.name(), **more)["HostedZone"]["Id"]

    def change(self, zone: str, *records: dict[str, Any], action: str = "CREATE") -> None:
        changes = [{"Action": action, "ResourceRecordSet": record} for record in records]
        self.route53.change_resource_record_sets(HostedZoneId=zone, ChangeBatch={"Changes": changes})

    def records(self, zone: str, kind: str) -> list[dict[str, Any]]:
        told = self.route53.list_resource_record_sets(HostedZoneId=zone)["ResourceRecordSets"]
        return [record for record in told if record["Type"] == kind]

    def health_check(self, **config: Any) -> str:
        wanted = {**ENDPOINT, **config} if "Type" not in config else config
        created = self.route53.create_health_check(CallerReference=self.name(), HealthCheckConfig=wanted)
        return created["HealthCheck"]["Id"]

    def config(self, check: str) -> dict[str, Any]:
        return self.route53.get_health_check(HealthCheckId=check)["HealthCheck"]["HealthCheckConfig"]


def simple(name: str = "www.example.org", *values: str, kind: str = "A", **more: Any) -> dict[str, Any]:
    values = values or ("192.0.2.1",)
    return {"Name": name, "Type": kind, "TTL": 60, "ResourceRecords": [{"Value": v} for v in values], **more}


def alias(name: str, target: str, zone: str, health: bool = True, **more: Any) -> dict[str, Any]:
    target_of = {"HostedZoneId": zone, "DNSName": target, "EvaluateTargetHealth": health}
    return {"Name": name, "Type": "A", "AliasTarget": target_of, **more}


class Records(Route53Test):
    def test_failover_pair_comes_back(self) -> None:
        zone, check = self.zone(), self.health_check()
        balancer = "a-1.us-east-1.elb.amazonaws.com"
        first = alias("www.example.org", balancer, "Z35", SetIdentifier="one", Failover="PRIMARY", HealthCheckId=check)
        second = alias("www.example.org", balancer, "Z35", SetIdentifier="two", Failover="SECONDARY")
        self.change(zone, first, second)
        told = self.records(zone, "A")
        self.assertEqual([r["Failover"] for r in told], ["PRIMARY", "SECONDARY"])
        self.assertEqual(told[0]["HealthCheckId"], check)
        self.assertTrue(told[0]["AliasTarget"]["EvaluateTargetHealth"])
        self.assertNotIn("TTL", told[0])

    def test_deletion_leaves_other_names_with_the_same_set_identifier(self) -> None:
        zone = self.zone()
        weighted = [simple(f"{name}.example.org", SetIdentifier="one", Weight=1) for name in ("a", "b")]
        self.change(zone, *weighted)
        self.change(zone, weighted[0], action="DELETE")
        self.assertEqual([r["Name"] for r in self.records(zone, "A")], ["b.example.org."])

    def test_wildcard_is_told_as_aws_does(self) -> None:
        zone = self.zone()
        self.change(zone, simple("*.example.org"))
        self.assertEqual(self.records(zone, "A")[0]["Name"], "\\052.example.org.")
        found = self.route53.list_resource_record_sets(
            HostedZoneId=zone, StartRecordName="*.example.org", StartRecordType="A", MaxItems="1"
        )
        self.assertEqual(found["ResourceRecordSets"][0]["Type"], "A")

    def test_refused_change_changes_nothing(self) -> None:
        zone = self.zone()
        with self.assertRefused("InvalidChangeBatch"):
            self.change(zone, simple("a.example.org"), simple("a.example.com"))
        self.assertEqual(self.records(zone, "A"), [])

    def test_what_aws_refuses(self) -> None:
        check = self.health_check()
        primary = {"SetIdentifier": "one", "Failover": "PRIMARY", "HealthCheckId": check}
        pair = [simple(**primary), simple(**{**primary, "SetIdentifier": "two"})]
        cloudfront = "d1.cloudfront.net"
        cases: dict[str, tuple[list[dict[str, Any]], str, str]] = {
            "outside the zone": ([simple("www.example.com")], "InvalidChangeBatch", "not permitted in zone"),
            "end of a label only": ([simple("wwwexample.org")], "InvalidChangeBatch", "not permitted in zone"),
            "twice": ([simple(), simple()], "InvalidChangeBatch", "already exists"),
            "two primaries": (pair, "InvalidChangeBatch", "Failover value PRIMARY"),
            "mixed kinds": (
                [simple(SetIdentifier="one", Weight=1), simple(SetIdentifier="two", Region="us-east-1")],
                "InvalidChangeBatch",
                "with the same name and type already exists",
            ),
            "simple and weighted": (
                [simple(), simple(SetIdentifier="one", Weight=1)],
                "InvalidChangeBatch",
                "with the same name and type already exists",
            ),
            "no set identifier": ([simple(Weight=1)], "InvalidInput", "SetIdentifier"),
            "set identifier alone": ([simple(SetIdentifier="one")], "InvalidInput", "found none"),
            "weight": ([simple(SetIdentifier="one", Weight=256)], "InvalidInput", "less than or equal to 255"),
            "primary without check": (
                [simple(SetIdentifier="one", Failover="PRIMARY")],
                "InvalidInput",
                "must have an associated health check",
            ),
            "unknown check": ([simple(**{**primary, "HealthCheckId": "x"})], "NoSuchHealthCheck", "x"),
            "alias with TTL": ([{**alias("a.example.org", "b", "Z1"), "TTL": 1}], "InvalidInput", "exactly one of"),
            "CNAME at the apex": (
                [simple("example.org", "b.example.org", kind="CNAME")],
                "InvalidChangeBatch",
                "not permitted at apex",
            ),
            "CNAME beside others": (
                [simple(), simple("www.example.org", "b.example.org", kind="CNAME")],
                "InvalidChangeBatch",
                "conflicts with other records",
            ),
            "address": ([simple("a.example.org", "2001:db8::1")], "InvalidChangeBatch", "IllegalIPv4Address"),
            "AAAA": ([simple("a.example.org", kind="AAAA")], "InvalidChangeBatch", "IllegalIPv6Address"),
            "text without quotes": ([simple("a.example.org", "x", kind="TXT")], "InvalidChangeBatch", "quotation"),
            "value twice": ([simple("a.example.org", *["192.0.2.1"] * 2)], "InvalidChangeBatch", "Duplicate"),
            "CloudFront in another zone": (
                [alias("a.example.org", cloudfront, "Z1", False)],
                "InvalidChangeBatch",
                "does not lie within",
            ),
            "health of CloudFront": (
                [alias("a.example.org", cloudfront, "Z2FDTNDATAQYW2")],
                "InvalidChangeBatch",
                "EvaluateTargetHealth must be false",
            ),
        }
        zone = self.zone()
        for title, (records, code, text) in cases.items():
            with self.subTest(title), self.assertRefused(code, text):
                self.change(zone, *records)

    def test_alias_within_the_zone_needs_its_target(self) -> None:
        zone = self.zone()
        own = zone.rpartition("/")[2]
        with self.assertRefused("InvalidChangeBatch", "target was not found"):
            self.change(zone, alias("a.example.org", "b.example.org", own))
        self.change(zone, simple("b.example.org"), alias("a.example.org", "b.example.org", own))

    def test_alias_to_a_load_balancer_names_its_zone(self) -> None:
        arn = self.load_balancer(self.network())
        balancer = client("elbv2").describe_load_balancers(LoadBalancerArns=[arn])["LoadBalancers"][0]
        zone = self.zone()
        with self.assertRefused("InvalidChangeBatch", "does not lie within"):
            self.change(zone, alias("a.example.org", balancer["DNSName"], "Z1"))
        self.change(zone, alias("a.example.org", f"dualstack.{balancer['DNSName']}", balancer["CanonicalHostedZoneId"]))

    def test_deletion_names_the_current_values(self) -> None:
        zone = self.zone()
        self.change(zone, simple())
        with self.assertRefused("InvalidChangeBatch", "do not match the current values"):
            self.change(zone, simple("www.example.org", "192.0.2.9"), action="DELETE")
        with self.assertRefused("InvalidChangeBatch", "was not found"):
            self.change(zone, simple("other.example.org"), action="DELETE")

    def test_zone_keeps_its_own_records(self) -> None:
        zone = self.zone()
        (soa,) = self.records(zone, "SOA")
        with self.assertRefused("InvalidChangeBatch", "at least one SOA"):
            self.change(zone, soa, action="DELETE")

    def test_zone_with_records_cannot_be_deleted(self) -> None:
        zone = self.zone()
        self.change(zone, simple())
        with self.assertRefused("HostedZoneNotEmpty"):
            self.route53.delete_hosted_zone(Id=zone)

    def test_records_of_an_unknown_zone(self) -> None:
        with self.assertRefused("NoSuchHostedZone"):
            self.change("Z404", simple())


class QueryLogs(Route53Test):
    def log_group(self, region: str = "us-east-1") -> str:
        name = self.name("queries")
        client("logs", region).create_log_group(logGroupName=name)
        return f"arn:aws:logs:{region}:{ACCOUNT}:log-group:{name}"

    def test_needs_the_policy_and_the_region(self) -> None:
        zone, group = self.zone(), self.log_group()
        create = self.route53.create_query_logging_config
        with self.assertRefused("InvalidInput", "us-east-1"):
            create(HostedZoneId=zone, CloudWatchLogsLogGroupArn=self.log_group("us-west-2"))
        with self.assertRefused("InsufficientCloudWatchLogsResourcePolicy"):
            create(HostedZoneId=zone, CloudWatchLogsLogGroupArn=group)
        actions = ["logs:CreateLogStream", "logs:PutLogEvents"]
        statement = {"Effect": "Allow", "Principal": {"Service": "route53.amazonaws.com"}, "Resource": "*"}
        document = json.dumps({"Statement": [{**statement, "Action": actions}]})
        client("logs").put_resource_policy(policyName="route53", policyDocument=document)
        self.addCleanup(client("logs").delete_resource_policy, policyName="route53")
        made = create(HostedZoneId=zone, CloudWatchLogsLogGroupArn=group)["QueryLoggingConfig"]
        told = self.route53.get_query_logging_config(Id=made["Id"])["QueryLoggingConfig"]
        self.assertEqual(told["CloudWatchLogsLogGroupArn"], group)


class Dnssec(Route53Test):
    def key(self, region: str = "us-east-1", *, granted: bool = True, **more: Any) -> str:
        everything = {"Effect": "Allow", "Action": "kms:*", "Resource": "*"}
        root = {**everything, "Principal": {"AWS": f"arn:aws:iam::{ACCOUNT}:root"}}
        service = {**everything, "Principal": {"Service": "dnssec-route53.amazonaws.com"}}
        document = json.dumps({"Statement": [root, *([service] if granted else [])]})
        wanted = {"KeySpec": "ECC_NIST_P256", "KeyUsage": "SIGN_VERIFY", "Policy": document, **more}
        return client("kms", region).create_key(**wanted)["KeyMetadata"]["Arn"]

    def sign(self, zone: str, key: str, name: str = "first", status: str = "ACTIVE") -> None:
        self.route53.create_key_signing_key(
            HostedZoneId=zone, CallerReference=self.name(), KeyManagementServiceArn=key, Name=name, Status=status
        )

    def test_signing_from_first_to_last(self) -> None:
        zone = self.zone()
        enable, disable = self.route53.enable_hosted_zone_dnssec, self.route53.disable_hosted_zone_dnssec
        with self.assertRefused("KeySigningKeyWithActiveStatusNotFound"):
            enable(HostedZoneId=zone)
        with self.assertRefused("DNSSECNotFound"):
            disable(HostedZoneId=zone)
        self.sign(zone, self.key())
        enable(HostedZoneId=zone)
        told = self.route53.get_dnssec(HostedZoneId=zone)
        self.assertEqual(told["Status"]["ServeSignature"], "SIGNING")
        (key,) = told["KeySigningKeys"]
        self.assertEqual(key["DSRecord"], f"{key['KeyTag']} 13 2 {key['DigestValue']}")
        with self.assertRefused("KeySigningKeyInUse"):
            self.route53.deactivate_key_signing_key(HostedZoneId=zone, Name="first")
        with self.assertRefused("InvalidKeySigningKeyStatus"):
            self.route53.delete_key_signing_key(HostedZoneId=zone, Name="first")
        with self.assertRefused("HostedZoneNotEmpty", "Key Signing Keys"):
            self.route53.delete_hosted_zone(Id=zone)
        disable(HostedZoneId=zone)
        self.route53.deactivate_key_signing_key(HostedZoneId=zone, Name="first")
        self.route53.activate_key_signing_key(HostedZoneId=zone, Name="first")
        self.route53.deactivate_key_signing_key(HostedZoneId=zone, Name="first")
        self.route53.delete_key_signing_key(HostedZoneId=zone, Name="first")
        self.route53.delete_hosted_zone(Id=zone)

    def test_keys_that_cannot_sign(self) -> None:
        cases = {
            "another region": (self.key("us-west-2"), "us-east-1"),
            "another spec": (self.key(KeySpec="ECC_NIST_P384"), "ECC_NIST_P256"),
            "not granted": (self.key(granted=False), "does not allow"),
            "unknown": (f"arn:aws:kms:us-east-1:{ACCOUNT}:key/none", "does not exist"),
        }
        zone = self.zone()
        for title, (key, text) in cases.items():
            with self.subTest(title), self.assertRefused("InvalidKMSArn", text):
                self.sign(zone, key)

    def test_two_keys_at_the_most(self) -> None:
        zone, key = self.zone(), self.key()
        self.sign(zone, key)
        with self.assertRefused("KeySigningKeyAlreadyExists"):
            self.sign(zone, key)
        self.sign(zone, key, "second", "INACTIVE")
        with self.assertRefused("TooManyKeySigningKeys"):
            self.sign(zone, key, "third")
        with self.assertRefused("NoSuchKeySigningKey"):
            self.route53.delete_key_signing_key(HostedZoneId=zone, Name="third")

    def test_terraform_is_given_no_change_to_wait_for(self) -> None:
        made = client("route53", agent=TERRAFORM).create_key_signing_key(
            HostedZoneId=self.zone(),
            CallerReference=self.name(),
            KeyManagementServiceArn=self.key(),
            Name="first",
            Status="ACTIVE",
        )
        self.assertNotIn("ChangeInfo", made)
