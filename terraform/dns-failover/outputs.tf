output "zone_id" {
  description = "ID of the zone."
  value       = local.zone_id
}

output "zone_name" {
  description = "Name of the zone."
  value       = local.zone_name
}

output "name_servers" {
  description = "Name servers of the module's own zone, for the parent zone; null for a zone of yours."
  value       = one(aws_route53_zone.this[*].name_servers)
}

output "ds_record" {
  description = "DS record of the signed zone, for the parent zone; null without dnssec."
  value       = one(aws_route53_key_signing_key.this[*].ds_record)
}

output "query_log_group_name" {
  description = "Log group of the queries; null without one."
  value       = one(aws_cloudwatch_log_group.queries[*].name)
}

output "names" {
  description = "Whole names, by the names as they were given."
  value       = local.names
}

output "health_check_ids" {
  description = "IDs of the health checks: endpoint, latch, primary and secondary; null where there is none."
  value = {
    endpoint  = one(aws_route53_health_check.endpoint[*].id)
    latch     = one(aws_route53_health_check.latch[*].id)
    primary   = one(aws_route53_health_check.primary[*].id)
    secondary = one(aws_route53_health_check.secondary[*].id)
  }
}

output "detection_seconds" {
  description = <<-EOT
    Seconds, at the most, from the failure of the primary endpoint until clients are sent to the secondary; null
    without failover, and with a latch, which decides itself.
  EOT
  value = (
    var.failover != null && try(var.failover.latch == null, true)
    ? var.failover.health_check.interval * var.failover.health_check.failure_threshold + 60 + 10
    : null
  )
}
