"""Enhanced monitoring: RDS writes its metrics into a log group with a role."""

from __future__ import annotations

from ...authorization.need import Need
from ...authorization.needs.state import partition
from ...authorization.service_roles import as_service
from ...engine.call import Call
from ...engine.errors import AwsError
from ..roles import may_be_taken_by

_MONITORING = "monitoring.rds.amazonaws.com"


def may_monitor(call: Call, role_arn: str) -> bool:
    """Whether the role trusts RDS and may write. Oracle: AWS's own policy AmazonRDSEnhancedMonitoringRole."""
    if not may_be_taken_by(call, role_arn, _MONITORING):
        return False
    group = f"arn:{partition(call)}:logs:{call.region}:{call.account}:log-group:RDSOSMetrics"
    needs = [Need(f"logs:{name}", group) for name in ("CreateLogGroup", "PutRetentionPolicy")]
    name = call.input.get("TargetDBInstanceIdentifier") or call.input.get("DBInstanceIdentifier")
    instance = call.arn("rds", f"db:{name}")
    streams = ("CreateLogStream", "PutLogEvents", "DescribeLogStreams")
    needs += [Need(f"logs:{name}", f"{group}:log-stream:instance") for name in streams]
    try:
        as_service(call, role_arn, _MONITORING, needs, {"aws:SourceArn": instance})
    except AwsError:
        return False
    return True
