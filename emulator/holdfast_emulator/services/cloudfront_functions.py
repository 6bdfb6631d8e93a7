"""CloudFront Functions: they are developed, published, and only then may a distribution call them."""

from __future__ import annotations

from typing import Any

from ..engine.call import Call
from ..engine.errors import AwsError
from ..engine.registry import replaces
from .cloudfront import etag_of, refers_to, require_match, things

# https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html#limits-functions
MAX_CODE_BYTES = 10 * 1024


@replaces("cloudfront", "CreateFunction")
def create_function(call: Call) -> dict[str, Any]:
    name = call.input["Name"]
    if name in functions(call):
        raise AwsError("FunctionAlreadyExists", f"A function with the name {name} already exists.", 409)
    _refuse_long_code(call)
    function = {"Id": name, "Revision": 1, "Development": _version(call), "Live": None, "Arn": _arn(call, name)}
    functions(call)[name] = function
    return {
        "FunctionSummary": _summary(function, "DEVELOPMENT"),
        "ETag": etag_of(function),
        "Location": _arn(call, name),
    }


@replaces("cloudfront", "UpdateFunction")
def update_function(call: Call) -> dict[str, Any]:
    function = _known(call)
    require_match(call, function)
    _refuse_long_code(call)
    function.update(Development=_version(call), Revision=function["Revision"] + 1)
    return {"FunctionSummary": _summary(function, "DEVELOPMENT"), "ETag": etag_of(function)}


@replaces("cloudfront", "PublishFunction")
def publish_function(call: Call) -> dict[str, Any]:
    function = _known(call)
    require_match(call, function)
    function["Live"] = function["Development"]
    return {"FunctionSummary": _summary(function, "LIVE")}


@replaces("cloudfront", "DescribeFunction")
def describe_function(call: Call) -> dict[str, Any]:
    function, stage = _known(call), _stage(call)
    _staged(function, stage)
    return {"FunctionSummary": _summary(function, stage), "ETag": etag_of(function)}


@replaces("cloudfront", "GetFunction")
def get_function(call: Call) -> dict[str, Any]:
    function = _known(call)
    code = _staged(function, _stage(call))["Code"]
    return {"FunctionCode": code, "ETag": etag_of(function), "ContentType": "application/octet-stream"}


@replaces("cloudfront", "ListFunctions")
def list_functions(call: Call) -> dict[str, Any]:
    stage = _stage(call)
    found = [_summary(f, stage) for f in functions(call).values() if stage == "DEVELOPMENT" or f["Live"]]
    return {"FunctionList": {"MaxItems": 100, "Quantity": len(found), "Items": found}}


@replaces("cloudfront", "DeleteFunction")
def delete_function(call: Call) -> dict[str, Any]:
    function = _known(call)
    require_match(call, function)
    users = [d["Id"] for d in things(call, "Distribution").values() if refers_to(d["Config"], function["Arn"])]
    if users:
        raise AwsError("FunctionInUse", f"The function {function['Id']} is in use by {', '.join(users)}.", 409)
    del functions(call)[function["Id"]]
    return {}


def functions(call: Call) -> dict[str, dict[str, Any]]:
    """The functions of the account, by name."""
    return things(call, "Function")


def _refuse_long_code(call: Call) -> None:
    if len(_code(call)) > MAX_CODE_BYTES:
        raise AwsError("FunctionSizeLimitExceeded", f"A function has at most {MAX_CODE_BYTES} bytes of code.", 413)


def _version(call: Call) -> dict[str, Any]:
    return {"Config": call.input["FunctionConfig"], "Code": _code(call)}


def _code(call: Call) -> bytes:
    code = call.input["FunctionCode"]
    return code if isinstance(code, bytes) else str(code).encode()


def _stage(call: Call) -> str:
    return call.input.get("Stage") or "DEVELOPMENT"


def _staged(function: dict[str, Any], stage: str) -> dict[str, Any]:
    version = function["Live" if stage == "LIVE" else "Development"]
    if version is None:
        raise AwsError("NoSuchFunctionExists", f"The function {function['Id']} was not published.", 404)
    return version


def _known(call: Call) -> dict[str, Any]:
    name = call.input["Name"]
    if name not in functions(call):
        raise AwsError("NoSuchFunctionExists", f"The function {name} does not exist.", 404)
    return functions(call)[name]


def _arn(call: Call, name: str) -> str:
    return call.arn("cloudfront", f"function/{name}", region="")


def _summary(function: dict[str, Any], stage: str) -> dict[str, Any]:
    from moto.core.utils import utcnow

    version = _staged(function, stage)
    status = "UNASSOCIATED" if function["Live"] is function["Development"] else "UNPUBLISHED"
    metadata = {
        "FunctionARN": function["Arn"],
        "Stage": stage,
        "CreatedTime": utcnow(),
        "LastModifiedTime": utcnow(),
    }
    return {
        "Name": function["Id"],
        "Status": status,
        "FunctionConfig": version["Config"],
        "FunctionMetadata": metadata,
    }
