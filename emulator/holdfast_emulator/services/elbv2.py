"""Elastic Load Balancing: the checks of AWS, and who really uses a target group."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ..engine.call import Call
from ..engine.errors import AwsError
from ..engine.registry import amends, checks
from .certificates import require_certificate
from .ec2 import known_subnets, vpcs_with_internet
from .policy_documents import allows

MAX_CONDITION_VALUES = 5

_NAME = re.compile(r"^(?!-)(?!.*-$)[A-Za-z0-9-]+$")

_RESPONSE_HEADERS = (
    "access_control_allow_credentials",
    "access_control_allow_headers",
    "access_control_allow_methods",
    "access_control_allow_origin",
    "access_control_expose_headers",
    "access_control_max_age",
    "content_security_policy",
    "strict_transport_security",
    "x_content_type_options",
    "x_frame_options",
)
_REQUEST_HEADERS = (
    "x_amzn_mtls_clientcert",
    "x_amzn_mtls_clientcert_issuer",
    "x_amzn_mtls_clientcert_leaf",
    "x_amzn_mtls_clientcert_serial_number",
    "x_amzn_mtls_clientcert_subject",
    "x_amzn_mtls_clientcert_validity",
    "x_amzn_tls_cipher_suite",
    "x_amzn_tls_version",
)

# https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html
_STICKINESS = {
    "stickiness.lb_cookie.duration_seconds": "86400",
    "stickiness.app_cookie.duration_seconds": "86400",
    "stickiness.app_cookie.cookie_name": "",
}


# ---------------------------------------------------------------------------------------------- load balancers


@checks("elbv2", "CreateLoadBalancer")
def refuse_bad_name(call: Call) -> None:
    name = call.input["Name"]
    if len(name) > 32:
        raise AwsError("ValidationError", f"The load balancer name '{name}' cannot be longer than '32' characters")
    if not _NAME.match(name) or name.startswith("internal-"):
        raise AwsError(
            "ValidationError",
            f"The load balancer name '{name}' can only contain characters that are alphanumeric characters and "
            "hyphens(-), must not begin or end with a hyphen, and must not begin with 'internal-'",
        )
    if any(balancer.name == name for balancer in call.backend().load_balancers.values()):
        raise AwsError(
            "DuplicateLoadBalancerName",
            f"A load balancer with the same name '{name}' exists, but with different settings",
        )


@checks("elbv2", "CreateLoadBalancer")
def refuse_bad_network(call: Call) -> None:
    """Subnets in two zones of one VPC, its security groups, and an internet gateway if it faces the internet."""
    ids = call.input.get("Subnets") or [m["SubnetId"] for m in call.input.get("SubnetMappings") or []]
    subnets = list(_subnets(call, ids))
    zones = [subnet.availability_zone for subnet in subnets]
    is_application = call.input.get("Type", "application") == "application"
    if len(set(zones)) < len(zones):
        raise AwsError(
            "InvalidConfigurationRequest",
            "A load balancer cannot be attached to multiple subnets in the same Availability Zone",
        )
    if is_application and len(zones) < 2:
        raise AwsError("ValidationError", "At least two subnets in two different Availability Zones must be specified")
    vpcs = {subnet.vpc_id for subnet in subnets}
    if len(vpcs) > 1:
        raise AwsError("InvalidSubnet", "All subnets must belong to the same VPC")
    _refuse_foreign_security_groups(call, vpcs)
    if call.input.get("Scheme", "internet-facing") == "internet-facing":
        for vpc in vpcs - vpcs_with_internet(call):
            raise AwsError("InvalidSubnet", f"VPC {vpc} has no internet gateway")


@checks("elbv2", "SetSecurityGroups")
def refuse_foreign_groups_later(call: Call) -> None:
    balancer = call.backend().load_balancers.get(call.input["LoadBalancerArn"])
    if balancer is not None:
        _refuse_foreign_security_groups(call, {balancer.vpc_id})


@checks("elbv2", "ModifyLoadBalancerAttributes")
def refuse_unwritable_log_bucket(call: Call) -> None:
    """AWS writes a test object as soon as logs are switched on; so the bucket and its policy must come first."""
    wanted = {item["Key"]: item.get("Value", "") for item in call.input.get("Attributes", [])}
    for kind in ("access_logs", "connection_logs"):
        if wanted.get(f"{kind}.s3.enabled") != "true":
            continue
        name = wanted.get(f"{kind}.s3.bucket", "")
        bucket = call.backend("s3").buckets.get(name)
        if bucket is None:
            raise AwsError("InvalidConfigurationRequest", f"S3 Bucket: {name} does not exist")
        if bucket.region_name != call.region:
            raise AwsError("InvalidConfigurationRequest", f"S3 Bucket: {name} is not located in {call.region}")
        if not allows((bucket.policy or b"").decode(), action="s3:PutObject", principals=_log_writers(call)):
            raise AwsError(
                "InvalidConfigurationRequest", f"Access Denied for bucket: {name}. Please check S3bucket permission"
            )


@checks("elbv2", "DeleteLoadBalancer")
def enforce_deletion_protection(call: Call) -> None:
    arn = call.input["LoadBalancerArn"]
    balancer = call.backend().load_balancers.get(arn)
    if balancer is not None and balancer.attrs.get("deletion_protection.enabled") == "true":
        raise AwsError(
            "OperationNotPermitted",
            f"Load balancer '{arn}' cannot be deleted because deletion protection is enabled",
        )


# --------------------------------------------------------------------------------------------------- listeners


@checks("elbv2", "CreateListener", "ModifyListener")
def refuse_port_in_use(call: Call) -> None:
    """moto looks for the port among ARNs, and so never finds it."""
    balancers = call.backend().load_balancers
    own = call.input.get("ListenerArn")
    arn = call.input.get("LoadBalancerArn") or _balancer_arn_of_listener(own)
    balancer = balancers.get(arn)
    for listener in balancer.listeners.values() if balancer else ():
        if listener.arn != own and str(listener.port) == str(call.input.get("Port")):
            raise AwsError(
                "DuplicateListener", f"A listener already exists on this port for this load balancer '{arn}'"
            )


@checks("elbv2", "CreateListener", "ModifyListener", "AddListenerCertificates")
def refuse_unusable_certificate(call: Call) -> None:
    certificates = call.input.get("Certificates") or []
    if call.operation == "CreateListener" and call.input.get("Protocol") in ("HTTPS", "TLS") and not certificates:
        raise AwsError("ValidationError", "A certificate must be specified for HTTPS listeners")
    if call.operation == "CreateListener" and certificates and call.input.get("Protocol") == "HTTP":
        raise AwsError("InvalidConfigurationRequest", "Certificates cannot be specified for HTTP listeners")
    for certificate in certificates:
        require_certificate(call, certificate["CertificateArn"])


@checks("elbv2", "CreateListener", "ModifyListener")
def refuse_unknown_ssl_policy(call: Call) -> None:
    from moto.elbv2.ssl_policies import SSL_POLICIES

    policy = call.input.get("SslPolicy")
    if policy and policy not in _names(SSL_POLICIES):
        raise AwsError("SSLPolicyNotFound", f"SSL policy '{policy}' not found")


@checks("elbv2", "CreateRule", "ModifyRule")
def refuse_too_many_values(call: Call) -> None:
    count = sum(_values_of(condition) for condition in call.input.get("Conditions") or [])
    if count > MAX_CONDITION_VALUES:
        raise AwsError("ValidationError", f"A rule can only have '{MAX_CONDITION_VALUES}' condition values")


@checks("elbv2", "ModifyListenerAttributes")
def refuse_unknown_attribute(call: Call) -> None:
    known = _listener_attributes(_listener(call))
    for item in call.input["Attributes"]:
        if item["Key"] not in known:
            raise AwsError("ValidationError", f"Listener attribute key '{item['Key']}' is not recognized")


@amends("elbv2", "DescribeListenerAttributes", "ModifyListenerAttributes")
def tell_all_attributes(call: Call, output: dict) -> None:
    """moto tells every listener the attribute of a TCP listener, and the others only once they were set."""
    known = _listener_attributes(_listener(call))
    values = {item["Key"]: item.get("Value", "") for item in output.get("Attributes", [])}
    output["Attributes"] = [{"Key": key, "Value": values.get(key, value)} for key, value in known.items()]


# ----------------------------------------------------------------------------------------------- target groups


@amends("elbv2", "CreateTargetGroup", "DescribeTargetGroups", "ModifyTargetGroup")
def tell_load_balancers(call: Call, output: dict) -> None:
    """moto only ever adds to this list, and not when a listener is changed."""
    for group in output.get("TargetGroups", []):
        group["LoadBalancerArns"] = load_balancers_of(call, group["TargetGroupArn"])


@checks("elbv2", "ModifyTargetGroupAttributes")
def refuse_reserved_cookie(call: Call) -> None:
    for item in call.input.get("Attributes", []):
        if item["Key"] == "stickiness.app_cookie.cookie_name" and item.get("Value", "").startswith("AWSALB"):
            raise AwsError("InvalidConfigurationRequest", f"The cookie name '{item['Value']}' is reserved")


@amends("elbv2", "DescribeTargetGroupAttributes", "ModifyTargetGroupAttributes")
def tell_stickiness(call: Call, output: dict) -> None:
    """moto tells how long a target group sticks only once it was set; AWS tells a day for one that does not stick."""
    told = {item["Key"] for item in output.get("Attributes", [])}
    if not told or _target_group(call).protocol not in ("HTTP", "HTTPS"):
        return
    output["Attributes"] += [{"Key": key, "Value": value} for key, value in _STICKINESS.items() if key not in told]


def load_balancers_of(call: Call, target_group_arn: str) -> list[str]:
    """The load balancers of which a listener or a rule forwards to the target group."""
    found = []
    for balancer in call.backend("elbv2").load_balancers.values():
        actions = [
            action
            for listener in balancer.listeners.values()
            for rule in listener.rules.values()
            for action in rule.actions
        ]
        if any(target_group_arn in _forwarded_to(action.data) for action in actions):
            found.append(balancer.arn)
    return found


# ----------------------------------------------------------------------------------------------------- helpers


def _forwarded_to(action: dict[str, Any]) -> Iterator[str]:
    if action.get("TargetGroupArn"):
        yield action["TargetGroupArn"]
    for group in (action.get("ForwardConfig") or {}).get("TargetGroups") or []:
        yield group["TargetGroupArn"]


def _values_of(condition: dict[str, Any]) -> int:
    nested = [value.get("Values") or [] for name, value in condition.items() if name.endswith("Config")]
    return sum(len(values) for values in nested) or len(condition.get("Values") or [])


def _names(policies: Any) -> set[str]:
    return {policy["name"] if isinstance(policy, dict) else getattr(policy, "name", policy) for policy in policies}


def _subnets(call: Call, ids: list[str]) -> Iterator[Any]:
    known = known_subnets(call)
    for subnet_id in ids:
        if subnet_id not in known:
            raise AwsError("SubnetNotFound", f"The subnet ID '{subnet_id}' is not valid")
        yield known[subnet_id]


def _refuse_foreign_security_groups(call: Call, vpcs: set[str]) -> None:
    for group_id in call.input.get("SecurityGroups") or []:
        group = call.backend("ec2").get_security_group_from_id(group_id)
        if group is None:
            raise AwsError("InvalidSecurityGroup", f"The security group '{group_id}' does not exist")
        if group.vpc_id not in vpcs:
            raise AwsError("InvalidSecurityGroup", f"The security group '{group_id}' belongs to another VPC")


def _log_writers(call: Call) -> tuple[str, ...]:
    """The principals under which load balancers write their logs: a service, or an account of AWS per region."""
    account = _ELB_ACCOUNTS.get(call.region)
    old = (f"arn:aws:iam::{account}:root", account) if account else ()
    return ("logdelivery.elasticloadbalancing.amazonaws.com", "delivery.logs.amazonaws.com", *old)


# https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
_ELB_ACCOUNTS = {
    "us-east-1": "127311923021",
    "us-east-2": "033677994240",
    "us-west-1": "027434742980",
    "us-west-2": "797873946194",
    "ca-central-1": "985666609251",
    "eu-central-1": "054676820928",
    "eu-west-1": "156460612806",
    "eu-west-2": "652711504416",
    "eu-west-3": "009996457667",
    "eu-north-1": "897822967062",
    "eu-south-1": "635631232127",
    "ap-east-1": "754344448648",
    "ap-northeast-1": "582318560864",
    "ap-northeast-2": "600734575887",
    "ap-northeast-3": "383597477331",
    "ap-south-1": "718504428378",
    "ap-southeast-1": "114774131450",
    "ap-southeast-2": "783225319266",
    "ap-southeast-3": "589379963580",
    "sa-east-1": "507241528517",
    "me-south-1": "076674570225",
    "af-south-1": "098369216593",
}


def _balancer_arn_of_listener(arn: str | None) -> str:
    return (arn or "").replace(":listener/", ":loadbalancer/").rpartition("/")[0]


def _target_group(call: Call) -> Any:
    arn = call.input["TargetGroupArn"]
    group = call.backend().target_groups.get(arn)
    if group is None:
        raise AwsError("TargetGroupNotFound", f"One or more target groups not found: {arn}")
    return group


def _listener(call: Call) -> Any:
    arn = call.input["ListenerArn"]
    balancer = call.backend().load_balancers.get(_balancer_arn_of_listener(arn))
    if balancer is None or arn not in balancer.listeners:
        raise AwsError("ListenerNotFound", f"One or more listeners not found: {arn}")
    return balancer.listeners[arn]


def _listener_attributes(listener: Any) -> dict[str, str]:
    """The attributes that a listener of this protocol has, with the values they start with."""
    if listener.protocol not in ("HTTP", "HTTPS"):
        return {"tcp.idle_timeout.seconds": "350"}
    known = {"routing.http.response.server.enabled": "true"}
    known.update({f"routing.http.response.{name}.header_value": "" for name in _RESPONSE_HEADERS})
    if listener.protocol == "HTTPS":
        known.update({f"routing.http.request.{name}.header_name": "" for name in _REQUEST_HEADERS})
    return known
