"""The tags of vaults, plans, restore testing plans and recovery points."""

from __future__ import annotations

from typing import Any

from ...engine.call import Call
from ...engine.registry import replaces
from .records import not_found


def _tags(call: Call) -> dict[str, str]:
    arn = call.input["ResourceArn"]
    if arn.split(":")[2] == "rds":  # a recovery point of a database is its snapshot
        return call.remembered("tags", service="rds").setdefault(arn, {})
    if arn not in call.remembered("tags"):
        raise not_found(f"The resource {arn} does not exist.")
    return call.remembered("tags")[arn]


@replaces("backup", "ListTags")
def list_tags(call: Call) -> dict[str, Any]:
    return {"Tags": _tags(call)}


@replaces("backup", "TagResource")
def tag_resource(call: Call) -> dict[str, Any]:
    _tags(call).update(call.input["Tags"])
    return {}


@replaces("backup", "UntagResource")
def untag_resource(call: Call) -> dict[str, Any]:
    for key in call.input["TagKeyList"]:
        _tags(call).pop(key, None)
    return {}
