"""Buckets, keys, log groups, zones: what comes back, and what is refused."""

from __future__ import annotations

import json
import re
from typing import Any

from botocore.loaders import Loader
from support import ACCOUNT, TERRAFORM, EmulatorTest, client

from holdfast_emulator.services.logs import RETENTION_DAYS


class Buckets(EmulatorTest):
    def setUp(self) -> None:
        self.s3 = client("s3")
        self.bucket = self.name("bucket")
        self.s3.create_bucket(Bucket=self.bucket)

    def test_second_conditional_write_is_refused(self) -> None:
        """Terraform's S3 backend locks its state with this."""
        self.s3.put_object(Bucket=self.bucket, Key="lock", Body=b"1", IfNoneMatch="*")
        with self.assertRefused("PreconditionFailed"):
            self.s3.put_object(Bucket=self.bucket, Key="lock", Body=b"2", IfNoneMatch="*")

    def test_policy_that_denies_plain_http_does_not_deny_everything(self) -> None:
        deny = {
            "Effect": "Deny",
            "Principal": "*",
            "Action": "s3:*",
            "Resource": f"arn:aws:s3:::{self.bucket}/*",
            "Condition": {"Bool": {"aws:SecureTransport": "false"}},
        }
        self.s3.put_bucket_policy(Bucket=self.bucket, Policy=json.dumps({"Statement": [deny]}))
        self.s3.put_object(Bucket=self.bucket, Key="k", Body=b"1")
        self.assertEqual(json.loads(self.s3.get_bucket_policy(Bucket=self.bucket)["Policy"])["Statement"], [deny])

    def test_event_bridge_comes_back(self) -> None:
        wanted = {"EventBridgeConfiguration": {}}
        self.s3.put_bucket_notification_configuration(Bucket=self.bucket, NotificationConfiguration=wanted)
        told = self.s3.get_bucket_notification_configuration(Bucket=self.bucket)
        self.assertEqual(told["EventBridgeConfiguration"], {})

    def test_no_event_bridge(self) -> None:
        told = self.s3.get_bucket_notification_configuration(Bucket=self.bucket)
        self.assertNotIn("EventBridgeConfiguration", told)

    def test_acl_is_refused_by_default(self) -> None:
        with self.assertRefused("AccessControlListNotSupported"):
            self.s3.put_bucket_acl(Bucket=self.bucket, ACL="private")

    def test_acl_is_possible_with_object_writer(self) -> None:
        rules = {"Rules": [{"ObjectOwnership": "ObjectWriter"}]}
        self.s3.put_bucket_ownership_controls(Bucket=self.bucket, OwnershipControls=rules)
        self.s3.put_bucket_acl(Bucket=self.bucket, ACL="private")

    def test_bucket_owner_pays(self) -> None:
        self.assertEqual(self.s3.get_bucket_request_payment(Bucket=self.bucket)["Payer"], "BucketOwner")

    def test_log_bucket_stays_empty(self) -> None:
        logs = self.name("logs")
        self.s3.create_bucket(Bucket=logs)
        grant = {
            "Effect": "Allow",
            "Principal": {"Service": "logging.s3.amazonaws.com"},
            "Action": "s3:PutObject",
            "Resource": f"arn:aws:s3:::{logs}/*",
        }
        self.s3.put_bucket_policy(Bucket=logs, Policy=json.dumps({"Statement": [grant]}))
        target = {"LoggingEnabled": {"TargetBucket": logs, "TargetPrefix": ""}}
        self.s3.put_bucket_logging(Bucket=self.bucket, BucketLoggingStatus=target)
        self.s3.put_object(Bucket=self.bucket, Key="k", Body=b"1")
        self.assertNotIn("Contents", self.s3.list_objects_v2(Bucket=logs))


class Keys(EmulatorTest):
    def test_rotation_period_comes_back(self) -> None:
        key = client("kms").create_key()["KeyMetadata"]["KeyId"]
        client("kms").enable_key_rotation(KeyId=key, RotationPeriodInDays=180)
        self.assertEqual(client("kms").get_key_rotation_status(KeyId=key)["RotationPeriodInDays"], 180)

    def test_policy_that_locks_everybody_out_is_refused(self) -> None:
        with self.assertRefused("MalformedPolicyDocumentException"):
            client("kms").create_key(Policy=policy({"AWS": f"arn:aws:iam::{ACCOUNT}:root"}, "kms:Encrypt"))

    def test_key_is_of_one_region(self) -> None:
        key = client("kms", "us-west-2").create_key()["KeyMetadata"]["KeyId"]
        with self.assertRefused("NotFoundException"):
            client("kms", "us-east-1").describe_key(KeyId=key)


