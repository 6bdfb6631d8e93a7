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

  mock_data "aws_vpc_endpoint_service" {
    defaults = { availability_zones = ["us-east-1a", "us-east-1b", "us-east-1c"] }
  }
}

variables {
  name       = "nimbus-production"
  vpc_id     = "vpc-0a1b2c3d4e5f60718"
  subnet_ids = ["subnet-0a1b2c3d4e5f60718", "subnet-18070f6e5d4c3b2a1"]
  users      = { web = {} }
}

run "refuses_1" {
  command = plan

  variables {
    # name must be 3 to 32 lower-case letters, digits and hyphens, beginning with a letter and not ending with a hyphen
    name = "Nimbus_Production"

    # tags keys must be letters, digits, spaces and _ . : / = + - @
    tags = { "Cost$" = "production" }

    # engine must be one of valkey, redis
    engine = "none-of-these"

    # transit_encryption must be true: without TLS passwords and data cross the network in the clear, and access by user group needs it; point clients at rediss:// instead
    transit_encryption = false

    # node_type must be a node type of ElastiCache, such as cache.t4g.small: cache, a family and a size, which is micro, small, medium, large, xlarge or a number of xlarge
    node_type = "cache.t4g.smal"

    # replicas must be a whole number between 0 and 5 replicas
    replicas = 6

    # port must be a whole number between 1024 and 65535
    port = 65536

    # network_type must be one of ipv4, dual_stack, ipv6
    network_type = "none-of-these"

    # vpc_id must be the ID of a VPC
    vpc_id = "none-of-these"

    # subnet_ids must have 2 to 20 items
    subnet_ids = ["subnet-0a1b2c3d4e5f60718"]

    # clients keys must be lower-case letters, digits and single hyphens, beginning with a letter
    clients = { "Web!" = { security_group_id = "sg-0a1b2c3d4e5f60718" } }

    # maxmemory_policy must be one of allkeys-lru, allkeys-lfu, allkeys-random, volatile-lru, volatile-lfu, volatile-random, volatile-ttl, noeviction
    maxmemory_policy = "none-of-these"

    # notify_keyspace_events must be letters that the engine knows, such as Egx
    notify_keyspace_events = "?"

    # snapshot_retention_days must be a whole number between 0 and 35 days
    snapshot_retention_days = 36

    # snapshot_window must be a daily window in UTC, such as 03:00-04:00
    snapshot_window = "at night"

    # snapshot must have either a name or arns
    snapshot = { name = "final", arns = ["arn:aws:s3:::nimbus-snapshots/nimbus.rdb"] }

    # final_snapshot_name must be lower-case letters, digits and single hyphens
    final_snapshot_name = "Final--Snapshot"

    # kms_key.arn must be an ARN of kms
    kms_key = { arn = "not-an-arn" }

    # notification_topic_arn must be an ARN of sns
    notification_topic_arn = "not-an-arn"

    # replacements must be between 0 and 1000
    replacements = 1001

    # logs[*] must not be null
    logs = [null]

    # log_retention_days must be one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653
    log_retention_days = -1

    # alarms.topic_arns must have 1 to 5 items
    alarms = { topic_arns = [] }
  }

  expect_failures = [
    var.name,
    var.tags,
    var.engine,
    var.transit_encryption,
    var.node_type,
    var.replicas,
    var.port,
    var.network_type,
    var.vpc_id,
    var.subnet_ids,
    var.clients,
    var.maxmemory_policy,
    var.notify_keyspace_events,
    var.snapshot_retention_days,
    var.snapshot_window,
    var.snapshot,
    var.final_snapshot_name,
    var.kms_key,
    var.notification_topic_arn,
    var.replacements,
    var.logs,
    var.log_retention_days,
    var.alarms,
  ]
}

