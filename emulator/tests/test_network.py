"""VPC: subnets that fit, flow logs to folders, interface endpoints."""

from __future__ import annotations

from typing import Any

from support import EmulatorTest, client


class Subnets(EmulatorTest):
    def test_subnet_outside_the_vpc_is_refused(self) -> None:
        with self.assertRefused("InvalidSubnet.Range"):
            client("ec2").create_subnet(VpcId=self.network().vpc, CidrBlock="10.1.0.0/24")

    def test_overlapping_subnet_is_refused(self) -> None:
        with self.assertRefused("InvalidSubnet.Conflict"):
            client("ec2").create_subnet(VpcId=self.network().vpc, CidrBlock="10.0.0.0/25")


class SecurityGroupRules(EmulatorTest):
    def test_description_of_a_rule_with_a_group_is_told(self) -> None:
        ec2 = client("ec2")
        group = ec2.create_security_group(GroupName=self.name("group"), Description="x", VpcId=self.network().vpc)[
            "GroupId"
        ]
        pair = {"GroupId": group, "Description": "Requests from itself"}
        rule = ec2.authorize_security_group_ingress(
            GroupId=group,
            IpPermissions=[{"IpProtocol": "tcp", "FromPort": 80, "ToPort": 80, "UserIdGroupPairs": [pair]}],
        )["SecurityGroupRules"][0]
        told = ec2.describe_security_group_rules(SecurityGroupRuleIds=[rule["SecurityGroupRuleId"]])
        self.assertEqual(told["SecurityGroupRules"][0]["Description"], "Requests from itself")

    def test_rule_is_not_changed_into_one_that_is_there(self) -> None:
        ec2 = client("ec2")
        group = ec2.create_security_group(GroupName=self.name("group"), Description="x", VpcId=self.network().vpc)[
            "GroupId"
        ]
        https = {"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443}
        ranges = [{"CidrIp": block} for block in ("10.0.0.0/8", "192.0.2.0/24")]
        first, _second = ec2.authorize_security_group_ingress(
            GroupId=group, IpPermissions=[{**https, "IpRanges": ranges}]
        )["SecurityGroupRules"]

        def change(block: str) -> None:
            wanted = {**https, "CidrIpv4": block}
            changes = [{"SecurityGroupRuleId": first["SecurityGroupRuleId"], "SecurityGroupRule": wanted}]
            ec2.modify_security_group_rules(GroupId=group, SecurityGroupRules=changes)

        with self.assertRefused("InvalidPermission.Duplicate"):
            change("192.0.2.0/24")
        change("10.0.0.0/8")
        change("198.51.100.0/24")


class GatewayEndpoints(EmulatorTest):
    def test_table_that_is_added_later_has_a_route_and_goes_with_the_endpoint(self) -> None:
        ec2, vpc = client("ec2"), self.network().vpc
        first, second = (ec2.create_route_table(VpcId=vpc)["RouteTable"]["RouteTableId"] for _ in range(2))
        service = "com.amazonaws.us-east-1.s3"
        endpoint = ec2.create_vpc_endpoint(
            VpcId=vpc, ServiceName=service, VpcEndpointType="Gateway", RouteTableIds=[first]
        )
        endpoint_id = endpoint["VpcEndpoint"]["VpcEndpointId"]
        ec2.modify_vpc_endpoint(VpcEndpointId=endpoint_id, AddRouteTableIds=[second], RemoveRouteTableIds=[first])
        tables = ec2.describe_route_tables(RouteTableIds=[first, second])["RouteTables"]
        routes = {table["RouteTableId"]: [route.get("GatewayId") for route in table["Routes"]] for table in tables}
        self.assertIn(endpoint_id, routes[second])
        self.assertNotIn(endpoint_id, routes[first])
        self.assertEqual(ec2.delete_vpc_endpoints(VpcEndpointIds=[endpoint_id])["Unsuccessful"], [])


class NatGateways(EmulatorTest):
    def create(self, *, internet: bool) -> str:
        subnet = self.network(internet=internet).subnets[0]
        address = client("ec2").allocate_address(Domain="vpc")["AllocationId"]
        return client("ec2").create_nat_gateway(SubnetId=subnet, AllocationId=address)["NatGateway"]["NatGatewayId"]

    def test_without_internet_gateway_is_refused(self) -> None:
        with self.assertRefused("Gateway.NotAttached"):
            self.create(internet=False)

    def test_with_internet_gateway(self) -> None:
        self.assertTrue(self.create(internet=True))


class FlowLogs(EmulatorTest):
    def setUp(self) -> None:
        self.vpc = self.network().vpc
        self.bucket = self.name("flow")
        client("s3").create_bucket(Bucket=self.bucket)

    def create(self, destination: str, **more: Any) -> str:
        output = client("ec2").create_flow_logs(
            ResourceIds=[self.vpc],
            ResourceType="VPC",
            TrafficType="ALL",
            LogDestinationType="s3",
            LogDestination=destination,
            **more,
        )
        self.assertEqual(output["Unsuccessful"], [])
        return output["FlowLogIds"][0]

    def described(self, flow_log: str) -> dict[str, Any]:
        return client("ec2").describe_flow_logs(FlowLogIds=[flow_log])["FlowLogs"][0]

    def test_folder_comes_back(self) -> None:
        destination = f"arn:aws:s3:::{self.bucket}/vpc/"
        self.assertEqual(self.described(self.create(destination))["LogDestination"], destination)

    def test_options_come_back(self) -> None:
        options = {"FileFormat": "parquet", "HiveCompatiblePartitions": True, "PerHourPartition": True}
        flow_log = self.create(f"arn:aws:s3:::{self.bucket}", DestinationOptions=options)
        self.assertEqual(self.described(flow_log)["DestinationOptions"], options)

    def test_two_folders_of_one_bucket(self) -> None:
        self.create(f"arn:aws:s3:::{self.bucket}/a/")
        self.assertTrue(self.create(f"arn:aws:s3:::{self.bucket}/b/"))

    def test_same_destination_twice_is_refused(self) -> None:
        self.create(f"arn:aws:s3:::{self.bucket}/a/")
        with self.assertRefused("FlowLogAlreadyExists"):
            self.create(f"arn:aws:s3:::{self.bucket}/a/")


class InterfaceEndpoints(EmulatorTest):
    def create(self, vpc: str, subnets: list[str], **more: Any) -> None:
        wanted = {"ServiceName": "com.amazonaws.us-east-1.ssm", "PrivateDnsEnabled": True, **more}
        client("ec2").create_vpc_endpoint(VpcId=vpc, VpcEndpointType="Interface", SubnetIds=subnets, **wanted)

    def with_names(self, vpc: str) -> None:
        client("ec2").modify_vpc_attribute(VpcId=vpc, EnableDnsHostnames={"Value": True})

    def test_private_names_need_dns_host_names(self) -> None:
        network = self.network()
        with self.assertRefused("InvalidParameter", "enableDnsHostnames"):
            self.create(network.vpc, network.subnets)

    def test_private_names_of_a_service_only_once(self) -> None:
        network = self.network()
        self.with_names(network.vpc)
        self.create(network.vpc, network.subnets)
        with self.assertRefused("InvalidParameter", "conflicting DNS domain"):
            self.create(network.vpc, network.subnets)

    def test_two_subnets_in_one_zone_are_refused(self) -> None:
        network = self.network(zones="aa")
        self.with_names(network.vpc)
        with self.assertRefused("DuplicateSubnetsInSameZone"):
            self.create(network.vpc, network.subnets)
