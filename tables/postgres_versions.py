"""Versions of RDS for PostgreSQL: which exist, and which a new instance can have."""

from common import by_version, schema, schema_date, source, write

# PostgreSQL 13 is the oldest that RDS offers outside of Extended Support of versions that nobody can start anew.
OLDEST = 13

_FOLDER = "extensions/aws_rds_dbinstance"


def _rule(file: str) -> dict:
    rules = schema(f"{_FOLDER}/{file}.json")["allOf"]
    return next(
        rule for rule in rules if rule["if"]["properties"]["Engine"].get("const") == "postgres"
    )


known = _rule("engine_version")["then"]["properties"]["EngineVersion"]["enum"]
withdrawn = _rule("engine_version_deprecated")["if"]["properties"]["EngineVersion"]["enum"]
minor = sorted((one for one in known if "." in one and int(one.split(".")[0]) >= OLDEST), key=by_version)
majors = sorted({one.split(".")[0] for one in minor}, key=int)

write(
    ("modules/database/tables/versions.json", "emulator/holdfast_emulator/tables/postgres_versions.json"),
    source=source("cfn-lint", what="what DescribeDBEngineVersions answers for postgres"),
    date=schema_date(),
    offered={
        major: [one for one in minor if one.split(".")[0] == major and one not in withdrawn] for major in majors
    },
    withdrawn={major: [one for one in minor if one.split(".")[0] == major and one in withdrawn] for major in majors},
)
