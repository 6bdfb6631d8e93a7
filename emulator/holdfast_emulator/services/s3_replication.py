"""S3 replication: the whole configuration, what AWS refuses of it, and new objects that do arrive."""

from __future__ import annotations

import re
import secrets
from typing import Any

from ..engine.call import Call
from ..engine.errors import AwsError
from ..engine.registry import amends, checks, replaces
from .s3_replication_rights import may_replicate, may_replicate_deletion

_ROLE = re.compile(r"^arn:aws:iam::\d{12}:role/.+")
_KEY = re.compile(r"^arn:aws:kms:(?P<region>[^:]+):\d{12}:(key|alias)/.+")
_KMS = "aws:kms"


def replication_of(call: Call, bucket: str) -> dict[str, Any] | None:
    """The replication configuration of a bucket; buckets have one name in all regions."""
    return call.remembered("replication", "global").get(bucket)


def _bucket(call: Call, name: str) -> Any:
    return call.backend().buckets.get(name)


@replaces("s3", "PutBucketReplication")
def put_bucket_replication(call: Call) -> dict[str, Any]:
    name, configuration = call.input["Bucket"], call.input["ReplicationConfiguration"]
    source = _existing(call)
    if not _ROLE.match(configuration.get("Role") or ""):
        raise AwsError("InvalidArgument", "The role of a replication configuration must be the ARN of an IAM role.")
    if not source.is_versioned:
        raise _invalid("Versioning must be 'Enabled' on the bucket to apply a replication configuration")
    rules = [{"ID": secrets.token_hex(15), **rule} for rule in configuration["Rules"]]
    priorities = [rule["Priority"] for rule in rules if "Priority" in rule]
    if len(set(priorities)) < len(priorities):
        raise AwsError("InvalidArgument", "Found duplicate priority in replication rules.")
    if len({rule["ID"] for rule in rules}) < len(rules):
        raise AwsError("InvalidArgument", "Rule Id must be unique. Found same Id for more than one rule")
    for rule in rules:
        _refuse_rule(call, source, rule)
    call.remembered("replication", "global")[name] = {**configuration, "Rules": rules}
    return {}


def _refuse_rule(call: Call, source: Any, rule: dict[str, Any]) -> None:
    wanted = rule["Destination"]
    name = wanted["Bucket"].removeprefix("arn:aws:s3:::")
    destination = _bucket(call, name)
    if destination is None:
        raise _invalid("Destination bucket must exist.")
    if name == source.name:
        raise _invalid("Destination bucket cannot be the same as the source bucket.")
    if not destination.is_versioned:
        raise _invalid("Destination bucket must have versioning enabled.")
    if source.object_lock_enabled and not destination.object_lock_enabled:
        raise _invalid("The destination bucket must have Object Lock enabled when the source bucket has.")
    if "Filter" in rule:
        if "DeleteMarkerReplication" not in rule:
            raise _invalid(
                "DeleteMarkerReplication must be specified for this version of Cross Region Replication configuration "
                "schema."
            )
        if rule["DeleteMarkerReplication"].get("Status") == "Enabled" and _tags(rule):
            raise _invalid("Delete marker replication is not supported if any Tag filter is specified.")
    _refuse_encryption(rule, destination)
    time, metrics = wanted.get("ReplicationTime"), wanted.get("Metrics")
    if time and time["Status"] == "Enabled":
        if not metrics or metrics["Status"] != "Enabled":
            raise _invalid("Replication Time Control requires that replication metrics are enabled.")
        if {time["Time"]["Minutes"], metrics.get("EventThreshold", {}).get("Minutes")} != {15}:
            raise _invalid("The replication time and the event threshold of its metrics must be 15 minutes.")


def _refuse_encryption(rule: dict[str, Any], destination: Any) -> None:
    key = (rule["Destination"].get("EncryptionConfiguration") or {}).get("ReplicaKmsKeyID")
    if _copies_encrypted(rule) and not key:
        raise _invalid("ReplicaKmsKeyID must be specified if SseKmsEncryptedObjects tag is present.")
    if key and not _copies_encrypted(rule):
        raise _invalid("SseKmsEncryptedObjects must be specified if EncryptionConfiguration is present.")
    found = _KEY.match(key) if key else None
    if key and (found is None or found["region"] != destination.region_name):
        raise AwsError(
            "InvalidArgument",
            f"ReplicaKmsKeyID must be the ARN of a KMS key of {destination.region_name}, as the destination is.",
        )


def _copies_encrypted(rule: dict[str, Any]) -> bool:
    criteria = rule.get("SourceSelectionCriteria") or {}
    return (criteria.get("SseKmsEncryptedObjects") or {}).get("Status") == "Enabled"


def _tags(rule: dict[str, Any]) -> bool:
    wanted = rule.get("Filter") or {}
    return bool(wanted.get("Tag") or (wanted.get("And") or {}).get("Tags"))


