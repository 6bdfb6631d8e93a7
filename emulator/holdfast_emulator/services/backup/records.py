"""What the files of AWS Backup share: the kept records, tags, and AWS's errors."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

from ...engine.call import Call
from ...engine.errors import AwsError
from ..roles import may_be_taken_by

Record = dict[str, Any]

# A recovery point moved to cold storage must stay there for at least so long.
COLD_DAYS = 90


def vaults(call: Call, region: str | None = None) -> dict[str, Record]:
    return call.remembered("vaults", region)


def vault_named(call: Call, name: str) -> Record:
    if name not in vaults(call):
        raise not_found(f"Backup vault {name} does not exist in {call.region}.")
    return vaults(call)[name]


def plans(call: Call) -> dict[str, Record]:
    return call.remembered("plans")


def tag(call: Call, arn: str, tags: dict[str, str] | None) -> None:
    call.remembered("tags").setdefault(arn, {}).update(tags or {})


def forget_tags(call: Call, arn: str) -> None:
    call.remembered("tags").pop(arn, None)


def refuse_bad_lifecycle(lifecycle: Record | None) -> None:
    """Cold storage is paid for 90 days at least, so a recovery point stays that long."""
    cold, delete = (lifecycle or {}).get("MoveToColdStorageAfterDays"), (lifecycle or {}).get("DeleteAfterDays")
    if cold and delete and delete < cold + COLD_DAYS:
        raise invalid_value(
            f"Lifecycle is invalid: DeleteAfterDays ({delete}) cannot be less than {COLD_DAYS} days apart from "
            f"MoveToColdStorageAfterDays ({cold})."
        )


def require_role(call: Call, arn: str) -> None:
    """AWS Backup takes the role right away; AWS's provider tries again for two minutes, for a role may be very new."""
    if not may_be_taken_by(call, arn, "backup.amazonaws.com"):
        raise invalid_value(f"IAM Role {arn} cannot be assumed by AWS Backup")


def now() -> datetime:
    return datetime.now(timezone.utc)


def not_found(message: str) -> AwsError:
    return AwsError("ResourceNotFoundException", message)


def invalid_value(message: str) -> AwsError:
    return AwsError("InvalidParameterValueException", message)


def invalid_request(message: str) -> AwsError:
    return AwsError("InvalidRequestException", message)


def told(record: Record) -> Record:
    """A record without what only the emulator knows, and without what is not set."""
    return {name: value for name, value in record.items() if name[0].isupper() and value is not None}
