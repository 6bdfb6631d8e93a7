"""RDS Proxy: the proxy, its default target group, its targets."""

from __future__ import annotations

import re
import secrets
import string
from typing import Any

from ...authorization.need import Need
from ...authorization.needs.secrets import secret_key_needs
from ...authorization.needs.state import key_of_secret
from ...authorization.service_roles import as_service
from ...engine.call import Call
from ...engine.errors import AwsError
from ...engine.registry import replaces
from ..ec2 import known_subnets
from .records import (
    Instance,
    forget_tags,
    instance_arn,
    instances,
    invalid_combination,
    invalid_value,
    matches,
    now,
    tag,
)

_ENGINES = {"POSTGRESQL": "postgres", "MYSQL": "mysql"}
_POOL = {
    "MaxConnectionsPercent": 100,
    "MaxIdleConnectionsPercent": 50,
    "ConnectionBorrowTimeout": 120,
    "SessionPinningFilters": [],
}


def _proxies(call: Call) -> dict[str, dict[str, Any]]:
    return call.remembered("proxies")


def _proxy(call: Call) -> dict[str, Any]:
    name = call.input["DBProxyName"]
    if name not in _proxies(call):
        raise AwsError("DBProxyNotFoundFault", f"DBProxy {name} not found.", 404)
    return _proxies(call)[name]


def _target_group(call: Call) -> dict[str, Any]:
    name = call.input.get("TargetGroupName") or "default"
    if name != "default":
        raise AwsError("DBProxyTargetGroupNotFoundFault", f"DBProxy target group {name} not found.", 404)
    return call.remembered("target groups")[_proxy(call)["DBProxyName"]]


def _targets(call: Call) -> dict[str, dict[str, Any]]:
    return call.remembered("proxy targets").setdefault(_proxy(call)["DBProxyName"], {})


def proxies_before(call: Call, instance: Instance) -> list[str]:
    """The addresses of the proxies that have this instance as a target."""
    targets = call.remembered("proxy targets")
    return [proxy["Endpoint"] for name, proxy in _proxies(call).items() if instance.identifier in targets[name]]


def _random_name() -> str:
    return "".join(secrets.choice(string.ascii_lowercase + string.digits) for _ in range(17))


@replaces("rds", "CreateDBProxy")
def create_db_proxy(call: Call) -> dict[str, Any]:
    name = call.input["DBProxyName"]
    if not re.match(r"^[a-zA-Z](?!.*--)[a-zA-Z0-9-]{0,62}(?<!-)$", name):
        raise invalid_value(f"{name} is not a valid proxy name: letters, digits and single hyphens, a letter first.")
    if name in _proxies(call):
        raise AwsError("DBProxyAlreadyExistsFault", f"DBProxy {name} already exists.")
    proxy = {
        "DBProxyName": name,
        "DBProxyArn": call.arn("rds", f"db-proxy:prx-{_random_name()}"),
        "Status": "available",
        "EngineFamily": call.input["EngineFamily"],
        "VpcId": _vpc(call),
        "VpcSubnetIds": call.input["VpcSubnetIds"],
        "Endpoint": f"{name}.proxy-{_random_name()[:12]}.{call.region}.rds.amazonaws.com",
        "CreatedDate": now(),
        "RequireTLS": False,
        "IdleClientTimeout": 1800,
        "DebugLogging": False,
    }
    _set(call, proxy)
    _proxies(call)[name] = proxy
    call.remembered("proxy targets")[name] = {}
    call.remembered("target groups")[name] = {
        "DBProxyName": name,
        "TargetGroupName": "default",
        "TargetGroupArn": call.arn("rds", f"target-group:prx-tg-{_random_name()}"),
        "IsDefault": True,
        "Status": "available",
        "ConnectionPoolConfig": dict(_POOL),
        "CreatedDate": now(),
        "UpdatedDate": now(),
    }
    tag(call, proxy["DBProxyArn"], call.input.get("Tags"))
    return {"DBProxy": proxy}


