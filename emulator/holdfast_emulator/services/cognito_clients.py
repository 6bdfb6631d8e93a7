"""Cognito app clients and domains: the checks of AWS, and what moto loses of a domain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from ..engine.call import Call
from ..engine.errors import AwsError
from ..engine.registry import amends, checks
from .certificates import certificate_users, covers, usable_certificate
from .cognito import SERVICE, Config, find_pool, invalid

CERTIFICATE_REGION = "us-east-1"  # a custom domain is a CloudFront distribution

_PREFIX = re.compile(r"^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$")
_RESERVED = ("aws", "amazon", "cognito")
_OWN_SCOPES = ("phone", "email", "openid", "profile", "aws.cognito.signin.user.admin")
_LOCAL = ("localhost", "127.0.0.1", "::1")
_SECONDS = {"seconds": 1, "minutes": 60, "hours": 3600, "days": 86400}
# https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html
_VALIDITY = {
    "AccessToken": ("hours", 300, 86400),
    "IdToken": ("hours", 300, 86400),
    "RefreshToken": ("days", 3600, 315360000),
}


@checks(SERVICE, "CreateUserPoolClient", "UpdateUserPoolClient")
def refuse_bad_client(call: Call) -> None:
    pool, config = find_pool(call, call.input["UserPoolId"]), call.input
    for url in [*(config.get("CallbackURLs") or []), *(config.get("LogoutURLs") or [])]:
        _refuse_bad_url(url)
    default = config.get("DefaultRedirectURI")
    if default and default not in (config.get("CallbackURLs") or []):
        raise invalid(f"DefaultRedirectURI {default} must be one of the CallbackURLs.")
    _refuse_bad_flows(call, pool, config)
    _refuse_bad_scopes(pool, config)
    _refuse_bad_validity(config)
    for provider in config.get("SupportedIdentityProviders") or []:
        if provider != "COGNITO" and provider not in pool.identity_providers:
            raise invalid(f"The provider {provider} does not exist for User Pool {pool.id}.")
    for member in ("ReadAttributes", "WriteAttributes"):
        for name in config.get(member) or []:
            if name not in pool.schema_attributes and name not in ("email_verified", "phone_number_verified"):
                raise invalid(f"Invalid {member}: the pool has no attribute {name}.")


def _refuse_bad_url(url: str) -> None:
    parts = urlsplit(url)
    if not parts.scheme or (parts.scheme == "http" and parts.hostname not in _LOCAL) or parts.fragment:
        raise invalid(f"{url} must use HTTPS (HTTP is for localhost only), and have no fragment.")


def _refuse_bad_flows(call: Call, pool: Any, config: Config) -> None:
    flows = set(config.get("AllowedOAuthFlows") or [])
    if flows and not config.get("AllowedOAuthFlowsUserPoolClient"):
        raise invalid("AllowedOAuthFlowsUserPoolClient must be true when AllowedOAuthFlows are given.")
    existing = pool.clients.get(config.get("ClientId"))
    has_secret = existing.generate_secret if existing else config.get("GenerateSecret", False)
    if "client_credentials" in flows:
        if len(flows) > 1:
            raise _bad_flow("client_credentials flow can not be selected along with code flow or implicit flow")
        if not has_secret:
            raise _bad_flow("client_credentials flow can not be selected if client does not have a client secret.")
    if flows & {"code", "implicit"} and not config.get("CallbackURLs"):
        raise _bad_flow("The code and implicit flows need a callback URL.")


def _refuse_bad_scopes(pool: Any, config: Config) -> None:
    servers = pool.resource_servers.values()
    known = {f"{server.identifier}/{scope['ScopeName']}" for server in servers for scope in server.scopes}
    for scope in config.get("AllowedOAuthScopes") or []:
        if scope not in known and scope not in _OWN_SCOPES:
            raise AwsError("ScopeDoesNotExistException", f"Invalid scope requested: {scope}")


def _refuse_bad_validity(config: Config) -> None:
    units = config.get("TokenValidityUnits") or {}
    seconds = {}
    for token, (unit, low, high) in _VALIDITY.items():
        value = config.get(f"{token}Validity")
        if not value:
            continue
        seconds[token] = value * _SECONDS[units.get(token, unit)]
        if not low <= seconds[token] <= high:
            raise invalid(f"Invalid range for token validity: {token} must be between {low} and {high} seconds.")
    refresh = seconds.get("RefreshToken")
    if refresh and refresh < max(seconds.get("AccessToken", 0), seconds.get("IdToken", 0)):
        raise invalid("Refresh token validity must not be shorter than that of the access and id tokens.")


def _bad_flow(message: str) -> AwsError:
    return AwsError("InvalidOAuthFlowException", message)


# ----------------------------------------------------------------------------------------------------- domains


@checks(SERVICE, "CreateUserPoolDomain", "UpdateUserPoolDomain")
def refuse_bad_domain(call: Call) -> None:
    name, custom = call.input["Domain"], call.input.get("CustomDomainConfig")
    pool = find_pool(call, call.input["UserPoolId"])
    if call.operation == "CreateUserPoolDomain":
        for domain in _all_domains(call):
            if domain.domain == name:
                raise invalid("Domain already associated with another user pool.")
            if domain.user_pool_id == pool.id and bool(domain.custom_domain_config) == bool(custom):
                raise invalid("The user pool has such a domain already: one prefix and one custom domain are possible.")
    if custom:
        _refuse_bad_certificate(call, name, custom["CertificateArn"])
        _refuse_unknown_parent(call, name)
        return
    if not _PREFIX.match(name):
        raise invalid(f"The domain prefix '{name}' has small letters, digits and inner hyphens only, at most 63.")
    for word in _RESERVED:
        if word in name:
            raise invalid(f"Domain cannot contain reserved word: {word}")


@amends(SERVICE, "DescribeUserPoolDomain")
def tell_domain(call: Call, output: dict) -> None:
    domain = call.backend("cognitoidp").user_pool_domains.get(call.input["Domain"])
    if domain is None:
        return
    told = output["DomainDescription"]
    told.update(AWSAccountId=call.account, Version="20200101000000", S3Bucket=f"aws-cognito-prod-{call.region}")
    told["ManagedLoginVersion"] = call.remembered("login versions").get(domain.domain, 1)
    if domain.custom_domain_config:
        told["CustomDomainConfig"] = domain.custom_domain_config


@amends(SERVICE, "CreateUserPoolDomain", "UpdateUserPoolDomain")
def keep_login_version(call: Call, output: dict) -> None:
    if call.input.get("ManagedLoginVersion"):
        call.remembered("login versions")[call.input["Domain"]] = call.input["ManagedLoginVersion"]
        output["ManagedLoginVersion"] = call.input["ManagedLoginVersion"]


def _refuse_bad_certificate(call: Call, name: str, arn: str) -> None:
    certificate = usable_certificate(call, arn, CERTIFICATE_REGION)
    if certificate is None or not covers(certificate, name):
        raise invalid(
            f"Invalid request provided: the certificate {arn} must be issued, of {CERTIFICATE_REGION}, and for {name}."
        )


def _refuse_unknown_parent(call: Call, name: str) -> None:
    """Cognito looks up the A record of the parent domain; here only in zones that the emulator has."""
    parent = name.partition(".")[2] + "."
    zones = [zone for zone in call.backend("route53", "aws").zones.values() if not zone.private_zone]
    holding = [zone for zone in zones if parent == zone.name or parent.endswith(f".{zone.name}")]
    records = [record for zone in holding for record in zone.rrsets]
    if holding and not any((record.name, record.type) == (parent, "A") for record in records):
        raise invalid(
            "Custom domain is not a valid subdomain: Was not able to resolve the root domain, please ensure an A "
            "record exists for the root domain."
        )


def _all_domains(call: Call) -> Iterator[Any]:
    from moto.backends import get_backend

    regions: Any = get_backend("cognitoidp")[call.account]  # type: ignore[call-overload]
    for backend in regions.values():
        yield from backend.user_pool_domains.values()


def _users_of_certificate(call: Call, arn: str) -> Iterator[str]:
    for domain in _all_domains(call):
        if (domain.custom_domain_config or {}).get("CertificateArn") == arn:
            yield f"https://{domain.domain}"


certificate_users.append(_users_of_certificate)
