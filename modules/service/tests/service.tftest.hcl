# What a service is made of, by its options. The provider is mocked: no credentials, nothing is made.

mock_provider "aws" {
  override_during = plan

  mock_data "aws_caller_identity" {
    defaults = { account_id = "123456789012" }
  }

  mock_data "aws_partition" {
    defaults = { partition = "aws" }
  }

  mock_data "aws_region" {
    defaults = { id = "us-east-1" }
  }

  mock_resource "aws_cloudwatch_log_group" {
    defaults = { arn = "arn:aws:logs:us-east-1:123456789012:log-group:/ecs/nimbus/web" }
  }

  mock_resource "aws_lb_target_group" {
    defaults = {
      arn        = "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/0a1b2c3d4e5f6a7b"
      arn_suffix = "targetgroup/web/0a1b2c3d4e5f6a7b"
    }
  }
}

variables {
  name       = "web"
  cluster    = { name = "nimbus", arn = "arn:aws:ecs:us-east-1:123456789012:cluster/nimbus" }
  vpc_id     = "vpc-0a1b2c3d"
  subnet_ids = ["subnet-0a1b2c3d", "subnet-1b2c3d4e"]
  image      = "123456789012.dkr.ecr.us-east-1.amazonaws.com/shop/web:1.4.2"
  routing    = null
}

run "worker" {
  command = plan

  assert {
    condition     = length(aws_lb_target_group.this) == 0 && length(aws_lb_listener_rule.this) == 0 && length(aws_ecs_service.this[0].load_balancer) == 0
    error_message = "A worker has nothing to do with a load balancer."
  }

  assert {
    condition     = length(aws_vpc_security_group_ingress_rule.load_balancer) == 0 && length(aws_vpc_security_group_ingress_rule.clients) == 0
    error_message = "Nobody reaches a worker."
  }

  assert {
    condition     = aws_ecs_service.this[0].desired_count == 2 && aws_appautoscaling_target.this[0].min_capacity == 2 && aws_appautoscaling_target.this[0].max_capacity == 2
    error_message = "Without scaling the range begins and ends at the count."
  }

  assert {
    condition     = length(aws_appautoscaling_policy.cpu) == 0 && length(aws_appautoscaling_policy.memory) == 0 && length(aws_appautoscaling_policy.requests) == 0
    error_message = "Without scaling nothing is tracked."
  }

  assert {
    condition     = length(aws_cloudwatch_metric_alarm.cpu) == 0 && length(aws_iam_role_policy.task) == 0
    error_message = "Without alarms and statements there are none."
  }

  assert {
    condition     = output.target_group_arn == null
    error_message = "A worker has no target group to put out."
  }
}

run "container_by_default" {
  command = plan

  assert {
    condition = jsondecode(aws_ecs_task_definition.this[0].container_definitions) == [{
      name                   = "web"
      image                  = "123456789012.dkr.ecr.us-east-1.amazonaws.com/shop/web:1.4.2"
      essential              = true
      cpu                    = 0
      user                   = "1000:1000"
      readonlyRootFilesystem = true
      environment            = []
      secrets                = []
      portMappings           = []
      mountPoints            = []
      volumesFrom            = []
      dependsOn              = []
      stopTimeout            = 30
      linuxParameters = {
        initProcessEnabled = true
        capabilities       = { add = [], drop = ["ALL"] }
      }
      ulimits        = []
      systemControls = []
      logConfiguration = {
        logDriver = "awslogs"
        options = {
          awslogs-group         = "/ecs/nimbus/web"
          awslogs-region        = "us-east-1"
          awslogs-stream-prefix = "web"
          max-buffer-size       = "10m"
          mode                  = "non-blocking"
        }
      }
    }]
    error_message = "The container has what the API would fill in, and no nulls."
  }
}

