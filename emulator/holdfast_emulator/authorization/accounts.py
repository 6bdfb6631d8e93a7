"""Principals of an account as moto keeps them: roles and users with all policies that go with them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from .documents import Document, read_document
from .principals import Principal

ADMINISTRATOR = "administrator"

# AWS's managed policy AdministratorAccess.
_EVERYTHING = '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}'


def iam_of(account: str, partition: str = "aws") -> Any:
    """moto's IAM of an account."""
    from moto.backends import get_backend

    return get_backend("iam")[account][partition]


def partition_of(region: str | None) -> str:
    from moto.utilities.utils import get_partition

    return get_partition(region)


def find_role(arn: str) -> Any:
    """moto's role of this ARN, in whichever account; None when there is none."""
    parts = arn.split(":", 5)
    if len(parts) != 6 or parts[2] != "iam" or not parts[5].startswith("role/"):
        return None
    roles = iam_of(parts[4], parts[1]).roles.values()
    return next((role for role in roles if role.arn == arn), None)


@lru_cache
def administrator(account: str, partition: str) -> Principal:
    """Who stands behind every access key that was not handed out here: a user with AdministratorAccess."""
    return Principal(
        kind="user",
        name=ADMINISTRATOR,
        account=account,
        arn=f"arn:{partition}:iam::{account}:user/{ADMINISTRATOR}",
        id="AIDAADMINISTRATOR0000",
        identity=(read_document(_EVERYTHING),),
        context={"aws:username": ADMINISTRATOR},
    )


def user_principal(user: Any, partition: str) -> Principal:
    """An IAM user, with the policies of his groups. moto knows no boundaries of users."""
    iam = iam_of(user.account_id, partition)
    holders = [user, *(group for group in iam.groups.values() if user in group.users)]
    return Principal(
        kind="user",
        name=f"user/{user.name}",
        account=user.account_id,
        arn=user.arn,
        id=user.id,
        identity=tuple(one for holder in holders for one in _documents(holder)),
        context={"aws:username": user.name, **_tags("aws:PrincipalTag", user.tags)},
    )


def role_principal(
    role: Any, session_name: str, session: tuple[Document, ...] = (), context: dict[str, Any] | None = None
) -> Principal:
    """A session of a role; ``session`` and ``context`` are what it was narrowed to, and what it was tagged with."""
    return Principal(
        kind="role",
        name=role.name,
        account=role.account_id,
        arn=f"arn:{role.partition}:sts::{role.account_id}:assumed-role/{role.name}/{session_name}",
        role_arn=role.arn,
        id=f"{role.id}:{session_name}",
        identity=tuple(_documents(role)),
        boundary=_boundary(role),
        session=session,
        context={**_tags("aws:PrincipalTag", role.tags), **(context or {})},
    )


def managed_document(arn: str, account: str) -> Document | None:
    """The default version of a managed policy, of the account or of AWS; None when there is none."""
    policy = iam_of(account, arn.split(":")[1]).managed_policies.get(arn)
    return None if policy is None else _default_version(policy)


def _documents(holder: Any) -> Iterator[Document]:
    """The inline and the managed policies of a role, a user or a group."""
    for text in holder.policies.values():
        yield read_document(text)
    for policy in holder.managed_policies.values():
        yield _default_version(policy)


def _default_version(policy: Any) -> Document:
    return read_document(next(one.document for one in policy.versions if one.version_id == policy.default_version_id))


def _boundary(role: Any) -> Document | None:
    """A boundary whose policy was deleted allows nothing, as in AWS."""
    arn = role.permissions_boundary_arn
    if not arn:
        return None
    return managed_document(arn, role.account_id) or read_document('{"Version": "2012-10-17", "Statement": []}')


def _tags(prefix: str, tags: Any) -> dict[str, str]:
    return {f"{prefix}/{tag['Key']}": tag["Value"] for tag in tags or []}
