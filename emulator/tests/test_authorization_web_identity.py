"""Roles for whoever brings a token of an identity provider.

Oracle: AWS STS API Reference, "AssumeRoleWithWebIdentity"; GitHub, "Configuring OpenID Connect in Amazon Web Services".
"""

from __future__ import annotations

import base64
import json
import time
import unittest
from typing import Any

from authorized import AuthorizationTest, allow, client, trust
from support import ACCOUNT

GITHUB = "token.actions.githubusercontent.com"
PROVIDER = f"arn:aws:iam::{ACCOUNT}:oidc-provider/{GITHUB}"


class WebIdentities(AuthorizationTest):
    @classmethod
    def setUpClass(cls) -> None:
        iam = client("iam")
        known = [one["Arn"] for one in iam.list_open_id_connect_providers()["OpenIDConnectProviderList"]]
        if PROVIDER not in known:
            iam.create_open_id_connect_provider(Url=f"https://{GITHUB}", ClientIDList=["sts.amazonaws.com"])

    def token(self, **claims: Any) -> str:
        given = {
            "iss": f"https://{GITHUB}",
            "aud": "sts.amazonaws.com",
            "sub": "repo:us/app:ref:refs/heads/main",
            "exp": time.time() + 300,
            **claims,
        }
        parts = [base64.urlsafe_b64encode(json.dumps(one).encode()).decode().rstrip("=") for one in ({}, given)]
        return ".".join([*parts, "signature"])

    def sign_in(self, role: str, token: str | None = None, *, seconds: int = 3600, **claims: Any) -> dict[str, Any]:
        return client("sts", signed=False).assume_role_with_web_identity(
            RoleArn=role,
            RoleSessionName="run",
            WebIdentityToken=token or self.token(**claims),
            DurationSeconds=seconds,
        )

    def trusting(self, subject: str = "repo:us/app:*", **more: Any) -> dict[str, Any]:
        condition = {
            "StringEquals": {f"{GITHUB}:aud": "sts.amazonaws.com"},
            "StringLike": {f"{GITHUB}:sub": subject},
        }
        return {"trusts": trust({"Federated": PROVIDER}, "sts:AssumeRoleWithWebIdentity", Condition=condition), **more}

    def test_sign_in(self) -> None:
        told = self.sign_in(self.role(allow("ec2:*"), **self.trusting()))
        self.assertEqual(told["SubjectFromWebIdentityToken"], "repo:us/app:ref:refs/heads/main")
        self.assertEqual((told["Provider"], told["Audience"]), (PROVIDER, "sts.amazonaws.com"))
        client("ec2", told["Credentials"]).describe_vpcs()
        with self.assertRefused("AccessDeniedException"):
            client("logs", told["Credentials"]).describe_log_groups()

    def test_duration(self) -> None:
        """It is no role chaining: as long as the role allows."""
        role = self.role(**self.trusting(MaxSessionDuration=14400))
        self.sign_in(role, seconds=14400)
        with self.assertRefused("ValidationError", "MaxSessionDuration"):
            self.sign_in(role, seconds=14401)

    def test_whom_the_role_does_not_trust(self) -> None:
        with self.assertRefused("AccessDenied", "Not authorized to perform sts:AssumeRoleWithWebIdentity"):
            self.sign_in(self.role(**self.trusting()), sub="repo:them/app:ref:refs/heads/main")
        with self.assertRefused("AccessDenied", "Not authorized"):
            self.sign_in(self.role())
        with self.assertRefused("AccessDenied", "Not authorized"):
            self.sign_in(f"arn:aws:iam::{ACCOUNT}:role/nobody")

    def test_tokens_that_are_not_valid(self) -> None:
        role = self.role(**self.trusting())
        cases: list[tuple[dict[str, Any], str, str]] = [
            ({"iss": "https://example.com"}, "InvalidIdentityToken", "No OpenIDConnect provider found"),
            ({"aud": "https://github.com/us"}, "InvalidIdentityToken", "Incorrect token audience"),
            ({"exp": time.time() - 1}, "ExpiredTokenException", "Token expired"),
            ({"token": "x.y.z"}, "InvalidIdentityToken", "not a valid JWT"),
        ]
        for given, code, text in cases:
            with self.subTest(given), self.assertRefused(code, text):
                self.sign_in(role, **given)


if __name__ == "__main__":
    unittest.main()
