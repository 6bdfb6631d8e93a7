# Every validation of the queue module refuses a bad value. Generated: see the construct's inputs.

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
  name = "nimbus-production-mails"
}

# name must be 3 to 62 lower-case letters, digits and hyphens, beginning with a letter and not ending with a hyphen
run "refuses_name_1" {
  command = plan

  variables {
    name = "Nimbus_Production"
  }

  expect_failures = [var.name]
}

# visibility_timeout must be a whole number between 0 and 43200 seconds
run "refuses_visibility_timeout_1" {
  command = plan

  variables {
    visibility_timeout = 43201
  }

  expect_failures = [var.visibility_timeout]
}

# message_retention must be a whole number between 60 and 1209600 seconds
run "refuses_message_retention_1" {
  command = plan

  variables {
    message_retention = 1209601
  }

  expect_failures = [var.message_retention]
}

# delay must be a whole number between 0 and 900 seconds
run "refuses_delay_1" {
  command = plan

  variables {
    delay = 901
  }

  expect_failures = [var.delay]
}

# receive_wait must be a whole number between 0 and 20 seconds
run "refuses_receive_wait_1" {
  command = plan

  variables {
    receive_wait = 21
  }

  expect_failures = [var.receive_wait]
}

# max_message_size must be a whole number between 1024 and 262144 bytes
run "refuses_max_message_size_1" {
  command = plan

  variables {
    max_message_size = 262145
  }

  expect_failures = [var.max_message_size]
}

# replacements must be between 0 and 1000
run "refuses_replacements_1" {
  command = plan

  variables {
    replacements = 1001
  }

  expect_failures = [var.replacements]
}

