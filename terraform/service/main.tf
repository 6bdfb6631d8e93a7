locals {
  full_name            = "${var.cluster.name}-${var.name}"
  account_id           = terraform_data.surroundings.input.account_id
  partition            = terraform_data.surroundings.input.partition
  dns_suffix           = terraform_data.surroundings.input.dns_suffix
  region               = terraform_data.surroundings.input.region
  creates_routing      = var.prepared == null && var.routing != null
  load_balancer_suffix = var.routing != null ? regex("listener/(app/[^/]+/[^/]+)/", var.routing.listener_arn)[0] : null
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

# Logs

resource "aws_kms_key" "logs" {
  count = var.prepared == null && var.log_kms_key == null ? 1 : 0

  deletion_window_in_days = 30
  description             = "Logs of ${local.full_name}"
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
            "kms:EncryptionContext:aws:logs:arn" = join("", [
              "arn:${local.partition}:logs:${local.region}:${local.account_id}:log-group:/",
              "ecs/${var.cluster.name}/${var.name}",
            ])
          }
        }
      },
    ]
  })

  tags = merge(var.tags, { Name = "${local.full_name}-logs" })
}

resource "aws_kms_alias" "logs" {
  count = var.prepared == null && var.log_kms_key == null ? 1 : 0

  name          = "alias/${local.full_name}-logs"
  target_key_id = one(aws_kms_key.logs[*].id)
}

resource "aws_cloudwatch_log_group" "logs" {
  count = var.prepared == null ? 1 : 0

  kms_key_id        = var.log_kms_key != null ? var.log_kms_key.arn : one(aws_kms_key.logs[*].arn)
  name              = "/ecs/${var.cluster.name}/${var.name}"
  retention_in_days = var.log_retention_days

  tags = merge(var.tags, { Name = local.full_name })
}

# Task role

resource "aws_iam_role" "task" {
  count = var.prepared == null && var.task_role == null ? 1 : 0

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Action    = "sts:AssumeRole"
        Principal = { Service = "ecs-tasks.amazonaws.com" }
        Condition = {
          StringEquals = { "aws:SourceAccount" = local.account_id }
          ArnLike = {
            "aws:SourceArn" = "arn:${local.partition}:ecs:${local.region}:${local.account_id}:*"
          }
        }
      },
    ]
  })
  description          = "What the application may do: ${local.full_name}"
  name                 = "${local.full_name}-task-${local.region}"
  permissions_boundary = var.permissions_boundary != null ? var.permissions_boundary.arn : null

  tags = merge(var.tags, { Name = "${local.full_name}-task-${local.region}" })
}

resource "aws_iam_role_policy" "task" {
  count = (
    (
      var.prepared == null &&
      var.task_role == null &&
      (var.exec != null || length(var.task_statements) > 0 || length(var.efs_volumes) > 0)
    )
    ? 1
    : 0
  )

  name = "task"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [for statement in var.task_statements : { for key, value in {
        Sid       = statement.sid
        Effect    = statement.effect
        Action    = statement.actions
        Resource  = statement.resources
        Condition = length(statement.conditions) > 0 ? statement.conditions : null
      } : key => value if value != null }],
      var.exec != null ? [
        {
          Sid    = "Exec"
          Effect = "Allow"
          Action = [
            "ssmmessages:CreateControlChannel",
            "ssmmessages:CreateDataChannel",
            "ssmmessages:OpenControlChannel",
            "ssmmessages:OpenDataChannel",
          ]
          Resource = "*"
        },
      ] : [],
      try(var.exec.log_group != null, false) ? [
        {
          Sid      = "ExecLogGroups"
          Effect   = "Allow"
          Action   = ["logs:DescribeLogGroups"]
          Resource = "*"
        },
      ] : [],
      try(var.exec.log_group != null, false) ? [
        {
          Sid      = "ExecLogs"
          Effect   = "Allow"
          Action   = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"]
          Resource = "${var.exec.log_group.arn}:*"
        },
      ] : [],
      try(var.exec.kms_key != null, false) ? [
        {
          Sid      = "ExecKey"
          Effect   = "Allow"
          Action   = ["kms:Decrypt"]
          Resource = var.exec.kms_key.arn
        },
      ] : [],
      [for volume in values(var.efs_volumes) : {
        Effect   = "Allow"
        Action   = concat(["elasticfilesystem:ClientMount"], volume.read_only ? [] : ["elasticfilesystem:ClientWrite"])
        Resource = "arn:${local.partition}:elasticfilesystem:${local.region}:${local.account_id}:file-system/${volume.file_system_id}"
      }],
    )
  })
  role = one(aws_iam_role.task[*].id)
}

