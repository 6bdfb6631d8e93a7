"""Reading the input of a request: members by path, and the tags in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def values(input: Any, path: str) -> list[Any]:
    """What stands under ``Target.RoleArn`` or ``Targets.RoleArn``: lists on the way are walked through, and nothing
    that is missing or empty is returned."""
    found = [input]
    for name in path.split("."):
        found = [each.get(name) for one in found for each in _flat(one) if isinstance(each, Mapping)]
    return [each for one in found for each in _flat(one) if each not in (None, "", {})]


def texts(input: Any, *paths: str) -> list[str]:
    """The same of several paths, as texts, each once."""
    return list(dict.fromkeys(str(value) for path in paths for value in values(input, path)))


def _flat(value: Any) -> list[Any]:
    return list(value) if isinstance(value, (list, tuple)) else [value]


# Where services keep the tags of what they are to make.
_TAG_MEMBERS = (
    *("Tags", "tags", "TagList", "tagList", "AddTags", "BackupVaultTags", "BackupPlanTags", "RecoveryPointTags"),
    *("TagSpecifications.Tags", "UserPoolTags", "Tagging.TagSet", "Tags.Items", "TagsModel", "HostedZoneTags"),
    *("DistributionConfigWithTags.Tags.Items", "CreateBucketConfiguration.Tags"),
)
_TAG_KEY_MEMBERS = ("TagKeys", "tagKeys", "TagKeyList", "RemoveTagKeys", "TagKeys.Items")


def request_tags(input: Mapping[str, Any]) -> dict[str, str]:
    """Tags that a request gives: lists of keys and values in each service's spelling, or a plain map."""
    found: dict[str, str] = {}
    for path in _TAG_MEMBERS:
        for each in values(input, path):
            found.update(_tag(each))
    return found


def _tag(each: Any) -> dict[str, str]:
    if not isinstance(each, Mapping):
        return {}
    for key, value in (("Key", "Value"), ("key", "value"), ("TagKey", "TagValue")):
        if key in each:
            return {str(each[key]): str(each.get(value) or "")}
    return {str(key): str(value) for key, value in each.items() if not isinstance(value, (list, Mapping))}


def removed_tags(input: Mapping[str, Any]) -> list[str]:
    """Keys of tags that a request takes away."""
    return texts(input, *_TAG_KEY_MEMBERS)
