locals {
  node_type = coalesce(var.node_type, "cache.t4g.small")
  cache_id  = var.replacements == 0 ? var.name : "${var.name}-${var.replacements}"
  engine_version = (
    var.serverless != null
    ? split(".", coalesce(var.engine_version, var.engine == "redis" ? "7.1" : "8.1"))[0]
    : coalesce(var.engine_version, var.engine == "redis" ? "7.1" : "8.1")
  )
  replicas  = coalesce(var.replicas, 1)
  port      = coalesce(var.port, 6379)
  is_tiered = startswith(local.node_type, "cache.r6gd.")
}

# Encryption key

locals {
  account_id  = terraform_data.surroundings.input.account_id
  partition   = terraform_data.surroundings.input.partition
  dns_suffix  = terraform_data.surroundings.input.dns_suffix
  region      = terraform_data.surroundings.input.region
  kms_key_arn = var.kms_key != null ? var.kms_key.arn : one(aws_kms_key.this[*].arn)
}

data "aws_partition" "current" {}

data "aws_caller_identity" "current" {}

data "aws_region" "current" {}

# Keeps names known where depends_on on the module defers its data sources to the apply.
resource "terraform_data" "surroundings" {
  input = {
    account_id = data.aws_caller_identity.current.account_id
    partition  = data.aws_partition.current.partition
    dns_suffix = data.aws_partition.current.dns_suffix
    region     = data.aws_region.current.id
  }

  lifecycle {
    ignore_changes = [input]

    postcondition {
      condition = (
        self.input.region == data.aws_region.current.id &&
        self.input.account_id == data.aws_caller_identity.current.account_id
      )
      error_message = join(" ", [
        "This was made in ${self.input.region} of account ${self.input.account_id},",
        "and the provider is now of ${data.aws_region.current.id} of account",
        "${data.aws_caller_identity.current.account_id}: nothing moves. Give the provider back its region and account;",
        "or destroy everything there first, and make it here with a state of its own.",
      ])
    }
  }
}

resource "aws_kms_key" "this" {
  count = var.kms_key == null ? 1 : 0

  deletion_window_in_days = 30
  description             = "Data, snapshots and logs of the cache ${var.name}"
  enable_key_rotation     = true
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "Administration"
        Effect    = "Allow"
        Principal = { AWS = "arn:${local.partition}:iam::${local.account_id}:root" }
        Action    = "kms:*"
        Resource  = "*"
      },
      {
        Sid       = "CloudWatchLogs"
        Effect    = "Allow"
        Principal = { Service = "logs.${local.region}.${local.dns_suffix}" }
        Action = [
          "kms:Encrypt*",
          "kms:Decrypt*",
          "kms:ReEncrypt*",
          "kms:GenerateDataKey*",
          "kms:Describe*",
        ]
        Resource = "*"
        Condition = {
          ArnLike = {
            "kms:EncryptionContext:aws:logs:arn" = "arn:${local.partition}:logs:${local.region}:${local.account_id}:log-group:/elasticache/${var.name}/*"
          }
        }
      },
    ]
  })

  tags = merge(var.tags, { Name = "${var.name}-cache" })
}

resource "aws_kms_alias" "this" {
  count = var.kms_key == null ? 1 : 0

  name          = "alias/${var.name}-cache"
  target_key_id = one(aws_kms_key.this[*].id)
}

# Security group

locals {
  client_turns_by_name = { for name, one in var.clients : name => coalesce(one.cidr, one.security_group_id) }
}

resource "aws_security_group" "this" {
  description = "Cache ${var.name}"
  name        = "${var.name}-cache"
  vpc_id      = var.vpc_id

  tags = merge(var.tags, { Name = "${var.name}-cache" })
}

# Replaced when any of them changes: what goes is gone before what comes is made, since AWS takes each once.
resource "terraform_data" "client_turns" {
  triggers_replace = tomap(local.client_turns_by_name)

  lifecycle {
    precondition {
      condition = length(distinct(values(local.client_turns_by_name))) == length(local.client_turns_by_name)
      error_message = join("", [
        "Two clients are one for AWS, which takes each once: ",
        join(", ", nonsensitive([
          for names in values({ for name, content in local.client_turns_by_name : content => name... }) :
          join(" and ", names)
          if length(names) > 1
        ])),
        ". Leave one of them out.",
      ])
    }
  }
}

