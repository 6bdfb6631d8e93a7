locals {
  account_id = terraform_data.surroundings.input.account_id
  partition  = terraform_data.surroundings.input.partition
  dns_suffix = terraform_data.surroundings.input.dns_suffix
  region     = terraform_data.surroundings.input.region
  route53_region = tomap({
    aws        = "us-east-1"
    aws-cn     = "cn-northwest-1"
    aws-us-gov = "us-gov-west-1"
    aws-eusc   = "eusc-de-east-1"
  })[local.partition]
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

# Zone

locals {
  zone_id   = var.zone != null ? var.zone.id : one(aws_route53_zone.this[*].zone_id)
  zone_arn  = "arn:${local.partition}:route53:::hostedzone/${local.zone_id}"
  zone_name = var.zone != null ? var.zone.name : var.new_zone.name
}

resource "aws_route53_zone" "this" {
  #checkov:skip=CKV2_AWS_38:Signing needs a record in the parent zone, which is the caller's (dnssec)
  #checkov:skip=CKV2_AWS_39:Queries are billed by the line that is logged: the caller's choice (query_logging)
  count = var.new_zone != null ? 1 : 0

  comment           = var.new_zone.comment
  delegation_set_id = var.new_zone.delegation_set_id
  force_destroy     = var.new_zone.force_destroy
  name              = var.new_zone.name

  tags = merge(var.tags, { Name = var.new_zone.name })
}

# Query log

locals {
  creates_query_log_key = var.query_logging != null && try(var.query_logging.kms_key == null, true)
}

resource "aws_kms_key" "queries" {
  #checkov:skip=CKV2_AWS_64:The policy is there; checkov cannot work out the name of the zone inside of it
  count = local.creates_query_log_key ? 1 : 0

  deletion_window_in_days = 30
  description             = "DNS queries of ${local.zone_name}"
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
              "arn:${local.partition}:logs:${local.region}:${local.account_id}:log-group:/aws/",
              "route53/${local.zone_name}",
            ])
          }
        }
      },
    ]
  })

  tags = merge(var.tags, { Name = "${var.name}-dns-queries" })
}

resource "aws_kms_alias" "queries" {
  count = local.creates_query_log_key ? 1 : 0

  name          = "alias/${var.name}-dns-queries"
  target_key_id = one(aws_kms_key.queries[*].id)
}

resource "aws_cloudwatch_log_group" "queries" {
  count = var.query_logging != null ? 1 : 0

  kms_key_id        = local.creates_query_log_key ? one(aws_kms_key.queries[*].arn) : var.query_logging.kms_key.arn
  name              = "/aws/route53/${local.zone_name}"
  retention_in_days = var.query_logging.retention_days

  tags = merge(var.tags, { Name = "${var.name}-dns-queries" })

  lifecycle {
    precondition {
      condition = local.region == local.route53_region
      error_message = join(" ", [
        "Route 53 finds query_logging in ${local.route53_region} only,",
        "and the module's provider is of ${local.region}.",
        "Give the module a provider of ${local.route53_region}, or leave query_logging out.",
      ])
    }
  }
}

resource "aws_cloudwatch_log_resource_policy" "queries" {
  count = var.query_logging != null ? 1 : 0

  policy_document = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "Route53"
        Effect    = "Allow"
        Principal = { Service = "route53.amazonaws.com" }
        Action    = ["logs:CreateLogStream", "logs:PutLogEvents"]
        Resource  = "arn:${local.partition}:logs:${local.region}:${local.account_id}:log-group:/aws/route53/${local.zone_name}:*"
        Condition = {
          StringEquals = { "aws:SourceAccount" = local.account_id }
          ArnLike      = { "aws:SourceArn" = local.zone_arn }
        }
      },
    ]
  })
  policy_name = "${var.name}-dns-queries"
}

resource "aws_route53_query_log" "this" {
  count = var.query_logging != null ? 1 : 0

  cloudwatch_log_group_arn = one(aws_cloudwatch_log_group.queries[*].arn)
  zone_id                  = local.zone_id

  depends_on = [aws_cloudwatch_log_resource_policy.queries]
}

# DNSSEC

locals {
  creates_signing_key = var.dnssec != null && try(var.dnssec.kms_key == null, true)
}

