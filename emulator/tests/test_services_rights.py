"""What AWS's services do with the roles that they are handed, and how it shows when a role may not."""

from __future__ import annotations

import json
import unittest
from typing import Any

import boto3
from botocore.exceptions import ClientError
from control import control
from needs_support import call_of
from support import ACCOUNT, EmulatorTest, client, port

from holdfast_emulator.authorization.needs.linked_roles import linked_role_needs, make_role

IMAGE = f"{ACCOUNT}.dkr.ecr.us-east-1.amazonaws.com/shop:1"
# AWS's own policy AmazonECSTaskExecutionRolePolicy.
EXECUTION = (
    *(
        "ecr:GetAuthorizationToken",
        "ecr:BatchCheckLayerAvailability",
        "ecr:GetDownloadUrlForLayer",
        "ecr:BatchGetImage",
    ),
    *("logs:CreateLogStream", "logs:PutLogEvents"),
)
SECRETS = ("secretsmanager:GetSecretValue", "kms:Decrypt")


class ExecutionRole(EmulatorTest):
    """Oracle: ECS guide, "Amazon ECS task execution IAM role", and "Stopped tasks error messages"."""

    def setUp(self) -> None:
        self.ecs, self.cluster = client("ecs"), self.name("cluster")
        self.ecs.create_cluster(clusterName=self.cluster)
        key = client("kms").create_key()["KeyMetadata"]["Arn"]
        secret = client("secretsmanager").create_secret(Name=self.name("secret"), SecretString="x", KmsKeyId=key)["ARN"]
        self.task = {
            "name": "web",
            "image": IMAGE,
            "memory": 64,
            "secrets": [{"name": "S", "valueFrom": f"{secret}:password::"}],
            "logConfiguration": {
                "logDriver": "awslogs",
                "options": {"awslogs-group": "g", "awslogs-region": "us-east-1", "awslogs-stream-prefix": "web"},
            },
        }

    def started(self, role: str, **more: Any) -> dict[str, Any]:
        family = self.name("family")
        self.ecs.register_task_definition(
            family=family, networkMode="awsvpc", containerDefinitions=[self.task], executionRoleArn=role
        )
        network = {"awsvpcConfiguration": {"subnets": self.network().subnets}}
        self.service = self.name("service")
        self.ecs.create_service(
            cluster=self.cluster,
            serviceName=self.service,
            taskDefinition=family,
            desiredCount=2,
            networkConfiguration=network,
            **more,
        )
        return self.described()

    def described(self) -> dict[str, Any]:
        return self.ecs.describe_services(cluster=self.cluster, services=[self.service])["services"][0]

    def test_with_all_rights_the_tasks_run(self) -> None:
        told = self.started(self.role("ecs-tasks.amazonaws.com", *EXECUTION, *SECRETS))
        self.assertEqual((told["runningCount"], told["deployments"][0]["rolloutState"]), (2, "COMPLETED"))

    def test_each_right_that_is_missing_keeps_them_from_starting(self) -> None:
        everything = (*EXECUTION, *SECRETS)
        for missing, words in (
            ("secretsmanager:GetSecretValue", "unable to pull secrets or registry auth"),
            ("kms:Decrypt", "unable to pull secrets or registry auth"),
            ("ecr:GetAuthorizationToken", "CannotPullContainerError"),
            ("ecr:BatchGetImage", "CannotPullContainerError"),
            ("logs:CreateLogStream", "failed to create Cloudwatch log stream"),
        ):
            with self.subTest(missing=missing):
                role = self.role("ecs-tasks.amazonaws.com", *(one for one in everything if one != missing))
                told = self.started(role)
                self.assertEqual((told["runningCount"], told["deployments"][0]["rolloutState"]), (0, "IN_PROGRESS"))
                texts = "\n".join(event["message"] for event in told["events"])
                self.assertIn(words, texts)
                self.assertIn(f"not authorized to perform: {missing}", texts)

    def test_a_role_that_tasks_may_not_take(self) -> None:
        told = self.started(self.role("ec2.amazonaws.com", *EXECUTION, *SECRETS))
        self.assertEqual(told["runningCount"], 0)
        self.assertIn("unable to assume the role", told["events"][1]["message"])

    def test_it_is_tried_again(self) -> None:
        role = self.role("ecs-tasks.amazonaws.com", *EXECUTION)
        self.assertEqual(self.started(role)["runningCount"], 0)
        self.allow(role, *EXECUTION, *SECRETS)
        self.assertEqual(self.described()["runningCount"], 2)

    def test_the_circuit_breaker_gives_up(self) -> None:
        breaker = {"deploymentCircuitBreaker": {"enable": True, "rollback": True}}
        self.started(self.role("ecs-tasks.amazonaws.com", *EXECUTION), deploymentConfiguration=breaker)
        self.described()
        told = self.described()["deployments"][0]
        self.assertEqual(told["rolloutState"], "FAILED")
        self.assertEqual(told["rolloutStateReason"], "ECS deployment circuit breaker: tasks failed to start.")