run "container_with_everything" {
  command = plan

  variables {
    port              = 3000
    command           = ["node", "server.js"]
    working_directory = "/app"
    environment       = { LOG_LEVEL = "info", GREETING = "say \"hi\" $${HOME}" }
    secrets = {
      TOKEN    = { arn = "arn:aws:ssm:us-east-1:123456789012:parameter/web/token" }
      PASSWORD = { arn = "arn:aws:secretsmanager:us-east-1:123456789012:secret:web-a1b2c3", json_key = "password" }
    }
    writable_paths = { cache = "/app/.next/cache" }
    efs_volumes    = { media = { file_system_id = "fs-0a1b2c3d", path = "/media", read_only = true } }
    health_check   = { command = ["CMD", "/app/health"] }
    ulimits        = { nofile = { soft = 1024, hard = 65536 } }
    start_after    = { agent = "HEALTHY" }
    sidecars = {
      agent = {
        image        = "public.ecr.aws/datadog/agent:7.71.2"
        cpu          = 64
        memory       = 128
        port         = 8126
        mounts       = { cache = "/tmp" }
        secrets      = { KEY = { arn = "arn:aws:secretsmanager:us-east-1:123456789012:secret:agent-a1b2c3" } }
        health_check = { command = ["CMD-SHELL", "agent health"] }
      }
    }
    ephemeral_storage = 40
  }

  assert {
    condition     = jsondecode(aws_ecs_task_definition.this[0].container_definitions)[*].name == ["web", "agent"]
    error_message = "The main container comes first."
  }

  assert {
    condition = jsondecode(aws_ecs_task_definition.this[0].container_definitions)[0].environment == [
      { name = "GREETING", value = "say \"hi\" $${HOME}" },
      { name = "LOG_LEVEL", value = "info" },
    ]
    error_message = "Variables are in the order of their names, and arrive as they were written."
  }

  assert {
    condition = jsondecode(aws_ecs_task_definition.this[0].container_definitions)[0].secrets == [
      { name = "PASSWORD", valueFrom = "arn:aws:secretsmanager:us-east-1:123456789012:secret:web-a1b2c3:password::" },
      { name = "TOKEN", valueFrom = "arn:aws:ssm:us-east-1:123456789012:parameter/web/token" },
    ]
    error_message = "A JSON key is asked for behind the ARN."
  }

  assert {
    condition = jsondecode(aws_ecs_task_definition.this[0].container_definitions)[0].mountPoints == [
      { sourceVolume = "cache", containerPath = "/app/.next/cache", readOnly = false },
      { sourceVolume = "media", containerPath = "/media", readOnly = true },
    ]
    error_message = "Writable folders and EFS volumes are mounted."
  }

  assert {
    condition     = jsondecode(aws_ecs_task_definition.this[0].container_definitions)[0].portMappings == [{ name = "web", containerPort = 3000, hostPort = 3000, protocol = "tcp" }]
    error_message = "The port has a name and no protocol of Service Connect."
  }

  assert {
    condition     = jsondecode(aws_ecs_task_definition.this[0].container_definitions)[0].dependsOn == [{ containerName = "agent", condition = "HEALTHY" }]
    error_message = "The main container waits for the sidecar."
  }

  assert {
    condition     = jsondecode(aws_ecs_task_definition.this[0].container_definitions)[1].mountPoints == [{ sourceVolume = "cache", containerPath = "/tmp", readOnly = false }]
    error_message = "A sidecar mounts the same folder elsewhere."
  }

  assert {
    condition     = toset(aws_ecs_task_definition.this[0].volume[*].name) == toset(["cache", "media"])
    error_message = "Each mount has its volume."
  }

  assert {
    condition     = alltrue([for volume in aws_ecs_task_definition.this[0].volume : volume.name == "cache" ? length(volume.efs_volume_configuration) == 0 : volume.efs_volume_configuration[0].transit_encryption == "ENABLED"])
    error_message = "EFS is encrypted in transit; a writable folder is nothing but a name."
  }

  assert {
    condition     = aws_ecs_task_definition.this[0].ephemeral_storage[0].size_in_gib == 40
    error_message = "More disk than Fargate gives by itself is asked for."
  }

  assert {
    condition = [
      for statement in jsondecode(aws_iam_role_policy.execution[0].policy).Statement : statement.Resource
      if contains(["Secrets", "Parameters"], statement.Sid)
      ] == [
      [
        "arn:aws:secretsmanager:us-east-1:123456789012:secret:web-a1b2c3",
        "arn:aws:secretsmanager:us-east-1:123456789012:secret:agent-a1b2c3",
      ],
      ["arn:aws:ssm:us-east-1:123456789012:parameter/web/token"],
    ]
    error_message = "The execution role reads exactly the secrets named, without their JSON keys."
  }
}

