"""ECR: tags that cannot be moved, registries that replicate, and the documents that AWS checks."""

from __future__ import annotations

import json
import re
from typing import Any

from ..engine.call import Call
from ..engine.errors import AwsError
from ..engine.registry import amends, checks, replaces
from .keys import usable_key

_NAME = re.compile(r"^(?=.{2,256}$)(?:[a-z0-9]+(?:[._-]+[a-z0-9]+)*/)*[a-z0-9]+(?:[._-]+[a-z0-9]+)*$")
_MOST_RULES, _MOST_DESTINATIONS = 10, 25
_STATUSES = ("tagged", "untagged", "any")
_COUNTS = ("imageCountMoreThan", "sinceImagePushed")


@checks("ecr", "CreateRepository")
def refuse_repository(call: Call) -> None:
    name, encryption = call.input["repositoryName"], call.input.get("encryptionConfiguration") or {}
    if not _NAME.match(name):
        raise _invalid(f"Invalid parameter at 'repositoryName' failed to satisfy constraint: {name} is not valid")
    key = encryption.get("kmsKey")
    if key and encryption.get("encryptionType") != "KMS":
        raise _invalid("A kmsKey can be given with the encryption type KMS only.")
    if key and usable_key(call, key) is None:
        raise AwsError("KmsException", f"The KMS key {key} does not exist in {call.region}, or is not enabled there.")


@checks("ecr", "PutImage")
def refuse_moved_tag(call: Call) -> None:
    """With immutable tags, a tag that exists stays where it is."""
    repository = call.backend().repositories.get(call.input["repositoryName"])
    tag = call.input.get("imageTag")
    if repository is None or tag is None or not str(repository.image_tag_mutability).startswith("IMMUTABLE"):
        return
    filters = getattr(repository, "image_tag_mutability_exclusion_filters", None) or []
    if any(re.fullmatch(f["filter"].replace("*", ".*"), tag) for f in filters):
        return
    if any(tag in image.image_tags for image in repository.images):
        raise AwsError(
            "ImageTagAlreadyExistsException",
            f"The image tag '{tag}' already exists in the '{repository.name}' repository and cannot be overwritten "
            "because the tag is immutable.",
        )


@checks("ecr", "PutLifecyclePolicy")
def refuse_lifecycle_policy(call: Call) -> None:
    """The schema, and the rules about priorities and the last resort, which moto does not look at."""
    try:
        rules = json.loads(call.input["lifecyclePolicyText"])["rules"]
        priorities = [rule["rulePriority"] for rule in rules]
        selections = [(rule["rulePriority"], rule["selection"]) for rule in rules]
    except (ValueError, KeyError, TypeError):
        raise _invalid_policy("it is not a list of rules with a priority and a selection") from None
    if len(set(priorities)) < len(priorities):
        raise _invalid_policy("the priorities of the rules must differ")
    for priority, selection in selections:
        _refuse_selection(priority, selection)
        if selection["tagStatus"] == "any" and priority < max(priorities):
            raise _invalid_policy("a rule for any image must have the highest priority number")
    if sum(selection["tagStatus"] == "untagged" for _, selection in selections) > 1:
        raise _invalid_policy("only one rule can be for untagged images")


def _refuse_selection(priority: int, selection: dict[str, Any]) -> None:
    status, count = selection.get("tagStatus"), selection.get("countType")
    if status not in _STATUSES or count not in _COUNTS:
        raise _invalid_policy(f"rule {priority} needs a tagStatus of {_STATUSES} and a countType of {_COUNTS}")
    patterns = [*(selection.get("tagPrefixList") or []), *(selection.get("tagPatternList") or [])]
    if (status == "tagged") != bool(patterns):
        raise _invalid_policy(f"rule {priority}: tagged images, and only they, are named by prefixes or patterns")
    if selection.get("tagPrefixList") and selection.get("tagPatternList"):
        raise _invalid_policy(f"rule {priority} has both prefixes and patterns of tags")
    if (count == "sinceImagePushed") != (selection.get("countUnit") == "days"):
        raise _invalid_policy(f"rule {priority}: countUnit is days for sinceImagePushed, and nothing otherwise")
    if not isinstance(selection.get("countNumber"), int) or selection["countNumber"] < 1:
        raise _invalid_policy(f"rule {priority} needs a countNumber of 1 or more")


@amends("ecr", "PutImageScanningConfiguration")
def change_scanning(call: Call, output: dict) -> None:
    """moto does not take the change over."""
    wanted = call.input["imageScanningConfiguration"]
    call.backend().repositories[call.input["repositoryName"]].image_scanning_configuration = wanted
    output["imageScanningConfiguration"] = wanted


@replaces("ecr", "PutReplicationConfiguration")
def put_replication_configuration(call: Call) -> dict[str, Any]:
    """moto takes one rule only."""
    configuration = call.input["replicationConfiguration"]
    rules = configuration["rules"]
    destinations = {(d["region"], d["registryId"]) for rule in rules for d in rule["destinations"]}
    if len(rules) > _MOST_RULES or len(destinations) > _MOST_DESTINATIONS:
        raise _invalid(f"A registry can have {_MOST_RULES} rules with {_MOST_DESTINATIONS} destinations.")
    for region, account in destinations:
        if (region, account) == (call.region, call.account):
            raise _invalid("Replication destination cannot be the same as the source registry")
        if not re.match(r"^[a-z]{2}(-[a-z]+)+-\d$", region) or not re.match(r"^\d{12}$", account):
            raise _invalid(f"{region} of {account} is no region of a registry.")
    call.backend().replication_config = configuration
    return {"replicationConfiguration": configuration}


@checks("ecr", "PutRegistryPolicy", "SetRepositoryPolicy")
def refuse_policy(call: Call) -> None:
    try:
        json.loads(call.input["policyText"])
    except ValueError:
        raise _invalid("Invalid parameter at 'PolicyText': it is not JSON") from None


@amends("ecr", "PutImage")
def replicate_image(call: Call, output: dict) -> None:
    """A pushed image arrives in the registries that the rules name, in a repository that is made if it lacks."""
    name = call.input["repositoryName"]
    for rule in call.backend().replication_config.get("rules", []):
        prefixes = [f["filter"] for f in rule.get("repositoryFilters") or []]
        if prefixes and not any(name.startswith(prefix) for prefix in prefixes):
            continue
        for destination in rule["destinations"]:
            if destination["registryId"] == call.account:
                _copy_image(call, name, destination["region"])


def _copy_image(call: Call, name: str, region: str) -> None:
    there = call.backend(region=region)
    if name not in there.repositories:
        there.create_repository(name, call.account, {"encryptionType": "AES256"}, None, "MUTABLE", [])
    there.put_image(
        repository_name=name,
        image_manifest=call.input["imageManifest"],
        image_tag=call.input.get("imageTag"),
        image_manifest_mediatype=call.input.get("imageManifestMediaType"),
        digest=call.input.get("imageDigest"),
    )


def _invalid(message: str) -> AwsError:
    return AwsError("InvalidParameterException", message)


def _invalid_policy(reason: str) -> AwsError:
    return _invalid(
        "Invalid parameter at 'LifecyclePolicyText' failed to satisfy constraint: 'Lifecycle policy validation "
        f"failure: {reason}'"
    )
