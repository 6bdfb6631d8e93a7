"""Decodes bodies of JSON and CBOR, which have the same values, and bodies of XML."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element

from .scalars import from_json, from_text, unreadable
from .shapes import Member
from .violations import Path, Violation, unknown


def from_values(member: Member, value: Any, path: Path, wrong: list[Violation]) -> Any:
    """What ``json.loads`` or a CBOR decoder made of a body, by the model. A null is a member that is not there."""
    shape = member.shape
    if value is None or shape.kind == "document":
        return value
    if shape.scalar:
        return from_json(member, value, path, wrong)
    if shape.kind == "list" and isinstance(value, list):
        assert shape.item is not None
        items = enumerate(value, 1)
        return [from_values(shape.item, each, (*path, str(number), "member"), wrong) for number, each in items]
    if shape.kind == "map" and isinstance(value, dict):
        assert shape.value is not None
        return {key: from_values(shape.value, each, (*path, key, "member"), wrong) for key, each in value.items()}
    if shape.kind != "structure" or not isinstance(value, dict):
        return unreadable(member, value, path, wrong)
    found: dict[str, Any] = {}
    for key, each in value.items():
        of_body = shape.by_json_name.get(key)
        if of_body is not None and of_body.location is None:
            if each is not None:
                found[of_body.name] = from_values(of_body, each, (*path, of_body.name), wrong)
        elif key != "__type":
            wrong.append(unknown(path, key))
    return found


def from_element(member: Member, element: Element, path: Path, wrong: list[Violation]) -> Any:
    """An XML element by the model. A list or map that is flattened is its parent's business."""
    shape = member.shape
    if shape.scalar:
        return from_text(member, element.text or "", path, wrong)
    if shape.kind == "structure":
        return _structure(member, element, path, wrong)
    if shape.kind == "map":
        return dict(_entry(member, child, path, wrong) for child in element)
    assert shape.item is not None
    items = []
    for number, child in enumerate(element, 1):
        if tag(child) in (shape.item.wire_name, "member"):
            items.append(from_element(shape.item, child, (*path, str(number), "member"), wrong))
        else:
            wrong.append(unknown(path, tag(child)))
    return items


def _structure(member: Member, element: Element, path: Path, wrong: list[Violation]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, text in element.attrib.items():
        for each in member.shape.members.values():
            if each.wire.get("xmlAttribute") and each.wire_name.rpartition(":")[2] == name.rpartition("}")[2]:
                found[each.name] = text
    for child in element:
        inner = member.shape.by_xml_name.get(tag(child))
        if inner is None or inner.location is not None:
            wrong.append(unknown(path, tag(child)))
            continue
        here = (*path, inner.name)
        if inner.shape.kind == "list" and inner.flattened:
            assert inner.shape.item is not None
            items = found.setdefault(inner.name, [])
            items.append(from_element(inner.shape.item, child, (*here, str(len(items) + 1), "member"), wrong))
        elif inner.shape.kind == "map" and inner.flattened:
            key, value = _entry(inner, child, here, wrong)
            found.setdefault(inner.name, {})[key] = value
        else:
            found[inner.name] = from_element(inner, child, here, wrong)
    return found


def _entry(member: Member, element: Element, path: Path, wrong: list[Violation]) -> tuple[str, Any]:
    assert member.shape.key is not None and member.shape.value is not None
    children = {tag(child): child for child in element}
    key = children.get(member.shape.key.wire_name)
    value = children.get(member.shape.value.wire_name)
    name = (key.text or "") if key is not None else ""
    return name, None if value is None else from_element(member.shape.value, value, (*path, name, "member"), wrong)


def tag(element: Element) -> str:
    """Without its namespace."""
    return element.tag.rpartition("}")[2]
