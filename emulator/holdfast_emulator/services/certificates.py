"""ACM: certificates are issued once their validation records exist; and who may use which certificate."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import Any

from ..engine.call import Call
from ..engine.errors import AwsError
from ..engine.registry import amends, checks, replaces

# https://docs.aws.amazon.com/acm/latest/userguide/acm-certificate-characteristics.html
REQUESTABLE_KEYS = ("RSA_2048", "EC_prime256v1", "EC_secp384r1")
IMPORTED_NAME = "imported.example.com"

_ACM_ARN = re.compile(r"^arn:aws:acm:(?P<region>[^:]+):(?P<account>\d{12}):certificate/(?P<id>[0-9a-f-]{36})$")
_LABEL = r"(?!-)[A-Za-z0-9-]{1,63}(?<!-)"
_DOMAIN = re.compile(rf"^(\*\.)?({_LABEL}\.)+{_LABEL}$")
_MAX_DOMAIN, _MAX_ALTERNATIVE = 64, 253


# ------------------------------------------------------------------------------------------- requested certificates


@checks("acm", "RequestCertificate")
def refuse_bad_request(call: Call) -> None:
    domain = call.input["DomainName"]
    for name in _names(call):
        if not _DOMAIN.match(name) or len(name) > _MAX_ALTERNATIVE:
            raise AwsError("ValidationException", f"'{name}' is not a valid domain name for a certificate.")
    if len(domain) > _MAX_DOMAIN:
        raise AwsError(
            "ValidationException", f"The first domain name '{domain}' is longer than {_MAX_DOMAIN} characters."
        )
    algorithm = call.input.get("KeyAlgorithm", REQUESTABLE_KEYS[0])
    if algorithm not in REQUESTABLE_KEYS:
        raise AwsError(
            "ValidationException",
            f"The key algorithm {algorithm} cannot be requested, only {', '.join(REQUESTABLE_KEYS)}.",
        )


@replaces("acm", "RequestCertificate")
def request_certificate(call: Call) -> dict[str, Any]:
    """moto issues every certificate after a while; here it waits for the records, as in AWS."""
    output = call.moto()
    certificate = call.backend("acm")._certificates[output["CertificateArn"]]
    if certificate.cert_authority_arn:
        return output
    names = _names(call)
    method = call.input.get("ValidationMethod", "EMAIL")
    certificate.cert_options = _options(call.input.get("Options"))
    algorithm = call.input.get("KeyAlgorithm", REQUESTABLE_KEYS[0])
    certificate.holdfast_request = {"Names": names, "Method": method, "KeyAlgorithm": algorithm}
    if method == "DNS":
        # moto calls this whenever somebody asks for the certificate.
        certificate.check = lambda: _issue_when_validated(call.account, certificate, names)
    else:
        certificate.check = lambda: None  # nobody reads the e-mail
    return output


@amends("acm", "DescribeCertificate")
def tell_request(call: Call, output: dict) -> None:
    told = output["Certificate"]
    told["InUseBy"] = list(users_of(call, told["CertificateArn"]))
    request = _request_of(call.backend()._certificates[told["CertificateArn"]])
    if request is None:
        return
    told["SubjectAlternativeNames"] = request["Names"]
    told["KeyAlgorithm"] = request["KeyAlgorithm"]
    told["DomainValidationOptions"] = [_validation(call.account, name, request["Method"]) for name in request["Names"]]
    told["RenewalEligibility"] = "ELIGIBLE" if told["Status"] == "ISSUED" and told["InUseBy"] else "INELIGIBLE"
    if told["Status"] != "ISSUED":
        for name in ("IssuedAt", "NotBefore", "NotAfter", "Serial"):
            told.pop(name, None)


@amends("acm", "ListCertificates")
def list_certificates(call: Call, output: dict[str, Any]) -> None:
    """Nothing to add: what moto says beyond a summary is lost when its answer is read by the model."""


@replaces("acm", "UpdateCertificateOptions")
def update_options(call: Call) -> dict[str, Any]:
    certificate = _known(call)
    if certificate.type == "IMPORTED":
        raise AwsError("InvalidStateException", "The options of an imported certificate cannot be changed.")
    certificate.cert_options = _options({**certificate.cert_options, **call.input["Options"]})
    return {}


@checks("acm", "DeleteCertificate")
def refuse_while_in_use(call: Call) -> None:
    certificate = _known(call)
    users = list(users_of(call, certificate.arn))
    if users:
        raise AwsError("ResourceInUseException", f"Certificate {certificate.arn} is in use by {', '.join(users)}.")


def validation_record(account: str, domain: str) -> tuple[str, str]:
    """The name and the value of the CNAME that proves a domain: in every region the same, and for its wildcard too."""
    apex = domain.removeprefix("*.").lower()
    key = hashlib.md5(f"{account} {apex} name".encode(), usedforsecurity=False).hexdigest()
    value = hashlib.md5(f"{account} {apex} value".encode(), usedforsecurity=False).hexdigest()
    return f"_{key}.{apex}.", f"_{value}.acm-validations.aws."


def _issue_when_validated(account: str, certificate: Any, names: list[str]) -> None:
    if certificate.status == "PENDING_VALIDATION" and all(_is_validated(account, name) for name in names):
        certificate.status = "ISSUED"


def _is_validated(account: str, domain: str) -> bool:
    from moto.backends import get_backend

    name, value = validation_record(account, domain)
    zones = get_backend("route53")[account]["aws"].zones.values()
    return any(
        record.name == name and record.type == "CNAME" and [v.rstrip(".") + "." for v in record.records] == [value]
        for zone in zones
        if not zone.private_zone
        for record in zone.rrsets
    )


def _validation(account: str, domain: str, method: str) -> dict[str, Any]:
    name, value = validation_record(account, domain)
    told: dict[str, Any] = {"DomainName": domain, "ValidationDomain": domain, "ValidationMethod": method}
    told["ValidationStatus"] = "PENDING_VALIDATION"
    if method == "EMAIL":
        return {**told, "ValidationEmails": [f"hostmaster@{domain.removeprefix('*.')}"]}
    if _is_validated(account, domain):
        told["ValidationStatus"] = "SUCCESS"
    return {**told, "ResourceRecord": {"Name": name, "Type": "CNAME", "Value": value}}


def _request_of(certificate: Any) -> dict[str, Any] | None:
    """What was asked for when the certificate was requested; None for an imported one."""
    return getattr(certificate, "holdfast_request", None)


def _names(call: Call) -> list[str]:
    return list(dict.fromkeys([call.input["DomainName"], *(call.input.get("SubjectAlternativeNames") or [])]))


def _options(given: dict[str, str] | None) -> dict[str, str]:
    return {"CertificateTransparencyLoggingPreference": "ENABLED", "Export": "DISABLED", **(given or {})}


def _known(call: Call) -> Any:
    arn = call.input["CertificateArn"]
    certificate = call.backend("acm")._certificates.get(arn)
    if certificate is None:
        raise AwsError("ResourceNotFoundException", f"Could not find certificate {arn}.")
    return certificate


# ------------------------------------------------------------------------------------------ who uses certificates

# Services that use certificates add a function here, which tells the ARNs of what uses one.
certificate_users: list[Any] = []


def users_of(call: Call, arn: str) -> Iterator[str]:
    """What uses a certificate now. moto only ever adds to its own list."""
    for balancer in call.backend("elbv2").load_balancers.values():
        if any(arn in _certificates_of(listener) for listener in balancer.listeners.values()):
            yield balancer.arn
    for find in certificate_users:
        yield from find(call, arn)


def _certificates_of(listener: Any) -> list[str]:
    return [c if isinstance(c, str) else c.get("certificate_arn", "") for c in listener.certificates or []]


def require_certificate(call: Call, arn: str) -> None:
    """Refuse a certificate that the load balancer could not use.

    A load balancer uses certificates of its own region and account only. Such an ARN that ACM does not know yet is
    taken for a certificate that the team imported by hand beforehand, and is registered now: environment files name
    certificates by literal ARNs, and these stacks must deploy here too.
    """
    if ":iam:" in arn:
        return  # a server certificate, which moto checks
    parts = _ACM_ARN.match(arn)
    if parts is None:
        raise AwsError("ValidationError", f"Certificate ARN '{arn}' is not valid")
    if (parts["region"], parts["account"]) != (call.region, call.account):
        raise AwsError("CertificateNotFound", f"Certificate '{arn}' not found")
    if usable_certificate(call, arn, call.region) is None:
        raise AwsError(
            "UnsupportedCertificate",
            f"The certificate '{arn}' must have a fully-qualified domain name, a supported signature, and a supported "
            "key size. (It is not issued yet.)",
        )


def usable_certificate(call: Call, arn: str, region: str) -> Any | None:
    """The certificate of that region and of this account, imported beforehand if need be; None if it is no use."""
    parts = _ACM_ARN.match(arn)
    if parts is None or (parts["region"], parts["account"]) != (region, call.account):
        return None
    certificates = call.backend("acm", region)._certificates
    if arn not in certificates:
        certificates[arn] = _imported_beforehand(call, arn, region)
    certificate = certificates[arn]
    certificate.check()
    return certificate if certificate.status == "ISSUED" else None


def covers(certificate: Any, name: str) -> bool:
    """Whether a certificate is for ``name``; of one that was imported beforehand nobody knows, so it is."""
    if certificate.common_name == IMPORTED_NAME:
        return True
    request = _request_of(certificate)
    names = request["Names"] if request else [certificate.common_name, *getattr(certificate, "sans", [])]
    return name in names or f"*.{name.partition('.')[2]}" in names


def _imported_beforehand(call: Call, arn: str, region: str) -> Any:
    from moto.acm.models import CertBundle

    certificate = CertBundle.generate_cert(domain_name=IMPORTED_NAME, account_id=call.account, region=region, sans=[])
    certificate.arn = arn
    certificate.type = "IMPORTED"
    certificate.status = "ISSUED"
    return certificate
