# Every validation of the cache module refuses a bad value. Generated: see the construct's inputs.

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
  name       = "nimbus-production"
  vpc_id     = "vpc-0a1b2c3d4e5f60718"
  subnet_ids = ["subnet-0a1b2c3d4e5f60718", "subnet-18070f6e5d4c3b2a1"]
  users      = { web = {} }
}

# name must be 3 to 32 lower-case letters, digits and hyphens, beginning with a letter and not ending with a hyphen
run "refuses_name_1" {
  command = plan

  variables {
    name = "Nimbus_Production"
  }

  expect_failures = [var.name]
}

# name must not have two hyphens in a row, which ElastiCache refuses
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

# engine must be one of valkey, redis
run "refuses_engine_1" {
  command = plan

  variables {
    engine = "none-of-these"
  }

  expect_failures = [var.engine]
}

# engine_version must be a version that ElastiCache has, such as 8.1 (on 2026-10-20 7, 7.0, 7.1, 7.2, 8, 8.0, 8.1, 8.2, 9, 9.0, 9.1)
run "refuses_engine_version_1" {
  command = plan

  variables {
    engine_version = "6.2"
  }

  expect_failures = [var.engine_version]
}

# engine_version must have a minor version for nodes, such as 8.1
run "refuses_engine_version_2" {
  command = plan

  variables {
    engine_version = "8"
  }

  expect_failures = [var.engine_version]
}

# engine_version must be the major version only with serverless, such as 8: AWS chooses the minor one
run "refuses_engine_version_3" {
  command = plan

  variables {
    serverless          = {}
    skip_final_snapshot = true
    engine_version      = "8.1"
  }

  expect_failures = [var.engine_version]
}

# engine_version must be one of valkey, which begins with 7.2 and had 7.2, 8.0, 8.1, 8.2, 9.0, 9.1 on 2026-10-20
run "refuses_engine_version_4" {
  command = plan

  variables {
    engine_version = "7.1"
  }

  expect_failures = [var.engine_version]
}

# engine_version must be 7.0 or 7.1 with redis, where ElastiCache ends; later versions are valkey's
run "refuses_engine_version_5" {
  command = plan

  variables {
    engine         = "redis"
    engine_version = "8.0"
  }

  expect_failures = [var.engine_version]
}

# transit_encryption must be true: without TLS passwords and data cross the network in the clear, and access by user group needs it; point clients at rediss:// instead
run "refuses_transit_encryption_1" {
  command = plan

  variables {
    transit_encryption = false
  }

  expect_failures = [var.transit_encryption]
}

# node_type must be a node type of ElastiCache, such as cache.t4g.small: cache, a family and a size, which is micro, small, medium, large, xlarge or a number of xlarge
run "refuses_node_type_1" {
  command = plan

  variables {
    node_type = "cache.t4g.smal"
  }

  expect_failures = [var.node_type]
}

# node_type must be a node type of ElastiCache that there can be: of a family that AWS offers (on 2026-10-20 c7gn, c8gn, m4, m5, m6g, m7g, m8g, r4, r5, r6g, r6gd, r7g, r8g, t2, t3, t4g), in a size that the family has
run "refuses_node_type_2" {
  command = plan

  variables {
    node_type = "cache.m99x.large"
  }

  expect_failures = [var.node_type]
}

# node_type must not be given with serverless, which knows nothing of it: leave one of the two out
run "refuses_node_type_3" {
  command = plan

  variables {
    serverless          = {}
    skip_final_snapshot = true
    node_type           = "cache.t4g.small"
  }

  expect_failures = [var.node_type]
}

# replicas must be a whole number between 0 and 5 replicas
run "refuses_replicas_1" {
  command = plan

  variables {
    replicas = 6
  }

  expect_failures = [var.replicas]
}

# replicas must not be given with serverless, which knows nothing of it: leave one of the two out
run "refuses_replicas_2" {
  command = plan

  variables {
    serverless          = {}
    skip_final_snapshot = true
    replicas            = 1
  }

  expect_failures = [var.replicas]
}

