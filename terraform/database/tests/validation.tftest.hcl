# Every validation of the database module refuses a bad value. Generated: see the construct's inputs.

provider "aws" {
  region                      = "us-east-1"
  access_key                  = "none"
  secret_key                  = "none"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_requesting_account_id  = true
}

override_data {
  target = data.aws_partition.current
  values = { partition = "aws", dns_suffix = "amazonaws.com" }
}

override_data {
  target = data.aws_caller_identity.current
  values = { account_id = "123456789012" }
}

override_data {
  target = data.aws_region.current
  values = { id = "us-east-1" }
}

override_data {
  target = data.aws_partition.kept
  values = { partition = "aws", dns_suffix = "amazonaws.com" }
}

override_data {
  target = data.aws_db_snapshot.origin_snapshot
}

variables {
  name           = "nimbus-production"
  instance_class = "db.m7g.large"
  vpc_id         = "vpc-0a1b2c3d"
  subnet_ids     = ["subnet-0a1b2c3d", "subnet-1b2c3d4e"]
  db_name        = "nimbus"
}

run "refuses_1" {
  command = plan

  variables {
    # name must be 3 to 37 lower-case letters, digits and hyphens, beginning with a letter and not ending with a hyphen
    name = "Nimbus_Production"

    # tags keys must be letters, digits, spaces and _ . : / = + - @
    tags = { "Cost$" = "production" }

    # engine_version must be a major version of PostgreSQL from 13 on, such as "17", or a minor one that RDS offers for new instances (on 2026-10-20 up to 13.23, 14.24, 15.19, 16.15, 17.11, 18.6); an instance that runs a withdrawn one keeps it under its major version, such as "17"
    engine_version = "17.1"

    # db_name must be a letter, and at most 62 more letters, digits and underscores
    db_name = "nimbus-tasks"

    # port must be a whole number between 1150 and 65535
    port = 65536

    # ca_cert_identifier must be one of rds-ca-rsa2048-g1, rds-ca-rsa4096-g1, rds-ca-ecc384-g1
    ca_cert_identifier = "none-of-these"

    # instance_class must be an instance class of RDS for PostgreSQL, such as db.m7g.large: db, a family and a size, which is micro, small, medium, large, xlarge or a number of xlarge
    instance_class = "db.m7g.larg"

    # allocated_storage must be a whole number between 20 and 65536 GiB
    allocated_storage = 65537

    # vpc_id must be the ID of a VPC
    vpc_id = "10.0.0.0/16"

    # subnet_ids must have 2 to 20 items
    subnet_ids = ["subnet-0a1b2c3d"]

    # network_type must be one of IPV4, DUAL
    network_type = "none-of-these"

    # clients keys must be lower-case letters, digits and single hyphens between them
    clients = { "Reports!" = { security_group_id = "sg-0a1b2c3d" } }

    # security_group_ids must have 0 to 4 items
    security_group_ids = ["sg-0a1b2c3d", "sg-0a1b2c3d", "sg-0a1b2c3d", "sg-0a1b2c3d", "sg-0a1b2c3d"]

    # username must be a letter, and at most 62 more letters, digits and underscores
    username = "nimbus-admin"

    # credentials must have exactly one of generated, managed, existing
    credentials = { generated = {}, managed = {} }

    # proxy must have a max_idle_connections_percent that is not above max_connections_percent
    proxy = { max_connections_percent = 10, max_idle_connections_percent = 20 }

    # replacements must be between 0 and 1000
    replacements = 1001

    # backup_retention_period must be a whole number between 0 and 35 days
    backup_retention_period = 36

    # backup_window must be a time of the day in UTC, such as 03:00-04:00
    backup_window = "3am"

    # final_snapshot_name must be lower-case letters, digits and single hyphens between them, beginning with a letter
    final_snapshot_name = "Last One"

    # kms_key.arn must be an ARN of kms
    kms_key = { arn = "not-an-arn" }

    # log_statement must be one of none, ddl, mod, all
    log_statement = "none-of-these"

    # log_min_duration_statement must be a whole number between -1 and 2147483647 milliseconds
    log_min_duration_statement = 2147483648

    # shared_preload_libraries must have 0 to 20 items
    shared_preload_libraries = ["pg_stat_statements", "pg_stat_statements", "pg_stat_statements", "pg_stat_statements", "pg_stat_statements", "pg_stat_statements", "pg_stat_statements", "pg_stat_statements", "pg_stat_statements", "pg_stat_statements", "pg_stat_statements", "pg_stat_statements", "pg_stat_statements", "pg_stat_statements", "pg_stat_statements", "pg_stat_statements", "pg_stat_statements", "pg_stat_statements", "pg_stat_statements", "pg_stat_statements", "pg_stat_statements"]

    # performance_insights_retention_period must be 7, 465 or 731 days, or a multiple of 31 up to 713
    performance_insights_retention_period = 30

    # monitoring_interval must be one of 0, 1, 5, 10, 15, 30, 60
    monitoring_interval = -1

    # monitoring_role.arn must be an ARN of iam
    monitoring_role = { arn = "not-an-arn" }

    # permissions_boundary.arn must be an ARN of iam
    permissions_boundary = { arn = "not-an-arn" }

    # log_exports[*] must not be null
    log_exports = [null]

    # log_retention_days must be one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653
    log_retention_days = -1

    # alarms.topic_arns must have 1 to 5 items
    alarms = { topic_arns = [] }

    # event_topic.arn must be an ARN of sns
    event_topic = { arn = "not-an-arn" }

    # event_categories[*] must not be null
    event_categories = [null]
  }

  expect_failures = [
    var.name,
    var.tags,
    var.engine_version,
    var.db_name,
    var.port,
    var.ca_cert_identifier,
    var.instance_class,
    var.allocated_storage,
    var.vpc_id,
    var.subnet_ids,
    var.network_type,
    var.clients,
    var.security_group_ids,
    var.username,
    var.credentials,
    var.proxy,
    var.replacements,
    var.backup_retention_period,
    var.backup_window,
    var.final_snapshot_name,
    var.kms_key,
    var.log_statement,
    var.log_min_duration_statement,
    var.shared_preload_libraries,
    var.performance_insights_retention_period,
    var.monitoring_interval,
    var.monitoring_role,
    var.permissions_boundary,
    var.log_exports,
    var.log_retention_days,
    var.alarms,
    var.event_topic,
    var.event_categories,
  ]
}

