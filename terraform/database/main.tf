locals {
  account_id = terraform_data.surroundings.input.account_id
  partition  = terraform_data.surroundings.input.partition
  dns_suffix = terraform_data.surroundings.input.dns_suffix
  region     = terraform_data.surroundings.input.region
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

# Encryption key

locals {
  kms_key_arn      = var.kms_key != null ? var.kms_key.arn : one(aws_kms_key.this[*].arn)
  is_striped       = var.storage_type == "gp3" && var.allocated_storage >= 400
  is_replica       = try(var.origin.replica_of != null, false) ? !var.origin.replica_of.promoted : false
  is_point_in_time = try(var.origin.point_in_time != null, false)
}

resource "aws_kms_key" "this" {
  count = var.kms_key == null ? 1 : 0

  deletion_window_in_days = 30
  description             = "Database ${var.name}"
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
            "kms:EncryptionContext:aws:logs:arn" = "arn:${local.partition}:logs:${local.region}:${local.account_id}:log-group:/aws/rds/*/${var.name}*"
          }
        }
      },
    ]
  })

  tags = merge(var.tags, { Name = "${var.name}-database" })
}

resource "aws_kms_alias" "this" {
  count = var.kms_key == null ? 1 : 0

  name          = "alias/${var.name}-database"
  target_key_id = one(aws_kms_key.this[*].id)
}

# Security groups

locals {
  client_turns_by_name = { for name, one in var.clients : name => coalesce(one.cidr, one.security_group_id) }
}

resource "aws_security_group" "this" {
  description = "Database ${var.name}"
  name        = "${var.name}-database"
  vpc_id      = var.vpc_id

  tags = merge(var.tags, { Name = "${var.name}-database" })
}

resource "aws_security_group" "proxy" {
  #checkov:skip=CKV2_AWS_5:It is attached to the proxy, by an expression that the scanner does not follow
  count = var.proxy != null ? 1 : 0

  description = "Proxy of database ${var.name}"
  name        = "${var.name}-proxy"
  vpc_id      = var.vpc_id

  tags = merge(var.tags, { Name = "${var.name}-proxy" })
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
  description                  = "PostgreSQL from ${each.key}"
  from_port                    = var.port
  ip_protocol                  = "tcp"
  referenced_security_group_id = each.value.security_group_id
  security_group_id            = aws_security_group.this.id
  to_port                      = var.port

  tags = merge(var.tags, { Name = "${var.name}-from-${each.key}" })

  lifecycle {
    replace_triggered_by = [terraform_data.client_turns.triggers_replace[each.key]]
  }
  depends_on = [terraform_data.client_turns]
}

resource "aws_vpc_security_group_ingress_rule" "proxy_clients" {
  for_each = var.proxy != null ? var.clients : {}

  cidr_ipv4                    = each.value.cidr
  description                  = "PostgreSQL from ${each.key}"
  from_port                    = var.port
  ip_protocol                  = "tcp"
  referenced_security_group_id = each.value.security_group_id
  security_group_id            = one(aws_security_group.proxy[*].id)
  to_port                      = var.port

  tags = merge(var.tags, { Name = "${var.name}-from-${each.key}" })

  lifecycle {
    replace_triggered_by = [terraform_data.client_turns.triggers_replace[each.key]]
  }
  depends_on = [terraform_data.client_turns]
}

resource "aws_vpc_security_group_ingress_rule" "proxy" {
  count = var.proxy != null ? 1 : 0

  description                  = "PostgreSQL from the proxy"
  from_port                    = var.port
  ip_protocol                  = "tcp"
  referenced_security_group_id = one(aws_security_group.proxy[*].id)
  security_group_id            = aws_security_group.this.id
  to_port                      = var.port

  tags = merge(var.tags, { Name = "${var.name}-from-proxy" })
}

resource "aws_vpc_security_group_egress_rule" "proxy" {
  count = var.proxy != null ? 1 : 0

  description                  = "PostgreSQL of the database"
  from_port                    = var.port
  ip_protocol                  = "tcp"
  referenced_security_group_id = aws_security_group.this.id
  security_group_id            = one(aws_security_group.proxy[*].id)
  to_port                      = var.port

  tags = merge(var.tags, { Name = "${var.name}-proxy-to-database" })
}

# Credentials

locals {
  generates_password = var.credentials.generated != null
  password_version = (
    (local.generates_password ? var.credentials.generated.number == 1 : true)
    ? var.credentials.password_version + var.replacements
    : var.credentials.password_version + var.replacements + var.credentials.generated.number - 1
  )
  sets_password = (var.credentials.generated != null || var.credentials.existing != null) && !local.is_replica
}

resource "aws_secretsmanager_secret" "password" {
  #checkov:skip=CKV2_AWS_57:A rotation would need a function that reaches the database; password_version makes a new password, and IAM authentication needs none
  count = local.generates_password ? 1 : 0

  description = "Master user of database ${var.name}"
  kms_key_id  = local.kms_key_arn
  name = (
    var.credentials.generated.number == 1
    ? "${var.name}/master-user"
    : "${var.name}/master-user-${var.credentials.generated.number}"
  )
  recovery_window_in_days = var.credentials.generated.recovery_window_in_days

  dynamic "replica" {
    for_each = local.generates_password ? var.credentials.generated.replicas : {}

    content {
      region     = replica.key
      kms_key_id = replica.value.kms_key_arn
    }
  }

  tags = merge(var.tags, { Name = "${var.name}-master-user" })
}

# Waits for the secret: nothing is generated before there is a place to keep it.
ephemeral "aws_secretsmanager_random_password" "password" {
  count = local.generates_password ? 1 : 0

  password_length     = one(aws_secretsmanager_secret.password[*].arn) == null ? null : 40
  exclude_punctuation = true
}

resource "aws_secretsmanager_secret_version" "password" {
  count = local.generates_password ? 1 : 0

  secret_id = one(aws_secretsmanager_secret.password[*].id)
  secret_string_wo = jsonencode({
    username = var.username
    password = one(ephemeral.aws_secretsmanager_random_password.password[*].random_password)
  })
  secret_string_wo_version = local.password_version
}

# Reads the password back: the random value above is another one in each run, and only the first was stored.
ephemeral "aws_secretsmanager_secret_version" "password" {
  count = local.sets_password ? 1 : 0

  secret_id = (
    local.generates_password
    ? one(aws_secretsmanager_secret_version.password[*].secret_id)
    : var.credentials.existing.arn
  )
}

# Parameter group

