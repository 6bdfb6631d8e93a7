"""Secrets Manager and Systems Manager's parameters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..need import Need
from .encryption import through
from .inputs import texts
from .state import key_arn, key_of_secret, secret_arn
from .table import Table

if TYPE_CHECKING:
    from ...engine.call import Call


def _secrets(call: Call) -> list[str]:
    return [secret_arn(call, secret) for secret in texts(call.input, "SecretId", "Name", "SecretIdList")]


SECRETS = Table(
    "secretsmanager",
    names={"Secret": _secrets},
    keys={
        "secretsmanager:AddReplicaRegions": ("AddReplicaRegions.Region",),
        "secretsmanager:BlockPublicPolicy": ("BlockPublicPolicy",),
        "secretsmanager:Description": ("Description",),
        "secretsmanager:ForceDeleteWithoutRecovery": ("ForceDeleteWithoutRecovery",),
        "secretsmanager:KmsKeyId": ("KmsKeyId",),
        "secretsmanager:KmsKeyArn": lambda call: [key_arn(call, key) for key in texts(call.input, "KmsKeyId")],
        "secretsmanager:Name": ("Name",),
        "secretsmanager:RecoveryWindowInDays": ("RecoveryWindowInDays",),
        "secretsmanager:RotationLambdaARN": ("RotationLambdaARN",),
        "secretsmanager:SecretId": _secrets,
        "secretsmanager:SecretPrimaryRegion": lambda call: ([_primary_region(call)] if _primary_region(call) else []),
        "secretsmanager:VersionId": ("VersionId",),
        "secretsmanager:VersionStage": ("VersionStage",),
    },
    tagged_by="TagResource",
    actions={"BatchGetSecretValue": "BatchGetSecretValue"},
)


def _primary_region(call: Call) -> str:
    secret = _stored(call, str(call.input.get("SecretId") or call.input.get("Name") or ""))
    source = getattr(secret, "source", secret)
    return str(getattr(source, "region", None) or "")


def _stored(call: Call, secret: str, region: str | None = None) -> object:
    region = region or (secret.split(":")[3] if secret.startswith("arn:") else call.region)
    return call.backend("secretsmanager", region).secrets.get(secret)


def secret_key_needs(call: Call, arn: str, key: str | None, *actions: str) -> list[Need]:
    """Secrets Manager guide, "Secret encryption and decryption": the context of a value is its secret's ARN."""
    return through(call, key, "secretsmanager", actions, {"SecretARN": arn})


@SECRETS.adds("GetSecretValue", "PutSecretValue", "UpdateSecret", "CreateSecret", "RotateSecret")
def secret_key(call: Call) -> list[Need]:
    """Secrets Manager guide, "Secret encryption and decryption", "Permissions for the KMS key": what is read is
    decrypted, what is written is encrypted with a data key, which is decrypted first when it is to be used again.
    """
    name = str(call.input.get("SecretId") or call.input.get("Name"))
    key = call.input.get("KmsKeyId") or key_of_secret(call, name)
    arn = secret_arn(call, name)
    if call.operation == "GetSecretValue":
        return secret_key_needs(call, arn, key, "Decrypt")
    writes = any(call.input.get(member) for member in ("SecretString", "SecretBinary", "KmsKeyId"))
    needs = secret_key_needs(call, arn, key, "GenerateDataKey", "Decrypt") if writes else []
    if call.operation == "UpdateSecret" and call.input.get("KmsKeyId"):
        # Versions that carry a label are read with the old key and written with the new one.
        needs += secret_key_needs(call, arn, key_of_secret(call, name), "Decrypt")
    return needs


@SECRETS.adds("CreateSecret", "ReplicateSecretToRegions")
def secret_replicas(call: Call) -> list[Need]:
    """Secrets Manager guide, "Replicate a secret": kms:Decrypt of the value, kms:GenerateDataKey and kms:Encrypt with
    the keys of the other regions."""
    name = str(call.input.get("SecretId") or call.input.get("Name"))
    arn = secret_arn(call, name)
    needs: list[Need] = []
    if call.operation == "ReplicateSecretToRegions":
        needs += secret_key_needs(call, arn, key_of_secret(call, name), "Decrypt")
    elif call.input.get("AddReplicaRegions"):
        needs.append(SECRETS.need(call, "ReplicateSecretToRegions", arn))
    for replica in call.input.get("AddReplicaRegions") or []:
        there = arn.split(":")
        there[3] = replica["Region"]
        key = replica.get("KmsKeyId")
        if key and not key.startswith("arn:"):
            key = key_arn(call, key, replica["Region"])
        needs += secret_key_needs(call, ":".join(there), key, "GenerateDataKey", "Encrypt")
    return needs


@SECRETS.adds("RotateSecret")
def rotation_function(call: Call) -> list[Need]:
    """Secrets Manager guide, "Permissions for rotation": who sets up rotation may invoke the function."""
    arn = str(call.input.get("RotationLambdaARN") or "")
    # One of another account is refused for what it is.
    return [Need("lambda:InvokeFunction", arn)] if f":{call.account}:" in arn else []


def _parameters(call: Call) -> list[str]:
    tagged = texts(call.input, "ResourceId") if call.input.get("ResourceType") == "Parameter" else []
    path = texts(call.input, "Path") if call.operation == "GetParametersByPath" else []
    found = []
    for name in texts(call.input, "Name", "Names") + tagged + path:
        found.append(name if name.startswith("arn:") else name.split(":")[0].strip("/"))
    return found


SSM = Table(
    "ssm",
    names={"parameter": _parameters, "document": ("DocumentName",)},
    keys={"ssm:Recursive": ("Recursive",), "ssm:Overwrite": ("Overwrite",)},
    tagged_by="AddTagsToResource",
)


@SSM.instead("AddTagsToResource", "RemoveTagsFromResource", "ListTagsForResource")
def parameter_tags(call: Call) -> list[Need]:
    names = _parameters(call) or ["*"]
    return [SSM.need(call, call.operation, SSM.arn(call, "parameter", name)) for name in names]


@SSM.adds("GetParameter", "GetParameters", "GetParametersByPath", "GetParameterHistory", "PutParameter")
def parameter_key(call: Call) -> list[Need]:
    """Systems Manager guide, "How AWS Systems Manager Parameter Store uses AWS KMS": a standard parameter is encrypted
    by KMS itself, an advanced one by a data key; the context is the parameter's ARN."""
    if call.operation == "PutParameter":
        if call.input.get("Type") != "SecureString":
            return []
        actions = ("GenerateDataKey", "Decrypt") if call.input.get("Tier") == "Advanced" else ("Encrypt",)
        arn = SSM.arn(call, "parameter", str(call.input["Name"]).lstrip("/"))
        return through(call, call.input.get("KeyId"), "ssm", actions, {"PARAMETER_ARN": arn})
    if not call.input.get("WithDecryption"):
        return []
    needs: list[Need] = []
    store = call.backend("ssm")
    for name in texts(call.input, "Name", "Names"):
        parameter = store.get_parameter(name.partition(":parameter")[2] or name)
        if parameter is not None and parameter.parameter_type == "SecureString":
            arn = SSM.arn(call, "parameter", parameter.name.lstrip("/"))
            needs += through(call, parameter.keyid, "ssm", ("Decrypt",), {"PARAMETER_ARN": arn})
    return needs
