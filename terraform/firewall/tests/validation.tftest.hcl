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
}

variables {
  name        = "nimbus-production"
  rate_limits = { each-client = { priority = 0, limit = 2000 }, login = { priority = 1, limit = 20, window = 60, paths = ["/login", "/api/auth/*"], methods = ["POST"] } }
}

# name must be 3 to 64 lower-case letters, digits and hyphens, beginning with a letter and not ending with a hyphen
run "refuses_name_1" {
  command = plan

  variables {
    name = "Nimbus_Production"
  }

  expect_failures = [var.name]
}

# scope must be one of regional, cloudfront
run "refuses_scope_1" {
  command = plan

  variables {
    scope = "none-of-these"
  }

  expect_failures = [var.scope]
}

# default_action must be one of allow, block
run "refuses_default_action_1" {
  command = plan

  variables {
    default_action = "none-of-these"
  }

  expect_failures = [var.default_action]
}

# capacity_limit must be between 1 and 5000 WCU
run "refuses_capacity_limit_1" {
  command = plan

  variables {
    capacity_limit = 5001
  }

  expect_failures = [var.capacity_limit]
}

# capacity_limit must be a whole number
run "refuses_capacity_limit_2" {
  command = plan

  variables {
    capacity_limit = 1.5
  }

  expect_failures = [var.capacity_limit]
}

# capacity_limit is less than the WCU that the rules take; turn groups or rate limits off, or raise it (5000 at most, above 1500 AWS bills more)
run "refuses_capacity_limit_3" {
  command = plan

  variables {
    capacity_limit = 1000
  }

  expect_failures = [var.capacity_limit]
}

# protected_resources keys must be 1 to 40 lower-case letters, digits and hyphens
run "refuses_protected_resources_1" {
  command = plan

  variables {
    protected_resources = { "Log In" = "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/nimbus/0a1b2c3d4e5f6a7b" }
  }

  expect_failures = [var.protected_resources]
}

# protected_resources[*] must not be null
run "refuses_protected_resources_2" {
  command = plan

  variables {
    protected_resources = { login = null }
  }

  expect_failures = [var.protected_resources]
}

# protected_resources[*] must be the ARN of a load balancer, a user pool, or a stage, API or instance that AWS WAF protects
run "refuses_protected_resources_3" {
  command = plan

  variables {
    protected_resources = { login = "nimbus-alb" }
  }

  expect_failures = [var.protected_resources]
}

# protected_resources[*] must be of region <data.aws_region.current.id> and account <data.aws_caller_identity.current.account_id>, as the module's provider is: give one that was made there
run "refuses_protected_resources_4" {
  command = plan

  variables {
    protected_resources = { login = "arn:aws:elasticloadbalancing:af-south-1:123456789012:loadbalancer/app/nimbus/0a1b2c3d4e5f6a7b" }
  }

  expect_failures = [var.protected_resources]
}

# protected_resources must be empty with scope cloudfront: a distribution names its web ACL itself (web_acl_id)
run "refuses_protected_resources_5" {
  command = plan

  variables {
    scope               = "cloudfront"
    protected_resources = { web = "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/nimbus/0a1b2c3d4e5f6a7b" }
  }

  expect_failures = [var.protected_resources]
}

# body_inspection must be one of 16, 32, 48, 64
run "refuses_body_inspection_1" {
  command = plan

  variables {
    body_inspection = -1
  }

  expect_failures = [var.body_inspection]
}

# tags keys must be letters, digits, spaces and _ . : / = + - @, at most 128
run "refuses_tags_1" {
  command = plan

  variables {
    tags = { "Cost$" = "production" }
  }

  expect_failures = [var.tags]
}

# tags must not be more than 49: AWS takes 50 for a resource, and each gets a Name
run "refuses_tags_2" {
  command = plan

  variables {
    tags = { team-0 = "a", team-1 = "a", team-2 = "a", team-3 = "a", team-4 = "a", team-5 = "a", team-6 = "a", team-7 = "a", team-8 = "a", team-9 = "a", team-10 = "a", team-11 = "a", team-12 = "a", team-13 = "a", team-14 = "a", team-15 = "a", team-16 = "a", team-17 = "a", team-18 = "a", team-19 = "a", team-20 = "a", team-21 = "a", team-22 = "a", team-23 = "a", team-24 = "a", team-25 = "a", team-26 = "a", team-27 = "a", team-28 = "a", team-29 = "a", team-30 = "a", team-31 = "a", team-32 = "a", team-33 = "a", team-34 = "a", team-35 = "a", team-36 = "a", team-37 = "a", team-38 = "a", team-39 = "a", team-40 = "a", team-41 = "a", team-42 = "a", team-43 = "a", team-44 = "a", team-45 = "a", team-46 = "a", team-47 = "a", team-48 = "a", team-49 = "a" }
  }

  expect_failures = [var.tags]
}

# tags must not have keys that begin with aws:, which AWS keeps for itself
run "refuses_tags_3" {
  command = plan

  variables {
    tags = { "aws:team" = "a" }
  }

  expect_failures = [var.tags]
}

# tags must not have keys that differ in case only, from one another or from Name: IAM takes them for one
run "refuses_tags_4" {
  command = plan

  variables {
    tags = { Team = "a", team = "b" }
  }

  expect_failures = [var.tags]
}

# tags[*] must not be null
run "refuses_tags_5" {
  command = plan

  variables {
    tags = { CostCenter = null }
  }

  expect_failures = [var.tags]
}

# tags[*] must be letters, digits, spaces and _ . : / = + - @, at most 256
run "refuses_tags_6" {
  command = plan

  variables {
    tags = { CostCenter = "50% off" }
  }

  expect_failures = [var.tags]
}

# common.rule_actions keys must be the names of rules of the group, such as SizeRestrictions_BODY
run "refuses_common_1" {
  command = plan

  variables {
    common = { rule_actions = { "Size Restrictions" = "count" } }
  }

  expect_failures = [var.common]
}

