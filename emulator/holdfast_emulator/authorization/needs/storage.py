"""S3: buckets and objects. Names of actions: S3 guide, "Required permissions for Amazon S3 API operations"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, unquote

from ..need import Need
from .encryption import through
from .inputs import texts, values
from .s3_actions import RENAMED
from .state import has_bucket_key, partition
from .table import Table, any_of

if TYPE_CHECKING:
    from ...engine.call import Call


def _objects(call: Call) -> list[str]:
    return [f"{call.input['Bucket']}/{key}" for key in texts(call.input, "Key")] if call.input.get("Bucket") else []


S3 = Table(
    "s3",
    names={"bucket": ("Bucket",), "object": _objects},
    actions=RENAMED,
    keys={
        "s3:prefix": ("Prefix",),
        "s3:delimiter": ("Delimiter",),
        "s3:max-keys": ("MaxKeys",),
        "s3:versionid": ("VersionId",),
        "s3:x-amz-acl": ("ACL",),
        "s3:x-amz-server-side-encryption": ("ServerSideEncryption",),
        "s3:x-amz-server-side-encryption-aws-kms-key-id": ("SSEKMSKeyId",),
        "s3:x-amz-storage-class": ("StorageClass",),
        "s3:object-lock-mode": ("ObjectLockMode",),
        "s3:object-lock-legal-hold": ("ObjectLockLegalHoldStatus",),
        "s3:locationconstraint": ("CreateBucketConfiguration.LocationConstraint",),
        "s3:if-none-match": ("IfNoneMatch",),
        "s3:if-match": ("IfMatch",),
        "s3:TlsVersion": lambda call: ["1.3"],
        "s3:ResourceAccount": lambda call: [call.account],
        "s3:authType": lambda call: ["REST-HEADER" if call.request.header("authorization") else "REST-QUERY-STRING"],
        "s3:signatureversion": lambda call: ["AWS4-HMAC-SHA256"],
    },
    passes={
        "PutBucketReplication": {"ReplicationConfiguration.Role": "s3.amazonaws.com"},
        "DeleteBucketReplication": {},  # the same action, and no role in the request
    },
)
S3CONTROL = Table(
    "s3control",
    "s3",
    names={
        "bucket": lambda call: [name.rpartition(":::")[2] for name in texts(call.input, "ResourceArn", "resourceArn")],
        "accesspoint": ("Name",),
        "storagelensconfiguration": ("ConfigId",),
    },
    actions={
        "DeletePublicAccessBlock": "PutAccountPublicAccessBlock",
        "GetPublicAccessBlock": "GetAccountPublicAccessBlock",
        "PutPublicAccessBlock": "PutAccountPublicAccessBlock",
    },
)


def _object(call: Call, key: str | None = None, bucket: str | None = None) -> str:
    return (
        f"arn:{partition(call)}:s3:::{bucket or call.input['Bucket']}/{call.input.get('Key') if key is None else key}"
    )


def _key_of(call: Call, bucket: str, key: str | None = None) -> str | None:
    """The KMS key that an object is (or, new, will be) encrypted with: its own, the request's, the bucket's."""
    found = call.backend("s3").buckets.get(bucket)
    if key is not None:
        stored = found.keys.get(key) if found is not None else None
        return getattr(stored, "kms_key_id", None) or None
    if call.input.get("ServerSideEncryption") not in (None, "aws:kms", "aws:kms:dsse"):
        return None
    if call.input.get("SSEKMSKeyId"):
        return str(call.input["SSEKMSKeyId"])
    rules = getattr(found, "encryption", None) or {}
    named = texts(
        rules,
        "Rule.ApplyServerSideEncryptionByDefault.KMSMasterKeyID",
        "Rules.ApplyServerSideEncryptionByDefault.KMSMasterKeyID",
    )
    return named[0] if named else None


def _with_key(call: Call, key: str | None, action: str, bucket: str, object_arn: str) -> list[Need]:
    """S3 guide, "Using server-side encryption with AWS KMS keys": the encryption context is the object's ARN, or, with
    a bucket key, the bucket's."""
    whole = has_bucket_key(call.backend("s3").buckets.get(bucket))
    arn = f"arn:{partition(call)}:s3:::{bucket}" if whole else object_arn
    return through(call, key, "s3", (action,), {"aws:s3:arn": arn})


