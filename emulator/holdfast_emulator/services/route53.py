"""Route 53: private zones keep their VPC, and Terraform does not wait for what happens at once."""

from __future__ import annotations

from ..engine.call import Call
from ..engine.registry import amends


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


@amends("route53", "CreateHostedZone", "DeleteHostedZone", "ChangeResourceRecordSets")
def spare_the_wait(call: Call, output: dict) -> None:
    """Without a ChangeInfo the AWS provider does not poll for the change, which costs it 15 s at the least.

    Others get theirs: it is a required member of the answer.
    """
    if call.from_terraform:
        output.pop("ChangeInfo", None)
