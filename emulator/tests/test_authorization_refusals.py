"""What is refused and how, over HTTP: each wire format, boundaries, resource policies, services, and the records.

Oracle: IAM User Guide, "Troubleshoot access denied error messages" and "Policy evaluation logic"; the services' "Common
errors"; AWS KMS Developer Guide, "Key policies" and "Grants in AWS KMS".
"""

from __future__ import annotations

import http.client
import json
import unittest
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from authorized import (
    DECISIONS,
    REQUESTS,
    AuthorizationTest,
    allow,
    client,
    deny,
    document,
    in_the_service,
    port,
    trust,
)
from botocore.exceptions import ClientError
from support import ACCOUNT

from holdfast_emulator.authorization.need import Need
from holdfast_emulator.authorization.service_roles import as_itself, as_service


class Refusals(AuthorizationTest):
    def test_code_and_words_of_each_wire_format(self) -> None:
        role = self.role()
        keys = self.become(role)
        cases = [
            ("iam", "ListRoles", "list_roles", "AccessDenied", 403),
            ("rds", "DescribeDBInstances", "describe_db_instances", "AccessDenied", 403),
            ("sns", "ListTopics", "list_topics", "AuthorizationError", 403),
            ("ec2", "DescribeVpcs", "describe_vpcs", "UnauthorizedOperation", 403),
            ("logs", "DescribeLogGroups", "describe_log_groups", "AccessDeniedException", 400),
            ("ecs", "ListClusters", "list_clusters", "AccessDeniedException", 400),
            ("backup", "ListBackupVaults", "list_backup_vaults", "AccessDeniedException", 403),
            ("route53", "ListHostedZones", "list_hosted_zones", "AccessDenied", 403),
            ("s3", "ListBuckets", "list_buckets", "AccessDenied", 403),
            # CBOR and JSON with the codes of the query protocol, which these services spoke before.
            ("cloudwatch", "DescribeAlarms", "describe_alarms", "AccessDenied", 403),
            ("sqs", "ListQueues", "list_queues", "AccessDenied", 403),
        ]
        who = f"User: arn:aws:sts::{ACCOUNT}:assumed-role/{role.rpartition('/')[2]}/me is not authorized to perform: "
        for service, operation, method, code, status in cases:
            with self.subTest(service):
                with self.assertRaises(ClientError) as caught:
                    getattr(client(service, keys), method)()
                told, action = caught.exception.response, f"{service}:{operation}"
                self.assertEqual((told["Error"]["Code"], told["ResponseMetadata"]["HTTPStatusCode"]), (code, status))
                why = f" on resource: * because no identity-based policy allows the {action} action"
                self.assertIn(who + action + why, told["Error"]["Message"])

    def test_explicit_denial(self) -> None:
        logs = self.as_role("logs", allow("*"), deny("logs:*"))
        with self.assertRefused(
            "AccessDeniedException", "resource: * with an explicit deny in an identity-based policy"
        ):
            logs.describe_log_groups()

    def test_boundary(self) -> None:
        iam, name = client("iam"), self.name("boundary")
        boundary = iam.create_policy(PolicyName=name, PolicyDocument=document(allow("ec2:*")))["Policy"]["Arn"]
        keys = self.become(self.role(allow("*"), PermissionsBoundary=boundary))
        client("ec2", keys).describe_vpcs()
        with self.assertRefused("AccessDeniedException", "no permissions boundary allows the logs:DescribeLogGroups"):
            client("logs", keys).describe_log_groups()
        # A new version counts at once.
        iam.create_policy_version(PolicyArn=boundary, PolicyDocument=document(allow("logs:*")), SetAsDefault=True)
        client("logs", keys).describe_log_groups()

    def test_operation_that_is_not_in_the_table(self) -> None:
        for keys in (None, self.become(self.role(allow("*")))):
            with self.assertRefused("AccessDeniedException", "know which IAM actions cloudtrail DescribeTrails needs"):
                client("cloudtrail", keys).describe_trails()

    def test_request_that_is_no_operation(self) -> None:
        """A browser's form for S3, which moto would take: without an operation, no rights can be judged."""
        bucket = self.name("bucket")
        client("s3").create_bucket(Bucket=bucket)
        with closing(http.client.HTTPConnection("127.0.0.1", port(), timeout=10)) as connection:
            form = {"Content-Type": "application/x-www-form-urlencoded"}
            connection.request("POST", f"/{bucket}", "key=k&file=x", form)
            answer = connection.getresponse()
            self.assertEqual(answer.status, 400)
            self.assertIn(b"UnsupportedByEmulator", answer.read())
        self.assertEqual(client("s3").list_objects_v2(Bucket=bucket)["KeyCount"], 0)

    def test_switched_off(self) -> None:
        made_up = {"AccessKeyId": "ASIAQWERTYUIOPASDFGH", "SecretAccessKey": "x", "SessionToken": "y"}
        client("ec2", made_up, enforced=False).describe_vpcs()
        client("cloudtrail", enforced=False).describe_trails()


