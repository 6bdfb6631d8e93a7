# What the cache makes for its options, planned with a mocked provider.

mock_provider "aws" {
  mock_data "aws_region" {
    defaults = { id = "us-east-1" }
  }

  mock_data "aws_partition" {
    defaults = { partition = "aws", dns_suffix = "amazonaws.com" }
  }

  mock_data "aws_caller_identity" {
    defaults = { account_id = "123456789012" }
  }
}

variables {
  name       = "nimbus"
  vpc_id     = "vpc-0a1b2c3d4e5f60718"
  subnet_ids = ["subnet-0a1b2c3d4e5f60718", "subnet-1b2c3d4e5f6071829"]
  users      = { web = {} }
}

run "by_itself" {
  command = plan

  assert {
    condition     = aws_elasticache_replication_group.this[0].engine == "valkey" && aws_elasticache_replication_group.this[0].engine_version == "8.1"
    error_message = "It is Valkey."
  }

  assert {
    condition     = aws_elasticache_replication_group.this[0].num_cache_clusters == 2 && aws_elasticache_replication_group.this[0].multi_az_enabled && aws_elasticache_replication_group.this[0].automatic_failover_enabled
    error_message = "Two nodes in two zones, with automatic failover."
  }

  assert {
    condition     = aws_elasticache_replication_group.this[0].transit_encryption_enabled && aws_elasticache_replication_group.this[0].transit_encryption_mode == "required" && aws_elasticache_replication_group.this[0].at_rest_encryption_enabled == "true"
    error_message = "All is encrypted."
  }

  assert {
    condition     = aws_elasticache_replication_group.this[0].snapshot_retention_limit == 7 && aws_elasticache_replication_group.this[0].final_snapshot_identifier == "nimbus-final"
    error_message = "Snapshots are kept, and one is taken at the end."
  }

  assert {
    condition     = aws_elasticache_parameter_group.this[0].family == "valkey8" && aws_elasticache_parameter_group.this[0].name == "nimbus-valkey8"
    error_message = "The family follows the version."
  }

  assert {
    condition     = { for parameter in aws_elasticache_parameter_group.this[0].parameter : parameter.name => parameter.value } == { maxmemory-policy = "allkeys-lru" }
    error_message = "Only what differs from the engine's own parameters is set."
  }

  assert {
    condition     = keys(aws_elasticache_user.this) == ["web"] && aws_elasticache_user.this["web"].user_id == aws_elasticache_user.this["web"].user_name && aws_elasticache_user.this["web"].authentication_mode[0].type == "iam"
    error_message = "IAM authenticates the users, whose id must be their name."
  }

  assert {
    condition     = { for log in aws_elasticache_replication_group.this[0].log_delivery_configuration : log.log_type => "${log.log_format} ${log.destination}" } == { slow-log = "json /elasticache/nimbus/slow-log", engine-log = "json /elasticache/nimbus/engine-log" }
    error_message = "Both logs go to CloudWatch."
  }

  assert {
    condition     = length(aws_vpc_security_group_ingress_rule.clients) == 0 && length(aws_elasticache_serverless_cache.this) == 0 && length(aws_cloudwatch_metric_alarm.memory) == 0
    error_message = "Nobody is let in, and nothing else is made."
  }
}

run "shards" {
  command = plan

  variables {
    engine   = "redis"
    shards   = { count = 3 }
    replicas = 2
    alarms   = { topic_arns = ["arn:aws:sns:us-east-1:123456789012:alarms"] }
  }

  assert {
    condition     = aws_elasticache_replication_group.this[0].num_node_groups == 3 && aws_elasticache_replication_group.this[0].replicas_per_node_group == 2 && aws_elasticache_replication_group.this[0].cluster_mode == "enabled"
    error_message = "Three shards with two replicas each."
  }

  assert {
    condition     = aws_elasticache_parameter_group.this[0].name == "nimbus-redis7-cluster" && { for parameter in aws_elasticache_parameter_group.this[0].parameter : parameter.name => parameter.value } == { cluster-enabled = "yes", maxmemory-policy = "allkeys-lru" }
    error_message = "The parameter group is one of cluster mode."
  }

  assert {
    condition     = aws_elasticache_user.this["default"].access_string == "off ~* -@all" && aws_elasticache_user.this["default"].user_name == "default"
    error_message = "Redis wants a default user, and gets one that is switched off."
  }

  assert {
    condition     = length(aws_cloudwatch_metric_alarm.memory) == 9 && aws_cloudwatch_metric_alarm.memory["0003-002"].dimensions == tomap({ CacheClusterId = "nimbus-0003-002" })
    error_message = "Each node has its alarms."
  }
}

