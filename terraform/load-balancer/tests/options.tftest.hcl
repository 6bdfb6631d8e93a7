# What the load balancer makes for its options, planned with a mocked provider.

mock_provider "aws" {
  mock_data "aws_partition" {
    defaults = { partition = "aws", dns_suffix = "amazonaws.com" }
  }

  mock_data "aws_region" {
    defaults = { id = "us-east-1" }
  }

  mock_data "aws_caller_identity" {
    defaults = { account_id = "123456789012" }
  }
}

variables {
  name            = "nimbus"
  vpc_id          = "vpc-0a1b2c3d4e5f60718"
  subnet_ids      = ["subnet-0a1b2c3d4e5f60718", "subnet-18070f6e5d4c3b2a1"]
  certificate_arn = "arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000000"
}

run "by_itself" {
  command = plan

  assert {
    condition     = { for client, rule in aws_vpc_security_group_ingress_rule.https : client => rule.cidr_ipv4 } == { cidr-everyone-ipv4 = "0.0.0.0/0" }
    error_message = "An internet-facing load balancer is open to everyone."
  }

  assert {
    condition     = keys(aws_vpc_security_group_ingress_rule.http) == ["cidr-everyone-ipv4"] && aws_lb_listener.http[0].default_action[0].redirect[0].status_code == "HTTP_301"
    error_message = "Port 80 is open too, and redirects for good."
  }

  assert {
    condition     = length(aws_vpc_security_group_egress_rule.target) == 0 && length(aws_vpc_security_group_egress_rule.https) == 0
    error_message = "There is no way out."
  }

  assert {
    condition     = aws_lb.this.enable_deletion_protection && aws_lb.this.drop_invalid_header_fields && aws_lb.this.enable_zonal_shift
    error_message = "The load balancer is protected."
  }

  assert {
    condition     = aws_lb.this.idle_timeout == 30 && aws_lb.this.client_keep_alive == 180
    error_message = "Connections do not outlive a change for long."
  }

  assert {
    condition     = aws_lb_listener.https.ssl_policy == "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09"
    error_message = "TLS is 1.2 or 1.3."
  }

  assert {
    condition     = aws_lb_listener.https.default_action[0].fixed_response[0].status_code == "404"
    error_message = "A request that no rule matches is not found."
  }

  assert {
    condition = [
      aws_lb_listener.https.routing_http_response_strict_transport_security_header_value,
      aws_lb_listener.https.routing_http_response_x_content_type_options_header_value,
      aws_lb_listener.https.routing_http_response_x_frame_options_header_value,
    ] == ["max-age=31536000; includeSubDomains", "nosniff", "DENY"]
    error_message = "Every response has the security headers."
  }

  assert {
    condition     = !aws_lb_listener.https.routing_http_response_server_enabled && !aws_lb_listener.http[0].routing_http_response_server_enabled
    error_message = "No response names the load balancer."
  }

  assert {
    condition     = aws_lb.this.access_logs[0].enabled && !aws_lb.this.connection_logs[0].enabled && aws_s3_bucket.logs[0].bucket == "nimbus-alb-logs-4c5ad69bfb3f"
    error_message = "Requests are logged to the module's own bucket."
  }

  assert {
    condition     = aws_s3_bucket_lifecycle_configuration.logs[0].rule[0].expiration[0].days == 365
    error_message = "Logs are kept for a year."
  }

  assert {
    condition     = length(aws_lb_listener.https.mutual_authentication) == 0 && length(aws_lb.this.minimum_load_balancer_capacity) == 0 && length(aws_wafv2_web_acl_association.this) == 0
    error_message = "What costs or locks out is off."
  }
}

run "internal" {
  command = plan

  variables {
    internal = true
  }

  assert {
    condition     = aws_lb.this.internal && length(aws_vpc_security_group_ingress_rule.https) == 0
    error_message = "An internal load balancer is open to nobody by itself."
  }
}

run "dualstack" {
  command = plan

  variables {
    ip_address_type = "dualstack"
  }

  assert {
    condition     = aws_vpc_security_group_ingress_rule.https["cidr-everyone-ipv4"].cidr_ipv6 == null && aws_vpc_security_group_ingress_rule.https["cidr-everyone-ipv6"].cidr_ipv6 == "::/0"
    error_message = "Everyone has addresses of both families."
  }
}

run "ipv6_clients_only" {
  command = plan

  variables {
    ip_address_type = "dualstack-without-public-ipv4"
  }

  assert {
    condition     = keys(aws_vpc_security_group_ingress_rule.https) == ["cidr-everyone-ipv6"]
    error_message = "There is no public IPv4 address to open."
  }
}

