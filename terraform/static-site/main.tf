locals {
  account_id = terraform_data.surroundings.input.account_id
  partition  = terraform_data.surroundings.input.partition
  dns_suffix = terraform_data.surroundings.input.dns_suffix
  region     = terraform_data.surroundings.input.region
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

# Bucket

locals {
  identity_changes = join(
    ", ",
    [
      for name, value in { for name, value in { name = var.name } : name => value == null ? "null" : tostring(value) } :
      "${name} from ${try(one(values(terraform_data.identity)).output[name], "")} to ${value}"
      if value != try(one(values(terraform_data.identity)).output[name], value)
    ],
  )
}

resource "terraform_data" "identity" {
  for_each = toset([tostring(var.replacements)])

  input = { for name, value in { name = var.name } : name => value == null ? "null" : tostring(value) }

  lifecycle {
    ignore_changes = [input]
  }
}

resource "aws_s3_bucket" "this" {
  #checkov:skip=CKV_AWS_18:CloudFront is the only reader, and logs each request itself (logs)
  #checkov:skip=CKV_AWS_145:What is in here is served to everybody; a KMS key would protect nothing and could take the site down
  #checkov:skip=CKV_AWS_144:A copy in another region is the caller's choice (replica)
  #checkov:skip=CKV2_AWS_62:Nothing acts on the arrival of a file
  bucket        = "${var.name}-site-${local.account_id}"
  force_destroy = var.force_destroy

  tags = merge(var.tags, { Name = "${var.name}-site-${local.account_id}" })

  lifecycle {
    precondition {
      condition = local.identity_changes == ""
      error_message = join(" ", [
        "Changing ${local.identity_changes} would replace the bucket of the site and lose every file in it,",
        "with its old versions. Take it back; or, if a new one is what you want,",
        "raise replacements in the same change.",
      ])
    }
  }
}

resource "aws_s3_bucket_versioning" "this" {
  bucket = aws_s3_bucket.this.id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "this" {
  bucket = aws_s3_bucket.this.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

resource "aws_s3_bucket_ownership_controls" "this" {
  bucket = aws_s3_bucket.this.id

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "this" {
  bucket = aws_s3_bucket.this.id

  rule {
    id     = "clean-up"
    status = "Enabled"

    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }

    expiration {
      expired_object_delete_marker = true
    }

    filter {
      prefix = ""
    }

    noncurrent_version_expiration {
      noncurrent_days = var.old_version_days
    }
  }

  depends_on = [aws_s3_bucket_versioning.this]
}

# Distribution

locals {
  common_headers = merge(
    { for name, value in { Permissions-Policy = var.permissions_policy } : name => value if value != "" },
    var.response_headers,
  )
  page_headers = merge(
    { for name, value in { Cache-Control = var.page_cache_control } : name => value if value != "" },
    local.common_headers,
  )
}

resource "aws_cloudfront_origin_access_control" "this" {
  description                       = "Reads of ${var.name} by CloudFront"
  name                              = "${var.name}-site"
  origin_access_control_origin_type = "s3"
  signing_behavior                  = "always"
  signing_protocol                  = "sigv4"

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_cloudfront_function" "viewer" {
  count = var.routing != "none" ? 1 : 0

  code = join("\n", [
    "var ROUTING = \"${var.routing}\";",
    "var INDEX = \"${var.index_document}\";",
    "var REDIRECT_TO = \"${var.redirect_to}\";",
    "function handler(event) {",
    "  var request = event.request;",
    "  if (REDIRECT_TO !== \"\" && request.headers.host && request.headers.host.value !== REDIRECT_TO) return redirect(request);",
    "  var uri = request.uri;",
    "  var name = uri.substring(uri.lastIndexOf(\"/\") + 1);",
    "  if (name.indexOf(\".\") >= 0 || uri.indexOf(\"/.well-known/\") === 0) return request;",
    "  if (ROUTING === \"single_page\") request.uri = \"/\" + INDEX;",
    "  else request.uri = uri + (name === \"\" ? \"\" : \"/\") + INDEX;",
    "  return request;",
    "}",
    "",
    "function redirect(request) {",
    "  var location = \"https://\" + REDIRECT_TO + request.uri + query(request.querystring);",
    "  return { statusCode: 301, statusDescription: \"Moved Permanently\", headers: { location: { value: location } } };",
    "}",
    "",
    "function query(parameters) {",
    "  var pairs = [];",
    "  Object.keys(parameters).forEach(function (key) {",
    "    var parameter = parameters[key];",
    "    (parameter.multiValue || [parameter]).forEach(function (one) {",
    "      pairs.push(one.value === \"\" ? key : key + \"=\" + one.value);",
    "    });",
    "  });",
    "  return pairs.length === 0 ? \"\" : \"?\" + pairs.join(\"&\");",
    "}",
  ])
  comment = "${var.name}: the one name of the site, and paths without an ending"
  name    = "${var.name}-viewer"
  publish = true
  runtime = "cloudfront-js-2.0"

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_cloudfront_cache_policy" "pages" {
  comment     = "${var.name}: files that change under their names"
  default_ttl = var.page_ttl
  max_ttl     = max(var.page_ttl, 86400)
  min_ttl     = 0
  name        = "${var.name}-pages"

  parameters_in_cache_key_and_forwarded_to_origin {
    enable_accept_encoding_brotli = true
    enable_accept_encoding_gzip   = true

    cookies_config {
      cookie_behavior = "none"
    }

    headers_config {
      header_behavior = "none"
    }

    query_strings_config {
      query_string_behavior = "none"
    }
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_cloudfront_cache_policy" "assets" {
  comment     = "${var.name}: files that never change under their names"
  default_ttl = var.asset_ttl
  max_ttl     = 31536000
  min_ttl     = 0
  name        = "${var.name}-assets"

  parameters_in_cache_key_and_forwarded_to_origin {
    enable_accept_encoding_brotli = true
    enable_accept_encoding_gzip   = true

    cookies_config {
      cookie_behavior = "none"
    }

    headers_config {
      header_behavior = "none"
    }

    query_strings_config {
      query_string_behavior = "none"
    }
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_cloudfront_response_headers_policy" "pages" {
  #checkov:skip=CKV_AWS_259:Preloading lets anybody enter the domain into browsers' lists for good: it is the caller's choice
  comment = "${var.name}: pages"
  name    = "${var.name}-pages"

  security_headers_config {
    content_type_options {
      override = true
    }

    referrer_policy {
      override        = true
      referrer_policy = var.referrer_policy
    }

    strict_transport_security {
      access_control_max_age_sec = var.strict_transport_security.max_age
      include_subdomains         = var.strict_transport_security.include_subdomains
      override                   = true
      preload                    = var.strict_transport_security.preload
    }

    dynamic "content_security_policy" {
      for_each = var.content_security_policy != "" ? [1] : []

      content {
        content_security_policy = var.content_security_policy
        override                = false
      }
    }

    dynamic "frame_options" {
      for_each = var.frame_options != "none" ? [1] : []

      content {
        frame_option = var.frame_options
        override     = true
      }
    }
  }

  dynamic "custom_headers_config" {
    for_each = length(local.page_headers) > 0 ? [1] : []

    content {
      dynamic "items" {
        for_each = local.page_headers

        content {
          header   = items.key
          value    = items.value
          override = false
        }
      }
    }
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_cloudfront_response_headers_policy" "assets" {
  #checkov:skip=CKV_AWS_259:Preloading lets anybody enter the domain into browsers' lists for good: it is the caller's choice
  comment = "${var.name}: assets"
  name    = "${var.name}-assets"

  security_headers_config {
    content_type_options {
      override = true
    }

    referrer_policy {
      override        = true
      referrer_policy = var.referrer_policy
    }

    strict_transport_security {
      access_control_max_age_sec = var.strict_transport_security.max_age
      include_subdomains         = var.strict_transport_security.include_subdomains
      override                   = true
      preload                    = var.strict_transport_security.preload
    }

    dynamic "content_security_policy" {
      for_each = var.content_security_policy != "" ? [1] : []

      content {
        content_security_policy = var.content_security_policy
        override                = false
      }
    }

    dynamic "frame_options" {
      for_each = var.frame_options != "none" ? [1] : []

      content {
        frame_option = var.frame_options
        override     = true
      }
    }
  }

  dynamic "custom_headers_config" {
    for_each = length(local.common_headers) > 0 ? [1] : []

    content {
      dynamic "items" {
        for_each = local.common_headers

        content {
          header   = items.key
          value    = items.value
          override = false
        }
      }
    }
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_cloudfront_distribution" "this" {
  #checkov:skip=CKV_AWS_68:A web ACL is billed by month, by rule and by request: it is the caller's choice (web_acl)
  #checkov:skip=CKV2_AWS_47:The rules of the web ACL are the caller's
  #checkov:skip=CKV_AWS_86:Requests are logged by the newer delivery (logs), which needs no ACLs on the bucket and which the check does not know
  #checkov:skip=CKV_AWS_174:TLS is 1.2 or later with a certificate of the caller's; with CloudFront's own, CloudFront sets the version itself
  #checkov:skip=CKV2_AWS_42:A certificate needs a name, which is the caller's choice (aliases)
  #checkov:skip=CKV_AWS_310:A copy in another region is the caller's choice (replica)
  #checkov:skip=CKV_AWS_374:Countries are the caller's choice (geo)
  aliases             = var.aliases
  comment             = var.name
  default_root_object = var.index_document
  enabled             = true
  http_version        = var.http_version
  is_ipv6_enabled     = var.ipv6
  price_class         = var.price_class
  wait_for_deployment = var.wait_for_deployment
  web_acl_id          = var.web_acl != null ? var.web_acl.arn : null

  default_cache_behavior {
    allowed_methods            = ["GET", "HEAD", "OPTIONS"]
    cache_policy_id            = aws_cloudfront_cache_policy.pages.id
    cached_methods             = ["GET", "HEAD"]
    compress                   = true
    response_headers_policy_id = aws_cloudfront_response_headers_policy.pages.id
    target_origin_id           = var.replica != null ? "bucket-or-replica" : "bucket"
    viewer_protocol_policy     = "redirect-to-https"

    dynamic "function_association" {
      for_each = var.routing != "none" ? [1] : []

      content {
        event_type   = "viewer-request"
        function_arn = one(aws_cloudfront_function.viewer[*].arn)
      }
    }
  }

  origin {
    domain_name              = aws_s3_bucket.this.bucket_regional_domain_name
    origin_access_control_id = aws_cloudfront_origin_access_control.this.id
    origin_id                = "bucket"
  }

  restrictions {
    geo_restriction {
      locations        = var.geo != null ? var.geo.countries : []
      restriction_type = var.geo != null ? (var.geo.mode == "allow" ? "whitelist" : "blacklist") : "none"
    }
  }

  viewer_certificate {
    acm_certificate_arn            = var.certificate != null ? var.certificate.arn : null
    cloudfront_default_certificate = var.certificate != null ? null : true
    minimum_protocol_version       = var.certificate != null ? "TLSv1.2_2021" : "TLSv1"
    ssl_support_method             = var.certificate != null ? "sni-only" : null
  }

  dynamic "origin" {
    for_each = var.replica != null ? [1] : []

    content {
      origin_id                = "replica"
      domain_name              = "${var.replica.bucket_name}.s3.${var.replica.region}.${local.dns_suffix}"
      origin_access_control_id = aws_cloudfront_origin_access_control.this.id
    }
  }

  dynamic "origin" {
    for_each = var.api != null ? [1] : []

    content {
      origin_id   = "api"
      domain_name = var.api.domain_name

      custom_origin_config {
        http_port              = 80
        https_port             = var.api.port
        origin_protocol_policy = "https-only"
        origin_ssl_protocols   = ["TLSv1.2"]
        origin_read_timeout    = var.api.read_timeout
      }
    }
  }

  dynamic "origin_group" {
    for_each = var.replica != null ? [1] : []

    content {
      origin_id = "bucket-or-replica"

      failover_criteria {
        status_codes = [500, 502, 503, 504]
      }

      member {
        origin_id = "bucket"
      }

      member {
        origin_id = "replica"
      }
    }
  }

  dynamic "ordered_cache_behavior" {
    for_each = var.api != null ? var.api.paths : []

    content {
      path_pattern     = ordered_cache_behavior.value
      target_origin_id = "api"
      allowed_methods = (
        var.api.methods == "read"
        ? ["GET", "HEAD", "OPTIONS"]
        : ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"]
      )
      cached_methods             = ["GET", "HEAD"]
      viewer_protocol_policy     = "https-only"
      compress                   = true
      cache_policy_id            = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"
      origin_request_policy_id   = one(aws_cloudfront_origin_request_policy.api[*].id)
      response_headers_policy_id = aws_cloudfront_response_headers_policy.assets.id
    }
  }

  dynamic "ordered_cache_behavior" {
    for_each = var.immutable_paths

    content {
      target_origin_id           = var.replica != null ? "bucket-or-replica" : "bucket"
      allowed_methods            = ["GET", "HEAD", "OPTIONS"]
      cached_methods             = ["GET", "HEAD"]
      viewer_protocol_policy     = "redirect-to-https"
      compress                   = true
      path_pattern               = ordered_cache_behavior.value
      cache_policy_id            = aws_cloudfront_cache_policy.assets.id
      response_headers_policy_id = aws_cloudfront_response_headers_policy.assets.id
    }
  }

  dynamic "custom_error_response" {
    for_each = var.error_pages

    content {
      error_code            = tonumber(custom_error_response.key)
      response_page_path    = custom_error_response.value.path
      response_code         = coalesce(custom_error_response.value.status, tonumber(custom_error_response.key))
      error_caching_min_ttl = custom_error_response.value.ttl
    }
  }

  tags = merge(var.tags, { Name = var.name })
}

resource "aws_cloudfront_origin_request_policy" "api" {
  count = var.api != null ? 1 : 0

  comment = "${var.name}: what reaches the API"
  name    = "${var.name}-api"

  cookies_config {
    cookie_behavior = var.api.cookies ? "all" : "none"
  }

  headers_config {
    header_behavior = length(var.api.headers) == 0 ? "allExcept" : "whitelist"

    headers {
      items = length(var.api.headers) == 0 ? toset(["host"]) : var.api.headers
    }
  }

  query_strings_config {
    query_string_behavior = var.api.query_strings ? "all" : "none"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# Access to the bucket

resource "aws_s3_bucket_public_access_block" "this" {
  block_public_acls       = true
  block_public_policy     = true
  bucket                  = aws_s3_bucket.this.id
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_policy" "this" {
  bucket = aws_s3_bucket.this.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "TlsOnly"
        Effect    = "Deny"
        Principal = "*"
        Action    = "s3:*"
        Resource  = [aws_s3_bucket.this.arn, "${aws_s3_bucket.this.arn}/*"]
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
      },
      {
        Sid       = "Read"
        Effect    = "Allow"
        Principal = { Service = "cloudfront.amazonaws.com" }
        Condition = { StringEquals = { "AWS:SourceArn" = aws_cloudfront_distribution.this.arn } }
        Action    = "s3:GetObject"
        Resource  = "${aws_s3_bucket.this.arn}/*"
      },
      {
        Sid       = "MissingIs404"
        Effect    = "Allow"
        Principal = { Service = "cloudfront.amazonaws.com" }
        Condition = { StringEquals = { "AWS:SourceArn" = aws_cloudfront_distribution.this.arn } }
        Action    = "s3:ListBucket"
        Resource  = aws_s3_bucket.this.arn
      },
    ]
  })

  depends_on = [aws_s3_bucket_public_access_block.this]
}

# Logs

locals {
  creates_log_bucket = var.logs && var.log_bucket == null
}

# Keeps the name that it was made with: a bucket of another name would lose the logs in it.
resource "aws_s3_bucket" "logs" {
  #checkov:skip=CKV_AWS_18:A bucket of logs: to log the access to it takes another bucket, whose own access is not logged
  #checkov:skip=CKV_AWS_145:Logs of a public site; with SSE-S3 no key can go missing on which their delivery depends
  #checkov:skip=CKV_AWS_144:Logs are not part of the recovery; their loss with the region is accepted
  #checkov:skip=CKV2_AWS_62:Nothing acts on the arrival of a log file
  count = local.creates_log_bucket ? 1 : 0

  bucket        = "${var.name}-site-logs-${substr(sha1("${local.account_id}/${local.region}"), 0, 12)}"
  force_destroy = var.log_force_destroy

  tags = merge(var.tags, { Name = "${var.name}-site-logs" })

  lifecycle {
    ignore_changes = [bucket]
  }
}

resource "aws_s3_bucket_versioning" "logs" {
  count = local.creates_log_bucket ? 1 : 0

  bucket = one(aws_s3_bucket.logs[*].id)

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "logs" {
  count = local.creates_log_bucket ? 1 : 0

  bucket = one(aws_s3_bucket.logs[*].id)

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

resource "aws_s3_bucket_ownership_controls" "logs" {
  count = local.creates_log_bucket ? 1 : 0

  bucket = one(aws_s3_bucket.logs[*].id)

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

resource "aws_s3_bucket_public_access_block" "logs" {
  count = local.creates_log_bucket ? 1 : 0

  block_public_acls       = true
  block_public_policy     = true
  bucket                  = one(aws_s3_bucket.logs[*].id)
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_lifecycle_configuration" "logs" {
  count = local.creates_log_bucket ? 1 : 0

  bucket = one(aws_s3_bucket.logs[*].id)

  rule {
    id     = "expire"
    status = "Enabled"

    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }

    expiration {
      days = var.log_retention_days
    }

    filter {
      prefix = ""
    }

    noncurrent_version_expiration {
      noncurrent_days = 1
    }
  }
}

resource "aws_s3_bucket_policy" "logs" {
  count = local.creates_log_bucket ? 1 : 0

  bucket = one(aws_s3_bucket.logs[*].id)
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "TlsOnly"
        Effect    = "Deny"
        Principal = "*"
        Action    = "s3:*"
        Resource  = [one(aws_s3_bucket.logs[*].arn), "${one(aws_s3_bucket.logs[*].arn)}/*"]
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
      },
      {
        Sid       = "Delivery"
        Effect    = "Allow"
        Principal = { Service = "delivery.logs.amazonaws.com" }
        Action    = "s3:PutObject"
        Resource  = "${one(aws_s3_bucket.logs[*].arn)}/AWSLogs/${local.account_id}/CloudFront/*"
        Condition = {
          StringEquals = {
            "s3:x-amz-acl"      = "bucket-owner-full-control"
            "aws:SourceAccount" = local.account_id
          }
          ArnLike = {
            "aws:SourceArn" = "arn:${local.partition}:logs:us-east-1:${local.account_id}:delivery-source:*"
          }
        }
      },
    ]
  })

  depends_on = [aws_s3_bucket_public_access_block.logs]
}

resource "aws_cloudwatch_log_delivery_source" "this" {
  count = var.logs ? 1 : 0

  log_type     = "ACCESS_LOGS"
  name         = "${var.name}-site"
  resource_arn = aws_cloudfront_distribution.this.arn

  tags = merge(var.tags, { Name = "${var.name}-site" })

  lifecycle {
    precondition {
      condition = local.region == "us-east-1"
      error_message = join(" ", [
        "logs needs a provider of us-east-1, where CloudFront keeps its log deliveries and metrics,",
        "but this one's region is ${local.region}. Give the module a provider of us-east-1, or turn logs off.",
      ])
    }
  }
}

resource "aws_cloudwatch_log_delivery_destination" "this" {
  count = var.logs ? 1 : 0

  name          = "${var.name}-site-${var.log_format}"
  output_format = var.log_format

  delivery_destination_configuration {
    destination_resource_arn = var.log_bucket != null ? var.log_bucket.arn : one(aws_s3_bucket.logs[*].arn)
  }

  tags       = merge(var.tags, { Name = "${var.name}-site" })
  depends_on = [aws_s3_bucket_policy.logs]
}

resource "aws_cloudwatch_log_delivery" "this" {
  count = var.logs ? 1 : 0

  delivery_destination_arn = one(aws_cloudwatch_log_delivery_destination.this[*].arn)
  delivery_source_name     = one(aws_cloudwatch_log_delivery_source.this[*].name)

  tags = merge(var.tags, { Name = "${var.name}-site" })
}

# Replication

resource "aws_iam_role" "replication" {
  count = var.replica != null ? 1 : 0

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Action    = "sts:AssumeRole"
        Principal = { Service = "s3.amazonaws.com" }
        Condition = {
          StringEquals = { "aws:SourceAccount" = local.account_id }
          ArnLike      = { "aws:SourceArn" = aws_s3_bucket.this.arn }
        }
      },
    ]
  })
  description          = "Copies the files of ${var.name} to another region"
  name                 = "${var.name}-site-replication"
  permissions_boundary = var.permissions_boundary != null ? var.permissions_boundary.arn : null

  tags = merge(var.tags, { Name = "${var.name}-site-replication" })
}

