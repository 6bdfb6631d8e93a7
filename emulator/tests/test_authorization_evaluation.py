"""What policies of several kinds allow together, as tables. Oracle: IAM User Guide, "Policy evaluation logic"."""

from __future__ import annotations

import unittest
from typing import Any

from policies import ACCOUNT, OBJECT, ROLE, SESSION, USER, allow, deny, policy, role, user, verdict

from holdfast_emulator.authorization.evaluate import ResourcePolicy, decide
from holdfast_emulator.authorization.need import Need
from holdfast_emulator.authorization.principals import Principal

NEED = Need("s3:GetObject", OBJECT)
OTHER = policy(allow("ec2:*"))


def to(*principals: str, kind: str = "AWS", **more: Any) -> dict[str, Any]:
    return allow(Principal={kind: list(principals)}, **more)


def resource(*statements: dict[str, Any], **more: Any) -> ResourcePolicy:
    return ResourcePolicy((policy(*statements),), **more)


class Kinds(unittest.TestCase):
    """ "Determining whether a request is allowed or denied within an account"."""

    def check(self, cases: dict[str, tuple[Principal, ResourcePolicy, str, str]]) -> None:
        for name, (principal, policies, expected, by) in cases.items():
            with self.subTest(name):
                decision = decide(principal, NEED, {}, policies)
                self.assertEqual((decision.verdict, decision.by), (expected, by))

    def test_identity_boundary_and_session(self) -> None:
        none = ResourcePolicy()
        everything = policy(allow())
        self.check(
            {
                "nothing allows": (role(), none, "implicitDeny", "identity-based policy"),
                "identity allows": (role(allow()), none, "allowed", "identity-based policy"),
                "deny wins": (role(allow(), deny("s3:*")), none, "explicitDeny", "identity-based policy"),
                "boundary narrows": (role(allow(), boundary=OTHER), none, "implicitDeny", "permissions boundary"),
                "boundary alone gives nothing": (
                    role(boundary=everything),
                    none,
                    "implicitDeny",
                    "identity-based policy",
                ),
                "boundary denies": (
                    role(allow(), boundary=policy(allow(), deny("s3:*"))),
                    none,
                    "explicitDeny",
                    "permissions boundary",
                ),
                "session narrows": (role(allow(), session=(OTHER,)), none, "implicitDeny", "session policy"),
                "one of the session's policies": (
                    role(allow(), session=(OTHER, everything)),
                    none,
                    "allowed",
                    "identity-based policy",
                ),
                "session denies": (
                    role(allow(), session=(everything, policy(deny("s3:*")))),
                    none,
                    "explicitDeny",
                    "session policy",
                ),
            }
        )

    def test_resource_policies(self) -> None:
        self.check(
            {
                "names the role": (role(), resource(to(ROLE)), "allowed", "resource-based policy"),
                "names the session": (role(), resource(to(SESSION)), "allowed", "resource-based policy"),
                "names the user": (user(), resource(to(USER)), "allowed", "resource-based policy"),
                "names everybody": (role(), resource(allow(Principal="*")), "allowed", "resource-based policy"),
                "names another": (role(), resource(to(f"{ROLE}2")), "implicitDeny", "identity-based policy"),
                "names the account": (role(), resource(to(ACCOUNT)), "implicitDeny", "identity-based policy"),
                "names a service": (
                    role(),
                    resource(to("backup.amazonaws.com", kind="Service")),
                    "implicitDeny",
                    "identity-based policy",
                ),
                "role in a boundary": (
                    role(boundary=OTHER),
                    resource(to(ROLE)),
                    "implicitDeny",
                    "permissions boundary",
                ),
                "session in a boundary": (
                    role(boundary=OTHER),
                    resource(to(SESSION)),
                    "allowed",
                    "resource-based policy",
                ),
                "role in a session policy": (
                    role(session=(OTHER,)),
                    resource(to(ROLE)),
                    "implicitDeny",
                    "session policy",
                ),
                "denies the role": (
                    role(allow()),
                    resource({**to(ROLE), "Effect": "Deny"}),
                    "explicitDeny",
                    "resource-based policy",
                ),
                "denies the account": (
                    user(allow()),
                    resource({**to(f"arn:aws:iam::{ACCOUNT}:root"), "Effect": "Deny"}),
                    "explicitDeny",
                    "resource-based policy",
                ),
                "denies all but others": (
                    role(allow()),
                    resource(deny(NotPrincipal={"AWS": [USER]})),
                    "explicitDeny",
                    "resource-based policy",
                ),
                "denies all but the role, without its account": (
                    role(allow()),
                    resource(deny(NotPrincipal={"AWS": [ROLE, SESSION]})),
                    "explicitDeny",
                    "resource-based policy",
                ),
                "denies all but the role": (
                    role(allow()),
                    resource(deny(NotPrincipal={"AWS": [ROLE, SESSION, ACCOUNT]})),
                    "allowed",
                    "identity-based policy",
                ),
            }
        )

    def test_policies_that_are_required(self) -> None:
        """KMS Developer Guide, "Key policies": IAM's policies count only where the key policy lets the account in."""

        def key(*statements: dict[str, Any], **more: Any) -> ResourcePolicy:
            return resource(*statements, is_required=True, **more)

        granted = (frozenset({("AWS", ROLE)}),)
        self.check(
            {
                "silent": (role(allow()), key(to(USER)), "implicitDeny", "resource-based policy"),
                "delegates": (role(allow()), key(to(ACCOUNT)), "allowed", "identity-based policy"),
                "delegates in vain": (role(), key(to(ACCOUNT)), "implicitDeny", "identity-based policy"),
                "names the role": (role(), key(to(ROLE)), "allowed", "resource-based policy"),
                "denies": (
                    role(allow()),
                    key(to(ACCOUNT), deny(Principal="*")),
                    "explicitDeny",
                    "resource-based policy",
                ),
                "grants": (role(), key(to(USER), grants=granted), "allowed", "resource-based policy"),
                "grants to another": (
                    user(),
                    key(to(ROLE), grants=granted),
                    "implicitDeny",
                    "resource-based policy",
                ),
            }
        )

    def test_services_have_resource_policies_only(self) -> None:
        service = Principal("service", "backup.amazonaws.com", ACCOUNT, "backup.amazonaws.com")
        mine, another = (resource(to(name, kind="Service")) for name in ("backup.amazonaws.com", "rds.amazonaws.com"))
        self.check(
            {
                "named": (service, mine, "allowed", "resource-based policy"),
                "another": (service, another, "implicitDeny", "resource-based policy"),
                "the account": (service, resource(to(ACCOUNT)), "implicitDeny", "resource-based policy"),
            }
        )

    def test_another_account_has_to_allow_it_too(self) -> None:
        """ "Cross-account policy evaluation logic": both sides, and a resource policy may name the account."""
        cases: list[tuple[Principal, ResourcePolicy, str]] = [
            (role(allow()), ResourcePolicy(), "implicitDeny"),
            (role(allow()), resource(to(ACCOUNT)), "allowed"),
            (role(allow()), resource(to(ROLE)), "allowed"),
            (role(), resource(to(ROLE)), "implicitDeny"),
            (user(), resource(allow(Principal="*")), "implicitDeny"),
            (user(allow()), resource(allow(Principal="*")), "allowed"),
        ]
        for principal, policies, expected in cases:
            with self.subTest(principal=principal.arn, policies=policies):
                self.assertEqual(verdict(principal, NEED, policies, is_foreign=True), expected)


if __name__ == "__main__":
    unittest.main()
