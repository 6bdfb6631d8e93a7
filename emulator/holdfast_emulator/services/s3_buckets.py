"""Buckets: names, lifecycle rules, tiers, encryption, Object Lock and access logs, as far as AWS refuses something."""

from __future__ import annotations

import re
import secrets
from typing import Any

from ..engine.call import Call
from ..engine.errors import AwsError
from ..engine.registry import amends, checks, replaces
from .policy_documents import allows

_NAME = re.compile(r"^(?!xn--|sthree-|amzn-s3-demo-)[a-z0-9](?!.*\.\.)[a-z0-9.-]{1,61}[a-z0-9]$")
_RESERVED_ENDS = ("-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3")
_ADDRESS = re.compile(r"^\d+\.\d+\.\d+\.\d+$")
_KEY_ARN = re.compile(r"^arn:aws:kms:(?P<region>[^:]+):")
_LONG_TERM = ("STANDARD_IA", "ONEZONE_IA")
_SHORTEST_STAY_DAYS = 30


@checks("s3", "CreateBucket")
def refuse_name(call: Call) -> None:
    name = call.input["Bucket"]
    if not _NAME.match(name) or _ADDRESS.match(name) or name.endswith(_RESERVED_ENDS):
        raise AwsError("InvalidBucketName", f"The specified bucket is not valid: {name}")


@checks("s3", "DeleteBucket")
def refuse_used_bucket(call: Call) -> None:
    """Old versions and delete markers count; moto looks at what a listing would show."""
    bucket = call.backend().buckets.get(call.input["Bucket"])
    if bucket is not None and any(bucket.keys.getlist(key) for key in list(bucket.keys)):
        raise AwsError(
            "BucketNotEmpty", "The bucket you tried to delete is not empty. You must delete all versions.", 409
        )


@replaces("s3", "PutObjectLockConfiguration")
def put_object_lock(call: Call) -> dict[str, Any]:
    """AWS takes it for buckets that were made without Object Lock, and that hold objects, too; moto does not."""
    bucket = existing_bucket(call)
    if not bucket.is_versioned:
        raise AwsError(
            "InvalidBucketState",
            "Versioning must be 'Enabled' on the bucket to apply a Object Lock configuration",
            409,
        )
    rule = (call.input.get("ObjectLockConfiguration") or {}).get("Rule") or {}
    retention = rule.get("DefaultRetention")
    if retention is not None and bool(retention.get("Days")) == bool(retention.get("Years")):
        raise AwsError("MalformedXML", "A default retention has either days or years.")
    retention = retention or {}
    bucket.object_lock_enabled = True
    bucket.default_lock_mode = retention.get("Mode")
    bucket.default_lock_days = retention.get("Days")
    bucket.default_lock_years = retention.get("Years")
    return {}


@amends("s3", "GetObjectLockConfiguration")
def tell_one_unit(call: Call, output: dict) -> None:
    """moto tells days and years; the one that is not set as 0."""
    retention = ((output.get("ObjectLockConfiguration") or {}).get("Rule") or {}).get("DefaultRetention") or {}
    for unit in ("Days", "Years"):
        if not retention.get(unit):
            retention.pop(unit, None)


@checks("s3", "PutBucketEncryption")
def refuse_foreign_key(call: Call) -> None:
    """AWS refuses the objects later; the configuration is refused here already."""
    bucket = existing_bucket(call)
    for rule in call.input["ServerSideEncryptionConfiguration"]["Rules"]:
        key = (rule.get("ApplyServerSideEncryptionByDefault") or {}).get("KMSMasterKeyID") or ""
        found = _KEY_ARN.match(key)
        if found and found["region"] != bucket.region_name:
            raise AwsError("InvalidArgument", f"The KMS key {key} is not in {bucket.region_name}, as the bucket is.")


@replaces("s3", "PutBucketLogging")
def put_logging(call: Call) -> dict[str, Any]:
    """moto fails on a policy with a statement about everybody, and loses the format of the logs' names."""
    bucket = existing_bucket(call)
    wanted = (call.input.get("BucketLoggingStatus") or {}).get("LoggingEnabled")
    if wanted:
        _refuse_log_target(bucket, call.backend().buckets.get(wanted["TargetBucket"]))
    call.remembered("logging", "global")[bucket.name] = wanted
    return {}


def _refuse_log_target(bucket: Any, target: Any) -> None:
    if target is None:
        raise AwsError("InvalidTargetBucketForLogging", "The target bucket for logging does not exist")
    if target.region_name != bucket.region_name:
        raise AwsError(
            "CrossLocationLoggingProhibited", "The target bucket for logging must be in the region of the bucket.", 403
        )
    policy = (target.policy or b"").decode()
    if not allows(policy, action="s3:PutObject", principals=("logging.s3.amazonaws.com",)):
        raise AwsError(
            "InvalidTargetBucketForLogging", "The target bucket's policy must let logging.s3.amazonaws.com put objects."
        )


@replaces("s3", "GetBucketLogging")
def get_logging(call: Call) -> dict[str, Any]:
    bucket = existing_bucket(call)
    kept = call.remembered("logging", "global").get(bucket.name)
    return {"LoggingEnabled": kept} if kept else {}