resource "aws_vpc_security_group_ingress_rule" "clients" {
  for_each = var.clients

  cidr_ipv4                    = each.value.cidr
  description                  = "Commands from ${each.key}"
  from_port                    = local.port
  ip_protocol                  = "tcp"
  referenced_security_group_id = each.value.security_group_id
  security_group_id            = aws_security_group.this.id
  to_port                      = var.serverless != null ? 6380 : local.port

  tags = merge(var.tags, { Name = "${var.name}-cache-${each.key}" })

  lifecycle {
    replace_triggered_by = [terraform_data.client_turns.triggers_replace[each.key]]
  }
  depends_on = [terraform_data.client_turns]
}

# Users

locals {
  # Redis wants a user default in each group. Unless the caller has made it one with a password, it is switched
  # off.
  all_users = merge(
    { for user in ["default"] : user => { auth = "none", access_string = "off ~* -@all" } if var.engine == "redis" },
    { for user, settings in var.users : user => { auth = settings.auth, access_string = settings.access_string } },
  )
}

# Groups of both engines take users of engine redis: so going from one to the other changes no user. The name is
# the id, as ElastiCache asks of users that IAM authenticates.
resource "aws_elasticache_user" "this" {
  for_each = local.all_users

  access_string        = each.value.access_string
  engine               = "redis"
  no_password_required = each.value.auth == "none"
  user_id              = "${var.name}-${each.key}"
  user_name            = each.key == "default" ? "default" : "${var.name}-${each.key}"

  dynamic "authentication_mode" {
    for_each = each.value.auth != "none" ? [1] : []

    content {
      type      = each.value.auth
      passwords = each.value.auth == "password" ? var.passwords[each.key] : null
    }
  }

  tags = merge(var.tags, { Name = "${var.name}-${each.key}" })

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_elasticache_user_group" "this" {
  engine        = var.engine
  user_group_id = "${var.name}-${var.engine}"
  user_ids      = values(aws_elasticache_user.this)[*].user_id

  tags = merge(var.tags, { Name = var.name })

  lifecycle {
    create_before_destroy = true
  }
}

# Guards against replacement

locals {
  identity_changes = join(
    ", ",
    [
      for name, value in { for name, value in {
        name         = var.name
        vpc_id       = var.vpc_id
        kms_key      = var.kms_key != null ? var.kms_key.arn : "own"
        port         = local.port
        network_type = coalesce(var.network_type, "ipv4")
        shape        = var.serverless != null ? "serverless" : "nodes"
        shards       = var.shards != null ? "given" : "not given"
        data_tiering = local.is_tiered
        engine       = var.serverless != null ? "${var.engine} ${local.engine_version}" : "of nodes"
      } : name => value == null ? "null" : tostring(value) } :
      "${name} from ${try(one(values(terraform_data.identity)).output[name], "")} to ${value}"
      if value != try(one(values(terraform_data.identity)).output[name], value)
    ],
  )
  first_version = try(one(values(terraform_data.first_version)).output, local.engine_version)
}

resource "terraform_data" "identity" {
  for_each = toset([tostring(var.replacements)])

  input = { for name, value in {
    name         = var.name
    vpc_id       = var.vpc_id
    kms_key      = var.kms_key != null ? var.kms_key.arn : "own"
    port         = local.port
    network_type = coalesce(var.network_type, "ipv4")
    shape        = var.serverless != null ? "serverless" : "nodes"
    shards       = var.shards != null ? "given" : "not given"
    data_tiering = local.is_tiered
    engine       = var.serverless != null ? "${var.engine} ${local.engine_version}" : "of nodes"
  } : name => value == null ? "null" : tostring(value) }

  lifecycle {
    ignore_changes = [input]
  }
}

resource "terraform_data" "first_version" {
  for_each = toset([tostring(var.replacements)])

  input = local.engine_version

  lifecycle {
    ignore_changes = [input]
  }
}

# Parameter group

