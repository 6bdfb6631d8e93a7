"""The request log: one JSON object per request, for people and for the region-loss drill."""

from __future__ import annotations

import json
import threading
import time
from pathlib import Path
from typing import Any, TextIO


class RequestLog:
    """Writes to a file, line by line, so that another process can follow it; without a path it writes nothing."""

    def __init__(self, path: Path | None) -> None:
        self._started = time.monotonic()
        self._lock = threading.Lock()
        self._file: TextIO | None = path.open("w", encoding="utf-8", buffering=1) if path else None

    def write(self, began: float, **fields: Any) -> None:
        """``began`` is the ``time.monotonic()`` at which the request came in."""
        if self._file is None:
            return
        times = {"t": round(began - self._started, 4), "ms": round((time.monotonic() - began) * 1000, 1)}
        line = json.dumps({"t": times["t"], **fields, "ms": times["ms"]})
        with self._lock:
            self._file.write(line + "\n")