@replaces("s3", "PutBucketLifecycleConfiguration")
def put_lifecycle(call: Call) -> dict[str, Any]:
    """Kept whole: moto drops some of it."""
    existing_bucket(call)
    rules = call.input["LifecycleConfiguration"]["Rules"]
    for rule in rules:
        rule.setdefault("ID", secrets.token_hex(15))
        _refuse_lifecycle_rule(rule)
    if len({rule["ID"] for rule in rules}) < len(rules):
        raise AwsError("InvalidArgument", "Rule ID must be unique. Found same ID for more than one rule.")
    size = call.input.get("TransitionDefaultMinimumObjectSize") or "all_storage_classes_128K"
    call.remembered("lifecycle", "global")[call.input["Bucket"]] = (rules, size)
    return {"TransitionDefaultMinimumObjectSize": size}


def _refuse_lifecycle_rule(rule: dict[str, Any]) -> None:
    kinds = (
        ("Transitions", "Days", (rule.get("Expiration") or {}).get("Days")),
        (
            "NoncurrentVersionTransitions",
            "NoncurrentDays",
            (rule.get("NoncurrentVersionExpiration") or {}).get("NoncurrentDays"),
        ),
    )
    for kind, unit, expiry in kinds:
        days = [(t.get("StorageClass"), t[unit]) for t in rule.get(kind) or [] if unit in t]
        for storage, day in days:
            if storage in _LONG_TERM and day < _SHORTEST_STAY_DAYS:
                raise AwsError(
                    "InvalidArgument",
                    f"'{unit}' in {kind[:-1]} action must be greater than or equal to {_SHORTEST_STAY_DAYS} for "
                    f"storageClass '{storage}'",
                )
            if expiry is not None and expiry <= day:
                raise AwsError(
                    "InvalidArgument",
                    f"'{unit}' in the expiration of rule {rule['ID']} must be greater than in its {kind[:-1]} action",
                )
    actions = ("Expiration", "Transitions", "NoncurrentVersionExpiration", "NoncurrentVersionTransitions")
    if not any(rule.get(action) for action in (*actions, "AbortIncompleteMultipartUpload")):
        raise AwsError("InvalidRequest", "At least one action needs to be specified in a rule.")


@replaces("s3", "GetBucketLifecycleConfiguration")
def get_lifecycle(call: Call) -> dict[str, Any]:
    existing_bucket(call)
    rules, size = call.remembered("lifecycle", "global").get(call.input["Bucket"], ([], ""))
    if not rules:
        raise AwsError("NoSuchLifecycleConfiguration", "The lifecycle configuration does not exist", 404)
    return {"Rules": rules, "TransitionDefaultMinimumObjectSize": size}


@replaces("s3", "DeleteBucketLifecycle")
def delete_lifecycle(call: Call) -> dict[str, Any]:
    existing_bucket(call)
    call.remembered("lifecycle", "global").pop(call.input["Bucket"], None)
    return {}


@replaces("s3", "PutBucketIntelligentTieringConfiguration")
def put_tiering(call: Call) -> dict[str, Any]:
    existing_bucket(call)
    wanted = call.input["IntelligentTieringConfiguration"]
    least = {"ARCHIVE_ACCESS": 90, "DEEP_ARCHIVE_ACCESS": 180}
    for tier in wanted["Tierings"]:
        if not least[tier["AccessTier"]] <= tier["Days"] <= 730:
            raise AwsError("InvalidArgument", f"{tier['AccessTier']} needs {least[tier['AccessTier']]} to 730 days.")
    _tierings(call)[call.input["Id"]] = wanted
    return {}


@replaces("s3", "GetBucketIntelligentTieringConfiguration")
def get_tiering(call: Call) -> dict[str, Any]:
    existing_bucket(call)
    if call.input["Id"] not in _tierings(call):
        raise AwsError("NoSuchConfiguration", "The specified configuration does not exist.", 404)
    return {"IntelligentTieringConfiguration": _tierings(call)[call.input["Id"]]}


@replaces("s3", "ListBucketIntelligentTieringConfigurations")
def list_tierings(call: Call) -> dict[str, Any]:
    existing_bucket(call)
    return {"IsTruncated": False, "IntelligentTieringConfigurationList": list(_tierings(call).values())}


@replaces("s3", "DeleteBucketIntelligentTieringConfiguration")
def delete_tiering(call: Call) -> dict[str, Any]:
    existing_bucket(call)
    _tierings(call).pop(call.input["Id"], None)
    return {}


def _tierings(call: Call) -> dict[str, Any]:
    return call.remembered("tierings", "global").setdefault(call.input["Bucket"], {})


@amends("s3", "DeleteBucket")
def forget_configurations(call: Call, output: dict) -> None:
    for kind in ("lifecycle", "logging", "tierings"):
        call.remembered(kind, "global").pop(call.input["Bucket"], None)


def existing_bucket(call: Call) -> Any:
    bucket = call.backend().buckets.get(call.input["Bucket"])
    if bucket is None:
        raise AwsError("NoSuchBucket", "The specified bucket does not exist", 404)
    return bucket
