# Every validation of the service module refuses a bad value. Generated: see the construct's inputs.

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
  name       = "web"
  cluster    = { name = "nimbus-production", arn = "arn:aws:ecs:us-east-1:123456789012:cluster/nimbus-production" }
  vpc_id     = "vpc-0a1b2c3d"
  subnet_ids = ["subnet-0a1b2c3d", "subnet-1b2c3d4e"]
  image      = "123456789012.dkr.ecr.us-east-1.amazonaws.com/web:1.4.2"
  cpu        = 512
  memory     = 1024
  port       = 3000
  routing    = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 100, paths = ["/*"], health = { path = "/api/health" } }
  scaling    = { minimum = 2, maximum = 10, cpu = { target = 70 } }
}

run "refuses_1" {
  command = plan

  variables {
    # name must be 3 to 24 lower-case letters, digits and hyphens, beginning with a letter and not ending with a hyphen
    name = "Nimbus_Production"

    # tags keys must be letters, digits, spaces and _ . : / = + - @
    tags = { "Cost$" = "production" }

    # image must be the name of an image, such as 123456789012.dkr.ecr.us-east-1.amazonaws.com/web:1.4.2: the repository in lower case, the tag of 128 characters at most
    image = "nginx 1.29"

    # command[*] must not be null
    command = [null]

    # entrypoint[*] must not be null
    entrypoint = [null]

    # working_directory must begin with a slash, such as /app
    working_directory = "app"

    # cpu must be one of 256, 512, 1024, 2048, 4096, 8192, 16384, 32768
    cpu = -1

    # architecture must be one of X86_64, ARM64
    architecture = "none-of-these"

    # port must be a whole number between 1 and 65535
    port = 65536

    # environment keys must be the name of an environment variable
    environment = { "1 LEVEL" = "example" }

    # secret_kms_keys[*] must not be null
    secret_kms_keys = [null]

    # health_check.command must have 2 to 50 items
    health_check = { command = ["CMD"] }

    # stop_timeout must be a whole number between 2 and 120 seconds
    stop_timeout = 121

    # user must be user or user:group, as names or numbers
    user = "1000 1000"

    # writable_paths keys must be 1 to 32 lower-case letters, digits and hyphens
    writable_paths = { "Cache!" = "/tmp" }

    # drop_capabilities[*] must not be null
    drop_capabilities = [null]

    # add_capabilities[*] must not be null
    add_capabilities = [null]

    # ulimits keys must be nofile, the only limit that Fargate lets a task change
    ulimits = { nproc = { soft = 0, hard = 0 } }

    # ephemeral_storage must be a whole number between 20 and 200 GiB
    ephemeral_storage = 201

    # vpc_id must be the ID of a VPC
    vpc_id = "10.0.0.0/16"

    # subnet_ids must have 1 to 16 items
    subnet_ids = []

    # security_group_ids must have 0 to 4 items
    security_group_ids = ["sg-0a1b2c3d", "sg-0a1b2c3d", "sg-0a1b2c3d", "sg-0a1b2c3d", "sg-0a1b2c3d"]

    # egress keys must be 1 to 32 lower-case letters, digits and hyphens
    egress = { "Cache!" = { port = 1, cidr = "10.0.0.0/16" } }

    # service_registry.arn must be an ARN of servicediscovery
    service_registry = { arn = "not-an-arn" }

    # desired_count must be a whole number between 0 and 5000 tasks
    desired_count = 5001

    # spot.percent must be a whole number between 0 and 100 percent
    spot = { percent = 101 }

    # minimum_healthy_percent must be a whole number between 0 and 100 percent
    minimum_healthy_percent = 101

    # deployment_alarms.names must have 1 to 10 items
    deployment_alarms = { names = [] }

    # propagate_tags must be one of SERVICE, TASK_DEFINITION, NONE
    propagate_tags = "none-of-these"

    # exec.log_group.arn must be an ARN of logs
    exec = { log_group = { arn = "not-an-arn" } }

    # task_role.arn must be an ARN of iam
    task_role = { arn = "not-an-arn" }

    # task_statements[*] must not be null
    task_statements = [null]

    # execution_role.arn must be an ARN of iam
    execution_role = { arn = "not-an-arn" }

    # execution_statements[*] must not be null
    execution_statements = [null]

    # permissions_boundary.arn must be an ARN of iam
    permissions_boundary = { arn = "not-an-arn" }

    # log_retention_days must be one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653
    log_retention_days = -1

    # log_kms_key.arn must be an ARN of kms
    log_kms_key = { arn = "not-an-arn" }

    # log_mode must be one of non-blocking, blocking
    log_mode = "none-of-these"

    # log_buffer must be a size, such as 10m
    log_buffer = "10 MiB"

    # alarms.topic_arns must have 1 to 5 items
    alarms = { topic_arns = [] }
  }

  expect_failures = [
    var.name,
    var.tags,
    var.image,
    var.command,
    var.entrypoint,
    var.working_directory,
    var.cpu,
    var.architecture,
    var.port,
    var.environment,
    var.secret_kms_keys,
    var.health_check,
    var.stop_timeout,
    var.user,
    var.writable_paths,
    var.drop_capabilities,
    var.add_capabilities,
    var.ulimits,
    var.ephemeral_storage,
    var.vpc_id,
    var.subnet_ids,
    var.security_group_ids,
    var.egress,
    var.service_registry,
    var.desired_count,
    var.spot,
    var.minimum_healthy_percent,
    var.deployment_alarms,
    var.propagate_tags,
    var.exec,
    var.task_role,
    var.task_statements,
    var.execution_role,
    var.execution_statements,
    var.permissions_boundary,
    var.log_retention_days,
    var.log_kms_key,
    var.log_mode,
    var.log_buffer,
    var.alarms,
  ]
}