# replacements must be a whole number
run "refuses_replacements_2" {
  command = plan

  variables {
    replacements = 0.5
  }

  expect_failures = [var.replacements]
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

# dead_letters.max_receives must be a whole number between 1 and 1000 times
run "refuses_dead_letters_1" {
  command = plan

  variables {
    dead_letters = { max_receives = 1001 }
  }

  expect_failures = [var.dead_letters]
}

# dead_letters.retention must be a whole number between 60 and 1209600 seconds
run "refuses_dead_letters_2" {
  command = plan

  variables {
    dead_letters = { retention = 1209601 }
  }

  expect_failures = [var.dead_letters]
}

# dead_letters must have a retention above message_retention: in a standard queue a dead letter is as old as its message, and might go before anybody has seen it
run "refuses_dead_letters_3" {
  command = plan

  variables {
    message_retention = 1209600
  }

  expect_failures = [var.dead_letters]
}

# kms_key.arn must be an ARN of kms
run "refuses_kms_key_1" {
  command = plan

  variables {
    kms_key = { arn = "not-an-arn" }
  }

  expect_failures = [var.kms_key]
}

# kms_key.arn must have 1 to 2048 characters
run "refuses_kms_key_2" {
  command = plan

  variables {
    kms_key = { arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }
  }

  expect_failures = [var.kms_key]
}

# kms_key.arn must be of region <data.aws_region.current.id>, as the module's provider is: give one that was made there
run "refuses_kms_key_3" {
  command = plan

  variables {
    kms_key = { arn = "arn:aws:kms:af-south-1:123456789012:key/00000000-0000-0000-0000-000000000000" }
  }

  expect_failures = [var.kms_key]
}

# data_key_reuse must be a whole number between 60 and 86400 seconds
run "refuses_data_key_reuse_1" {
  command = plan

  variables {
    data_key_reuse = 86401
  }

  expect_failures = [var.data_key_reuse]
}

# senders keys must be 1 to 40 lower-case letters, digits and hyphens
run "refuses_senders_1" {
  command = plan

  variables {
    senders = { "Web App" = { role_name = "nimbus-production-web-task-us-east-1" } }
  }

  expect_failures = [var.senders]
}

# senders[*] must not be null
run "refuses_senders_2" {
  command = plan

  variables {
    senders = { web = null }
  }

  expect_failures = [var.senders]
}

# senders[*].role_name must be the name of a role, not its ARN
run "refuses_senders_3" {
  command = plan

  variables {
    senders = { web = { role_name = "arn:aws:iam::123456789012:role/web" } }
  }

  expect_failures = [var.senders]
}

# receivers keys must be 1 to 40 lower-case letters, digits and hyphens
run "refuses_receivers_1" {
  command = plan

  variables {
    receivers = { "Web App" = { role_name = "nimbus-production-web-task-us-east-1" } }
  }

  expect_failures = [var.receivers]
}

# receivers[*] must not be null
run "refuses_receivers_2" {
  command = plan

  variables {
    receivers = { web = null }
  }

  expect_failures = [var.receivers]
}

# receivers[*].role_name must be the name of a role, not its ARN
run "refuses_receivers_3" {
  command = plan

  variables {
    receivers = { web = { role_name = "arn:aws:iam::123456789012:role/web" } }
  }

  expect_failures = [var.receivers]
}

# event_sources keys must be 1 to 40 lower-case letters, digits and hyphens
run "refuses_event_sources_1" {
  command = plan

  variables {
    event_sources = { "Web App" = { service = "s3", source_arn = "arn:aws:s3:::nimbus-production-uploads" } }
  }

  expect_failures = [var.event_sources]
}

# event_sources[*] must not be null
run "refuses_event_sources_2" {
  command = plan

  variables {
    event_sources = { web = null }
  }

  expect_failures = [var.event_sources]
}

# event_sources[*] must have a source_arn of its service: for no other would anything ever be sent
run "refuses_event_sources_3" {
  command = plan

  variables {
    event_sources = { web = { service = "sns", source_arn = "arn:aws:s3:::nimbus-production-uploads" } }
  }

  expect_failures = [var.event_sources]
}

# event_sources[*].service must be one of cloudwatch, events, s3, sns
run "refuses_event_sources_4" {
  command = plan

  variables {
    event_sources = { web = { service = "none-of-these", source_arn = "arn:aws:s3:::nimbus-production-uploads" } }
  }

  expect_failures = [var.event_sources]
}

# event_sources[*].source_arn must be an ARN of cloudwatch, events, s3, sns
run "refuses_event_sources_5" {
  command = plan

  variables {
    event_sources = { web = { service = "s3", source_arn = "not-an-arn" } }
  }

  expect_failures = [var.event_sources]
}

# event_sources[*].source_arn must have 1 to 2048 characters
run "refuses_event_sources_6" {
  command = plan

  variables {
    event_sources = { web = { service = "s3", source_arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" } }
  }

  expect_failures = [var.event_sources]
}

# event_sources[*].source_arn must be of account <data.aws_caller_identity.current.account_id>, as the module's provider is: give one that was made there
run "refuses_event_sources_7" {
  command = plan

  variables {
    event_sources = { web = { service = "s3", source_arn = "arn:aws-cn:s3:::nimbus-production-uploads" } }
  }

  expect_failures = [var.event_sources]
}

# max_age must be a whole number between 1 and 1209600 seconds
run "refuses_max_age_1" {
  command = plan

  variables {
    max_age = 1209601
  }

  expect_failures = [var.max_age]
}

# max_age must be below message_retention, at which SQS deletes a message: none would ever be old enough for the alarm
run "refuses_max_age_2" {
  command = plan

  variables {
    max_age           = 3600
    message_retention = 3600
  }

  expect_failures = [var.max_age]
}

# alarm_topic_arns must have 0 to 5 items
run "refuses_alarm_topic_arns_1" {
  command = plan

  variables {
    alarm_topic_arns = ["arn:aws:sns:us-east-1:123456789012:alarms", "arn:aws:sns:us-east-1:123456789012:alarms", "arn:aws:sns:us-east-1:123456789012:alarms", "arn:aws:sns:us-east-1:123456789012:alarms", "arn:aws:sns:us-east-1:123456789012:alarms", "arn:aws:sns:us-east-1:123456789012:alarms"]
  }

  expect_failures = [var.alarm_topic_arns]
}

# alarm_topic_arns must not name the same item twice
run "refuses_alarm_topic_arns_2" {
  command = plan

  variables {
    alarm_topic_arns = ["arn:aws:sns:us-east-1:123456789012:alarms", "arn:aws:sns:us-east-1:123456789012:alarms"]
  }

  expect_failures = [var.alarm_topic_arns]
}

# alarm_topic_arns[*] must not be null
run "refuses_alarm_topic_arns_3" {
  command = plan

  variables {
    alarm_topic_arns = [null]
  }

  expect_failures = [var.alarm_topic_arns]
}

# alarm_topic_arns[*] must be an ARN of sns
run "refuses_alarm_topic_arns_4" {
  command = plan

  variables {
    alarm_topic_arns = ["not-an-arn"]
  }

  expect_failures = [var.alarm_topic_arns]
}

# alarm_topic_arns[*] must have 1 to 2048 characters
run "refuses_alarm_topic_arns_5" {
  command = plan

  variables {
    alarm_topic_arns = ["xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"]
  }

  expect_failures = [var.alarm_topic_arns]
}

# alarm_topic_arns[*] must be of region <data.aws_region.current.id>, as the module's provider is: give one that was made there
run "refuses_alarm_topic_arns_6" {
  command = plan

  variables {
    alarm_topic_arns = ["arn:aws:sns:af-south-1:123456789012:alarms"]
  }

  expect_failures = [var.alarm_topic_arns]
}
