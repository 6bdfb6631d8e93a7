"""Secrets Manager: keys of replicas, rotation without a function that runs, and what AWS refuses."""

from __future__ import annotations

import copy
import json
import re
import secrets
import string
import time
from typing import Any

from ..engine.call import Call
from ..engine.errors import AwsError
from ..engine.registry import amends, checks, replaces
from .keys import usable_key
from .policy_documents import allows, statements

_NAME = re.compile(r"^[\w/+=.@!-]{1,512}$", re.ASCII)
_FUNCTION_ARN = re.compile(r"^arn:aws:lambda:(?P<region>[^:]+):(?P<account>\d{12}):function:(?P<name>[^:]+)")
_DAY = 86400

# What may be asked of a secret that is scheduled for deletion: to look at it, to restore it, to delete it now.
_NEEDS_LIVING_SECRET = (
    "CancelRotateSecret",
    "DeleteResourcePolicy",
    "PutResourcePolicy",
    "PutSecretValue",
    "RemoveRegionsFromReplication",
    "ReplicateSecretToRegions",
    "RotateSecret",
    "StopReplicationToReplica",
    "TagResource",
    "UntagResource",
    "UpdateSecret",
    "UpdateSecretVersionStage",
)


@checks("secretsmanager", *_NEEDS_LIVING_SECRET)
def refuse_deleted_secret(call: Call) -> None:
    secret = call.backend().secrets.get(call.input["SecretId"])
    if secret is not None and secret.is_deleted():
        raise _invalid_request("You can't perform this operation on the secret because it was marked for deletion.")


@checks("secretsmanager", "CreateSecret")
def refuse_name(call: Call) -> None:
    name = call.input["Name"]
    if not _NAME.match(name):
        raise AwsError(
            "ValidationException",
            "Invalid name. Must be a valid name containing alphanumeric characters, or any of the following: -/_+=.@!",
        )
    taken = call.backend().secrets.get(name)
    if taken is not None and taken.is_deleted():
        raise _invalid_request(
            "You can't create this secret because a secret with this name is already scheduled for deletion."
        )


@checks("secretsmanager", "CreateSecret", "UpdateSecret")
def refuse_key(call: Call) -> None:
    _require_key(call, call.input.get("KmsKeyId"), call.region)


@checks("secretsmanager", "CreateSecret", "ReplicateSecretToRegions")
def refuse_replica(call: Call) -> None:
    """AWS would make the replica and mark it as failed, which Terraform does not look at; so it is refused here."""
    seen = {call.region}
    for replica in call.input.get("AddReplicaRegions") or []:
        region = replica["Region"]
        if region in seen:
            raise AwsError("InvalidParameterException", f"Invalid replica region. {region} already has this secret.")
        seen.add(region)
        _require_key(call, replica.get("KmsKeyId"), region)
        name = call.input.get("Name") or _secret(call).name
        other = call.backend(region=region).secrets.get(name)
        if other is not None and not call.input.get("ForceOverwriteReplicaSecret"):
            raise AwsError(
                "ResourceExistsException",
                f"Replication failed: Secret name {name} already exists in region {region}.",
            )


@amends("secretsmanager", "CreateSecret", "ReplicateSecretToRegions")
def keep_replica_keys(call: Call, output: dict) -> None:
    """moto forgets the keys of replicas, and makes a replica's ARN by replacing the region in the whole ARN."""
    secret = call.backend().secrets[output["ARN"]]
    wanted = {replica["Region"]: replica.get("KmsKeyId") for replica in call.input.get("AddReplicaRegions") or []}
    for replica in secret.replicas:
        if wanted.get(replica.region):
            replica.config["KmsKeyId"] = wanted[replica.region]
        there = call.backend(region=replica.region).secrets
        if replica.arn in dict.keys(there):
            dict.pop(there, replica.arn)
            replica.arn = _arn_in(secret.arn, replica.region)
            there[replica.arn] = replica
    if secret.replicas:
        output["ReplicationStatus"] = [replica.config for replica in secret.replicas]


