"""ECS and ECR."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..need import Need
from .encryption import through
from .inputs import texts
from .table import Table, pass_role

if TYPE_CHECKING:
    from ...engine.call import Call

_ROLES = {"taskRoleArn": "ecs-tasks.amazonaws.com", "executionRoleArn": "ecs-tasks.amazonaws.com"}


def _cluster(call: Call) -> str:
    return str(call.input.get("cluster") or "default").rpartition("/")[2]


def _in_cluster(*members: str) -> Any:
    """Services and tasks: by name within the request's cluster, or by ARN."""

    def find(call: Call) -> list[str]:
        names = texts(call.input, *members)
        return [name if name.startswith("arn:") else f"{_cluster(call)}/{name}" for name in names]

    return find


def _task_definitions(call: Call) -> list[str]:
    if call.operation == "RegisterTaskDefinition":
        return [f"{call.input['family']}:*"]
    names = texts(call.input, "taskDefinition", "taskDefinitions", "resourceArn")
    return [name if ":" in name else f"{name}:*" for name in names]


def _cluster_arn(call: Call) -> list[str]:
    return [ECS.arn(call, "cluster", _cluster(call))]


ECS: Table = Table(
    "ecs",
    names={
        "capacity-provider": ("capacityProvider", "resourceArn"),
        "cluster": lambda call: [
            each.rpartition("cluster/")[2]
            for each in texts(call.input, "cluster", "clusters", "clusterName", "resourceArn")
        ]
        or ["default"],
        "container-instance": _in_cluster("containerInstance", "containerInstances", "resourceArn"),
        "service": _in_cluster("service", "serviceName", "services", "resourceArn"),
        "service-deployment": ("serviceDeploymentArn", "serviceDeploymentArns", "resourceArn"),
        "service-revision": ("serviceRevisionArns",),
        "task": _in_cluster("task", "tasks", "resourceArn"),
        "task-definition": _task_definitions,
        "task-set": ("taskSet", "taskSets", "resourceArn"),
    },
    keys={
        "ecs:cluster": _cluster_arn,
        "ecs:task-definition": ("taskDefinition",),
        "ecs:enable-execute-command": ("enableExecuteCommand",),
        "ecs:enable-ecs-managed-tags": ("enableECSManagedTags",),
        "ecs:propagate-tags": ("propagateTags",),
        "ecs:auto-assign-public-ip": ("networkConfiguration.awsvpcConfiguration.assignPublicIp",),
        "ecs:subnet": ("networkConfiguration.awsvpcConfiguration.subnets",),
        "ecs:capacity-provider": ("capacityProviderStrategy.capacityProvider",),
        "ecs:compute-compatibility": ("requiresCompatibilities",),
        "ecs:task-cpu": ("cpu",),
        "ecs:task-memory": ("memory",),
        "ecs:container-name": ("container",),
        "ecs:service": lambda call: ECS.arns(call, "service"),
    },
    tagged_by="TagResource",
    tagged_at="ecs:CreateAction",
    # ECS guide, "Grant permissions to pass a role": a task's roles are handed over as its definition is registered.
    passes={"RegisterTaskDefinition": _ROLES},
)


@ECS.adds("RunTask", "StartTask")
def roles_of_task(call: Call) -> list[Need]:
    """The reference's dependent iam:PassRole: the roles of the definition, or those that stand in their place."""
    name = str(call.input.get("taskDefinition") or "")
    given = call.input.get("overrides") or {}
    try:
        definition = call.backend("ecs").describe_task_definition(name)
    except Exception:  # an unknown definition is refused afterwards
        definition = None
    roles = (
        given.get("taskRoleArn") or getattr(definition, "task_role_arn", None),
        given.get("executionRoleArn") or getattr(definition, "execution_role_arn", None),
    )
    return [pass_role(call, role, "ecs-tasks.amazonaws.com") for role in roles if role]


@ECS.adds("ExecuteCommand")
def session_key(call: Call) -> list[Need]:
    """ECS guide, "Using ECS Exec": whoever opens a session that a key encrypts needs kms:GenerateDataKey."""
    cluster = call.backend("ecs").clusters.get(_cluster(call))
    settings = getattr(cluster, "configuration", None) or {}
    key = (settings.get("executeCommandConfiguration") or {}).get("kmsKeyId")
    return through(call, key, "ssmmessages", ("GenerateDataKey",)) if key else []


ECR = Table(
    "ecr",
    names={"repository": ("repositoryName", "repositoryNames", "resourceArn")},
    tagged_by="TagResource",
    actions={"GetAccountSetting": "GetAccountSetting"},
)


@ECR.adds("CreateRepository")
def repository_key(call: Call) -> list[Need]:
    """ECR guide, "Encryption at rest", "Required IAM permissions": a repository with a key of one's own."""
    key = (call.input.get("encryptionConfiguration") or {}).get("kmsKey")
    return through(call, key, "ecr", ("CreateGrant", "DescribeKey", "RetireGrant"))


@ECR.adds("DeleteRepository")
def repository_key_given_back(call: Call) -> list[Need]:
    repository = call.backend("ecr").repositories.get(str(call.input.get("repositoryName")))
    key = (getattr(repository, "encryption_configuration", None) or {}).get("kmsKey")
    return through(call, key, "ecr", ("RetireGrant",))


@ECR.adds("PutRegistryScanningConfiguration")
def enhanced_scanning(call: Call) -> list[Need]:
    """ECR guide, "Configuring enhanced scanning", "Required permissions": Amazon Inspector is switched on."""
    if call.input.get("scanType") != "ENHANCED":
        return []
    names = ("Enable", "Disable", "ListFindings", "ListAccountPermissions", "ListCoverage")
    return [Need(f"inspector2:{name}") for name in names]
