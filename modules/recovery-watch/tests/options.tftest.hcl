# What the watch is made of. The provider is mocked: no credentials, nothing is made.

mock_provider "aws" {
  mock_data "aws_caller_identity" {
    defaults = { account_id = "123456789012" }
  }
  mock_data "aws_partition" {
    defaults = { partition = "aws", dns_suffix = "amazonaws.com" }
  }
  mock_data "aws_region" {
    defaults = { id = "us-west-2" }
  }
}

variables {
  name           = "shop-production"
  primary_region = "us-east-1"
}

run "by_itself" {
  command = plan

  assert {
    condition     = aws_sfn_state_machine.this.type == "EXPRESS" && jsondecode(aws_sfn_state_machine.this.definition).QueryLanguage == "JSONata"
    error_message = "It is a cheap state machine without functions."
  }

  assert {
    condition     = length(jsondecode(aws_sfn_state_machine.this.definition).States.Measure.Branches) == 2
    error_message = "Without a database it looks for images and secrets."
  }

  assert {
    condition     = aws_scheduler_schedule.this.schedule_expression == "rate(5 minutes)"
    error_message = "It looks every five minutes."
  }

  assert {
    condition     = aws_ssm_parameter.this.name == "/holdfast/shop-production/copies" && jsondecode(aws_ssm_parameter.this.insecure_value).schema == 2
    error_message = "It remembers what it found."
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.missing_images.treat_missing_data == "breaching" && length(aws_cloudwatch_metric_alarm.database_copy_age) == 0
    error_message = "No figure is a bad figure, where there is one to expect."
  }

  assert {
    condition     = !strcontains(aws_iam_role_policy.this.policy, "secretsmanager") && !strcontains(aws_iam_role_policy.this.policy, "ecr:")
    error_message = "It may ask for nothing that it does not look for."
  }
}

run "of_all" {
  command = plan

  variables {
    database     = { automated_backup_arn = "arn:aws:rds:us-west-2:123456789012:auto-backup:ab-1", max_age = 1800 }
    snapshots    = { identifier = "shop-production", max_age = 115200 }
    restore_test = { plan_arn = "arn:aws:backup:us-west-2:123456789012:restore-testing-plan:shop_production" }
    images = {
      web    = "123456789012.dkr.ecr.us-west-2.amazonaws.com/shop/web:1.4.2"
      worker = "123456789012.dkr.ecr.us-west-2.amazonaws.com/shop/worker@sha256:0000000000000000000000000000000000000000000000000000000000000000"
    }
    secrets          = { session-key = "arn:aws:secretsmanager:us-west-2:123456789012:secret:shop/session-key-a1b2c3" }
    buckets          = { uploads = { source = "shop-uploads", destination = "shop-uploads-us-west-2" } }
    alarm_topic_arns = ["arn:aws:sns:us-west-2:123456789012:alarms"]
    interval_minutes = 1
  }

  assert {
    condition     = length(jsondecode(aws_sfn_state_machine.this.definition).States.Measure.Branches) == 5
    error_message = "It looks for all five side by side."
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.failed_restore_tests[0].threshold == 0 && strcontains(aws_iam_role_policy.this.policy, "backup:ListRestoreJobs")
    error_message = "It looks how restore tests end, and one that failed is an alarm."
  }

  assert {
    condition     = jsondecode(aws_sfn_state_machine.this.definition).States.Measure.Branches[3].States["Find images"].Items[0].image_id == { ImageTag = "1.4.2" }
    error_message = "It asks for an image by its tag."
  }

  assert {
    condition     = keys(jsondecode(aws_sfn_state_machine.this.definition).States.Measure.Branches[3].States["Find images"].Items[1].image_id) == ["ImageDigest"]
    error_message = "It asks for an image by its digest where it has one."
  }

  assert {
    condition     = aws_scheduler_schedule.this.schedule_expression == "rate(1 minute)" && aws_cloudwatch_metric_alarm.database_copy_age[0].period == 60
    error_message = "Alarms look as often as the watch does."
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.database_copy_age[0].threshold == 1800 && aws_cloudwatch_metric_alarm.database_copy_age[0].dimensions == tomap({ Environment = "shop-production" })
    error_message = "The age is held against the objective."
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.replication_latency["uploads"].dimensions == tomap({ SourceBucket = "shop-uploads", DestinationBucket = "shop-uploads-us-west-2", RuleId = "replicate" })
    error_message = "A bucket's copy is watched by S3's own metric of this region."
  }

  assert {
    condition     = strcontains(aws_iam_role_policy.this.policy, "arn:aws:ecr:us-west-2:123456789012:repository/shop/web") && strcontains(aws_iam_role_policy.this.policy, "secret:shop/session-key-a1b2c3")
    error_message = "It may ask for just these."
  }
}

run "of_a_kit" {
  command = plan

  variables {
    kit = { bucket = "shop-state", key = "kit/production/SHA256SUMS" }
  }

  assert {
    condition = jsondecode(aws_iam_role_policy.this.policy).Statement[length(jsondecode(aws_iam_role_policy.this.policy).Statement) - 1] == {
      Sid       = "Kit"
      Effect    = "Allow"
      Action    = "s3:ListBucket"
      Resource  = "arn:aws:s3:::shop-state"
      Condition = { StringEquals = { "s3:prefix" = "kit/production/SHA256SUMS" } }
    }
    error_message = "It may look for that file alone, and not read it."
  }

  assert {
    condition     = length(aws_cloudwatch_metric_alarm.kit_age) == 0
    error_message = "No alarm by default."
  }
}

run "of_a_kit_with_an_alarm" {
  command = plan

  variables {
    kit = { bucket = "shop-state", key = "kit/production/SHA256SUMS", alarm = { max_age = 604800 } }
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.kit_age[0].threshold == 604800 && aws_cloudwatch_metric_alarm.kit_age[0].treat_missing_data == "breaching"
    error_message = "A kit that is old, or that nobody looks for, is an alarm."
  }
}

run "refuses_to_stand_where_it_would_be_lost" {
  command = plan

  variables {
    primary_region = "us-west-2"
  }

  expect_failures = [aws_sfn_state_machine.this]
}

run "refuses_images_of_another_region" {
  command = plan

  variables {
    images = { web = "123456789012.dkr.ecr.us-east-1.amazonaws.com/shop/web:1.4.2" }
  }

  expect_failures = [aws_sfn_state_machine.this]
}
