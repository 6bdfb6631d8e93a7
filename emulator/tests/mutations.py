"""Valid requests of every wire format, and what can be wrong with each: one wrong thing at a time, at every place."""

from __future__ import annotations

import copy
import io
import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode
from xml.etree import ElementTree

import support  # noqa: F401  (configures moto before it is imported)
from botocore.serialize import create_serializer

from holdfast_emulator.engine.models import service_model
from holdfast_emulator.engine.request import AwsRequest
from holdfast_emulator.models.shapes import Member, find

PROTOCOLS = {"s3": "rest-xml", "cbor": "smithy-rpc-v2-cbor"}
FORM = "application/x-www-form-urlencoded; charset=utf-8"
UNKNOWN = "NoSuchMember"

Mutation = tuple[str, str, Any]
"""The kind of violation, a title, and the input that has it."""


def request(
    service: str, operation: str, dialect: str, values: dict[str, Any], *, unknown: int | None = None
) -> AwsRequest:
    """The request that botocore makes of ``values``; the structure of number ``unknown`` in its body has a member more.

    LookupError when the body has no structure of that number.
    """
    model = service_model(service)
    assert model is not None
    serializer = create_serializer(PROTOCOLS.get(dialect, dialect), include_validation=False)
    wire = serializer.serialize_to_request(copy.deepcopy(values), model.operation_model(operation))
    body, query = wire["body"], wire.get("query_string") or ""
    if isinstance(body, dict):
        body = urlencode(body)
    body = body.encode() if isinstance(body, str) else bytes(body or b"")
    if unknown is not None:
        body = _with_unknown(dialect, body, unknown)
    path, _, fixed = wire["url_path"].partition("?")
    query = "&".join(filter(None, (fixed, urlencode(query, doseq=True) if isinstance(query, dict) else query)))
    signed = model.metadata.get("signingName") or model.metadata["endpointPrefix"]
    environ = {f"HTTP_{name.upper().replace('-', '_')}": str(value) for name, value in wire["headers"].items()}
    return AwsRequest.read(
        {
            **environ,
            "CONTENT_TYPE": FORM if dialect in ("query", "ec2") else str(wire["headers"].get("Content-Type", "")),
            "CONTENT_LENGTH": str(len(body)),
            "HTTP_AUTHORIZATION": f"AWS4-HMAC-SHA256 Credential=test/20250101/us-east-1/{signed}/aws4_request",
            "HTTP_HOST": "aws.test",
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "RAW_URI": path,
            "REQUEST_METHOD": wire["method"],
            "wsgi.input": io.BytesIO(body),
        }
    )


def _with_unknown(dialect: str, body: bytes, number: int) -> bytes:
    if dialect in ("query", "ec2"):
        fields = body.decode().split("&")
        names = {name.partition("=")[0] for name in fields}
        # Where a name goes on below a number there is a structure (or a list in a list, where it is unknown too).
        places = ["", *sorted({m[0] for name in names if (m := re.match(r".*\.\d+\.(?=[A-Z])", name))})]
        return f"{body.decode()}&{places[number]}{UNKNOWN}=1".encode()
    if dialect == "cbor":
        if number > 0 or body[0] & 0x1F >= 23:
            raise IndexError(number)
        name = bytes([0x60 + len(UNKNOWN)]) + UNKNOWN.encode()
        return bytes([body[0] + 1]) + body[1:] + name + b"\x01"
    if dialect in ("json", "rest-json"):
        document = json.loads(body)
        _objects(document)[number][UNKNOWN] = 1
        return json.dumps(document).encode()
    root = ElementTree.fromstring(body)
    ElementTree.SubElement([each for each in root.iter() if len(each)][number], UNKNOWN).text = "1"
    return ElementTree.tostring(root)


def _objects(value: Any) -> list[dict[str, Any]]:
    children = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [*([value] if isinstance(value, dict) else []), *(found for child in children for found in _objects(child))]


def mutations(service: str, operation: str, values: dict[str, Any]) -> Iterator[Mutation]:
    """Everything but unknown names: what is missing, of another type, outside its limits."""
    found = find(service, operation)
    assert found is not None and found.input is not None
    for place, member in _places(found.input, values, ()):
        title = ".".join(map(str, place))
        for kind, value in _wrong_values(member, _at(values, place)):
            yield kind, f"{title} = {str(value)[:40]}", _replaced(values, place, value)
        for name in member.shape.required if member.shape.kind == "structure" else ():
            inner = member.shape.members[name]
            if inner.location != "uri" and name in _at(values, place):
                yield "required", f"{title}.{name} missing", _replaced(values, (*place, name), None)


def _places(member: Member, value: Any, place: tuple[Any, ...]) -> Iterator[tuple[tuple[Any, ...], Member]]:
    yield place, member
    if member.shape.kind == "structure":
        for name, each in value.items():
            yield from _places(member.shape.members[name], each, (*place, name))
    elif member.shape.item:
        for number, each in enumerate(value):
            yield from _places(member.shape.item, each, (*place, number))
    elif member.shape.value:
        for key, each in value.items():
            yield from _places(member.shape.value, each, (*place, key))


def _wrong_values(member: Member, value: Any) -> Iterator[tuple[str, Any]]:
    shape = member.shape
    if member.location == "uri":
        return  # another path may be another operation
    sized = shape.kind in ("string", "list")
    if shape.enum:
        yield "enum", "no-such-value"
    if sized and shape.minimum and not shape.enum:
        yield "length", "" if shape.kind == "string" else []
    if sized and shape.maximum and shape.maximum < 100_000:
        over = int(shape.maximum) + 1
        yield "length", "a" * over if shape.kind == "string" else [value[0]] * over
    if shape.pattern and not shape.pattern.fits("\x7f!\u00b0"):
        yield "pattern", "\x7f!\u00b0"
    if shape.kind == "integer" and shape.minimum is not None:
        yield "range", int(shape.minimum) - 1
    if shape.kind == "integer" and shape.maximum is not None and shape.maximum < 2**31:
        yield "range", int(shape.maximum) + 1
    if shape.kind == "integer":
        yield "type", "text"
    if shape.union:
        yield "union", {}


def _at(values: Any, place: tuple[Any, ...]) -> Any:
    for step in place:
        values = values[step]
    return values


def _replaced(values: Any, place: tuple[Any, ...], value: Any) -> Any:
    """A copy with another value at a place; None takes it away."""
    if not place:
        return value
    copied = copy.deepcopy(values)
    holder = _at(copied, place[:-1])
    if value is None:
        del holder[place[-1]]
    else:
        holder[place[-1]] = value
    return copied
