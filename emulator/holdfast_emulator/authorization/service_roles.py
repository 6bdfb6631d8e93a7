"""What AWS's services do on our behalf: with a role that they assume, or as themselves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from .accounts import find_role, role_principal
from .judge import judged, require
from .need import Need
from .principals import Principal
from .refusals import access_denied

if TYPE_CHECKING:
    from ..engine.call import Call


def as_service(
    call: Call,
    role_arn: str,
    service_principal: str,
    needs: Iterable[Need],
    context: Mapping[str, str | tuple[str, ...]] | None = None,
) -> None:
    """Judge what a service (``backup.amazonaws.com``) does with a role: may it assume the role, and may the role do all
    of ``needs``?

    :param context: condition keys of the assumption, such as ``aws:SourceArn``; ``aws:SourceAccount`` is added
    :raises AwsError: in AWS's words, when it may not; the overlay of the service may say it in the service's own words
    """
    if not call.authorization.is_enforced:
        return
    service = Principal(kind="service", name=service_principal, account=call.account, arn=service_principal)
    source = {"aws:SourceAccount": call.account, **(context or {})}
    role = find_role(role_arn)
    if role is None or not judged(call, service, Need("sts:AssumeRole", role_arn, source)).is_allowed:
        call.remarks.denied = True
        raise access_denied(
            call,
            f"{service_principal} is unable to assume the role {role_arn}. Verify that the role exists and that its "
            f"trust policy allows sts:AssumeRole to {service_principal}.",
        )
    session = role_principal(role, service_principal.partition(".")[0])
    for need in needs:
        require(call, session, need)


def as_itself(call: Call, service_principal: str, needs: Iterable[Need]) -> None:
    """Judge what a service does in its own name, which only resource policies can allow: to write a log into a bucket,
    to publish to a topic, to use a key. AwsError when it may not."""
    if not call.authorization.is_enforced:
        return
    service = Principal(kind="service", name=service_principal, account=call.account, arn=service_principal)
    for need in needs:
        require(call, service, Need(need.action, need.resource, {"aws:SourceAccount": call.account, **need.context}))
