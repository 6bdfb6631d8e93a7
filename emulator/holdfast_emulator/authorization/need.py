"""One thing that a request asks IAM for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Need:
    """``action`` on ``resource``, as the service authorization reference names them."""

    action: str
    """Such as ``rds:CreateDBInstance``."""
    resource: str = "*"
    """The ARN that the policies have to allow; ``*`` for an action that knows no resources."""
    context: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict, hash=False)
    """Condition keys of this request, such as ``iam:PassedToService``; a tuple for a key with several values. Global
    keys (``aws:RequestedRegion``, ``aws:PrincipalArn``, …) are added by the engine."""