locals {
  family = format("%s%s", var.engine, split(".", local.engine_version)[0])

  # What the engine does by itself is left out: AWS does not count it as set, and each plan would set it again.
  node_parameters = merge(
    { for name, value in {
      cluster-enabled        = var.shards != null ? "yes" : "no"
      maxmemory-policy       = coalesce(var.maxmemory_policy, "allkeys-lru")
      notify-keyspace-events = try(coalesce(var.notify_keyspace_events), "")
    } : name => value if !contains(["no", "volatile-lru", ""], value) },
    var.parameters,
  )
  is_first_family = local.family == terraform_data.first_family.input
  parameter_group_name = one(concat(
    aws_elasticache_parameter_group.this[*].name,
    values(aws_elasticache_parameter_group.upgraded)[*].name,
  ))
}

# The first family has the group without a key. A later one has a group by its name, so that a refused upgrade
# can be taken back.
resource "terraform_data" "first_family" {
  input = local.family

  lifecycle {
    ignore_changes = [input]
  }
}

# The name has the family in it: a new major version finds its own group while the old one is still in use.
resource "aws_elasticache_parameter_group" "this" {
  count = var.serverless == null && local.is_first_family ? 1 : 0

  description = "Parameters of ${var.name}"
  family      = local.family
  name        = join("-", concat([var.name, local.family], var.shards != null ? ["cluster"] : []))

  dynamic "parameter" {
    for_each = local.node_parameters

    content {
      name  = parameter.key
      value = parameter.value
    }
  }

  tags = merge(var.tags, { Name = var.name })

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_elasticache_parameter_group" "upgraded" {
  for_each = var.serverless == null ? { for family in [local.family] : family => family if !local.is_first_family } : {}

  description = "Parameters of ${var.name}"
  family      = local.family
  name        = join("-", concat([var.name, local.family], var.shards != null ? ["cluster"] : []))

  dynamic "parameter" {
    for_each = local.node_parameters

    content {
      name  = parameter.key
      value = parameter.value
    }
  }

  tags = merge(var.tags, { Name = var.name })

  lifecycle {
    create_before_destroy = true
  }
}

# Logs

locals {
  # The logs that nodes write.
  log_types = toset(var.serverless != null ? [] : (var.logs == null ? ["slow-log", "engine-log"] : tolist(var.logs)))
}

resource "aws_cloudwatch_log_group" "this" {
  for_each = local.log_types

  kms_key_id        = local.kms_key_arn
  name              = "/elasticache/${var.name}/${each.key}"
  retention_in_days = var.log_retention_days

  tags = merge(var.tags, { Name = "${var.name}-${each.key}" })
}

# Nodes

resource "aws_elasticache_subnet_group" "this" {
  count = var.serverless == null ? 1 : 0

  description = "Subnets of ${local.cache_id}"
  name        = local.cache_id
  subnet_ids  = var.subnet_ids

  tags = merge(var.tags, { Name = local.cache_id })
}

