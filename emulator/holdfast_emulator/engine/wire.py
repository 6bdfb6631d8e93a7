"""Between the bytes of one operation and plain dictionaries, in both directions and for both sides.

``holdfast_emulator.models`` reads an input and moto brings what writes an output; botocore has the client's half (write
an input, read an output). With them, a handler can stand before, behind or in the place of moto without knowing a wire
format.
"""

from __future__ import annotations

import uuid
from functools import cache
from typing import Any
from urllib.parse import quote, urlencode

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
