# VPC

locals {
  account_id = terraform_data.surroundings.input.account_id
  partition  = terraform_data.surroundings.input.partition
  dns_suffix = terraform_data.surroundings.input.dns_suffix
  region     = terraform_data.surroundings.input.region
}

resource "aws_vpc" "this" {
  cidr_block           = var.cidr
  enable_dns_hostnames = true
  enable_dns_support   = true

  tags = merge(var.tags, { Name = var.name })
}

data "aws_partition" "current" {}

data "aws_caller_identity" "current" {}

data "aws_region" "current" {}

# Keeps names known where depends_on on the module defers its data sources to the apply.
resource "terraform_data" "surroundings" {
  input = {
    account_id = data.aws_caller_identity.current.account_id
    partition  = data.aws_partition.current.partition
    dns_suffix = data.aws_partition.current.dns_suffix
    region     = data.aws_region.current.id
  }

  lifecycle {
    ignore_changes = [input]

    postcondition {
      condition = (
        self.input.region == data.aws_region.current.id &&
        self.input.account_id == data.aws_caller_identity.current.account_id
      )
      error_message = join(" ", [
        "This was made in ${self.input.region} of account ${self.input.account_id},",
        "and the provider is now of ${data.aws_region.current.id} of account",
        "${data.aws_caller_identity.current.account_id}: nothing moves. Give the provider back its region and account;",
        "or destroy everything there first, and make it here with a state of its own.",
      ])
    }
  }
}

# Without rules: whatever forgets to name a security group can talk to nobody.
resource "aws_default_security_group" "default" {
  vpc_id = aws_vpc.this.id

  tags = merge(var.tags, { Name = "${var.name}-default-closed" })
}

# Subnets

locals {
  # The letter of a zone fixes its block, so that adding a zone moves no subnet.
  slots = { for zone in var.zones : zone => index(split("", "abcdefgh"), substr(zone, -1, 1)) }
  private_blocks = (
    var.subnets != null
    ? var.subnets.private
    : tomap({ for zone, slot in local.slots : zone => cidrsubnet(var.cidr, 4, slot) })
  )
  public_blocks = (
    var.subnets != null
    ? var.subnets.public
    : tomap(var.public_tier ? { for zone, slot in local.slots : zone => cidrsubnet(var.cidr, 5, 16 + slot) } : {})
  )
  database_blocks = (
    var.subnets != null
    ? var.subnets.database
    : tomap(var.database_tier ? { for zone, slot in local.slots : zone => cidrsubnet(var.cidr, 6, 48 + slot) } : {})
  )
  has_public_tier   = var.subnets != null ? length(local.public_blocks) > 0 : var.public_tier
  has_database_tier = var.subnets != null ? length(local.database_blocks) > 0 : var.database_tier
}

resource "aws_subnet" "public" {
  for_each = local.public_blocks

  availability_zone       = each.key
  cidr_block              = each.value
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.this.id

  tags = merge(var.tags, { Name = "${var.name}-public-${each.key}", Tier = "public" }, var.public_subnet_tags)
}

resource "aws_subnet" "private" {
  for_each = local.private_blocks

  availability_zone       = each.key
  cidr_block              = each.value
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.this.id

  tags = merge(var.tags, { Name = "${var.name}-private-${each.key}", Tier = "private" }, var.private_subnet_tags)
}

resource "aws_subnet" "database" {
  for_each = local.database_blocks

  availability_zone       = each.key
  cidr_block              = each.value
  map_public_ip_on_launch = false
  vpc_id                  = aws_vpc.this.id

  tags = merge(var.tags, { Name = "${var.name}-database-${each.key}", Tier = "database" }, var.database_subnet_tags)
}

# Internet gateway and public routes

resource "aws_internet_gateway" "this" {
  count = local.has_public_tier ? 1 : 0

  vpc_id = aws_vpc.this.id

  tags = merge(var.tags, { Name = var.name })
}

resource "aws_route_table" "public" {
  count = local.has_public_tier ? 1 : 0

  vpc_id = aws_vpc.this.id

  tags = merge(var.tags, { Name = "${var.name}-public" })
}

