"""Which KMS key a service of a region may use."""

from __future__ import annotations

from typing import Any

from ..engine.call import Call


def usable_key(call: Call, key_id: str, region: str | None = None) -> str | None:
    """The ARN of the enabled key that ``key_id`` (id, ARN or alias) means in the region; None when there is none.

    A key, and a multi-Region replica of one, is of use in its own region only. The aliases of AWS
    (``alias/aws/rds``) always exist.
    """
    wanted = region or call.region
    if key_id.startswith("arn:") and key_id.split(":")[3:5] != [wanted, call.account]:
        return None
    key = _find(call.backend("kms", wanted), key_id)
    return key.arn if key is not None and key.key_state == "Enabled" else None


def _find(kms: Any, key_id: str) -> Any:
    try:
        return kms.keys.get(kms.any_id_to_key_id(key_id))
    except (AttributeError, KeyError):  # moto stumbles over an alias that it does not know
        return None
