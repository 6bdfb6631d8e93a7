"""The Resource Groups Tagging API: what the overlay keeps itself, beside what moto sees of its own state."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..engine.call import Call
from ..engine.registry import replaces
from .tag_memory import SERVICE, deleted, deleted_of_ecs, kept_here


@replaces(SERVICE, "GetResources")
def get_resources(call: Call) -> dict[str, Any]:
    """Ours come with the first page, whatever the size of a page; moto does not know them."""
    gone = deleted_of_ecs(call)
    output = call.moto()
    theirs = [each for each in output.get("ResourceTagMappingList", []) if each["ResourceARN"] not in gone]
    wanted = call.input.get("ResourceARNList")
    if wanted:
        theirs = [each for each in theirs if each["ResourceARN"] in wanted]
    ours = [] if call.input.get("PaginationToken") else [_told(arn, tags) for arn, tags in _matching(call)]
    known = {each["ResourceARN"] for each in ours}
    output["ResourceTagMappingList"] = [*ours, *(each for each in theirs if each["ResourceARN"] not in known)]
    return output


@replaces(SERVICE, "GetTagKeys")
def get_tag_keys(call: Call) -> dict[str, Any]:
    output = call.moto()
    output["TagKeys"] = sorted({*output.get("TagKeys", []), *(key for _, tags in kept_here(call) for key in tags)})
    return output


@replaces(SERVICE, "GetTagValues")
def get_tag_values(call: Call) -> dict[str, Any]:
    output = call.moto()
    key = call.input["Key"]
    ours = {tags[key] for _, tags in kept_here(call) if key in tags}
    output["TagValues"] = sorted({*output.get("TagValues", []), *ours})
    return output


def _matching(call: Call) -> Iterator[tuple[str, dict[str, str]]]:
    types, arns = call.input.get("ResourceTypeFilters"), call.input.get("ResourceARNList")
    filters = call.input.get("TagFilters") or []
    for arn, tags in [*kept_here(call), *deleted(call)]:
        if arns and arn not in arns:
            continue
        if types and not any(_is_of(arn, kind) for kind in types):
            continue
        if all(_has(tags, wanted) for wanted in filters):
            yield arn, tags


def _is_of(arn: str, kind: str) -> bool:
    """``rds:snapshot`` means snapshots only, ``rds`` all of RDS. A type ends with a colon or with a slash."""
    service, _, resource = kind.partition(":")
    parts = arn.split(":")
    return parts[2] == service and resource in ("", parts[5].partition("/")[0])


def _has(tags: dict[str, str], wanted: dict[str, Any]) -> bool:
    """One of the values of the filter; or any value, when it names none."""
    values = wanted.get("Values")
    return wanted["Key"] in tags and (not values or tags[wanted["Key"]] in values)


def _told(arn: str, tags: dict[str, str]) -> dict[str, Any]:
    return {"ResourceARN": arn, "Tags": [{"Key": key, "Value": value} for key, value in tags.items()]}