resource "aws_route" "internet" {
  count = local.has_public_tier ? 1 : 0

  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = one(aws_internet_gateway.this[*].id)
  route_table_id         = one(aws_route_table.public[*].id)
}

# Read through the route, so that whatever needs the subnet waits until it has its way to the internet.
resource "aws_route_table_association" "public" {
  for_each = local.public_blocks

  route_table_id = one(aws_route.internet[*].route_table_id)
  subnet_id      = aws_subnet.public[each.key].id
}

# NAT

locals {
  single_nat_zone = (
    contains(
      keys(local.public_blocks),
      coalesce(
        var.nat_zone,
        one(terraform_data.nat_zone[*].input),
        try([for zone in var.zones : zone if contains(keys(local.public_blocks), zone)][0], ""),
      ),
    )
    ? coalesce(
      var.nat_zone,
      one(terraform_data.nat_zone[*].input),
      try([for zone in var.zones : zone if contains(keys(local.public_blocks), zone)][0], ""),
    )
    : try([for zone in var.zones : zone if contains(keys(local.public_blocks), zone)][0], "")
  )
  nat_zones = toset(var.nat == "none" ? [] : (var.nat == "single" ? [local.single_nat_zone] : var.zones))
  nat_turns_by_name = {
    for name, one in { for zone in local.nat_zones : zone => lookup(var.nat_elastic_ips, zone, zone) } : name => one
  }
}

# A single NAT gateway stays in the zone that it was made in: its address is what others know.
resource "terraform_data" "nat_zone" {
  count = var.nat == "single" ? 1 : 0

  input = try([for zone in var.zones : zone if contains(keys(local.public_blocks), zone)][0], "")

  lifecycle {
    ignore_changes = [input]

    postcondition {
      condition = contains(keys(local.public_blocks), coalesce(var.nat_zone, self.input))
      error_message = join(" ", [
        "The single NAT gateway is in ${self.input}, which is not among the zones with a public subnet any more:",
        "it would go, and its address with it. Put the zone back, or say by nat_zone where the gateway is to be.",
      ])
    }

    postcondition {
      condition = length(setsubtract(keys(var.nat_elastic_ips), [coalesce(var.nat_zone, self.input)])) == 0
      error_message = join(" ", [
        "nat_elastic_ips names another zone than ${coalesce(var.nat_zone, self.input)},",
        "where the single NAT gateway is: its address would not be used.",
        "Give the address to that zone, or say by nat_zone where the gateway is to be.",
      ])
    }
  }
}

resource "aws_eip" "nat" {
  for_each = setsubtract(local.nat_zones, keys(var.nat_elastic_ips))

  domain = "vpc"

  tags = merge(var.tags, { Name = "${var.name}-nat-${each.key}" })
}

# Replaced when any of them changes: what goes is gone before what comes is made, since AWS takes each once.
resource "terraform_data" "nat_turns" {
  triggers_replace = tomap(local.nat_turns_by_name)

  lifecycle {
    precondition {
      condition = length(distinct(values(local.nat_turns_by_name))) == length(local.nat_turns_by_name)
      error_message = join("", [
        "Two NAT gateways are one for AWS, which takes each once: ",
        join(", ", nonsensitive([
          for names in values({ for name, content in local.nat_turns_by_name : content => name... }) :
          join(" and ", names)
          if length(names) > 1
        ])),
        ". Leave one of them out.",
      ])
    }
  }
}

resource "aws_nat_gateway" "this" {
  for_each = local.nat_zones

  allocation_id = try(var.nat_elastic_ips[each.key], aws_eip.nat[each.key].id)
  subnet_id     = aws_route_table_association.public[each.key].subnet_id

  tags       = merge(var.tags, { Name = "${var.name}-${each.key}" })
  depends_on = [terraform_data.nat_turns]
}

# Private routes

resource "aws_route_table" "private" {
  for_each = local.private_blocks

  vpc_id = aws_vpc.this.id

  tags = merge(var.tags, { Name = "${var.name}-private-${each.key}" })
}

