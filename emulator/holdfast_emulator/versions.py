"""Which moto this overlay was tested with, and whether that is the one installed.

The range lives in ``moto-versions.json``, one folder up, because the set-up script that installs moto is not Python.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

RANGE_FILE = Path(__file__).resolve().parent.parent / "moto-versions.json"


class UnusableMoto(Exception):
    """moto is missing, incomplete, or of a version that nobody tested; the message is one sentence for people."""


@dataclass(frozen=True)
class TestedRange:
    """The first and last version of moto that the overlay is known to work with, and the one that we install."""

    minimum: str
    maximum: str
    pinned: str

    def includes(self, version: str) -> bool:
        return _key(self.minimum) <= _key(version) <= _key(self.maximum)


def tested_range() -> TestedRange:
    return TestedRange(**json.loads(RANGE_FILE.read_text(encoding="utf-8")))


def require_moto() -> str:
    """The version of the installed moto, or an ``UnusableMoto`` that says what to do."""
    tested = tested_range()
    remedy = f"install it with: python -m pip install 'moto[server]=={tested.pinned}'"
    try:
        version = metadata.version("moto")
    except metadata.PackageNotFoundError:
        raise UnusableMoto(f"The emulator needs the Python package moto, which is not installed; {remedy}") from None
    if not tested.includes(version):
        raise UnusableMoto(
            f"The emulator is tested with moto {tested.minimum} to {tested.maximum}, "
            f"but {version} is installed; {remedy}"
        )
    return version


def _key(version: str) -> tuple[int, ...]:
    """A comparable form of ``5.2.1`` (and of ``5.2.1.dev3``, which sorts as 5.2.1)."""
    return tuple(int(part) for part in re.findall(r"\d+", version)[:3])