resource "aws_iam_role_policy" "replication" {
  count = var.replica != null ? 1 : 0

  name = "replicate"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "Configuration"
        Effect   = "Allow"
        Action   = ["s3:GetReplicationConfiguration", "s3:ListBucket"]
        Resource = aws_s3_bucket.this.arn
      },
      {
        Sid    = "Originals"
        Effect = "Allow"
        Action = [
          "s3:GetObjectVersionForReplication",
          "s3:GetObjectVersionAcl",
          "s3:GetObjectVersionTagging",
        ]
        Resource = "${aws_s3_bucket.this.arn}/*"
      },
      {
        Sid      = "Copies"
        Effect   = "Allow"
        Action   = ["s3:ReplicateObject", "s3:ReplicateDelete", "s3:ReplicateTags"]
        Resource = "arn:${local.partition}:s3:::${var.replica.bucket_name}/*"
      },
    ]
  })
  role = one(aws_iam_role.replication[*].id)
}

resource "aws_s3_bucket_replication_configuration" "this" {
  count = var.replica != null ? 1 : 0

  bucket = aws_s3_bucket.this.id
  role   = one(aws_iam_role.replication[*].arn)

  rule {
    id       = "copy"
    priority = 1
    status   = "Enabled"

    delete_marker_replication {
      status = "Enabled"
    }

    destination {
      bucket = "arn:${local.partition}:s3:::${var.replica.bucket_name}"
    }

    filter {
      prefix = ""
    }
  }

  lifecycle {
    precondition {
      condition = var.replica.region != local.region
      error_message = join(" ", [
        "replica.region is ${local.region}, the region of the site's own bucket: a copy there is lost with it.",
        "Give a bucket in another region.",
      ])
    }
  }
  depends_on = [aws_s3_bucket_versioning.this, aws_iam_role_policy.replication]
}