run "execution_role_by_default" {
  command = plan

  assert {
    condition     = jsondecode(aws_iam_role_policy.execution[0].policy).Statement[*].Sid == ["Logs", "Login", "Pull"]
    error_message = "Without secrets the execution role writes logs and pulls the image, no more."
  }

  assert {
    condition     = jsondecode(aws_iam_role_policy.execution[0].policy).Statement[2].Resource == ["arn:aws:ecr:us-east-1:123456789012:repository/shop/web"]
    error_message = "It pulls from the image's own repository only."
  }

  assert {
    condition     = jsondecode(aws_iam_role.task[0].assume_role_policy).Statement[0].Condition.StringEquals["aws:SourceAccount"] == "123456789012"
    error_message = "Only tasks of this account take the role."
  }
}

run "public_image" {
  command = plan

  variables {
    image = "public.ecr.aws/nginx/nginx:1.29.3"
  }

  assert {
    condition     = jsondecode(aws_iam_role_policy.execution[0].policy).Statement[*].Sid == ["Logs"]
    error_message = "An image of another registry needs no right to ECR."
  }
}

run "web" {
  command = plan

  variables {
    port = 3000
    routing = {
      listener_arn                    = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d"
      load_balancer_security_group_id = "sg-0a1b2c3d"
      priority                        = 100
      hosts                           = ["example.com"]
      paths                           = ["/api/*", "/health"]
      headers                         = { X-Tenant = ["blue"] }
      health                          = { path = "/api/health" }
      stickiness                      = {}
    }
    scaling = {
      minimum  = 2
      maximum  = 10
      cpu      = { target = 70 }
      requests = { target = 1000 }
      schedule = { night = { schedule = "cron(0 22 * * ? *)", minimum = 1, maximum = 2 } }
    }
    alarms = { topic_arns = ["arn:aws:sns:us-east-1:123456789012:alarms"] }
  }

  assert {
    condition     = aws_ecs_service.this[0].desired_count == 2 && aws_appautoscaling_target.this[0].max_capacity == 10
    error_message = "The service starts with the fewest tasks there may be."
  }

  assert {
    condition     = length(aws_appautoscaling_policy.cpu) == 1 && length(aws_appautoscaling_policy.memory) == 0 && length(aws_appautoscaling_policy.requests) == 1
    error_message = "What has a target is tracked."
  }

  assert {
    condition     = aws_appautoscaling_policy.requests[0].target_tracking_scaling_policy_configuration[0].predefined_metric_specification[0].resource_label == "app/nimbus/0a1b2c3d4e5f6a7b/targetgroup/web/0a1b2c3d4e5f6a7b"
    error_message = "Requests are counted by load balancer and target group."
  }

  assert {
    condition     = keys(aws_appautoscaling_scheduled_action.schedule) == ["night"]
    error_message = "The schedule is there by name."
  }

  assert {
    condition     = length(aws_lb_listener_rule.this[0].condition) == 3 && length(aws_lb_listener_rule.this[0].action) == 1
    error_message = "A rule has one condition for each kind that was given."
  }

  assert {
    condition     = length(aws_lb_target_group.this[0].name) <= 32 && startswith(aws_lb_target_group.this[0].name, "web-")
    error_message = "The name of the target group is short enough."
  }

  assert {
    condition     = aws_lb_target_group.this[0].health_check[0].path == "/api/health" && aws_lb_target_group.this[0].health_check[0].interval == 10
    error_message = "The load balancer asks often."
  }

  assert {
    condition     = aws_lb_target_group.this[0].stickiness[0].enabled && aws_lb_target_group.this[0].stickiness[0].type == "lb_cookie"
    error_message = "Stickiness without a cookie's name uses the load balancer's."
  }

  assert {
    condition     = aws_vpc_security_group_ingress_rule.load_balancer[0].from_port == 3000 && aws_vpc_security_group_ingress_rule.load_balancer[0].referenced_security_group_id == "sg-0a1b2c3d"
    error_message = "The load balancer reaches the container's port."
  }

  assert {
    condition     = aws_ecs_service.this[0].health_check_grace_period_seconds == 60
    error_message = "A new task gets time to come up."
  }

  assert {
    condition     = length(aws_cloudwatch_metric_alarm.server_errors) == 1 && aws_cloudwatch_metric_alarm.server_errors[0].dimensions.LoadBalancer == "app/nimbus/0a1b2c3d4e5f6a7b"
    error_message = "Alarms of a routed service look at its requests too."
  }
}