@replaces("s3", "GetBucketReplication")
def get_bucket_replication(call: Call) -> dict[str, Any]:
    _existing(call)
    configuration = replication_of(call, call.input["Bucket"])
    if configuration is None:
        raise AwsError(
            "ReplicationConfigurationNotFoundError", "The replication configuration was not found", status=404
        )
    return {"ReplicationConfiguration": configuration}


@replaces("s3", "DeleteBucketReplication")
def delete_bucket_replication(call: Call) -> dict[str, Any]:
    _existing(call)
    call.remembered("replication", "global").pop(call.input["Bucket"], None)
    return {}


@amends("s3", "DeleteBucket")
def forget_replication(call: Call, output: dict) -> None:
    call.remembered("replication", "global").pop(call.input["Bucket"], None)


@checks("s3", "PutBucketVersioning")
def refuse_suspension(call: Call) -> None:
    """Replication and Object Lock both need versions."""
    bucket = _existing(call)
    if call.input["VersioningConfiguration"].get("Status") == "Enabled":
        return
    if replication_of(call, bucket.name) or bucket.object_lock_enabled:
        kind = "An Object Lock" if bucket.object_lock_enabled else "A replication"
        raise AwsError(
            "InvalidBucketState",
            f"{kind} configuration is present on this bucket, so the versioning state cannot be changed.",
            409,
        )


@amends("s3", "PutObject", "CopyObject", "CompleteMultipartUpload")
def replicate_object(call: Call, output: dict) -> None:
    """Copy a new object to where the rules say, with its content and metadata."""
    name, key = call.input["Bucket"], call.input["Key"]
    if replication_of(call, name) is None:
        return
    backend = call.backend()
    original = backend.get_object(name, key)
    for rule in _rules_for(call, name, key):
        if original.encryption == _KMS and not _copies_encrypted(rule):
            continue
        wanted = rule["Destination"]
        target = wanted["Bucket"].removeprefix("arn:aws:s3:::")
        if _bucket(call, target) is None:
            continue
        kms_key = (wanted.get("EncryptionConfiguration") or {}).get("ReplicaKmsKeyID")
        if not may_replicate(call, (replication_of(call, name) or {})["Role"], original, target, kms_key):
            call.remembered("replicas", "global")[name, key] = "FAILED"
            continue
        replica = backend.put_object(
            target,
            key,
            original.value,
            storage=wanted.get("StorageClass") or original.storage_class,
            encryption=_KMS if kms_key else None,
            kms_key_id=kms_key,
            disable_notification=True,
        )
        replica.set_metadata(dict(original.metadata))
        call.remembered("replicas", "global")[target, key] = "REPLICA"
        call.remembered("replicas", "global")[name, key] = "COMPLETED"


def _rules_for(call: Call, bucket: str, key: str) -> list[dict[str, Any]]:
    """The enabled rules that match by prefix, without those that look at tags; one per destination."""
    chosen: dict[str, dict[str, Any]] = {}
    configuration = replication_of(call, bucket) or {"Rules": []}
    for rule in sorted(configuration["Rules"], key=lambda rule: rule.get("Priority", 0)):
        wanted = rule.get("Filter") or {}
        prefix = wanted.get("Prefix") or (wanted.get("And") or {}).get("Prefix") or rule.get("Prefix") or ""
        if rule["Status"] == "Enabled" and key.startswith(prefix) and not _tags(rule):
            chosen[rule["Destination"]["Bucket"]] = rule
    return list(chosen.values())


@amends("s3", "DeleteObject")
def replicate_delete_marker(call: Call, output: dict) -> None:
    """Deleting a version is never replicated, a delete marker is when the rule says so."""
    name, key = call.input["Bucket"], call.input["Key"]
    if call.input.get("VersionId"):
        return
    for rule in _rules_for(call, name, key):
        target = rule["Destination"]["Bucket"].removeprefix("arn:aws:s3:::")
        wanted = (rule.get("DeleteMarkerReplication") or {}).get("Status") == "Enabled"
        role = (replication_of(call, name) or {}).get("Role", "")
        if wanted and _bucket(call, target) is not None and may_replicate_deletion(call, role, target, key):
            call.backend().delete_object(target, key)


@amends("s3", "HeadObject")
def tell_replication_status(call: Call, output: dict) -> None:
    status = call.remembered("replicas", "global").get((call.input["Bucket"], call.input["Key"]))
    if status and not call.input.get("VersionId"):
        output["ReplicationStatus"] = status


def _existing(call: Call) -> Any:
    bucket = _bucket(call, call.input["Bucket"])
    if bucket is None:
        raise AwsError("NoSuchBucket", "The specified bucket does not exist", 404)
    return bucket


def _invalid(message: str) -> AwsError:
    return AwsError("InvalidRequest", message)
