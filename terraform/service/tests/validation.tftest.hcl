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

# name must be 3 to 24 lower-case letters, digits and hyphens, beginning with a letter and not ending with a hyphen
run "refuses_name_1" {
  command = plan

  variables {
    name = "Nimbus_Production"
  }

  expect_failures = [var.name]
}

# name must not be exec: the log group of that name, /ecs/<cluster>/exec, is that of the cluster's exec sessions
run "refuses_name_2" {
  command = plan

  variables {
    name = "exec"
  }

  expect_failures = [var.name]
}

# cluster.name must be the name of a cluster
run "refuses_cluster_1" {
  command = plan

  variables {
    cluster = { name = "nimbus production", arn = "arn:aws:ecs:us-east-1:123456789012:cluster/nimbus-production" }
  }

  expect_failures = [var.cluster]
}

# cluster.arn must be an ARN of ecs
run "refuses_cluster_2" {
  command = plan

  variables {
    cluster = { name = "nimbus-production", arn = "not-an-arn" }
  }

  expect_failures = [var.cluster]
}

# cluster.arn must have 1 to 2048 characters
run "refuses_cluster_3" {
  command = plan

  variables {
    cluster = { name = "nimbus-production", arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }
  }

  expect_failures = [var.cluster]
}

# cluster.arn must be of region <data.aws_region.current.id> and account <data.aws_caller_identity.current.account_id>, as the module's provider is: give one that was made there
run "refuses_cluster_4" {
  command = plan

  variables {
    cluster = { name = "nimbus-production", arn = "arn:aws:ecs:af-south-1:123456789012:cluster/nimbus-production" }
  }

  expect_failures = [var.cluster]
}