@replaces("rds", "ModifyDBProxy")
def modify_db_proxy(call: Call) -> dict[str, Any]:
    proxy = _proxy(call)
    _set(call, proxy)
    name = call.input.get("NewDBProxyName")
    if name and name != proxy["DBProxyName"]:
        for store in ("proxies", "target groups", "proxy targets"):
            call.remembered(store)[name] = call.remembered(store).pop(proxy["DBProxyName"])
        proxy["DBProxyName"] = call.remembered("target groups")[name]["DBProxyName"] = name
    return {"DBProxy": proxy}


def _set(call: Call, proxy: dict[str, Any]) -> None:
    """Take over what CreateDBProxy and ModifyDBProxy have in common."""
    given = call.input
    timeout = given.get("IdleClientTimeout", proxy["IdleClientTimeout"])
    if not 1 <= timeout <= 28800:
        raise invalid_value(f"Invalid IdleClientTimeout {timeout}: it must be 1 to 28800 seconds.")
    if "Auth" in given:
        proxy["Auth"] = [_auth(call, auth) for auth in given["Auth"]]
    if "RoleArn" in given:
        if given["RoleArn"] not in {role.arn for role in call.backend("iam").roles.values()}:
            raise invalid_value(f"The IAM role {given['RoleArn']} does not exist.")
        proxy["RoleArn"] = given["RoleArn"]
    groups = given.get("VpcSecurityGroupIds") or given.get("SecurityGroups")
    if groups:
        known = {g.id: g.vpc_id for by_id in call.backend("ec2").groups.values() for g in by_id.values()}
        for group in groups:
            if known.get(group) != proxy["VpcId"]:
                raise invalid_value(f"The security group {group} is not in {proxy['VpcId']}, the VPC of the proxy.")
        proxy["VpcSecurityGroupIds"] = groups
    for name in ("RequireTLS", "IdleClientTimeout", "DebugLogging"):
        proxy[name] = given.get(name, proxy[name])
    proxy["UpdatedDate"] = now()


def _auth(call: Call, auth: dict[str, Any]) -> dict[str, Any]:
    secret = auth.get("SecretArn")
    if secret and secret not in call.backend("secretsmanager").secrets:
        raise invalid_value(f"The secret {secret} does not exist in {call.region}.")
    method = "MYSQL_NATIVE_PASSWORD" if call.input.get("EngineFamily") == "MYSQL" else "POSTGRES_SCRAM_SHA_256"
    return {"AuthScheme": "SECRETS", "IAMAuth": "DISABLED", "ClientPasswordAuthType": method, **auth}


def _vpc(call: Call) -> str:
    known = known_subnets(call)
    subnets = [known[subnet] for subnet in call.input["VpcSubnetIds"] if subnet in known]
    if len(subnets) < len(call.input["VpcSubnetIds"]) or len({s.vpc_id for s in subnets}) != 1:
        raise AwsError("InvalidSubnet", "The subnets of a proxy must exist and be of one VPC.")
    if len({subnet.availability_zone for subnet in subnets}) < 2:
        raise AwsError("InvalidSubnet", "The subnets of a proxy must be in two availability zones at the least.")
    return subnets[0].vpc_id


@replaces("rds", "DescribeDBProxies")
def describe_db_proxies(call: Call) -> dict[str, Any]:
    return {"DBProxies": [_proxy(call)] if call.input.get("DBProxyName") else list(_proxies(call).values())}


@replaces("rds", "DeleteDBProxy")
def delete_db_proxy(call: Call) -> dict[str, Any]:
    proxy = _proxy(call)
    for store in ("proxies", "target groups", "proxy targets"):
        call.remembered(store).pop(proxy["DBProxyName"], None)
    forget_tags(call, proxy["DBProxyArn"])
    return {"DBProxy": {**proxy, "Status": "deleting"}}