resource "aws_kms_key" "dnssec" {
  #checkov:skip=CKV_AWS_7:KMS does not rotate keys that sign; DNSSEC keys are rolled by hand, with the parent zone
  #checkov:skip=CKV2_AWS_64:The policy is there; checkov cannot work out the name of the zone inside of it
  count = local.creates_signing_key ? 1 : 0

  customer_master_key_spec = "ECC_NIST_P256"
  deletion_window_in_days  = 30
  description              = "Signs the DNS zone ${local.zone_name}"
  key_usage                = "SIGN_VERIFY"
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
        Sid       = "Sign"
        Effect    = "Allow"
        Principal = { Service = "dnssec-route53.amazonaws.com" }
        Action    = ["kms:DescribeKey", "kms:GetPublicKey", "kms:Sign"]
        Resource  = "*"
        Condition = {
          StringEquals = { "aws:SourceAccount" = local.account_id }
          ArnEquals    = { "aws:SourceArn" = local.zone_arn }
        }
      },
      {
        Sid       = "Grant"
        Effect    = "Allow"
        Principal = { Service = "dnssec-route53.amazonaws.com" }
        Action    = "kms:CreateGrant"
        Resource  = "*"
        Condition = {
          StringEquals = { "aws:SourceAccount" = local.account_id }
          ArnEquals    = { "aws:SourceArn" = local.zone_arn }
          Bool         = { "kms:GrantIsForAWSResource" = "true" }
        }
      },
    ]
  })

  tags = merge(var.tags, { Name = "${var.name}-dnssec" })
}

resource "aws_kms_alias" "dnssec" {
  count = local.creates_signing_key ? 1 : 0

  name          = "alias/${var.name}-dnssec"
  target_key_id = one(aws_kms_key.dnssec[*].id)
}

resource "aws_route53_key_signing_key" "this" {
  count = var.dnssec != null ? 1 : 0

  hosted_zone_id             = local.zone_id
  key_management_service_arn = local.creates_signing_key ? one(aws_kms_key.dnssec[*].arn) : var.dnssec.kms_key.arn
  name                       = replace(var.name, "-", "_")

  lifecycle {
    precondition {
      condition = local.region == local.route53_region
      error_message = join(" ", [
        "Route 53 finds dnssec in ${local.route53_region} only, and the module's provider is of ${local.region}.",
        "Give the module a provider of ${local.route53_region}, or leave dnssec out.",
      ])
    }
  }
}

resource "aws_route53_hosted_zone_dnssec" "this" {
  count = var.dnssec != null ? 1 : 0

  hosted_zone_id = one(aws_route53_key_signing_key.this[*].hosted_zone_id)
}

# Health checks

resource "aws_route53_health_check" "endpoint" {
  count = var.failover != null ? 1 : 0

  enable_sni        = true
  failure_threshold = var.failover.health_check.failure_threshold
  fqdn              = coalesce(var.failover.health_check.fqdn, var.failover.primary.dns_name)
  measure_latency   = var.failover.health_check.measure_latency
  port              = var.failover.health_check.port
  regions           = local.partition == "aws" ? var.failover.health_check.regions : null
  request_interval  = var.failover.health_check.interval
  resource_path     = var.failover.health_check.path
  search_string     = var.failover.health_check.search_string
  type              = var.failover.health_check.search_string == null ? "HTTPS" : "HTTPS_STR_MATCH"

  tags = merge(var.tags, { Name = "${var.name}-endpoint" })

  lifecycle {
    create_before_destroy = true
  }
}

# Without data the latch stays as it is: whoever publishes the decision may fail, and no name moves. A new one
# is open.
resource "aws_route53_health_check" "latch" {
  count = try(var.failover.latch != null, false) ? 1 : 0

  cloudwatch_alarm_name           = var.failover.latch.alarm_name
  cloudwatch_alarm_region         = var.failover.latch.region
  insufficient_data_health_status = "LastKnownStatus"
  triggers = {
    settings = var.failover.latch.settings
  }
  type = "CLOUDWATCH_METRIC"

  tags = merge(var.tags, { Name = "${var.name}-latch" })

  lifecycle {
    create_before_destroy = true
  }
}

# Healthy when all of them are. Never inverted: a new inverted check is unhealthy, and would move the names at
# once.
resource "aws_route53_health_check" "primary" {
  count = var.failover != null ? 1 : 0

  child_health_threshold = length(concat(aws_route53_health_check.endpoint[*].id, aws_route53_health_check.latch[*].id))
  child_healthchecks     = concat(aws_route53_health_check.endpoint[*].id, aws_route53_health_check.latch[*].id)
  type                   = "CALCULATED"

  tags = merge(var.tags, { Name = "${var.name}-primary" })

  lifecycle {
    create_before_destroy = true
  }
}

