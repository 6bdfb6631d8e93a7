# What the site makes for its options, planned with a mocked provider.

mock_provider "aws" {
  mock_data "aws_region" {
    defaults = { id = "us-east-1" }
  }

  mock_data "aws_caller_identity" {
    defaults = { account_id = "123456789012" }
  }

  mock_data "aws_partition" {
    defaults = { partition = "aws", dns_suffix = "amazonaws.com" }
  }
}

variables {
  name = "nimbus"
}

run "by_itself" {
  command = plan

  assert {
    condition     = aws_s3_bucket.this.bucket == "nimbus-site-123456789012" && !aws_s3_bucket.this.force_destroy
    error_message = "The bucket is named after the site and the account, and is not emptied."
  }

  assert {
    condition     = [for behavior in aws_cloudfront_distribution.this.ordered_cache_behavior : behavior.path_pattern] == ["/assets/*", "/static/*", "/_next/static/*"]
    error_message = "Assets are cached by their paths."
  }

  assert {
    condition     = length(aws_cloudfront_distribution.this.origin) == 1 && length(aws_cloudfront_distribution.this.origin_group) == 0 && length(aws_cloudfront_distribution.this.custom_error_response) == 0
    error_message = "There is one origin, and no error page."
  }

  assert {
    condition     = aws_cloudwatch_log_delivery_source.this[0].log_type == "ACCESS_LOGS" && aws_s3_bucket.logs[0].bucket == "nimbus-site-logs-4c5ad69bfb3f"
    error_message = "Requests are logged to the module's own bucket."
  }

  assert {
    condition     = length(aws_route53_record.this) == 0 && length(aws_iam_role.deploy) == 0
    error_message = "What was not asked for is not there."
  }
}

run "with_names" {
  command = plan

  variables {
    aliases     = ["app.example.com", "example.com"]
    certificate = { arn = "arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000000" }
    records     = { zone_id = "Z0123456789ABCDEFGHIJ" }
    redirect_to = "app.example.com"
  }

  assert {
    condition     = keys(aws_route53_record.this) == ["app.example.com/A", "app.example.com/AAAA", "example.com/A", "example.com/AAAA"]
    error_message = "Each name has a record for each family."
  }

  assert {
    condition     = aws_cloudfront_distribution.this.viewer_certificate[0].minimum_protocol_version == "TLSv1.2_2021"
    error_message = "TLS is 1.2 or later."
  }
}

run "with_an_api_and_a_copy" {
  command = plan

  variables {
    api     = { domain_name = "api.example.com", paths = ["/api/*", "/graphql"], methods = "read", headers = ["accept-language"] }
    replica = { bucket_name = "nimbus-copy", region = "us-west-2" }
  }

  assert {
    condition     = [for behavior in aws_cloudfront_distribution.this.ordered_cache_behavior : behavior.target_origin_id] == ["api", "api", "bucket-or-replica", "bucket-or-replica", "bucket-or-replica"]
    error_message = "The API comes first; files come from the bucket or its copy."
  }

  assert {
    condition     = toset(aws_cloudfront_distribution.this.ordered_cache_behavior[0].allowed_methods) == toset(["GET", "HEAD", "OPTIONS"])
    error_message = "The API is read only."
  }

  assert {
    condition     = contains([for origin in aws_cloudfront_distribution.this.origin : origin.domain_name], "nimbus-copy.s3.us-west-2.amazonaws.com")
    error_message = "The copy is read in its region."
  }

  assert {
    condition     = aws_cloudfront_origin_request_policy.api[0].headers_config[0].header_behavior == "whitelist"
    error_message = "Only the named headers reach the API."
  }
}

run "error_pages" {
  command = plan

  variables {
    routing     = "directory"
    error_pages = { "404" = { path = "/404.html" }, "503" = { path = "/sorry.html", status = 200 } }
  }

  assert {
    condition     = { for page in aws_cloudfront_distribution.this.custom_error_response : page.error_code => page.response_code } == { 404 = 404, 503 = 200 }
    error_message = "Errors have pages."
  }
}

run "a_copy_in_the_same_region" {
  command = plan

  variables {
    replica = { bucket_name = "nimbus-copy", region = "us-east-1" }
  }

  expect_failures = [aws_s3_bucket_replication_configuration.this]
}

run "logs_of_another_region" {
  command = plan

  override_data {
    target = data.aws_region.current
    values = { id = "eu-central-1" }
  }

  expect_failures = [aws_cloudwatch_log_delivery_source.this]
}
