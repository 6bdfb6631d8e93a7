"""What AWS has, by the tables that ``npm run tables`` writes beside this file: each has its source and its date."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


def table(name: str) -> dict[str, Any]:
    """The content of one table: ``postgres_versions.json``."""
    return json.loads((Path(__file__).parent / name).read_text())
