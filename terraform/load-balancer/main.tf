locals {
  account_id = terraform_data.surroundings.input.account_id
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

# Security group

locals {
  # Everyone, over the kinds of addresses that the load balancer has.
  everyone = tomap({
    for family, cidr in { ipv4 = "0.0.0.0/0", ipv6 = "::/0" } : "everyone-${family}" => cidr
    if !contains(
      { ipv4 = ["dualstack-without-public-ipv4"], ipv6 = ["ipv4"] }[family],
      var.ip_address_type,
    )
  })
  client_cidrs = (
    can(length(var.allowed_cidrs))
    ? var.allowed_cidrs
    : tomap(
      var.internal || length(var.allowed_prefix_lists) + length(var.allowed_security_groups) > 0 ? {} : local.everyone,
    )
  )
  clients = merge(
    { for name, cidr in local.client_cidrs : "cidr-${name}" => {
      cidr           = cidr
      prefix_list    = null
      security_group = null
    } },
    { for name, id in var.allowed_prefix_lists : "prefix-list-${name}" => {
      cidr           = ""
      prefix_list    = id
      security_group = null
    } },
    { for name, id in var.allowed_security_groups : "security-group-${name}" => {
      cidr           = ""
      prefix_list    = null
      security_group = id
    } },
  )
  client_turns_by_name = {
    for name, one in local.clients : name => coalesce(one.cidr, one.prefix_list, one.security_group)
  }
  target_turns_by_name = { for name, one in var.targets : name => format("%s:%s", one.security_group_id, one.port) }
}

resource "aws_security_group" "this" {
  description = "Load balancer ${var.name}"
  name        = "${var.name}-alb"
  vpc_id      = var.vpc_id

  tags = merge(var.tags, { Name = "${var.name}-alb" })
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

resource "aws_vpc_security_group_ingress_rule" "https" {
  for_each = local.clients

  cidr_ipv4                    = strcontains(each.value.cidr, ".") ? each.value.cidr : null
  cidr_ipv6                    = strcontains(each.value.cidr, ":") ? each.value.cidr : null
  description                  = "HTTPS from ${each.key}"
  from_port                    = 443
  ip_protocol                  = "tcp"
  prefix_list_id               = each.value.prefix_list
  referenced_security_group_id = each.value.security_group
  security_group_id            = aws_security_group.this.id
  to_port                      = 443

  tags = merge(var.tags, { Name = "${var.name}-alb-https-${each.key}" })

  lifecycle {
    replace_triggered_by = [terraform_data.client_turns.triggers_replace[each.key]]
  }
  depends_on = [terraform_data.client_turns]
}

resource "aws_vpc_security_group_ingress_rule" "http" {
  #checkov:skip=CKV_AWS_260:Port 80 only redirects to HTTPS; whom it is open to is the caller's choice
  for_each = { for name, client in local.clients : name => client if var.redirect_http }

  cidr_ipv4                    = strcontains(each.value.cidr, ".") ? each.value.cidr : null
  cidr_ipv6                    = strcontains(each.value.cidr, ":") ? each.value.cidr : null
  description                  = "HTTP from ${each.key}"
  from_port                    = 80
  ip_protocol                  = "tcp"
  prefix_list_id               = each.value.prefix_list
  referenced_security_group_id = each.value.security_group
  security_group_id            = aws_security_group.this.id
  to_port                      = 80

  tags = merge(var.tags, { Name = "${var.name}-alb-http-${each.key}" })

  lifecycle {
    replace_triggered_by = [terraform_data.client_turns.triggers_replace[each.key]]
  }
  depends_on = [terraform_data.client_turns]
}

# Replaced when any of them changes: what goes is gone before what comes is made, since AWS takes each once.
resource "terraform_data" "target_turns" {
  triggers_replace = tomap(local.target_turns_by_name)

  lifecycle {
    precondition {
      condition = length(distinct(values(local.target_turns_by_name))) == length(local.target_turns_by_name)
      error_message = join("", [
        "Two targets are one for AWS, which takes each once: ",
        join(", ", nonsensitive([
          for names in values({ for name, content in local.target_turns_by_name : content => name... }) :
          join(" and ", names)
          if length(names) > 1
        ])),
        ". Leave one of them out.",
      ])
    }
  }
}

resource "aws_vpc_security_group_egress_rule" "target" {
  for_each = var.targets

  description                  = "Requests and health checks to ${each.key}"
  from_port                    = each.value.port
  ip_protocol                  = "tcp"
  referenced_security_group_id = each.value.security_group_id
  security_group_id            = aws_security_group.this.id
  to_port                      = each.value.port

  tags = merge(var.tags, { Name = "${var.name}-alb-to-${each.key}" })

  lifecycle {
    replace_triggered_by = [terraform_data.target_turns.triggers_replace[each.key]]
  }
  depends_on = [terraform_data.target_turns]
}

resource "aws_vpc_security_group_egress_rule" "https" {
  count = var.https_egress ? 1 : 0

  cidr_ipv4         = "0.0.0.0/0"
  description       = "HTTPS: tokens of users who sign in"
  from_port         = 443
  ip_protocol       = "tcp"
  security_group_id = aws_security_group.this.id
  to_port           = 443

  tags = merge(var.tags, { Name = "${var.name}-alb-https" })
}

# Logs

locals {
  creates_log_bucket = var.access_logs && var.log_bucket == null
}

# Keeps the name that it was made with: a bucket of another name would lose the logs in it.
resource "aws_s3_bucket" "logs" {
  #checkov:skip=CKV_AWS_18:A bucket of logs: to log the access to it takes another bucket, whose own access is not logged
  #checkov:skip=CKV_AWS_145:Elastic Load Balancing delivers logs only to buckets with SSE-S3, not SSE-KMS
  #checkov:skip=CKV_AWS_144:Logs are not part of the recovery; their loss with the region is accepted
  #checkov:skip=CKV2_AWS_62:Nothing acts on the arrival of a log file
  count = local.creates_log_bucket ? 1 : 0

  bucket        = "${var.name}-alb-logs-${substr(sha1("${local.account_id}/${local.region}"), 0, 12)}"
  force_destroy = var.log_force_destroy

  tags = merge(var.tags, { Name = "${var.name}-alb-logs" })

  lifecycle {
    ignore_changes = [bucket]
  }
}

resource "aws_s3_bucket_versioning" "logs" {
  count = local.creates_log_bucket ? 1 : 0

  bucket = one(aws_s3_bucket.logs[*].id)

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "logs" {
  count = local.creates_log_bucket ? 1 : 0

  bucket = one(aws_s3_bucket.logs[*].id)

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

resource "aws_s3_bucket_ownership_controls" "logs" {
  count = local.creates_log_bucket ? 1 : 0

  bucket = one(aws_s3_bucket.logs[*].id)

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

resource "aws_s3_bucket_public_access_block" "logs" {
  count = local.creates_log_bucket ? 1 : 0

  block_public_acls       = true
  block_public_policy     = true
  bucket                  = one(aws_s3_bucket.logs[*].id)
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_lifecycle_configuration" "logs" {
  count = local.creates_log_bucket ? 1 : 0

  bucket = one(aws_s3_bucket.logs[*].id)

  rule {
    id     = "expire"
    status = "Enabled"

    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }

    expiration {
      days = var.log_retention_days
    }

    filter {
      prefix = ""
    }

    noncurrent_version_expiration {
      noncurrent_days = 1
    }
  }
}

resource "aws_s3_bucket_policy" "logs" {
  count = local.creates_log_bucket ? 1 : 0

  bucket = one(aws_s3_bucket.logs[*].id)
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "TlsOnly"
        Effect    = "Deny"
        Principal = "*"
        Action    = "s3:*"
        Resource  = [one(aws_s3_bucket.logs[*].arn), "${one(aws_s3_bucket.logs[*].arn)}/*"]
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
      },
      {
        Sid       = "Delivery"
        Effect    = "Allow"
        Principal = { Service = "logdelivery.elasticloadbalancing.amazonaws.com" }
        Action    = "s3:PutObject"
        Resource = [
          "${one(aws_s3_bucket.logs[*].arn)}/access/AWSLogs/${local.account_id}/*",
          "${one(aws_s3_bucket.logs[*].arn)}/connection/AWSLogs/${local.account_id}/*",
        ]
      },
    ]
  })

  depends_on = [aws_s3_bucket_public_access_block.logs]
}

