"""The tags of what is kept here; those of single cache clusters are moto's."""

from __future__ import annotations

from typing import Any

from ...engine.call import Call
from ...engine.errors import AwsError
from ...engine.registry import replaces


def _tags(call: Call) -> dict[str, str] | None:
    arn = call.input["ResourceName"]
    tags = call.remembered("tags").get(arn)
    if tags is None and arn.split(":")[5] != "cluster":
        raise AwsError("InvalidARN", f"The resource {arn} does not exist.")
    return tags


def _told(tags: dict[str, str]) -> dict[str, Any]:
    return {"TagList": [{"Key": key, "Value": value} for key, value in tags.items()]}


@replaces("elasticache", "ListTagsForResource")
def list_tags(call: Call) -> Any:
    tags = _tags(call)
    return call.moto() if tags is None else _told(tags)


@replaces("elasticache", "AddTagsToResource")
def add_tags(call: Call) -> Any:
    tags = _tags(call)
    if tags is None:
        return call.moto()
    tags.update({item["Key"]: item.get("Value", "") for item in call.input["Tags"]})
    return _told(tags)


@replaces("elasticache", "RemoveTagsFromResource")
def remove_tags(call: Call) -> Any:
    tags = _tags(call)
    if tags is None:
        return call.moto()
    for key in call.input["TagKeys"]:
        tags.pop(key, None)
    return _told(tags)
