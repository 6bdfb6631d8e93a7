"""What policies allow, as tables. Oracle: the IAM User Guide's pages that each table names."""

from __future__ import annotations

import json
import unittest
from typing import Any

from holdfast_emulator.authorization.conditions import UnknownOperator
from holdfast_emulator.authorization.documents import Document, read_document
from holdfast_emulator.authorization.evaluate import ResourcePolicy, decide, small_keys
from holdfast_emulator.authorization.need import Need
from holdfast_emulator.authorization.principals import Principal

ACCOUNT = "123456789012"
ROLE = f"arn:aws:iam::{ACCOUNT}:role/deploy"
SESSION = f"arn:aws:sts::{ACCOUNT}:assumed-role/deploy/me"
USER = f"arn:aws:iam::{ACCOUNT}:user/ann"
BUCKET = "arn:aws:s3:::states"
OBJECT = f"{BUCKET}/a/b"


def policy(*statements: dict[str, Any], version: str = "2012-10-17") -> Document:
    return read_document(json.dumps({"Version": version, "Statement": list(statements)}))


def allow(action: Any = "*", resource: Any = "*", **more: Any) -> dict[str, Any]:
    return {"Effect": "Allow", "Action": action, "Resource": resource, **more}


def deny(action: Any = "*", resource: Any = "*", **more: Any) -> dict[str, Any]:
    return {**allow(action, resource, **more), "Effect": "Deny"}


def role(*statements: dict[str, Any], **more: Any) -> Principal:
    identity = (policy(*statements),) if statements else ()
    return Principal("role", "deploy", ACCOUNT, SESSION, ROLE, "AROA:me", identity, **more)


def user(*statements: dict[str, Any], **more: Any) -> Principal:
    identity = (policy(*statements),) if statements else ()
    return Principal("user", "user/ann", ACCOUNT, USER, None, "AIDA", identity, **more)


def verdict(principal: Principal, need: Need, resource: ResourcePolicy = ResourcePolicy(), **more: Any) -> str:
    return decide(principal, need, small_keys(need.context), resource, **more).verdict


def is_allowed(statement: dict[str, Any], need: Need, version: str = "2012-10-17") -> bool:
    principal = Principal("role", "deploy", ACCOUNT, SESSION, ROLE, "AROA:me", (policy(statement, version=version),))
    return verdict(principal, need) == "allowed"


