"""Cognito user pools: what moto lacks of pools, and the checks of AWS on them."""

from __future__ import annotations

from typing import Any

from ..engine.call import Call
from ..engine.errors import AwsError
from ..engine.registry import amends, checks, replaces

SERVICE = "cognito-idp"
# The tier of new pools since November 2024:
# https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-sign-in-feature-plans.html
DEFAULT_TIER = "ESSENTIALS"

Config = dict[str, Any]


# ------------------------------------------------------------------------------------------------------- pools


@checks(SERVICE, "CreateUserPool", "UpdateUserPool")
def refuse_bad_pool(call: Call) -> None:
    config = call.input
    tier = config.get("UserPoolTier") or DEFAULT_TIER
    if config.get("UsernameAttributes") and config.get("AliasAttributes"):
        raise invalid("Only one of the aliasAttributes or usernameAttributes can be set in a user pool.")
    mode = (config.get("UserPoolAddOns") or {}).get("AdvancedSecurityMode", "OFF")
    if mode != "OFF" and tier != "PLUS":
        raise _above_tier(f"Advanced security (threat protection) {mode}", "PLUS", tier)
    policies = config.get("Policies") or {}
    factors = (policies.get("SignInPolicy") or {}).get("AllowedFirstAuthFactors") or ["PASSWORD"]
    if factors != ["PASSWORD"] and tier == "LITE":
        raise _above_tier("Choice-based sign-in", "ESSENTIALS", tier)
    _refuse_bad_password_policy(policies.get("PasswordPolicy") or {}, tier)
    _refuse_bad_email(config.get("EmailConfiguration") or {})
    _refuse_bad_messages(config)


@amends(SERVICE, "CreateUserPool")
def complete_schema(call: Call, output: dict) -> None:
    """moto forgets the standard attributes as soon as a pool has one of its own."""
    from moto.cognitoidp.models import CognitoIdpUserPoolAttribute as Attribute

    pool = find_pool(call, output["UserPool"]["Id"])
    for name, schema in Attribute.STANDARD_SCHEMA.items():
        pool.schema_attributes.setdefault(name, Attribute(name, False, schema))
    output["UserPool"] = _told(pool)


@amends(SERVICE, "DescribeUserPool")
def tell_pool(call: Call, output: dict) -> None:
    output["UserPool"] = _told(find_pool(call, call.input["UserPoolId"]))


@replaces(SERVICE, "UpdateUserPool")
def update_pool(call: Call) -> Config:
    """AWS sets back what an update does not name, as moto does, but not the tags and what is fixed at creation."""
    pool = find_pool(call, call.input["UserPoolId"])
    tags = pool.extended_config.get("UserPoolTags", {})
    call.moto()
    pool.extended_config.update({"UserPoolTags": tags, **_fixed(call).get(pool.id, {})})
    if call.input.get("UserPoolTags"):
        pool.extended_config["UserPoolTags"] = call.input["UserPoolTags"]
    if call.input.get("MfaConfiguration"):
        pool.mfa_config = call.input["MfaConfiguration"]
    return {}


@amends(SERVICE, "CreateUserPool")
def remember_what_cannot_change(call: Call, output: dict) -> None:
    fixed = ("UsernameAttributes", "AliasAttributes", "UsernameConfiguration")
    _fixed(call)[output["UserPool"]["Id"]] = {name: call.input[name] for name in fixed if name in call.input}


@checks(SERVICE, "DeleteUserPool")
def refuse_protected(call: Call) -> None:
    pool = find_pool(call, call.input["UserPoolId"])
    if pool.extended_config.get("DeletionProtection") == "ACTIVE":
        raise invalid(
            "The user pool cannot be deleted because deletion protection is activated. Deletion protection must be "
            "inactivated first."
        )
    if any(domain.user_pool_id == pool.id for domain in call.backend("cognitoidp").user_pool_domains.values()):
        raise invalid("User pool cannot be deleted. It has a domain configured that should be deleted first.")


