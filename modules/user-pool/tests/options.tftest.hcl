# What the user pool makes for its options, planned with a mocked provider.

mock_provider "aws" {
  mock_data "aws_caller_identity" {
    defaults = { account_id = "123456789012" }
  }

  mock_data "aws_partition" {
    defaults = { partition = "aws", dns_suffix = "amazonaws.com" }
  }

  override_during = plan

  mock_data "aws_region" {
    defaults = { id = "us-east-1" }
  }

  mock_resource "aws_cognito_user_pool" {
    defaults = {
      arn      = "arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_a1B2c3D4e"
      endpoint = "cognito-idp.us-east-1.amazonaws.com/us-east-1_a1B2c3D4e"
      id       = "us-east-1_a1B2c3D4e"
    }
  }

  mock_resource "aws_cognito_user_pool_domain" {
    defaults = { cloudfront_distribution = "d111111abcdef8.cloudfront.net" }
  }
}

variables {
  name = "nimbus"
}

run "by_itself" {
  command = plan

  assert {
    condition     = aws_cognito_user_pool.this.deletion_protection == "ACTIVE" && aws_cognito_user_pool.this.admin_create_user_config[0].allow_admin_create_user_only
    error_message = "The pool is protected, and users are invited."
  }

  assert {
    condition     = aws_cognito_user_pool.this.mfa_configuration == "OPTIONAL" && aws_cognito_user_pool.this.software_token_mfa_configuration[0].enabled
    error_message = "Users can add an authenticator app."
  }

  assert {
    condition     = aws_cognito_user_pool.this.password_policy[0].minimum_length == 12 && aws_cognito_user_pool.this.password_policy[0].password_history_size == 5
    error_message = "Passwords are long, and are not used again."
  }

  assert {
    condition     = aws_cognito_user_pool.this.username_attributes == toset(["email"]) && aws_cognito_user_pool.this.alias_attributes == null && !aws_cognito_user_pool.this.username_configuration[0].case_sensitive
    error_message = "Users sign in with their e-mail address, however they write it."
  }

  assert {
    condition     = [for attribute in aws_cognito_user_pool.this.schema : attribute.name if attribute.required] == ["email"]
    error_message = "Each user has an e-mail address."
  }

  assert {
    condition     = aws_cognito_user_pool.this.email_configuration[0].email_sending_account == "COGNITO_DEFAULT" && aws_cognito_user_pool.this.user_pool_add_ons[0].advanced_security_mode == "OFF"
    error_message = "What costs is asked for."
  }

  assert {
    condition     = length(aws_cognito_user_pool_domain.prefix) + length(aws_cognito_user_pool_domain.custom) + length(aws_cognito_risk_configuration.this) == 0 && output.domain == null && output.url == null
    error_message = "Nothing is made that nobody asked for."
  }

  assert {
    condition     = output.issuer == "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_a1B2c3D4e"
    error_message = "Applications check tokens against the issuer."
  }
}

run "user_names" {
  command = plan

  variables {
    username_attributes = []
    alias_attributes    = ["email", "preferred_username"]
    required_attributes = ["birthdate", "email"]
    custom_attributes   = { tenant = { mutable = false, max_length = 64 }, seats = { type = "Number", max_value = 100 }, vip = { type = "Boolean" } }
  }

  assert {
    condition     = aws_cognito_user_pool.this.username_attributes == null && aws_cognito_user_pool.this.alias_attributes == toset(["email", "preferred_username"])
    error_message = "Users have names, and sign in with others too."
  }

  assert {
    condition = { for attribute in aws_cognito_user_pool.this.schema : attribute.name => one(concat(
      [for limits in attribute.string_attribute_constraints : "${limits.min_length}-${limits.max_length}"],
      [for limits in attribute.number_attribute_constraints : "${limits.min_value}-${limits.max_value}"],
    )) } == { birthdate = "10-10", email = "0-2048", seats = "0-100", tenant = "0-64", vip = null }
    error_message = "Each attribute has all limits that the API would fill in."
  }

  assert {
    condition     = local.wanted_attributes == ["seats: Number, mutable, 0 to 100", "tenant: String, immutable, 0 to 64", "vip: Boolean, mutable"]
    error_message = "What is told of an attribute is what cannot change."
  }
}

run "strict" {
  command = plan

  variables {
    mfa              = "ON"
    mfa_methods      = ["SOFTWARE_TOKEN", "EMAIL"]
    account_recovery = "admin_only"
    email            = { source_arn = "arn:aws:ses:us-east-1:123456789012:identity/nimbus.example", from = "no-reply@nimbus.example" }
    user_pool_tier   = "PLUS"
    threat_protection = {
      account_takeover = { medium = "MFA_REQUIRED" }
    }
    passkeys        = { relying_party_id = "nimbus.example" }
    device_tracking = {}
  }

  assert {
    condition     = aws_cognito_user_pool.this.user_pool_add_ons[0].advanced_security_mode == "ENFORCED" && aws_cognito_risk_configuration.this[0].compromised_credentials_risk_configuration[0].actions[0].event_action == "BLOCK"
    error_message = "Stolen passwords are refused."
  }

  assert {
    condition = [for actions in aws_cognito_risk_configuration.this[0].account_takeover_risk_configuration[0].actions : [
      actions.low_action[0].event_action, actions.medium_action[0].event_action, actions.high_action[0].event_action
    ]] == [["NO_ACTION", "MFA_REQUIRED", "BLOCK"]]
    error_message = "What follows on a sign-in depends on its risk."
  }

  assert {
    condition     = length(aws_cognito_user_pool.this.email_mfa_configuration) == 1 && aws_cognito_user_pool.this.email_configuration[0].email_sending_account == "DEVELOPER"
    error_message = "Codes come by Amazon SES."
  }

  assert {
    condition     = aws_cognito_user_pool.this.web_authn_configuration[0].user_verification == "required" && aws_cognito_user_pool.this.device_configuration[0].challenge_required_on_new_device
    error_message = "Devices check their users, and new ones ask for the second factor."
  }
}

