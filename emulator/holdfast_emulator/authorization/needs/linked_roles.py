"""Roles that AWS's services make for themselves when they are used for the first time in an account.

IAM guide, "AWS services that work with IAM": the column "Service-linked roles" leads to each service's page, which
names the role, the service and what makes it. The one whose request makes the role needs iam:CreateServiceLinkedRole.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..need import Need
from .state import partition

if TYPE_CHECKING:
    from ...engine.call import Call


@dataclass(frozen=True)
class LinkedRole:
    service: str
    name: str


ECS = LinkedRole("ecs.amazonaws.com", "AWSServiceRoleForECS")
ECR_REPLICATION = LinkedRole("replication.ecr.amazonaws.com", "AWSServiceRoleForECRReplication")
ELASTICACHE = LinkedRole("elasticache.amazonaws.com", "AWSServiceRoleForElastiCache")
ELB = LinkedRole("elasticloadbalancing.amazonaws.com", "AWSServiceRoleForElasticLoadBalancing")
INSPECTOR = LinkedRole("inspector2.amazonaws.com", "AWSServiceRoleForAmazonInspector2")
KMS_REPLICAS = LinkedRole("mrk.kms.amazonaws.com", "AWSServiceRoleForKeyManagementServiceMultiRegionKeys")
RDS = LinkedRole("rds.amazonaws.com", "AWSServiceRoleForRDS")
RESTORE_TESTS = LinkedRole("restore-testing.backup.amazonaws.com", "AWSServiceRoleForBackupRestoreTesting")
BACKUP = LinkedRole("backup.amazonaws.com", "AWSServiceRoleForBackup")
COGNITO_MAIL = LinkedRole("email.cognito-idp.amazonaws.com", "AWSServiceRoleForAmazonCognitoIdpEmailService")
SCALING = LinkedRole("ecs.application-autoscaling.amazonaws.com", "AWSServiceRoleForApplicationAutoScaling_ECSService")
WAF_LOGS = LinkedRole("wafv2.amazonaws.com", "AWSServiceRoleForWAFV2Logging")


def _always(call: Call) -> bool:
    del call
    return True


MAKES: dict[tuple[str, str], tuple[LinkedRole, Callable[[Call], bool]]] = {
    ("ecs", "CreateCluster"): (ECS, _always),
    ("ecs", "CreateService"): (ECS, _always),
    ("elasticache", "CreateReplicationGroup"): (ELASTICACHE, _always),
    ("elasticache", "CreateCacheCluster"): (ELASTICACHE, _always),
    ("elasticache", "CreateServerlessCache"): (ELASTICACHE, _always),
    ("elbv2", "CreateLoadBalancer"): (ELB, _always),
    ("rds", "CreateDBInstance"): (RDS, _always),
    ("rds", "CreateDBInstanceReadReplica"): (RDS, _always),
    ("rds", "RestoreDBInstanceFromDBSnapshot"): (RDS, _always),
    ("rds", "RestoreDBInstanceToPointInTime"): (RDS, _always),
    ("rds", "CreateDBProxy"): (RDS, _always),
    ("ecr", "PutReplicationConfiguration"): (ECR_REPLICATION, _always),
    ("ecr", "PutRegistryScanningConfiguration"): (INSPECTOR, lambda call: call.input.get("scanType") == "ENHANCED"),
    ("application-autoscaling", "RegisterScalableTarget"): (
        SCALING,
        lambda call: call.input.get("ServiceNamespace") == "ecs" and not call.input.get("RoleARN"),
    ),
    ("backup", "CreateBackupPlan"): (BACKUP, _always),
    ("backup", "CreateRestoreTestingPlan"): (RESTORE_TESTS, _always),
    ("wafv2", "PutLoggingConfiguration"): (WAF_LOGS, _always),
    ("kms", "CreateKey"): (KMS_REPLICAS, lambda call: bool(call.input.get("MultiRegion"))),
    ("kms", "ReplicateKey"): (KMS_REPLICAS, _always),
    **{
        ("cognito-idp", operation): (
            COGNITO_MAIL,
            lambda call: (call.input.get("EmailConfiguration") or {}).get("EmailSendingAccount") == "DEVELOPER",
        )
        for operation in ("CreateUserPool", "UpdateUserPool")
    },
}
"""By service and operation: the role that the first use makes, and whether this request is such a use."""

KNOWN: dict[str, LinkedRole] = {role.service: role for role, _ in MAKES.values()}
"""By the service that the role is for."""


def linked_role_needs(call: Call) -> list[Need]:
    """The right to make the role, when the request makes it and the account does not have it yet."""
    role = missing_role(call)
    if role is None:
        return []
    arn = f"arn:{partition(call)}:iam::{call.account}:role/aws-service-role/{role.service}/{role.name}"
    return [Need("iam:CreateServiceLinkedRole", arn, {"iam:AWSServiceName": role.service})]


def missing_role(call: Call) -> LinkedRole | None:
    """The role that the request makes because the account does not have it yet."""
    role, applies = MAKES.get((call.service, call.operation), (None, _always))
    if role is None or not applies(call):
        return None
    path = f"/aws-service-role/{role.service}/"
    roles = call.backend("iam").roles.values()
    return None if any(each.path == path and each.name == role.name for each in roles) else role


def make_role(call: Call) -> None:
    """What the service does with that right: the role is there from now on."""
    role = missing_role(call)
    if role is None:
        return
    call.backend("iam").create_role(
        role_name=role.name,
        assume_role_policy_document=(
            '{"Version":"2012-10-17","Statement":[{"Action":"sts:AssumeRole","Effect":"Allow","Principal":{"Service":"'
            f'{role.service}"}}}}]}}'
        ),
        path=f"/aws-service-role/{role.service}/",
        permissions_boundary=None,
        description=None,
        tags=[],
        max_session_duration="3600",
        linked_service=role.service,
    )