class Elements(unittest.TestCase):
    """ "IAM JSON policy elements": Action, NotAction, Resource, NotResource, and variables."""

    def test_actions_and_resources(self) -> None:
        cases: list[tuple[dict[str, Any], Need, bool]] = [
            (allow("s3:GetObject"), Need("s3:GetObject", OBJECT), True),
            (allow("S3:getobject"), Need("s3:GetObject", OBJECT), True),
            (allow("s3:Get*"), Need("s3:GetObject", OBJECT), True),
            (allow("s3:Get????ct"), Need("s3:GetObject", OBJECT), True),
            (allow("s3:Get?"), Need("s3:GetObject", OBJECT), False),
            (allow(["ec2:*", "s3:GetObject"]), Need("s3:GetObject", OBJECT), True),
            ({"Effect": "Allow", "NotAction": "s3:*", "Resource": "*"}, Need("s3:GetObject", OBJECT), False),
            ({"Effect": "Allow", "NotAction": ["iam:*"], "Resource": "*"}, Need("s3:GetObject", OBJECT), True),
            (allow("s3:*", BUCKET), Need("s3:GetObject", OBJECT), False),
            (allow("s3:*", f"{BUCKET}/*"), Need("s3:GetObject", OBJECT), True),
            (allow("s3:*", "arn:aws:s3:::state?/*"), Need("s3:GetObject", OBJECT), True),
            # A wildcard stays within its part of the ARN.
            (allow("sns:*", "arn:aws:sns:*:topic"), Need("sns:Publish", "arn:aws:sns:us-east-1:123456789012:topic"), False),
            (allow("sns:*", "arn:aws:sns:*:*:t*"), Need("sns:Publish", "arn:aws:sns:us-east-1:123456789012:topic"), True),
            (allow("sns:*", "arn:aws:sns"), Need("sns:Publish", "arn:aws:sns:us-east-1:123456789012:topic"), True),
            ({"Effect": "Allow", "Action": "*", "NotResource": f"{BUCKET}/*"}, Need("s3:GetObject", OBJECT), False),
            ({"Effect": "Allow", "Action": "*", "NotResource": f"{BUCKET}/x*"}, Need("s3:GetObject", OBJECT), True),
            # ARNs do tell large letters from small ones.
            (allow("s3:*", "arn:aws:s3:::STATES/*"), Need("s3:GetObject", OBJECT), False),
        ]
        for statement, need, expected in cases:
            with self.subTest(statement=statement):
                self.assertEqual(is_allowed(statement, need), expected)

    def test_variables(self) -> None:
        own = allow("s3:GetObject", "arn:aws:s3:::homes/${aws:username}/*")
        tagged = allow("s3:GetObject", "arn:aws:s3:::homes/${aws:PrincipalTag/team, 'nobody'}/*")
        starred = allow("s3:GetObject", "arn:aws:s3:::homes/${*}/x")
        ann, bob = "arn:aws:s3:::homes/ann/x", "arn:aws:s3:::homes/bob/x"
        cases: list[tuple[dict[str, Any], Need, bool]] = [
            (own, Need("s3:GetObject", ann, {"aws:username": "ann"}), True),
            (own, Need("s3:GetObject", bob, {"aws:username": "ann"}), False),
            (own, Need("s3:GetObject", ann), False),
            # What a variable stands for is no pattern.
            (own, Need("s3:GetObject", bob, {"aws:username": "*"}), False),
            (tagged, Need("s3:GetObject", "arn:aws:s3:::homes/nobody/x"), True),
            (tagged, Need("s3:GetObject", ann, {"aws:PrincipalTag/Team": "ann"}), True),
            (starred, Need("s3:GetObject", ann), False),
            (starred, Need("s3:GetObject", "arn:aws:s3:::homes/*/x"), True),
        ]
        for statement, need, expected in cases:
            with self.subTest(statement=statement, need=need):
                self.assertEqual(is_allowed(statement, need), expected)

    def test_variables_came_with_version_2012(self) -> None:
        own = allow("s3:GetObject", "arn:aws:s3:::homes/${aws:username}/*")
        need = Need("s3:GetObject", "arn:aws:s3:::homes/ann/x", {"aws:username": "ann"})
        self.assertFalse(is_allowed(own, need, version="2008-10-17"))


