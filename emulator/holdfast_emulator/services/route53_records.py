"""Route 53 records: a change is applied as a whole or not at all, and keeps the rules that AWS has for records."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterator
from typing import Any

from ..engine.call import Call
from ..engine.errors import AwsError
from ..engine.registry import amends, replaces
from .route53 import change_info, find_zone

# The zone of all CloudFront distributions:
# https://docs.aws.amazon.com/Route53/latest/APIReference/API_AliasTarget.html
CLOUDFRONT_ZONE = "Z2FDTNDATAQYW2"

# What makes a record one of several with the same name and type; each needs a set identifier.
_ROUTING = (
    "Weight",
    "Region",
    "Failover",
    "GeoLocation",
    "MultiValueAnswer",
    "CidrRoutingConfig",
    "GeoProximityLocation",
)
_WORDS = {
    "Weight": "weighted",
    "Region": "latency",
    "Failover": "failover",
    "GeoLocation": "geolocation",
    "MultiValueAnswer": "multivalue answer",
}
_MAX_TTL = 2147483647

Record = dict[str, Any]
Key = tuple[str, str, str | None]


@replaces("route53", "ChangeResourceRecordSets")
def change_records(call: Call) -> dict[str, Any]:
    """moto forgets records of other names that share a set identifier, and knows few of the rules."""
    zone = find_zone(call, call.input["HostedZoneId"])
    records = {_key(record): record for record in map(_from_moto, zone.rrsets)}
    problems: list[str] = []
    for change in call.input["ChangeBatch"]["Changes"]:
        wanted = _normal(change["ResourceRecordSet"])
        _refuse_malformed(change["Action"], wanted)
        _refuse_unknown_health_check(call, wanted)
        problems.extend(_apply(change["Action"], wanted, records, zone.name))
    problems.extend(_conflicts(call, zone, records))
    if problems:
        raise AwsError("InvalidChangeBatch", f"[{', '.join(dict.fromkeys(problems))}]")
    zone.rrsets = [_to_moto(record) for record in records.values()]
    return {"ChangeInfo": change_info()}


@amends("route53", "CreateHostedZone")
def keep_first_records(call: Call, output: dict) -> None:
    """moto tells the value of the SOA record as a piece of Python."""
    zone = find_zone(call, output["HostedZone"]["Id"])
    zone.rrsets = [_to_moto(_from_moto(record)) for record in zone.rrsets]


@replaces("route53", "ListResourceRecordSets")
def list_records(call: Call) -> dict[str, Any]:
    start = call.input.get("StartRecordName")
    return call.moto({**call.input, "StartRecordName": _fqdn(start)}) if start else call.moto()


def _apply(action: str, wanted: Record, records: dict[Key, Record], zone_name: str) -> Iterator[str]:
    key, named = _key(wanted), _name_of(wanted)
    existing = records.get(key)
    if action == "DELETE":
        if existing is None:
            yield f"Tried to delete resource record set [{named}] but it was not found"
        elif existing != wanted:
            yield (
                f"Tried to delete resource record set [{named}] but the values provided do not match the current values"
            )
        elif wanted["Name"] == zone_name and wanted["Type"] in ("SOA", "NS"):
            yield f"A HostedZone must contain at least one {wanted['Type']} record for the zone itself."
        else:
            del records[key]
        return
    if action == "CREATE" and existing is not None:
        yield f"Tried to create resource record set [{named}] but it already exists"
        return
    if wanted["Name"] != zone_name and not wanted["Name"].endswith(f".{zone_name}"):
        yield f"RRSet with DNS name {wanted['Name']} is not permitted in zone {zone_name}"
        return
    records[key] = wanted


def _refuse_malformed(action: str, record: Record) -> None:
    """The rules that concern one record alone."""
    where = f"in Change with [Action={action}, Name={record['Name']}, Type={record['Type']}]"
    is_alias = "AliasTarget" in record
    if is_alias == ("ResourceRecords" in record) or is_alias == ("TTL" in record):
        raise AwsError(
            "InvalidInput",
            f"Invalid request: Expected exactly one of [AliasTarget, all of [TTL, and ResourceRecords]] {where}",
        )
    routing = [name for name in _ROUTING if name in record]
    if len(routing) > 1:
        raise AwsError("InvalidInput", f"Invalid request: Expected at most one of {routing} {where}")
    if routing and not record.get("SetIdentifier"):
        raise AwsError("InvalidInput", f"Invalid request: Missing field 'SetIdentifier' {where}")
    if record.get("SetIdentifier") and not routing:
        raise AwsError(
            "InvalidInput", f"Invalid request: Expected exactly one of {list(_ROUTING)}, but found none {where}"
        )
    if not 0 <= record.get("TTL", 0) <= _MAX_TTL:
        raise AwsError("InvalidInput", f"Invalid request: 'TTL' must be between 0 and {_MAX_TTL} {where}")
    if record.get("Failover") == "PRIMARY" and not is_alias and not record.get("HealthCheckId"):
        raise AwsError(
            "InvalidInput",
            f"Invalid request: A non-alias primary failover record must have an associated health check {where}",
        )


def _refuse_unknown_health_check(call: Call, record: Record) -> None:
    check = record.get("HealthCheckId")
    if check and check not in call.backend().health_checks:
        raise AwsError("NoSuchHealthCheck", f"No health check exists with the ID {check}", 404)


def _conflicts(call: Call, zone: Any, records: dict[Key, Record]) -> Iterator[str]:
    """The rules that concern records together, for those that the change writes."""
    changes = call.input["ChangeBatch"]["Changes"]
    written = [_key(_normal(c["ResourceRecordSet"])) for c in changes if c["Action"] != "DELETE"]
    for key in written:
        record = records.get(key)
        if record is None:
            continue
        yield from _bad_values(record, zone.name)
        yield from _conflicts_with_others(record, [r for k, r in records.items() if k != key], zone.name)
        if "AliasTarget" in record:
            yield from _bad_alias(call, zone, record, records)


def _conflicts_with_others(record: Record, others: list[Record], zone_name: str) -> Iterator[str]:
    name, kind = record["Name"], record["Type"]
    same_name = [other for other in others if other["Name"] == name]
    if any((kind == "CNAME") != (other["Type"] == "CNAME") for other in same_name):
        yield (
            f"RRSet of type {kind} with DNS name {name} is not permitted as it conflicts with other records with the "
            f"same DNS name in zone {zone_name}"
        )
    routing = _routing_of(record)
    for other in same_name:
        if other["Type"] != kind:
            continue
        if _routing_of(other) != routing:
            described = f"RRSet with DNS name {name}, type {kind}"
            if routing:
                described += f", SetIdentifier {record['SetIdentifier']}"
            yield (
                f"{described} cannot be created because a {'non-' if routing else ''}"
                f"{_WORDS.get(routing or _routing_of(other) or '', 'simple')} RRSet with the same name and type "
                "already exists"
            )
        elif routing == "Failover" and other["Failover"] == record["Failover"]:
            yield (
                f"Failover value {record['Failover']} of RRSet with DNS name {name}, type {kind}, SetIdentifier "
                f"{record['SetIdentifier']} is already used by SetIdentifier {other['SetIdentifier']}"
            )


def _bad_values(record: Record, zone_name: str) -> Iterator[str]:
    name, kind = record["Name"], record["Type"]
    if kind == "CNAME" and name == zone_name:
        yield f"RRSet of type CNAME with DNS name {name} is not permitted at apex in zone {zone_name}"
    values = [item["Value"] for item in record.get("ResourceRecords", [])]
    if "ResourceRecords" in record and not values:
        yield f"RRSet with DNS name {name}, type {kind} contains no values"
    for value in {value for value in values if values.count(value) > 1}:
        yield f"Duplicate Resource Record: '{value}'"
    if kind in ("CNAME", "SOA") and len(values) > 1:
        yield f"RRSet with DNS name {name}, type {kind} contains more than one value"
    for value in values:
        problem = _problem_of(kind, value)
        if problem:
            yield f"Invalid Resource Record: 'FATAL problem: {problem} encountered with '{value}''"


def _problem_of(kind: str, value: str) -> str | None:
    if kind == "A" and not _is_address(value, ipaddress.IPv4Address):
        return "ARRDATAIllegalIPv4Address"
    if kind == "AAAA" and not _is_address(value, ipaddress.IPv6Address):
        return "AAAARRDATAIllegalIPv6Address"
    if kind in ("TXT", "SPF") and not (value.startswith('"') and value.endswith('"')):
        return "InvalidCharacterString (Value should be enclosed in quotation marks)"
    return None


def _is_address(value: str, of: type) -> bool:
    try:
        of(value)
    except ValueError:
        return False
    return True


def _bad_alias(call: Call, zone: Any, record: Record, records: dict[Key, Record]) -> Iterator[str]:
    target = record["AliasTarget"]
    target_zone, target_name = target["HostedZoneId"], target["DNSName"]
    tried = f"Tried to create an alias that targets {target_name}, type {record['Type']} in zone {target_zone}, but"
    outside = f"{tried} the alias target name does not lie within the target zone"
    if target_zone == zone.resource_id:
        if target_name != zone.name and not target_name.endswith(f".{zone.name}"):
            yield outside
        elif not any((r["Name"], r["Type"]) == (target_name, record["Type"]) for r in records.values()):
            yield f"{tried} that target was not found"
    elif target_zone == CLOUDFRONT_ZONE:
        if not target_name.endswith(".cloudfront.net."):
            yield outside
        if target.get("EvaluateTargetHealth"):
            yield "EvaluateTargetHealth must be false for an alias to a CloudFront distribution"
    elif target_name.endswith(".cloudfront.net."):
        yield outside
    else:
        balancer = _balancer_zones(call).get(target_name.removeprefix("dualstack."))
        if balancer and balancer != target_zone:
            yield outside


def _balancer_zones(call: Call) -> dict[str, str]:
    """The zone of each load balancer that exists here, by its DNS name. Others are taken for somebody else's."""
    from moto.backends import get_backend

    return {
        f"{balancer.dns_name.lower()}.": balancer.canonical_hosted_zone_id
        for backend in get_backend("elbv2")[call.account].values()  # type: ignore[attr-defined]
        for balancer in backend.load_balancers.values()
    }


