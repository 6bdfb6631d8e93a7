"""CloudFront distributions: the whole configuration comes back, deployed at once."""

from __future__ import annotations

import copy
import uuid
from collections.abc import Iterator
from typing import Any

from ..engine.call import Call
from ..engine.errors import AwsError
from ..engine.registry import replaces
from .certificates import certificate_users
from .cloudfront import etag_of, find, new_id, refers_to, require_match, things
from .cloudfront_checks import refuse_bad_distribution

Config = dict[str, Any]

_NONE = {"Quantity": 0}
_CONFIG_DEFAULTS: Config = {
    "Aliases": _NONE,
    "CacheBehaviors": _NONE,
    "Comment": "",
    "ContinuousDeploymentPolicyId": "",
    "CustomErrorResponses": _NONE,
    "DefaultRootObject": "",
    "HttpVersion": "http2",
    "IsIPV6Enabled": False,
    "Logging": {"Enabled": False, "IncludeCookies": False, "Bucket": "", "Prefix": ""},
    "OriginGroups": _NONE,
    "PriceClass": "PriceClass_All",
    "Restrictions": {"GeoRestriction": {"RestrictionType": "none", "Quantity": 0}},
    "Staging": False,
    "ViewerCertificate": {"CloudFrontDefaultCertificate": True, "MinimumProtocolVersion": "TLSv1"},
    "WebACLId": "",
}
_BEHAVIOR_DEFAULTS: Config = {
    "AllowedMethods": {
        "Quantity": 2,
        "Items": ["GET", "HEAD"],
        "CachedMethods": {"Quantity": 2, "Items": ["GET", "HEAD"]},
    },
    "Compress": False,
    "FieldLevelEncryptionId": "",
    "FunctionAssociations": _NONE,
    "GrpcConfig": {"Enabled": False},
    "LambdaFunctionAssociations": _NONE,
    "SmoothStreaming": False,
    "TrustedKeyGroups": {"Enabled": False, "Quantity": 0},
    "TrustedSigners": {"Enabled": False, "Quantity": 0},
}
_ORIGIN_DEFAULTS: Config = {
    "ConnectionAttempts": 3,
    "ConnectionTimeout": 10,
    "CustomHeaders": _NONE,
    "OriginAccessControlId": "",
    "OriginPath": "",
    "OriginShield": {"Enabled": False},
}


@replaces("cloudfront", "CreateDistribution", "CreateDistributionWithTags")
def create_distribution(call: Call) -> dict[str, Any]:
    with_tags = call.input.get("DistributionConfigWithTags") or {}
    config = _complete(with_tags.get("DistributionConfig") or call.input["DistributionConfig"])
    for other in distributions(call).values():
        if other["Config"]["CallerReference"] == config["CallerReference"]:
            raise AwsError(
                "DistributionAlreadyExists", f"The caller reference is that of distribution {other['Id']}.", 409
            )
    refuse_bad_distribution(call, config)
    made: dict[str, Any] = {"Id": new_id(call, "Distribution"), "Config": config, "Revision": 1}
    made["ARN"] = call.arn("cloudfront", f"distribution/{made['Id']}", region="")
    made["DomainName"] = f"d{uuid.uuid4().hex[:13]}.cloudfront.net"
    distributions(call)[made["Id"]] = made
    call.backend().tagger.tag_resource(made["ARN"], (with_tags.get("Tags") or {}).get("Items") or [])
    location = f"https://cloudfront.amazonaws.com/2020-05-31/distribution/{made['Id']}"
    return {"Distribution": _told(made), "ETag": etag_of(made), "Location": location}


@replaces("cloudfront", "GetDistribution")
def get_distribution(call: Call) -> dict[str, Any]:
    found = find(call, "Distribution", call.input["Id"])
    return {"Distribution": _told(found), "ETag": etag_of(found)}


@replaces("cloudfront", "GetDistributionConfig")
def get_distribution_config(call: Call) -> dict[str, Any]:
    found = find(call, "Distribution", call.input["Id"])
    return {"DistributionConfig": found["Config"], "ETag": etag_of(found)}


@replaces("cloudfront", "UpdateDistribution")
def update_distribution(call: Call) -> dict[str, Any]:
    found = find(call, "Distribution", call.input["Id"])
    require_match(call, found)
    config = _complete(call.input["DistributionConfig"])
    if config["CallerReference"] != found["Config"]["CallerReference"]:
        raise AwsError("IllegalUpdate", "The caller reference of a distribution cannot be changed.")
    refuse_bad_distribution(call, config, found["Id"])
    found.update(Config=config, Revision=found["Revision"] + 1)
    return {"Distribution": _told(found), "ETag": etag_of(found)}


