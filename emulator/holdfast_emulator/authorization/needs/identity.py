"""IAM, STS, Cognito."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..need import Need
from .inputs import texts
from .state import partition
from .table import Table

if TYPE_CHECKING:
    from ...engine.call import Call


def _with_path(kind: str, *members: str) -> Any:
    """Names in IAM; their ARNs have the path of what is there, or of what is made."""

    def find(call: Call) -> list[str]:
        found = []
        for name in texts(call.input, *members):
            found.append(name if name.startswith("arn:") else _stored(call, kind, name) or _path(call) + name)
        return found

    return find


def _path(call: Call) -> str:
    return str(call.input.get("Path") or "/").lstrip("/")


def _stored(call: Call, kind: str, name: str) -> str | None:
    backend = call.backend("iam")
    store = {
        "role": backend.roles.values(),
        "user": backend.users.values(),
        "policy": backend.managed_policies.values(),
        "instance-profile": backend.instance_profiles.values(),
    }.get(kind, ())
    return next((str(each.arn) for each in store if each.name == name), None)


def _boundary(call: Call) -> list[str]:
    """Of the role or user that is changed: what the request sets, or, for one that is there, what it has."""
    stated = texts(call.input, "PermissionsBoundary")
    if stated or call.operation in ("CreateRole", "CreateUser"):
        return stated
    backend, name = call.backend("iam"), str(call.input.get("RoleName") or call.input.get("UserName"))
    entities = backend.users.values() if call.input.get("UserName") else backend.roles.values()
    entity = next((each for each in entities if each.name == name), None)
    boundary = getattr(entity, "permissions_boundary", None) or getattr(entity, "permissions_boundary_arn", None)
    return texts({"b": boundary}, "b.PermissionsBoundaryArn") or texts({"b": boundary}, "b") if boundary else []


IAM = Table(
    "iam",
    names={
        "role": _with_path("role", "RoleName"),
        "user": _with_path("user", "UserName"),
        "group": ("GroupName",),
        "policy": lambda call: texts(call.input, "PolicyArn") + [_path(call) + name for name in _new_policy(call)],
        "instance-profile": _with_path("instance-profile", "InstanceProfileName"),
        "oidc-provider": lambda call: [
            *texts(call.input, "OpenIDConnectProviderArn"),
            *(url.split("://")[-1].rstrip("/") for url in texts(call.input, "Url")),
        ],
        "saml-provider": ("SAMLProviderArn", "Name"),
        "server-certificate": ("ServerCertificateName",),
        "mfa": ("SerialNumber", "VirtualMFADeviceName"),
    },
    keys={
        "iam:PermissionsBoundary": _boundary,
        "iam:PolicyARN": ("PolicyArn",),
        "iam:AWSServiceName": ("AWSServiceName",),
    },
    tagged_by=None,
    passes={"AddRoleToInstanceProfile": {"RoleName": "ec2.amazonaws.com"}},
    # Of organizations, which the emulator does not keep.
    excused=(
        *("organizations:DescribePolicy", "organizations:ListChildren", "organizations:ListParents"),
        *("organizations:ListPoliciesForTarget", "organizations:ListRoots", "organizations:ListTargetsForPolicy"),
    ),
)
_TAGGED = {
    "CreateRole": "TagRole",
    "CreateUser": "TagUser",
    "CreatePolicy": "TagPolicy",
    "CreateInstanceProfile": "TagInstanceProfile",
    "CreateOpenIDConnectProvider": "TagOpenIDConnectProvider",
    "CreateSAMLProvider": "TagSAMLProvider",
    "UploadServerCertificate": "TagServerCertificate",
}


def _new_policy(call: Call) -> list[str]:
    return texts(call.input, "PolicyName") if call.operation == "CreatePolicy" else []


@IAM.adds(*_TAGGED)
def tags_of_entity(call: Call) -> list[Need]:
    """IAM guide, "Tagging IAM resources": whoever makes one with tags needs the right to tag it."""
    if not call.input.get("Tags"):
        return []
    name = _TAGGED[call.operation]
    kinds = {
        "TagRole": "role",
        "TagUser": "user",
        "TagPolicy": "policy",
        "TagInstanceProfile": "instance-profile",
        "TagOpenIDConnectProvider": "oidc-provider",
        "TagSAMLProvider": "saml-provider",
        "TagServerCertificate": "server-certificate",
    }
    return [IAM.need(call, name, arn) for arn in IAM.arns(call, kinds[name])]


@IAM.instead("CreateServiceLinkedRole", "DeleteServiceLinkedRole", "GetServiceLinkedRoleDeletionStatus")
def service_linked(call: Call) -> list[Need]:
    service = str(call.input.get("AWSServiceName") or "*")
    name = str(call.input.get("RoleName") or "*")
    arn = f"arn:{partition(call)}:iam::{call.account}:role/aws-service-role/{service}/{name}"
    return [IAM.need(call, call.operation, arn)]


STS = Table("sts", names={"role": ("RoleArn",)})


@STS.instead("GetCallerIdentity")
def who_am_i(call: Call) -> list[Need]:
    """STS API, "GetCallerIdentity": no permissions are required, and none can be taken away."""
    del call
    return []


@STS.instead("AssumeRole", "AssumeRoleWithWebIdentity", "AssumeRoleWithSAML")
def assumed(call: Call) -> list[Need]:
    """On the role; the context is what the caller chooses for the session."""
    context: dict[str, str | tuple[str, ...]] = {}
    for key, member in (
        ("sts:RoleSessionName", "RoleSessionName"),
        ("sts:ExternalId", "ExternalId"),
        ("aws:MultiFactorAuthPresent", "TokenCode"),
    ):
        if call.input.get(member):
            context[key] = "true" if member == "TokenCode" else str(call.input[member])
    needs = [Need(f"sts:{call.operation}", str(call.input.get("RoleArn")), context)]
    if call.input.get("Tags"):
        needs.append(Need("sts:TagSession", str(call.input.get("RoleArn")), context))
    return needs


@STS.instead("GetSessionToken", "GetFederationToken", "DecodeAuthorizationMessage", "GetAccessKeyInfo")
def other_sts(call: Call) -> list[Need]:
    return [Need(f"sts:{call.operation}")]


COGNITO = Table(
    "cognito-idp",
    names={"userpool": ("UserPoolId", "ResourceArn")},
    tagged_by="TagResource",
    passes={
        operation: {"SmsConfiguration.SnsCallerArn": "cognito-idp.amazonaws.com"}
        for operation in ("CreateUserPool", "UpdateUserPool", "SetUserPoolMfaConfig")
    },
)
# Cognito guide, "Amazon Cognito API operations": unauthenticated and token-authorized operations ask IAM for nothing.
_PUBLIC = (
    *("AssociateSoftwareToken", "ChangePassword", "ConfirmDevice", "ConfirmForgotPassword", "ConfirmSignUp"),
    *("DeleteUser", "DeleteUserAttributes", "ForgetDevice", "ForgotPassword", "GetDevice", "GetUser"),
    *("GetUserAttributeVerificationCode", "GlobalSignOut", "InitiateAuth", "ListDevices", "ResendConfirmationCode"),
    *("RespondToAuthChallenge", "RevokeToken", "SetUserMFAPreference", "SignUp", "UpdateUserAttributes"),
    *("VerifySoftwareToken", "VerifyUserAttribute"),
)


@COGNITO.instead(*_PUBLIC)
def public(call: Call) -> list[Need]:
    del call
    return []
