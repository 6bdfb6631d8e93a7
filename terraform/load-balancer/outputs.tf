output "arn" {
  description = "ARN of the load balancer."
  value       = aws_lb.this.arn
}

output "arn_suffix" {
  description = "Last part of the ARN, by which CloudWatch's metrics know the load balancer."
  value       = aws_lb.this.arn_suffix
}

output "dns_name" {
  description = "DNS name, for an alias record."
  value       = aws_lb.this.dns_name
}

output "zone_id" {
  description = "Route 53 zone of the DNS name, for an alias record."
  value       = aws_lb.this.zone_id
}

output "https_listener_arn" {
  description = "ARN of the HTTPS listener, to which services add their rules."
  value       = aws_lb_listener.https.arn
}

output "http_listener_arn" {
  description = "ARN of the listener that redirects; null without one."
  value       = one(aws_lb_listener.http[*].arn)
}

output "security_group_id" {
  description = "Security group of the load balancer, which its targets must let in."
  value       = aws_security_group.this.id
}

output "log_bucket_name" {
  description = "The module's own bucket of logs; null without one."
  value       = one(aws_s3_bucket.logs[*].id)
}
