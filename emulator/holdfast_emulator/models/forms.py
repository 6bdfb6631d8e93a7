"""Decodes the fields of an ``Action=...`` request (protocols query and ec2)."""

from __future__ import annotations

from typing import Any

from .scalars import from_text, unreadable
from .shapes import Member
from .violations import UNREADABLE, Path, Violation, unknown

# Fields of every request, and those of a signature that stands in the URL.
_OF_THE_ENVELOPE = ("Action", "Version")
_OF_THE_SIGNATURE = "X-Amz-"


class _Node(dict):
    """What stands under a dotted name: ``Tags.member.1.Key`` is four nodes deep."""

    text: str | None = None


def from_fields(member: Member, fields: list[tuple[str, str]], wrong: list[Violation]) -> dict[str, Any]:
    """``fields`` are the names and values of the form, in its order."""
    root = _Node()
    for name, text in fields:
        if name in _OF_THE_ENVELOPE or name.startswith(_OF_THE_SIGNATURE):
            continue
        node = root
        for part in name.split("."):
            node = node.setdefault(part, _Node())
        node.text = text
    return _structure(member, root, (), wrong)


def _value(member: Member, node: _Node, path: Path, wrong: list[Violation]) -> Any:
    kind = member.shape.kind
    if member.shape.scalar:
        for name in node:
            wrong.append(unknown(path, name))
        return UNREADABLE if node.text is None else from_text(member, node.text, path, wrong)
    if node.text == "" and not node:
        # How an SDK says that a list is empty.
        return [] if kind == "list" else {}
    if node.text is not None:
        return unreadable(member, node.text, path, wrong)
    if kind == "structure":
        return _structure(member, node, path, wrong)
    return _list(member, node, path, wrong) if kind == "list" else _map(member, node, path, wrong)


def _structure(member: Member, node: _Node, path: Path, wrong: list[Violation]) -> dict[str, Any]:
    found = {}
    for name, below in node.items():
        inner = member.shape.by_query_name.get(name)
        if inner is None:
            wrong.append(unknown(path, name))
        else:
            found[inner.name] = _value(inner, below, (*path, inner.name), wrong)
    return found


def _list(member: Member, node: _Node, path: Path, wrong: list[Violation]) -> list[Any]:
    item = member.shape.item
    assert item is not None
    found = []
    for number, below in _numbered(node, (item.wire_name, "member"), path, wrong):
        found.append(_value(item, below, (*path, number, "member"), wrong))
    return found


def _map(member: Member, node: _Node, path: Path, wrong: list[Violation]) -> dict[str, Any]:
    key_member, value_member = member.shape.key, member.shape.value
    assert key_member is not None and value_member is not None
    found = {}
    for _, below in _numbered(node, ("entry",), path, wrong):
        key = below.pop(key_member.wire_name, _Node()).text or ""
        value = below.pop(value_member.wire_name, None)
        for name in below:
            wrong.append(unknown((*path, key), name))
        found[key] = None if value is None else _value(value_member, value, (*path, key, "member"), wrong)
    return found


def _numbered(node: _Node, wrappers: tuple[str, ...], path: Path, wrong: list[Violation]) -> list[tuple[str, _Node]]:
    """The numbered nodes in their order; they may stand below the name of the list's members (``Tags.Tag.1``)."""
    found = []
    for name, below in node.items():
        if name.isdigit():
            found.append((name, below))
        elif name in wrappers:
            found += _numbered(below, (), path, wrong)
        else:
            wrong.append(unknown(path, name))
    return sorted(found, key=lambda item: int(item[0]))
