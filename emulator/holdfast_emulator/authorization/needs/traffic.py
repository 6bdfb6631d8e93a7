"""Load balancers, certificates and WAF."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..need import Need
from .inputs import texts
from .state import web_acl_of
from .table import Table

if TYPE_CHECKING:
    from ...engine.call import Call

_BALANCERS = ("LoadBalancerArn", "LoadBalancerArns", "ResourceArn", "ResourceArns")
_LISTENERS = ("ListenerArn", "ListenerArns", "ResourceArn", "ResourceArns")
_RULES = ("RuleArn", "RuleArns", "RulePriorities.RuleArn", "ResourceArn", "ResourceArns")


def _new_balancer(call: Call) -> list[str]:
    if call.operation == "CreateLoadBalancer":
        return [f"{call.input['Name']}/*"] if (call.input.get("Type") or "application") == "application" else []
    return texts(call.input, *_BALANCERS)


def _new_network_balancer(call: Call) -> list[str]:
    if call.operation == "CreateLoadBalancer":
        return [f"{call.input['Name']}/*"] if call.input.get("Type") == "network" else []
    return texts(call.input, *_BALANCERS)


def _target_groups(call: Call) -> list[str]:
    if call.operation == "CreateTargetGroup":
        return [f"{call.input['Name']}/*"]
    return texts(call.input, "TargetGroupArn", "TargetGroupArns", "ResourceArn", "ResourceArns")


ELB = Table(
    "elbv2",
    "elasticloadbalancing",
    names={
        "listener-rule/app": _RULES,
        "listener-rule/net": _RULES,
        "listener/app": _LISTENERS,
        "listener/gwy": _LISTENERS,
        "listener/net": _LISTENERS,
        "loadbalancer/app/": _new_balancer,
        "loadbalancer/gwy/": _BALANCERS,
        "loadbalancer/net/": _new_network_balancer,
        "targetgroup": _target_groups,
        "truststore": ("TrustStoreArn", "TrustStoreArns", "ResourceArn", "ResourceArns"),
    },
    keys={
        "elasticloadbalancing:ListenerProtocol": ("Protocol",),
        "elasticloadbalancing:Scheme": ("Scheme",),
        "elasticloadbalancing:SecurityGroup": ("SecurityGroups",),
        "elasticloadbalancing:SecurityPolicy": ("SslPolicy",),
        "elasticloadbalancing:Subnet": ("Subnets", "SubnetMappings.SubnetId"),
    },
    tagged_by="AddTags",
    tagged_at="elasticloadbalancing:CreateAction",
    made={
        "CreateListener": lambda call: _below(call, "LoadBalancerArn", ":loadbalancer/", ":listener/"),
        "CreateRule": lambda call: _below(call, "ListenerArn", ":listener/", ":listener-rule/"),
    },
)


def _below(call: Call, member: str, kind: str, made: str) -> list[str]:
    """The ARN of a listener begins as its load balancer's goes on, and that of a rule as its listener's."""
    return [arn.replace(kind, made) + "/*" for arn in texts(call.input, member)]


@ELB.adds("CreateListener", "ModifyListener", "CreateRule", "ModifyRule")
def sign_in(call: Call) -> list[Need]:
    """ELB guide, "Prepare to use Amazon Cognito": the client of the pool is read in the caller's name."""
    pools = texts(
        call.input,
        "DefaultActions.AuthenticateCognitoConfig.UserPoolArn",
        "Actions.AuthenticateCognitoConfig.UserPoolArn",
    )
    return [Need("cognito-idp:DescribeUserPoolClient", arn) for arn in pools]


ACM = Table(
    "acm",
    names={"certificate": ("CertificateArn",)},
    keys={
        "acm:DomainNames": ("DomainName", "SubjectAlternativeNames"),
        "acm:ValidationMethod": ("ValidationMethod",),
        "acm:KeyAlgorithm": ("KeyAlgorithm",),
    },
    tagged_by="AddTagsToCertificate",
    made={"RequestCertificate": "certificate"},
)


def _waf(kind: str, *members: str) -> Any:
    """By scope, name and id, as WAF's inputs name them, or by ARN. A global one lives under us-east-1."""

    def find(call: Call) -> list[str]:
        arns = texts(call.input, *members, "ResourceARN", "ResourceArn", "LoggingConfiguration.ResourceArn")
        name = call.input.get("Name")
        own = call.operation.removeprefix("Create").removeprefix("Update").removeprefix("Delete").removeprefix("Get")
        if name and own.lower() == kind:
            scope = "global" if call.input.get("Scope") == "CLOUDFRONT" else "regional"
            arns.append(WAF.arn(call, kind, f"{scope}/{kind}/{name}/{call.input.get('Id') or '*'}"))
        # What the rules of a web ACL or of a group refer to, however deep.
        return arns + [arn for arn in _texts_in(call.input.get("Rules")) if arn.startswith("arn:")]

    return find