# common.rule_actions must be at most 100, which is what AWS WAF takes for one group
run "refuses_common_2" {
  command = plan

  variables {
    common = { rule_actions = { Rule0 = "count", Rule1 = "count", Rule2 = "count", Rule3 = "count", Rule4 = "count", Rule5 = "count", Rule6 = "count", Rule7 = "count", Rule8 = "count", Rule9 = "count", Rule10 = "count", Rule11 = "count", Rule12 = "count", Rule13 = "count", Rule14 = "count", Rule15 = "count", Rule16 = "count", Rule17 = "count", Rule18 = "count", Rule19 = "count", Rule20 = "count", Rule21 = "count", Rule22 = "count", Rule23 = "count", Rule24 = "count", Rule25 = "count", Rule26 = "count", Rule27 = "count", Rule28 = "count", Rule29 = "count", Rule30 = "count", Rule31 = "count", Rule32 = "count", Rule33 = "count", Rule34 = "count", Rule35 = "count", Rule36 = "count", Rule37 = "count", Rule38 = "count", Rule39 = "count", Rule40 = "count", Rule41 = "count", Rule42 = "count", Rule43 = "count", Rule44 = "count", Rule45 = "count", Rule46 = "count", Rule47 = "count", Rule48 = "count", Rule49 = "count", Rule50 = "count", Rule51 = "count", Rule52 = "count", Rule53 = "count", Rule54 = "count", Rule55 = "count", Rule56 = "count", Rule57 = "count", Rule58 = "count", Rule59 = "count", Rule60 = "count", Rule61 = "count", Rule62 = "count", Rule63 = "count", Rule64 = "count", Rule65 = "count", Rule66 = "count", Rule67 = "count", Rule68 = "count", Rule69 = "count", Rule70 = "count", Rule71 = "count", Rule72 = "count", Rule73 = "count", Rule74 = "count", Rule75 = "count", Rule76 = "count", Rule77 = "count", Rule78 = "count", Rule79 = "count", Rule80 = "count", Rule81 = "count", Rule82 = "count", Rule83 = "count", Rule84 = "count", Rule85 = "count", Rule86 = "count", Rule87 = "count", Rule88 = "count", Rule89 = "count", Rule90 = "count", Rule91 = "count", Rule92 = "count", Rule93 = "count", Rule94 = "count", Rule95 = "count", Rule96 = "count", Rule97 = "count", Rule98 = "count", Rule99 = "count", Rule100 = "count" } }
  }

  expect_failures = [var.common]
}

# common.rule_actions[*] must not be null
run "refuses_common_3" {
  command = plan

  variables {
    common = { rule_actions = { SizeRestrictions_BODY = null } }
  }

  expect_failures = [var.common]
}

# common.rule_actions[*] must be one of count, block, allow, captcha, challenge
run "refuses_common_4" {
  command = plan

  variables {
    common = { rule_actions = { SizeRestrictions_BODY = "none-of-these" } }
  }

  expect_failures = [var.common]
}

# common.version must be a version, such as Version_1.10
run "refuses_common_5" {
  command = plan

  variables {
    common = { version = "latest" }
  }

  expect_failures = [var.common]
}

# known_bad_inputs.rule_actions keys must be the names of rules of the group, such as SizeRestrictions_BODY
run "refuses_known_bad_inputs_1" {
  command = plan

  variables {
    known_bad_inputs = { rule_actions = { "Size Restrictions" = "count" } }
  }

  expect_failures = [var.known_bad_inputs]
}

# known_bad_inputs.rule_actions must be at most 100, which is what AWS WAF takes for one group
run "refuses_known_bad_inputs_2" {
  command = plan

  variables {
    known_bad_inputs = { rule_actions = { Rule0 = "count", Rule1 = "count", Rule2 = "count", Rule3 = "count", Rule4 = "count", Rule5 = "count", Rule6 = "count", Rule7 = "count", Rule8 = "count", Rule9 = "count", Rule10 = "count", Rule11 = "count", Rule12 = "count", Rule13 = "count", Rule14 = "count", Rule15 = "count", Rule16 = "count", Rule17 = "count", Rule18 = "count", Rule19 = "count", Rule20 = "count", Rule21 = "count", Rule22 = "count", Rule23 = "count", Rule24 = "count", Rule25 = "count", Rule26 = "count", Rule27 = "count", Rule28 = "count", Rule29 = "count", Rule30 = "count", Rule31 = "count", Rule32 = "count", Rule33 = "count", Rule34 = "count", Rule35 = "count", Rule36 = "count", Rule37 = "count", Rule38 = "count", Rule39 = "count", Rule40 = "count", Rule41 = "count", Rule42 = "count", Rule43 = "count", Rule44 = "count", Rule45 = "count", Rule46 = "count", Rule47 = "count", Rule48 = "count", Rule49 = "count", Rule50 = "count", Rule51 = "count", Rule52 = "count", Rule53 = "count", Rule54 = "count", Rule55 = "count", Rule56 = "count", Rule57 = "count", Rule58 = "count", Rule59 = "count", Rule60 = "count", Rule61 = "count", Rule62 = "count", Rule63 = "count", Rule64 = "count", Rule65 = "count", Rule66 = "count", Rule67 = "count", Rule68 = "count", Rule69 = "count", Rule70 = "count", Rule71 = "count", Rule72 = "count", Rule73 = "count", Rule74 = "count", Rule75 = "count", Rule76 = "count", Rule77 = "count", Rule78 = "count", Rule79 = "count", Rule80 = "count", Rule81 = "count", Rule82 = "count", Rule83 = "count", Rule84 = "count", Rule85 = "count", Rule86 = "count", Rule87 = "count", Rule88 = "count", Rule89 = "count", Rule90 = "count", Rule91 = "count", Rule92 = "count", Rule93 = "count", Rule94 = "count", Rule95 = "count", Rule96 = "count", Rule97 = "count", Rule98 = "count", Rule99 = "count", Rule100 = "count" } }
  }

  expect_failures = [var.known_bad_inputs]
}

# known_bad_inputs.rule_actions[*] must not be null
run "refuses_known_bad_inputs_3" {
  command = plan

  variables {
    known_bad_inputs = { rule_actions = { SizeRestrictions_BODY = null } }
  }

  expect_failures = [var.known_bad_inputs]
}

# known_bad_inputs.rule_actions[*] must be one of count, block, allow, captcha, challenge
run "refuses_known_bad_inputs_4" {
  command = plan

  variables {
    known_bad_inputs = { rule_actions = { SizeRestrictions_BODY = "none-of-these" } }
  }

  expect_failures = [var.known_bad_inputs]
}

# known_bad_inputs.version must be a version, such as Version_1.10
run "refuses_known_bad_inputs_5" {
  command = plan

  variables {
    known_bad_inputs = { version = "latest" }
  }

  expect_failures = [var.known_bad_inputs]
}

# sql_database.rule_actions keys must be the names of rules of the group, such as SizeRestrictions_BODY
run "refuses_sql_database_1" {
  command = plan

  variables {
    sql_database = { rule_actions = { "Size Restrictions" = "count" } }
  }

  expect_failures = [var.sql_database]
}

