"""The policies that AWS manages for everybody: their ids and names, and what the provider reads of them.

https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html
https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-origin-request-policies.html
https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-response-headers-policies.html
"""

from __future__ import annotations

from typing import Any

Config = dict[str, Any]

_DAY = 86400
_YEAR = 365 * _DAY


def _listed(behavior_name: str, behavior: str, list_name: str = "", items: tuple[str, ...] = ()) -> Config:
    listed = {list_name: {"Quantity": len(items), "Items": list(items)}} if items else {}
    return {behavior_name: behavior, **listed}


def _headers(behavior: str, *items: str) -> Config:
    return _listed("HeaderBehavior", behavior, "Headers", items)


def _cache(ttl: tuple[int, int, int], headers: Config, others: str = "none", compressed: bool = True) -> Config:
    """``ttl``: minimum, default and maximum in seconds; ``others``: cookies and query strings in the key."""
    return {
        "MinTTL": ttl[0],
        "DefaultTTL": ttl[1],
        "MaxTTL": ttl[2],
        "ParametersInCacheKeyAndForwardedToOrigin": {
            "EnableAcceptEncodingGzip": compressed,
            "EnableAcceptEncodingBrotli": compressed,
            "HeadersConfig": headers,
            "CookiesConfig": {"CookieBehavior": others},
            "QueryStringsConfig": {"QueryStringBehavior": others},
        },
    }


def _request(headers: Config, cookies: str = "all", query: str = "all") -> Config:
    return {
        "HeadersConfig": headers,
        "CookiesConfig": {"CookieBehavior": cookies},
        "QueryStringsConfig": {"QueryStringBehavior": query},
    }


def _cors(preflight: bool) -> Config:
    methods = ["GET", "HEAD", "PUT", "POST", "PATCH", "DELETE", "OPTIONS"] if preflight else ["GET"]
    return {
        "CorsConfig": {
            "AccessControlAllowOrigins": {"Quantity": 1, "Items": ["*"]},
            "AccessControlAllowHeaders": {"Quantity": 1, "Items": ["*"]},
            "AccessControlAllowMethods": {"Quantity": len(methods), "Items": methods},
            "AccessControlAllowCredentials": False,
            "OriginOverride": False,
            **({"AccessControlExposeHeaders": {"Quantity": 1, "Items": ["*"]}} if preflight else {}),
        }
    }


_SECURITY: Config = {
    "SecurityHeadersConfig": {
        "XSSProtection": {"Override": False, "Protection": True, "ModeBlock": True},
        "FrameOptions": {"Override": False, "FrameOption": "SAMEORIGIN"},
        "ReferrerPolicy": {"Override": False, "ReferrerPolicy": "strict-origin-when-cross-origin"},
        "ContentTypeOptions": {"Override": True},
        "StrictTransportSecurity": {"Override": False, "AccessControlMaxAgeSec": _YEAR},
    }
}
_ORIGIN_CACHE_HEADERS = _headers(
    "whitelist", "host", "origin", "x-http-method-override", "x-http-method", "x-method-override"
)

MANAGED: dict[str, dict[str, tuple[str, Config]]] = {
    "CachePolicy": {
        "Managed-Amplify": (
            "2e54312d-136d-493c-8eb9-b001f22f67d2",
            _cache((2, 2, 600), _headers("whitelist", "Authorization", "CloudFront-Viewer-Country", "Host"), "all"),
        ),
        "Managed-CachingDisabled": (
            "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
            _cache((0, 0, 0), _headers("none"), compressed=False),
        ),
        "Managed-CachingOptimized": (
            "658327ea-f89d-4fab-a63d-7e88639e58f6",
            _cache((1, _DAY, _YEAR), _headers("none")),
        ),
        "Managed-CachingOptimizedForUncompressedObjects": (
            "b2884449-e4de-46a7-ac36-70bc7f1ddd6d",
            _cache((1, _DAY, _YEAR), _headers("none"), compressed=False),
        ),
        "Managed-Elemental-MediaPackage": (
            "08627262-05a9-4f76-9ded-b50ca2e3a84f",
            _cache((0, _DAY, _YEAR), _headers("whitelist", "Origin")),
        ),
        "UseOriginCacheControlHeaders": (
            "83da9c7e-98b4-4e11-a168-04f0df8e2c65",
            _cache((0, 0, _YEAR), _ORIGIN_CACHE_HEADERS, "all"),
        ),
        "UseOriginCacheControlHeaders-QueryStrings": (
            "4cc15a8a-d715-48a4-82b8-cc0b614638fe",
            _cache((0, 0, _YEAR), _ORIGIN_CACHE_HEADERS, "all"),
        ),
    },
    "OriginRequestPolicy": {
        "Managed-AllViewer": ("216adef6-5c7f-47e4-b989-5492eafa07d3", _request(_headers("allViewer"))),
        "Managed-AllViewerAndCloudFrontHeaders-2022-06": (
            "33f36d7e-f396-46d9-90e0-52428a34d9dc",
            _request(_headers("allViewerAndWhitelistCloudFront", "CloudFront-Viewer-Country")),
        ),
        "Managed-AllViewerExceptHostHeader": (
            "b689b0a8-53d0-40ab-baf2-68738e2966ac",
            _request(_headers("allExcept", "host")),
        ),
        "Managed-CORS-CustomOrigin": (
            "59781a5b-3903-41f3-afcb-af62929ccde1",
            _request(_headers("whitelist", "origin"), "none", "none"),
        ),
        "Managed-CORS-S3Origin": (
            "88a5eaf4-2fd4-4709-b370-b4c650ea3fcf",
            _request(
                _headers("whitelist", "origin", "access-control-request-headers", "access-control-request-method"),
                "none",
                "none",
            ),
        ),
        "Managed-UserAgentRefererHeaders": (
            "acba4595-bd28-49b8-b9fe-13317c0390fa",
            _request(_headers("whitelist", "user-agent", "referer"), "none", "none"),
        ),
    },
    "ResponseHeadersPolicy": {
        "Managed-SimpleCORS": ("60669652-455b-4ae9-85a4-c4c02393f86c", _cors(False)),
        "Managed-CORS-With-Preflight": ("5cc3b908-e619-4b99-88e5-2cf7f45965bd", _cors(True)),
        "Managed-SecurityHeadersPolicy": ("67f7725c-6f97-4210-82d7-5512b31e9d03", _SECURITY),
        "Managed-CORS-and-SecurityHeadersPolicy": (
            "e61eb60c-9c35-4d20-a928-2b84e02af89c",
            {**_cors(False), **_SECURITY},
        ),
        "Managed-CORS-with-preflight-and-SecurityHeadersPolicy": (
            "eaab4381-ed33-4a86-88ca-d9558dc6cd63",
            {**_cors(True), **_SECURITY},
        ),
    },
}
