"""Every request is held against botocore's models, which are AWS's own; what AWS's front ends refuse is refused."""

from __future__ import annotations

import http.client
import itertools
import json
import unittest
from collections import Counter
from contextlib import closing
from typing import Any
from unittest import mock

from control import control
from mutations import mutations, request
from support import EmulatorTest, client, port
from valid_requests import VALID

from holdfast_emulator.engine.identify import identify
from holdfast_emulator.engine.models import service_model
from holdfast_emulator.models import ModelChecks, ModelRefusal
from holdfast_emulator.models.constraints import violations
from holdfast_emulator.models.patterns import compiled
from holdfast_emulator.models.requests import decoded
from holdfast_emulator.models.shapes import find
from holdfast_emulator.models.tolerances import ANSWERS, REQUESTS


def ask_ecs(operation: str, values: dict[str, Any]) -> dict[str, Any]:
    """A request that boto3 would not send."""
    headers = {
        "Authorization": "AWS4-HMAC-SHA256 Credential=test/20250101/us-east-1/ecs/aws4_request",
        "Content-Type": "application/x-amz-json-1.1",
        "X-Amz-Target": f"AmazonEC2ContainerServiceV20141113.{operation}",
    }
    with closing(http.client.HTTPConnection("127.0.0.1", port(), timeout=10)) as connection:
        connection.request("POST", "/", body=json.dumps(values), headers=headers)
        return dict(json.loads(connection.getresponse().read()))


def kinds(sent: Any) -> set[str]:
    """The kinds of violation that a request is found to have."""
    identity = identify(sent)
    operation = find(str(identity.service), str(identity.operation))
    assert operation and operation.input, identity
    value, wrong = decoded(operation, sent, identity)
    return {each.kind for each in (*wrong, *violations(operation.input, value))}


class Mutations(unittest.TestCase):
    def test_valid_requests_pass_and_are_read_whole(self) -> None:
        for dialect, service, operation, values in VALID:
            with self.subTest(service=service, operation=operation):
                sent = request(service, operation, dialect, values)
                self.assertEqual(identify(sent).dialect, dialect)
                self.assertEqual(ModelChecks().read(sent, identify(sent)), values)

    def test_everything_wrong_is_noticed(self) -> None:
        count: Counter[tuple[str, str]] = Counter()
        for dialect, service, operation, values in VALID:
            for kind, title, wrong in mutations(service, operation, values):
                if dialect == "cbor" and kind == "type":
                    continue  # botocore cannot write it; below
                with self.subTest(f"{service} {operation} {kind}: {title}"):
                    count[dialect, kind] += 1
                    self.assertIn(kind, kinds(request(service, operation, dialect, wrong)))
        self.assertGreater(count.total(), 200)
        for dialect in ("json", "rest-json", "query", "rest-xml", "cbor"):
            for kind in ("required", "enum", "length"):
                self.assertGreater(count[dialect, kind], 0, (dialect, kind))

    def test_unknown_names_are_noticed_at_every_depth(self) -> None:
        count: Counter[str] = Counter()
        for dialect, service, operation, values in VALID:
            for number in itertools.count():
                try:
                    sent = request(service, operation, dialect, values, unknown=number)
                except IndexError:
                    break
                with self.subTest(service=service, operation=operation, number=number):
                    count[dialect] += 1
                    self.assertTrue({"unknown", "type"} & kinds(sent))
        self.assertEqual(set(count), {dialect for dialect, *_ in VALID})

    def test_text_for_a_number_over_cbor(self) -> None:
        sent = request("cloudwatch", "PutMetricAlarm", "cbor", {"AlarmName": "a"})
        sent.body = sent.body.replace(b"aa", b"\x05", 1)
        self.assertIn("type", kinds(sent))

    def test_a_body_that_cannot_be_read(self) -> None:
        for service, operation, dialect in (
            ("ecs", "CreateCluster", "json"),
            ("backup", "CreateBackupPlan", "rest-json"),
            ("cloudfront", "CreateOriginAccessControl", "rest-xml"),
        ):
            with self.subTest(dialect):
                sent = request(service, operation, dialect, {})
                sent.body = b"{<"
                self.assertIn("type", kinds(sent))
                with self.assertRaises(ModelRefusal):
                    ModelChecks(requests=False).read(sent, identify(sent))


