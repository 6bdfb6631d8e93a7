"""The record of all requests, for people and for the region-loss drill: in memory, and one JSON line each in a file."""

from __future__ import annotations

import json
import threading
import time
from collections import deque
from datetime import datetime, timezone
from pathlib import Path
from typing import Any, TextIO

# More than any drill makes (a whole deployment is some ten thousand); an `npm start` of days forgets the oldest.
KEPT = 200_000


class RequestLog:
    """Writes to a file, line by line, so that another process can follow it; without a path it only remembers."""

    def __init__(self, path: Path | None) -> None:
        self._started = time.monotonic()
        self._started_at = time.time()
        self._lock = threading.Lock()
        self._file: TextIO | None = path.open("w", encoding="utf-8", buffering=1) if path else None
        self._entries: deque[dict[str, Any]] = deque(maxlen=KEPT)
        self._count = 0

    def write(self, began: float, **fields: Any) -> int:
        """The entry's number. ``began`` is the ``time.monotonic()`` at which the request came in."""
        seconds = began - self._started
        arrived = datetime.fromtimestamp(self._started_at + seconds, timezone.utc)
        entry = {
            "n": 0,
            "t": round(seconds, 4),
            "time": arrived.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
            **fields,
            "ms": round((time.monotonic() - began) * 1000, 1),
        }
        with self._lock:
            self._count += 1
            entry["n"] = self._count
            self._entries.append(entry)
            if self._file is not None:
                self._file.write(json.dumps(entry) + "\n")
            return self._count

    def since(self, number: int) -> list[dict[str, Any]]:
        """The entries with a greater number than this one, in the order in which they were answered."""
        with self._lock:
            newer = min(max(self._count - number, 0), len(self._entries))
            return [self._entries[i] for i in range(len(self._entries) - newer, len(self._entries))] if newer else []

    @property
    def count(self) -> int:
        return self._count
