"""S3: names, versions, lifecycle, locks, and replication that does arrive."""

from __future__ import annotations

import json
from typing import Any

from support import EmulatorTest, client

ROLE = "arn:aws:iam::123456789012:role/replication"
# S3 guide, "Setting up permissions for live replication".
REPLICATOR = (
    "s3.amazonaws.com",
    *("s3:GetReplicationConfiguration", "s3:ListBucket", "s3:GetObjectVersionForReplication"),
    *("s3:GetObjectVersionAcl", "s3:GetObjectVersionTagging", "s3:ReplicateObject", "s3:ReplicateTags"),
    "s3:ReplicateDelete",
)


class BucketTest(EmulatorTest):
    def setUp(self) -> None:
        self.s3, self.far = client("s3"), client("s3", "us-west-2")

    def bucket(self, *, far: bool = False, versions: bool = True, **more: Any) -> str:
        name, s3 = self.name("bucket"), self.far if far else self.s3
        if far:
            more["CreateBucketConfiguration"] = {"LocationConstraint": "us-west-2"}
        s3.create_bucket(Bucket=name, **more)
        if versions:
            s3.put_bucket_versioning(Bucket=name, VersioningConfiguration={"Status": "Enabled"})
        return name


class Names(BucketTest):
    def test_bad_name_is_refused(self) -> None:
        for name in ("Upper-Case", "a..b", "192.168.0.1", "xn--bucket", "bucket-s3alias"):
            with self.subTest(name), self.assertRefused("InvalidBucketName"):
                self.s3.create_bucket(Bucket=name)


class Denials(BucketTest):
    def deny(self, bucket: str, *actions: str, **more: Any) -> None:
        statement = {
            "Effect": "Deny",
            "Principal": {"AWS": "123456789012"},
            "Action": list(actions),
            "Resource": [f"arn:aws:s3:::{bucket}", f"arn:aws:s3:::{bucket}/*"],
            **more,
        }
        self.s3.put_bucket_policy(Bucket=bucket, Policy=json.dumps({"Version": "2012-10-17", "Statement": [statement]}))

    def test_bucket_that_nobody_may_delete_stays(self) -> None:
        bucket = self.bucket()
        self.deny(bucket, "s3:DeleteBucket", "s3:DeleteBucketPolicy")
        with self.assertRefused("AccessDenied"):
            self.s3.delete_bucket(Bucket=bucket)
        with self.assertRefused("AccessDenied"):
            self.s3.delete_bucket_policy(Bucket=bucket)

    def test_versions_stay_where_only_they_are_denied(self) -> None:
        bucket = self.bucket()
        self.deny(bucket, "s3:DeleteObjectVersion")
        version = self.s3.put_object(Bucket=bucket, Key="state", Body=b"1")["VersionId"]
        with self.assertRefused("AccessDenied"):
            self.s3.delete_object(Bucket=bucket, Key="state", VersionId=version)
        self.s3.delete_object(Bucket=bucket, Key="state")

    def test_denial_under_a_condition_is_not_looked_at(self) -> None:
        bucket = self.bucket()
        self.deny(bucket, "s3:*", Condition={"Bool": {"aws:SecureTransport": "false"}})
        self.s3.delete_bucket(Bucket=bucket)


