# What the cluster makes for its options, planned with a mocked provider.

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
  name = "nimbus"
}

run "by_itself" {
  command = plan

  assert {
    condition     = [for setting in aws_ecs_cluster.this.setting : setting.value] == ["enhanced"]
    error_message = "Container Insights show single tasks."
  }

  assert {
    condition     = [for share in aws_ecs_cluster_capacity_providers.this.default_capacity_provider_strategy : share.capacity_provider] == ["FARGATE"]
    error_message = "Nothing runs on Spot that did not ask for it."
  }

  assert {
    condition     = aws_ecs_cluster_capacity_providers.this.capacity_providers == toset(["FARGATE", "FARGATE_SPOT"])
    error_message = "Services can choose Spot."
  }

  assert {
    condition     = aws_cloudwatch_log_group.exec.name == "/ecs/nimbus/exec" && aws_cloudwatch_log_group.exec.retention_in_days == 365
    error_message = "Exec sessions are kept for a year."
  }

  assert {
    condition     = aws_ecs_cluster.this.configuration[0].execute_command_configuration[0].logging == "OVERRIDE"
    error_message = "Exec sessions are logged to that group."
  }

  assert {
    condition     = jsondecode(aws_kms_key.this[0].policy).Statement[1].Condition.ArnLike["kms:EncryptionContext:aws:logs:arn"] == "arn:aws:logs:us-east-1:123456789012:log-group:/ecs/nimbus/*"
    error_message = "The key is for the log groups of the cluster and of its services, and for no others."
  }

  assert {
    condition     = aws_service_discovery_http_namespace.this[0].name == "nimbus" && length(aws_ecs_cluster.this.service_connect_defaults) == 1
    error_message = "Services find each other in a namespace with the cluster's name."
  }

  assert {
    condition     = length(aws_ecs_cluster.this.configuration[0].managed_storage_configuration) == 0
    error_message = "Storage is encrypted with keys of AWS."
  }
}

run "mostly_spot" {
  command = plan

  variables {
    fargate_base        = 2
    fargate_weight      = 1
    fargate_spot_weight = 3
  }

  assert {
    condition = { for share in aws_ecs_cluster_capacity_providers.this.default_capacity_provider_strategy : share.capacity_provider => [share.base, share.weight] } == {
      FARGATE      = [2, 1]
      FARGATE_SPOT = [0, 3]
    }
    error_message = "Two tasks on FARGATE, then one on FARGATE for three on FARGATE_SPOT."
  }
}

run "spot_only" {
  command = plan

  variables {
    fargate_weight      = 0
    fargate_spot_weight = 1
  }

  assert {
    condition     = [for share in aws_ecs_cluster_capacity_providers.this.default_capacity_provider_strategy : share.capacity_provider] == ["FARGATE_SPOT"]
    error_message = "A provider without weight and base is left out."
  }
}

run "without_insights" {
  command = plan

  variables {
    container_insights = "disabled"
  }

  assert {
    condition     = [for setting in aws_ecs_cluster.this.setting : setting.value] == ["disabled"]
    error_message = "Insights can be turned off."
  }
}

run "key_of_the_caller" {
  command = plan

  variables {
    kms_key = { arn = "arn:aws:kms:us-east-1:123456789012:key/11111111-1111-1111-1111-111111111111" }
  }

  assert {
    condition     = length(aws_kms_key.this) == 0 && length(aws_kms_alias.this) == 0
    error_message = "No second key is made."
  }

  assert {
    condition     = aws_cloudwatch_log_group.exec.kms_key_id == var.kms_key.arn && aws_ecs_cluster.this.configuration[0].execute_command_configuration[0].kms_key_id == var.kms_key.arn
    error_message = "The given key encrypts sessions and logs."
  }

  assert {
    condition     = output.kms_key_arn == var.kms_key.arn
    error_message = "Services get the given key."
  }
}

run "keys_for_storage" {
  command = plan

  variables {
    storage_keys = { fargate = "arn:aws:kms:us-east-1:123456789012:key/22222222-2222-2222-2222-222222222222" }
  }

  assert {
    condition     = aws_ecs_cluster.this.configuration[0].managed_storage_configuration[0].fargate_ephemeral_storage_kms_key_id == var.storage_keys.fargate
    error_message = "The tasks' own disks are encrypted with the given key."
  }

  assert {
    condition     = aws_ecs_cluster.this.configuration[0].managed_storage_configuration[0].kms_key_id == null
    error_message = "Volumes keep the key of AWS."
  }
}

run "without_service_connect" {
  command = plan

  variables {
    service_connect = false
  }

  assert {
    condition     = length(aws_service_discovery_http_namespace.this) == 0 && length(aws_ecs_cluster.this.service_connect_defaults) == 0
    error_message = "There is no namespace."
  }

  assert {
    condition     = output.namespace_arn == null
    error_message = "The output says so."
  }
}

run "name_of_the_namespace" {
  command = plan

  variables {
    namespace_name = "shop.local"
  }

  assert {
    condition     = aws_service_discovery_http_namespace.this[0].name == "shop.local"
    error_message = "The namespace has the given name."
  }
}

run "namespace_of_the_caller" {
  command = plan

  variables {
    namespace = { arn = "arn:aws:servicediscovery:us-east-1:123456789012:namespace/ns-0a1b2c3d4e5f6071" }
  }

  assert {
    condition     = length(aws_service_discovery_http_namespace.this) == 0 && aws_ecs_cluster.this.service_connect_defaults[0].namespace == var.namespace.arn
    error_message = "The given namespace is the cluster's default."
  }
}
