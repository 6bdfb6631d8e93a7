"""botocore's shapes, each read once into what decoding and checking need at hand."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import Any

from ..engine.models import service_model
from .patterns import Pattern, compiled

_KINDS = {
    "bigdecimal": "float",
    "biginteger": "integer",
    "byte": "integer",
    "character": "string",
    "double": "float",
    "long": "integer",
    "short": "integer",
}
SCALARS = frozenset({"string", "integer", "float", "boolean", "timestamp", "blob"})


@dataclass(eq=False)
class Shape:
    """``kind`` is structure, list, map, document, or one of ``SCALARS``; the limits are the model's."""

    name: str
    kind: str
    members: dict[str, Member] = field(default_factory=dict)
    required: tuple[str, ...] = ()
    union: bool = False
    item: Member | None = None
    key: Member | None = None
    value: Member | None = None
    minimum: float | None = None
    maximum: float | None = None
    enum: tuple[str, ...] = ()
    pattern: Pattern | None = None
    sensitive: bool = False
    by_json_name: dict[str, Member] = field(default_factory=dict)
    by_xml_name: dict[str, Member] = field(default_factory=dict)
    by_query_name: dict[str, Member] = field(default_factory=dict)

    @property
    def scalar(self) -> bool:
        return self.kind in SCALARS


@dataclass(eq=False)
class Member:
    """A shape where it is used: under a name, with the traits of its wire format (botocore's ``serialization``)."""

    name: str
    shape: Shape
    wire: dict[str, Any]

    @property
    def wire_name(self) -> str:
        return str(self.wire.get("name", self.name))

    @property
    def location(self) -> str | None:
        """Where it stands in a REST message (uri, querystring, header, headers), or None for the body."""
        return self.wire.get("location")

    @property
    def flattened(self) -> bool:
        return bool(self.wire.get("flattened"))


@dataclass(frozen=True)
class Operation:
    """An operation's input and output, None where it has none."""

    service: str
    name: str
    path: str
    input: Member | None
    output: Member | None


@cache
def find(service: str, name: str) -> Operation | None:
    """None when botocore does not know the operation, or not even the service."""
    model = service_model(service)
    if model is None or name not in model.operation_names:
        return None
    known = _known(service)
    operation = model.operation_model(name)

    def member(shape: Any) -> Member | None:
        return None if shape is None else _member(shape.name, shape, known, service == "ec2")

    return Operation(
        service, name, operation.http["requestUri"], member(operation.input_shape), member(operation.output_shape)
    )


@cache
def _known(service: str) -> dict[str, Shape]:
    """The shapes of a service that were read so far; shapes may contain themselves."""
    return {}


def _member(name: str, botocore: Any, known: dict[str, Shape], ec2: bool) -> Member:
    return Member(name, _shape(botocore, known, ec2), botocore.serialization)


def _shape(botocore: Any, known: dict[str, Shape], ec2: bool) -> Shape:
    if botocore.name in known:
        return known[botocore.name]
    kind = botocore.type_name
    if getattr(botocore, "is_document_type", False):
        kind = "document"
    limits = botocore.metadata
    shape = known[botocore.name] = Shape(
        botocore.name,
        _KINDS.get(kind, kind),
        minimum=limits.get("min"),
        maximum=limits.get("max"),
        enum=tuple(limits.get("enum", ())),
        pattern=compiled(limits["pattern"]) if "pattern" in limits else None,
        sensitive=bool(limits.get("sensitive")),
    )
    if shape.kind == "structure":
        shape.required = tuple(limits.get("required", ()))
        shape.union = bool(getattr(botocore, "is_tagged_union", False))
        shape.members = {name: _member(name, each, known, ec2) for name, each in botocore.members.items()}
        for member in shape.members.values():
            shape.by_json_name[member.wire_name] = member
            shape.by_xml_name[_xml_name(member)] = member
            shape.by_query_name[_query_name(member, ec2)] = member
    elif shape.kind == "list":
        shape.item = _member("member", botocore.member, known, ec2)
    elif shape.kind == "map":
        shape.key = _member("key", botocore.key, known, ec2)
        shape.value = _member("value", botocore.value, known, ec2)
    return shape


def _xml_name(member: Member) -> str:
    """The elements of a flattened list stand in the structure itself, under the name of the list's member."""
    if member.shape.item and member.flattened and "name" in member.shape.item.wire:
        return str(member.shape.item.wire["name"])
    return member.wire_name


def _query_name(member: Member, ec2: bool) -> str:
    if ec2:
        name = member.wire_name
        return str(member.wire.get("queryName") or name[:1].upper() + name[1:])
    if "locationNameForQueryCompatibility" in member.wire:
        return str(member.wire["locationNameForQueryCompatibility"])
    return _xml_name(member)
