"""The token of an identity provider (OpenID Connect), as ``AssumeRoleWithWebIdentity`` takes it.

The signature is not checked: the provider's keys would have to be fetched from the internet. Everything else is.
Oracle: AWS STS API Reference, "AssumeRoleWithWebIdentity"; IAM User Guide, "Available keys for AWS OIDC federation".
"""

from __future__ import annotations

import base64
import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..engine.errors import AwsError
from .accounts import iam_of

# The claims that are condition keys for every provider.
_KEYS = ("amr", "aud", "sub")


@dataclass(frozen=True)
class WebIdentity:
    """Who a token says that asks."""

    provider: str
    """The ARN of the provider in IAM."""
    subject: str
    audience: str
    claims: Mapping[str, str | tuple[str, ...]]
    """Condition keys, such as ``token.actions.githubusercontent.com:sub``."""


def read_web_identity(token: str, role_arn: str) -> WebIdentity:
    """AwsError when the token is none, is over, or comes from nobody whom the role's account knows."""
    claims = _payload(token)
    parts = role_arn.split(":", 5)
    if len(parts) != 6 or not parts[4].isdigit():
        raise AwsError("ValidationError", f"{role_arn} is invalid")
    if float(claims.get("exp", 0)) <= time.time():
        raise AwsError("ExpiredTokenException", "Token expired: its exp claim is missing or lies in the past")
    issuer = str(claims.get("iss", ""))
    url = issuer.removeprefix("https://").rstrip("/")
    providers = iam_of(parts[4], parts[1]).open_id_providers.values()
    provider = next((one for one in providers if one.url.rstrip("/") == url), None)
    if provider is None or not issuer.startswith("https://"):
        raise _invalid(f"No OpenIDConnect provider found in your account for {issuer}")
    audience = _texts(claims.get("aud"))
    if not set(audience) & set(provider.client_id_list):
        raise _invalid("Incorrect token audience")
    known = {f"{url}:{key}": _texts(claims[key]) for key in _KEYS if key in claims}
    return WebIdentity(provider.arn, str(claims.get("sub", "")), audience[0], known)


def _payload(token: str) -> dict[str, Any]:
    try:
        middle = token.split(".")[1]
        claims = json.loads(base64.urlsafe_b64decode(middle + "=" * (-len(middle) % 4)))
    except (IndexError, ValueError) as error:
        raise _invalid("The ID Token provided is not a valid JWT.") from error
    if not isinstance(claims, dict):
        raise _invalid("The ID Token provided is not a valid JWT.")
    return claims


def _texts(value: Any) -> tuple[str, ...]:
    return tuple(str(one) for one in (value if isinstance(value, list) else [value]))


def _invalid(message: str) -> AwsError:
    return AwsError("InvalidIdentityToken", message)