locals {
  family = "postgres${split(".", var.engine_version)[0]}"

  # RDS counts shared_buffers and effective_cache_size in blocks of 8 kB, the others in kB.
  settings = [
    for parameter in concat(
      [
        {
          name         = "shared_buffers"
          value        = try(tostring(var.tuning.shared_buffers * 128), null)
          apply_method = "pending-reboot"
        },
        {
          name         = "effective_cache_size"
          value        = try(tostring(var.tuning.effective_cache_size * 128), null)
          apply_method = "immediate"
        },
        {
          name         = "max_connections"
          value        = try(tostring(var.tuning.max_connections * 1), null)
          apply_method = "pending-reboot"
        },
        {
          name         = "work_mem"
          value        = try(tostring(var.tuning.work_mem * 1024), null)
          apply_method = "immediate"
        },
        {
          name         = "maintenance_work_mem"
          value        = try(tostring(var.tuning.maintenance_work_mem * 1024), null)
          apply_method = "immediate"
        },
        {
          name         = "rds.logical_replication"
          value        = var.logical_replication ? "1" : null
          apply_method = "pending-reboot"
        },
        {
          name         = "shared_preload_libraries"
          value        = length(var.shared_preload_libraries) > 0 ? join(",", var.shared_preload_libraries) : null
          apply_method = "pending-reboot"
        },
      ],
      [for name, parameter in var.parameters : {
        name  = name
        value = parameter.value
        apply_method = coalesce(
          parameter.apply_method,
          (
            contains(
              [
                "autovacuum_freeze_max_age",
                "autovacuum_max_workers",
                "autovacuum_multixact_freeze_max_age",
                "autovacuum_worker_slots",
                "bonjour",
                "bonjour_name",
                "cluster_name",
                "commit_timestamp_buffers",
                "data_sync_retry",
                "dynamic_shared_memory_type",
                "event_source",
                "hot_standby",
                "huge_page_size",
                "huge_pages",
                "io_max_combine_limit",
                "io_max_concurrency",
                "io_method",
                "jit_provider",
                "listen_addresses",
                "logging_collector",
                "max_active_replication_origins",
                "max_connections",
                "max_files_per_process",
                "max_locks_per_transaction",
                "max_logical_replication_workers",
                "max_notify_queue_pages",
                "max_pred_locks_per_transaction",
                "max_prepared_transactions",
                "max_replication_slots",
                "max_wal_senders",
                "max_worker_processes",
                "min_dynamic_shared_memory",
                "multixact_member_buffers",
                "multixact_offset_buffers",
                "notify_buffers",
                "old_snapshot_threshold",
                "port",
                "reserved_connections",
                "serializable_buffers",
                "shared_buffers",
                "shared_memory_type",
                "shared_preload_libraries",
                "subtransaction_buffers",
                "superuser_reserved_connections",
                "track_activity_query_size",
                "track_commit_timestamp",
                "transaction_buffers",
                "unix_socket_directories",
                "unix_socket_group",
                "unix_socket_permissions",
                "wal_buffers",
                "wal_decode_buffer_size",
                "wal_level",
                "wal_log_hints",
                "pg_stat_statements.max",
              ],
              name,
            )
            ? "pending-reboot"
            : "immediate"
          ),
        )
      }],
    ) : parameter
    if parameter.value != null
  ]
  is_first_family = local.family == terraform_data.first_family.input
  parameter_group_name = one(concat(
    aws_db_parameter_group.this[*].name,
    values(aws_db_parameter_group.upgraded)[*].name,
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

resource "aws_db_parameter_group" "this" {
  count = local.is_first_family ? 1 : 0

  description = "Parameters of database ${var.name}"
  family      = local.family
  name        = "${var.name}-${local.family}"

  parameter {
    apply_method = "immediate"
    name         = "rds.force_ssl"
    value        = "1"
  }

  parameter {
    apply_method = "immediate"
    name         = "log_statement"
    value        = var.log_statement
  }

  parameter {
    apply_method = "immediate"
    name         = "log_min_duration_statement"
    value        = tostring(var.log_min_duration_statement)
  }

  dynamic "parameter" {
    for_each = local.settings

    content {
      name         = parameter.value.name
      value        = parameter.value.value
      apply_method = parameter.value.apply_method
    }
  }

  tags = merge(var.tags, { Name = var.name })

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_db_parameter_group" "upgraded" {
  for_each = { for family in [local.family] : family => family if !local.is_first_family }

  description = "Parameters of database ${var.name}"
  family      = local.family
  name        = "${var.name}-${local.family}"

  parameter {
    apply_method = "immediate"
    name         = "rds.force_ssl"
    value        = "1"
  }

  parameter {
    apply_method = "immediate"
    name         = "log_statement"
    value        = var.log_statement
  }

  parameter {
    apply_method = "immediate"
    name         = "log_min_duration_statement"
    value        = tostring(var.log_min_duration_statement)
  }

  dynamic "parameter" {
    for_each = local.settings

    content {
      name         = parameter.value.name
      value        = parameter.value.value
      apply_method = parameter.value.apply_method
    }
  }

  tags = merge(var.tags, { Name = var.name })

  lifecycle {
    create_before_destroy = true
  }
}

# Monitoring and logs

locals {
  # RDS writes each log of each instance to a group of this name.
  log_groups = merge(
    { for log in var.log_exports : log => "${var.name}/${log}" },
    {
      for pair in setproduct(keys(var.read_replicas), var.log_exports) :
      "${pair[0]}/${pair[1]}" => "${var.name}-${pair[0]}/${pair[1]}"
    },
  )
}

resource "aws_iam_role" "monitoring" {
  count = var.monitoring_interval != 0 && var.monitoring_role == null ? 1 : 0

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Action    = "sts:AssumeRole"
        Principal = { Service = "monitoring.rds.amazonaws.com" }
        Condition = {
          StringEquals = { "aws:SourceAccount" = local.account_id }
          ArnLike = {
            "aws:SourceArn" = "arn:${local.partition}:rds:${local.region}:${local.account_id}:db:*"
          }
        }
      },
    ]
  })
  description          = "Writes the measurements of database ${var.name}"
  name                 = "${var.name}-monitoring-${local.region}"
  permissions_boundary = var.permissions_boundary != null ? var.permissions_boundary.arn : null

  tags = merge(var.tags, { Name = "${var.name}-monitoring-${local.region}" })
}

resource "aws_iam_role_policy_attachment" "monitoring" {
  count = var.monitoring_interval != 0 && var.monitoring_role == null ? 1 : 0

  policy_arn = "arn:${local.partition}:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole"
  role       = one(aws_iam_role.monitoring[*].name)
}

resource "aws_cloudwatch_log_group" "logs" {
  #checkov:skip=CKV_AWS_338:The caller's choice (log_retention_days): the log serves to find faults, and an audit has other sources
  for_each = local.log_groups

  kms_key_id        = local.kms_key_arn
  name              = "/aws/rds/instance/${each.value}"
  retention_in_days = var.log_retention_days

  tags = merge(var.tags, { Name = var.name })
}

resource "aws_cloudwatch_log_group" "proxy" {
  #checkov:skip=CKV_AWS_338:The caller's choice (log_retention_days): the log serves to find faults, and an audit has other sources
  count = var.proxy != null ? 1 : 0

  kms_key_id        = local.kms_key_arn
  name              = "/aws/rds/proxy/${var.name}"
  retention_in_days = var.log_retention_days

  tags = merge(var.tags, { Name = "${var.name}-proxy" })
}

# Origin of the data

locals {
  origin = (
    try(var.origin.snapshot != null, false)
    ? jsonencode({ snapshot = var.origin.snapshot.id })
    : (
      local.is_point_in_time
      ? jsonencode({
        source_instance       = var.origin.point_in_time.source_instance
        automated_backups_arn = var.origin.point_in_time.automated_backups_arn
        time                  = var.origin.point_in_time.time
      })
      : (try(var.origin.replica_of != null, false) ? jsonencode({ replica_of = var.origin.replica_of.arn }) : "")
    )
  )
  deferred = var.origin != null ? var.origin.defer_protection : false
}