run "refuses_2" {
  command = plan

  variables {
    # name must not have two hyphens in a row, which ElastiCache refuses
    name = "nimbus--production"

    # tags must not have keys of more than 128 characters
    tags = { kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk = "a" }

    # engine_version must be a version that ElastiCache has, such as 8.1 (on 2026-10-20 7, 7.0, 7.1, 7.2, 8, 8.0, 8.1, 8.2, 9, 9.0, 9.1)
    engine_version = "6.2"

    # node_type must be a node type of ElastiCache that there can be: of a family that AWS offers (on 2026-10-20 c7gn, c8gn, m4, m5, m6g, m7g, m8g, r4, r5, r6g, r6gd, r7g, r8g, t2, t3, t4g), in a size that the family has
    node_type = "cache.m99x.large"

    # multi_az needs replicas: Multi-AZ with one node is none. Set replicas to 1 or more, or multi_az to false
    replicas = 0

    # ip_discovery must be one of ipv4, ipv6
    ip_discovery = "none-of-these"

    # subnet_ids must not name the same item twice
    subnet_ids = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60718"]

    # clients[*] must not be null
    clients = { web = null }

    # notify_keyspace_events must have K or E, without which nothing is published
    notify_keyspace_events = "gx"

    # snapshot_window must last 60 minutes or longer
    snapshot_window = "03:00-03:30"

    # snapshot.name must be lower-case letters, digits and single hyphens
    snapshot = { name = "Final--Snapshot" }

    # final_snapshot_name must have 1 to 255 characters
    final_snapshot_name = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"

    # kms_key.arn must have 1 to 2048 characters
    kms_key = { arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }

    # notification_topic_arn must have 1 to 2048 characters
    notification_topic_arn = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"

    # replacements must be a whole number
    replacements = 0.5

    # logs[*] must be one of slow-log, engine-log
    logs = ["none-of-these"]

    # alarms.topic_arns[*] must not be null
    alarms = { topic_arns = [null] }
  }

  expect_failures = [
    var.name,
    var.tags,
    var.engine_version,
    var.node_type,
    var.multi_az,
    var.ip_discovery,
    var.subnet_ids,
    var.clients,
    var.notify_keyspace_events,
    var.snapshot_window,
    var.snapshot,
    var.final_snapshot_name,
    var.kms_key,
    var.notification_topic_arn,
    var.replacements,
    var.logs,
    var.alarms,
  ]
}

run "refuses_3" {
  command = plan

  variables {
    # tags must not be more than 49: AWS takes 50 for a resource, and each gets a Name
    tags = { team-0 = "a", team-1 = "a", team-2 = "a", team-3 = "a", team-4 = "a", team-5 = "a", team-6 = "a", team-7 = "a", team-8 = "a", team-9 = "a", team-10 = "a", team-11 = "a", team-12 = "a", team-13 = "a", team-14 = "a", team-15 = "a", team-16 = "a", team-17 = "a", team-18 = "a", team-19 = "a", team-20 = "a", team-21 = "a", team-22 = "a", team-23 = "a", team-24 = "a", team-25 = "a", team-26 = "a", team-27 = "a", team-28 = "a", team-29 = "a", team-30 = "a", team-31 = "a", team-32 = "a", team-33 = "a", team-34 = "a", team-35 = "a", team-36 = "a", team-37 = "a", team-38 = "a", team-39 = "a", team-40 = "a", team-41 = "a", team-42 = "a", team-43 = "a", team-44 = "a", team-45 = "a", team-46 = "a", team-47 = "a", team-48 = "a", team-49 = "a" }

    # engine_version must have a minor version for nodes, such as 8.1
    engine_version = "8"

    # shards.count must be a whole number between 1 and 500 shards
    shards = { count = 501 }

    # ip_discovery must be an address that the nodes have: that of network_type (ipv4 unless stated), or either with dual_stack
    network_type = "ipv6"
    ip_discovery = "ipv4"

    # subnet_ids[*] must not be null
    subnet_ids = [null, "subnet-1b2c3d4e5f6071829"]

    # clients[*] must have a cidr or a security_group_id, not both
    clients = { web = { security_group_id = "sg-0a1b2c3d4e5f60718", cidr = "10.0.0.0/16" } }

    # users keys must be lower-case letters, digits and single hyphens, beginning with a letter
    users = { "Web!" = {} }

    # snapshot_window must not overlap with maintenance_window (sun:05:00-sun:06:00 where none is given), which ElastiCache refuses
    snapshot_window = "05:30-06:30"

    # snapshot.arns must have 1 to 500 items
    snapshot = { name = "nimbus-production-final", arns = [] }

    # kms_key.arn must be of region <data.aws_region.current.id>, as the module's provider is: give one that was made there
    kms_key = { arn = "arn:aws:kms:af-south-1:123456789012:key/00000000-0000-0000-0000-000000000000" }

    # notification_topic_arn must be of region <data.aws_region.current.id>, as the module's provider is: give one that was made there
    notification_topic_arn = "arn:aws:sns:af-south-1:123456789012:cache"

    # alarms.topic_arns[*] must be an ARN of sns
    alarms = { topic_arns = ["not-an-arn"] }
  }

  expect_failures = [
    var.tags,
    var.engine_version,
    var.shards,
    var.ip_discovery,
    var.subnet_ids,
    var.clients,
    var.users,
    var.snapshot_window,
    var.snapshot,
    var.kms_key,
    var.notification_topic_arn,
    var.alarms,
  ]
}

