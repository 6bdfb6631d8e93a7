"""An emulator with IAM enforced whose needs are few, so that what is tested is the engine: one need per request."""

from __future__ import annotations

import json
import tempfile
import threading
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import boto3
from botocore import UNSIGNED
from botocore.config import Config
from support import ACCOUNT, EmulatorTest

from holdfast_emulator.application import create_emulator
from holdfast_emulator.authorization.need import Need
from holdfast_emulator.engine.call import Call
from holdfast_emulator.server import Server, listen

_FOLDER = tempfile.TemporaryDirectory()
DECISIONS = Path(_FOLDER.name) / "decisions.jsonl"
REQUESTS = Path(_FOLDER.name) / "requests.jsonl"

# What a test has a service do while its request is answered.
in_the_service: list[Callable[[Call], None]] = []


def needs(call: Call) -> list[Need] | None:
    """Whose resource is the one that a test asks about; None for one operation that nobody knows."""
    for run in in_the_service:
        run(call)
    given = call.input
    if call.service == "sts":
        if call.operation != "AssumeRole":
            return []
        return [Need("sts:AssumeRole", given["RoleArn"], {"sts:RoleSessionName": given["RoleSessionName"]})]
    if call.operation == "DescribeTrails":
        return None
    if call.operation == "DescribeKey":
        return [Need("kms:DescribeKey", given["KeyId"])]
    if call.operation == "GetSecretValue":
        return [Need("secretsmanager:GetSecretValue", given["SecretId"])]
    if call.service == "s3" and given.get("Bucket"):
        resource = "/".join(filter(None, [f"arn:aws:s3:::{given['Bucket']}", given.get("Key")]))
        return [Need(f"s3:{call.operation}", resource)]
    return [Need(f"{call.service}:{call.operation}")]


@cache
def port(enforced: bool = True) -> int:
    if enforced:
        emulator = create_emulator(REQUESTS, decisions=DECISIONS, needs=needs)
    else:
        emulator = create_emulator(authorization=False, needs=needs)
    server = Server(listen("127.0.0.1", 0), emulator)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server.server_port


def client(
    service: str,
    keys: dict[str, Any] | None = None,
    *,
    enforced: bool = True,
    signed: bool = True,
    region: str = "us-east-1",
) -> Any:
    """A boto3 client with the keys of a session or a user; an administrator's without."""
    given = keys or {"AccessKeyId": "test", "SecretAccessKey": "test"}
    return boto3.client(
        service,
        region_name=region,
        endpoint_url=f"http://127.0.0.1:{port(enforced)}",
        aws_access_key_id=given["AccessKeyId"],
        aws_secret_access_key=given["SecretAccessKey"],
        aws_session_token=given.get("SessionToken"),
        config=Config(
            retries={"max_attempts": 0},
            s3={"addressing_style": "path"},
            signature_version=None if signed else UNSIGNED,
        ),
    )


def document(*statements: dict[str, Any]) -> str:
    return json.dumps({"Version": "2012-10-17", "Statement": list(statements)})


def allow(action: Any, resource: Any = "*", **more: Any) -> dict[str, Any]:
    return {"Effect": "Allow", "Action": action, "Resource": resource, **more}


def deny(action: Any, resource: Any = "*", **more: Any) -> dict[str, Any]:
    return {**allow(action, resource, **more), "Effect": "Deny"}


def trust(principal: dict[str, Any], action: str = "sts:AssumeRole", **more: Any) -> str:
    return document({"Effect": "Allow", "Principal": principal, "Action": action, **more})


WHOLE_ACCOUNT = trust({"AWS": f"arn:aws:iam::{ACCOUNT}:root"})


class AuthorizationTest(EmulatorTest):
    """A test that asks as somebody."""

    def role(self, *statements: dict[str, Any], trusts: str = WHOLE_ACCOUNT, **more: Any) -> str:
        """The ARN of a new role with these rights."""
        name = self.name("role")
        iam = client("iam")
        arn = iam.create_role(RoleName=name, AssumeRolePolicyDocument=trusts, **more)["Role"]["Arn"]
        if statements:
            iam.put_role_policy(RoleName=name, PolicyName="p", PolicyDocument=document(*statements))
        return arn

    def become(self, role: str, keys: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
        given = {"RoleArn": role, "RoleSessionName": "me", **more}
        return client("sts", keys).assume_role(**given)["Credentials"]

    def as_role(self, service: str, *statements: dict[str, Any]) -> Any:
        """A client of somebody who has these rights alone."""
        return client(service, self.become(self.role(*statements)))