run "refuses_2" {
  command = plan

  variables {
    # name must not have two hyphens in a row, which RDS refuses
    name = "nimbus--production"

    # tags must not have keys of more than 128 characters
    tags = { kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk = "a" }

    # engine_version must be a major version, such as "17", together with auto_minor_version_upgrade: RDS moves on by itself, and the next plan would want to go back; give the major version, or turn the upgrades off
    engine_version = "17.5"

    # db_name must not be one of rdsadmin, template0, template1: every instance of RDS has these
    db_name = "template1"

    # instance_class must be an instance class of RDS for PostgreSQL that there can be: of a family that AWS offers (on 2026-10-20 c6gd, m5, m5d, m6g, m6gd, m6i, m6id, m6idn, m6in, m7g, m7i, m8a, m8g, m8gd, m9g, r5, r5b, r5d, r6g, r6gd, r6i, r6id, r6idn, r6in, r7g, r7i, r8a, r8g, r8gd, t3, t4g, x2g, x2iedn), in a size that the family has
    instance_class = "db.m99x.large"

    # allocated_storage must be 100 GiB at least on io2; raise it, or choose gp3
    storage_type      = "io2"
    iops              = 3000
    allocated_storage = 20

    # subnet_ids must not name the same item twice
    subnet_ids = ["subnet-0a1b2c3d", "subnet-0a1b2c3d"]

    # clients[*] must not be null
    clients = { reports = null }

    # security_group_ids[*] must not be null
    security_group_ids = [null]

    # username must not begin with pg_ or be one of admin, rdsadmin, rdsrepladmin, rdstopmgr, rds_superuser, rds_iam, rds_password: PostgreSQL on RDS keeps these for itself
    username = "admin"

    # credentials.generated.replicas keys must be names of regions, such as us-west-2 or eusc-de-east-1
    credentials = { generated = { replicas = { us-wset-2 = { kms_key_arn = "arn:aws:kms:us-west-3:123456789012:key/00000000-0000-0000-0000-000000000000" } } } }

    # proxy.iam_auth must be one of DISABLED, REQUIRED
    proxy = { iam_auth = "none-of-these" }

    # replacements must be a whole number
    replacements = 0.5

    # backup_retention_period must be 1 to 35 days: without backups nothing can be restored; set allow_no_backups where that is wanted
    backup_retention_period = 0

    # backup_window must last 30 minutes at least
    backup_window = "03:00-03:15"

    # kms_key.arn must have 1 to 2048 characters
    kms_key = { arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }

    # shared_preload_libraries[*] must not be null
    shared_preload_libraries = [null]

    # database_insights_mode must be one of standard, advanced
    database_insights_mode = "none-of-these"

    # monitoring_role.arn must have 1 to 2048 characters
    monitoring_role = { arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }

    # permissions_boundary.arn must have 1 to 2048 characters
    permissions_boundary = { arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }

    # log_exports[*] must be one of postgresql, upgrade, iam-db-auth-error
    log_exports = ["none-of-these"]

    # alarms.topic_arns[*] must not be null
    alarms = { topic_arns = [null] }

    # event_topic.arn must have 1 to 2048 characters
    event_topic = { arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }

    # event_categories[*] must be one of availability, backup, configuration change, creation, deletion, failover, failure, low storage, maintenance, notification, read replica, recovery, restoration, security
    event_categories = ["none-of-these"]
  }

  expect_failures = [
    var.name,
    var.tags,
    var.engine_version,
    var.db_name,
    var.instance_class,
    var.allocated_storage,
    var.subnet_ids,
    var.clients,
    var.security_group_ids,
    var.username,
    var.credentials,
    var.proxy,
    var.replacements,
    var.backup_retention_period,
    var.backup_window,
    var.kms_key,
    var.shared_preload_libraries,
    var.database_insights_mode,
    var.monitoring_role,
    var.permissions_boundary,
    var.log_exports,
    var.alarms,
    var.event_topic,
    var.event_categories,
  ]
}