# Changes when replacements is raised, and replaces the database with it (replace_triggered_by).
resource "terraform_data" "generation" {
  input = var.replacements
}

# Database

locals {
  has_performance_insights = local.deferred ? false : var.performance_insights
  identity_changes = join(
    ", ",
    [
      for name, value in {
        for name, value in { name = var.name, kms_key = var.kms_key != null ? var.kms_key.arn : "its own" } :
        name => value == null ? "null" : tostring(value)
      } : "${name} from ${try(one(values(terraform_data.identity)).output[name], "")} to ${value}"
      if value != try(one(values(terraform_data.identity)).output[name], value)
    ],
  )
  secret_arn = (
    var.credentials.generated != null
    ? one(aws_secretsmanager_secret.password[*].arn)
    : (
      var.credentials.existing != null
      ? var.credentials.existing.arn
      : (
        length(aws_db_instance.this.master_user_secret) > 0
        ? aws_db_instance.this.master_user_secret[0].secret_arn
        : (
          one(terraform_data.managed_secret[*].id) == ""
          ? ""
          : one(aws_db_instance.this.master_user_secret[*].secret_arn)
        )
      )
    )
  )
}

resource "aws_db_subnet_group" "this" {
  description = "Subnets of database ${var.name}"
  name        = var.name
  subnet_ids  = var.subnet_ids

  tags = merge(var.tags, { Name = var.name })
}

resource "terraform_data" "identity" {
  for_each = toset([tostring(var.replacements)])

  input = {
    for name, value in { name = var.name, kms_key = var.kms_key != null ? var.kms_key.arn : "its own" } :
    name => value == null ? "null" : tostring(value)
  }

  lifecycle {
    ignore_changes = [input]
  }
}

# What a restore brings along is not compared any more: taking the origin out of the configuration never
# replaces the database.
resource "aws_db_instance" "this" {
  #checkov:skip=CKV_AWS_133:14 days by default; 0 needs allow_no_backups, and a restore may defer them
  allocated_storage                   = local.is_replica ? null : var.allocated_storage
  allow_major_version_upgrade         = var.allow_major_version_upgrade
  apply_immediately                   = var.apply_immediately || var.origin != null
  auto_minor_version_upgrade          = var.auto_minor_version_upgrade
  backup_retention_period             = local.deferred ? (local.is_point_in_time ? null : 0) : var.backup_retention_period
  backup_window                       = var.backup_window
  ca_cert_identifier                  = var.ca_cert_identifier
  copy_tags_to_snapshot               = true
  database_insights_mode              = var.database_insights_mode
  db_name                             = var.origin != null ? null : var.db_name
  db_subnet_group_name                = aws_db_subnet_group.this.name
  delete_automated_backups            = var.delete_automated_backups
  deletion_protection                 = var.deletion_protection
  enabled_cloudwatch_logs_exports     = var.log_exports
  engine                              = local.is_replica ? null : "postgres"
  engine_version                      = local.is_replica ? null : var.engine_version
  final_snapshot_identifier           = coalesce(var.final_snapshot_name, "${var.name}-final-${var.replacements}")
  iam_database_authentication_enabled = var.iam_database_authentication
  identifier                          = var.name
  instance_class                      = var.instance_class
  iops                                = var.iops != null ? var.iops : (local.is_striped ? 12000 : null)
  kms_key_id                          = try(var.origin.snapshot != null, false) || local.is_point_in_time ? null : local.kms_key_arn
  maintenance_window                  = var.maintenance_window
  manage_master_user_password         = var.credentials.managed != null ? true : null
  master_user_secret_kms_key_id       = var.credentials.managed != null ? local.kms_key_arn : null
  max_allocated_storage               = var.max_allocated_storage
  monitoring_interval                 = var.monitoring_interval
  monitoring_role_arn = (
    var.monitoring_interval != 0
    ? (
      var.monitoring_role != null
      ? var.monitoring_role.arn
      : one([for attached in aws_iam_role_policy_attachment.monitoring : one(aws_iam_role.monitoring[*].arn)])
    )
    : null
  )
  multi_az             = local.deferred ? false : var.multi_az
  network_type         = var.network_type
  parameter_group_name = local.parameter_group_name
  password_wo = (
    local.sets_password
    ? jsondecode(one(ephemeral.aws_secretsmanager_secret_version.password[*].secret_string)).password
    : null
  )
  password_wo_version             = local.sets_password ? local.password_version : null
  performance_insights_enabled    = local.has_performance_insights
  performance_insights_kms_key_id = local.has_performance_insights ? local.kms_key_arn : null
  performance_insights_retention_period = (
    local.has_performance_insights
    ? var.performance_insights_retention_period
    : null
  )
  port                   = var.port
  publicly_accessible    = false
  replicate_source_db    = local.is_replica ? var.origin.replica_of.arn : null
  skip_final_snapshot    = !var.final_snapshot
  snapshot_identifier    = try(var.origin.snapshot != null, false) ? var.origin.snapshot.id : null
  storage_encrypted      = true
  storage_throughput     = var.storage_throughput != null ? var.storage_throughput : (local.is_striped ? 500 : null)
  storage_type           = var.storage_type
  username               = var.origin != null ? null : var.username
  vpc_security_group_ids = concat([aws_security_group.this.id], var.security_group_ids)

  timeouts {
    create = "240m"
    delete = "120m"
    update = "240m"
  }

  dynamic "restore_to_point_in_time" {
    for_each = local.is_point_in_time ? [1] : []

    content {
      source_db_instance_identifier            = var.origin.point_in_time.source_instance
      source_db_instance_automated_backups_arn = var.origin.point_in_time.automated_backups_arn
      restore_time                             = var.origin.point_in_time.time
      use_latest_restorable_time               = var.origin.point_in_time.time == null ? true : null
    }
  }

  tags = merge(var.tags, { Name = var.name })

  lifecycle {
    ignore_changes = [
      snapshot_identifier,
      restore_to_point_in_time,
      username,
      db_name,
      kms_key_id,
      storage_encrypted,
    ]
    replace_triggered_by = [terraform_data.generation]

    precondition {
      condition = local.identity_changes == ""
      error_message = join(" ", [
        "Changing ${local.identity_changes} would replace the database and lose all that it holds (its final snapshot",
        "keeps it). Take it back; or, if a new one is what you want, raise replacements in the same change.",
      ])
    }

    postcondition {
      condition = (
        self.resource_id == null
        ? true
        : (
          local.is_replica ||
          tonumber(split(".", self.engine_version_actual)[0]) == tonumber(split(".", var.engine_version)[0]) ||
          (
            var.allow_major_version_upgrade &&
            tonumber(split(".", self.engine_version_actual)[0]) < tonumber(split(".", var.engine_version)[0])
          )
        )
      )
      error_message = join(" ", [
        "The database runs PostgreSQL ${coalesce(self.engine_version_actual, "none")},",
        "and engine_version asks for ${var.engine_version}.",
        "A major version goes up only with allow_major_version_upgrade = true, and never down: set it,",
        "or take engine_version back.",
      ])
    }

    postcondition {
      condition = self.resource_id == null ? true : self.username == var.username
      error_message = join(" ", [
        "The master user of the database is ${coalesce(self.username, "none")}, not ${var.username}:",
        "it cannot be changed. Set username to ${coalesce(self.username, "none")} and raise",
        "credentials.password_version; or raise replacements for a new database, and lose all that this one holds.",
      ])
    }

    postcondition {
      condition = self.resource_id == null ? true : (var.db_name == null ? true : self.db_name == var.db_name)
      error_message = join(" ", [
        "The first database is ${coalesce(self.db_name, "none")}, not ${coalesce(var.db_name, "none")}:",
        "it cannot be changed. Set db_name to it, or make the other one with SQL;",
        "or raise replacements for a new database, and lose all that this one holds.",
      ])
    }

    postcondition {
      condition = self.resource_id == null ? true : self.storage_encrypted
      error_message = join(" ", [
        "The database is not encrypted, as its source was not.",
        "Copy the snapshot with a key, name the copy in origin, and raise replacements.",
      ])
    }
  }
  depends_on = [aws_cloudwatch_log_group.logs, aws_cloudwatch_log_group.proxy]
}