run "refuses_4" {
  command = plan

  variables {
    # tags must not have keys that begin with aws:, which AWS keeps for itself
    tags = { "aws:team" = "a" }

    # engine_version must be the major version only with serverless, such as 8: AWS chooses the minor one
    serverless          = {}
    skip_final_snapshot = true
    engine_version      = "8.1"

    # clients[*] must have a cidr or a security_group_id
    clients = { web = { security_group_id = null } }

    # users[*] must not be null
    users = { web = null }

    # alarms.topic_arns[*] must have 1 to 2048 characters
    alarms = { topic_arns = ["xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"] }
  }

  expect_failures = [
    var.tags,
    var.engine_version,
    var.clients,
    var.users,
    var.alarms,
  ]
}

run "refuses_5" {
  command = plan

  variables {
    # tags must not have keys that differ in case only, from one another or from Name: IAM takes them for one
    tags = { Team = "a", team = "b" }

    # engine_version must be one of valkey, which begins with 7.2 and had 7.2, 8.0, 8.1, 8.2, 9.0, 9.1 on 2026-10-20
    engine_version = "7.1"

    # shards must not make more than 500 nodes with their replicas, which is where ElastiCache ends
    shards   = { count = 200 }
    replicas = 2

    # subnet_ids[*] must be the ID of a subnet
    subnet_ids = ["none-of-these", "subnet-1b2c3d4e5f6071829"]

    # clients[*].security_group_id must be the ID of a security group
    clients = { web = { security_group_id = "none-of-these" } }

    # users[*].auth must be one of iam, password
    users = { web = { auth = "none-of-these" } }

    # snapshot.arns[*] must not be null
    snapshot = { name = "nimbus-production-final", arns = [null] }

    # maintenance_window must be a weekly window in UTC, such as sun:05:00-sun:06:00
    maintenance_window = "at night"

    # alarms.topic_arns[*] must be of region <data.aws_region.current.id>, as the module's provider is: give one that was made there
    alarms = { topic_arns = ["arn:aws:sns:af-south-1:123456789012:alarms"] }
  }

  expect_failures = [
    var.tags,
    var.engine_version,
    var.shards,
    var.subnet_ids,
    var.clients,
    var.users,
    var.snapshot,
    var.maintenance_window,
    var.alarms,
  ]
}

run "refuses_6" {
  command = plan

  variables {
    # tags[*] must not be null
    tags = { CostCenter = null }

    # engine_version must be 7.0 or 7.1 with redis, where ElastiCache ends; later versions are valkey's
    engine         = "redis"
    engine_version = "8.0"

    # clients[*].cidr must be an IPv4 CIDR block that begins with its network address, such as 10.0.0.0/16
    clients = { web = { security_group_id = "sg-0a1b2c3d4e5f60718", cidr = "10.0.0.1/16" } }

    # users[*].access_string must begin with on or off, and go on with what is allowed
    users = { web = { access_string = "~* +@all" } }

    # snapshot.arns[*] must be the ARN of a snapshot
    snapshot = { name = "nimbus-production-final", arns = ["s3://nimbus-snapshots/nimbus.rdb"] }

    # maintenance_window must last 60 minutes or longer
    maintenance_window = "sun:05:00-sun:05:30"

    # alarms.engine_cpu must be a whole number between 1 and 100 percent
    alarms = { topic_arns = ["arn:aws:sns:us-east-1:123456789012:alarms"], engine_cpu = 101 }
  }

  expect_failures = [
    var.tags,
    var.engine_version,
    var.clients,
    var.users,
    var.snapshot,
    var.maintenance_window,
    var.alarms,
  ]
}