run "refuses_3" {
  command = plan

  variables {
    # tags must not be more than 49: AWS takes 50 for a resource, and each gets a Name
    tags = { team-0 = "a", team-1 = "a", team-2 = "a", team-3 = "a", team-4 = "a", team-5 = "a", team-6 = "a", team-7 = "a", team-8 = "a", team-9 = "a", team-10 = "a", team-11 = "a", team-12 = "a", team-13 = "a", team-14 = "a", team-15 = "a", team-16 = "a", team-17 = "a", team-18 = "a", team-19 = "a", team-20 = "a", team-21 = "a", team-22 = "a", team-23 = "a", team-24 = "a", team-25 = "a", team-26 = "a", team-27 = "a", team-28 = "a", team-29 = "a", team-30 = "a", team-31 = "a", team-32 = "a", team-33 = "a", team-34 = "a", team-35 = "a", team-36 = "a", team-37 = "a", team-38 = "a", team-39 = "a", team-40 = "a", team-41 = "a", team-42 = "a", team-43 = "a", team-44 = "a", team-45 = "a", team-46 = "a", team-47 = "a", team-48 = "a", team-49 = "a" }

    # db_name must not be a word of PostgreSQL's own language, such as user, order or default: RDS refuses it
    db_name = "user"

    # max_allocated_storage must be a whole number between 0 and 65536 GiB
    max_allocated_storage = 65537

    # iops must be a whole number
    iops = 1.5

    # subnet_ids[*] must not be null
    subnet_ids = [null, "subnet-1b2c3d4e"]

    # clients[*] must have exactly one of security_group_id, cidr
    clients = { reports = { security_group_id = "sg-0a1b2c3d", cidr = "10.0.0.0/16" } }

    # security_group_ids[*] must be the ID of a security group
    security_group_ids = ["web"]

    # username must not be a word of PostgreSQL's own language, such as user, order or default: RDS refuses it
    username = "user"

    # credentials.generated.replicas[*] must not be null
    credentials = { generated = { replicas = { us-west-2 = null } } }

    # proxy.idle_client_timeout must be a whole number between 60 and 28800 seconds
    proxy = { idle_client_timeout = 28801 }

    # maintenance_window must be a time of the week in UTC, such as sun:05:00-sun:06:00
    maintenance_window = "sunday"

    # kms_key.arn must be of region <data.aws_region.current.id>, as the module's provider is: give one that was made there
    kms_key = { arn = "arn:aws:kms:af-south-1:123456789012:key/00000000-0000-0000-0000-000000000000" }

    # tuning.shared_buffers must be a whole number between 16 and 4194304 MiB
    tuning = { shared_buffers = 4194305 }

    # shared_preload_libraries[*] must be the name of a library
    shared_preload_libraries = ["Pg Stat"]

    # parameters keys must be names of parameters of PostgreSQL
    parameters = { "Max Workers" = { value = "example" } }

    # database_insights_mode must be advanced only with performance_insights that are kept for 465 days at least
    database_insights_mode = "advanced"

    # monitoring_role.arn must be of account <data.aws_caller_identity.current.account_id>, as the module's provider is: give one that was made there
    monitoring_role = { arn = "arn:aws:iam::999999999999:role/nimbus-monitoring" }

    # permissions_boundary.arn must be of account <data.aws_caller_identity.current.account_id>, as the module's provider is: give one that was made there
    permissions_boundary = { arn = "arn:aws:iam::999999999999:policy/boundary" }

    # alarms.topic_arns[*] must be an ARN of sns
    alarms = { topic_arns = ["not-an-arn"] }

    # event_topic.arn must be of region <data.aws_region.current.id>, as the module's provider is: give one that was made there
    event_topic = { arn = "arn:aws:sns:af-south-1:123456789012:alarms" }
  }

  expect_failures = [
    var.tags,
    var.db_name,
    var.max_allocated_storage,
    var.iops,
    var.subnet_ids,
    var.clients,
    var.security_group_ids,
    var.username,
    var.credentials,
    var.proxy,
    var.maintenance_window,
    var.kms_key,
    var.tuning,
    var.shared_preload_libraries,
    var.parameters,
    var.database_insights_mode,
    var.monitoring_role,
    var.permissions_boundary,
    var.alarms,
    var.event_topic,
  ]
}