resource "terraform_data" "managed_secret" {
  count = var.credentials.managed != null ? 1 : 0
}

# Read replicas

resource "aws_db_instance" "replicas" {
  #checkov:skip=CKV_AWS_133:A replica holds nothing that the database, which has backups, does not hold
  #checkov:skip=CKV_AWS_293:A replica holds nothing of its own; the caller's choice (deletion_protection)
  #checkov:skip=CKV_AWS_157:The caller's choice (multi_az of each replica)
  for_each = var.read_replicas

  allow_major_version_upgrade         = var.allow_major_version_upgrade
  apply_immediately                   = var.apply_immediately
  auto_minor_version_upgrade          = var.auto_minor_version_upgrade
  backup_retention_period             = 0
  ca_cert_identifier                  = var.ca_cert_identifier
  copy_tags_to_snapshot               = true
  database_insights_mode              = var.database_insights_mode
  deletion_protection                 = each.value.deletion_protection
  enabled_cloudwatch_logs_exports     = var.log_exports
  iam_database_authentication_enabled = var.iam_database_authentication
  identifier                          = "${var.name}-${each.key}"
  instance_class                      = coalesce(each.value.instance_class, var.instance_class)
  iops                                = var.iops != null ? var.iops : (local.is_striped ? 12000 : null)
  maintenance_window                  = var.maintenance_window
  max_allocated_storage               = var.max_allocated_storage
  monitoring_interval                 = var.monitoring_interval
  monitoring_role_arn = (
    var.monitoring_interval != 0
    ? (
      var.monitoring_role != null
      ? var.monitoring_role.arn
      : one([for attached in aws_iam_role_policy_attachment.monitoring : one(aws_iam_role.monitoring[*].arn)])
    )
    : null
  )
  multi_az                              = each.value.multi_az
  network_type                          = var.network_type
  parameter_group_name                  = local.parameter_group_name
  performance_insights_enabled          = var.performance_insights
  performance_insights_kms_key_id       = var.performance_insights ? local.kms_key_arn : null
  performance_insights_retention_period = var.performance_insights ? var.performance_insights_retention_period : null
  port                                  = var.port
  publicly_accessible                   = false
  replicate_source_db                   = aws_db_instance.this.identifier
  skip_final_snapshot                   = true
  storage_encrypted                     = true
  storage_throughput                    = var.storage_throughput != null ? var.storage_throughput : (local.is_striped ? 500 : null)
  storage_type                          = var.storage_type
  vpc_security_group_ids                = concat([aws_security_group.this.id], var.security_group_ids)

  timeouts {
    create = "240m"
    delete = "120m"
    update = "240m"
  }

  tags = merge(var.tags, { Name = "${var.name}-${each.key}" })

  lifecycle {
    replace_triggered_by = [terraform_data.generation]
  }
  depends_on = [aws_cloudwatch_log_group.logs, aws_cloudwatch_log_group.proxy]
}

# Proxy

resource "aws_iam_role" "proxy" {
  count = var.proxy != null && try(var.proxy.role == null, true) ? 1 : 0

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Action    = "sts:AssumeRole"
        Principal = { Service = "rds.amazonaws.com" }
        Condition = { StringEquals = { "aws:SourceAccount" = local.account_id } }
      },
    ]
  })
  description          = "Reads the password of database ${var.name} for its proxy"
  name                 = "${var.name}-proxy-${local.region}"
  permissions_boundary = var.permissions_boundary != null ? var.permissions_boundary.arn : null

  tags = merge(var.tags, { Name = "${var.name}-proxy-${local.region}" })
}

resource "aws_iam_role_policy" "proxy" {
  count = var.proxy != null && try(var.proxy.role == null, true) ? 1 : 0

  name = "secret"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [
        {
          Sid      = "Secret"
          Effect   = "Allow"
          Action   = "secretsmanager:GetSecretValue"
          Resource = local.secret_arn
        },
      ],
      [for statement in [
        {
          Sid    = "Key"
          Effect = "Allow"
          Action = "kms:Decrypt"
          Resource = (
            var.credentials.existing != null
            ? (try(var.credentials.existing.kms_key != null, false) ? var.credentials.existing.kms_key.arn : null)
            : local.kms_key_arn
          )
          Condition = {
            StringEquals = { "kms:ViaService" = "secretsmanager.${local.region}.${local.dns_suffix}" }
          }
        },
      ] : statement if var.credentials.existing == null || try(var.credentials.existing.kms_key != null, false)],
    )
  })
  role = one(aws_iam_role.proxy[*].id)
}

resource "aws_db_proxy" "proxy" {
  count = var.proxy != null ? 1 : 0

  debug_logging          = var.proxy.debug_logging
  engine_family          = "POSTGRESQL"
  idle_client_timeout    = var.proxy.idle_client_timeout
  name                   = var.name
  require_tls            = true
  role_arn               = try(var.proxy.role != null, false) ? var.proxy.role.arn : one(aws_iam_role.proxy[*].arn)
  vpc_security_group_ids = [one(aws_security_group.proxy[*].id)]
  vpc_subnet_ids         = var.subnet_ids

  auth {
    auth_scheme = "SECRETS"
    iam_auth    = var.proxy.iam_auth
    secret_arn  = local.secret_arn
  }

  tags       = merge(var.tags, { Name = "${var.name}-proxy" })
  depends_on = [aws_iam_role_policy.proxy, aws_cloudwatch_log_group.proxy]
}

resource "aws_db_proxy_default_target_group" "proxy" {
  count = var.proxy != null ? 1 : 0

  db_proxy_name = one(aws_db_proxy.proxy[*].name)

  connection_pool_config {
    connection_borrow_timeout    = var.proxy.connection_borrow_timeout
    init_query                   = var.proxy.init_query
    max_connections_percent      = var.proxy.max_connections_percent
    max_idle_connections_percent = var.proxy.max_idle_connections_percent
    session_pinning_filters      = var.proxy.session_pinning_filters
  }
}

resource "aws_db_proxy_target" "proxy" {
  count = var.proxy != null ? 1 : 0

  db_instance_identifier = aws_db_instance.this.identifier
  db_proxy_name          = one(aws_db_proxy.proxy[*].name)
  target_group_name      = one(aws_db_proxy_default_target_group.proxy[*].name)

  lifecycle {
    replace_triggered_by = [terraform_data.generation]
  }
}

# Events

