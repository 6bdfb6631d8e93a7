# Every validation of the firewall module refuses a bad value. Generated: see the construct's inputs.

mock_provider "aws" {
  mock_data "aws_caller_identity" {
    defaults = { account_id = "123456789012" }
  }

  mock_data "aws_partition" {
    defaults = { partition = "aws", dns_suffix = "amazonaws.com" }
  }

  mock_data "aws_region" {
    defaults = { id = "us-east-1" }
  }

  mock_data "aws_vpc_endpoint_service" {
    defaults = { availability_zones = ["us-east-1a", "us-east-1b", "us-east-1c"] }
  }
}

variables {
  name        = "nimbus-production"
  rate_limits = { each-client = { priority = 0, limit = 2000 }, login = { priority = 1, limit = 20, window = 60, paths = ["/login", "/api/auth/*"], methods = ["POST"] } }
}

run "refuses_1" {
  command = plan

  variables {
    # name must be 3 to 64 lower-case letters, digits and hyphens, beginning with a letter and not ending with a hyphen
    name = "Nimbus_Production"

    # scope must be one of regional, cloudfront
    scope = "none-of-these"

    # default_action must be one of allow, block
    default_action = "none-of-these"

    # body_inspection must be one of 16, 32, 48, 64
    body_inspection = -1

    # tags keys must be letters, digits, spaces and _ . : / = + - @
    tags = { "Cost$" = "production" }

    # common.rule_actions keys must be the names of rules of the group, such as SizeRestrictions_BODY
    common = { rule_actions = { "Size Restrictions" = "count" } }

    # known_bad_inputs.rule_actions keys must be the names of rules of the group, such as SizeRestrictions_BODY
    known_bad_inputs = { rule_actions = { "Size Restrictions" = "count" } }

    # sql_database.rule_actions keys must be the names of rules of the group, such as SizeRestrictions_BODY
    sql_database = { rule_actions = { "Size Restrictions" = "count" } }

    # linux.rule_actions keys must be the names of rules of the group, such as SizeRestrictions_BODY
    linux = { rule_actions = { "Size Restrictions" = "count" } }

    # ip_reputation.rule_actions keys must be the names of rules of the group, such as SizeRestrictions_BODY
    ip_reputation = { rule_actions = { "Size Restrictions" = "count" } }

    # anonymous_ip.rule_actions keys must be the names of rules of the group, such as SizeRestrictions_BODY
    anonymous_ip = { rule_actions = { "Size Restrictions" = "count" } }

    # managed_groups keys must be 1 to 40 lower-case letters, digits and hyphens
    managed_groups = { "Log In" = { priority = 0, name = "AWSManagedRulesPHPRuleSet", capacity = 1 } }

    # rule_groups keys must be 1 to 40 lower-case letters, digits and hyphens
    rule_groups = { "Log In" = { priority = 0, arn = "arn:aws:wafv2:us-east-1:123456789012:regional/rulegroup/nimbus/00000000-0000-0000-0000-000000000000", capacity = 1 } }

    # internal_paths must have 0 to 10 items
    internal_paths = ["/metrics", "/metrics", "/metrics", "/metrics", "/metrics", "/metrics", "/metrics", "/metrics", "/metrics", "/metrics", "/metrics"]

    # internal_path_cidrs[*] must not be null
    internal_path_cidrs = [null]

    # internal_path_status must be one of 404, 403
    internal_path_status = -1

    # block_list[*] must not be null
    block_list = [null]

    # allow_list[*] must not be null
    allow_list = [null]

    # forwarded_ip.header must be the name of a header
    forwarded_ip = { header = "a b" }

    # geo must name 1 to 50 countries, the most that one rule of AWS WAF takes
    geo = { mode = "allow", countries = [] }

    # rate_limits keys must be 1 to 40 lower-case letters, digits and hyphens
    rate_limits = { "Log In" = { priority = 0, limit = 10 } }

    # block_status must be one of 400, 401, 403, 404, 405, 408, 409, 411, 412, 413, 414, 415, 416, 421, 429, 500, 501, 502, 503, 504, 505
    block_status = -1

    # block_response_body must be a key of custom_response_bodies
    block_response_body = "sorry"

    # log_destination.arn must be the ARN of a bucket, a Firehose stream or a log group whose name begins with aws-waf-logs-
    log_destination = { arn = "arn:aws:s3:::nimbus-logs" }

    # log_filter must be one of all, matched, blocked
    log_filter = "none-of-these"

    # log_retention_days must be one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653
    log_retention_days = -1

    # log_kms_key.arn must be an ARN of kms
    log_kms_key = { arn = "not-an-arn" }

    # redacted_headers[*] must not be null
    redacted_headers = [null]

    # alarms.topic_arns must have 1 to 5 items
    alarms = { topic_arns = [] }
  }

  expect_failures = [
    var.name,
    var.scope,
    var.default_action,
    var.body_inspection,
    var.tags,
    var.common,
    var.known_bad_inputs,
    var.sql_database,
    var.linux,
    var.ip_reputation,
    var.anonymous_ip,
    var.managed_groups,
    var.rule_groups,
    var.internal_paths,
    var.internal_path_cidrs,
    var.internal_path_status,
    var.block_list,
    var.allow_list,
    var.forwarded_ip,
    var.geo,
    var.rate_limits,
    var.block_status,
    var.block_response_body,
    var.log_destination,
    var.log_filter,
    var.log_retention_days,
    var.log_kms_key,
    var.redacted_headers,
    var.alarms,
  ]
}