run "refuses_4" {
  command = plan

  variables {
    # tags must not have keys that begin with aws:, which AWS keeps for itself
    tags = { "aws:team" = "a" }

    # max_allocated_storage must be at least 10 percent above allocated_storage, or 0 to keep the storage as it is
    allocated_storage     = 100
    max_allocated_storage = 50

    # subnet_ids[*] must be the ID of a subnet
    subnet_ids = ["database", "subnet-1b2c3d4e"]

    # clients[*].security_group_id must be the ID of a security group
    clients = { reports = { security_group_id = "web" } }

    # credentials.generated.replicas[*].kms_key_arn must be an ARN of kms
    credentials = { generated = { replicas = { us-west-2 = { kms_key_arn = "not-an-arn" } } } }

    # proxy.max_connections_percent must be a whole number between 1 and 100 percent
    proxy = { max_connections_percent = 101 }

    # maintenance_window must last 30 minutes at least, and less than a day
    maintenance_window = "sun:05:00-sun:05:15"

    # tuning.effective_cache_size must be a whole number between 16 and 4194304 MiB
    tuning = { effective_cache_size = 4194305 }

    # parameters must not have rds.force_ssl, log_statement, log_min_duration_statement, shared_preload_libraries, rds.logical_replication, shared_buffers, effective_cache_size, max_connections, work_mem, maintenance_work_mem: these have an input of their own, or (rds.force_ssl) are fixed
    parameters = { "rds.force_ssl" = { value = "0" } }

    # alarms.topic_arns[*] must have 1 to 2048 characters
    alarms = { topic_arns = ["xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"] }
  }

  expect_failures = [
    var.tags,
    var.max_allocated_storage,
    var.subnet_ids,
    var.clients,
    var.credentials,
    var.proxy,
    var.maintenance_window,
    var.tuning,
    var.parameters,
    var.alarms,
  ]
}