run "named_clients" {
  command = plan

  variables {
    allowed_cidrs           = { office = "203.0.113.0/24", office-ipv6 = "2001:db8::/32" }
    allowed_prefix_lists    = { cloudfront = "pl-3b927c52" }
    allowed_security_groups = { bastion = "sg-0a1b2c3d4e5f60718" }
  }

  assert {
    condition     = keys(aws_vpc_security_group_ingress_rule.https) == ["cidr-office", "cidr-office-ipv6", "prefix-list-cloudfront", "security-group-bastion"]
    error_message = "Each client has a rule of its own."
  }

  assert {
    condition = (
      aws_vpc_security_group_ingress_rule.https["cidr-office"].cidr_ipv4 == "203.0.113.0/24" &&
      aws_vpc_security_group_ingress_rule.https["cidr-office-ipv6"].cidr_ipv6 == "2001:db8::/32" &&
      aws_vpc_security_group_ingress_rule.https["prefix-list-cloudfront"].prefix_list_id == "pl-3b927c52" &&
      aws_vpc_security_group_ingress_rule.https["security-group-bastion"].referenced_security_group_id == "sg-0a1b2c3d4e5f60718"
    )
    error_message = "Each rule lets in what it is named after."
  }
}

run "only_cloudfront" {
  command = plan

  variables {
    allowed_prefix_lists = { cloudfront = "pl-3b927c52" }
  }

  assert {
    condition     = keys(aws_vpc_security_group_ingress_rule.https) == ["prefix-list-cloudfront"]
    error_message = "Naming a client closes the load balancer to everyone else."
  }
}

run "open_to_nobody" {
  command = plan

  variables {
    allowed_cidrs = {}
  }

  assert {
    condition     = length(aws_vpc_security_group_ingress_rule.https) == 0 && length(aws_vpc_security_group_ingress_rule.http) == 0
    error_message = "An empty map is not everyone."
  }
}

run "targets" {
  command = plan

  variables {
    targets = {
      web    = { security_group_id = "sg-0a1b2c3d4e5f60718", port = 3000 }
      worker = { security_group_id = "sg-18070f6e5d4c3b2a1", port = 8080 }
    }
  }

  assert {
    condition     = { for name, rule in aws_vpc_security_group_egress_rule.target : name => rule.to_port } == { web = 3000, worker = 8080 }
    error_message = "Each target is a way out, on one port."
  }
}

run "sign_in" {
  command = plan

  variables {
    https_egress = true
  }

  assert {
    condition     = aws_vpc_security_group_egress_rule.https[0].to_port == 443 && aws_vpc_security_group_egress_rule.https[0].cidr_ipv4 == "0.0.0.0/0"
    error_message = "The tokens of users come from Cognito."
  }
}

run "without_redirect" {
  command = plan

  variables {
    redirect_http = false
  }

  assert {
    condition     = length(aws_lb_listener.http) == 0 && length(aws_vpc_security_group_ingress_rule.http) == 0 && output.http_listener_arn == null
    error_message = "Port 80 is closed."
  }
}

run "further_certificates" {
  command = plan

  variables {
    certificates = {
      shop   = "arn:aws:acm:us-east-1:123456789012:certificate/11111111-1111-1111-1111-111111111111"
      legacy = "arn:aws:iam::123456789012:server-certificate/legacy"
    }
  }

  assert {
    condition     = toset(keys(aws_lb_listener_certificate.this)) == toset(["shop", "legacy"])
    error_message = "The listener has all certificates; one of IAM has no region."
  }
}

run "refuses_a_certificate_of_another_region" {
  command = plan

  variables {
    certificate_arn = "arn:aws:acm:us-west-2:123456789012:certificate/00000000-0000-0000-0000-000000000000"
  }

  expect_failures = [var.certificate_arn]
}

run "refuses_a_further_certificate_of_another_region" {
  command = plan

  variables {
    certificates = { shop = "arn:aws:acm:us-west-2:123456789012:certificate/11111111-1111-1111-1111-111111111111" }
  }

  expect_failures = [var.certificates]
}

