"""Route 53 zones: private ones keep their VPC, query logs need a policy, and Terraform does not wait for nothing."""

from __future__ import annotations

import re
from typing import Any

from ..engine.call import Call
from ..engine.errors import AwsError
from ..engine.registry import amends, checks, replaces
from .policy_documents import allows

# Route 53 is one service for all regions, so what it remembers must not depend on the region of the request.
GLOBAL = "aws-global"

# https://docs.aws.amazon.com/Route53/latest/APIReference/API_CreateQueryLoggingConfig.html
QUERY_LOG_REGION = "us-east-1"
_LOG_GROUP_ARN = re.compile(r"^arn:aws:logs:(?P<region>[^:]+):(?P<account>\d{12}):log-group:(?P<name>[^:]+)(:\*)?$")


@amends("route53", "CreateHostedZone")
def make_private(call: Call, output: dict) -> None:
    """AWS makes a zone private when a VPC is given; moto only when the request also says so."""
    vpc = call.input.get("VPC")
    if not vpc:
        return
    zone = call.backend().zones[output["HostedZone"]["Id"].rpartition("/")[2]]
    zone.private_zone = True
    if not zone.vpcs:
        zone.add_vpc(vpc.get("VPCId"), vpc.get("VPCRegion"))
    output["VPC"] = vpc
    output.pop("DelegationSet", None)
    output["HostedZone"].setdefault("Config", {})["PrivateZone"] = True


@amends(
    "route53",
    "ActivateKeySigningKey",
    "ChangeResourceRecordSets",
    "CreateHostedZone",
    "CreateKeySigningKey",
    "DeactivateKeySigningKey",
    "DeleteHostedZone",
    "DeleteKeySigningKey",
    "DisableHostedZoneDNSSEC",
    "EnableHostedZoneDNSSEC",
)
def spare_the_wait(call: Call, output: dict) -> None:
    """Without a ChangeInfo the AWS provider does not poll for the change, which costs it 15 s at the least.

    Others get theirs: it is a required member of the answer.
    """
    if call.from_terraform:
        output.pop("ChangeInfo", None)


@checks("route53", "CreateQueryLoggingConfig")
def refuse_unusable_log_group(call: Call) -> None:
    """The log group is of us-east-1 and of this account, and its region has a policy that lets Route 53 write."""
    parts = _LOG_GROUP_ARN.match(call.input["CloudWatchLogsLogGroupArn"])
    if parts is None or (parts["region"], parts["account"]) != (QUERY_LOG_REGION, call.account):
        raise AwsError(
            "InvalidInput",
            f"The ARN for the CloudWatch Logs log group is invalid: it must be of {QUERY_LOG_REGION} and this account.",
        )
    zone = find_zone(call, call.input["HostedZoneId"])
    if zone.private_zone:
        raise AwsError("InvalidInput", "Query logging is only possible for public hosted zones.")
    policies = call.backend("logs", QUERY_LOG_REGION).resource_policies.values()
    needed = ("logs:CreateLogStream", "logs:PutLogEvents")
    for action in needed:
        if not any(
            allows(policy.policy_document, action=action, principals=("route53.amazonaws.com",)) for policy in policies
        ):
            raise AwsError(
                "InsufficientCloudWatchLogsResourcePolicy",
                "Amazon Route 53 doesn't have the permissions required to create log streams and put log events in the "
                f"specified log group: no resource policy of {QUERY_LOG_REGION} allows {action} to "
                "route53.amazonaws.com.",
            )


@replaces("route53", "CreateQueryLoggingConfig")
def create_query_logging_config(call: Call) -> dict[str, Any]:
    """moto wants the ARN with ``:*`` at its end; AWS takes both forms and gives back what it got."""
    arn = call.input["CloudWatchLogsLogGroupArn"]
    zone = find_zone(call, call.input["HostedZoneId"])
    wanted = arn if arn.endswith(":*") else f"{arn}:*"
    output = call.moto({"HostedZoneId": zone.resource_id, "CloudWatchLogsLogGroupArn": wanted})
    config = output["QueryLoggingConfig"]
    call.backend().query_logging_configs[config["Id"]].cloud_watch_logs_log_group_arn = arn
    config["CloudWatchLogsLogGroupArn"] = arn
    return output


def find_zone(call: Call, zone_id: str) -> Any:
    """moto's zone of this id, with or without ``/hostedzone/`` before it."""
    zone = call.backend("route53").zones.get(zone_id.rpartition("/")[2])
    if zone is None:
        raise AwsError("NoSuchHostedZone", f"No hosted zone found with ID: {zone_id.rpartition('/')[2]}", 404)
    return zone


def change_info() -> dict[str, Any]:
    """A change that has reached all name servers."""
    from moto.core.utils import utcnow

    return {"Id": "/change/C2682N5HXP0BZ4", "Status": "INSYNC", "SubmittedAt": utcnow()}