# sql_database.rule_actions must be at most 100, which is what AWS WAF takes for one group
run "refuses_sql_database_2" {
  command = plan

  variables {
    sql_database = { rule_actions = { Rule0 = "count", Rule1 = "count", Rule2 = "count", Rule3 = "count", Rule4 = "count", Rule5 = "count", Rule6 = "count", Rule7 = "count", Rule8 = "count", Rule9 = "count", Rule10 = "count", Rule11 = "count", Rule12 = "count", Rule13 = "count", Rule14 = "count", Rule15 = "count", Rule16 = "count", Rule17 = "count", Rule18 = "count", Rule19 = "count", Rule20 = "count", Rule21 = "count", Rule22 = "count", Rule23 = "count", Rule24 = "count", Rule25 = "count", Rule26 = "count", Rule27 = "count", Rule28 = "count", Rule29 = "count", Rule30 = "count", Rule31 = "count", Rule32 = "count", Rule33 = "count", Rule34 = "count", Rule35 = "count", Rule36 = "count", Rule37 = "count", Rule38 = "count", Rule39 = "count", Rule40 = "count", Rule41 = "count", Rule42 = "count", Rule43 = "count", Rule44 = "count", Rule45 = "count", Rule46 = "count", Rule47 = "count", Rule48 = "count", Rule49 = "count", Rule50 = "count", Rule51 = "count", Rule52 = "count", Rule53 = "count", Rule54 = "count", Rule55 = "count", Rule56 = "count", Rule57 = "count", Rule58 = "count", Rule59 = "count", Rule60 = "count", Rule61 = "count", Rule62 = "count", Rule63 = "count", Rule64 = "count", Rule65 = "count", Rule66 = "count", Rule67 = "count", Rule68 = "count", Rule69 = "count", Rule70 = "count", Rule71 = "count", Rule72 = "count", Rule73 = "count", Rule74 = "count", Rule75 = "count", Rule76 = "count", Rule77 = "count", Rule78 = "count", Rule79 = "count", Rule80 = "count", Rule81 = "count", Rule82 = "count", Rule83 = "count", Rule84 = "count", Rule85 = "count", Rule86 = "count", Rule87 = "count", Rule88 = "count", Rule89 = "count", Rule90 = "count", Rule91 = "count", Rule92 = "count", Rule93 = "count", Rule94 = "count", Rule95 = "count", Rule96 = "count", Rule97 = "count", Rule98 = "count", Rule99 = "count", Rule100 = "count" } }
  }

  expect_failures = [var.sql_database]
}

# sql_database.rule_actions[*] must not be null
run "refuses_sql_database_3" {
  command = plan

  variables {
    sql_database = { rule_actions = { SizeRestrictions_BODY = null } }
  }

  expect_failures = [var.sql_database]
}

# sql_database.rule_actions[*] must be one of count, block, allow, captcha, challenge
run "refuses_sql_database_4" {
  command = plan

  variables {
    sql_database = { rule_actions = { SizeRestrictions_BODY = "none-of-these" } }
  }

  expect_failures = [var.sql_database]
}

# sql_database.version must be a version, such as Version_1.10
run "refuses_sql_database_5" {
  command = plan

  variables {
    sql_database = { version = "latest" }
  }

  expect_failures = [var.sql_database]
}

# linux.rule_actions keys must be the names of rules of the group, such as SizeRestrictions_BODY
run "refuses_linux_1" {
  command = plan

  variables {
    linux = { rule_actions = { "Size Restrictions" = "count" } }
  }

  expect_failures = [var.linux]
}

# linux.rule_actions must be at most 100, which is what AWS WAF takes for one group
run "refuses_linux_2" {
  command = plan

  variables {
    linux = { rule_actions = { Rule0 = "count", Rule1 = "count", Rule2 = "count", Rule3 = "count", Rule4 = "count", Rule5 = "count", Rule6 = "count", Rule7 = "count", Rule8 = "count", Rule9 = "count", Rule10 = "count", Rule11 = "count", Rule12 = "count", Rule13 = "count", Rule14 = "count", Rule15 = "count", Rule16 = "count", Rule17 = "count", Rule18 = "count", Rule19 = "count", Rule20 = "count", Rule21 = "count", Rule22 = "count", Rule23 = "count", Rule24 = "count", Rule25 = "count", Rule26 = "count", Rule27 = "count", Rule28 = "count", Rule29 = "count", Rule30 = "count", Rule31 = "count", Rule32 = "count", Rule33 = "count", Rule34 = "count", Rule35 = "count", Rule36 = "count", Rule37 = "count", Rule38 = "count", Rule39 = "count", Rule40 = "count", Rule41 = "count", Rule42 = "count", Rule43 = "count", Rule44 = "count", Rule45 = "count", Rule46 = "count", Rule47 = "count", Rule48 = "count", Rule49 = "count", Rule50 = "count", Rule51 = "count", Rule52 = "count", Rule53 = "count", Rule54 = "count", Rule55 = "count", Rule56 = "count", Rule57 = "count", Rule58 = "count", Rule59 = "count", Rule60 = "count", Rule61 = "count", Rule62 = "count", Rule63 = "count", Rule64 = "count", Rule65 = "count", Rule66 = "count", Rule67 = "count", Rule68 = "count", Rule69 = "count", Rule70 = "count", Rule71 = "count", Rule72 = "count", Rule73 = "count", Rule74 = "count", Rule75 = "count", Rule76 = "count", Rule77 = "count", Rule78 = "count", Rule79 = "count", Rule80 = "count", Rule81 = "count", Rule82 = "count", Rule83 = "count", Rule84 = "count", Rule85 = "count", Rule86 = "count", Rule87 = "count", Rule88 = "count", Rule89 = "count", Rule90 = "count", Rule91 = "count", Rule92 = "count", Rule93 = "count", Rule94 = "count", Rule95 = "count", Rule96 = "count", Rule97 = "count", Rule98 = "count", Rule99 = "count", Rule100 = "count" } }
  }

  expect_failures = [var.linux]
}

# linux.rule_actions[*] must not be null
run "refuses_linux_3" {
  command = plan

  variables {
    linux = { rule_actions = { SizeRestrictions_BODY = null } }
  }

  expect_failures = [var.linux]
}

# linux.rule_actions[*] must be one of count, block, allow, captcha, challenge
run "refuses_linux_4" {
  command = plan

  variables {
    linux = { rule_actions = { SizeRestrictions_BODY = "none-of-these" } }
  }

  expect_failures = [var.linux]
}

# linux.version must be a version, such as Version_1.10
run "refuses_linux_5" {
  command = plan

  variables {
    linux = { version = "latest" }
  }

  expect_failures = [var.linux]
}

# ip_reputation.rule_actions keys must be the names of rules of the group, such as SizeRestrictions_BODY
run "refuses_ip_reputation_1" {
  command = plan

  variables {
    ip_reputation = { rule_actions = { "Size Restrictions" = "count" } }
  }

  expect_failures = [var.ip_reputation]
}