# Healthy exactly while the latch is closed: the secondary answers by that decision alone.
resource "aws_route53_health_check" "secondary" {
  count = try(var.failover.latch != null, false) ? 1 : 0

  child_health_threshold = 1
  child_healthchecks     = aws_route53_health_check.latch[*].id
  invert_healthcheck     = true
  type                   = "CALCULATED"

  tags = merge(var.tags, { Name = "${var.name}-secondary" })

  lifecycle {
    create_before_destroy = true
  }
}

# Records

locals {
  moving_names = var.failover != null ? var.failover.names : []

  # @ is the zone, a name with a dot is whole, and any other is relative to the zone.
  names = {
    for name in concat(local.moving_names, keys(var.simple), keys(var.weighted)) :
    name => name == "@" ? local.zone_name : (strcontains(name, ".") ? name : "${name}.${local.zone_name}")
  }
  record_types = var.ipv6 ? ["A", "AAAA"] : ["A"]
  moving = { for pair in setproduct(local.moving_names, local.record_types) : join("/", pair) => {
    name = pair[0]
    type = pair[1]
  } }
  weighted_records = merge([
    for name, targets in var.weighted :
    {
      for pair in setproduct(keys(targets), local.record_types) :
      join("/", concat([name], pair)) => merge(targets[pair[0]], { name = name, identifier = pair[0], type = pair[1] })
    }
  ]...)
  record_turns_by_name = {
    for name, one in merge(
      { for key, record in local.moving : key => { name = record.name, rest = [record.type, "main"] } },
      { for pair in setproduct(keys(var.simple), local.record_types) : join("/", pair) => {
        name = pair[0]
        rest = [pair[1], "main"]
      } },
      { for key, record in local.weighted_records : "${key}/weighted" => {
        name = record.name
        rest = [record.type, record.identifier]
      } },
    ) : name => join(" ", concat([local.names[one.name]], one.rest))
  }
  main_records = merge(
    {
      for key, record in local.moving :
      key => merge(
        record,
        { moves = true },
        {
          dns_name = var.failover.primary.dns_name
          zone_id  = var.failover.primary.zone_id
        },
      )
    },
    {
      for pair in setproduct(keys(var.simple), local.record_types) :
      join("/", pair) => merge({ name = pair[0], type = pair[1], moves = false }, var.simple[pair[0]])
    },
  )
}

# Replaced when any of them changes: what goes is gone before what comes is made, since AWS takes each once.
resource "terraform_data" "record_turns" {
  triggers_replace = tomap(local.record_turns_by_name)

  lifecycle {
    precondition {
      condition = length(distinct(values(local.record_turns_by_name))) == length(local.record_turns_by_name)
      error_message = join("", [
        "Two records are one for AWS, which takes each once: ",
        join(", ", nonsensitive([
          for names in values({ for name, content in local.record_turns_by_name : content => name... }) :
          join(" and ", names)
          if length(names) > 1
        ])),
        ". Leave one of them out.",
      ])
    }
  }
}

# The health check alone decides: Route 53 takes a load balancer for unhealthy as soon as one of its target
# groups has no targets, and evaluate_target_health would move the names.
resource "aws_route53_record" "this" {
  #checkov:skip=CKV2_AWS_23:The load balancer is the caller's, given by its name: no resource of this module
  for_each = local.main_records

  health_check_id = each.value.moves ? one(aws_route53_health_check.primary[*].id) : null
  name            = local.names[each.value.name]
  set_identifier  = each.value.moves ? "primary" : null
  type            = each.value.type
  zone_id         = local.zone_id

  alias {
    evaluate_target_health = false
    name                   = each.value.dns_name
    zone_id                = each.value.zone_id
  }

  dynamic "failover_routing_policy" {
    for_each = each.value.moves ? [1] : []

    content {
      type = "PRIMARY"
    }
  }

  depends_on = [terraform_data.record_turns]
}

# With a latch it answers by that alone: Route 53 takes the primary when both are unhealthy, so that one bad
# minute of its targets would move the names. Without one it answers when the primary is unhealthy and its own
# load balancer has healthy targets. It depends on the primary, because a record of simple routing must change
# before the name can have a second one.
resource "aws_route53_record" "secondary" {
  #checkov:skip=CKV2_AWS_23:The load balancer is the caller's, given by its name: no resource of this module
  for_each = var.failover != null ? local.moving : {}

  health_check_id = one(aws_route53_health_check.secondary[*].id)
  name            = local.names[each.value.name]
  set_identifier  = "secondary"
  type            = each.value.type
  zone_id         = local.zone_id

  alias {
    evaluate_target_health = try(var.failover.latch == null, true)
    name                   = var.failover.secondary.dns_name
    zone_id                = var.failover.secondary.zone_id
  }

  failover_routing_policy {
    type = "SECONDARY"
  }

  depends_on = [aws_route53_record.this]
}

