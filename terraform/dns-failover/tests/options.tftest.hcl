# What the names are made of, by option. The provider is mocked: no credentials, nothing is made.

mock_provider "aws" {
  override_during = plan

  mock_data "aws_caller_identity" {
    defaults = { account_id = "123456789012" }
  }

  mock_data "aws_partition" {
    defaults = { partition = "aws", dns_suffix = "amazonaws.com" }
  }

  mock_data "aws_region" {
    defaults = { id = "us-east-1" }
  }

  mock_resource "aws_cloudwatch_log_group" {
    defaults = { arn = "arn:aws:logs:us-east-1:123456789012:log-group:/aws/route53/example.com" }
  }

  mock_resource "aws_kms_key" {
    defaults = { arn = "arn:aws:kms:us-east-1:123456789012:key/11111111-1111-1111-1111-111111111111" }
  }

  mock_resource "aws_route53_zone" {
    defaults = { zone_id = "Z00000000NEW" }
  }
}

override_resource {
  target          = aws_route53_health_check.endpoint
  override_during = plan
  values          = { id = "endpoint" }
}

override_resource {
  target          = aws_route53_health_check.latch
  override_during = plan
  values          = { id = "latch" }
}

override_resource {
  target          = aws_route53_health_check.primary
  override_during = plan
  values          = { id = "primary" }
}

override_resource {
  target          = aws_route53_health_check.secondary
  override_during = plan
  values          = { id = "secondary" }
}

variables {
  name = "shop"
  zone = { id = "Z0123456789", name = "example.com" }
  failover = {
    names     = ["@", "www", "api.example.com", "*"]
    primary   = { dns_name = "one.us-east-1.elb.amazonaws.com", zone_id = "Z35SXDOTRQ7X7K", region = "us-east-1" }
    secondary = { dns_name = "two.us-west-2.elb.amazonaws.com", zone_id = "Z1H1FL5HABSF5" }
  }
}

run "pair" {
  command = plan

  assert {
    condition     = { for key, record in aws_route53_record.this : key => record.name } == { "@/A" = "example.com", "*/A" = "*.example.com", "api.example.com/A" = "api.example.com", "www/A" = "www.example.com" }
    error_message = "Names are completed, and addresses go by what the caller wrote."
  }

  assert {
    condition     = alltrue([for record in aws_route53_record.this : record.failover_routing_policy[0].type == "PRIMARY" && record.set_identifier == "primary" && record.health_check_id == aws_route53_health_check.primary[0].id && !record.alias[0].evaluate_target_health])
    error_message = "The primaries hang on the calculated check alone."
  }

  assert {
    condition     = keys(aws_route53_record.secondary) == keys(aws_route53_record.this) && alltrue([for record in aws_route53_record.secondary : record.failover_routing_policy[0].type == "SECONDARY" && record.health_check_id == null && record.alias[0].evaluate_target_health])
    error_message = "The secondaries look at their load balancer, and have no check."
  }

  assert {
    condition     = aws_route53_health_check.endpoint[0].type == "HTTPS" && aws_route53_health_check.endpoint[0].fqdn == "one.us-east-1.elb.amazonaws.com" && aws_route53_health_check.endpoint[0].enable_sni
    error_message = "The primary's load balancer is asked by HTTPS."
  }

  assert {
    condition     = aws_route53_health_check.endpoint[0].regions == toset(["us-west-1", "us-west-2", "eu-west-1"])
    error_message = "By three regions."
  }

  assert {
    condition     = aws_route53_health_check.primary[0].child_health_threshold == 1 && length(aws_route53_health_check.latch) == 0
    error_message = "Without a latch the endpoint decides."
  }

  assert {
    condition     = length([for check in concat(aws_route53_health_check.endpoint, aws_route53_health_check.primary) : check if coalesce(check.invert_healthcheck, false)]) == 0
    error_message = "No check is inverted."
  }

  assert {
    condition     = output.detection_seconds == 100
    error_message = "Clients are sent elsewhere within 100 s."
  }
}

