"""The tags of what is kept here; those of everything else are moto's."""

from __future__ import annotations

from typing import Any

from ...engine.call import Call
from ...engine.errors import AwsError
from ...engine.registry import replaces
from .backups import kept_backups
from .records import instances, tag, tag_list, tags_of
from .snapshots import snapshots

_KINDS = ("db", "snapshot", "auto-backup", "es", "db-proxy", "target-group")


def _is_ours(call: Call, arn: str) -> bool:
    parts = arn.split(":", 6)
    if len(parts) < 7 or parts[5] not in _KINDS:
        return False
    kind, name = parts[5], parts[6]
    known: Any = {
        "db": instances(call),
        "snapshot": snapshots(call),
        "auto-backup": [_name(key) for key in kept_backups(call)],
        "es": call.remembered("event subscriptions"),
        "db-proxy": [_name(proxy["DBProxyArn"]) for proxy in call.remembered("proxies").values()],
        "target-group": [_name(group["TargetGroupArn"]) for group in call.remembered("target groups").values()],
    }[kind]
    if name not in known and kind not in ("db", "snapshot"):
        raise AwsError("InvalidParameterValue", f"The specified resource name does not match an RDS resource: {arn}")
    return name in known


def _name(arn: str) -> str:
    return arn.split(":", 6)[6]


@replaces("rds", "ListTagsForResource")
def list_tags(call: Call) -> Any:
    arn = call.input["ResourceName"]
    return {"TagList": tag_list(call, arn)} if _is_ours(call, arn) else call.moto()


@replaces("rds", "AddTagsToResource")
def add_tags(call: Call) -> Any:
    arn = call.input["ResourceName"]
    if not _is_ours(call, arn):
        return call.moto()
    tag(call, arn, call.input["Tags"])
    return {}


@replaces("rds", "RemoveTagsFromResource")
def remove_tags(call: Call) -> Any:
    arn = call.input["ResourceName"]
    if not _is_ours(call, arn):
        return call.moto()
    for key in call.input["TagKeys"]:
        tags_of(call, arn).pop(key, None)
    return {}