resource "aws_db_event_subscription" "this" {
  count = var.event_topic != null ? 1 : 0

  event_categories = var.event_categories
  name             = var.name
  sns_topic        = var.event_topic.arn
  source_ids       = concat([aws_db_instance.this.identifier], values(aws_db_instance.replicas)[*].identifier)
  source_type      = "db-instance"

  tags = merge(var.tags, { Name = var.name })
}

# Alarms

locals {
  # MiB of the instance class, as its name says; null for a class whose name does not.
  memory = [
    for class in [var.instance_class] :
    try(
      (
        {
          t      = 8
          m      = 8
          r      = 16
          x2g    = 32
          x2idn  = 32
          x2iedn = 64
        }[regex("^(?:[tmr]|x2[a-z]+)", split(".", class)[1])] *
        coalesce(
          try({ micro = 0.125, small = 0.25, medium = 0.5, large = 1, xlarge = 2 }[split(".", class)[2]], null),
          try(2 * tonumber(regex("^([0-9]+)xlarge$", split(".", class)[2])[0]), null),
        ) *
        1024
      ),
      null,
    )
  ][0]

  # Connections that there can be: as stated, or what RDS derives from the memory of the class.
  max_connections = coalesce(var.tuning.max_connections, try(min(floor(local.memory * 1048576 / 9531392), 5000), 5000))
}

resource "aws_cloudwatch_metric_alarm" "cpu" {
  count = var.alarms != null ? 1 : 0

  alarm_actions       = var.alarms.topic_arns
  alarm_description   = "${var.name}: the database is short of CPU"
  alarm_name          = "${var.name}-database-cpu"
  comparison_operator = "GreaterThanOrEqualToThreshold"
  dimensions = {
    DBInstanceIdentifier = aws_db_instance.this.identifier
  }
  evaluation_periods = 5
  metric_name        = "CPUUtilization"
  namespace          = "AWS/RDS"
  ok_actions         = var.alarms.topic_arns
  period             = 60
  statistic          = "Average"
  threshold          = var.alarms.cpu
  treat_missing_data = "notBreaching"

  tags = merge(var.tags, { Name = var.name })
}

resource "aws_cloudwatch_metric_alarm" "free_storage" {
  count = var.alarms != null ? 1 : 0

  alarm_actions       = var.alarms.topic_arns
  alarm_description   = "${var.name}: the storage is nearly full, and the database stops when it is"
  alarm_name          = "${var.name}-database-free-storage"
  comparison_operator = "LessThanOrEqualToThreshold"
  dimensions = {
    DBInstanceIdentifier = aws_db_instance.this.identifier
  }
  evaluation_periods = 5
  metric_name        = "FreeStorageSpace"
  namespace          = "AWS/RDS"
  ok_actions         = var.alarms.topic_arns
  period             = 60
  statistic          = "Minimum"
  threshold          = var.alarms.free_storage * 1073741824
  treat_missing_data = "notBreaching"

  tags = merge(var.tags, { Name = var.name })
}

resource "aws_cloudwatch_metric_alarm" "free_memory" {
  count = var.alarms != null ? 1 : 0

  alarm_actions       = var.alarms.topic_arns
  alarm_description   = "${var.name}: the database is short of memory"
  alarm_name          = "${var.name}-database-free-memory"
  comparison_operator = "LessThanOrEqualToThreshold"
  dimensions = {
    DBInstanceIdentifier = aws_db_instance.this.identifier
  }
  evaluation_periods = 5
  metric_name        = "FreeableMemory"
  namespace          = "AWS/RDS"
  ok_actions         = var.alarms.topic_arns
  period             = 60
  statistic          = "Average"
  threshold          = var.alarms.free_memory * 1048576
  treat_missing_data = "notBreaching"

  tags = merge(var.tags, { Name = var.name })
}

resource "aws_cloudwatch_metric_alarm" "connections" {
  count = var.alarms != null ? 1 : 0

  alarm_actions       = var.alarms.topic_arns
  alarm_description   = "${var.name}: most of the connections are taken"
  alarm_name          = "${var.name}-database-connections"
  comparison_operator = "GreaterThanOrEqualToThreshold"
  dimensions = {
    DBInstanceIdentifier = aws_db_instance.this.identifier
  }
  evaluation_periods = 5
  metric_name        = "DatabaseConnections"
  namespace          = "AWS/RDS"
  ok_actions         = var.alarms.topic_arns
  period             = 60
  statistic          = "Maximum"
  threshold          = floor(local.max_connections * var.alarms.connections / 100)
  treat_missing_data = "notBreaching"

  tags = merge(var.tags, { Name = var.name })
}

resource "aws_cloudwatch_metric_alarm" "replica_lag" {
  count = var.alarms != null && local.is_replica ? 1 : 0

  alarm_actions       = var.alarms.topic_arns
  alarm_description   = "${var.name}: the database is behind the one that it copies"
  alarm_name          = "${var.name}-database-replica-lag"
  comparison_operator = "GreaterThanOrEqualToThreshold"
  dimensions = {
    DBInstanceIdentifier = aws_db_instance.this.identifier
  }
  evaluation_periods = 5
  metric_name        = "ReplicaLag"
  namespace          = "AWS/RDS"
  ok_actions         = var.alarms.topic_arns
  period             = 60
  statistic          = "Maximum"
  threshold          = var.alarms.replica_lag
  treat_missing_data = "notBreaching"

  tags = merge(var.tags, { Name = var.name })
}

resource "aws_cloudwatch_metric_alarm" "replicas_lag" {
  for_each = { for name, replica in aws_db_instance.replicas : name => replica.identifier if var.alarms != null }

  alarm_actions       = var.alarms.topic_arns
  alarm_description   = "${var.name}: read replica ${each.key} is behind"
  alarm_name          = "${var.name}-database-${each.key}-replica-lag"
  comparison_operator = "GreaterThanOrEqualToThreshold"
  dimensions = {
    DBInstanceIdentifier = each.value
  }
  evaluation_periods = 5
  metric_name        = "ReplicaLag"
  namespace          = "AWS/RDS"
  ok_actions         = var.alarms.topic_arns
  period             = 60
  statistic          = "Maximum"
  threshold          = var.alarms.replica_lag
  treat_missing_data = "notBreaching"

  tags = merge(var.tags, { Name = var.name })
}

# Safety of the data

locals {
  is_made = terraform_data.origin[tostring(var.replacements)].input.planned_at != plantimestamp()
  made    = local.is_made ? [aws_db_instance.this.resource_id] : ["new"]
}

# Where the data of each database came from that was made so far, written down when it was there.
resource "terraform_data" "origin" {
  for_each = toset([for number in range(var.replacements + 1) : tostring(number)])

  input = {
    origin      = local.origin
    resource_id = aws_db_instance.this.resource_id
    planned_at  = plantimestamp()
  }

  lifecycle {
    ignore_changes = [input]
  }
}

# Refuses in the plan what nobody has asked for: a key that only the apply knows is an error of the plan.
data "aws_partition" "kept" {
  for_each = {
    for id in local.made :
    id => join(" ", [
      "REFUSED: this plan would make a new database in the place of one that is there, or was.",
      "If that is tainted, untaint it (terraform untaint aws_db_instance.this) and apply again:",
      "what is half made is finished. If it has gone, or a new one is what you want, raise replacements,",
      "with the origin of the data.",
    ])
  }
}

