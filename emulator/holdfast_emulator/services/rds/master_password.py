"""The secret in which RDS keeps a master password that it manages."""

from __future__ import annotations

import json
import secrets
import uuid
from typing import Any

from ...engine.call import Call
from ...engine.registry import controls
from .records import Instance, instance_arn, invalid_combination, require_instance, require_key


@controls("rds", "POST", "database-login")
def log_in(call: Call) -> dict[str, Any]:
    """Whether the master user gets into a database with a password."""
    instance = require_instance(call, str(call.input.get("database")))
    is_user = call.input.get("user") == instance.settings["MasterUsername"]
    is_password = instance.password is not None and call.input.get("password") == instance.password
    return {"accepted": instance.status in ("available", "backing-up") and is_user and is_password}


def manage_password(call: Call, instance: Instance, key: str | None) -> None:
    """Keep the password in a secret from now on; a key is only given with it."""
    if instance.source or instance.replicas:
        raise invalid_combination(
            "You can't manage the master user password in Secrets Manager for an instance that has read replicas or is "
            "one."
        )
    backend = call.backend("secretsmanager")
    if instance.secret_arn is None:
        secret = backend.create_managed_secret(
            service_name="rds",
            secret_id=f"rds!{instance.resource_id.lower().replace('-', '')[:2]}-{uuid.uuid4()}",
            secret_string=json.dumps(
                {"username": instance.settings["MasterUsername"], "password": secrets.token_urlsafe(21)}
            ),
            description=f"The secret associated with the primary RDS DB instance: {instance_arn(call, instance)}",
            tags=[{"Key": "aws:rds:primaryDBInstanceArn", "Value": instance_arn(call, instance)}],
            kms_key_id=_key(call, key),
        )
        secret.rotation_requested = secret.rotation_enabled = True
        secret.auto_rotate_after_days = 7
        instance.secret_arn = secret.arn
    elif key:
        backend.secrets[instance.secret_arn].kms_key_id = _key(call, key)


def _key(call: Call, key: str | None) -> str:
    return require_key(call, key or "alias/aws/secretsmanager")


def forget_password(call: Call, instance: Instance) -> None:
    if instance.secret_arn:
        call.backend("secretsmanager", instance.region).secrets.pop(instance.secret_arn)
        instance.secret_arn = None


def told_secret(call: Call, instance: Instance) -> dict[str, Any] | None:
    if not instance.secret_arn:
        return None
    secret = call.backend("secretsmanager", instance.region).secrets[instance.secret_arn]
    return {"SecretArn": secret.arn, "SecretStatus": "active", "KmsKeyId": secret.kms_key_id}
