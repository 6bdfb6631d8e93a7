"""Tasks that a service starts: with the execution role they fetch images and secrets, and open their logs. When they
may not, no task starts, and the deployment does not come to rest.

Oracle: ECS guide, "Amazon ECS task execution IAM role", and AWS's own policy AmazonECSTaskExecutionRolePolicy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timezone
from typing import Any

from ..authorization.need import Need
from ..authorization.needs.encryption import through
from ..authorization.needs.secrets import secret_key_needs
from ..authorization.needs.state import key_of_secret, partition
from ..authorization.service_roles import as_service
from ..engine.call import Call
from ..engine.errors import AwsError
from ..engine.registry import amends
from . import ecs  # noqa: F401  (its amendments, which tell the whole service, come before these)

_TASKS = "ecs-tasks.amazonaws.com"
_REGISTRY = re.compile(r"^(?P<account>\d{12})\.dkr\.ecr\.(?P<region>[a-z0-9-]+)\.[a-z.]+/(?P<name>[^:@]+)")
_CIRCUIT_BREAKER = 3
"""After so many failures in a row a deployment is given up: the least threshold in the ECS guide, "Amazon ECS
deployment circuit breaker"."""


def failing(call: Call) -> dict[str, dict[str, Any]]:
    """By ARN, the services whose tasks do not start: ``reason`` and ``attempts``."""
    return call.remembered("failing services", service="ecs")


@amends("ecs", "CreateService", "UpdateService")
def start(call: Call, output: dict) -> None:
    failing(call).pop(output["service"]["serviceArn"], None)
    _start(call, output["service"])


@amends("ecs", "DescribeServices")
def start_again(call: Call, output: dict) -> None:
    """ECS goes on trying; each look at the service finds one more attempt."""
    for service in output.get("services", []):
        if service["serviceArn"] in failing(call):
            _start(call, service)


@amends("ecs", "DescribeClusters")
def count_tasks(call: Call, output: dict) -> None:
    """The tasks of a cluster's services that run; moto counts those alone that RunTask has started."""
    services = call.backend().services.values()
    for cluster in output.get("clusters", []):
        here = [one for one in services if one.cluster_arn == cluster["clusterArn"] and one.status == "ACTIVE"]
        waiting = sum(one.desired_count for one in here if one.arn in failing(call))
        cluster["activeServicesCount"] = len(here)
        cluster["pendingTasksCount"] = waiting
        cluster["runningTasksCount"] += sum(one.desired_count for one in here) - waiting


@amends("ecs", "DeleteService")
def forget(call: Call, output: dict) -> None:
    failing(call).pop(output["service"]["serviceArn"], None)


def _start(call: Call, service: dict[str, Any]) -> None:
    arn = service["serviceArn"]
    reason = _refusal(call, service) if service.get("desiredCount") and service.get("status") == "ACTIVE" else None
    if reason is None:
        failing(call).pop(arn, None)
        return
    attempts = failing(call).get(arn, {"attempts": 0})["attempts"] + 1
    failing(call)[arn] = {"reason": reason, "attempts": attempts}
    _tell(service, reason, attempts)


def _tell(service: dict[str, Any], reason: str, attempts: int) -> None:
    """What ECS tells of a service whose tasks stop as they start."""
    breaker = (service.get("deploymentConfiguration") or {}).get("deploymentCircuitBreaker") or {}
    given_up = bool(breaker.get("enable")) and attempts >= _CIRCUIT_BREAKER
    wanted = int(service["desiredCount"])
    service.update(runningCount=0, pendingCount=0)
    for deployment in service.get("deployments", [])[:1]:
        deployment.update(
            runningCount=0,
            pendingCount=0 if given_up else wanted,
            failedTasks=attempts * wanted,
            rolloutState="FAILED" if given_up else "IN_PROGRESS",
            rolloutStateReason=(
                "ECS deployment circuit breaker: tasks failed to start."
                if given_up
                else f"ECS deployment {deployment.get('id')} in progress."
            ),
        )
    name = service["serviceName"]
    messages = (f"(service {name}) is unable to consistently start tasks successfully.", f"(service {name}) {reason}")
    now = datetime.now(timezone.utc)
    events = [{"id": f"{name}-{attempts}-{i}", "createdAt": now, "message": text} for i, text in enumerate(messages)]
    service["events"] = [*events, *service.get("events", [])]


