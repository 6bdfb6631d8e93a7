# What the registry makes for its options, with a mocked provider.

mock_provider "aws" {
  mock_data "aws_region" {
    defaults = { id = "us-east-1" }
  }

  mock_data "aws_partition" {
    defaults = { partition = "aws" }
  }

  mock_data "aws_caller_identity" {
    defaults = { account_id = "123456789012" }
  }
}

variables {
  name         = "nimbus"
  repositories = { web = {} }
}

run "by_itself" {
  assert {
    condition     = aws_ecr_repository.this["web"].name == "nimbus/web" && aws_ecr_repository.this["web"].image_tag_mutability == "IMMUTABLE" && !aws_ecr_repository.this["web"].force_delete
    error_message = "Tags are immutable, and images are not deleted with their repository."
  }

  assert {
    condition     = aws_ecr_repository.this["web"].image_scanning_configuration[0].scan_on_push
    error_message = "Images are scanned as they are pushed."
  }

  assert {
    condition     = aws_ecr_repository.this["web"].encryption_configuration[0].kms_key == aws_kms_key.this[0].arn
    error_message = "Images are encrypted with the module's own key."
  }

  assert {
    condition = [for rule in jsondecode(aws_ecr_lifecycle_policy.this["web"].policy).rules : [rule.rulePriority, try(rule.selection.tagPatternList, []), rule.selection.countType, rule.selection.countNumber]] == [
      [1, ["running-*"], "imageCountMoreThan", 999999],
      [101, ["*"], "imageCountMoreThan", 30],
      [301, [], "sinceImagePushed", 14],
    ]
    error_message = "What runs comes first and never expires; 30 releases are kept, and images without a tag for 14 days."
  }

  assert {
    condition     = length(aws_ecr_repository_policy.this) == 0
    error_message = "No other account pulls, and nobody pushes."
  }

  assert {
    condition     = length(aws_ecr_registry_scanning_configuration.this) + length(aws_ecr_replication_configuration.this) + length(aws_cloudwatch_event_rule.findings_basic) == 0
    error_message = "Settings of the whole registry are left alone."
  }
}

run "expiry" {
  variables {
    repositories = {
      web = { release_tags = ["v*", "release-*"], keep_releases = 5, expire_other_days = 7, expire_untagged_days = 1 }
    }
    running_tags = ["running-*", "canary-*"]
  }

  assert {
    condition = [for rule in jsondecode(aws_ecr_lifecycle_policy.this["web"].policy).rules : [rule.rulePriority, try(rule.selection.tagPatternList, []), rule.selection.countNumber]] == [
      [1, ["running-*"], 999999],
      [2, ["canary-*"], 999999],
      [101, ["v*"], 5],
      [102, ["release-*"], 5],
      [201, ["*"], 7],
      [301, [], 1],
    ]
    error_message = "Each pattern has a rule of its own: a rule with two matches only images that have tags like both."
  }
}

run "access" {
  variables {
    repositories = {
      web    = { pull_accounts = ["210987654321"], push_roles = ["arn:aws:iam::123456789012:role/build"] }
      worker = { pull_accounts = ["210987654321"] }
      base   = {}
    }
  }

  assert {
    condition     = keys(aws_ecr_repository_policy.this) == ["web", "worker"]
    error_message = "Only repositories that are opened have a policy."
  }

  assert {
    condition = { for statement in jsondecode(aws_ecr_repository_policy.this["web"].policy).Statement : statement.Sid => [statement.Principal.AWS, contains(statement.Action, "ecr:PutImage")] } == {
      Pull = [["arn:aws:iam::210987654321:root"], false]
      Push = [["arn:aws:iam::123456789012:role/build"], true]
    }
    error_message = "Accounts pull, roles push."
  }

  assert {
    condition     = [for statement in jsondecode(aws_ecr_repository_policy.this["worker"].policy).Statement : statement.Sid] == ["Pull"]
    error_message = "A statement without principals is left out."
  }
}

run "registry_wide" {
  variables {
    scanning    = { scan_frequency = "CONTINUOUS_SCAN" }
    findings    = { topic_arn = "arn:aws:sns:us-east-1:123456789012:alarms", severities = ["CRITICAL"] }
    replication = { destinations = [{ region = "us-west-2" }, { region = "us-east-1", account_id = "210987654321" }] }
  }

  assert {
    condition     = aws_ecr_registry_scanning_configuration.this[0].scan_type == "ENHANCED"
    error_message = "The registry is scanned by Inspector."
  }

  assert {
    condition     = { for destination in aws_ecr_replication_configuration.this[0].replication_configuration[0].rule[0].destination : destination.region => destination.registry_id } == { us-west-2 = "123456789012", us-east-1 = "210987654321" }
    error_message = "Images are copied to the account's own registry unless another one is named."
  }

  assert {
    condition     = [for filter in aws_ecr_replication_configuration.this[0].replication_configuration[0].rule[0].repository_filter : filter.filter] == ["nimbus/"]
    error_message = "Only the repositories of the module are copied."
  }

  assert {
    condition     = jsondecode(aws_cloudwatch_event_rule.findings_basic[0].event_pattern).detail["$or"] == [{ finding-severity-counts = { CRITICAL = [{ numeric = [">", 0] }] } }]
    error_message = "The topic is told of critical findings."
  }

  assert {
    condition     = aws_cloudwatch_event_target.findings_enhanced[0].arn == var.findings.topic_arn
    error_message = "Inspector's findings go to the topic too."
  }
}

run "replicated_to_itself" {
  command = plan

  variables {
    replication = { destinations = [{ region = "us-east-1" }] }
  }

  expect_failures = [aws_ecr_replication_configuration.this]
}

run "repository_more" {
  variables {
    repositories = { web = {}, legacy = { repository_name = "task-manager-backend", mutable_tags = true, scan_on_push = false } }
  }

  assert {
    condition     = output.names == { web = "nimbus/web", legacy = "task-manager-backend" } && aws_ecr_repository.this["legacy"].image_tag_mutability == "MUTABLE"
    error_message = "A repository that exists already keeps its name."
  }
}

run "renamed_repository" {
  command = plan

  variables {
    repositories = { web = {}, legacy = { repository_name = "backend" } }
  }

  expect_failures = [aws_ecr_repository.this]
}

run "other_key" {
  command = plan

  variables {
    kms_key = { arn = "arn:aws:kms:us-east-1:123456789012:key/11111111-1111-1111-1111-111111111111" }
  }

  expect_failures = [aws_ecr_repository.this]
}

run "other_key_on_purpose" {
  command = plan

  variables {
    kms_key      = { arn = "arn:aws:kms:us-east-1:123456789012:key/11111111-1111-1111-1111-111111111111" }
    replacements = 1
  }

  assert {
    condition     = length(aws_kms_key.this) == 0 && aws_ecr_repository.this["web"].encryption_configuration[0].kms_key == var.kms_key.arn
    error_message = "The opt-in lets the plan through."
  }
}