class Replication(BucketTest):
    def rule(self, target: str, **more: Any) -> dict[str, Any]:
        return {
            "ID": "all",
            "Priority": 1,
            "Status": "Enabled",
            "Filter": {"Prefix": ""},
            "DeleteMarkerReplication": {"Status": "Enabled"},
            "Destination": {"Bucket": f"arn:aws:s3:::{target}", **more.pop("destination", {})},
            **more,
        }

    def replicate(self, source: str, *rules: dict[str, Any], role: str = ROLE) -> None:
        wanted = {"Role": role, "Rules": list(rules)}
        self.s3.put_bucket_replication(Bucket=source, ReplicationConfiguration=wanted)

    def test_configuration_comes_back_whole(self) -> None:
        source, target = self.bucket(), self.bucket(far=True)
        time = {"Status": "Enabled", "Time": {"Minutes": 15}}
        metrics = {"Status": "Enabled", "EventThreshold": {"Minutes": 15}}
        rule = self.rule(
            target, destination={"ReplicationTime": time, "Metrics": metrics, "StorageClass": "STANDARD_IA"}
        )
        self.replicate(source, rule)
        told = self.s3.get_bucket_replication(Bucket=source)["ReplicationConfiguration"]
        self.assertEqual(told, {"Role": ROLE, "Rules": [rule]})
        self.s3.delete_bucket_replication(Bucket=source)
        with self.assertRefused("ReplicationConfigurationNotFoundError"):
            self.s3.get_bucket_replication(Bucket=source)

    def test_objects_and_delete_markers_arrive(self) -> None:
        source, target = self.bucket(), self.bucket(far=True)
        self.replicate(source, self.rule(target, Filter={"Prefix": "in/"}), role=self.role(*REPLICATOR))
        self.s3.put_object(Bucket=source, Key="in/a", Body=b"hello", Metadata={"m": "1"})
        self.s3.put_object(Bucket=source, Key="out/a", Body=b"hello")
        arrived = self.far.get_object(Bucket=target, Key="in/a")
        self.assertEqual((arrived["Body"].read(), arrived["Metadata"]), (b"hello", {"m": "1"}))
        self.assertEqual(self.far.head_object(Bucket=target, Key="in/a")["ReplicationStatus"], "REPLICA")
        self.assertEqual(self.s3.head_object(Bucket=source, Key="in/a")["ReplicationStatus"], "COMPLETED")
        self.assertEqual([o["Key"] for o in self.far.list_objects_v2(Bucket=target)["Contents"]], ["in/a"])
        self.s3.copy_object(Bucket=source, Key="in/b", CopySource={"Bucket": source, "Key": "in/a"})
        self.far.head_object(Bucket=target, Key="in/b")
        self.s3.delete_object(Bucket=source, Key="in/a")
        self.assertEqual([o["Key"] for o in self.far.list_objects_v2(Bucket=target)["Contents"]], ["in/b"])

    def test_upload_in_parts_arrives(self) -> None:
        source, target = self.bucket(), self.bucket(far=True)
        self.replicate(source, self.rule(target), role=self.role(*REPLICATOR))
        common = {"Bucket": source, "Key": "big"}
        upload = {**common, "UploadId": self.s3.create_multipart_upload(**common)["UploadId"]}
        part = self.s3.upload_part(**upload, PartNumber=1, Body=b"part")
        parts = {"Parts": [{"PartNumber": 1, "ETag": part["ETag"]}]}
        self.s3.complete_multipart_upload(**upload, MultipartUpload=parts)
        self.assertEqual(self.far.get_object(Bucket=target, Key="big")["Body"].read(), b"part")

    def test_bad_configuration_is_refused(self) -> None:
        source, target, plain = self.bucket(), self.bucket(far=True), self.bucket(far=True, versions=False)
        time = {"Status": "Enabled", "Time": {"Minutes": 15}}
        encrypted = {"SseKmsEncryptedObjects": {"Status": "Enabled"}}
        near_key = {"EncryptionConfiguration": {"ReplicaKmsKeyID": "arn:aws:kms:us-east-1:123456789012:key/1"}}
        cases: list[tuple[list[dict[str, Any]], str, str]] = [
            ([self.rule("nobody-at-all")], "InvalidRequest", "must exist"),
            ([self.rule(plain)], "InvalidRequest", "versioning enabled"),
            ([self.rule(source)], "InvalidRequest", "same"),
            ([self.rule(target), {**self.rule(target), "ID": "b"}], "InvalidArgument", "priority"),
            ([self.rule(target, destination={"ReplicationTime": time})], "InvalidRequest", "metrics"),
            ([self.rule(target, SourceSelectionCriteria=encrypted)], "InvalidRequest", "ReplicaKmsKeyID"),
            (
                [self.rule(target, SourceSelectionCriteria=encrypted, destination=near_key)],
                "InvalidArgument",
                "us-west-2",
            ),
            ([self.rule(target, Filter={"Tag": {"Key": "a", "Value": "b"}})], "InvalidRequest", "Tag filter"),
        ]
        for rules, code, text in cases:
            with self.subTest(text), self.assertRefused(code, text):
                self.replicate(source, *rules)
        with self.assertRefused("InvalidArgument", "role"):
            self.replicate(source, self.rule(target), role="replication")
        with self.assertRefused("InvalidRequest", "Versioning"):
            self.replicate(self.bucket(versions=False), self.rule(target))

    def test_versions_stay_under_replication(self) -> None:
        source = self.bucket()
        self.replicate(source, self.rule(self.bucket(far=True)))
        with self.assertRefused("InvalidBucketState", "replication"):
            self.s3.put_bucket_versioning(Bucket=source, VersioningConfiguration={"Status": "Suspended"})


