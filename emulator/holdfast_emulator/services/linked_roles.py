"""Service-linked roles: a service makes its own when an account uses it for the first time."""

from __future__ import annotations

from ..authorization.needs.linked_roles import MAKES, make_role
from ..engine.call import Call
from ..engine.registry import checks


def _make(call: Call) -> None:
    """Before the service works: whoever asks has the right to make it by then."""
    make_role(call)


for _service, _operation in MAKES:
    checks(_service, _operation)(_make)
