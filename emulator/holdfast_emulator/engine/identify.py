"""Name what a request asks for: the service (in botocore's words), the operation, and the wire format."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from .request import AwsRequest
from .routes import find_operation

# Services that sign under another name than the one botocore knows them by.
_BOTOCORE_NAMES = {
    "access-analyzer": "accessanalyzer",
    "aoss": "opensearchserverless",
    "elasticfilesystem": "efs",
    "elasticmapreduce": "emr",
    "monitoring": "cloudwatch",
    "servicequotas": "service-quotas",
    "sso": "sso-admin",
    "states": "stepfunctions",
    "tagging": "resourcegroupstaggingapi",
}

_UNSIGNED_ACTIONS = ("AssumeRoleWithSAML", "AssumeRoleWithWebIdentity")

_UNSIGNED_TARGETS = {
    "AWSCognitoIdentityProviderService": "cognito-idp",
    "AWSCognitoIdentityService": "cognito-identity",
}

_RPC_V2_PATH = re.compile(r"^/service/[^/]+/operation/(?P<operation>\w+)$")


@dataclass(frozen=True)
class Identity:
    """``dialect`` is the wire format: json, rest-json, rest-xml, query, ec2, s3 or cbor."""

    service: str | None
    operation: str | None
    dialect: str
    path_values: dict[str, str] = field(default_factory=dict)


def identify(request: AwsRequest) -> Identity:
    service = service_of(request)
    rpc = _RPC_V2_PATH.match(request.path)
    if rpc and request.header("smithy-protocol"):
        return Identity(service, rpc["operation"], "cbor")
    if request.target:
        return Identity(service, request.target.rpartition(".")[2], "json")
    action = request.form_items.get("Action") if service not in ("s3", "s3control") else None
    if action:
        return Identity(service, action, "ec2" if service == "ec2" else "query")
    if service is None:
        return Identity(None, None, "s3")
    operation, values = find_operation(service, request)
    return Identity(service, operation, rest_dialect(service), values)


def service_of(request: AwsRequest) -> str | None:
    """botocore's name of the service, from the name that the request was signed for."""
    signed = request.signing_name
    if signed is None:
        return _service_of_anonymous(request)
    if signed == "s3" and request.path.startswith("/v20180820/"):
        return "s3control"
    if signed == "elasticloadbalancing":
        return "elb" if request.form_items.get("Version") == "2012-06-01" else "elbv2"
    if signed == "dynamodb" and (request.target or "").startswith("DynamoDBStreams"):
        return "dynamodbstreams"
    if signed == "ses" and request.path.startswith("/v2/"):
        return "sesv2"
    if signed == "servicecatalog" and not request.target:
        return "servicecatalog-appregistry"
    return _BOTOCORE_NAMES.get(signed, signed)


def _service_of_anonymous(request: AwsRequest) -> str | None:
    """Whoever brings a token of another's has no key yet to sign with, nor has a visitor of a bucket."""
    if request.target:
        return _UNSIGNED_TARGETS.get(request.target.partition(".")[0])
    if request.method == "POST" and request.form_items.get("Action") in _UNSIGNED_ACTIONS:
        return "sts"
    return "s3" if find_operation("s3", request)[0] else None


def rest_dialect(service: str) -> str:
    if service == "s3":
        return "s3"
    return "rest-xml" if service in ("s3control", "route53", "cloudfront") else "rest-json"