# create_before_destroy guards the data: unless replacements is raised, a replacement would have the id of the
# cache that is still there, and so fails before anything is destroyed.
resource "aws_elasticache_replication_group" "this" {
  #checkov:skip=CKV2_AWS_50:Failover is automatic wherever there is a replica, which is the default; checkov cannot compute it
  count = var.serverless == null ? 1 : 0

  apply_immediately          = coalesce(var.apply_immediately, false)
  at_rest_encryption_enabled = "true"
  auto_minor_version_upgrade = coalesce(var.auto_minor_version_upgrade, true)
  automatic_failover_enabled = var.shards != null || local.replicas > 0
  cluster_mode               = var.shards != null ? "enabled" : "disabled"
  data_tiering_enabled       = local.is_tiered
  description                = "Cache ${var.name}"
  engine                     = var.engine
  engine_version             = local.engine_version
  final_snapshot_identifier = (
    var.skip_final_snapshot
    ? null
    : coalesce(var.final_snapshot_name, "${local.cache_id}-final")
  )
  ip_discovery               = coalesce(var.ip_discovery, coalesce(var.network_type, "ipv4") == "ipv6" ? "ipv6" : "ipv4")
  kms_key_id                 = local.kms_key_arn
  maintenance_window         = coalesce(var.maintenance_window, "sun:05:00-sun:06:00")
  multi_az_enabled           = coalesce(var.multi_az, true)
  network_type               = coalesce(var.network_type, "ipv4")
  node_type                  = local.node_type
  notification_topic_arn     = var.notification_topic_arn
  num_cache_clusters         = var.shards != null ? null : local.replicas + 1
  num_node_groups            = var.shards != null ? var.shards.count : null
  parameter_group_name       = local.parameter_group_name
  port                       = local.port
  replicas_per_node_group    = var.shards != null ? local.replicas : null
  replication_group_id       = local.cache_id
  security_group_ids         = [aws_security_group.this.id]
  snapshot_arns              = var.snapshot != null ? var.snapshot.arns : null
  snapshot_name              = var.snapshot != null ? var.snapshot.name : null
  snapshot_retention_limit   = var.snapshot_retention_days
  snapshot_window            = var.snapshot_window
  subnet_group_name          = one(aws_elasticache_subnet_group.this[*].name)
  transit_encryption_enabled = var.transit_encryption
  transit_encryption_mode    = "required"
  user_group_ids             = [aws_elasticache_user_group.this.user_group_id]

  dynamic "log_delivery_configuration" {
    for_each = aws_cloudwatch_log_group.this

    content {
      destination      = log_delivery_configuration.value.name
      destination_type = "cloudwatch-logs"
      log_format       = "json"
      log_type         = log_delivery_configuration.key
    }
  }

  tags = merge(var.tags, { Name = local.cache_id })

  lifecycle {
    create_before_destroy = true
    ignore_changes        = [snapshot_name, snapshot_arns, auth_token_update_strategy]

    precondition {
      condition = local.identity_changes == ""
      error_message = join(" ", [
        "Changing ${local.identity_changes} would replace the cache and lose the data in it. Take it back;",
        "or, if a new one is what you want, raise replacements in the same change.",
      ])
    }

    precondition {
      condition = sum([
        for i, part in split(".", local.engine_version) : tonumber(part) * [1000, 1][i]
      ]) >= sum([for i, part in split(".", local.first_version) : tonumber(part) * [1000, 1][i]])
      error_message = join(" ", [
        "The cache was made with version ${local.first_version}:",
        "going down to ${local.engine_version} would replace it and lose the data in it. Take it back;",
        "or, if a new one is what you want, raise replacements in the same change.",
      ])
    }
  }
}

# Serverless cache

resource "aws_elasticache_serverless_cache" "this" {
  count = var.serverless != null ? 1 : 0

  daily_snapshot_time      = split("-", var.snapshot_window)[0]
  description              = "Cache ${var.name}"
  engine                   = var.engine
  kms_key_id               = local.kms_key_arn
  major_engine_version     = local.engine_version
  name                     = local.cache_id
  security_group_ids       = [aws_security_group.this.id]
  snapshot_arns_to_restore = var.snapshot != null ? var.snapshot.arns : null
  snapshot_retention_limit = var.snapshot_retention_days
  subnet_ids               = var.subnet_ids
  user_group_id            = aws_elasticache_user_group.this.user_group_id

  cache_usage_limits {
    data_storage {
      maximum = var.serverless.max_storage_gb
      minimum = var.serverless.min_storage_gb
      unit    = "GB"
    }

    ecpu_per_second {
      maximum = var.serverless.max_ecpu_per_second
      minimum = var.serverless.min_ecpu_per_second
    }
  }

  tags = merge(var.tags, { Name = local.cache_id })

  lifecycle {
    create_before_destroy = true
    ignore_changes        = [snapshot_arns_to_restore, subnet_ids]

    precondition {
      condition = local.identity_changes == ""
      error_message = join(" ", [
        "Changing ${local.identity_changes} would replace the cache and lose the data in it. Take it back;",
        "or, if a new one is what you want, raise replacements in the same change.",
      ])
    }

    precondition {
      condition = sum([
        for i, part in split(".", local.engine_version) : tonumber(part) * [1000, 1][i]
      ]) >= sum([for i, part in split(".", local.first_version) : tonumber(part) * [1000, 1][i]])
      error_message = join(" ", [
        "The cache was made with version ${local.first_version}:",
        "going down to ${local.engine_version} would replace it and lose the data in it. Take it back;",
        "or, if a new one is what you want, raise replacements in the same change.",
      ])
    }
  }
}