# multi_az must not be given with serverless, which knows nothing of it: leave one of the two out
run "refuses_multi_az_1" {
  command = plan

  variables {
    serverless          = {}
    skip_final_snapshot = true
    multi_az            = true
  }

  expect_failures = [var.multi_az]
}

# multi_az needs replicas: Multi-AZ with one node is none. Set replicas to 1 or more, or multi_az to false
run "refuses_multi_az_2" {
  command = plan

  variables {
    replicas = 0
  }

  expect_failures = [var.multi_az]
}

# shards.count must be a whole number between 1 and 500 shards
run "refuses_shards_1" {
  command = plan

  variables {
    shards = { count = 501 }
  }

  expect_failures = [var.shards]
}

# shards must not be given with serverless, which knows nothing of it: leave one of the two out
run "refuses_shards_2" {
  command = plan

  variables {
    serverless          = {}
    skip_final_snapshot = true
    shards              = { count = 2 }
  }

  expect_failures = [var.shards]
}

# shards must not make more than 500 nodes with their replicas, which is where ElastiCache ends
run "refuses_shards_3" {
  command = plan

  variables {
    shards   = { count = 200 }
    replicas = 2
  }

  expect_failures = [var.shards]
}

# port must be a whole number between 1024 and 65535
run "refuses_port_1" {
  command = plan

  variables {
    port = 65536
  }

  expect_failures = [var.port]
}

# port must not be given with serverless, which knows nothing of it: leave one of the two out
run "refuses_port_2" {
  command = plan

  variables {
    serverless          = {}
    skip_final_snapshot = true
    port                = 6379
  }

  expect_failures = [var.port]
}

# network_type must be one of ipv4, dual_stack, ipv6
run "refuses_network_type_1" {
  command = plan

  variables {
    network_type = "none-of-these"
  }

  expect_failures = [var.network_type]
}

# network_type must not be given with serverless, which knows nothing of it: leave one of the two out
run "refuses_network_type_2" {
  command = plan

  variables {
    serverless          = {}
    skip_final_snapshot = true
    network_type        = "ipv4"
  }

  expect_failures = [var.network_type]
}

# ip_discovery must be one of ipv4, ipv6
run "refuses_ip_discovery_1" {
  command = plan

  variables {
    ip_discovery = "none-of-these"
  }

  expect_failures = [var.ip_discovery]
}

# ip_discovery must not be given with serverless, which knows nothing of it: leave one of the two out
run "refuses_ip_discovery_2" {
  command = plan

  variables {
    serverless          = {}
    skip_final_snapshot = true
    ip_discovery        = "ipv4"
  }

  expect_failures = [var.ip_discovery]
}

# ip_discovery must be an address that the nodes have: that of network_type (ipv4 unless stated), or either with dual_stack
run "refuses_ip_discovery_3" {
  command = plan

  variables {
    network_type = "ipv6"
    ip_discovery = "ipv4"
  }

  expect_failures = [var.ip_discovery]
}

# serverless must not have a min_storage_gb above max_storage_gb
run "refuses_serverless_1" {
  command = plan

  variables {
    serverless = { min_storage_gb = 20, max_storage_gb = 10 }
  }

  expect_failures = [var.serverless]
}

# serverless must not have a min_ecpu_per_second above max_ecpu_per_second
run "refuses_serverless_2" {
  command = plan

  variables {
    serverless = { min_ecpu_per_second = 20000, max_ecpu_per_second = 10000 }
  }

  expect_failures = [var.serverless]
}

# serverless.max_storage_gb must be a whole number between 1 and 5000 GB
run "refuses_serverless_3" {
  command = plan

  variables {
    serverless = { max_storage_gb = 5001 }
  }

  expect_failures = [var.serverless]
}

# serverless.min_storage_gb must be a whole number between 1 and 5000 GB
run "refuses_serverless_4" {
  command = plan

  variables {
    serverless = { min_storage_gb = 5001 }
  }

  expect_failures = [var.serverless]
}

