output "arn" {
  description = "ARN of the certificate; with wait_for_validation it is known once the certificate is issued."
  value = (
    var.wait_for_validation
    ? one(aws_acm_certificate_validation.this[*].certificate_arn)
    : aws_acm_certificate.this.arn
  )
}

output "validation_records" {
  description = "Records that prove the names, by name: for DNS that is elsewhere."
  value = { for name, options in local.options : name => {
    name  = options[0].resource_record_name
    type  = options[0].resource_record_type
    value = options[0].resource_record_value
  } }
}