run "target_group_of_another_port_has_another_name" {
  command = plan

  variables {
    port = 4000
    routing = {
      listener_arn                    = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d"
      load_balancer_security_group_id = "sg-0a1b2c3d"
      priority                        = 100
      paths                           = ["/*"]
    }
  }

  assert {
    condition     = aws_lb_target_group.this[0].name != run.web.target_group_name
    error_message = "A new target group must be there before the old one goes, so it cannot have the same name."
  }

  assert {
    condition     = aws_lb_target_group.this[0].health_check[0].path == "/" && aws_lb_target_group.this[0].health_check[0].interval == 10 && !aws_lb_target_group.this[0].stickiness[0].enabled
    error_message = "Without a health check of its own the service has the module's, and clients do not stick to tasks."
  }
}

run "spot" {
  command = plan

  variables {
    spot = { percent = 80 }
  }

  assert {
    condition = { for strategy in aws_ecs_service.this[0].capacity_provider_strategy : strategy.capacity_provider => [strategy.base, strategy.weight] } == {
      FARGATE      = [1, 20]
      FARGATE_SPOT = [0, 80]
    }
    error_message = "One task is never on Spot, and of the others 80 of 100 are."
  }
}

run "exec" {
  command = plan

  variables {
    exec = {
      kms_key   = { arn = "arn:aws:kms:us-east-1:123456789012:key/00000000-0000-0000-0000-000000000000" }
      log_group = { arn = "arn:aws:logs:us-east-1:123456789012:log-group:/ecs/nimbus/exec" }
    }
    readonly_root = false
    task_statements = [{
      sid        = "Bucket"
      actions    = ["s3:GetObject"]
      resources  = ["arn:aws:s3:::nimbus/*"]
      conditions = { StringEquals = { "aws:ResourceAccount" = ["123456789012"] } }
    }]
  }

  assert {
    condition     = aws_ecs_service.this[0].enable_execute_command
    error_message = "Exec is on."
  }

  assert {
    condition     = jsondecode(aws_iam_role_policy.task[0].policy).Statement[*].Sid == ["Bucket", "Exec", "ExecLogGroups", "ExecLogs", "ExecKey"]
    error_message = "The task role has the caller's statements, and those of exec."
  }

  assert {
    condition     = jsondecode(aws_iam_role_policy.task[0].policy).Statement[0].Condition == { StringEquals = { "aws:ResourceAccount" = ["123456789012"] } }
    error_message = "Conditions of a statement arrive."
  }
}

run "roles_of_the_caller" {
  command = plan

  variables {
    task_role      = { arn = "arn:aws:iam::123456789012:role/web-task" }
    execution_role = { arn = "arn:aws:iam::123456789012:role/web-execution" }
    log_kms_key    = { arn = "arn:aws:kms:us-east-1:123456789012:key/00000000-0000-0000-0000-000000000000" }
  }

  assert {
    condition     = length(aws_iam_role.task) == 0 && length(aws_iam_role.execution) == 0 && length(aws_iam_role_policy.execution) == 0
    error_message = "The module makes no roles beside the caller's."
  }

  assert {
    condition     = aws_ecs_task_definition.this[0].task_role_arn == "arn:aws:iam::123456789012:role/web-task"
    error_message = "The task has the caller's role."
  }

  assert {
    condition     = length(aws_kms_key.logs) == 0 && aws_cloudwatch_log_group.logs[0].kms_key_id == "arn:aws:kms:us-east-1:123456789012:key/00000000-0000-0000-0000-000000000000"
    error_message = "The log group has the caller's key."
  }
}