# ip_reputation.rule_actions must be at most 100, which is what AWS WAF takes for one group
run "refuses_ip_reputation_2" {
  command = plan

  variables {
    ip_reputation = { rule_actions = { Rule0 = "count", Rule1 = "count", Rule2 = "count", Rule3 = "count", Rule4 = "count", Rule5 = "count", Rule6 = "count", Rule7 = "count", Rule8 = "count", Rule9 = "count", Rule10 = "count", Rule11 = "count", Rule12 = "count", Rule13 = "count", Rule14 = "count", Rule15 = "count", Rule16 = "count", Rule17 = "count", Rule18 = "count", Rule19 = "count", Rule20 = "count", Rule21 = "count", Rule22 = "count", Rule23 = "count", Rule24 = "count", Rule25 = "count", Rule26 = "count", Rule27 = "count", Rule28 = "count", Rule29 = "count", Rule30 = "count", Rule31 = "count", Rule32 = "count", Rule33 = "count", Rule34 = "count", Rule35 = "count", Rule36 = "count", Rule37 = "count", Rule38 = "count", Rule39 = "count", Rule40 = "count", Rule41 = "count", Rule42 = "count", Rule43 = "count", Rule44 = "count", Rule45 = "count", Rule46 = "count", Rule47 = "count", Rule48 = "count", Rule49 = "count", Rule50 = "count", Rule51 = "count", Rule52 = "count", Rule53 = "count", Rule54 = "count", Rule55 = "count", Rule56 = "count", Rule57 = "count", Rule58 = "count", Rule59 = "count", Rule60 = "count", Rule61 = "count", Rule62 = "count", Rule63 = "count", Rule64 = "count", Rule65 = "count", Rule66 = "count", Rule67 = "count", Rule68 = "count", Rule69 = "count", Rule70 = "count", Rule71 = "count", Rule72 = "count", Rule73 = "count", Rule74 = "count", Rule75 = "count", Rule76 = "count", Rule77 = "count", Rule78 = "count", Rule79 = "count", Rule80 = "count", Rule81 = "count", Rule82 = "count", Rule83 = "count", Rule84 = "count", Rule85 = "count", Rule86 = "count", Rule87 = "count", Rule88 = "count", Rule89 = "count", Rule90 = "count", Rule91 = "count", Rule92 = "count", Rule93 = "count", Rule94 = "count", Rule95 = "count", Rule96 = "count", Rule97 = "count", Rule98 = "count", Rule99 = "count", Rule100 = "count" } }
  }

  expect_failures = [var.ip_reputation]
}

# ip_reputation.rule_actions[*] must not be null
run "refuses_ip_reputation_3" {
  command = plan

  variables {
    ip_reputation = { rule_actions = { SizeRestrictions_BODY = null } }
  }

  expect_failures = [var.ip_reputation]
}

# ip_reputation.rule_actions[*] must be one of count, block, allow, captcha, challenge
run "refuses_ip_reputation_4" {
  command = plan

  variables {
    ip_reputation = { rule_actions = { SizeRestrictions_BODY = "none-of-these" } }
  }

  expect_failures = [var.ip_reputation]
}

# anonymous_ip.rule_actions keys must be the names of rules of the group, such as SizeRestrictions_BODY
run "refuses_anonymous_ip_1" {
  command = plan

  variables {
    anonymous_ip = { rule_actions = { "Size Restrictions" = "count" } }
  }

  expect_failures = [var.anonymous_ip]
}

# anonymous_ip.rule_actions must be at most 100, which is what AWS WAF takes for one group
run "refuses_anonymous_ip_2" {
  command = plan

  variables {
    anonymous_ip = { rule_actions = { Rule0 = "count", Rule1 = "count", Rule2 = "count", Rule3 = "count", Rule4 = "count", Rule5 = "count", Rule6 = "count", Rule7 = "count", Rule8 = "count", Rule9 = "count", Rule10 = "count", Rule11 = "count", Rule12 = "count", Rule13 = "count", Rule14 = "count", Rule15 = "count", Rule16 = "count", Rule17 = "count", Rule18 = "count", Rule19 = "count", Rule20 = "count", Rule21 = "count", Rule22 = "count", Rule23 = "count", Rule24 = "count", Rule25 = "count", Rule26 = "count", Rule27 = "count", Rule28 = "count", Rule29 = "count", Rule30 = "count", Rule31 = "count", Rule32 = "count", Rule33 = "count", Rule34 = "count", Rule35 = "count", Rule36 = "count", Rule37 = "count", Rule38 = "count", Rule39 = "count", Rule40 = "count", Rule41 = "count", Rule42 = "count", Rule43 = "count", Rule44 = "count", Rule45 = "count", Rule46 = "count", Rule47 = "count", Rule48 = "count", Rule49 = "count", Rule50 = "count", Rule51 = "count", Rule52 = "count", Rule53 = "count", Rule54 = "count", Rule55 = "count", Rule56 = "count", Rule57 = "count", Rule58 = "count", Rule59 = "count", Rule60 = "count", Rule61 = "count", Rule62 = "count", Rule63 = "count", Rule64 = "count", Rule65 = "count", Rule66 = "count", Rule67 = "count", Rule68 = "count", Rule69 = "count", Rule70 = "count", Rule71 = "count", Rule72 = "count", Rule73 = "count", Rule74 = "count", Rule75 = "count", Rule76 = "count", Rule77 = "count", Rule78 = "count", Rule79 = "count", Rule80 = "count", Rule81 = "count", Rule82 = "count", Rule83 = "count", Rule84 = "count", Rule85 = "count", Rule86 = "count", Rule87 = "count", Rule88 = "count", Rule89 = "count", Rule90 = "count", Rule91 = "count", Rule92 = "count", Rule93 = "count", Rule94 = "count", Rule95 = "count", Rule96 = "count", Rule97 = "count", Rule98 = "count", Rule99 = "count", Rule100 = "count" } }
  }

  expect_failures = [var.anonymous_ip]
}

# anonymous_ip.rule_actions[*] must not be null
run "refuses_anonymous_ip_3" {
  command = plan

  variables {
    anonymous_ip = { rule_actions = { SizeRestrictions_BODY = null } }
  }

  expect_failures = [var.anonymous_ip]
}

# anonymous_ip.rule_actions[*] must be one of count, block, allow, captcha, challenge
run "refuses_anonymous_ip_4" {
  command = plan

  variables {
    anonymous_ip = { rule_actions = { SizeRestrictions_BODY = "none-of-these" } }
  }

  expect_failures = [var.anonymous_ip]
}

# managed_groups keys must be 1 to 40 lower-case letters, digits and hyphens
run "refuses_managed_groups_1" {
  command = plan

  variables {
    managed_groups = { "Log In" = { priority = 0, name = "AWSManagedRulesPHPRuleSet", capacity = 1 } }
  }

  expect_failures = [var.managed_groups]
}

# managed_groups must have a priority each
run "refuses_managed_groups_2" {
  command = plan

  variables {
    managed_groups = { php = { priority = 1, name = "AWSManagedRulesPHPRuleSet", capacity = 100 }, admin = { priority = 1, name = "AWSManagedRulesAdminProtectionRuleSet", capacity = 100 } }
  }

  expect_failures = [var.managed_groups]
}

# managed_groups[*] must not be null
run "refuses_managed_groups_3" {
  command = plan

  variables {
    managed_groups = { login = null }
  }

  expect_failures = [var.managed_groups]
}

# managed_groups[*].priority must be between 0 and 99
run "refuses_managed_groups_4" {
  command = plan

  variables {
    managed_groups = { login = { priority = 100, name = "AWSManagedRulesPHPRuleSet", capacity = 1 } }
  }

  expect_failures = [var.managed_groups]
}

# managed_groups[*].priority must be a whole number
run "refuses_managed_groups_5" {
  command = plan

  variables {
    managed_groups = { login = { priority = 0.5, name = "AWSManagedRulesPHPRuleSet", capacity = 1 } }
  }

  expect_failures = [var.managed_groups]
}