run "refuses_2" {
  command = plan

  variables {
    # capacity_limit must be between 1 and 5000 WCU
    capacity_limit = 5001

    # protected_resources keys must be 1 to 40 lower-case letters, digits and hyphens
    protected_resources = { "Log In" = "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/nimbus/0a1b2c3d4e5f6a7b" }

    # tags must not have keys of more than 128 characters
    tags = { kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk = "a" }

    # internal_path_cidrs[*] must be an IPv4 or IPv6 CIDR block that begins with its network address, and not all addresses (/0); one address is a block of /32 or /128
    internal_path_cidrs = ["0.0.0.0/0"]

    # block_list[*] must be an IPv4 or IPv6 CIDR block that begins with its network address, and not all addresses (/0); one address is a block of /32 or /128
    block_list = ["0.0.0.0/0"]

    # allow_list[*] must be an IPv4 or IPv6 CIDR block that begins with its network address, and not all addresses (/0); one address is a block of /32 or /128
    allow_list = ["0.0.0.0/0"]

    # log_destination.arn must be of region <data.aws_region.current.id>, as the module's provider is: give one that was made there
    log_destination = { arn = "arn:aws-cn:s3:::aws-waf-logs-nimbus" }

    # log_kms_key.arn must have 1 to 2048 characters
    log_kms_key = { arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }

    # redacted_headers[*] must be names of headers in lower case, as AWS WAF keeps them
    redacted_headers = ["X Header"]

    # alarms.topic_arns[*] must not be null
    alarms = { topic_arns = [null] }
  }

  expect_failures = [
    var.capacity_limit,
    var.protected_resources,
    var.tags,
    var.internal_path_cidrs,
    var.block_list,
    var.allow_list,
    var.log_destination,
    var.log_kms_key,
    var.redacted_headers,
    var.alarms,
  ]
}

run "refuses_3" {
  command = plan

  variables {
    # capacity_limit must be a whole number
    capacity_limit = 1.5

    # protected_resources[*] must not be null
    protected_resources = { login = null }

    # tags must not be more than 49: AWS takes 50 for a resource, and each gets a Name
    tags = { team-0 = "a", team-1 = "a", team-2 = "a", team-3 = "a", team-4 = "a", team-5 = "a", team-6 = "a", team-7 = "a", team-8 = "a", team-9 = "a", team-10 = "a", team-11 = "a", team-12 = "a", team-13 = "a", team-14 = "a", team-15 = "a", team-16 = "a", team-17 = "a", team-18 = "a", team-19 = "a", team-20 = "a", team-21 = "a", team-22 = "a", team-23 = "a", team-24 = "a", team-25 = "a", team-26 = "a", team-27 = "a", team-28 = "a", team-29 = "a", team-30 = "a", team-31 = "a", team-32 = "a", team-33 = "a", team-34 = "a", team-35 = "a", team-36 = "a", team-37 = "a", team-38 = "a", team-39 = "a", team-40 = "a", team-41 = "a", team-42 = "a", team-43 = "a", team-44 = "a", team-45 = "a", team-46 = "a", team-47 = "a", team-48 = "a", team-49 = "a" }

    # log_destination is given, but logs is false; set it, or leave the destination out
    logs            = false
    log_destination = { arn = "arn:aws:s3:::aws-waf-logs-nimbus" }

    # log_kms_key.arn must be of region <data.aws_region.current.id>, as the module's provider is: give one that was made there
    log_kms_key = { arn = "arn:aws:kms:af-south-1:123456789012:key/00000000-0000-0000-0000-000000000000" }

    # alarms.topic_arns[*] must be an ARN of sns
    alarms = { topic_arns = ["not-an-arn"] }
  }

  expect_failures = [
    var.capacity_limit,
    var.protected_resources,
    var.tags,
    var.log_destination,
    var.log_kms_key,
    var.alarms,
  ]
}

run "refuses_4" {
  command = plan

  variables {
    # capacity_limit is less than the WCU that the rules take; turn groups or rate limits off, or raise it (5000 at most, above 1500 AWS bills more)
    capacity_limit = 1000

    # protected_resources[*] must be the ARN of a load balancer, a user pool, or a stage, API or instance that AWS WAF protects
    protected_resources = { login = "nimbus-alb" }

    # tags must not have keys that begin with aws:, which AWS keeps for itself
    tags = { "aws:team" = "a" }

    # alarms.topic_arns[*] must have 1 to 2048 characters
    alarms = { topic_arns = ["xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"] }
  }

  expect_failures = [
    var.capacity_limit,
    var.protected_resources,
    var.tags,
    var.alarms,
  ]
}

