"""What requests ask IAM for: the action, the ARN and the conditions, against what AWS publishes."""

from __future__ import annotations

import unittest
from typing import Any

from needs_support import call_of, needs, pairs
from support import ACCOUNT, EmulatorTest, client, trust

from holdfast_emulator.authorization.needs import needs_of

EAST = f"us-east-1:{ACCOUNT}"
KEY = f"arn:aws:kms:{EAST}:key/11111111-2222-3333-4444-555555555555"
LINKED = "iam:CreateServiceLinkedRole"
TAGS = [{"Key": "team", "Value": "blue"}]
BALANCER = f"arn:aws:elasticloadbalancing:{EAST}:loadbalancer/app/shop/50dc6c495c0c9188"
IP_SET = f"arn:aws:wafv2:{EAST}:regional/ipset/office/0"
LISTENER = f"arn:aws:elasticloadbalancing:{EAST}:listener/app/shop/50dc6c495c0c9188/f2f7dc8efc522ab2"

# Oracles: the Service Authorization Reference names actions, types of resources and the form of their ARNs. What it
# does not tell: S3, "Required permissions for Amazon S3 API operations" (names of actions); WAF, "Actions that require
# additional permissions settings"; Logs, "Encrypt log data using AWS KMS"; RDS, "Identity-based policy examples"
# (default groups); EC2, "Grant permission to tag Amazon EC2 resources during creation"; IAM, "Tagging IAM resources".
EXAMPLES: list[tuple[str, str, dict[str, Any], set[tuple[str, str]]]] = [
    ("s3", "HeadBucket", {"Bucket": "b"}, {("s3:ListBucket", "arn:aws:s3:::b")}),
    ("s3", "ListObjectsV2", {"Bucket": "b"}, {("s3:ListBucket", "arn:aws:s3:::b")}),
    ("s3", "ListObjectVersions", {"Bucket": "b"}, {("s3:ListBucketVersions", "arn:aws:s3:::b")}),
    ("s3", "GetBucketEncryption", {"Bucket": "b"}, {("s3:GetEncryptionConfiguration", "arn:aws:s3:::b")}),
    ("s3", "PutBucketLifecycleConfiguration", {"Bucket": "b"}, {("s3:PutLifecycleConfiguration", "arn:aws:s3:::b")}),
    ("s3", "DeleteBucketLifecycle", {"Bucket": "b"}, {("s3:PutLifecycleConfiguration", "arn:aws:s3:::b")}),
    ("s3", "DeletePublicAccessBlock", {"Bucket": "b"}, {("s3:PutBucketPublicAccessBlock", "arn:aws:s3:::b")}),
    ("s3", "ListBuckets", {}, {("s3:ListAllMyBuckets", "*")}),
    ("s3", "HeadObject", {"Bucket": "b", "Key": "a/k"}, {("s3:GetObject", "arn:aws:s3:::b/a/k")}),
    ("s3", "GetObject", {"Bucket": "b", "Key": "k", "VersionId": "v"}, {("s3:GetObjectVersion", "arn:aws:s3:::b/k")}),
    ("s3", "UploadPart", {"Bucket": "b", "Key": "k"}, {("s3:PutObject", "arn:aws:s3:::b/k")}),
    (
        "s3",
        "DeleteObjects",
        {"Bucket": "b", "Delete": {"Objects": [{"Key": "x"}, {"Key": "y", "VersionId": "1"}]}},
        {("s3:DeleteObject", "arn:aws:s3:::b/x"), ("s3:DeleteObjectVersion", "arn:aws:s3:::b/y")},
    ),
    (
        "s3",
        "CopyObject",
        {"Bucket": "b", "Key": "k", "CopySource": "/from/a%20b?versionId=7"},
        {("s3:GetObjectVersion", "arn:aws:s3:::from/a b"), ("s3:PutObject", "arn:aws:s3:::b/k")},
    ),
    (
        "s3",
        "CreateBucket",
        {"Bucket": "b", "ObjectLockEnabledForBucket": True},
        {
            ("s3:CreateBucket", "arn:aws:s3:::b"),
            ("s3:PutBucketVersioning", "arn:aws:s3:::b"),
            ("s3:PutBucketObjectLockConfiguration", "arn:aws:s3:::b"),
        },
    ),
    (
        "s3control",
        "ListTagsForResource",
        {"ResourceArn": "arn:aws:s3:::b"},
        {("s3:ListTagsForResource", "arn:aws:s3:::b")},
    ),
    (
        "rds",
        "CreateDBInstance",
        {"DBInstanceIdentifier": "shop", "Engine": "postgres", "EngineVersion": "17.5", "DBSubnetGroupName": "inner"},
        {
            ("rds:CreateDBInstance", f"arn:aws:rds:{EAST}:db:shop"),
            ("rds:CreateDBInstance", f"arn:aws:rds:{EAST}:og:default:postgres-17"),
            ("rds:CreateDBInstance", f"arn:aws:rds:{EAST}:pg:default.postgres17"),
            ("rds:CreateDBInstance", f"arn:aws:rds:{EAST}:subgrp:inner"),
        },
    ),
    ("rds", "DescribeDBInstances", {}, {("rds:DescribeDBInstances", f"arn:aws:rds:{EAST}:db:*")}),
    (
        "rds",
        "AddTagsToResource",
        {"ResourceName": f"arn:aws:rds:{EAST}:subgrp:inner", "Tags": TAGS},
        {("rds:AddTagsToResource", f"arn:aws:rds:{EAST}:subgrp:inner")},
    ),
    (
        "rds",
        "DeleteDBInstance",
        {"DBInstanceIdentifier": "shop", "FinalDBSnapshotIdentifier": "last"},
        {
            ("rds:DeleteDBInstance", f"arn:aws:rds:{EAST}:db:shop"),
            ("rds:CreateDBSnapshot", f"arn:aws:rds:{EAST}:db:shop"),
            ("rds:CreateDBSnapshot", f"arn:aws:rds:{EAST}:snapshot:last"),
        },
    ),
    (
        "ec2",
        "CreateSubnet",
        {"VpcId": "vpc-1", "TagSpecifications": [{"ResourceType": "subnet", "Tags": TAGS}]},
        {
            ("ec2:CreateSubnet", f"arn:aws:ec2:{EAST}:vpc/vpc-1"),
            ("ec2:CreateSubnet", f"arn:aws:ec2:{EAST}:subnet/*"),
            ("ec2:CreateTags", f"arn:aws:ec2:{EAST}:subnet/*"),
        },
    ),
    ("ec2", "DescribeVpcs", {"VpcIds": ["vpc-1"]}, {("ec2:DescribeVpcs", "*")}),
    (
        "ec2",
        "CreateTags",
        {"Resources": ["sg-1", "vpc-1"], "Tags": TAGS},
        {
            ("ec2:CreateTags", f"arn:aws:ec2:{EAST}:security-group/sg-1"),
            ("ec2:CreateTags", f"arn:aws:ec2:{EAST}:vpc/vpc-1"),
        },
    ),
    (
        "ecs",
        "UpdateService",
        {"cluster": f"arn:aws:ecs:{EAST}:cluster/shop", "service": "web"},
        {("ecs:UpdateService", f"arn:aws:ecs:{EAST}:service/shop/web")},
    ),
    ("ecs", "DescribeClusters", {}, {("ecs:DescribeClusters", f"arn:aws:ecs:{EAST}:cluster/default")}),
    (
        "logs",
        "CreateLogGroup",
        {"logGroupName": "/ecs/web", "kmsKeyId": KEY, "tags": {"team": "blue"}},
        {
            ("logs:CreateLogGroup", f"arn:aws:logs:{EAST}:log-group:/ecs/web"),
            ("logs:TagResource", f"arn:aws:logs:{EAST}:log-group:/ecs/web"),
            ("logs:AssociateKmsKey", f"arn:aws:logs:{EAST}:log-group:/ecs/web"),
        },
    ),
    (
        "logs",
        "ListTagsForResource",
        {"resourceArn": f"arn:aws:logs:{EAST}:log-group:/ecs/web:*"},
        {("logs:ListTagsForResource", f"arn:aws:logs:{EAST}:log-group:/ecs/web")},
    ),
    (
        "logs",
        "PutLogEvents",
        {"logGroupName": "g", "logStreamName": "s"},
        {("logs:PutLogEvents", f"arn:aws:logs:{EAST}:log-group:g:log-stream:s")},
    ),
    (
        "elbv2",
        "CreateRule",
        {"ListenerArn": LISTENER, "Tags": TAGS},
        {
            ("elasticloadbalancing:CreateRule", LISTENER),
            ("elasticloadbalancing:AddTags", LISTENER.replace("listener", "listener-rule") + "/*"),
        },
    ),
    (
        "wafv2",
        "GetWebACLForResource",
        {"ResourceArn": BALANCER},
        {
            ("wafv2:GetWebACLForResource", BALANCER),
            ("wafv2:GetWebACLForResource", f"arn:aws:wafv2:{EAST}:regional/webacl/*/*"),
            ("wafv2:GetWebACL", f"arn:aws:wafv2:{EAST}:regional/webacl/*/*"),
            ("elasticloadbalancing:GetLoadBalancerWebACL", BALANCER),
        },
    ),
    (
        "wafv2",
        "CreateIPSet",
        {"Name": "office", "Scope": "CLOUDFRONT"},
        {("wafv2:CreateIPSet", f"arn:aws:wafv2:{EAST}:global/ipset/office/*")},
    ),
    (
        "wafv2",
        "CreateWebACL",
        {
            "Name": "shop",
            "Rules": [{"Statement": {"NotStatement": {"Statement": {"IPSetReferenceStatement": {"ARN": IP_SET}}}}}],
        },
        {
            ("wafv2:CreateWebACL", f"arn:aws:wafv2:{EAST}:regional/webacl/shop/*"),
            ("wafv2:CreateWebACL", IP_SET),
        },
    ),
    (
        "iam",
        "CreateRole",
        {"RoleName": "r", "Path": "/team/", "Tags": TAGS},
        {
            ("iam:CreateRole", f"arn:aws:iam::{ACCOUNT}:role/team/r"),
            ("iam:TagRole", f"arn:aws:iam::{ACCOUNT}:role/team/r"),
        },
    ),
    ("sts", "GetCallerIdentity", {}, set()),
    ("cognito-idp", "InitiateAuth", {}, set()),
    (
        "route53",
        "ListTagsForResource",
        {"ResourceType": "healthcheck", "ResourceId": "h"},
        {("route53:ListTagsForResource", "arn:aws:route53:::healthcheck/h")},
    ),
    (
        "route53",
        "GetHostedZone",
        {"Id": "/hostedzone/Z1"},
        {("route53:GetHostedZone", "arn:aws:route53:::hostedzone/Z1")},
    ),
    (
        "cloudwatch",
        "GetDashboard",
        {"DashboardName": "d"},
        {("cloudwatch:GetDashboard", f"arn:aws:cloudwatch::{ACCOUNT}:dashboard/d")},
    ),
    (
        "ssm",
        "GetParametersByPath",
        {"Path": "/holdfast/a/"},
        {("ssm:GetParametersByPath", f"arn:aws:ssm:{EAST}:parameter/holdfast/a")},
    ),
    (
        "lambda",
        "AddPermission",
        {"FunctionName": f"arn:aws:lambda:{EAST}:function:rotate", "Principal": "secretsmanager.amazonaws.com"},
        {("lambda:AddPermission", f"arn:aws:lambda:{EAST}:function:rotate")},
    ),
    ("lambda", "Invoke", {"FunctionName": "f"}, {("lambda:InvokeFunction", f"arn:aws:lambda:{EAST}:function:f")}),
    ("events", "PutRule", {"Name": "r"}, {("events:PutRule", f"arn:aws:events:{EAST}:rule/r")}),
    (
        "stepfunctions",
        "DescribeExecution",
        {"executionArn": f"arn:aws:states:{EAST}:execution:m:e"},
        {("states:DescribeExecution", f"arn:aws:states:{EAST}:execution:m:e")},
    ),
    ("resourcegroupstaggingapi", "GetResources", {}, {("tag:GetResources", "*")}),
    (
        "ecr",
        "BatchGetImage",
        {"repositoryName": "shop/web"},
        {("ecr:BatchGetImage", f"arn:aws:ecr:{EAST}:repository/shop/web")},
    ),
    (
        "kms",
        "ReEncrypt",
        {"SourceKeyId": KEY, "DestinationKeyId": KEY},
        {("kms:ReEncryptFrom", KEY), ("kms:ReEncryptTo", KEY)},
    ),
]


