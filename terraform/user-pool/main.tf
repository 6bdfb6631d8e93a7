locals {
  region = terraform_data.surroundings.input.region
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

# Attributes

locals {
  attributes = concat(
    [for name in sort(var.required_attributes) : {
      name     = name
      type     = "String"
      required = true
      mutable  = true
      minimum  = name == "birthdate" ? "10" : "0"
      maximum  = name == "birthdate" ? "10" : "2048"
    }],
    [for name, attribute in var.custom_attributes : {
      name     = name
      type     = attribute.type
      required = false
      mutable  = attribute.mutable
      minimum  = tostring(attribute.type == "Number" ? attribute.min_value : attribute.min_length)
      maximum  = tostring(attribute.type == "Number" ? attribute.max_value : attribute.max_length)
    }],
  )
}

# User pool

locals {
  identity_changes = join(
    ", ",
    [
      for name, value in { for name, value in {
        name                = var.name
        username_attributes = join(" ", sort(var.username_attributes))
        alias_attributes    = join(" ", sort(var.alias_attributes))
        case_sensitive      = var.case_sensitive
        required_attributes = join(" ", sort(var.required_attributes))
      } : name => value == null ? "null" : tostring(value) } :
      "${name} from ${try(one(values(terraform_data.identity)).output[name], "")} to ${value}"
      if value != try(one(values(terraform_data.identity)).output[name], value)
    ],
  )
}

resource "terraform_data" "generation" {
  triggers_replace = var.replacements
}

resource "terraform_data" "identity" {
  for_each = toset([tostring(var.replacements)])

  input = { for name, value in {
    name                = var.name
    username_attributes = join(" ", sort(var.username_attributes))
    alias_attributes    = join(" ", sort(var.alias_attributes))
    case_sensitive      = var.case_sensitive
    required_attributes = join(" ", sort(var.required_attributes))
  } : name => value == null ? "null" : tostring(value) }

  lifecycle {
    ignore_changes = [input]
  }
}

resource "aws_cognito_user_pool" "this" {
  alias_attributes         = length(var.alias_attributes) > 0 ? var.alias_attributes : null
  auto_verified_attributes = ["email"]
  deletion_protection      = var.deletion_protection ? "ACTIVE" : "INACTIVE"
  mfa_configuration        = var.mfa
  name                     = var.name
  user_pool_tier           = var.user_pool_tier
  username_attributes      = length(var.username_attributes) > 0 ? var.username_attributes : null

  account_recovery_setting {
    recovery_mechanism {
      name     = var.account_recovery
      priority = 1
    }
  }

  admin_create_user_config {
    allow_admin_create_user_only = !var.self_sign_up

    dynamic "invite_message_template" {
      for_each = var.invitation != null ? [1] : []

      content {
        email_subject = var.invitation.subject
        email_message = var.invitation.message
        sms_message   = "Your name is {username}, your temporary password is {####}."
      }
    }
  }

  email_configuration {
    configuration_set      = var.email != null ? var.email.configuration_set : null
    email_sending_account  = var.email != null ? "DEVELOPER" : "COGNITO_DEFAULT"
    from_email_address     = var.email != null ? var.email.from : null
    reply_to_email_address = var.email != null ? var.email.reply_to : null
    source_arn             = var.email != null ? var.email.source_arn : null
  }

  password_policy {
    minimum_length                   = var.password_policy.minimum_length
    password_history_size            = var.password_policy.password_history_size
    require_lowercase                = var.password_policy.require_lowercase
    require_numbers                  = var.password_policy.require_numbers
    require_symbols                  = var.password_policy.require_symbols
    require_uppercase                = var.password_policy.require_uppercase
    temporary_password_validity_days = var.password_policy.temporary_password_validity_days
  }

  dynamic "schema" {
    for_each = local.attributes

    content {
      name                     = schema.value.name
      attribute_data_type      = schema.value.type
      developer_only_attribute = false
      mutable                  = schema.value.mutable
      required                 = schema.value.required

      dynamic "string_attribute_constraints" {
        for_each = schema.value.type == "String" ? [schema.value] : []

        content {
          min_length = string_attribute_constraints.value.minimum
          max_length = string_attribute_constraints.value.maximum
        }
      }

      dynamic "number_attribute_constraints" {
        for_each = schema.value.type == "Number" ? [schema.value] : []

        content {
          min_value = number_attribute_constraints.value.minimum
          max_value = number_attribute_constraints.value.maximum
        }
      }
    }
  }

  sign_in_policy {
    allowed_first_auth_factors = var.first_auth_factors
  }

  user_attribute_update_settings {
    attributes_require_verification_before_update = ["email"]
  }

  user_pool_add_ons {
    advanced_security_mode = var.threat_protection != null ? var.threat_protection.mode : "OFF"
  }

  username_configuration {
    case_sensitive = var.case_sensitive
  }

  verification_message_template {
    default_email_option  = var.verification.option
    email_message         = var.verification.message
    email_message_by_link = var.verification.link_message
    email_subject         = var.verification.subject
    email_subject_by_link = var.verification.link_subject
  }

  dynamic "software_token_mfa_configuration" {
    for_each = var.mfa != "OFF" && contains(var.mfa_methods, "SOFTWARE_TOKEN") ? [1] : []

    content {
      enabled = true
    }
  }

  dynamic "email_mfa_configuration" {
    for_each = var.mfa != "OFF" && contains(var.mfa_methods, "EMAIL") ? [1] : []

    content {
      subject = "Your sign-in code"
      message = "Your sign-in code is {####}."
    }
  }

  dynamic "web_authn_configuration" {
    for_each = var.passkeys != null ? [1] : []

    content {
      relying_party_id  = var.passkeys.relying_party_id
      user_verification = var.passkeys.user_verification
    }
  }

  dynamic "device_configuration" {
    for_each = var.device_tracking != null ? [1] : []

    content {
      challenge_required_on_new_device      = var.device_tracking.challenge_on_new_device
      device_only_remembered_on_user_prompt = var.device_tracking.remember_on_user_prompt
    }
  }

  dynamic "lambda_config" {
    for_each = length(var.triggers) > 0 ? [1] : []

    content {
      pre_sign_up                    = lookup(var.triggers, "pre_sign_up", null)
      post_confirmation              = lookup(var.triggers, "post_confirmation", null)
      pre_authentication             = lookup(var.triggers, "pre_authentication", null)
      post_authentication            = lookup(var.triggers, "post_authentication", null)
      custom_message                 = lookup(var.triggers, "custom_message", null)
      user_migration                 = lookup(var.triggers, "user_migration", null)
      define_auth_challenge          = lookup(var.triggers, "define_auth_challenge", null)
      create_auth_challenge          = lookup(var.triggers, "create_auth_challenge", null)
      verify_auth_challenge_response = lookup(var.triggers, "verify_auth_challenge_response", null)

      dynamic "pre_token_generation_config" {
        for_each = lookup(var.triggers, "pre_token_generation", null)[*]

        content {
          lambda_arn     = pre_token_generation_config.value
          lambda_version = var.pre_token_generation_version
        }
      }
    }
  }

  tags = merge(var.tags, { Name = var.name })

  lifecycle {
    create_before_destroy = true
    replace_triggered_by  = [terraform_data.generation]

    precondition {
      condition = local.identity_changes == ""
      error_message = join(" ", [
        "Changing ${local.identity_changes} would replace the user pool and lose its users,",
        "whose passwords are in no backup. Take it back;",
        "or, if a new one is what you want, raise replacements in the same change.",
      ])
    }
  }
}

# Attributes of the pool as it is

locals {
  wanted_attributes = [
    for attribute in local.attributes :
    join(", ", compact([
      "${attribute.name}: ${attribute.type}",
      attribute.mutable ? "mutable" : "immutable",
      contains(["String", "Number"], attribute.type) ? "${attribute.minimum} to ${attribute.maximum}" : "",
    ]))
    if !attribute.required
  ]
  lost_attributes = setsubtract(
    [
      for attribute in data.aws_cognito_user_pool.applied.schema_attributes :
      join(", ", compact([
        "${trimprefix(attribute.name, "custom:")}: ${attribute.attribute_data_type}",
        attribute.mutable ? "mutable" : "immutable",
        try(
          "${attribute.string_attribute_constraints[0].min_length} to ${attribute.string_attribute_constraints[0].max_length}",
          "${attribute.number_attribute_constraints[0].min_value} to ${attribute.number_attribute_constraints[0].max_value}",
          "",
        ),
      ]))
      if startswith(attribute.name, "custom:")
    ],
    local.wanted_attributes,
  )
}

resource "terraform_data" "applied" {
  input = aws_cognito_user_pool.this.id
}

# The pool as it is, before this change. One that is replaced is read after that.
data "aws_cognito_user_pool" "applied" {
  user_pool_id = terraform_data.applied.output
}

resource "terraform_data" "attributes" {
  input = local.wanted_attributes

  lifecycle {
    precondition {
      condition = length(local.lost_attributes) == 0
      error_message = join(" ", [
        "Cognito can neither remove nor change an attribute that the pool has: ${join("; ", local.lost_attributes)}.",
        "Put it back into custom_attributes as it was (unused, it does no harm);",
        "or, if a new, empty pool is what you want, raise replacements in the same change.",
      ])
    }
  }
}

# Triggers

resource "aws_lambda_permission" "this" {
  for_each = var.triggers

  action        = "lambda:InvokeFunction"
  function_name = each.value
  principal     = "cognito-idp.amazonaws.com"
  source_arn    = aws_cognito_user_pool.this.arn
}

# Groups

resource "aws_cognito_user_group" "this" {
  for_each = var.groups

  description  = each.value.description
  name         = each.key
  precedence   = each.value.precedence
  role_arn     = each.value.role_arn
  user_pool_id = aws_cognito_user_pool.this.id
}

# Threat protection

resource "aws_cognito_risk_configuration" "this" {
  count = var.threat_protection != null ? 1 : 0

  user_pool_id = aws_cognito_user_pool.this.id

  compromised_credentials_risk_configuration {
    event_filter = ["PASSWORD_CHANGE", "SIGN_IN", "SIGN_UP"]

    actions {
      event_action = var.threat_protection.compromised_credentials
    }
  }

  dynamic "account_takeover_risk_configuration" {
    for_each = try(var.threat_protection.account_takeover != null, false) ? [1] : []

    content {
      actions {
        low_action {
          event_action = var.threat_protection.account_takeover.low
          notify       = var.threat_protection.account_takeover.notify
        }

        medium_action {
          event_action = var.threat_protection.account_takeover.medium
          notify       = var.threat_protection.account_takeover.notify
        }

        high_action {
          event_action = var.threat_protection.account_takeover.high
          notify       = var.threat_protection.account_takeover.notify
        }
      }

      notify_configuration {
        source_arn = var.email.source_arn
        from       = var.email.from
        reply_to   = var.email.reply_to
      }
    }
  }
}

# Resource servers

locals {
  resource_server_turns_by_name = { for name, one in var.resource_servers : name => one.identifier }
}

# Replaced when any of them changes: what goes is gone before what comes is made, since AWS takes each once.
resource "terraform_data" "resource_server_turns" {
  triggers_replace = tomap(local.resource_server_turns_by_name)

  lifecycle {
    precondition {
      condition = length(distinct(values(
        local.resource_server_turns_by_name,
      ))) == length(local.resource_server_turns_by_name)
      error_message = join("", [
        "Two resource servers are one for AWS, which takes each once: ",
        join(", ", nonsensitive([
          for names in values({ for name, content in local.resource_server_turns_by_name : content => name... }) :
          join(" and ", names)
          if length(names) > 1
        ])),
        ". Leave one of them out.",
      ])
    }
  }
}

resource "aws_cognito_resource_server" "this" {
  for_each = var.resource_servers

  identifier   = each.value.identifier
  name         = each.key
  user_pool_id = aws_cognito_user_pool.this.id

  dynamic "scope" {
    for_each = each.value.scopes

    content {
      scope_name        = scope.key
      scope_description = scope.value
    }
  }

  depends_on = [terraform_data.resource_server_turns]
}

# Clients

resource "aws_cognito_user_pool_client" "this" {
  for_each = var.clients

  access_token_validity                = each.value.access_token_minutes
  allowed_oauth_flows                  = each.value.oauth_flows
  allowed_oauth_flows_user_pool_client = length(each.value.oauth_flows) > 0
  allowed_oauth_scopes                 = length(each.value.oauth_flows) > 0 ? each.value.oauth_scopes : []
  auth_session_validity                = each.value.auth_session_minutes
  callback_urls                        = each.value.callback_urls
  default_redirect_uri                 = each.value.default_redirect_uri
  enable_token_revocation              = each.value.token_revocation
  explicit_auth_flows = concat(
    contains(each.value.oauth_flows, "client_credentials") ? [] : tolist(each.value.auth_flows),
    each.value.refresh_token_rotation == null ? ["ALLOW_REFRESH_TOKEN_AUTH"] : [],
  )
  generate_secret               = each.value.confidential
  id_token_validity             = each.value.id_token_minutes
  logout_urls                   = each.value.logout_urls
  name                          = "${var.name}-${each.key}"
  prevent_user_existence_errors = each.value.prevent_user_existence_errors ? "ENABLED" : "LEGACY"
  read_attributes               = each.value.read_attributes
  refresh_token_validity        = each.value.refresh_token_hours
  supported_identity_providers  = each.value.identity_providers
  user_pool_id                  = aws_cognito_user_pool.this.id
  write_attributes              = each.value.write_attributes

  dynamic "refresh_token_rotation" {
    for_each = each.value.refresh_token_rotation[*]

    content {
      feature                    = "ENABLED"
      retry_grace_period_seconds = refresh_token_rotation.value.grace_period
    }
  }

  token_validity_units {
    access_token  = "minutes"
    id_token      = "minutes"
    refresh_token = "hours"
  }

  depends_on = [aws_cognito_resource_server.this]
}

# Domains

resource "aws_cognito_user_pool_domain" "prefix" {
  count = var.prefix_domain != null ? 1 : 0

  domain                = var.prefix_domain.prefix
  managed_login_version = var.managed_login_version
  user_pool_id          = aws_cognito_user_pool.this.id
}

resource "aws_cognito_user_pool_domain" "custom" {
  count = var.custom_domain != null ? 1 : 0

  certificate_arn       = var.custom_domain.certificate_arn
  domain                = var.custom_domain.name
  managed_login_version = var.managed_login_version
  user_pool_id          = aws_cognito_user_pool.this.id
}
