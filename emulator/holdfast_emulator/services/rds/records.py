"""What the RDS files share: the kept records, how to find them, and AWS's errors."""

from __future__ import annotations

import re
import secrets
import string
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timezone
from typing import Any

from ...engine.call import Call
from ...engine.errors import AwsError
from ..keys import usable_key
from ..waits import waiting_time
from .rows import Rows

_IDENTIFIER = re.compile(r"^[a-z](?!.*--)[a-z0-9-]{0,62}(?<!-)$")

Settings = dict[str, Any]
"""What an instance is set to, under the names that CreateDBInstance gives its parameters."""


@dataclass
class Instance:
    """``source`` is the ARN of the instance that this one replicates, ``replicas`` are the ARNs of its own replicas.

    ``password`` is what a request set it to: None where it came with a backup, or where RDS manages it. A replica has the
    ``rows`` of its source, the very same ones.
    """

    identifier: str
    region: str
    settings: Settings
    resource_id: str
    created: datetime
    pending: Settings = field(default_factory=dict)
    source: str | None = None
    replicas: list[str] = field(default_factory=list)
    subnets: list[str] = field(default_factory=list)
    secret_arn: str | None = None
    rows: Rows = field(default_factory=Rows)
    password: str | None = None
    stopped: bool = False
    parameters_pending: bool = False
    busy: str = ""
    busy_since: float = 0.0
    busy_for: Callable[[], float] = lambda: 0.0

    @property
    def status(self) -> str:
        if self.busy and time.monotonic() < self.busy_since + self.busy_for():
            return self.busy
        return "stopped" if self.stopped else "available"

    def occupy(self, status: str, seconds: Callable[[], float]) -> None:
        """Be in ``status`` for so many seconds; the instance is available again by itself."""
        self.busy, self.busy_since, self.busy_for = status, time.monotonic(), seconds

    @property
    def has_backups(self) -> bool:
        return self.settings["BackupRetentionPeriod"] > 0


def instances(call: Call, region: str | None = None) -> dict[str, Instance]:
    return call.remembered("instances", region)


def instance_named(call: Call, identifier: str) -> Instance | None:
    """Our instance of that identifier or ARN (which may be of another region); None when moto may have it."""
    if identifier.startswith("arn:"):
        return instances(call, identifier.split(":")[3]).get(identifier.rpartition(":")[2].lower())
    return instances(call).get(identifier.lower())


def require_instance(call: Call, identifier: str) -> Instance:
    found = instance_named(call, identifier)
    if found is None:
        raise AwsError("DBInstanceNotFound", f"DBInstance {identifier} not found.", 404)
    return found


# Minutes in AWS. The AWS provider waits a minute before it asks for the first time, so this costs it nothing.
seconds_of_changes = waiting_time("rds", "database-changes", 20, "how long a database is being made or changed")


def require_available(instance: Instance) -> None:
    if instance.status != "available":
        raise AwsError(
            "InvalidDBInstanceState",
            f"Database instance {instance.identifier} is not in available state; it is {instance.status}.",
        )


def instance_arn(call: Call, instance: Instance) -> str:
    return call.arn("rds", f"db:{instance.identifier}", instance.region)


def address_of(instance: Instance) -> str:
    """The name that clients connect to; another instance of the same identifier has another one."""
    return f"{instance.identifier}.{instance.resource_id[3:15].lower()}.{instance.region}.rds.amazonaws.com"


def new_identifier(call: Call, wanted: str) -> str:
    """The identifier in lower case, as AWS keeps it."""
    identifier = wanted.lower()
    if not _IDENTIFIER.match(identifier):
        raise invalid_value(
            "The parameter DBInstanceIdentifier is not a valid identifier. Identifiers must begin with a letter; must "
            "contain only ASCII letters, digits, and hyphens; and must not end with a hyphen or contain two "
            "consecutive hyphens."
        )
    if identifier in instances(call) or identifier in call.backend().databases:
        raise AwsError("DBInstanceAlreadyExists", f"DB instance already exists: {identifier}")
    return identifier


def new_resource_id() -> str:
    return "db-" + "".join(secrets.choice(string.ascii_uppercase + string.digits) for _ in range(26))


def tags_of(call: Call, arn: str) -> dict[str, str]:
    """The tags of one of our resources, which live as long as it is remembered to have any."""
    return call.remembered("tags", arn.split(":")[3]).setdefault(arn, {})


def tag(call: Call, arn: str, tag_list: list[dict[str, str]] | None) -> None:
    tags_of(call, arn).update({item["Key"]: item.get("Value", "") for item in tag_list or []})


def tag_list(call: Call, arn: str) -> list[dict[str, str]]:
    return [{"Key": key, "Value": value} for key, value in tags_of(call, arn).items()]


def forget_tags(call: Call, arn: str) -> None:
    call.remembered("tags", arn.split(":")[3]).pop(arn, None)


def require_key(call: Call, key: str | None, region: str | None = None) -> str:
    """The ARN of the key, which must be of this region; without one the key that AWS keeps for RDS."""
    arn = usable_key(call, key or "alias/aws/rds", region)
    if arn is None:
        raise AwsError(
            "KMSKeyNotAccessibleFault",
            f"The specified KMS key [{key}] does not exist, is not enabled or you do not have permissions to access it "
            f"in {region or call.region}.",
        )
    return arn


def refuse_cut_off(call: Call, region: str) -> None:
    """Nothing can be fetched from a region that is cut off."""
    if region != call.region and call.cut_off_since(region):
        raise AwsError("InvalidParameterCombination", f"The source region {region} cannot be reached.")


def now() -> datetime:
    return datetime.now(timezone.utc)


def matches(values: dict[str, list[str]], filters: list[dict[str, Any]] | None) -> bool:
    """Whether a record, told by what each filter would look at, passes all filters. An unknown filter is an error."""
    for wanted in filters or []:
        if wanted["Name"] not in values:
            raise invalid_value(f"Unrecognized filter name: {wanted['Name']}")
        if not {value.lower() for value in wanted["Values"]} & {value.lower() for value in values[wanted["Name"]]}:
            return False
    return True


def invalid_value(message: str) -> AwsError:
    return AwsError("InvalidParameterValue", message)


def invalid_combination(message: str) -> AwsError:
    return AwsError("InvalidParameterCombination", message)
