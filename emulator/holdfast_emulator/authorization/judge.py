"""The judgement of a request: who asks, what it needs, and whether all of that is allowed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timezone
from typing import TYPE_CHECKING

from ..engine.errors import unsupported
from ..home_regions import region_of_global_service
from .accounts import administrator, partition_of
from .decisions import DecisionLog, Judgement
from .documents import read_document
from .evaluate import Decision, ResourcePolicy, decide, small_keys
from .need import Need
from .principals import Principal
from .refusals import denied, not_in_table
from .resource_policies import owner_of, policy_of
from .sign_in import principal_of

if TYPE_CHECKING:
    from ..engine.call import Call

NeedsOf = Callable[["Call"], "list[Need] | None"]
"""What a request asks IAM for; None when nobody has written that down."""

_PRINCIPAL_TYPES = {"user": "User", "role": "AssumedRole", "anonymous": "Anonymous"}


class Authorization:
    """IAM as one emulator enforces it, or does not."""

    def __init__(self, needs_of: NeedsOf, *, is_enforced: bool = True, log: DecisionLog | None = None) -> None:
        self._needs_of = needs_of
        self.is_enforced = is_enforced
        self.log = log or DecisionLog(None)

    def admit(self, call: Call) -> None:
        """Tell the call who asks. AwsError when he may not do all that the request needs."""
        if not self.is_enforced:
            call.principal = principal_of(call, is_lenient=True)
            return
        call.principal = principal_of(call)
        if call.needs_no_signature:
            return
        needs = self._needs_of(call)
        if needs is None:
            call.remarks.denied = True
            raise not_in_table(call)
        for need in needs:
            require(call, call.principal, need)

    def admit_unnamed(self, service: str | None, what: str) -> None:
        """Nothing can be said of a request that is no operation of AWS's API (a form for S3), so nobody may ask it."""
        if self.is_enforced:
            raise unsupported(service, what, "it is no operation that botocore knows, so its rights cannot be judged")


def require(call: Call, principal: Principal, need: Need) -> None:
    """AwsError when ``principal`` may not do it."""
    decision = judged(call, principal, need)
    if not decision.is_allowed:
        call.remarks.denied = True
        raise denied(call, principal, need, decision)


def judged(call: Call, principal: Principal, need: Need) -> Decision:
    """The decision about one need, which goes into the record."""
    owner = owner_of(call, need.resource)
    context = small_keys(_global_keys(call, principal, owner), principal.context, need.context)
    resource = policy_of(call, need, context)
    decision = decide(principal, need, context, resource, is_foreign=owner not in (None, principal.account))
    call.remarks.judgements.append(Judgement(principal, need, context, resource, decision))
    return decision


def _requested_region(call: Call) -> str:
    """Clients sign for the region of their provider, also where AWS has one endpoint for all."""
    is_public = partition_of(call.region) == "aws"
    return (region_of_global_service(call.service) if is_public else None) or call.region


def lets_in(call: Call, policy: str, need: Need) -> bool:
    """Whether a resource's policy allows it to the caller, be it by leaving the decision to his account."""
    everything = administrator(call.account, partition_of(call.region)).identity
    caller = replace(call.principal, identity=everything, boundary=None, session=())
    context = small_keys(_global_keys(call, caller, call.account), caller.context, need.context)
    document = ResourcePolicy((read_document(policy),), is_required=True)
    return decide(caller, need, context, document).is_allowed


def _global_keys(call: Call, principal: Principal, owner: str | None) -> dict[str, str]:
    """The condition keys that every request has.

    Oracle: IAM User Guide, "AWS global condition context keys". Keys of organizations, VPC endpoints and MFA are
    absent: there are none here.
    """
    now = datetime.now(timezone.utc)
    keys = {
        "aws:CurrentTime": now.isoformat(timespec="seconds").replace("+00:00", "Z"),
        "aws:EpochTime": str(int(now.timestamp())),
        "aws:RequestedRegion": _requested_region(call),
        # Clients reach the emulator over plain HTTP, and stand for clients that reach AWS as it is reached: over TLS.
        "aws:SecureTransport": "true",
        "aws:SourceIp": call.request.environ.get("REMOTE_ADDR") or "127.0.0.1",
        "aws:UserAgent": call.request.user_agent,
        "aws:ViaAWSService": "false",
        "aws:PrincipalIsAWSService": "true" if principal.kind == "service" else "false",
    }
    if owner:
        keys["aws:ResourceAccount"] = owner
    if principal.kind in _PRINCIPAL_TYPES:
        keys["aws:PrincipalType"] = _PRINCIPAL_TYPES[principal.kind]
    if principal.kind in ("user", "role"):
        keys["aws:PrincipalArn"] = principal.role_arn or principal.arn
        keys["aws:PrincipalAccount"] = principal.account
        keys["aws:userid"] = principal.id
    if principal.kind == "service":
        keys["aws:PrincipalServiceName"] = principal.name
    return keys