data "aws_db_snapshot" "origin_snapshot" {
  count = try(var.origin.snapshot != null, false) && !local.is_made ? 1 : 0

  db_snapshot_identifier = var.origin.snapshot.id
  include_shared         = startswith(var.origin.snapshot.id, "arn:")
  snapshot_type          = startswith(reverse(split(":snapshot:", var.origin.snapshot.id))[0], "awsbackup:") ? "awsbackup" : null
}

resource "terraform_data" "safeguard" {
  lifecycle {
    precondition {
      condition = (
        !local.is_made ||
        local.origin == "" ||
        local.origin == terraform_data.origin[tostring(var.replacements)].input.origin
      )
      error_message = join(" ", [
        "The origin was changed after the database was made, and a change alone restores nothing.",
        "To replace the database by one that is made from it,",
        "raise replacements in the same change (it is ${var.replacements}):",
        "what the database holds is in its final snapshot only then. Otherwise take the change back.",
      ])
    }

    precondition {
      condition = (
        local.is_made
        ? true
        : (
          local.is_point_in_time
          ? (
            var.origin.point_in_time.time == null
            ? true
            : timecmp(var.origin.point_in_time.time, plantimestamp()) <= 0
          )
          : true
        )
      )
      error_message = join(" ", [
        "The time of origin.point_in_time lies in the future (it is now ${plantimestamp()}).",
        "Give one that has passed, or leave it out for the latest.",
      ])
    }

    precondition {
      condition = (
        local.is_made
        ? true
        : (
          local.is_point_in_time
          ? (
            var.origin.point_in_time.time == null
            ? true
            : timecmp(
              timeadd(var.origin.point_in_time.time, "${var.origin.point_in_time.retention_days * 24}h"),
              plantimestamp(),
            ) >= 0
          )
          : true
        )
      )
      error_message = join(" ", [
        "The time of origin.point_in_time lies before what the backups reach back to,",
        "${try(var.origin.point_in_time.retention_days, 35)} days from ${plantimestamp()}.",
        "Give a later one, or restore a snapshot.",
      ])
    }

    precondition {
      condition = local.is_made ? true : !try(var.origin.replica_of.promoted, false)
      error_message = join(" ", [
        "There is no replica yet that origin.replica_of.promoted could promote.",
        "Make it first: set promoted to false, apply, and wait until it has caught up.",
      ])
    }

    precondition {
      condition = alltrue([for one in data.aws_db_snapshot.origin_snapshot : one.status == "available"])
      error_message = join(" ", [
        "The snapshot ${try(var.origin.snapshot.id, "")} is",
        "${coalesce(one(data.aws_db_snapshot.origin_snapshot[*].status), "none")}:",
        "wait until it is complete (aws rds wait db-snapshot-available --db-snapshot-identifier",
        "${try(var.origin.snapshot.id, "")}), and apply again.",
      ])
    }

    precondition {
      condition = alltrue(data.aws_db_snapshot.origin_snapshot[*].encrypted)
      error_message = join(" ", [
        "The snapshot ${try(var.origin.snapshot.id, "")} is not encrypted, and so would the database be.",
        "Copy it with a key (aws rds copy-db-snapshot --kms-key-id ...), and name the copy in origin.",
      ])
    }

    precondition {
      condition = alltrue([
        for one in data.aws_db_snapshot.origin_snapshot : one.allocated_storage <= var.allocated_storage
      ])
      error_message = join(" ", [
        "The snapshot ${try(var.origin.snapshot.id, "")} is of",
        "${coalesce(one(data.aws_db_snapshot.origin_snapshot[*].allocated_storage), "none")} GiB,",
        "and storage never shrinks: set allocated_storage to that at least (it is ${var.allocated_storage}).",
      ])
    }
  }
  depends_on = [data.aws_partition.kept]
}

# Checks

check "protection" {
  assert {
    condition = !local.deferred && (var.allow_no_backups || aws_db_instance.this.backup_retention_period > 0)
    error_message = join(" ", [
      "The database is not protected: it has no backups, or origin.defer_protection keeps it in one zone.",
      "Set defer_protection to false and apply as soon as the database serves.",
    ])
  }
}

# Values that AWS may have added since