@checks(SERVICE, "SetUserPoolMfaConfig")
def refuse_mfa_without_method(call: Call) -> None:
    if call.input.get("MfaConfiguration", "OFF") == "OFF":
        return
    has_token = (call.input.get("SoftwareTokenMfaConfiguration") or {}).get("Enabled")
    if not (has_token or call.input.get("SmsMfaConfiguration") or call.input.get("EmailMfaConfiguration")):
        raise invalid("Invalid MFA configuration given, can't turn on MFA and disable all MFAs together.")


@replaces(SERVICE, "SetUserPoolMfaConfig")
def set_mfa(call: Call) -> Config:
    pool = find_pool(call, call.input["UserPoolId"])
    pool.mfa_config = call.input.get("MfaConfiguration", "OFF")
    pool.sms_mfa_config = call.input.get("SmsMfaConfiguration")
    pool.token_mfa_config = call.input.get("SoftwareTokenMfaConfiguration")
    further = ("EmailMfaConfiguration", "WebAuthnConfiguration")
    _further_mfa(call)[pool.id] = {name: call.input[name] for name in further if call.input.get(name)}
    return get_mfa(call)


@replaces(SERVICE, "GetUserPoolMfaConfig")
def get_mfa(call: Call) -> Config:
    pool = find_pool(call, call.input["UserPoolId"])
    told = {
        "MfaConfiguration": pool.mfa_config,
        "SmsMfaConfiguration": pool.sms_mfa_config,
        "SoftwareTokenMfaConfiguration": pool.token_mfa_config,
        **_further_mfa(call).get(pool.id, {}),
    }
    return {name: value for name, value in told.items() if value}


@replaces(SERVICE, "TagResource")
def tag(call: Call) -> Config:
    _tags(call).update(call.input["Tags"])
    return {}


@replaces(SERVICE, "UntagResource")
def untag(call: Call) -> Config:
    for key in call.input["TagKeys"]:
        _tags(call).pop(key, None)
    return {}


@replaces(SERVICE, "ListTagsForResource")
def list_tags(call: Call) -> Config:
    return {"Tags": _tags(call)}


# ------------------------------------------------------------------- resource servers, risk, appearance and logs


@replaces(SERVICE, "UpdateResourceServer")
def update_resource_server(call: Call) -> Config:
    server = _server(call)
    server.name, server.scopes = call.input["Name"], call.input.get("Scopes") or []
    return {"ResourceServer": server.to_json()}


@replaces(SERVICE, "DeleteResourceServer")
def delete_resource_server(call: Call) -> Config:
    server = _server(call)
    del find_pool(call, call.input["UserPoolId"]).resource_servers[server.identifier]
    return {}


@replaces(SERVICE, "SetRiskConfiguration")
def set_risk(call: Call) -> Config:
    pool = find_pool(call, call.input["UserPoolId"])
    if (pool.extended_config.get("UserPoolAddOns") or {}).get("AdvancedSecurityMode", "OFF") == "OFF":
        raise AwsError("UserPoolAddOnNotEnabledException", "User pool add-ons are not enabled for the user pool.")
    call.remembered("risk")[_place(call)] = dict(call.input)
    return describe_risk(call)


@replaces(SERVICE, "DescribeRiskConfiguration")
def describe_risk(call: Call) -> Config:
    find_pool(call, call.input["UserPoolId"])
    kept = call.remembered("risk").get(_place(call), {"UserPoolId": call.input["UserPoolId"]})
    return {"RiskConfiguration": kept}


@replaces(SERVICE, "SetUICustomization")
def set_appearance(call: Call) -> Config:
    pool = find_pool(call, call.input["UserPoolId"])
    if pool.domain is None:
        raise invalid("There has to be an existing domain associated with this user pool")
    members = ("UserPoolId", "ClientId", "CSS")
    kept: Config = {name: call.input[name] for name in members if name in call.input}
    if call.input.get("CSS"):
        kept["CSSVersion"] = "20190128172214"
    call.remembered("appearance")[_place(call)] = kept
    return {"UICustomization": kept}


@replaces(SERVICE, "GetUICustomization")
def get_appearance(call: Call) -> Config:
    find_pool(call, call.input["UserPoolId"])
    return {"UICustomization": call.remembered("appearance").get(_place(call), {})}


