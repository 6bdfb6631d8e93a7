"""What the tests share: one emulator in this process, boto3 clients for it, and a network to put things into."""

from __future__ import annotations

import http.client
import itertools
import json
import threading
import unittest
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any

from holdfast_emulator.environment import configure_moto

configure_moto(0)

import boto3  # noqa: E402
from botocore.config import Config  # noqa: E402
from botocore.exceptions import ClientError  # noqa: E402

from holdfast_emulator.application import create_emulator  # noqa: E402
from holdfast_emulator.server import Server, listen  # noqa: E402

ACCOUNT = "123456789012"
TERRAFORM = "APN/1.0 HashiCorp/1.0 Terraform/1.11.4"

_numbers = itertools.count(1)


@cache
def port() -> int:
    """The port of an emulator that serves until the tests end; they share it, so each makes names of its own."""
    server = Server(listen("127.0.0.1", 0), create_emulator(answer_checks=True))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    for name in WAITS:
        set_wait(server.server_port, name, 0)
    return server.server_port


# What AWS takes its time over is done at once in the tests, but for those that are about it.
WAITS = ("cache-changes", "database-changes", "service-draining", "tag-memory")


def set_wait(port: int, name: str, seconds: float) -> None:
    """How long the emulator takes over something; emulator/README.md names what."""
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=10)) as connection:
        connection.request("PUT", f"/_holdfast/{name}", body=json.dumps({"seconds": seconds}))
        assert connection.getresponse().status == 200, name


@cache
def client(service: str, region: str = "us-east-1", *, proxied: bool = False, agent: str | None = None) -> Any:
    """A boto3 client; ``proxied`` reaches the emulator as Terraform does: a made-up host, through an HTTP proxy."""
    address = f"http://127.0.0.1:{port()}"
    return boto3.client(
        service,
        region_name=region,
        endpoint_url="http://aws.test" if proxied else address,
        aws_access_key_id="test",
        aws_secret_access_key="test",
        config=Config(
            retries={"max_attempts": 0},
            read_timeout=20,
            user_agent=agent,
            proxies={"http": address} if proxied else None,
            s3={"addressing_style": "virtual" if proxied else "path"},
        ),
    )


def trust(service: str) -> str:
    """The trust policy of a role that a service of AWS may take."""
    statement = {"Effect": "Allow", "Principal": {"Service": service}, "Action": "sts:AssumeRole"}
    return json.dumps({"Version": "2012-10-17", "Statement": [statement]})


@dataclass(frozen=True)
class Network:
    vpc: str
    subnets: list[str]
    security_group: str


class EmulatorTest(unittest.TestCase):
    """A test that asks the shared emulator."""

    def name(self, prefix: str = "t") -> str:
        """A name that no other test uses."""
        return f"{prefix}-{next(_numbers)}"

    def waits(self, name: str, seconds: float) -> None:
        """Until the test ends, the emulator takes so long over it."""
        set_wait(port(), name, seconds)
        self.addCleanup(set_wait, port(), name, 0)

    @contextmanager
    def assertRefused(self, code: str, text: str = "") -> Iterator[None]:
        """AWS's refusal: this error code, a 4xx status, and ``text`` in the message."""
        with self.assertRaises(ClientError) as caught:
            yield
        response = caught.exception.response
        self.assertEqual(response["Error"]["Code"], code, response["Error"])
        self.assertIn(response["ResponseMetadata"]["HTTPStatusCode"], range(400, 500))
        self.assertIn(text, response["Error"]["Message"])

    def role(self, service: str, *actions: str, name: str | None = None) -> str:
        """The ARN of a role that ``service`` may take and that may do ``actions`` on everything."""
        iam, name = client("iam"), name or self.name("role")
        arn = iam.create_role(RoleName=name, AssumeRolePolicyDocument=trust(service))["Role"]["Arn"]
        if actions:
            self.allow(arn, *actions)
        return arn

    def allow(self, role: str, *actions: str) -> None:
        """Give a role these rights, and take away those that it was given so before."""
        document = {
            "Version": "2012-10-17",
            "Statement": [{"Effect": "Allow", "Action": list(actions), "Resource": "*"}],
        }
        name = role.rpartition("/")[2]
        client("iam").put_role_policy(RoleName=name, PolicyName="rights", PolicyDocument=json.dumps(document))

    def network(self, region: str = "us-east-1", *, zones: str = "ab", internet: bool = True) -> Network:
        """A VPC with one subnet per letter of ``zones`` (the same letter twice puts two into one zone)."""
        ec2 = client("ec2", region)
        vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
        if internet:
            gateway = ec2.create_internet_gateway()["InternetGateway"]["InternetGatewayId"]
            ec2.attach_internet_gateway(InternetGatewayId=gateway, VpcId=vpc)
        subnets = [
            ec2.create_subnet(VpcId=vpc, CidrBlock=f"10.0.{i}.0/24", AvailabilityZone=region + zone)["Subnet"]
            for i, zone in enumerate(zones)
        ]
        group = ec2.create_security_group(GroupName=self.name(), Description="test", VpcId=vpc)["GroupId"]
        return Network(vpc, [subnet["SubnetId"] for subnet in subnets], group)

    def load_balancer(self, network: Network, region: str = "us-east-1", **more: Any) -> str:
        wanted = {"Name": self.name("lb"), "Subnets": network.subnets, **more}
        return client("elbv2", region).create_load_balancer(**wanted)["LoadBalancers"][0]["LoadBalancerArn"]

    def target_group(self, network: Network, **more: Any) -> str:
        wanted = {"Name": self.name("tg"), "Protocol": "HTTP", "Port": 80, "VpcId": network.vpc, "TargetType": "ip"}
        return client("elbv2").create_target_group(**{**wanted, **more})["TargetGroups"][0]["TargetGroupArn"]

    def listener(self, balancer: str, *, group: str | None = None, region: str = "us-east-1", **more: Any) -> str:
        action: dict[str, Any] = {"Type": "fixed-response", "FixedResponseConfig": {"StatusCode": "404"}}
        if group:
            action = {"Type": "forward", "TargetGroupArn": group}
        wanted = {"LoadBalancerArn": balancer, "Protocol": "HTTP", "Port": 80, "DefaultActions": [action], **more}
        return client("elbv2", region).create_listener(**wanted)["Listeners"][0]["ListenerArn"]