@amends("secretsmanager", "ReplicateSecretToRegions", "RemoveRegionsFromReplication")
def tell_arn(call: Call, output: dict) -> None:
    output["ARN"] = _secret(call).arn


@replaces("secretsmanager", "StopReplicationToReplica")
def promote_replica(call: Call) -> dict[str, Any]:
    """The replica, asked in its own region, becomes a secret of its own with the same values and ARN."""
    store = call.backend().secrets
    replica = _secret(call)
    if not hasattr(replica, "source"):
        raise _invalid_request("You can't stop replication of a secret that is not a replica.")
    secret = copy.copy(replica.source)
    secret.versions = copy.deepcopy(replica.source.versions)
    secret.tags = copy.deepcopy(replica.source.tags)
    secret.arn, secret.region, secret.replicas = replica.arn, replica.region, []
    secret.kms_key_id = replica.config["KmsKeyId"]
    replica.source.replicas.remove(replica)
    dict.pop(store, replica.arn)
    store[secret.name] = secret
    return {"ARN": secret.arn}


@amends("secretsmanager", "UpdateSecret")
def clear_description(call: Call, output: dict) -> None:
    if "Description" in call.input:
        _secret(call).description = call.input["Description"]


@replaces("secretsmanager", "RotateSecret")
def rotate_secret(call: Call) -> dict[str, Any]:
    """Keep the rotation's settings. Nothing runs here, so the function is not called and the value stays."""
    secret = _secret(call)
    if hasattr(secret, "source"):
        raise _invalid_request("Operation not permitted on a replica secret. Call must be made in primary region.")
    arn = call.input.get("RotationLambdaARN") or secret.rotation_lambda_arn
    if not arn and secret.owning_service is None:
        raise _invalid_request("No Lambda rotation function ARN is associated with this secret.")
    if arn:
        _require_function(call, arn)
    rules = call.input.get("RotationRules") or call.remembered("rotation rules").get(secret.arn) or {}
    _require_rules(rules)
    call.remembered("rotation rules")[secret.arn] = rules
    secret.rotation_requested = secret.rotation_enabled = True
    secret.rotation_lambda_arn = arn
    secret.auto_rotate_after_days = rules.get("AutomaticallyAfterDays", 0)
    secret.next_rotation_date = int(time.time()) + rules.get("AutomaticallyAfterDays", 30) * _DAY
    secret.last_rotation_date = int(time.time())
    return {"ARN": secret.arn, "Name": secret.name, "VersionId": secret.default_version_id}


@amends("secretsmanager", "DescribeSecret")
def tell_what_moto_forgets(call: Call, output: dict) -> None:
    secret = call.backend().secrets.get(output["ARN"])
    rules = call.remembered("rotation rules").get(output["ARN"])
    if rules and output.get("RotationRules"):
        output["RotationRules"] = rules
    if output.get("RotationLambdaARN") == "":
        del output["RotationLambdaARN"]
    if hasattr(secret, "source"):
        output["KmsKeyId"] = secret.config["KmsKeyId"]
    if output.get("KmsKeyId") == "alias/aws/secretsmanager":
        del output["KmsKeyId"]


@amends("secretsmanager", "ListSecretVersionIds")
def tell_the_whole_arn(call: Call, output: dict) -> None:
    output["ARN"] = _secret(call).arn


@checks("secretsmanager", "PutResourcePolicy")
def refuse_policy(call: Call) -> None:
    document = call.input["ResourcePolicy"]
    try:
        json.loads(document)
    except ValueError:
        raise AwsError("MalformedPolicyDocumentException", "This resource policy contains invalid Json.") from None
    for statement in statements(document):
        for_everybody = statement.get("Principal") in ("*", {"AWS": "*"}) and not statement.get("Condition")
        if call.input.get("BlockPublicPolicy") and statement.get("Effect") == "Allow" and for_everybody:
            raise AwsError("PublicPolicyException", "This resource policy grants broad access to the secret.")