class Requests(unittest.TestCase):
    def test_the_action_and_each_resource(self) -> None:
        for service, operation, input, wanted in EXAMPLES:
            with self.subTest(service=service, operation=operation):
                # Whether the service was used before is up to the other tests.
                found = [need for need in needs(service, operation, input) if need.action != LINKED]
                self.assertEqual(pairs(found), wanted)

    def test_what_nobody_wrote_down_is_no_need(self) -> None:
        for service, operation in (
            ("chatbot", "ListTagsForResource"),
            ("ssm", "DeleteMaintenanceWindow"),
            ("s3", "CreateSession"),
        ):
            with self.subTest(operation=operation):
                self.assertIsNone(needs_of(call_of(service, operation, {"Name": "x", "Bucket": "x"})))

    def test_an_arn_of_another_region_stays_as_it_is(self) -> None:
        arn = f"arn:aws:rds:us-east-1:{ACCOUNT}:db:shop"
        found = needs("rds", "StartDBInstanceAutomatedBackupsReplication", {"SourceDBInstanceArn": arn}, "us-west-2")
        self.assertIn(arn, {need.resource for need in found})

    def test_other_partitions(self) -> None:
        found = needs("s3", "HeadBucket", {"Bucket": "b"}, "cn-north-1")
        self.assertEqual(pairs(found), {("s3:ListBucket", "arn:aws-cn:s3:::b")})


