"""Users and user groups."""

from __future__ import annotations

import re
from typing import Any

from ...engine.call import Call
from ...engine.errors import AwsError
from ...engine.registry import replaces
from .records import Record, found, invalid_combination, invalid_value, kept, known_engine, tag

_USER_ID = re.compile(r"^[a-zA-Z](?!.*--)[a-zA-Z0-9-]{0,39}(?<!-)$")


def _users(call: Call) -> dict[str, Record]:
    """Each account has the user ``default``, which may do everything without a password."""
    users = kept(call, "user")
    if "default" not in users:
        users["default"] = {
            "UserId": "default",
            "UserName": "default",
            "Status": "active",
            "Engine": "redis",
            "MinimumEngineVersion": "6.0",
            "AccessString": "on ~* +@all",
            "Authentication": {"Type": "no-password"},
            "ARN": call.arn("elasticache", "user:default"),
        }
    return users


def _user(call: Call) -> Record:
    name = call.input["UserId"]
    if name not in _users(call):
        raise AwsError("UserNotFound", f"User {name} not found.", 404)
    return _users(call)[name]


@replaces("elasticache", "CreateUser")
def create_user(call: Call) -> Any:
    given = call.input
    name = given["UserId"]
    if not _USER_ID.match(name):
        raise invalid_value(f"The user id {name} is not valid: 1 to 40 letters, digits and single hyphens.")
    if name in _users(call):
        raise AwsError("UserAlreadyExists", f"User {name} already exists.")
    authentication = _authentication(given, {})
    if authentication["Type"] == "iam" and name != given["UserName"]:
        raise invalid_combination(
            "For a user with IAM authentication, the user name and the user id must be identical."
        )
    user = {
        "UserId": name,
        "UserName": given["UserName"],
        "Status": "active",
        "Engine": known_engine(given["Engine"]),
        "MinimumEngineVersion": "7.0" if authentication["Type"] == "iam" else "6.0",
        "AccessString": _access_string(given["AccessString"]),
        "Authentication": authentication,
        "ARN": call.arn("elasticache", f"user:{name}"),
    }
    _users(call)[name] = user
    tag(call, user["ARN"], given.get("Tags"))
    return told_user(call, user)


def _authentication(given: Record, current: Record) -> Record:
    """How the user proves to be itself; passwords are counted, not kept."""
    mode = given.get("AuthenticationMode") or {}
    passwords = mode.get("Passwords") or given.get("Passwords") or []
    # Terraform expects the word back with which it asked.
    kind = mode.get("Type") or ("no-password" if given.get("NoPasswordRequired") else "password" if passwords else None)
    if kind is None:
        if not current:
            raise invalid_combination("Give passwords, NoPasswordRequired, or an authentication mode.")
        return current
    if kind != "password" and passwords:
        raise invalid_combination(f"Passwords are not allowed with the authentication type {kind}.")
    if kind == "password" and not 1 <= len(passwords) <= 2:
        raise invalid_combination("A user with password authentication must have one or two passwords.")
    if any(not 16 <= len(password) <= 128 for password in passwords):
        raise invalid_value("A password must have 16 to 128 characters.")
    return {"Type": kind, **({"PasswordCount": len(passwords)} if passwords else {})}


def _access_string(text: str) -> str:
    rules = text.split()
    if not rules or rules[0] not in ("on", "off") or any(not re.match(r"^[~+&%-]|^[a-z]+$|^\(", r) for r in rules[1:]):
        raise invalid_value(f"Invalid access string '{text}': it begins with on or off, then come rules like ~* +@all.")
    return text


@replaces("elasticache", "ModifyUser")
def modify_user(call: Call) -> Any:
    user = _user(call)
    user["Authentication"] = _authentication(call.input, user["Authentication"])
    text = call.input.get("AccessString") or user["AccessString"]
    user["AccessString"] = _access_string(f"{text} {call.input.get('AppendAccessString') or ''}".strip())
    if call.input.get("Engine"):
        user["Engine"] = known_engine(call.input["Engine"])
    return told_user(call, user)


@replaces("elasticache", "DescribeUsers")
def describe_users(call: Call) -> Any:
    users = [_user(call)] if call.input.get("UserId") else list(_users(call).values())
    if call.input.get("Engine"):
        users = [user for user in users if user["Engine"] == call.input["Engine"].lower()]
    return {"Users": [told_user(call, user) for user in users]}


@replaces("elasticache", "DeleteUser")
def delete_user(call: Call) -> Any:
    user = _user(call)
    name = user["UserId"]
    groups = [group for group in kept(call, "user group").values() if name in group["UserIds"]]
    if name == "default" or (user["UserName"] == "default" and any(g["Engine"] == "redis" for g in groups)):
        raise AwsError("DefaultUserAssociatedToUserGroup", f"The default user {name} cannot be deleted.")
    for group in groups:
        group["UserIds"].remove(name)
    last_words = {**told_user(call, user), "Status": "deleting"}
    del _users(call)[name]
    call.remembered("tags").pop(user["ARN"], None)
    return last_words