locals {
  postgres_parameters = [
    "array_nulls",
    "authentication_timeout",
    "autovacuum",
    "autovacuum_analyze_scale_factor",
    "autovacuum_analyze_threshold",
    "autovacuum_freeze_max_age",
    "autovacuum_max_workers",
    "autovacuum_multixact_freeze_max_age",
    "autovacuum_naptime",
    "autovacuum_vacuum_cost_delay",
    "autovacuum_vacuum_cost_limit",
    "autovacuum_vacuum_insert_scale_factor",
    "autovacuum_vacuum_insert_threshold",
    "autovacuum_vacuum_scale_factor",
    "autovacuum_vacuum_threshold",
    "autovacuum_work_mem",
    "backend_flush_after",
    "backslash_quote",
    "bgwriter_delay",
    "bgwriter_flush_after",
    "bgwriter_lru_maxpages",
    "bgwriter_lru_multiplier",
    "bonjour",
    "bonjour_name",
    "bytea_output",
    "check_function_bodies",
    "checkpoint_completion_target",
    "checkpoint_flush_after",
    "checkpoint_timeout",
    "checkpoint_warning",
    "client_encoding",
    "client_min_messages",
    "cluster_name",
    "commit_delay",
    "commit_siblings",
    "constraint_exclusion",
    "cpu_index_tuple_cost",
    "cpu_operator_cost",
    "cpu_tuple_cost",
    "cursor_tuple_fraction",
    "data_sync_retry",
    "datestyle",
    "deadlock_timeout",
    "debug_pretty_print",
    "debug_print_parse",
    "debug_print_plan",
    "debug_print_rewritten",
    "default_statistics_target",
    "default_table_access_method",
    "default_tablespace",
    "default_text_search_config",
    "default_transaction_deferrable",
    "default_transaction_isolation",
    "default_transaction_read_only",
    "dynamic_library_path",
    "dynamic_shared_memory_type",
    "effective_cache_size",
    "effective_io_concurrency",
    "enable_bitmapscan",
    "enable_gathermerge",
    "enable_hashagg",
    "enable_hashjoin",
    "enable_incremental_sort",
    "enable_indexonlyscan",
    "enable_indexscan",
    "enable_material",
    "enable_mergejoin",
    "enable_nestloop",
    "enable_parallel_append",
    "enable_parallel_hash",
    "enable_partition_pruning",
    "enable_partitionwise_aggregate",
    "enable_partitionwise_join",
    "enable_seqscan",
    "enable_sort",
    "enable_tidscan",
    "escape_string_warning",
    "event_source",
    "exit_on_error",
    "extra_float_digits",
    "from_collapse_limit",
    "fsync",
    "full_page_writes",
    "geqo",
    "geqo_effort",
    "geqo_generations",
    "geqo_pool_size",
    "geqo_seed",
    "geqo_selection_bias",
    "geqo_threshold",
    "gin_fuzzy_search_limit",
    "gin_pending_list_limit",
    "hash_mem_multiplier",
    "hot_standby",
    "hot_standby_feedback",
    "huge_pages",
    "idle_in_transaction_session_timeout",
    "intervalstyle",
    "jit",
    "jit_above_cost",
    "jit_inline_above_cost",
    "jit_optimize_above_cost",
    "jit_provider",
    "join_collapse_limit",
    "krb_caseins_users",
    "krb_server_keyfile",
    "lc_messages",
    "lc_monetary",
    "lc_numeric",
    "lc_time",
    "listen_addresses",
    "lo_compat_privileges",
    "local_preload_libraries",
    "lock_timeout",
    "log_autovacuum_min_duration",
    "log_checkpoints",
    "log_connections",
    "log_destination",
    "log_directory",
    "log_disconnections",
    "log_duration",
    "log_error_verbosity",
    "log_executor_stats",
    "log_file_mode",
    "log_filename",
    "log_hostname",
    "log_line_prefix",
    "log_lock_waits",
    "log_min_duration_sample",
    "log_min_duration_statement",
    "log_min_error_statement",
    "log_min_messages",
    "log_parameter_max_length",
    "log_parameter_max_length_on_error",
    "log_parser_stats",
    "log_planner_stats",
    "log_replication_commands",
    "log_rotation_age",
    "log_rotation_size",
    "log_statement",
    "log_statement_sample_rate",
    "log_statement_stats",
    "log_temp_files",
    "log_timezone",
    "log_transaction_sample_rate",
    "log_truncate_on_rotation",
    "logging_collector",
    "logical_decoding_work_mem",
    "maintenance_io_concurrency",
    "maintenance_work_mem",
    "max_connections",
    "max_files_per_process",
    "max_locks_per_transaction",
    "max_logical_replication_workers",
    "max_parallel_maintenance_workers",
    "max_parallel_workers",
    "max_parallel_workers_per_gather",
    "max_pred_locks_per_page",
    "max_pred_locks_per_relation",
    "max_pred_locks_per_transaction",
    "max_prepared_transactions",
    "max_replication_slots",
    "max_slot_wal_keep_size",
    "max_stack_depth",
    "max_standby_archive_delay",
    "max_standby_streaming_delay",
    "max_sync_workers_per_subscription",
    "max_wal_senders",
    "max_wal_size",
    "max_worker_processes",
    "min_parallel_index_scan_size",
    "min_parallel_table_scan_size",
    "min_wal_size",
    "parallel_leader_participation",
    "parallel_setup_cost",
    "parallel_tuple_cost",
    "password_encryption",
    "plan_cache_mode",
    "port",
    "primary_conninfo",
    "primary_slot_name",
    "quote_all_identifiers",
    "random_page_cost",
    "recovery_min_apply_delay",
    "restart_after_crash",
    "row_security",
    "search_path",
    "seq_page_cost",
    "session_preload_libraries",
    "session_replication_role",
    "shared_buffers",
    "shared_memory_type",
    "shared_preload_libraries",
    "ssl",
    "ssl_ca_file",
    "ssl_cert_file",
    "ssl_ciphers",
    "ssl_crl_file",
    "ssl_dh_params_file",
    "ssl_key_file",
    "ssl_max_protocol_version",
    "ssl_min_protocol_version",
    "ssl_passphrase_command",
    "ssl_passphrase_command_supports_reload",
    "ssl_prefer_server_ciphers",
    "standard_conforming_strings",
    "statement_timeout",
    "superuser_reserved_connections",
    "synchronize_seqscans",
    "synchronous_commit",
    "synchronous_standby_names",
    "syslog_facility",
    "syslog_ident",
    "syslog_sequence_numbers",
    "syslog_split_messages",
    "tcp_keepalives_count",
    "tcp_keepalives_idle",
    "tcp_keepalives_interval",
    "tcp_user_timeout",
    "temp_buffers",
    "temp_file_limit",
    "temp_tablespaces",
    "timezone",
    "timezone_abbreviations",
    "track_activities",
    "track_activity_query_size",
    "track_commit_timestamp",
    "track_counts",
    "track_functions",
    "track_io_timing",
    "transform_null_equals",
    "unix_socket_directories",
    "unix_socket_group",
    "unix_socket_permissions",
    "update_process_title",
    "vacuum_cost_delay",
    "vacuum_cost_limit",
    "vacuum_cost_page_dirty",
    "vacuum_cost_page_hit",
    "vacuum_cost_page_miss",
    "vacuum_freeze_min_age",
    "vacuum_freeze_table_age",
    "vacuum_multixact_freeze_min_age",
    "vacuum_multixact_freeze_table_age",
    "wal_buffers",
    "wal_compression",
    "wal_init_zero",
    "wal_keep_size",
    "wal_level",
    "wal_log_hints",
    "wal_receiver_create_temp_slot",
    "wal_receiver_status_interval",
    "wal_receiver_timeout",
    "wal_recycle",
    "wal_retrieve_retry_interval",
    "wal_sender_timeout",
    "wal_skip_threshold",
    "wal_sync_method",
    "wal_writer_delay",
    "wal_writer_flush_after",
    "work_mem",
    "xmlbinary",
    "xmloption",
    "allow_alter_system",
    "autovacuum_vacuum_max_threshold",
    "autovacuum_worker_slots",
    "client_connection_check_interval",
    "commit_timestamp_buffers",
    "compute_query_id",
    "createrole_self_grant",
    "db_user_namespace",
    "default_toast_compression",
    "enable_async_append",
    "enable_distinct_reordering",
    "enable_group_by_reordering",
    "enable_memoize",
    "enable_presorted_aggregate",
    "enable_self_join_elimination",
    "event_triggers",
    "extension_control_path",
    "file_copy_method",
    "file_extend_method",
    "force_parallel_mode",
    "gss_accept_delegation",
    "huge_page_size",
    "icu_validation_level",
    "idle_replication_slot_timeout",
    "idle_session_timeout",
    "io_combine_limit",
    "io_max_combine_limit",
    "io_max_concurrency",
    "io_method",
    "io_workers",
    "log_lock_failures",
    "log_recovery_conflict_waits",
    "log_startup_progress_interval",
    "max_active_replication_origins",
    "max_notify_queue_pages",
    "max_parallel_apply_workers_per_subscription",
    "md5_password_warnings",
    "min_dynamic_shared_memory",
    "multixact_member_buffers",
    "multixact_offset_buffers",
    "notify_buffers",
    "oauth_validator_libraries",
    "old_snapshot_threshold",
    "operator_precedence_warning",
    "promote_trigger_file",
    "recovery_init_sync_method",
    "recovery_prefetch",
    "recursive_worktable_factor",
    "reserved_connections",
    "scram_iterations",
    "serializable_buffers",
    "ssl_crl_dir",
    "ssl_ecdh_curve",
    "ssl_groups",
    "ssl_tls13_ciphers",
    "stats_fetch_consistency",
    "stats_temp_directory",
    "subtransaction_buffers",
    "summarize_wal",
    "sync_replication_slots",
    "synchronized_standby_slots",
    "trace_recovery_messages",
    "track_cost_delay_timing",
    "track_wal_io_timing",
    "transaction_buffers",
    "transaction_timeout",
    "vacuum_buffer_usage_limit",
    "vacuum_cleanup_index_scale_factor",
    "vacuum_defer_cleanup_age",
    "vacuum_failsafe_age",
    "vacuum_max_eager_freeze_failure_rate",
    "vacuum_multixact_failsafe_age",
    "vacuum_truncate",
    "wal_decode_buffer_size",
    "wal_summary_keep_time",
  ]
  postgres_words = [
    "all",
    "analyse",
    "analyze",
    "and",
    "any",
    "array",
    "as",
    "asc",
    "asymmetric",
    "authorization",
    "between",
    "binary",
    "both",
    "case",
    "cast",
    "check",
    "collate",
    "column",
    "constraint",
    "create",
    "cross",
    "current_catalog",
    "current_date",
    "current_role",
    "current_schema",
    "current_time",
    "current_timestamp",
    "current_user",
    "default",
    "deferrable",
    "desc",
    "distinct",
    "do",
    "else",
    "end",
    "except",
    "false",
    "fetch",
    "for",
    "foreign",
    "freeze",
    "from",
    "full",
    "grant",
    "group",
    "having",
    "ilike",
    "in",
    "initially",
    "inner",
    "intersect",
    "into",
    "is",
    "isnull",
    "join",
    "leading",
    "left",
    "like",
    "limit",
    "localtime",
    "localtimestamp",
    "natural",
    "not",
    "notnull",
    "null",
    "of",
    "offset",
    "on",
    "only",
    "or",
    "order",
    "outer",
    "over",
    "overlaps",
    "placing",
    "primary",
    "references",
    "returning",
    "right",
    "select",
    "session_user",
    "similar",
    "some",
    "symmetric",
    "table",
    "then",
    "to",
    "trailing",
    "true",
    "union",
    "unique",
    "user",
    "using",
    "variadic",
    "verbose",
    "when",
    "where",
    "window",
    "with",
  ]
}