class Conditions(unittest.TestCase):
    """Oracle: the reference's condition keys of each action, and IAM guide, "AWS global condition context keys"."""

    def test_of_the_request(self) -> None:
        boundary = f"arn:aws:iam::{ACCOUNT}:policy/limit"
        examples: list[tuple[str, str, dict[str, Any], str, Any]] = [
            (
                "iam",
                "CreateRole",
                {"RoleName": "r", "PermissionsBoundary": boundary},
                "iam:PermissionsBoundary",
                boundary,
            ),
            ("iam", "AttachRolePolicy", {"RoleName": "r", "PolicyArn": boundary}, "iam:PolicyARN", boundary),
            ("s3", "ListObjectsV2", {"Bucket": "b", "Prefix": "env:/"}, "s3:prefix", "env:/"),
            (
                "ec2",
                "CreateVpc",
                {"TagSpecifications": [{"ResourceType": "vpc", "Tags": TAGS}]},
                "aws:RequestTag/team",
                "blue",
            ),
            ("ecs", "DeleteService", {"cluster": "c", "service": "s"}, "ecs:cluster", f"arn:aws:ecs:{EAST}:cluster/c"),
            ("kms", "Decrypt", {"KeyId": KEY, "EncryptionContext": {"a": "b"}}, "kms:EncryptionContext:a", "b"),
            ("secretsmanager", "CreateSecret", {"Name": "n", "KmsKeyId": KEY}, "secretsmanager:KmsKeyArn", KEY),
            (
                "rds",
                "RemoveTagsFromResource",
                {"ResourceName": f"arn:aws:rds:{EAST}:db:d", "TagKeys": ["a", "b"]},
                "aws:TagKeys",
                ("a", "b"),
            ),
            (
                "route53",
                "ChangeResourceRecordSets",
                {
                    "HostedZoneId": "Z",
                    "ChangeBatch": {
                        "Changes": [{"Action": "UPSERT", "ResourceRecordSet": {"Name": "*.A.test.", "Type": "A"}}]
                    },
                },
                "route53:ChangeResourceRecordSetsNormalizedRecordNames",
                "\\052.a.test",
            ),
        ]
        for service, operation, input, key, value in examples:
            with self.subTest(operation=operation, key=key):
                self.assertEqual(needs(service, operation, input)[0].context.get(key), value)

    def test_tags_on_creation_name_the_creation(self) -> None:
        input = {"TagSpecifications": [{"ResourceType": "vpc", "Tags": TAGS}]}
        tagging = [need for need in needs("ec2", "CreateVpc", input) if need.action == "ec2:CreateTags"]
        self.assertEqual(tagging[0].context["ec2:CreateAction"], "CreateVpc")