run "refuses_5" {
  command = plan

  variables {
    # tags must not have keys that differ in case only, from one another or from Name: IAM takes them for one
    tags = { Team = "a", team = "b" }

    # storage_type must be one of gp3, io2
    storage_type = "none-of-these"

    # clients[*].cidr must be an IPv4 CIDR block that begins with its network address, such as 10.0.0.0/16
    clients = { reports = { security_group_id = "sg-0a1b2c3d", cidr = "10.0.0.1/16" } }

    # credentials.generated.replicas[*].kms_key_arn must have 1 to 2048 characters
    credentials = { generated = { replicas = { us-west-2 = { kms_key_arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" } } } }

    # proxy.max_idle_connections_percent must be a whole number between 0 and 100 percent
    proxy = { max_idle_connections_percent = 101 }

    # maintenance_window must not overlap backup_window
    backup_window      = "03:00-04:00"
    maintenance_window = "sat:03:30-sat:04:30"

    # tuning.max_connections must be a whole number between 6 and 8388 connections
    tuning = { max_connections = 8389 }

    # parameters must be parameters that PostgreSQL 13 to 18 have and RDS lets be set (as of 2026-11-29); those of RDS and of extensions have a dot in their names
    parameters = { max_conections = { value = "100" } }

    # alarms.topic_arns[*] must be of region <data.aws_region.current.id>, as the module's provider is: give one that was made there
    alarms = { topic_arns = ["arn:aws:sns:af-south-1:123456789012:alarms"] }
  }

  expect_failures = [
    var.tags,
    var.storage_type,
    var.clients,
    var.credentials,
    var.proxy,
    var.maintenance_window,
    var.tuning,
    var.parameters,
    var.alarms,
  ]
}

run "refuses_6" {
  command = plan

  variables {
    # tags[*] must not be null
    tags = { CostCenter = null }

    # iops must be left out on gp3 below 400 GiB, where 3000 are fixed; raise allocated_storage, or choose io2
    storage_type      = "gp3"
    allocated_storage = 100
    iops              = 12000

    # clients[*].cidr must not be everyone: name the blocks that clients connect from, such as that of a VPN
    clients = { reports = { security_group_id = "sg-0a1b2c3d", cidr = "0.0.0.0/0" } }

    # credentials.generated.replicas[*].kms_key_arn must be of partition <data.aws_partition.current.partition>, as the module's provider is: give one that was made there
    credentials = { generated = { replicas = { us-west-2 = { kms_key_arn = "arn:aws-cn:kms:us-west-3:123456789012:key/00000000-0000-0000-0000-000000000000" } } } }

    # proxy.connection_borrow_timeout must be a whole number between 1 and 300 seconds
    proxy = { connection_borrow_timeout = 301 }

    # tuning.work_mem must be a whole number between 1 and 2097151 MiB
    tuning = { work_mem = 2097152 }

    # parameters must have numbers that PostgreSQL takes for the parameter, in its unit and without naming it
    parameters = { checkpoint_timeout = { value = "5" } }

    # alarms.cpu must be a whole number between 1 and 100 percent
    alarms = { topic_arns = ["arn:aws:sns:us-east-1:123456789012:alarms"], cpu = 101 }
  }

  expect_failures = [
    var.tags,
    var.iops,
    var.clients,
    var.credentials,
    var.proxy,
    var.tuning,
    var.parameters,
    var.alarms,
  ]
}

run "refuses_7" {
  command = plan

  variables {
    # tags[*] must be letters, digits, spaces and _ . : / = + - @
    tags = { CostCenter = "50% off" }

    # iops must be between 12000 and 64000 on gp3
    storage_type      = "gp3"
    allocated_storage = 400
    iops              = 3000

    # credentials.generated.recovery_window_in_days must be 0 (at once) or 7 to 30 days
    credentials = { generated = { recovery_window_in_days = 3 } }

    # proxy.session_pinning_filters[*] must not be null
    proxy = { session_pinning_filters = [null] }

    # tuning.maintenance_work_mem must be a whole number between 1 and 2097151 MiB
    tuning = { maintenance_work_mem = 2097152 }

    # parameters must have 1 or 0 (on or off) for a parameter that is a switch
    parameters = { jit = { value = "maybe" } }

    # alarms.free_storage must be a whole number between 1 and 65536 GiB
    alarms = { topic_arns = ["arn:aws:sns:us-east-1:123456789012:alarms"], free_storage = 65537 }
  }

  expect_failures = [
    var.tags,
    var.iops,
    var.credentials,
    var.proxy,
    var.tuning,
    var.parameters,
    var.alarms,
  ]
}

run "refuses_8" {
  command = plan

  variables {
    # tags[*] must have 0 to 256 characters
    tags = { CostCenter = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }

    # iops must be between 1000 and 256000 on io2, and at most 1000 for each GiB of allocated_storage
    storage_type = "io2"
    iops         = 500

    # credentials.generated.number must be a whole number between 1 and 1000
    credentials = { generated = { number = 1001 } }

    # proxy.session_pinning_filters[*] must be one of EXCLUDE_VARIABLE_SETS
    proxy = { session_pinning_filters = ["none-of-these"] }

    # tuning must fit into the memory of instance_class: shared_buffers (a quarter of it unless stated), max_connections times work_mem (4 MiB unless stated) and maintenance_work_mem together; lower them or choose a larger class
    instance_class = "db.t4g.micro"
    tuning         = { shared_buffers = 512, max_connections = 200 }

    # parameters[*] must not be null
    parameters = { autovacuum_max_workers = null }

    # alarms.free_memory must be a whole number between 1 and 4194304 MiB
    alarms = { topic_arns = ["arn:aws:sns:us-east-1:123456789012:alarms"], free_memory = 4194305 }
  }

  expect_failures = [
    var.tags,
    var.iops,
    var.credentials,
    var.proxy,
    var.tuning,
    var.parameters,
    var.alarms,
  ]
}

run "refuses_9" {
  command = plan

  variables {
    # storage_throughput must be a whole number
    storage_throughput = 1.5

    # credentials.existing.arn must be an ARN of secretsmanager
    credentials = { generated = {}, existing = { arn = "not-an-arn" } }

    # proxy.init_query must be SQL
    proxy = { init_query = " " }

    # tuning must have an effective_cache_size that is not above the memory of instance_class
    instance_class = "db.t4g.micro"
    tuning         = { effective_cache_size = 2048 }

    # parameters[*].apply_method must be one of immediate, pending-reboot
    parameters = { autovacuum_max_workers = { value = "example", apply_method = "none-of-these" } }

    # alarms.connections must be a whole number between 1 and 100 percent
    alarms = { topic_arns = ["arn:aws:sns:us-east-1:123456789012:alarms"], connections = 101 }
  }

  expect_failures = [
    var.storage_throughput,
    var.credentials,
    var.proxy,
    var.tuning,
    var.parameters,
    var.alarms,
  ]
}

run "refuses_10" {
  command = plan

  variables {
    # storage_throughput must be left out but on gp3 from 400 GiB on: below that 125 MiB/s are fixed, and on io2 it follows from iops
    storage_type       = "io2"
    iops               = 3000
    storage_throughput = 500

    # credentials.existing.arn must have 1 to 2048 characters
    credentials = { generated = {}, existing = { arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" } }

    # proxy.role.arn must be an ARN of iam
    proxy = { role = { arn = "not-an-arn" } }

    # parameters must be parameters that the PostgreSQL of engine_version has: some came later, or are gone
    engine_version = "16"
    parameters     = { io_workers = { value = "3" } }

    # alarms.replica_lag must be a whole number between 1 and 86400 seconds
    alarms = { topic_arns = ["arn:aws:sns:us-east-1:123456789012:alarms"], replica_lag = 86401 }
  }

  expect_failures = [
    var.storage_throughput,
    var.credentials,
    var.proxy,
    var.parameters,
    var.alarms,
  ]
}

run "refuses_11" {
  command = plan

  variables {
    # storage_throughput must be between 500 and 4000 MiB/s, and at most a quarter of iops (12000 unless stated)
    storage_type       = "gp3"
    allocated_storage  = 400
    storage_throughput = 4000

    # credentials.existing.arn must be of region <data.aws_region.current.id>, as the module's provider is: give one that was made there
    credentials = { generated = {}, existing = { arn = "arn:aws:secretsmanager:af-south-1:123456789012:secret:nimbus/master-user-a1b2c3" } }

    # proxy.role.arn must have 1 to 2048 characters
    proxy = { role = { arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" } }
  }

  expect_failures = [
    var.storage_throughput,
    var.credentials,
    var.proxy,
  ]
}

run "refuses_12" {
  command = plan

  variables {
    # credentials.existing.kms_key.arn must be an ARN of kms
    credentials = { generated = {}, existing = { arn = "arn:aws:secretsmanager:us-east-1:123456789012:secret:nimbus/master-user-a1b2c3", kms_key = { arn = "not-an-arn" } } }

    # proxy.role.arn must be of account <data.aws_caller_identity.current.account_id>, as the module's provider is: give one that was made there
    proxy = { role = { arn = "arn:aws:iam::999999999999:role/nimbus-proxy" } }
  }

  expect_failures = [
    var.credentials,
    var.proxy,
  ]
}

run "refuses_13" {
  command = plan

  variables {
    # credentials.existing.kms_key.arn must have 1 to 2048 characters
    credentials = { generated = {}, existing = { arn = "arn:aws:secretsmanager:us-east-1:123456789012:secret:nimbus/master-user-a1b2c3", kms_key = { arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" } } }
  }

  expect_failures = [
    var.credentials,
  ]
}

run "refuses_14" {
  command = plan

  variables {
    # credentials.existing.kms_key.arn must be of region <data.aws_region.current.id>, as the module's provider is: give one that was made there
    credentials = { generated = {}, existing = { arn = "arn:aws:secretsmanager:us-east-1:123456789012:secret:nimbus/master-user-a1b2c3", kms_key = { arn = "arn:aws:kms:af-south-1:123456789012:key/00000000-0000-0000-0000-000000000000" } } }
  }

  expect_failures = [
    var.credentials,
  ]
}

run "refuses_15" {
  command = plan

  variables {
    # credentials.password_version must be a whole number between 1 and 1000000
    credentials = { generated = {}, password_version = 1000001 }
  }

  expect_failures = [
    var.credentials,
  ]
}

run "refuses_16" {
  command = plan

  variables {
    # origin must have exactly one of snapshot, point_in_time, replica_of
    origin = { snapshot = { id = "nimbus-production-final-0" }, replica_of = { arn = "arn:aws:rds:us-east-1:123456789012:db:nimbus-production" } }
  }

  expect_failures = [
    var.origin,
  ]
}

run "refuses_17" {
  command = plan

  variables {
    # origin.snapshot.id must have 1 to 512 characters
    origin = { snapshot = { id = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" } }
  }

  expect_failures = [
    var.origin,
  ]
}

run "refuses_18" {
  command = plan

  variables {
    # origin.point_in_time must have exactly one of source_instance, automated_backups_arn
    origin = { snapshot = { id = "nimbus-production-final-0" }, point_in_time = { source_instance = null } }
  }

  expect_failures = [
    var.origin,
  ]
}

run "refuses_19" {
  command = plan

  variables {
    # origin.point_in_time.source_instance must have 1 to 63 characters
    origin = { snapshot = { id = "nimbus-production-final-0" }, point_in_time = { source_instance = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" } }
  }

  expect_failures = [
    var.origin,
  ]
}

run "refuses_20" {
  command = plan

  variables {
    # origin.point_in_time.automated_backups_arn must be an ARN of rds
    origin = { snapshot = { id = "nimbus-production-final-0" }, point_in_time = { source_instance = "nimbus-production", automated_backups_arn = "not-an-arn" } }
  }

  expect_failures = [
    var.origin,
  ]
}

run "refuses_21" {
  command = plan

  variables {
    # origin.point_in_time.automated_backups_arn must have 1 to 2048 characters
    origin = { snapshot = { id = "nimbus-production-final-0" }, point_in_time = { source_instance = "nimbus-production", automated_backups_arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" } }
  }

  expect_failures = [
    var.origin,
  ]
}

run "refuses_22" {
  command = plan

  variables {
    # origin.point_in_time.automated_backups_arn must be of region <data.aws_region.current.id> and account <data.aws_caller_identity.current.account_id>, as the module's provider is: give one that was made there
    origin = { snapshot = { id = "nimbus-production-final-0" }, point_in_time = { source_instance = "nimbus-production", automated_backups_arn = "arn:aws:rds:af-south-1:123456789012:auto-backup:ab-0a1b2c3d" } }
  }

  expect_failures = [
    var.origin,
  ]
}

run "refuses_23" {
  command = plan

  variables {
    # origin.point_in_time.time must be a time in UTC, such as 2026-11-21T08:00:00Z
    origin = { snapshot = { id = "nimbus-production-final-0" }, point_in_time = { source_instance = "nimbus-production", time = "yesterday" } }
  }

  expect_failures = [
    var.origin,
  ]
}

run "refuses_24" {
  command = plan

  variables {
    # origin.point_in_time.time must be on a day that the calendar has
    origin = { snapshot = { id = "nimbus-production-final-0" }, point_in_time = { source_instance = "nimbus-production", time = "2026-02-30T08:00:00Z" } }
  }

  expect_failures = [
    var.origin,
  ]
}

run "refuses_25" {
  command = plan

  variables {
    # origin.point_in_time.retention_days must be a whole number between 1 and 35 days
    origin = { snapshot = { id = "nimbus-production-final-0" }, point_in_time = { source_instance = "nimbus-production", retention_days = 36 } }
  }

  expect_failures = [
    var.origin,
  ]
}

run "refuses_26" {
  command = plan

  variables {
    # origin.replica_of.arn must be an ARN of rds
    origin = { snapshot = { id = "nimbus-production-final-0" }, replica_of = { arn = "not-an-arn" } }
  }

  expect_failures = [
    var.origin,
  ]
}

run "refuses_27" {
  command = plan

  variables {
    # origin.replica_of.arn must have 1 to 2048 characters
    origin = { snapshot = { id = "nimbus-production-final-0" }, replica_of = { arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" } }
  }

  expect_failures = [
    var.origin,
  ]
}

run "refuses_28" {
  command = plan

  variables {
    # origin.replica_of.arn must be of account <data.aws_caller_identity.current.account_id>, as the module's provider is: give one that was made there
    origin = { snapshot = { id = "nimbus-production-final-0" }, replica_of = { arn = "arn:aws:rds:us-east-1:999999999999:db:nimbus-production" } }
  }

  expect_failures = [
    var.origin,
  ]
}

run "refuses_29" {
  command = plan

  variables {
    # origin must not have the database itself as its source_instance: a replacement would delete it before it is restored; name the new one otherwise, or give automated_backups_arn
    name   = "nimbus-production"
    origin = { point_in_time = { source_instance = "nimbus-production" } }
  }

  expect_failures = [
    var.origin,
  ]
}

run "refuses_30" {
  command = plan

  variables {
    # origin must have replica_of only with existing credentials, or in the place of a database that had those of the source (replacements): a replica has the password of the database that it copies; give the secret that holds it
    origin = { replica_of = { arn = "arn:aws:rds:us-east-1:123456789012:db:nimbus-production" } }
  }

  expect_failures = [
    var.origin,
  ]
}

run "refuses_31" {
  command = plan

  variables {
    # origin must not have replica_of together with proxy: RDS Proxy needs a database that can be written to; add the proxy when the replica is promoted
    origin      = { replica_of = { arn = "arn:aws:rds:us-east-1:123456789012:db:nimbus-production" } }
    proxy       = {}
    credentials = { existing = { arn = "arn:aws:secretsmanager:us-east-1:123456789012:secret:nimbus/master-user-a1b2c3" } }
  }

  expect_failures = [
    var.origin,
  ]
}

run "refuses_32" {
  command = plan

  variables {
    # read_replicas keys must be lower-case letters, digits and single hyphens between them
    read_replicas = { "Reports!" = {} }
  }

  expect_failures = [
    var.read_replicas,
  ]
}

run "refuses_33" {
  command = plan

  variables {
    # read_replicas must have at most 15 items
    read_replicas = { r0 = {}, r1 = {}, r2 = {}, r3 = {}, r4 = {}, r5 = {}, r6 = {}, r7 = {}, r8 = {}, r9 = {}, r10 = {}, r11 = {}, r12 = {}, r13 = {}, r14 = {}, r15 = {} }
  }

  expect_failures = [
    var.read_replicas,
  ]
}

run "refuses_34" {
  command = plan

  variables {
    # read_replicas must have names of at most 24 characters, as the instance is named <name>-<replica>
    read_replicas = { a-name-that-is-very-long-indeed = {} }
  }

  expect_failures = [
    var.read_replicas,
  ]
}

run "refuses_35" {
  command = plan

  variables {
    # read_replicas[*] must not be null
    read_replicas = { reports = null }
  }

  expect_failures = [
    var.read_replicas,
  ]
}

run "refuses_36" {
  command = plan

  variables {
    # read_replicas[*].instance_class must be an instance class of RDS for PostgreSQL, such as db.m7g.large: db, a family and a size, which is micro, small, medium, large, xlarge or a number of xlarge
    read_replicas = { reports = { instance_class = "db.m7g.larg" } }
  }

  expect_failures = [
    var.read_replicas,
  ]
}

run "refuses_37" {
  command = plan

  variables {
    # read_replicas[*].instance_class must be an instance class of RDS for PostgreSQL that there can be: of a family that AWS offers (on 2026-10-20 c6gd, m5, m5d, m6g, m6gd, m6i, m6id, m6idn, m6in, m7g, m7i, m8a, m8g, m8gd, m9g, r5, r5b, r5d, r6g, r6gd, r6i, r6id, r6idn, r6in, r7g, r7i, r8a, r8g, r8gd, t3, t4g, x2g, x2iedn), in a size that the family has
    read_replicas = { reports = { instance_class = "db.m99x.large" } }
  }

  expect_failures = [
    var.read_replicas,
  ]
}

run "refuses_38" {
  command = plan

  variables {
    # read_replicas must be empty with managed credentials: RDS refuses a read replica of a database whose password it manages; choose generated or existing credentials
    read_replicas = { reports = {} }
    credentials   = { managed = {} }
  }

  expect_failures = [
    var.read_replicas,
  ]
}

run "refuses_39" {
  command = plan

  variables {
    # read_replicas must be empty while there are no backups (backup_retention_period is 0, or origin.defer_protection is true): RDS replicates only a database that has them
    read_replicas           = { reports = {} }
    backup_retention_period = 0
    allow_no_backups        = true
  }

  expect_failures = [
    var.read_replicas,
  ]
}

run "warns_1" {
  command = plan

  variables {
    # engine_version is not a version that RDS offered on 2026-10-20 (up to 13.23, 14.24, 15.19, 16.15, 17.11, 18.6); it may have come since, or be a mistake.
    engine_version = "19"

    # instance_class is not an instance class of RDS for PostgreSQL that AWS offered on 2026-10-20; it may have come since, or be a mistake.
    instance_class = "db.m7g.112xlarge"

    # credentials.generated.replicas has a key that is not a region that AWS had on 2026-10-20; it may have come since, or be a mistake.
    credentials = { generated = { replicas = { us-west-3 = { kms_key_arn = "arn:aws:kms:us-west-3:123456789012:key/00000000-0000-0000-0000-000000000000" } } } }

    # read_replicas[*].instance_class is not an instance class of RDS for PostgreSQL that AWS offered on 2026-10-20; it may have come since, or be a mistake.
    read_replicas = { reports = { instance_class = "db.m7g.112xlarge" } }
  }

  expect_failures = [
    check.known_engine_version,
    check.known_instance_class,
    check.known_credentials,
    check.known_read_replicas,
  ]
}