@S3.instead("GetObject", "HeadObject", "GetObjectAttributes", "GetObjectTagging", "GetObjectAcl")
def read_object(call: Call) -> list[Need]:
    """A version is read by another action than the newest."""
    version = "Version" if call.input.get("VersionId") else ""
    name = {
        "GetObjectAttributes": f"GetObject{version}Attributes",
        "GetObjectTagging": f"GetObject{version}Tagging",
        "GetObjectAcl": f"GetObject{version}Acl",
    }.get(call.operation, f"GetObject{version}")
    needs = [S3.need(call, name, _object(call))]
    if call.operation in ("GetObject", "HeadObject"):
        bucket = str(call.input["Bucket"])
        needs += _with_key(call, _key_of(call, bucket, str(call.input["Key"])), "Decrypt", bucket, _object(call))
    return needs


@S3.instead("DeleteObject", "DeleteObjects", "DeleteObjectTagging", "PutObjectTagging")
def change_object(call: Call) -> list[Need]:
    if call.operation in ("DeleteObjectTagging", "PutObjectTagging"):
        name = call.operation.replace("Object", "ObjectVersion") if call.input.get("VersionId") else call.operation
        return [S3.need(call, name, _object(call))]
    wanted = values(call.input, "Delete.Objects") if call.operation == "DeleteObjects" else [call.input]
    needs = []
    for each in wanted:
        name = "DeleteObjectVersion" if each.get("VersionId") else "DeleteObject"
        needs.append(S3.need(call, name, _object(call, each["Key"])))
    if call.input.get("BypassGovernanceRetention"):
        needs += [S3.need(call, "BypassGovernanceRetention", need.resource) for need in needs]
    return needs


@S3.adds("PutObject", "CopyObject", "CreateMultipartUpload")
def what_comes_with_an_object(call: Call) -> list[Need]:
    extras = {
        "PutObjectTagging": call.input.get("Tagging"),
        "PutObjectAcl": call.input.get("ACL") not in (None, "", "private", "bucket-owner-full-control"),
        "PutObjectRetention": call.input.get("ObjectLockMode"),
        "PutObjectLegalHold": call.input.get("ObjectLockLegalHoldStatus"),
    }
    needs = [S3.need(call, name, _object(call)) for name, wanted in extras.items() if any_of(wanted)]
    bucket = str(call.input["Bucket"])
    return needs + _with_key(call, _key_of(call, bucket), "GenerateDataKey", bucket, _object(call))


@S3.instead("CopyObject", "UploadPartCopy")
def copy_object(call: Call) -> list[Need]:
    source: Any = call.input.get("CopySource") or ""
    if not isinstance(source, dict):
        path, _, query = str(source).lstrip("/").partition("?")
        bucket, _, key = unquote(path).partition("/")
        source = {"Bucket": bucket, "Key": key, "VersionId": dict(parse_qsl(query)).get("versionId")}
    read = _object(call, source["Key"], source["Bucket"])
    needs = [S3.need(call, "GetObjectVersion" if source.get("VersionId") else "GetObject", read)]
    needs += _with_key(call, _key_of(call, source["Bucket"], source["Key"]), "Decrypt", source["Bucket"], read)
    needs.append(S3.need(call, "PutObject", _object(call)))
    return needs + list(what_comes_with_an_object(call))


@S3.adds("CreateBucket")
def what_comes_with_a_bucket(call: Call) -> list[Need]:
    """S3 guide, "Required permissions": CreateBucket with these settings needs the right to set them, too."""
    bucket = S3.arn(call, "bucket", str(call.input["Bucket"]))
    names: list[str] = []
    if call.input.get("ACL") not in (None, "", "private"):
        names.append("PutBucketAcl")
    if call.input.get("ObjectLockEnabledForBucket"):
        names += ["PutBucketVersioning", "PutBucketObjectLockConfiguration"]
    if call.input.get("ObjectOwnership"):
        names.append("PutBucketOwnershipControls")
    if values(call.input, "CreateBucketConfiguration.Tags"):
        names.append("TagResource")
    return [S3.need(call, name, bucket) for name in names]
