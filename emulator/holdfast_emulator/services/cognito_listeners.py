"""Load balancers that sign users in: what they need of a listener, a user pool, its client and its domain."""

from __future__ import annotations

from typing import Any

from ..engine.call import Call
from ..engine.errors import AwsError
from ..engine.registry import checks


@checks("elbv2", "CreateListener", "CreateRule", "ModifyListener", "ModifyRule")
def refuse_unusable_user_pool(call: Call) -> None:
    """https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html"""
    for action in call.input.get("Actions") or call.input.get("DefaultActions") or []:
        if action["Type"] not in ("authenticate-cognito", "authenticate-oidc"):
            continue
        if _protocol(call) not in (None, "HTTPS"):
            raise _refused(f"Actions of type '{action['Type']}' are supported only on HTTPS listeners")
        if action["Type"] == "authenticate-cognito":
            _refuse_bad_pool(call, action["AuthenticateCognitoConfig"])


def _refuse_bad_pool(call: Call, config: dict[str, Any]) -> None:
    backend = call.backend("cognitoidp")
    pool = backend.user_pools.get(config["UserPoolArn"].rpartition("/")[2])
    if pool is None or f":{call.region}:" not in config["UserPoolArn"]:
        raise _refused(f"The user pool {config['UserPoolArn']} does not exist in {call.region}")
    client = pool.clients.get(config["UserPoolClientId"])
    if client is None:
        raise _refused(f"The user pool client {config['UserPoolClientId']} does not exist")
    if not client.generate_secret:
        raise _refused(f"The user pool client {client.id} must have a client secret")
    domain = backend.user_pool_domains.get(config["UserPoolDomain"])
    if domain is None or domain.user_pool_id != pool.id:
        raise _refused(f"The user pool domain {config['UserPoolDomain']} is not one of the user pool {pool.id}")


def _protocol(call: Call) -> str | None:
    """The protocol of the listener that is made or changed; None when moto has no such listener."""
    if call.input.get("Protocol"):
        return call.input["Protocol"]
    wanted = call.input.get("ListenerArn")
    for balancer in call.backend("elbv2").load_balancers.values():
        for listener in balancer.listeners.values():
            if listener.arn == wanted or call.input.get("RuleArn") in listener.rules:
                return listener.protocol
    return None


def _refused(message: str) -> AwsError:
    return AwsError("InvalidLoadBalancerAction", message)
