"""Errors as AWS sends them, in the wire format of the service that was asked."""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

UNSUPPORTED = "UnsupportedByEmulator"
FAULT = "EmulatorFault"


class AwsError(Exception):
    """What a handler raises to refuse a request, as AWS would: an error code, a message, and an HTTP status."""

    def __init__(self, code: str, message: str, status: int = 400) -> None:
        super().__init__(f"{code}: {message}")
        self.code = code
        self.message = message
        self.status = status


@dataclass
class Answer:
    """One HTTP answer."""

    status: int
    headers: list[tuple[str, str]] = field(default_factory=list)
    body: bytes = b""

    @property
    def ok(self) -> bool:
        return self.status < 300

    def header(self, name: str) -> str | None:
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)


def unsupported(service: str | None, operation: str | None, detail: str = "") -> AwsError:
    """The answer to an operation that neither moto nor the overlay implements.

    A 4xx on purpose: moto's own 500 makes the AWS provider try again for almost an hour.
    """
    what = " ".join(part for part in (service, operation) if part) or "this request"
    reason = f" ({detail})" if detail else ""
    return AwsError(
        UNSUPPORTED,
        f"The emulator does not implement {what}{reason}. Neither moto nor the overlay knows it. Add it in "
        "emulator/holdfast_emulator/services (emulator/README.md shows how), or leave the resource out of this stack.",
    )


def fault(service: str | None, operation: str | None, error: BaseException) -> AwsError:
    """The answer to a request on which the emulator itself broke; the traceback is on the emulator's stderr."""
    what = " ".join(part for part in (service, operation) if part) or "a request"
    return AwsError(
        FAULT,
        f"The emulator broke on {what}: {type(error).__name__}: {error}. This is a defect of moto or of the overlay, "
        "not of the stack; the traceback is on the emulator's standard error.",
    )


def render(error: AwsError, dialect: str) -> Answer:
    """``error`` in one of the dialects that ``identify.dialect_of`` names."""
    request_id = str(uuid.uuid4())
    code, message = escape(error.code), escape(error.message)
    if dialect in ("json", "rest-json"):
        # The services disagree on the capital letter of "message", so both are there.
        body = json.dumps({"__type": error.code, "message": error.message, "Message": error.message}).encode()
        headers = [("Content-Type", "application/x-amz-json-1.1"), ("x-amzn-ErrorType", error.code)]
    elif dialect == "cbor":
        body = _cbor_map({"__type": error.code, "message": error.message})
        headers = [("Content-Type", "application/cbor"), ("smithy-protocol", "rpc-v2-cbor")]
    elif dialect == "ec2":
        body = _xml(
            f"<Response><Errors><Error><Code>{code}</Code><Message>{message}</Message></Error></Errors>"
            f"<RequestID>{request_id}</RequestID></Response>"
        )
        headers = [("Content-Type", "text/xml")]
    elif dialect == "s3":
        body = _xml(
            f"<Error><Code>{code}</Code><Message>{message}</Message><RequestId>{request_id}</RequestId></Error>"
        )
        headers = [("Content-Type", "application/xml")]
    else:
        body = _xml(
            f"<ErrorResponse><Error><Type>{'Sender' if error.status < 500 else 'Receiver'}</Type>"
            f"<Code>{code}</Code><Message>{message}</Message></Error>"
            f"<RequestId>{request_id}</RequestId></ErrorResponse>"
        )
        headers = [("Content-Type", "text/xml")]
    return Answer(error.status, [*headers, ("x-amzn-RequestId", request_id)], body)


def _xml(content: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{content}'.encode()


def _cbor_map(values: dict[str, str]) -> bytes:
    """A CBOR map of text to text: all that an error needs, so that no CBOR package is needed."""

    def text(value: str) -> bytes:
        raw = value.encode()
        return b"\x79" + len(raw).to_bytes(2, "big") + raw

    return bytes([0xA0 + len(values)]) + b"".join(text(key) + text(value) for key, value in values.items())
