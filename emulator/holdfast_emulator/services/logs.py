"""CloudWatch Logs: a log group needs a key that the logs service may use."""

from __future__ import annotations

from ..authorization.need import Need
from ..authorization.needs.state import partition
from ..authorization.service_roles import as_itself
from ..engine.call import Call
from ..engine.errors import AwsError
from ..engine.registry import checks
from .policy_documents import allows


@checks("logs", "CreateLogGroup", "AssociateKmsKey")
def refuse_unusable_key(call: Call) -> None:
    """The most common mistake with encrypted log groups: a key whose policy does not know the service."""
    key_arn = call.input.get("kmsKeyId")
    if not key_arn:
        return
    identifier = str(call.input.get("resourceIdentifier") or "*")
    group = call.input.get("logGroupName") or identifier.rpartition(":log-group:")[2]
    arn = f"arn:{partition(call)}:logs:{call.region}:{call.account}:log-group:{group}"
    keys = call.backend("kms").keys
    key = keys.get(key_arn.rpartition("/")[2]) if f":{call.region}:" in key_arn else None
    names = (f"logs.{call.region}.amazonaws.com", "logs.amazonaws.com")
    let = [each for each in names if key is not None and allows(key.policy, action="kms:Encrypt", principals=(each,))]
    if not let or not _uses(call, let[0], key_arn, arn):
        raise AwsError(
            "AccessDeniedException",
            f"The specified KMS key does not exist or is not allowed to be used with Arn '{arn}'",
        )


def _uses(call: Call, principal: str, key_arn: str, group_arn: str) -> bool:
    """Whether the key's policy lets Logs use it for this very group: Logs guide, "Encrypt log data using AWS KMS"."""
    context = {"kms:EncryptionContext:aws:logs:arn": group_arn}
    try:
        as_itself(
            call,
            principal,
            [Need(f"kms:{name}", key_arn, context) for name in ("Encrypt", "Decrypt", "GenerateDataKey")],
        )
    except AwsError:
        return False
    return True