# Each zone leaves through its own NAT gateway, or all through the single one.
resource "aws_route" "nat" {
  for_each = { for zone, block in local.private_blocks : zone => block if var.nat != "none" }

  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.this[var.nat == "single" ? local.single_nat_zone : each.key].id
  route_table_id         = aws_route_table.private[each.key].id
}

# Read through the route, so that whatever needs the subnet waits until it has its way to the internet.
resource "aws_route_table_association" "private" {
  for_each = local.private_blocks

  route_table_id = var.nat == "none" ? aws_route_table.private[each.key].id : aws_route.nat[each.key].route_table_id
  subnet_id      = aws_subnet.private[each.key].id
}

# Database routes

# Without a default route: nothing in the database tier reaches the internet, or is reached from it.
resource "aws_route_table" "database" {
  count = local.has_database_tier ? 1 : 0

  vpc_id = aws_vpc.this.id

  tags = merge(var.tags, { Name = "${var.name}-database" })
}

resource "aws_route_table_association" "database" {
  for_each = local.database_blocks

  route_table_id = one(aws_route_table.database[*].id)
  subnet_id      = aws_subnet.database[each.key].id
}

# Network ACL of the database subnets

locals {
  # Who may talk to the database tier: the private tier, the tier itself (replication), and what the caller names.
  database_allowed = {
    for key, rule in merge(
      { for zone, block in local.private_blocks : "private-${zone}" => {
        number = 100 + index(split("", "abcdefgh"), substr(zone, -1, 1))
        block  = block
      } },
      { for zone, block in local.database_blocks : "database-${zone}" => {
        number = 200 + index(split("", "abcdefgh"), substr(zone, -1, 1))
        block  = block
      } },
      { for key, block in var.database_allowed_cidrs : "allowed-${key}" => {
        number = 1000 + parseint(substr(sha1(key), 0, 4), 16) % 30000
        block  = block
      } },
    ) : key => rule
    if length(local.database_blocks) > 0
  }
}

resource "aws_network_acl" "database" {
  count = local.has_database_tier ? 1 : 0

  subnet_ids = values(aws_subnet.database)[*].id
  vpc_id     = aws_vpc.this.id

  tags = merge(var.tags, { Name = "${var.name}-database" })
}

resource "aws_network_acl_rule" "database_ingress" {
  for_each = local.database_allowed

  cidr_block     = each.value.block
  egress         = false
  from_port      = 1024
  network_acl_id = one(aws_network_acl.database[*].id)
  protocol       = "tcp"
  rule_action    = "allow"
  rule_number    = each.value.number
  to_port        = 65535
}

resource "aws_network_acl_rule" "database_egress" {
  for_each = local.database_allowed

  cidr_block     = each.value.block
  egress         = true
  from_port      = 1024
  network_acl_id = one(aws_network_acl.database[*].id)
  protocol       = "tcp"
  rule_action    = "allow"
  rule_number    = each.value.number
  to_port        = 65535
}

# Gateway endpoints

locals {
  gateway_tables = merge(
    { for zone, table in aws_route_table.private : "private-${zone}" => table.id },
    { for table in aws_route_table.database : "database" => table.id },
  )
}

resource "aws_vpc_endpoint" "gateway" {
  for_each = var.gateway_endpoints

  service_name      = "com.amazonaws.${local.region}.${each.key}"
  vpc_endpoint_type = "Gateway"
  vpc_id            = aws_vpc.this.id

  tags = merge(var.tags, { Name = "${var.name}-${each.key}" })
}

# An association of its own and no list in the endpoint: Terraform then removes it before its route table. From
# a list it would be removed after, and AWS refuses to dissociate a table that is gone.
resource "aws_vpc_endpoint_route_table_association" "gateway" {
  for_each = {
    for pair in setproduct(var.gateway_endpoints, keys(local.gateway_tables)) : join("-", pair) => {
      service = pair[0]
      table   = pair[1]
    }
  }

  route_table_id  = local.gateway_tables[each.value.table]
  vpc_endpoint_id = aws_vpc_endpoint.gateway[each.value.service].id
}

# Interface endpoints