# DNS records

resource "aws_route53_record" "this" {
  for_each = {
    for pair in setproduct(var.records != null ? var.aliases : [], var.ipv6 ? ["A", "AAAA"] : ["A"]) : "${pair[0]}/${pair[1]}" => {
      name = pair[0]
      type = pair[1]
    }
  }

  name    = each.value.name
  type    = each.value.type
  zone_id = var.records.zone_id

  alias {
    evaluate_target_health = false
    name                   = aws_cloudfront_distribution.this.domain_name
    zone_id                = aws_cloudfront_distribution.this.hosted_zone_id
  }
}

# Alarm

resource "aws_cloudwatch_metric_alarm" "server_errors" {
  count = var.alarms != null ? 1 : 0

  alarm_actions       = var.alarms.topic_arns
  alarm_description   = "${var.name}: the site or its API answers with errors of its own (5xx)"
  alarm_name          = "${var.name}-site-server-errors"
  comparison_operator = "GreaterThanOrEqualToThreshold"
  dimensions = {
    DistributionId = aws_cloudfront_distribution.this.id
    Region         = "Global"
  }
  evaluation_periods = 5
  metric_name        = "5xxErrorRate"
  namespace          = "AWS/CloudFront"
  ok_actions         = var.alarms.topic_arns
  period             = 60
  statistic          = "Average"
  threshold          = var.alarms.server_errors
  treat_missing_data = "notBreaching"

  tags = merge(var.tags, { Name = "${var.name}-site-server-errors" })

  lifecycle {
    precondition {
      condition = local.region == "us-east-1"
      error_message = join(" ", [
        "alarms needs a provider of us-east-1, where CloudFront keeps its log deliveries and metrics,",
        "but this one's region is ${local.region}. Give the module a provider of us-east-1, or turn alarms off.",
      ])
    }
  }
}

