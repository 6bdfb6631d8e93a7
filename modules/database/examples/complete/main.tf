# A database of two zones with a read replica and a proxy, to read, to apply and to destroy.

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

resource "aws_vpc" "this" {
  #checkov:skip=CKV2_AWS_11:The network module is the one with flow logs; here stands the least that a database needs
  #checkov:skip=CKV2_AWS_12:The network module is the one that closes the default security group
  cidr_block = "10.30.0.0/16"
}

resource "aws_subnet" "database" {
  for_each = { us-east-1a = 0, us-east-1b = 1 }

  vpc_id            = aws_vpc.this.id
  availability_zone = each.key
  cidr_block        = cidrsubnet(aws_vpc.this.cidr_block, 8, each.value)
}

resource "aws_security_group" "web" {
  #checkov:skip=CKV2_AWS_5:The tasks that it is for are not part of the example
  name        = "database-example-web"
  description = "A client of the database"
  vpc_id      = aws_vpc.this.id
}

module "database" {
  #checkov:skip=CKV_AWS_293:An example is there to be thrown away
  source = "../.."

  name           = "database-example"
  instance_class = "db.t4g.medium"
  vpc_id         = aws_vpc.this.id
  subnet_ids     = [for subnet in aws_subnet.database : subnet.id]
  db_name        = "example"
  clients        = { web = { security_group_id = aws_security_group.web.id } }
  read_replicas  = { reports = { instance_class = "db.t4g.small" } }
  proxy          = {}
  tuning         = { shared_buffers = 1024, max_connections = 200, work_mem = 4 }
  tags           = { Example = "database" }

  # An example is to be destroyed without a trace: a production database leaves all three as they are.
  deletion_protection = false
  final_snapshot      = false
  credentials         = { generated = { recovery_window_in_days = 0 } }
}

output "address" {
  description = "Host name of the database."
  value       = module.database.address
}

output "proxy_endpoint" {
  description = "Host name of the proxy."
  value       = module.database.proxy_endpoint
}

output "secret_arn" {
  description = "Secret with the master user's username and password."
  value       = module.database.secret_arn
}