run "latch" {
  command = plan

  variables {
    failover = {
      names        = ["www"]
      primary      = { dns_name = "one.us-east-1.elb.amazonaws.com", zone_id = "Z35SXDOTRQ7X7K", region = "us-east-1" }
      secondary    = { dns_name = "two.us-west-2.elb.amazonaws.com", zone_id = "Z1H1FL5HABSF5" }
      health_check = { fqdn = "us-east-1.example.com", interval = 30, search_string = "ok" }
      latch        = { alarm_name = "latch", region = "us-west-2", period = 60, settings = "1" }
    }
    alarms = {}
  }

  assert {
    condition     = aws_route53_health_check.primary[0].child_health_threshold == 2 && aws_route53_health_check.primary[0].child_healthchecks == toset([aws_route53_health_check.endpoint[0].id, aws_route53_health_check.latch[0].id])
    error_message = "The endpoint answers and the latch is open."
  }

  assert {
    condition     = aws_route53_health_check.latch[0].insufficient_data_health_status == "LastKnownStatus" && aws_route53_health_check.latch[0].triggers == tomap({ settings = "1" })
    error_message = "Without data the latch stays as it is."
  }

  assert {
    condition     = !coalesce(aws_route53_health_check.latch[0].invert_healthcheck, false)
    error_message = "The latch is not inverted either."
  }

  assert {
    condition     = aws_route53_health_check.secondary[0].invert_healthcheck && aws_route53_health_check.secondary[0].child_healthchecks == toset([aws_route53_health_check.latch[0].id])
    error_message = "The secondary is healthy while the latch is closed."
  }

  assert {
    condition     = alltrue([for record in aws_route53_record.secondary : record.health_check_id == aws_route53_health_check.secondary[0].id && !record.alias[0].evaluate_target_health])
    error_message = "It answers by the latch alone."
  }

  assert {
    condition     = aws_route53_health_check.endpoint[0].type == "HTTPS_STR_MATCH" && aws_route53_health_check.endpoint[0].fqdn == "us-east-1.example.com"
    error_message = "The answer must have a text, under a name of the primary."
  }

  assert {
    condition     = [for alarm in concat(aws_cloudwatch_metric_alarm.endpoint, aws_cloudwatch_metric_alarm.latch, aws_cloudwatch_metric_alarm.primary) : alarm.alarm_name] == ["shop-endpoint", "shop-latch", "shop-primary"]
    error_message = "Each check has its alarm."
  }

  assert {
    condition     = output.detection_seconds == null
    error_message = "The latch decides when names move, and no endpoint."
  }
}

run "simple_and_weighted" {
  command = plan

  variables {
    failover = null
    ipv6     = true
    simple   = { www = { dns_name = "one.us-east-1.elb.amazonaws.com", zone_id = "Z35SXDOTRQ7X7K" } }
    weighted = {
      beta = {
        old = { dns_name = "one.us-east-1.elb.amazonaws.com", zone_id = "Z35SXDOTRQ7X7K", weight = 90 }
        new = { dns_name = "two.us-east-1.elb.amazonaws.com", zone_id = "Z35SXDOTRQ7X7K", weight = 10, evaluate_target_health = false }
      }
    }
  }

  assert {
    condition     = keys(aws_route53_record.this) == ["www/A", "www/AAAA"] && alltrue([for record in aws_route53_record.this : length(record.failover_routing_policy) == 0 && record.health_check_id == null && record.set_identifier == null])
    error_message = "A simple name has one record of each type."
  }

  assert {
    condition     = { for key, record in aws_route53_record.weighted : key => [record.set_identifier, record.weighted_routing_policy[0].weight] if record.type == "A" } == { "beta/new/A" = ["new", 10], "beta/old/A" = ["old", 90] }
    error_message = "A weighted name has one for each target."
  }

  assert {
    condition     = aws_route53_record.weighted["beta/old/A"].alias[0].evaluate_target_health && !aws_route53_record.weighted["beta/new/A"].alias[0].evaluate_target_health
    error_message = "Targets are passed over while they are unhealthy, unless told otherwise."
  }

  assert {
    condition     = length(aws_route53_health_check.endpoint) + length(aws_route53_health_check.primary) == 0 && output.detection_seconds == null
    error_message = "Nothing moves, nothing is checked."
  }
}

run "zone" {
  command = plan

  variables {
    zone          = null
    new_zone      = { name = "example.com" }
    query_logging = { retention_days = 30 }
    dnssec        = {}
  }

  assert {
    condition     = alltrue([for record in aws_route53_record.this : record.zone_id == "Z00000000NEW"]) && !aws_route53_zone.this[0].force_destroy
    error_message = "Records are in the module's own zone, which does not go while others have records in it."
  }

  assert {
    condition     = aws_cloudwatch_log_group.queries[0].kms_key_id == aws_kms_key.queries[0].arn && aws_cloudwatch_log_group.queries[0].name == "/aws/route53/example.com"
    error_message = "Queries are logged under a key of their own."
  }

  assert {
    condition     = jsondecode(aws_cloudwatch_log_resource_policy.queries[0].policy_document).Statement[0].Condition.ArnLike["aws:SourceArn"] == "arn:aws:route53:::hostedzone/Z00000000NEW"
    error_message = "Route 53 may write for this zone only."
  }

  assert {
    condition     = aws_kms_key.dnssec[0].customer_master_key_spec == "ECC_NIST_P256" && aws_route53_key_signing_key.this[0].key_management_service_arn == aws_kms_key.dnssec[0].arn
    error_message = "The zone is signed with a key that Route 53 takes."
  }
}

run "in_another_region" {
  command = plan

  override_data {
    target = data.aws_region.current
    values = { id = "us-west-2" }
  }

  assert {
    condition     = length(aws_route53_record.this) == 4
    error_message = "Records and checks can be made from anywhere."
  }
}

run "alarms_in_another_region" {
  command = plan

  variables {
    alarms = {}
  }

  override_data {
    target = data.aws_region.current
    values = { id = "us-west-2" }
  }

  expect_failures = [aws_cloudwatch_metric_alarm.endpoint, aws_cloudwatch_metric_alarm.primary]
}

run "query_log_and_dnssec_in_another_region" {
  command = plan

  variables {
    query_logging = {}
    dnssec        = {}
  }

  override_data {
    target = data.aws_region.current
    values = { id = "us-west-2" }
  }

  expect_failures = [aws_cloudwatch_log_group.queries, aws_route53_key_signing_key.this]
}