# cluster must have a name that, with the name of the service, is at most 38 characters long: roles are named after both
run "refuses_cluster_5" {
  command = plan

  variables {
    cluster = { name = "a-cluster-with-a-name-that-is-very-long-indeed", arn = "arn:aws:ecs:us-east-1:123456789012:cluster/a-cluster-with-a-name-that-is-very-long-indeed" }
  }

  expect_failures = [var.cluster]
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

# image must be the name of an image, such as 123456789012.dkr.ecr.us-east-1.amazonaws.com/web:1.4.2: the repository in lower case, the tag of 128 characters at most
run "refuses_image_1" {
  command = plan

  variables {
    image = "nginx 1.29"
  }

  expect_failures = [var.image]
}

# image must end with a tag other than latest, or with a digest, such as web:1.4.2; set require_image_tag to false where that may be relaxed
run "refuses_image_2" {
  command = plan

  variables {
    image = "public.ecr.aws/nginx/nginx"
  }

  expect_failures = [var.image]
}

# image must not be tagged latest: which image runs would depend on when a task starts
run "refuses_image_3" {
  command = plan

  variables {
    image = "public.ecr.aws/nginx/nginx:latest"
  }

  expect_failures = [var.image]
}

# command[*] must not be null
run "refuses_command_1" {
  command = plan

  variables {
    command = [null]
  }

  expect_failures = [var.command]
}

# entrypoint[*] must not be null
run "refuses_entrypoint_1" {
  command = plan

  variables {
    entrypoint = [null]
  }

  expect_failures = [var.entrypoint]
}

# working_directory must begin with a slash, such as /app
run "refuses_working_directory_1" {
  command = plan

  variables {
    working_directory = "app"
  }

  expect_failures = [var.working_directory]
}

# cpu must be one of 256, 512, 1024, 2048, 4096, 8192, 16384, 32768
run "refuses_cpu_1" {
  command = plan

  variables {
    cpu = -1
  }

  expect_failures = [var.cpu]
}

# memory must be a whole number
run "refuses_memory_1" {
  command = plan

  variables {
    memory = 1.5
  }

  expect_failures = [var.memory]
}

# memory must be 512, 1024 or 2048 MiB with 256 CPU units
run "refuses_memory_2" {
  command = plan

  variables {
    cpu    = 256
    memory = 777
  }

  expect_failures = [var.memory]
}

# memory must be 1024, 2048, 3072 or 4096 MiB with 512 CPU units
run "refuses_memory_3" {
  command = plan

  variables {
    cpu    = 512
    memory = 777
  }

  expect_failures = [var.memory]
}

# memory must be 2048 to 8192 in steps of 1024 MiB with 1024 CPU units
run "refuses_memory_4" {
  command = plan

  variables {
    cpu    = 1024
    memory = 777
  }

  expect_failures = [var.memory]
}

# memory must be 4096 to 16384 in steps of 1024 MiB with 2048 CPU units
run "refuses_memory_5" {
  command = plan

  variables {
    cpu    = 2048
    memory = 777
  }

  expect_failures = [var.memory]
}

# memory must be 8192 to 30720 in steps of 1024 MiB with 4096 CPU units
run "refuses_memory_6" {
  command = plan

  variables {
    cpu    = 4096
    memory = 777
  }

  expect_failures = [var.memory]
}

# memory must be 16384 to 61440 in steps of 4096 MiB with 8192 CPU units
run "refuses_memory_7" {
  command = plan

  variables {
    cpu    = 8192
    memory = 777
  }

  expect_failures = [var.memory]
}

# memory must be 32768 to 122880 in steps of 8192 MiB with 16384 CPU units
run "refuses_memory_8" {
  command = plan

  variables {
    cpu    = 16384
    memory = 777
  }

  expect_failures = [var.memory]
}

# memory must be 61440, 122880 or 249856 MiB with 32768 CPU units
run "refuses_memory_9" {
  command = plan

  variables {
    cpu    = 32768
    memory = 777
  }

  expect_failures = [var.memory]
}

# architecture must be one of X86_64, ARM64
run "refuses_architecture_1" {
  command = plan

  variables {
    architecture = "none-of-these"
  }

  expect_failures = [var.architecture]
}

# port must be a whole number between 1 and 65535
run "refuses_port_1" {
  command = plan

  variables {
    port = 65536
  }

  expect_failures = [var.port]
}

# environment keys must be the name of an environment variable
run "refuses_environment_1" {
  command = plan

  variables {
    environment = { "1 LEVEL" = "example" }
  }

  expect_failures = [var.environment]
}

# environment[*] must not be null
run "refuses_environment_2" {
  command = plan

  variables {
    environment = { LOG_LEVEL = null }
  }

  expect_failures = [var.environment]
}

# secrets keys must be the name of an environment variable
run "refuses_secrets_1" {
  command = plan

  variables {
    secrets = { "1 LEVEL" = { arn = "arn:aws:secretsmanager:us-east-1:123456789012:secret:web/database-a1b2c3" } }
  }

  expect_failures = [var.secrets]
}

# secrets[*] must not be null
run "refuses_secrets_2" {
  command = plan

  variables {
    secrets = { LOG_LEVEL = null }
  }

  expect_failures = [var.secrets]
}

# secrets[*] must have a json_key only with a secret of Secrets Manager: a parameter is taken whole
run "refuses_secrets_3" {
  command = plan

  variables {
    secrets = { LOG_LEVEL = { arn = "arn:aws:ssm:us-east-1:123456789012:parameter/web/database", json_key = "password" } }
  }

  expect_failures = [var.secrets]
}

# secrets[*].arn must be the ARN of a secret of Secrets Manager or of a parameter of Systems Manager, without the key of a JSON secret, which has an input of its own
run "refuses_secrets_4" {
  command = plan

  variables {
    secrets = { LOG_LEVEL = { arn = "web/database" } }
  }

  expect_failures = [var.secrets]
}

# secrets[*].arn must be of partition <data.aws_partition.current.partition>, as the module's provider is: give one that was made there
run "refuses_secrets_5" {
  command = plan

  variables {
    secrets = { LOG_LEVEL = { arn = "arn:aws-cn:secretsmanager:us-east-1:123456789012:secret:web/database-a1b2c3" } }
  }

  expect_failures = [var.secrets]
}

# secrets must not have a name that environment has too
run "refuses_secrets_6" {
  command = plan

  variables {
    environment = { TOKEN = "x" }
    secrets     = { TOKEN = { arn = "arn:aws:ssm:us-east-1:123456789012:parameter/web/token" } }
  }

  expect_failures = [var.secrets]
}

# secret_kms_keys[*] must not be null
run "refuses_secret_kms_keys_1" {
  command = plan

  variables {
    secret_kms_keys = [null]
  }

  expect_failures = [var.secret_kms_keys]
}

# secret_kms_keys[*] must be an ARN of kms
run "refuses_secret_kms_keys_2" {
  command = plan

  variables {
    secret_kms_keys = ["not-an-arn"]
  }

  expect_failures = [var.secret_kms_keys]
}

# secret_kms_keys[*] must have 1 to 2048 characters
run "refuses_secret_kms_keys_3" {
  command = plan

  variables {
    secret_kms_keys = ["xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"]
  }

  expect_failures = [var.secret_kms_keys]
}

# secret_kms_keys[*] must be of partition <data.aws_partition.current.partition>, as the module's provider is: give one that was made there
run "refuses_secret_kms_keys_4" {
  command = plan

  variables {
    secret_kms_keys = ["arn:aws-cn:kms:us-east-1:123456789012:key/00000000-0000-0000-0000-000000000000"]
  }

  expect_failures = [var.secret_kms_keys]
}

# health_check.command must have 2 to 50 items
run "refuses_health_check_1" {
  command = plan

  variables {
    health_check = { command = ["CMD"] }
  }

  expect_failures = [var.health_check]
}

# health_check.command must begin with CMD (then the program and its arguments) or CMD-SHELL (then one line), such as ["CMD", "/app", "health"]
run "refuses_health_check_2" {
  command = plan

  variables {
    health_check = { command = ["curl", "localhost"] }
  }

  expect_failures = [var.health_check]
}

# health_check.command[*] must not be null
run "refuses_health_check_3" {
  command = plan

  variables {
    health_check = { command = [null, "CMD"] }
  }

  expect_failures = [var.health_check]
}

# health_check.interval must be a whole number between 5 and 300 seconds
run "refuses_health_check_4" {
  command = plan

  variables {
    health_check = { command = ["CMD", "CMD"], interval = 301 }
  }

  expect_failures = [var.health_check]
}

# health_check.timeout must be a whole number between 2 and 60 seconds
run "refuses_health_check_5" {
  command = plan

  variables {
    health_check = { command = ["CMD", "CMD"], timeout = 61 }
  }

  expect_failures = [var.health_check]
}

# health_check.retries must be a whole number between 1 and 10
run "refuses_health_check_6" {
  command = plan

  variables {
    health_check = { command = ["CMD", "CMD"], retries = 11 }
  }

  expect_failures = [var.health_check]
}

# health_check.start_period must be a whole number between 0 and 300 seconds
run "refuses_health_check_7" {
  command = plan

  variables {
    health_check = { command = ["CMD", "CMD"], start_period = 301 }
  }

  expect_failures = [var.health_check]
}

# stop_timeout must be a whole number between 2 and 120 seconds
run "refuses_stop_timeout_1" {
  command = plan

  variables {
    stop_timeout = 121
  }

  expect_failures = [var.stop_timeout]
}

# start_after[*] must not be null
run "refuses_start_after_1" {
  command = plan

  variables {
    start_after = { example = null }
  }

  expect_failures = [var.start_after]
}

# start_after[*] must be one of START, COMPLETE, SUCCESS, HEALTHY
run "refuses_start_after_2" {
  command = plan

  variables {
    start_after = { example = "none-of-these" }
  }

  expect_failures = [var.start_after]
}

# start_after must have only names of sidecars
run "refuses_start_after_3" {
  command = plan

  variables {
    start_after = { nobody = "START" }
  }

  expect_failures = [var.start_after]
}

# start_after must have HEALTHY only with a sidecar that has a health_check; it would wait for ever
run "refuses_start_after_4" {
  command = plan

  variables {
    sidecars    = { agent = { image = "public.ecr.aws/datadog/agent:7.71.2" } }
    start_after = { agent = "HEALTHY" }
  }

  expect_failures = [var.start_after]
}

# start_after must have COMPLETE and SUCCESS only with a sidecar that is not essential: its end would end the task
run "refuses_start_after_5" {
  command = plan

  variables {
    sidecars    = { agent = { image = "public.ecr.aws/datadog/agent:7.71.2", essential = true } }
    start_after = { agent = "SUCCESS" }
  }

  expect_failures = [var.start_after]
}

# user must be user or user:group, as names or numbers
run "refuses_user_1" {
  command = plan

  variables {
    user = "1000 1000"
  }

  expect_failures = [var.user]
}

# user must not be root; set allow_root to true where the image cannot do without
run "refuses_user_2" {
  command = plan

  variables {
    user = "0:0"
  }

  expect_failures = [var.user]
}

# writable_paths keys must be 1 to 32 lower-case letters, digits and hyphens
run "refuses_writable_paths_1" {
  command = plan

  variables {
    writable_paths = { "Cache!" = "/tmp" }
  }

  expect_failures = [var.writable_paths]
}

# writable_paths[*] must not be null
run "refuses_writable_paths_2" {
  command = plan

  variables {
    writable_paths = { cache = null }
  }

  expect_failures = [var.writable_paths]
}

# writable_paths[*] must begin with a slash, such as /tmp
run "refuses_writable_paths_3" {
  command = plan

  variables {
    writable_paths = { cache = "tmp" }
  }

  expect_failures = [var.writable_paths]
}

# writable_paths[*] must be a folder below the root, such as /tmp: a mount on / would hide the image
run "refuses_writable_paths_4" {
  command = plan

  variables {
    writable_paths = { cache = "/" }
  }

  expect_failures = [var.writable_paths]
}

# writable_paths must be folders that differ from one another, and from those of efs_volumes: a container has one thing in a place
run "refuses_writable_paths_5" {
  command = plan

  variables {
    writable_paths = { tmp = "/tmp", cache = "/tmp/" }
  }

  expect_failures = [var.writable_paths]
}

# drop_capabilities[*] must not be null
run "refuses_drop_capabilities_1" {
  command = plan

  variables {
    drop_capabilities = [null]
  }

  expect_failures = [var.drop_capabilities]
}

# drop_capabilities[*] must be one of ALL, AUDIT_WRITE, CHOWN, DAC_OVERRIDE, FOWNER, FSETID, KILL, MKNOD, NET_BIND_SERVICE, NET_RAW, SETFCAP, SETGID, SETPCAP, SETUID, SYS_CHROOT
run "refuses_drop_capabilities_2" {
  command = plan

  variables {
    drop_capabilities = ["none-of-these"]
  }

  expect_failures = [var.drop_capabilities]
}

# add_capabilities[*] must not be null
run "refuses_add_capabilities_1" {
  command = plan

  variables {
    add_capabilities = [null]
  }

  expect_failures = [var.add_capabilities]
}

# add_capabilities[*] must be one of SYS_PTRACE
run "refuses_add_capabilities_2" {
  command = plan

  variables {
    add_capabilities = ["none-of-these"]
  }

  expect_failures = [var.add_capabilities]
}

# ulimits keys must be nofile, the only limit that Fargate lets a task change
run "refuses_ulimits_1" {
  command = plan

  variables {
    ulimits = { nproc = { soft = 0, hard = 0 } }
  }

  expect_failures = [var.ulimits]
}

# ulimits[*] must not be null
run "refuses_ulimits_2" {
  command = plan

  variables {
    ulimits = { nofile = null }
  }

  expect_failures = [var.ulimits]
}

# ulimits[*] must have a soft limit that is not above the hard one
run "refuses_ulimits_3" {
  command = plan

  variables {
    ulimits = { nofile = { soft = 65536, hard = 1024 } }
  }

  expect_failures = [var.ulimits]
}

# ulimits[*].soft must be a whole number between 0 and 1048576
run "refuses_ulimits_4" {
  command = plan

  variables {
    ulimits = { nofile = { soft = 1048577, hard = 0 } }
  }

  expect_failures = [var.ulimits]
}

# ulimits[*].hard must be a whole number between 0 and 1048576
run "refuses_ulimits_5" {
  command = plan

  variables {
    ulimits = { nofile = { soft = 0, hard = 1048577 } }
  }

  expect_failures = [var.ulimits]
}

# ephemeral_storage must be a whole number between 20 and 200 GiB
run "refuses_ephemeral_storage_1" {
  command = plan

  variables {
    ephemeral_storage = 201
  }

  expect_failures = [var.ephemeral_storage]
}

# efs_volumes keys must be 1 to 32 lower-case letters, digits and hyphens
run "refuses_efs_volumes_1" {
  command = plan

  variables {
    efs_volumes = { "Cache!" = { file_system_id = "fs-0a1b2c3d", path = "/media" } }
  }

  expect_failures = [var.efs_volumes]
}

# efs_volumes[*] must not be null
run "refuses_efs_volumes_2" {
  command = plan

  variables {
    efs_volumes = { cache = null }
  }

  expect_failures = [var.efs_volumes]
}

# efs_volumes[*] must leave root_directory out when it has an access_point_id: the access point says it
run "refuses_efs_volumes_3" {
  command = plan

  variables {
    efs_volumes = { cache = { file_system_id = "fs-0a1b2c3d", path = "/media", access_point_id = "fsap-0a1b2c3d", root_directory = "/media" } }
  }

  expect_failures = [var.efs_volumes]
}

# efs_volumes[*].file_system_id must be the ID of an EFS file system
run "refuses_efs_volumes_4" {
  command = plan

  variables {
    efs_volumes = { cache = { file_system_id = "media", path = "/media" } }
  }

  expect_failures = [var.efs_volumes]
}

# efs_volumes[*].path must begin with a slash, such as /media
run "refuses_efs_volumes_5" {
  command = plan

  variables {
    efs_volumes = { cache = { file_system_id = "fs-0a1b2c3d", path = "media" } }
  }

  expect_failures = [var.efs_volumes]
}

# efs_volumes[*].path must be a folder below the root, such as /media: a mount on / would hide the image
run "refuses_efs_volumes_6" {
  command = plan

  variables {
    efs_volumes = { cache = { file_system_id = "fs-0a1b2c3d", path = "/" } }
  }

  expect_failures = [var.efs_volumes]
}

# efs_volumes[*].root_directory must begin with a slash, such as /media
run "refuses_efs_volumes_7" {
  command = plan

  variables {
    efs_volumes = { cache = { file_system_id = "fs-0a1b2c3d", path = "/media", root_directory = "media" } }
  }

  expect_failures = [var.efs_volumes]
}

# efs_volumes[*].access_point_id must be the ID of an access point
run "refuses_efs_volumes_8" {
  command = plan

  variables {
    efs_volumes = { cache = { file_system_id = "fs-0a1b2c3d", path = "/media", access_point_id = "media" } }
  }

  expect_failures = [var.efs_volumes]
}

# efs_volumes must not have a name that writable_paths has too
run "refuses_efs_volumes_9" {
  command = plan

  variables {
    efs_volumes    = { tmp = { file_system_id = "fs-0a1b2c3d", path = "/media" } }
    writable_paths = { tmp = "/tmp" }
  }

  expect_failures = [var.efs_volumes]
}

# efs_volumes must be mounted in folders that differ from one another, and from those of writable_paths: a container has one thing in a place
run "refuses_efs_volumes_10" {
  command = plan

  variables {
    efs_volumes    = { media = { file_system_id = "fs-0a1b2c3d", path = "/tmp" } }
    writable_paths = { tmp = "/tmp" }
  }

  expect_failures = [var.efs_volumes]
}

# sidecars keys must be 1 to 32 lower-case letters, digits and hyphens
run "refuses_sidecars_1" {
  command = plan

  variables {
    sidecars = { "Cache!" = { image = "public.ecr.aws/nginx/nginx:1.29.3" } }
  }

  expect_failures = [var.sidecars]
}

# sidecars[*] must not be null
run "refuses_sidecars_2" {
  command = plan

  variables {
    sidecars = { cache = null }
  }

  expect_failures = [var.sidecars]
}

# sidecars[*] must not have a memory_reservation above memory
run "refuses_sidecars_3" {
  command = plan

  variables {
    sidecars = { cache = { image = "public.ecr.aws/nginx/nginx:1.29.3", memory = 64, memory_reservation = 128 } }
  }

  expect_failures = [var.sidecars]
}

# sidecars[*] must not have the same name in environment and in secrets
run "refuses_sidecars_4" {
  command = plan

  variables {
    sidecars = { cache = { image = "public.ecr.aws/nginx/nginx:1.29.3", environment = { TOKEN = "x" }, secrets = { TOKEN = { arn = "arn:aws:ssm:us-east-1:123456789012:parameter/web/token" } } } }
  }

  expect_failures = [var.sidecars]
}

# sidecars[*].image must be the name of an image, such as 123456789012.dkr.ecr.us-east-1.amazonaws.com/web:1.4.2: the repository in lower case, the tag of 128 characters at most
run "refuses_sidecars_5" {
  command = plan

  variables {
    sidecars = { cache = { image = "nginx 1.29" } }
  }

  expect_failures = [var.sidecars]
}

# sidecars[*].command[*] must not be null
run "refuses_sidecars_6" {
  command = plan

  variables {
    sidecars = { cache = { image = "public.ecr.aws/nginx/nginx:1.29.3", command = [null] } }
  }

  expect_failures = [var.sidecars]
}

# sidecars[*].entrypoint[*] must not be null
run "refuses_sidecars_7" {
  command = plan

  variables {
    sidecars = { cache = { image = "public.ecr.aws/nginx/nginx:1.29.3", entrypoint = [null] } }
  }

  expect_failures = [var.sidecars]
}

# sidecars[*].cpu must be a whole number between 0 and 32768 CPU units
run "refuses_sidecars_8" {
  command = plan

  variables {
    sidecars = { cache = { image = "public.ecr.aws/nginx/nginx:1.29.3", cpu = 32769 } }
  }

  expect_failures = [var.sidecars]
}

# sidecars[*].memory must be a whole number between 6 and 249856 MiB
run "refuses_sidecars_9" {
  command = plan

  variables {
    sidecars = { cache = { image = "public.ecr.aws/nginx/nginx:1.29.3", memory = 249857 } }
  }

  expect_failures = [var.sidecars]
}

# sidecars[*].memory_reservation must be a whole number between 6 and 249856 MiB
run "refuses_sidecars_10" {
  command = plan

  variables {
    sidecars = { cache = { image = "public.ecr.aws/nginx/nginx:1.29.3", memory_reservation = 249857 } }
  }

  expect_failures = [var.sidecars]
}

# sidecars[*].environment keys must be the name of an environment variable
run "refuses_sidecars_11" {
  command = plan

  variables {
    sidecars = { cache = { image = "public.ecr.aws/nginx/nginx:1.29.3", environment = { "1 LEVEL" = "example" } } }
  }

  expect_failures = [var.sidecars]
}

# sidecars[*].environment[*] must not be null
run "refuses_sidecars_12" {
  command = plan

  variables {
    sidecars = { cache = { image = "public.ecr.aws/nginx/nginx:1.29.3", environment = { LOG_LEVEL = null } } }
  }

  expect_failures = [var.sidecars]
}

# sidecars[*].secrets keys must be the name of an environment variable
run "refuses_sidecars_13" {
  command = plan

  variables {
    sidecars = { cache = { image = "public.ecr.aws/nginx/nginx:1.29.3", secrets = { "1 LEVEL" = { arn = "arn:aws:secretsmanager:us-east-1:123456789012:secret:web/database-a1b2c3" } } } }
  }

  expect_failures = [var.sidecars]
}

# sidecars[*].secrets[*] must not be null
run "refuses_sidecars_14" {
  command = plan

  variables {
    sidecars = { cache = { image = "public.ecr.aws/nginx/nginx:1.29.3", secrets = { LOG_LEVEL = null } } }
  }

  expect_failures = [var.sidecars]
}

# sidecars[*].secrets[*] must have a json_key only with a secret of Secrets Manager: a parameter is taken whole
run "refuses_sidecars_15" {
  command = plan

  variables {
    sidecars = { cache = { image = "public.ecr.aws/nginx/nginx:1.29.3", secrets = { LOG_LEVEL = { arn = "arn:aws:ssm:us-east-1:123456789012:parameter/web/database", json_key = "password" } } } }
  }

  expect_failures = [var.sidecars]
}

# sidecars[*].secrets[*].arn must be the ARN of a secret of Secrets Manager or of a parameter of Systems Manager, without the key of a JSON secret, which has an input of its own
run "refuses_sidecars_16" {
  command = plan

  variables {
    sidecars = { cache = { image = "public.ecr.aws/nginx/nginx:1.29.3", secrets = { LOG_LEVEL = { arn = "web/database" } } } }
  }

  expect_failures = [var.sidecars]
}

# sidecars[*].secrets[*].arn must be of partition <data.aws_partition.current.partition>, as the module's provider is: give one that was made there
run "refuses_sidecars_17" {
  command = plan

  variables {
    sidecars = { cache = { image = "public.ecr.aws/nginx/nginx:1.29.3", secrets = { LOG_LEVEL = { arn = "arn:aws-cn:secretsmanager:us-east-1:123456789012:secret:web/database-a1b2c3" } } } }
  }

  expect_failures = [var.sidecars]
}

# sidecars[*].port must be a whole number between 1 and 65535
run "refuses_sidecars_18" {
  command = plan

  variables {
    sidecars = { cache = { image = "public.ecr.aws/nginx/nginx:1.29.3", port = 65536 } }
  }

  expect_failures = [var.sidecars]
}

# sidecars[*].health_check.command must have 2 to 50 items
run "refuses_sidecars_19" {
  command = plan

  variables {
    sidecars = { cache = { image = "public.ecr.aws/nginx/nginx:1.29.3", health_check = { command = ["CMD"] } } }
  }

  expect_failures = [var.sidecars]
}

# sidecars[*].health_check.command must begin with CMD (then the program and its arguments) or CMD-SHELL (then one line), such as ["CMD", "/app", "health"]
run "refuses_sidecars_20" {
  command = plan

  variables {
    sidecars = { cache = { image = "public.ecr.aws/nginx/nginx:1.29.3", health_check = { command = ["curl", "localhost"] } } }
  }

  expect_failures = [var.sidecars]
}

# sidecars[*].health_check.command[*] must not be null
run "refuses_sidecars_21" {
  command = plan

  variables {
    sidecars = { cache = { image = "public.ecr.aws/nginx/nginx:1.29.3", health_check = { command = [null, "CMD"] } } }
  }

  expect_failures = [var.sidecars]
}

# sidecars[*].health_check.interval must be a whole number between 5 and 300 seconds
run "refuses_sidecars_22" {
  command = plan

  variables {
    sidecars = { cache = { image = "public.ecr.aws/nginx/nginx:1.29.3", health_check = { command = ["CMD", "CMD"], interval = 301 } } }
  }

  expect_failures = [var.sidecars]
}

# sidecars[*].health_check.timeout must be a whole number between 2 and 60 seconds
run "refuses_sidecars_23" {
  command = plan

  variables {
    sidecars = { cache = { image = "public.ecr.aws/nginx/nginx:1.29.3", health_check = { command = ["CMD", "CMD"], timeout = 61 } } }
  }

  expect_failures = [var.sidecars]
}

# sidecars[*].health_check.retries must be a whole number between 1 and 10
run "refuses_sidecars_24" {
  command = plan

  variables {
    sidecars = { cache = { image = "public.ecr.aws/nginx/nginx:1.29.3", health_check = { command = ["CMD", "CMD"], retries = 11 } } }
  }

  expect_failures = [var.sidecars]
}

# sidecars[*].health_check.start_period must be a whole number between 0 and 300 seconds
run "refuses_sidecars_25" {
  command = plan

  variables {
    sidecars = { cache = { image = "public.ecr.aws/nginx/nginx:1.29.3", health_check = { command = ["CMD", "CMD"], start_period = 301 } } }
  }

  expect_failures = [var.sidecars]
}

# sidecars[*].start_after[*] must not be null
run "refuses_sidecars_26" {
  command = plan

  variables {
    sidecars = { cache = { image = "public.ecr.aws/nginx/nginx:1.29.3", start_after = { example = null } } }
  }

  expect_failures = [var.sidecars]
}

# sidecars[*].start_after[*] must be one of START, COMPLETE, SUCCESS, HEALTHY
run "refuses_sidecars_27" {
  command = plan

  variables {
    sidecars = { cache = { image = "public.ecr.aws/nginx/nginx:1.29.3", start_after = { example = "none-of-these" } } }
  }

  expect_failures = [var.sidecars]
}

# sidecars[*].user must be user or user:group, as names or numbers
run "refuses_sidecars_28" {
  command = plan

  variables {
    sidecars = { cache = { image = "public.ecr.aws/nginx/nginx:1.29.3", user = "1000 1000" } }
  }

  expect_failures = [var.sidecars]
}

# sidecars[*].mounts keys must be 1 to 32 lower-case letters, digits and hyphens
run "refuses_sidecars_29" {
  command = plan

  variables {
    sidecars = { cache = { image = "public.ecr.aws/nginx/nginx:1.29.3", mounts = { "Cache!" = "/tmp" } } }
  }

  expect_failures = [var.sidecars]
}

# sidecars[*].mounts[*] must not be null
run "refuses_sidecars_30" {
  command = plan

  variables {
    sidecars = { cache = { image = "public.ecr.aws/nginx/nginx:1.29.3", mounts = { cache = null } } }
  }

  expect_failures = [var.sidecars]
}

# sidecars[*].mounts[*] must begin with a slash, such as /tmp
run "refuses_sidecars_31" {
  command = plan

  variables {
    sidecars = { cache = { image = "public.ecr.aws/nginx/nginx:1.29.3", mounts = { cache = "tmp" } } }
  }

  expect_failures = [var.sidecars]
}

# sidecars[*].mounts[*] must be a folder below the root, such as /tmp: a mount on / would hide the image
run "refuses_sidecars_32" {
  command = plan

  variables {
    sidecars = { cache = { image = "public.ecr.aws/nginx/nginx:1.29.3", mounts = { cache = "/" } } }
  }

  expect_failures = [var.sidecars]
}

# sidecars[*].stop_timeout must be a whole number between 2 and 120 seconds
run "refuses_sidecars_33" {
  command = plan

  variables {
    sidecars = { cache = { image = "public.ecr.aws/nginx/nginx:1.29.3", stop_timeout = 121 } }
  }

  expect_failures = [var.sidecars]
}

# sidecars must hold only values whose image must end with a tag other than latest, or with a digest, such as web:1.4.2; set require_image_tag to false where that may be relaxed
run "refuses_sidecars_34" {
  command = plan

  variables {
    sidecars = { agent = { image = "public.ecr.aws/datadog/agent" } }
  }

  expect_failures = [var.sidecars]
}

# sidecars must hold only values whose user must not be root; set allow_root to true where the image cannot do without
run "refuses_sidecars_35" {
  command = plan

  variables {
    sidecars = { agent = { image = "public.ecr.aws/datadog/agent:7.71.2", user = "root" } }
  }

  expect_failures = [var.sidecars]
}

# sidecars must not have the name of the service, which the main container goes by
run "refuses_sidecars_36" {
  command = plan

  variables {
    sidecars = { web = { image = "public.ecr.aws/datadog/agent:7.71.2" } }
  }

  expect_failures = [var.sidecars]
}

# sidecars must have only containers of the task in start_after
run "refuses_sidecars_37" {
  command = plan

  variables {
    sidecars = { agent = { image = "public.ecr.aws/datadog/agent:7.71.2", start_after = { nobody = "START" } } }
  }

  expect_failures = [var.sidecars]
}

# sidecars must have HEALTHY in start_after only with a container that has a health_check; it would wait for ever
run "refuses_sidecars_38" {
  command = plan

  variables {
    sidecars = { agent = { image = "public.ecr.aws/datadog/agent:7.71.2", start_after = { web = "HEALTHY" } } }
  }

  expect_failures = [var.sidecars]
}

# sidecars must have only names of writable_paths and efs_volumes in mounts
run "refuses_sidecars_39" {
  command = plan

  variables {
    sidecars = { agent = { image = "public.ecr.aws/datadog/agent:7.71.2", mounts = { nothing = "/tmp" } } }
  }

  expect_failures = [var.sidecars]
}

# sidecars must have less cpu in all than the task, so that some is left for the main container
run "refuses_sidecars_40" {
  command = plan

  variables {
    sidecars = { agent = { image = "public.ecr.aws/datadog/agent:7.71.2", cpu = 512 } }
    cpu      = 512
  }

  expect_failures = [var.sidecars]
}

# sidecars must have less memory in all than the task, so that some is left for the main container
run "refuses_sidecars_41" {
  command = plan

  variables {
    sidecars = { agent = { image = "public.ecr.aws/datadog/agent:7.71.2", memory = 1024 } }
    memory   = 1024
  }

  expect_failures = [var.sidecars]
}

# vpc_id must be the ID of a VPC
run "refuses_vpc_id_1" {
  command = plan

  variables {
    vpc_id = "10.0.0.0/16"
  }

  expect_failures = [var.vpc_id]
}

# subnet_ids must have 1 to 16 items
run "refuses_subnet_ids_1" {
  command = plan

  variables {
    subnet_ids = []
  }

  expect_failures = [var.subnet_ids]
}

# subnet_ids[*] must not be null
run "refuses_subnet_ids_2" {
  command = plan

  variables {
    subnet_ids = [null]
  }

  expect_failures = [var.subnet_ids]
}

# subnet_ids[*] must be the ID of a subnet
run "refuses_subnet_ids_3" {
  command = plan

  variables {
    subnet_ids = ["private"]
  }

  expect_failures = [var.subnet_ids]
}

# security_group_ids must have 0 to 4 items
run "refuses_security_group_ids_1" {
  command = plan

  variables {
    security_group_ids = ["sg-0a1b2c3d", "sg-0a1b2c3d", "sg-0a1b2c3d", "sg-0a1b2c3d", "sg-0a1b2c3d"]
  }

  expect_failures = [var.security_group_ids]
}

# security_group_ids[*] must not be null
run "refuses_security_group_ids_2" {
  command = plan

  variables {
    security_group_ids = [null]
  }

  expect_failures = [var.security_group_ids]
}

# security_group_ids[*] must be the ID of a security group
run "refuses_security_group_ids_3" {
  command = plan

  variables {
    security_group_ids = ["web"]
  }

  expect_failures = [var.security_group_ids]
}

# clients keys must be 1 to 32 lower-case letters, digits and hyphens
run "refuses_clients_1" {
  command = plan

  variables {
    clients = { "Cache!" = { cidr = "10.0.0.0/16" } }
  }

  expect_failures = [var.clients]
}

# clients[*] must not be null
run "refuses_clients_2" {
  command = plan

  variables {
    clients = { cache = null }
  }

  expect_failures = [var.clients]
}

# clients[*] must have one of cidr, security_group_id and prefix_list_id
run "refuses_clients_3" {
  command = plan

  variables {
    clients = { cache = { cidr = "10.0.0.0/16", security_group_id = "sg-0a1b2c3d" } }
  }

  expect_failures = [var.clients]
}

# clients[*].port must be a whole number between 1 and 65535
run "refuses_clients_4" {
  command = plan

  variables {
    clients = { cache = { cidr = "10.0.0.0/16", port = 65536 } }
  }

  expect_failures = [var.clients]
}

# clients[*].cidr must be an IPv4 CIDR block that begins with its network address, such as 10.0.0.0/16
run "refuses_clients_5" {
  command = plan

  variables {
    clients = { cache = { cidr = "10.0.0.1/16" } }
  }

  expect_failures = [var.clients]
}

# clients[*].security_group_id must be the ID of a security group
run "refuses_clients_6" {
  command = plan

  variables {
    clients = { cache = { cidr = "10.0.0.0/16", security_group_id = "web" } }
  }

  expect_failures = [var.clients]
}

# clients[*].prefix_list_id must be the ID of a prefix list
run "refuses_clients_7" {
  command = plan

  variables {
    clients = { cache = { cidr = "10.0.0.0/16", prefix_list_id = "s3" } }
  }

  expect_failures = [var.clients]
}

# clients must hold only values with a port, as the main container has none
run "refuses_clients_8" {
  command = plan

  variables {
    clients = { api = { security_group_id = "sg-0a1b2c3d" } }
    port    = null
    routing = null
  }

  expect_failures = [var.clients]
}

# egress keys must be 1 to 32 lower-case letters, digits and hyphens
run "refuses_egress_1" {
  command = plan

  variables {
    egress = { "Cache!" = { port = 1, cidr = "10.0.0.0/16" } }
  }

  expect_failures = [var.egress]
}

# egress[*] must not be null
run "refuses_egress_2" {
  command = plan

  variables {
    egress = { cache = null }
  }

  expect_failures = [var.egress]
}

# egress[*] must have one of cidr, security_group_id and prefix_list_id
run "refuses_egress_3" {
  command = plan

  variables {
    egress = { cache = { port = 5432, cidr = null } }
  }

  expect_failures = [var.egress]
}

# egress[*].port must be a whole number between 1 and 65535
run "refuses_egress_4" {
  command = plan

  variables {
    egress = { cache = { port = 65536, cidr = "10.0.0.0/16" } }
  }

  expect_failures = [var.egress]
}

# egress[*].cidr must be an IPv4 CIDR block that begins with its network address, such as 10.0.0.0/16
run "refuses_egress_5" {
  command = plan

  variables {
    egress = { cache = { port = 1, cidr = "10.0.0.1/16" } }
  }

  expect_failures = [var.egress]
}

# egress[*].security_group_id must be the ID of a security group
run "refuses_egress_6" {
  command = plan

  variables {
    egress = { cache = { port = 1, cidr = "10.0.0.0/16", security_group_id = "web" } }
  }

  expect_failures = [var.egress]
}

# egress[*].prefix_list_id must be the ID of a prefix list
run "refuses_egress_7" {
  command = plan

  variables {
    egress = { cache = { port = 1, cidr = "10.0.0.0/16", prefix_list_id = "s3" } }
  }

  expect_failures = [var.egress]
}

# service_connect.namespace_arn must be an ARN of servicediscovery
run "refuses_service_connect_1" {
  command = plan

  variables {
    service_connect = { namespace_arn = "not-an-arn" }
  }

  expect_failures = [var.service_connect]
}

# service_connect.namespace_arn must have 1 to 2048 characters
run "refuses_service_connect_2" {
  command = plan

  variables {
    service_connect = { namespace_arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }
  }

  expect_failures = [var.service_connect]
}

# service_connect.namespace_arn must be of region <data.aws_region.current.id>, as the module's provider is: give one that was made there
run "refuses_service_connect_3" {
  command = plan

  variables {
    service_connect = { namespace_arn = "arn:aws:servicediscovery:af-south-1:123456789012:namespace/ns-0a1b2c3d4e5f6a7b" }
  }

  expect_failures = [var.service_connect]
}

# service_connect.server.discovery_name must be lower-case letters, digits and hyphens
run "refuses_service_connect_4" {
  command = plan

  variables {
    service_connect = { namespace_arn = "arn:aws:servicediscovery:us-east-1:123456789012:namespace/ns-0a1b2c3d4e5f6a7b", server = { discovery_name = "Web" } }
  }

  expect_failures = [var.service_connect]
}

# service_connect.server.protocol must be one of http, http2, grpc, tcp
run "refuses_service_connect_5" {
  command = plan

  variables {
    service_connect = { namespace_arn = "arn:aws:servicediscovery:us-east-1:123456789012:namespace/ns-0a1b2c3d4e5f6a7b", server = { protocol = "none-of-these" } }
  }

  expect_failures = [var.service_connect]
}

# service_connect.server.port must be a whole number between 1 and 65535
run "refuses_service_connect_6" {
  command = plan

  variables {
    service_connect = { namespace_arn = "arn:aws:servicediscovery:us-east-1:123456789012:namespace/ns-0a1b2c3d4e5f6a7b", server = { port = 65536 } }
  }

  expect_failures = [var.service_connect]
}

# service_connect.server.timeout.idle must be a whole number between 0 and 86400 seconds
run "refuses_service_connect_7" {
  command = plan

  variables {
    service_connect = { namespace_arn = "arn:aws:servicediscovery:us-east-1:123456789012:namespace/ns-0a1b2c3d4e5f6a7b", server = { timeout = { idle = 86401 } } }
  }

  expect_failures = [var.service_connect]
}

# service_connect.server.timeout.request must be a whole number between 0 and 86400 seconds
run "refuses_service_connect_8" {
  command = plan

  variables {
    service_connect = { namespace_arn = "arn:aws:servicediscovery:us-east-1:123456789012:namespace/ns-0a1b2c3d4e5f6a7b", server = { timeout = { request = 86401 } } }
  }

  expect_failures = [var.service_connect]
}

# service_connect needs port, the port that the main container listens on, when it has a server
run "refuses_service_connect_9" {
  command = plan

  variables {
    service_connect = { namespace_arn = "arn:aws:servicediscovery:us-east-1:123456789012:namespace/ns-0a1b2c3d4e5f6a7b", server = {} }
    port            = null
    routing         = null
  }

  expect_failures = [var.service_connect]
}

# service_registry.arn must be an ARN of servicediscovery
run "refuses_service_registry_1" {
  command = plan

  variables {
    service_registry = { arn = "not-an-arn" }
  }

  expect_failures = [var.service_registry]
}

# service_registry.arn must have 1 to 2048 characters
run "refuses_service_registry_2" {
  command = plan

  variables {
    service_registry = { arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }
  }

  expect_failures = [var.service_registry]
}

# service_registry.arn must be of region <data.aws_region.current.id>, as the module's provider is: give one that was made there
run "refuses_service_registry_3" {
  command = plan

  variables {
    service_registry = { arn = "arn:aws:servicediscovery:af-south-1:123456789012:service/srv-0a1b2c3d" }
  }

  expect_failures = [var.service_registry]
}

# routing must have 1 to 5 values among hosts, paths, methods, source_ips and headers, which say what is sent here; the path /* takes all
run "refuses_routing_1" {
  command = plan

  variables {
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = [], algorithm = "round_robin", hosts = [] }
  }

  expect_failures = [var.routing]
}

