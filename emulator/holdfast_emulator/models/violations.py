"""What is wrong with a message, and the words that AWS has for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

UNKNOWN = "unknown"
TYPE = "type"
REQUIRED = "required"
ENUM = "enum"
LENGTH = "length"
RANGE = "range"
PATTERN = "pattern"
UNION = "union"
KINDS = (UNKNOWN, TYPE, REQUIRED, ENUM, LENGTH, RANGE, PATTERN, UNION)

Path = tuple[str, ...]


class Unreadable:
    """In the place of a value whose text is not of its type; the decoder has noted it."""


UNREADABLE = Unreadable()


@dataclass(frozen=True)
class Violation:
    """``constraint`` is AWS's sentence; ``value`` is shown if it is a scalar and no secret."""

    path: Path
    kind: str
    constraint: str
    value: Any = None
    shown: bool = True

    @property
    def where(self) -> str:
        """As AWS's front ends write it: ``tags.1.member.key``, each name with a small first letter."""
        return ".".join(name[:1].lower() + name[1:] for name in self.path)

    @property
    def sentence(self) -> str:
        if self.kind == REQUIRED:
            value = " null"
        elif self.shown and isinstance(self.value, str | int | float):
            value = f" '{self.value}'"
        else:
            value = ""
        return f"Value{value} at '{self.where}' failed to satisfy constraint: {self.constraint}"


def unknown(path: Path, name: str) -> Violation:
    return Violation(
        (*path, name),
        UNKNOWN,
        f"Member {name} is unknown to AWS's model",
        shown=False,
    )


def wrong_type(path: Path, kind: str, value: Any) -> Violation:
    return Violation(path, TYPE, f"Member must be of type {kind}", value)
