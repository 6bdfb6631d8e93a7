"""Instance classes that RDS for PostgreSQL offers in any region, by family."""

import re

from common import families, schema, schema_date, source, write
from postgres_versions import majors, withdrawn

# Versions such as 16.9-limitless and 17.00 are of other products (Aurora Limitless, RDS Custom).
_VERSION = re.compile(r"^\^\((\d+)\\\.([1-9]\d*)\\\.\.\+\|")

offered: set[str] = set()
for rule in schema("extensions/aws_rds_dbinstance/db_instance_class.json")["allOf"]:
    asked = rule["if"]["properties"]
    version = _VERSION.match(asked["EngineVersion"]["pattern"])
    if asked["Engine"].get("const") != "postgres" or version is None or version[1] not in majors:
        continue
    if f"{version[1]}.{version[2]}" not in withdrawn:
        offered.update(rule["then"]["properties"]["DBInstanceClass"]["enum"])
# What new instances cannot take, but Aurora and Multi-AZ clusters.
offered.discard("db.serverless")

write(
    ("modules/database/tables/classes.json", "emulator/holdfast_emulator/tables/postgres_classes.json"),
    source=source("cfn-lint", what="what DescribeOrderableDBInstanceOptions answers for postgres, all regions together"),
    date=schema_date(),
    families=families(offered),
)
