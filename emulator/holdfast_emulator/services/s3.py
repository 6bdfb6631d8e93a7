"""S3: EventBridge notifications, the ACL rule of today's buckets, and what moto would misread."""

from __future__ import annotations

from typing import Any

from ..engine.call import Call
from ..engine.errors import AwsError, unsupported
from ..engine.registry import amends, checks, replaces

# Operations on a part of a bucket that moto does not know: it would take a PUT for the creation of the bucket and a
# GET for a listing of its objects.
_UNKNOWN_TO_MOTO = (
    "DeleteBucketAnalyticsConfiguration",
    "DeleteBucketMetricsConfiguration",
    "GetBucketAnalyticsConfiguration",
    "GetBucketMetricsConfiguration",
    "GetBucketPolicyStatus",
    "ListBucketAnalyticsConfigurations",
    "ListBucketMetricsConfigurations",
    "PutBucketAnalyticsConfiguration",
    "PutBucketMetricsConfiguration",
    "PutBucketRequestPayment",
)


@checks("s3", *_UNKNOWN_TO_MOTO)
def refuse_unknown(call: Call) -> None:
    """Fail fast where moto would answer something else."""
    raise unsupported(call.service, call.operation)


@replaces("s3", "GetBucketRequestPayment")
def bucket_owner_pays(call: Call) -> dict[str, Any]:
    """Terraform reads this of every bucket."""
    _bucket(call)
    return {"Payer": "BucketOwner"}


@amends("s3", "PutBucketNotificationConfiguration")
def keep_event_bridge(call: Call, output: dict) -> None:
    wanted = "EventBridgeConfiguration" in call.input.get("NotificationConfiguration", {})
    call.remembered("event bridge")[call.input["Bucket"]] = wanted


@amends("s3", "GetBucketNotificationConfiguration")
def tell_event_bridge(call: Call, output: dict) -> None:
    if call.remembered("event bridge").get(call.input["Bucket"]):
        output["EventBridgeConfiguration"] = {}


@amends("s3", "DeleteBucket")
def forget_bucket(call: Call, output: dict) -> None:
    call.remembered("event bridge").pop(call.input["Bucket"], None)


@checks("s3", "PutBucketAcl")
def refuse_acl(call: Call) -> None:
    """Buckets have had ACLs switched off since April 2023, unless their ownership controls say otherwise."""
    if (_bucket(call).ownership_rule or "BucketOwnerEnforced") == "BucketOwnerEnforced":
        raise AwsError("AccessControlListNotSupported", "The bucket does not allow ACLs")


def _bucket(call: Call) -> Any:
    buckets = call.backend().buckets
    name = call.input["Bucket"]
    if name not in buckets:
        raise AwsError("NoSuchBucket", "The specified bucket does not exist", 404)
    return buckets[name]


def patch_moto() -> None:
    """Two habits of moto's buckets that no operation of ours can change."""
    from moto.iam.access_control import PermissionResult
    from moto.s3.models import FakeBucket, S3Backend

    # moto reads bucket policies without their conditions; who may do what was judged before (authorization/).
    FakeBucket.get_permission = lambda *_: PermissionResult.PERMITTED  # type: ignore[method-assign,assignment]
    # moto writes access logs into the target bucket, which then cannot be destroyed. No other log of AWS is delivered
    # here (flow logs, load balancer logs), so these are not either.
    S3Backend.log_incoming_request = lambda *_: None  # type: ignore[method-assign,assignment]
