"""The record of decisions, so that another's evaluator can judge the same."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from .documents import Document
from .evaluate import Decision, ResourcePolicy
from .need import Need
from .patterns import Values
from .principals import Principal


@dataclass(frozen=True)
class Judgement:
    """One decision with all that it was made from."""

    principal: Principal
    need: Need
    context: Values
    resource: ResourcePolicy
    decision: Decision


class DecisionLog:
    """One JSON line per decision. The text of a policy comes in a line of its own, before the first that names it."""

    def __init__(self, path: Path | None) -> None:
        self._lock = threading.Lock()
        self._file: TextIO | None = path.open("w", encoding="utf-8", buffering=1) if path else None
        self._told: set[str] = set()

    def write(self, number: int, judgements: Iterable[Judgement]) -> None:
        """``number`` is that of the request in the record of requests."""
        if self._file is None:
            return
        with self._lock:
            for one in judgements:
                self._write(number, one)

    def _write(self, number: int, one: Judgement) -> None:
        assert self._file is not None
        who = one.principal
        policies = {
            "identity": self._hashes(who.identity),
            "boundary": self._hashes((who.boundary,) if who.boundary else ()),
            "session": self._hashes(who.session),
            "resource": self._hashes(one.resource.documents),
        }
        line: dict[str, Any] = {
            "n": number,
            "principal": who.name,
            "kind": who.kind,
            "arn": who.arn,
            "roleArn": who.role_arn,
            "action": one.need.action,
            "resource": one.need.resource,
            "context": {key: list(values) for key, values in one.context.items()},
            "decision": one.decision.verdict,
            "by": one.decision.by,
            "policies": {kind: hashes for kind, hashes in policies.items() if hashes},
            "resourcePolicyRequired": one.resource.is_required or None,
            "grants": [sorted(list(pair) for pair in grant) for grant in one.resource.grants] or None,
        }
        self._file.write(json.dumps({key: value for key, value in line.items() if value is not None}) + "\n")

    def _hashes(self, documents: tuple[Document, ...]) -> list[str]:
        assert self._file is not None
        for document in documents:
            if document.hash not in self._told:
                self._told.add(document.hash)
                told = {"policy": document.hash, "document": json.loads(document.text)}
                self._file.write(json.dumps(told) + "\n")
        return [document.hash for document in documents]
