"""What one statement allows, as tables. Oracle: the IAM User Guide's pages that each table names."""

from __future__ import annotations

import unittest
from typing import Any

from policies import BUCKET, OBJECT, allow, is_allowed, policy

from holdfast_emulator.authorization.conditions import UnknownOperator
from holdfast_emulator.authorization.documents import read_document
from holdfast_emulator.authorization.need import Need


class Elements(unittest.TestCase):
    """ "IAM JSON policy elements": Action, NotAction, Resource, NotResource, and variables."""

    def test_actions_and_resources(self) -> None:
        publish = Need("sns:Publish", "arn:aws:sns:us-east-1:123456789012:topic")
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
            (allow("sns:*", "arn:aws:sns:*:topic"), publish, False),
            (allow("sns:*", "arn:aws:sns:*:*:t*"), publish, True),
            (allow("sns:*", "arn:aws:sns"), publish, True),
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
        keys = {"aws:RequestedRegion": "us-east-1", "aws:username": "ann"}
        statement = allow(Condition={"StringEquals": keys, "Null": {"x:y": "true"}})
        self.assertTrue(is_allowed(statement, Need("s3:GetObject", OBJECT, keys)))
        self.assertFalse(is_allowed(statement, Need("s3:GetObject", OBJECT, {**keys, "x:y": "z"})))
        self.assertFalse(is_allowed(statement, Need("s3:GetObject", OBJECT, {**keys, "aws:username": "bob"})))

    def test_variable_without_a_value(self) -> None:
        """ "Policy variables with no value": nothing equals it, so that Not operators hold."""
        for name, expected in (("StringEquals", False), ("StringNotEquals", True), ("StringNotLike", True)):
            with self.subTest(name):
                statement = allow(Condition={name: {"aws:ResourceTag/owner": "${aws:username}"}})
                need = Need("s3:GetObject", OBJECT, {"aws:ResourceTag/owner": "ann"})
                self.assertEqual(is_allowed(statement, need), expected)

    def test_variable_in_a_condition(self) -> None:
        statement = allow(Condition={"StringEquals": {"aws:ResourceTag/owner": "${aws:username}"}})
        mine = {"aws:username": "ann", "aws:ResourceTag/owner": "ann"}
        self.assertTrue(is_allowed(statement, Need("s3:GetObject", OBJECT, mine)))
        self.assertFalse(is_allowed(statement, Need("s3:GetObject", OBJECT, {**mine, "aws:username": "bob"})))

    def test_text_that_is_no_policy(self) -> None:
        for text in ("[]", '{"Statement": [{"Action": "*"}]}', '{"Statement": ["Allow"]}', "no JSON"):
            with self.subTest(text), self.assertRaises(ValueError):
                read_document(text)

    def test_operator_that_iam_does_not_have(self) -> None:
        for name in ("StringEqual", "NumericLike", "ForSomeValues:StringEquals", "NotStringEquals"):
            with self.subTest(name), self.assertRaisesRegex(UnknownOperator, name):
                policy(allow(Condition={name: {"a:b": "c"}}))


if __name__ == "__main__":
    unittest.main()