# Role that deploys

resource "aws_iam_role" "deploy" {
  count = var.deploy_role != null ? 1 : 0

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      try(var.deploy_role.oidc != null, false) ? [
        {
          Effect    = "Allow"
          Action    = "sts:AssumeRoleWithWebIdentity"
          Principal = { Federated = var.deploy_role.oidc.provider_arn }
          Condition = {
            StringEquals = {
              ("${split("oidc-provider/", var.deploy_role.oidc.provider_arn)[1]}:aud") = var.deploy_role.oidc.audience
            }
            StringLike = {
              ("${split("oidc-provider/", var.deploy_role.oidc.provider_arn)[1]}:sub") = var.deploy_role.oidc.subjects
            }
          }
        },
      ] : [],
      [for statement in [
        {
          Effect    = "Allow"
          Action    = "sts:AssumeRole"
          Principal = { AWS = var.deploy_role.role_arns }
        },
      ] : statement if length(var.deploy_role.role_arns) > 0],
    )
  })
  description          = "Deploys the site ${var.name}"
  name                 = "${var.name}-site-deploy"
  permissions_boundary = try(coalesce(var.deploy_role.permissions_boundary_arn), var.permissions_boundary.arn, null)

  tags = merge(var.tags, { Name = "${var.name}-site-deploy" })
}

