# What a database is made of, by its options. Terraform mocks no provider with ephemeral resources, so the provider plans
# offline; only what it would read is made up.

provider "aws" {
  region                      = "us-east-1"
  access_key                  = "none"
  secret_key                  = "none"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_requesting_account_id  = true
}

override_data {
  target = data.aws_caller_identity.current
  values = { account_id = "123456789012" }
}

override_data {
  target = data.aws_partition.current
  values = { partition = "aws", dns_suffix = "amazonaws.com" }
}

override_data {
  target = data.aws_region.current
  values = { id = "us-east-1" }
}

variables {
  name           = "nimbus"
  instance_class = "db.t4g.medium"
  vpc_id         = "vpc-0a1b2c3d"
  subnet_ids     = ["subnet-0a1b2c3d", "subnet-1b2c3d4e"]
  db_name        = "nimbus"
}

run "by_default" {
  command = plan

  assert {
    condition     = aws_db_instance.this.multi_az && aws_db_instance.this.backup_retention_period == 14 && aws_db_instance.this.deletion_protection && aws_db_instance.this.storage_encrypted
    error_message = "A database is over two zones, backed up, protected and encrypted."
  }

  assert {
    condition     = aws_db_instance.this.engine_version == "17" && aws_db_parameter_group.this[0].family == "postgres17" && aws_db_parameter_group.this[0].name == "nimbus-postgres17"
    error_message = "The family of the parameter group follows from the version."
  }

  assert {
    condition     = contains([for parameter in aws_db_parameter_group.this[0].parameter : "${parameter.name}=${parameter.value}"], "rds.force_ssl=1")
    error_message = "Only TLS is spoken."
  }

  assert {
    condition     = length(aws_db_instance.replicas) == 0 && length(aws_db_proxy.proxy) == 0 && length(aws_cloudwatch_metric_alarm.cpu) == 0 && length(aws_vpc_security_group_ingress_rule.clients) == 0
    error_message = "Options are off, and nobody reaches the database."
  }

  assert {
    condition     = aws_db_instance.this.final_snapshot_identifier == "nimbus-final-0" && !aws_db_instance.this.skip_final_snapshot
    error_message = "A last snapshot is taken."
  }
}

run "tuned" {
  command = plan

  variables {
    tuning              = { shared_buffers = 512, effective_cache_size = 2048, max_connections = 200, work_mem = 4, maintenance_work_mem = 128 }
    logical_replication = true
    parameters          = { max_wal_senders = { value = "20" }, "log_lock_waits" = { value = "1" } }
    alarms              = { topic_arns = ["arn:aws:sns:us-east-1:123456789012:alarms"] }
  }

  assert {
    condition = toset([for parameter in aws_db_parameter_group.this[0].parameter : "${parameter.name}=${parameter.value} ${parameter.apply_method}"]) == toset([
      "rds.force_ssl=1 immediate",
      "log_statement=ddl immediate",
      "log_min_duration_statement=1000 immediate",
      "shared_preload_libraries=pg_stat_statements pending-reboot",
      "shared_buffers=65536 pending-reboot",
      "effective_cache_size=262144 immediate",
      "max_connections=200 pending-reboot",
      "work_mem=4096 immediate",
      "maintenance_work_mem=131072 immediate",
      "rds.logical_replication=1 pending-reboot",
      "max_wal_senders=20 pending-reboot",
      "log_lock_waits=1 immediate",
    ])
    error_message = "Parameters are in RDS's units, static ones wait for a restart."
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.connections[0].threshold == 160 && aws_cloudwatch_metric_alarm.free_storage[0].threshold == 5368709120
    error_message = "Alarms follow from what was stated."
  }
}

run "restored" {
  command = plan

  variables {
    origin = { snapshot = { id = "nimbus-final-0" }, defer_protection = true }
  }

  override_data {
    target = data.aws_db_snapshot.origin_snapshot
    values = { status = "available", encrypted = true, allocated_storage = 100 }
  }

  expect_failures = [check.protection]

  assert {
    condition     = !aws_db_instance.this.multi_az && aws_db_instance.this.backup_retention_period == 0 && !aws_db_instance.this.performance_insights_enabled && aws_db_instance.this.apply_immediately
    error_message = "A restore begins in one zone, without backups."
  }
}

