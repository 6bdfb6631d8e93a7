"""Bodies of the RPC v2 CBOR protocol, which botocore reads."""

from __future__ import annotations

from typing import Any


def from_cbor(body: bytes) -> Any:
    """The values of a body, as ``json.loads`` would give them; timestamps and blobs are real ones."""
    from botocore.parsers import RpcV2CBORParser

    parser = RpcV2CBORParser()
    return parser.parse_data_item(parser.get_peekable_stream_from_bytes(body)) if body else {}
