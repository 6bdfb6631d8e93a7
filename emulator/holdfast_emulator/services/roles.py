"""Which services may take a role."""

from __future__ import annotations

from ..engine.call import Call
from .policy_documents import allows


def may_be_taken_by(call: Call, role_arn: str, service: str) -> bool:
    """Whether the role exists and trusts the service (``backup.amazonaws.com``)."""
    role = next((role for role in call.backend("iam").roles.values() if role.arn == role_arn), None)
    trust = role.assume_role_policy_document if role is not None else "{}"
    return allows(trust, action="sts:AssumeRole", principals=(service,))