resource "aws_security_group" "endpoints" {
  count = length(var.interface_endpoints) > 0 ? 1 : 0

  description = "Interface endpoints: HTTPS from the VPC"
  name        = "${var.name}-endpoints"
  vpc_id      = aws_vpc.this.id

  tags = merge(var.tags, { Name = "${var.name}-endpoints" })
}

resource "aws_vpc_security_group_ingress_rule" "endpoints" {
  count = length(var.interface_endpoints) > 0 ? 1 : 0

  cidr_ipv4         = aws_vpc.this.cidr_block
  description       = "HTTPS from the VPC"
  from_port         = 443
  ip_protocol       = "tcp"
  security_group_id = one(aws_security_group.endpoints[*].id)
  to_port           = 443

  tags = merge(var.tags, { Name = "${var.name}-endpoints" })
}

# So that the plan refuses a service that AWS does not have here. A service is not in every zone of its region,
# and AWS refuses an endpoint with a subnet where it is not.
data "aws_vpc_endpoint_service" "interface" {
  for_each = var.interface_endpoints

  service_name = "com.amazonaws.${local.region}.${each.key}"
  service_type = "Interface"
}

resource "aws_vpc_endpoint" "interface" {
  for_each = var.interface_endpoints

  private_dns_enabled = true
  security_group_ids  = aws_security_group.endpoints[*].id
  service_name        = "com.amazonaws.${local.region}.${each.key}"
  subnet_ids = [
    for zone, subnet in aws_subnet.private : subnet.id
    if contains(data.aws_vpc_endpoint_service.interface[each.key].availability_zones, zone)
  ]
  vpc_endpoint_type = "Interface"
  vpc_id            = aws_vpc.this.id

  tags = merge(var.tags, { Name = "${var.name}-${each.key}" })

  lifecycle {
    precondition {
      condition = length(setintersection(
        data.aws_vpc_endpoint_service.interface[each.key].availability_zones,
        var.zones,
      )) > 0
      error_message = join(" ", [
        "interface_endpoints has ${each.key}, which AWS has in no zone of this network:",
        "it is in ${join(", ", data.aws_vpc_endpoint_service.interface[each.key].availability_zones)}.",
        "Give zones one of these, or leave the endpoint out.",
      ])
    }
  }
}

# Flow logs

locals {
  creates_flow_log_bucket = var.flow_logs == "s3" && var.flow_logs_bucket == null
}

resource "aws_kms_key" "flow_logs" {
  count = var.flow_logs == "cloudwatch" && var.flow_logs_kms_key == null ? 1 : 0

  deletion_window_in_days = 30
  description             = "Flow logs of ${var.name}"
  enable_key_rotation     = true
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "Administration"
        Effect    = "Allow"
        Principal = { AWS = "arn:${local.partition}:iam::${local.account_id}:root" }
        Action    = "kms:*"
        Resource  = "*"
      },
      {
        Sid       = "CloudWatchLogs"
        Effect    = "Allow"
        Principal = { Service = "logs.${local.region}.${local.dns_suffix}" }
        Action = [
          "kms:Encrypt*",
          "kms:Decrypt*",
          "kms:ReEncrypt*",
          "kms:GenerateDataKey*",
          "kms:Describe*",
        ]
        Resource = "*"
        Condition = {
          ArnLike = {
            "kms:EncryptionContext:aws:logs:arn" = "arn:${local.partition}:logs:${local.region}:${local.account_id}:log-group:/vpc/${var.name}/flow-logs"
          }
        }
      },
    ]
  })

  tags = merge(var.tags, { Name = "${var.name}-flow-logs" })
}

resource "aws_kms_alias" "flow_logs" {
  count = var.flow_logs == "cloudwatch" && var.flow_logs_kms_key == null ? 1 : 0

  name          = "alias/${var.name}-flow-logs"
  target_key_id = one(aws_kms_key.flow_logs[*].id)
}

resource "aws_cloudwatch_log_group" "flow_logs" {
  count = var.flow_logs == "cloudwatch" ? 1 : 0

  kms_key_id        = var.flow_logs_kms_key != null ? var.flow_logs_kms_key.arn : one(aws_kms_key.flow_logs[*].arn)
  name              = "/vpc/${var.name}/flow-logs"
  retention_in_days = var.flow_logs_retention_days

  tags = merge(var.tags, { Name = "${var.name}-flow-logs" })
}