# Execution role

locals {
  ecr_repositories = distinct([
    for part in concat([
      for image in concat([var.image], values(var.sidecars)[*].image) :
      regexall(
        join("", [
          "^([0-9]{12})[.]dkr[.-]ecr(?:-fips)?[.]([a-z0-9-]+)[.](?:amazonaws[.]com|amazonaws[.]com[.]cn|",
          "amazonaws[.]eu|on[.]aws|on[.]amazonwebservices[.](?:com[.]cn|eu))/([^:@]+)",
        ]),
        image,
      )
    ]...) : "arn:${local.partition}:ecr:${part[1]}:${part[0]}:repository/${part[2]}"
  ])

  # Without JSON keys, which IAM does not know.
  secret_arns = distinct(concat(
    values(var.secrets)[*].arn,
    flatten([for sidecar in values(var.sidecars) : values(sidecar.secrets)[*].arn]),
  ))
}

resource "aws_iam_role" "execution" {
  count = var.prepared == null && var.execution_role == null ? 1 : 0

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Action    = "sts:AssumeRole"
        Principal = { Service = "ecs-tasks.amazonaws.com" }
        Condition = {
          StringEquals = { "aws:SourceAccount" = local.account_id }
          ArnLike = {
            "aws:SourceArn" = "arn:${local.partition}:ecs:${local.region}:${local.account_id}:*"
          }
        }
      },
    ]
  })
  description          = "Pulls images, reads secrets and writes logs: ${local.full_name}"
  name                 = "${local.full_name}-execution-${local.region}"
  permissions_boundary = var.permissions_boundary != null ? var.permissions_boundary.arn : null

  tags = merge(var.tags, { Name = "${local.full_name}-execution-${local.region}" })
}

resource "aws_iam_role_policy" "execution" {
  count = var.prepared == null && var.execution_role == null ? 1 : 0

  name = "execution"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [
        {
          Sid      = "Logs"
          Effect   = "Allow"
          Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
          Resource = "${one(aws_cloudwatch_log_group.logs[*].arn)}:*"
        },
      ],
      [for statement in [
        {
          Sid      = "Login"
          Effect   = "Allow"
          Action   = "ecr:GetAuthorizationToken"
          Resource = "*"
        },
        {
          Sid    = "Pull"
          Effect = "Allow"
          Action = [
            "ecr:BatchCheckLayerAvailability",
            "ecr:BatchGetImage",
            "ecr:GetDownloadUrlForLayer",
          ]
          Resource = local.ecr_repositories
        },
      ] : statement if length(local.ecr_repositories) > 0],
      [for arns in [[for arn in local.secret_arns : arn if strcontains(arn, ":secretsmanager:")]] : {
        Sid      = "Secrets"
        Effect   = "Allow"
        Action   = "secretsmanager:GetSecretValue"
        Resource = arns
      } if length(arns) > 0],
      [for arns in [[for arn in local.secret_arns : arn if strcontains(arn, ":ssm:")]] : {
        Sid      = "Parameters"
        Effect   = "Allow"
        Action   = "ssm:GetParameters"
        Resource = arns
      } if length(arns) > 0],
      [for statement in [
        {
          Sid      = "SecretKeys"
          Effect   = "Allow"
          Action   = "kms:Decrypt"
          Resource = var.secret_kms_keys
        },
      ] : statement if length(var.secret_kms_keys) > 0],
      [for statement in var.execution_statements : { for key, value in {
        Sid       = statement.sid
        Effect    = statement.effect
        Action    = statement.actions
        Resource  = statement.resources
        Condition = length(statement.conditions) > 0 ? statement.conditions : null
      } : key => value if value != null }],
    )
  })
  role = one(aws_iam_role.execution[*].id)
}

# Task definition

