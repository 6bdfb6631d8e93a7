# A service in two steps: what can be there beforehand, and what runs with it.

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
  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::123456789012:role/web" }
  }
  mock_resource "aws_lb_target_group" {
    defaults = {
      arn        = "arn:aws:elasticloadbalancing:us-west-2:123456789012:targetgroup/web-0a1b2c3/0a1b2c3d4e5f6a7b"
      arn_suffix = "targetgroup/web-0a1b2c3/0a1b2c3d4e5f6a7b"
    }
  }
  mock_resource "aws_security_group" {
    defaults = { id = "sg-0a1b2c3d" }
  }
}

variables {
  name        = "web"
  cluster     = { name = "nimbus", arn = "arn:aws:ecs:us-west-2:123456789012:cluster/nimbus" }
  vpc_id      = "vpc-0a1b2c3d"
  subnet_ids  = ["subnet-0a1b2c3d", "subnet-1b2c3d4e"]
  image       = "123456789012.dkr.ecr.us-west-2.amazonaws.com/web:1.4.2"
  port        = 3000
  log_kms_key = { arn = "arn:aws:kms:us-west-2:123456789012:key/00000000-0000-0000-0000-000000000000" }
  routing = {
    listener_arn                    = "arn:aws:elasticloadbalancing:us-west-2:123456789012:listener/app/nimbus/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d"
    load_balancer_security_group_id = "sg-1b2c3d4e"
    priority                        = 100
    paths                           = ["/*"]
  }
}

run "prepares" {
  variables {
    prepare_only = true
  }

  assert {
    condition     = length(aws_ecs_service.this) == 0 && length(aws_ecs_task_definition.this) == 0 && length(aws_appautoscaling_target.this) == 0
    error_message = "Nothing may run."
  }

  assert {
    condition     = output.prepared.security_group_id == "sg-0a1b2c3d" && output.prepared.log_group_name == "/ecs/nimbus/web"
    error_message = "What was prepared must be told."
  }
}

run "runs" {
  variables {
    prepared = run.prepares.prepared
  }

  assert {
    condition     = length(aws_iam_role.task) + length(aws_security_group.tasks) + length(aws_lb_target_group.this) == 0
    error_message = "Nothing of what was prepared may be made again."
  }

  assert {
    condition     = one(one(aws_ecs_service.this).load_balancer).target_group_arn == run.prepares.prepared.target_group_arn
    error_message = "The service must be behind the prepared target group."
  }

  assert {
    condition     = output.target_group_arn_suffix == "targetgroup/web-0a1b2c3/0a1b2c3d4e5f6a7b"
    error_message = "Metrics must find the prepared target group."
  }
}