run "refuses_7" {
  command = plan

  variables {
    # tags[*] must be letters, digits, spaces and _ . : / = + - @
    tags = { CostCenter = "50% off" }

    # node_type must not be given with serverless, which knows nothing of it: leave one of the two out
    serverless          = {}
    skip_final_snapshot = true
    node_type           = "cache.t4g.small"

    # clients[*].cidr must not be everyone: name the blocks that clients connect from
    clients = { web = { security_group_id = "sg-0a1b2c3d4e5f60718", cidr = "0.0.0.0/0" } }

    # users must name at least one user: nobody could use the cache
    users = {}

    # alarms.memory must be a whole number between 1 and 100 percent
    alarms = { topic_arns = ["arn:aws:sns:us-east-1:123456789012:alarms"], memory = 101 }
  }

  expect_failures = [
    var.tags,
    var.node_type,
    var.clients,
    var.users,
    var.alarms,
  ]
}

run "refuses_8" {
  command = plan

  variables {
    # tags[*] must have 0 to 256 characters
    tags = { CostCenter = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }

    # replicas must not be given with serverless, which knows nothing of it: leave one of the two out
    serverless          = {}
    skip_final_snapshot = true
    replicas            = 1

    # users must have names that are, with the name of the cache and a hyphen, 40 characters or less
    users = { a-name-that-is-longer-than-a-name-can-be = {} }

    # alarms.evictions must be a whole number between 1 and 1000000000 keys
    alarms = { topic_arns = ["arn:aws:sns:us-east-1:123456789012:alarms"], evictions = 1000000001 }
  }

  expect_failures = [
    var.tags,
    var.replicas,
    var.users,
    var.alarms,
  ]
}

run "refuses_9" {
  command = plan

  variables {
    # multi_az must not be given with serverless, which knows nothing of it: leave one of the two out
    serverless          = {}
    skip_final_snapshot = true
    multi_az            = true

    # users must have a default user only with auth password: clients without a user name have no IAM token
    users = { default = { auth = "iam" } }

    # alarms.connections must be a whole number between 1 and 65000 connections
    alarms = { topic_arns = ["arn:aws:sns:us-east-1:123456789012:alarms"], connections = 65001 }
  }

  expect_failures = [
    var.multi_az,
    var.users,
    var.alarms,
  ]
}

run "refuses_10" {
  command = plan

  variables {
    # shards must not be given with serverless, which knows nothing of it: leave one of the two out
    serverless          = {}
    skip_final_snapshot = true
    shards              = { count = 2 }

    # passwords keys must be lower-case letters, digits and single hyphens, beginning with a letter
    passwords = { "Web!" = ["correct-horse-battery-staple"] }

    # alarms.replication_lag must be a whole number between 1 and 86400 seconds
    alarms = { topic_arns = ["arn:aws:sns:us-east-1:123456789012:alarms"], replication_lag = 86401 }
  }

  expect_failures = [
    var.shards,
    var.passwords,
    var.alarms,
  ]
}

run "refuses_11" {
  command = plan

  variables {
    # port must not be given with serverless, which knows nothing of it: leave one of the two out
    serverless          = {}
    skip_final_snapshot = true
    port                = 6379

    # passwords[*] must not be null
    passwords = { web = null }

    # alarms.throttled_commands must be a whole number between 1 and 1000000000 commands
    alarms = { topic_arns = ["arn:aws:sns:us-east-1:123456789012:alarms"], throttled_commands = 1000000001 }
  }

  expect_failures = [
    var.port,
    var.passwords,
    var.alarms,
  ]
}

run "refuses_12" {
  command = plan

  variables {
    # network_type must not be given with serverless, which knows nothing of it: leave one of the two out
    serverless          = {}
    skip_final_snapshot = true
    network_type        = "ipv4"

    # passwords[*] must have 1 to 2 items
    passwords = { web = [] }
  }

  expect_failures = [
    var.network_type,
    var.passwords,
  ]
}

run "refuses_13" {
  command = plan

  variables {
    # ip_discovery must not be given with serverless, which knows nothing of it: leave one of the two out
    serverless          = {}
    skip_final_snapshot = true
    ip_discovery        = "ipv4"

    # passwords[*][*] must not be null
    passwords = { web = [null] }
  }

  expect_failures = [
    var.ip_discovery,
    var.passwords,
  ]
}