class Resources(AuthorizationTest):
    def test_bucket(self) -> None:
        bucket, s3 = self.name("bucket"), client("s3")
        s3.create_bucket(Bucket=bucket)
        role = self.role()
        theirs = client("s3", self.become(role))
        with self.assertRefused("AccessDenied", "no identity-based policy allows the s3:PutObject action"):
            theirs.put_object(Bucket=bucket, Key="k", Body=b"")
        arns = [f"arn:aws:s3:::{bucket}", f"arn:aws:s3:::{bucket}/*"]
        statements = [
            allow("s3:PutObject", arns, Principal={"AWS": role}),
            deny("s3:*", arns, Principal="*", Condition={"Bool": {"aws:SecureTransport": "false"}}),
            deny("s3:DeleteObject", arns, Principal="*"),
        ]
        s3.put_bucket_policy(Bucket=bucket, Policy=document(*statements))
        theirs.put_object(Bucket=bucket, Key="k", Body=b"")
        with self.assertRefused("AccessDenied"):
            theirs.get_object(Bucket=bucket, Key="k")
        # A policy's denial binds administrators too.
        with self.assertRefused("AccessDenied", "with an explicit deny in a resource-based policy"):
            s3.delete_object(Bucket=bucket, Key="k")

    def test_visitors_of_a_bucket(self) -> None:
        """S3 User Guide, "Access control": whoever does not sign has what the bucket's policy gives to everybody."""
        bucket, s3 = self.name("bucket"), client("s3")
        s3.create_bucket(Bucket=bucket)
        s3.put_object(Bucket=bucket, Key="public/k", Body=b"x")
        visitor = client("s3", signed=False)
        with self.assertRefused("AccessDenied", "s3:GetObject"):
            visitor.get_object(Bucket=bucket, Key="public/k")
        given = allow("s3:GetObject", f"arn:aws:s3:::{bucket}/public/*", Principal="*")
        s3.put_bucket_policy(Bucket=bucket, Policy=document(given))
        self.assertEqual(visitor.get_object(Bucket=bucket, Key="public/k")["Body"].read(), b"x")
        with self.assertRefused("AccessDenied", "s3:ListObjectsV2"):
            visitor.list_objects_v2(Bucket=bucket)

    def test_key_with_grants(self) -> None:
        kms = client("kms")
        role = self.role(allow("kms:*"))
        mine = document(allow("kms:*", Principal={"AWS": f"arn:aws:iam::{ACCOUNT}:user/administrator"}))
        key = kms.create_key(Policy=mine)["KeyMetadata"]
        theirs = client("kms", self.become(role))
        with self.assertRefused("AccessDeniedException", "no resource-based policy allows the kms:DescribeKey action"):
            theirs.describe_key(KeyId=key["Arn"])
        kms.create_grant(KeyId=key["KeyId"], GranteePrincipal=role, Operations=["DescribeKey"])
        theirs.describe_key(KeyId=key["Arn"])
        by_default = kms.create_key()["KeyMetadata"]["Arn"]
        theirs.describe_key(KeyId=by_default)
        with self.assertRefused("AccessDeniedException", "no identity-based policy allows the kms:DescribeKey action"):
            self.as_role("kms").describe_key(KeyId=by_default)

    def test_key_policy_that_locks_its_author_out(self) -> None:
        """AWS KMS API Reference, "CreateKey": the policy must let the caller change it later."""
        role = self.role(allow("kms:*"))
        theirs = client("kms", self.become(role))
        for principal in (role, ACCOUNT):
            theirs.create_key(Policy=document(allow("kms:*", Principal={"AWS": principal})))
        with self.assertRefused("MalformedPolicyDocumentException", "not allow you to update the key policy"):
            client("kms").create_key(Policy=document(allow("kms:*", Principal={"AWS": role})))

    def test_secret(self) -> None:
        secrets = client("secretsmanager")
        arn = secrets.create_secret(Name=self.name("secret"), SecretString="x")["ARN"]
        role = self.role()
        theirs = client("secretsmanager", self.become(role))
        with self.assertRefused("AccessDeniedException"):
            theirs.get_secret_value(SecretId=arn)
        given = allow("secretsmanager:GetSecretValue", Principal={"AWS": role})
        secrets.put_resource_policy(SecretId=arn, ResourcePolicy=document(given))
        self.assertEqual(theirs.get_secret_value(SecretId=arn)["SecretString"], "x")


