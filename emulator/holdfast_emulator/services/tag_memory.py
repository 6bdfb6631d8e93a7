"""What the tagging API goes on listing after it was deleted.

AWS calls its list one of resources that are "tagged or previously tagged" (Resource Groups Tagging API Reference,
"GetResources"), and users meet deleted ones in it for hours. So whether something exists is to be asked of its service.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence

from ..engine.call import Call
from ..engine.registry import checks
from .waits import waiting_time

SERVICE = "resourcegroupstaggingapi"

Tagged = Iterator[tuple[str, dict[str, str]]]

# The services whose resources the overlay keeps, with all their tags by ARN.
_OWN = ("backup", "elasticache", "rds")

# Hours in AWS. Long enough here for a second deployment right after a deletion to meet it.
seconds_of_memory = waiting_time(SERVICE, "tag-memory", 60, "how long the tagging API lists what was deleted")

# What deletes in each service, and how moto calls the types of it that it tells.
_DELETIONS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "acm": (("DeleteCertificate",), ("acm",)),
    "backup": (("DeleteBackupPlan", "DeleteBackupVault", "DeleteRecoveryPoint"), ("backup",)),
    "ecs": (("DeleteCluster", "DeleteService"), ("ecs:cluster", "ecs:service")),
    "elasticache": (
        (
            "DeleteCacheParameterGroup",
            "DeleteCacheSubnetGroup",
            "DeleteReplicationGroup",
            "DeleteServerlessCache",
            "DeleteServerlessCacheSnapshot",
            "DeleteSnapshot",
            "DeleteUser",
            "DeleteUserGroup",
        ),
        (),
    ),
    "elbv2": (
        ("DeleteLoadBalancer", "DeleteTargetGroup"),
        ("elasticloadbalancing:loadbalancer", "elasticloadbalancing:targetgroup"),
    ),
    "rds": (("DeleteDBInstance", "DeleteDBParameterGroup", "DeleteDBSnapshot", "DeleteDBSubnetGroup"), ()),
    "s3": (("DeleteBucket",), ("s3",)),
    "secretsmanager": (("DeleteSecret",), ("secretsmanager",)),
    "sns": (("DeleteTopic",), ("sns",)),
    "sqs": (("DeleteQueue",), ("sqs",)),
}


def remember(call: Call) -> None:
    """Before something is deleted, all that its service has with tags is noted, with the time."""
    seen, now = _seen(call), time.monotonic()
    for arn, tags in _existing(call, _DELETIONS[call.service][1]):
        seen[arn] = (tags, now)


for service, (operations, _) in _DELETIONS.items():
    checks(service, *operations)(remember)


def _existing(call: Call, types: Sequence[str]) -> Tagged:
    """What the overlay keeps in the region of the call, and what moto tells of these types, by ARN."""
    yield from kept_here(call)
    if types:
        gone, backend = deleted_of_ecs(call), call.backend(SERVICE)
        for each in backend._get_resources_generator(tag_filters=[], resource_type_filters=list(types)):
            if each["Tags"] and each["ResourceARN"] not in gone:
                yield each["ResourceARN"], {tag["Key"]: tag["Value"] for tag in each["Tags"]}


def deleted_of_ecs(call: Call) -> set[str]:
    """What moto would list for ever. It breaks on what has no tags, which therefore gets an empty list of them."""
    backend = call.backend("ecs")
    everything = [*backend.services.values(), *backend.clusters.values()]
    for each in everything:
        each.tags = each.tags or []
    return {each.arn for each in everything if each.status == "INACTIVE"}


def kept_here(call: Call) -> Tagged:
    """What moto does not tell: the resources of the overlay, and the groups of databases."""
    for service in _OWN:
        for arn, tags in call.remembered("tags", service=service).items():
            if tags:
                yield arn, tags
    databases = call.backend("rds")
    for group in [*databases.subnet_groups.values(), *databases.db_parameter_groups.values()]:
        if group.tags:
            yield group.arn, {each["Key"]: each["Value"] for each in group.tags}


def deleted(call: Call) -> Tagged:
    """What is gone, and still listed."""
    there = {arn for arn, _ in _existing(call, [kind for _, kinds in _DELETIONS.values() for kind in kinds])}
    since = time.monotonic() - seconds_of_memory(call)
    for arn, (tags, seen) in _seen(call).items():
        if arn not in there and seen > since:
            yield arn, tags


def _seen(call: Call) -> dict[str, tuple[dict[str, str], float]]:
    return call.remembered("seen", service=SERVICE)