# managed_groups[*].name must be the name of a rule group
run "refuses_managed_groups_6" {
  command = plan

  variables {
    managed_groups = { login = { priority = 0, name = "PHP rules", capacity = 1 } }
  }

  expect_failures = [var.managed_groups]
}

# managed_groups[*].capacity must be between 1 and 5000 WCU
run "refuses_managed_groups_7" {
  command = plan

  variables {
    managed_groups = { login = { priority = 0, name = "AWSManagedRulesPHPRuleSet", capacity = 5001 } }
  }

  expect_failures = [var.managed_groups]
}

# managed_groups[*].capacity must be a whole number
run "refuses_managed_groups_8" {
  command = plan

  variables {
    managed_groups = { login = { priority = 0, name = "AWSManagedRulesPHPRuleSet", capacity = 1.5 } }
  }

  expect_failures = [var.managed_groups]
}

# managed_groups[*].vendor must be the name of a vendor
run "refuses_managed_groups_9" {
  command = plan

  variables {
    managed_groups = { login = { priority = 0, name = "AWSManagedRulesPHPRuleSet", capacity = 1, vendor = " " } }
  }

  expect_failures = [var.managed_groups]
}

# managed_groups[*].vendor must have 1 to 128 characters
run "refuses_managed_groups_10" {
  command = plan

  variables {
    managed_groups = { login = { priority = 0, name = "AWSManagedRulesPHPRuleSet", capacity = 1, vendor = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" } }
  }

  expect_failures = [var.managed_groups]
}

# managed_groups[*].version must be a version of the group
run "refuses_managed_groups_11" {
  command = plan

  variables {
    managed_groups = { login = { priority = 0, name = "AWSManagedRulesPHPRuleSet", capacity = 1, version = "the last" } }
  }

  expect_failures = [var.managed_groups]
}

# managed_groups[*].rule_actions keys must be the names of rules of the group, such as SizeRestrictions_BODY
run "refuses_managed_groups_12" {
  command = plan

  variables {
    managed_groups = { login = { priority = 0, name = "AWSManagedRulesPHPRuleSet", capacity = 1, rule_actions = { "Size Restrictions" = "count" } } }
  }

  expect_failures = [var.managed_groups]
}

# managed_groups[*].rule_actions must be at most 100, which is what AWS WAF takes for one group
run "refuses_managed_groups_13" {
  command = plan

  variables {
    managed_groups = { login = { priority = 0, name = "AWSManagedRulesPHPRuleSet", capacity = 1, rule_actions = { Rule0 = "count", Rule1 = "count", Rule2 = "count", Rule3 = "count", Rule4 = "count", Rule5 = "count", Rule6 = "count", Rule7 = "count", Rule8 = "count", Rule9 = "count", Rule10 = "count", Rule11 = "count", Rule12 = "count", Rule13 = "count", Rule14 = "count", Rule15 = "count", Rule16 = "count", Rule17 = "count", Rule18 = "count", Rule19 = "count", Rule20 = "count", Rule21 = "count", Rule22 = "count", Rule23 = "count", Rule24 = "count", Rule25 = "count", Rule26 = "count", Rule27 = "count", Rule28 = "count", Rule29 = "count", Rule30 = "count", Rule31 = "count", Rule32 = "count", Rule33 = "count", Rule34 = "count", Rule35 = "count", Rule36 = "count", Rule37 = "count", Rule38 = "count", Rule39 = "count", Rule40 = "count", Rule41 = "count", Rule42 = "count", Rule43 = "count", Rule44 = "count", Rule45 = "count", Rule46 = "count", Rule47 = "count", Rule48 = "count", Rule49 = "count", Rule50 = "count", Rule51 = "count", Rule52 = "count", Rule53 = "count", Rule54 = "count", Rule55 = "count", Rule56 = "count", Rule57 = "count", Rule58 = "count", Rule59 = "count", Rule60 = "count", Rule61 = "count", Rule62 = "count", Rule63 = "count", Rule64 = "count", Rule65 = "count", Rule66 = "count", Rule67 = "count", Rule68 = "count", Rule69 = "count", Rule70 = "count", Rule71 = "count", Rule72 = "count", Rule73 = "count", Rule74 = "count", Rule75 = "count", Rule76 = "count", Rule77 = "count", Rule78 = "count", Rule79 = "count", Rule80 = "count", Rule81 = "count", Rule82 = "count", Rule83 = "count", Rule84 = "count", Rule85 = "count", Rule86 = "count", Rule87 = "count", Rule88 = "count", Rule89 = "count", Rule90 = "count", Rule91 = "count", Rule92 = "count", Rule93 = "count", Rule94 = "count", Rule95 = "count", Rule96 = "count", Rule97 = "count", Rule98 = "count", Rule99 = "count", Rule100 = "count" } } }
  }

  expect_failures = [var.managed_groups]
}

# managed_groups[*].rule_actions[*] must not be null
run "refuses_managed_groups_14" {
  command = plan

  variables {
    managed_groups = { login = { priority = 0, name = "AWSManagedRulesPHPRuleSet", capacity = 1, rule_actions = { SizeRestrictions_BODY = null } } }
  }

  expect_failures = [var.managed_groups]
}

# managed_groups[*].rule_actions[*] must be one of count, block, allow, captcha, challenge
run "refuses_managed_groups_15" {
  command = plan

  variables {
    managed_groups = { login = { priority = 0, name = "AWSManagedRulesPHPRuleSet", capacity = 1, rule_actions = { SizeRestrictions_BODY = "none-of-these" } } }
  }

  expect_failures = [var.managed_groups]
}

# rule_groups keys must be 1 to 40 lower-case letters, digits and hyphens
run "refuses_rule_groups_1" {
  command = plan

  variables {
    rule_groups = { "Log In" = { priority = 0, arn = "arn:aws:wafv2:us-east-1:123456789012:regional/rulegroup/nimbus/00000000-0000-0000-0000-000000000000", capacity = 1 } }
  }

  expect_failures = [var.rule_groups]
}

# rule_groups must have a priority each
run "refuses_rule_groups_2" {
  command = plan

  variables {
    rule_groups = { a = { priority = 1, arn = "arn:aws:wafv2:us-east-1:123456789012:regional/rulegroup/a/00000000-0000-0000-0000-000000000000", capacity = 10 }, b = { priority = 1, arn = "arn:aws:wafv2:us-east-1:123456789012:regional/rulegroup/b/00000000-0000-0000-0000-000000000000", capacity = 10 } }
  }

  expect_failures = [var.rule_groups]
}

# rule_groups[*] must not be null
run "refuses_rule_groups_3" {
  command = plan

  variables {
    rule_groups = { login = null }
  }

  expect_failures = [var.rule_groups]
}

# rule_groups[*].priority must be between 0 and 99
run "refuses_rule_groups_4" {
  command = plan

  variables {
    rule_groups = { login = { priority = 100, arn = "arn:aws:wafv2:us-east-1:123456789012:regional/rulegroup/nimbus/00000000-0000-0000-0000-000000000000", capacity = 1 } }
  }

  expect_failures = [var.rule_groups]
}

# rule_groups[*].priority must be a whole number
run "refuses_rule_groups_5" {
  command = plan

  variables {
    rule_groups = { login = { priority = 0.5, arn = "arn:aws:wafv2:us-east-1:123456789012:regional/rulegroup/nimbus/00000000-0000-0000-0000-000000000000", capacity = 1 } }
  }

  expect_failures = [var.rule_groups]
}

# rule_groups[*].arn must be an ARN of wafv2
run "refuses_rule_groups_6" {
  command = plan

  variables {
    rule_groups = { login = { priority = 0, arn = "not-an-arn", capacity = 1 } }
  }

  expect_failures = [var.rule_groups]
}

# rule_groups[*].arn must have 1 to 2048 characters
run "refuses_rule_groups_7" {
  command = plan

  variables {
    rule_groups = { login = { priority = 0, arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", capacity = 1 } }
  }

  expect_failures = [var.rule_groups]
}

# rule_groups[*].arn must be of region <data.aws_region.current.id> and account <data.aws_caller_identity.current.account_id>, as the module's provider is: give one that was made there
run "refuses_rule_groups_8" {
  command = plan

  variables {
    rule_groups = { login = { priority = 0, arn = "arn:aws:wafv2:af-south-1:123456789012:regional/rulegroup/nimbus/00000000-0000-0000-0000-000000000000", capacity = 1 } }
  }

  expect_failures = [var.rule_groups]
}

# rule_groups[*].capacity must be between 1 and 5000 WCU
run "refuses_rule_groups_9" {
  command = plan

  variables {
    rule_groups = { login = { priority = 0, arn = "arn:aws:wafv2:us-east-1:123456789012:regional/rulegroup/nimbus/00000000-0000-0000-0000-000000000000", capacity = 5001 } }
  }

  expect_failures = [var.rule_groups]
}

# rule_groups[*].capacity must be a whole number
run "refuses_rule_groups_10" {
  command = plan

  variables {
    rule_groups = { login = { priority = 0, arn = "arn:aws:wafv2:us-east-1:123456789012:regional/rulegroup/nimbus/00000000-0000-0000-0000-000000000000", capacity = 1.5 } }
  }

  expect_failures = [var.rule_groups]
}

# internal_paths must have 0 to 10 items
run "refuses_internal_paths_1" {
  command = plan

  variables {
    internal_paths = ["/metrics", "/metrics", "/metrics", "/metrics", "/metrics", "/metrics", "/metrics", "/metrics", "/metrics", "/metrics", "/metrics"]
  }

  expect_failures = [var.internal_paths]
}

# internal_paths must be shorter altogether: AWS WAF takes 512 characters for the pattern that is made of them
run "refuses_internal_paths_2" {
  command = plan

  variables {
    internal_paths = ["/0xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "/1xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "/2xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "/3xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"]
  }

  expect_failures = [var.internal_paths]
}

# internal_paths[*] must not be null
run "refuses_internal_paths_3" {
  command = plan

  variables {
    internal_paths = [null]
  }

  expect_failures = [var.internal_paths]
}

# internal_paths[*] must begin with a slash and hold letters, digits and / _ . ~ - only
run "refuses_internal_paths_4" {
  command = plan

  variables {
    internal_paths = ["/metrics?*"]
  }

  expect_failures = [var.internal_paths]
}

# internal_paths[*] must have 2 to 100 characters
run "refuses_internal_paths_5" {
  command = plan

  variables {
    internal_paths = ["xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"]
  }

  expect_failures = [var.internal_paths]
}

# internal_path_cidrs[*] must not be null
run "refuses_internal_path_cidrs_1" {
  command = plan

  variables {
    internal_path_cidrs = [null]
  }

  expect_failures = [var.internal_path_cidrs]
}

# internal_path_cidrs[*] must be an IPv4 or IPv6 CIDR block that begins with its network address, and not all addresses (/0); one address is a block of /32 or /128
run "refuses_internal_path_cidrs_2" {
  command = plan

  variables {
    internal_path_cidrs = ["0.0.0.0/0"]
  }

  expect_failures = [var.internal_path_cidrs]
}

# internal_path_status must be one of 404, 403
run "refuses_internal_path_status_1" {
  command = plan

  variables {
    internal_path_status = -1
  }

  expect_failures = [var.internal_path_status]
}

# block_list[*] must not be null
run "refuses_block_list_1" {
  command = plan

  variables {
    block_list = [null]
  }

  expect_failures = [var.block_list]
}

# block_list[*] must be an IPv4 or IPv6 CIDR block that begins with its network address, and not all addresses (/0); one address is a block of /32 or /128
run "refuses_block_list_2" {
  command = plan

  variables {
    block_list = ["0.0.0.0/0"]
  }

  expect_failures = [var.block_list]
}

# allow_list[*] must not be null
run "refuses_allow_list_1" {
  command = plan

  variables {
    allow_list = [null]
  }

  expect_failures = [var.allow_list]
}

# allow_list[*] must be an IPv4 or IPv6 CIDR block that begins with its network address, and not all addresses (/0); one address is a block of /32 or /128
run "refuses_allow_list_2" {
  command = plan

  variables {
    allow_list = ["0.0.0.0/0"]
  }

  expect_failures = [var.allow_list]
}

# forwarded_ip.header must be the name of a header
run "refuses_forwarded_ip_1" {
  command = plan

  variables {
    forwarded_ip = { header = "a b" }
  }

  expect_failures = [var.forwarded_ip]
}

# forwarded_ip.position must be one of LAST, FIRST, ANY
run "refuses_forwarded_ip_2" {
  command = plan

  variables {
    forwarded_ip = { position = "none-of-these" }
  }

  expect_failures = [var.forwarded_ip]
}

# forwarded_ip.fallback must be one of NO_MATCH, MATCH
run "refuses_forwarded_ip_3" {
  command = plan

  variables {
    forwarded_ip = { fallback = "none-of-these" }
  }

  expect_failures = [var.forwarded_ip]
}

# geo must name 1 to 50 countries, the most that one rule of AWS WAF takes
run "refuses_geo_1" {
  command = plan

  variables {
    geo = { mode = "allow", countries = [] }
  }

  expect_failures = [var.geo]
}

# geo.mode must be one of allow, block
run "refuses_geo_2" {
  command = plan

  variables {
    geo = { mode = "none-of-these", countries = ["DE"] }
  }

  expect_failures = [var.geo]
}

# geo.countries[*] must not be null
run "refuses_geo_3" {
  command = plan

  variables {
    geo = { mode = "allow", countries = [null] }
  }

  expect_failures = [var.geo]
}

# geo.countries[*] must be the code of a country, two capitals that ISO 3166 has (as of 2026-10-20), such as DE
run "refuses_geo_4" {
  command = plan

  variables {
    geo = { mode = "allow", countries = ["ZZ"] }
  }

  expect_failures = [var.geo]
}

# size_limits.body must be between 0 and 65536 bytes
run "refuses_size_limits_1" {
  command = plan

  variables {
    size_limits = { body = 65537 }
  }

  expect_failures = [var.size_limits]
}

# size_limits.body must be a whole number
run "refuses_size_limits_2" {
  command = plan

  variables {
    size_limits = { body = 0.5 }
  }

  expect_failures = [var.size_limits]
}

# size_limits.query_string must be between 0 and 8192 bytes
run "refuses_size_limits_3" {
  command = plan

  variables {
    size_limits = { query_string = 8193 }
  }

  expect_failures = [var.size_limits]
}

# size_limits.query_string must be a whole number
run "refuses_size_limits_4" {
  command = plan

  variables {
    size_limits = { query_string = 0.5 }
  }

  expect_failures = [var.size_limits]
}

# size_limits.uri_path must be between 1 and 8192 bytes
run "refuses_size_limits_5" {
  command = plan

  variables {
    size_limits = { uri_path = 8193 }
  }

  expect_failures = [var.size_limits]
}

# size_limits.uri_path must be a whole number
run "refuses_size_limits_6" {
  command = plan

  variables {
    size_limits = { uri_path = 1.5 }
  }

  expect_failures = [var.size_limits]
}

# size_limits.body_except_paths must have 0 to 5 items
run "refuses_size_limits_7" {
  command = plan

  variables {
    size_limits = { body_except_paths = ["/api/*", "/api/*", "/api/*", "/api/*", "/api/*", "/api/*"] }
  }

  expect_failures = [var.size_limits]
}

# size_limits.body_except_paths[*] must not be null
run "refuses_size_limits_8" {
  command = plan

  variables {
    size_limits = { body_except_paths = [null] }
  }

  expect_failures = [var.size_limits]
}

# size_limits.body_except_paths[*] must begin with a slash, and may end with * for all that begin so
run "refuses_size_limits_9" {
  command = plan

  variables {
    size_limits = { body_except_paths = ["api/*/x"] }
  }

  expect_failures = [var.size_limits]
}

# size_limits.body_except_paths[*] must have 1 to 100 characters
run "refuses_size_limits_10" {
  command = plan

  variables {
    size_limits = { body_except_paths = ["xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"] }
  }

  expect_failures = [var.size_limits]
}

# size_limits must have a body of at most 8192 with scope regional: a load balancer shows AWS WAF no more of it
run "refuses_size_limits_11" {
  command = plan

  variables {
    size_limits = { body = 65536 }
  }

  expect_failures = [var.size_limits]
}

# size_limits must have a body of at most body_inspection: AWS WAF sees no more of it; raise body_inspection
run "refuses_size_limits_12" {
  command = plan

  variables {
    scope       = "cloudfront"
    size_limits = { body = 65536 }
  }

  expect_failures = [var.size_limits]
}

# rate_limits keys must be 1 to 40 lower-case letters, digits and hyphens
run "refuses_rate_limits_1" {
  command = plan

  variables {
    rate_limits = { "Log In" = { priority = 0, limit = 10 } }
  }

  expect_failures = [var.rate_limits]
}

# rate_limits must have a priority each
run "refuses_rate_limits_2" {
  command = plan

  variables {
    rate_limits = { login = { priority = 1, limit = 100 }, api = { priority = 1, limit = 1000 } }
  }

  expect_failures = [var.rate_limits]
}

# rate_limits[*] must not be null
run "refuses_rate_limits_3" {
  command = plan

  variables {
    rate_limits = { login = null }
  }

  expect_failures = [var.rate_limits]
}

# rate_limits[*] must have key, the name of the header or cookie, with by = header or cookie, and only then
run "refuses_rate_limits_4" {
  command = plan

  variables {
    rate_limits = { login = { priority = 0, limit = 10, by = "header" } }
  }

  expect_failures = [var.rate_limits]
}

# rate_limits[*].priority must be between 0 and 99
run "refuses_rate_limits_5" {
  command = plan

  variables {
    rate_limits = { login = { priority = 100, limit = 10 } }
  }

  expect_failures = [var.rate_limits]
}

# rate_limits[*].priority must be a whole number
run "refuses_rate_limits_6" {
  command = plan

  variables {
    rate_limits = { login = { priority = 0.5, limit = 10 } }
  }

  expect_failures = [var.rate_limits]
}

# rate_limits[*].limit must be between 10 and 2000000000 requests
run "refuses_rate_limits_7" {
  command = plan

  variables {
    rate_limits = { login = { priority = 0, limit = 2000000001 } }
  }

  expect_failures = [var.rate_limits]
}

# rate_limits[*].limit must be a whole number
run "refuses_rate_limits_8" {
  command = plan

  variables {
    rate_limits = { login = { priority = 0, limit = 10.5 } }
  }

  expect_failures = [var.rate_limits]
}

# rate_limits[*].window must be one of 300, 60, 120, 600
run "refuses_rate_limits_9" {
  command = plan

  variables {
    rate_limits = { login = { priority = 0, limit = 10, window = -1 } }
  }

  expect_failures = [var.rate_limits]
}

# rate_limits[*].by must be one of ip, header, cookie
run "refuses_rate_limits_10" {
  command = plan

  variables {
    rate_limits = { login = { priority = 0, limit = 10, by = "none-of-these" } }
  }

  expect_failures = [var.rate_limits]
}

# rate_limits[*].key must be a name
run "refuses_rate_limits_11" {
  command = plan

  variables {
    rate_limits = { login = { priority = 0, limit = 10, key = "a b" } }
  }

  expect_failures = [var.rate_limits]
}

# rate_limits[*].paths must have 0 to 4 items
run "refuses_rate_limits_12" {
  command = plan

  variables {
    rate_limits = { login = { priority = 0, limit = 10, paths = ["/api/*", "/api/*", "/api/*", "/api/*", "/api/*"] } }
  }

  expect_failures = [var.rate_limits]
}

# rate_limits[*].paths[*] must not be null
run "refuses_rate_limits_13" {
  command = plan

  variables {
    rate_limits = { login = { priority = 0, limit = 10, paths = [null] } }
  }

  expect_failures = [var.rate_limits]
}

# rate_limits[*].paths[*] must begin with a slash, and may end with * for all that begin so
run "refuses_rate_limits_14" {
  command = plan

  variables {
    rate_limits = { login = { priority = 0, limit = 10, paths = ["api/*/x"] } }
  }

  expect_failures = [var.rate_limits]
}

# rate_limits[*].paths[*] must have 1 to 100 characters
run "refuses_rate_limits_15" {
  command = plan

  variables {
    rate_limits = { login = { priority = 0, limit = 10, paths = ["xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"] } }
  }

  expect_failures = [var.rate_limits]
}

# rate_limits[*].methods[*] must not be null
run "refuses_rate_limits_16" {
  command = plan

  variables {
    rate_limits = { login = { priority = 0, limit = 10, methods = [null] } }
  }

  expect_failures = [var.rate_limits]
}

# rate_limits[*].methods[*] must be one of GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS
run "refuses_rate_limits_17" {
  command = plan

  variables {
    rate_limits = { login = { priority = 0, limit = 10, methods = ["none-of-these"] } }
  }

  expect_failures = [var.rate_limits]
}

# rate_limits[*].action must be one of block, count, captcha, challenge
run "refuses_rate_limits_18" {
  command = plan

  variables {
    rate_limits = { login = { priority = 0, limit = 10, action = "none-of-these" } }
  }

  expect_failures = [var.rate_limits]
}

# rate_limits[*].status must be one of 400, 401, 403, 404, 405, 408, 409, 411, 412, 413, 414, 415, 416, 421, 429, 500, 501, 502, 503, 504, 505
run "refuses_rate_limits_19" {
  command = plan

  variables {
    rate_limits = { login = { priority = 0, limit = 10, status = -1 } }
  }

  expect_failures = [var.rate_limits]
}

# rate_limits must have a response_body that is a key of custom_response_bodies
run "refuses_rate_limits_20" {
  command = plan

  variables {
    rate_limits = { login = { priority = 1, limit = 100, response_body = "slow-down" } }
  }

  expect_failures = [var.rate_limits]
}

# custom_response_bodies keys must be 1 to 40 lower-case letters, digits and hyphens
run "refuses_custom_response_bodies_1" {
  command = plan

  variables {
    custom_response_bodies = { "Log In" = { content_type = "APPLICATION_JSON", content = "example" } }
  }

  expect_failures = [var.custom_response_bodies]
}

# custom_response_bodies[*] must not be null
run "refuses_custom_response_bodies_2" {
  command = plan

  variables {
    custom_response_bodies = { login = null }
  }

  expect_failures = [var.custom_response_bodies]
}

# custom_response_bodies[*].content_type must be one of APPLICATION_JSON, TEXT_HTML, TEXT_PLAIN
run "refuses_custom_response_bodies_3" {
  command = plan

  variables {
    custom_response_bodies = { login = { content_type = "none-of-these", content = "example" } }
  }

  expect_failures = [var.custom_response_bodies]
}

# custom_response_bodies[*].content must have 1 to 4096 characters
run "refuses_custom_response_bodies_4" {
  command = plan

  variables {
    custom_response_bodies = { login = { content_type = "APPLICATION_JSON", content = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" } }
  }

  expect_failures = [var.custom_response_bodies]
}

# block_status must be one of 400, 401, 403, 404, 405, 408, 409, 411, 412, 413, 414, 415, 416, 421, 429, 500, 501, 502, 503, 504, 505
run "refuses_block_status_1" {
  command = plan

  variables {
    block_status = -1
  }

  expect_failures = [var.block_status]
}

# block_response_body must be a key of custom_response_bodies
run "refuses_block_response_body_1" {
  command = plan

  variables {
    block_response_body = "sorry"
  }

  expect_failures = [var.block_response_body]
}

# log_destination.arn must be the ARN of a bucket, a Firehose stream or a log group whose name begins with aws-waf-logs-
run "refuses_log_destination_1" {
  command = plan

  variables {
    log_destination = { arn = "arn:aws:s3:::nimbus-logs" }
  }

  expect_failures = [var.log_destination]
}

# log_destination.arn must be of region <data.aws_region.current.id>, as the module's provider is: give one that was made there
run "refuses_log_destination_2" {
  command = plan

  variables {
    log_destination = { arn = "arn:aws-cn:s3:::aws-waf-logs-nimbus" }
  }

  expect_failures = [var.log_destination]
}

# log_destination is given, but logs is false; set it, or leave the destination out
run "refuses_log_destination_3" {
  command = plan

  variables {
    logs            = false
    log_destination = { arn = "arn:aws:s3:::aws-waf-logs-nimbus" }
  }

  expect_failures = [var.log_destination]
}

# log_filter must be one of all, matched, blocked
run "refuses_log_filter_1" {
  command = plan

  variables {
    log_filter = "none-of-these"
  }

  expect_failures = [var.log_filter]
}

# log_retention_days must be one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653
run "refuses_log_retention_days_1" {
  command = plan

  variables {
    log_retention_days = -1
  }

  expect_failures = [var.log_retention_days]
}

# log_kms_key.arn must be an ARN of kms
run "refuses_log_kms_key_1" {
  command = plan

  variables {
    log_kms_key = { arn = "not-an-arn" }
  }

  expect_failures = [var.log_kms_key]
}

# log_kms_key.arn must have 1 to 2048 characters
run "refuses_log_kms_key_2" {
  command = plan

  variables {
    log_kms_key = { arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }
  }

  expect_failures = [var.log_kms_key]
}

# log_kms_key.arn must be of region <data.aws_region.current.id>, as the module's provider is: give one that was made there
run "refuses_log_kms_key_3" {
  command = plan

  variables {
    log_kms_key = { arn = "arn:aws:kms:af-south-1:123456789012:key/00000000-0000-0000-0000-000000000000" }
  }

  expect_failures = [var.log_kms_key]
}

# redacted_headers[*] must not be null
run "refuses_redacted_headers_1" {
  command = plan

  variables {
    redacted_headers = [null]
  }

  expect_failures = [var.redacted_headers]
}

# redacted_headers[*] must be names of headers in lower case, as AWS WAF keeps them
run "refuses_redacted_headers_2" {
  command = plan

  variables {
    redacted_headers = ["X Header"]
  }

  expect_failures = [var.redacted_headers]
}

# alarms.topic_arns must have 1 to 5 items
run "refuses_alarms_1" {
  command = plan

  variables {
    alarms = { topic_arns = [] }
  }

  expect_failures = [var.alarms]
}

# alarms.topic_arns[*] must not be null
run "refuses_alarms_2" {
  command = plan

  variables {
    alarms = { topic_arns = [null] }
  }

  expect_failures = [var.alarms]
}

# alarms.topic_arns[*] must be an ARN of sns
run "refuses_alarms_3" {
  command = plan

  variables {
    alarms = { topic_arns = ["not-an-arn"] }
  }

  expect_failures = [var.alarms]
}

# alarms.topic_arns[*] must have 1 to 2048 characters
run "refuses_alarms_4" {
  command = plan

  variables {
    alarms = { topic_arns = ["xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"] }
  }

  expect_failures = [var.alarms]
}

# alarms.topic_arns[*] must be of region <data.aws_region.current.id>, as the module's provider is: give one that was made there
run "refuses_alarms_5" {
  command = plan

  variables {
    alarms = { topic_arns = ["arn:aws:sns:af-south-1:123456789012:alarms"] }
  }

  expect_failures = [var.alarms]
}

# alarms.blocked_requests must be between 1 and 1000000000 requests
run "refuses_alarms_6" {
  command = plan

  variables {
    alarms = { topic_arns = ["arn:aws:sns:us-east-1:123456789012:alarms"], blocked_requests = 1000000001 }
  }

  expect_failures = [var.alarms]
}

# alarms.blocked_requests must be a whole number
run "refuses_alarms_7" {
  command = plan

  variables {
    alarms = { topic_arns = ["arn:aws:sns:us-east-1:123456789012:alarms"], blocked_requests = 1.5 }
  }

  expect_failures = [var.alarms]
}
