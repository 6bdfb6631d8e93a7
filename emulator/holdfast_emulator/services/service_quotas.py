"""Service Quotas: what an account may have in a region. moto knows quotas of the service vpc only."""

from __future__ import annotations

from typing import Any

from ..engine.call import Call
from ..engine.errors import AwsError
from ..engine.registry import replaces

# What AWS gives a new account. Source: AWS General Reference, "Service endpoints and quotas" of each service.
DEFAULTS = {
    ("ec2", "L-0263D0A3"): ("EC2-VPC Elastic IPs", 5.0),
    ("elasticloadbalancing", "L-53DA6B97"): ("Application Load Balancers per Region", 50.0),
    ("fargate", "L-3032A538"): ("Fargate On-Demand vCPU resource count", 6.0),
}


@replaces("service-quotas", "GetServiceQuota")
def get_service_quota(call: Call) -> dict[str, Any]:
    service, code = call.input["ServiceCode"], call.input["QuotaCode"]
    if (service, code) not in DEFAULTS:
        raise AwsError("NoSuchResourceException", "The request failed because the specified resource doesn't exist.")
    name, value = DEFAULTS[service, code]
    arn = f"arn:aws:servicequotas:{call.region}:{call.account}:{service}/{code}"
    return {
        "Quota": {
            "ServiceCode": service,
            "QuotaArn": arn,
            "QuotaCode": code,
            "QuotaName": name,
            "Value": value,
            "Unit": "None",
            "Adjustable": True,
            "GlobalQuota": False,
            "QuotaAppliedAtLevel": "ACCOUNT",
        }
    }
