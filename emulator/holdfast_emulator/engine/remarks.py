"""What is remembered of one request for the records."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..authorization.decisions import Judgement


@dataclass
class Remarks:
    """Filled in while the request is answered."""

    principal: str | None = None
    """Who asked: the name of a role, or "administrator"."""
    denied: bool = False
    """Whether IAM's policies do not allow it."""
    refused_by_model: bool = False
    """Whether AWS's own description of the operation does not allow such a request."""
    judgements: list[Judgement] = field(default_factory=list)

    def fields(self) -> dict[str, Any]:
        """For the record of requests; what is false is left out."""
        told = {"principal": self.principal, "denied": self.denied, "refusedByModel": self.refused_by_model}
        return {name: value for name, value in told.items() if value}
