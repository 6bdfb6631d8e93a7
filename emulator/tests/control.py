"""The control endpoint of the tests' emulator."""

from __future__ import annotations

import http.client
import json
from contextlib import closing
from typing import Any

from support import port


def control(method: str, name: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
    with closing(http.client.HTTPConnection("127.0.0.1", port(), timeout=10)) as connection:
        connection.request(method, f"/_holdfast/{name}", body=json.dumps(body) if body else None)
        answer = connection.getresponse()
        return {"status": answer.status, **json.loads(answer.read())}
