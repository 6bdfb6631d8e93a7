"""ECS, ECR, Application Auto Scaling, Cloud Map and Lambda."""

from __future__ import annotations

from collections.abc import Iterable
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


ECS = Table(
    "ecs",
    names={
        "capacity-provider": ("capacityProvider", "resourceArn"),
        "cluster": lambda call: [
            each.rpartition("cluster/")[2] for each in texts(call.input, "cluster", "clusters", "clusterName", "resourceArn")
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
    # ECS guide, "Grant permissions to pass a role": the roles of a task are handed over as its definition is registered.
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


SCALING = Table(
    "application-autoscaling",
    names={
        "ScalableTarget": lambda call: [
            *texts(call.input, "ResourceARN"),
            *_targets(call),
        ]
    },
    keys={
        "application-autoscaling:service-namespace": ("ServiceNamespace",),
        "application-autoscaling:scalable-dimension": ("ScalableDimension",),
    },
    tagged_by="TagResource",
    passes={"RegisterScalableTarget": {"RoleARN": "application-autoscaling.amazonaws.com"}},
)


def _targets(call: Call) -> Iterable[str]:
    """ARNs of scalable targets bear an id; requests name what is scaled. One that is still to be made has none."""
    resource, dimension = call.input.get("ResourceId"), call.input.get("ScalableDimension")
    targets = call.backend("applicationautoscaling").targets.get(dimension, {})
    found = targets.get(resource)
    return [found.arn] if found is not None else []


@SCALING.adds("PutScalingPolicy", "DeleteScalingPolicy")
def alarms_of_target_tracking(call: Call) -> list[Need]:
    """Application Auto Scaling guide, "Permissions required to …": the alarms are made in the name of whoever puts a
    policy that follows a metric."""
    if call.operation == "DeleteScalingPolicy":
        return _alarm_needs(call, ("DescribeAlarms", "DeleteAlarms"))
    names = ("DescribeAlarms", "PutMetricAlarm")
    return _alarm_needs(call, names) if call.input.get("PolicyType") == "TargetTrackingScaling" else []


def _alarm_needs(call: Call, names: Iterable[str]) -> list[Need]:
    start = SCALING.arn(call, "ScalableTarget", "x").split(":application-autoscaling:")[0]
    alarm = f"{start}:cloudwatch:{call.region}:{call.account}:alarm:TargetTracking-{call.input['ResourceId']}-*"
    return [Need(f"cloudwatch:{name}", "*" if name.startswith("Describe") else alarm) for name in names]


@SCALING.adds("RegisterScalableTarget", "PutScalingPolicy")
def scaled_service(call: Call) -> list[Need]:
    """Application Auto Scaling guide, "Identity-based policies": who lets a service be scaled must be able to do so."""
    if call.input.get("ServiceNamespace") != "ecs":
        return []
    start = SCALING.arn(call, "ScalableTarget", "x").split(":application-autoscaling:")[0]
    service = f"{start}:ecs:{call.region}:{call.account}:{call.input['ResourceId']}"
    return [Need(f"ecs:{name}", service) for name in ("DescribeServices", "UpdateService")]


NAMESPACES = Table(
    "servicediscovery",
    names={
        "namespace": ("NamespaceId", "Id", "ResourceARN"),
        "service": ("ServiceId", "Id", "ResourceARN"),
    },
    keys={"servicediscovery:NamespaceName": ("Name",)},
    tagged_by="TagResource",
    made={
        operation: lambda call: [NAMESPACES.arn(call, "namespace", None)]
        for operation in ("CreateHttpNamespace", "CreatePrivateDnsNamespace", "CreatePublicDnsNamespace")
    },
)


def _function(call: Call) -> list[str]:
    return [name.partition("function:")[2] or name for name in texts(call.input, "FunctionName", "Resource")]


LAMBDA = Table(
    "lambda",
    names={
        "function": _function,
        "function alias": lambda call: [
            f"{name}:{alias}" for name in _function(call) for alias in texts(call.input, "Name", "Qualifier")
        ],
        "function version": lambda call: [f"{name}:{one}" for name in _function(call) for one in texts(call.input, "Qualifier")],
        "eventSourceMapping": ("UUID",),
        "layer": ("LayerName",),
        "layerVersion": lambda call: [],
        "code signing config": ("CodeSigningConfigArn",),
    },
    keys={"lambda:Principal": ("Principal",), "lambda:FunctionUrlAuthType": ("FunctionUrlAuthType", "AuthType")},
    actions={"Invoke": "InvokeFunction", "InvokeWithResponseStream": "InvokeFunction"},
    tagged_by="TagResource",
    passes={
        "CreateFunction": {"Role": "lambda.amazonaws.com"},
        "UpdateFunctionConfiguration": {"Role": "lambda.amazonaws.com"},
    },
    # Providers of capacity are none that the emulator makes.
    excused=("lambda:PassCapacityProvider",),
)
