"""Policies that a resource carries: each service refuses what is no policy, and a principal that does not exist."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from ..authorization.accounts import ADMINISTRATOR
from ..engine.call import Call
from ..engine.errors import AwsError
from ..engine.registry import checks
from .policy_documents import as_list, statements
from .policy_grammar import principals_of, problems


@dataclass(frozen=True)
class Carrier:
    """Where an operation has its policy, and with which error a service refuses a bad one."""

    service: str
    operations: tuple[str, ...]
    policy: Callable[[dict[str, Any]], str | None]
    code: str
    resource: bool = True


def _member(name: str) -> Callable[[dict[str, Any]], str | None]:
    return lambda given: given.get(name)


def _attribute(given: dict[str, Any]) -> str | None:
    """Of topics and queues: one attribute among several, or the only one."""
    if given.get("AttributeName") == "Policy":
        return given.get("AttributeValue")
    return (given.get("Attributes") or {}).get("Policy")


CARRIERS = (
    Carrier(
        "backup",
        ("PutBackupVaultAccessPolicy",),
        _member("Policy"),
        "InvalidParameterValueException",
    ),
    Carrier("ec2", ("CreateVpcEndpoint", "ModifyVpcEndpoint"), _member("PolicyDocument"), "InvalidPolicyDocument"),
    # https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html: without a resource.
    Carrier("ecr", ("SetRepositoryPolicy",), _member("policyText"), "InvalidParameterException", resource=False),
    Carrier("iam", ("CreateRole",), _member("AssumeRolePolicyDocument"), "MalformedPolicyDocument", resource=False),
    Carrier("iam", ("UpdateAssumeRolePolicy",), _member("PolicyDocument"), "MalformedPolicyDocument", resource=False),
    Carrier(
        "kms", ("CreateKey", "PutKeyPolicy", "ReplicateKey"), _member("Policy"), "MalformedPolicyDocumentException"
    ),
    Carrier("logs", ("PutResourcePolicy",), _member("policyDocument"), "InvalidParameterException"),
    Carrier("s3", ("PutBucketPolicy",), _member("Policy"), "MalformedPolicy"),
    Carrier("secretsmanager", ("PutResourcePolicy",), _member("ResourcePolicy"), "MalformedPolicyDocumentException"),
    Carrier("sns", ("CreateTopic", "SetTopicAttributes"), _attribute, "InvalidParameter"),
    Carrier("sqs", ("CreateQueue", "SetQueueAttributes"), _attribute, "InvalidAttributeValue"),
)


def _refuse(carrier: Carrier) -> Callable[[Call], None]:
    def refuse_bad_policy(call: Call) -> None:
        text = carrier.policy(call.input)
        if not text:
            return
        found = list(problems(text, principal=True, resource=carrier.resource)) or list(_strangers(call, text))
        if not found and carrier.service == "s3":
            found = list(_foreign_resources(call.input["Bucket"], text))
        if found:
            raise AwsError(carrier.code, f"Invalid policy: {'; '.join(found)}.")

    return refuse_bad_policy


for carrier in CARRIERS:
    checks(carrier.service, *carrier.operations)(_refuse(carrier))


def _strangers(call: Call, text: str) -> Iterator[str]:
    """Roles and users of this account that do not exist. Whether those of another account do, only AWS knows."""
    known = call.backend("iam")
    there = {each.arn for each in [*known.roles.values(), *known.users.values()]}
    there.add(call.arn("iam", f"user/{ADMINISTRATOR}", region=""))
    own = (f":iam::{call.account}:role/", f":iam::{call.account}:user/")
    for statement in statements(text):
        for kind, values in principals_of(statement):
            for value in values if kind == "AWS" else ():
                if any(each in value for each in own) and value not in there:
                    yield f'Invalid principal in policy: "AWS":"{value}"'


def _foreign_resources(bucket: str, text: str) -> Iterator[str]:
    for statement in statements(text):
        for value in [*as_list(statement.get("Resource")), *as_list(statement.get("NotResource"))]:
            name = value.rpartition(":::")[2].partition("/")[0]
            if value != "*" and name not in (bucket, "*") and "*" not in name and "?" not in name:
                yield f"Policy has invalid resource: {value}"