def _refusal(call: Call, service: dict[str, Any]) -> str | None:
    """Why a task stops, in the words of its ``stoppedReason``; None when it starts."""
    try:
        definition = call.backend("ecs").describe_task_definition(service["taskDefinition"])
    except Exception:  # moto's way to say that there is none
        return None
    role = getattr(definition, "execution_role_arn", None)
    for taken, needs in ((getattr(definition, "task_role_arn", None), []), (role, None)):
        if not taken:
            continue
        try:
            # ECS guide, "Amazon ECS task IAM role": the source is the task, whose ID nobody knows beforehand.
            task = call.arn("ecs", f"task/{service['clusterArn'].rpartition('/')[2]}/{'0' * 32}")
            wanted = list(_needs(call, definition)) if needs is None else needs
            as_service(call, taken, _TASKS, wanted, {"aws:SourceArn": task})
        except AwsError as error:
            return _stopped(call, taken, error.message)
    return None


def _stopped(call: Call, role: str, message: str) -> str:
    action, denial = call.remarks.judgements[-1].need.action, f"AccessDeniedException: {message}"
    if action == "sts:AssumeRole":
        return (
            f"failed to launch a task with (error ECS was unable to assume the role '{role}' that was provided for "
            "this task. Please verify that the role being passed has the proper trust relationship and permissions and "
            "that your IAM user has permissions to pass this role.)."
        )
    if action.startswith("ecr:"):
        return f"CannotPullContainerError: pull image manifest has been retried 1 time(s): {denial}"
    if action.startswith("logs:"):
        return (
            "ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: "
            f"failed to create Cloudwatch log stream: {denial}"
        )
    source = "ssm" if action.startswith("ssm:") else "asm"
    return (
        "ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: "
        f"unable to retrieve secret from {source}: service call has been retried 1 time(s): {denial}"
    )


def _needs(call: Call, definition: Any) -> Iterator[Need]:
    """What the execution role must be able to do for the containers of a task definition."""
    for container in definition.container_definitions:
        yield from _image(container)
        yield from _secrets(call, container)
        yield from _logs(call, container)


def _image(container: dict[str, Any]) -> Iterator[Need]:
    image = _REGISTRY.match(str(container.get("image")))
    if image is None:
        return
    yield Need("ecr:GetAuthorizationToken")
    china = "aws-cn" if image["region"].startswith("cn-") else "aws"
    repository = f"arn:{china}:ecr:{image['region']}:{image['account']}:repository/{image['name']}"
    for name in ("BatchCheckLayerAvailability", "BatchGetImage", "GetDownloadUrlForLayer"):
        yield Need(f"ecr:{name}", repository)


def _secrets(call: Call, container: dict[str, Any]) -> Iterator[Need]:
    named = [secret["valueFrom"] for secret in container.get("secrets") or []]
    options = (container.get("logConfiguration") or {}).get("secretOptions") or []
    named += [secret["valueFrom"] for secret in options]
    credentials = (container.get("repositoryCredentials") or {}).get("credentialsParameter")
    for value in (*named, *([credentials] if credentials else [])):
        if ":secretsmanager:" in value:
            # ARN:key:stage:version; the ARN itself has seven parts.
            arn = ":".join(value.split(":")[:7])
            yield Need("secretsmanager:GetSecretValue", arn)
            yield from secret_key_needs(call, arn, key_of_secret(call, arn), "Decrypt")
        else:
            yield from _parameter(call, value)


def _parameter(call: Call, value: str) -> Iterator[Need]:
    name = value.partition(":parameter")[2] or value
    arn = f"arn:{partition(call)}:ssm:{call.region}:{call.account}:parameter/{name.lstrip('/')}"
    yield Need("ssm:GetParameters", arn)
    stored = call.backend("ssm").get_parameter(name)
    if stored is not None and stored.parameter_type == "SecureString":
        yield from through(call, stored.keyid, "ssm", ("Decrypt",), {"PARAMETER_ARN": arn})


def _logs(call: Call, container: dict[str, Any]) -> Iterator[Need]:
    logging = container.get("logConfiguration") or {}
    options = logging.get("options") or {}
    if logging.get("logDriver") != "awslogs" or not options.get("awslogs-group"):
        return
    region = options.get("awslogs-region") or call.region
    group = f"arn:{partition(call)}:logs:{region}:{call.account}:log-group:{options['awslogs-group']}"
    if str(options.get("awslogs-create-group")).lower() == "true":
        yield Need("logs:CreateLogGroup", group)
    yield Need("logs:CreateLogStream", f"{group}:log-stream:{container['name']}/{container['name']}/task")
    yield Need("logs:PutLogEvents", f"{group}:log-stream:{container['name']}/{container['name']}/task")
