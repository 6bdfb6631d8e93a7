# A cache of two shards for an application that IAM authenticates, with alarms, in a VPC of its own: to read, to apply and to
# destroy.

terraform {
  required_version = ">= 1.11"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100, < 7.0"
    }
  }
}

provider "aws" {
  region = "us-east-1"
}

resource "aws_vpc" "example" {
  #checkov:skip=CKV2_AWS_11:The network module is the one with flow logs; here stands the least that a cache needs
  #checkov:skip=CKV2_AWS_12:The network module is the one that closes the default security group
  cidr_block = "10.60.0.0/16"

  tags = { Name = "cache-example" }
}

resource "aws_subnet" "example" {
  for_each = { us-east-1a = "10.60.0.0/24", us-east-1b = "10.60.1.0/24" }

  availability_zone = each.key
  cidr_block        = each.value
  vpc_id            = aws_vpc.example.id

  tags = { Name = "cache-example-${each.key}" }
}

resource "aws_security_group" "web" {
  #checkov:skip=CKV2_AWS_5:The tasks that it is for are not part of the example
  description = "Web tasks of the example"
  name        = "cache-example-web"
  vpc_id      = aws_vpc.example.id
}

resource "aws_vpc_security_group_egress_rule" "web" {
  description                  = "Commands to the cache"
  from_port                    = module.cache.port
  ip_protocol                  = "tcp"
  referenced_security_group_id = module.cache.security_group_id
  security_group_id            = aws_security_group.web.id
  to_port                      = module.cache.port
}

resource "aws_sns_topic" "alarms" {
  kms_master_key_id = "alias/aws/sns"
  name              = "cache-example"
}

module "cache" {
  source = "../.."

  name       = "cache-example"
  vpc_id     = aws_vpc.example.id
  subnet_ids = values(aws_subnet.example)[*].id
  node_type  = "cache.t4g.micro"
  shards     = { count = 2 }

  clients = { web = { security_group_id = aws_security_group.web.id } }

  users = {
    web    = {}
    report = { access_string = "on ~* -@all +@read +@connection" }
  }

  maxmemory_policy       = "volatile-lru"
  notify_keyspace_events = "Egx"
  snapshot_window        = "02:00-03:00"
  maintenance_window     = "sun:03:30-sun:04:30"
  alarms                 = { topic_arns = [aws_sns_topic.alarms.arn], memory = 80 }
  tags                   = { Example = "cache" }
}

# The role of the web tasks: it may connect as the user web, and as nobody else.
data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["ecs-tasks.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "web" {
  assume_role_policy = data.aws_iam_policy_document.trust.json
  name               = "cache-example-web"
}

data "aws_iam_policy_document" "connect" {
  statement {
    actions   = module.cache.connect_statements["web"].actions
    resources = module.cache.connect_statements["web"].resources
  }
}

resource "aws_iam_role_policy" "connect" {
  name   = "connect"
  policy = data.aws_iam_policy_document.connect.json
  role   = aws_iam_role.web.id
}

output "url" {
  description = "Where the cache is."
  value       = module.cache.url
}

output "user_name" {
  description = "Whom the web tasks authenticate as."
  value       = module.cache.user_names["web"]
}