class Conditions(unittest.TestCase):
    """ "IAM JSON policy elements: Condition operators" and "Set operators for multivalued context keys"."""

    CASES: list[tuple[str, Any, Any, bool]] = [
        # operator, the policy's values, the request's (None: it has no such key), whether it holds
        ("StringEquals", "a", "a", True),
        ("StringEquals", "a", "A", False),
        ("StringEquals", ["a", "b"], "b", True),
        ("StringEquals", "a*", "ab", False),
        ("StringEquals", "a", None, False),
        ("StringEqualsIfExists", "a", None, True),
        ("StringEqualsIfExists", "a", "b", False),
        ("StringNotEquals", ["a", "b"], "b", False),
        ("StringNotEquals", ["a", "b"], "c", True),
        ("StringNotEquals", "a", None, True),
        ("StringEqualsIgnoreCase", "A", "a", True),
        ("StringNotEqualsIgnoreCase", "A", "a", False),
        ("StringLike", "a*c?", "abbcd", True),
        ("StringLike", "a*", "ba", False),
        ("StringNotLike", "a*", "ab", False),
        ("StringNotLike", "a*", "ba", True),
        ("NumericEquals", "5", "5.0", True),
        ("NumericNotEquals", "5", "5", False),
        ("NumericLessThan", "5", "4", True),
        ("NumericLessThan", "5", "5", False),
        ("NumericLessThanEquals", "5", "5", True),
        ("NumericGreaterThan", 5, "6", True),
        ("NumericGreaterThanEquals", "5", "5", True),
        ("NumericGreaterThan", "5", "many", False),
        ("DateLessThan", "2026-01-01T00:00:00Z", "2025-12-31T23:59:59Z", True),
        ("DateGreaterThan", "2026-01-01T00:00:00Z", "2025-12-31T23:59:59Z", False),
        ("DateEquals", "2026-01-01T00:00:00Z", "1767225600", True),
        ("DateNotEquals", "2026-01-01T00:00:00Z", "1767225600", False),
        ("Bool", "true", "true", True),
        ("Bool", True, "true", True),
        ("Bool", "false", "true", False),
        ("Bool", "false", None, False),
        ("BoolIfExists", "false", None, True),
        ("BinaryEquals", "QmluYXJ5", "QmluYXJ5", True),
        ("IpAddress", "10.0.0.0/8", "10.1.2.3", True),
        ("IpAddress", ["10.0.0.0/8", "192.0.2.0/24"], "192.0.2.1", True),
        ("IpAddress", "2001:db8::/32", "10.1.2.3", False),
        ("NotIpAddress", "10.0.0.0/8", "10.1.2.3", False),
        ("NotIpAddress", "10.0.0.0/8", "11.1.2.3", True),
        ("ArnEquals", "arn:aws:iam::*:role/a-*", "arn:aws:iam::123456789012:role/a-b", True),
        ("ArnLike", "arn:aws:iam:*:role/a", "arn:aws:iam::123456789012:role/a", False),
        ("ArnNotEquals", "arn:aws:iam::123456789012:role/a", "arn:aws:iam::123456789012:role/a", False),
        ("ArnNotLike", "arn:aws:iam::*:role/a", "arn:aws:iam::123456789012:role/b", True),
        ("Null", "true", None, True),
        ("Null", "true", "a", False),
        ("Null", "false", "a", True),
        ("ForAnyValue:StringEquals", ["a", "b"], ("b", "z"), True),
        ("ForAnyValue:StringEquals", ["a", "b"], ("y", "z"), False),
        ("ForAnyValue:StringEquals", "a", None, False),
        ("ForAnyValue:StringNotEquals", "a", ("a", "b"), True),
        ("ForAnyValue:StringNotEquals", "a", ("a",), False),
        ("ForAllValues:StringEquals", ["a", "b"], ("a", "b"), True),
        ("ForAllValues:StringEquals", ["a", "b"], ("a", "z"), False),
        ("ForAllValues:StringEquals", "a", None, True),
        ("ForAllValues:StringNotEquals", "a", ("b", "c"), True),
        ("ForAllValues:StringNotEquals", "a", ("a", "c"), False),
        ("ForAllValues:StringLike", "a*", ("ab", "ac"), True),
    ]

    def test_operators(self) -> None:
        for name, wanted, given, expected in self.CASES:
            with self.subTest(operator=name, wanted=wanted, given=given):
                context = {} if given is None else {"aws:TagKeys": given}
                statement = allow(Condition={name: {"aws:tagkeys": wanted}})
                self.assertEqual(is_allowed(statement, Need("s3:GetObject", OBJECT, context)), expected)

    def test_all_lines_have_to_hold(self) -> None:
        statement = allow(
            Condition={"StringEquals": {"aws:RequestedRegion": "us-east-1", "aws:username": "ann"}, "Null": {"x:y": "true"}}
        )
        keys = {"aws:RequestedRegion": "us-east-1", "aws:username": "ann"}
        self.assertTrue(is_allowed(statement, Need("s3:GetObject", OBJECT, keys)))
        self.assertFalse(is_allowed(statement, Need("s3:GetObject", OBJECT, {**keys, "x:y": "z"})))
        self.assertFalse(is_allowed(statement, Need("s3:GetObject", OBJECT, {**keys, "aws:username": "bob"})))

    def test_variable_in_a_condition(self) -> None:
        statement = allow(Condition={"StringEquals": {"aws:ResourceTag/owner": "${aws:username}"}})
        mine = {"aws:username": "ann", "aws:ResourceTag/owner": "ann"}
        self.assertTrue(is_allowed(statement, Need("s3:GetObject", OBJECT, mine)))
        self.assertFalse(is_allowed(statement, Need("s3:GetObject", OBJECT, {**mine, "aws:username": "bob"})))

    def test_operator_that_iam_does_not_have(self) -> None:
        for name in ("StringEqual", "NumericLike", "ForSomeValues:StringEquals", "NotStringEquals"):
            with self.subTest(name), self.assertRaisesRegex(UnknownOperator, name):
                policy(allow(Condition={name: {"a:b": "c"}}))


