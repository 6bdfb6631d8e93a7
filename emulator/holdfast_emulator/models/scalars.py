"""Single values: from text (forms, XML, headers, paths) and from JSON."""

from __future__ import annotations

import base64
import binascii
import re
from datetime import datetime
from typing import Any

from .shapes import Member
from .violations import UNREADABLE, Path, Violation, wrong_type

_BOOLEANS = {"true": True, "false": False}
_NAMES = {"integer": "Integer", "float": "Double", "boolean": "Boolean", "timestamp": "Timestamp", "blob": "Blob"}


def from_text(member: Member, text: str, path: Path, wrong: list[Violation]) -> Any:
    """A value that came as text, in the type of the member; ``UNREADABLE``, with a note, if it is not of it."""
    kind = member.shape.kind
    try:
        if kind == "integer" and re.fullmatch(r"[+-]?\d+", text.strip()):
            return int(text)
        if kind == "float":
            return float(text)
        if kind == "boolean" and text.strip().lower() in _BOOLEANS:
            return _BOOLEANS[text.strip().lower()]
        if kind == "timestamp":
            return timestamp(text)
        if kind == "blob":
            return base64.b64decode(text, validate=True)
        if kind == "string":
            return text
    except (ValueError, binascii.Error):
        pass
    return unreadable(member, text, path, wrong)


def from_json(member: Member, value: Any, path: Path, wrong: list[Violation]) -> Any:
    """A value of JSON or CBOR in the type of the member; a number or a truth in quotes is of another type."""
    kind = member.shape.kind
    number = isinstance(value, int | float) and not isinstance(value, bool)
    if (kind == "string" and isinstance(value, str)) or (kind == "boolean" and isinstance(value, bool)):
        return value
    if kind == "integer" and number and value == int(value):
        return int(value)
    if kind == "float" and (number or value in ("NaN", "Infinity", "-Infinity")):
        return float(value)
    if kind == "blob" and isinstance(value, bytes):
        return value
    if kind == "timestamp" and isinstance(value, datetime):
        return value
    if kind == "timestamp" and number:
        return timestamp(value)
    if kind in ("blob", "timestamp") and isinstance(value, str):
        return from_text(member, value, path, wrong)
    return unreadable(member, value, path, wrong)


def unreadable(member: Member, value: Any, path: Path, wrong: list[Violation]) -> Any:
    """Notes a value of the wrong type, whatever the type should be."""
    kind = member.shape.kind
    wrong.append(wrong_type(path, _NAMES.get(kind, kind.capitalize()), None if member.shape.sensitive else value))
    return UNREADABLE


def timestamp(value: Any) -> datetime:
    """With its time zone, as botocore reads it. ValueError when it is none."""
    from botocore.utils import parse_timestamp

    return parse_timestamp(value)