run "service_connect" {
  command = plan

  variables {
    port = 3000
    service_connect = {
      namespace_arn = "arn:aws:servicediscovery:us-east-1:123456789012:namespace/ns-0a1b2c3d4e5f6a7b"
      server        = { timeout = { request = 60 } }
    }
    clients = { api = { security_group_id = "sg-0a1b2c3d" }, office = { cidr = "10.8.0.0/16", port = 9000 } }
    egress  = { database = { port = 5432, security_group_id = "sg-1b2c3d4e" } }
  }

  assert {
    condition     = aws_ecs_service.this[0].service_connect_configuration[0].service[0].client_alias[0].dns_name == "web" && aws_ecs_service.this[0].service_connect_configuration[0].service[0].client_alias[0].port == 3000
    error_message = "Others call it by its name and port."
  }

  assert {
    condition     = aws_ecs_service.this[0].service_connect_configuration[0].service[0].timeout[0] == { idle_timeout_seconds = 300, per_request_timeout_seconds = 60 }
    error_message = "A timeout that is not given stays as AWS has it, and is not turned off."
  }

  assert {
    condition     = jsondecode(aws_ecs_task_definition.this[0].container_definitions)[0].portMappings[0].appProtocol == "http"
    error_message = "The port says what it speaks."
  }

  assert {
    condition     = { for name, rule in aws_vpc_security_group_ingress_rule.clients : name => rule.from_port } == { api = 3000, office = 9000 }
    error_message = "A client without a port reaches the container's."
  }

  assert {
    condition     = keys(aws_vpc_security_group_egress_rule.egress) == ["database"] && length(aws_vpc_security_group_egress_rule.https) == 1
    error_message = "What else is reached stands beside HTTPS."
  }
}

run "service_connect_over_tcp" {
  command = plan

  variables {
    port = 3000
    service_connect = {
      namespace_arn = "arn:aws:servicediscovery:us-east-1:123456789012:namespace/ns-0a1b2c3d4e5f6a7b"
      server        = { protocol = "tcp", timeout = { idle = 60 } }
    }
  }

  assert {
    condition     = aws_ecs_service.this[0].service_connect_configuration[0].service[0].timeout[0].idle_timeout_seconds == 60 && aws_ecs_service.this[0].service_connect_configuration[0].service[0].timeout[0].per_request_timeout_seconds == null
    error_message = "ECS refuses a limit on requests for a port that speaks TCP."
  }
}

run "every_endpoint_of_ecr" {
  command = plan

  variables {
    image = "123456789012.dkr.ecr-fips.us-east-1.amazonaws.com/shop/web:1.4.2"
    sidecars = {
      agent = { image = "123456789012.dkr-ecr.us-east-1.on.aws/shop/agent:1.4.2" }
      china = { image = "123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/shop/china:1.4.2" }
    }
  }

  assert {
    condition     = toset([for arn in local.ecr_repositories : split("/", arn)[2]]) == toset(["web", "agent", "china"])
    error_message = "An image from ECR can be pulled whichever of the registry's names it goes by."
  }
}

run "sign_in" {
  command = plan

  variables {
    port = 3000
    routing = {
      listener_arn                    = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d"
      load_balancer_security_group_id = "sg-0a1b2c3d"
      priority                        = 100
      hosts                           = ["admin.example.com"]
      source_ips                      = ["10.8.0.0/16"]
    }
    authenticate = {
      user_pool_arn       = "arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_a1B2c3D4e"
      user_pool_client_id = "1example23456789"
      user_pool_domain    = "nimbus"
      session_timeout     = 3600
    }
    https_egress = false
    egress       = { s3 = { port = 443, prefix_list_id = "pl-63a5400a" } }
  }

  assert {
    condition     = [for action in aws_lb_listener_rule.this[0].action : "${action.order} ${action.type}"] == ["1 authenticate-cognito", "2 forward"]
    error_message = "A user signs in before a request goes to a task."
  }

  assert {
    condition     = aws_lb_listener_rule.this[0].action[0].authenticate_cognito[0].session_timeout == 3600 && aws_lb_listener_rule.this[0].action[0].authenticate_cognito[0].on_unauthenticated_request == "authenticate"
    error_message = "Who has not signed in does so."
  }

  assert {
    condition     = length([for condition in aws_lb_listener_rule.this[0].condition : condition if length(condition.source_ip) > 0]) == 1
    error_message = "Requests are told apart by who sends them."
  }

  assert {
    condition     = length(aws_vpc_security_group_egress_rule.https) == 0 && aws_vpc_security_group_egress_rule.egress["s3"].prefix_list_id == "pl-63a5400a"
    error_message = "A prefix list is a way out."
  }
}

run "refuses_two_clients_that_are_one_for_aws" {
  command = plan

  variables {
    port    = 3000
    clients = { api = { security_group_id = "sg-0a1b2c3d" }, shop = { security_group_id = "sg-0a1b2c3d", port = 3000 } }
  }

  expect_failures = [terraform_data.client_turns]
}