@replaces("secretsmanager", "GetResourcePolicy")
def get_resource_policy(call: Call) -> dict[str, Any]:
    """Of a replica too: the policy is replicated with the secret, and Terraform reads it."""
    secret = _secret(call)
    policy = getattr(secret, "source", secret).policy
    told = {"ARN": secret.arn, "Name": secret.name}
    return {**told, "ResourcePolicy": policy} if policy else told


@replaces("secretsmanager", "GetRandomPassword")
def get_random_password(call: Call) -> dict[str, Any]:
    """moto's own may contain excluded characters, and breaks on some of them."""
    wanted = call.input
    length = wanted.get("PasswordLength") or 32
    excluded = set(wanted.get("ExcludeCharacters") or "")
    kinds = [
        ("ExcludeLowercase", string.ascii_lowercase),
        ("ExcludeUppercase", string.ascii_uppercase),
        ("ExcludeNumbers", string.digits),
        ("ExcludePunctuation", string.punctuation),
    ]
    alphabets = [[c for c in letters if c not in excluded] for name, letters in kinds if not wanted.get(name)]
    alphabets = [*filter(None, alphabets), *([[" "]] if wanted.get("IncludeSpace") else [])]
    required = alphabets if wanted.get("RequireEachIncludedType", True) else []
    if not alphabets or not max(len(required), 1) <= length <= 4096:
        raise AwsError("InvalidParameterException", "Password length is too short based on the required types.")
    everything = [c for letters in alphabets for c in letters]
    chosen = [secrets.choice(letters) for letters in required]
    chosen += [secrets.choice(everything) for _ in range(length - len(chosen))]
    secrets.SystemRandom().shuffle(chosen)
    return {"RandomPassword": "".join(chosen)}


def _secret(call: Call) -> Any:
    secret = call.backend().secrets.get(call.input["SecretId"])
    if secret is None:
        raise AwsError("ResourceNotFoundException", "Secrets Manager can't find the specified secret.")
    return secret


def _require_key(call: Call, key: str | None, region: str) -> None:
    if key and usable_key(call, key, region) is None:
        raise AwsError(
            "InvalidParameterException",
            f"The KMS key {key} does not exist in {region}, or is not enabled there. A secret, and each replica of it, "
            "uses a key of its own region.",
        )


def _require_function(call: Call, arn: str) -> None:
    """A function of this account and region; if it was made here, its policy must let Secrets Manager in.

    A function that Lambda does not know counts as made beforehand.
    """
    parts = _FUNCTION_ARN.match(arn)
    if parts is None or (parts["region"], parts["account"]) != (call.region, call.account):
        raise AwsError(
            "ValidationException",
            f"{arn} is not a Lambda function of {call.region} and account {call.account}, which rotation needs.",
        )
    try:
        function = call.backend("awslambda").get_function(parts["name"])
    except Exception:
        return
    policy = json.dumps({"Statement": function.policy.statements if function.policy else []})
    if not allows(policy, action="lambda:InvokeFunction", principals=("secretsmanager.amazonaws.com",)):
        raise AwsError(
            "AccessDeniedException",
            "Secrets Manager cannot invoke the specified Lambda function. Ensure that the function policy grants "
            "access to the principal secretsmanager.amazonaws.com.",
        )


def _require_rules(rules: dict[str, Any]) -> None:
    days, schedule = rules.get("AutomaticallyAfterDays"), rules.get("ScheduleExpression")
    if days is not None and schedule:
        raise AwsError(
            "InvalidParameterException",
            "You can specify either AutomaticallyAfterDays or ScheduleExpression, but not both.",
        )
    if schedule and not re.match(r"^(rate\(\d+ (hours?|days?)\)|cron\(.+\))$", schedule):
        raise AwsError("InvalidParameterException", f"Invalid schedule expression: {schedule}")


def _arn_in(arn: str, region: str) -> str:
    parts = arn.split(":")
    parts[3] = region
    return ":".join(parts)


def _invalid_request(message: str) -> AwsError:
    return AwsError("InvalidRequestException", message)