# Load balancer

resource "aws_lb" "this" {
  #checkov:skip=CKV2_AWS_28:A web ACL is billed by month, by rule and by request: it is the caller's choice (web_acl)
  #checkov:skip=CKV2_AWS_76:The rules of the web ACL are the caller's
  client_keep_alive                           = var.client_keep_alive
  desync_mitigation_mode                      = var.desync_mitigation
  drop_invalid_header_fields                  = var.drop_invalid_headers
  enable_deletion_protection                  = var.deletion_protection
  enable_http2                                = var.http2
  enable_tls_version_and_cipher_suite_headers = var.tls_headers
  enable_waf_fail_open                        = var.waf_fail_open
  enable_xff_client_port                      = var.xff_client_port
  enable_zonal_shift                          = var.zonal_shift
  idle_timeout                                = var.idle_timeout
  internal                                    = var.internal
  ip_address_type                             = var.ip_address_type
  load_balancer_type                          = "application"
  name                                        = var.name
  preserve_host_header                        = var.preserve_host_header
  security_groups                             = [aws_security_group.this.id]
  subnets                                     = var.subnet_ids
  xff_header_processing_mode                  = var.xff_mode

  access_logs {
    bucket = (
      var.access_logs
      ? (var.log_bucket != null ? var.log_bucket.name : one(aws_s3_bucket_policy.logs[*].bucket))
      : ""
    )
    enabled = var.access_logs
    prefix  = var.log_bucket != null ? var.log_bucket.access_prefix : "access"
  }

  connection_logs {
    bucket = (
      var.connection_logs
      ? (var.log_bucket != null ? var.log_bucket.name : one(aws_s3_bucket_policy.logs[*].bucket))
      : ""
    )
    enabled = var.connection_logs
    prefix  = var.log_bucket != null ? var.log_bucket.connection_prefix : "connection"
  }

  dynamic "minimum_load_balancer_capacity" {
    for_each = var.minimum_capacity != null ? [1] : []

    content {
      capacity_units = var.minimum_capacity.units
    }
  }

  tags = merge(var.tags, { Name = var.name })
}

