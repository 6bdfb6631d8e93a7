"""Access logs and Object Lock of buckets that are in use."""

from __future__ import annotations

import json
from typing import Any

from support import EmulatorTest, client


class BucketConfigurations(EmulatorTest):
    def setUp(self) -> None:
        self.s3 = client("s3")
        self.bucket = self.name("bucket")
        self.s3.create_bucket(Bucket=self.bucket)


class Logging(BucketConfigurations):
    def log_to(self, target: str) -> dict[str, Any]:
        enabled = {
            "TargetBucket": target,
            "TargetPrefix": "logs/",
            "TargetObjectKeyFormat": {"PartitionedPrefix": {"PartitionDateSource": "EventTime"}},
        }
        self.s3.put_bucket_logging(Bucket=self.bucket, BucketLoggingStatus={"LoggingEnabled": enabled})
        return enabled

    def western(self) -> str:
        name = self.name("logs")
        configuration = {"LocationConstraint": "us-west-2"}
        client("s3", "us-west-2").create_bucket(Bucket=name, CreateBucketConfiguration=configuration)
        return name

    def allow(self, target: str) -> None:
        deny = {"Effect": "Deny", "Principal": "*", "Action": "s3:DeleteObject", "Resource": f"arn:aws:s3:::{target}/*"}
        grant = {
            "Effect": "Allow",
            "Principal": {"Service": "logging.s3.amazonaws.com"},
            "Action": "s3:PutObject",
            "Resource": f"arn:aws:s3:::{target}/*",
        }
        self.s3.put_bucket_policy(Bucket=target, Policy=json.dumps({"Statement": [deny, grant]}))

    def test_comes_back_with_the_format_of_names_and_is_turned_off(self) -> None:
        target = self.name("logs")
        self.s3.create_bucket(Bucket=target)
        self.allow(target)
        enabled = self.log_to(target)
        self.assertEqual(self.s3.get_bucket_logging(Bucket=self.bucket)["LoggingEnabled"], enabled)
        self.s3.put_bucket_logging(Bucket=self.bucket, BucketLoggingStatus={})
        self.assertNotIn("LoggingEnabled", self.s3.get_bucket_logging(Bucket=self.bucket))

    def test_needs_a_bucket_of_the_region(self) -> None:
        with self.assertRefused("InvalidTargetBucketForLogging"):
            self.log_to(self.name("none"))
        with self.assertRefused("CrossLocationLoggingProhibited"):
            self.log_to(self.western())

    def test_needs_a_policy_that_lets_it_in(self) -> None:
        target = self.name("logs")
        self.s3.create_bucket(Bucket=target)
        with self.assertRefused("InvalidTargetBucketForLogging", "must let logging"):
            self.log_to(target)


class ObjectLock(BucketConfigurations):
    def versions(self, status: str) -> None:
        self.s3.put_bucket_versioning(Bucket=self.bucket, VersioningConfiguration={"Status": status})

    def lock(self) -> None:
        rule = {"DefaultRetention": {"Mode": "GOVERNANCE", "Days": 1}}
        configuration = {"ObjectLockEnabled": "Enabled", "Rule": rule}
        self.s3.put_object_lock_configuration(Bucket=self.bucket, ObjectLockConfiguration=configuration)

    def test_is_given_to_a_bucket_that_holds_something_and_stays(self) -> None:
        self.versions("Enabled")
        self.s3.put_object(Bucket=self.bucket, Key="k", Body=b"1")
        self.lock()
        told = self.s3.get_object_lock_configuration(Bucket=self.bucket)["ObjectLockConfiguration"]
        self.assertEqual(told["Rule"]["DefaultRetention"], {"Mode": "GOVERNANCE", "Days": 1})
        with self.assertRefused("InvalidBucketState", "Object Lock configuration"):
            self.versions("Suspended")
