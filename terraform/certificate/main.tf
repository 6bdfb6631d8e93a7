# Certificate

locals {
  region = terraform_data.surroundings.input.region

  # One record validates a wildcard and the domain that it is of.
  options = {
    for option in aws_acm_certificate.this.domain_validation_options : trimprefix(option.domain_name, "*.") => option...
  }
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

resource "aws_acm_certificate" "this" {
  domain_name               = var.domain_name
  key_algorithm             = var.key_algorithm
  subject_alternative_names = var.alternative_names
  validation_method         = "DNS"

  options {
    certificate_transparency_logging_preference = var.transparency_logging ? "ENABLED" : "DISABLED"
  }

  tags = merge(var.tags, { Name = var.name })

  lifecycle {
    create_before_destroy = true

    precondition {
      condition = !var.for_cloudfront || local.region == "us-east-1"
      error_message = join(" ", [
        "CloudFront takes only a certificate of us-east-1, and this one would be of ${local.region}.",
        "Give the module a provider of us-east-1, or set for_cloudfront to false.",
      ])
    }
  }
}

# DNS records

locals {
  names = toset([for name in concat([var.domain_name], var.alternative_names) : trimprefix(name, "*.")])
  zone_names = { for name in local.names : name => [
    for zone in keys(var.zones) : zone
    if name == zone || endswith(name, ".${zone}")
  ] }

  # Of the zones that a name lies in, the one with the longest name is the closest.
  zone_ids = {
    for name, candidates in local.zone_names :
    name => var.zones[[for zone in candidates : zone if length(zone) == max([for candidate in candidates : length(candidate)]...)][0]]
    if var.validation_records
  }
}

resource "aws_route53_record" "validation" {
  for_each = local.zone_ids

  name    = local.options[each.key][0]["resource_record_name"]
  records = [local.options[each.key][0]["resource_record_value"]]
  ttl     = 300
  type    = local.options[each.key][0]["resource_record_type"]
  zone_id = each.value
}

# Validation

resource "aws_acm_certificate_validation" "this" {
  count = var.wait_for_validation ? 1 : 0

  certificate_arn         = aws_acm_certificate.this.arn
  validation_record_fqdns = var.validation_records ? values(aws_route53_record.validation)[*].fqdn : null

  timeouts {
    create = "${var.validation_timeout}m"
  }
}

# Alarm

# The metric ends with the certificate; the alarm must not, so missing data leaves it as it is.
resource "aws_cloudwatch_metric_alarm" "expiry" {
  alarm_actions       = var.expiry_topic_arns
  alarm_description   = "The certificate of ${var.domain_name} was not renewed: look for its validation records"
  alarm_name          = "${var.name}-certificate-expiry"
  comparison_operator = "LessThanOrEqualToThreshold"
  dimensions = {
    CertificateArn = aws_acm_certificate.this.arn
  }
  evaluation_periods = 1
  metric_name        = "DaysToExpiry"
  namespace          = "AWS/CertificateManager"
  ok_actions         = var.expiry_topic_arns
  period             = 86400
  statistic          = "Minimum"
  threshold          = var.expiry_days
  treat_missing_data = "ignore"

  tags = merge(var.tags, { Name = var.name })
}
