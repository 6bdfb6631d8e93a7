"""Holds an answer against the model: unknown, missing and ill-typed members, and values outside their enum."""

from __future__ import annotations

import json
from typing import Any
from xml.etree import ElementTree

from ..engine.errors import Answer
from .cbor import from_cbor
from .constraints import violations
from .rest import from_body, from_headers
from .shapes import Member, Operation
from .structured import from_element, from_values, tag
from .tolerances import answer_tolerated
from .violations import Violation, wrong_type

# What surrounds the members in XML.
_OF_THE_ENVELOPE = ("ResponseMetadata", "requestId", "RequestId")


def violations_of_answer(operation: Operation, dialect: str, answer: Answer) -> list[Violation]:
    """All that is wrong with a successful answer. Lengths and patterns are left out: they bind requests."""
    if operation.output is None:
        return []
    wrong: list[Violation] = []
    value = _decode(operation.output, dialect, answer, wrong)
    wrong += violations(operation.output, value, limits=False)
    return [each for each in wrong if not answer_tolerated(operation.service, operation.name, each)]


def _decode(whole: Member, dialect: str, answer: Answer, wrong: list[Violation]) -> Any:
    if dialect == "cbor":
        return from_values(whole, from_cbor(answer.body), (), wrong)
    if dialect == "json":
        return from_values(whole, _json(answer.body, wrong), (), wrong)
    if dialect in ("query", "ec2"):
        return _from_xml(whole, answer.body, wrong)
    headers = {name.lower(): value for name, value in answer.headers}
    found = {}
    for name, member in whole.shape.members.items():
        if member.location in ("header", "headers"):
            value = from_headers(member, headers, wrong)
            if value is not None:
                found[name] = value
        elif member.location == "statusCode":
            found[name] = answer.status
    found.update(from_body(whole, answer.body, dialect != "rest-json", wrong))
    return found


def _json(body: bytes, wrong: list[Violation]) -> Any:
    try:
        return json.loads(body or b"{}")
    except ValueError as error:
        wrong.append(wrong_type((), f"JSON ({error})", None))
        return {}


def _from_xml(whole: Member, body: bytes, wrong: list[Violation]) -> Any:
    try:
        root = ElementTree.fromstring(body)
    except ElementTree.ParseError as error:
        wrong.append(wrong_type((), f"XML ({error})", None))
        return {}
    wrapper = whole.wire.get("resultWrapper")
    root = next((child for child in root if tag(child) == wrapper), root) if wrapper else root
    for child in [child for child in root if tag(child) in _OF_THE_ENVELOPE]:
        root.remove(child)
    return from_element(whole, root, (), wrong)