check "subnets" {
  assert {
    condition = (
      var.serverless == null ||
      alltrue([for used in aws_elasticache_serverless_cache.this[*].subnet_ids : used == toset(var.subnet_ids)])
    )
    error_message = join(" ", [
      "The serverless cache ${var.name} stays in the subnets that it was made in: AWS cannot move it.",
      "Give it its old subnet_ids, or raise replacements for a new cache in the new ones.",
    ])
  }
}

# Alarms

locals {
  # What ElastiCache adds to the cache's id to call its nodes.
  alarmed_nodes = toset(
    (
      var.alarms != null && var.serverless == null
      ? (
        var.shards != null
        ? [
          for node in setproduct(range(var.shards.count), range(local.replicas + 1)) :
          format("%04d-%03d", node[0] + 1, node[1] + 1)
        ]
        : [for node in range(local.replicas + 1) : format("%03d", node + 1)]
      )
      : []
    ),
  )
  has_serverless_alarms = var.alarms != null && var.serverless != null
}

resource "aws_cloudwatch_metric_alarm" "engine_cpu" {
  for_each = local.alarmed_nodes

  alarm_actions       = var.alarms.topic_arns
  alarm_description   = "${local.cache_id}-${each.key}: the engine is short of CPU, of which it uses one core: add shards, or take a larger node type"
  alarm_name          = "${local.cache_id}-${each.key}-engine-cpu"
  comparison_operator = "GreaterThanOrEqualToThreshold"
  dimensions = {
    CacheClusterId = "${local.cache_id}-${each.key}"
  }
  evaluation_periods = 1
  metric_name        = "EngineCPUUtilization"
  namespace          = "AWS/ElastiCache"
  ok_actions         = var.alarms.topic_arns
  period             = 300
  statistic          = "Average"
  threshold          = var.alarms.engine_cpu
  treat_missing_data = "notBreaching"

  tags = merge(var.tags, { Name = "${local.cache_id}-${each.key}" })
}

resource "aws_cloudwatch_metric_alarm" "memory" {
  for_each = local.alarmed_nodes

  alarm_actions       = var.alarms.topic_arns
  alarm_description   = "${local.cache_id}-${each.key}: memory is nearly full"
  alarm_name          = "${local.cache_id}-${each.key}-memory"
  comparison_operator = "GreaterThanOrEqualToThreshold"
  dimensions = {
    CacheClusterId = "${local.cache_id}-${each.key}"
  }
  evaluation_periods = 1
  metric_name        = "DatabaseMemoryUsageCountedForEvictPercentage"
  namespace          = "AWS/ElastiCache"
  ok_actions         = var.alarms.topic_arns
  period             = 300
  statistic          = "Average"
  threshold          = var.alarms.memory
  treat_missing_data = "notBreaching"

  tags = merge(var.tags, { Name = "${local.cache_id}-${each.key}" })
}

resource "aws_cloudwatch_metric_alarm" "evictions" {
  for_each = local.alarmed_nodes

  alarm_actions       = var.alarms.topic_arns
  alarm_description   = "${local.cache_id}-${each.key}: keys are evicted as memory is full"
  alarm_name          = "${local.cache_id}-${each.key}-evictions"
  comparison_operator = "GreaterThanOrEqualToThreshold"
  dimensions = {
    CacheClusterId = "${local.cache_id}-${each.key}"
  }
  evaluation_periods = 1
  metric_name        = "Evictions"
  namespace          = "AWS/ElastiCache"
  ok_actions         = var.alarms.topic_arns
  period             = 300
  statistic          = "Sum"
  threshold          = var.alarms.evictions
  treat_missing_data = "notBreaching"

  tags = merge(var.tags, { Name = "${local.cache_id}-${each.key}" })
}

resource "aws_cloudwatch_metric_alarm" "connections" {
  for_each = local.alarmed_nodes

  alarm_actions       = var.alarms.topic_arns
  alarm_description   = "${local.cache_id}-${each.key}: clients hold many connections, of which a node takes 65,000"
  alarm_name          = "${local.cache_id}-${each.key}-connections"
  comparison_operator = "GreaterThanOrEqualToThreshold"
  dimensions = {
    CacheClusterId = "${local.cache_id}-${each.key}"
  }
  evaluation_periods = 1
  metric_name        = "CurrConnections"
  namespace          = "AWS/ElastiCache"
  ok_actions         = var.alarms.topic_arns
  period             = 300
  statistic          = "Maximum"
  threshold          = var.alarms.connections
  treat_missing_data = "notBreaching"

  tags = merge(var.tags, { Name = "${local.cache_id}-${each.key}" })
}

