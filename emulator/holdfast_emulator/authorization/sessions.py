"""The sessions of roles that STS handed out."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from .documents import Document

if TYPE_CHECKING:
    from ..engine.call import Call


@dataclass(frozen=True)
class Session:
    """One session, from the moment when somebody became a role until it expires."""

    role_arn: str
    role_id: str
    """A role that was deleted and made again is another one, and its old sessions are void."""
    name: str
    token: str
    issued: datetime
    expires: datetime
    policies: tuple[Document, ...] = ()
    context: dict[str, str | tuple[str, ...]] = field(default_factory=dict)
    """Condition keys that stay with it: tags, the source identity, the claims of a web identity."""


def sessions(call: Call) -> dict[str, Session]:
    """By access key; one collection for all accounts, since access keys are unique."""
    return call.remembered("sessions", region="global", service="sts", account="all")


def handed_out_keys(call: Call) -> dict[str, bool]:
    """Every access key of a user that was ever made here: a deleted one is refused, not an administrator's."""
    return call.remembered("access keys", region="global", service="iam", account="all")
