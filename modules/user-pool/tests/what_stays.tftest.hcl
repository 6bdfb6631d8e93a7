# What cannot change of a pool that exists. The provider is mocked, and so is the pool that it reads.

mock_provider "aws" {
  mock_data "aws_partition" {
    defaults = { partition = "aws", dns_suffix = "amazonaws.com" }
  }

  override_during = plan

  mock_data "aws_region" {
    defaults = { id = "us-east-1" }
  }

  mock_data "aws_caller_identity" {
    defaults = { account_id = "123456789012" }
  }

  mock_data "aws_cognito_user_pool" {
    defaults = {
      schema_attributes = [
        { name = "email", attribute_data_type = "String", mutable = true, required = true, developer_only_attribute = false, string_attribute_constraints = [{ min_length = "0", max_length = "2048" }], number_attribute_constraints = [] },
        { name = "custom:tenant", attribute_data_type = "String", mutable = true, required = false, developer_only_attribute = false, string_attribute_constraints = [{ min_length = "0", max_length = "64" }], number_attribute_constraints = [] },
        { name = "custom:team", attribute_data_type = "String", mutable = true, required = false, developer_only_attribute = false, string_attribute_constraints = [{ min_length = "0", max_length = "2048" }], number_attribute_constraints = [] },
      ]
    }
  }
}

variables {
  name              = "nimbus"
  custom_attributes = { tenant = { max_length = 64 }, team = {} }
}

run "there_is_a_pool" {}

run "an_attribute_more" {
  command = plan

  variables {
    custom_attributes = { plan = {}, tenant = { max_length = 64 }, team = {} }
  }

  assert {
    condition     = length(local.lost_attributes) == 0
    error_message = "The pool keeps what it has."
  }
}

run "an_attribute_less" {
  command = plan

  variables {
    custom_attributes = { tenant = { max_length = 64 } }
  }

  expect_failures = [terraform_data.attributes]
}

run "another_limit" {
  command = plan

  variables {
    custom_attributes = { tenant = { max_length = 65 }, team = {} }
  }

  expect_failures = [terraform_data.attributes]
}

run "case" {
  command = plan

  variables {
    case_sensitive = true
  }

  expect_failures = [aws_cognito_user_pool.this]
}

run "what_users_must_have" {
  command = plan

  variables {
    required_attributes = ["email", "name"]
  }

  expect_failures = [aws_cognito_user_pool.this]
}

run "what_users_sign_in_with" {
  command = plan

  variables {
    username_attributes = []
  }

  expect_failures = [aws_cognito_user_pool.this]
}

run "replaced_on_purpose" {
  command = plan

  variables {
    replacements      = 1
    case_sensitive    = true
    custom_attributes = {}
  }

  assert {
    condition     = aws_cognito_user_pool.this.username_configuration[0].case_sensitive
    error_message = "A raised number allows what comes with it."
  }
}