def told_user(call: Call, user: Record) -> Record:
    groups = [g["UserGroupId"] for g in kept(call, "user group").values() if user["UserId"] in g["UserIds"]]
    return {**user, "UserGroupIds": groups}


@replaces("elasticache", "CreateUserGroup")
def create_user_group(call: Call) -> Any:
    name = call.input["UserGroupId"].lower()
    if not _USER_ID.match(name):
        raise invalid_value(f"The user group id {name} is not valid: 1 to 40 letters, digits and single hyphens.")
    if name in kept(call, "user group"):
        raise AwsError("UserGroupAlreadyExists", f"User group {name} already exists.")
    engine, users = known_engine(call.input["Engine"]), list(call.input.get("UserIds") or [])
    _refuse_members(call, engine, users)
    group = {
        "UserGroupId": name,
        "Status": "active",
        "Engine": engine,
        "MinimumEngineVersion": "7.2" if engine == "valkey" else "6.0",
        "UserIds": users,
        "ARN": call.arn("elasticache", f"usergroup:{name}"),
    }
    kept(call, "user group")[name] = group
    tag(call, group["ARN"], call.input.get("Tags"))
    return told_group(call, group)


def _refuse_members(call: Call, engine: str, members: list[str]) -> None:
    users = _users(call)
    for member in members:
        if member not in users:
            raise AwsError("UserNotFound", f"User {member} not found.", 404)
        if engine == "redis" and users[member]["Engine"] != "redis":
            raise invalid_combination(f"User {member} is of the engine {users[member]['Engine']}, the group of redis.")
    names = [users[member]["UserName"] for member in members]
    if len(set(names)) < len(names):
        raise AwsError("DuplicateUserName", "Two users of the group have the same user name.")
    if engine == "redis" and "default" not in names:
        raise AwsError("DefaultUserRequired", "A user group of redis must contain a user with the user name default.")


@replaces("elasticache", "ModifyUserGroup")
def modify_user_group(call: Call) -> Any:
    group = _group(call)
    removed, added = call.input.get("UserIdsToRemove") or [], call.input.get("UserIdsToAdd") or []
    for user in removed:
        if user not in group["UserIds"]:
            raise AwsError("UserNotFound", f"User {user} is not in the group {group['UserGroupId']}.", 404)
    engine = known_engine(call.input.get("Engine") or group["Engine"])
    members = [user for user in group["UserIds"] if user not in removed]
    members += [user for user in added if user not in members]
    _refuse_members(call, engine, members)
    group.update(UserIds=members, Engine=engine)
    return told_group(call, group)


@replaces("elasticache", "DescribeUserGroups")
def describe_user_groups(call: Call) -> Any:
    groups = [_group(call)] if call.input.get("UserGroupId") else list(kept(call, "user group").values())
    return {"UserGroups": [told_group(call, group) for group in groups]}


@replaces("elasticache", "DeleteUserGroup")
def delete_user_group(call: Call) -> Any:
    group = told_group(call, _group(call))
    if group["ReplicationGroups"] or group["ServerlessCaches"]:
        raise AwsError(
            "InvalidUserGroupState",
            f"The user group {group['UserGroupId']} is in use by "
            f"{', '.join([*group['ReplicationGroups'], *group['ServerlessCaches']])}.",
        )
    del kept(call, "user group")[group["UserGroupId"]]
    call.remembered("tags").pop(group["ARN"], None)
    return {**group, "Status": "deleting"}


def _group(call: Call) -> Record:
    return found(call, "user group", call.input["UserGroupId"].lower(), "UserGroupNotFound")


def told_group(call: Call, group: Record) -> Record:
    name = group["UserGroupId"]
    caches, serverless = kept(call, "replication group").values(), kept(call, "serverless cache").values()
    return {
        **group,
        "PendingChanges": {},
        "ReplicationGroups": [c["ReplicationGroupId"] for c in caches if name in c["UserGroupIds"]],
        "ServerlessCaches": [c["ServerlessCacheName"] for c in serverless if c.get("UserGroupId") == name],
    }


def require_user_groups(call: Call, engine: str, names: list[str]) -> None:
    """A cache of redis cannot use a group of valkey; the other way round is possible."""
    for name in names:
        group = found(call, "user group", name.lower(), "UserGroupNotFound")
        if engine == "redis" and group["Engine"] != "redis":
            raise invalid_combination(f"The user group {name} is of {group['Engine']}, the cache of {engine}.")
