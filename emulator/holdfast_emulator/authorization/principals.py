"""Who asks: the parts of a principal that policies can name."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from .documents import Document

Kind = Literal["user", "role", "service", "federated", "anonymous"]


@dataclass(frozen=True)
class Principal:
    """Somebody who asks, with the policies that go with him."""

    kind: Kind
    name: str
    """How the record of requests calls him: a role's name, "administrator", ``user/NAME``, or a service."""
    account: str
    arn: str
    """As messages and GetCallerIdentity name him: a user, or the session of a role."""
    role_arn: str | None = None
    """The role that a session is one of."""
    id: str = ""
    """``aws:userid``."""
    identity: tuple[Document, ...] = ()
    boundary: Document | None = None
    session: tuple[Document, ...] = ()
    """Session policies: what the session was narrowed to when it began."""
    context: dict[str, str | tuple[str, ...]] = field(default_factory=dict, hash=False, compare=False)
    """Condition keys that go with him, such as ``aws:username``."""

    def grants_directly(self, named: frozenset[tuple[str, str]]) -> bool:
        """Whether a resource policy names him, so that nothing else has to allow it: a user, the session of a role
        (not the role), a service, or everybody."""
        if self.kind == "service":
            return bool(named & {("Service", self.name), ("Service", "*"), ("AWS", "*")})
        if self.kind == "federated":
            return bool(named & {("Federated", self.arn), ("Federated", "*")})
        return bool(named & {("AWS", "*"), *([("AWS", self.arn)] if self.arn else [])})

    def grants_through_role(self, named: frozenset[tuple[str, str]]) -> bool:
        """Whether a resource policy names his role: then boundary and session policies have to allow it too."""
        return self.role_arn is not None and ("AWS", self.role_arn) in named

    def delegates(self, named: frozenset[tuple[str, str]]) -> bool:
        """Whether a resource policy names his account, and so leaves the decision to the policies of IAM."""
        return ("Account", self.account) in named

    def is_any_of(self, named: frozenset[tuple[str, str]]) -> bool:
        return self.grants_directly(named) or self.grants_through_role(named) or self.delegates(named)

    def is_all_of(self, named: frozenset[tuple[str, str]]) -> bool:
        """Whether a NotPrincipal exempts him: of a session, the session, its role and the account have to be listed."""
        if self.kind in ("service", "federated", "anonymous"):
            return self.grants_directly(named)
        mine = {("AWS", self.arn), ("Account", self.account), *([("AWS", self.role_arn)] if self.role_arn else [])}
        return ("AWS", "*") in named or mine <= named