# Redirect to HTTPS

resource "aws_lb_listener" "http" {
  count = var.redirect_http ? 1 : 0

  load_balancer_arn                    = aws_lb.this.arn
  port                                 = 80
  protocol                             = "HTTP"
  routing_http_response_server_enabled = var.server_header

  default_action {
    type = "redirect"

    redirect {
      port        = "443"
      protocol    = "HTTPS"
      status_code = "HTTP_301"
    }
  }

  tags = merge(var.tags, { Name = "${var.name}-http" })
}

# HTTPS

locals {
  headers_left_out = [for name, value in {
    strict_transport_security        = var.strict_transport_security
    x_content_type_options           = var.content_type_nosniff ? "nosniff" : ""
    x_frame_options                  = var.frame_options == "none" ? "" : var.frame_options
    content_security_policy          = var.content_security_policy
    access_control_allow_origin      = var.cors != null ? var.cors.allow_origin : ""
    access_control_allow_methods     = var.cors != null ? join(",", var.cors.allow_methods) : ""
    access_control_allow_headers     = var.cors != null ? join(",", var.cors.allow_headers) : ""
    access_control_expose_headers    = var.cors != null ? join(",", var.cors.expose_headers) : ""
    access_control_allow_credentials = var.cors != null ? (var.cors.allow_credentials ? "true" : "") : ""
    access_control_max_age           = var.cors != null ? tostring(var.cors.max_age) : ""
  } : name if value == ""]
  certificate_turns_by_name = { for name, one in var.certificates : name => one }
}

