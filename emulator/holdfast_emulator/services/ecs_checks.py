"""ECS: what AWS refuses and moto accepts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..engine.call import Call
from ..engine.errors import AwsError
from ..engine.registry import checks
from .ec2 import known_subnets
from .ecs import cluster_of
from .elbv2 import load_balancers_of
from .fargate import runs_on_fargate

_FARGATE_PROVIDERS = ("FARGATE", "FARGATE_SPOT")


def _client(message: str) -> AwsError:
    return AwsError("ClientException", message)


def _invalid(message: str) -> AwsError:
    return AwsError("InvalidParameterException", message)


# -------------------------------------------------------------------------------------------- task definitions


@checks("ecs", "RegisterTaskDefinition")
def refuse_what_fargate_cannot_run(call: Call) -> None:
    task = call.input
    if "FARGATE" not in task.get("requiresCompatibilities", []):
        return
    if task.get("networkMode") != "awsvpc":
        raise _client("Fargate only supports network mode 'awsvpc'.")
    if not runs_on_fargate(task.get("cpu"), task.get("memory")):
        raise _client(
            f"No Fargate configuration exists for given values: {task.get('cpu')} CPU, {task.get('memory')} memory. "
            "See the Amazon ECS documentation for the valid values."
        )
    size = (task.get("ephemeralStorage") or {}).get("sizeInGiB", 21)
    if not 21 <= size <= 200:
        raise _client("The ephemeral storage size must be between 21 and 200 GiB.")
    if task.get("executionRoleArn"):
        return
    for container in task.get("containerDefinitions", []):
        if (container.get("logConfiguration") or {}).get("logDriver") == "awslogs":
            raise _client("Fargate requires task definition to have execution role ARN to support log driver awslogs.")
        if container.get("secrets"):
            raise _client(
                "When you are specifying container secrets, you must also specify a value for 'executionRoleArn'."
            )


@checks("ecs", "RegisterTaskDefinition")
def refuse_inconsistent_containers(call: Call) -> None:
    task = call.input
    containers = task.get("containerDefinitions", [])
    volumes = {volume["name"] for volume in task.get("volumes") or []}
    names = [container.get("name") for container in containers]
    for name in {name for name in names if names.count(name) > 1}:
        raise _client(f"Container.name contains duplicate values: {name}")
    if containers and not any(container.get("essential", True) for container in containers):
        raise _client("Invalid 'essential' setting: a task definition must have at least one essential container.")
    for container in containers:
        for mount in container.get("mountPoints") or []:
            if mount.get("sourceVolume") and mount["sourceVolume"] not in volumes:
                raise _client(f"Unknown volume '{mount['sourceVolume']}'.")
        for port in container.get("portMappings") or []:
            host = port.get("hostPort", 0)
            if task.get("networkMode") == "awsvpc" and host not in (0, port.get("containerPort")):
                raise _client(
                    "When networkMode=awsvpc, the host ports and container ports in port mappings must match."
                )


# ---------------------------------------------------------------------------------------------------- clusters


@checks("ecs", "PutClusterCapacityProviders", "CreateCluster")
def refuse_unknown_providers(call: Call) -> None:
    known = {*_FARGATE_PROVIDERS, *call.backend().capacity_providers}
    wanted = call.input.get("capacityProviders") or []
    for name in wanted:
        if name not in known:
            raise _invalid(f"The specified capacity provider {name} was not found. Specify a valid name and try again.")
    for item in call.input.get("defaultCapacityProviderStrategy") or []:
        if item["capacityProvider"] not in wanted:
            raise _invalid(
                f"The capacity provider {item['capacityProvider']} of the default strategy is not associated with the "
                "cluster."
            )


@checks("ecs", "DeleteCluster")
def refuse_to_delete_with_services(call: Call) -> None:
    if any(True for _ in _active_services(call)):
        raise AwsError("ClusterContainsServicesException", "The Cluster cannot be deleted while Services are active.")


# ---------------------------------------------------------------------------------------------------- services


@checks("ecs", "CreateService")
def refuse_taken_name(call: Call) -> None:
    if any(service.name == call.input.get("serviceName") for service in _active_services(call)):
        raise _invalid("Creation of service was not idempotent.")


@checks("ecs", "CreateService", "UpdateService")
def refuse_bad_capacity(call: Call) -> None:
    strategy = call.input.get("capacityProviderStrategy") or []
    if strategy and call.input.get("launchType"):
        raise _invalid(
            "Specifying both a launch type and capacity provider strategy is not supported. Remove one and try again."
        )
    if sum(1 for item in strategy if item.get("base")) > 1:
        raise _invalid("A capacity provider strategy can only have one provider with a base value greater than 0.")
    cluster = cluster_of(call)
    for item in strategy if cluster else ():
        if item["capacityProvider"] not in (cluster.capacity_providers or []):
            raise _invalid(
                f"The specified capacity provider '{item['capacityProvider']}' is not associated with the cluster "
                f"'{cluster.name}'. Associate it and try again."
            )


@checks("ecs", "CreateService", "UpdateService")
def refuse_bad_load_balancers(call: Call) -> None:
    """The target group exists, is reachable, takes this kind of target, and the container listens there."""
    task = _task_definition(call)
    groups = call.backend("elbv2").target_groups
    for entry in call.input.get("loadBalancers") or []:
        arn = entry.get("targetGroupArn")
        if arn and arn not in groups:
            raise _invalid(f"Unable to find target group with ARN {arn}.")
        if arn and not load_balancers_of(call, arn):
            raise _invalid(f"The target group with targetGroupArn {arn} does not have an associated load balancer.")
        if task is None:
            continue
        if arn and task.network_mode == "awsvpc" and groups[arn].target_type != "ip":
            raise _invalid(
                f"The provided target group {arn} has target type {groups[arn].target_type}, which is incompatible "
                "with the awsvpc network mode specified in the task definition."
            )
        _refuse_missing_container(task, entry)


@checks("ecs", "CreateService")
def refuse_grace_period_without_load_balancer(call: Call) -> None:
    if call.input.get("healthCheckGracePeriodSeconds") and not call.input.get("loadBalancers"):
        raise _invalid("Health check grace period is only valid for services configured to use load balancers")


@checks("ecs", "CreateService", "UpdateService")
def refuse_exec_without_role(call: Call) -> None:
    task = _task_definition(call)
    if call.input.get("enableExecuteCommand") and task is not None and not getattr(task, "task_role_arn", None):
        raise _invalid(
            "The service couldn't be created because a valid taskRoleArn is not being used. Specify a valid task role "
            "in your task definition and try again."
        )


@checks("ecs", "CreateService", "UpdateService")
def refuse_bad_network(call: Call) -> None:
    network = (call.input.get("networkConfiguration") or {}).get("awsvpcConfiguration")
    task = _task_definition(call)
    if network is None:
        if call.operation == "CreateService" and task is not None and task.network_mode == "awsvpc":
            raise _invalid("Network Configuration must be provided when networkMode 'awsvpc' is specified.")
        return
    known = known_subnets(call)
    vpcs = {known[subnet].vpc_id for subnet in network.get("subnets", []) if subnet in known}
    if len(vpcs) > 1:
        raise _invalid("The subnets must belong to the same VPC.")
    for group_id in network.get("securityGroups") or []:
        group = call.backend("ec2").get_security_group_from_id(group_id)
        if group is not None and vpcs and group.vpc_id not in vpcs:
            raise _invalid(f"The security group {group_id} and the subnets must belong to the same VPC.")


@checks("ecs", "CreateService", "UpdateService")
def refuse_unknown_connect_port(call: Call) -> None:
    task = _task_definition(call)
    if task is None:
        return
    named = {
        port.get("name") for container in task.container_definitions for port in container.get("portMappings") or []
    }
    for service in (call.input.get("serviceConnectConfiguration") or {}).get("services") or []:
        if service["portName"] not in named:
            raise _invalid(
                f"portName({service['portName']}) does not refer to any named PortMapping in the Task Definition."
            )


def _refuse_missing_container(task: Any, entry: dict[str, Any]) -> None:
    name, port = entry.get("containerName"), entry.get("containerPort")
    container = next((c for c in task.container_definitions if c.get("name") == name), None)
    if container is None:
        raise _invalid(f"The container {name} does not exist in the task definition.")
    if not any(mapping.get("containerPort") == port for mapping in container.get("portMappings") or []):
        raise _invalid(f"The container {name} did not have a container port {port} defined.")


def _task_definition(call: Call) -> Any | None:
    """The task definition that the call names, or the one that the service already has."""
    name = call.input.get("taskDefinition")
    if name is None and call.operation == "UpdateService":
        wanted = call.input["service"].rpartition("/")[2]
        name = next((service.task_definition for service in _active_services(call) if service.name == wanted), None)
    if name is None:
        return None
    family, _, revision = name.rpartition("/")[2].partition(":")
    revisions = call.backend().task_definitions.get(family) or {}
    return revisions.get(int(revision) if revision.isdigit() else max(revisions, default=0))


def _active_services(call: Call) -> Iterator[Any]:
    cluster = cluster_of(call)
    for service in call.backend().services.values():
        if cluster and service.cluster_name == cluster.name and service.status == "ACTIVE":
            yield service
