"""A call as the table of needs sees it, without a request."""

from __future__ import annotations

from typing import Any

from support import ACCOUNT

from holdfast_emulator.authorization.judge import Authorization
from holdfast_emulator.authorization.need import Need
from holdfast_emulator.authorization.needs import needs_of
from holdfast_emulator.engine.call import Call
from holdfast_emulator.engine.outage import Outage
from holdfast_emulator.engine.remarks import Remarks


class _Request:
    """What the table reads of a request besides its input."""

    user_agent = ""

    def header(self, name: str) -> str | None:
        return "AWS4-HMAC-SHA256" if name == "authorization" else None


def call_of(service: str, operation: str, input: dict[str, Any] | None = None, region: str = "us-east-1") -> Call:
    """A call of an administrator whose memory is empty; moto's state is that of the shared emulator."""
    return Call(
        service=service,
        operation=operation,
        account=ACCOUNT,
        region=region,
        input=input or {},
        request=_Request(),  # type: ignore[arg-type]
        wire=None,
        memory={},
        outage=Outage(),
        authorization=Authorization(needs_of),
        remarks=Remarks(),
        ask_moto=None,  # type: ignore[arg-type]
    )


def needs(service: str, operation: str, input: dict[str, Any] | None = None, region: str = "us-east-1") -> list[Need]:
    """The needs of an operation that has an entry."""
    found = needs_of(call_of(service, operation, input, region))
    assert found is not None, f"{service} {operation} has no entry"
    return found


def pairs(found: list[Need]) -> set[tuple[str, str]]:
    """Actions and resources, without their conditions."""
    return {(need.action, need.resource) for need in found}
