"""STS: moto lets anybody become any role, for any time, and does not know who asks.

Oracle: AWS STS API Reference (AssumeRole, AssumeRoleWithWebIdentity, GetCallerIdentity).
"""

from __future__ import annotations

import json
from datetime import datetime, timezone
from typing import Any

from ..authorization.accounts import find_role, managed_document
from ..authorization.documents import Document, read_document
from ..authorization.judge import judged
from ..authorization.need import Need
from ..authorization.principals import Principal
from ..authorization.sessions import Session, handed_out_keys, sessions
from ..authorization.web_identity import WebIdentity, read_web_identity
from ..engine.call import Call
from ..engine.errors import AwsError, unsupported
from ..engine.registry import amends, checks, replaces

_HOUR = 3600
_BY_DEFAULT = 3600
_WITH_WEB_IDENTITY = "sts:AssumeRoleWithWebIdentity"


@checks("sts", "AssumeRoleWithSAML", "GetFederationToken", "GetSessionToken")
def refuse_other_sessions(call: Call) -> None:
    """moto hands out one and the same key for them, which would be an administrator's."""
    raise unsupported(call.service, call.operation, "the emulator has sessions of roles only")


@replaces("sts", "GetCallerIdentity")
def get_caller_identity(call: Call) -> dict[str, Any]:
    who = call.principal
    return {"UserId": who.id, "Account": who.account, "Arn": who.arn}


@replaces("sts", "AssumeRole")
def assume_role(call: Call) -> dict[str, Any]:
    """Whether the caller may was judged before, from his policies and from the role's trust policy."""
    seconds = _seconds(call)
    if call.principal.kind == "role" and seconds > _HOUR:
        raise AwsError(
            "ValidationError",
            "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.",
        )
    tags = {f"aws:PrincipalTag/{tag['Key']}": tag["Value"] for tag in call.input.get("Tags") or []}
    source = call.input.get("SourceIdentity") or call.principal.context.get("aws:SourceIdentity")
    return _new_session(call, {**tags, **({"aws:SourceIdentity": source} if source else {})})


@replaces("sts", "AssumeRoleWithWebIdentity")
def assume_role_with_web_identity(call: Call) -> dict[str, Any]:
    """Nobody signs this request: the token says who asks, and the role's trust policy alone decides."""
    identity = read_web_identity(call.input["WebIdentityToken"], call.input["RoleArn"])
    if call.authorization.is_enforced:
        _refuse_stranger(call, identity)
    _seconds(call)
    output = _new_session(call, {"aws:FederatedProvider": identity.provider, **identity.claims})
    told = {"SubjectFromWebIdentityToken": identity.subject, "Audience": identity.audience}
    return {**output, **told, "Provider": identity.provider}


@amends("iam", "CreateAccessKey")
def remember_key(call: Call, output: dict) -> None:
    handed_out_keys(call)[output["AccessKey"]["AccessKeyId"]] = True


def _refuse_stranger(call: Call, identity: WebIdentity) -> None:
    role_arn = call.input["RoleArn"]
    account = role_arn.split(":")[4]
    caller = Principal(kind="federated", name=identity.subject, account=account, arn=identity.provider)
    given = {"sts:RoleSessionName": call.input["RoleSessionName"], "aws:FederatedProvider": identity.provider}
    if not judged(call, caller, Need(_WITH_WEB_IDENTITY, role_arn, {**given, **identity.claims})).is_allowed:
        call.remarks.denied = True
        raise AwsError("AccessDenied", f"Not authorized to perform {_WITH_WEB_IDENTITY}", 403)


def _seconds(call: Call) -> int:
    """How long the session is to last; ValidationError when the role does not allow so much."""
    seconds = int(call.input.get("DurationSeconds") or _BY_DEFAULT)
    role = find_role(call.input["RoleArn"])
    if role is not None and seconds > int(role.max_session_duration or _BY_DEFAULT):
        raise AwsError(
            "ValidationError", "The requested DurationSeconds exceeds the MaxSessionDuration set for this role."
        )
    return seconds


def _new_session(call: Call, context: dict[str, Any]) -> dict[str, Any]:
    role = find_role(call.input["RoleArn"])
    if role is None:  # only without authorization: with it, nobody is let into a role that is not there
        raise AwsError("AccessDenied", f"The role {call.input['RoleArn']} does not exist.", 403)
    policies = _session_policies(call, role.account_id)
    output = call.moto()
    given = output["Credentials"]
    sessions(call)[given["AccessKeyId"]] = Session(
        role_arn=role.arn,
        role_id=role.id,
        name=call.input["RoleSessionName"],
        token=given["SessionToken"],
        issued=datetime.now(timezone.utc),
        expires=given["Expiration"],
        policies=policies,
        context=context,
    )
    output["AssumedRoleUser"]["AssumedRoleId"] = f"{role.id}:{call.input['RoleSessionName']}"
    return output


def _session_policies(call: Call, account: str) -> tuple[Document, ...]:
    """What narrows the session: a policy in the request, and managed ones."""
    found = []
    if call.input.get("Policy"):
        try:
            json.loads(call.input["Policy"])
            found.append(read_document(call.input["Policy"]))
        except (ValueError, KeyError, AttributeError) as error:
            raise AwsError("MalformedPolicyDocument", f"The policy is not in the valid JSON format: {error}") from error
    for one in call.input.get("PolicyArns") or []:
        document = managed_document(one["arn"], account)
        if document is None:
            raise AwsError("InvalidParameterValue", f"Policy {one['arn']} does not exist or is not attachable.")
        found.append(document)
    return tuple(found)
