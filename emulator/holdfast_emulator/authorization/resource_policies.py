"""The policies of resources, by their ARNs: from moto's state, or from the overlay's."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .accounts import find_role
from .documents import read_document
from .evaluate import NO_RESOURCE_POLICY, ResourcePolicy
from .grants import grantees
from .need import Need
from .patterns import Values

if TYPE_CHECKING:
    from ..engine.call import Call

_ASSUMING = ("sts:AssumeRole", "sts:AssumeRoleWithWebIdentity", "sts:TagSession", "sts:SetSourceIdentity")


@dataclass(frozen=True)
class Arn:
    """The parts of an ARN."""

    text: str
    service: str
    region: str
    account: str
    resource: str

    @classmethod
    def read(cls, text: str) -> Arn | None:
        parts = text.split(":", 5)
        return cls(text, *parts[2:]) if len(parts) == 6 and parts[0] == "arn" else None

    @property
    def name(self) -> str:
        """Without the kind before it: ``vault`` of ``backup-vault:vault``, ``a/b`` of ``repository/a/b``."""
        cut = min((i for i in map(self.resource.find, ":/") if i >= 0), default=-1)
        return self.resource[cut + 1 :]


def policy_of(call: Call, need: Need, context: Values) -> ResourcePolicy:
    """What the resource of a need says itself. Nothing for one that has no policies, or that is not there."""
    arn = Arn.read(need.resource)
    find = _FINDERS.get(arn.service) if arn else None
    return find(call, arn, need, context) if arn and find else NO_RESOURCE_POLICY


def owner_of(call: Call, resource: str) -> str | None:
    """The account that has the resource, as far as the ARN or the emulator can tell."""
    arn = Arn.read(resource)
    if arn is None:
        return None
    if arn.service == "s3":
        from moto.s3.models import s3_backends

        owner = s3_backends.bucket_accounts.get(arn.resource.partition("/")[0])
        return owner[1] if owner else None
    return arn.account if arn.account.isdigit() else None


def _backend(service: str, arn: Arn, account: str | None = None) -> Any:
    from moto.backends import get_backend

    regions = get_backend(service)[account or arn.account]  # type: ignore[call-overload]
    return regions[arn.region or "aws"]


def _policy(texts: Iterable[str | None], **more: Any) -> ResourcePolicy:
    return ResourcePolicy(tuple(read_document(text) for text in texts if text), **more)


def _bucket(call: Call, arn: Arn, need: Need, context: Values) -> ResourcePolicy:
    name = arn.resource.partition("/")[0]
    owner = owner_of(call, arn.text)
    bucket = _backend("s3", arn, owner).buckets.get(name) if owner else None
    return _policy([bucket.policy.decode()]) if bucket is not None and bucket.policy else NO_RESOURCE_POLICY


def _key(call: Call, arn: Arn, need: Need, context: Values) -> ResourcePolicy:
    """A key's policy has to allow everything that is done with the key; an alias has none."""
    key = _backend("kms", arn).keys.get(arn.name) if arn.resource.startswith("key/") else None
    if key is None:
        return NO_RESOURCE_POLICY
    return _policy([key.policy], is_required=True, grants=grantees(key, need, context))


def _secret(call: Call, arn: Arn, need: Need, context: Values) -> ResourcePolicy:
    secret = _backend("secretsmanager", arn).secrets.get(arn.text)
    return _policy([getattr(secret, "source", secret).policy]) if secret is not None else NO_RESOURCE_POLICY


def _topic(call: Call, arn: Arn, need: Need, context: Values) -> ResourcePolicy:
    topic = _backend("sns", arn).topics.get(arn.text)
    return _policy([topic.policy]) if topic is not None else NO_RESOURCE_POLICY


def _queue(call: Call, arn: Arn, need: Need, context: Values) -> ResourcePolicy:
    queue = _backend("sqs", arn).queues.get(arn.resource)
    return _policy([queue.policy]) if queue is not None else NO_RESOURCE_POLICY


def _vault(call: Call, arn: Arn, need: Need, context: Values) -> ResourcePolicy:
    if not arn.resource.startswith("backup-vault:"):
        return NO_RESOURCE_POLICY
    vaults = call.remembered("vaults", region=arn.region, service="backup", account=arn.account)
    return _policy([vaults.get(arn.name, {}).get("policy")])


def _repository(call: Call, arn: Arn, need: Need, context: Values) -> ResourcePolicy:
    """With the registry's own policy, which speaks of its repositories too (ReplicateImage, CreateRepository)."""
    ecr = _backend("ecr", arn)
    repository = ecr.repositories.get(arn.name)
    return _policy([repository.policy if repository is not None else None, ecr.registry_policy])


def _function(call: Call, arn: Arn, need: Need, context: Values) -> ResourcePolicy:
    if not arn.resource.startswith("function:"):
        return NO_RESOURCE_POLICY
    try:
        function = _backend("lambda", arn).get_function(arn.name.partition(":")[0])
    except Exception:  # moto's way to say that there is none
        return NO_RESOURCE_POLICY
    statements = function.policy.statements if function.policy else []
    return _policy([json.dumps({"Version": "2012-10-17", "Statement": statements})])


def _log_group(call: Call, arn: Arn, need: Need, context: Values) -> ResourcePolicy:
    """All resource policies of the region: CloudWatch Logs keeps them beside the groups."""
    return _policy(one.policy_document for one in _backend("logs", arn).resource_policies.values())


def _role(call: Call, arn: Arn, need: Need, context: Values) -> ResourcePolicy:
    """Becoming a role is up to its trust policy; one that is not there trusts nobody."""
    if need.action not in _ASSUMING:
        return NO_RESOURCE_POLICY
    role = find_role(arn.text)
    trust = [role.assume_role_policy_document] if role is not None else []
    return _policy(trust, is_required=True, noun="role trust policy")


_FINDERS: dict[str, Callable[[Call, Arn, Need, Values], ResourcePolicy]] = {
    "backup": _vault,
    "ecr": _repository,
    "iam": _role,
    "kms": _key,
    "lambda": _function,
    "logs": _log_group,
    "s3": _bucket,
    "secretsmanager": _secret,
    "sns": _topic,
    "sqs": _queue,
}