NEED = Need("s3:GetObject", OBJECT)
OTHER = policy(allow("ec2:*"))


def to(*principals: str, kind: str = "AWS", **more: Any) -> dict[str, Any]:
    return allow(Principal={kind: list(principals)}, **more)


def resource(*statements: dict[str, Any], **more: Any) -> ResourcePolicy:
    return ResourcePolicy((policy(*statements),), **more)


class Kinds(unittest.TestCase):
    """ "Determining whether a request is allowed or denied within an account"."""

    def check(self, cases: dict[str, tuple[Principal, ResourcePolicy, str, str]]) -> None:
        for name, (principal, policies, expected, by) in cases.items():
            with self.subTest(name):
                decision = decide(principal, NEED, {}, policies)
                self.assertEqual((decision.verdict, decision.by), (expected, by))

    def test_identity_boundary_and_session(self) -> None:
        none = ResourcePolicy()
        everything = policy(allow())
        self.check(
            {
                "nothing allows": (role(), none, "implicitDeny", "identity-based policy"),
                "identity allows": (role(allow()), none, "allowed", "identity-based policy"),
                "deny wins": (role(allow(), deny("s3:*")), none, "explicitDeny", "identity-based policy"),
                "boundary narrows": (role(allow(), boundary=OTHER), none, "implicitDeny", "permissions boundary"),
                "boundary alone gives nothing": (
                    role(boundary=everything),
                    none,
                    "implicitDeny",
                    "identity-based policy",
                ),
                "boundary denies": (
                    role(allow(), boundary=policy(allow(), deny("s3:*"))),
                    none,
                    "explicitDeny",
                    "permissions boundary",
                ),
                "session narrows": (role(allow(), session=(OTHER,)), none, "implicitDeny", "session policy"),
                "one of the session's policies": (
                    role(allow(), session=(OTHER, everything)),
                    none,
                    "allowed",
                    "identity-based policy",
                ),
                "session denies": (
                    role(allow(), session=(everything, policy(deny("s3:*")))),
                    none,
                    "explicitDeny",
                    "session policy",
                ),
            }
        )

    def test_resource_policies(self) -> None:
        self.check(
            {
                "names the role": (role(), resource(to(ROLE)), "allowed", "resource-based policy"),
                "names the session": (role(), resource(to(SESSION)), "allowed", "resource-based policy"),
                "names the user": (user(), resource(to(USER)), "allowed", "resource-based policy"),
                "names everybody": (role(), resource(allow(Principal="*")), "allowed", "resource-based policy"),
                "names another": (role(), resource(to(f"{ROLE}2")), "implicitDeny", "identity-based policy"),
                "names the account": (role(), resource(to(ACCOUNT)), "implicitDeny", "identity-based policy"),
                "names a service": (
                    role(),
                    resource(to("backup.amazonaws.com", kind="Service")),
                    "implicitDeny",
                    "identity-based policy",
                ),
                "role in a boundary": (
                    role(boundary=OTHER),
                    resource(to(ROLE)),
                    "implicitDeny",
                    "permissions boundary",
                ),
                "session in a boundary": (
                    role(boundary=OTHER),
                    resource(to(SESSION)),
                    "allowed",
                    "resource-based policy",
                ),
                "role in a session policy": (
                    role(session=(OTHER,)),
                    resource(to(ROLE)),
                    "implicitDeny",
                    "session policy",
                ),
                "denies the role": (
                    role(allow()),
                    resource({**to(ROLE), "Effect": "Deny"}),
                    "explicitDeny",
                    "resource-based policy",
                ),
                "denies the account": (
                    user(allow()),
                    resource({**to(f"arn:aws:iam::{ACCOUNT}:root"), "Effect": "Deny"}),
                    "explicitDeny",
                    "resource-based policy",
                ),
                "denies all but others": (
                    role(allow()),
                    resource(deny(NotPrincipal={"AWS": [USER]})),
                    "explicitDeny",
                    "resource-based policy",
                ),
                "denies all but the role, without its account": (
                    role(allow()),
                    resource(deny(NotPrincipal={"AWS": [ROLE, SESSION]})),
                    "explicitDeny",
                    "resource-based policy",
                ),
                "denies all but the role": (
                    role(allow()),
                    resource(deny(NotPrincipal={"AWS": [ROLE, SESSION, ACCOUNT]})),
                    "allowed",
                    "identity-based policy",
                ),
            }
        )

    def test_policies_that_are_required(self) -> None:
        """KMS Developer Guide, "Key policies": IAM's policies count only where the key policy lets the account in."""

        def key(*statements: dict[str, Any], **more: Any) -> ResourcePolicy:
            return resource(*statements, is_required=True, **more)

        granted = (frozenset({("AWS", ROLE)}),)
        self.check(
            {
                "silent": (role(allow()), key(to(USER)), "implicitDeny", "resource-based policy"),
                "delegates": (role(allow()), key(to(ACCOUNT)), "allowed", "identity-based policy"),
                "delegates in vain": (role(), key(to(ACCOUNT)), "implicitDeny", "identity-based policy"),
                "names the role": (role(), key(to(ROLE)), "allowed", "resource-based policy"),
                "denies": (
                    role(allow()),
                    key(to(ACCOUNT), deny(Principal="*")),
                    "explicitDeny",
                    "resource-based policy",
                ),
                "grants": (role(), key(to(USER), grants=granted), "allowed", "resource-based policy"),
                "grants to another": (
                    user(),
                    key(to(ROLE), grants=granted),
                    "implicitDeny",
                    "resource-based policy",
                ),
            }
        )

    def test_services_have_resource_policies_only(self) -> None:
        service = Principal("service", "backup.amazonaws.com", ACCOUNT, "backup.amazonaws.com")
        mine, another = (resource(to(name, kind="Service")) for name in ("backup.amazonaws.com", "rds.amazonaws.com"))
        self.check(
            {
                "named": (service, mine, "allowed", "resource-based policy"),
                "another": (service, another, "implicitDeny", "resource-based policy"),
                "the account": (service, resource(to(ACCOUNT)), "implicitDeny", "resource-based policy"),
            }
        )

    def test_another_account_has_to_allow_it_too(self) -> None:
        """ "Cross-account policy evaluation logic": both sides, and a resource policy may name the account."""
        cases: list[tuple[Principal, ResourcePolicy, str]] = [
            (role(allow()), ResourcePolicy(), "implicitDeny"),
            (role(allow()), resource(to(ACCOUNT)), "allowed"),
            (role(allow()), resource(to(ROLE)), "allowed"),
            (role(), resource(to(ROLE)), "implicitDeny"),
            (user(), resource(allow(Principal="*")), "implicitDeny"),
            (user(allow()), resource(allow(Principal="*")), "allowed"),
        ]
        for principal, policies, expected in cases:
            with self.subTest(principal=principal.arn, policies=policies):
                self.assertEqual(verdict(principal, NEED, policies, is_foreign=True), expected)


if __name__ == "__main__":
    unittest.main()
