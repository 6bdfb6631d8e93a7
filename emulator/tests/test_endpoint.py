"""The ways in: directly, as an HTTP proxy, with bucket and account names in the host."""

from __future__ import annotations

import http.client
import unittest
from contextlib import closing

from support import ACCOUNT, EmulatorTest, client, port

from holdfast_emulator.engine.hosts import read_host


class Endpoint(EmulatorTest):
    def test_direct(self) -> None:
        self.assertEqual(client("sts").get_caller_identity()["Account"], ACCOUNT)

    def test_as_a_proxy(self) -> None:
        self.assertEqual(client("sts", proxied=True).get_caller_identity()["Account"], ACCOUNT)

    def test_region_is_the_one_that_the_request_is_signed_for(self) -> None:
        arn = client("sns", "eu-west-1", proxied=True).create_topic(Name=self.name())["TopicArn"]
        self.assertIn(":eu-west-1:", arn)

    def test_bucket_in_the_host_name(self) -> None:
        bucket = self.name("bucket")
        client("s3", proxied=True).create_bucket(Bucket=bucket)
        self.assertIn(bucket, [b["Name"] for b in client("s3").list_buckets()["Buckets"]])

    def test_object_of_a_bucket_in_the_host_name(self) -> None:
        bucket, key = self.name("bucket"), "folder/a b+c ü.txt"
        virtual, path = client("s3", proxied=True), client("s3")
        virtual.create_bucket(Bucket=bucket)
        virtual.put_object(Bucket=bucket, Key=key, Body=b"hello")
        self.assertEqual(path.get_object(Bucket=bucket, Key=key)["Body"].read(), b"hello")

    def test_key_that_begins_with_a_slash(self) -> None:
        bucket = self.name("bucket")
        virtual = client("s3", proxied=True)
        virtual.create_bucket(Bucket=bucket)
        virtual.put_object(Bucket=bucket, Key="/folder/key", Body=b"hello")
        self.assertEqual([o["Key"] for o in virtual.list_objects_v2(Bucket=bucket)["Contents"]], ["/folder/key"])

    def test_bucket_with_a_dot_in_the_name(self) -> None:
        bucket = self.name("www.bucket")
        client("s3", proxied=True).create_bucket(Bucket=bucket)
        self.assertIn(bucket, [b["Name"] for b in client("s3").list_buckets()["Buckets"]])

    def test_account_in_the_host_name(self) -> None:
        control = client("s3control", proxied=True)
        wanted = dict.fromkeys(
            ("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets"), True
        )
        control.put_public_access_block(AccountId=ACCOUNT, PublicAccessBlockConfiguration=wanted)
        told = control.get_public_access_block(AccountId=ACCOUNT)["PublicAccessBlockConfiguration"]
        self.assertEqual(told, wanted)

    def test_strange_host_is_refused(self) -> None:
        with self.connection() as connection:
            connection.request("GET", "http://example.com/")
            answer = connection.getresponse()
            self.assertEqual(answer.status, 403)
            self.assertIn(b"example.com", answer.read())

    def test_https_tunnel_is_refused_with_a_reason(self) -> None:
        with self.connection() as connection:
            connection.request("CONNECT", "sts.amazonaws.com:443")
            answer = connection.getresponse()
            self.assertEqual(answer.status, 405)
            self.assertIn(b"HTTP_PROXY", answer.read())

    def test_connection_stays_open(self) -> None:
        with self.connection() as connection:
            connection.request("GET", "/")
            connection.getresponse().read()
            self.assertIsNotNone(connection.sock)

    def connection(self) -> closing[http.client.HTTPConnection]:
        return closing(http.client.HTTPConnection("127.0.0.1", port(), timeout=10))


class HostNames(unittest.TestCase):
    ENDPOINTS = ("aws.test",)

    def prefix(self, host: str) -> str | None:
        return read_host(host, self.ENDPOINTS).prefix

    def test_addresses_have_no_prefix(self) -> None:
        for host in ("aws.test", "aws.test:80", "127.0.0.1:5000", "localhost:5000", "[::1]:5000"):
            with self.subTest(host):
                self.assertIsNone(self.prefix(host))
                self.assertTrue(read_host(host, self.ENDPOINTS).known)

    def test_bucket_with_dots(self) -> None:
        self.assertEqual(self.prefix("my.bucket.aws.test"), "my.bucket")

    def test_bucket_in_a_name_of_amazon(self) -> None:
        self.assertEqual(self.prefix("my.bucket.s3.us-east-1.amazonaws.com"), "my.bucket")

    def test_account(self) -> None:
        self.assertEqual(read_host("123456789012.aws.test", self.ENDPOINTS).account, "123456789012")

    def test_stranger(self) -> None:
        self.assertFalse(read_host("example.com", self.ENDPOINTS).known)
