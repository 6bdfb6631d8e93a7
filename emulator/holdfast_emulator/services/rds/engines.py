"""Which engines and versions there are, as far as upgrades and parameter groups depend on them."""

from __future__ import annotations

from typing import Any

from ...engine.call import Call
from ...engine.registry import replaces
from ...tables import table
from .records import invalid_combination, invalid_value

_TABLE = table("postgres_versions.json")
# The minor versions of each major one: those that new instances can have, and those that older ones still run.
_MINORS = {
    int(major): sorted({int(version.split("-")[0].split(".")[1]) for version in [*_TABLE["withdrawn"][major], *offered]})
    for major, offered in _TABLE["offered"].items()
}
# The newest minor version of each major one.
POSTGRES = {major: minors[-1] for major, minors in _MINORS.items()}
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
ORDERABLE_CLASSES = tuple(
    f"db.{family}.{size}"
    for family, sizes in table("postgres_classes.json")["families"].items()
    for size in sizes.split()
)


def full_version(engine: str, wanted: str | None) -> str:
    """The version that RDS takes for ``16`` (its newest minor version), ``16.4`` or nothing."""
    if engine != "postgres":
        if engine not in _DEFAULT_VERSIONS:
            raise invalid_value(f"Invalid DB engine: {engine}")
        return wanted or _DEFAULT_VERSIONS[engine]
    major, _, minor = (wanted or _DEFAULT_POSTGRES).partition(".")
    newest = POSTGRES.get(int(major)) if major.isdigit() else None
    if newest is None or (minor and wanted not in _known(major)):
        raise invalid_combination(f"Cannot find version {wanted} for {engine}")
    return f"{major}.{minor or newest}"


def _known(major: str) -> list[str]:
    """Every minor version of a major one, with its patches of Extended Support (``13.23-rds.20260514``)."""
    return [*_TABLE["withdrawn"][major], *_TABLE["offered"][major]]


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
    found = [_version(major, minor) for major, minors in _MINORS.items() for minor in minors]
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
    targets = [f"{major}.{later}" for later in _MINORS[major] if later > minor]
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
