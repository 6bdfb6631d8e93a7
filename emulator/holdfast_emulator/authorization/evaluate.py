"""Whether the policies allow one thing to somebody. Pure functions: no request, no state.

Oracle: IAM User Guide, "Determining whether a request is allowed or denied within an account", and AWS KMS Developer
Guide, "Key policies" and "Grants".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from .documents import Document, Statement
from .need import Need
from .patterns import Values
from .principals import Principal

Verdict = Literal["allowed", "explicitDeny", "implicitDeny"]


@dataclass(frozen=True)
class ResourcePolicy:
    """The policies of a resource, of which any may allow and any may deny."""

    documents: tuple[Document, ...] = ()
    is_required: bool = False
    """Whether the policies of IAM count only if this one lets them: keys of KMS, and roles that are assumed."""
    grants: tuple[frozenset[tuple[str, str]], ...] = ()
    """Whom KMS's grants allow this action."""
    noun: str = "resource-based policy"
    """How AWS's messages call it."""


@dataclass(frozen=True)
class Decision:
    """``by`` is the kind of policy that decided, in AWS's words."""

    verdict: Verdict
    by: str

    @property
    def is_allowed(self) -> bool:
        return self.verdict == "allowed"


IDENTITY = "identity-based policy"
BOUNDARY = "permissions boundary"
SESSION = "session policy"

NO_RESOURCE_POLICY = ResourcePolicy()


def small_keys(*contexts: Mapping[str, str | tuple[str, ...]]) -> Values:
    """Condition keys do not tell large letters from small ones; later contexts win."""
    return {
        name.lower(): (value,) if isinstance(value, str) else tuple(value)
        for context in contexts
        for name, value in context.items()
    }


def decide(
    principal: Principal,
    need: Need,
    context: Values,
    resource: ResourcePolicy = NO_RESOURCE_POLICY,
    *,
    is_foreign: bool = False,
) -> Decision:
    """Whether all policies together allow it.

    :param context: all of the request's condition keys, in small letters
    :param is_foreign: whether the resource is another account's: then both accounts have to allow it
    """
    denial = _denial(principal, need, context, resource)
    if denial:
        return Decision("explicitDeny", denial)
    granted = _Granted.by(resource, principal, need, context)
    if granted.directly and not (is_foreign and principal.kind in ("user", "role")):
        return Decision("allowed", resource.noun)
    if is_foreign and not granted.at_all:
        return Decision("implicitDeny", resource.noun)
    by_identity = _allows(principal.identity, need, context) and (granted.at_all or not resource.is_required)
    if not by_identity and (is_foreign or not granted.through_role):
        missing = resource.noun if _only_resource_policy_counts(principal, resource, granted) else IDENTITY
        return Decision("implicitDeny", missing)
    if principal.boundary is not None and not _allows((principal.boundary,), need, context):
        return Decision("implicitDeny", BOUNDARY)
    if principal.session and not _allows(principal.session, need, context):
        return Decision("implicitDeny", SESSION)
    return Decision("allowed", IDENTITY if by_identity else resource.noun)


@dataclass(frozen=True)
class _Granted:
    """What a resource's policy says to somebody."""

    directly: bool = False
    through_role: bool = False
    delegated: bool = False

    @property
    def at_all(self) -> bool:
        return self.directly or self.through_role or self.delegated

    @classmethod
    def by(cls, resource: ResourcePolicy, principal: Principal, need: Need, context: Values) -> _Granted:
        allowing = [one for document in resource.documents for one in document.allowing(need.action)]
        named = [one.principals for one in allowing if one.principals and one.covers(need.resource, context)]
        given = [*resource.grants, *named]
        return cls(
            directly=any(principal.grants_directly(one) for one in given),
            through_role=any(principal.grants_through_role(one) for one in given),
            delegated=any(principal.delegates(one) for one in given),
        )


def _only_resource_policy_counts(principal: Principal, resource: ResourcePolicy, granted: _Granted) -> bool:
    """Whether no policy of IAM could have helped."""
    return principal.kind not in ("user", "role") or (resource.is_required and not granted.delegated)


def _denial(principal: Principal, need: Need, context: Values, resource: ResourcePolicy) -> str | None:
    """The kind of policy that denies it explicitly."""
    own = (
        (IDENTITY, principal.identity),
        (BOUNDARY, (principal.boundary,) if principal.boundary else ()),
        (SESSION, principal.session),
    )
    for noun, documents in own:
        if any(one.covers(need.resource, context) for document in documents for one in document.denying(need.action)):
            return noun
    denying = (one for document in resource.documents for one in document.denying(need.action))
    if any(_concerns(one, principal) and one.covers(need.resource, context) for one in denying):
        return resource.noun
    return None


def _concerns(statement: Statement, principal: Principal) -> bool:
    if statement.not_principals is not None:
        return not principal.is_all_of(statement.not_principals)
    return statement.principals is not None and principal.is_any_of(statement.principals)


def _allows(documents: Iterable[Document], need: Need, context: Values) -> bool:
    return any(one.covers(need.resource, context) for document in documents for one in document.allowing(need.action))
