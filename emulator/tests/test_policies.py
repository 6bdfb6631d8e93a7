"""Policies on resources: every service refuses what is no policy, and a principal of the account that is not there."""

from __future__ import annotations

import json
from typing import Any

from support import ACCOUNT, EmulatorTest, client


def policy(**changed: Any) -> str:
    statement = {"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "*", **changed}
    statement = {name: value for name, value in statement.items() if value is not None}
    return json.dumps({"Version": "2012-10-17", "Statement": [statement]})


class BucketPolicies(EmulatorTest):
    def setUp(self) -> None:
        self.s3, self.bucket = client("s3"), self.name("bucket")
        self.s3.create_bucket(Bucket=self.bucket)

    def put(self, text: str) -> None:
        self.s3.put_bucket_policy(Bucket=self.bucket, Policy=text)

    def test_what_aws_refuses(self) -> None:
        """The grammar of policies: IAM User Guide, reference_policies_grammar."""
        cases = {
            "no JSON": ("{", "no JSON"),
            "unknown element": (json.dumps({"Statements": []}), "Statements"),
            "version": (policy().replace("2012-10-17", "2012-10-18"), "2012-10-18"),
            "no statement": (json.dumps({"Version": "2012-10-17", "Statement": []}), "no statement"),
            "effect": (policy(Effect="Alow"), "Alow"),
            "no principal": (policy(Principal=None), "Principal"),
            "no action": (policy(Action=None), "Action"),
            "both actions": (policy(NotAction="s3:PutObject"), "Action"),
            "action without service": (policy(Action="GetObject"), "GetObject"),
            "misspelt element": (policy(Conditions={}), "Conditions"),
            "operator": (policy(Condition={"StringEqual": {"aws:x": "y"}}), "StringEqual"),
            "kind of principal": (policy(Principal={"Services": "s3.amazonaws.com"}), "Services"),
            "wildcard in a principal": (policy(Principal={"AWS": f"arn:aws:iam::{ACCOUNT}:role/*"}), "role/*"),
            "role that is not there": (policy(Principal={"AWS": f"arn:aws:iam::{ACCOUNT}:role/none"}), "role/none"),
            "another bucket": (policy(Resource="arn:aws:s3:::other/*"), "arn:aws:s3:::other/*"),
        }
        for title, (text, said) in cases.items():
            with self.subTest(title), self.assertRefused("MalformedPolicy", said):
                self.put(text)

    def test_what_aws_takes(self) -> None:
        role = client("iam").create_role(
            RoleName=self.name("role"),
            AssumeRolePolicyDocument=policy(
                Principal={"Service": "ec2.amazonaws.com"}, Action="sts:AssumeRole", Resource=None
            ),
        )["Role"]["Arn"]
        for changed in (
            {"Principal": {"AWS": role}},
            {"Principal": {"AWS": [ACCOUNT, f"arn:aws:iam::{ACCOUNT}:root", "arn:aws:iam::999999999999:role/theirs"]}},
            {"Principal": {"Service": "logging.s3.amazonaws.com"}, "Resource": f"arn:aws:s3:::{self.bucket}/logs/*"},
            {"Principal": None, "NotPrincipal": {"AWS": role}, "Effect": "Deny"},
            {"Condition": {"ForAnyValue:StringLikeIfExists": {"aws:CalledVia": ["a.amazonaws.com"]}}},
        ):
            with self.subTest(changed):
                self.put(policy(**changed))


class OtherPolicies(EmulatorTest):
    def test_each_service_refuses_in_its_words(self) -> None:
        bad = policy(Effect="Alow", Action="sns:Publish")
        # With the administrator of the key, or KMS says first that nobody could mend the policy.
        admin = {"Effect": "Allow", "Principal": {"AWS": ACCOUNT}, "Action": "kms:*", "Resource": "*"}
        two = json.dumps({"Version": "2012-10-17", "Statement": [admin, *json.loads(bad)["Statement"]]})
        topic = client("sns").create_topic(Name=self.name())["TopicArn"]
        queue = client("sqs").create_queue(QueueName=self.name())["QueueUrl"]
        secret = client("secretsmanager").create_secret(Name=self.name(), SecretString="s")["ARN"]
        repository, vault = self.name("repository"), self.name("vault")
        client("ecr").create_repository(repositoryName=repository)
        client("backup").create_backup_vault(BackupVaultName=vault)
        cases = [
            (
                "InvalidParameter",
                lambda: client("sns").set_topic_attributes(TopicArn=topic, AttributeName="Policy", AttributeValue=bad),
            ),
            (
                "InvalidAttributeValue",
                lambda: client("sqs").set_queue_attributes(QueueUrl=queue, Attributes={"Policy": bad}),
            ),
            (
                "MalformedPolicyDocumentException",
                lambda: client("secretsmanager").put_resource_policy(SecretId=secret, ResourcePolicy=bad),
            ),
            ("MalformedPolicyDocumentException", lambda: client("kms").create_key(Policy=two)),
            (
                "InvalidParameterException",
                lambda: client("ecr").set_repository_policy(repositoryName=repository, policyText=bad),
            ),
            (
                "InvalidParameterValueException",
                lambda: client("backup").put_backup_vault_access_policy(BackupVaultName=vault, Policy=bad),
            ),
            (
                "InvalidParameterException",
                lambda: client("logs").put_resource_policy(policyName=self.name(), policyDocument=bad),
            ),
            (
                "MalformedPolicyDocument",
                lambda: client("iam").create_role(RoleName=self.name(), AssumeRolePolicyDocument=bad),
            ),
        ]
        for code, ask in cases:
            with self.subTest(code), self.assertRefused(code, "Alow"):
                ask()

    def test_trust_in_a_role_that_is_not_there(self) -> None:
        trust = policy(Principal={"AWS": f"arn:aws:iam::{ACCOUNT}:role/none"}, Action="sts:AssumeRole", Resource=None)
        with self.assertRefused("MalformedPolicyDocument", "Invalid principal in policy"):
            client("iam").create_role(RoleName=self.name(), AssumeRolePolicyDocument=trust)