# serverless.max_ecpu_per_second must be a whole number between 1000 and 15000000 ECPU
run "refuses_serverless_5" {
  command = plan

  variables {
    serverless = { max_ecpu_per_second = 15000001 }
  }

  expect_failures = [var.serverless]
}

# serverless.min_ecpu_per_second must be a whole number between 1000 and 15000000 ECPU
run "refuses_serverless_6" {
  command = plan

  variables {
    serverless = { min_ecpu_per_second = 15000001 }
  }

  expect_failures = [var.serverless]
}

# vpc_id must be the ID of a VPC
run "refuses_vpc_id_1" {
  command = plan

  variables {
    vpc_id = "none-of-these"
  }

  expect_failures = [var.vpc_id]
}

# subnet_ids must have 2 to 20 items
run "refuses_subnet_ids_1" {
  command = plan

  variables {
    subnet_ids = ["subnet-0a1b2c3d4e5f60718"]
  }

  expect_failures = [var.subnet_ids]
}

# subnet_ids must not name the same item twice
run "refuses_subnet_ids_2" {
  command = plan

  variables {
    subnet_ids = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60718"]
  }

  expect_failures = [var.subnet_ids]
}

# subnet_ids[*] must not be null
run "refuses_subnet_ids_3" {
  command = plan

  variables {
    subnet_ids = [null, "subnet-1b2c3d4e5f6071829"]
  }

  expect_failures = [var.subnet_ids]
}

# subnet_ids[*] must be the ID of a subnet
run "refuses_subnet_ids_4" {
  command = plan

  variables {
    subnet_ids = ["none-of-these", "subnet-1b2c3d4e5f6071829"]
  }

  expect_failures = [var.subnet_ids]
}

# subnet_ids must be two or three with serverless, each in a zone of its own
run "refuses_subnet_ids_5" {
  command = plan

  variables {
    serverless          = {}
    skip_final_snapshot = true
    subnet_ids          = ["subnet-0a", "subnet-0b", "subnet-0c", "subnet-0d"]
  }

  expect_failures = [var.subnet_ids]
}

# clients keys must be lower-case letters, digits and single hyphens, beginning with a letter
run "refuses_clients_1" {
  command = plan

  variables {
    clients = { "Web!" = { security_group_id = "sg-0a1b2c3d4e5f60718" } }
  }

  expect_failures = [var.clients]
}

# clients[*] must not be null
run "refuses_clients_2" {
  command = plan

  variables {
    clients = { web = null }
  }

  expect_failures = [var.clients]
}

# clients[*] must have a cidr or a security_group_id, not both
run "refuses_clients_3" {
  command = plan

  variables {
    clients = { web = { security_group_id = "sg-0a1b2c3d4e5f60718", cidr = "10.0.0.0/16" } }
  }

  expect_failures = [var.clients]
}

# clients[*] must have a cidr or a security_group_id
run "refuses_clients_4" {
  command = plan

  variables {
    clients = { web = { security_group_id = null } }
  }

  expect_failures = [var.clients]
}

# clients[*].security_group_id must be the ID of a security group
run "refuses_clients_5" {
  command = plan

  variables {
    clients = { web = { security_group_id = "none-of-these" } }
  }

  expect_failures = [var.clients]
}

# clients[*].cidr must be an IPv4 CIDR block that begins with its network address, such as 10.0.0.0/16
run "refuses_clients_6" {
  command = plan

  variables {
    clients = { web = { security_group_id = "sg-0a1b2c3d4e5f60718", cidr = "10.0.0.1/16" } }
  }

  expect_failures = [var.clients]
}

# clients[*].cidr must not be everyone: name the blocks that clients connect from
run "refuses_clients_7" {
  command = plan

  variables {
    clients = { web = { security_group_id = "sg-0a1b2c3d4e5f60718", cidr = "0.0.0.0/0" } }
  }

  expect_failures = [var.clients]
}

# users keys must be lower-case letters, digits and single hyphens, beginning with a letter
run "refuses_users_1" {
  command = plan

  variables {
    users = { "Web!" = {} }
  }

  expect_failures = [var.users]
}