@replaces("rds", "DescribeDBProxyTargetGroups")
def describe_target_groups(call: Call) -> dict[str, Any]:
    return {"TargetGroups": [_target_group(call)]}


@replaces("rds", "ModifyDBProxyTargetGroup")
def modify_target_group(call: Call) -> dict[str, Any]:
    group = _target_group(call)
    pool = {**group["ConnectionPoolConfig"], **(call.input.get("ConnectionPoolConfig") or {})}
    if pool["MaxIdleConnectionsPercent"] > pool["MaxConnectionsPercent"]:
        raise invalid_value("MaxIdleConnectionsPercent must not be above MaxConnectionsPercent.")
    group.update(ConnectionPoolConfig=pool, UpdatedDate=now())
    return {"DBProxyTargetGroup": group}


@replaces("rds", "RegisterDBProxyTargets")
def register_targets(call: Call) -> dict[str, Any]:
    proxy, registered = _proxy(call), []
    _target_group(call)
    for name in call.input.get("DBInstanceIdentifiers") or []:
        instance = instances(call).get(name.lower())
        if instance is None:
            raise AwsError("DBInstanceNotFound", f"DBInstance {name} not found.", 404)
        if name in _targets(call):
            raise AwsError("DBProxyTargetAlreadyRegisteredFault", f"{name} is already registered.")
        if instance.source:
            raise AwsError("InvalidDBInstanceState", f"{name} is a read replica, which a proxy cannot have as target.")
        if _ENGINES.get(proxy["EngineFamily"]) != instance.settings["Engine"]:
            raise invalid_combination(f"{name} is not of the engine family {proxy['EngineFamily']}.")
        _targets(call)[name] = {
            "TargetArn": instance_arn(call, instance),
            "RdsResourceId": name,
            "Endpoint": f"{name}.{call.region}.rds.amazonaws.com",
            "Port": instance.settings["Port"],
            "Type": "RDS_INSTANCE",
            "Role": "READ_WRITE",
            "TargetHealth": {"State": "AVAILABLE"},
        }
        registered.append(_targets(call)[name])
    if call.input.get("DBClusterIdentifiers"):
        return call.moto()
    return {"DBProxyTargets": registered}


@replaces("rds", "DeregisterDBProxyTargets")
def deregister_targets(call: Call) -> dict[str, Any]:
    for name in call.input.get("DBInstanceIdentifiers") or []:
        if _targets(call).pop(name, None) is None:
            raise AwsError("DBProxyTargetNotFoundFault", f"{name} is not a target of the proxy.", 404)
    return {}


@replaces("rds", "DescribeDBProxyTargets")
def describe_targets(call: Call) -> dict[str, Any]:
    _target_group(call)
    filters = call.input.get("Filters")
    reason = _refusal(call)
    found: list[dict[str, Any]] = [
        {**target, **({"TargetHealth": reason} if reason else {})} for target in _targets(call).values()
    ]
    return {"Targets": [target for target in found if matches({"db-instance-id": [target["RdsResourceId"]]}, filters)]}


def _refusal(call: Call) -> dict[str, str] | None:
    """Why the proxy cannot log in at its targets: its role may not read its secrets. RDS guide, "Setting up AWS
    Identity and Access Management (IAM) policies for RDS Proxy", and TargetHealth of the API."""
    proxy = _proxy(call)
    needs = []
    for auth in proxy.get("Auth") or []:
        arn = auth.get("SecretArn")
        if arn:
            needs.append(Need("secretsmanager:GetSecretValue", arn))
            needs += secret_key_needs(call, arn, key_of_secret(call, arn), "Decrypt")
    try:
        as_service(call, proxy["RoleArn"], "rds.amazonaws.com", needs, {"aws:SourceArn": proxy["DBProxyArn"]})
    except AwsError as error:
        return {
            "State": "UNAVAILABLE",
            "Reason": "AUTH_FAILURE",
            "Description": f"Proxy could not retrieve credentials from Secrets Manager: {error.message}",
        }
    return None
