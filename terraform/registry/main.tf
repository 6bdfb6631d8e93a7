locals {
  account_id = terraform_data.surroundings.input.account_id
  partition  = terraform_data.surroundings.input.partition
  region     = terraform_data.surroundings.input.region
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

# Encryption key

locals {
  kms_key_arn = var.kms_key != null ? var.kms_key.arn : one(aws_kms_key.this[*].arn)
}

resource "aws_kms_key" "this" {
  count = var.kms_key == null ? 1 : 0

  deletion_window_in_days = 30
  description             = "Images of ${var.name}"
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
    ]
  })

  tags = merge(var.tags, { Name = "${var.name}-registry" })
}

resource "aws_kms_alias" "this" {
  count = var.kms_key == null ? 1 : 0

  name          = "alias/${var.name}-registry"
  target_key_id = one(aws_kms_key.this[*].id)
}

# Repositories

locals {
  names = {
    for key, repository in var.repositories : key => coalesce(repository.repository_name, "${var.name}/${key}")
  }
  identities = {
    for key, name in local.names :
    key => format("%s, encrypted with %s", name, var.kms_key != null ? var.kms_key.arn : "the key of the module")
  }
}

resource "terraform_data" "identity" {
  for_each = { for key, identity in local.identities : "${key}#${var.replacements}" => identity }

  input = each.value

  lifecycle {
    ignore_changes = [input]
  }
}

resource "aws_ecr_repository" "this" {
  #checkov:skip=CKV_AWS_51:Tags are immutable unless the caller says mutable_tags
  #checkov:skip=CKV_AWS_163:Pushes are scanned unless the caller turns scan_on_push off
  for_each = var.repositories

  force_delete         = var.force_delete
  image_tag_mutability = each.value.mutable_tags ? "MUTABLE" : "IMMUTABLE"
  name                 = local.names[each.key]

  encryption_configuration {
    encryption_type = "KMS"
    kms_key         = local.kms_key_arn
  }

  image_scanning_configuration {
    scan_on_push = each.value.scan_on_push
  }

  tags = merge(var.tags, { Name = local.names[each.key] })

  lifecycle {
    precondition {
      condition = try(
        terraform_data.identity["${each.key}#${var.replacements}"].output,
        local.identities[each.key],
      ) == local.identities[each.key]
      error_message = join(" ", [
        "The repository ${each.key} would be replaced and lose its images:",
        "it is ${try(terraform_data.identity["${each.key}#${var.replacements}"].output, local.identities[each.key])},",
        "and would be ${local.identities[each.key]}. Take the change back;",
        "or, if a new one is what you want, raise replacements in the same change.",
      ])
    }
  }
}

# Life cycle of images

# No rule expires an image that a rule before it matches: the first ones, whose count is never reached, protect
# what runs.
resource "aws_ecr_lifecycle_policy" "this" {
  for_each = var.repositories

  policy = jsonencode({
    rules = concat(
      [for i, pattern in var.running_tags : {
        rulePriority = 1 + i
        description  = "Images that run never expire"
        selection = {
          tagStatus      = "tagged"
          tagPatternList = [pattern]
          countType      = "imageCountMoreThan"
          countNumber    = 999999
        }
        action = { type = "expire" }
      }],
      [for i, pattern in each.value.release_tags : {
        rulePriority = 101 + i
        description  = "The last releases are kept"
        selection = {
          tagStatus      = "tagged"
          tagPatternList = [pattern]
          countType      = "imageCountMoreThan"
          countNumber    = each.value.keep_releases
        }
        action = { type = "expire" }
      }],
      [for days in [each.value.expire_other_days] : {
        rulePriority = 201
        description  = "Other tagged images expire"
        selection = {
          tagStatus      = "tagged"
          tagPatternList = ["*"]
          countType      = "sinceImagePushed"
          countUnit      = "days"
          countNumber    = days
        }
        action = { type = "expire" }
      } if days != null],
      [
        {
          rulePriority = 301
          description  = "Images without a tag expire"
          selection = {
            tagStatus   = "untagged"
            countType   = "sinceImagePushed"
            countUnit   = "days"
            countNumber = each.value.expire_untagged_days
          }
          action = { type = "expire" }
        },
      ],
    )
  })
  repository = aws_ecr_repository.this[each.key].name
}

# Access from other accounts

resource "aws_ecr_repository_policy" "this" {
  for_each = {
    for key, repository in var.repositories : key => repository
    if length(repository.pull_accounts) + length(repository.push_roles) > 0
  }

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [for accounts in [[for id in each.value.pull_accounts : "arn:${local.partition}:iam::${id}:root"]] : {
        Sid       = "Pull"
        Effect    = "Allow"
        Principal = { AWS = accounts }
        Action = [
          "ecr:BatchCheckLayerAvailability",
          "ecr:BatchGetImage",
          "ecr:GetDownloadUrlForLayer",
        ]
      } if length(accounts) > 0],
      [for roles in [each.value.push_roles] : {
        Sid       = "Push"
        Effect    = "Allow"
        Principal = { AWS = roles }
        Action = [
          "ecr:BatchCheckLayerAvailability",
          "ecr:BatchGetImage",
          "ecr:GetDownloadUrlForLayer",
          "ecr:CompleteLayerUpload",
          "ecr:InitiateLayerUpload",
          "ecr:PutImage",
          "ecr:UploadLayerPart",
        ]
      } if length(roles) > 0],
    )
  })
  repository = aws_ecr_repository.this[each.key].name
}

