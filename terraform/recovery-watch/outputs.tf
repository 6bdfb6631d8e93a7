output "parameter_name" {
  description = "SSM parameter that remembers what was found last."
  value       = aws_ssm_parameter.this.name
}

output "state_machine_arn" {
  description = "The state machine that looks."
  value       = aws_sfn_state_machine.this.arn
}

output "parameter_arn" {
  description = "ARN of that parameter."
  value       = aws_ssm_parameter.this.arn
}
