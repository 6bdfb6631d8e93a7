"""EC2: VPCs, their parts, addresses and flow logs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..need import Need
from .inputs import texts, values
from .state import partition
from .table import Context, Table

if TYPE_CHECKING:
    from ...engine.call import Call

# Identifiers tell their type by what they begin with; where the type's name is another, it stands here.
_PREFIXES = {
    "acl": "network-acl",
    "dopt": "dhcp-options",
    "eigw": "egress-only-internet-gateway",
    "eipalloc": "elastic-ip",
    "eni": "network-interface",
    "fl": "vpc-flow-log",
    "i": "instance",
    "igw": "internet-gateway",
    "nat": "natgateway",
    "pl": "prefix-list",
    "rtb": "route-table",
    "sg": "security-group",
    "sgr": "security-group-rule",
    "subnet": "subnet",
    "vpc": "vpc",
    "vpce": "vpc-endpoint",
    "vpce-svc": "vpc-endpoint-service",
}
_MEMBERS = {
    "elastic-ip": ("AllocationId",),
    "natgateway": ("NatGatewayId", "NatGatewayIds"),
    "network-acl": ("NetworkAclId",),
    "security-group": ("GroupId", "GroupIds", "SecurityGroupId", "SecurityGroupIds", "AddSecurityGroupIds"),
    "security-group-rule": ("SecurityGroupRuleIds", "SecurityGroupRules.SecurityGroupRuleId"),
    "subnet": ("SubnetId", "SubnetIds", "AddSubnetIds", "RemoveSubnetIds"),
    "route-table": ("RouteTableId", "RouteTableIds", "AddRouteTableIds", "RemoveRouteTableIds"),
    "vpc-flow-log": ("FlowLogIds",),
}


def _members(kind: str) -> tuple[str, ...]:
    camel = "".join(word.capitalize() for word in kind.split("-"))
    return _MEMBERS.get(kind, (f"{camel}Id", f"{camel}Ids"))


def _named(kind: str) -> Any:
    """Resources of a type, from its members and from lists of identifiers of any type (tags, flow logs)."""

    def find(call: Call) -> list[str]:
        everything = texts(call.input, "Resources", "ResourceIds")
        own = [name for name in everything if _PREFIXES.get(name.rpartition("-")[0]) == kind]
        return [*own, *texts(call.input, *_members(kind)), *_associated(call, kind)]

    return find


def _associated(call: Call, kind: str) -> list[str]:
    """What an association is between: requests name the association only."""
    found: list[str] = []
    backend = call.backend("ec2")
    for association in texts(call.input, "AssociationId"):
        if kind == "route-table" and association.startswith("rtbassoc-"):
            found += [table.id for table in _tables(backend) if association in table.all_associations_ids]
        elif kind == "subnet" and association.startswith("rtbassoc-"):
            found += [
                table._associations[association] for table in _tables(backend) if association in table._associations
            ]
        elif kind == "subnet" and association.startswith("aclassoc-"):
            acls = backend.network_acls.values()
            found += [acl.associations[association].subnet_id for acl in acls if association in acl.associations]
        elif kind == "network-acl" and association.startswith("aclassoc-"):
            found += [acl.id for acl in backend.network_acls.values() if association in acl.associations]
        elif kind == "elastic-ip" and association.startswith("eipassoc-"):
            found += [each.allocation_id for each in backend.addresses if each.association_id == association]
    return [name for name in found if name]


def _tables(backend: Any) -> list[Any]:
    return list(backend.route_tables.values())


EC2 = Table(
    "ec2",
    names={kind: _named(kind) for kind in _PREFIXES.values()},
    names_of=_members,
    keys={
        "ec2:Region": lambda call: [call.region],
        "ec2:Attribute": ("Attribute",),
        "ec2:AvailabilityZone": ("AvailabilityZone",),
        "ec2:VpceServiceName": ("ServiceName",),
        "ec2:VpcID": ("VpcId",),
        "ec2:SubnetID": ("SubnetId",),
        "ec2:AllocationId": ("AllocationId",),
    },
    passes={"CreateFlowLogs": {"DeliverLogsPermissionArn": "vpc-flow-logs.amazonaws.com"}},
    # Asked for where a flow log is one of ECS tasks: ours are of VPCs, subnets and interfaces. The names of zones
    # that a private endpoint brings are made by AWS; the right to associate them is asked for with such an endpoint.
    excused=(
        *("ecs:ListClusters", "ecs:ListContainerInstances", "ecs:ListServices"),
        *("ecs:ListTaskDefinitions", "ecs:ListTasks"),
    ),
)


def _tags_on_creation(call: Call) -> list[Need]:
    """EC2 guide, "Grant permission to tag Amazon EC2 resources during creation": CreateTags on each type that is
    tagged, with ``ec2:CreateAction``."""
    needs = []
    for specification in values(call.input, "TagSpecifications"):
        tags = {str(tag["Key"]): str(tag.get("Value") or "") for tag in specification.get("Tags") or []}
        if not tags:
            continue
        kind = specification["ResourceType"]
        context: Context = {f"aws:RequestTag/{name}": value for name, value in tags.items()}
        context |= {"aws:TagKeys": tuple(tags), "ec2:CreateAction": call.operation, "ec2:Region": call.region}
        needs.append(Need("ec2:CreateTags", EC2.arn(call, kind, None), context))
    return needs


for _operation in (
    *("AllocateAddress", "AuthorizeSecurityGroupEgress", "AuthorizeSecurityGroupIngress", "CreateDhcpOptions"),
    *("CreateEgressOnlyInternetGateway", "CreateFlowLogs", "CreateInternetGateway", "CreateManagedPrefixList"),
    *("CreateNatGateway", "CreateNetworkAcl", "CreateNetworkInterface", "CreateRouteTable", "CreateSecurityGroup"),
    *("CreateSubnet", "CreateVpc", "CreateVpcEndpoint", "CreateVpcPeeringConnection"),
):
    EC2.adds(_operation)(_tags_on_creation)


@EC2.adds("CreateVpcEndpoint")
def endpoint_surroundings(call: Call) -> list[Need]:
    """The reference's dependents; those of a private endpoint are asked for with one."""
    needs = [Need("ec2:DescribeVpcs", "*", {"ec2:Region": call.region})]
    if call.input.get("VpcEndpointType") in ("Interface", "GatewayLoadBalancer"):
        needs += [Need(f"ec2:{name}", "*", {"ec2:Region": call.region}) for name in _OF_INTERFACES]
    if call.input.get("PrivateDnsEnabled"):
        zones = f"arn:{partition(call)}:route53:::hostedzone/*"
        needs.append(Need("route53:AssociateVPCWithHostedZone", zones))
    return needs


_OF_INTERFACES = ("DescribeSubnets", "DescribeSecurityGroups")
