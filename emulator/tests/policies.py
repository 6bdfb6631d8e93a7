"""Short words for policies and principals, for the tables of what is allowed."""

from __future__ import annotations

import json
from typing import Any

from holdfast_emulator.authorization.documents import Document, read_document
from holdfast_emulator.authorization.evaluate import NO_RESOURCE_POLICY, ResourcePolicy, decide, small_keys
from holdfast_emulator.authorization.need import Need
from holdfast_emulator.authorization.principals import Principal

ACCOUNT = "123456789012"
ROLE = f"arn:aws:iam::{ACCOUNT}:role/deploy"
SESSION = f"arn:aws:sts::{ACCOUNT}:assumed-role/deploy/me"
USER = f"arn:aws:iam::{ACCOUNT}:user/ann"
BUCKET = "arn:aws:s3:::states"
OBJECT = f"{BUCKET}/a/b"


def policy(*statements: dict[str, Any], version: str = "2012-10-17") -> Document:
    return read_document(json.dumps({"Version": version, "Statement": list(statements)}))


def allow(action: Any = "*", resource: Any = "*", **more: Any) -> dict[str, Any]:
    return {"Effect": "Allow", "Action": action, "Resource": resource, **more}


def deny(action: Any = "*", resource: Any = "*", **more: Any) -> dict[str, Any]:
    return {**allow(action, resource, **more), "Effect": "Deny"}


def role(*statements: dict[str, Any], **more: Any) -> Principal:
    identity = (policy(*statements),) if statements else ()
    return Principal("role", "deploy", ACCOUNT, SESSION, ROLE, "AROA:me", identity, **more)


def user(*statements: dict[str, Any], **more: Any) -> Principal:
    identity = (policy(*statements),) if statements else ()
    return Principal("user", "user/ann", ACCOUNT, USER, None, "AIDA", identity, **more)


def verdict(principal: Principal, need: Need, resource: ResourcePolicy = NO_RESOURCE_POLICY, **more: Any) -> str:
    return decide(principal, need, small_keys(need.context), resource, **more).verdict


def is_allowed(statement: dict[str, Any], need: Need, version: str = "2012-10-17") -> bool:
    principal = Principal("role", "deploy", ACCOUNT, SESSION, ROLE, "AROA:me", (policy(statement, version=version),))
    return verdict(principal, need) == "allowed"