locals {
  log_configuration = {
    logDriver = "awslogs"
    options = { for key, value in {
      awslogs-group         = var.prepared != null ? var.prepared.log_group_name : one(aws_cloudwatch_log_group.logs[*].name)
      awslogs-region        = local.region
      awslogs-stream-prefix = var.name
      mode                  = var.log_mode
      max-buffer-size       = var.log_mode == "non-blocking" ? var.log_buffer : null
    } : key => value if value != null }
  }

  # What the API would fill in is written out, and what is not set is left out, so that a second plan finds no
  # change.
  main_container = { for key, value in {
    name                   = var.name
    image                  = var.image
    essential              = true
    cpu                    = 0
    command                = var.command
    entryPoint             = var.entrypoint
    workingDirectory       = var.working_directory
    user                   = var.user
    readonlyRootFilesystem = var.readonly_root
    environment            = [for key, value in var.environment : { name = key, value = value }]
    secrets = [for key, secret in var.secrets : {
      name      = key
      valueFrom = secret.json_key == null ? secret.arn : "${secret.arn}:${secret.json_key}::"
    }]
    portMappings = [for port in [var.port] : { for key, value in {
      name          = var.name
      containerPort = port
      hostPort      = port
      protocol      = "tcp"
      appProtocol = (
        try(var.service_connect.server != null, false)
        ? (var.service_connect.server.protocol == "tcp" ? null : var.service_connect.server.protocol)
        : null
      )
    } : key => value if value != null } if port != null]
    mountPoints = concat(
      [for volume, path in var.writable_paths : { sourceVolume = volume, containerPath = path, readOnly = false }],
      [for volume, mount in var.efs_volumes : {
        sourceVolume  = volume
        containerPath = mount.path
        readOnly      = mount.read_only
      }],
    )
    volumesFrom = []
    healthCheck = var.health_check != null ? {
      command     = var.health_check.command
      interval    = var.health_check.interval
      timeout     = var.health_check.timeout
      retries     = var.health_check.retries
      startPeriod = var.health_check.start_period
    } : null
    dependsOn   = [for container, state in var.start_after : { containerName = container, condition = state }]
    stopTimeout = var.stop_timeout
    linuxParameters = {
      initProcessEnabled = var.init_process
      capabilities       = { add = var.add_capabilities, drop = var.drop_capabilities }
    }
    ulimits          = [for name, limit in var.ulimits : { name = name, softLimit = limit.soft, hardLimit = limit.hard }]
    systemControls   = []
    logConfiguration = local.log_configuration
  } : key => value if value != null }
  sidecar_containers = [for name, sidecar in var.sidecars : { for key, value in {
    name                   = name
    image                  = sidecar.image
    essential              = sidecar.essential
    cpu                    = sidecar.cpu
    memory                 = sidecar.memory
    memoryReservation      = sidecar.memory_reservation
    command                = sidecar.command
    entryPoint             = sidecar.entrypoint
    user                   = sidecar.user
    readonlyRootFilesystem = sidecar.readonly_root
    environment            = [for key, value in sidecar.environment : { name = key, value = value }]
    secrets = [for key, secret in sidecar.secrets : {
      name      = key
      valueFrom = secret.json_key == null ? secret.arn : "${secret.arn}:${secret.json_key}::"
    }]
    portMappings = [for port in [sidecar.port] : {
      name          = name
      containerPort = port
      hostPort      = port
      protocol      = "tcp"
    } if port != null]
    mountPoints = [for volume, path in sidecar.mounts : {
      sourceVolume  = volume
      containerPath = path
      readOnly      = false
    }]
    volumesFrom = []
    healthCheck = sidecar.health_check != null ? {
      command     = sidecar.health_check.command
      interval    = sidecar.health_check.interval
      timeout     = sidecar.health_check.timeout
      retries     = sidecar.health_check.retries
      startPeriod = sidecar.health_check.start_period
    } : null
    dependsOn   = [for container, state in sidecar.start_after : { containerName = container, condition = state }]
    stopTimeout = sidecar.stop_timeout
    linuxParameters = {
      initProcessEnabled = var.init_process
      capabilities       = { add = [], drop = var.drop_capabilities }
    }
    ulimits          = []
    systemControls   = []
    logConfiguration = local.log_configuration
  } : key => value if value != null }]
}

resource "aws_ecs_task_definition" "this" {
  count = var.prepare_only ? 0 : 1

  container_definitions = jsonencode(concat([local.main_container], local.sidecar_containers))
  cpu                   = tostring(var.cpu)
  execution_role_arn = (
    var.prepared != null
    ? var.prepared.execution_role_arn
    : (var.execution_role != null ? var.execution_role.arn : one(aws_iam_role.execution[*].arn))
  )
  family                   = local.full_name
  memory                   = tostring(var.memory)
  network_mode             = "awsvpc"
  requires_compatibilities = ["FARGATE"]
  skip_destroy             = var.keep_task_definitions
  task_role_arn = (
    var.prepared != null
    ? var.prepared.task_role_arn
    : (var.task_role != null ? var.task_role.arn : one(aws_iam_role.task[*].arn))
  )

  runtime_platform {
    cpu_architecture        = var.architecture
    operating_system_family = "LINUX"
  }

  dynamic "volume" {
    for_each = merge({ for name, path in var.writable_paths : name => null }, var.efs_volumes)

    content {
      name = volume.key

      dynamic "efs_volume_configuration" {
        for_each = volume.value[*]

        content {
          file_system_id     = efs_volume_configuration.value.file_system_id
          root_directory     = efs_volume_configuration.value.root_directory
          transit_encryption = "ENABLED"

          authorization_config {
            access_point_id = efs_volume_configuration.value.access_point_id
            iam             = "ENABLED"
          }
        }
      }
    }
  }

  dynamic "ephemeral_storage" {
    for_each = var.ephemeral_storage > 20 ? [1] : []

    content {
      size_in_gib = var.ephemeral_storage
    }
  }

  tags = merge(var.tags, { Name = local.full_name })
}

