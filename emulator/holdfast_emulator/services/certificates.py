"""Which certificates a load balancer accepts."""

from __future__ import annotations

import re
from typing import Any

from ..engine.call import Call
from ..engine.errors import AwsError

_ACM_ARN = re.compile(r"^arn:aws:acm:(?P<region>[^:]+):(?P<account>\d{12}):certificate/(?P<id>[0-9a-f-]{36})$")


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
    certificates = call.backend("acm")._certificates
    if arn not in certificates:
        certificates[arn] = _imported_beforehand(call, arn)


def _imported_beforehand(call: Call, arn: str) -> Any:
    from moto.acm.models import CertBundle

    certificate = CertBundle.generate_cert(
        domain_name="imported.example.com", account_id=call.account, region=call.region, sans=[]
    )
    certificate.arn = arn
    certificate.type = "IMPORTED"
    certificate.status = "ISSUED"
    return certificate
