"""Who asks, and who may become a role, over HTTP.

Oracle: AWS STS API Reference; IAM User Guide, "Methods to assume a role"; the services' "Common errors".
"""

from __future__ import annotations

import time
import unittest
from datetime import datetime, timedelta, tzinfo
from unittest import mock

from authorized import WHOLE_ACCOUNT, AuthorizationTest, allow, client, document, trust
from support import ACCOUNT


class WhoAsks(AuthorizationTest):
    def test_keys_of_nobody_are_an_administrators(self) -> None:
        told = client("sts").get_caller_identity()
        self.assertEqual(told["Arn"], f"arn:aws:iam::{ACCOUNT}:user/administrator")
        client("ec2").describe_vpcs()

    def test_session_of_a_role(self) -> None:
        role = self.role()
        told = client("sts", self.become(role)).get_caller_identity()
        name = role.rpartition("/")[2]
        self.assertEqual(told["Arn"], f"arn:aws:sts::{ACCOUNT}:assumed-role/{name}/me")
        self.assertEqual(told["Account"], ACCOUNT)
        self.assertRegex(told["UserId"], r"^AROA\w+:me$")

    def test_user_with_groups(self) -> None:
        iam, name = client("iam"), self.name("user")
        arn = iam.create_user(UserName=name)["User"]["Arn"]
        keys = iam.create_access_key(UserName=name)["AccessKey"]
        self.assertEqual(client("sts", keys).get_caller_identity()["Arn"], arn)
        with self.assertRefused("UnauthorizedOperation", f"User: {arn} is not authorized"):
            client("ec2", keys).describe_vpcs()
        iam.create_group(GroupName=name)
        iam.add_user_to_group(GroupName=name, UserName=name)
        iam.attach_group_policy(GroupName=name, PolicyArn="arn:aws:iam::aws:policy/AmazonVPCReadOnlyAccess")
        client("ec2", keys).describe_vpcs()

    def test_key_that_was_switched_off_or_deleted(self) -> None:
        iam, name = client("iam"), self.name("user")
        iam.create_user(UserName=name)
        keys = iam.create_access_key(UserName=name)["AccessKey"]
        iam.update_access_key(UserName=name, AccessKeyId=keys["AccessKeyId"], Status="Inactive")
        with self.assertRefused("InvalidClientTokenId"):
            client("sts", keys).get_caller_identity()
        iam.delete_access_key(UserName=name, AccessKeyId=keys["AccessKeyId"])
        with self.assertRefused("InvalidClientTokenId"):
            client("sts", keys).get_caller_identity()

    def test_temporary_key_that_sts_did_not_hand_out(self) -> None:
        made_up = {"AccessKeyId": "ASIAQWERTYUIOPASDFGH", "SecretAccessKey": "x", "SessionToken": "y"}
        cases = {
            "iam": ("list_roles", "InvalidClientTokenId"),
            "logs": ("describe_log_groups", "UnrecognizedClientException"),
            "ec2": ("describe_vpcs", "AuthFailure"),
            "s3": ("list_buckets", "InvalidAccessKeyId"),
        }
        for service, (operation, code) in cases.items():
            with self.subTest(service), self.assertRefused(code):
                getattr(client(service, made_up), operation)()

    def test_session_without_its_token(self) -> None:
        keys = self.become(self.role())
        for token in (None, "another"):
            with self.subTest(token), self.assertRefused("InvalidClientTokenId"):
                client("sts", {**keys, "SessionToken": token}).get_caller_identity()

    def test_session_of_a_role_that_was_made_again(self) -> None:
        role = self.role()
        keys, name = self.become(role), role.rpartition("/")[2]
        client("iam").delete_role(RoleName=name)
        client("iam").create_role(RoleName=name, AssumeRolePolicyDocument=WHOLE_ACCOUNT)
        with self.assertRefused("InvalidClientTokenId"):
            client("sts", keys).get_caller_identity()

    def test_session_that_expired(self) -> None:
        keys = self.become(self.role(), DurationSeconds=900)
        cases = (
            ("sts", "get_caller_identity", "ExpiredToken"),
            ("logs", "describe_log_groups", "ExpiredTokenException"),
            ("s3", "list_buckets", "ExpiredToken"),
            ("ec2", "describe_vpcs", "RequestExpired"),
        )
        with mock.patch("holdfast_emulator.authorization.sign_in.datetime", _Later):
            for service, operation, code in cases:
                with self.subTest(service), self.assertRefused(code, "expired"):
                    getattr(client(service, keys), operation)()

    def test_requested_region(self) -> None:
        """IAM User Guide, "aws:RequestedRegion": us-east-1 for global services, wherever the client is."""
        only = {"StringEquals": {"aws:RequestedRegion": "us-east-1"}}
        keys = self.become(self.role(allow(["iam:*", "ec2:*"], Condition=only)))
        client("iam", keys, region="us-west-2").list_roles()
        client("ec2", keys).describe_vpcs()
        with self.assertRefused("UnauthorizedOperation"):
            client("ec2", keys, region="us-west-2").describe_vpcs()

    def test_other_kinds_of_sessions_are_refused(self) -> None:
        with self.assertRefused("UnsupportedByEmulator", "GetSessionToken"):
            client("sts").get_session_token()