class Settings(BucketTest):
    def test_lifecycle(self) -> None:
        name = self.bucket()
        rule = {
            "ID": "all",
            "Status": "Enabled",
            "Filter": {"ObjectSizeGreaterThan": 1},
            "Transitions": [{"Days": 30, "StorageClass": "STANDARD_IA"}],
            "NoncurrentVersionExpiration": {"NoncurrentDays": 90, "NewerNoncurrentVersions": 3},
        }
        put = self.s3.put_bucket_lifecycle_configuration
        put(Bucket=name, LifecycleConfiguration={"Rules": [rule]})
        self.assertEqual(self.s3.get_bucket_lifecycle_configuration(Bucket=name)["Rules"], [rule])
        for change, code in (
            ({"Transitions": [{"Days": 7, "StorageClass": "STANDARD_IA"}]}, "InvalidArgument"),
            ({"Expiration": {"Days": 20}}, "InvalidArgument"),
            ({"Transitions": [], "NoncurrentVersionExpiration": {}}, "InvalidRequest"),
        ):
            with self.subTest(change), self.assertRefused(code):
                put(Bucket=name, LifecycleConfiguration={"Rules": [{**rule, **change}]})
        self.s3.delete_bucket_lifecycle(Bucket=name)
        with self.assertRefused("NoSuchLifecycleConfiguration"):
            self.s3.get_bucket_lifecycle_configuration(Bucket=name)

    def test_object_lock_needs_versions(self) -> None:
        rule = {"ObjectLockEnabled": "Enabled", "Rule": {"DefaultRetention": {"Mode": "GOVERNANCE", "Days": 5}}}
        with self.assertRefused("InvalidBucketState", "Versioning"):
            self.s3.put_object_lock_configuration(Bucket=self.bucket(versions=False), ObjectLockConfiguration=rule)
        name = self.bucket()
        self.s3.put_object_lock_configuration(Bucket=name, ObjectLockConfiguration=rule)
        self.assertEqual(self.s3.get_object_lock_configuration(Bucket=name)["ObjectLockConfiguration"], rule)
        with self.assertRefused("InvalidBucketState", "Object Lock"):
            self.s3.put_bucket_versioning(Bucket=name, VersioningConfiguration={"Status": "Suspended"})

    def test_key_of_another_region_is_refused(self) -> None:
        default = {"SSEAlgorithm": "aws:kms", "KMSMasterKeyID": "arn:aws:kms:us-west-2:123456789012:key/1"}
        rules = {"Rules": [{"ApplyServerSideEncryptionByDefault": default, "BucketKeyEnabled": True}]}
        with self.assertRefused("InvalidArgument", "us-east-1"):
            self.s3.put_bucket_encryption(Bucket=self.bucket(), ServerSideEncryptionConfiguration=rules)

    def test_bad_log_target_is_refused(self) -> None:
        name = self.bucket()
        for target, code in (
            ("nobody-at-all", "InvalidTargetBucketForLogging"),
            (self.bucket(far=True), "CrossLocationLoggingProhibited"),
        ):
            wanted = {"LoggingEnabled": {"TargetBucket": target, "TargetPrefix": ""}}
            with self.subTest(code), self.assertRefused(code):
                self.s3.put_bucket_logging(Bucket=name, BucketLoggingStatus=wanted)

    def test_tiers(self) -> None:
        name = self.bucket()
        wanted = {"Id": "all", "Status": "Enabled", "Tierings": [{"Days": 125, "AccessTier": "ARCHIVE_ACCESS"}]}
        one = {"Bucket": name, "Id": "all"}
        self.s3.put_bucket_intelligent_tiering_configuration(**one, IntelligentTieringConfiguration=wanted)
        told = self.s3.get_bucket_intelligent_tiering_configuration(**one)["IntelligentTieringConfiguration"]
        self.assertEqual(told, wanted)
        self.s3.delete_bucket_intelligent_tiering_configuration(**one)
        with self.assertRefused("NoSuchConfiguration"):
            self.s3.get_bucket_intelligent_tiering_configuration(**one)

    def test_bucket_with_a_delete_marker_is_not_empty(self) -> None:
        name = self.bucket()
        self.s3.put_object(Bucket=name, Key="k", Body=b"1")
        self.s3.delete_object(Bucket=name, Key="k")
        with self.assertRefused("BucketNotEmpty"):
            self.s3.delete_bucket(Bucket=name)
