"""Requests as AWS takes them, of every wire format: what ``test_models.py`` spoils."""

from __future__ import annotations

from typing import Any

ROLE = "arn:aws:iam::123456789012:role/scheduler"
KEY = "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555"
GROUP = "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/0123456789abcdef"
BALANCER = "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/web/0123456789abcdef"
VISIBLE = {"SampledRequestsEnabled": True, "CloudWatchMetricsEnabled": True, "MetricName": "web"}

VALID: list[tuple[str, str, str, dict[str, Any]]] = [
    ("json", "logs", "CreateLogGroup", {"logGroupName": "/app/web", "kmsKeyId": KEY, "tags": {"Name": "web"}}),
    ("json", "logs", "PutRetentionPolicy", {"logGroupName": "/app/web", "retentionInDays": 30}),
    (
        "json",
        "ecs",
        "RegisterTaskDefinition",
        {
            "family": "web",
            "networkMode": "awsvpc",
            "requiresCompatibilities": ["FARGATE"],
            "cpu": "256",
            "memory": "512",
            "containerDefinitions": [
                {
                    "name": "web",
                    "image": "nginx",
                    "essential": True,
                    "portMappings": [{"containerPort": 80, "protocol": "tcp"}],
                    "secrets": [{"name": "PASSWORD", "valueFrom": KEY}],
                    "logConfiguration": {"logDriver": "awslogs", "options": {"awslogs-group": "/app/web"}},
                }
            ],
            "runtimePlatform": {"cpuArchitecture": "ARM64", "operatingSystemFamily": "LINUX"},
        },
    ),
    (
        "json",
        "wafv2",
        "CreateWebACL",
        {
            "Name": "web",
            "Scope": "REGIONAL",
            "DefaultAction": {"Allow": {}},
            "VisibilityConfig": VISIBLE,
            "Tags": [{"Key": "Name", "Value": "web"}],
            "Rules": [
                {
                    "Name": "rate",
                    "Priority": 1,
                    "Statement": {"RateBasedStatement": {"Limit": 100, "AggregateKeyType": "IP"}},
                    "Action": {"Block": {}},
                    "VisibilityConfig": VISIBLE,
                }
            ],
        },
    ),
    (
        "json",
        "ssm",
        "PutParameter",
        {"Name": "/app/name", "Value": "v", "Type": "String", "Tier": "Standard", "Tags": [{"Key": "a", "Value": "b"}]},
    ),
    ("json", "kms", "ScheduleKeyDeletion", {"KeyId": KEY, "PendingWindowInDays": 7}),
    (
        "rest-json",
        "scheduler",
        "CreateSchedule",
        {
            "Name": "nightly",
            "ScheduleExpression": "rate(1 day)",
            "State": "ENABLED",
            "FlexibleTimeWindow": {"Mode": "FLEXIBLE", "MaximumWindowInMinutes": 15},
            "Target": {
                "Arn": "arn:aws:sqs:us-east-1:123456789012:jobs",
                "RoleArn": ROLE,
                "RetryPolicy": {"MaximumRetryAttempts": 3, "MaximumEventAgeInSeconds": 60},
            },
        },
    ),
    (
        "rest-json",
        "backup",
        "CreateBackupPlan",
        {
            "BackupPlan": {
                "BackupPlanName": "nightly",
                "Rules": [
                    {
                        "RuleName": "daily",
                        "TargetBackupVaultName": "vault",
                        "ScheduleExpression": "cron(0 5 * * ? *)",
                        "StartWindowMinutes": 60,
                        "Lifecycle": {"DeleteAfterDays": 35},
                        "CopyActions": [{"DestinationBackupVaultArn": KEY}],
                    }
                ],
            },
            "BackupPlanTags": {"Name": "nightly"},
        },
    ),
    (
        "query",
        "iam",
        "CreateRole",
        {
            "RoleName": "web",
            "Path": "/",
            "AssumeRolePolicyDocument": "{}",
            "Description": "of the web service",
            "MaxSessionDuration": 3600,
            "Tags": [{"Key": "Name", "Value": "web"}],
        },
    ),
    (
        "query",
        "elbv2",
        "CreateListener",
        {
            "LoadBalancerArn": BALANCER,
            "Protocol": "HTTPS",
            "Port": 443,
            "Certificates": [{"CertificateArn": KEY}],
            "Tags": [{"Key": "Name", "Value": "web"}],
            "DefaultActions": [
                {
                    "Type": "forward",
                    "Order": 1,
                    "ForwardConfig": {"TargetGroups": [{"TargetGroupArn": GROUP, "Weight": 1}]},
                },
                {"Type": "fixed-response", "FixedResponseConfig": {"StatusCode": "404", "ContentType": "text/plain"}},
            ],
        },
    ),
    (
        "query",
        "rds",
        "CreateDBInstance",
        {
            "DBInstanceIdentifier": "db",
            "DBInstanceClass": "db.t4g.micro",
            "Engine": "postgres",
            "AllocatedStorage": 20,
            "Tags": [{"Key": "Name", "Value": "db"}],
        },
    ),
    (
        "ec2",
        "ec2",
        "CreateVpcEndpoint",
        {
            "VpcId": "vpc-1",
            "ServiceName": "com.amazonaws.us-east-1.s3",
            "VpcEndpointType": "Gateway",
            "RouteTableIds": ["rtb-1"],
            "TagSpecifications": [{"ResourceType": "vpc-endpoint", "Tags": [{"Key": "Name", "Value": "s3"}]}],
        },
    ),
    (
        "ec2",
        "ec2",
        "AuthorizeSecurityGroupIngress",
        {
            "GroupId": "sg-1",
            "IpPermissions": [
                {"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "IpRanges": [{"CidrIp": "10.0.0.0/8"}]}
            ],
        },
    ),
    (
        "rest-xml",
        "route53",
        "ChangeResourceRecordSets",
        {
            "HostedZoneId": "Z0123456789",
            "ChangeBatch": {
                "Comment": "web",
                "Changes": [
                    {
                        "Action": "UPSERT",
                        "ResourceRecordSet": {
                            "Name": "web.example.org",
                            "Type": "A",
                            "SetIdentifier": "one",
                            "Weight": 1,
                            "TTL": 60,
                            "ResourceRecords": [{"Value": "192.0.2.1"}],
                        },
                    }
                ],
            },
        },
    ),
    (
        "rest-xml",
        "cloudfront",
        "CreateOriginAccessControl",
        {
            "OriginAccessControlConfig": {
                "Name": "site",
                "SigningProtocol": "sigv4",
                "SigningBehavior": "always",
                "OriginAccessControlOriginType": "s3",
            }
        },
    ),
    (
        "s3",
        "s3",
        "PutBucketLifecycleConfiguration",
        {
            "Bucket": "assets",
            "LifecycleConfiguration": {
                "Rules": [
                    {
                        "ID": "old",
                        "Status": "Enabled",
                        "Filter": {"Prefix": ""},
                        "Transitions": [{"Days": 30, "StorageClass": "STANDARD_IA"}],
                        "NoncurrentVersionExpiration": {"NoncurrentDays": 90},
                    }
                ]
            },
        },
    ),
    (
        "s3",
        "s3",
        "PutBucketVersioning",
        {"Bucket": "assets", "VersioningConfiguration": {"Status": "Enabled", "MFADelete": "Disabled"}},
    ),
    (
        "cbor",
        "cloudwatch",
        "PutMetricAlarm",
        {
            "AlarmName": "errors",
            "ComparisonOperator": "GreaterThanThreshold",
            "EvaluationPeriods": 3,
            "MetricName": "Errors",
            "Namespace": "AWS/Lambda",
            "Period": 60,
            "Statistic": "Sum",
            "Dimensions": [{"Name": "FunctionName", "Value": "rotate"}],
            "Tags": [{"Key": "Name", "Value": "errors"}],
        },
    ),
]