class Dependents(unittest.TestCase):
    def test_roles_that_are_handed_over(self) -> None:
        """Oracle: the reference's dependent action iam:PassRole; the services' guides name the principal."""
        role = f"arn:aws:iam::{ACCOUNT}:role/r"
        examples: list[tuple[str, str, dict[str, Any], str]] = [
            ("ecs", "RegisterTaskDefinition", {"family": "f", "taskRoleArn": role}, "ecs-tasks.amazonaws.com"),
            (
                "rds",
                "ModifyDBInstance",
                {"DBInstanceIdentifier": "d", "MonitoringRoleArn": role},
                "monitoring.rds.amazonaws.com",
            ),
            ("rds", "CreateDBProxy", {"DBProxyName": "p", "RoleArn": "r"}, "rds.amazonaws.com"),
            (
                "ec2",
                "CreateFlowLogs",
                {"ResourceIds": ["vpc-1"], "DeliverLogsPermissionArn": role},
                "vpc-flow-logs.amazonaws.com",
            ),
            (
                "s3",
                "PutBucketReplication",
                {"Bucket": "b", "ReplicationConfiguration": {"Role": role}},
                "s3.amazonaws.com",
            ),
            (
                "backup",
                "StartRestoreJob",
                {"RecoveryPointArn": f"arn:aws:rds:{EAST}:snapshot:awsbackup:x", "IamRoleArn": role},
                "backup.amazonaws.com",
            ),
            (
                "backup",
                "CreateRestoreTestingSelection",
                {"RestoreTestingPlanName": "p", "RestoreTestingSelection": {"IamRoleArn": role}},
                "restore-testing.backup.amazonaws.com",
            ),
            ("scheduler", "CreateSchedule", {"Name": "s", "Target": {"RoleArn": role}}, "scheduler.amazonaws.com"),
            ("stepfunctions", "CreateStateMachine", {"name": "m", "roleArn": role}, "states.amazonaws.com"),
            ("events", "PutTargets", {"Rule": "r", "Targets": [{"RoleArn": role}]}, "events.amazonaws.com"),
            (
                "cognito-idp",
                "CreateUserPool",
                {"SmsConfiguration": {"SnsCallerArn": role}},
                "cognito-idp.amazonaws.com",
            ),
            (
                "sns",
                "SetTopicAttributes",
                {
                    "TopicArn": f"arn:aws:sns:{EAST}:t",
                    "AttributeName": "SQSSuccessFeedbackRoleArn",
                    "AttributeValue": role,
                },
                "sns.amazonaws.com",
            ),
        ]
        for service, operation, input, principal in examples:
            with self.subTest(operation=operation):
                passed = [need for need in needs(service, operation, input) if need.action == "iam:PassRole"]
                self.assertEqual(
                    [(need.resource, need.context["iam:PassedToService"]) for need in passed], [(role, principal)]
                )

    def test_logs_of_a_cache(self) -> None:
        """Oracle: ElastiCache guide, "Logging destinations"."""
        wanted = {
            *("CreateLogDelivery", "GetLogDelivery", "UpdateLogDelivery", "DeleteLogDelivery", "ListLogDeliveries"),
            *("PutResourcePolicy", "DescribeResourcePolicies", "DescribeLogGroups"),
        }
        with_logs = {"ReplicationGroupId": "c", "LogDeliveryConfigurations": [{"LogType": "slow-log"}]}
        found = {need.action for need in needs("elasticache", "CreateReplicationGroup", with_logs)}
        self.assertLessEqual({f"logs:{name}" for name in wanted}, found)
        without = {need.action for need in needs("elasticache", "CreateReplicationGroup", {"ReplicationGroupId": "c"})}
        self.assertFalse([action for action in without if action.startswith("logs:")])

    def test_a_key_of_ones_own(self) -> None:
        """Oracle: the reference's dependent actions of rds:CreateDBInstance; KMS guide, "kms:ViaService" and
        "kms:GrantIsForAWSResource"."""
        input = {"DBInstanceIdentifier": "d", "Engine": "postgres", "EngineVersion": "17", "KmsKeyId": KEY}
        kms = {need.action: need for need in needs("rds", "CreateDBInstance", input) if need.action.startswith("kms:")}
        self.assertEqual(set(kms), {"kms:CreateGrant", "kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey"})
        self.assertEqual({need.resource for need in kms.values()}, {KEY})
        self.assertEqual(kms["kms:CreateGrant"].context["kms:ViaService"], "rds.us-east-1.amazonaws.com")
        self.assertEqual(kms["kms:CreateGrant"].context["kms:GrantIsForAWSResource"], "true")

    def test_a_key_of_awss_own_is_not_asked_for(self) -> None:
        found = needs("rds", "ModifyDBInstance", {"DBInstanceIdentifier": "d", "KmsKeyId": "alias/aws/rds"})
        self.assertFalse([need for need in found if need.action.startswith("kms:")])

    def test_sign_in_at_a_load_balancer(self) -> None:
        """Oracle: ELB guide, "Prepare to use Amazon Cognito"."""
        pool = f"arn:aws:cognito-idp:{EAST}:userpool/us-east-1_abc"
        found = needs(
            "elbv2",
            "CreateRule",
            {"ListenerArn": LISTENER, "Actions": [{"AuthenticateCognitoConfig": {"UserPoolArn": pool}}]},
        )
        self.assertIn(("cognito-idp:DescribeUserPoolClient", pool), pairs(found))

    def test_a_password_that_rds_manages(self) -> None:
        """Oracle: RDS guide, "Permissions required for Secrets Manager integration"."""
        input = {
            "DBInstanceIdentifier": "d",
            "Engine": "postgres",
            "EngineVersion": "17",
            "ManageMasterUserPassword": True,
        }
        found = {need.action for need in needs("rds", "CreateDBInstance", input)}
        self.assertLessEqual({"secretsmanager:CreateSecret", "secretsmanager:TagResource"}, found)