def _texts_in(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for each in inner for text in _texts_in(each)]


WAF = Table(
    "wafv2",
    names={
        "ipset": _waf("ipset"),
        "regexpatternset": _waf("regexpatternset"),
        "rulegroup": _waf("rulegroup"),
        "webacl": lambda call: _web_acls(call),
        "loadbalancer/app/": ("ResourceArn",),
        "userpool": ("ResourceArn",),
        "apigateway": ("ResourceArn",),
    },
    tagged_by="TagResource",
    keys={"wafv2:LogDestinationResource": ("LoggingConfiguration.LogDestinationConfigs",)},
    # One of these per kind of resource that a web ACL is put before; the rule below asks for that of the kind.
    excused=(
        *("amplify:AssociateWebACL", "amplify:DisassociateWebACL", "amplify:GetWebACLForResource"),
        *("amplify:ListResourcesForWebACL", "apigateway:SetWebACL", "apprunner:AssociateWebAcl"),
        *("apprunner:DisassociateWebAcl", "apprunner:DescribeWebAclForService"),
        *("apprunner:ListAssociatedServicesForWebAcl", "appsync:AssociateWebACL", "appsync:DisassociateWebACL"),
        *("appsync:SetWebACL", "appsync:GetWebACLForResource", "appsync:ListResourcesForWebACL"),
        *("ec2:AssociateVerifiedAccessInstanceWebAcl", "ec2:DisassociateVerifiedAccessInstanceWebAcl"),
        *("ec2:GetVerifiedAccessInstanceWebAcl", "ec2:DescribeVerifiedAccessInstanceWebAclAssociations"),
        # Web ACLs that AWS Firewall Manager shares; and names that no policy of AWS's own grants.
        *("wafv2:GetPermissionPolicy", "wafv2:PutPermissionPolicy"),
        *("elasticloadbalancing:CreateWebACLAssociation", "elasticloadbalancing:DeleteWebACLAssociation"),
        "elasticloadbalancing:DescribeWebACLAssociation",
        # A list names the web ACL, and no resource.
        "cognito-idp:ListResourcesForWebACL",
    ),
)


def _web_acls(call: Call) -> list[str]:
    """Who asks what stands before a resource asks about the web ACL that does."""
    if call.operation in ("GetWebACLForResource", "DisassociateWebACL"):
        found = web_acl_of(call, str(call.input.get("ResourceArn")))
        return [found or WAF.arn(call, "webacl", "regional/webacl/*/*")]
    return list(_waf("webacl", "WebACLArn")(call))


# WAF guide, "Actions that require additional permissions settings".
_BEFORE = {
    "AssociateWebACL": {"elasticloadbalancing": "SetWebACL", "cognito-idp": "AssociateWebACL"},
    "DisassociateWebACL": {"elasticloadbalancing": "SetWebACL", "cognito-idp": "DisassociateWebACL"},
    "GetWebACLForResource": {"elasticloadbalancing": "GetLoadBalancerWebACL", "cognito-idp": "GetWebACLForResource"},
}


@WAF.adds(*_BEFORE)
def protected(call: Call) -> list[Need]:
    arn = str(call.input.get("ResourceArn"))
    service = arn.split(":")[2]
    name = _BEFORE[call.operation].get(service)
    needs = [Need(f"{service}:{name}", arn)] if name else []
    if call.operation == "GetWebACLForResource":
        needs += [WAF.need(call, "GetWebACL", one) for one in _web_acls(call)]
    return needs


@WAF.adds("PutLoggingConfiguration")
def log_destination(call: Call) -> list[Need]:
    """WAF guide, "Permissions to publish logs": by the kind of destination."""
    needs = []
    for arn in texts(call.input, "LoggingConfiguration.LogDestinationConfigs"):
        if ":logs:" in arn:
            names = ("CreateLogDelivery", "DeleteLogDelivery", "DescribeLogGroups")
            more = ("DescribeResourcePolicies", "PutResourcePolicy")
            needs += [Need(f"logs:{name}") for name in (*names, *more)]
        elif ":s3:" in arn:
            needs += [Need(f"logs:{name}") for name in ("CreateLogDelivery", "DeleteLogDelivery")]
            needs += [Need(f"s3:{name}", arn) for name in ("GetBucketPolicy", "PutBucketPolicy")]
    return needs


@WAF.adds("DeleteLoggingConfiguration")
def log_destination_left(call: Call) -> list[Need]:
    return [Need("logs:DeleteLogDelivery")]
