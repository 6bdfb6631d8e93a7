"""Versions of a secret: their labels, and that a version without one is forgotten."""

from __future__ import annotations

from typing import Any

from ..engine.call import Call
from ..engine.registry import amends, checks

_OF_AWS = ("AWSCURRENT", "AWSPENDING", "AWSPREVIOUS")


@checks("secretsmanager", "PutSecretValue", "UpdateSecret")
def remember_labels(call: Call) -> None:
    secret = _primary(call)
    if secret is not None:
        call.remembered("labels before")[secret.arn] = {
            version: list(kept["version_stages"]) for version, kept in secret.versions.items()
        }


@amends("secretsmanager", "PutSecretValue", "UpdateSecret")
def keep_own_labels(call: Call, output: dict) -> None:
    """moto takes every label from the version that was current; AWS moves its own, and others only where asked to."""
    secret = _primary(call)
    before = call.remembered("labels before").pop(secret.arn, {})
    new = secret.versions.get(output.get("VersionId"))
    moved = new["version_stages"] if new else []
    for version, labels in before.items():
        kept = secret.versions[version]["version_stages"]
        kept += [label for label in labels if label not in (*_OF_AWS, *moved, *kept)]


@amends("secretsmanager", "PutSecretValue", "UpdateSecret", "UpdateSecretVersionStage")
def forget_unlabelled(call: Call, output: dict) -> None:
    """AWS deletes a version without a label some time later; here it is gone at once, so that a test can see it."""
    secret = _primary(call)
    for version, kept in list(secret.versions.items()):
        if not kept["version_stages"] and version != secret.default_version_id:
            del secret.versions[version]


def _primary(call: Call) -> Any:
    secret = call.backend().secrets.get(call.input["SecretId"])
    return secret if hasattr(secret, "versions") else None