run "no_second_factor" {
  command = plan

  variables {
    mfa = "OFF"
  }

  assert {
    condition     = length(aws_cognito_user_pool.this.software_token_mfa_configuration) == 0 && length(aws_cognito_user_pool.this.email_mfa_configuration) == 0
    error_message = "There is no method either."
  }
}

run "applications" {
  command = plan

  variables {
    prefix_domain     = { prefix = "nimbus" }
    custom_attributes = { tenant = {} }
    groups            = { ADMIN = { precedence = 0, role_arn = "arn:aws:iam::123456789012:role/nimbus-admin" }, USER = {} }
    resource_servers  = { api = { identifier = "https://api.nimbus.example", scopes = { "tasks.read" = "Read tasks" } } }
    clients = {
      app = {
        callback_urls          = ["https://app.nimbus.example/callback", "http://localhost:3000/callback"]
        refresh_token_rotation = {}
        read_attributes        = ["email", "custom:tenant"]
      }
      web    = { confidential = true, callback_urls = ["https://web.nimbus.example/oauth2/idpresponse"] }
      job    = { confidential = true, oauth_flows = ["client_credentials"], oauth_scopes = ["https://api.nimbus.example/tasks.read"] }
      native = { oauth_flows = [], auth_flows = ["ALLOW_USER_AUTH", "ALLOW_USER_SRP_AUTH"] }
    }
  }

  assert {
    condition     = { for name, client in aws_cognito_user_pool_client.this : name => client.generate_secret } == { app = false, job = true, native = false, web = true }
    error_message = "Only a confidential client has a secret."
  }

  assert {
    condition = { for name, client in aws_cognito_user_pool_client.this : name => join(" ", sort(client.explicit_auth_flows)) } == {
      app    = "ALLOW_USER_SRP_AUTH"
      job    = "ALLOW_REFRESH_TOKEN_AUTH"
      native = "ALLOW_REFRESH_TOKEN_AUTH ALLOW_USER_AUTH ALLOW_USER_SRP_AUTH"
      web    = "ALLOW_REFRESH_TOKEN_AUTH ALLOW_USER_SRP_AUTH"
    }
    error_message = "Refresh tokens are taken as they are, or rotated, and not both."
  }

  assert {
    condition     = { for name, client in aws_cognito_user_pool_client.this : name => client.allowed_oauth_flows_user_pool_client } == { app = true, job = true, native = false, web = true }
    error_message = "A client without a flow does not use the sign-in pages."
  }

  assert {
    condition     = alltrue([for client in aws_cognito_user_pool_client.this : client.prevent_user_existence_errors == "ENABLED" && client.enable_token_revocation])
    error_message = "Nobody learns who has an account, and tokens can be revoked."
  }

  assert {
    condition     = aws_cognito_user_group.this["ADMIN"].precedence == 0 && aws_cognito_user_group.this["USER"].role_arn == null
    error_message = "A group has a role when it is given one."
  }

  assert {
    condition     = output.listener_authentication["web"].user_pool_arn == "arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_a1B2c3D4e" && output.listener_authentication["web"].user_pool_domain == "nimbus"
    error_message = "A listener's rule gets what it needs."
  }

  assert {
    condition     = output.url == "https://nimbus.auth.us-east-1.amazoncognito.com" && output.scopes == tolist(["https://api.nimbus.example/tasks.read"])
    error_message = "Applications learn where users sign in, and what they can ask for."
  }

  assert {
    condition     = keys(nonsensitive(output.client_secrets)) == ["job", "web"]
    error_message = "Secrets are those of the confidential clients."
  }
}

run "custom_domain" {
  command = plan

  variables {
    prefix_domain = { prefix = "nimbus" }
    custom_domain = {
      name            = "auth.nimbus.example"
      certificate_arn = "arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000000"
    }
  }

  assert {
    condition     = output.url == "https://auth.nimbus.example" && output.domain == "auth.nimbus.example"
    error_message = "The name of one's own goes first."
  }

  assert {
    condition     = length(aws_cognito_user_pool_domain.prefix) == 1 && output.custom_domain_target == "d111111abcdef8.cloudfront.net"
    error_message = "Both lead to the sign-in pages."
  }
}

run "triggers" {
  command = plan

  variables {
    triggers = {
      pre_sign_up          = "arn:aws:lambda:us-east-1:123456789012:function:check"
      pre_token_generation = "arn:aws:lambda:us-east-1:123456789012:function:claims"
    }
    pre_token_generation_version = "V2_0"
  }

  assert {
    condition     = aws_cognito_user_pool.this.lambda_config[0].pre_sign_up == var.triggers.pre_sign_up && aws_cognito_user_pool.this.lambda_config[0].pre_token_generation_config[0] == { lambda_arn = var.triggers.pre_token_generation, lambda_version = "V2_0" }
    error_message = "Cognito calls the functions."
  }

  assert {
    condition     = { for moment, permission in aws_lambda_permission.this : moment => permission.source_arn } == { for moment in keys(var.triggers) : moment => aws_cognito_user_pool.this.arn }
    error_message = "This pool may call them, and no other."
  }
}
