"""Sessions of services: what plays the part of one of AWS's services asks with the role that the service assumes."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

from ..authorization.accounts import find_role
from ..authorization.service_roles import as_service
from ..authorization.sessions import Session, sessions
from ..engine.call import Call
from ..engine.errors import AwsError
from ..engine.registry import controls

_SECONDS = 3600


@controls("sts", "POST", "service-session")
def service_session(call: Call) -> dict[str, Any]:
    """Keys of a session: {"role": ARN, "service": "states.amazonaws.com", "source": the ARN of what it works for}."""
    arn, service, source = (str(call.input.get(name) or "") for name in ("role", "service", "source"))
    role = find_role(arn) if arn.startswith("arn:") else None
    if role is None or not service:
        raise AwsError("BadControl", f"role must be the ARN of a role, and service a service's name: {call.input}.")
    try:
        as_service(call, arn, service, (), {"aws:SourceArn": source} if source else {})
    except AwsError as error:
        raise AwsError("BadControl", error.message) from None
    name = service.partition(".")[0]
    made = call.backend("sts").assume_role(call.region, name, arn, "", _SECONDS, "")
    now = datetime.now(timezone.utc)
    sessions(call)[made.access_key_id] = Session(
        role_arn=arn,
        role_id=role.id,
        name=name,
        token=made.session_token,
        issued=now,
        expires=now + timedelta(seconds=_SECONDS),
    )
    return {
        "AccessKeyId": made.access_key_id,
        "SecretAccessKey": made.secret_access_key,
        "SessionToken": made.session_token,
    }