# Scanning

resource "aws_ecr_registry_scanning_configuration" "this" {
  count = var.scanning != null ? 1 : 0

  scan_type = var.scanning.scan_type

  dynamic "rule" {
    for_each = [var.scanning.scan_frequency]

    content {
      scan_frequency = rule.value

      dynamic "repository_filter" {
        for_each = var.scanning.filters

        content {
          filter      = repository_filter.value
          filter_type = "WILDCARD"
        }
      }
    }
  }
}

# Findings

resource "aws_cloudwatch_event_rule" "findings_basic" {
  count = var.findings != null ? 1 : 0

  description = "Vulnerabilities in images of ${var.name}, found by the basic scanner"
  event_pattern = jsonencode({
    source      = ["aws.ecr"]
    detail-type = ["ECR Image Scan"]
    detail = {
      scan-status     = ["COMPLETE"]
      repository-name = values(local.names)
      "$or" = [for severity in var.findings.severities : {
        finding-severity-counts = { (severity) = [{ numeric = [">", 0] }] }
      }]
    }
  })
  name = "${var.name}-image-findings-basic"

  tags = merge(var.tags, { Name = "${var.name}-image-findings-basic" })
}

resource "aws_cloudwatch_event_target" "findings_basic" {
  count = var.findings != null ? 1 : 0

  arn  = var.findings.topic_arn
  rule = one(aws_cloudwatch_event_rule.findings_basic[*].name)
}

resource "aws_cloudwatch_event_rule" "findings_enhanced" {
  count = var.findings != null ? 1 : 0

  description = "Vulnerabilities in images of ${var.name}, found by the enhanced scanner"
  event_pattern = jsonencode({
    source      = ["aws.inspector2"]
    detail-type = ["Inspector2 Finding"]
    detail = {
      status   = ["ACTIVE"]
      severity = var.findings.severities
      resources = {
        details = { awsEcrContainerImage = { repositoryName = values(local.names) } }
      }
    }
  })
  name = "${var.name}-image-findings-enhanced"

  tags = merge(var.tags, { Name = "${var.name}-image-findings-enhanced" })
}

resource "aws_cloudwatch_event_target" "findings_enhanced" {
  count = var.findings != null ? 1 : 0

  arn  = var.findings.topic_arn
  rule = one(aws_cloudwatch_event_rule.findings_enhanced[*].name)
}

# Replication

resource "aws_ecr_replication_configuration" "this" {
  count = var.replication != null ? 1 : 0

  replication_configuration {
    dynamic "rule" {
      for_each = [length(var.replication.filters) > 0 ? var.replication.filters : ["${var.name}/"]]

      content {
        dynamic "destination" {
          for_each = var.replication.destinations

          content {
            region      = destination.value.region
            registry_id = coalesce(destination.value.account_id, local.account_id)
          }
        }

        dynamic "repository_filter" {
          for_each = rule.value

          content {
            filter      = repository_filter.value
            filter_type = "PREFIX_MATCH"
          }
        }
      }
    }
  }

  lifecycle {
    precondition {
      condition = alltrue([
        for one in var.replication.destinations :
        one.region != local.region || coalesce(one.account_id, local.account_id) != local.account_id
      ])
      error_message = "replication must not have the registry itself among its destinations, ${local.region}."
    }
  }
}

# Values that AWS may have added since

check "known_replication" {
  assert {
    condition = var.replication == null ? true : alltrue([
      for item in var.replication.destinations :
      contains(
        [
          "af-south-1",
          "ap-east-1",
          "ap-east-2",
          "ap-northeast-1",
          "ap-northeast-2",
          "ap-northeast-3",
          "ap-south-1",
          "ap-south-2",
          "ap-southeast-1",
          "ap-southeast-2",
          "ap-southeast-3",
          "ap-southeast-4",
          "ap-southeast-5",
          "ap-southeast-6",
          "ap-southeast-7",
          "ca-central-1",
          "ca-west-1",
          "eu-central-1",
          "eu-central-2",
          "eu-north-1",
          "eu-south-1",
          "eu-south-2",
          "eu-west-1",
          "eu-west-2",
          "eu-west-3",
          "il-central-1",
          "me-central-1",
          "me-south-1",
          "me-west-1",
          "mx-central-1",
          "sa-east-1",
          "sa-west-1",
          "us-east-1",
          "us-east-2",
          "us-west-1",
          "us-west-2",
          "cn-north-1",
          "cn-northwest-1",
          "eusc-de-east-1",
          "us-gov-east-1",
          "us-gov-west-1",
        ],
        item.region,
      )
      if item != null
    ])
    error_message = "replication.destinations[*].region is not a region that AWS had on 2026-10-20; it may have come since, or be a mistake."
  }
}