@replaces("cloudfront", "DeleteDistribution")
def delete_distribution(call: Call) -> dict[str, Any]:
    found = find(call, "Distribution", call.input["Id"])
    require_match(call, found)
    if found["Config"]["Enabled"]:
        raise AwsError(
            "DistributionNotDisabled", "The distribution you are trying to delete has not been disabled.", 409
        )
    del distributions(call)[found["Id"]]
    call.backend().tagger.delete_all_tags_for_resource(found["ARN"])
    return {}


@replaces("cloudfront", "ListDistributions")
def list_distributions(call: Call) -> dict[str, Any]:
    found = [_summary(distribution) for distribution in distributions(call).values()]
    shown = {"Marker": "", "MaxItems": 100, "IsTruncated": False, "Quantity": len(found), "Items": found}
    return {"DistributionList": shown}


@replaces("cloudfront", "CreateInvalidation")
def create_invalidation(call: Call) -> dict[str, Any]:
    found = find(call, "Distribution", call.input["DistributionId"])
    batch = call.input["InvalidationBatch"]
    for path in batch["Paths"].get("Items") or []:
        if not path.startswith("/"):
            raise AwsError("InvalidArgument", f"Your request contains an invalid invalidation path: {path}")
    made = {"Id": f"I{uuid.uuid4().hex[:13].upper()}", "Status": "Completed", "CreateTime": _now()}
    made["InvalidationBatch"] = batch
    _invalidations(call, found["Id"])[made["Id"]] = made
    return {"Invalidation": made, "Location": f"distribution/{found['Id']}/invalidation/{made['Id']}"}


@replaces("cloudfront", "GetInvalidation")
def get_invalidation(call: Call) -> dict[str, Any]:
    found = find(call, "Distribution", call.input["DistributionId"])
    made = _invalidations(call, found["Id"]).get(call.input["Id"])
    if made is None:
        raise AwsError("NoSuchInvalidation", "The specified invalidation does not exist.", 404)
    return {"Invalidation": made}


@replaces("cloudfront", "ListInvalidations")
def list_invalidations(call: Call) -> dict[str, Any]:
    found = find(call, "Distribution", call.input["DistributionId"])
    items = [
        {name: made[name] for name in ("Id", "Status", "CreateTime")}
        for made in _invalidations(call, found["Id"]).values()
    ]
    shown = {"Marker": "", "MaxItems": 100, "IsTruncated": False, "Quantity": len(items), "Items": items}
    return {"InvalidationList": shown}


def distributions(call: Call) -> dict[str, dict[str, Any]]:
    """The distributions of the account, by id."""
    return things(call, "Distribution")


def _users_of_certificate(call: Call, arn: str) -> Iterator[str]:
    for found in distributions(call).values():
        if refers_to(found["Config"]["ViewerCertificate"], arn):
            yield found["ARN"]


certificate_users.append(_users_of_certificate)


def _invalidations(call: Call, distribution_id: str) -> dict[str, dict[str, Any]]:
    return things(call, "Invalidation").setdefault(distribution_id, {})


def _complete(config: Config) -> Config:
    """With what AWS adds to what was left out."""
    config = copy.deepcopy(config)
    whole = {**copy.deepcopy(_CONFIG_DEFAULTS), **config}
    for behavior in [whole["DefaultCacheBehavior"], *(whole["CacheBehaviors"].get("Items") or [])]:
        behavior.update({**copy.deepcopy(_BEHAVIOR_DEFAULTS), **behavior})
    for origin in whole["Origins"]["Items"]:
        origin.update({**copy.deepcopy(_ORIGIN_DEFAULTS), **origin})
    return whole


def _told(distribution: dict[str, Any]) -> dict[str, Any]:
    return {
        "Id": distribution["Id"],
        "ARN": distribution["ARN"],
        "Status": "Deployed",
        "LastModifiedTime": _now(),
        "InProgressInvalidationBatches": 0,
        "DomainName": distribution["DomainName"],
        "ActiveTrustedSigners": {"Enabled": False, "Quantity": 0},
        "ActiveTrustedKeyGroups": {"Enabled": False, "Quantity": 0},
        "DistributionConfig": distribution["Config"],
    }


def _summary(distribution: dict[str, Any]) -> dict[str, Any]:
    told = _told(distribution)
    config = told.pop("DistributionConfig")
    shared = ("Logging", "CallerReference", "DefaultRootObject", "ContinuousDeploymentPolicyId")
    return {**told, **{name: value for name, value in config.items() if name not in shared}}


def _now() -> Any:
    from moto.core.utils import utcnow

    return utcnow()
