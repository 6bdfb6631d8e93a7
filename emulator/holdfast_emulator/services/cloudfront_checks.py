"""What CloudFront refuses in a distribution."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ..engine.call import Call
from ..engine.errors import AwsError
from .certificates import covers, usable_certificate
from .cloudfront import find, things
from .cloudfront_functions import functions

# CloudFront uses the certificates and the web ACLs of this region only:
# https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html
REGION = "us-east-1"

_WEB_ACL = re.compile(rf"^arn:aws:wafv2:{REGION}:\d{{12}}:global/webacl/")
_CHANGING_METHODS = {"POST", "PUT", "PATCH", "DELETE"}
_POLICIES = {
    "CachePolicyId": "CachePolicy",
    "OriginRequestPolicyId": "OriginRequestPolicy",
    "ResponseHeadersPolicyId": "ResponseHeadersPolicy",
}
# https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/creating-custom-error-pages.html
_ERROR_CODES = (400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504)

Config = dict[str, Any]


def refuse_bad_distribution(call: Call, config: Config, own_id: str | None = None) -> None:
    """The checks of CreateDistribution and of UpdateDistribution, whose own id is ``own_id``."""
    _refuse_bad_origins(call, config)
    for behavior in _behaviors(config):
        _refuse_bad_behavior(call, config, behavior)
    _refuse_bad_names(call, config, own_id)
    _refuse_bad_web_acl(call, config)
    _refuse_bad_error_pages(config)
    _refuse_bad_log_bucket(call, config)
    if config["DefaultRootObject"].startswith("/"):
        raise AwsError("InvalidDefaultRootObject", "The default root object must not begin with a slash.")
    geo = config["Restrictions"]["GeoRestriction"]
    if (geo["RestrictionType"] != "none") != bool(geo.get("Items")):
        raise AwsError(
            "InvalidGeoRestrictionParameter", "A geo restriction of type none has no locations, any other has some."
        )


def _refuse_bad_origins(call: Call, config: Config) -> None:
    origins = config["Origins"]["Items"]
    ids = [origin["Id"] for origin in origins]
    for origin in origins:
        if ids.count(origin["Id"]) > 1:
            raise AwsError("InvalidArgument", f"There is more than one origin with the id {origin['Id']}.")
        kinds = [name for name in ("S3OriginConfig", "CustomOriginConfig", "VpcOriginConfig") if origin.get(name)]
        if len(kinds) != 1:
            raise AwsError("InvalidOrigin", f"The origin {origin['Id']} must be exactly one of S3, custom or VPC.")
        if origin["OriginPath"] and (not origin["OriginPath"].startswith("/") or origin["OriginPath"].endswith("/")):
            raise AwsError("InvalidArgument", "An origin path begins with a slash and does not end with one.")
        if "://" in origin["DomainName"] or "/" in origin["DomainName"]:
            raise AwsError("InvalidArgument", f"The origin domain name {origin['DomainName']} is not a domain name.")
        control = origin["OriginAccessControlId"]
        if control and control not in things(call, "OriginAccessControl"):
            raise AwsError("NoSuchOriginAccessControl", f"The origin access control {control} does not exist.", 404)
    for group in config["OriginGroups"].get("Items") or []:
        members = [member["OriginId"] for member in group["Members"]["Items"]]
        if len(members) != 2:
            raise AwsError("InvalidArgument", f"The origin group {group['Id']} must have two members.")
        for member in members:
            if member not in ids:
                raise AwsError("NoSuchOrigin", f"There is no origin {member} for the group {group['Id']}.", 404)


def _refuse_bad_behavior(call: Call, config: Config, behavior: Config) -> None:
    target = behavior["TargetOriginId"]
    groups = {group["Id"] for group in config["OriginGroups"].get("Items") or []}
    if target not in {origin["Id"] for origin in config["Origins"]["Items"]} | groups:
        raise AwsError("NoSuchOrigin", f"One or more of your origins or origin groups do not exist: {target}", 404)
    if target in groups and _CHANGING_METHODS & set(behavior["AllowedMethods"]["Items"]):
        raise AwsError(
            "InvalidArgument",
            "The parameter AllowedMethods cannot include POST, PUT, PATCH, or DELETE for a cached behavior associated "
            "with an origin group.",
        )
    if bool(behavior.get("CachePolicyId")) == bool(behavior.get("ForwardedValues")):
        raise AwsError(
            "InvalidArgument",
            "The parameter ForwardedValues cannot be used when a cache policy is associated to the cache behavior, and "
            "one of both is required.",
        )
    if behavior.get("OriginRequestPolicyId") and not behavior.get("CachePolicyId"):
        raise AwsError("InvalidArgument", "An origin request policy needs a cache policy beside it.")
    for member, noun in _POLICIES.items():
        if behavior.get(member):
            find(call, noun, behavior[member])
    for group in behavior["TrustedKeyGroups"].get("Items") or []:
        if group not in things(call, "KeyGroup"):
            raise AwsError("TrustedKeyGroupDoesNotExist", f"The key group {group} does not exist.")
    _refuse_bad_functions(call, behavior)


def _refuse_bad_functions(call: Call, behavior: Config) -> None:
    published = {function["Arn"] for function in functions(call).values() if function["Live"]}
    events = set()
    for association in behavior["FunctionAssociations"].get("Items") or []:
        arn, event = association["FunctionARN"], association["EventType"]
        if arn not in published:
            raise AwsError("InvalidFunctionAssociation", f"The function {arn} does not exist or was not published.")
        if event not in ("viewer-request", "viewer-response") or event in events:
            raise AwsError(
                "InvalidFunctionAssociation",
                "A behavior calls at most one function at viewer-request and one at viewer-response.",
            )
        events.add(event)


def _refuse_bad_names(call: Call, config: Config, own_id: str | None) -> None:
    aliases = config["Aliases"].get("Items") or []
    wanted = config["ViewerCertificate"]
    arn = wanted.get("ACMCertificateArn")
    certificate = usable_certificate(call, arn, REGION) if arn else None
    if arn and certificate is None:
        raise AwsError(
            "InvalidViewerCertificate",
            "The specified SSL certificate doesn't exist, isn't in us-east-1 region, isn't valid, or doesn't include a "
            f"valid certificate chain: {arn}",
        )
    if aliases and not arn and not wanted.get("IAMCertificateId"):
        raise AwsError(
            "InvalidViewerCertificate",
            "To add an alternate domain name (CNAME) to a CloudFront distribution, you must attach a trusted "
            "certificate that validates your authorization to use the domain name.",
        )
    if arn and not wanted.get("SSLSupportMethod"):
        raise AwsError("InvalidViewerCertificate", "A certificate needs an SSL support method.")
    for alias in aliases:
        if certificate is not None and not covers(certificate, alias):
            raise AwsError(
                "InvalidViewerCertificate",
                "The certificate that is attached to your distribution doesn't cover the alternate domain name (CNAME) "
                f"that you're trying to add: {alias}",
            )
        for other in things(call, "Distribution").values():
            if other["Id"] != own_id and alias in (other["Config"]["Aliases"].get("Items") or []):
                raise AwsError(
                    "CNAMEAlreadyExists",
                    f"One or more of the CNAMEs you provided are already associated with a different resource: {alias}",
                    409,
                )


def _refuse_bad_web_acl(call: Call, config: Config) -> None:
    arn = config["WebACLId"]
    if not arn:
        return
    if not _WEB_ACL.match(arn) or arn not in vars(call.backend("wafv2", REGION)).get("holdfast_items", {}):
        raise AwsError(
            "InvalidWebACLId",
            f"AWS WAF web ACL ID is invalid or does not exist: {arn} (it must have scope CLOUDFRONT, in {REGION}).",
        )


def _refuse_bad_error_pages(config: Config) -> None:
    for page in config["CustomErrorResponses"].get("Items") or []:
        if page["ErrorCode"] not in _ERROR_CODES:
            raise AwsError("InvalidErrorCode", f"There is no custom page for the error code {page['ErrorCode']}.")
        if bool(page.get("ResponsePagePath")) != bool(page.get("ResponseCode")):
            raise AwsError("InvalidResponseCode", "A response page path and a response code go together.")
        if page.get("ResponsePagePath") and not page["ResponsePagePath"].startswith("/"):
            raise AwsError("InvalidArgument", "A response page path begins with a slash.")


def _refuse_bad_log_bucket(call: Call, config: Config) -> None:
    """Standard logs are written under an ACL, which a bucket of today does not have."""
    logging = config["Logging"]
    if not logging["Enabled"]:
        return
    name, dot, _ = logging["Bucket"].partition(".s3")
    bucket = call.backend("s3", "aws").buckets.get(name)
    if not dot or bucket is None:
        raise AwsError(
            "InvalidArgument", f"The parameter Logging Bucket does not refer to a valid S3 bucket: {logging['Bucket']}"
        )
    if (bucket.ownership_rule or "BucketOwnerEnforced") == "BucketOwnerEnforced":
        raise AwsError(
            "InvalidArgument",
            f"The S3 bucket that you specified for CloudFront logs does not enable ACL access: {logging['Bucket']}",
        )


def _behaviors(config: Config) -> Iterator[Config]:
    yield config["DefaultCacheBehavior"]
    yield from config["CacheBehaviors"].get("Items") or []
