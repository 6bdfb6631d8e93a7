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

# name must be 3 to 37 lower-case letters, digits and hyphens, beginning with a letter and not ending with a hyphen
run "refuses_name_1" {
  command = plan

  variables {
    name = "Nimbus_Production"
  }

  expect_failures = [var.name]
}

# name must not have two hyphens in a row, which RDS refuses
run "refuses_name_2" {
  command = plan

  variables {
    name = "nimbus--production"
  }

  expect_failures = [var.name]
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

# engine_version must be a major version of PostgreSQL from 13 on, such as "17", or a minor one that RDS offers for new instances (on 2026-10-20 up to 13.23, 14.24, 15.19, 16.15, 17.11, 18.6); an instance that runs a withdrawn one keeps it under its major version, such as "17"
run "refuses_engine_version_1" {
  command = plan

  variables {
    engine_version = "17.1"
  }

  expect_failures = [var.engine_version]
}

# engine_version must be a major version, such as "17", together with auto_minor_version_upgrade: RDS moves on by itself, and the next plan would want to go back; give the major version, or turn the upgrades off
run "refuses_engine_version_2" {
  command = plan

  variables {
    engine_version = "17.5"
  }

  expect_failures = [var.engine_version]
}

# db_name must be a letter, and at most 62 more letters, digits and underscores
run "refuses_db_name_1" {
  command = plan

  variables {
    db_name = "nimbus-tasks"
  }

  expect_failures = [var.db_name]
}

# db_name must not be one of rdsadmin, template0, template1: every instance of RDS has these
run "refuses_db_name_2" {
  command = plan

  variables {
    db_name = "template1"
  }

  expect_failures = [var.db_name]
}

# db_name must not be a word of PostgreSQL's own language, such as user, order or default: RDS refuses it
run "refuses_db_name_3" {
  command = plan

  variables {
    db_name = "user"
  }

  expect_failures = [var.db_name]
}

# port must be a whole number between 1150 and 65535
run "refuses_port_1" {
  command = plan

  variables {
    port = 65536
  }

  expect_failures = [var.port]
}

# ca_cert_identifier must be one of rds-ca-rsa2048-g1, rds-ca-rsa4096-g1, rds-ca-ecc384-g1
run "refuses_ca_cert_identifier_1" {
  command = plan

  variables {
    ca_cert_identifier = "none-of-these"
  }

  expect_failures = [var.ca_cert_identifier]
}

# instance_class must be an instance class of RDS for PostgreSQL, such as db.m7g.large: db, a family and a size, which is micro, small, medium, large, xlarge or a number of xlarge
run "refuses_instance_class_1" {
  command = plan

  variables {
    instance_class = "db.m7g.larg"
  }

  expect_failures = [var.instance_class]
}

# instance_class must be an instance class of RDS for PostgreSQL that there can be: of a family that AWS offers (on 2026-10-20 c6gd, m5, m5d, m6g, m6gd, m6i, m6id, m6idn, m6in, m7g, m7i, m8a, m8g, m8gd, m9g, r5, r5b, r5d, r6g, r6gd, r6i, r6id, r6idn, r6in, r7g, r7i, r8a, r8g, r8gd, t3, t4g, x2g, x2iedn), in a size that the family has
run "refuses_instance_class_2" {
  command = plan

  variables {
    instance_class = "db.m99x.large"
  }

  expect_failures = [var.instance_class]
}

# allocated_storage must be a whole number between 20 and 65536 GiB
run "refuses_allocated_storage_1" {
  command = plan

  variables {
    allocated_storage = 65537
  }

  expect_failures = [var.allocated_storage]
}

# allocated_storage must be 100 GiB at least on io2; raise it, or choose gp3
run "refuses_allocated_storage_2" {
  command = plan

  variables {
    storage_type      = "io2"
    iops              = 3000
    allocated_storage = 20
  }

  expect_failures = [var.allocated_storage]
}

# max_allocated_storage must be a whole number between 0 and 65536 GiB
run "refuses_max_allocated_storage_1" {
  command = plan

  variables {
    max_allocated_storage = 65537
  }

  expect_failures = [var.max_allocated_storage]
}

# max_allocated_storage must be at least 10 percent above allocated_storage, or 0 to keep the storage as it is
run "refuses_max_allocated_storage_2" {
  command = plan

  variables {
    allocated_storage     = 100
    max_allocated_storage = 50
  }

  expect_failures = [var.max_allocated_storage]
}

# storage_type must be one of gp3, io2
run "refuses_storage_type_1" {
  command = plan

  variables {
    storage_type = "none-of-these"
  }

  expect_failures = [var.storage_type]
}

# iops must be a whole number
run "refuses_iops_1" {
  command = plan

  variables {
    iops = 1.5
  }

  expect_failures = [var.iops]
}

# iops must be left out on gp3 below 400 GiB, where 3000 are fixed; raise allocated_storage, or choose io2
run "refuses_iops_2" {
  command = plan

  variables {
    storage_type      = "gp3"
    allocated_storage = 100
    iops              = 12000
  }

  expect_failures = [var.iops]
}

# iops must be between 12000 and 64000 on gp3
run "refuses_iops_3" {
  command = plan

  variables {
    storage_type      = "gp3"
    allocated_storage = 400
    iops              = 3000
  }

  expect_failures = [var.iops]
}

# iops must be between 1000 and 256000 on io2, and at most 1000 for each GiB of allocated_storage
run "refuses_iops_4" {
  command = plan

  variables {
    storage_type = "io2"
    iops         = 500
  }

  expect_failures = [var.iops]
}

# storage_throughput must be a whole number
run "refuses_storage_throughput_1" {
  command = plan

  variables {
    storage_throughput = 1.5
  }

  expect_failures = [var.storage_throughput]
}

# storage_throughput must be left out but on gp3 from 400 GiB on: below that 125 MiB/s are fixed, and on io2 it follows from iops
run "refuses_storage_throughput_2" {
  command = plan

  variables {
    storage_type       = "io2"
    iops               = 3000
    storage_throughput = 500
  }

  expect_failures = [var.storage_throughput]
}

# storage_throughput must be between 500 and 4000 MiB/s, and at most a quarter of iops (12000 unless stated)
run "refuses_storage_throughput_3" {
  command = plan

  variables {
    storage_type       = "gp3"
    allocated_storage  = 400
    storage_throughput = 4000
  }

  expect_failures = [var.storage_throughput]
}

# vpc_id must be the ID of a VPC
run "refuses_vpc_id_1" {
  command = plan

  variables {
    vpc_id = "10.0.0.0/16"
  }

  expect_failures = [var.vpc_id]
}

# subnet_ids must have 2 to 20 items
run "refuses_subnet_ids_1" {
  command = plan

  variables {
    subnet_ids = ["subnet-0a1b2c3d"]
  }

  expect_failures = [var.subnet_ids]
}

# subnet_ids must not name the same item twice
run "refuses_subnet_ids_2" {
  command = plan

  variables {
    subnet_ids = ["subnet-0a1b2c3d", "subnet-0a1b2c3d"]
  }

  expect_failures = [var.subnet_ids]
}

# subnet_ids[*] must not be null
run "refuses_subnet_ids_3" {
  command = plan

  variables {
    subnet_ids = [null, "subnet-1b2c3d4e"]
  }

  expect_failures = [var.subnet_ids]
}

# subnet_ids[*] must be the ID of a subnet
run "refuses_subnet_ids_4" {
  command = plan

  variables {
    subnet_ids = ["database", "subnet-1b2c3d4e"]
  }

  expect_failures = [var.subnet_ids]
}

# network_type must be one of IPV4, DUAL
run "refuses_network_type_1" {
  command = plan

  variables {
    network_type = "none-of-these"
  }

  expect_failures = [var.network_type]
}

# clients keys must be lower-case letters, digits and single hyphens between them
run "refuses_clients_1" {
  command = plan

  variables {
    clients = { "Reports!" = { security_group_id = "sg-0a1b2c3d" } }
  }

  expect_failures = [var.clients]
}

# clients[*] must not be null
run "refuses_clients_2" {
  command = plan

  variables {
    clients = { reports = null }
  }

  expect_failures = [var.clients]
}

# clients[*] must have exactly one of security_group_id, cidr
run "refuses_clients_3" {
  command = plan

  variables {
    clients = { reports = { security_group_id = "sg-0a1b2c3d", cidr = "10.0.0.0/16" } }
  }

  expect_failures = [var.clients]
}

# clients[*].security_group_id must be the ID of a security group
run "refuses_clients_4" {
  command = plan

  variables {
    clients = { reports = { security_group_id = "web" } }
  }

  expect_failures = [var.clients]
}

# clients[*].cidr must be an IPv4 CIDR block that begins with its network address, such as 10.0.0.0/16
run "refuses_clients_5" {
  command = plan

  variables {
    clients = { reports = { security_group_id = "sg-0a1b2c3d", cidr = "10.0.0.1/16" } }
  }

  expect_failures = [var.clients]
}

# clients[*].cidr must not be everyone: name the blocks that clients connect from, such as that of a VPN
run "refuses_clients_6" {
  command = plan

  variables {
    clients = { reports = { security_group_id = "sg-0a1b2c3d", cidr = "0.0.0.0/0" } }
  }

  expect_failures = [var.clients]
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

# username must be a letter, and at most 62 more letters, digits and underscores
run "refuses_username_1" {
  command = plan

  variables {
    username = "nimbus-admin"
  }

  expect_failures = [var.username]
}

# username must not begin with pg_ or be one of admin, rdsadmin, rdsrepladmin, rdstopmgr, rds_superuser, rds_iam, rds_password: PostgreSQL on RDS keeps these for itself
run "refuses_username_2" {
  command = plan

  variables {
    username = "admin"
  }

  expect_failures = [var.username]
}

# username must not be a word of PostgreSQL's own language, such as user, order or default: RDS refuses it
run "refuses_username_3" {
  command = plan

  variables {
    username = "user"
  }

  expect_failures = [var.username]
}

# credentials must have exactly one of generated, managed, existing
run "refuses_credentials_1" {
  command = plan

  variables {
    credentials = { generated = {}, managed = {} }
  }

  expect_failures = [var.credentials]
}

# credentials.generated.replicas keys must be names of regions, such as us-west-2 or eusc-de-east-1
run "refuses_credentials_2" {
  command = plan

  variables {
    credentials = { generated = { replicas = { us-wset-2 = { kms_key_arn = "arn:aws:kms:us-west-3:123456789012:key/00000000-0000-0000-0000-000000000000" } } } }
  }

  expect_failures = [var.credentials]
}

# credentials.generated.replicas[*] must not be null
run "refuses_credentials_3" {
  command = plan

  variables {
    credentials = { generated = { replicas = { us-west-2 = null } } }
  }

  expect_failures = [var.credentials]
}

# credentials.generated.replicas[*].kms_key_arn must be an ARN of kms
run "refuses_credentials_4" {
  command = plan

  variables {
    credentials = { generated = { replicas = { us-west-2 = { kms_key_arn = "not-an-arn" } } } }
  }

  expect_failures = [var.credentials]
}

# credentials.generated.replicas[*].kms_key_arn must have 1 to 2048 characters
run "refuses_credentials_5" {
  command = plan

  variables {
    credentials = { generated = { replicas = { us-west-2 = { kms_key_arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" } } } }
  }

  expect_failures = [var.credentials]
}

# credentials.generated.replicas[*].kms_key_arn must be of partition <data.aws_partition.current.partition>, as the module's provider is: give one that was made there
run "refuses_credentials_6" {
  command = plan

  variables {
    credentials = { generated = { replicas = { us-west-2 = { kms_key_arn = "arn:aws-cn:kms:us-west-3:123456789012:key/00000000-0000-0000-0000-000000000000" } } } }
  }

  expect_failures = [var.credentials]
}

# credentials.generated.recovery_window_in_days must be 0 (at once) or 7 to 30 days
run "refuses_credentials_7" {
  command = plan

  variables {
    credentials = { generated = { recovery_window_in_days = 3 } }
  }

  expect_failures = [var.credentials]
}

# credentials.generated.number must be a whole number between 1 and 1000
run "refuses_credentials_8" {
  command = plan

  variables {
    credentials = { generated = { number = 1001 } }
  }

  expect_failures = [var.credentials]
}

# credentials.existing.arn must be an ARN of secretsmanager
run "refuses_credentials_9" {
  command = plan

  variables {
    credentials = { generated = {}, existing = { arn = "not-an-arn" } }
  }

  expect_failures = [var.credentials]
}

# credentials.existing.arn must have 1 to 2048 characters
run "refuses_credentials_10" {
  command = plan

  variables {
    credentials = { generated = {}, existing = { arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" } }
  }

  expect_failures = [var.credentials]
}

# credentials.existing.arn must be of region <data.aws_region.current.id>, as the module's provider is: give one that was made there
run "refuses_credentials_11" {
  command = plan

  variables {
    credentials = { generated = {}, existing = { arn = "arn:aws:secretsmanager:af-south-1:123456789012:secret:nimbus/master-user-a1b2c3" } }
  }

  expect_failures = [var.credentials]
}

# credentials.existing.kms_key.arn must be an ARN of kms
run "refuses_credentials_12" {
  command = plan

  variables {
    credentials = { generated = {}, existing = { arn = "arn:aws:secretsmanager:us-east-1:123456789012:secret:nimbus/master-user-a1b2c3", kms_key = { arn = "not-an-arn" } } }
  }

  expect_failures = [var.credentials]
}

# credentials.existing.kms_key.arn must have 1 to 2048 characters
run "refuses_credentials_13" {
  command = plan

  variables {
    credentials = { generated = {}, existing = { arn = "arn:aws:secretsmanager:us-east-1:123456789012:secret:nimbus/master-user-a1b2c3", kms_key = { arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" } } }
  }

  expect_failures = [var.credentials]
}

# credentials.existing.kms_key.arn must be of region <data.aws_region.current.id>, as the module's provider is: give one that was made there
run "refuses_credentials_14" {
  command = plan

  variables {
    credentials = { generated = {}, existing = { arn = "arn:aws:secretsmanager:us-east-1:123456789012:secret:nimbus/master-user-a1b2c3", kms_key = { arn = "arn:aws:kms:af-south-1:123456789012:key/00000000-0000-0000-0000-000000000000" } } }
  }

  expect_failures = [var.credentials]
}

# credentials.password_version must be a whole number between 1 and 1000000
run "refuses_credentials_15" {
  command = plan

  variables {
    credentials = { generated = {}, password_version = 1000001 }
  }

  expect_failures = [var.credentials]
}

# proxy must have a max_idle_connections_percent that is not above max_connections_percent
run "refuses_proxy_1" {
  command = plan

  variables {
    proxy = { max_connections_percent = 10, max_idle_connections_percent = 20 }
  }

  expect_failures = [var.proxy]
}

# proxy.iam_auth must be one of DISABLED, REQUIRED
run "refuses_proxy_2" {
  command = plan

  variables {
    proxy = { iam_auth = "none-of-these" }
  }

  expect_failures = [var.proxy]
}

# proxy.idle_client_timeout must be a whole number between 60 and 28800 seconds
run "refuses_proxy_3" {
  command = plan

  variables {
    proxy = { idle_client_timeout = 28801 }
  }

  expect_failures = [var.proxy]
}

# proxy.max_connections_percent must be a whole number between 1 and 100 percent
run "refuses_proxy_4" {
  command = plan

  variables {
    proxy = { max_connections_percent = 101 }
  }

  expect_failures = [var.proxy]
}

# proxy.max_idle_connections_percent must be a whole number between 0 and 100 percent
run "refuses_proxy_5" {
  command = plan

  variables {
    proxy = { max_idle_connections_percent = 101 }
  }

  expect_failures = [var.proxy]
}

# proxy.connection_borrow_timeout must be a whole number between 1 and 300 seconds
run "refuses_proxy_6" {
  command = plan

  variables {
    proxy = { connection_borrow_timeout = 301 }
  }

  expect_failures = [var.proxy]
}

# proxy.session_pinning_filters[*] must not be null
run "refuses_proxy_7" {
  command = plan

  variables {
    proxy = { session_pinning_filters = [null] }
  }

  expect_failures = [var.proxy]
}

# proxy.session_pinning_filters[*] must be one of EXCLUDE_VARIABLE_SETS
run "refuses_proxy_8" {
  command = plan

  variables {
    proxy = { session_pinning_filters = ["none-of-these"] }
  }

  expect_failures = [var.proxy]
}

# proxy.role.arn must be an ARN of iam
run "refuses_proxy_9" {
  command = plan

  variables {
    proxy = { role = { arn = "not-an-arn" } }
  }

  expect_failures = [var.proxy]
}

# proxy.role.arn must have 1 to 2048 characters
run "refuses_proxy_10" {
  command = plan

  variables {
    proxy = { role = { arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" } }
  }

  expect_failures = [var.proxy]
}

# proxy.role.arn must be of account <data.aws_caller_identity.current.account_id>, as the module's provider is: give one that was made there
run "refuses_proxy_11" {
  command = plan

  variables {
    proxy = { role = { arn = "arn:aws:iam::999999999999:role/nimbus-proxy" } }
  }

  expect_failures = [var.proxy]
}

# origin must have exactly one of snapshot, point_in_time, replica_of
run "refuses_origin_1" {
  command = plan

  variables {
    origin = { snapshot = { id = "nimbus-production-final-0" }, replica_of = { arn = "arn:aws:rds:us-east-1:123456789012:db:nimbus-production" } }
  }

  expect_failures = [var.origin]
}

# origin.snapshot.id must have 1 to 512 characters
run "refuses_origin_2" {
  command = plan

  variables {
    origin = { snapshot = { id = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" } }
  }

  expect_failures = [var.origin]
}

# origin.point_in_time must have exactly one of source_instance, automated_backups_arn
run "refuses_origin_3" {
  command = plan

  variables {
    origin = { snapshot = { id = "nimbus-production-final-0" }, point_in_time = { source_instance = null } }
  }

  expect_failures = [var.origin]
}

# origin.point_in_time.source_instance must have 1 to 63 characters
run "refuses_origin_4" {
  command = plan

  variables {
    origin = { snapshot = { id = "nimbus-production-final-0" }, point_in_time = { source_instance = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" } }
  }

  expect_failures = [var.origin]
}

# origin.point_in_time.automated_backups_arn must be an ARN of rds
run "refuses_origin_5" {
  command = plan

  variables {
    origin = { snapshot = { id = "nimbus-production-final-0" }, point_in_time = { source_instance = "nimbus-production", automated_backups_arn = "not-an-arn" } }
  }

  expect_failures = [var.origin]
}

# origin.point_in_time.automated_backups_arn must have 1 to 2048 characters
run "refuses_origin_6" {
  command = plan

  variables {
    origin = { snapshot = { id = "nimbus-production-final-0" }, point_in_time = { source_instance = "nimbus-production", automated_backups_arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" } }
  }

  expect_failures = [var.origin]
}

# origin.point_in_time.automated_backups_arn must be of region <data.aws_region.current.id> and account <data.aws_caller_identity.current.account_id>, as the module's provider is: give one that was made there
run "refuses_origin_7" {
  command = plan

  variables {
    origin = { snapshot = { id = "nimbus-production-final-0" }, point_in_time = { source_instance = "nimbus-production", automated_backups_arn = "arn:aws:rds:af-south-1:123456789012:auto-backup:ab-0a1b2c3d" } }
  }

  expect_failures = [var.origin]
}

# origin.point_in_time.time must be a time in UTC, such as 2026-11-21T08:00:00Z
run "refuses_origin_8" {
  command = plan

  variables {
    origin = { snapshot = { id = "nimbus-production-final-0" }, point_in_time = { source_instance = "nimbus-production", time = "yesterday" } }
  }

  expect_failures = [var.origin]
}

# origin.point_in_time.time must be on a day that the calendar has
run "refuses_origin_9" {
  command = plan

  variables {
    origin = { snapshot = { id = "nimbus-production-final-0" }, point_in_time = { source_instance = "nimbus-production", time = "2026-02-30T08:00:00Z" } }
  }

  expect_failures = [var.origin]
}

# origin.point_in_time.retention_days must be a whole number between 1 and 35 days
run "refuses_origin_10" {
  command = plan

  variables {
    origin = { snapshot = { id = "nimbus-production-final-0" }, point_in_time = { source_instance = "nimbus-production", retention_days = 36 } }
  }

  expect_failures = [var.origin]
}

# origin.replica_of.arn must be an ARN of rds
run "refuses_origin_11" {
  command = plan

  variables {
    origin = { snapshot = { id = "nimbus-production-final-0" }, replica_of = { arn = "not-an-arn" } }
  }

  expect_failures = [var.origin]
}

# origin.replica_of.arn must have 1 to 2048 characters
run "refuses_origin_12" {
  command = plan

  variables {
    origin = { snapshot = { id = "nimbus-production-final-0" }, replica_of = { arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" } }
  }

  expect_failures = [var.origin]
}

# origin.replica_of.arn must be of account <data.aws_caller_identity.current.account_id>, as the module's provider is: give one that was made there
run "refuses_origin_13" {
  command = plan

  variables {
    origin = { snapshot = { id = "nimbus-production-final-0" }, replica_of = { arn = "arn:aws:rds:us-east-1:999999999999:db:nimbus-production" } }
  }

  expect_failures = [var.origin]
}

# origin must not have the database itself as its source_instance: a replacement would delete it before it is restored; name the new one otherwise, or give automated_backups_arn
run "refuses_origin_14" {
  command = plan

  variables {
    name   = "nimbus-production"
    origin = { point_in_time = { source_instance = "nimbus-production" } }
  }

  expect_failures = [var.origin]
}

# origin must have replica_of only with existing credentials: a replica has the password of the database that it copies; give the secret that holds it
run "refuses_origin_15" {
  command = plan

  variables {
    origin = { replica_of = { arn = "arn:aws:rds:us-east-1:123456789012:db:nimbus-production" } }
  }

  expect_failures = [var.origin]
}

# origin must not have replica_of together with proxy: RDS Proxy needs a database that can be written to; add the proxy when the replica is promoted
run "refuses_origin_16" {
  command = plan

  variables {
    origin      = { replica_of = { arn = "arn:aws:rds:us-east-1:123456789012:db:nimbus-production" } }
    proxy       = {}
    credentials = { existing = { arn = "arn:aws:secretsmanager:us-east-1:123456789012:secret:nimbus/master-user-a1b2c3" } }
  }

  expect_failures = [var.origin]
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

# backup_retention_period must be a whole number between 0 and 35 days
run "refuses_backup_retention_period_1" {
  command = plan

  variables {
    backup_retention_period = 36
  }

  expect_failures = [var.backup_retention_period]
}

# backup_retention_period must be 1 to 35 days: without backups nothing can be restored; set allow_no_backups where that is wanted
run "refuses_backup_retention_period_2" {
  command = plan

  variables {
    backup_retention_period = 0
  }

  expect_failures = [var.backup_retention_period]
}

# backup_window must be a time of the day in UTC, such as 03:00-04:00
run "refuses_backup_window_1" {
  command = plan

  variables {
    backup_window = "3am"
  }

  expect_failures = [var.backup_window]
}

# backup_window must last 30 minutes at least
run "refuses_backup_window_2" {
  command = plan

  variables {
    backup_window = "03:00-03:15"
  }

  expect_failures = [var.backup_window]
}

# final_snapshot_name must be lower-case letters, digits and single hyphens between them, beginning with a letter
run "refuses_final_snapshot_name_1" {
  command = plan

  variables {
    final_snapshot_name = "Last One"
  }

  expect_failures = [var.final_snapshot_name]
}

# maintenance_window must be a time of the week in UTC, such as sun:05:00-sun:06:00
run "refuses_maintenance_window_1" {
  command = plan

  variables {
    maintenance_window = "sunday"
  }

  expect_failures = [var.maintenance_window]
}

# maintenance_window must last 30 minutes at least, and less than a day
run "refuses_maintenance_window_2" {
  command = plan

  variables {
    maintenance_window = "sun:05:00-sun:05:15"
  }

  expect_failures = [var.maintenance_window]
}

# maintenance_window must not overlap backup_window
run "refuses_maintenance_window_3" {
  command = plan

  variables {
    backup_window      = "03:00-04:00"
    maintenance_window = "sat:03:30-sat:04:30"
  }

  expect_failures = [var.maintenance_window]
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

# read_replicas keys must be lower-case letters, digits and single hyphens between them
run "refuses_read_replicas_1" {
  command = plan

  variables {
    read_replicas = { "Reports!" = {} }
  }

  expect_failures = [var.read_replicas]
}

# read_replicas must have at most 15 items
run "refuses_read_replicas_2" {
  command = plan

  variables {
    read_replicas = { r0 = {}, r1 = {}, r2 = {}, r3 = {}, r4 = {}, r5 = {}, r6 = {}, r7 = {}, r8 = {}, r9 = {}, r10 = {}, r11 = {}, r12 = {}, r13 = {}, r14 = {}, r15 = {} }
  }

  expect_failures = [var.read_replicas]
}

# read_replicas must have names of at most 24 characters, as the instance is named <name>-<replica>
run "refuses_read_replicas_3" {
  command = plan

  variables {
    read_replicas = { a-name-that-is-very-long-indeed = {} }
  }

  expect_failures = [var.read_replicas]
}

# read_replicas[*] must not be null
run "refuses_read_replicas_4" {
  command = plan

  variables {
    read_replicas = { reports = null }
  }

  expect_failures = [var.read_replicas]
}

# read_replicas[*].instance_class must be an instance class of RDS for PostgreSQL, such as db.m7g.large: db, a family and a size, which is micro, small, medium, large, xlarge or a number of xlarge
run "refuses_read_replicas_5" {
  command = plan

  variables {
    read_replicas = { reports = { instance_class = "db.m7g.larg" } }
  }

  expect_failures = [var.read_replicas]
}

# read_replicas[*].instance_class must be an instance class of RDS for PostgreSQL that there can be: of a family that AWS offers (on 2026-10-20 c6gd, m5, m5d, m6g, m6gd, m6i, m6id, m6idn, m6in, m7g, m7i, m8a, m8g, m8gd, m9g, r5, r5b, r5d, r6g, r6gd, r6i, r6id, r6idn, r6in, r7g, r7i, r8a, r8g, r8gd, t3, t4g, x2g, x2iedn), in a size that the family has
run "refuses_read_replicas_6" {
  command = plan

  variables {
    read_replicas = { reports = { instance_class = "db.m99x.large" } }
  }

  expect_failures = [var.read_replicas]
}

# read_replicas must be empty with managed credentials: RDS refuses a read replica of a database whose password it manages; choose generated or existing credentials
run "refuses_read_replicas_7" {
  command = plan

  variables {
    read_replicas = { reports = {} }
    credentials   = { managed = {} }
  }

  expect_failures = [var.read_replicas]
}

# read_replicas must be empty while there are no backups (backup_retention_period is 0, or origin.defer_protection is true): RDS replicates only a database that has them
run "refuses_read_replicas_8" {
  command = plan

  variables {
    read_replicas           = { reports = {} }
    backup_retention_period = 0
    allow_no_backups        = true
  }

  expect_failures = [var.read_replicas]
}

# tuning.shared_buffers must be a whole number between 16 and 4194304 MiB
run "refuses_tuning_1" {
  command = plan

  variables {
    tuning = { shared_buffers = 4194305 }
  }

  expect_failures = [var.tuning]
}

# tuning.effective_cache_size must be a whole number between 16 and 4194304 MiB
run "refuses_tuning_2" {
  command = plan

  variables {
    tuning = { effective_cache_size = 4194305 }
  }

  expect_failures = [var.tuning]
}

# tuning.max_connections must be a whole number between 6 and 8388 connections
run "refuses_tuning_3" {
  command = plan

  variables {
    tuning = { max_connections = 8389 }
  }

  expect_failures = [var.tuning]
}

# tuning.work_mem must be a whole number between 1 and 2097151 MiB
run "refuses_tuning_4" {
  command = plan

  variables {
    tuning = { work_mem = 2097152 }
  }

  expect_failures = [var.tuning]
}

# tuning.maintenance_work_mem must be a whole number between 1 and 2097151 MiB
run "refuses_tuning_5" {
  command = plan

  variables {
    tuning = { maintenance_work_mem = 2097152 }
  }

  expect_failures = [var.tuning]
}

# tuning must fit into the memory of instance_class: shared_buffers (a quarter of it unless stated), max_connections times work_mem (4 MiB unless stated) and maintenance_work_mem together; lower them or choose a larger class
run "refuses_tuning_6" {
  command = plan

  variables {
    instance_class = "db.t4g.micro"
    tuning         = { shared_buffers = 512, max_connections = 200 }
  }

  expect_failures = [var.tuning]
}

# tuning must have an effective_cache_size that is not above the memory of instance_class
run "refuses_tuning_7" {
  command = plan

  variables {
    instance_class = "db.t4g.micro"
    tuning         = { effective_cache_size = 2048 }
  }

  expect_failures = [var.tuning]
}

# log_statement must be one of none, ddl, mod, all
run "refuses_log_statement_1" {
  command = plan

  variables {
    log_statement = "none-of-these"
  }

  expect_failures = [var.log_statement]
}

# log_min_duration_statement must be a whole number between -1 and 2147483647 milliseconds
run "refuses_log_min_duration_statement_1" {
  command = plan

  variables {
    log_min_duration_statement = 2147483648
  }

  expect_failures = [var.log_min_duration_statement]
}

# shared_preload_libraries must have 0 to 20 items
run "refuses_shared_preload_libraries_1" {
  command = plan

  variables {
    shared_preload_libraries = ["pg_stat_statements", "pg_stat_statements", "pg_stat_statements", "pg_stat_statements", "pg_stat_statements", "pg_stat_statements", "pg_stat_statements", "pg_stat_statements", "pg_stat_statements", "pg_stat_statements", "pg_stat_statements", "pg_stat_statements", "pg_stat_statements", "pg_stat_statements", "pg_stat_statements", "pg_stat_statements", "pg_stat_statements", "pg_stat_statements", "pg_stat_statements", "pg_stat_statements", "pg_stat_statements"]
  }

  expect_failures = [var.shared_preload_libraries]
}

# shared_preload_libraries[*] must not be null
run "refuses_shared_preload_libraries_2" {
  command = plan

  variables {
    shared_preload_libraries = [null]
  }

  expect_failures = [var.shared_preload_libraries]
}

# shared_preload_libraries[*] must be the name of a library
run "refuses_shared_preload_libraries_3" {
  command = plan

  variables {
    shared_preload_libraries = ["Pg Stat"]
  }

  expect_failures = [var.shared_preload_libraries]
}

# parameters keys must be names of parameters of PostgreSQL
run "refuses_parameters_1" {
  command = plan

  variables {
    parameters = { "Max Workers" = { value = "example" } }
  }

  expect_failures = [var.parameters]
}

# parameters must not have rds.force_ssl, log_statement, log_min_duration_statement, shared_preload_libraries, rds.logical_replication, shared_buffers, effective_cache_size, max_connections, work_mem, maintenance_work_mem: these have an input of their own, or (rds.force_ssl) are fixed
run "refuses_parameters_2" {
  command = plan

  variables {
    parameters = { "rds.force_ssl" = { value = "0" } }
  }

  expect_failures = [var.parameters]
}

# parameters must be parameters that PostgreSQL 13 to 18 have and RDS lets be set (as of 2026-11-29); those of RDS and of extensions have a dot in their names
run "refuses_parameters_3" {
  command = plan

  variables {
    parameters = { max_conections = { value = "100" } }
  }

  expect_failures = [var.parameters]
}

# parameters must have numbers that PostgreSQL takes for the parameter, in its unit and without naming it
run "refuses_parameters_4" {
  command = plan

  variables {
    parameters = { checkpoint_timeout = { value = "5" } }
  }

  expect_failures = [var.parameters]
}

# parameters must have 1 or 0 (on or off) for a parameter that is a switch
run "refuses_parameters_5" {
  command = plan

  variables {
    parameters = { jit = { value = "maybe" } }
  }

  expect_failures = [var.parameters]
}

# parameters[*] must not be null
run "refuses_parameters_6" {
  command = plan

  variables {
    parameters = { autovacuum_max_workers = null }
  }

  expect_failures = [var.parameters]
}

# parameters[*].apply_method must be one of immediate, pending-reboot
run "refuses_parameters_7" {
  command = plan

  variables {
    parameters = { autovacuum_max_workers = { value = "example", apply_method = "none-of-these" } }
  }

  expect_failures = [var.parameters]
}

# parameters must be parameters that the PostgreSQL of engine_version has: some came later, or are gone
run "refuses_parameters_8" {
  command = plan

  variables {
    engine_version = "16"
    parameters     = { io_workers = { value = "3" } }
  }

  expect_failures = [var.parameters]
}

# performance_insights_retention_period must be 7, 465 or 731 days, or a multiple of 31 up to 713
run "refuses_performance_insights_retention_period_1" {
  command = plan

  variables {
    performance_insights_retention_period = 30
  }

  expect_failures = [var.performance_insights_retention_period]
}

# database_insights_mode must be one of standard, advanced
run "refuses_database_insights_mode_1" {
  command = plan

  variables {
    database_insights_mode = "none-of-these"
  }

  expect_failures = [var.database_insights_mode]
}

# database_insights_mode must be advanced only with performance_insights that are kept for 465 days at least
run "refuses_database_insights_mode_2" {
  command = plan

  variables {
    database_insights_mode = "advanced"
  }

  expect_failures = [var.database_insights_mode]
}

# monitoring_interval must be one of 0, 1, 5, 10, 15, 30, 60
run "refuses_monitoring_interval_1" {
  command = plan

  variables {
    monitoring_interval = -1
  }

  expect_failures = [var.monitoring_interval]
}

# monitoring_role.arn must be an ARN of iam
run "refuses_monitoring_role_1" {
  command = plan

  variables {
    monitoring_role = { arn = "not-an-arn" }
  }

  expect_failures = [var.monitoring_role]
}

# monitoring_role.arn must have 1 to 2048 characters
run "refuses_monitoring_role_2" {
  command = plan

  variables {
    monitoring_role = { arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }
  }

  expect_failures = [var.monitoring_role]
}

# monitoring_role.arn must be of account <data.aws_caller_identity.current.account_id>, as the module's provider is: give one that was made there
run "refuses_monitoring_role_3" {
  command = plan

  variables {
    monitoring_role = { arn = "arn:aws:iam::999999999999:role/nimbus-monitoring" }
  }

  expect_failures = [var.monitoring_role]
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

# log_exports[*] must not be null
run "refuses_log_exports_1" {
  command = plan

  variables {
    log_exports = [null]
  }

  expect_failures = [var.log_exports]
}

# log_exports[*] must be one of postgresql, upgrade, iam-db-auth-error
run "refuses_log_exports_2" {
  command = plan

  variables {
    log_exports = ["none-of-these"]
  }

  expect_failures = [var.log_exports]
}

# log_retention_days must be one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653
run "refuses_log_retention_days_1" {
  command = plan

  variables {
    log_retention_days = -1
  }

  expect_failures = [var.log_retention_days]
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

# alarms.free_storage must be a whole number between 1 and 65536 GiB
run "refuses_alarms_7" {
  command = plan

  variables {
    alarms = { topic_arns = ["arn:aws:sns:us-east-1:123456789012:alarms"], free_storage = 65537 }
  }

  expect_failures = [var.alarms]
}

# alarms.free_memory must be a whole number between 1 and 4194304 MiB
run "refuses_alarms_8" {
  command = plan

  variables {
    alarms = { topic_arns = ["arn:aws:sns:us-east-1:123456789012:alarms"], free_memory = 4194305 }
  }

  expect_failures = [var.alarms]
}

# alarms.connections must be a whole number between 1 and 100 percent
run "refuses_alarms_9" {
  command = plan

  variables {
    alarms = { topic_arns = ["arn:aws:sns:us-east-1:123456789012:alarms"], connections = 101 }
  }

  expect_failures = [var.alarms]
}

# alarms.replica_lag must be a whole number between 1 and 86400 seconds
run "refuses_alarms_10" {
  command = plan

  variables {
    alarms = { topic_arns = ["arn:aws:sns:us-east-1:123456789012:alarms"], replica_lag = 86401 }
  }

  expect_failures = [var.alarms]
}

# event_topic.arn must be an ARN of sns
run "refuses_event_topic_1" {
  command = plan

  variables {
    event_topic = { arn = "not-an-arn" }
  }

  expect_failures = [var.event_topic]
}

# event_topic.arn must have 1 to 2048 characters
run "refuses_event_topic_2" {
  command = plan

  variables {
    event_topic = { arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }
  }

  expect_failures = [var.event_topic]
}

# event_topic.arn must be of region <data.aws_region.current.id>, as the module's provider is: give one that was made there
run "refuses_event_topic_3" {
  command = plan

  variables {
    event_topic = { arn = "arn:aws:sns:af-south-1:123456789012:alarms" }
  }

  expect_failures = [var.event_topic]
}

# event_categories[*] must not be null
run "refuses_event_categories_1" {
  command = plan

  variables {
    event_categories = [null]
  }

  expect_failures = [var.event_categories]
}

# event_categories[*] must be one of availability, backup, configuration change, creation, deletion, failover, failure, low storage, maintenance, notification, read replica, recovery, restoration, security
run "refuses_event_categories_2" {
  command = plan

  variables {
    event_categories = ["none-of-these"]
  }

  expect_failures = [var.event_categories]
}

# engine_version is not a version that RDS offered on 2026-10-20 (up to 13.23, 14.24, 15.19, 16.15, 17.11, 18.6); it may have come since, or be a mistake.
run "warns_of_known_engine_version" {
  command = plan

  variables {
    engine_version = "19"
  }

  expect_failures = [check.known_engine_version]
}

# instance_class is not an instance class of RDS for PostgreSQL that AWS offered on 2026-10-20; it may have come since, or be a mistake.
run "warns_of_known_instance_class" {
  command = plan

  variables {
    instance_class = "db.m7g.112xlarge"
  }

  expect_failures = [check.known_instance_class]
}

# credentials.generated.replicas has a key that is not a region that AWS had on 2026-10-20; it may have come since, or be a mistake.
run "warns_of_known_credentials" {
  command = plan

  variables {
    credentials = { generated = { replicas = { us-west-3 = { kms_key_arn = "arn:aws:kms:us-west-3:123456789012:key/00000000-0000-0000-0000-000000000000" } } } }
  }

  expect_failures = [check.known_credentials]
}

# read_replicas[*].instance_class is not an instance class of RDS for PostgreSQL that AWS offered on 2026-10-20; it may have come since, or be a mistake.
run "warns_of_known_read_replicas" {
  command = plan

  variables {
    read_replicas = { reports = { instance_class = "db.m7g.112xlarge" } }
  }

  expect_failures = [check.known_read_replicas]
}
