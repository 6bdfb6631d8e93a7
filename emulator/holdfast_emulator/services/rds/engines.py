"""Which engines and versions there are, as far as upgrades and parameter groups depend on them."""

from __future__ import annotations

from typing import Any

from ...engine.call import Call
from ...engine.registry import replaces
from .records import invalid_combination, invalid_value

# The newest minor version of each major one that RDS for PostgreSQL had in November 2025.
# https://docs.aws.amazon.com/AmazonRDS/latest/PostgreSQLReleaseNotes/postgresql-release-calendar.html
POSTGRES = {13: 23, 14: 20, 15: 15, 16: 11, 17: 7, 18: 1}
_DEFAULT_POSTGRES = "17"

# Other engines are taken as they come.
_DEFAULT_VERSIONS = {"mysql": "8.0.43", "mariadb": "11.4.8"}
_PORTS = {"postgres": 5432, "mysql": 3306, "mariadb": 3306}
_LICENSES = {"postgres": "postgresql-license"}
_LOG_TYPES = {
    "postgres": ["iam-db-auth-error", "postgresql", "upgrade"],
    "mysql": ["audit", "error", "general", "iam-db-auth-error", "slowquery"],
    "mariadb": ["audit", "error", "general", "slowquery"],
}
ORDERABLE_CLASSES = (
    *(f"db.t4g.{size}" for size in ("micro", "small", "medium", "large", "xlarge", "2xlarge")),
    *(f"db.t3.{size}" for size in ("micro", "small", "medium", "large", "xlarge", "2xlarge")),
    *(
        f"db.{family}.{size}"
        for family in ("m6g", "m7g", "m8g", "r6g", "r7g", "r8g", "m6i", "r6i")
        for size in ("large", "xlarge", "2xlarge", "4xlarge", "8xlarge", "12xlarge", "16xlarge")
    ),
)


def full_version(engine: str, wanted: str | None) -> str:
    """The version that RDS takes for ``16`` (its newest minor version), ``16.4`` or nothing."""
    if engine != "postgres":
        if engine not in _DEFAULT_VERSIONS:
            raise invalid_value(f"Invalid DB engine: {engine}")
        return wanted or _DEFAULT_VERSIONS[engine]
    major, _, minor = (wanted or _DEFAULT_POSTGRES).partition(".")
    newest = POSTGRES.get(int(major)) if major.isdigit() else None
    if newest is None or (minor and not (minor.isdigit() and 1 <= int(minor) <= newest)):
        raise invalid_combination(f"Cannot find version {wanted} for {engine}")
    return f"{major}.{minor or newest}"


def family_of(engine: str, version: str) -> str:
    """The family of parameter groups: ``postgres16``, ``mysql8.0``."""
    parts = version.split(".")
    return engine + (parts[0] if engine == "postgres" else ".".join(parts[:2]))


def port_of(engine: str) -> int:
    return _PORTS[engine]


def license_of(engine: str) -> str:
    return _LICENSES.get(engine, "general-public-license")


def log_types_of(engine: str) -> list[str]:
    return _LOG_TYPES[engine]


def refuse_upgrade(engine: str, current: str, wanted: str, *, major_allowed: bool) -> None:
    """An engine only ever moves forward, and over a major version only when that is asked for by name."""
    before, after = _parts(current), _parts(wanted)
    if after < before:
        raise invalid_combination(f"Cannot upgrade {engine} from {current} to {wanted}")
    if family_of(engine, current) != family_of(engine, wanted) and not major_allowed:
        raise invalid_combination(
            "The AllowMajorVersionUpgrade flag must be present when upgrading to a new major version."
        )


def _parts(version: str) -> list[int]:
    return [int(part) for part in version.split(".") if part.isdigit()]


@replaces("rds", "DescribeDBEngineVersions")
def describe_db_engine_versions(call: Call) -> dict[str, Any]:
    if call.input.get("Engine") not in (None, "postgres"):
        return {"DBEngineVersions": []}
    found = [_version(major, minor) for major, newest in POSTGRES.items() for minor in range(1, newest + 1)]
    wanted = call.input.get("EngineVersion")
    if wanted:
        found = [v for v in found if v["EngineVersion"] == wanted or v["EngineVersion"].startswith(f"{wanted}.")]
    family = call.input.get("DBParameterGroupFamily")
    if family:
        found = [v for v in found if v["DBParameterGroupFamily"] == family]
    if call.input.get("DefaultOnly"):
        default = full_version("postgres", wanted)
        found = [v for v in found if v["EngineVersion"] == default]
    return {"DBEngineVersions": found}


def _version(major: int, minor: int) -> dict[str, Any]:
    version = f"{major}.{minor}"
    targets = [f"{major}.{later}" for later in range(minor + 1, POSTGRES[major] + 1)]
    targets += [f"{later}.{newest}" for later, newest in POSTGRES.items() if later > major]
    return {
        "Engine": "postgres",
        "EngineVersion": version,
        "MajorEngineVersion": str(major),
        "DBParameterGroupFamily": f"postgres{major}",
        "DBEngineDescription": "PostgreSQL",
        "DBEngineVersionDescription": f"PostgreSQL {version}",
        "ExportableLogTypes": log_types_of("postgres"),
        "Status": "available",
        "SupportsLogExportsToCloudwatchLogs": True,
        "SupportsReadReplica": True,
        "ValidUpgradeTarget": [
            {
                "Engine": "postgres",
                "EngineVersion": target,
                "IsMajorVersionUpgrade": not target.startswith(f"{major}."),
                "AutoUpgrade": target == f"{major}.{POSTGRES[major]}",
            }
            for target in targets
        ],
    }


@replaces("rds", "DescribeOrderableDBInstanceOptions")
def describe_orderable_db_instance_options(call: Call) -> dict[str, Any]:
    engine = call.input["Engine"]
    if engine != "postgres":
        return call.moto()
    version = full_version(engine, call.input.get("EngineVersion"))
    zones = [{"Name": zone.name} for zone in call.backend("ec2").describe_availability_zones()]
    options = [
        {
            "Engine": engine,
            "EngineVersion": version,
            "DBInstanceClass": name,
            "LicenseModel": license_of(engine),
            "AvailabilityZones": zones,
            "MultiAZCapable": True,
            "ReadReplicaCapable": True,
            "StorageType": "gp3",
            "MinStorageSize": 20,
            "MaxStorageSize": 65536,
            "SupportsEnhancedMonitoring": True,
            "SupportsIAMDatabaseAuthentication": True,
            "SupportsPerformanceInsights": True,
            "SupportsStorageAutoscaling": True,
            "SupportsStorageEncryption": True,
            "SupportsStorageThroughput": True,
            "SupportsIops": True,
            "SupportsClusters": False,
            "SupportedNetworkTypes": ["IPV4", "DUAL"],
            "Vpc": True,
        }
        for name in ORDERABLE_CLASSES
        if call.input.get("DBInstanceClass") in (None, name)
    ]
    return {"OrderableDBInstanceOptions": options}