run "not_from_a_snapshot_that_is_being_made" {
  command = plan

  variables {
    origin = { snapshot = { id = "nimbus-final-0" } }
  }

  override_data {
    target = data.aws_db_snapshot.origin_snapshot
    values = { status = "creating", encrypted = true, allocated_storage = 100 }
  }

  expect_failures = [terraform_data.safeguard]
}

run "not_from_a_snapshot_without_encryption" {
  command = plan

  variables {
    origin = { snapshot = { id = "nimbus-final-0" } }
  }

  override_data {
    target = data.aws_db_snapshot.origin_snapshot
    values = { status = "available", encrypted = false, allocated_storage = 100 }
  }

  expect_failures = [terraform_data.safeguard]
}

run "not_from_a_snapshot_that_is_larger_than_the_storage" {
  command = plan

  variables {
    origin = { snapshot = { id = "nimbus-final-0" } }
  }

  override_data {
    target = data.aws_db_snapshot.origin_snapshot
    values = { status = "available", encrypted = true, allocated_storage = 101 }
  }

  expect_failures = [terraform_data.safeguard]
}

run "not_of_a_time_that_has_not_come" {
  command = plan

  variables {
    origin = { point_in_time = { source_instance = "nimbus-old", time = "2099-01-01T00:00:00Z" } }
  }

  expect_failures = [terraform_data.safeguard]
}

run "not_of_a_time_that_no_backup_reaches" {
  command = plan

  variables {
    origin = { point_in_time = { source_instance = "nimbus-old", time = "2020-01-01T00:00:00Z", retention_days = 14 } }
  }

  expect_failures = [terraform_data.safeguard]
}

run "replica_of_another_region" {
  command = plan

  variables {
    origin        = { replica_of = { arn = "arn:aws:rds:us-west-2:123456789012:db:nimbus" } }
    credentials   = { existing = { arn = "arn:aws:secretsmanager:us-east-1:123456789012:secret:nimbus/master-user-a1b2c3" } }
    read_replicas = {}
  }

  assert {
    condition     = aws_db_instance.this.replicate_source_db == "arn:aws:rds:us-west-2:123456789012:db:nimbus" && aws_db_instance.this.password_wo_version == null && length(aws_secretsmanager_secret.password) == 0
    error_message = "A replica has the password of its source."
  }
}

run "with_replicas_and_proxy" {
  command = plan

  variables {
    read_replicas = { reports = { instance_class = "db.t4g.small" }, search = {} }
    proxy         = {}
    clients       = { web = { security_group_id = "sg-0a1b2c3d" }, office = { cidr = "10.8.0.0/16" } }
  }

  assert {
    condition     = aws_db_instance.replicas["reports"].instance_class == "db.t4g.small" && aws_db_instance.replicas["search"].instance_class == "db.t4g.medium"
    error_message = "Replicas have the class of the database unless stated."
  }

  assert {
    condition     = toset(keys(aws_cloudwatch_log_group.logs)) == toset(["postgresql", "upgrade", "reports/postgresql", "reports/upgrade", "search/postgresql", "search/upgrade"])
    error_message = "Each log of each instance has its group."
  }

  assert {
    condition     = aws_db_proxy.proxy[0].require_tls && length(aws_vpc_security_group_ingress_rule.proxy_clients) == 2 && length(aws_vpc_security_group_ingress_rule.clients) == 2
    error_message = "Clients reach the database and the proxy."
  }
}

run "gp3_from_400_gib_on" {
  command = plan

  variables {
    allocated_storage = 400
  }

  assert {
    condition     = aws_db_instance.this.iops == 12000 && aws_db_instance.this.storage_throughput == 500
    error_message = "What RDS gives is written out, so that what was set before is taken back (Amazon RDS User Guide, gp3 storage)."
  }
}

run "refuses_two_clients_that_are_one_for_aws" {
  command = plan

  variables {
    clients = { web = { security_group_id = "sg-0a1b2c3d" }, shop = { security_group_id = "sg-0a1b2c3d" } }
  }

  expect_failures = [terraform_data.client_turns]
}
