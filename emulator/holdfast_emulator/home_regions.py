"""Which region has to work for a request: its home, which is not always the region that it is signed for.

Sources: "AWS Fault Isolation Boundaries", global services and appendices A and B
(https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/global-services.html). With one endpoint
for everything, as here, clients sign IAM for the region of their provider: so the map is by service, not by signature.
"""

from __future__ import annotations

import re

from .engine.identify import Identity
from .engine.request import AwsRequest

US_EAST_1 = "us-east-1"
US_WEST_2 = "us-west-2"

# Their control planes run in one region; what they distribute (roles, DNS answers, pages) goes on working elsewhere.
_GLOBAL = {
    **dict.fromkeys(
        (
            "account",
            "artifact",
            "bcm-data-exports",
            "billing",
            "billingconductor",
            "budgets",
            "ce",
            "cloudfront",
            "cloudfront-keyvaluestore",
            "cur",
            "ecr-public",
            "freetier",
            "health",
            "iam",
            "invoicing",
            "marketplace-catalog",
            "organizations",
            "payments",
            "pricing",
            "route53",
            "route53domains",
            "savingsplans",
            "shield",
            "support",
            "tax",
            "trustedadvisor",
            "waf",
        ),
        US_EAST_1,
    ),
    **dict.fromkeys(
        (
            "globalaccelerator",
            "networkmanager",
            "route53-recovery-control-config",
            "route53-recovery-readiness",
        ),
        US_WEST_2,
    ),
}

# Buckets and their configuration are made in us-east-1 for all regions; the objects and all reads are regional.
_BUCKET_CONFIGURATION = re.compile(
    r"^(?:CreateBucket\w*|DeleteBucket\w*|PutBucket\w+|(?:Put|Delete)PublicAccessBlock|PutObjectLockConfiguration)$"
)


def home_region(request: AwsRequest, identity: Identity, account: str) -> str | None:
    """The region whose outage stops this request, beside the one whose endpoint it is sent to."""
    service, operation = identity.service, identity.operation or ""
    if service in _GLOBAL:
        return _GLOBAL[service]
    if service == "wafv2" and _is_for_cloudfront(request):
        return US_EAST_1
    if service in ("s3", None):
        if _BUCKET_CONFIGURATION.match(operation):
            return US_EAST_1
        return _region_of_bucket(request, account) or request.region
    return request.region


def region_of_global_service(service: str) -> str | None:
    """The one region whose endpoint a global service has; None for a service of each region."""
    return _GLOBAL.get(service)


def _is_for_cloudfront(request: AwsRequest) -> bool:
    """By its scope, or by the ARN of something that has that scope."""
    return b'"CLOUDFRONT"' in request.body or b":global/" in request.body


def _region_of_bucket(request: AwsRequest, account: str) -> str | None:
    from moto.backends import get_backend

    name = request.path.lstrip("/").partition("/")[0]
    buckets = get_backend("s3")[account]["aws"].buckets if name else {}
    return buckets[name].region_name if name in buckets else None