# Security group

locals {
  client_turns_by_name = {
    for name, one in var.prepared == null ? var.clients : {} :
    name => format("%s:%s", coalesce(one.cidr, one.security_group_id, one.prefix_list_id), coalesce(one.port, var.port))
  }
  egress_turns_by_name = {
    for name, one in var.prepared == null ? var.egress : {} :
    name => format("%s:%s", coalesce(one.cidr, one.security_group_id, one.prefix_list_id), one.port)
  }
}

resource "aws_security_group" "tasks" {
  #checkov:skip=CKV2_AWS_5:The tasks have it; with prepare_only they run in another stack
  count = var.prepared == null ? 1 : 0

  description = "Tasks of ${local.full_name}"
  name        = local.full_name
  vpc_id      = var.vpc_id

  tags = merge(var.tags, { Name = local.full_name })
}

resource "aws_vpc_security_group_ingress_rule" "load_balancer" {
  count = local.creates_routing ? 1 : 0

  description                  = "Requests from the load balancer"
  from_port                    = var.port
  ip_protocol                  = "tcp"
  referenced_security_group_id = var.routing.load_balancer_security_group_id
  security_group_id            = one(aws_security_group.tasks[*].id)
  to_port                      = var.port

  tags = merge(var.tags, { Name = "${local.full_name}-load-balancer" })
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
  for_each = var.prepared == null ? var.clients : {}

  cidr_ipv4                    = each.value.cidr
  description                  = "Requests from ${each.key}"
  from_port                    = coalesce(each.value.port, var.port)
  ip_protocol                  = "tcp"
  prefix_list_id               = each.value.prefix_list_id
  referenced_security_group_id = each.value.security_group_id
  security_group_id            = one(aws_security_group.tasks[*].id)
  to_port                      = coalesce(each.value.port, var.port)

  tags = merge(var.tags, { Name = "${local.full_name}-${each.key}" })

  lifecycle {
    replace_triggered_by = [terraform_data.client_turns.triggers_replace[each.key]]
  }
  depends_on = [terraform_data.client_turns]
}

# Addresses of registries and of AWS's APIs change; a network that reaches them through endpoints can turn this
# off.
resource "aws_vpc_security_group_egress_rule" "https" {
  count = var.prepared == null && var.https_egress ? 1 : 0

  cidr_ipv4         = "0.0.0.0/0"
  description       = "HTTPS: images, secrets, logs and other APIs"
  from_port         = 443
  ip_protocol       = "tcp"
  security_group_id = one(aws_security_group.tasks[*].id)
  to_port           = 443

  tags = merge(var.tags, { Name = "${local.full_name}-https" })
}

# Replaced when any of them changes: what goes is gone before what comes is made, since AWS takes each once.
resource "terraform_data" "egress_turns" {
  triggers_replace = tomap(local.egress_turns_by_name)

  lifecycle {
    precondition {
      condition = length(distinct(values(local.egress_turns_by_name))) == length(local.egress_turns_by_name)
      error_message = join("", [
        "Two values of egress are one for AWS, which takes each once: ",
        join(", ", nonsensitive([
          for names in values({ for name, content in local.egress_turns_by_name : content => name... }) :
          join(" and ", names)
          if length(names) > 1
        ])),
        ". Leave one of them out.",
      ])
    }
  }
}

resource "aws_vpc_security_group_egress_rule" "egress" {
  for_each = var.prepared == null ? var.egress : {}

  cidr_ipv4                    = each.value.cidr
  description                  = "Requests to ${each.key}"
  from_port                    = each.value.port
  ip_protocol                  = "tcp"
  prefix_list_id               = each.value.prefix_list_id
  referenced_security_group_id = each.value.security_group_id
  security_group_id            = one(aws_security_group.tasks[*].id)
  to_port                      = each.value.port

  tags = merge(var.tags, { Name = "${local.full_name}-${each.key}" })

  lifecycle {
    replace_triggered_by = [terraform_data.egress_turns.triggers_replace[each.key]]
  }
  depends_on = [terraform_data.egress_turns]
}

