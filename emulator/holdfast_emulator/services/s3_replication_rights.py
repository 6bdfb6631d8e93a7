"""What S3 does with the role of a replication configuration.

Oracle: S3 guide, "Setting up permissions for live replication" and "Replicating encrypted objects".
"""

from __future__ import annotations

from typing import Any

from ..authorization.need import Need
from ..authorization.needs.encryption import through
from ..authorization.needs.state import has_bucket_key, partition
from ..authorization.service_roles import as_service
from ..engine.call import Call
from ..engine.errors import AwsError

_S3 = "s3.amazonaws.com"


def may_replicate(call: Call, role: str, original: Any, target: str, replica_key: str | None) -> bool:
    """Whether the role may read the object and its source bucket, and write the replica; S3 then says FAILED."""
    source, here = f"arn:{partition(call)}:s3:::{original.bucket_name}", f"/{original.name}"
    replica = f"arn:{partition(call)}:s3:::{target}{here}"
    needs = [
        Need("s3:GetReplicationConfiguration", source),
        Need("s3:ListBucket", source),
        Need("s3:GetObjectVersionForReplication", source + here),
        Need("s3:GetObjectVersionAcl", source + here),
        Need("s3:GetObjectVersionTagging", source + here),
        Need("s3:ReplicateObject", replica),
        Need("s3:ReplicateTags", replica),
        *through(call, getattr(original, "kms_key_id", None), "s3", ("Decrypt",), _context(call, source, here)),
        *through(call, replica_key, "s3", ("Encrypt",), _context(call, f"arn:{partition(call)}:s3:::{target}", here)),
    ]
    return _allowed(call, role, needs)


def may_replicate_deletion(call: Call, role: str, target: str, key: str) -> bool:
    """Whether the role may make the delete marker in the other bucket, too."""
    return _allowed(call, role, [Need("s3:ReplicateDelete", f"arn:{partition(call)}:s3:::{target}/{key}")])


def _context(call: Call, bucket: str, key: str) -> dict[str, str]:
    """The encryption context: of the bucket when it has a key of its own, of the object otherwise."""
    found = call.backend("s3").buckets.get(bucket.rpartition(":::")[2])
    return {"aws:s3:arn": bucket if has_bucket_key(found) else bucket + key}


def _allowed(call: Call, role: str, needs: list[Need]) -> bool:
    source = f"arn:{partition(call)}:s3:::{call.input['Bucket']}"
    try:
        as_service(call, role, _S3, needs, {"aws:SourceArn": source})
    except AwsError:
        return False
    return True