class OtherRoles(EmulatorTest):
    def test_replication(self) -> None:
        """Oracle: S3 guide, "Setting up permissions for live replication"; the status is that of HeadObject."""
        rights = (
            *("s3:GetReplicationConfiguration", "s3:ListBucket", "s3:GetObjectVersionForReplication"),
            *("s3:GetObjectVersionAcl", "s3:GetObjectVersionTagging", "s3:ReplicateObject", "s3:ReplicateTags"),
        )
        s3, names = client("s3"), [self.name("bucket"), self.name("bucket")]
        for name in names:
            s3.create_bucket(Bucket=name)
            s3.put_bucket_versioning(Bucket=name, VersioningConfiguration={"Status": "Enabled"})
        role = self.role("s3.amazonaws.com", *rights)
        rule = {
            "ID": "all",
            "Priority": 1,
            "Status": "Enabled",
            "Filter": {"Prefix": ""},
            "DeleteMarkerReplication": {"Status": "Disabled"},
            "Destination": {"Bucket": f"arn:aws:s3:::{names[1]}"},
        }
        s3.put_bucket_replication(Bucket=names[0], ReplicationConfiguration={"Role": role, "Rules": [rule]})
        for given, status in ((rights[:-2], "FAILED"), (rights, "COMPLETED")):
            self.allow(role, *given)
            s3.put_object(Bucket=names[0], Key="k", Body=b"x")
            self.assertEqual(s3.head_object(Bucket=names[0], Key="k")["ReplicationStatus"], status)

    def test_a_trust_that_names_the_source(self) -> None:
        """Oracle: RDS guide, "Preventing cross-service confused deputy problems": aws:SourceArn is the instance's."""
        for kind, is_taken in (("db", True), ("cluster", False)):
            role = self.role("monitoring.rds.amazonaws.com", "logs:*")
            source = {"ArnLike": {"aws:SourceArn": f"arn:aws:rds:us-east-1:{ACCOUNT}:{kind}:*"}}
            statement = {
                "Effect": "Allow",
                "Action": "sts:AssumeRole",
                "Principal": {"Service": "monitoring.rds.amazonaws.com"},
                "Condition": source,
            }
            document = json.dumps({"Version": "2012-10-17", "Statement": [statement]})
            client("iam").update_assume_role_policy(RoleName=role.rpartition("/")[2], PolicyDocument=document)
            wanted = {
                "DBInstanceIdentifier": self.name("db"),
                "DBInstanceClass": "db.t4g.micro",
                "Engine": "postgres",
                "AllocatedStorage": 20,
                "MasterUsername": "shop",
                "MasterUserPassword": "long-enough-1",
                "MonitoringInterval": 60,
                "MonitoringRoleArn": role,
            }
            if is_taken:
                client("rds").create_db_instance(**wanted)
            else:
                with self.assertRefused("InvalidParameterValue", "ENHANCED_MONITORING"):
                    client("rds").create_db_instance(**wanted)

    def test_flow_logs(self) -> None:
        """Oracle: VPC guide, "IAM role for publishing flow logs to CloudWatch Logs"."""
        ec2, group = client("ec2"), self.name("group")
        client("logs").create_log_group(logGroupName=group)
        role = self.role("vpc-flow-logs.amazonaws.com")
        made = ec2.create_flow_logs(
            ResourceIds=[self.network().vpc],
            ResourceType="VPC",
            TrafficType="ALL",
            LogGroupName=group,
            DeliverLogsPermissionArn=role,
        )
        for given, status in (("logs:CreateLogStream", "FAILED"), ("logs:*", "SUCCESS")):
            self.allow(role, given)
            told = ec2.describe_flow_logs(FlowLogIds=made["FlowLogIds"])["FlowLogs"][0]
            self.assertEqual(told["DeliverLogsStatus"], status)

    def test_log_groups_need_a_key_that_is_for_them(self) -> None:
        """Oracle: Logs guide, "Encrypt log data using AWS KMS", with the condition on ``aws:logs:arn``."""
        name = self.name("group")
        like = {"ArnLike": {"kms:EncryptionContext:aws:logs:arn": f"arn:aws:logs:us-east-1:{ACCOUNT}:log-group:{name}"}}
        logs = {
            "Effect": "Allow",
            "Principal": {"Service": "logs.us-east-1.amazonaws.com"},
            "Action": ["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey*"],
            "Resource": "*",
            "Condition": like,
        }
        root = {
            "Effect": "Allow",
            "Principal": {"AWS": f"arn:aws:iam::{ACCOUNT}:root"},
            "Action": "kms:*",
            "Resource": "*",
        }
        policy = json.dumps({"Version": "2012-10-17", "Statement": [root, logs]})
        key = client("kms").create_key(Policy=policy)["KeyMetadata"]["Arn"]
        with self.assertRefused("AccessDeniedException", "is not allowed to be used"):
            client("logs").create_log_group(logGroupName=f"{name}-other", kmsKeyId=key)
        client("logs").create_log_group(logGroupName=name, kmsKeyId=key)