# Routing

locals {
  is_sticky = try(var.routing.stickiness != null, false)
  target_group_suffix = (
    var.routing != null
    ? (
      var.prepared != null
      ? regex("targetgroup/.+$", var.prepared.target_group_arn)
      : one(aws_lb_target_group.this[*].arn_suffix)
    )
    : null
  )
}

# Named after what cannot change in place, so that its successor can be there before it goes.
resource "aws_lb_target_group" "this" {
  #checkov:skip=CKV_AWS_378:TLS ends at the load balancer; targets are reached inside of the VPC only, by security group
  count = local.creates_routing ? 1 : 0

  deregistration_delay          = tostring(var.routing.deregistration_delay)
  load_balancing_algorithm_type = var.routing.algorithm
  name                          = "${var.name}-${substr(sha1(join(" ", [local.full_name, var.vpc_id, var.port, var.routing.protocol_version])), 0, 7)}"
  port                          = var.port
  protocol                      = "HTTP"
  protocol_version              = var.routing.protocol_version
  slow_start                    = var.routing.slow_start
  target_type                   = "ip"
  vpc_id                        = var.vpc_id

  health_check {
    healthy_threshold   = var.routing.health.healthy_threshold
    interval            = var.routing.health.interval
    matcher             = var.routing.health.matcher
    path                = var.routing.health.path
    timeout             = var.routing.health.timeout
    unhealthy_threshold = var.routing.health.unhealthy_threshold
  }

  stickiness {
    cookie_duration = local.is_sticky ? var.routing.stickiness.duration : 86400
    cookie_name     = local.is_sticky ? var.routing.stickiness.cookie_name : null
    enabled         = local.is_sticky
    type            = local.is_sticky ? (var.routing.stickiness.cookie_name == null ? "lb_cookie" : "app_cookie") : "lb_cookie"
  }

  tags = merge(var.tags, { Name = local.full_name })

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_lb_listener_rule" "this" {
  count = local.creates_routing ? 1 : 0

  listener_arn = var.routing.listener_arn
  priority     = var.routing.priority

  dynamic "action" {
    for_each = var.authenticate != null ? ["authenticate-cognito", "forward"] : ["forward"]

    content {
      type             = action.value
      order            = action.key + 1
      target_group_arn = action.value == "forward" ? one(aws_lb_target_group.this[*].arn) : null

      dynamic "authenticate_cognito" {
        for_each = action.value == "authenticate-cognito" ? [1] : []

        content {
          user_pool_arn              = var.authenticate.user_pool_arn
          user_pool_client_id        = var.authenticate.user_pool_client_id
          user_pool_domain           = var.authenticate.user_pool_domain
          scope                      = var.authenticate.scope
          session_timeout            = var.authenticate.session_timeout
          session_cookie_name        = var.authenticate.session_cookie_name
          on_unauthenticated_request = var.authenticate.on_unauthenticated_request
        }
      }
    }
  }

  dynamic "condition" {
    for_each = concat(
      [for values in [var.routing.hosts] : { kind = "host", name = "", values = values } if length(values) > 0],
      [for values in [var.routing.paths] : { kind = "path", name = "", values = values } if length(values) > 0],
      [for values in [var.routing.methods] : { kind = "method", name = "", values = values } if length(values) > 0],
      [for values in [var.routing.source_ips] : { kind = "source", name = "", values = values } if length(values) > 0],
      [for name, values in var.routing.headers : { kind = "header", name = name, values = values }],
    )

    content {
      dynamic "host_header" {
        for_each = condition.value.kind == "host" ? [condition.value] : []

        content {
          values = host_header.value.values
        }
      }

      dynamic "path_pattern" {
        for_each = condition.value.kind == "path" ? [condition.value] : []

        content {
          values = path_pattern.value.values
        }
      }

      dynamic "http_request_method" {
        for_each = condition.value.kind == "method" ? [condition.value] : []

        content {
          values = http_request_method.value.values
        }
      }

      dynamic "source_ip" {
        for_each = condition.value.kind == "source" ? [condition.value] : []

        content {
          values = source_ip.value.values
        }
      }

      dynamic "http_header" {
        for_each = condition.value.kind == "header" ? [condition.value] : []

        content {
          http_header_name = http_header.value.name
          values           = http_header.value.values
        }
      }
    }
  }

  tags = merge(var.tags, { Name = local.full_name })
}

# Service