resource "aws_iam_role" "flow_logs" {
  count = var.flow_logs == "cloudwatch" ? 1 : 0

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Action    = "sts:AssumeRole"
        Principal = { Service = "vpc-flow-logs.amazonaws.com" }
        Condition = {
          StringEquals = { "aws:SourceAccount" = local.account_id }
          ArnLike = {
            "aws:SourceArn" = "arn:${local.partition}:ec2:${local.region}:${local.account_id}:vpc-flow-log/*"
          }
        }
      },
    ]
  })
  description          = "Writes the flow logs of ${var.name}"
  name                 = "${var.name}-flow-logs-${local.region}"
  permissions_boundary = var.permissions_boundary != null ? var.permissions_boundary.arn : null

  tags = merge(var.tags, { Name = "${var.name}-flow-logs" })
}

resource "aws_iam_role_policy" "flow_logs" {
  count = var.flow_logs == "cloudwatch" ? 1 : 0

  name = "write"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"]
        Resource = "${one(aws_cloudwatch_log_group.flow_logs[*].arn)}:*"
      },
    ]
  })
  role = one(aws_iam_role.flow_logs[*].id)
}

resource "aws_flow_log" "cloudwatch" {
  count = var.flow_logs == "cloudwatch" ? 1 : 0

  iam_role_arn             = one(aws_iam_role.flow_logs[*].arn)
  log_destination          = one(aws_cloudwatch_log_group.flow_logs[*].arn)
  log_destination_type     = "cloud-watch-logs"
  max_aggregation_interval = var.flow_logs_interval
  traffic_type             = var.flow_logs_traffic
  vpc_id                   = aws_vpc.this.id

  tags       = merge(var.tags, { Name = "${var.name}-flow-logs" })
  depends_on = [aws_iam_role_policy.flow_logs]
}

# Keeps the name that it was made with: a bucket of another name would lose the logs in it.
resource "aws_s3_bucket" "flow_logs" {
  #checkov:skip=CKV_AWS_18:A bucket of logs: to log the access to it takes another bucket, whose own access is not logged
  #checkov:skip=CKV_AWS_145:Flow logs hold addresses and no contents; with SSE-S3 no key can go missing that delivery needs
  #checkov:skip=CKV_AWS_144:Logs are not part of the recovery; their loss with the region is accepted
  #checkov:skip=CKV2_AWS_62:Nothing acts on the arrival of a log file
  count = local.creates_flow_log_bucket ? 1 : 0

  bucket        = "${var.name}-flow-logs-${substr(sha1("${local.account_id}/${local.region}"), 0, 12)}"
  force_destroy = var.flow_logs_force_destroy

  tags = merge(var.tags, { Name = "${var.name}-flow-logs" })

  lifecycle {
    ignore_changes = [bucket]
  }
}