run "refuses_14" {
  command = plan

  variables {
    # serverless must not have a min_storage_gb above max_storage_gb
    serverless = { min_storage_gb = 20, max_storage_gb = 10 }

    # passwords[*][*] must have 16 to 128 characters
    passwords = { web = ["xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"] }
  }

  expect_failures = [
    var.serverless,
    var.passwords,
  ]
}

run "refuses_15" {
  command = plan

  variables {
    # serverless must not have a min_ecpu_per_second above max_ecpu_per_second
    serverless = { min_ecpu_per_second = 20000, max_ecpu_per_second = 10000 }

    # passwords[*][*] must be of printable characters of ASCII, without spaces, and without , " / @
    passwords = { web = ["correct horse battery staple"] }
  }

  expect_failures = [
    var.serverless,
    var.passwords,
  ]
}

run "refuses_16" {
  command = plan

  variables {
    # serverless.max_storage_gb must be a whole number between 1 and 5000 GB
    serverless = { max_storage_gb = 5001 }

    # passwords must have an entry for each user with auth password
    users = { web = { auth = "password" } }
  }

  expect_failures = [
    var.serverless,
    var.passwords,
  ]
}

run "refuses_17" {
  command = plan

  variables {
    # serverless.min_storage_gb must be a whole number between 1 and 5000 GB
    serverless = { min_storage_gb = 5001 }

    # passwords must be of users with auth password only: name the user in users, or take the password away
    users     = { web = {} }
    passwords = { web = ["correct-horse-battery-staple"] }
  }

  expect_failures = [
    var.serverless,
    var.passwords,
  ]
}

run "refuses_18" {
  command = plan

  variables {
    # serverless.max_ecpu_per_second must be a whole number between 1000 and 15000000 ECPU
    serverless = { max_ecpu_per_second = 15000001 }
  }

  expect_failures = [
    var.serverless,
  ]
}

run "refuses_19" {
  command = plan

  variables {
    # serverless.min_ecpu_per_second must be a whole number between 1000 and 15000000 ECPU
    serverless = { min_ecpu_per_second = 15000001 }
  }

  expect_failures = [
    var.serverless,
  ]
}

run "refuses_20" {
  command = plan

  variables {
    # subnet_ids must be two or three with serverless, each in a zone of its own
    serverless          = {}
    skip_final_snapshot = true
    subnet_ids          = ["subnet-0a", "subnet-0b", "subnet-0c", "subnet-0d"]
  }

  expect_failures = [
    var.subnet_ids,
  ]
}

run "refuses_21" {
  command = plan

  variables {
    # maxmemory_policy must not be given with serverless, which knows nothing of it: leave one of the two out
    serverless          = {}
    skip_final_snapshot = true
    maxmemory_policy    = "allkeys-lru"
  }

  expect_failures = [
    var.maxmemory_policy,
  ]
}

run "refuses_22" {
  command = plan

  variables {
    # notify_keyspace_events must not be given with serverless, which knows nothing of it: leave one of the two out
    serverless             = {}
    skip_final_snapshot    = true
    notify_keyspace_events = "Egx"
  }

  expect_failures = [
    var.notify_keyspace_events,
  ]
}

run "refuses_23" {
  command = plan

  variables {
    # parameters keys must be names of parameters, such as slowlog-log-slower-than
    parameters = { "Time Out" = "example" }

    # snapshot.arns[*] must be of region <data.aws_region.current.id>, as the module's provider is: give one that was made there
    snapshot = { name = "nimbus-production-final", arns = ["arn:aws-cn:s3:::nimbus-snapshots/nimbus.rdb"] }
  }

  expect_failures = [
    var.parameters,
    var.snapshot,
  ]
}

run "refuses_24" {
  command = plan

  variables {
    # parameters must be parameters that ElastiCache lets be set (as of 2026-11-29); appendonly is none, since it has no append-only file: snapshots and replicas keep the data
    parameters = { appendonly = "yes" }
  }

  expect_failures = [
    var.parameters,
  ]
}

run "refuses_25" {
  command = plan

  variables {
    # parameters must have yes or no for a switch, and for a number or a word one that ElastiCache takes
    parameters = { active-defrag-cycle-max = "90" }
  }

  expect_failures = [
    var.parameters,
  ]
}

run "refuses_26" {
  command = plan

  variables {
    # parameters must have a timeout of 0, which never closes an idle connection, or of 20 seconds and more
    parameters = { timeout = "10" }
  }

  expect_failures = [
    var.parameters,
  ]
}