# Application Auto Scaling owns the running count, so it is ignored. A capacity provider strategy instead of a
# launch type, also without Spot: ECS cannot change one into the other, and the service would be replaced.
resource "aws_ecs_service" "this" {
  count = var.prepare_only ? 0 : 1

  availability_zone_rebalancing      = var.availability_zone_rebalancing ? "ENABLED" : "DISABLED"
  cluster                            = var.cluster.arn
  deployment_maximum_percent         = var.maximum_percent
  deployment_minimum_healthy_percent = var.minimum_healthy_percent
  desired_count                      = var.scaling != null ? var.scaling.minimum : var.desired_count
  enable_ecs_managed_tags            = var.ecs_managed_tags
  enable_execute_command             = var.exec != null
  force_new_deployment               = var.force_new_deployment
  health_check_grace_period_seconds  = var.routing != null ? var.routing.grace_period : null
  name                               = var.name
  propagate_tags                     = var.propagate_tags
  task_definition                    = one(aws_ecs_task_definition.this[*].arn)
  wait_for_steady_state              = var.wait_for_steady_state

  dynamic "capacity_provider_strategy" {
    for_each = var.spot != null ? [
      {
        provider = "FARGATE"
        base     = var.spot.on_demand_base
        weight   = 100 - var.spot.percent
      },
      { provider = "FARGATE_SPOT", base = 0, weight = var.spot.percent },
    ] : [{ provider = "FARGATE", base = 0, weight = 1 }]

    content {
      capacity_provider = capacity_provider_strategy.value.provider
      base              = capacity_provider_strategy.value.base
      weight            = capacity_provider_strategy.value.weight
    }
  }

  deployment_circuit_breaker {
    enable   = true
    rollback = var.rollback
  }

  dynamic "load_balancer" {
    for_each = (
      var.routing != null
      ? [var.prepared != null ? var.prepared.target_group_arn : one(aws_lb_target_group.this[*].arn)]
      : []
    )

    content {
      target_group_arn = load_balancer.value
      container_name   = var.name
      container_port   = var.port
    }
  }

  network_configuration {
    assign_public_ip = var.assign_public_ip
    security_groups = concat(
      [var.prepared != null ? var.prepared.security_group_id : one(aws_security_group.tasks[*].id)],
      var.security_group_ids,
    )
    subnets = var.subnet_ids
  }

  dynamic "alarms" {
    for_each = var.deployment_alarms != null ? [1] : []

    content {
      enable      = true
      alarm_names = var.deployment_alarms.names
      rollback    = var.deployment_alarms.rollback
    }
  }

  dynamic "service_registries" {
    for_each = var.service_registry != null ? [1] : []

    content {
      registry_arn = var.service_registry.arn
    }
  }

  dynamic "service_connect_configuration" {
    for_each = var.service_connect != null ? [1] : []

    content {
      enabled   = true
      namespace = var.service_connect.namespace_arn

      log_configuration {
        log_driver = "awslogs"
        options = {
          awslogs-group = (
            var.prepared != null
            ? var.prepared.log_group_name
            : one(aws_cloudwatch_log_group.logs[*].name)
          )
          awslogs-region        = local.region
          awslogs-stream-prefix = "service-connect"
        }
      }

      dynamic "service" {
        for_each = try(var.service_connect.server != null, false) ? [1] : []

        content {
          port_name      = var.name
          discovery_name = coalesce(var.service_connect.server.discovery_name, var.name)

          client_alias {
            dns_name = coalesce(var.service_connect.server.dns_name, var.name)
            port     = coalesce(var.service_connect.server.port, var.port)
          }

          dynamic "timeout" {
            for_each = try(var.service_connect.server.timeout != null, false) ? [1] : []

            content {
              idle_timeout_seconds = var.service_connect.server.timeout.idle
              per_request_timeout_seconds = (
                var.service_connect.server.protocol == "tcp"
                ? null
                : var.service_connect.server.timeout.request
              )
            }
          }
        }
      }
    }
  }

  tags = merge(var.tags, { Name = local.full_name })

  lifecycle {
    ignore_changes = [desired_count]

    postcondition {
      condition = (
        reverse(split("/", self.task_definition))[0] ==
        reverse(split("/", one(aws_ecs_task_definition.this[*].arn)))[0]
      )
      error_message = join(" ", [
        "The deployment of ${reverse(split("/", one(aws_ecs_task_definition.this[*].arn)))[0]} failed,",
        "and ECS rolled it back: ${self.name} still runs ${reverse(split("/", self.task_definition))[0]}.",
        "The events of the service say why (aws ecs describe-services).",
        "Mend it and apply again, or take the change back.",
      ])
    }
  }
  depends_on = [
    aws_lb_listener_rule.this,
    aws_iam_role_policy.task,
    aws_iam_role_policy.execution,
  ]
}

