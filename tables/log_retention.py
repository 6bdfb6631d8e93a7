"""Days that CloudWatch Logs can keep a log group for."""

from common import resource_schema, schema_date, source, write

write(
    ("modules/parts/tables/log-retention.json",),
    source=source("cfn-lint", what="CloudFormation's schema of AWS::Logs::LogGroup"),
    date=schema_date(),
    days=resource_schema("AWS::Logs::LogGroup")["properties"]["RetentionInDays"]["enum"],
)
