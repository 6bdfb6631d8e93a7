"""CloudWatch Logs: a log group needs a key that the logs service may use."""

from __future__ import annotations

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
            f"1 validation error detected: Value '{days}' at 'retentionInDays' failed to satisfy constraint: Member must "
            f"satisfy enum value set: [{', '.join(map(str, RETENTION_DAYS))}]",
        )


@checks("logs", "CreateLogGroup", "AssociateKmsKey")
def refuse_unusable_key(call: Call) -> None:
    """The most common mistake with encrypted log groups: a key whose policy does not know the service."""
    key_arn = call.input.get("kmsKeyId")
    if not key_arn:
        return
    keys = call.backend("kms").keys
    key = keys.get(key_arn.rpartition("/")[2]) if f":{call.region}:" in key_arn else None
    service = (f"logs.{call.region}.amazonaws.com", "logs.amazonaws.com")
    if key is None or not allows(key.policy, action="kms:Encrypt", principals=service):
        group = call.input.get("logGroupName", "*")
        raise AwsError(
            "AccessDeniedException",
            "The specified KMS key does not exist or is not allowed to be used with Arn "
            f"'{call.arn('logs', f'log-group:{group}')}'",
        )