run "one_node" {
  command = plan

  variables {
    replicas            = 0
    multi_az            = false
    node_type           = "cache.r6gd.xlarge"
    maxmemory_policy    = "volatile-lru"
    parameters          = { timeout = "300" }
    logs                = []
    skip_final_snapshot = true
    snapshot            = { name = "nimbus-final" }
  }

  assert {
    condition     = aws_elasticache_replication_group.this[0].num_cache_clusters == 1 && !aws_elasticache_replication_group.this[0].multi_az_enabled && !aws_elasticache_replication_group.this[0].automatic_failover_enabled
    error_message = "One node fails over to none."
  }

  assert {
    condition     = aws_elasticache_replication_group.this[0].data_tiering_enabled
    error_message = "Node types with data tiering use it."
  }

  assert {
    condition     = { for parameter in aws_elasticache_parameter_group.this[0].parameter : parameter.name => parameter.value } == { timeout = "300" }
    error_message = "What the engine does by itself is not set."
  }

  assert {
    condition     = length(aws_cloudwatch_log_group.this) == 0 && length(aws_elasticache_replication_group.this[0].log_delivery_configuration) == 0
    error_message = "Logs can be turned off."
  }

  assert {
    condition     = aws_elasticache_replication_group.this[0].final_snapshot_identifier == null && aws_elasticache_replication_group.this[0].snapshot_name == "nimbus-final"
    error_message = "It starts from a snapshot, and leaves none."
  }
}

run "serverless" {
  command = plan

  variables {
    serverless          = { max_storage_gb = 5 }
    skip_final_snapshot = true
    clients             = { web = { security_group_id = "sg-0a1b2c3d" } }
    alarms              = { topic_arns = ["arn:aws:sns:us-east-1:123456789012:alarms"] }
  }

  assert {
    condition     = length(aws_elasticache_replication_group.this) == 0 && length(aws_elasticache_parameter_group.this) == 0 && length(aws_elasticache_subnet_group.this) == 0 && length(aws_cloudwatch_log_group.this) == 0
    error_message = "There are no nodes, and nothing of theirs."
  }

  assert {
    condition     = aws_elasticache_serverless_cache.this[0].major_engine_version == "8" && aws_elasticache_serverless_cache.this[0].daily_snapshot_time == "03:00"
    error_message = "AWS chooses the minor version."
  }

  assert {
    condition     = aws_elasticache_serverless_cache.this[0].cache_usage_limits[0].data_storage[0].maximum == 5 && aws_elasticache_serverless_cache.this[0].cache_usage_limits[0].ecpu_per_second[0].maximum == 10000
    error_message = "It has limits."
  }

  assert {
    condition     = aws_vpc_security_group_ingress_rule.clients["web"].from_port == 6379 && aws_vpc_security_group_ingress_rule.clients["web"].to_port == 6380
    error_message = "Clients reach the port of the readers too."
  }

  assert {
    condition     = length(aws_cloudwatch_metric_alarm.serverless_throttled_commands) == 1 && length(aws_cloudwatch_metric_alarm.memory) == 0
    error_message = "It has the alarms of a serverless cache."
  }
}

run "passwords" {
  command = plan

  variables {
    engine    = "redis"
    users     = { web = { auth = "password" }, default = { auth = "password", access_string = "on ~* +@read" }, jobs = {} }
    passwords = { web = ["correct-horse-battery"], default = ["staple-battery-horse", "horse-battery-staple"] }
  }

  assert {
    condition     = aws_elasticache_user.this["web"].authentication_mode[0].type == "password" && length(aws_elasticache_user.this["default"].authentication_mode[0].passwords) == 2
    error_message = "Users have their passwords."
  }

  assert {
    condition     = aws_elasticache_user.this["default"].user_name == "default" && aws_elasticache_user.this["default"].access_string == "on ~* +@read"
    error_message = "The default user is the caller's."
  }

  assert {
    condition     = keys(output.connect_statements) == ["jobs"]
    error_message = "Only users of IAM connect by it."
  }
}

run "key_of_the_caller" {
  command = plan

  variables {
    kms_key = { arn = "arn:aws:kms:us-east-1:123456789012:key/11111111-1111-1111-1111-111111111111" }
  }

  assert {
    condition     = length(aws_kms_key.this) == 0 && aws_elasticache_replication_group.this[0].kms_key_id == var.kms_key.arn && output.kms_key_arn == var.kms_key.arn
    error_message = "The given key encrypts."
  }
}

run "made" {
  command = apply
}

run "another_version" {
  command = plan

  variables {
    engine_version = "8.0"
  }

  expect_failures = [aws_elasticache_replication_group.this]
}

run "another_shape" {
  command = plan

  variables {
    serverless          = {}
    skip_final_snapshot = true
  }

  expect_failures = [aws_elasticache_serverless_cache.this]
}

run "replaced_on_purpose" {
  command = plan

  variables {
    port         = 6380
    replacements = 1
  }

  assert {
    condition     = aws_elasticache_replication_group.this[0].replication_group_id == "nimbus-1" && aws_elasticache_replication_group.this[0].final_snapshot_identifier == "nimbus-1-final"
    error_message = "The new one has a name of its own."
  }
}