# Scaling

locals {
  scaling_resource_id = one(aws_appautoscaling_target.this[*].resource_id)
}

# AWS brings the running count into this range when it is registered or changed, so a fixed count is one that
# begins where it ends. Source: Application Auto Scaling API Reference, RegisterScalableTarget.
resource "aws_appautoscaling_target" "this" {
  count = var.prepare_only ? 0 : 1

  max_capacity       = var.scaling != null ? var.scaling.maximum : var.desired_count
  min_capacity       = var.scaling != null ? var.scaling.minimum : var.desired_count
  resource_id        = "service/${var.cluster.name}/${one(aws_ecs_service.this[*].name)}"
  scalable_dimension = "ecs:service:DesiredCount"
  service_namespace  = "ecs"

  tags = merge(var.tags, { Name = local.full_name })
}

resource "aws_appautoscaling_policy" "cpu" {
  count = !var.prepare_only && try(var.scaling.cpu != null, false) ? 1 : 0

  name               = "${local.full_name}-cpu"
  policy_type        = "TargetTrackingScaling"
  resource_id        = local.scaling_resource_id
  scalable_dimension = "ecs:service:DesiredCount"
  service_namespace  = "ecs"

  target_tracking_scaling_policy_configuration {
    scale_in_cooldown  = var.scaling.cpu.scale_in_cooldown
    scale_out_cooldown = var.scaling.cpu.scale_out_cooldown
    target_value       = var.scaling.cpu.target

    predefined_metric_specification {
      predefined_metric_type = "ECSServiceAverageCPUUtilization"
    }
  }
}

resource "aws_appautoscaling_policy" "memory" {
  count = !var.prepare_only && try(var.scaling.memory != null, false) ? 1 : 0

  name               = "${local.full_name}-memory"
  policy_type        = "TargetTrackingScaling"
  resource_id        = local.scaling_resource_id
  scalable_dimension = "ecs:service:DesiredCount"
  service_namespace  = "ecs"

  target_tracking_scaling_policy_configuration {
    scale_in_cooldown  = var.scaling.memory.scale_in_cooldown
    scale_out_cooldown = var.scaling.memory.scale_out_cooldown
    target_value       = var.scaling.memory.target

    predefined_metric_specification {
      predefined_metric_type = "ECSServiceAverageMemoryUtilization"
    }
  }
}

resource "aws_appautoscaling_policy" "requests" {
  count = !var.prepare_only && try(var.scaling.requests != null, false) ? 1 : 0

  name               = "${local.full_name}-requests"
  policy_type        = "TargetTrackingScaling"
  resource_id        = local.scaling_resource_id
  scalable_dimension = "ecs:service:DesiredCount"
  service_namespace  = "ecs"

  target_tracking_scaling_policy_configuration {
    scale_in_cooldown  = var.scaling.requests.scale_in_cooldown
    scale_out_cooldown = var.scaling.requests.scale_out_cooldown
    target_value       = var.scaling.requests.target

    predefined_metric_specification {
      predefined_metric_type = "ALBRequestCountPerTarget"
      resource_label         = "${local.load_balancer_suffix}/${local.target_group_suffix}"
    }
  }
}

resource "aws_appautoscaling_policy" "backlog" {
  count = !var.prepare_only && var.scaling != null && var.backlog != null ? 1 : 0

  name               = "${local.full_name}-backlog"
  policy_type        = "TargetTrackingScaling"
  resource_id        = local.scaling_resource_id
  scalable_dimension = "ecs:service:DesiredCount"
  service_namespace  = "ecs"

  target_tracking_scaling_policy_configuration {
    scale_in_cooldown  = var.backlog.scale_in_cooldown
    scale_out_cooldown = var.backlog.scale_out_cooldown
    target_value       = var.backlog.target

    customized_metric_specification {
      metrics {
        id          = "waiting"
        label       = "Messages that wait"
        return_data = false

        metric_stat {
          stat = "Sum"

          metric {
            metric_name = "ApproximateNumberOfMessagesVisible"
            namespace   = "AWS/SQS"

            dimensions {
              name  = "QueueName"
              value = var.backlog.queue_name
            }
          }
        }
      }

      metrics {
        id          = "tasks"
        label       = "Tasks that run"
        return_data = false

        metric_stat {
          stat = "Average"

          metric {
            metric_name = "RunningTaskCount"
            namespace   = "ECS/ContainerInsights"

            dimensions {
              name  = "ClusterName"
              value = var.cluster.name
            }

            dimensions {
              name  = "ServiceName"
              value = one(aws_ecs_service.this[*].name)
            }
          }
        }
      }

      metrics {
        expression  = "waiting / IF(FILL(tasks, 0) > 0, FILL(tasks, 0), 1)"
        id          = "backlog"
        label       = "Messages per task"
        return_data = true
      }
    }
  }
}

