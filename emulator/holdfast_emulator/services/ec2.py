"""EC2: flow logs to a folder of a bucket, and the checks of AWS on NAT gateways and interface endpoints."""

from __future__ import annotations

from typing import Any

from ..authorization.need import Need
from ..authorization.needs.state import partition
from ..authorization.service_roles import as_service
from ..engine.call import Call
from ..engine.errors import AwsError
from ..engine.registry import amends, checks, replaces


@replaces("ec2", "CreateFlowLogs")
def create_flow_logs(call: Call) -> dict[str, Any]:
    """moto takes everything behind ``arn:aws:s3:::`` for the bucket's name, so it is shown the bucket alone."""
    destination = call.input.get("LogDestination") or ""
    if call.input.get("LogDestinationType") != "s3":
        return call.moto()
    backend = call.backend()
    for flow_log in backend.flow_logs.values():
        if flow_log.resource_id in call.input["ResourceIds"] and flow_log.log_destination == destination:
            raise AwsError(
                "FlowLogAlreadyExists",
                "Error. There is an existing Flow Log with the same configuration and log destination.",
            )
    bucket_arn = destination.partition("/")[0]
    # moto would take two folders of one bucket for the same destination, so it must not see the others meanwhile
    # (the engine runs one request at a time).
    others, backend.flow_logs = backend.flow_logs, {}
    try:
        output = call.moto({**call.input, "LogDestination": bucket_arn})
        for flow_log in backend.flow_logs.values():
            flow_log.log_destination = destination
            call.remembered("destination options")[flow_log.id] = call.input.get("DestinationOptions")
    finally:
        backend.flow_logs = {**others, **backend.flow_logs}
    return output


@amends("ec2", "DescribeFlowLogs")
def tell_destination_options(call: Call, output: dict) -> None:
    for flow_log in output.get("FlowLogs", []):
        options = call.remembered("destination options").get(flow_log["FlowLogId"])
        if options:
            flow_log["DestinationOptions"] = options


@amends("ec2", "DescribeFlowLogs")
def tell_delivery(call: Call, output: dict) -> None:
    """VPC guide, "IAM role for publishing flow logs to CloudWatch Logs", and "DeliverLogsErrorMessage" of the API."""
    for flow_log in output.get("FlowLogs", []):
        role = flow_log.get("DeliverLogsPermissionArn")
        if not role:
            continue
        group = f"arn:{partition(call)}:logs:{call.region}:{call.account}:log-group:{flow_log.get('LogGroupName')}"
        group = (flow_log.get("LogDestination") or group).removesuffix(":*")
        stream = f"{group}:log-stream:{flow_log['FlowLogId']}"
        # The guide's policy also lists groups; delivery works without, as policies for one group show.
        needs = [Need("logs:DescribeLogStreams", f"{group}:log-stream:")]
        needs += [Need(f"logs:{name}", stream) for name in ("CreateLogStream", "PutLogEvents")]
        try:
            source = call.arn("ec2", f"vpc-flow-log/{flow_log['FlowLogId']}")
            as_service(call, role, "vpc-flow-logs.amazonaws.com", needs, {"aws:SourceArn": source})
        except AwsError:
            flow_log.update(DeliverLogsStatus="FAILED", DeliverLogsErrorMessage="Access error")


@amends("ec2", "DescribeSecurityGroupRules", "AuthorizeSecurityGroupIngress", "AuthorizeSecurityGroupEgress")
def tell_rule_descriptions(call: Call, output: dict) -> None:
    """moto tells the description of a rule with an address block only, not of one with a group or a prefix list."""
    authorized = call.remembered("rule descriptions")
    told = output.get("SecurityGroupRules", [])
    if call.operation.startswith("Authorize"):
        for permission in call.input.get("IpPermissions", []):
            for peer in (permission.get("UserIdGroupPairs") or []) + (permission.get("PrefixListIds") or []):
                for rule in told:
                    if _peer_of(rule) == (peer.get("GroupId") or peer.get("PrefixListId")):
                        authorized[rule["SecurityGroupRuleId"]] = peer.get("Description")
    for rule in told:
        description = authorized.get(rule["SecurityGroupRuleId"])
        if description and not rule.get("Description"):
            rule["Description"] = description


def _peer_of(rule: dict) -> str | None:
    return (rule.get("ReferencedGroupInfo") or {}).get("GroupId") or rule.get("PrefixListId")


