"""What a request needs of IAM: a table of the operations of each service, read with AWS's reference."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..need import Need
from . import (
    backups,
    caches,
    compute,
    containers,
    databases,
    edge,
    identity,
    keys,
    messages,
    network,
    observation,
    quotas,
    secrets,
    storage,
    traffic,
)
from .linked_roles import linked_role_needs
from .table import TABLES

if TYPE_CHECKING:
    from ...engine.call import Call

__all__ = ["needs_of"]
# Each fills the table as it is imported.
GROUPS = (
    *(backups, caches, compute, containers, databases, edge, identity, keys, messages, network, observation),
    *(quotas, secrets, storage, traffic),
)


def needs_of(call: Call) -> list[Need] | None:
    """Each thing that the request asks IAM for: its action on each resource that it is about, and what AWS's services
    ask for besides in the caller's name. None when the table has no entry, which is a refusal.
    """
    table = TABLES.get(call.service)
    needs = table.needs(call) if table else None
    return None if needs is None else [*needs, *linked_role_needs(call)]