run "mutual_tls" {
  command = plan

  variables {
    mutual_tls = { trust_store_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:truststore/clients/73e2d6bc24d8a067" }
  }

  assert {
    condition     = aws_lb_listener.https.mutual_authentication[0].mode == "verify" && aws_lb_listener.https.mutual_authentication[0].trust_store_arn == var.mutual_tls.trust_store_arn
    error_message = "Clients need a certificate."
  }

  assert {
    condition     = !aws_lb_listener.https.mutual_authentication[0].ignore_client_certificate_expiry && aws_lb_listener.https.mutual_authentication[0].advertise_trust_store_ca_names == "off"
    error_message = "Expired certificates are refused, and nothing is told about the authorities."
  }
}

run "refuses_a_trust_store_of_another_region" {
  command = plan

  variables {
    mutual_tls = { trust_store_arn = "arn:aws:elasticloadbalancing:us-west-2:123456789012:truststore/clients/73e2d6bc24d8a067" }
  }

  expect_failures = [var.mutual_tls]
}

run "web_acl" {
  command = plan

  variables {
    web_acl = { arn = "arn:aws:wafv2:us-east-1:123456789012:regional/webacl/nimbus/00000000-0000-0000-0000-000000000000" }
  }

  assert {
    condition     = aws_wafv2_web_acl_association.this[0].web_acl_arn == var.web_acl.arn
    error_message = "The web ACL inspects the requests."
  }
}

run "refuses_a_web_acl_of_another_region" {
  command = plan

  variables {
    web_acl = { arn = "arn:aws:wafv2:us-west-2:123456789012:regional/webacl/nimbus/00000000-0000-0000-0000-000000000000" }
  }

  expect_failures = [var.web_acl]
}

run "headers_left_to_the_targets" {
  command = plan

  variables {
    strict_transport_security = ""
    content_type_nosniff      = false
    frame_options             = "none"
    server_header             = true
  }

  assert {
    condition = [
      aws_lb_listener.https.routing_http_response_strict_transport_security_header_value,
      aws_lb_listener.https.routing_http_response_x_content_type_options_header_value,
      aws_lb_listener.https.routing_http_response_x_frame_options_header_value,
      aws_lb_listener.https.routing_http_response_access_control_allow_origin_header_value,
    ] == ["", "", "", ""]
    error_message = "A header that is turned off is taken away."
  }
}

run "cors" {
  command = plan

  variables {
    cors = { allow_origin = "https://example.com", allow_headers = ["Authorization", "X-Trace"], allow_credentials = true }
  }

  assert {
    condition = [
      aws_lb_listener.https.routing_http_response_access_control_allow_origin_header_value,
      aws_lb_listener.https.routing_http_response_access_control_allow_methods_header_value,
      aws_lb_listener.https.routing_http_response_access_control_allow_headers_header_value,
      aws_lb_listener.https.routing_http_response_access_control_expose_headers_header_value,
      aws_lb_listener.https.routing_http_response_access_control_allow_credentials_header_value,
      aws_lb_listener.https.routing_http_response_access_control_max_age_header_value,
    ] == ["https://example.com", "GET,HEAD,OPTIONS", "Authorization,X-Trace", "", "true", "3600"]
    error_message = "Every response has the CORS headers."
  }
}

run "another_default_answer" {
  command = plan

  variables {
    default_status_code  = "503"
    default_content_type = "application/json"
    default_body         = "{\"error\":\"down\"}"
  }

  assert {
    condition     = aws_lb_listener.https.default_action[0].fixed_response[0].message_body == "{\"error\":\"down\"}"
    error_message = "The answer is the caller's."
  }
}

run "reserved_capacity" {
  command = plan

  variables {
    minimum_capacity = { units = 500 }
  }

  assert {
    condition     = aws_lb.this.minimum_load_balancer_capacity[0].capacity_units == 500
    error_message = "Capacity is kept ready."
  }
}

run "without_logs" {
  command = plan

  variables {
    access_logs = false
  }

  assert {
    condition     = !aws_lb.this.access_logs[0].enabled && length(aws_s3_bucket.logs) == 0 && output.log_bucket_name == null
    error_message = "There is no bucket."
  }
}

run "connection_logs" {
  command = plan

  variables {
    connection_logs = true
  }

  assert {
    condition     = aws_lb.this.connection_logs[0].enabled && aws_lb.this.connection_logs[0].prefix != aws_lb.this.access_logs[0].prefix
    error_message = "The two kinds of logs are in folders of their own."
  }
}

run "bucket_of_the_caller" {
  command = plan

  variables {
    log_bucket      = { name = "nimbus-logs", access_prefix = "nimbus/requests" }
    connection_logs = true
  }

  assert {
    condition     = aws_lb.this.access_logs[0].bucket == "nimbus-logs" && aws_lb.this.access_logs[0].prefix == "nimbus/requests" && aws_lb.this.connection_logs[0].prefix == "connection"
    error_message = "Logs go to the given bucket and folder."
  }

  assert {
    condition     = length(aws_s3_bucket.logs) == 0
    error_message = "No second bucket is made."
  }
}

run "a_development_load_balancer" {
  command = plan

  variables {
    deletion_protection = false
    log_force_destroy   = true
    log_retention_days  = 7
    zonal_shift         = false
  }

  assert {
    condition     = !aws_lb.this.enable_deletion_protection && aws_s3_bucket.logs[0].force_destroy && aws_s3_bucket_lifecycle_configuration.logs[0].rule[0].expiration[0].days == 7
    error_message = "It can be thrown away."
  }
}

run "sensitive_clients" {
  command = plan

  variables {
    allowed_cidrs           = { office = sensitive("203.0.113.0/24") }
    allowed_security_groups = { jump = sensitive("sg-0a1b2c3d") }
  }

  assert {
    condition     = length(aws_vpc_security_group_ingress_rule.https) == 2
    error_message = "A block that nobody is to see is a client like any other."
  }
}

run "refuses_two_clients_that_are_one_for_aws" {
  command = plan

  variables {
    allowed_cidrs = { office = "10.0.0.0/8", headquarters = "10.0.0.0/8" }
  }

  expect_failures = [terraform_data.client_turns]
}
