"""CloudWatch Logs: a log group needs a key that the logs service may use."""

from __future__ import annotations

from ..authorization.need import Need
from ..authorization.needs.state import partition
from ..authorization.service_roles import as_itself
from ..engine.call import Call
from ..engine.errors import AwsError
from ..engine.registry import checks
from .policy_documents import allows

# https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
RETENTION_DAYS = (
    *(1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731),
    *(1096, 1827, 2192, 2557, 2922, 3288, 3653),
)


@checks("logs", "PutRetentionPolicy")
def refuse_unknown_retention(call: Call) -> None:
    days = call.input["retentionInDays"]
    if days not in RETENTION_DAYS:
        raise AwsError(
            "InvalidParameterException",
            f"1 validation error detected: Value '{days}' at 'retentionInDays' failed to satisfy constraint: Member "
            f"must satisfy enum value set: [{', '.join(map(str, RETENTION_DAYS))}]",
        )


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
    context = {"kms:EncryptionContext:aws:logs:arn": group_arn, "aws:SourceArn": group_arn}
    needs = [Need(f"kms:{name}", key_arn, context) for name in ("Encrypt", "Decrypt", "GenerateDataKey")]
    try:
        as_itself(call, principal, needs)
    except AwsError:
        return False
    return True