resource "aws_cloudwatch_metric_alarm" "replication_lag" {
  for_each = local.alarmed_nodes

  alarm_actions       = var.alarms.topic_arns
  alarm_description   = "${local.cache_id}-${each.key}: a replica is behind, and would lose that much in a failover"
  alarm_name          = "${local.cache_id}-${each.key}-replication-lag"
  comparison_operator = "GreaterThanOrEqualToThreshold"
  dimensions = {
    CacheClusterId = "${local.cache_id}-${each.key}"
  }
  evaluation_periods = 1
  metric_name        = "ReplicationLag"
  namespace          = "AWS/ElastiCache"
  ok_actions         = var.alarms.topic_arns
  period             = 300
  statistic          = "Maximum"
  threshold          = var.alarms.replication_lag
  treat_missing_data = "notBreaching"

  tags = merge(var.tags, { Name = "${local.cache_id}-${each.key}" })
}

resource "aws_cloudwatch_metric_alarm" "serverless_evictions" {
  count = local.has_serverless_alarms ? 1 : 0

  alarm_actions       = var.alarms.topic_arns
  alarm_description   = "${local.cache_id}: keys are evicted as max_storage_gb is reached"
  alarm_name          = "${local.cache_id}-evictions"
  comparison_operator = "GreaterThanOrEqualToThreshold"
  dimensions = {
    clusterId = local.cache_id
  }
  evaluation_periods = 1
  metric_name        = "Evictions"
  namespace          = "AWS/ElastiCache"
  ok_actions         = var.alarms.topic_arns
  period             = 300
  statistic          = "Sum"
  threshold          = var.alarms.evictions
  treat_missing_data = "notBreaching"

  tags = merge(var.tags, { Name = local.cache_id })
}

resource "aws_cloudwatch_metric_alarm" "serverless_connections" {
  count = local.has_serverless_alarms ? 1 : 0

  alarm_actions       = var.alarms.topic_arns
  alarm_description   = "${local.cache_id}: clients hold many connections"
  alarm_name          = "${local.cache_id}-connections"
  comparison_operator = "GreaterThanOrEqualToThreshold"
  dimensions = {
    clusterId = local.cache_id
  }
  evaluation_periods = 1
  metric_name        = "CurrConnections"
  namespace          = "AWS/ElastiCache"
  ok_actions         = var.alarms.topic_arns
  period             = 300
  statistic          = "Maximum"
  threshold          = var.alarms.connections
  treat_missing_data = "notBreaching"

  tags = merge(var.tags, { Name = local.cache_id })
}

resource "aws_cloudwatch_metric_alarm" "serverless_throttled_commands" {
  count = local.has_serverless_alarms ? 1 : 0

  alarm_actions       = var.alarms.topic_arns
  alarm_description   = "${local.cache_id}: commands are throttled, as requests grow faster than the cache or reach max_ecpu_per_second"
  alarm_name          = "${local.cache_id}-throttled-commands"
  comparison_operator = "GreaterThanOrEqualToThreshold"
  dimensions = {
    clusterId = local.cache_id
  }
  evaluation_periods = 1
  metric_name        = "ThrottledCmds"
  namespace          = "AWS/ElastiCache"
  ok_actions         = var.alarms.topic_arns
  period             = 300
  statistic          = "Sum"
  threshold          = var.alarms.throttled_commands
  treat_missing_data = "notBreaching"

  tags = merge(var.tags, { Name = local.cache_id })
}

# Address

locals {
  endpoint = (
    var.serverless != null
    ? one(aws_elasticache_serverless_cache.this[*].endpoint[0].address)
    : (
      var.shards != null
      ? one(aws_elasticache_replication_group.this[*].configuration_endpoint_address)
      : one(aws_elasticache_replication_group.this[*].primary_endpoint_address)
    )
  )
}

# Values that AWS may have added since