run "refuses_2" {
  command = plan

  variables {
    # name must not be exec: the log group of that name, /ecs/<cluster>/exec, is that of the cluster's exec sessions
    name = "exec"

    # tags must not have keys of more than 128 characters
    tags = { kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk = "a" }

    # image must end with a tag other than latest, or with a digest, such as web:1.4.2; set require_image_tag to false where that may be relaxed
    image = "public.ecr.aws/nginx/nginx"

    # memory must be a whole number
    memory = 1.5

    # environment[*] must not be null
    environment = { LOG_LEVEL = null }

    # secret_kms_keys[*] must be an ARN of kms
    secret_kms_keys = ["not-an-arn"]

    # health_check.command must begin with CMD (then the program and its arguments) or CMD-SHELL (then one line), such as ["CMD", "/app", "health"]
    health_check = { command = ["curl", "localhost"] }

    # user must not be root; set allow_root to true where the image cannot do without
    user = "0:0"

    # writable_paths[*] must not be null
    writable_paths = { cache = null }

    # drop_capabilities[*] must be one of ALL, AUDIT_WRITE, CHOWN, DAC_OVERRIDE, FOWNER, FSETID, KILL, MKNOD, NET_BIND_SERVICE, NET_RAW, SETFCAP, SETGID, SETPCAP, SETUID, SYS_CHROOT
    drop_capabilities = ["none-of-these"]

    # add_capabilities[*] must be one of SYS_PTRACE
    add_capabilities = ["none-of-these"]

    # ulimits[*] must not be null
    ulimits = { nofile = null }

    # subnet_ids[*] must not be null
    subnet_ids = [null]

    # security_group_ids[*] must not be null
    security_group_ids = [null]

    # clients keys must be 1 to 32 lower-case letters, digits and hyphens
    clients = { "Cache!" = { cidr = "10.0.0.0/16" } }

    # egress[*] must not be null
    egress = { cache = null }

    # service_connect.namespace_arn must be an ARN of servicediscovery
    service_connect = { namespace_arn = "not-an-arn" }

    # service_registry.arn must have 1 to 2048 characters
    service_registry = { arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }

    # routing must have 1 to 5 values among hosts, paths, methods, source_ips and headers, which say what is sent here; the path /* takes all
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = [], algorithm = "round_robin", hosts = [] }

    # spot.on_demand_base must be a whole number between 0 and 1000 tasks
    spot = { percent = 0, on_demand_base = 1001 }

    # maximum_percent must be a whole number between 100 and 200 percent
    maximum_percent = 201

    # deployment_alarms.names[*] must not be null
    deployment_alarms = { names = [null] }

    # exec.log_group.arn must have 1 to 2048 characters
    exec = { log_group = { arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" } }

    # task_role.arn must have 1 to 2048 characters
    task_role = { arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }

    # task_statements[*].sid must be letters and digits
    task_statements = [{ actions = ["sqs:SendMessage"], resources = ["arn:aws:sqs:us-east-1:123456789012:nimbus"], sid = "read queue" }]

    # execution_role.arn must have 1 to 2048 characters
    execution_role = { arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }

    # execution_statements[*].sid must be letters and digits
    execution_statements = [{ actions = ["sqs:SendMessage"], resources = ["arn:aws:sqs:us-east-1:123456789012:nimbus"], sid = "read queue" }]

    # permissions_boundary.arn must have 1 to 2048 characters
    permissions_boundary = { arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }

    # log_kms_key.arn must have 1 to 2048 characters
    log_kms_key = { arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }

    # alarms.topic_arns[*] must not be null
    alarms = { topic_arns = [null] }
  }

  expect_failures = [
    var.name,
    var.tags,
    var.image,
    var.memory,
    var.environment,
    var.secret_kms_keys,
    var.health_check,
    var.user,
    var.writable_paths,
    var.drop_capabilities,
    var.add_capabilities,
    var.ulimits,
    var.subnet_ids,
    var.security_group_ids,
    var.clients,
    var.egress,
    var.service_connect,
    var.service_registry,
    var.routing,
    var.spot,
    var.maximum_percent,
    var.deployment_alarms,
    var.exec,
    var.task_role,
    var.task_statements,
    var.execution_role,
    var.execution_statements,
    var.permissions_boundary,
    var.log_kms_key,
    var.alarms,
  ]
}

run "refuses_3" {
  command = plan

  variables {
    # cluster.name must be the name of a cluster
    cluster = { name = "nimbus production", arn = "arn:aws:ecs:us-east-1:123456789012:cluster/nimbus-production" }

    # tags must not be more than 49: AWS takes 50 for a resource, and each gets a Name
    tags = { team-0 = "a", team-1 = "a", team-2 = "a", team-3 = "a", team-4 = "a", team-5 = "a", team-6 = "a", team-7 = "a", team-8 = "a", team-9 = "a", team-10 = "a", team-11 = "a", team-12 = "a", team-13 = "a", team-14 = "a", team-15 = "a", team-16 = "a", team-17 = "a", team-18 = "a", team-19 = "a", team-20 = "a", team-21 = "a", team-22 = "a", team-23 = "a", team-24 = "a", team-25 = "a", team-26 = "a", team-27 = "a", team-28 = "a", team-29 = "a", team-30 = "a", team-31 = "a", team-32 = "a", team-33 = "a", team-34 = "a", team-35 = "a", team-36 = "a", team-37 = "a", team-38 = "a", team-39 = "a", team-40 = "a", team-41 = "a", team-42 = "a", team-43 = "a", team-44 = "a", team-45 = "a", team-46 = "a", team-47 = "a", team-48 = "a", team-49 = "a" }

    # image must not be tagged latest: which image runs would depend on when a task starts
    image = "public.ecr.aws/nginx/nginx:latest"

    # memory must be 512, 1024 or 2048 MiB with 256 CPU units
    cpu    = 256
    memory = 777

    # secrets keys must be the name of an environment variable
    secrets = { "1 LEVEL" = { arn = "arn:aws:secretsmanager:us-east-1:123456789012:secret:web/database-a1b2c3" } }

    # secret_kms_keys[*] must have 1 to 2048 characters
    secret_kms_keys = ["xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"]

    # health_check.command[*] must not be null
    health_check = { command = [null, "CMD"] }

    # writable_paths[*] must begin with a slash, such as /tmp
    writable_paths = { cache = "tmp" }

    # ulimits[*] must have a soft limit that is not above the hard one
    ulimits = { nofile = { soft = 65536, hard = 1024 } }

    # subnet_ids[*] must be the ID of a subnet
    subnet_ids = ["private"]

    # security_group_ids[*] must be the ID of a security group
    security_group_ids = ["web"]

    # clients[*] must not be null
    clients = { cache = null }

    # egress[*] must have one of cidr, security_group_id and prefix_list_id
    egress = { cache = { port = 5432, cidr = null } }

    # service_connect.namespace_arn must have 1 to 2048 characters
    service_connect = { namespace_arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }

    # service_registry.arn must be of region <data.aws_region.current.id>, as the module's provider is: give one that was made there
    service_registry = { arn = "arn:aws:servicediscovery:af-south-1:123456789012:service/srv-0a1b2c3d" }

    # routing must have at most 5 wildcards (* and ?) among hosts, paths and headers, the most that a listener rule takes
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/a/*/b/*/c/*", "/d/*/e/*/f/*"], algorithm = "round_robin" }

    # maximum_percent must be above minimum_healthy_percent: otherwise no task could ever be replaced
    minimum_healthy_percent       = 100
    maximum_percent               = 100
    availability_zone_rebalancing = false

    # exec.log_group.arn must be of region <data.aws_region.current.id> and account <data.aws_caller_identity.current.account_id>, as the module's provider is: give one that was made there
    exec = { log_group = { arn = "arn:aws:logs:af-south-1:123456789012:log-group:/ecs/nimbus/exec" } }

    # task_role.arn must be of account <data.aws_caller_identity.current.account_id>, as the module's provider is: give one that was made there
    task_role = { arn = "arn:aws:iam::999999999999:role/web-task" }

    # task_statements[*].effect must be one of Allow, Deny
    task_statements = [{ actions = ["sqs:SendMessage"], resources = ["arn:aws:sqs:us-east-1:123456789012:nimbus"], effect = "none-of-these" }]

    # execution_role.arn must be of account <data.aws_caller_identity.current.account_id>, as the module's provider is: give one that was made there
    execution_role = { arn = "arn:aws:iam::999999999999:role/web-execution" }

    # execution_statements[*].effect must be one of Allow, Deny
    execution_statements = [{ actions = ["sqs:SendMessage"], resources = ["arn:aws:sqs:us-east-1:123456789012:nimbus"], effect = "none-of-these" }]

    # permissions_boundary.arn must be of account <data.aws_caller_identity.current.account_id>, as the module's provider is: give one that was made there
    permissions_boundary = { arn = "arn:aws:iam::999999999999:policy/boundary" }

    # log_kms_key.arn must be of region <data.aws_region.current.id>, as the module's provider is: give one that was made there
    log_kms_key = { arn = "arn:aws:kms:af-south-1:123456789012:key/00000000-0000-0000-0000-000000000000" }

    # alarms.topic_arns[*] must be an ARN of sns
    alarms = { topic_arns = ["not-an-arn"] }
  }

  expect_failures = [
    var.cluster,
    var.tags,
    var.image,
    var.memory,
    var.secrets,
    var.secret_kms_keys,
    var.health_check,
    var.writable_paths,
    var.ulimits,
    var.subnet_ids,
    var.security_group_ids,
    var.clients,
    var.egress,
    var.service_connect,
    var.service_registry,
    var.routing,
    var.maximum_percent,
    var.exec,
    var.task_role,
    var.task_statements,
    var.execution_role,
    var.execution_statements,
    var.permissions_boundary,
    var.log_kms_key,
    var.alarms,
  ]
}

run "refuses_4" {
  command = plan

  variables {
    # cluster.arn must be an ARN of ecs
    cluster = { name = "nimbus-production", arn = "not-an-arn" }

    # tags must not have keys that begin with aws:, which AWS keeps for itself
    tags = { "aws:team" = "a" }

    # memory must be 1024, 2048, 3072 or 4096 MiB with 512 CPU units
    cpu    = 512
    memory = 777

    # secrets[*] must not be null
    secrets = { LOG_LEVEL = null }

    # secret_kms_keys[*] must be of partition <data.aws_partition.current.partition>, as the module's provider is: give one that was made there
    secret_kms_keys = ["arn:aws-cn:kms:us-east-1:123456789012:key/00000000-0000-0000-0000-000000000000"]

    # health_check.interval must be a whole number between 5 and 300 seconds
    health_check = { command = ["CMD", "CMD"], interval = 301 }

    # writable_paths[*] must be a folder below the root, such as /tmp: a mount on / would hide the image
    writable_paths = { cache = "/" }

    # ulimits[*].soft must be a whole number between 0 and 1048576
    ulimits = { nofile = { soft = 1048577, hard = 0 } }

    # clients[*] must have one of cidr, security_group_id and prefix_list_id
    clients = { cache = { cidr = "10.0.0.0/16", security_group_id = "sg-0a1b2c3d" } }

    # egress[*].port must be a whole number between 1 and 65535
    egress = { cache = { port = 65536, cidr = "10.0.0.0/16" } }

    # service_connect.namespace_arn must be of region <data.aws_region.current.id>, as the module's provider is: give one that was made there
    service_connect = { namespace_arn = "arn:aws:servicediscovery:af-south-1:123456789012:namespace/ns-0a1b2c3d4e5f6a7b" }

    # routing must have the algorithm round_robin with slow_start; others do not know it
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/*"], algorithm = "least_outstanding_requests", slow_start = 60 }

    # availability_zone_rebalancing needs a maximum_percent above 100, as a task is started before another one is stopped
    availability_zone_rebalancing = true
    minimum_healthy_percent       = 50
    maximum_percent               = 100

    # exec.kms_key.arn must be an ARN of kms
    exec = { kms_key = { arn = "not-an-arn" } }

    # task_statements[*].actions must have 1 to 500 items
    task_statements = [{ actions = [], resources = ["arn:aws:sqs:us-east-1:123456789012:nimbus"] }]

    # execution_statements[*].actions must have 1 to 500 items
    execution_statements = [{ actions = [], resources = ["arn:aws:sqs:us-east-1:123456789012:nimbus"] }]

    # alarms.topic_arns[*] must have 1 to 2048 characters
    alarms = { topic_arns = ["xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"] }
  }

  expect_failures = [
    var.cluster,
    var.tags,
    var.memory,
    var.secrets,
    var.secret_kms_keys,
    var.health_check,
    var.writable_paths,
    var.ulimits,
    var.clients,
    var.egress,
    var.service_connect,
    var.routing,
    var.availability_zone_rebalancing,
    var.exec,
    var.task_statements,
    var.execution_statements,
    var.alarms,
  ]
}

run "refuses_5" {
  command = plan

  variables {
    # cluster.arn must have 1 to 2048 characters
    cluster = { name = "nimbus-production", arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }

    # tags must not have keys that differ in case only, from one another or from Name: IAM takes them for one
    tags = { Team = "a", team = "b" }

    # memory must be 2048 to 8192 in steps of 1024 MiB with 1024 CPU units
    cpu    = 1024
    memory = 777

    # secrets[*] must have a json_key only with a secret of Secrets Manager: a parameter is taken whole
    secrets = { LOG_LEVEL = { arn = "arn:aws:ssm:us-east-1:123456789012:parameter/web/database", json_key = "password" } }

    # health_check.timeout must be a whole number between 2 and 60 seconds
    health_check = { command = ["CMD", "CMD"], timeout = 61 }

    # writable_paths must be folders that differ from one another, and from those of efs_volumes: a container has one thing in a place
    writable_paths = { tmp = "/tmp", cache = "/tmp/" }

    # ulimits[*].hard must be a whole number between 0 and 1048576
    ulimits = { nofile = { soft = 0, hard = 1048577 } }

    # clients[*].port must be a whole number between 1 and 65535
    clients = { cache = { cidr = "10.0.0.0/16", port = 65536 } }

    # egress[*].cidr must be an IPv4 CIDR block that begins with its network address, such as 10.0.0.0/16
    egress = { cache = { port = 1, cidr = "10.0.0.1/16" } }

    # service_connect.server.discovery_name must be lower-case letters, digits and hyphens
    service_connect = { namespace_arn = "arn:aws:servicediscovery:us-east-1:123456789012:namespace/ns-0a1b2c3d4e5f6a7b", server = { discovery_name = "Web" } }

    # routing must have a health.matcher of gRPC codes (0 to 99, such as 0) with GRPC, and of HTTP codes (such as 200-299) otherwise
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/*"], algorithm = "round_robin", protocol_version = "GRPC" }

    # exec.kms_key.arn must have 1 to 2048 characters
    exec = { kms_key = { arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" } }

    # task_statements[*].actions[*] must not be null
    task_statements = [{ actions = [null], resources = ["arn:aws:sqs:us-east-1:123456789012:nimbus"] }]

    # execution_statements[*].actions[*] must not be null
    execution_statements = [{ actions = [null], resources = ["arn:aws:sqs:us-east-1:123456789012:nimbus"] }]

    # alarms.topic_arns[*] must be of region <data.aws_region.current.id>, as the module's provider is: give one that was made there
    alarms = { topic_arns = ["arn:aws:sns:af-south-1:123456789012:alarms"] }
  }

  expect_failures = [
    var.cluster,
    var.tags,
    var.memory,
    var.secrets,
    var.health_check,
    var.writable_paths,
    var.ulimits,
    var.clients,
    var.egress,
    var.service_connect,
    var.routing,
    var.exec,
    var.task_statements,
    var.execution_statements,
    var.alarms,
  ]
}

run "refuses_6" {
  command = plan

  variables {
    # cluster.arn must be of region <data.aws_region.current.id> and account <data.aws_caller_identity.current.account_id>, as the module's provider is: give one that was made there
    cluster = { name = "nimbus-production", arn = "arn:aws:ecs:af-south-1:123456789012:cluster/nimbus-production" }

    # tags[*] must not be null
    tags = { CostCenter = null }

    # memory must be 4096 to 16384 in steps of 1024 MiB with 2048 CPU units
    cpu    = 2048
    memory = 777

    # secrets[*].arn must be the ARN of a secret of Secrets Manager or of a parameter of Systems Manager, without the key of a JSON secret, which has an input of its own
    secrets = { LOG_LEVEL = { arn = "web/database" } }

    # health_check.retries must be a whole number between 1 and 10
    health_check = { command = ["CMD", "CMD"], retries = 11 }

    # efs_volumes keys must be 1 to 32 lower-case letters, digits and hyphens
    efs_volumes = { "Cache!" = { file_system_id = "fs-0a1b2c3d", path = "/media" } }

    # clients[*].cidr must be an IPv4 CIDR block that begins with its network address, such as 10.0.0.0/16
    clients = { cache = { cidr = "10.0.0.1/16" } }

    # egress[*].security_group_id must be the ID of a security group
    egress = { cache = { port = 1, cidr = "10.0.0.0/16", security_group_id = "web" } }

    # service_connect.server.protocol must be one of http, http2, grpc, tcp
    service_connect = { namespace_arn = "arn:aws:servicediscovery:us-east-1:123456789012:namespace/ns-0a1b2c3d4e5f6a7b", server = { protocol = "none-of-these" } }

    # routing.listener_arn must be the ARN of a listener of an application load balancer
    routing = { listener_arn = "nimbus-production", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/*"], algorithm = "round_robin" }

    # exec.kms_key.arn must be of region <data.aws_region.current.id>, as the module's provider is: give one that was made there
    exec = { kms_key = { arn = "arn:aws:kms:af-south-1:123456789012:key/00000000-0000-0000-0000-000000000000" } }

    # task_statements[*].actions[*] must be an action, such as sqs:SendMessage
    task_statements = [{ actions = ["SendMessage"], resources = ["arn:aws:sqs:us-east-1:123456789012:nimbus"] }]

    # execution_statements[*].actions[*] must be an action, such as sqs:SendMessage
    execution_statements = [{ actions = ["SendMessage"], resources = ["arn:aws:sqs:us-east-1:123456789012:nimbus"] }]

    # alarms.cpu must be a whole number between 1 and 100 percent
    alarms = { topic_arns = ["arn:aws:sns:us-east-1:123456789012:alarms"], cpu = 101 }
  }

  expect_failures = [
    var.cluster,
    var.tags,
    var.memory,
    var.secrets,
    var.health_check,
    var.efs_volumes,
    var.clients,
    var.egress,
    var.service_connect,
    var.routing,
    var.exec,
    var.task_statements,
    var.execution_statements,
    var.alarms,
  ]
}

run "refuses_7" {
  command = plan

  variables {
    # cluster must have a name that, with the name of the service, is at most 38 characters long: roles are named after both
    cluster = { name = "a-cluster-with-a-name-that-is-very-long-indeed", arn = "arn:aws:ecs:us-east-1:123456789012:cluster/a-cluster-with-a-name-that-is-very-long-indeed" }

    # tags[*] must be letters, digits, spaces and _ . : / = + - @
    tags = { CostCenter = "50% off" }

    # memory must be 8192 to 30720 in steps of 1024 MiB with 4096 CPU units
    cpu    = 4096
    memory = 777

    # secrets[*].arn must be of partition <data.aws_partition.current.partition>, as the module's provider is: give one that was made there
    secrets = { LOG_LEVEL = { arn = "arn:aws-cn:secretsmanager:us-east-1:123456789012:secret:web/database-a1b2c3" } }

    # health_check.start_period must be a whole number between 0 and 300 seconds
    health_check = { command = ["CMD", "CMD"], start_period = 301 }

    # efs_volumes[*] must not be null
    efs_volumes = { cache = null }

    # clients[*].security_group_id must be the ID of a security group
    clients = { cache = { cidr = "10.0.0.0/16", security_group_id = "web" } }

    # egress[*].prefix_list_id must be the ID of a prefix list
    egress = { cache = { port = 1, cidr = "10.0.0.0/16", prefix_list_id = "s3" } }

    # service_connect.server.port must be a whole number between 1 and 65535
    service_connect = { namespace_arn = "arn:aws:servicediscovery:us-east-1:123456789012:namespace/ns-0a1b2c3d4e5f6a7b", server = { port = 65536 } }

    # routing.listener_arn must be of region <data.aws_region.current.id> and account <data.aws_caller_identity.current.account_id>, as the module's provider is: give one that was made there
    routing = { listener_arn = "arn:aws:elasticloadbalancing:af-south-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/*"], algorithm = "round_robin" }

    # exec needs readonly_root to be false: the agent that it starts inside of the container writes files
    exec          = {}
    readonly_root = true

    # task_statements[*].resources must have 1 to 500 items
    task_statements = [{ actions = ["sqs:SendMessage"], resources = [] }]

    # execution_statements[*].resources must have 1 to 500 items
    execution_statements = [{ actions = ["sqs:SendMessage"], resources = [] }]

    # alarms.memory must be a whole number between 1 and 100 percent
    alarms = { topic_arns = ["arn:aws:sns:us-east-1:123456789012:alarms"], memory = 101 }
  }

  expect_failures = [
    var.cluster,
    var.tags,
    var.memory,
    var.secrets,
    var.health_check,
    var.efs_volumes,
    var.clients,
    var.egress,
    var.service_connect,
    var.routing,
    var.exec,
    var.task_statements,
    var.execution_statements,
    var.alarms,
  ]
}

run "refuses_8" {
  command = plan

  variables {
    # tags[*] must have 0 to 256 characters
    tags = { CostCenter = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }

    # memory must be 16384 to 61440 in steps of 4096 MiB with 8192 CPU units
    cpu    = 8192
    memory = 777

    # secrets[*].json_key must be a key of the secret's JSON, without colons, which part ECS's references
    secrets = { LOG_LEVEL = { arn = "arn:aws:secretsmanager:us-east-1:123456789012:secret:web/database-a1b2c3", json_key = "password:AWSCURRENT" } }

    # efs_volumes[*] must leave root_directory out when it has an access_point_id: the access point says it
    efs_volumes = { cache = { file_system_id = "fs-0a1b2c3d", path = "/media", access_point_id = "fsap-0a1b2c3d", root_directory = "/media" } }

    # clients[*].prefix_list_id must be the ID of a prefix list
    clients = { cache = { cidr = "10.0.0.0/16", prefix_list_id = "s3" } }

    # service_connect.server.timeout.idle must be a whole number between 0 and 86400 seconds
    service_connect = { namespace_arn = "arn:aws:servicediscovery:us-east-1:123456789012:namespace/ns-0a1b2c3d4e5f6a7b", server = { timeout = { idle = 86401 } } }

    # routing.load_balancer_security_group_id must be the ID of a security group
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "web", priority = 1, paths = ["/*"], algorithm = "round_robin" }

    # task_statements[*].resources[*] must not be null
    task_statements = [{ actions = ["sqs:SendMessage"], resources = [null] }]

    # execution_statements[*].resources[*] must not be null
    execution_statements = [{ actions = ["sqs:SendMessage"], resources = [null] }]

    # alarms.server_errors must be a whole number between 1 and 1000000 answers
    alarms = { topic_arns = ["arn:aws:sns:us-east-1:123456789012:alarms"], server_errors = 1000001 }
  }

  expect_failures = [
    var.tags,
    var.memory,
    var.secrets,
    var.efs_volumes,
    var.clients,
    var.service_connect,
    var.routing,
    var.task_statements,
    var.execution_statements,
    var.alarms,
  ]
}

run "refuses_9" {
  command = plan

  variables {
    # memory must be 32768 to 122880 in steps of 8192 MiB with 16384 CPU units
    cpu    = 16384
    memory = 777

    # secrets must not have a name that environment has too
    environment = { TOKEN = "x" }
    secrets     = { TOKEN = { arn = "arn:aws:ssm:us-east-1:123456789012:parameter/web/token" } }

    # efs_volumes[*].file_system_id must be the ID of an EFS file system
    efs_volumes = { cache = { file_system_id = "media", path = "/media" } }

    # clients must hold only values with a port, as the main container has none
    clients = { api = { security_group_id = "sg-0a1b2c3d" } }
    port    = null
    routing = null

    # task_statements[*].resources[*] must be an ARN, or *
    task_statements = [{ actions = ["sqs:SendMessage"], resources = ["nimbus"] }]

    # execution_statements[*].resources[*] must be an ARN, or *
    execution_statements = [{ actions = ["sqs:SendMessage"], resources = ["nimbus"] }]

    # alarms.unhealthy_tasks must be a whole number between 1 and 1000 tasks
    alarms = { topic_arns = ["arn:aws:sns:us-east-1:123456789012:alarms"], unhealthy_tasks = 1001 }
  }

  expect_failures = [
    var.memory,
    var.secrets,
    var.efs_volumes,
    var.clients,
    var.task_statements,
    var.execution_statements,
    var.alarms,
  ]
}

run "refuses_10" {
  command = plan

  variables {
    # memory must be 61440, 122880 or 249856 MiB with 32768 CPU units
    cpu    = 32768
    memory = 777

    # efs_volumes[*].path must begin with a slash, such as /media
    efs_volumes = { cache = { file_system_id = "fs-0a1b2c3d", path = "media" } }

    # service_connect.server.timeout.request must be a whole number between 0 and 86400 seconds
    service_connect = { namespace_arn = "arn:aws:servicediscovery:us-east-1:123456789012:namespace/ns-0a1b2c3d4e5f6a7b", server = { timeout = { request = 86401 } } }

    # routing.priority must be a whole number between 1 and 50000
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 50001, paths = ["/*"], algorithm = "round_robin" }

    # task_statements[*].conditions[*] must not be null
    task_statements = [{ actions = ["sqs:SendMessage"], resources = ["arn:aws:sqs:us-east-1:123456789012:nimbus"], conditions = { example = null } }]

    # execution_statements[*].conditions[*] must not be null
    execution_statements = [{ actions = ["sqs:SendMessage"], resources = ["arn:aws:sqs:us-east-1:123456789012:nimbus"], conditions = { example = null } }]
  }

  expect_failures = [
    var.memory,
    var.efs_volumes,
    var.service_connect,
    var.routing,
    var.task_statements,
    var.execution_statements,
  ]
}

run "refuses_11" {
  command = plan

  variables {
    # start_after[*] must not be null
    start_after = { example = null }

    # service_connect needs port, the port that the main container listens on, when it has a server
    service_connect = { namespace_arn = "arn:aws:servicediscovery:us-east-1:123456789012:namespace/ns-0a1b2c3d4e5f6a7b", server = {} }
    port            = null
    routing         = null

    # task_statements[*].conditions[*][*] must not be null
    task_statements = [{ actions = ["sqs:SendMessage"], resources = ["arn:aws:sqs:us-east-1:123456789012:nimbus"], conditions = { example = { example = null } } }]

    # execution_statements[*].conditions[*][*] must not be null
    execution_statements = [{ actions = ["sqs:SendMessage"], resources = ["arn:aws:sqs:us-east-1:123456789012:nimbus"], conditions = { example = { example = null } } }]
  }

  expect_failures = [
    var.start_after,
    var.service_connect,
    var.task_statements,
    var.execution_statements,
  ]
}

run "refuses_12" {
  command = plan

  variables {
    # start_after[*] must be one of START, COMPLETE, SUCCESS, HEALTHY
    start_after = { example = "none-of-these" }

    # routing.hosts[*] must not be null
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/*"], algorithm = "round_robin", hosts = [null] }

    # task_statements[*].conditions[*][*][*] must not be null
    task_statements = [{ actions = ["sqs:SendMessage"], resources = ["arn:aws:sqs:us-east-1:123456789012:nimbus"], conditions = { example = { example = [null] } } }]

    # execution_statements[*].conditions[*][*][*] must not be null
    execution_statements = [{ actions = ["sqs:SendMessage"], resources = ["arn:aws:sqs:us-east-1:123456789012:nimbus"], conditions = { example = { example = [null] } } }]
  }

  expect_failures = [
    var.start_after,
    var.routing,
    var.task_statements,
    var.execution_statements,
  ]
}

run "refuses_13" {
  command = plan

  variables {
    # start_after must have only names of sidecars
    start_after = { nobody = "START" }

    # routing.hosts[*] must be a host name, in which * and ? may stand for what varies, without https:// and port
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/*"], algorithm = "round_robin", hosts = ["https://app.nimbus.example"] }
  }

  expect_failures = [
    var.start_after,
    var.routing,
  ]
}

run "refuses_14" {
  command = plan

  variables {
    # start_after must have HEALTHY only with a sidecar that has a health_check; it would wait for ever
    sidecars    = { agent = { image = "public.ecr.aws/datadog/agent:7.71.2" } }
    start_after = { agent = "HEALTHY" }

    # routing.hosts[*] must have 1 to 128 characters
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/*"], algorithm = "round_robin", hosts = ["xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"] }
  }

  expect_failures = [
    var.start_after,
    var.routing,
  ]
}

run "refuses_15" {
  command = plan

  variables {
    # start_after must have COMPLETE and SUCCESS only with a sidecar that is not essential: its end would end the task
    sidecars    = { agent = { image = "public.ecr.aws/datadog/agent:7.71.2", essential = true } }
    start_after = { agent = "SUCCESS" }

    # routing.paths[*] must not be null
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = [null], algorithm = "round_robin" }
  }

  expect_failures = [
    var.start_after,
    var.routing,
  ]
}

run "refuses_16" {
  command = plan

  variables {
    # efs_volumes[*].path must be a folder below the root, such as /media: a mount on / would hide the image
    efs_volumes = { cache = { file_system_id = "fs-0a1b2c3d", path = "/" } }

    # routing.paths[*] must begin with a slash and hold letters, digits, * and ? for what varies, and what a path may hold
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["api/*"], algorithm = "round_robin" }
  }

  expect_failures = [
    var.efs_volumes,
    var.routing,
  ]
}

run "refuses_17" {
  command = plan

  variables {
    # efs_volumes[*].root_directory must begin with a slash, such as /media
    efs_volumes = { cache = { file_system_id = "fs-0a1b2c3d", path = "/media", root_directory = "media" } }

    # routing.paths[*] must have 1 to 128 characters
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"], algorithm = "round_robin" }
  }

  expect_failures = [
    var.efs_volumes,
    var.routing,
  ]
}

run "refuses_18" {
  command = plan

  variables {
    # efs_volumes[*].access_point_id must be the ID of an access point
    efs_volumes = { cache = { file_system_id = "fs-0a1b2c3d", path = "/media", access_point_id = "media" } }

    # routing.methods[*] must not be null
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/*"], algorithm = "round_robin", methods = [null] }
  }

  expect_failures = [
    var.efs_volumes,
    var.routing,
  ]
}

run "refuses_19" {
  command = plan

  variables {
    # efs_volumes must not have a name that writable_paths has too
    efs_volumes    = { tmp = { file_system_id = "fs-0a1b2c3d", path = "/media" } }
    writable_paths = { tmp = "/tmp" }

    # routing.methods[*] must be one of GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/*"], algorithm = "round_robin", methods = ["none-of-these"] }
  }

  expect_failures = [
    var.efs_volumes,
    var.routing,
  ]
}

run "refuses_20" {
  command = plan

  variables {
    # efs_volumes must be mounted in folders that differ from one another, and from those of writable_paths: a container has one thing in a place
    efs_volumes    = { media = { file_system_id = "fs-0a1b2c3d", path = "/tmp" } }
    writable_paths = { tmp = "/tmp" }

    # routing.headers keys must be names of headers, at most 40 characters
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/*"], algorithm = "round_robin", headers = { "X Tenant" = ["nimbus"] } }
  }

  expect_failures = [
    var.efs_volumes,
    var.routing,
  ]
}

run "refuses_21" {
  command = plan

  variables {
    # sidecars keys must be 1 to 32 lower-case letters, digits and hyphens
    sidecars = { "Cache!" = { image = "public.ecr.aws/nginx/nginx:1.29.3" } }

    # routing.headers must not be Host, which hosts are for
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/*"], algorithm = "round_robin", headers = { Host = ["app.nimbus.example"] } }
  }

  expect_failures = [
    var.sidecars,
    var.routing,
  ]
}

run "refuses_22" {
  command = plan

  variables {
    # sidecars[*] must not be null
    sidecars = { cache = null }

    # routing.headers[*] must not be null
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/*"], algorithm = "round_robin", headers = { X-Tenant = null } }
  }

  expect_failures = [
    var.sidecars,
    var.routing,
  ]
}

run "refuses_23" {
  command = plan

  variables {
    # sidecars[*] must not have a memory_reservation above memory
    sidecars = { cache = { image = "public.ecr.aws/nginx/nginx:1.29.3", memory = 64, memory_reservation = 128 } }

    # routing.headers[*] must have 1 to 5 items
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/*"], algorithm = "round_robin", headers = { X-Tenant = [] } }
  }

  expect_failures = [
    var.sidecars,
    var.routing,
  ]
}

run "refuses_24" {
  command = plan

  variables {
    # sidecars[*] must not have the same name in environment and in secrets
    sidecars = { cache = { image = "public.ecr.aws/nginx/nginx:1.29.3", environment = { TOKEN = "x" }, secrets = { TOKEN = { arn = "arn:aws:ssm:us-east-1:123456789012:parameter/web/token" } } } }

    # routing.headers[*][*] must not be null
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/*"], algorithm = "round_robin", headers = { X-Tenant = [null] } }
  }

  expect_failures = [
    var.sidecars,
    var.routing,
  ]
}

run "refuses_25" {
  command = plan

  variables {
    # sidecars[*].image must be the name of an image, such as 123456789012.dkr.ecr.us-east-1.amazonaws.com/web:1.4.2: the repository in lower case, the tag of 128 characters at most
    sidecars = { cache = { image = "nginx 1.29" } }

    # routing.headers[*][*] must have 1 to 128 characters
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/*"], algorithm = "round_robin", headers = { X-Tenant = ["xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"] } }
  }

  expect_failures = [
    var.sidecars,
    var.routing,
  ]
}

run "refuses_26" {
  command = plan

  variables {
    # sidecars[*].command[*] must not be null
    sidecars = { cache = { image = "public.ecr.aws/nginx/nginx:1.29.3", command = [null] } }

    # routing.source_ips[*] must not be null
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/*"], algorithm = "round_robin", source_ips = [null] }
  }

  expect_failures = [
    var.sidecars,
    var.routing,
  ]
}

run "refuses_27" {
  command = plan

  variables {
    # sidecars[*].entrypoint[*] must not be null
    sidecars = { cache = { image = "public.ecr.aws/nginx/nginx:1.29.3", entrypoint = [null] } }

    # routing.source_ips[*] must be an IPv4 CIDR block that begins with its network address, such as 10.0.0.0/16
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/*"], algorithm = "round_robin", source_ips = ["10.0.0.1/16"] }
  }

  expect_failures = [
    var.sidecars,
    var.routing,
  ]
}

run "refuses_28" {
  command = plan

  variables {
    # sidecars[*].cpu must be a whole number between 0 and 32768 CPU units
    sidecars = { cache = { image = "public.ecr.aws/nginx/nginx:1.29.3", cpu = 32769 } }

    # routing.health must have a timeout below its interval
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/*"], algorithm = "round_robin", health = { interval = 5, timeout = 5 } }
  }

  expect_failures = [
    var.sidecars,
    var.routing,
  ]
}

run "refuses_29" {
  command = plan

  variables {
    # sidecars[*].memory must be a whole number between 6 and 249856 MiB
    sidecars = { cache = { image = "public.ecr.aws/nginx/nginx:1.29.3", memory = 249857 } }

    # routing.health.path must begin with a slash, such as /healthz
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/*"], algorithm = "round_robin", health = { path = "healthz" } }
  }

  expect_failures = [
    var.sidecars,
    var.routing,
  ]
}

run "refuses_30" {
  command = plan

  variables {
    # sidecars[*].memory_reservation must be a whole number between 6 and 249856 MiB
    sidecars = { cache = { image = "public.ecr.aws/nginx/nginx:1.29.3", memory_reservation = 249857 } }

    # routing.health.path must have 1 to 1024 characters
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/*"], algorithm = "round_robin", health = { path = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" } }
  }

  expect_failures = [
    var.sidecars,
    var.routing,
  ]
}

run "refuses_31" {
  command = plan

  variables {
    # sidecars[*].environment keys must be the name of an environment variable
    sidecars = { cache = { image = "public.ecr.aws/nginx/nginx:1.29.3", environment = { "1 LEVEL" = "example" } } }

    # routing.health.matcher must be HTTP codes from 200 to 499, such as 200-299 or 200,204, or gRPC codes from 0 to 99
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/*"], algorithm = "round_robin", health = { matcher = "2xx" } }
  }

  expect_failures = [
    var.sidecars,
    var.routing,
  ]
}

run "refuses_32" {
  command = plan

  variables {
    # sidecars[*].environment[*] must not be null
    sidecars = { cache = { image = "public.ecr.aws/nginx/nginx:1.29.3", environment = { LOG_LEVEL = null } } }

    # routing.health.interval must be a whole number between 5 and 300 seconds
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/*"], algorithm = "round_robin", health = { interval = 301 } }
  }

  expect_failures = [
    var.sidecars,
    var.routing,
  ]
}

run "refuses_33" {
  command = plan

  variables {
    # sidecars[*].secrets keys must be the name of an environment variable
    sidecars = { cache = { image = "public.ecr.aws/nginx/nginx:1.29.3", secrets = { "1 LEVEL" = { arn = "arn:aws:secretsmanager:us-east-1:123456789012:secret:web/database-a1b2c3" } } } }

    # routing.health.timeout must be a whole number between 2 and 120 seconds
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/*"], algorithm = "round_robin", health = { timeout = 121 } }
  }

  expect_failures = [
    var.sidecars,
    var.routing,
  ]
}

run "refuses_34" {
  command = plan

  variables {
    # sidecars[*].secrets[*] must not be null
    sidecars = { cache = { image = "public.ecr.aws/nginx/nginx:1.29.3", secrets = { LOG_LEVEL = null } } }

    # routing.health.healthy_threshold must be a whole number between 2 and 10
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/*"], algorithm = "round_robin", health = { healthy_threshold = 11 } }
  }

  expect_failures = [
    var.sidecars,
    var.routing,
  ]
}

run "refuses_35" {
  command = plan

  variables {
    # sidecars[*].secrets[*] must have a json_key only with a secret of Secrets Manager: a parameter is taken whole
    sidecars = { cache = { image = "public.ecr.aws/nginx/nginx:1.29.3", secrets = { LOG_LEVEL = { arn = "arn:aws:ssm:us-east-1:123456789012:parameter/web/database", json_key = "password" } } } }

    # routing.health.unhealthy_threshold must be a whole number between 2 and 10
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/*"], algorithm = "round_robin", health = { unhealthy_threshold = 11 } }
  }

  expect_failures = [
    var.sidecars,
    var.routing,
  ]
}

run "refuses_36" {
  command = plan

  variables {
    # sidecars[*].secrets[*].arn must be the ARN of a secret of Secrets Manager or of a parameter of Systems Manager, without the key of a JSON secret, which has an input of its own
    sidecars = { cache = { image = "public.ecr.aws/nginx/nginx:1.29.3", secrets = { LOG_LEVEL = { arn = "web/database" } } } }

    # routing.grace_period must be a whole number between 0 and 7200 seconds
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/*"], algorithm = "round_robin", grace_period = 7201 }
  }

  expect_failures = [
    var.sidecars,
    var.routing,
  ]
}

run "refuses_37" {
  command = plan

  variables {
    # sidecars[*].secrets[*].arn must be of partition <data.aws_partition.current.partition>, as the module's provider is: give one that was made there
    sidecars = { cache = { image = "public.ecr.aws/nginx/nginx:1.29.3", secrets = { LOG_LEVEL = { arn = "arn:aws-cn:secretsmanager:us-east-1:123456789012:secret:web/database-a1b2c3" } } } }

    # routing.protocol_version must be one of HTTP1, HTTP2, GRPC
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/*"], algorithm = "round_robin", protocol_version = "none-of-these" }
  }

  expect_failures = [
    var.sidecars,
    var.routing,
  ]
}

run "refuses_38" {
  command = plan

  variables {
    # sidecars[*].secrets[*].json_key must be a key of the secret's JSON, without colons, which part ECS's references
    sidecars = { cache = { image = "public.ecr.aws/nginx/nginx:1.29.3", secrets = { LOG_LEVEL = { arn = "arn:aws:secretsmanager:us-east-1:123456789012:secret:web/database-a1b2c3", json_key = "password:AWSCURRENT" } } } }

    # routing.algorithm must be one of least_outstanding_requests, round_robin
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/*"], algorithm = "none-of-these" }
  }

  expect_failures = [
    var.sidecars,
    var.routing,
  ]
}

run "refuses_39" {
  command = plan

  variables {
    # sidecars[*].port must be a whole number between 1 and 65535
    sidecars = { cache = { image = "public.ecr.aws/nginx/nginx:1.29.3", port = 65536 } }

    # routing.deregistration_delay must be a whole number between 0 and 3600 seconds
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/*"], algorithm = "round_robin", deregistration_delay = 3601 }
  }

  expect_failures = [
    var.sidecars,
    var.routing,
  ]
}

run "refuses_40" {
  command = plan

  variables {
    # sidecars[*].health_check.command must have 2 to 50 items
    sidecars = { cache = { image = "public.ecr.aws/nginx/nginx:1.29.3", health_check = { command = ["CMD"] } } }

    # routing.slow_start must be a whole number
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/*"], algorithm = "round_robin", slow_start = 60.5 }
  }

  expect_failures = [
    var.sidecars,
    var.routing,
  ]
}

run "refuses_41" {
  command = plan

  variables {
    # sidecars[*].health_check.command must begin with CMD (then the program and its arguments) or CMD-SHELL (then one line), such as ["CMD", "/app", "health"]
    sidecars = { cache = { image = "public.ecr.aws/nginx/nginx:1.29.3", health_check = { command = ["curl", "localhost"] } } }

    # routing.slow_start must be 0 (off) or between 30 and 900 seconds
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/*"], algorithm = "round_robin", slow_start = 10 }
  }

  expect_failures = [
    var.sidecars,
    var.routing,
  ]
}

run "refuses_42" {
  command = plan

  variables {
    # sidecars[*].health_check.command[*] must not be null
    sidecars = { cache = { image = "public.ecr.aws/nginx/nginx:1.29.3", health_check = { command = [null, "CMD"] } } }

    # routing.stickiness.duration must be a whole number between 1 and 604800 seconds
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/*"], algorithm = "round_robin", stickiness = { duration = 604801 } }
  }

  expect_failures = [
    var.sidecars,
    var.routing,
  ]
}

run "refuses_43" {
  command = plan

  variables {
    # sidecars[*].health_check.interval must be a whole number between 5 and 300 seconds
    sidecars = { cache = { image = "public.ecr.aws/nginx/nginx:1.29.3", health_check = { command = ["CMD", "CMD"], interval = 301 } } }

    # routing.stickiness.cookie_name must be the name of a cookie
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/*"], algorithm = "round_robin", stickiness = { cookie_name = "my session" } }
  }

  expect_failures = [
    var.sidecars,
    var.routing,
  ]
}

run "refuses_44" {
  command = plan

  variables {
    # sidecars[*].health_check.timeout must be a whole number between 2 and 60 seconds
    sidecars = { cache = { image = "public.ecr.aws/nginx/nginx:1.29.3", health_check = { command = ["CMD", "CMD"], timeout = 61 } } }

    # routing.stickiness.cookie_name must not begin with AWSALB, which the load balancer's own cookies do; leave it out to use those
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/*"], algorithm = "round_robin", stickiness = { cookie_name = "AWSALB" } }
  }

  expect_failures = [
    var.sidecars,
    var.routing,
  ]
}

run "refuses_45" {
  command = plan

  variables {
    # sidecars[*].health_check.retries must be a whole number between 1 and 10
    sidecars = { cache = { image = "public.ecr.aws/nginx/nginx:1.29.3", health_check = { command = ["CMD", "CMD"], retries = 11 } } }

    # routing needs port, the port that the main container listens on
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 100, paths = ["/*"] }
    port    = null
  }

  expect_failures = [
    var.sidecars,
    var.routing,
  ]
}

run "refuses_46" {
  command = plan

  variables {
    # sidecars[*].health_check.start_period must be a whole number between 0 and 300 seconds
    sidecars = { cache = { image = "public.ecr.aws/nginx/nginx:1.29.3", health_check = { command = ["CMD", "CMD"], start_period = 301 } } }

    # authenticate.user_pool_arn must be the ARN of a Cognito user pool
    authenticate = { user_pool_arn = "us-east-1_a1B2c3D4e", user_pool_client_id = "1example23456789", user_pool_domain = "nimbus-production" }

    # scaling must have a minimum that is not above its maximum
    scaling = { minimum = 5, maximum = 2 }

    # prepared.execution_role_arn must be an ARN of iam
    prepared = { execution_role_arn = "not-an-arn", task_role_arn = "arn:aws:iam::123456789012:role/web-task", log_group_name = "/ecs/nimbus-production/web", security_group_id = "sg-0a1b2c3d" }
  }

  expect_failures = [
    var.sidecars,
    var.authenticate,
    var.scaling,
    var.prepared,
  ]
}

run "refuses_47" {
  command = plan

  variables {
    # sidecars[*].start_after[*] must not be null
    sidecars = { cache = { image = "public.ecr.aws/nginx/nginx:1.29.3", start_after = { example = null } } }

    # authenticate.user_pool_arn must be of region <data.aws_region.current.id>, as the module's provider is: give one that was made there
    authenticate = { user_pool_arn = "arn:aws:cognito-idp:af-south-1:123456789012:userpool/us-east-1_a1B2c3D4e", user_pool_client_id = "1example23456789", user_pool_domain = "nimbus-production" }

    # scaling must have a maximum of 1 task or more, at some time: no task would ever run
    scaling = { minimum = 0, maximum = 0 }

    # prepared.execution_role_arn must have 1 to 2048 characters
    prepared = { execution_role_arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", task_role_arn = "arn:aws:iam::123456789012:role/web-task", log_group_name = "/ecs/nimbus-production/web", security_group_id = "sg-0a1b2c3d" }
  }

  expect_failures = [
    var.sidecars,
    var.authenticate,
    var.scaling,
    var.prepared,
  ]
}

run "refuses_48" {
  command = plan

  variables {
    # sidecars[*].start_after[*] must be one of START, COMPLETE, SUCCESS, HEALTHY
    sidecars = { cache = { image = "public.ecr.aws/nginx/nginx:1.29.3", start_after = { example = "none-of-these" } } }

    # authenticate.user_pool_client_id must be the ID of an app client
    authenticate = { user_pool_arn = "arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_a1B2c3D4e", user_pool_client_id = "my client", user_pool_domain = "nimbus-production" }

    # scaling.minimum must be a whole number between 0 and 5000 tasks
    scaling = { minimum = 5001, maximum = 1 }

    # prepared.execution_role_arn must be of account <data.aws_caller_identity.current.account_id>, as the module's provider is: give one that was made there
    prepared = { execution_role_arn = "arn:aws:iam::999999999999:role/web-execution", task_role_arn = "arn:aws:iam::123456789012:role/web-task", log_group_name = "/ecs/nimbus-production/web", security_group_id = "sg-0a1b2c3d" }
  }

  expect_failures = [
    var.sidecars,
    var.authenticate,
    var.scaling,
    var.prepared,
  ]
}

run "refuses_49" {
  command = plan

  variables {
    # sidecars[*].user must be user or user:group, as names or numbers
    sidecars = { cache = { image = "public.ecr.aws/nginx/nginx:1.29.3", user = "1000 1000" } }

    # authenticate.user_pool_domain must be the prefix of the pool's domain, or its custom domain, without https://
    authenticate = { user_pool_arn = "arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_a1B2c3D4e", user_pool_client_id = "1example23456789", user_pool_domain = "https://auth.nimbus.example" }

    # scaling.maximum must be a whole number between 0 and 5000 tasks
    scaling = { minimum = 0, maximum = 5001 }

    # prepared.task_role_arn must be an ARN of iam
    prepared = { execution_role_arn = "arn:aws:iam::123456789012:role/web-execution", task_role_arn = "not-an-arn", log_group_name = "/ecs/nimbus-production/web", security_group_id = "sg-0a1b2c3d" }
  }

  expect_failures = [
    var.sidecars,
    var.authenticate,
    var.scaling,
    var.prepared,
  ]
}

run "refuses_50" {
  command = plan

  variables {
    # sidecars[*].mounts keys must be 1 to 32 lower-case letters, digits and hyphens
    sidecars = { cache = { image = "public.ecr.aws/nginx/nginx:1.29.3", mounts = { "Cache!" = "/tmp" } } }

    # authenticate.scope must be scopes with spaces between them, openid among them
    authenticate = { user_pool_arn = "arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_a1B2c3D4e", user_pool_client_id = "1example23456789", user_pool_domain = "nimbus-production", scope = "email" }

    # scaling.cpu.target must be a whole number between 1 and 100 percent
    scaling = { minimum = 0, maximum = 1, cpu = { target = 101 } }

    # prepared.task_role_arn must have 1 to 2048 characters
    prepared = { execution_role_arn = "arn:aws:iam::123456789012:role/web-execution", task_role_arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", log_group_name = "/ecs/nimbus-production/web", security_group_id = "sg-0a1b2c3d" }
  }

  expect_failures = [
    var.sidecars,
    var.authenticate,
    var.scaling,
    var.prepared,
  ]
}

run "refuses_51" {
  command = plan

  variables {
    # sidecars[*].mounts[*] must not be null
    sidecars = { cache = { image = "public.ecr.aws/nginx/nginx:1.29.3", mounts = { cache = null } } }

    # authenticate.session_timeout must be a whole number between 1 and 604800 seconds
    authenticate = { user_pool_arn = "arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_a1B2c3D4e", user_pool_client_id = "1example23456789", user_pool_domain = "nimbus-production", session_timeout = 604801 }

    # scaling.cpu.scale_in_cooldown must be a whole number between 0 and 3600 seconds
    scaling = { minimum = 0, maximum = 1, cpu = { target = 1, scale_in_cooldown = 3601 } }

    # prepared.task_role_arn must be of account <data.aws_caller_identity.current.account_id>, as the module's provider is: give one that was made there
    prepared = { execution_role_arn = "arn:aws:iam::123456789012:role/web-execution", task_role_arn = "arn:aws:iam::999999999999:role/web-task", log_group_name = "/ecs/nimbus-production/web", security_group_id = "sg-0a1b2c3d" }
  }

  expect_failures = [
    var.sidecars,
    var.authenticate,
    var.scaling,
    var.prepared,
  ]
}

run "refuses_52" {
  command = plan

  variables {
    # sidecars[*].mounts[*] must begin with a slash, such as /tmp
    sidecars = { cache = { image = "public.ecr.aws/nginx/nginx:1.29.3", mounts = { cache = "tmp" } } }

    # authenticate.session_cookie_name must be letters, digits, hyphens and underscores
    authenticate = { user_pool_arn = "arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_a1B2c3D4e", user_pool_client_id = "1example23456789", user_pool_domain = "nimbus-production", session_cookie_name = "my cookie" }

    # scaling.cpu.scale_out_cooldown must be a whole number between 0 and 3600 seconds
    scaling = { minimum = 0, maximum = 1, cpu = { target = 1, scale_out_cooldown = 3601 } }

    # prepared.log_group_name must be the name of a log group: 1 to 512 letters, digits and . - _ / #
    prepared = { execution_role_arn = "arn:aws:iam::123456789012:role/web-execution", task_role_arn = "arn:aws:iam::123456789012:role/web-task", log_group_name = "/ecs/web*", security_group_id = "sg-0a1b2c3d" }
  }

  expect_failures = [
    var.sidecars,
    var.authenticate,
    var.scaling,
    var.prepared,
  ]
}

run "refuses_53" {
  command = plan

  variables {
    # sidecars[*].mounts[*] must be a folder below the root, such as /tmp: a mount on / would hide the image
    sidecars = { cache = { image = "public.ecr.aws/nginx/nginx:1.29.3", mounts = { cache = "/" } } }

    # authenticate.on_unauthenticated_request must be one of authenticate, deny, allow
    authenticate = { user_pool_arn = "arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_a1B2c3D4e", user_pool_client_id = "1example23456789", user_pool_domain = "nimbus-production", on_unauthenticated_request = "none-of-these" }

    # scaling.memory.target must be a whole number between 1 and 100 percent
    scaling = { minimum = 0, maximum = 1, memory = { target = 101 } }

    # prepared.security_group_id must be the ID of a security group
    prepared = { execution_role_arn = "arn:aws:iam::123456789012:role/web-execution", task_role_arn = "arn:aws:iam::123456789012:role/web-task", log_group_name = "/ecs/nimbus-production/web", security_group_id = "web" }
  }

  expect_failures = [
    var.sidecars,
    var.authenticate,
    var.scaling,
    var.prepared,
  ]
}

run "refuses_54" {
  command = plan

  variables {
    # sidecars[*].stop_timeout must be a whole number between 2 and 120 seconds
    sidecars = { cache = { image = "public.ecr.aws/nginx/nginx:1.29.3", stop_timeout = 121 } }

    # authenticate needs routing, whose rule has users sign in
    authenticate = { user_pool_arn = "arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_a1B2c3D4e", user_pool_client_id = "1example23456789", user_pool_domain = "nimbus-production" }
    routing      = null
  }

  expect_failures = [
    var.sidecars,
    var.authenticate,
  ]
}

run "refuses_55" {
  command = plan

  variables {
    # sidecars must hold only values whose image must end with a tag other than latest, or with a digest, such as web:1.4.2; set require_image_tag to false where that may be relaxed
    sidecars = { agent = { image = "public.ecr.aws/datadog/agent" } }

    # authenticate must have a user pool of the load balancer's region
    authenticate = { user_pool_arn = "arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_a1B2c3D4e", user_pool_client_id = "1example23456789", user_pool_domain = "nimbus-production" }
    routing      = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 100, paths = ["/*"] }
  }

  expect_failures = [
    var.sidecars,
    var.authenticate,
  ]
}

run "refuses_56" {
  command = plan

  variables {
    # sidecars must hold only values whose user must not be root; set allow_root to true where the image cannot do without
    sidecars = { agent = { image = "public.ecr.aws/datadog/agent:7.71.2", user = "root" } }

    # scaling.memory.scale_in_cooldown must be a whole number between 0 and 3600 seconds
    scaling = { minimum = 0, maximum = 1, memory = { target = 1, scale_in_cooldown = 3601 } }

    # prepared.target_group_arn must be an ARN of elasticloadbalancing
    prepared = { execution_role_arn = "arn:aws:iam::123456789012:role/web-execution", task_role_arn = "arn:aws:iam::123456789012:role/web-task", log_group_name = "/ecs/nimbus-production/web", security_group_id = "sg-0a1b2c3d", target_group_arn = "not-an-arn" }
  }

  expect_failures = [
    var.sidecars,
    var.scaling,
    var.prepared,
  ]
}

run "refuses_57" {
  command = plan

  variables {
    # sidecars must not have the name of the service, which the main container goes by
    sidecars = { web = { image = "public.ecr.aws/datadog/agent:7.71.2" } }

    # scaling.memory.scale_out_cooldown must be a whole number between 0 and 3600 seconds
    scaling = { minimum = 0, maximum = 1, memory = { target = 1, scale_out_cooldown = 3601 } }

    # prepared.target_group_arn must have 1 to 2048 characters
    prepared = { execution_role_arn = "arn:aws:iam::123456789012:role/web-execution", task_role_arn = "arn:aws:iam::123456789012:role/web-task", log_group_name = "/ecs/nimbus-production/web", security_group_id = "sg-0a1b2c3d", target_group_arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }
  }

  expect_failures = [
    var.sidecars,
    var.scaling,
    var.prepared,
  ]
}

run "refuses_58" {
  command = plan

  variables {
    # sidecars must have only containers of the task in start_after
    sidecars = { agent = { image = "public.ecr.aws/datadog/agent:7.71.2", start_after = { nobody = "START" } } }

    # scaling.requests.target must be a whole number between 1 and 1000000 requests
    scaling = { minimum = 0, maximum = 1, requests = { target = 1000001 } }

    # prepared.target_group_arn must be of region <data.aws_region.current.id> and account <data.aws_caller_identity.current.account_id>, as the module's provider is: give one that was made there
    prepared = { execution_role_arn = "arn:aws:iam::123456789012:role/web-execution", task_role_arn = "arn:aws:iam::123456789012:role/web-task", log_group_name = "/ecs/nimbus-production/web", security_group_id = "sg-0a1b2c3d", target_group_arn = "arn:aws:elasticloadbalancing:af-south-1:123456789012:targetgroup/web-0a1b2c3/0a1b2c3d4e5f6a7b" }
  }

  expect_failures = [
    var.sidecars,
    var.scaling,
    var.prepared,
  ]
}

run "refuses_59" {
  command = plan

  variables {
    # sidecars must have HEALTHY in start_after only with a container that has a health_check; it would wait for ever
    sidecars = { agent = { image = "public.ecr.aws/datadog/agent:7.71.2", start_after = { web = "HEALTHY" } } }

    # scaling.requests.scale_in_cooldown must be a whole number between 0 and 3600 seconds
    scaling = { minimum = 0, maximum = 1, requests = { target = 1, scale_in_cooldown = 3601 } }

    # prepared must have a target_group_arn with routing: prepare the service with routing as well
    prepared = { execution_role_arn = "arn:aws:iam::123456789012:role/web-execution", task_role_arn = "arn:aws:iam::123456789012:role/web-task", log_group_name = "/ecs/nimbus-production/web", security_group_id = "sg-0a1b2c3d" }
  }

  expect_failures = [
    var.sidecars,
    var.scaling,
    var.prepared,
  ]
}

run "refuses_60" {
  command = plan

  variables {
    # sidecars must have only names of writable_paths and efs_volumes in mounts
    sidecars = { agent = { image = "public.ecr.aws/datadog/agent:7.71.2", mounts = { nothing = "/tmp" } } }

    # scaling.requests.scale_out_cooldown must be a whole number between 0 and 3600 seconds
    scaling = { minimum = 0, maximum = 1, requests = { target = 1, scale_out_cooldown = 3601 } }
  }

  expect_failures = [
    var.sidecars,
    var.scaling,
  ]
}

run "refuses_61" {
  command = plan

  variables {
    # sidecars must have less cpu in all than the task, so that some is left for the main container
    sidecars = { agent = { image = "public.ecr.aws/datadog/agent:7.71.2", cpu = 512 } }
    cpu      = 512

    # scaling.schedule keys must be 1 to 32 lower-case letters, digits and hyphens
    scaling = { minimum = 0, maximum = 1, schedule = { "Cache!" = { schedule = "cron(0 7 ? * MON-FRI *)", minimum = 0, maximum = 0 } } }
  }

  expect_failures = [
    var.sidecars,
    var.scaling,
  ]
}

run "refuses_62" {
  command = plan

  variables {
    # sidecars must have less memory in all than the task, so that some is left for the main container
    sidecars = { agent = { image = "public.ecr.aws/datadog/agent:7.71.2", memory = 1024 } }
    memory   = 1024

    # scaling.schedule[*] must not be null
    scaling = { minimum = 0, maximum = 1, schedule = { cache = null } }
  }

  expect_failures = [
    var.sidecars,
    var.scaling,
  ]
}

run "refuses_63" {
  command = plan

  variables {
    # scaling.schedule[*] must have a minimum that is not above its maximum
    scaling = { minimum = 0, maximum = 1, schedule = { cache = { schedule = "cron(0 7 ? * MON-FRI *)", minimum = 5, maximum = 2 } } }
  }

  expect_failures = [
    var.scaling,
  ]
}

run "refuses_64" {
  command = plan

  variables {
    # scaling.schedule[*].schedule must be a schedule such as cron(0 7 ? * MON-FRI *): cron() with six fields of which the day of the month or that of the week is ?, rate(1 hour) or rate(2 hours), at(2026-11-21T08:00:00)
    scaling = { minimum = 0, maximum = 1, schedule = { cache = { schedule = "cron(0 0)", minimum = 0, maximum = 0 } } }
  }

  expect_failures = [
    var.scaling,
  ]
}

run "refuses_65" {
  command = plan

  variables {
    # scaling.schedule[*].timezone must be a time zone by its name in the IANA database (as of 2026-10-28), such as Europe/Berlin, Etc/UTC or UTC
    scaling = { minimum = 0, maximum = 1, schedule = { cache = { schedule = "cron(0 7 ? * MON-FRI *)", minimum = 0, maximum = 0, timezone = "Europe/Berlim" } } }
  }

  expect_failures = [
    var.scaling,
  ]
}

run "refuses_66" {
  command = plan

  variables {
    # scaling.schedule[*].minimum must be a whole number between 0 and 5000 tasks
    scaling = { minimum = 0, maximum = 1, schedule = { cache = { schedule = "cron(0 7 ? * MON-FRI *)", minimum = 5001, maximum = 0 } } }
  }

  expect_failures = [
    var.scaling,
  ]
}

run "refuses_67" {
  command = plan

  variables {
    # scaling.schedule[*].maximum must be a whole number between 0 and 5000 tasks
    scaling = { minimum = 0, maximum = 1, schedule = { cache = { schedule = "cron(0 7 ? * MON-FRI *)", minimum = 0, maximum = 5001 } } }
  }

  expect_failures = [
    var.scaling,
  ]
}

run "refuses_68" {
  command = plan

  variables {
    # scaling must have requests only with routing: without a load balancer there are none to count
    scaling = { minimum = 1, maximum = 2, requests = { target = 1000 } }
    routing = null
  }

  expect_failures = [
    var.scaling,
  ]
}

run "refuses_69" {
  command = plan

  variables {
    # backlog.queue_name must be the name of a queue, not its ARN
    backlog = { queue_name = "arn:aws:sqs:us-east-1:123456789012:mails", target = 1 }
  }

  expect_failures = [
    var.backlog,
  ]
}

run "refuses_70" {
  command = plan

  variables {
    # backlog.target must be a whole number between 1 and 1000000 messages
    backlog = { queue_name = "nimbus-production-mails", target = 1000001 }
  }

  expect_failures = [
    var.backlog,
  ]
}

run "refuses_71" {
  command = plan

  variables {
    # backlog.scale_in_cooldown must be a whole number between 0 and 3600 seconds
    backlog = { queue_name = "nimbus-production-mails", target = 1, scale_in_cooldown = 3601 }
  }

  expect_failures = [
    var.backlog,
  ]
}

run "refuses_72" {
  command = plan

  variables {
    # backlog.scale_out_cooldown must be a whole number between 0 and 3600 seconds
    backlog = { queue_name = "nimbus-production-mails", target = 1, scale_out_cooldown = 3601 }
  }

  expect_failures = [
    var.backlog,
  ]
}

run "refuses_73" {
  command = plan

  variables {
    # backlog needs scaling, which says how few and how many tasks there may be
    backlog       = { queue_name = "nimbus-production-mails", target = 100 }
    scaling       = null
    desired_count = 2
  }

  expect_failures = [
    var.backlog,
  ]
}

run "refuses_74" {
  command = plan

  variables {
    # prepared must be left out with prepare_only: one instance prepares, the other runs
    prepared     = { execution_role_arn = "arn:aws:iam::123456789012:role/web-execution", task_role_arn = "arn:aws:iam::123456789012:role/web-task", log_group_name = "/ecs/nimbus-production/web", security_group_id = "sg-0a1b2c3d" }
    prepare_only = true
    routing      = null
  }

  expect_failures = [
    var.prepared,
  ]
}

run "refuses_75" {
  command = plan

  variables {
    # prepared must be left out with task_role and execution_role: the roles are those that were prepared
    prepared  = { execution_role_arn = "arn:aws:iam::123456789012:role/web-execution", task_role_arn = "arn:aws:iam::123456789012:role/web-task", log_group_name = "/ecs/nimbus-production/web", security_group_id = "sg-0a1b2c3d" }
    task_role = { arn = "arn:aws:iam::123456789012:role/web-task" }
    routing   = null
  }

  expect_failures = [
    var.prepared,
  ]
}