# routing must have at most 5 wildcards (* and ?) among hosts, paths and headers, the most that a listener rule takes
run "refuses_routing_2" {
  command = plan

  variables {
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/a/*/b/*/c/*", "/d/*/e/*/f/*"], algorithm = "round_robin" }
  }

  expect_failures = [var.routing]
}

# routing must have the algorithm round_robin with slow_start; others do not know it
run "refuses_routing_3" {
  command = plan

  variables {
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/*"], algorithm = "least_outstanding_requests", slow_start = 60 }
  }

  expect_failures = [var.routing]
}

# routing must have a health.matcher of gRPC codes (0 to 99, such as 0) with GRPC, and of HTTP codes (such as 200-299) otherwise
run "refuses_routing_4" {
  command = plan

  variables {
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/*"], algorithm = "round_robin", protocol_version = "GRPC" }
  }

  expect_failures = [var.routing]
}

# routing.listener_arn must be the ARN of a listener of an application load balancer
run "refuses_routing_5" {
  command = plan

  variables {
    routing = { listener_arn = "nimbus-production", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/*"], algorithm = "round_robin" }
  }

  expect_failures = [var.routing]
}

# routing.listener_arn must be of region <data.aws_region.current.id> and account <data.aws_caller_identity.current.account_id>, as the module's provider is: give one that was made there
run "refuses_routing_6" {
  command = plan

  variables {
    routing = { listener_arn = "arn:aws:elasticloadbalancing:af-south-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/*"], algorithm = "round_robin" }
  }

  expect_failures = [var.routing]
}

# routing.load_balancer_security_group_id must be the ID of a security group
run "refuses_routing_7" {
  command = plan

  variables {
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "web", priority = 1, paths = ["/*"], algorithm = "round_robin" }
  }

  expect_failures = [var.routing]
}

# routing.priority must be a whole number between 1 and 50000
run "refuses_routing_8" {
  command = plan

  variables {
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 50001, paths = ["/*"], algorithm = "round_robin" }
  }

  expect_failures = [var.routing]
}

# routing.hosts[*] must not be null
run "refuses_routing_9" {
  command = plan

  variables {
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/*"], algorithm = "round_robin", hosts = [null] }
  }

  expect_failures = [var.routing]
}

# routing.hosts[*] must be a host name, in which * and ? may stand for what varies, without https:// and port
run "refuses_routing_10" {
  command = plan

  variables {
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/*"], algorithm = "round_robin", hosts = ["https://app.nimbus.example"] }
  }

  expect_failures = [var.routing]
}

# routing.hosts[*] must have 1 to 128 characters
run "refuses_routing_11" {
  command = plan

  variables {
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/*"], algorithm = "round_robin", hosts = ["xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"] }
  }

  expect_failures = [var.routing]
}

# routing.paths[*] must not be null
run "refuses_routing_12" {
  command = plan

  variables {
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = [null], algorithm = "round_robin" }
  }

  expect_failures = [var.routing]
}

# routing.paths[*] must begin with a slash and hold letters, digits, * and ? for what varies, and what a path may hold
run "refuses_routing_13" {
  command = plan

  variables {
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["api/*"], algorithm = "round_robin" }
  }

  expect_failures = [var.routing]
}

# routing.paths[*] must have 1 to 128 characters
run "refuses_routing_14" {
  command = plan

  variables {
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"], algorithm = "round_robin" }
  }

  expect_failures = [var.routing]
}

# routing.methods[*] must not be null
run "refuses_routing_15" {
  command = plan

  variables {
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/*"], algorithm = "round_robin", methods = [null] }
  }

  expect_failures = [var.routing]
}

# routing.methods[*] must be one of GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS
run "refuses_routing_16" {
  command = plan

  variables {
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/*"], algorithm = "round_robin", methods = ["none-of-these"] }
  }

  expect_failures = [var.routing]
}

# routing.headers keys must be names of headers, at most 40 characters
run "refuses_routing_17" {
  command = plan

  variables {
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/*"], algorithm = "round_robin", headers = { "X Tenant" = ["nimbus"] } }
  }

  expect_failures = [var.routing]
}

# routing.headers must not be Host, which hosts are for
run "refuses_routing_18" {
  command = plan

  variables {
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/*"], algorithm = "round_robin", headers = { Host = ["app.nimbus.example"] } }
  }

  expect_failures = [var.routing]
}

# routing.headers[*] must not be null
run "refuses_routing_19" {
  command = plan

  variables {
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/*"], algorithm = "round_robin", headers = { X-Tenant = null } }
  }

  expect_failures = [var.routing]
}

# routing.headers[*] must have 1 to 5 items
run "refuses_routing_20" {
  command = plan

  variables {
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/*"], algorithm = "round_robin", headers = { X-Tenant = [] } }
  }

  expect_failures = [var.routing]
}

# routing.headers[*][*] must not be null
run "refuses_routing_21" {
  command = plan

  variables {
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/*"], algorithm = "round_robin", headers = { X-Tenant = [null] } }
  }

  expect_failures = [var.routing]
}

# routing.headers[*][*] must have 1 to 128 characters
run "refuses_routing_22" {
  command = plan

  variables {
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/*"], algorithm = "round_robin", headers = { X-Tenant = ["xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"] } }
  }

  expect_failures = [var.routing]
}

# routing.source_ips[*] must not be null
run "refuses_routing_23" {
  command = plan

  variables {
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/*"], algorithm = "round_robin", source_ips = [null] }
  }

  expect_failures = [var.routing]
}

# routing.source_ips[*] must be an IPv4 CIDR block that begins with its network address, such as 10.0.0.0/16
run "refuses_routing_24" {
  command = plan

  variables {
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/*"], algorithm = "round_robin", source_ips = ["10.0.0.1/16"] }
  }

  expect_failures = [var.routing]
}

# routing.health must have a timeout below its interval
run "refuses_routing_25" {
  command = plan

  variables {
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/*"], algorithm = "round_robin", health = { interval = 5, timeout = 5 } }
  }

  expect_failures = [var.routing]
}

# routing.health.path must begin with a slash, such as /healthz
run "refuses_routing_26" {
  command = plan

  variables {
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/*"], algorithm = "round_robin", health = { path = "healthz" } }
  }

  expect_failures = [var.routing]
}

# routing.health.path must have 1 to 1024 characters
run "refuses_routing_27" {
  command = plan

  variables {
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/*"], algorithm = "round_robin", health = { path = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" } }
  }

  expect_failures = [var.routing]
}

# routing.health.matcher must be HTTP codes from 200 to 499, such as 200-299 or 200,204, or gRPC codes from 0 to 99
run "refuses_routing_28" {
  command = plan

  variables {
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/*"], algorithm = "round_robin", health = { matcher = "2xx" } }
  }

  expect_failures = [var.routing]
}

# routing.health.interval must be a whole number between 5 and 300 seconds
run "refuses_routing_29" {
  command = plan

  variables {
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/*"], algorithm = "round_robin", health = { interval = 301 } }
  }

  expect_failures = [var.routing]
}

# routing.health.timeout must be a whole number between 2 and 120 seconds
run "refuses_routing_30" {
  command = plan

  variables {
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/*"], algorithm = "round_robin", health = { timeout = 121 } }
  }

  expect_failures = [var.routing]
}

# routing.health.healthy_threshold must be a whole number between 2 and 10
run "refuses_routing_31" {
  command = plan

  variables {
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/*"], algorithm = "round_robin", health = { healthy_threshold = 11 } }
  }

  expect_failures = [var.routing]
}

# routing.health.unhealthy_threshold must be a whole number between 2 and 10
run "refuses_routing_32" {
  command = plan

  variables {
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/*"], algorithm = "round_robin", health = { unhealthy_threshold = 11 } }
  }

  expect_failures = [var.routing]
}

# routing.grace_period must be a whole number between 0 and 7200 seconds
run "refuses_routing_33" {
  command = plan

  variables {
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/*"], algorithm = "round_robin", grace_period = 7201 }
  }

  expect_failures = [var.routing]
}

# routing.protocol_version must be one of HTTP1, HTTP2, GRPC
run "refuses_routing_34" {
  command = plan

  variables {
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/*"], algorithm = "round_robin", protocol_version = "none-of-these" }
  }

  expect_failures = [var.routing]
}

# routing.algorithm must be one of least_outstanding_requests, round_robin
run "refuses_routing_35" {
  command = plan

  variables {
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/*"], algorithm = "none-of-these" }
  }

  expect_failures = [var.routing]
}

# routing.deregistration_delay must be a whole number between 0 and 3600 seconds
run "refuses_routing_36" {
  command = plan

  variables {
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/*"], algorithm = "round_robin", deregistration_delay = 3601 }
  }

  expect_failures = [var.routing]
}

# routing.slow_start must be a whole number
run "refuses_routing_37" {
  command = plan

  variables {
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/*"], algorithm = "round_robin", slow_start = 60.5 }
  }

  expect_failures = [var.routing]
}

# routing.slow_start must be 0 (off) or between 30 and 900 seconds
run "refuses_routing_38" {
  command = plan

  variables {
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/*"], algorithm = "round_robin", slow_start = 10 }
  }

  expect_failures = [var.routing]
}

# routing.stickiness.duration must be a whole number between 1 and 604800 seconds
run "refuses_routing_39" {
  command = plan

  variables {
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/*"], algorithm = "round_robin", stickiness = { duration = 604801 } }
  }

  expect_failures = [var.routing]
}

# routing.stickiness.cookie_name must be the name of a cookie
run "refuses_routing_40" {
  command = plan

  variables {
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/*"], algorithm = "round_robin", stickiness = { cookie_name = "my session" } }
  }

  expect_failures = [var.routing]
}

# routing.stickiness.cookie_name must not begin with AWSALB, which the load balancer's own cookies do; leave it out to use those
run "refuses_routing_41" {
  command = plan

  variables {
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 1, paths = ["/*"], algorithm = "round_robin", stickiness = { cookie_name = "AWSALB" } }
  }

  expect_failures = [var.routing]
}

# routing needs port, the port that the main container listens on
run "refuses_routing_42" {
  command = plan

  variables {
    routing = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 100, paths = ["/*"] }
    port    = null
  }

  expect_failures = [var.routing]
}

# authenticate.user_pool_arn must be the ARN of a Cognito user pool
run "refuses_authenticate_1" {
  command = plan

  variables {
    authenticate = { user_pool_arn = "us-east-1_a1B2c3D4e", user_pool_client_id = "1example23456789", user_pool_domain = "nimbus-production" }
  }

  expect_failures = [var.authenticate]
}

# authenticate.user_pool_arn must be of region <data.aws_region.current.id>, as the module's provider is: give one that was made there
run "refuses_authenticate_2" {
  command = plan

  variables {
    authenticate = { user_pool_arn = "arn:aws:cognito-idp:af-south-1:123456789012:userpool/us-east-1_a1B2c3D4e", user_pool_client_id = "1example23456789", user_pool_domain = "nimbus-production" }
  }

  expect_failures = [var.authenticate]
}

# authenticate.user_pool_client_id must be the ID of an app client
run "refuses_authenticate_3" {
  command = plan

  variables {
    authenticate = { user_pool_arn = "arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_a1B2c3D4e", user_pool_client_id = "my client", user_pool_domain = "nimbus-production" }
  }

  expect_failures = [var.authenticate]
}

# authenticate.user_pool_domain must be the prefix of the pool's domain, or its custom domain, without https://
run "refuses_authenticate_4" {
  command = plan

  variables {
    authenticate = { user_pool_arn = "arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_a1B2c3D4e", user_pool_client_id = "1example23456789", user_pool_domain = "https://auth.nimbus.example" }
  }

  expect_failures = [var.authenticate]
}

# authenticate.scope must be scopes with spaces between them, openid among them
run "refuses_authenticate_5" {
  command = plan

  variables {
    authenticate = { user_pool_arn = "arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_a1B2c3D4e", user_pool_client_id = "1example23456789", user_pool_domain = "nimbus-production", scope = "email" }
  }

  expect_failures = [var.authenticate]
}

# authenticate.session_timeout must be a whole number between 1 and 604800 seconds
run "refuses_authenticate_6" {
  command = plan

  variables {
    authenticate = { user_pool_arn = "arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_a1B2c3D4e", user_pool_client_id = "1example23456789", user_pool_domain = "nimbus-production", session_timeout = 604801 }
  }

  expect_failures = [var.authenticate]
}

# authenticate.session_cookie_name must be letters, digits, hyphens and underscores
run "refuses_authenticate_7" {
  command = plan

  variables {
    authenticate = { user_pool_arn = "arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_a1B2c3D4e", user_pool_client_id = "1example23456789", user_pool_domain = "nimbus-production", session_cookie_name = "my cookie" }
  }

  expect_failures = [var.authenticate]
}

# authenticate.on_unauthenticated_request must be one of authenticate, deny, allow
run "refuses_authenticate_8" {
  command = plan

  variables {
    authenticate = { user_pool_arn = "arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_a1B2c3D4e", user_pool_client_id = "1example23456789", user_pool_domain = "nimbus-production", on_unauthenticated_request = "none-of-these" }
  }

  expect_failures = [var.authenticate]
}

# authenticate needs routing, whose rule has users sign in
run "refuses_authenticate_9" {
  command = plan

  variables {
    authenticate = { user_pool_arn = "arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_a1B2c3D4e", user_pool_client_id = "1example23456789", user_pool_domain = "nimbus-production" }
    routing      = null
  }

  expect_failures = [var.authenticate]
}

# authenticate must have a user pool of the load balancer's region
run "refuses_authenticate_10" {
  command = plan

  variables {
    authenticate = { user_pool_arn = "arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_a1B2c3D4e", user_pool_client_id = "1example23456789", user_pool_domain = "nimbus-production" }
    routing      = { listener_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d", load_balancer_security_group_id = "sg-0a1b2c3d", priority = 100, paths = ["/*"] }
  }

  expect_failures = [var.authenticate]
}

# desired_count must be a whole number between 0 and 5000 tasks
run "refuses_desired_count_1" {
  command = plan

  variables {
    desired_count = 5001
  }

  expect_failures = [var.desired_count]
}

# scaling must have a minimum that is not above its maximum
run "refuses_scaling_1" {
  command = plan

  variables {
    scaling = { minimum = 5, maximum = 2 }
  }

  expect_failures = [var.scaling]
}

# scaling must have a maximum of 1 task or more, at some time: no task would ever run
run "refuses_scaling_2" {
  command = plan

  variables {
    scaling = { minimum = 0, maximum = 0 }
  }

  expect_failures = [var.scaling]
}

# scaling.minimum must be a whole number between 0 and 5000 tasks
run "refuses_scaling_3" {
  command = plan

  variables {
    scaling = { minimum = 5001, maximum = 1 }
  }

  expect_failures = [var.scaling]
}

# scaling.maximum must be a whole number between 0 and 5000 tasks
run "refuses_scaling_4" {
  command = plan

  variables {
    scaling = { minimum = 0, maximum = 5001 }
  }

  expect_failures = [var.scaling]
}

# scaling.cpu.target must be a whole number between 1 and 100 percent
run "refuses_scaling_5" {
  command = plan

  variables {
    scaling = { minimum = 0, maximum = 1, cpu = { target = 101 } }
  }

  expect_failures = [var.scaling]
}

# scaling.cpu.scale_in_cooldown must be a whole number between 0 and 3600 seconds
run "refuses_scaling_6" {
  command = plan

  variables {
    scaling = { minimum = 0, maximum = 1, cpu = { target = 1, scale_in_cooldown = 3601 } }
  }

  expect_failures = [var.scaling]
}

# scaling.cpu.scale_out_cooldown must be a whole number between 0 and 3600 seconds
run "refuses_scaling_7" {
  command = plan

  variables {
    scaling = { minimum = 0, maximum = 1, cpu = { target = 1, scale_out_cooldown = 3601 } }
  }

  expect_failures = [var.scaling]
}

# scaling.memory.target must be a whole number between 1 and 100 percent
run "refuses_scaling_8" {
  command = plan

  variables {
    scaling = { minimum = 0, maximum = 1, memory = { target = 101 } }
  }

  expect_failures = [var.scaling]
}

# scaling.memory.scale_in_cooldown must be a whole number between 0 and 3600 seconds
run "refuses_scaling_9" {
  command = plan

  variables {
    scaling = { minimum = 0, maximum = 1, memory = { target = 1, scale_in_cooldown = 3601 } }
  }

  expect_failures = [var.scaling]
}

# scaling.memory.scale_out_cooldown must be a whole number between 0 and 3600 seconds
run "refuses_scaling_10" {
  command = plan

  variables {
    scaling = { minimum = 0, maximum = 1, memory = { target = 1, scale_out_cooldown = 3601 } }
  }

  expect_failures = [var.scaling]
}

# scaling.requests.target must be a whole number between 1 and 1000000 requests
run "refuses_scaling_11" {
  command = plan

  variables {
    scaling = { minimum = 0, maximum = 1, requests = { target = 1000001 } }
  }

  expect_failures = [var.scaling]
}

# scaling.requests.scale_in_cooldown must be a whole number between 0 and 3600 seconds
run "refuses_scaling_12" {
  command = plan

  variables {
    scaling = { minimum = 0, maximum = 1, requests = { target = 1, scale_in_cooldown = 3601 } }
  }

  expect_failures = [var.scaling]
}

# scaling.requests.scale_out_cooldown must be a whole number between 0 and 3600 seconds
run "refuses_scaling_13" {
  command = plan

  variables {
    scaling = { minimum = 0, maximum = 1, requests = { target = 1, scale_out_cooldown = 3601 } }
  }

  expect_failures = [var.scaling]
}

# scaling.schedule keys must be 1 to 32 lower-case letters, digits and hyphens
run "refuses_scaling_14" {
  command = plan

  variables {
    scaling = { minimum = 0, maximum = 1, schedule = { "Cache!" = { schedule = "cron(0 7 ? * MON-FRI *)", minimum = 0, maximum = 0 } } }
  }

  expect_failures = [var.scaling]
}

# scaling.schedule[*] must not be null
run "refuses_scaling_15" {
  command = plan

  variables {
    scaling = { minimum = 0, maximum = 1, schedule = { cache = null } }
  }

  expect_failures = [var.scaling]
}

# scaling.schedule[*] must have a minimum that is not above its maximum
run "refuses_scaling_16" {
  command = plan

  variables {
    scaling = { minimum = 0, maximum = 1, schedule = { cache = { schedule = "cron(0 7 ? * MON-FRI *)", minimum = 5, maximum = 2 } } }
  }

  expect_failures = [var.scaling]
}

# scaling.schedule[*].schedule must be a schedule such as cron(0 7 ? * MON-FRI *): cron() with six fields of which the day of the month or that of the week is ?, rate(1 hour) or rate(2 hours), at(2026-11-21T08:00:00)
run "refuses_scaling_17" {
  command = plan

  variables {
    scaling = { minimum = 0, maximum = 1, schedule = { cache = { schedule = "cron(0 0)", minimum = 0, maximum = 0 } } }
  }

  expect_failures = [var.scaling]
}

# scaling.schedule[*].timezone must be a time zone by its name in the IANA database (as of 2026-10-28), such as Europe/Berlin, Etc/UTC or UTC
run "refuses_scaling_18" {
  command = plan

  variables {
    scaling = { minimum = 0, maximum = 1, schedule = { cache = { schedule = "cron(0 7 ? * MON-FRI *)", minimum = 0, maximum = 0, timezone = "Europe/Berlim" } } }
  }

  expect_failures = [var.scaling]
}

# scaling.schedule[*].minimum must be a whole number between 0 and 5000 tasks
run "refuses_scaling_19" {
  command = plan

  variables {
    scaling = { minimum = 0, maximum = 1, schedule = { cache = { schedule = "cron(0 7 ? * MON-FRI *)", minimum = 5001, maximum = 0 } } }
  }

  expect_failures = [var.scaling]
}

# scaling.schedule[*].maximum must be a whole number between 0 and 5000 tasks
run "refuses_scaling_20" {
  command = plan

  variables {
    scaling = { minimum = 0, maximum = 1, schedule = { cache = { schedule = "cron(0 7 ? * MON-FRI *)", minimum = 0, maximum = 5001 } } }
  }

  expect_failures = [var.scaling]
}

# scaling must have requests only with routing: without a load balancer there are none to count
run "refuses_scaling_21" {
  command = plan

  variables {
    scaling = { minimum = 1, maximum = 2, requests = { target = 1000 } }
    routing = null
  }

  expect_failures = [var.scaling]
}

# backlog.queue_name must be the name of a queue, not its ARN
run "refuses_backlog_1" {
  command = plan

  variables {
    backlog = { queue_name = "arn:aws:sqs:us-east-1:123456789012:mails", target = 1 }
  }

  expect_failures = [var.backlog]
}

# backlog.target must be a whole number between 1 and 1000000 messages
run "refuses_backlog_2" {
  command = plan

  variables {
    backlog = { queue_name = "nimbus-production-mails", target = 1000001 }
  }

  expect_failures = [var.backlog]
}

# backlog.scale_in_cooldown must be a whole number between 0 and 3600 seconds
run "refuses_backlog_3" {
  command = plan

  variables {
    backlog = { queue_name = "nimbus-production-mails", target = 1, scale_in_cooldown = 3601 }
  }

  expect_failures = [var.backlog]
}

# backlog.scale_out_cooldown must be a whole number between 0 and 3600 seconds
run "refuses_backlog_4" {
  command = plan

  variables {
    backlog = { queue_name = "nimbus-production-mails", target = 1, scale_out_cooldown = 3601 }
  }

  expect_failures = [var.backlog]
}

# backlog needs scaling, which says how few and how many tasks there may be
run "refuses_backlog_5" {
  command = plan

  variables {
    backlog       = { queue_name = "nimbus-production-mails", target = 100 }
    scaling       = null
    desired_count = 2
  }

  expect_failures = [var.backlog]
}

# spot.percent must be a whole number between 0 and 100 percent
run "refuses_spot_1" {
  command = plan

  variables {
    spot = { percent = 101 }
  }

  expect_failures = [var.spot]
}

# spot.on_demand_base must be a whole number between 0 and 1000 tasks
run "refuses_spot_2" {
  command = plan

  variables {
    spot = { percent = 0, on_demand_base = 1001 }
  }

  expect_failures = [var.spot]
}

# minimum_healthy_percent must be a whole number between 0 and 100 percent
run "refuses_minimum_healthy_percent_1" {
  command = plan

  variables {
    minimum_healthy_percent = 101
  }

  expect_failures = [var.minimum_healthy_percent]
}

# maximum_percent must be a whole number between 100 and 200 percent
run "refuses_maximum_percent_1" {
  command = plan

  variables {
    maximum_percent = 201
  }

  expect_failures = [var.maximum_percent]
}

# maximum_percent must be above minimum_healthy_percent: otherwise no task could ever be replaced
run "refuses_maximum_percent_2" {
  command = plan

  variables {
    minimum_healthy_percent       = 100
    maximum_percent               = 100
    availability_zone_rebalancing = false
  }

  expect_failures = [var.maximum_percent]
}

# deployment_alarms.names must have 1 to 10 items
run "refuses_deployment_alarms_1" {
  command = plan

  variables {
    deployment_alarms = { names = [] }
  }

  expect_failures = [var.deployment_alarms]
}

# deployment_alarms.names[*] must not be null
run "refuses_deployment_alarms_2" {
  command = plan

  variables {
    deployment_alarms = { names = [null] }
  }

  expect_failures = [var.deployment_alarms]
}

# availability_zone_rebalancing needs a maximum_percent above 100, as a task is started before another one is stopped
run "refuses_availability_zone_rebalancing_1" {
  command = plan

  variables {
    availability_zone_rebalancing = true
    minimum_healthy_percent       = 50
    maximum_percent               = 100
  }

  expect_failures = [var.availability_zone_rebalancing]
}

# propagate_tags must be one of SERVICE, TASK_DEFINITION, NONE
run "refuses_propagate_tags_1" {
  command = plan

  variables {
    propagate_tags = "none-of-these"
  }

  expect_failures = [var.propagate_tags]
}

# exec.log_group.arn must be an ARN of logs
run "refuses_exec_1" {
  command = plan

  variables {
    exec = { log_group = { arn = "not-an-arn" } }
  }

  expect_failures = [var.exec]
}

# exec.log_group.arn must have 1 to 2048 characters
run "refuses_exec_2" {
  command = plan

  variables {
    exec = { log_group = { arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" } }
  }

  expect_failures = [var.exec]
}

# exec.log_group.arn must be of region <data.aws_region.current.id> and account <data.aws_caller_identity.current.account_id>, as the module's provider is: give one that was made there
run "refuses_exec_3" {
  command = plan

  variables {
    exec = { log_group = { arn = "arn:aws:logs:af-south-1:123456789012:log-group:/ecs/nimbus/exec" } }
  }

  expect_failures = [var.exec]
}

# exec.kms_key.arn must be an ARN of kms
run "refuses_exec_4" {
  command = plan

  variables {
    exec = { kms_key = { arn = "not-an-arn" } }
  }

  expect_failures = [var.exec]
}

# exec.kms_key.arn must have 1 to 2048 characters
run "refuses_exec_5" {
  command = plan

  variables {
    exec = { kms_key = { arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" } }
  }

  expect_failures = [var.exec]
}

# exec.kms_key.arn must be of region <data.aws_region.current.id>, as the module's provider is: give one that was made there
run "refuses_exec_6" {
  command = plan

  variables {
    exec = { kms_key = { arn = "arn:aws:kms:af-south-1:123456789012:key/00000000-0000-0000-0000-000000000000" } }
  }

  expect_failures = [var.exec]
}

# exec needs readonly_root to be false: the agent that it starts inside of the container writes files
run "refuses_exec_7" {
  command = plan

  variables {
    exec          = {}
    readonly_root = true
  }

  expect_failures = [var.exec]
}

# task_role.arn must be an ARN of iam
run "refuses_task_role_1" {
  command = plan

  variables {
    task_role = { arn = "not-an-arn" }
  }

  expect_failures = [var.task_role]
}

# task_role.arn must have 1 to 2048 characters
run "refuses_task_role_2" {
  command = plan

  variables {
    task_role = { arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }
  }

  expect_failures = [var.task_role]
}

# task_role.arn must be of account <data.aws_caller_identity.current.account_id>, as the module's provider is: give one that was made there
run "refuses_task_role_3" {
  command = plan

  variables {
    task_role = { arn = "arn:aws:iam::999999999999:role/web-task" }
  }

  expect_failures = [var.task_role]
}

# task_statements[*] must not be null
run "refuses_task_statements_1" {
  command = plan

  variables {
    task_statements = [null]
  }

  expect_failures = [var.task_statements]
}

# task_statements[*].sid must be letters and digits
run "refuses_task_statements_2" {
  command = plan

  variables {
    task_statements = [{ actions = ["sqs:SendMessage"], resources = ["arn:aws:sqs:us-east-1:123456789012:nimbus"], sid = "read queue" }]
  }

  expect_failures = [var.task_statements]
}

# task_statements[*].effect must be one of Allow, Deny
run "refuses_task_statements_3" {
  command = plan

  variables {
    task_statements = [{ actions = ["sqs:SendMessage"], resources = ["arn:aws:sqs:us-east-1:123456789012:nimbus"], effect = "none-of-these" }]
  }

  expect_failures = [var.task_statements]
}

# task_statements[*].actions must have 1 to 500 items
run "refuses_task_statements_4" {
  command = plan

  variables {
    task_statements = [{ actions = [], resources = ["arn:aws:sqs:us-east-1:123456789012:nimbus"] }]
  }

  expect_failures = [var.task_statements]
}

# task_statements[*].actions[*] must not be null
run "refuses_task_statements_5" {
  command = plan

  variables {
    task_statements = [{ actions = [null], resources = ["arn:aws:sqs:us-east-1:123456789012:nimbus"] }]
  }

  expect_failures = [var.task_statements]
}

# task_statements[*].actions[*] must be an action, such as sqs:SendMessage
run "refuses_task_statements_6" {
  command = plan

  variables {
    task_statements = [{ actions = ["SendMessage"], resources = ["arn:aws:sqs:us-east-1:123456789012:nimbus"] }]
  }

  expect_failures = [var.task_statements]
}

# task_statements[*].resources must have 1 to 500 items
run "refuses_task_statements_7" {
  command = plan

  variables {
    task_statements = [{ actions = ["sqs:SendMessage"], resources = [] }]
  }

  expect_failures = [var.task_statements]
}

# task_statements[*].resources[*] must not be null
run "refuses_task_statements_8" {
  command = plan

  variables {
    task_statements = [{ actions = ["sqs:SendMessage"], resources = [null] }]
  }

  expect_failures = [var.task_statements]
}

# task_statements[*].resources[*] must be an ARN, or *
run "refuses_task_statements_9" {
  command = plan

  variables {
    task_statements = [{ actions = ["sqs:SendMessage"], resources = ["nimbus"] }]
  }

  expect_failures = [var.task_statements]
}

# task_statements[*].conditions[*] must not be null
run "refuses_task_statements_10" {
  command = plan

  variables {
    task_statements = [{ actions = ["sqs:SendMessage"], resources = ["arn:aws:sqs:us-east-1:123456789012:nimbus"], conditions = { example = null } }]
  }

  expect_failures = [var.task_statements]
}

# task_statements[*].conditions[*][*] must not be null
run "refuses_task_statements_11" {
  command = plan

  variables {
    task_statements = [{ actions = ["sqs:SendMessage"], resources = ["arn:aws:sqs:us-east-1:123456789012:nimbus"], conditions = { example = { example = null } } }]
  }

  expect_failures = [var.task_statements]
}

# task_statements[*].conditions[*][*][*] must not be null
run "refuses_task_statements_12" {
  command = plan

  variables {
    task_statements = [{ actions = ["sqs:SendMessage"], resources = ["arn:aws:sqs:us-east-1:123456789012:nimbus"], conditions = { example = { example = [null] } } }]
  }

  expect_failures = [var.task_statements]
}

# execution_role.arn must be an ARN of iam
run "refuses_execution_role_1" {
  command = plan

  variables {
    execution_role = { arn = "not-an-arn" }
  }

  expect_failures = [var.execution_role]
}

# execution_role.arn must have 1 to 2048 characters
run "refuses_execution_role_2" {
  command = plan

  variables {
    execution_role = { arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }
  }

  expect_failures = [var.execution_role]
}

# execution_role.arn must be of account <data.aws_caller_identity.current.account_id>, as the module's provider is: give one that was made there
run "refuses_execution_role_3" {
  command = plan

  variables {
    execution_role = { arn = "arn:aws:iam::999999999999:role/web-execution" }
  }

  expect_failures = [var.execution_role]
}

# execution_statements[*] must not be null
run "refuses_execution_statements_1" {
  command = plan

  variables {
    execution_statements = [null]
  }

  expect_failures = [var.execution_statements]
}

# execution_statements[*].sid must be letters and digits
run "refuses_execution_statements_2" {
  command = plan

  variables {
    execution_statements = [{ actions = ["sqs:SendMessage"], resources = ["arn:aws:sqs:us-east-1:123456789012:nimbus"], sid = "read queue" }]
  }

  expect_failures = [var.execution_statements]
}

# execution_statements[*].effect must be one of Allow, Deny
run "refuses_execution_statements_3" {
  command = plan

  variables {
    execution_statements = [{ actions = ["sqs:SendMessage"], resources = ["arn:aws:sqs:us-east-1:123456789012:nimbus"], effect = "none-of-these" }]
  }

  expect_failures = [var.execution_statements]
}

# execution_statements[*].actions must have 1 to 500 items
run "refuses_execution_statements_4" {
  command = plan

  variables {
    execution_statements = [{ actions = [], resources = ["arn:aws:sqs:us-east-1:123456789012:nimbus"] }]
  }

  expect_failures = [var.execution_statements]
}

# execution_statements[*].actions[*] must not be null
run "refuses_execution_statements_5" {
  command = plan

  variables {
    execution_statements = [{ actions = [null], resources = ["arn:aws:sqs:us-east-1:123456789012:nimbus"] }]
  }

  expect_failures = [var.execution_statements]
}

# execution_statements[*].actions[*] must be an action, such as sqs:SendMessage
run "refuses_execution_statements_6" {
  command = plan

  variables {
    execution_statements = [{ actions = ["SendMessage"], resources = ["arn:aws:sqs:us-east-1:123456789012:nimbus"] }]
  }

  expect_failures = [var.execution_statements]
}

# execution_statements[*].resources must have 1 to 500 items
run "refuses_execution_statements_7" {
  command = plan

  variables {
    execution_statements = [{ actions = ["sqs:SendMessage"], resources = [] }]
  }

  expect_failures = [var.execution_statements]
}

# execution_statements[*].resources[*] must not be null
run "refuses_execution_statements_8" {
  command = plan

  variables {
    execution_statements = [{ actions = ["sqs:SendMessage"], resources = [null] }]
  }

  expect_failures = [var.execution_statements]
}

# execution_statements[*].resources[*] must be an ARN, or *
run "refuses_execution_statements_9" {
  command = plan

  variables {
    execution_statements = [{ actions = ["sqs:SendMessage"], resources = ["nimbus"] }]
  }

  expect_failures = [var.execution_statements]
}

# execution_statements[*].conditions[*] must not be null
run "refuses_execution_statements_10" {
  command = plan

  variables {
    execution_statements = [{ actions = ["sqs:SendMessage"], resources = ["arn:aws:sqs:us-east-1:123456789012:nimbus"], conditions = { example = null } }]
  }

  expect_failures = [var.execution_statements]
}

# execution_statements[*].conditions[*][*] must not be null
run "refuses_execution_statements_11" {
  command = plan

  variables {
    execution_statements = [{ actions = ["sqs:SendMessage"], resources = ["arn:aws:sqs:us-east-1:123456789012:nimbus"], conditions = { example = { example = null } } }]
  }

  expect_failures = [var.execution_statements]
}

# execution_statements[*].conditions[*][*][*] must not be null
run "refuses_execution_statements_12" {
  command = plan

  variables {
    execution_statements = [{ actions = ["sqs:SendMessage"], resources = ["arn:aws:sqs:us-east-1:123456789012:nimbus"], conditions = { example = { example = [null] } } }]
  }

  expect_failures = [var.execution_statements]
}

# permissions_boundary.arn must be an ARN of iam
run "refuses_permissions_boundary_1" {
  command = plan

  variables {
    permissions_boundary = { arn = "not-an-arn" }
  }

  expect_failures = [var.permissions_boundary]
}

# permissions_boundary.arn must have 1 to 2048 characters
run "refuses_permissions_boundary_2" {
  command = plan

  variables {
    permissions_boundary = { arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }
  }

  expect_failures = [var.permissions_boundary]
}

# permissions_boundary.arn must be of account <data.aws_caller_identity.current.account_id>, as the module's provider is: give one that was made there
run "refuses_permissions_boundary_3" {
  command = plan

  variables {
    permissions_boundary = { arn = "arn:aws:iam::999999999999:policy/boundary" }
  }

  expect_failures = [var.permissions_boundary]
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

# log_mode must be one of non-blocking, blocking
run "refuses_log_mode_1" {
  command = plan

  variables {
    log_mode = "none-of-these"
  }

  expect_failures = [var.log_mode]
}

# log_buffer must be a size, such as 10m
run "refuses_log_buffer_1" {
  command = plan

  variables {
    log_buffer = "10 MiB"
  }

  expect_failures = [var.log_buffer]
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

# alarms.cpu must be a whole number between 1 and 100 percent
run "refuses_alarms_6" {
  command = plan

  variables {
    alarms = { topic_arns = ["arn:aws:sns:us-east-1:123456789012:alarms"], cpu = 101 }
  }

  expect_failures = [var.alarms]
}

# alarms.memory must be a whole number between 1 and 100 percent
run "refuses_alarms_7" {
  command = plan

  variables {
    alarms = { topic_arns = ["arn:aws:sns:us-east-1:123456789012:alarms"], memory = 101 }
  }

  expect_failures = [var.alarms]
}

# alarms.server_errors must be a whole number between 1 and 1000000 answers
run "refuses_alarms_8" {
  command = plan

  variables {
    alarms = { topic_arns = ["arn:aws:sns:us-east-1:123456789012:alarms"], server_errors = 1000001 }
  }

  expect_failures = [var.alarms]
}

# alarms.unhealthy_tasks must be a whole number between 1 and 1000 tasks
run "refuses_alarms_9" {
  command = plan

  variables {
    alarms = { topic_arns = ["arn:aws:sns:us-east-1:123456789012:alarms"], unhealthy_tasks = 1001 }
  }

  expect_failures = [var.alarms]
}

# prepared.execution_role_arn must be an ARN of iam
run "refuses_prepared_1" {
  command = plan

  variables {
    prepared = { execution_role_arn = "not-an-arn", task_role_arn = "arn:aws:iam::123456789012:role/web-task", log_group_name = "/ecs/nimbus-production/web", security_group_id = "sg-0a1b2c3d" }
  }

  expect_failures = [var.prepared]
}

# prepared.execution_role_arn must have 1 to 2048 characters
run "refuses_prepared_2" {
  command = plan

  variables {
    prepared = { execution_role_arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", task_role_arn = "arn:aws:iam::123456789012:role/web-task", log_group_name = "/ecs/nimbus-production/web", security_group_id = "sg-0a1b2c3d" }
  }

  expect_failures = [var.prepared]
}

# prepared.execution_role_arn must be of account <data.aws_caller_identity.current.account_id>, as the module's provider is: give one that was made there
run "refuses_prepared_3" {
  command = plan

  variables {
    prepared = { execution_role_arn = "arn:aws:iam::999999999999:role/web-execution", task_role_arn = "arn:aws:iam::123456789012:role/web-task", log_group_name = "/ecs/nimbus-production/web", security_group_id = "sg-0a1b2c3d" }
  }

  expect_failures = [var.prepared]
}

# prepared.task_role_arn must be an ARN of iam
run "refuses_prepared_4" {
  command = plan

  variables {
    prepared = { execution_role_arn = "arn:aws:iam::123456789012:role/web-execution", task_role_arn = "not-an-arn", log_group_name = "/ecs/nimbus-production/web", security_group_id = "sg-0a1b2c3d" }
  }

  expect_failures = [var.prepared]
}

# prepared.task_role_arn must have 1 to 2048 characters
run "refuses_prepared_5" {
  command = plan

  variables {
    prepared = { execution_role_arn = "arn:aws:iam::123456789012:role/web-execution", task_role_arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", log_group_name = "/ecs/nimbus-production/web", security_group_id = "sg-0a1b2c3d" }
  }

  expect_failures = [var.prepared]
}

# prepared.task_role_arn must be of account <data.aws_caller_identity.current.account_id>, as the module's provider is: give one that was made there
run "refuses_prepared_6" {
  command = plan

  variables {
    prepared = { execution_role_arn = "arn:aws:iam::123456789012:role/web-execution", task_role_arn = "arn:aws:iam::999999999999:role/web-task", log_group_name = "/ecs/nimbus-production/web", security_group_id = "sg-0a1b2c3d" }
  }

  expect_failures = [var.prepared]
}

# prepared.log_group_name must be the name of a log group: 1 to 512 letters, digits and . - _ / #
run "refuses_prepared_7" {
  command = plan

  variables {
    prepared = { execution_role_arn = "arn:aws:iam::123456789012:role/web-execution", task_role_arn = "arn:aws:iam::123456789012:role/web-task", log_group_name = "/ecs/web*", security_group_id = "sg-0a1b2c3d" }
  }

  expect_failures = [var.prepared]
}

# prepared.security_group_id must be the ID of a security group
run "refuses_prepared_8" {
  command = plan

  variables {
    prepared = { execution_role_arn = "arn:aws:iam::123456789012:role/web-execution", task_role_arn = "arn:aws:iam::123456789012:role/web-task", log_group_name = "/ecs/nimbus-production/web", security_group_id = "web" }
  }

  expect_failures = [var.prepared]
}

# prepared.target_group_arn must be an ARN of elasticloadbalancing
run "refuses_prepared_9" {
  command = plan

  variables {
    prepared = { execution_role_arn = "arn:aws:iam::123456789012:role/web-execution", task_role_arn = "arn:aws:iam::123456789012:role/web-task", log_group_name = "/ecs/nimbus-production/web", security_group_id = "sg-0a1b2c3d", target_group_arn = "not-an-arn" }
  }

  expect_failures = [var.prepared]
}

# prepared.target_group_arn must have 1 to 2048 characters
run "refuses_prepared_10" {
  command = plan

  variables {
    prepared = { execution_role_arn = "arn:aws:iam::123456789012:role/web-execution", task_role_arn = "arn:aws:iam::123456789012:role/web-task", log_group_name = "/ecs/nimbus-production/web", security_group_id = "sg-0a1b2c3d", target_group_arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }
  }

  expect_failures = [var.prepared]
}

# prepared.target_group_arn must be of region <data.aws_region.current.id> and account <data.aws_caller_identity.current.account_id>, as the module's provider is: give one that was made there
run "refuses_prepared_11" {
  command = plan

  variables {
    prepared = { execution_role_arn = "arn:aws:iam::123456789012:role/web-execution", task_role_arn = "arn:aws:iam::123456789012:role/web-task", log_group_name = "/ecs/nimbus-production/web", security_group_id = "sg-0a1b2c3d", target_group_arn = "arn:aws:elasticloadbalancing:af-south-1:123456789012:targetgroup/web-0a1b2c3/0a1b2c3d4e5f6a7b" }
  }

  expect_failures = [var.prepared]
}

# prepared must be left out with prepare_only: one instance prepares, the other runs
run "refuses_prepared_12" {
  command = plan

  variables {
    prepared     = { execution_role_arn = "arn:aws:iam::123456789012:role/web-execution", task_role_arn = "arn:aws:iam::123456789012:role/web-task", log_group_name = "/ecs/nimbus-production/web", security_group_id = "sg-0a1b2c3d" }
    prepare_only = true
    routing      = null
  }

  expect_failures = [var.prepared]
}

# prepared must be left out with task_role and execution_role: the roles are those that were prepared
run "refuses_prepared_13" {
  command = plan

  variables {
    prepared  = { execution_role_arn = "arn:aws:iam::123456789012:role/web-execution", task_role_arn = "arn:aws:iam::123456789012:role/web-task", log_group_name = "/ecs/nimbus-production/web", security_group_id = "sg-0a1b2c3d" }
    task_role = { arn = "arn:aws:iam::123456789012:role/web-task" }
    routing   = null
  }

  expect_failures = [var.prepared]
}

# prepared must have a target_group_arn with routing: prepare the service with routing as well
run "refuses_prepared_14" {
  command = plan

  variables {
    prepared = { execution_role_arn = "arn:aws:iam::123456789012:role/web-execution", task_role_arn = "arn:aws:iam::123456789012:role/web-task", log_group_name = "/ecs/nimbus-production/web", security_group_id = "sg-0a1b2c3d" }
  }

  expect_failures = [var.prepared]
}