class LogGroups(EmulatorTest):
    def key(self, *statements: dict[str, Any]) -> str:
        root = json.loads(policy({"AWS": f"arn:aws:iam::{ACCOUNT}:root"}, "kms:*"))["Statement"]
        document = json.dumps({"Statement": [*root, *statements]})
        return client("kms").create_key(Policy=document)["KeyMetadata"]["Arn"]

    @staticmethod
    def grant(action: str) -> dict[str, Any]:
        return json.loads(policy({"Service": "logs.us-east-1.amazonaws.com"}, action))["Statement"][0]

    def test_retention_is_one_of_those_that_aws_lists(self) -> None:
        """botocore's description of the shape has AWS's list."""
        model = Loader().load_service_model("logs", "service-2")
        said = model["shapes"]["Days"]["documentation"]
        listed = [
            int(each) for each in re.findall(r"\b\d+\b", said.partition("Possible values are")[2].partition(".")[0])
        ]
        self.assertEqual(listed, list(RETENTION_DAYS))
        name = self.name()
        client("logs").create_log_group(logGroupName=name)
        client("logs").put_retention_policy(logGroupName=name, retentionInDays=14)
        with self.assertRefused("InvalidParameterException", "'retentionInDays'"):
            client("logs").put_retention_policy(logGroupName=name, retentionInDays=10)

    def test_key_that_does_not_know_the_service_is_refused(self) -> None:
        with self.assertRefused("AccessDeniedException", "KMS key"):
            client("logs").create_log_group(logGroupName=self.name(), kmsKeyId=self.key())

    def test_key_that_lets_the_service_only_encrypt_is_refused(self) -> None:
        """CloudWatch Logs User Guide, "Encrypt log data in CloudWatch Logs using AWS KMS", step 2: it decrypts as well."""
        with self.assertRefused("AccessDeniedException", "KMS key"):
            client("logs").create_log_group(logGroupName=self.name(), kmsKeyId=self.key(self.grant("kms:Encrypt*")))

    def test_key_of_another_region_is_refused(self) -> None:
        key = client("kms", "us-west-2").create_key()["KeyMetadata"]["Arn"]
        with self.assertRefused("AccessDeniedException", "KMS key"):
            client("logs").create_log_group(logGroupName=self.name(), kmsKeyId=key)

    def test_key_that_knows_the_service(self) -> None:
        name = self.name()
        key = self.key({**self.grant("kms:Encrypt*"), "Action": ["kms:Encrypt*", "kms:Decrypt*", "kms:GenerateDataKey*"]})
        client("logs").create_log_group(logGroupName=name, kmsKeyId=key)
        told = client("logs").describe_log_groups(logGroupNamePrefix=name)["logGroups"]
        self.assertEqual(told[0]["kmsKeyId"], key)


class Zones(EmulatorTest):
    def create(self, agent: str | None = None, **more: Any) -> dict[str, Any]:
        route53 = client("route53", agent=agent)
        return route53.create_hosted_zone(Name="example.org", CallerReference=self.name(), **more)

    def test_zone_with_a_vpc_is_private(self) -> None:
        vpc = {"VPCRegion": "us-east-1", "VPCId": self.network().vpc}
        zone = self.create(VPC=vpc)["HostedZone"]["Id"]
        told = client("route53").get_hosted_zone(Id=zone)
        self.assertEqual((told["HostedZone"]["Config"]["PrivateZone"], told["VPCs"]), (True, [vpc]))

    def test_terraform_is_given_no_change_to_wait_for(self) -> None:
        self.assertNotIn("ChangeInfo", self.create(agent=TERRAFORM))

    def test_others_are_given_the_change(self) -> None:
        self.assertIn("ChangeInfo", self.create())


def policy(principal: dict[str, str], action: str) -> str:
    statement = {"Effect": "Allow", "Principal": principal, "Action": action, "Resource": "*"}
    return json.dumps({"Statement": [statement]})


class Namespaces(EmulatorTest):
    def test_http_namespace_has_no_records(self) -> None:
        """That the answer is AWS's own is for the check of answers: botocore asks each SOA for its TTL."""
        cloud_map, name = client("servicediscovery"), self.name("space")
        cloud_map.create_http_namespace(Name=name)
        (made,) = [each for each in cloud_map.list_namespaces()["Namespaces"] if each["Name"] == name]
        told = cloud_map.get_namespace(Id=made["Id"])["Namespace"]
        self.assertEqual((told["Type"], told["Properties"]["HttpProperties"]), ("HTTP", {"HttpName": name}))