@checks("ec2", "ModifySecurityGroupRules")
def refuse_rule_that_is_there(call: Call) -> None:
    """As when a rule is added. EC2 API Reference, "Error codes": InvalidPermission.Duplicate; moto changes whatever it is told."""
    group = call.backend().get_security_group_by_name_or_id(call.input["GroupId"])
    if group is None:
        return
    for change in call.input.get("SecurityGroupRules", []):
        wanted, rule = change.get("SecurityGroupRule") or {}, group.get_rule(change["SecurityGroupRuleId"])
        if rule is None:
            continue
        for other in group.egress_rules if rule.is_egress else group.ingress_rules:
            if other.id != rule.id and _content_of(other) == _wanted_content(wanted):
                raise AwsError("InvalidPermission.Duplicate", "The specified rule already exists")


def _content_of(rule: Any) -> tuple:
    peer = rule.cidr_ipv4 or rule.cidr_ipv6 or (rule.source_group or {}).get("GroupId") or rule.prefix_list_id
    return rule.ip_protocol, rule.from_port, rule.to_port, peer


def _wanted_content(rule: dict) -> tuple:
    peers = ("CidrIpv4", "CidrIpv6", "ReferencedGroupId", "PrefixListId")
    peer = next((rule[name] for name in peers if rule.get(name)), None)
    return rule.get("IpProtocol"), rule.get("FromPort"), rule.get("ToPort"), peer


@checks("ec2", "CreateNatGateway")
def refuse_nat_without_internet(call: Call) -> None:
    """In AWS such a gateway fails a moment after its creation; here at once, with the same code."""
    if call.input.get("ConnectivityType", "public") != "public":
        return
    subnet = known_subnets(call).get(call.input["SubnetId"])
    if subnet is not None and subnet.vpc_id not in vpcs_with_internet(call):
        raise AwsError("Gateway.NotAttached", f"Network {subnet.vpc_id} has no Internet gateway attached")


@amends("ec2", "ModifyVpcEndpoint")
def move_gateway_routes(call: Call, output: dict) -> None:
    """A gateway endpoint has a route in each of its tables; moto only notes the tables, and stumbles at the end."""
    backend = call.backend()
    endpoint = backend.vpc_end_points[call.input["VpcEndpointId"]]
    prefix_list = endpoint.destination_prefix_list_id
    for table in call.input.get("AddRouteTableIds") or []:
        backend.create_route(table, None, destination_prefix_list_id=prefix_list, gateway_id=endpoint.id)
    for table in call.input.get("RemoveRouteTableIds") or []:
        backend.delete_route(table, prefix_list)


@checks("ec2", "CreateVpcEndpoint")
def refuse_bad_interface_endpoint(call: Call) -> None:
    """An interface endpoint has one subnet in a zone, and its private names need a VPC with DNS, once per service."""
    if call.input.get("VpcEndpointType") != "Interface":
        return
    backend = call.backend()
    vpc_id, service = call.input["VpcId"], call.input.get("ServiceName")
    known = known_subnets(call)
    zones: set[str] = set()
    for subnet_id in call.input.get("SubnetIds") or []:
        zone = known[subnet_id].availability_zone if subnet_id in known else subnet_id
        if zone in zones:
            raise AwsError(
                "DuplicateSubnetsInSameZone",
                f"Found another VPC endpoint subnet in the availability zone of {subnet_id}. VPC endpoint subnets "
                "should be in different availability zones supported by the VPC endpoint service.",
            )
        zones.add(zone)
    if not call.input.get("PrivateDnsEnabled", True):
        return
    vpc = backend.vpcs.get(vpc_id)
    if vpc is not None and not (_is_on(vpc.enable_dns_support) and _is_on(vpc.enable_dns_hostnames)):
        raise AwsError(
            "InvalidParameter",
            "Enabling private DNS requires both enableDnsSupport and enableDnsHostnames VPC attributes set to true for "
            f"{vpc_id}",
        )
    for endpoint in backend.vpc_end_points.values():
        is_same = (endpoint.vpc_id, endpoint.service_name) == (vpc_id, service) and endpoint.state == "available"
        if is_same and _is_on(endpoint.private_dns_enabled):
            raise AwsError(
                "InvalidParameter",
                f"private-dns-enabled cannot be set because there is already a conflicting DNS domain for {service} in "
                f"the VPC {vpc_id}",
            )


def known_subnets(call: Call) -> dict[str, Any]:
    """moto's subnets of this account and region, by id."""
    by_zone = call.backend("ec2").subnets
    return {subnet_id: subnet for subnets in by_zone.values() for subnet_id, subnet in subnets.items()}


def vpcs_with_internet(call: Call) -> set[str]:
    """The VPCs that have an internet gateway."""
    gateways = call.backend("ec2").internet_gateways.values()
    return {gateway.vpc.id for gateway in gateways if getattr(gateway, "vpc", None)}


def _is_on(value: object) -> bool:
    """moto keeps such attributes as they came: as a boolean or as its text."""
    return str(value).lower() == "true"
