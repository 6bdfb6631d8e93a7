"""Refusals in AWS's words, with the error codes of each wire format.

Oracle of the sentences: IAM User Guide, "Troubleshoot access denied error messages"; of the codes: the "Common errors"
page of each service's API reference, and EC2's "Error codes".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..engine.errors import AwsError
from .evaluate import Decision
from .need import Need
from .principals import Principal

if TYPE_CHECKING:
    from ..engine.call import Call

# By dialect: the code and the status.
_DENIED = {
    "json": ("AccessDeniedException", 400),
    "rest-json": ("AccessDeniedException", 403),
    "cbor": ("AccessDeniedException", 400),
    "ec2": ("UnauthorizedOperation", 403),
}
_DENIED_BY_SERVICE = {"sns": ("AuthorizationError", 403)}
_UNKNOWN_KEY = {
    "json": ("UnrecognizedClientException", 400),
    "rest-json": ("UnrecognizedClientException", 403),
    "cbor": ("UnrecognizedClientException", 400),
    "ec2": ("AuthFailure", 401),
    "s3": ("InvalidAccessKeyId", 403),
}
_EXPIRED = {
    "json": ("ExpiredTokenException", 400),
    "rest-json": ("ExpiredTokenException", 403),
    "cbor": ("ExpiredTokenException", 400),
    "ec2": ("RequestExpired", 400),
    "s3": ("ExpiredToken", 400),
}
_A_POLICY = {
    "identity-based policy": "an identity-based policy",
    "resource-based policy": "a resource-based policy",
    "permissions boundary": "a permissions boundary",
    "session policy": "a session policy",
    "role trust policy": "the role trust policy",
}


def _dialect(call: Call) -> str:
    """Services that spoke the query protocol first (CloudWatch, SQS) have kept its error codes."""
    return "query" if call.is_query_compatible else call.dialect


def denied(call: Call, principal: Principal, need: Need, decision: Decision) -> AwsError:
    """What AWS answers to somebody who may not do it."""
    return access_denied(call, sentence(principal, need, decision))


def access_denied(call: Call, message: str) -> AwsError:
    """``message`` with the error code of the service that is asked."""
    code, status = _DENIED_BY_SERVICE.get(call.service) or _DENIED.get(_dialect(call), ("AccessDenied", 403))
    if call.dialect == "ec2":
        message = f"You are not authorized to perform this operation. {message}"
    return AwsError(code, message, status)


def sentence(principal: Principal, need: Need, decision: Decision) -> str:
    """Who may not do what, and which kind of policy says so."""
    who = f"User: {principal.arn or 'anonymous'}"
    what = f"is not authorized to perform: {need.action} on resource: {need.resource}"
    if decision.verdict == "explicitDeny":
        return f"{who} {what} with an explicit deny in {_A_POLICY[decision.by]}"
    return f"{who} {what} because no {decision.by} allows the {need.action} action"


def not_in_table(call: Call) -> AwsError:
    """The emulator's own words: nobody has written down which actions the operation needs."""
    return access_denied(
        call,
        f"The emulator does not know which IAM actions {call.service} {call.operation} needs, so it allows it to "
        "nobody. Add the operation in emulator/holdfast_emulator/authorization/needs (emulator/README.md shows how), "
        "or start the emulator without authorization: `npm run emulator -- --no-authorization`, "
        "`startEmulator({ authorization: false })`, or `python -m holdfast_emulator --no-authorization`.",
    )


def unknown_key(call: Call) -> AwsError:
    """A temporary access key that STS did not hand out, or with another token, or a user's that is gone."""
    code, status = _UNKNOWN_KEY.get(_dialect(call), ("InvalidClientTokenId", 403))
    if code == "AuthFailure":
        return AwsError(code, "AWS was not able to validate the provided access credentials", status)
    if code == "InvalidAccessKeyId":
        return AwsError(code, "The AWS Access Key Id you provided does not exist in our records.", status)
    return AwsError(code, "The security token included in the request is invalid.", status)


def expired(call: Call) -> AwsError:
    """The session is over."""
    code, status = _EXPIRED.get(_dialect(call), ("ExpiredToken", 403))
    if code == "ExpiredToken" and call.dialect == "s3":
        return AwsError(code, "The provided token has expired.", status)
    return AwsError(code, "The security token included in the request is expired", status)