class State(EmulatorTest):
    """What a request names by a name that is not in the ARN."""

    def test_secrets_have_a_suffix(self) -> None:
        name = self.name("secret")
        key = client("kms").create_key()["KeyMetadata"]["Arn"]
        arn = client("secretsmanager").create_secret(Name=name, SecretString="x", KmsKeyId=key)["ARN"]
        found = needs("secretsmanager", "GetSecretValue", {"SecretId": name})
        self.assertEqual(pairs(found), {("secretsmanager:GetSecretValue", arn), ("kms:Decrypt", key)})
        decrypt = next(need for need in found if need.action == "kms:Decrypt")
        self.assertEqual(decrypt.context["kms:EncryptionContext:SecretARN"], arn)
        self.assertEqual(decrypt.context["kms:ViaService"], "secretsmanager.us-east-1.amazonaws.com")

    def test_a_secret_that_is_not_there(self) -> None:
        found = needs("secretsmanager", "DescribeSecret", {"SecretId": "shop/none"})
        self.assertEqual(found[0].resource, f"arn:aws:secretsmanager:{EAST}:secret:shop/none-XXXXXX")

    def test_keys_by_alias(self) -> None:
        kms, alias = client("kms"), f"alias/{self.name('alias')}"
        key = kms.create_key(Tags=[{"TagKey": "team", "TagValue": "blue"}])["KeyMetadata"]["Arn"]
        kms.create_alias(AliasName=alias, TargetKeyId=key)
        for operation, input in (
            ("DescribeKey", {"KeyId": alias}),
            ("PutKeyPolicy", {"KeyId": f"arn:aws:kms:{EAST}:{alias}"}),
            ("ScheduleKeyDeletion", {"KeyId": key.rpartition("/")[2]}),
        ):
            with self.subTest(operation=operation):
                found = needs("kms", operation, input)
                self.assertEqual([need.resource for need in found], [key])
                self.assertEqual(found[0].context["kms:ResourceAliases"], (alias,))
                self.assertEqual(found[0].context["aws:ResourceTag/team"], "blue")
        deleted = needs("kms", "DeleteAlias", {"AliasName": alias})
        self.assertEqual(pairs(deleted), {("kms:DeleteAlias", key), ("kms:DeleteAlias", f"arn:aws:kms:{EAST}:{alias}")})

    def test_objects_of_a_bucket_that_a_key_encrypts(self) -> None:
        """Oracle: S3 guide, "Using server-side encryption with AWS KMS keys", and with bucket keys."""
        s3, bucket = client("s3"), self.name("bucket")
        key = client("kms").create_key()["KeyMetadata"]["Arn"]
        s3.create_bucket(Bucket=bucket)
        default = {"SSEAlgorithm": "aws:kms", "KMSMasterKeyID": key}
        for by_bucket, context in ((True, f"arn:aws:s3:::{bucket}"), (False, f"arn:aws:s3:::{bucket}/k")):
            rule = {"ApplyServerSideEncryptionByDefault": default, "BucketKeyEnabled": by_bucket}
            s3.put_bucket_encryption(Bucket=bucket, ServerSideEncryptionConfiguration={"Rules": [rule]})
            found = needs("s3", "PutObject", {"Bucket": bucket, "Key": "k"})
            self.assertEqual(pairs(found), {("s3:PutObject", f"arn:aws:s3:::{bucket}/k"), ("kms:GenerateDataKey", key)})
            self.assertEqual(found[1].context["kms:EncryptionContext:aws:s3:arn"], context)
        s3.put_object(Bucket=bucket, Key="k", Body=b"x")
        read = needs("s3", "GetObject", {"Bucket": bucket, "Key": "k"})
        self.assertIn(("kms:Decrypt", key), pairs(read))

    def test_secure_parameters(self) -> None:
        """Oracle: Systems Manager guide, "How AWS Systems Manager Parameter Store uses AWS KMS"."""
        key, name = (client("kms").create_key()["KeyMetadata"]["Arn"], f"/{self.name('p')}")
        client("ssm").put_parameter(Name=name, Value="x", Type="SecureString", KeyId=key)
        found = needs("ssm", "GetParameter", {"Name": name, "WithDecryption": True})
        arn = f"arn:aws:ssm:{EAST}:parameter{name}"
        self.assertEqual(pairs(found), {("ssm:GetParameter", arn), ("kms:Decrypt", key)})
        self.assertEqual(found[1].context["kms:EncryptionContext:PARAMETER_ARN"], arn)
        written = needs("ssm", "PutParameter", {"Name": name, "Type": "SecureString", "KeyId": key})
        self.assertIn(("kms:Encrypt", key), pairs(written))

    def test_associations_name_what_they_are_between(self) -> None:
        network = self.network()
        ec2 = client("ec2")
        table = ec2.create_route_table(VpcId=network.vpc)["RouteTable"]["RouteTableId"]
        association = ec2.associate_route_table(RouteTableId=table, SubnetId=network.subnets[0])["AssociationId"]
        found = needs("ec2", "DisassociateRouteTable", {"AssociationId": association})
        self.assertIn(f"arn:aws:ec2:{EAST}:route-table/{table}", {need.resource for need in found})
        self.assertIn(f"arn:aws:ec2:{EAST}:subnet/{network.subnets[0]}", {need.resource for need in found})

    def test_tags_of_what_is_there(self) -> None:
        ec2, role = client("ec2"), self.name("role")
        vpc = ec2.create_vpc(
            CidrBlock="10.0.0.0/16",
            TagSpecifications=[{"ResourceType": "vpc", "Tags": [{"Key": "team", "Value": "red"}]}],
        )
        found = needs("ec2", "DeleteVpc", {"VpcId": vpc["Vpc"]["VpcId"]})
        self.assertEqual(found[0].context["aws:ResourceTag/team"], "red")
        client("iam").create_role(RoleName=role, AssumeRolePolicyDocument=trust("ec2.amazonaws.com"), Tags=TAGS)
        self.assertEqual(needs("iam", "DeleteRole", {"RoleName": role})[0].context["aws:ResourceTag/team"], "blue")

    def test_tags_of_each_service_that_knows_them(self) -> None:
        """Oracle: Service Authorization Reference, condition key aws:ResourceTag of these types of resources."""
        name = self.name("tagged")
        document = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}'
        client("ssm").put_parameter(Name=f"/{name}/a", Value="x", Type="String", Tags=TAGS)
        client("ssm").put_parameter(Name=name, Value="x", Type="String", Tags=TAGS)
        space = client("servicediscovery").create_http_namespace(Name=name, Tags=TAGS)["OperationId"]
        space = client("servicediscovery").get_operation(OperationId=space)["Operation"]["Targets"]["NAMESPACE"]
        policy = client("iam").create_policy(PolicyName=name, PolicyDocument=document, Tags=TAGS)["Policy"]["Arn"]
        client("iam").create_user(UserName=name, Tags=TAGS)
        queue = client("sqs").create_queue(QueueName=name, tags={"team": "blue"})["QueueUrl"]
        pool = client("cognito-idp").create_user_pool(PoolName=name, UserPoolTags={"team": "blue"})["UserPool"]["Id"]
        for service, operation, input in (
            ("ssm", "GetParameter", {"Name": f"/{name}/a"}),
            ("ssm", "DeleteParameter", {"Name": name}),
            ("servicediscovery", "DeleteNamespace", {"Id": space}),
            ("iam", "CreatePolicyVersion", {"PolicyArn": policy, "PolicyDocument": document}),
            ("iam", "DeleteUser", {"UserName": name}),
            ("sqs", "DeleteQueue", {"QueueUrl": queue}),
            ("cognito-idp", "DeleteUserPool", {"UserPoolId": pool}),
        ):
            with self.subTest(service=service, operation=operation):
                self.assertEqual(needs(service, operation, input)[0].context.get("aws:ResourceTag/team"), "blue")

    def test_the_boundary_that_a_role_has(self) -> None:
        """Oracle: IAM guide, "iam:PermissionsBoundary": checked against the boundary of who is changed."""
        iam, role = client("iam"), self.name("role")
        document = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}'
        boundary = iam.create_policy(PolicyName=self.name("limit"), PolicyDocument=document)["Policy"]["Arn"]
        iam.create_role(
            RoleName=role, AssumeRolePolicyDocument=trust("ec2.amazonaws.com"), PermissionsBoundary=boundary
        )
        for operation in ("PutRolePolicy", "AttachRolePolicy", "DeleteRolePermissionsBoundary"):
            with self.subTest(operation=operation):
                self.assertEqual(
                    needs("iam", operation, {"RoleName": role})[0].context["iam:PermissionsBoundary"], boundary
                )


if __name__ == "__main__":
    unittest.main()
