"""Where AWS takes or gives what its model, as botocore ships it, does not know: by hand, each with its reason.

A test holds each entry against botocore's model, so that none outlives what it is about.
"""

from __future__ import annotations

from dataclasses import dataclass

from .violations import ENUM, PATTERN, REQUIRED, Path, Violation


@dataclass(frozen=True)
class Tolerance:
    """``kind`` of violation that is none at ``member`` of these operations: a dotted path, with ``*`` for numbers in
    lists and keys in maps."""

    service: str
    operations: tuple[str, ...]
    member: str
    kind: str
    reason: str


REQUESTS: tuple[Tolerance, ...] = (
    Tolerance(
        "cognito-idp",
        ("CreateUserPoolDomain", "DeleteUserPoolDomain", "DescribeUserPoolDomain", "UpdateUserPoolDomain"),
        "Domain",
        PATTERN,
        "The pattern is that of a prefix domain; a custom domain is a host name with dots, as the operations' own "
        "description says.",
    ),
)

ANSWERS: tuple[Tolerance, ...] = (
    Tolerance(
        "ec2",
        ("CreateVpcEndpoint",),
        "VpcEndpoint.State",
        ENUM,
        "AWS answers `available`, as the example in its API reference shows; the model has the words capitalised.",
    ),
    Tolerance("ec2", ("DescribeVpcEndpoints",), "VpcEndpoints.*.member.State", ENUM, "As with CreateVpcEndpoint."),
    Tolerance(
        "ec2",
        ("DescribeInternetGateways",),
        "InternetGateways.*.member.Attachments.*.member.State",
        ENUM,
        "AWS answers `available` for one that is attached, as its API reference says.",
    ),
    Tolerance(
        "route53",
        ("CreateHostedZone",),
        "DelegationSet",
        REQUIRED,
        "A private zone has no name servers that are delegated to, and AWS answers none.",
    ),
    Tolerance(
        "route53",
        (
            "ActivateKeySigningKey",
            "ChangeResourceRecordSets",
            "CreateHostedZone",
            "CreateKeySigningKey",
            "DeactivateKeySigningKey",
            "DeleteHostedZone",
            "DeleteKeySigningKey",
            "DisableHostedZoneDNSSEC",
            "EnableHostedZoneDNSSEC",
        ),
        "ChangeInfo",
        REQUIRED,
        "Not AWS: Terraform is spared a wait of 15 seconds (services/route53_records.py).",
    ),
)


def _by_place(tolerances: tuple[Tolerance, ...]) -> frozenset[tuple[str, str, str, str]]:
    return frozenset((t.service, name, t.member, t.kind) for t in tolerances for name in t.operations)


_REQUESTS, _ANSWERS = _by_place(REQUESTS), _by_place(ANSWERS)


def tolerated(service: str, operation: str, violation: Violation) -> bool:
    """Whether AWS is known to take this all the same."""
    return (service, operation, general(violation.path), violation.kind) in _REQUESTS


def answer_tolerated(service: str, operation: str, violation: Violation) -> bool:
    """Whether AWS is known to answer this all the same."""
    return (service, operation, general(violation.path), violation.kind) in _ANSWERS


def general(path: Path) -> str:
    """The dotted path, with ``*`` for the number or the key that stands before each ``member``."""
    return ".".join("*" if path[n + 1 : n + 2] == ("member",) else name for n, name in enumerate(path))