run "refuses_27" {
  command = plan

  variables {
    # parameters[*] must not be null
    parameters = { timeout = null }
  }

  expect_failures = [
    var.parameters,
  ]
}

run "refuses_28" {
  command = plan

  variables {
    # parameters must be empty with serverless, which has no parameters
    serverless          = {}
    skip_final_snapshot = true
    parameters          = { timeout = "300" }
  }

  expect_failures = [
    var.parameters,
  ]
}

run "refuses_29" {
  command = plan

  variables {
    # parameters must be parameters of engine_version: lazyfree-lazy- ends with 7; commandlog-, search- and extended- begin with 8, cluster-databases with 9
    parameters = { lazyfree-lazy-expire = "yes" }
  }

  expect_failures = [
    var.parameters,
  ]
}

run "refuses_30" {
  command = plan

  variables {
    # parameters must not hold maxmemory-policy, notify-keyspace-events, cluster-enabled: use maxmemory_policy, notify_keyspace_events and shards
    parameters = { maxmemory-policy = "noeviction" }
  }

  expect_failures = [
    var.parameters,
  ]
}

run "refuses_31" {
  command = plan

  variables {
    # snapshot must have arns with serverless, which cannot start from the name of a snapshot
    serverless          = {}
    skip_final_snapshot = true
    snapshot            = { name = "nimbus-final" }
  }

  expect_failures = [
    var.snapshot,
  ]
}

run "refuses_32" {
  command = plan

  variables {
    # final_snapshot_name must not be given with serverless, which knows nothing of it: leave one of the two out
    serverless          = {}
    skip_final_snapshot = true
    final_snapshot_name = "nimbus-final"
  }

  expect_failures = [
    var.final_snapshot_name,
  ]
}

run "refuses_33" {
  command = plan

  variables {
    # skip_final_snapshot must be true with serverless: the AWS provider cannot take a snapshot before it destroys a serverless cache, so say that you know
    serverless = {}
  }

  expect_failures = [
    var.skip_final_snapshot,
  ]
}

run "refuses_34" {
  command = plan

  variables {
    # maintenance_window must not be given with serverless, which knows nothing of it: leave one of the two out
    serverless          = {}
    skip_final_snapshot = true
    maintenance_window  = "sun:05:00-sun:06:00"
  }

  expect_failures = [
    var.maintenance_window,
  ]
}

run "refuses_35" {
  command = plan

  variables {
    # apply_immediately must not be given with serverless, which knows nothing of it: leave one of the two out
    serverless          = {}
    skip_final_snapshot = true
    apply_immediately   = true
  }

  expect_failures = [
    var.apply_immediately,
  ]
}

run "refuses_36" {
  command = plan

  variables {
    # auto_minor_version_upgrade must not be given with serverless, which knows nothing of it: leave one of the two out
    serverless                 = {}
    skip_final_snapshot        = true
    auto_minor_version_upgrade = true
  }

  expect_failures = [
    var.auto_minor_version_upgrade,
  ]
}

run "refuses_37" {
  command = plan

  variables {
    # notification_topic_arn must not be given with serverless, which knows nothing of it: leave one of the two out
    serverless             = {}
    skip_final_snapshot    = true
    notification_topic_arn = "arn:aws:sns:us-east-1:123456789012:cache"
  }

  expect_failures = [
    var.notification_topic_arn,
  ]
}

run "refuses_38" {
  command = plan

  variables {
    # logs must not be given with serverless, which knows nothing of it: leave one of the two out
    serverless          = {}
    skip_final_snapshot = true
    logs                = ["slow-log"]
  }

  expect_failures = [
    var.logs,
  ]
}

run "warns_1" {
  command = plan

  variables {
    # engine_version is not a version that ElastiCache had on 2026-10-20; it may have come since, or be a mistake.
    engine_version = "9.7"

    # node_type is not a node type of ElastiCache that AWS offered on 2026-10-20; it may have come since, or be a mistake.
    node_type = "cache.t4g.112xlarge"

    # parameters has a key that is not a parameter that ElastiCache had on 2026-11-29; it may have come since, or be a mistake.
    parameters = { commandlog-none-of-these = "1" }
  }

  expect_failures = [
    check.known_engine_version,
    check.known_node_type,
    check.known_parameters,
  ]
}