run "refuses_5" {
  command = plan

  variables {
    # protected_resources[*] must be of region <data.aws_region.current.id> and account <data.aws_caller_identity.current.account_id>, as the module's provider is: give one that was made there
    protected_resources = { login = "arn:aws:elasticloadbalancing:af-south-1:123456789012:loadbalancer/app/nimbus/0a1b2c3d4e5f6a7b" }

    # tags must not have keys that differ in case only, from one another or from Name: IAM takes them for one
    tags = { Team = "a", team = "b" }

    # common.rule_actions must be at most 100, which is what AWS WAF takes for one group
    common = { rule_actions = { Rule0 = "count", Rule1 = "count", Rule2 = "count", Rule3 = "count", Rule4 = "count", Rule5 = "count", Rule6 = "count", Rule7 = "count", Rule8 = "count", Rule9 = "count", Rule10 = "count", Rule11 = "count", Rule12 = "count", Rule13 = "count", Rule14 = "count", Rule15 = "count", Rule16 = "count", Rule17 = "count", Rule18 = "count", Rule19 = "count", Rule20 = "count", Rule21 = "count", Rule22 = "count", Rule23 = "count", Rule24 = "count", Rule25 = "count", Rule26 = "count", Rule27 = "count", Rule28 = "count", Rule29 = "count", Rule30 = "count", Rule31 = "count", Rule32 = "count", Rule33 = "count", Rule34 = "count", Rule35 = "count", Rule36 = "count", Rule37 = "count", Rule38 = "count", Rule39 = "count", Rule40 = "count", Rule41 = "count", Rule42 = "count", Rule43 = "count", Rule44 = "count", Rule45 = "count", Rule46 = "count", Rule47 = "count", Rule48 = "count", Rule49 = "count", Rule50 = "count", Rule51 = "count", Rule52 = "count", Rule53 = "count", Rule54 = "count", Rule55 = "count", Rule56 = "count", Rule57 = "count", Rule58 = "count", Rule59 = "count", Rule60 = "count", Rule61 = "count", Rule62 = "count", Rule63 = "count", Rule64 = "count", Rule65 = "count", Rule66 = "count", Rule67 = "count", Rule68 = "count", Rule69 = "count", Rule70 = "count", Rule71 = "count", Rule72 = "count", Rule73 = "count", Rule74 = "count", Rule75 = "count", Rule76 = "count", Rule77 = "count", Rule78 = "count", Rule79 = "count", Rule80 = "count", Rule81 = "count", Rule82 = "count", Rule83 = "count", Rule84 = "count", Rule85 = "count", Rule86 = "count", Rule87 = "count", Rule88 = "count", Rule89 = "count", Rule90 = "count", Rule91 = "count", Rule92 = "count", Rule93 = "count", Rule94 = "count", Rule95 = "count", Rule96 = "count", Rule97 = "count", Rule98 = "count", Rule99 = "count", Rule100 = "count" } }

    # known_bad_inputs.rule_actions must be at most 100, which is what AWS WAF takes for one group
    known_bad_inputs = { rule_actions = { Rule0 = "count", Rule1 = "count", Rule2 = "count", Rule3 = "count", Rule4 = "count", Rule5 = "count", Rule6 = "count", Rule7 = "count", Rule8 = "count", Rule9 = "count", Rule10 = "count", Rule11 = "count", Rule12 = "count", Rule13 = "count", Rule14 = "count", Rule15 = "count", Rule16 = "count", Rule17 = "count", Rule18 = "count", Rule19 = "count", Rule20 = "count", Rule21 = "count", Rule22 = "count", Rule23 = "count", Rule24 = "count", Rule25 = "count", Rule26 = "count", Rule27 = "count", Rule28 = "count", Rule29 = "count", Rule30 = "count", Rule31 = "count", Rule32 = "count", Rule33 = "count", Rule34 = "count", Rule35 = "count", Rule36 = "count", Rule37 = "count", Rule38 = "count", Rule39 = "count", Rule40 = "count", Rule41 = "count", Rule42 = "count", Rule43 = "count", Rule44 = "count", Rule45 = "count", Rule46 = "count", Rule47 = "count", Rule48 = "count", Rule49 = "count", Rule50 = "count", Rule51 = "count", Rule52 = "count", Rule53 = "count", Rule54 = "count", Rule55 = "count", Rule56 = "count", Rule57 = "count", Rule58 = "count", Rule59 = "count", Rule60 = "count", Rule61 = "count", Rule62 = "count", Rule63 = "count", Rule64 = "count", Rule65 = "count", Rule66 = "count", Rule67 = "count", Rule68 = "count", Rule69 = "count", Rule70 = "count", Rule71 = "count", Rule72 = "count", Rule73 = "count", Rule74 = "count", Rule75 = "count", Rule76 = "count", Rule77 = "count", Rule78 = "count", Rule79 = "count", Rule80 = "count", Rule81 = "count", Rule82 = "count", Rule83 = "count", Rule84 = "count", Rule85 = "count", Rule86 = "count", Rule87 = "count", Rule88 = "count", Rule89 = "count", Rule90 = "count", Rule91 = "count", Rule92 = "count", Rule93 = "count", Rule94 = "count", Rule95 = "count", Rule96 = "count", Rule97 = "count", Rule98 = "count", Rule99 = "count", Rule100 = "count" } }

    # sql_database.rule_actions must be at most 100, which is what AWS WAF takes for one group
    sql_database = { rule_actions = { Rule0 = "count", Rule1 = "count", Rule2 = "count", Rule3 = "count", Rule4 = "count", Rule5 = "count", Rule6 = "count", Rule7 = "count", Rule8 = "count", Rule9 = "count", Rule10 = "count", Rule11 = "count", Rule12 = "count", Rule13 = "count", Rule14 = "count", Rule15 = "count", Rule16 = "count", Rule17 = "count", Rule18 = "count", Rule19 = "count", Rule20 = "count", Rule21 = "count", Rule22 = "count", Rule23 = "count", Rule24 = "count", Rule25 = "count", Rule26 = "count", Rule27 = "count", Rule28 = "count", Rule29 = "count", Rule30 = "count", Rule31 = "count", Rule32 = "count", Rule33 = "count", Rule34 = "count", Rule35 = "count", Rule36 = "count", Rule37 = "count", Rule38 = "count", Rule39 = "count", Rule40 = "count", Rule41 = "count", Rule42 = "count", Rule43 = "count", Rule44 = "count", Rule45 = "count", Rule46 = "count", Rule47 = "count", Rule48 = "count", Rule49 = "count", Rule50 = "count", Rule51 = "count", Rule52 = "count", Rule53 = "count", Rule54 = "count", Rule55 = "count", Rule56 = "count", Rule57 = "count", Rule58 = "count", Rule59 = "count", Rule60 = "count", Rule61 = "count", Rule62 = "count", Rule63 = "count", Rule64 = "count", Rule65 = "count", Rule66 = "count", Rule67 = "count", Rule68 = "count", Rule69 = "count", Rule70 = "count", Rule71 = "count", Rule72 = "count", Rule73 = "count", Rule74 = "count", Rule75 = "count", Rule76 = "count", Rule77 = "count", Rule78 = "count", Rule79 = "count", Rule80 = "count", Rule81 = "count", Rule82 = "count", Rule83 = "count", Rule84 = "count", Rule85 = "count", Rule86 = "count", Rule87 = "count", Rule88 = "count", Rule89 = "count", Rule90 = "count", Rule91 = "count", Rule92 = "count", Rule93 = "count", Rule94 = "count", Rule95 = "count", Rule96 = "count", Rule97 = "count", Rule98 = "count", Rule99 = "count", Rule100 = "count" } }

    # linux.rule_actions must be at most 100, which is what AWS WAF takes for one group
    linux = { rule_actions = { Rule0 = "count", Rule1 = "count", Rule2 = "count", Rule3 = "count", Rule4 = "count", Rule5 = "count", Rule6 = "count", Rule7 = "count", Rule8 = "count", Rule9 = "count", Rule10 = "count", Rule11 = "count", Rule12 = "count", Rule13 = "count", Rule14 = "count", Rule15 = "count", Rule16 = "count", Rule17 = "count", Rule18 = "count", Rule19 = "count", Rule20 = "count", Rule21 = "count", Rule22 = "count", Rule23 = "count", Rule24 = "count", Rule25 = "count", Rule26 = "count", Rule27 = "count", Rule28 = "count", Rule29 = "count", Rule30 = "count", Rule31 = "count", Rule32 = "count", Rule33 = "count", Rule34 = "count", Rule35 = "count", Rule36 = "count", Rule37 = "count", Rule38 = "count", Rule39 = "count", Rule40 = "count", Rule41 = "count", Rule42 = "count", Rule43 = "count", Rule44 = "count", Rule45 = "count", Rule46 = "count", Rule47 = "count", Rule48 = "count", Rule49 = "count", Rule50 = "count", Rule51 = "count", Rule52 = "count", Rule53 = "count", Rule54 = "count", Rule55 = "count", Rule56 = "count", Rule57 = "count", Rule58 = "count", Rule59 = "count", Rule60 = "count", Rule61 = "count", Rule62 = "count", Rule63 = "count", Rule64 = "count", Rule65 = "count", Rule66 = "count", Rule67 = "count", Rule68 = "count", Rule69 = "count", Rule70 = "count", Rule71 = "count", Rule72 = "count", Rule73 = "count", Rule74 = "count", Rule75 = "count", Rule76 = "count", Rule77 = "count", Rule78 = "count", Rule79 = "count", Rule80 = "count", Rule81 = "count", Rule82 = "count", Rule83 = "count", Rule84 = "count", Rule85 = "count", Rule86 = "count", Rule87 = "count", Rule88 = "count", Rule89 = "count", Rule90 = "count", Rule91 = "count", Rule92 = "count", Rule93 = "count", Rule94 = "count", Rule95 = "count", Rule96 = "count", Rule97 = "count", Rule98 = "count", Rule99 = "count", Rule100 = "count" } }

    # ip_reputation.rule_actions must be at most 100, which is what AWS WAF takes for one group
    ip_reputation = { rule_actions = { Rule0 = "count", Rule1 = "count", Rule2 = "count", Rule3 = "count", Rule4 = "count", Rule5 = "count", Rule6 = "count", Rule7 = "count", Rule8 = "count", Rule9 = "count", Rule10 = "count", Rule11 = "count", Rule12 = "count", Rule13 = "count", Rule14 = "count", Rule15 = "count", Rule16 = "count", Rule17 = "count", Rule18 = "count", Rule19 = "count", Rule20 = "count", Rule21 = "count", Rule22 = "count", Rule23 = "count", Rule24 = "count", Rule25 = "count", Rule26 = "count", Rule27 = "count", Rule28 = "count", Rule29 = "count", Rule30 = "count", Rule31 = "count", Rule32 = "count", Rule33 = "count", Rule34 = "count", Rule35 = "count", Rule36 = "count", Rule37 = "count", Rule38 = "count", Rule39 = "count", Rule40 = "count", Rule41 = "count", Rule42 = "count", Rule43 = "count", Rule44 = "count", Rule45 = "count", Rule46 = "count", Rule47 = "count", Rule48 = "count", Rule49 = "count", Rule50 = "count", Rule51 = "count", Rule52 = "count", Rule53 = "count", Rule54 = "count", Rule55 = "count", Rule56 = "count", Rule57 = "count", Rule58 = "count", Rule59 = "count", Rule60 = "count", Rule61 = "count", Rule62 = "count", Rule63 = "count", Rule64 = "count", Rule65 = "count", Rule66 = "count", Rule67 = "count", Rule68 = "count", Rule69 = "count", Rule70 = "count", Rule71 = "count", Rule72 = "count", Rule73 = "count", Rule74 = "count", Rule75 = "count", Rule76 = "count", Rule77 = "count", Rule78 = "count", Rule79 = "count", Rule80 = "count", Rule81 = "count", Rule82 = "count", Rule83 = "count", Rule84 = "count", Rule85 = "count", Rule86 = "count", Rule87 = "count", Rule88 = "count", Rule89 = "count", Rule90 = "count", Rule91 = "count", Rule92 = "count", Rule93 = "count", Rule94 = "count", Rule95 = "count", Rule96 = "count", Rule97 = "count", Rule98 = "count", Rule99 = "count", Rule100 = "count" } }

    # anonymous_ip.rule_actions must be at most 100, which is what AWS WAF takes for one group
    anonymous_ip = { rule_actions = { Rule0 = "count", Rule1 = "count", Rule2 = "count", Rule3 = "count", Rule4 = "count", Rule5 = "count", Rule6 = "count", Rule7 = "count", Rule8 = "count", Rule9 = "count", Rule10 = "count", Rule11 = "count", Rule12 = "count", Rule13 = "count", Rule14 = "count", Rule15 = "count", Rule16 = "count", Rule17 = "count", Rule18 = "count", Rule19 = "count", Rule20 = "count", Rule21 = "count", Rule22 = "count", Rule23 = "count", Rule24 = "count", Rule25 = "count", Rule26 = "count", Rule27 = "count", Rule28 = "count", Rule29 = "count", Rule30 = "count", Rule31 = "count", Rule32 = "count", Rule33 = "count", Rule34 = "count", Rule35 = "count", Rule36 = "count", Rule37 = "count", Rule38 = "count", Rule39 = "count", Rule40 = "count", Rule41 = "count", Rule42 = "count", Rule43 = "count", Rule44 = "count", Rule45 = "count", Rule46 = "count", Rule47 = "count", Rule48 = "count", Rule49 = "count", Rule50 = "count", Rule51 = "count", Rule52 = "count", Rule53 = "count", Rule54 = "count", Rule55 = "count", Rule56 = "count", Rule57 = "count", Rule58 = "count", Rule59 = "count", Rule60 = "count", Rule61 = "count", Rule62 = "count", Rule63 = "count", Rule64 = "count", Rule65 = "count", Rule66 = "count", Rule67 = "count", Rule68 = "count", Rule69 = "count", Rule70 = "count", Rule71 = "count", Rule72 = "count", Rule73 = "count", Rule74 = "count", Rule75 = "count", Rule76 = "count", Rule77 = "count", Rule78 = "count", Rule79 = "count", Rule80 = "count", Rule81 = "count", Rule82 = "count", Rule83 = "count", Rule84 = "count", Rule85 = "count", Rule86 = "count", Rule87 = "count", Rule88 = "count", Rule89 = "count", Rule90 = "count", Rule91 = "count", Rule92 = "count", Rule93 = "count", Rule94 = "count", Rule95 = "count", Rule96 = "count", Rule97 = "count", Rule98 = "count", Rule99 = "count", Rule100 = "count" } }

    # managed_groups must have a priority each
    managed_groups = { php = { priority = 1, name = "AWSManagedRulesPHPRuleSet", capacity = 100 }, admin = { priority = 1, name = "AWSManagedRulesAdminProtectionRuleSet", capacity = 100 } }

    # rule_groups must have a priority each
    rule_groups = { a = { priority = 1, arn = "arn:aws:wafv2:us-east-1:123456789012:regional/rulegroup/a/00000000-0000-0000-0000-000000000000", capacity = 10 }, b = { priority = 1, arn = "arn:aws:wafv2:us-east-1:123456789012:regional/rulegroup/b/00000000-0000-0000-0000-000000000000", capacity = 10 } }

    # internal_paths must be shorter altogether: AWS WAF takes 512 characters for the pattern that is made of them
    internal_paths = ["/0xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "/1xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "/2xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "/3xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"]

    # forwarded_ip.position must be one of LAST, FIRST, ANY
    forwarded_ip = { position = "none-of-these" }

    # geo.mode must be one of allow, block
    geo = { mode = "none-of-these", countries = ["DE"] }

    # size_limits.body must be between 0 and 65536 bytes
    size_limits = { body = 65537 }

    # rate_limits must have a priority each
    rate_limits = { login = { priority = 1, limit = 100 }, api = { priority = 1, limit = 1000 } }

    # alarms.topic_arns[*] must be of region <data.aws_region.current.id>, as the module's provider is: give one that was made there
    alarms = { topic_arns = ["arn:aws:sns:af-south-1:123456789012:alarms"] }
  }

  expect_failures = [
    var.protected_resources,
    var.tags,
    var.common,
    var.known_bad_inputs,
    var.sql_database,
    var.linux,
    var.ip_reputation,
    var.anonymous_ip,
    var.managed_groups,
    var.rule_groups,
    var.internal_paths,
    var.forwarded_ip,
    var.geo,
    var.size_limits,
    var.rate_limits,
    var.alarms,
  ]
}

run "refuses_6" {
  command = plan

  variables {
    # protected_resources must be empty with scope cloudfront: a distribution names its web ACL itself (web_acl_id)
    scope               = "cloudfront"
    protected_resources = { web = "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/nimbus/0a1b2c3d4e5f6a7b" }

    # tags[*] must not be null
    tags = { CostCenter = null }

    # common.rule_actions[*] must not be null
    common = { rule_actions = { SizeRestrictions_BODY = null } }

    # known_bad_inputs.rule_actions[*] must not be null
    known_bad_inputs = { rule_actions = { SizeRestrictions_BODY = null } }

    # sql_database.rule_actions[*] must not be null
    sql_database = { rule_actions = { SizeRestrictions_BODY = null } }

    # linux.rule_actions[*] must not be null
    linux = { rule_actions = { SizeRestrictions_BODY = null } }

    # ip_reputation.rule_actions[*] must not be null
    ip_reputation = { rule_actions = { SizeRestrictions_BODY = null } }

    # anonymous_ip.rule_actions[*] must not be null
    anonymous_ip = { rule_actions = { SizeRestrictions_BODY = null } }

    # managed_groups[*] must not be null
    managed_groups = { login = null }

    # rule_groups[*] must not be null
    rule_groups = { login = null }

    # internal_paths[*] must not be null
    internal_paths = [null]

    # forwarded_ip.fallback must be one of NO_MATCH, MATCH
    forwarded_ip = { fallback = "none-of-these" }

    # geo.countries[*] must not be null
    geo = { mode = "allow", countries = [null] }

    # rate_limits[*] must not be null
    rate_limits = { login = null }

    # alarms.blocked_requests must be between 1 and 1000000000 requests
    alarms = { topic_arns = ["arn:aws:sns:us-east-1:123456789012:alarms"], blocked_requests = 1000000001 }
  }

  expect_failures = [
    var.protected_resources,
    var.tags,
    var.common,
    var.known_bad_inputs,
    var.sql_database,
    var.linux,
    var.ip_reputation,
    var.anonymous_ip,
    var.managed_groups,
    var.rule_groups,
    var.internal_paths,
    var.forwarded_ip,
    var.geo,
    var.rate_limits,
    var.alarms,
  ]
}

run "refuses_7" {
  command = plan

  variables {
    # tags[*] must be letters, digits, spaces and _ . : / = + - @
    tags = { CostCenter = "50% off" }

    # common.rule_actions[*] must be one of count, block, allow, captcha, challenge
    common = { rule_actions = { SizeRestrictions_BODY = "none-of-these" } }

    # known_bad_inputs.rule_actions[*] must be one of count, block, allow, captcha, challenge
    known_bad_inputs = { rule_actions = { SizeRestrictions_BODY = "none-of-these" } }

    # sql_database.rule_actions[*] must be one of count, block, allow, captcha, challenge
    sql_database = { rule_actions = { SizeRestrictions_BODY = "none-of-these" } }

    # linux.rule_actions[*] must be one of count, block, allow, captcha, challenge
    linux = { rule_actions = { SizeRestrictions_BODY = "none-of-these" } }

    # ip_reputation.rule_actions[*] must be one of count, block, allow, captcha, challenge
    ip_reputation = { rule_actions = { SizeRestrictions_BODY = "none-of-these" } }

    # anonymous_ip.rule_actions[*] must be one of count, block, allow, captcha, challenge
    anonymous_ip = { rule_actions = { SizeRestrictions_BODY = "none-of-these" } }

    # managed_groups[*].priority must be between 0 and 99
    managed_groups = { login = { priority = 100, name = "AWSManagedRulesPHPRuleSet", capacity = 1 } }

    # rule_groups[*].priority must be between 0 and 99
    rule_groups = { login = { priority = 100, arn = "arn:aws:wafv2:us-east-1:123456789012:regional/rulegroup/nimbus/00000000-0000-0000-0000-000000000000", capacity = 1 } }

    # internal_paths[*] must begin with a slash and hold letters, digits and / _ . ~ - only
    internal_paths = ["/metrics?*"]

    # geo.countries[*] must be the code of a country, two capitals that ISO 3166 has (as of 2026-10-20), such as DE
    geo = { mode = "allow", countries = ["ZZ"] }

    # size_limits.body must be a whole number
    size_limits = { body = 0.5 }

    # rate_limits[*] must have key, the name of the header or cookie, with by = header or cookie, and only then
    rate_limits = { login = { priority = 0, limit = 10, by = "header" } }

    # alarms.blocked_requests must be a whole number
    alarms = { topic_arns = ["arn:aws:sns:us-east-1:123456789012:alarms"], blocked_requests = 1.5 }
  }

  expect_failures = [
    var.tags,
    var.common,
    var.known_bad_inputs,
    var.sql_database,
    var.linux,
    var.ip_reputation,
    var.anonymous_ip,
    var.managed_groups,
    var.rule_groups,
    var.internal_paths,
    var.geo,
    var.size_limits,
    var.rate_limits,
    var.alarms,
  ]
}

run "refuses_8" {
  command = plan

  variables {
    # tags[*] must have 0 to 256 characters
    tags = { CostCenter = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }

    # common.version must be a version, such as Version_1.10
    common = { version = "latest" }

    # known_bad_inputs.version must be a version, such as Version_1.10
    known_bad_inputs = { version = "latest" }

    # sql_database.version must be a version, such as Version_1.10
    sql_database = { version = "latest" }

    # linux.version must be a version, such as Version_1.10
    linux = { version = "latest" }

    # managed_groups[*].priority must be a whole number
    managed_groups = { login = { priority = 0.5, name = "AWSManagedRulesPHPRuleSet", capacity = 1 } }

    # rule_groups[*].priority must be a whole number
    rule_groups = { login = { priority = 0.5, arn = "arn:aws:wafv2:us-east-1:123456789012:regional/rulegroup/nimbus/00000000-0000-0000-0000-000000000000", capacity = 1 } }

    # internal_paths[*] must have 2 to 100 characters
    internal_paths = ["xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"]

    # size_limits.query_string must be between 0 and 8192 bytes
    size_limits = { query_string = 8193 }

    # rate_limits[*].priority must be between 0 and 99
    rate_limits = { login = { priority = 100, limit = 10 } }
  }

  expect_failures = [
    var.tags,
    var.common,
    var.known_bad_inputs,
    var.sql_database,
    var.linux,
    var.managed_groups,
    var.rule_groups,
    var.internal_paths,
    var.size_limits,
    var.rate_limits,
  ]
}

run "refuses_9" {
  command = plan

  variables {
    # managed_groups[*].name must be the name of a rule group
    managed_groups = { login = { priority = 0, name = "PHP rules", capacity = 1 } }

    # rule_groups[*].arn must be an ARN of wafv2
    rule_groups = { login = { priority = 0, arn = "not-an-arn", capacity = 1 } }

    # size_limits.query_string must be a whole number
    size_limits = { query_string = 0.5 }

    # rate_limits[*].priority must be a whole number
    rate_limits = { login = { priority = 0.5, limit = 10 } }
  }

  expect_failures = [
    var.managed_groups,
    var.rule_groups,
    var.size_limits,
    var.rate_limits,
  ]
}

run "refuses_10" {
  command = plan

  variables {
    # managed_groups[*].capacity must be between 1 and 5000 WCU
    managed_groups = { login = { priority = 0, name = "AWSManagedRulesPHPRuleSet", capacity = 5001 } }

    # rule_groups[*].arn must have 1 to 2048 characters
    rule_groups = { login = { priority = 0, arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", capacity = 1 } }

    # size_limits.uri_path must be between 1 and 8192 bytes
    size_limits = { uri_path = 8193 }

    # rate_limits[*].limit must be between 10 and 2000000000 requests
    rate_limits = { login = { priority = 0, limit = 2000000001 } }
  }

  expect_failures = [
    var.managed_groups,
    var.rule_groups,
    var.size_limits,
    var.rate_limits,
  ]
}

run "refuses_11" {
  command = plan

  variables {
    # managed_groups[*].capacity must be a whole number
    managed_groups = { login = { priority = 0, name = "AWSManagedRulesPHPRuleSet", capacity = 1.5 } }

    # rule_groups[*].arn must be of region <data.aws_region.current.id> and account <data.aws_caller_identity.current.account_id>, as the module's provider is: give one that was made there
    rule_groups = { login = { priority = 0, arn = "arn:aws:wafv2:af-south-1:123456789012:regional/rulegroup/nimbus/00000000-0000-0000-0000-000000000000", capacity = 1 } }

    # size_limits.uri_path must be a whole number
    size_limits = { uri_path = 1.5 }

    # rate_limits[*].limit must be a whole number
    rate_limits = { login = { priority = 0, limit = 10.5 } }
  }

  expect_failures = [
    var.managed_groups,
    var.rule_groups,
    var.size_limits,
    var.rate_limits,
  ]
}

run "refuses_12" {
  command = plan

  variables {
    # managed_groups[*].vendor must be the name of a vendor
    managed_groups = { login = { priority = 0, name = "AWSManagedRulesPHPRuleSet", capacity = 1, vendor = " " } }

    # rule_groups[*].capacity must be between 1 and 5000 WCU
    rule_groups = { login = { priority = 0, arn = "arn:aws:wafv2:us-east-1:123456789012:regional/rulegroup/nimbus/00000000-0000-0000-0000-000000000000", capacity = 5001 } }

    # size_limits.body_except_paths must have 0 to 5 items
    size_limits = { body_except_paths = ["/api/*", "/api/*", "/api/*", "/api/*", "/api/*", "/api/*"] }

    # rate_limits[*].window must be one of 300, 60, 120, 600
    rate_limits = { login = { priority = 0, limit = 10, window = -1 } }
  }

  expect_failures = [
    var.managed_groups,
    var.rule_groups,
    var.size_limits,
    var.rate_limits,
  ]
}

run "refuses_13" {
  command = plan

  variables {
    # managed_groups[*].vendor must have 1 to 128 characters
    managed_groups = { login = { priority = 0, name = "AWSManagedRulesPHPRuleSet", capacity = 1, vendor = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" } }

    # rule_groups[*].capacity must be a whole number
    rule_groups = { login = { priority = 0, arn = "arn:aws:wafv2:us-east-1:123456789012:regional/rulegroup/nimbus/00000000-0000-0000-0000-000000000000", capacity = 1.5 } }

    # size_limits.body_except_paths[*] must not be null
    size_limits = { body_except_paths = [null] }

    # rate_limits[*].by must be one of ip, header, cookie
    rate_limits = { login = { priority = 0, limit = 10, by = "none-of-these" } }
  }

  expect_failures = [
    var.managed_groups,
    var.rule_groups,
    var.size_limits,
    var.rate_limits,
  ]
}

run "refuses_14" {
  command = plan

  variables {
    # managed_groups[*].version must be a version of the group
    managed_groups = { login = { priority = 0, name = "AWSManagedRulesPHPRuleSet", capacity = 1, version = "the last" } }

    # size_limits.body_except_paths[*] must begin with a slash, and may end with * for all that begin so
    size_limits = { body_except_paths = ["api/*/x"] }

    # rate_limits[*].key must be a name
    rate_limits = { login = { priority = 0, limit = 10, key = "a b" } }
  }

  expect_failures = [
    var.managed_groups,
    var.size_limits,
    var.rate_limits,
  ]
}

run "refuses_15" {
  command = plan

  variables {
    # managed_groups[*].rule_actions keys must be the names of rules of the group, such as SizeRestrictions_BODY
    managed_groups = { login = { priority = 0, name = "AWSManagedRulesPHPRuleSet", capacity = 1, rule_actions = { "Size Restrictions" = "count" } } }

    # size_limits.body_except_paths[*] must have 1 to 100 characters
    size_limits = { body_except_paths = ["xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"] }

    # rate_limits[*].paths must have 0 to 4 items
    rate_limits = { login = { priority = 0, limit = 10, paths = ["/api/*", "/api/*", "/api/*", "/api/*", "/api/*"] } }
  }

  expect_failures = [
    var.managed_groups,
    var.size_limits,
    var.rate_limits,
  ]
}

run "refuses_16" {
  command = plan

  variables {
    # managed_groups[*].rule_actions must be at most 100, which is what AWS WAF takes for one group
    managed_groups = { login = { priority = 0, name = "AWSManagedRulesPHPRuleSet", capacity = 1, rule_actions = { Rule0 = "count", Rule1 = "count", Rule2 = "count", Rule3 = "count", Rule4 = "count", Rule5 = "count", Rule6 = "count", Rule7 = "count", Rule8 = "count", Rule9 = "count", Rule10 = "count", Rule11 = "count", Rule12 = "count", Rule13 = "count", Rule14 = "count", Rule15 = "count", Rule16 = "count", Rule17 = "count", Rule18 = "count", Rule19 = "count", Rule20 = "count", Rule21 = "count", Rule22 = "count", Rule23 = "count", Rule24 = "count", Rule25 = "count", Rule26 = "count", Rule27 = "count", Rule28 = "count", Rule29 = "count", Rule30 = "count", Rule31 = "count", Rule32 = "count", Rule33 = "count", Rule34 = "count", Rule35 = "count", Rule36 = "count", Rule37 = "count", Rule38 = "count", Rule39 = "count", Rule40 = "count", Rule41 = "count", Rule42 = "count", Rule43 = "count", Rule44 = "count", Rule45 = "count", Rule46 = "count", Rule47 = "count", Rule48 = "count", Rule49 = "count", Rule50 = "count", Rule51 = "count", Rule52 = "count", Rule53 = "count", Rule54 = "count", Rule55 = "count", Rule56 = "count", Rule57 = "count", Rule58 = "count", Rule59 = "count", Rule60 = "count", Rule61 = "count", Rule62 = "count", Rule63 = "count", Rule64 = "count", Rule65 = "count", Rule66 = "count", Rule67 = "count", Rule68 = "count", Rule69 = "count", Rule70 = "count", Rule71 = "count", Rule72 = "count", Rule73 = "count", Rule74 = "count", Rule75 = "count", Rule76 = "count", Rule77 = "count", Rule78 = "count", Rule79 = "count", Rule80 = "count", Rule81 = "count", Rule82 = "count", Rule83 = "count", Rule84 = "count", Rule85 = "count", Rule86 = "count", Rule87 = "count", Rule88 = "count", Rule89 = "count", Rule90 = "count", Rule91 = "count", Rule92 = "count", Rule93 = "count", Rule94 = "count", Rule95 = "count", Rule96 = "count", Rule97 = "count", Rule98 = "count", Rule99 = "count", Rule100 = "count" } } }

    # size_limits must have a body of at most 8192 with scope regional: a load balancer shows AWS WAF no more of it
    size_limits = { body = 65536 }

    # rate_limits[*].paths[*] must not be null
    rate_limits = { login = { priority = 0, limit = 10, paths = [null] } }
  }

  expect_failures = [
    var.managed_groups,
    var.size_limits,
    var.rate_limits,
  ]
}

run "refuses_17" {
  command = plan

  variables {
    # managed_groups[*].rule_actions[*] must not be null
    managed_groups = { login = { priority = 0, name = "AWSManagedRulesPHPRuleSet", capacity = 1, rule_actions = { SizeRestrictions_BODY = null } } }

    # size_limits must have a body of at most body_inspection: AWS WAF sees no more of it; raise body_inspection
    scope       = "cloudfront"
    size_limits = { body = 65536 }

    # rate_limits[*].paths[*] must begin with a slash, and may end with * for all that begin so
    rate_limits = { login = { priority = 0, limit = 10, paths = ["api/*/x"] } }
  }

  expect_failures = [
    var.managed_groups,
    var.size_limits,
    var.rate_limits,
  ]
}

run "refuses_18" {
  command = plan

  variables {
    # managed_groups[*].rule_actions[*] must be one of count, block, allow, captcha, challenge
    managed_groups = { login = { priority = 0, name = "AWSManagedRulesPHPRuleSet", capacity = 1, rule_actions = { SizeRestrictions_BODY = "none-of-these" } } }

    # rate_limits[*].paths[*] must have 1 to 100 characters
    rate_limits = { login = { priority = 0, limit = 10, paths = ["xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"] } }
  }

  expect_failures = [
    var.managed_groups,
    var.rate_limits,
  ]
}

run "refuses_19" {
  command = plan

  variables {
    # rate_limits[*].methods[*] must not be null
    rate_limits = { login = { priority = 0, limit = 10, methods = [null] } }
  }

  expect_failures = [
    var.rate_limits,
  ]
}

run "refuses_20" {
  command = plan

  variables {
    # rate_limits[*].methods[*] must be one of GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS
    rate_limits = { login = { priority = 0, limit = 10, methods = ["none-of-these"] } }
  }

  expect_failures = [
    var.rate_limits,
  ]
}

run "refuses_21" {
  command = plan

  variables {
    # rate_limits[*].action must be one of block, count, captcha, challenge
    rate_limits = { login = { priority = 0, limit = 10, action = "none-of-these" } }
  }

  expect_failures = [
    var.rate_limits,
  ]
}

run "refuses_22" {
  command = plan

  variables {
    # rate_limits[*].status must be one of 400, 401, 403, 404, 405, 408, 409, 411, 412, 413, 414, 415, 416, 421, 429, 500, 501, 502, 503, 504, 505
    rate_limits = { login = { priority = 0, limit = 10, status = -1 } }
  }

  expect_failures = [
    var.rate_limits,
  ]
}

run "refuses_23" {
  command = plan

  variables {
    # rate_limits must have a response_body that is a key of custom_response_bodies
    rate_limits = { login = { priority = 1, limit = 100, response_body = "slow-down" } }
  }

  expect_failures = [
    var.rate_limits,
  ]
}

run "refuses_24" {
  command = plan

  variables {
    # custom_response_bodies keys must be 1 to 40 lower-case letters, digits and hyphens
    custom_response_bodies = { "Log In" = { content_type = "APPLICATION_JSON", content = "example" } }
  }

  expect_failures = [
    var.custom_response_bodies,
  ]
}

run "refuses_25" {
  command = plan

  variables {
    # custom_response_bodies[*] must not be null
    custom_response_bodies = { login = null }
  }

  expect_failures = [
    var.custom_response_bodies,
  ]
}

run "refuses_26" {
  command = plan

  variables {
    # custom_response_bodies[*].content_type must be one of APPLICATION_JSON, TEXT_HTML, TEXT_PLAIN
    custom_response_bodies = { login = { content_type = "none-of-these", content = "example" } }
  }

  expect_failures = [
    var.custom_response_bodies,
  ]
}

run "refuses_27" {
  command = plan

  variables {
    # custom_response_bodies[*].content must have 1 to 4096 characters
    custom_response_bodies = { login = { content_type = "APPLICATION_JSON", content = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" } }
  }

  expect_failures = [
    var.custom_response_bodies,
  ]
}