class Sessions(EmulatorTest):
    """What plays the part of a service has the rights of the role, and needs its trust."""

    def test_a_session_has_the_rights_of_the_role(self) -> None:
        role = self.role("states.amazonaws.com", "rds:DescribeDBInstances")
        wanted = {"role": role, "service": "states.amazonaws.com"}
        keys = control("POST", "service-session", wanted)
        self.assertEqual(keys["status"], 200)
        names = {"aws_access_key_id": "AccessKeyId", "aws_secret_access_key": "SecretAccessKey"}
        given = {name: keys[key] for name, key in {**names, "aws_session_token": "SessionToken"}.items()}
        at = {"region_name": "us-east-1", "endpoint_url": f"http://127.0.0.1:{port()}", **given}
        boto3.client("rds", **at).describe_db_instances()
        with self.assertRefused("AccessDenied", "rds:DescribeDBSnapshots"):
            boto3.client("rds", **at).describe_db_snapshots()

    def test_a_role_that_does_not_trust_the_service(self) -> None:
        wanted = {"role": self.role("ec2.amazonaws.com"), "service": "states.amazonaws.com"}
        answer = control("POST", "service-session", wanted)
        self.assertEqual(answer["status"], 400)
        self.assertIn("unable to assume the role", str(answer))


class LinkedRoles(EmulatorTest):
    """Oracle: the reference's dependent action iam:CreateServiceLinkedRole, and each service's guide, "Using
    service-linked roles"."""

    ROLES = (
        ("ecs", "CreateCluster", "ecs.amazonaws.com", "AWSServiceRoleForECS"),
        ("ecr", "PutReplicationConfiguration", "replication.ecr.amazonaws.com", "AWSServiceRoleForECRReplication"),
        (
            *("backup", "CreateRestoreTestingPlan", "restore-testing.backup.amazonaws.com"),
            "AWSServiceRoleForBackupRestoreTesting",
        ),
    )

    def test_the_first_use_needs_the_right_to_make_the_role(self) -> None:
        for service, operation, principal, name in self.ROLES:
            call = call_of(service, operation)
            self._forget(name)
            found = linked_role_needs(call)
            arn = f"arn:aws:iam::{ACCOUNT}:role/aws-service-role/{principal}/{name}"
            self.assertEqual([(need.action, need.resource) for need in found], [("iam:CreateServiceLinkedRole", arn)])
            self.assertEqual(found[0].context, {"iam:AWSServiceName": principal})
            make_role(call)
            self.assertEqual(linked_role_needs(call), [])

    def test_the_first_use_makes_the_role(self) -> None:
        self._forget("AWSServiceRoleForECS")
        client("ecs").create_cluster(clusterName=self.name("cluster"))
        role = client("iam").get_role(RoleName="AWSServiceRoleForECS")["Role"]
        self.assertEqual(role["Path"], "/aws-service-role/ecs.amazonaws.com/")

    def test_who_makes_the_role_by_hand_gets_the_one_that_the_service_uses(self) -> None:
        name = "AWSServiceRoleForApplicationAutoScaling_ECSService"
        service = "ecs.application-autoscaling.amazonaws.com"
        self._forget(name)
        register = call_of("application-autoscaling", "RegisterScalableTarget", {"ServiceNamespace": "ecs"})
        self.assertNotEqual(linked_role_needs(register), [])
        role = client("iam").create_service_linked_role(AWSServiceName=service)["Role"]
        self.assertEqual(role["RoleName"], name)
        self.assertEqual(role["Arn"], f"arn:aws:iam::{ACCOUNT}:role/aws-service-role/{service}/{name}")
        self.assertEqual(linked_role_needs(register), [])
        with self.assertRaisesRegex(ClientError, "has been taken in this account"):
            client("iam").create_service_linked_role(AWSServiceName=service)

    def _forget(self, name: str) -> None:
        roles = call_of("iam", "ListRoles").backend("iam").roles
        for key in [key for key, role in roles.items() if role.name == name]:
            del roles[key]


if __name__ == "__main__":
    unittest.main()