resource "aws_s3_bucket_versioning" "flow_logs" {
  count = local.creates_flow_log_bucket ? 1 : 0

  bucket = one(aws_s3_bucket.flow_logs[*].id)

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "flow_logs" {
  count = local.creates_flow_log_bucket ? 1 : 0

  bucket = one(aws_s3_bucket.flow_logs[*].id)

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

resource "aws_s3_bucket_ownership_controls" "flow_logs" {
  count = local.creates_flow_log_bucket ? 1 : 0

  bucket = one(aws_s3_bucket.flow_logs[*].id)

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

resource "aws_s3_bucket_public_access_block" "flow_logs" {
  count = local.creates_flow_log_bucket ? 1 : 0

  block_public_acls       = true
  block_public_policy     = true
  bucket                  = one(aws_s3_bucket.flow_logs[*].id)
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_lifecycle_configuration" "flow_logs" {
  count = local.creates_flow_log_bucket ? 1 : 0

  bucket = one(aws_s3_bucket.flow_logs[*].id)

  rule {
    id     = "expire"
    status = "Enabled"

    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }

    expiration {
      days = var.flow_logs_retention_days
    }

    filter {
      prefix = ""
    }

    noncurrent_version_expiration {
      noncurrent_days = 1
    }
  }
}

resource "aws_s3_bucket_policy" "flow_logs" {
  count = local.creates_flow_log_bucket ? 1 : 0

  bucket = one(aws_s3_bucket.flow_logs[*].id)
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "TlsOnly"
        Effect    = "Deny"
        Principal = "*"
        Action    = "s3:*"
        Resource = [
          one(aws_s3_bucket.flow_logs[*].arn),
          "${one(aws_s3_bucket.flow_logs[*].arn)}/*",
        ]
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
      },
      {
        Sid       = "Delivery"
        Effect    = "Allow"
        Principal = { Service = "delivery.logs.amazonaws.com" }
        Action    = "s3:PutObject"
        Resource  = "${one(aws_s3_bucket.flow_logs[*].arn)}/AWSLogs/${local.account_id}/*"
        Condition = {
          StringEquals = { "aws:SourceAccount" = local.account_id }
          ArnLike = {
            "aws:SourceArn" = "arn:${local.partition}:logs:${local.region}:${local.account_id}:*"
          }
        }
      },
      {
        Sid       = "DeliveryCheck"
        Effect    = "Allow"
        Principal = { Service = "delivery.logs.amazonaws.com" }
        Action    = ["s3:GetBucketAcl", "s3:ListBucket"]
        Resource  = one(aws_s3_bucket.flow_logs[*].arn)
        Condition = {
          StringEquals = { "aws:SourceAccount" = local.account_id }
          ArnLike = {
            "aws:SourceArn" = "arn:${local.partition}:logs:${local.region}:${local.account_id}:*"
          }
        }
      },
    ]
  })

  depends_on = [aws_s3_bucket_public_access_block.flow_logs]
}

resource "aws_flow_log" "s3" {
  count = var.flow_logs == "s3" ? 1 : 0

  log_destination = (
    var.flow_logs_bucket != null
    ? join("/", compact([var.flow_logs_bucket.arn, var.flow_logs_bucket.prefix]))
    : one(aws_s3_bucket.flow_logs[*].arn)
  )
  log_destination_type     = "s3"
  max_aggregation_interval = var.flow_logs_interval
  traffic_type             = var.flow_logs_traffic
  vpc_id                   = aws_vpc.this.id

  tags       = merge(var.tags, { Name = "${var.name}-flow-logs" })
  depends_on = [aws_s3_bucket_policy.flow_logs]
}

# Values that AWS may have added since

check "known_zones" {
  assert {
    condition = alltrue([
      for item in var.zones :
      can(regex(
        join("", [
          "^(af-south-1[a-c]|ap-east-1[a-c]|ap-east-2[a-c]|ap-northeast-1[a-d]|ap-northeast-2[a-d]|",
          "ap-northeast-3[a-c]|ap-south-1[a-c]|ap-south-2[a-c]|ap-southeast-1[a-c]|ap-southeast-2[a-c]|",
          "ap-southeast-3[a-c]|ap-southeast-4[a-c]|ap-southeast-5[a-c]|ap-southeast-6[a-c]|ap-southeast-7[a-c]|",
          "ca-central-1[a-d]|ca-west-1[a-c]|eu-central-1[a-c]|eu-central-2[a-c]|eu-north-1[a-c]|eu-south-1[a-c]|",
          "eu-south-2[a-c]|eu-west-1[a-c]|eu-west-2[a-c]|eu-west-3[a-c]|il-central-1[a-c]|me-central-1[a-c]|",
          "me-south-1[a-c]|mx-central-1[a-c]|sa-east-1[a-c]|us-east-1[a-f]|us-east-2[a-c]|us-west-1[a-c]|",
          "us-west-2[a-d]|cn-north-1[a-c]|cn-northwest-1[a-c]|eusc-de-east-1[a-c]|us-gov-east-1[a-c]|",
          "us-gov-west-1[a-c])$",
        ]),
        item,
      ))
      if item != null
    ])
    error_message = "zones[*] is not a zone that AWS had on 2026-10-20; it may have come since, or be a mistake."
  }
}
