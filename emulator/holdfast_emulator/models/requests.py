"""Reads each request by the model of its service, and refuses what does not fit."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from ..engine.errors import Answer, AwsError
from ..engine.models import service_model
from ..engine.request import AwsRequest
from . import forms, rest
from .answers import violations_of_answer
from .cbor import from_cbor
from .constraints import violations
from .refusals import refusal, unknown_operation
from .shapes import Operation, find
from .structured import from_values
from .tolerances import tolerated
from .violations import UNKNOWN, Violation, wrong_type

if TYPE_CHECKING:
    from ..engine.identify import Identity

BAD_ANSWER = "EmulatorAnswerNotOfTheModel"


class ModelChecks:
    """What AWS's front ends do before a service itself looks at a request: read it, and refuse what does not fit.

    ``requests`` off still refuses what cannot be read at all; ``answers`` on, for the emulator's own tests, holds each
    answer against the model too.
    """

    def __init__(self, *, requests: bool = True, answers: bool = False) -> None:
        self._requests = requests
        self._answers = answers

    def read(self, request: AwsRequest, identity: Identity) -> dict[str, Any]:
        """The input of the operation, in botocore's names and types. ``ModelRefusal`` if it does not fit the model.

        Empty for what botocore does not know, which is left to moto.
        """
        operation = _operation(identity)
        if operation is None:
            if self._requests and identity.operation and service_model(str(identity.service)) is not None:
                raise unknown_operation(str(identity.service), identity.operation, identity.dialect)
            return {}
        if operation.input is None:
            return {}
        value, unreadable = decoded(operation, request, identity)
        wrong = [*unreadable, *violations(operation.input, value)] if self._requests else unreadable
        wrong = [each for each in wrong if not tolerated(operation.service, operation.name, each)]
        if wrong:
            # What AWS ignores comes last: the other reasons are its own.
            wrong.sort(key=lambda each: each.kind == UNKNOWN)
            raise refusal(operation.service, identity.dialect, wrong)
        return value

    def check_answer(self, identity: Identity, answer: Answer) -> None:
        """``AwsError`` for a successful answer that AWS could not give: a defect of moto or of the overlay."""
        operation = _operation(identity) if self._answers and answer.ok else None
        wrong = violations_of_answer(operation, identity.dialect, answer) if operation else []
        if operation and wrong:
            what = "; ".join(f"[{each.kind}] {each.sentence}" for each in wrong)
            raise AwsError(BAD_ANSWER, f"The answer to {operation.service} {operation.name} is not AWS's: {what}")


def _operation(identity: Identity) -> Operation | None:
    known = identity.service and identity.operation
    return find(str(identity.service), str(identity.operation)) if known else None


def decoded(operation: Operation, request: AwsRequest, identity: Identity) -> tuple[dict[str, Any], list[Violation]]:
    """The input, and what of it could not be read: values of another type, and unknown names."""
    wrong: list[Violation] = []
    value = _decode(operation, request, identity, wrong)
    return (value if isinstance(value, dict) else {}), wrong


def _decode(operation: Operation, request: AwsRequest, identity: Identity, wrong: list[Violation]) -> Any:
    whole = operation.input
    assert whole is not None
    dialect = identity.dialect
    if dialect in ("query", "ec2"):
        in_body = request.content_type.startswith("application/x-www-form-urlencoded")
        text = request.body.decode("utf-8", "replace") if in_body else request.query
        return forms.from_fields(whole, parse_qsl(text, keep_blank_values=True), wrong)
    if dialect == "json":
        try:
            values = json.loads(request.body or b"{}")
        except ValueError as error:
            wrong.append(wrong_type((), f"JSON ({error})", None))
            return {}
        return from_values(whole, values, (), wrong)
    if dialect == "cbor":
        return from_values(whole, from_cbor(request.body), (), wrong)
    query = parse_qsl(request.query, keep_blank_values=True)
    return rest.from_request(
        operation, identity.path_values, query, request.headers, request.body, dialect != "rest-json", wrong
    )