# --------------------------------------------------------------------------------------- between botocore and moto


def _normal(record: Record) -> Record:
    """As AWS keeps it: names in small letters and with a dot at the end, no empty members."""
    kept = {name: value for name, value in record.items() if value not in (None, "", [])}
    kept["Name"] = _fqdn(record["Name"])
    if "AliasTarget" in kept:
        target = kept["AliasTarget"]
        health = bool(target.get("EvaluateTargetHealth"))
        kept["AliasTarget"] = {**target, "DNSName": _fqdn(target["DNSName"]), "EvaluateTargetHealth": health}
    if not kept.get("MultiValueAnswer", True):
        del kept["MultiValueAnswer"]
    return kept


def _fqdn(name: str) -> str:
    """AWS tells the asterisk of a wildcard by its octal code."""
    return name.lower().replace("*", "\\052").rstrip(".") + "."


def _to_moto(record: Record) -> Any:
    from moto.route53.models import RecordSet

    values = [item["Value"] for item in record.get("ResourceRecords", [])]
    kept: Any = RecordSet({**record, "ResourceRecords": values})  # type: ignore[abstract]
    kept.ttl = record.get("TTL")
    kept.holdfast_record = record
    return kept


def _from_moto(kept: Any) -> Record:
    """What ``_to_moto`` kept; for the SOA and NS records that moto makes with a zone, read from moto's words."""
    if hasattr(kept, "holdfast_record"):
        return kept.holdfast_record
    values = [item if isinstance(item, str) else item["Value"] for item in kept.records]
    return _normal(
        {
            "Name": kept.name,
            "Type": kept.type,
            "TTL": int(kept.ttl),
            "ResourceRecords": [{"Value": value} for value in values],
        }
    )


def _key(record: Record) -> Key:
    return record["Name"], record["Type"], record.get("SetIdentifier")


def _routing_of(record: Record) -> str | None:
    return next((name for name in _ROUTING if name in record), None)


def _name_of(record: Record) -> str:
    named = f"name='{record['Name']}', type='{record['Type']}'"
    return f"{named}, set-identifier='{record['SetIdentifier']}'" if record.get("SetIdentifier") else named