class Refusals(EmulatorTest):
    """Codes and wording are those of AWS's front ends, as users quote them."""

    @classmethod
    def setUpClass(cls) -> None:
        # boto3 must not find fault itself: Terraform's SDK does not either.
        patch = mock.patch("botocore.validate.ParamValidator.validate")
        patch.start().return_value.has_errors.return_value = False
        cls.addClassCleanup(patch.stop)

    def test_each_protocol_in_its_words(self) -> None:
        enum = (
            "1 validation error detected: Value 'x' at '%s' failed to satisfy constraint: Member must satisfy enum "
            "value set: ["
        )
        missing = (
            "1 validation error detected: Value null at '%s' failed to satisfy constraint: Member must not be null"
        )
        kms, iam, route53 = client("kms"), client("iam"), client("route53")
        cases = [
            (lambda: kms.create_key(KeyUsage="x"), "ValidationException", enum % "keyUsage"),
            (lambda: kms.describe_key(), "ValidationException", missing % "keyId"),
            (lambda: kms.create_key(MultiRegion="yes"), "SerializationException", "multiRegion"),
            (lambda: client("logs").create_log_group(logGroupName="a b"), "InvalidParameterException", "regular expr"),
            (lambda: client("backup").create_backup_plan(), "ValidationException", missing % "backupPlan"),
            (lambda: iam.create_role(RoleName="r"), "ValidationError", missing % "assumeRolePolicyDocument"),
            (
                lambda: iam.create_policy_version(PolicyArn="a", PolicyDocument="{}"),
                "ValidationError",
                "or equal to 20",
            ),
            (lambda: client("rds").create_db_instance(Engine="postgres"), "MissingParameter", "DBInstanceIdentifier"),
            (lambda: client("ec2").create_security_group(GroupName="g"), "MissingParameter", "Description"),
            (
                lambda: client("ec2").create_vpc(CidrBlock="10.0.0.0/16", InstanceTenancy="x"),
                "InvalidParameterValue",
                "Value (x) for parameter InstanceTenancy is invalid.",
            ),
            (lambda: route53.create_hosted_zone(Name="a"), "InvalidInput", missing % "callerReference"),
            (
                lambda: client("cloudfront").create_origin_access_control(OriginAccessControlConfig={"Name": "n"}),
                "MalformedXML",
                "3 validation errors detected: Value null at 'originAccessControlConfig.signingProtocol'",
            ),
            (
                lambda: client("s3").put_bucket_versioning(Bucket="b", VersioningConfiguration={"Status": "On"}),
                "MalformedXML",
                "The XML you provided was not well-formed or did not validate against our published schema",
            ),
            (lambda: client("s3").create_bucket(Bucket="b-1", ACL="x"), "InvalidArgument", "'aCL'"),
            (lambda: client("cloudwatch").put_metric_alarm(Statistic="x"), "ValidationError", "2 validation errors"),
        ]
        for ask, code, text in cases:
            with self.subTest(f"{code} {text}"), self.assertRefused(code, text):
                ask()

    def test_secrets_are_not_repeated(self) -> None:
        with self.assertRefused("ValidationException", "Value at 'secretString'"):
            client("secretsmanager").create_secret(Name=self.name(), SecretString="s" * 70_000)

    def test_unknown_members_are_named(self) -> None:
        answer = ask_ecs("CreateCluster", {"clusterName": "a", "clusterNme": "b"})
        self.assertIn("Value at 'clusterNme'", answer["message"])

    def test_unknown_operations(self) -> None:
        self.assertEqual(ask_ecs("CreateClutser", {})["__type"], "UnknownOperationException")

    def test_refusals_are_recorded(self) -> None:
        before = control("GET", "requests")["count"]
        with self.assertRefused("ValidationException"):
            client("kms").create_key(KeyUsage="x")
        (told,) = [e for e in control("GET", f"requests?since={before}")["requests"] if e["operation"] == "CreateKey"]
        self.assertIs(told["refusedByModel"], True)

    def test_switched_off(self) -> None:
        sent = request("kms", "CreateKey", "json", {"KeyUsage": "x"})
        self.assertEqual(ModelChecks(requests=False).read(sent, identify(sent)), {"KeyUsage": "x"})
        with self.assertRaises(ModelRefusal):
            ModelChecks().read(sent, identify(sent))


class Models(unittest.TestCase):
    def test_every_tolerance_is_about_a_member_that_there_is(self) -> None:
        for side, tolerances in (("input", REQUESTS), ("output", ANSWERS)):
            for each in tolerances:
                for name in each.operations:
                    with self.subTest(operation=name, member=each.member):
                        operation = find(each.service, name)
                        assert operation is not None
                        self.assertTrue(has(getattr(operation, side), each.member.split(".")))

    def test_every_pattern_is_understood(self) -> None:
        for service in sorted(
            {service for _, service, *_ in VALID} | {"cognito-idp", "application-autoscaling", "acm"}
        ):
            model = service_model(service)
            assert model is not None
            for name in model.shape_names:
                pattern = model.shape_for(name).metadata.get("pattern")
                if pattern:
                    with self.subTest(service=service, shape=name):
                        self.assertIsNotNone(compiled(pattern).expression)


def has(member: Any, path: list[str]) -> bool:
    """Whether a dotted path of a tolerance leads to a member."""
    for name in path:
        if name != "*":
            shape = member.shape
            member = shape.members.get(name) if shape.kind == "structure" else shape.item or shape.value
        if member is None:
            return False
    return True
