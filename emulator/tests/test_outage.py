"""A region that is cut off, throttling, and the record of all requests."""

from __future__ import annotations

from typing import Any

from botocore.exceptions import ConnectionClosedError
from control import control
from support import EmulatorTest, client

EAST, WEST = "us-east-1", "us-west-2"


class Disturbed(EmulatorTest):
    def setUp(self) -> None:
        self.addCleanup(control, "DELETE", "outage")
        self.addCleanup(control, "DELETE", "throttle")

    def cut_off(self, mode: str = "error") -> int:
        return int(control("PUT", "outage", {"region": EAST, "mode": mode})["count"])

    def assertUnavailable(self, ask: Any, **arguments: Any) -> None:
        with self.assertRaises(client("sts").exceptions.ClientError) as caught:
            ask(**arguments)
        response = caught.exception.response
        self.assertEqual(response["Error"]["Code"], "ServiceUnavailable")
        self.assertEqual(response["ResponseMetadata"]["HTTPStatusCode"], 503)

    def last(self) -> dict[str, Any]:
        count = control("GET", "outage")["count"]
        return control("GET", f"requests?since={count - 1}")["requests"][0]


class Outage(Disturbed):
    def test_every_protocol_tells_it_in_its_own_shape(self) -> None:
        self.cut_off()
        self.assertUnavailable(client("ec2").describe_vpcs)
        self.assertUnavailable(client("rds").describe_db_instances)
        self.assertUnavailable(client("ecs").list_clusters)
        self.assertUnavailable(client("backup").list_backup_vaults)
        self.assertUnavailable(client("cloudfront").list_distributions)
        self.assertUnavailable(client("cloudwatch").describe_alarms)
        self.assertUnavailable(client("s3").list_buckets)

    def test_the_other_region_works(self) -> None:
        self.cut_off()
        client("ec2", WEST).describe_vpcs()
        client("sts", WEST).get_caller_identity()
        client("acm", WEST).list_certificates()

    def test_control_planes_of_the_region_fail_from_the_other_one_too(self) -> None:
        self.cut_off()
        for service, operation in (
            ("iam", "list_roles"),
            ("route53", "list_hosted_zones"),
            ("cloudfront", "list_distributions"),
            ("organizations", "describe_organization"),
            ("support", "describe_services"),
        ):
            with self.subTest(service):
                self.assertUnavailable(getattr(client(service, WEST), operation))
                self.assertEqual((self.last()["region"] or WEST, self.last()["home"])[1], EAST)

    def test_firewalls_of_cloudfront_and_of_a_region(self) -> None:
        self.cut_off()
        client("wafv2", WEST).list_web_acls(Scope="REGIONAL")
        self.assertUnavailable(client("wafv2", WEST).list_web_acls, Scope="CLOUDFRONT")

    def test_buckets_are_configured_in_the_region_and_used_in_their_own(self) -> None:
        east, west = self.name("east"), self.name("west")
        client("s3").create_bucket(Bucket=east)
        s3 = client("s3", WEST)
        s3.create_bucket(Bucket=west, CreateBucketConfiguration={"LocationConstraint": WEST})
        self.cut_off()
        s3.put_object(Bucket=west, Key="state", Body=b"{}")
        s3.get_object(Bucket=west, Key="state")
        s3.get_bucket_versioning(Bucket=west)
        self.assertEqual((self.last()["operation"], self.last()["home"]), ("GetBucketVersioning", WEST))
        self.assertUnavailable(s3.get_object, Bucket=east, Key="state")
        self.assertUnavailable(
            s3.put_bucket_versioning, Bucket=west, VersioningConfiguration={"Status": "Enabled"}
        )
        self.assertUnavailable(
            s3.create_bucket, Bucket=self.name(), CreateBucketConfiguration={"LocationConstraint": WEST}
        )
        self.assertEqual(self.last()["operation"], "CreateBucket")

    def test_the_lock_of_a_state_is_taken_once(self) -> None:
        """Terraform's lock file is a conditional PUT; a lock that was given back leaves a delete marker behind."""
        bucket, s3 = self.name("state"), client("s3", WEST)
        s3.create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": WEST})
        s3.put_bucket_versioning(Bucket=bucket, VersioningConfiguration={"Status": "Enabled"})
        self.cut_off("drop")
        for _ in range(2):
            s3.put_object(Bucket=bucket, Key="dr.tfstate.tflock", Body=b"{}", IfNoneMatch="*")
            with self.assertRefused("PreconditionFailed"):
                s3.put_object(Bucket=bucket, Key="dr.tfstate.tflock", Body=b"{}", IfNoneMatch="*")
            s3.delete_object(Bucket=bucket, Key="dr.tfstate.tflock")

    def test_dropped_requests_get_no_answer_and_are_recorded(self) -> None:
        before = self.cut_off("drop")
        with self.assertRaises(ConnectionClosedError):
            client("ssm").get_parameter(Name="/p")
        [entry] = control("GET", f"requests?since={before}")["requests"]
        expected = {"service": "ssm", "operation": "GetParameter", "region": EAST, "dropped": True, "status": 0}
        self.assertEqual(entry, {**entry, **expected})

    def test_the_region_comes_back(self) -> None:
        self.cut_off()
        self.assertEqual([cut["region"] for cut in control("GET", "outage")["regions"]], [EAST])
        self.assertEqual(control("DELETE", f"outage?region={EAST}")["regions"], [])
        client("ec2").describe_vpcs()

    def test_nonsense_is_refused(self) -> None:
        self.assertEqual(control("PUT", "outage", {"region": EAST, "mode": "slow"})["status"], 400)
        self.assertEqual(control("PUT", "throttle", {"percent": 200})["status"], 400)
        self.assertEqual(control("PUT", "weather")["status"], 404)


