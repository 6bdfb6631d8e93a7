"""Between the bytes of one operation and plain dictionaries, in both directions and for both sides.

moto brings the server's half (read an input, write an output), botocore the client's half (write an input, read an
output). With both, a handler can stand before, behind or in the place of moto without knowing a wire format.
"""

from __future__ import annotations

import uuid
from datetime import datetime
from functools import cache
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode

from .cbor import read_cbor
from .errors import Answer
from .identify import Identity
from .models import service_model
from .request import AwsRequest


class Wire:
    """The wire format of one operation."""

    def __init__(self, service: str, operation: str, dialect: str) -> None:
        self.service = service
        self.operation = operation
        self.dialect = dialect
        self.protocol = "rest-xml" if dialect == "s3" else dialect
        model = service_model(service)
        assert model is not None, service
        self.model = model.operation_model(operation)

    @classmethod
    def of(cls, identity: Identity) -> Wire | None:
        """None when botocore does not know the service or the operation."""
        model = service_model(identity.service) if identity.service else None
        if model is None or identity.operation not in _operations(str(identity.service)):
            return None
        return _wire(str(identity.service), str(identity.operation), identity.dialect)

    def read_input(self, request: AwsRequest, path_values: dict[str, str]) -> dict[str, Any]:
        if self.dialect == "cbor":
            return read_cbor(request.body, self.model.input_shape)
        from moto.core.parse import PROTOCOL_PARSERS
        from werkzeug.datastructures import Headers, MultiDict

        if self.dialect in ("query", "ec2") and request.content_type.startswith("application/x-www-form-urlencoded"):
            values = parse_qsl(request.body.decode(), keep_blank_values=True)
        else:
            values = parse_qsl(request.query, keep_blank_values=True)
        names = {k: v for k, v in request.environ.items() if k.startswith("HTTP_")}
        parsed = PROTOCOL_PARSERS[self.protocol](self.model, timestamp_parser=_timestamp).parse(
            {
                "body": request.body,
                "headers": Headers([(name[5:].replace("_", "-"), value) for name, value in names.items()]),
                "method": request.method,
                "url_params": path_values,
                "url_path": request.path,
                "values": MultiDict(values),
            }
        )
        return parsed or {}

    def write_input(self, request: AwsRequest, values: dict[str, Any]) -> AwsRequest:
        """``request``, asking for ``values`` instead of what it asked for."""
        from botocore.serialize import create_serializer

        wire = create_serializer(self.protocol, include_validation=False).serialize_to_request(values, self.model)
        body = wire["body"]
        if isinstance(body, dict):
            body = urlencode(body)
        query = wire.get("query_string") or ""
        if isinstance(query, dict):
            query = urlencode(query, doseq=True)
        path, _, fixed = wire["url_path"].partition("?")
        return request.rewritten(
            method=wire["method"],
            raw_path=quote(path, safe="/%~"),
            query="&".join(filter(None, (fixed, query))),
            headers={name: str(value) for name, value in wire["headers"].items()},
            body=body.encode() if isinstance(body, str) else bytes(body),
        )

    def read_output(self, answer: Answer) -> dict[str, Any]:
        from botocore.awsrequest import HeadersDict
        from botocore.parsers import create_parser

        shape = self.model.output_shape
        if shape is None:
            return {}
        raw = {"status_code": answer.status, "headers": HeadersDict(answer.headers), "body": answer.body}
        output = create_parser(self.protocol).parse(raw, shape)
        output.pop("ResponseMetadata", None)
        return output

    def write_output(self, output: dict[str, Any]) -> Answer:
        from moto.core.serialize import SerializationContext, get_serializer_class

        request_id = str(uuid.uuid4())
        serializer = get_serializer_class(self.service, self.protocol)(
            self.model, context=SerializationContext(request_id=request_id)
        )
        wire = serializer.serialize(output)
        body = wire["body"]
        headers = {**wire["headers"], "x-amzn-RequestId": request_id}
        return Answer(
            status=int(wire["status_code"]),
            headers=[(name, str(value)) for name, value in headers.items()],
            body=body.encode() if isinstance(body, str) else body,
        )


@cache
def _wire(service: str, operation: str, dialect: str) -> Wire:
    return Wire(service, operation, dialect)


@cache
def _operations(service: str) -> frozenset[str]:
    model = service_model(service)
    return frozenset(model.operation_names) if model else frozenset()


def _timestamp(value: Any) -> datetime:
    """With its time zone, unlike moto's own parser: botocore would take a naive time for local time."""
    from botocore.utils import parse_timestamp

    return parse_timestamp(value)
