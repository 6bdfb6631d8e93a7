"""Who asks: told by the access key that a request is signed with."""

from __future__ import annotations

import re
from datetime import datetime, timezone
from typing import TYPE_CHECKING, Any

from ..engine.errors import AwsError
from .accounts import administrator, find_role, iam_of, partition_of, role_principal, user_principal
from .principals import Principal
from .refusals import expired, unknown_key
from .sessions import Session, handed_out_keys, sessions

if TYPE_CHECKING:
    from ..engine.call import Call

# Temporary keys of AWS begin like this; nobody has one that STS did not hand out.
_TEMPORARY = re.compile(r"^ASIA[A-Z0-9]{16}$")


def principal_of(call: Call, *, is_lenient: bool = False) -> Principal:
    """An administrator for every key that was not handed out here.

    :param is_lenient: whoever cannot be told is an administrator too
    :raises AwsError: for a key that is not valid, or not any more
    """
    try:
        return _told_by_key(call)
    except AwsError:
        if is_lenient:
            return administrator(call.account, partition_of(call.region))
        raise


def _told_by_key(call: Call) -> Principal:
    key, partition = call.request.access_key, partition_of(call.region)
    if key is None:
        return Principal(kind="anonymous", name="anonymous", account=call.account, arn="")
    if key in sessions(call):
        return _of_session(call, sessions(call)[key])
    if _TEMPORARY.match(key):
        raise unknown_key(call)
    if key in handed_out_keys(call):
        return user_principal(_user_of(call, key, partition), partition)
    return administrator(call.account, partition)


def _of_session(call: Call, session: Session) -> Principal:
    role = find_role(session.role_arn)
    token = call.request.header("x-amz-security-token") or call.request.query_items.get("X-Amz-Security-Token")
    if role is None or role.id != session.role_id or token != session.token:
        raise unknown_key(call)
    if session.expires <= datetime.now(timezone.utc):
        raise expired(call)
    issued = {"aws:TokenIssueTime": session.issued.isoformat(timespec="seconds").replace("+00:00", "Z")}
    return role_principal(role, session.name, session.policies, {**issued, **session.context})


def _user_of(call: Call, key: str, partition: str) -> Any:
    iam = iam_of(call.account, partition)
    known = iam.access_keys.get(key)
    user = iam.users.get(known.user_name) if known is not None else None
    active = user is not None and any(one.access_key_id == key and one.status == "Active" for one in user.access_keys)
    if not active:
        raise unknown_key(call)
    return user
