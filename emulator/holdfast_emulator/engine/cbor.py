"""Inputs of requests in CBOR, which the newer SDKs send to CloudWatch: botocore reads this format in answers only."""

from __future__ import annotations

import io
from typing import Any


def read_cbor(body: bytes, shape: Any) -> dict[str, Any]:
    """The input that ``body`` holds; ``shape`` is botocore's description of it."""
    from botocore.parsers import RpcV2CBORParser

    if not body or shape is None:
        return {}
    stream = io.BufferedReader(io.BytesIO(body))  # type: ignore[arg-type]
    raw = RpcV2CBORParser().parse_data_item(stream)
    return {name: value for name, value in raw.items() if name in shape.members}
