output "arn" {
  description = "ARN of the topic."
  value       = aws_sns_topic.this.arn
}

output "name" {
  description = "Name of the topic, which its metrics go by."
  value       = aws_sns_topic.this.name
}

output "kms_key_arn" {
  description = "Key of the messages: kms_key, or the module's own."
  value       = local.kms_key_arn
}
