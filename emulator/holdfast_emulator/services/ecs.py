"""ECS: what moto forgets of a service and of a cluster, and deployments that complete.

moto keeps about half of what CreateService is given and never runs a task. Here the input is kept and told again, and
every service runs what it should: the emulator shows that a configuration comes back unchanged, not that containers
start.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..engine.call import Call
from ..engine.errors import AwsError
from ..engine.registry import amends, controls, replaces

# What CreateService and UpdateService set and DescribeServices tells on the service itself. Task definition, desired
# count, tags and status stay moto's business.
_SERVICE_SETTINGS = (
    "availabilityZoneRebalancing",
    "capacityProviderStrategy",
    "deploymentConfiguration",
    "deploymentController",
    "enableECSManagedTags",
    "enableExecuteCommand",
    "healthCheckGracePeriodSeconds",
    "launchType",
    "loadBalancers",
    "networkConfiguration",
    "placementConstraints",
    "placementStrategy",
    "platformVersion",
    "propagateTags",
    "serviceRegistries",
)
# The same, but told on the deployment.
_DEPLOYMENT_SETTINGS = ("serviceConnectConfiguration", "volumeConfigurations")

_DEFAULT_DEPLOYMENT = {"maximumPercent": 200, "minimumHealthyPercent": 100}


@replaces("ecs", "CreateService")
def create_service(call: Call) -> dict[str, Any]:
    wanted = dict(call.input)
    if not wanted.get("launchType") and not wanted.get("capacityProviderStrategy"):
        strategy = cluster_of(call).default_capacity_provider_strategy
        if strategy:
            wanted["capacityProviderStrategy"] = strategy
        else:
            wanted["launchType"] = "EC2"
    network = (wanted.get("networkConfiguration") or {}).get("awsvpcConfiguration")
    if network is not None:
        # moto breaks on a missing list; without one AWS uses the VPC's default group and tells an empty list.
        network = {"assignPublicIp": "DISABLED", **network, "securityGroups": network.get("securityGroups") or []}
        wanted["networkConfiguration"] = {"awsvpcConfiguration": network}
    output = call.moto({**call.input, "networkConfiguration": wanted["networkConfiguration"]} if network else None)
    _services(call)[output["service"]["serviceArn"]] = _settings(wanted)
    return output


@controls("ecs", "PUT", "failing-deployments")
def fail_deployments(call: Call) -> dict[str, Any]:
    """The tasks of these services do not start from now on: the circuit breaker rolls each new task definition back."""
    names = call.input.get("services")
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise AwsError("BadControl", "services must be a list of names of services; an empty one ends it.")
    failing = call.remembered("failing deployments")
    failing.clear()
    failing.update(dict.fromkeys(names, True))
    return {"services": names}


@replaces("ecs", "UpdateService")
def update_service(call: Call) -> dict[str, Any]:
    name = call.input["service"].rpartition("/")[2]
    # A rollback ends where it began: with the task definition that ran, in a steady state.
    fails = name in call.remembered("failing deployments") and _rolls_back(call, name)
    output = call.moto({k: v for k, v in call.input.items() if k != "taskDefinition"} if fails else None)
    kept = _services(call).setdefault(output["service"]["serviceArn"], {})
    changed = _settings(call.input)
    if changed.get("capacityProviderStrategy"):
        kept.pop("launchType", None)
    kept.update(changed)
    return output


@amends("ecs", "CreateService", "UpdateService", "DescribeServices", "DeleteService")
def tell_the_whole_service(call: Call, output: dict) -> None:
    for service in _services_in(output):
        kept = _services(call).get(service["serviceArn"])
        if kept is not None:
            _complete(service, kept)


@replaces("ecs", "PutAccountSettingDefault")
def put_account_setting_default(call: Call) -> dict[str, Any]:
    setting = {
        "name": call.input["name"],
        "value": call.input["value"],
        "principalArn": call.arn("iam", "root", region=""),
    }
    call.remembered("account settings")[call.input["name"]] = setting
    return {"setting": setting}


@amends("ecs", "ListAccountSettings")
def tell_account_settings(call: Call, output: dict) -> None:
    known = {setting["name"]: setting for setting in output.get("settings", [])}
    known.update(call.remembered("account settings"))
    name = call.input.get("name")
    output["settings"] = [setting for setting in known.values() if name in (None, setting["name"])]


def cluster_of(call: Call) -> Any:
    """moto's cluster of this call, or None; a cluster is given by name or by ARN."""
    return call.backend().clusters.get((call.input.get("cluster") or "default").rpartition("/")[2])


def _rolls_back(call: Call, name: str) -> bool:
    kept = next((kept for arn, kept in _services(call).items() if arn.endswith(f"/{name}")), {})
    wanted = call.input.get("deploymentConfiguration") or kept.get("deploymentConfiguration") or {}
    return bool((wanted.get("deploymentCircuitBreaker") or {}).get("rollback"))


def _services(call: Call) -> dict[str, dict[str, Any]]:
    return call.remembered("services")


def _settings(source: dict[str, Any]) -> dict[str, Any]:
    return {name: source[name] for name in (*_SERVICE_SETTINGS, *_DEPLOYMENT_SETTINGS) if name in source}


def _services_in(output: dict) -> Iterator[dict[str, Any]]:
    if "service" in output:
        yield output["service"]
    yield from output.get("services", [])


def _complete(service: dict[str, Any], kept: dict[str, Any]) -> None:
    """Put the kept settings and a finished deployment into moto's description of the service."""
    for name in _SERVICE_SETTINGS:
        service.pop(name, None)
    service.update({name: kept[name] for name in _SERVICE_SETTINGS if kept.get(name) is not None})
    is_fargate = kept.get("launchType") == "FARGATE" or any(
        item["capacityProvider"].startswith("FARGATE") for item in kept.get("capacityProviderStrategy") or []
    )
    service.setdefault("deploymentController", {"type": "ECS"})
    service.setdefault("propagateTags", "NONE")
    service.setdefault("availabilityZoneRebalancing", "DISABLED")
    service["deploymentConfiguration"] = {**_DEFAULT_DEPLOYMENT, **service.get("deploymentConfiguration", {})}
    if is_fargate:
        service.setdefault("platformVersion", "LATEST")
        service["platformFamily"] = "Linux"
    running = service.get("desiredCount", 0) if service.get("status") == "ACTIVE" else 0
    service.update(runningCount=running, pendingCount=0)
    for deployment in service.get("deployments", []):
        deployment.update(
            desiredCount=running,
            runningCount=running,
            pendingCount=0,
            failedTasks=0,
            rolloutState="COMPLETED",
            rolloutStateReason=f"ECS deployment {deployment.get('id')} completed.",
            taskDefinition=service.get("taskDefinition"),
        )
        deployment.update({name: kept[name] for name in _DEPLOYMENT_SETTINGS if kept.get(name)})
        for name in ("launchType", "capacityProviderStrategy", "platformVersion", "networkConfiguration"):
            deployment.pop(name, None)
            if service.get(name):
                deployment[name] = service[name]
