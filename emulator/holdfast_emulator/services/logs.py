"""CloudWatch Logs: a log group needs a key that the logs service may use."""

from __future__ import annotations

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