resource "aws_route53_record" "weighted" {
  for_each = local.weighted_records

  name           = local.names[each.value.name]
  set_identifier = each.value.identifier
  type           = each.value.type
  zone_id        = local.zone_id

  alias {
    evaluate_target_health = each.value.evaluate_target_health
    name                   = each.value.dns_name
    zone_id                = each.value.zone_id
  }

  weighted_routing_policy {
    weight = each.value.weight
  }

  depends_on = [terraform_data.record_turns]
}

# Alarms

locals {
  alarms_of_other_region = join(" ", [
    "Route 53 finds alarms in ${local.route53_region} only, and the module's provider is of ${local.region}.",
    "Give the module a provider of ${local.route53_region}, or leave alarms out.",
  ])
}

resource "aws_cloudwatch_metric_alarm" "endpoint" {
  count = var.alarms != null && var.failover != null ? 1 : 0

  alarm_actions       = var.alarms.topic_arns
  alarm_description   = "${var.name}: the primary does not answer its health check"
  alarm_name          = "${var.name}-endpoint"
  comparison_operator = "LessThanThreshold"
  dimensions = {
    HealthCheckId = one(aws_route53_health_check.endpoint[*].id)
  }
  evaluation_periods = 1
  metric_name        = "HealthCheckStatus"
  namespace          = "AWS/Route53"
  ok_actions         = var.alarms.topic_arns
  period             = 60
  statistic          = "Minimum"
  threshold          = 1
  treat_missing_data = "missing"

  tags = merge(var.tags, { Name = "${var.name}-endpoint" })

  lifecycle {
    precondition {
      condition     = local.region == local.route53_region
      error_message = local.alarms_of_other_region
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "latch" {
  count = var.alarms != null && try(var.failover.latch != null, false) ? 1 : 0

  alarm_actions       = var.alarms.topic_arns
  alarm_description   = "${var.name}: the latch is closed: names stay with the recovery region until somebody decides otherwise"
  alarm_name          = "${var.name}-latch"
  comparison_operator = "LessThanThreshold"
  dimensions = {
    HealthCheckId = one(aws_route53_health_check.latch[*].id)
  }
  evaluation_periods = 1
  metric_name        = "HealthCheckStatus"
  namespace          = "AWS/Route53"
  ok_actions         = var.alarms.topic_arns
  period             = 60
  statistic          = "Minimum"
  threshold          = 1
  treat_missing_data = "missing"

  tags = merge(var.tags, { Name = "${var.name}-latch" })

  lifecycle {
    precondition {
      condition     = local.region == local.route53_region
      error_message = local.alarms_of_other_region
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "primary" {
  count = var.alarms != null && var.failover != null ? 1 : 0

  alarm_actions       = var.alarms.topic_arns
  alarm_description   = "${var.name}: names have left the primary, if the latch is closed, or there is none and the secondary has healthy targets"
  alarm_name          = "${var.name}-primary"
  comparison_operator = "LessThanThreshold"
  dimensions = {
    HealthCheckId = one(aws_route53_health_check.primary[*].id)
  }
  evaluation_periods = 1
  metric_name        = "HealthCheckStatus"
  namespace          = "AWS/Route53"
  ok_actions         = var.alarms.topic_arns
  period             = 60
  statistic          = "Minimum"
  threshold          = 1
  treat_missing_data = "missing"

  tags = merge(var.tags, { Name = "${var.name}-primary" })

  lifecycle {
    precondition {
      condition     = local.region == local.route53_region
      error_message = local.alarms_of_other_region
    }
  }
}

# Values that AWS may have added since

check "known_failover_1" {
  assert {
    condition = (
      var.failover == null
      ? true
      : contains(
        [
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
        ],
        var.failover.primary.region,
      )
    )
    error_message = "failover.primary.region is not a region that AWS had on 2026-10-20; it may have come since, or be a mistake."
  }
}

check "known_failover_2" {
  assert {
    condition = (
      var.failover == null
      ? true
      : (
        var.failover.latch == null
        ? true
        : contains(
          [
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
          ],
          var.failover.latch.region,
        )
      )
    )
    error_message = "failover.latch.region is not a region that AWS had on 2026-10-20; it may have come since, or be a mistake."
  }
}