# users[*] must not be null
run "refuses_users_2" {
  command = plan

  variables {
    users = { web = null }
  }

  expect_failures = [var.users]
}

# users[*].auth must be one of iam, password
run "refuses_users_3" {
  command = plan

  variables {
    users = { web = { auth = "none-of-these" } }
  }

  expect_failures = [var.users]
}

# users[*].access_string must begin with on or off, and go on with what is allowed
run "refuses_users_4" {
  command = plan

  variables {
    users = { web = { access_string = "~* +@all" } }
  }

  expect_failures = [var.users]
}

# users must name at least one user: nobody could use the cache
run "refuses_users_5" {
  command = plan

  variables {
    users = {}
  }

  expect_failures = [var.users]
}

# users must have names that are, with the name of the cache and a hyphen, 40 characters or less
run "refuses_users_6" {
  command = plan

  variables {
    users = { a-name-that-is-longer-than-a-name-can-be = {} }
  }

  expect_failures = [var.users]
}

# users must have a default user only with auth password: clients without a user name have no IAM token
run "refuses_users_7" {
  command = plan

  variables {
    users = { default = { auth = "iam" } }
  }

  expect_failures = [var.users]
}

# passwords keys must be lower-case letters, digits and single hyphens, beginning with a letter
run "refuses_passwords_1" {
  command = plan

  variables {
    passwords = { "Web!" = ["correct-horse-battery-staple"] }
  }

  expect_failures = [var.passwords]
}

# passwords[*] must not be null
run "refuses_passwords_2" {
  command = plan

  variables {
    passwords = { web = null }
  }

  expect_failures = [var.passwords]
}

# passwords[*] must have 1 to 2 items
run "refuses_passwords_3" {
  command = plan

  variables {
    passwords = { web = [] }
  }

  expect_failures = [var.passwords]
}

# passwords[*][*] must not be null
run "refuses_passwords_4" {
  command = plan

  variables {
    passwords = { web = [null] }
  }

  expect_failures = [var.passwords]
}

# passwords[*][*] must have 16 to 128 characters
run "refuses_passwords_5" {
  command = plan

  variables {
    passwords = { web = ["xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"] }
  }

  expect_failures = [var.passwords]
}

# passwords[*][*] must be of printable characters of ASCII, without spaces, and without , " / @
run "refuses_passwords_6" {
  command = plan

  variables {
    passwords = { web = ["correct horse battery staple"] }
  }

  expect_failures = [var.passwords]
}

# passwords must have an entry for each user with auth password
run "refuses_passwords_7" {
  command = plan

  variables {
    users = { web = { auth = "password" } }
  }

  expect_failures = [var.passwords]
}

# passwords must be of users with auth password only: name the user in users, or take the password away
run "refuses_passwords_8" {
  command = plan

  variables {
    users     = { web = {} }
    passwords = { web = ["correct-horse-battery-staple"] }
  }

  expect_failures = [var.passwords]
}

# maxmemory_policy must be one of allkeys-lru, allkeys-lfu, allkeys-random, volatile-lru, volatile-lfu, volatile-random, volatile-ttl, noeviction
run "refuses_maxmemory_policy_1" {
  command = plan

  variables {
    maxmemory_policy = "none-of-these"
  }

  expect_failures = [var.maxmemory_policy]
}

# maxmemory_policy must not be given with serverless, which knows nothing of it: leave one of the two out
run "refuses_maxmemory_policy_2" {
  command = plan

  variables {
    serverless          = {}
    skip_final_snapshot = true
    maxmemory_policy    = "allkeys-lru"
  }

  expect_failures = [var.maxmemory_policy]
}

# notify_keyspace_events must be letters that the engine knows, such as Egx
run "refuses_notify_keyspace_events_1" {
  command = plan

  variables {
    notify_keyspace_events = "?"
  }

  expect_failures = [var.notify_keyspace_events]
}

# notify_keyspace_events must not be given with serverless, which knows nothing of it: leave one of the two out
run "refuses_notify_keyspace_events_2" {
  command = plan

  variables {
    serverless             = {}
    skip_final_snapshot    = true
    notify_keyspace_events = "Egx"
  }

  expect_failures = [var.notify_keyspace_events]
}

