output "url" {
  description = "Address of the queue, which clients send to and receive from."
  value       = aws_sqs_queue.this.url
}

output "arn" {
  description = "ARN of the queue."
  value       = aws_sqs_queue.this.arn
}

output "name" {
  description = "Name of the queue, which its metrics go by."
  value       = aws_sqs_queue.this.name
}

output "dead_letters_url" {
  description = "Address of the queue of dead letters."
  value       = aws_sqs_queue.dead_letters.url
}

output "dead_letters_arn" {
  description = "ARN of the queue of dead letters."
  value       = aws_sqs_queue.dead_letters.arn
}

output "kms_key_arn" {
  description = "Key of the messages: kms_key, or the module's own."
  value       = local.kms_key_arn
}
