"""CloudFront and Route 53."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..need import Need
from .inputs import texts
from .table import Table

if TYPE_CHECKING:
    from ...engine.call import Call


def _cloudfront(*members: str) -> tuple[str, ...]:
    return (*members, "Resource")


CLOUDFRONT = Table(
    "cloudfront",
    names={
        "distribution": _cloudfront("Id", "DistributionId"),
        "cache-policy": _cloudfront("Id"),
        "origin-request-policy": _cloudfront("Id"),
        "origin-access-control": _cloudfront("Id"),
        "origin-access-identity": _cloudfront("Id"),
        "response-headers-policy": _cloudfront("Id"),
        "function": _cloudfront("Name"),
        "vpcorigin": _cloudfront("Id"),
        "key-value-store": _cloudfront("Name"),
        "field-level-encryption-config": ("Id",),
        "realtime-log-config": ("Name",),
        "streaming-distribution": _cloudfront("Id"),
    },
    # Tags at creation make it another operation, and the same action besides TagResource.
    actions={
        "CreateDistributionWithTags": ("CreateDistribution", "TagResource"),
        "GetCloudFrontOriginAccessIdentity": "GetCloudFrontOriginAccessIdentity",
    },
    # Of distributions with tenants, which the emulator does not make.
    excused=("cloudfront:CreateConnectionGroup",),
)


@CLOUDFRONT.adds("CreateDistribution", "CreateDistributionWithTags", "UpdateDistribution")
def protected_distribution(call: Call) -> list[Need]:
    """WAF guide, "Actions that require additional permissions settings": a distribution that names a web ACL."""
    members = ("DistributionConfig.WebACLId", "DistributionConfigWithTags.DistributionConfig.WebACLId")
    arns = [arn for arn in texts(call.input, *members) if ":wafv2:" in arn]
    return [Need("wafv2:GetWebACL", arn) for arn in arns]


def _zones(call: Call) -> list[str]:
    """``/hostedzone/Z…`` and ``Z…`` are the same."""
    by_id = texts(call.input, "HostedZoneId") + (texts(call.input, "Id") if "HostedZone" in call.operation else [])
    tagged = texts(call.input, "ResourceId", "ResourceIds") if call.input.get("ResourceType") == "hostedzone" else []
    return [zone.rpartition("/")[2] for zone in by_id + tagged]


def _health_checks(call: Call) -> list[str]:
    tagged = texts(call.input, "ResourceId", "ResourceIds") if call.input.get("ResourceType") == "healthcheck" else []
    return texts(call.input, "HealthCheckId") + tagged


ROUTE53 = Table(
    "route53",
    names={
        "hostedzone": _zones,
        "healthcheck": _health_checks,
        "change": lambda call: [change.rpartition("/")[2] for change in texts(call.input, "Id")],
        "queryloggingconfig": ("Id",),
        "delegationset": ("DelegationSetId",),
        "vpc": lambda call: [],
    },
    keys={
        "route53:ChangeResourceRecordSetsActions": ("ChangeBatch.Changes.Action",),
        "route53:ChangeResourceRecordSetsRecordTypes": ("ChangeBatch.Changes.ResourceRecordSet.Type",),
        "route53:ChangeResourceRecordSetsNormalizedRecordNames": lambda call: [
            name.lower().rstrip(".").replace("*", "\\052")
            for name in texts(call.input, "ChangeBatch.Changes.ResourceRecordSet.Name")
        ],
    },
)


@ROUTE53.instead("ChangeTagsForResource", "ListTagsForResource", "ListTagsForResources")
def tags_of_names(call: Call) -> list[Need]:
    """The reference requires both types; a request is about one."""
    arns = [arn for kind in ("hostedzone", "healthcheck") for arn in ROUTE53.arns(call, kind)]
    return [ROUTE53.need(call, call.operation, arn) for arn in arns]


@ROUTE53.adds("CreateHostedZone", "AssociateVPCWithHostedZone", "DisassociateVPCFromHostedZone", "ListHostedZonesByVPC")
def private_zone(call: Call) -> list[Need]:
    """The reference's dependent ec2:DescribeVpcs, when a network is named."""
    wanted = call.input.get("VPC") or call.input.get("VPCId")
    return [Need("ec2:DescribeVpcs")] if wanted else []