# notify_keyspace_events must have K or E, without which nothing is published
run "refuses_notify_keyspace_events_3" {
  command = plan

  variables {
    notify_keyspace_events = "gx"
  }

  expect_failures = [var.notify_keyspace_events]
}

# parameters keys must be names of parameters, such as slowlog-log-slower-than
run "refuses_parameters_1" {
  command = plan

  variables {
    parameters = { "Time Out" = "example" }
  }

  expect_failures = [var.parameters]
}

# parameters must be parameters that ElastiCache lets be set (as of 2026-11-29); appendonly is none, since it has no append-only file: snapshots and replicas keep the data
run "refuses_parameters_2" {
  command = plan

  variables {
    parameters = { appendonly = "yes" }
  }

  expect_failures = [var.parameters]
}

# parameters must have yes or no for a switch, and for a number or a word one that ElastiCache takes
run "refuses_parameters_3" {
  command = plan

  variables {
    parameters = { active-defrag-cycle-max = "90" }
  }

  expect_failures = [var.parameters]
}

# parameters must have a timeout of 0, which never closes an idle connection, or of 20 seconds and more
run "refuses_parameters_4" {
  command = plan

  variables {
    parameters = { timeout = "10" }
  }

  expect_failures = [var.parameters]
}

# parameters[*] must not be null
run "refuses_parameters_5" {
  command = plan

  variables {
    parameters = { timeout = null }
  }

  expect_failures = [var.parameters]
}

# parameters must be empty with serverless, which has no parameters
run "refuses_parameters_6" {
  command = plan

  variables {
    serverless          = {}
    skip_final_snapshot = true
    parameters          = { timeout = "300" }
  }

  expect_failures = [var.parameters]
}

# parameters must be parameters of engine_version: lazyfree-lazy- ends with 7; commandlog-, search- and extended- begin with 8, cluster-databases with 9
run "refuses_parameters_7" {
  command = plan

  variables {
    parameters = { lazyfree-lazy-expire = "yes" }
  }

  expect_failures = [var.parameters]
}

# parameters must not hold maxmemory-policy, notify-keyspace-events, cluster-enabled: use maxmemory_policy, notify_keyspace_events and shards
run "refuses_parameters_8" {
  command = plan

  variables {
    parameters = { maxmemory-policy = "noeviction" }
  }

  expect_failures = [var.parameters]
}

# snapshot_retention_days must be a whole number between 0 and 35 days
run "refuses_snapshot_retention_days_1" {
  command = plan

  variables {
    snapshot_retention_days = 36
  }

  expect_failures = [var.snapshot_retention_days]
}

# snapshot_window must be a daily window in UTC, such as 03:00-04:00
run "refuses_snapshot_window_1" {
  command = plan

  variables {
    snapshot_window = "at night"
  }

  expect_failures = [var.snapshot_window]
}

# snapshot_window must last 60 minutes or longer
run "refuses_snapshot_window_2" {
  command = plan

  variables {
    snapshot_window = "03:00-03:30"
  }

  expect_failures = [var.snapshot_window]
}

# snapshot_window must not overlap with maintenance_window (sun:05:00-sun:06:00 where none is given), which ElastiCache refuses
run "refuses_snapshot_window_3" {
  command = plan

  variables {
    snapshot_window = "05:30-06:30"
  }

  expect_failures = [var.snapshot_window]
}

# snapshot must have either a name or arns
run "refuses_snapshot_1" {
  command = plan

  variables {
    snapshot = { name = "final", arns = ["arn:aws:s3:::nimbus-snapshots/nimbus.rdb"] }
  }

  expect_failures = [var.snapshot]
}

# snapshot.name must be lower-case letters, digits and single hyphens
run "refuses_snapshot_2" {
  command = plan

  variables {
    snapshot = { name = "Final--Snapshot" }
  }

  expect_failures = [var.snapshot]
}