resource "aws_iam_role_policy" "deploy" {
  count = var.deploy_role != null ? 1 : 0

  name = "deploy"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "Compare"
        Effect   = "Allow"
        Action   = "s3:ListBucket"
        Resource = aws_s3_bucket.this.arn
      },
      {
        Sid      = "Upload"
        Effect   = "Allow"
        Action   = ["s3:PutObject", "s3:DeleteObject", "s3:AbortMultipartUpload"]
        Resource = "${aws_s3_bucket.this.arn}/*"
      },
      {
        Sid      = "Invalidate"
        Effect   = "Allow"
        Action   = ["cloudfront:CreateInvalidation", "cloudfront:GetInvalidation"]
        Resource = aws_cloudfront_distribution.this.arn
      },
    ]
  })
  role = one(aws_iam_role.deploy[*].id)
}

# Values that AWS may have added since

check "known_replica" {
  assert {
    condition = (
      var.replica == null
      ? true
      : contains(
        [
          "af-south-1",
          "ap-east-1",
          "ap-east-2",
          "ap-northeast-1",
          "ap-northeast-2",
          "ap-northeast-3",
          "ap-south-1",
          "ap-south-2",
          "ap-southeast-1",
          "ap-southeast-2",
          "ap-southeast-3",
          "ap-southeast-4",
          "ap-southeast-5",
          "ap-southeast-6",
          "ap-southeast-7",
          "ca-central-1",
          "ca-west-1",
          "eu-central-1",
          "eu-central-2",
          "eu-north-1",
          "eu-south-1",
          "eu-south-2",
          "eu-west-1",
          "eu-west-2",
          "eu-west-3",
          "il-central-1",
          "me-central-1",
          "me-south-1",
          "me-west-1",
          "mx-central-1",
          "sa-east-1",
          "sa-west-1",
          "us-east-1",
          "us-east-2",
          "us-west-1",
          "us-west-2",
          "cn-north-1",
          "cn-northwest-1",
          "eusc-de-east-1",
          "us-gov-east-1",
          "us-gov-west-1",
        ],
        var.replica.region,
      )
    )
    error_message = "replica.region is not a region that AWS had on 2026-10-20; it may have come since, or be a mistake."
  }
}
