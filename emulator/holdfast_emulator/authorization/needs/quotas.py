"""Service Quotas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..need import Need
from .table import Table

if TYPE_CHECKING:
    from ...engine.call import Call

# The dependent actions of the reference are those of the services that are asked for their own quotas, in the caller's name.
OTHERS = (
    "autoscaling:DescribeAccountLimits",
    "cloudformation:DescribeAccountLimits",
    "dynamodb:DescribeLimits",
    "elasticloadbalancing:DescribeAccountLimits",
    "iam:GetAccountSummary",
    "kinesis:DescribeLimits",
    "rds:DescribeAccountAttributes",
    "route53:GetAccountLimit",
)

QUOTAS = Table(
    "service-quotas",
    "servicequotas",
    names={"quota": lambda call: [f"{call.input['ServiceCode']}/{call.input['QuotaCode']}"]},
    excused=OTHERS,
)


@QUOTAS.adds("GetServiceQuota")
def own_limits(call: Call) -> list[Need]:
    """Elastic Load Balancing tells its quotas itself."""
    service = call.input["ServiceCode"]
    return [Need(action, "*", {}) for action in OTHERS if action.startswith(f"{service}:")]