# snapshot.arns must have 1 to 500 items
run "refuses_snapshot_3" {
  command = plan

  variables {
    snapshot = { name = "nimbus-production-final", arns = [] }
  }

  expect_failures = [var.snapshot]
}

# snapshot.arns[*] must not be null
run "refuses_snapshot_4" {
  command = plan

  variables {
    snapshot = { name = "nimbus-production-final", arns = [null] }
  }

  expect_failures = [var.snapshot]
}

# snapshot.arns[*] must be the ARN of a snapshot
run "refuses_snapshot_5" {
  command = plan

  variables {
    snapshot = { name = "nimbus-production-final", arns = ["s3://nimbus-snapshots/nimbus.rdb"] }
  }

  expect_failures = [var.snapshot]
}

# snapshot.arns[*] must be of region <data.aws_region.current.id>, as the module's provider is: give one that was made there
run "refuses_snapshot_6" {
  command = plan

  variables {
    snapshot = { name = "nimbus-production-final", arns = ["arn:aws-cn:s3:::nimbus-snapshots/nimbus.rdb"] }
  }

  expect_failures = [var.snapshot]
}

# snapshot must have arns with serverless, which cannot start from the name of a snapshot
run "refuses_snapshot_7" {
  command = plan

  variables {
    serverless          = {}
    skip_final_snapshot = true
    snapshot            = { name = "nimbus-final" }
  }

  expect_failures = [var.snapshot]
}

# final_snapshot_name must be lower-case letters, digits and single hyphens
run "refuses_final_snapshot_name_1" {
  command = plan

  variables {
    final_snapshot_name = "Final--Snapshot"
  }

  expect_failures = [var.final_snapshot_name]
}

# final_snapshot_name must have 1 to 255 characters
run "refuses_final_snapshot_name_2" {
  command = plan

  variables {
    final_snapshot_name = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
  }

  expect_failures = [var.final_snapshot_name]
}

# final_snapshot_name must not be given with serverless, which knows nothing of it: leave one of the two out
run "refuses_final_snapshot_name_3" {
  command = plan

  variables {
    serverless          = {}
    skip_final_snapshot = true
    final_snapshot_name = "nimbus-final"
  }

  expect_failures = [var.final_snapshot_name]
}

