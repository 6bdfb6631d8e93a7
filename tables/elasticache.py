"""Versions and node types of ElastiCache."""

from common import by_version, families, schema, schema_date, source, write

_FOLDER = "extensions/aws_elasticache_cachecluster"
ENGINES = ("valkey", "redis")

versions = {
    rule["if"]["properties"]["Engine"]["const"]: rule["then"]["properties"]["EngineVersion"]["enum"]
    for rule in schema(f"{_FOLDER}/engine_version.json")["allOf"]
    if "const" in rule["if"]["properties"]["Engine"]
}
regions = schema(f"{_FOLDER}/cachenodetype_enum.json")
nodes = {name for offered in regions.values() if isinstance(offered, dict) for name in offered["enum"]}

write(
    ("modules/cache/tables/elasticache.json", "emulator/holdfast_emulator/tables/elasticache.json"),
    source=source("cfn-lint", what="what DescribeCacheEngineVersions answers, and nodes from AWS's price list, all regions"),
    date=schema_date(),
    versions={engine: sorted(versions[engine], key=by_version) for engine in ENGINES},
    families=families(nodes),
)