check "known_engine_version" {
  assert {
    condition = can(regex(
      join("", [
        "^((13|14|15|16|17|18)|13[.]23|13[.]23-rds[.]20260224|13[.]23-rds[.]20260514|14[.]18|14[.]19|14[.]20|14[.]21|",
        "14[.]22|14[.]23|14[.]24|15[.]13|15[.]14|15[.]15|15[.]16|15[.]17|15[.]18|15[.]19|16[.]9|16[.]10|16[.]11|",
        "16[.]12|16[.]13|16[.]14|16[.]15|17[.]5|17[.]6|17[.]7|17[.]8|17[.]9|17[.]10|17[.]11|18[.]1|18[.]2|18[.]3|",
        "18[.]4|18[.]6)$",
      ]),
      var.engine_version,
    ))
    error_message = join(" ", [
      "engine_version is not a version that RDS offered on 2026-10-20 (up to 13.23, 14.24, 15.19, 16.15, 17.11, 18.6);",
      "it may have come since, or be a mistake.",
    ])
  }
}

check "known_instance_class" {
  assert {
    condition = can(regex(
      join("", [
        "^db[.]((c6gd)[.](medium|large|xlarge|2xlarge|4xlarge|8xlarge|12xlarge|16xlarge)|(m5|m5d|r5|r5b|r5d)[.](large|",
        "xlarge|2xlarge|4xlarge|8xlarge|12xlarge|16xlarge|24xlarge)|(m6g|m6gd|m7g|r6g|r6gd|r7g|x2g)[.](large|xlarge|",
        "2xlarge|4xlarge|8xlarge|12xlarge|16xlarge)|(m6i|m6id|m6idn|m6in|r6i|r6id|r6idn|r6in)[.](large|xlarge|2xlarge|",
        "4xlarge|8xlarge|12xlarge|16xlarge|24xlarge|32xlarge)|(m7i|m8a|m8g|m8gd|m9g|r7i|r8a|r8g|r8gd)[.](large|xlarge|",
        "2xlarge|4xlarge|8xlarge|12xlarge|16xlarge|24xlarge|48xlarge)|(t3|t4g)[.](micro|small|medium|large|xlarge|",
        "2xlarge)|(x2iedn)[.](xlarge|2xlarge|4xlarge|8xlarge|16xlarge|24xlarge|32xlarge))$",
      ]),
      var.instance_class,
    ))
    error_message = join(" ", [
      "instance_class is not an instance class of RDS for PostgreSQL that AWS offered on 2026-10-20;",
      "it may have come since, or be a mistake.",
    ])
  }
}

check "known_credentials" {
  assert {
    condition = (
      var.credentials.generated == null
      ? true
      : length(setsubtract(keys(var.credentials.generated.replicas), [
        "af-south-1",
        "ap-east-1",
        "ap-east-2",
        "ap-northeast-1",
        "ap-northeast-2",
        "ap-northeast-3",
        "ap-south-1",
        "ap-south-2",
        "ap-southeast-1",
        "ap-southeast-2",
        "ap-southeast-3",
        "ap-southeast-4",
        "ap-southeast-5",
        "ap-southeast-6",
        "ap-southeast-7",
        "ca-central-1",
        "ca-west-1",
        "eu-central-1",
        "eu-central-2",
        "eu-north-1",
        "eu-south-1",
        "eu-south-2",
        "eu-west-1",
        "eu-west-2",
        "eu-west-3",
        "il-central-1",
        "me-central-1",
        "me-south-1",
        "me-west-1",
        "mx-central-1",
        "sa-east-1",
        "sa-west-1",
        "us-east-1",
        "us-east-2",
        "us-west-1",
        "us-west-2",
        "cn-north-1",
        "cn-northwest-1",
        "eusc-de-east-1",
        "us-gov-east-1",
        "us-gov-west-1",
      ])) == 0
    )
    error_message = join(" ", [
      "credentials.generated.replicas has a key that is not a region that AWS had on 2026-10-20;",
      "it may have come since, or be a mistake.",
    ])
  }
}

check "known_read_replicas" {
  assert {
    condition = alltrue([
      for item in values(var.read_replicas) :
      (
        item.instance_class == null
        ? true
        : can(regex(
          join("", [
            "^db[.]((c6gd)[.](medium|large|xlarge|2xlarge|4xlarge|8xlarge|12xlarge|16xlarge)|(m5|m5d|r5|r5b|r5d)[.]",
            "(large|xlarge|2xlarge|4xlarge|8xlarge|12xlarge|16xlarge|24xlarge)|(m6g|m6gd|m7g|r6g|r6gd|r7g|x2g)[.]",
            "(large|xlarge|2xlarge|4xlarge|8xlarge|12xlarge|16xlarge)|(m6i|m6id|m6idn|m6in|r6i|r6id|r6idn|r6in)[.]",
            "(large|xlarge|2xlarge|4xlarge|8xlarge|12xlarge|16xlarge|24xlarge|32xlarge)|(m7i|m8a|m8g|m8gd|m9g|r7i|r8a|",
            "r8g|r8gd)[.](large|xlarge|2xlarge|4xlarge|8xlarge|12xlarge|16xlarge|24xlarge|48xlarge)|(t3|t4g)[.](micro|",
            "small|medium|large|xlarge|2xlarge)|(x2iedn)[.](xlarge|2xlarge|4xlarge|8xlarge|16xlarge|24xlarge|",
            "32xlarge))$",
          ]),
          item.instance_class,
        ))
      )
      if item != null
    ])
    error_message = join(" ", [
      "read_replicas[*].instance_class is not an instance class of RDS for PostgreSQL that AWS offered on 2026-10-20;",
      "it may have come since, or be a mistake.",
    ])
  }
}