@replaces(SERVICE, "SetLogDeliveryConfiguration")
def set_log_delivery(call: Call) -> Config:
    find_pool(call, call.input["UserPoolId"])
    kept = {name: call.input[name] for name in ("UserPoolId", "LogConfigurations")}
    call.remembered("log delivery")[call.input["UserPoolId"]] = kept
    return {"LogDeliveryConfiguration": kept}


@replaces(SERVICE, "GetLogDeliveryConfiguration")
def get_log_delivery(call: Call) -> Config:
    find_pool(call, call.input["UserPoolId"])
    empty = {"UserPoolId": call.input["UserPoolId"], "LogConfigurations": []}
    return {"LogDeliveryConfiguration": call.remembered("log delivery").get(call.input["UserPoolId"], empty)}


# ----------------------------------------------------------------------------------------------------- helpers


def find_pool(call: Call, pool_id: str) -> Any:
    """moto's pool of this id."""
    pool = call.backend("cognitoidp").user_pools.get(pool_id)
    if pool is None:
        raise AwsError("ResourceNotFoundException", f"User pool {pool_id} does not exist.")
    return pool


def invalid(message: str) -> AwsError:
    return AwsError("InvalidParameterException", message)


def _above_tier(feature: str, needed: str, tier: str) -> AwsError:
    return AwsError("FeatureUnavailableInTierException", f"{feature} needs the tier {needed}, but the pool has {tier}.")


def _refuse_bad_password_policy(policy: Config, tier: str) -> None:
    limits = {
        "MinimumLength": (6, 99),
        "TemporaryPasswordValidityDays": (0, 365),
        "PasswordHistorySize": (0, 24),
    }
    for name, (low, high) in limits.items():
        if name in policy and not low <= policy[name] <= high:
            raise invalid(f"{name} must be between {low} and {high}, not {policy[name]}.")
    if policy.get("PasswordHistorySize") and tier == "LITE":
        raise _above_tier("A password history", "ESSENTIALS", tier)


def _refuse_bad_email(config: Config) -> None:
    if config.get("EmailSendingAccount") == "DEVELOPER" and not config.get("SourceArn"):
        raise invalid("SourceArn is required when EmailSendingAccount is DEVELOPER.")
    if config.get("SourceArn") and not config["SourceArn"].startswith("arn:aws:ses:"):
        raise invalid(f"{config['SourceArn']} is no ARN of an Amazon SES identity.")
    if config.get("From") and not config.get("SourceArn"):
        raise invalid("A From address needs the SourceArn of its Amazon SES identity.")


def _refuse_bad_messages(config: Config) -> None:
    template = config.get("VerificationMessageTemplate") or {}
    invitation = (config.get("AdminCreateUserConfig") or {}).get("InviteMessageTemplate") or {}
    needed = [
        (template, ("EmailMessage", "SmsMessage"), ("{####}",)),
        (invitation, ("EmailMessage", "SMSMessage"), ("{username}", "{####}")),
    ]
    for messages, names, parts in needed:
        for name in names:
            for part in parts:
                if messages.get(name) and part not in messages[name]:
                    raise invalid(f"{name} must contain {part}.")


def _told(pool: Any) -> Config:
    told = pool.to_json(extended=True)
    told.setdefault("UserPoolTier", DEFAULT_TIER)
    told.setdefault("DeletionProtection", "INACTIVE")
    told["Policies"] = {"SignInPolicy": {"AllowedFirstAuthFactors": ["PASSWORD"]}, **told.get("Policies", {})}
    return told


def _server(call: Call) -> Any:
    servers = find_pool(call, call.input["UserPoolId"]).resource_servers
    if call.input["Identifier"] not in servers:
        raise AwsError("ResourceNotFoundException", f"Resource server {call.input['Identifier']} does not exist.")
    return servers[call.input["Identifier"]]


def _tags(call: Call) -> dict[str, str]:
    pool = find_pool(call, call.input["ResourceArn"].rpartition("/")[2])
    return pool.extended_config.setdefault("UserPoolTags", {})


def _place(call: Call) -> tuple[str, str]:
    """Settings of one client, or of all of a pool."""
    return call.input["UserPoolId"], call.input.get("ClientId", "ALL")


def _fixed(call: Call) -> dict[str, Config]:
    return call.remembered("fixed at creation")


def _further_mfa(call: Call) -> dict[str, Config]:
    return call.remembered("further MFA")