class OneFailure(Disturbed):
    def setUp(self) -> None:
        super().setUp()
        self.addCleanup(control, "DELETE", "failure")

    def outcomes(self, *operations: str) -> list[str]:
        sqs = client("sqs", WEST)
        codes = []
        for operation in operations:
            try:
                getattr(sqs, operation)(**({"QueueName": self.name()} if operation == "create_queue" else {}))
                codes.append("")
            except sqs.exceptions.ClientError as error:
                codes.append(error.response["Error"]["Code"])
        return codes

    def test_the_one_whose_turn_it_is_fails_once(self) -> None:
        answer = control("POST", "failure", {"service": "sqs", "operation": "ListQueues", "number": 2, "code": "Told"})
        self.assertEqual(answer["pending"], 1)
        self.assertEqual(
            self.outcomes("list_queues", "create_queue", "list_queues", "list_queues"), ["", "", "Told", ""]
        )
        self.assertEqual(control("GET", "failure")["pending"], 0)

    def test_without_a_name_it_is_the_nth_of_all(self) -> None:
        control("POST", "failure", {"number": 2})
        self.assertEqual(self.outcomes("list_queues", "create_queue", "list_queues"), ["", "InternalFailure", ""])

    def test_two_are_counted_each_for_itself(self) -> None:
        control("POST", "failure", {"operation": "ListQueues", "number": 1, "code": "One"})
        control("POST", "failure", {"operation": "ListQueues", "number": 2, "code": "Two"})
        self.assertEqual(self.outcomes("list_queues", "list_queues", "list_queues"), ["One", "Two", ""])

    def test_another_region_does_not_count(self) -> None:
        control("POST", "failure", {"operation": "ListQueues", "region": EAST})
        self.assertEqual(self.outcomes("list_queues"), [""])

    def test_what_is_forgotten_does_not_fail(self) -> None:
        control("POST", "failure", {"operation": "ListQueues"})
        self.assertEqual(control("DELETE", "failure")["pending"], 0)
        self.assertEqual(self.outcomes("list_queues"), [""])

    def test_nonsense_is_refused(self) -> None:
        for body in ({"number": 0}, {"status": 200}, {"operation": 1}, {"number": "first"}):
            with self.subTest(body):
                self.assertEqual(control("POST", "failure", body)["status"], 400)


class Throttling(Disturbed):
    def struck(self, seed: int, count: int = 200) -> list[int]:
        control("PUT", "throttle", {"percent": 20, "seed": seed})
        hit = []
        for number in range(count):
            try:
                client("sqs").list_queues()
            except client("sqs").exceptions.ClientError as error:
                self.assertEqual(error.response["Error"]["Code"], "ThrottlingException")
                hit.append(number)
        return hit

    def test_the_seed_decides_whom_it_strikes(self) -> None:
        first = self.struck(1)
        self.assertIn(len(first), range(20, 61))
        self.assertEqual(self.struck(1), first)
        self.assertNotEqual(self.struck(2), first)

    def test_every_protocol_has_its_own_code(self) -> None:
        control("PUT", "throttle", {"percent": 100})
        for service, operation, code in (
            ("ec2", "describe_vpcs", "RequestLimitExceeded"),
            ("iam", "list_roles", "Throttling"),
            ("ecs", "list_clusters", "ThrottlingException"),
            ("route53", "list_hosted_zones", "Throttling"),
        ):
            with self.subTest(service), self.assertRaises(client(service).exceptions.ClientError) as caught:
                getattr(client(service), operation)()
            self.assertEqual(caught.exception.response["Error"]["Code"], code)
        with self.assertRaises(client("s3").exceptions.ClientError) as caught:
            client("s3").list_buckets()
        self.assertEqual(caught.exception.response["Error"]["Code"], "SlowDown")
