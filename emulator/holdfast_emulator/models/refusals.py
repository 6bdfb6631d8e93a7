"""The error code and the sentence with which a service refuses what its model does not allow."""

from __future__ import annotations

from collections.abc import Sequence

from ..engine.errors import AwsError
from .violations import REQUIRED, TYPE, UNKNOWN, Violation

# Services that do not say what their protocol says otherwise; seen in answers of AWS that users quote.
_CODES = {
    "cloudfront": "MalformedXML",
    "cloudwatch": "ValidationError",
    "cognito-idp": "InvalidParameterException",
    "ecr": "InvalidParameterException",
    "ecs": "InvalidParameterException",
    "elasticache": "InvalidParameterValue",
    "logs": "InvalidParameterException",
    "rds": "InvalidParameterValue",
    "resourcegroupstaggingapi": "InvalidParameterException",
    "route53": "InvalidInput",
    "servicediscovery": "InvalidInput",
    "sns": "InvalidParameter",
}
_CODES_OF_PROTOCOLS = {
    "cbor": "ValidationException",
    "ec2": "InvalidParameterValue",
    "json": "ValidationException",
    "query": "ValidationError",
    "rest-json": "ValidationException",
    "rest-xml": "MalformedXML",
    "s3": "MalformedXML",
}
# These say of a missing member that the request must contain it.
_MISSING_PARAMETER = ("ec2", "elasticache", "rds")


class ModelRefusal(AwsError):
    """AWS's front end would refuse the request: it does not fit the model of the service."""


def refusal(service: str, dialect: str, violations: Sequence[Violation]) -> ModelRefusal:
    """All violations in one refusal, as AWS's front ends do; EC2 and those like it name the first one only."""
    first = violations[0]
    if first.kind == REQUIRED and service in _MISSING_PARAMETER:
        name = ".".join(first.path)
        return ModelRefusal("MissingParameter", f"The request must contain the parameter {name}.")
    if dialect == "ec2":
        return _of_ec2(first)
    if first.kind == TYPE and dialect in ("json", "rest-json", "cbor"):
        return ModelRefusal("SerializationException", first.sentence)
    code = _CODES.get(service) or _CODES_OF_PROTOCOLS[dialect]
    if dialect == "s3":
        return _of_s3(violations)
    count = f"{len(violations)} validation error{'s' if len(violations) > 1 else ''} detected"
    return ModelRefusal(code, f"{count}: {'; '.join(each.sentence for each in violations)}")


def _of_ec2(first: Violation) -> ModelRefusal:
    name = ".".join(part for part in first.path if part != "member")
    if first.kind == UNKNOWN:
        return ModelRefusal("UnknownParameter", f"The parameter {name} is not recognized")
    value = f" ({first.value})" if first.shown and first.value is not None else ""
    return ModelRefusal("InvalidParameterValue", f"Value{value} for parameter {name} is invalid. {first.constraint}")


def _of_s3(violations: Sequence[Violation]) -> ModelRefusal:
    """S3 says only that the XML is wrong, or which argument; what is wrong follows in our words."""
    what = "; ".join(each.sentence for each in violations)
    if len(violations[0].path) == 1 and violations[0].kind not in (TYPE, UNKNOWN, REQUIRED):
        return ModelRefusal("InvalidArgument", what)
    return ModelRefusal(
        "MalformedXML",
        f"The XML you provided was not well-formed or did not validate against our published schema ({what})",
    )


def unknown_operation(service: str, operation: str, dialect: str) -> ModelRefusal:
    """An operation that AWS does not have."""
    if dialect == "ec2":
        return ModelRefusal("InvalidAction", f"The action {operation} is not valid for this web service.")
    if dialect == "query":
        return ModelRefusal("InvalidAction", f"Could not find operation {operation} of {service}.")
    return ModelRefusal("UnknownOperationException", f"{service} has no operation {operation}.")