class Services(AuthorizationTest):
    """What a service does with a role, and in its own name."""

    def during_a_request(self, act: Callable[..., None], *given: Any) -> None:
        in_the_service[:] = [lambda call: act(call, *given)]
        try:
            client("logs").describe_log_groups()
        finally:
            in_the_service.clear()

    def test_role_of_a_service(self) -> None:
        role = self.role(allow("ec2:DescribeVpcs"), trusts=trust({"Service": "backup.amazonaws.com"}))
        vpcs, subnets = Need("ec2:DescribeVpcs"), Need("ec2:DescribeSubnets")
        self.during_a_request(as_service, role, "backup.amazonaws.com", [vpcs])
        who = f"assumed-role/{role.rpartition('/')[2]}/backup is not authorized to perform: ec2:DescribeSubnets"
        with self.assertRefused("AccessDeniedException", who):
            self.during_a_request(as_service, role, "backup.amazonaws.com", [vpcs, subnets])
        with self.assertRefused("AccessDeniedException", f"rds.amazonaws.com is unable to assume the role {role}"):
            self.during_a_request(as_service, role, "rds.amazonaws.com", [vpcs])
        with self.assertRefused("AccessDeniedException", "Verify that the role exists"):
            self.during_a_request(as_service, f"{role}-gone", "backup.amazonaws.com", [])

    def test_source_of_the_assumption(self) -> None:
        source = {"StringEquals": {"aws:SourceAccount": ACCOUNT}, "ArnLike": {"aws:SourceArn": "arn:aws:backup:*"}}
        role = self.role(trusts=trust({"Service": "backup.amazonaws.com"}, Condition=source))
        plan = {"aws:SourceArn": f"arn:aws:backup:us-east-1:{ACCOUNT}:backup-plan:x"}
        self.during_a_request(as_service, role, "backup.amazonaws.com", [], plan)
        with self.assertRefused("AccessDeniedException", "unable to assume"):
            self.during_a_request(as_service, role, "backup.amazonaws.com", [])

    def test_service_in_its_own_name(self) -> None:
        sns = client("sns")
        topic = sns.create_topic(Name=self.name("topic"))["TopicArn"]
        publish = [Need("sns:Publish", topic)]
        with self.assertRefused("AccessDeniedException", "no resource-based policy allows the sns:Publish action"):
            self.during_a_request(as_itself, "cloudwatch.amazonaws.com", publish)
        given = allow("sns:Publish", topic, Principal={"Service": "cloudwatch.amazonaws.com"})
        sns.set_topic_attributes(TopicArn=topic, AttributeName="Policy", AttributeValue=document(given))
        self.during_a_request(as_itself, "cloudwatch.amazonaws.com", publish)


class Records(AuthorizationTest):
    def lines(self, path: Path) -> list[dict[str, Any]]:
        return [json.loads(line) for line in path.read_text().splitlines()]

    def test_requests_and_decisions(self) -> None:
        role = self.role(allow("ec2:*"))
        keys, name = self.become(role), role.rpartition("/")[2]
        client("ec2", keys).describe_vpcs()
        with self.assertRefused("AccessDeniedException"):
            client("logs", keys).describe_log_groups()
        *_, asked, allowed, refused = self.lines(REQUESTS)
        self.assertEqual((asked["operation"], asked["principal"]), ("AssumeRole", "administrator"))
        self.assertEqual((allowed["principal"], allowed.get("denied")), (name, None))
        self.assertEqual((refused["principal"], refused["denied"]), (name, True))
        decisions = self.lines(DECISIONS)
        told = {one["policy"]: one["document"] for one in decisions if "policy" in one}
        of_ec2, of_logs = (next(one for one in decisions if one.get("n") == n) for n in (allowed["n"], refused["n"]))
        self.assertEqual((of_ec2["action"], of_ec2["decision"]), ("ec2:DescribeVpcs", "allowed"))
        self.assertEqual(of_ec2["context"]["aws:principalarn"], [role])
        self.assertEqual(told[of_ec2["policies"]["identity"][0]]["Statement"], [allow("ec2:*")])
        self.assertEqual(
            (of_logs["action"], of_logs["decision"], of_logs["by"]),
            ("logs:DescribeLogGroups", "implicitDeny", "identity-based policy"),
        )


if __name__ == "__main__":
    unittest.main()
