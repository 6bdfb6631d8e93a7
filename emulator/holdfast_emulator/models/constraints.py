"""Holds a decoded value against its shape: required, enum, length, range, pattern, union."""

from __future__ import annotations

from typing import Any

from .shapes import Member, Shape
from .violations import ENUM, LENGTH, PATTERN, RANGE, REQUIRED, UNION, UNREADABLE, Path, Violation


def violations(member: Member, value: Any, *, limits: bool = True) -> list[Violation]:
    """In the order of the model; without ``limits`` no lengths, ranges and patterns, which bind no answer."""
    found: list[Violation] = []
    _check(member.shape, value, (), found, limits)
    return found


def _check(shape: Shape, value: Any, path: Path, found: list[Violation], limits: bool) -> None:
    if value is UNREADABLE or value is None:
        return
    if shape.kind == "structure":
        _check_structure(shape, value, path, found, limits)
    elif shape.kind == "list":
        _check_list(shape, value, path, found, limits)
    elif shape.kind == "map":
        _check_map(shape, value, path, found, limits)
    elif shape.scalar:
        for kind, constraint in _of_scalar(shape, value, limits):
            found.append(Violation(path, kind, constraint, value, shown=not shape.sensitive))


def _check_structure(shape: Shape, value: dict[str, Any], path: Path, found: list[Violation], limits: bool) -> None:
    for name in shape.required:
        if value.get(name) is None:
            found.append(Violation((*path, name), REQUIRED, "Member must not be null"))
    if shape.union and len(value) != 1:
        found.append(Violation(path, UNION, f"Exactly one of [{', '.join(shape.members)}] must be set"))
    for name, item in value.items():
        _check(shape.members[name].shape, item, (*path, name), found, limits)


def _check_list(shape: Shape, value: list[Any], path: Path, found: list[Violation], limits: bool) -> None:
    assert shape.item is not None
    item = shape.item.shape
    if limits:
        found += [Violation(path, LENGTH, text, shown=False) for text in _length(shape, len(value))]
    if not item.scalar:
        for number, each in enumerate(value, 1):
            _check(item, each, (*path, str(number), "member"), found, limits)
        return
    # AWS names the list, and what its members must satisfy.
    for each in value:
        for kind, constraint in _of_scalar(item, each, limits):
            text = f"Member must satisfy constraint: [{constraint}]"
            found.append(Violation(path, kind, text, f"[{each}]", shown=not item.sensitive))


def _check_map(shape: Shape, value: dict[str, Any], path: Path, found: list[Violation], limits: bool) -> None:
    assert shape.key is not None and shape.value is not None
    if limits:
        found += [Violation(path, LENGTH, text, shown=False) for text in _length(shape, len(value))]
    for key, each in value.items():
        for kind, constraint in _of_scalar(shape.key.shape, key, limits):
            found.append(Violation(path, kind, f"Map keys must satisfy constraint: [{constraint}]", f"{{{key}}}"))
        if not shape.value.shape.scalar:
            _check(shape.value.shape, each, (*path, str(key), "member"), found, limits)
            continue
        for kind, constraint in _of_scalar(shape.value.shape, each, limits):
            text = f"Map value must satisfy constraint: [{constraint}]"
            found.append(Violation(path, kind, text, f"{{{key}={each}}}", shown=not shape.value.shape.sensitive))


def _of_scalar(shape: Shape, value: Any, limits: bool) -> list[tuple[str, str]]:
    """Kind and sentence of each constraint that the value does not satisfy."""
    if value is UNREADABLE or value is None:
        return []
    wrong: list[tuple[str, str]] = []
    if shape.kind == "string":
        if shape.enum and value not in shape.enum:
            wrong.append((ENUM, f"Member must satisfy enum value set: [{', '.join(shape.enum)}]"))
        if limits:
            wrong += [(LENGTH, text) for text in _length(shape, len(value))]
            if shape.pattern and not shape.pattern.fits(value):
                wrong.append((PATTERN, f"Member must satisfy regular expression pattern: {shape.pattern.text}"))
    elif limits and shape.kind == "blob":
        wrong += [(LENGTH, text) for text in _length(shape, len(value))]
    elif limits and shape.kind in ("integer", "float"):
        if shape.minimum is not None and value < shape.minimum:
            wrong.append((RANGE, f"Member must have value greater than or equal to {shape.minimum}"))
        if shape.maximum is not None and value > shape.maximum:
            wrong.append((RANGE, f"Member must have value less than or equal to {shape.maximum}"))
    return wrong


def _length(shape: Shape, length: int) -> list[str]:
    if shape.minimum is not None and length < shape.minimum:
        return [f"Member must have length greater than or equal to {shape.minimum}"]
    if shape.maximum is not None and length > shape.maximum:
        return [f"Member must have length less than or equal to {shape.maximum}"]
    return []
