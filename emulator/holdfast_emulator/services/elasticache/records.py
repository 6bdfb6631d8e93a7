"""What the ElastiCache files share: the kept records, the versions of the engines, and AWS's errors."""

from __future__ import annotations

import re
from datetime import datetime, timezone
from typing import Any

from ...engine.call import Call
from ...engine.errors import AwsError
from ..ec2 import known_subnets
from ..keys import usable_key
from ...tables import table

Record = dict[str, Any]

# What is told for a version whose patch is known not to be 0.
_FULL = {"7.2": "7.2.6", "8.0": "8.0.1", "7.0": "7.0.7", "6.2": "6.2.6", "6.0": "6.0.5", "5.0.6": "5.0.6"}
_FAMILIES = {"redis6": "redis6.x", "redis5": "redis5.0", "redis4": "redis4.0"}


def _versions(engine: str, names: list[str]) -> dict[str, tuple[str, str]]:
    def described(name: str) -> tuple[str, str]:
        family = f"{engine}{name.split('.')[0]}"
        return _FULL.get(name, name if name.count(".") == 2 else f"{name}.0"), _FAMILIES.get(family, family)

    return {name: described(name) for name in reversed(names)}


# Each version that a request may name, the newest first, with the one that is told and the family of its parameter groups.
VERSIONS: dict[str, dict[str, tuple[str, str]]] = {
    engine: _versions(engine, names) for engine, names in table("elasticache.json")["versions"].items()
}

_IDENTIFIER = re.compile(r"^[a-z](?!.*--)[a-z0-9-]{0,39}(?<!-)$")


def kept(call: Call, kind: str) -> dict[str, Record]:
    """The records of a kind ("replication group", "user", "snapshot", ...) by their names."""
    return call.remembered(kind)


def known_engine(engine: str) -> str:
    engine = engine.lower()
    if engine not in VERSIONS:
        raise invalid_value(f"Unknown engine {engine}: it must be valkey or redis.")
    return engine


def version_of(engine: str, wanted: str | None) -> str:
    """The version that is told for ``7.1``, ``7.1.0`` or nothing."""
    versions = VERSIONS[known_engine(engine)]
    for name, (full, _) in versions.items():
        if wanted in (None, name, full):
            return full
    raise AwsError("InvalidParameterCombination", f"Cannot find version {wanted} for {engine}")


def family_of(engine: str, version: str) -> str:
    return next(family for full, family in VERSIONS[engine].values() if full == version)


def default_parameter_group(engine: str, version: str, *, sharded: bool) -> str:
    return f"default.{family_of(engine, version)}{'.cluster.on' if sharded else ''}"


def new_identifier(name: str, what: str) -> str:
    name = name.lower()
    if not _IDENTIFIER.match(name):
        raise invalid_value(
            f"The {what} {name} is not a valid identifier: 1 to 40 letters, digits and single hyphens, a letter first "
            "and no hyphen last."
        )
    return name


def require_key(call: Call, key: str) -> str:
    arn = usable_key(call, key)
    if arn is None:
        raise invalid_value(f"The KMS key {key} does not exist in {call.region}, or is not enabled there.")
    return arn


def require_security_groups(call: Call, groups: list[str], vpc: str | None) -> None:
    known = {g.id: g.vpc_id for by_id in call.backend("ec2").groups.values() for g in by_id.values()}
    for group in groups:
        if group not in known:
            raise invalid_value(f"The security group {group} does not exist.")
        if vpc and known[group] != vpc:
            raise invalid_value(f"The security group {group} is in {known[group]}, the subnets are in {vpc}.")


def require_subnets(call: Call, subnets: list[str]) -> list[Any]:
    """moto's subnets of these ids, which are of one VPC."""
    known = known_subnets(call)
    missing = [subnet for subnet in subnets if subnet not in known]
    if missing or not subnets:
        raise AwsError("InvalidSubnet", f"The subnets {missing} do not exist.")
    found = [known[subnet] for subnet in subnets]
    if len({subnet.vpc_id for subnet in found}) > 1:
        raise AwsError("InvalidSubnet", "The subnets are of more than one VPC.")
    return found


def require_times(*, daily: str | None = None, weekly: str | None = None) -> None:
    """Windows are in UTC and at least an hour long."""
    day = r"(mon|tue|wed|thu|fri|sat|sun)"
    time = r"([01]\d|2[0-3]):([0-5]\d)"
    if daily is not None:
        found = re.match(f"^{time}-{time}$", daily)
        minutes = (int(found[3]) - int(found[1])) * 60 + int(found[4]) - int(found[2]) if found else 0
        if minutes % 1440 < 60:
            raise invalid_value(f"Invalid snapshot window {daily}: hh24:mi-hh24:mi, at least 60 minutes.")
    if weekly is not None and not re.match(f"^{day}:{time}-{day}:{time}$", weekly.lower()):
        raise invalid_value(f"Invalid maintenance window {weekly}: ddd:hh24:mi-ddd:hh24:mi.")


def require_retention(days: int) -> None:
    if not 0 <= days <= 35:
        raise invalid_value(f"Invalid snapshot retention {days}: it must be 0 to 35 days.")


def tag(call: Call, arn: str, tags: list[dict[str, str]] | None) -> None:
    """Keep the tags of a new resource; one without tags is remembered too."""
    wanted = {item["Key"]: item.get("Value", "") for item in tags or []}
    call.remembered("tags").setdefault(arn, {}).update(wanted)


def now() -> datetime:
    return datetime.now(timezone.utc)


def found(call: Call, kind: str, name: str, code: str) -> Record:
    record = kept(call, kind).get(name)
    if record is None:
        raise AwsError(code, f"The {kind} {name} was not found.", 404)
    return record


def invalid_value(message: str) -> AwsError:
    return AwsError("InvalidParameterValue", message)


def invalid_combination(message: str) -> AwsError:
    return AwsError("InvalidParameterCombination", message)
