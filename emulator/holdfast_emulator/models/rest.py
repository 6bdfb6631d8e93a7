"""Decodes REST messages: members in the path, the query, the headers, and the body."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree

from .scalars import from_text
from .shapes import Member, Operation
from .structured import from_element, from_values
from .violations import Path, Violation, unknown, wrong_type

# Said by the SDKs of AWS, and by a signature in the URL.
_OF_NOBODY = ("x-id", "x-amz-user-agent")
_OF_THE_SIGNATURE = "x-amz-"

Header = Callable[[str], "str | None"]


def from_request(
    operation: Operation,
    labels: dict[str, str],
    query: list[tuple[str, str]],
    headers: dict[str, str],
    body: bytes,
    xml: bool,
    wrong: list[Violation],
) -> dict[str, Any]:
    """``labels`` are the values that stand in the path, ``headers`` have small letters."""
    assert operation.input is not None
    found: dict[str, Any] = {}
    asked = {part.partition("=")[0] for part in operation.path.partition("?")[2].split("&")}
    everything = False
    for name, member in operation.input.shape.members.items():
        location, wire_name, value = member.location, member.wire_name, None
        if location == "uri":
            text = labels.get(wire_name.replace("-", "_"))
            value = None if text is None else from_text(member, text, (name,), wrong)
        elif location == "querystring":
            asked.add(wire_name)
            everything = everything or member.shape.kind == "map"
            value = _from_query(member, wire_name, query, wrong)
        elif location in ("header", "headers"):
            value = from_headers(member, headers, wrong)
        if value is not None:
            found[name] = value
    for name, _ in query:
        if not everything and name not in asked | set(_OF_NOBODY) and not name.lower().startswith(_OF_THE_SIGNATURE):
            wrong.append(unknown((), name))
    found.update(from_body(operation.input, body, xml, wrong))
    return found


def _from_query(member: Member, name: str, query: list[tuple[str, str]], wrong: list[Violation]) -> Any:
    texts = [text for key, text in query if key == name]
    if member.shape.kind == "map":
        return dict(query)
    if not texts:
        return None
    if member.shape.kind == "list":
        assert member.shape.item is not None
        return [from_text(member.shape.item, text, (member.name,), wrong) for text in texts]
    return from_text(member, texts[0], (member.name,), wrong)


def from_headers(member: Member, headers: dict[str, str], wrong: list[Violation]) -> Any:
    """One header, or all with a prefix; None when there is none."""
    name = member.wire_name.lower()
    if member.location == "headers":
        return {key[len(name) :]: text for key, text in headers.items() if key.startswith(name)} or None
    text = headers.get(name)
    if text is None:
        return None
    if member.shape.kind == "list":
        assert member.shape.item is not None
        return [from_text(member.shape.item, each.strip(), (member.name,), wrong) for each in text.split(",")]
    return from_text(member, text, (member.name,), wrong)


def from_body(whole: Member, body: bytes, xml: bool, wrong: list[Violation]) -> dict[str, Any]:
    """The members of ``whole`` that stand in the body: one that is all of it, or those without another place."""
    payload = whole.wire.get("payload")
    if payload is None:
        of_body = any(member.location is None for member in whole.shape.members.values())
        if not body.strip() or not of_body:
            return {}
        return _decoded(whole, body, xml, (), wrong) or {}
    member = whole.shape.members[payload]
    if member.shape.kind in ("blob", "string"):
        value: Any = body if member.shape.kind == "blob" else body.decode("utf-8", "replace")
        return {payload: value} if body else {}
    if not body.strip():
        return {}
    value = _decoded(member, body, xml, (payload,), wrong)
    return {} if value is None else {payload: value}


def _decoded(member: Member, body: bytes, xml: bool, path: Path, wrong: list[Violation]) -> Any:
    try:
        if not xml:
            return from_values(member, json.loads(body), path, wrong)
        root = ElementTree.fromstring(body)
    except (ValueError, ElementTree.ParseError) as error:
        wrong.append(wrong_type(path, f"{'XML' if xml else 'JSON'} ({error})", None))
        return None
    return from_element(member, root, path, wrong)
