# What the certificate makes for its options. The provider is mocked: no credentials, nothing is made.

mock_provider "aws" {
  mock_data "aws_caller_identity" {
    defaults = { account_id = "123456789012" }
  }

  mock_data "aws_partition" {
    defaults = { partition = "aws", dns_suffix = "amazonaws.com" }
  }

  override_during = plan

  mock_data "aws_region" {
    defaults = { id = "us-west-2" }
  }

  mock_resource "aws_acm_certificate" {
    defaults = {
      arn = "arn:aws:acm:us-west-2:123456789012:certificate/11111111-1111-1111-1111-111111111111"
      domain_validation_options = [
        { domain_name = "*.example.com", resource_record_name = "_a.example.com.", resource_record_type = "CNAME", resource_record_value = "_1.acm." },
        { domain_name = "api.eu.example.com", resource_record_name = "_b.api.eu.example.com.", resource_record_type = "CNAME", resource_record_value = "_2.acm." },
        { domain_name = "example.com", resource_record_name = "_a.example.com.", resource_record_type = "CNAME", resource_record_value = "_1.acm." },
      ]
    }
  }
}

variables {
  name              = "shop"
  domain_name       = "example.com"
  alternative_names = ["*.example.com", "api.eu.example.com"]
  zones             = { "example.com" = "Z0123456789", "eu.example.com" = "Z9876543210" }
}

run "by_itself" {
  command = plan

  assert {
    condition     = { for name, record in aws_route53_record.validation : name => [record.zone_id, record.name] } == { "api.eu.example.com" = ["Z9876543210", "_b.api.eu.example.com."], "example.com" = ["Z0123456789", "_a.example.com."] }
    error_message = "A wildcard shares the record of the name behind it, and each name goes to its nearest zone."
  }

  assert {
    condition     = output.arn == aws_acm_certificate_validation.this[0].certificate_arn
    error_message = "The output is known once the certificate is issued."
  }

  assert {
    condition     = output.validation_records["example.com"] == { name = "_a.example.com.", type = "CNAME", value = "_1.acm." }
    error_message = "Whoever has DNS elsewhere learns the records."
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.expiry.threshold == 30 && aws_cloudwatch_metric_alarm.expiry.treat_missing_data == "ignore"
    error_message = "The alarm tells 30 days before, and does not forget."
  }
}

# The order in which names are written changes no address.
run "another_order" {
  command = plan

  variables {
    alternative_names = ["api.eu.example.com", "*.example.com"]
  }

  assert {
    condition     = keys(aws_route53_record.validation) == ["api.eu.example.com", "example.com"]
    error_message = "Records go by the name that they prove."
  }
}

run "in_a_second_region" {
  command = plan

  variables {
    validation_records = false
    zones              = {}
  }

  assert {
    condition     = length(aws_route53_record.validation) == 0 && aws_acm_certificate_validation.this[0].validation_record_fqdns == null
    error_message = "It waits for records that are made elsewhere."
  }
}

run "without_waiting" {
  command = plan

  variables {
    wait_for_validation = false
  }

  assert {
    condition     = length(aws_acm_certificate_validation.this) == 0 && output.arn == aws_acm_certificate.this.arn
    error_message = "The certificate is given as it is requested."
  }
}

run "for_cloudfront_in_another_region" {
  command = plan

  variables {
    for_cloudfront = true
  }

  expect_failures = [aws_acm_certificate.this]
}

run "for_cloudfront" {
  command = plan

  variables {
    for_cloudfront = true
  }

  override_data {
    target = data.aws_region.current
    values = { id = "us-east-1" }
  }

  assert {
    condition     = aws_acm_certificate.this.domain_name == "example.com"
    error_message = "In us-east-1 it is as any other."
  }
}