# skip_final_snapshot must be true with serverless: the AWS provider cannot take a snapshot before it destroys a serverless cache, so say that you know
run "refuses_skip_final_snapshot_1" {
  command = plan

  variables {
    serverless = {}
  }

  expect_failures = [var.skip_final_snapshot]
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

# maintenance_window must be a weekly window in UTC, such as sun:05:00-sun:06:00
run "refuses_maintenance_window_1" {
  command = plan

  variables {
    maintenance_window = "at night"
  }

  expect_failures = [var.maintenance_window]
}

# maintenance_window must last 60 minutes or longer
run "refuses_maintenance_window_2" {
  command = plan

  variables {
    maintenance_window = "sun:05:00-sun:05:30"
  }

  expect_failures = [var.maintenance_window]
}

# maintenance_window must not be given with serverless, which knows nothing of it: leave one of the two out
run "refuses_maintenance_window_3" {
  command = plan

  variables {
    serverless          = {}
    skip_final_snapshot = true
    maintenance_window  = "sun:05:00-sun:06:00"
  }

  expect_failures = [var.maintenance_window]
}

# apply_immediately must not be given with serverless, which knows nothing of it: leave one of the two out
run "refuses_apply_immediately_1" {
  command = plan

  variables {
    serverless          = {}
    skip_final_snapshot = true
    apply_immediately   = true
  }

  expect_failures = [var.apply_immediately]
}

# auto_minor_version_upgrade must not be given with serverless, which knows nothing of it: leave one of the two out
run "refuses_auto_minor_version_upgrade_1" {
  command = plan

  variables {
    serverless                 = {}
    skip_final_snapshot        = true
    auto_minor_version_upgrade = true
  }

  expect_failures = [var.auto_minor_version_upgrade]
}

# notification_topic_arn must be an ARN of sns
run "refuses_notification_topic_arn_1" {
  command = plan

  variables {
    notification_topic_arn = "not-an-arn"
  }

  expect_failures = [var.notification_topic_arn]
}

# notification_topic_arn must have 1 to 2048 characters
run "refuses_notification_topic_arn_2" {
  command = plan

  variables {
    notification_topic_arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
  }

  expect_failures = [var.notification_topic_arn]
}

# notification_topic_arn must be of region <data.aws_region.current.id>, as the module's provider is: give one that was made there
run "refuses_notification_topic_arn_3" {
  command = plan

  variables {
    notification_topic_arn = "arn:aws:sns:af-south-1:123456789012:cache"
  }

  expect_failures = [var.notification_topic_arn]
}

# notification_topic_arn must not be given with serverless, which knows nothing of it: leave one of the two out
run "refuses_notification_topic_arn_4" {
  command = plan

  variables {
    serverless             = {}
    skip_final_snapshot    = true
    notification_topic_arn = "arn:aws:sns:us-east-1:123456789012:cache"
  }

  expect_failures = [var.notification_topic_arn]
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

# logs[*] must not be null
run "refuses_logs_1" {
  command = plan

  variables {
    logs = [null]
  }

  expect_failures = [var.logs]
}

# logs[*] must be one of slow-log, engine-log
run "refuses_logs_2" {
  command = plan

  variables {
    logs = ["none-of-these"]
  }

  expect_failures = [var.logs]
}

# logs must not be given with serverless, which knows nothing of it: leave one of the two out
run "refuses_logs_3" {
  command = plan

  variables {
    serverless          = {}
    skip_final_snapshot = true
    logs                = ["slow-log"]
  }

  expect_failures = [var.logs]
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

# alarms.engine_cpu must be a whole number between 1 and 100 percent
run "refuses_alarms_6" {
  command = plan

  variables {
    alarms = { topic_arns = ["arn:aws:sns:us-east-1:123456789012:alarms"], engine_cpu = 101 }
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

# alarms.evictions must be a whole number between 1 and 1000000000 keys
run "refuses_alarms_8" {
  command = plan

  variables {
    alarms = { topic_arns = ["arn:aws:sns:us-east-1:123456789012:alarms"], evictions = 1000000001 }
  }

  expect_failures = [var.alarms]
}

# alarms.connections must be a whole number between 1 and 65000 connections
run "refuses_alarms_9" {
  command = plan

  variables {
    alarms = { topic_arns = ["arn:aws:sns:us-east-1:123456789012:alarms"], connections = 65001 }
  }

  expect_failures = [var.alarms]
}

# alarms.replication_lag must be a whole number between 1 and 86400 seconds
run "refuses_alarms_10" {
  command = plan

  variables {
    alarms = { topic_arns = ["arn:aws:sns:us-east-1:123456789012:alarms"], replication_lag = 86401 }
  }

  expect_failures = [var.alarms]
}

# alarms.throttled_commands must be a whole number between 1 and 1000000000 commands
run "refuses_alarms_11" {
  command = plan

  variables {
    alarms = { topic_arns = ["arn:aws:sns:us-east-1:123456789012:alarms"], throttled_commands = 1000000001 }
  }

  expect_failures = [var.alarms]
}

# engine_version is not a version that ElastiCache had on 2026-10-20; it may have come since, or be a mistake.
run "warns_of_known_engine_version" {
  command = plan

  variables {
    engine_version = "9.7"
  }

  expect_failures = [check.known_engine_version]
}

# node_type is not a node type of ElastiCache that AWS offered on 2026-10-20; it may have come since, or be a mistake.
run "warns_of_known_node_type" {
  command = plan

  variables {
    node_type = "cache.t4g.112xlarge"
  }

  expect_failures = [check.known_node_type]
}

# parameters has a key that is not a parameter that ElastiCache had on 2026-11-29; it may have come since, or be a mistake.
run "warns_of_known_parameters" {
  command = plan

  variables {
    parameters = { commandlog-none-of-these = "1" }
  }

  expect_failures = [check.known_parameters]
}