class _Later:
    """A clock that is a quarter of an hour ahead."""

    @staticmethod
    def now(zone: tzinfo) -> datetime:
        return datetime.now(zone) + timedelta(seconds=901)


class Becoming(AuthorizationTest):
    def test_trust_decides(self) -> None:
        friend = self.role()
        trusted = self.role(trusts=trust({"AWS": friend}))
        keys = self.become(friend)
        # Named itself, it needs no right of its own; let in by its account, it does.
        self.become(trusted, keys)
        with self.assertRefused("AccessDenied", "no identity-based policy allows the sts:AssumeRole action"):
            self.become(self.role(), keys)
        with self.assertRefused("AccessDenied", "no role trust policy allows the sts:AssumeRole action"):
            self.become(self.role(trusts=trust({"Service": "ec2.amazonaws.com"})))
        with self.assertRefused("AccessDenied", "no role trust policy"):
            self.become(f"arn:aws:iam::{ACCOUNT}:role/nobody")

    def test_conditions_of_the_trust(self) -> None:
        named = {"StringEquals": {"sts:RoleSessionName": "${aws:username}"}}
        role = self.role(trusts=trust({"AWS": ACCOUNT}, Condition=named))
        self.become(role, RoleSessionName="administrator")
        with self.assertRefused("AccessDenied"):
            self.become(role)

    def test_duration(self) -> None:
        role = self.role(allow("sts:AssumeRole"), MaxSessionDuration=14400)
        long = self.become(role, DurationSeconds=14400)
        self.assertAlmostEqual(long["Expiration"].timestamp(), time.time() + 14400, delta=60)
        with self.assertRefused("ValidationError", "exceeds the MaxSessionDuration set for this role"):
            self.become(role, DurationSeconds=14401)
        # "Role chaining": an hour at most, whatever the role allows.
        self.become(role, long, DurationSeconds=3600)
        with self.assertRefused("ValidationError", "1 hour session limit for roles assumed by role chaining"):
            self.become(role, long, DurationSeconds=3601)

    def test_session_policies_narrow(self) -> None:
        role = self.role(allow(["ec2:*", "logs:*"]))
        managed = [{"arn": "arn:aws:iam::aws:policy/CloudWatchLogsReadOnlyAccess"}]
        for narrowed in ({"Policy": document(allow("logs:*"))}, {"PolicyArns": managed}):
            with self.subTest(narrowed):
                keys = self.become(role, **narrowed)
                client("logs", keys).describe_log_groups()
                with self.assertRefused("UnauthorizedOperation", "no session policy allows the ec2:DescribeVpcs"):
                    client("ec2", keys).describe_vpcs()
        with self.assertRefused("MalformedPolicyDocument"):
            self.become(role, Policy="{")

    def test_tags_of_the_session(self) -> None:
        role = self.role(allow("ec2:*", Condition={"StringEquals": {"aws:PrincipalTag/team": "web"}}))
        client("ec2", self.become(role, Tags=[{"Key": "team", "Value": "web"}])).describe_vpcs()
        with self.assertRefused("UnauthorizedOperation"):
            client("ec2", self.become(role)).describe_vpcs()


if __name__ == "__main__":
    unittest.main()