locals {
  cache_parameters = [
    "acl-pubsub-default",
    "acllog-max-len",
    "active-defrag-cycle-max",
    "active-defrag-cycle-min",
    "active-defrag-ignore-bytes",
    "active-defrag-max-scan-fields",
    "active-defrag-threshold-lower",
    "active-defrag-threshold-upper",
    "active-expire-effort",
    "activedefrag",
    "client-output-buffer-limit-normal-hard-limit",
    "client-output-buffer-limit-normal-soft-limit",
    "client-output-buffer-limit-normal-soft-seconds",
    "client-output-buffer-limit-pubsub-hard-limit",
    "client-output-buffer-limit-pubsub-soft-limit",
    "client-output-buffer-limit-pubsub-soft-seconds",
    "client-query-buffer-limit",
    "close-on-replica-write",
    "cluster-allow-pubsubshard-when-down",
    "cluster-allow-reads-when-down",
    "cluster-databases",
    "cluster-enabled",
    "cluster-preferred-endpoint-type",
    "cluster-require-full-coverage",
    "commandlog-large-reply-max-len",
    "commandlog-large-request-max-len",
    "commandlog-reply-larger-than",
    "commandlog-request-larger-than",
    "databases",
    "extended-redis-compatibility",
    "hash-max-listpack-entries",
    "hash-max-listpack-value",
    "hll-sparse-max-bytes",
    "latency-tracking",
    "lazyfree-lazy-eviction",
    "lazyfree-lazy-expire",
    "lazyfree-lazy-server-del",
    "lazyfree-lazy-user-del",
    "lfu-decay-time",
    "lfu-log-factor",
    "list-compress-depth",
    "list-max-listpack-size",
    "maxmemory-policy",
    "maxmemory-samples",
    "min-replicas-max-lag",
    "min-replicas-to-write",
    "notify-keyspace-events",
    "proto-max-bulk-len",
    "rename-commands",
    "repl-backlog-size",
    "repl-backlog-ttl",
    "reserved-memory",
    "reserved-memory-percent",
    "search-default-timeout-ms",
    "search-enable-partial-results",
    "search-fanout-target-mode",
    "set-max-intset-entries",
    "set-max-listpack-entries",
    "set-max-listpack-value",
    "slowlog-log-slower-than",
    "slowlog-max-len",
    "stream-node-max-bytes",
    "stream-node-max-entries",
    "tcp-keepalive",
    "timeout",
    "tracking-table-max-keys",
    "zset-max-listpack-entries",
    "zset-max-listpack-value",
  ]
}

check "known_engine_version" {
  assert {
    condition = (
      var.engine_version == null
      ? true
      : contains(["7", "7.0", "7.1", "7.2", "8", "8.0", "8.1", "8.2", "9", "9.0", "9.1"], var.engine_version)
    )
    error_message = "engine_version is not a version that ElastiCache had on 2026-10-20; it may have come since, or be a mistake."
  }
}

check "known_node_type" {
  assert {
    condition = (
      var.node_type == null
      ? true
      : can(regex(
        join("", [
          "^cache[.]((c7gn|c8gn|m6g|m7g|m8g|r6g|r7g|r8g)[.](large|xlarge|2xlarge|4xlarge|8xlarge|12xlarge|16xlarge)|",
          "(m4)[.](large|xlarge|2xlarge|4xlarge|10xlarge)|(m5|r5)[.](large|xlarge|2xlarge|4xlarge|12xlarge|24xlarge)|",
          "(r4)[.](large|xlarge|2xlarge|4xlarge|8xlarge|16xlarge)|(r6gd)[.](xlarge|2xlarge|4xlarge|8xlarge|12xlarge|",
          "16xlarge)|(t2|t3|t4g)[.](micro|small|medium))$",
        ]),
        var.node_type,
      ))
    )
    error_message = "node_type is not a node type of ElastiCache that AWS offered on 2026-10-20; it may have come since, or be a mistake."
  }
}

check "known_parameters" {
  assert {
    condition     = length(setsubtract(keys(var.parameters), local.cache_parameters)) == 0
    error_message = "parameters has a key that is not a parameter that ElastiCache had on 2026-11-29; it may have come since, or be a mistake."
  }
}