resource "aws_appautoscaling_scheduled_action" "schedule" {
  for_each = !var.prepare_only && var.scaling != null ? var.scaling.schedule : {}

  name               = "${local.full_name}-${each.key}"
  resource_id        = local.scaling_resource_id
  scalable_dimension = "ecs:service:DesiredCount"
  schedule           = each.value.schedule
  service_namespace  = "ecs"
  timezone           = each.value.timezone

  scalable_target_action {
    max_capacity = each.value.maximum
    min_capacity = each.value.minimum
  }
}

# Alarms

resource "aws_cloudwatch_metric_alarm" "cpu" {
  count = !var.prepare_only && var.alarms != null ? 1 : 0

  alarm_actions       = var.alarms.topic_arns
  alarm_description   = "${local.full_name}: tasks are short of CPU"
  alarm_name          = "${local.full_name}-cpu"
  comparison_operator = "GreaterThanOrEqualToThreshold"
  dimensions = {
    ClusterName = var.cluster.name
    ServiceName = one(aws_ecs_service.this[*].name)
  }
  evaluation_periods = 5
  metric_name        = "CPUUtilization"
  namespace          = "AWS/ECS"
  ok_actions         = var.alarms.topic_arns
  period             = 60
  statistic          = "Average"
  threshold          = var.alarms.cpu
  treat_missing_data = "notBreaching"

  tags = merge(var.tags, { Name = local.full_name })
}

resource "aws_cloudwatch_metric_alarm" "memory" {
  count = !var.prepare_only && var.alarms != null ? 1 : 0

  alarm_actions       = var.alarms.topic_arns
  alarm_description   = "${local.full_name}: tasks are short of memory"
  alarm_name          = "${local.full_name}-memory"
  comparison_operator = "GreaterThanOrEqualToThreshold"
  dimensions = {
    ClusterName = var.cluster.name
    ServiceName = one(aws_ecs_service.this[*].name)
  }
  evaluation_periods = 5
  metric_name        = "MemoryUtilization"
  namespace          = "AWS/ECS"
  ok_actions         = var.alarms.topic_arns
  period             = 60
  statistic          = "Average"
  threshold          = var.alarms.memory
  treat_missing_data = "notBreaching"

  tags = merge(var.tags, { Name = local.full_name })
}

resource "aws_cloudwatch_metric_alarm" "server_errors" {
  count = !var.prepare_only && var.alarms != null && var.routing != null ? 1 : 0

  alarm_actions       = var.alarms.topic_arns
  alarm_description   = "${local.full_name}: tasks answer with errors of their own (5xx)"
  alarm_name          = "${local.full_name}-server-errors"
  comparison_operator = "GreaterThanOrEqualToThreshold"
  dimensions = {
    LoadBalancer = local.load_balancer_suffix
    TargetGroup  = local.target_group_suffix
  }
  evaluation_periods = 1
  metric_name        = "HTTPCode_Target_5XX_Count"
  namespace          = "AWS/ApplicationELB"
  ok_actions         = var.alarms.topic_arns
  period             = 60
  statistic          = "Sum"
  threshold          = var.alarms.server_errors
  treat_missing_data = "notBreaching"

  tags = merge(var.tags, { Name = local.full_name })
}

resource "aws_cloudwatch_metric_alarm" "unhealthy_tasks" {
  count = !var.prepare_only && var.alarms != null && var.routing != null ? 1 : 0

  alarm_actions       = var.alarms.topic_arns
  alarm_description   = "${local.full_name}: tasks fail the load balancer's health check"
  alarm_name          = "${local.full_name}-unhealthy-tasks"
  comparison_operator = "GreaterThanOrEqualToThreshold"
  dimensions = {
    LoadBalancer = local.load_balancer_suffix
    TargetGroup  = local.target_group_suffix
  }
  evaluation_periods = 3
  metric_name        = "UnHealthyHostCount"
  namespace          = "AWS/ApplicationELB"
  ok_actions         = var.alarms.topic_arns
  period             = 60
  statistic          = "Maximum"
  threshold          = var.alarms.unhealthy_tasks
  treat_missing_data = "notBreaching"

  tags = merge(var.tags, { Name = local.full_name })
}
