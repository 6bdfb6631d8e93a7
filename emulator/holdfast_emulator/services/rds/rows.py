"""The rows of a database, as far as a drill needs them: who wrote, which number, and when.

Each instance has one ``Rows``, and whatever is made of it has the rows until the moment that it holds: a snapshot (and its
copies) those until it was taken, automated backups (replicated ones too) those until the time that is restored. A replica
has those of its source until it is promoted, and goes on from them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True)
class Row:
    """Written by ``client`` as its ``number``-th, ``at`` a time of this machine's clock."""

    client: str
    number: int
    at: datetime

    def told(self) -> dict[str, Any]:
        return {"client": self.client, "number": self.number, "at": iso(self.at)}


class Rows:
    """Rows in the order in which they were written; none is changed or removed."""

    def __init__(self, rows: list[Row] | None = None) -> None:
        self._rows = rows or []

    def write(self, row: Row) -> None:
        self._rows.append(row)

    def until(self, moment: datetime) -> Rows:
        """Rows of their own: those that were written until then."""
        return Rows([row for row in list(self._rows) if row.at <= moment])

    def told(self) -> list[dict[str, Any]]:
        return [row.told() for row in list(self._rows)]


def iso(moment: datetime) -> str:
    return moment.isoformat(timespec="microseconds").replace("+00:00", "Z")