resource "aws_lb_listener" "https" {
  certificate_arn   = var.certificate_arn
  load_balancer_arn = aws_lb.this.arn
  port              = 443
  protocol          = "HTTPS"
  routing_http_response_access_control_allow_credentials_header_value = (
    var.cors != null
    ? (var.cors.allow_credentials ? "true" : "")
    : ""
  )
  routing_http_response_access_control_allow_headers_header_value = (
    var.cors != null
    ? join(",", var.cors.allow_headers)
    : ""
  )
  routing_http_response_access_control_allow_methods_header_value = (
    var.cors != null
    ? join(",", var.cors.allow_methods)
    : ""
  )
  routing_http_response_access_control_allow_origin_header_value = var.cors != null ? var.cors.allow_origin : ""
  routing_http_response_access_control_expose_headers_header_value = (
    var.cors != null
    ? join(",", var.cors.expose_headers)
    : ""
  )
  routing_http_response_access_control_max_age_header_value    = var.cors != null ? tostring(var.cors.max_age) : ""
  routing_http_response_content_security_policy_header_value   = var.content_security_policy
  routing_http_response_server_enabled                         = var.server_header
  routing_http_response_strict_transport_security_header_value = var.strict_transport_security
  routing_http_response_x_content_type_options_header_value    = var.content_type_nosniff ? "nosniff" : ""
  routing_http_response_x_frame_options_header_value           = var.frame_options == "none" ? "" : var.frame_options
  ssl_policy                                                   = var.tls_policy

  default_action {
    type = "fixed-response"

    fixed_response {
      content_type = var.default_content_type
      message_body = var.default_body
      status_code  = var.default_status_code
    }
  }

  dynamic "mutual_authentication" {
    for_each = var.mutual_tls != null ? [1] : []

    content {
      mode                             = "verify"
      trust_store_arn                  = var.mutual_tls.trust_store_arn
      ignore_client_certificate_expiry = var.mutual_tls.ignore_client_certificate_expiry
      advertise_trust_store_ca_names   = var.mutual_tls.advertise_trust_store_ca_names ? "on" : "off"
    }
  }

  tags = merge(var.tags, { Name = "${var.name}-https" })

  lifecycle {
    postcondition {
      condition = alltrue([
        for name in local.headers_left_out : try(length(self["routing_http_response_${name}_header_value"]), 0) == 0
      ])
      error_message = join("", [
        join(" ", [
          "The AWS provider cannot take a response header away from a listener that has it.",
          "Do it once by hand, then plan again: aws elbv2 modify-listener-attributes --listener-arn ",
        ]),
        self.arn,
        " --attributes ",
        join(" ", [for name in local.headers_left_out : "Key=routing.http.response.${name}.header_value,Value="]),
      ])
    }
  }
}

# Replaced when any of them changes: what goes is gone before what comes is made, since AWS takes each once.
resource "terraform_data" "certificate_turns" {
  triggers_replace = tomap(local.certificate_turns_by_name)

  lifecycle {
    precondition {
      condition = length(distinct(values(local.certificate_turns_by_name))) == length(local.certificate_turns_by_name)
      error_message = join("", [
        "Two certificates are one for AWS, which takes each once: ",
        join(", ", nonsensitive([
          for names in values({ for name, content in local.certificate_turns_by_name : content => name... }) :
          join(" and ", names)
          if length(names) > 1
        ])),
        ". Leave one of them out.",
      ])
    }
  }
}

resource "aws_lb_listener_certificate" "this" {
  for_each = var.certificates

  certificate_arn = each.value
  listener_arn    = aws_lb_listener.https.arn

  depends_on = [terraform_data.certificate_turns]
}

# Web ACL

resource "aws_wafv2_web_acl_association" "this" {
  count = var.web_acl != null ? 1 : 0

  resource_arn = aws_lb.this.arn
  web_acl_arn  = var.web_acl.arn
}
