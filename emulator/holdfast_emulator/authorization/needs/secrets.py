"""KMS, Secrets Manager and Systems Manager's parameters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..need import Need
from .encryption import key_context, through
from .inputs import texts
from .state import key_arn, partition, secret_arn
from .table import Context, Table

if TYPE_CHECKING:
    from ...engine.call import Call

_MANY_KEYS = ("KeyId", "TargetKeyId", "SourceKeyId", "DestinationKeyId")


def _keys(call: Call) -> list[str]:
    found = [key_arn(call, key) for key in texts(call.input, *_MANY_KEYS)]
    if call.operation in ("DeleteAlias", "UpdateAlias"):  # judged on the key that the alias points to, and the new one
        found += [key_arn(call, str(call.input.get("AliasName")))]
    return found


def _with_key(call: Call, arn: str) -> Context:
    """Each request about a key also has the key's aliases, and the encryption context that it states."""
    if ":key/" not in arn:
        return {}
    stated = call.input.get("EncryptionContext") or {}
    return key_context(call, arn, {str(name): str(value) for name, value in stated.items()})


KMS = Table(
    "kms",
    names={
        "key": _keys,
        "alias": lambda call: [name.removeprefix("alias/") for name in texts(call.input, "AliasName")],
    },
    made={"CreateKey": lambda call: [KMS.arn(call, "key", None)]},
    keys={
        "kms:CallerAccount": lambda call: [call.account],
        "kms:BypassPolicyLockoutSafetyCheck": lambda call: [
            str(bool(call.input.get("BypassPolicyLockoutSafetyCheck"))).lower()
        ],
        "kms:GrantOperations": ("Operations",),
        "kms:GranteePrincipal": ("GranteePrincipal",),
        "kms:RetiringPrincipal": ("RetiringPrincipal",),
        "kms:KeySpec": lambda call: texts(call.input, "KeySpec", "CustomerMasterKeySpec") or ["SYMMETRIC_DEFAULT"],
        "kms:KeyUsage": lambda call: texts(call.input, "KeyUsage") or ["ENCRYPT_DECRYPT"],
        "kms:KeyOrigin": lambda call: texts(call.input, "Origin") or ["AWS_KMS"],
        "kms:MultiRegion": lambda call: [str(bool(call.input.get("MultiRegion"))).lower()],
        "kms:ReplicaRegion": ("ReplicaRegion",),
        "kms:ScheduleKeyDeletionPendingWindowInDays": ("PendingWindowInDays",),
        "kms:RequestAlias": lambda call: [
            key.partition(":alias/")[2] and f"alias/{key.partition(':alias/')[2]}" or key
            for key in texts(call.input, "KeyId")
            if "alias/" in key
        ],
    },
    tagged_by="TagResource",
    also=_with_key,
    # Of key stores outside KMS.
    excused=("cloudhsm:DescribeClusters", "ec2:DescribeVpcEndpointServices", "kms:PutKeyPolicy", "kms:CreateKey"),
)


@KMS.instead("ReEncrypt")
def re_encrypt(call: Call) -> list[Need]:
    """KMS guide, "ReEncrypt": one action on each of the two keys."""
    source = texts(call.input, "SourceKeyId")
    needs = [KMS.need(call, "ReEncryptFrom", key_arn(call, key)) for key in source]
    return needs + [KMS.need(call, "ReEncryptTo", key_arn(call, str(call.input["DestinationKeyId"])))]


@KMS.adds("CreateKey", "ReplicateKey")
def key_policy(call: Call) -> list[Need]:
    """KMS guide, "Creating keys", "Permissions": with a policy of one's own, kms:PutKeyPolicy is not asked for, as the
    key is not there yet; a replica is made in its region by kms:CreateKey."""
    if call.operation == "CreateKey":
        return []
    start = f"arn:{partition(call)}:kms:{call.input['ReplicaRegion']}:{call.account}:key/*"
    return [Need("kms:CreateKey", start, {"kms:CallerAccount": call.account})]


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
        "secretsmanager:SecretPrimaryRegion": lambda call: [_primary_region(call)] if _primary_region(call) else [],
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


def _key_of(call: Call, secret: object) -> str | None:
    if hasattr(secret, "source"):
        return secret.config.get("KmsKeyId")  # type: ignore[attr-defined]
    return getattr(secret, "kms_key_id", None)


def secret_key_needs(call: Call, arn: str, key: str | None, *actions: str) -> list[Need]:
    """Secrets Manager guide, "Secret encryption and decryption": the context of a value is its secret's ARN."""
    return through(call, key, "secretsmanager", actions, {"SecretARN": arn})


@SECRETS.adds("GetSecretValue", "PutSecretValue", "UpdateSecret", "CreateSecret", "RotateSecret")
def secret_key(call: Call) -> list[Need]:
    """Secrets Manager guide, "Secret encryption and decryption", "Permissions for the KMS key": what is read is decrypted,
    what is written is encrypted with a data key, which is decrypted first when it is to be used again."""
    name = str(call.input.get("SecretId") or call.input.get("Name"))
    secret = _stored(call, name)
    key = call.input.get("KmsKeyId") or _key_of(call, secret)
    arn = secret_arn(call, name)
    if call.operation == "GetSecretValue":
        return secret_key_needs(call, arn, key, "Decrypt")
    writes = any(call.input.get(member) for member in ("SecretString", "SecretBinary", "KmsKeyId"))
    needs = secret_key_needs(call, arn, key, "GenerateDataKey", "Decrypt") if writes else []
    if call.operation == "UpdateSecret" and call.input.get("KmsKeyId"):
        # Versions that carry a label are read with the old key and written with the new one.
        needs += secret_key_needs(call, arn, _key_of(call, secret), "Decrypt")
    return needs


@SECRETS.adds("CreateSecret", "ReplicateSecretToRegions")
def secret_replicas(call: Call) -> list[Need]:
    """Secrets Manager guide, "Replicate a secret": kms:Decrypt of the value, kms:GenerateDataKey and kms:Encrypt with the
    keys of the other regions."""
    name = str(call.input.get("SecretId") or call.input.get("Name"))
    arn = secret_arn(call, name)
    needs: list[Need] = []
    if call.operation == "ReplicateSecretToRegions":
        needs += secret_key_needs(call, arn, _key_of(call, _stored(call, name)), "Decrypt")
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
    arn = call.input.get("RotationLambdaARN")
    return [Need("lambda:InvokeFunction", str(arn))] if arn else []


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
    """Systems Manager guide, "How AWS Systems Manager Parameter Store uses AWS KMS": a standard parameter is encrypted by
    KMS itself, an advanced one by a data key; the context is the parameter's ARN."""
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
        for parameter in [store.get_parameter(name)] if not name.startswith("arn:") else []:
            if parameter is not None and parameter.type == "SecureString":
                arn = SSM.arn(call, "parameter", parameter.name.lstrip("/"))
                needs += through(call, parameter.keyid, "ssm", ("Decrypt",), {"PARAMETER_ARN": arn})
    return needs
