# General

variable "name" {
  description = "Name of the pool; those of its clients begin with it. Cannot change once the pool exists: see `replacements`."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,98}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 100 lower-case letters, digits and hyphens, beginning with a letter and not ending with a hyphen."
  }
}

variable "deletion_protection" {
  description = <<-EOT
    Whether AWS refuses to delete the pool. Its users, and their passwords, are in no backup: nothing brings them
    back. A destroy takes clients and domains away before it comes to the pool.
  EOT
  type        = bool
  default     = true
  nullable    = false
}

variable "replacements" {
  description = <<-EOT
    How often the pool was replaced on purpose. Raising it makes a new, empty pool with other IDs; the plan
    refuses a change of what Cognito cannot change until then. Apply `deletion_protection` = false before, or the
    old pool stays until you delete it by hand.
  EOT
  type        = number
  default     = 0
  nullable    = false

  validation {
    condition     = var.replacements >= 0 && var.replacements <= 1000
    error_message = "replacements must be between 0 and 1000."
  }

  validation {
    condition     = floor(var.replacements) == var.replacements
    error_message = "replacements must be a whole number."
  }
}

variable "tags" {
  description = "Tags for every resource of the module."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition = alltrue([for key in keys(var.tags) : can(regex("^[\\p{L}\\p{Z}\\p{N}_.:/=+@-]+$", key))])
    error_message = join(" ", [
      "tags keys must be letters, digits, spaces and _ .",
      ": / = + - @ (wrong:",
      "${join(", ", [for key in keys(var.tags) : key if !can(regex("^[\\p{L}\\p{Z}\\p{N}_.:/=+@-]+$", key))])}).",
    ])
  }

  validation {
    condition     = alltrue([for key in keys(var.tags) : length(key) <= 128])
    error_message = "tags must not have keys of more than 128 characters."
  }

  validation {
    condition     = length(merge(var.tags, { Name = "" })) <= 50
    error_message = "tags must not be more than 49: AWS takes 50 for a resource, and each gets a Name."
  }

  validation {
    condition     = alltrue([for key in keys(var.tags) : !can(regex("^[aA][wW][sS]:", key))])
    error_message = "tags must not have keys that begin with aws:, which AWS keeps for itself."
  }

  validation {
    condition = length(distinct([
      for key in keys(merge(var.tags, { Name = "" })) : lower(key)
    ])) == length([for key in keys(merge(var.tags, { Name = "" })) : lower(key)])
    error_message = "tags must not have keys that differ in case only, from one another or from Name: IAM takes them for one."
  }

  validation {
    condition     = alltrue([for item in values(var.tags) : item != null])
    error_message = "tags[*] must not be null (wrong: ${join(", ", [for key, item in var.tags : key if item == null])})."
  }

  validation {
    condition = alltrue([
      for item in values(var.tags) : can(regex("^[\\p{L}\\p{Z}\\p{N}_.:/=+@-]*$", item))
      if item != null
    ])
    error_message = "tags[*] must be letters, digits, spaces and _ . : / = + - @."
  }

  validation {
    condition     = alltrue([for item in values(var.tags) : length(item) >= 0 && length(item) <= 256 if item != null])
    error_message = "tags[*] must have 0 to 256 characters."
  }
}

# Users

variable "username_attributes" {
  description = <<-EOT
    What users sign in with instead of a name: their e-mail address, or with [] a user name (see
    `alias_attributes`). Cannot change once the pool exists: see `replacements`.
  EOT
  type        = set(string)
  default     = ["email"]
  nullable    = false

  validation {
    condition     = alltrue([for item in var.username_attributes : item != null])
    error_message = "username_attributes[*] must not be null."
  }

  validation {
    condition     = alltrue([for item in var.username_attributes : contains(["email"], item) if item != null])
    error_message = "username_attributes[*] must be one of email."
  }
}

variable "alias_attributes" {
  description = <<-EOT
    What users who have a user name can sign in with as well. Only with `username_attributes` = []. Cannot change
    once the pool exists: see `replacements`.
  EOT
  type        = set(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for item in var.alias_attributes : item != null])
    error_message = "alias_attributes[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in var.alias_attributes : contains(["email", "preferred_username"], item)
      if item != null
    ])
    error_message = "alias_attributes[*] must be one of email, preferred_username."
  }

  validation {
    condition     = length(var.alias_attributes) == 0 || length(var.username_attributes) == 0
    error_message = "alias_attributes must be empty unless username_attributes is []: an alias stands beside a user name."
  }
}

variable "case_sensitive" {
  description = <<-EOT
    Whether Ann@nimbus.example and ann@nimbus.example are two users. False, since people type both for one
    address. Cannot change once the pool exists: see `replacements`.
  EOT
  type        = bool
  default     = false
  nullable    = false
}

variable "required_attributes" {
  description = <<-EOT
    Standard attributes (of OpenID Connect) that each user must have. The e-mail address, so that users can be
    reached and can recover their account. Cannot change once the pool exists: see `replacements`.
  EOT
  type        = set(string)
  default     = ["email"]
  nullable    = false

  validation {
    condition     = alltrue([for item in var.required_attributes : item != null])
    error_message = "required_attributes[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in var.required_attributes :
      contains(
        [
          "address",
          "birthdate",
          "email",
          "family_name",
          "gender",
          "given_name",
          "locale",
          "middle_name",
          "name",
          "nickname",
          "phone_number",
          "picture",
          "preferred_username",
          "profile",
          "website",
          "zoneinfo",
        ],
        item,
      )
      if item != null
    ])
    error_message = join(" ", [
      "required_attributes[*] must be one of address, birthdate, email, family_name, gender, given_name, locale,",
      "middle_name, name, nickname, phone_number, picture, preferred_username, profile, website, zoneinfo.",
    ])
  }
}

variable "custom_attributes" {
  description = <<-EOT
    Attributes of your own by their names, without custom: in front. More can be added at any time; Cognito can
    neither change nor remove one, and the plan refuses it: see `replacements`. Which of them users can change,
    `write_attributes` of the client says.
  EOT
  type = map(object({
    type       = optional(string, "String")
    mutable    = optional(bool, true)
    min_length = optional(number, 0)
    max_length = optional(number, 2048)
    min_value  = optional(number, 0)
    max_value  = optional(number, 9007199254740991)
  }))
  default  = {}
  nullable = false

  validation {
    condition = alltrue([for key in keys(var.custom_attributes) : can(regex("^[A-Za-z][A-Za-z0-9_-]{0,19}$", key))])
    error_message = join("", [
      "custom_attributes keys must be 1 to 20 letters, digits, underscores and hyphens, beginning with a letter, without custom: in front (wrong: ",
      join(", ", [for key in keys(var.custom_attributes) : key if !can(regex("^[A-Za-z][A-Za-z0-9_-]{0,19}$", key))]),
      ").",
    ])
  }

  validation {
    condition     = length(var.custom_attributes) <= 50
    error_message = "custom_attributes must not have more than 50 attributes, the most that Cognito allows."
  }

  validation {
    condition     = alltrue([for item in values(var.custom_attributes) : item != null])
    error_message = "custom_attributes[*] must not be null (wrong: ${join(", ", [for key, item in var.custom_attributes : key if item == null])})."
  }

  validation {
    condition = alltrue([
      for item in values(var.custom_attributes) : item.min_length <= item.max_length
      if item != null
    ])
    error_message = "custom_attributes[*] must have a min_length that is not above its max_length."
  }

  validation {
    condition     = alltrue([for item in values(var.custom_attributes) : item.min_value <= item.max_value if item != null])
    error_message = "custom_attributes[*] must have a min_value that is not above its max_value."
  }

  validation {
    condition = alltrue([
      for item in values(var.custom_attributes) : contains(["String", "Number", "DateTime", "Boolean"], item.type)
      if item != null
    ])
    error_message = "custom_attributes[*].type must be one of String, Number, DateTime, Boolean."
  }

  validation {
    condition = alltrue([
      for item in values(var.custom_attributes) :
      floor(item.min_length) == item.min_length && item.min_length >= 0 && item.min_length <= 2048
      if item != null
    ])
    error_message = "custom_attributes[*].min_length must be a whole number between 0 and 2048 characters."
  }

  validation {
    condition = alltrue([
      for item in values(var.custom_attributes) :
      floor(item.max_length) == item.max_length && item.max_length >= 0 && item.max_length <= 2048
      if item != null
    ])
    error_message = "custom_attributes[*].max_length must be a whole number between 0 and 2048 characters."
  }

  validation {
    condition = alltrue([
      for item in values(var.custom_attributes) :
      floor(item.min_value) == item.min_value && item.min_value >= 0 && item.min_value <= 9007199254740991
      if item != null
    ])
    error_message = "custom_attributes[*].min_value must be a whole number between 0 and 9007199254740991."
  }

  validation {
    condition = alltrue([
      for item in values(var.custom_attributes) :
      floor(item.max_value) == item.max_value && item.max_value >= 0 && item.max_value <= 9007199254740991
      if item != null
    ])
    error_message = "custom_attributes[*].max_value must be a whole number between 0 and 9007199254740991."
  }
}

variable "groups" {
  description = <<-EOT
    Groups by their names, which tokens carry in cognito:groups. With `role_arn`, an identity pool gives members
    of the group that role, which must trust cognito-identity.amazonaws.com; of several groups the one with the
    lowest precedence counts.
  EOT
  type = map(object({
    description = optional(string)
    precedence  = optional(number)
    role_arn    = optional(string)
  }))
  default  = {}
  nullable = false

  validation {
    condition = alltrue([for key in keys(var.groups) : can(regex("^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$", key))])
    error_message = join(" ", [
      "groups keys must be 1 to 128 letters, digits, dots, hyphens and underscores (wrong:",
      "${join(", ", [for key in keys(var.groups) : key if !can(regex("^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$", key))])}).",
    ])
  }

  validation {
    condition     = alltrue([for item in values(var.groups) : item != null])
    error_message = "groups[*] must not be null (wrong: ${join(", ", [for key, item in var.groups : key if item == null])})."
  }

  validation {
    condition = alltrue([
      for item in values(var.groups) :
      item.description == null ? true : length(item.description) >= 1 && length(item.description) <= 2048
      if item != null
    ])
    error_message = "groups[*].description must have 1 to 2048 characters."
  }

  validation {
    condition = alltrue([
      for item in values(var.groups) :
      (
        item.precedence == null
        ? true
        : floor(item.precedence) == item.precedence && item.precedence >= 0 && item.precedence <= 2147483647
      )
      if item != null
    ])
    error_message = "groups[*].precedence must be a whole number between 0 and 2147483647."
  }

  validation {
    condition = alltrue([
      for item in values(var.groups) :
      (
        item.role_arn == null
        ? true
        : can(regex(
          "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:iam::(aws|[0-9]{12}):role/[A-Za-z0-9+=,.@_/-]+$",
          item.role_arn,
        ))
      )
      if item != null
    ])
    error_message = "groups[*].role_arn must be an ARN of iam."
  }

  validation {
    condition = alltrue([
      for item in values(var.groups) :
      item.role_arn == null ? true : length(item.role_arn) >= 1 && length(item.role_arn) <= 2048
      if item != null
    ])
    error_message = "groups[*].role_arn must have 1 to 2048 characters."
  }

  validation {
    condition = alltrue([
      for item in values(var.groups) :
      (
        item.role_arn == null
        ? true
        : can(regex(
          "^arn:(${data.aws_partition.current.partition}):[^:]*:[^:]*:(|aws|${data.aws_caller_identity.current.account_id}):",
          item.role_arn,
        ))
      )
      if item != null
    ])
    error_message = join("", [
      "groups[*].role_arn must be of account ",
      data.aws_caller_identity.current.account_id,
      ", as the module's provider is: give one that was made there (wrong: ",
      join(", ", flatten([
        for item in values(var.groups) : item.role_arn == null ? [] : [item.role_arn]
        if(
          item == null
          ? false
          : !(
            item.role_arn == null
            ? true
            : can(regex(
              "^arn:(${data.aws_partition.current.partition}):[^:]*:[^:]*:(|aws|${data.aws_caller_identity.current.account_id}):",
              item.role_arn,
            ))
          )
        )
      ])),
      ").",
    ])
  }
}

variable "self_sign_up" {
  description = "Whether anyone can make an account. With false users are invited: by an administrator, or by your code."
  type        = bool
  default     = false
  nullable    = false
}

# Sign-in

variable "password_policy" {
  description = "What a password must be. It holds for passwords that are set from then on."
  type = object({
    minimum_length                   = optional(number, 12)
    require_lowercase                = optional(bool, true)
    require_uppercase                = optional(bool, true)
    require_numbers                  = optional(bool, true)
    require_symbols                  = optional(bool, true)
    temporary_password_validity_days = optional(number, 7)
    password_history_size            = optional(number, 5)
  })
  default  = {}
  nullable = false

  validation {
    condition = (
      floor(var.password_policy.minimum_length) == var.password_policy.minimum_length &&
      var.password_policy.minimum_length >= 8 &&
      var.password_policy.minimum_length <= 99
    )
    error_message = "password_policy.minimum_length must be a whole number between 8 and 99 characters."
  }

  validation {
    condition = (
      floor(
        var.password_policy.temporary_password_validity_days,
      ) == var.password_policy.temporary_password_validity_days &&
      var.password_policy.temporary_password_validity_days >= 1 &&
      var.password_policy.temporary_password_validity_days <= 365
    )
    error_message = "password_policy.temporary_password_validity_days must be a whole number between 1 and 365 days."
  }

  validation {
    condition = (
      floor(var.password_policy.password_history_size) == var.password_policy.password_history_size &&
      var.password_policy.password_history_size >= 0 &&
      var.password_policy.password_history_size <= 24
    )
    error_message = "password_policy.password_history_size must be a whole number between 0 and 24 passwords."
  }
}

variable "mfa" {
  description = <<-EOT
    Second factor: for users who set one up (OPTIONAL), for all (ON: those without one set it up as they sign in
    next), or for nobody (OFF). It can be changed at any time.
  EOT
  type        = string
  default     = "OPTIONAL"
  nullable    = false

  validation {
    condition     = contains(["OPTIONAL", "ON", "OFF"], var.mfa)
    error_message = "mfa must be one of OPTIONAL, ON, OFF."
  }
}

variable "mfa_methods" {
  description = <<-EOT
    Second factors: an authenticator app (TOTP), and a code by e-mail (needs email). There are no text messages: a
    number can be taken over (SIM swap), and each message costs.
  EOT
  type        = set(string)
  default     = ["SOFTWARE_TOKEN"]
  nullable    = false

  validation {
    condition     = alltrue([for item in var.mfa_methods : item != null])
    error_message = "mfa_methods[*] must not be null."
  }

  validation {
    condition     = alltrue([for item in var.mfa_methods : contains(["SOFTWARE_TOKEN", "EMAIL"], item) if item != null])
    error_message = "mfa_methods[*] must be one of SOFTWARE_TOKEN, EMAIL."
  }

  validation {
    condition     = var.mfa == "OFF" || length(var.mfa_methods) > 0
    error_message = "mfa_methods must name a method unless mfa is OFF: nobody could have a second factor."
  }

  validation {
    condition     = var.mfa == "OFF" || !contains(var.mfa_methods, "EMAIL") || var.email != null
    error_message = "mfa_methods must have EMAIL only with email: Cognito sends codes through Amazon SES only."
  }

  validation {
    condition = var.mfa == "OFF" || !contains(var.mfa_methods, "EMAIL") || var.account_recovery == "admin_only"
    error_message = join(" ", [
      "mfa_methods must have EMAIL only with account_recovery admin_only:",
      "who gets the second factor by e-mail cannot recover by e-mail as well.",
    ])
  }
}

variable "first_auth_factors" {
  description = <<-EOT
    What users can begin to sign in with: a password, a passkey (WEB_AUTHN), a code by e-mail (EMAIL_OTP, needs
    email). Beyond passwords the client needs ALLOW_USER_AUTH in `auth_flows`.
  EOT
  type        = set(string)
  default     = ["PASSWORD"]
  nullable    = false

  validation {
    condition     = contains(var.first_auth_factors, "PASSWORD")
    error_message = "first_auth_factors must have PASSWORD, without which Cognito takes no list."
  }

  validation {
    condition     = alltrue([for item in var.first_auth_factors : item != null])
    error_message = "first_auth_factors[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in var.first_auth_factors : contains(["PASSWORD", "WEB_AUTHN", "EMAIL_OTP"], item)
      if item != null
    ])
    error_message = "first_auth_factors[*] must be one of PASSWORD, WEB_AUTHN, EMAIL_OTP."
  }

  validation {
    condition     = var.mfa != "ON" || length(var.first_auth_factors) == 1
    error_message = "first_auth_factors must be PASSWORD alone with mfa ON: the others are no first half of a second factor."
  }

  validation {
    condition     = !contains(var.first_auth_factors, "EMAIL_OTP") || var.email != null
    error_message = "first_auth_factors must have EMAIL_OTP only with email: Cognito sends codes through Amazon SES only."
  }
}

variable "passkeys" {
  description = "Domain that passkeys are made for, and whether the device checks its user. Null takes the pool's own domain."
  type = object({
    relying_party_id  = string
    user_verification = optional(string, "required")
  })
  default = null

  validation {
    condition     = var.passkeys == null ? true : can(regex("^[a-z0-9-]+([.][a-z0-9-]+)+$", var.passkeys.relying_party_id))
    error_message = "passkeys.relying_party_id must be a domain name."
  }

  validation {
    condition = (
      var.passkeys == null
      ? true
      : length(var.passkeys.relying_party_id) >= 1 && length(var.passkeys.relying_party_id) <= 127
    )
    error_message = "passkeys.relying_party_id must have 1 to 127 characters."
  }

  validation {
    condition     = var.passkeys == null ? true : contains(["preferred", "required"], var.passkeys.user_verification)
    error_message = "passkeys.user_verification must be one of preferred, required."
  }
}

variable "device_tracking" {
  description = "Remembers users' devices. Null remembers none."
  type = object({
    challenge_on_new_device = optional(bool, true)
    remember_on_user_prompt = optional(bool, true)
  })
  default = null
}

variable "account_recovery" {
  description = "How a forgotten password is replaced: by a code to the verified e-mail address, or by an administrator."
  type        = string
  default     = "verified_email"
  nullable    = false

  validation {
    condition     = contains(["verified_email", "admin_only"], var.account_recovery)
    error_message = "account_recovery must be one of verified_email, admin_only."
  }
}

variable "user_pool_tier" {
  description = <<-EOT
    Feature plan. Per user active in a month, after a free tier of 10,000 (none with PLUS): LITE 0.0055 USD,
    ESSENTIALS 0.015 USD (passkeys, e-mail codes, password history), PLUS 0.02 USD (threat protection). Source:
    Amazon Cognito pricing.
  EOT
  type        = string
  default     = "ESSENTIALS"
  nullable    = false

  validation {
    condition     = contains(["ESSENTIALS", "PLUS", "LITE"], var.user_pool_tier)
    error_message = "user_pool_tier must be one of ESSENTIALS, PLUS, LITE."
  }

  validation {
    condition     = var.threat_protection == null || var.user_pool_tier == "PLUS"
    error_message = "user_pool_tier must be PLUS with threat_protection."
  }

  validation {
    condition     = var.user_pool_tier != "LITE" || var.password_policy.password_history_size == 0
    error_message = "user_pool_tier must not be LITE unless password_policy.password_history_size is 0."
  }

  validation {
    condition = (
      var.user_pool_tier != "LITE" ||
      (
        length(var.first_auth_factors) == 1 &&
        !contains(var.mfa_methods, "EMAIL") &&
        var.managed_login_version == 1 &&
        var.pre_token_generation_version == "V1_0"
      )
    )
    error_message = join(" ", [
      "user_pool_tier must not be LITE with first_auth_factors beyond PASSWORD, mfa_methods with EMAIL,",
      "managed_login_version 2 or a pre_token_generation_version beyond V1_0.",
    ])
  }
}

variable "threat_protection" {
  description = "Threat protection; needs `user_pool_tier` = PLUS. Run it as AUDIT for two weeks before ENFORCED, as AWS advises. Null is off."
  type = object({
    mode                    = optional(string, "ENFORCED")
    compromised_credentials = optional(string, "BLOCK")
    account_takeover = optional(object({
      low    = optional(string, "NO_ACTION")
      medium = optional(string, "MFA_IF_CONFIGURED")
      high   = optional(string, "BLOCK")
      notify = optional(bool, true)
    }))
  })
  default = null

  validation {
    condition     = var.threat_protection == null ? true : contains(["ENFORCED", "AUDIT"], var.threat_protection.mode)
    error_message = "threat_protection.mode must be one of ENFORCED, AUDIT."
  }

  validation {
    condition = (
      var.threat_protection == null
      ? true
      : contains(["BLOCK", "NO_ACTION"], var.threat_protection.compromised_credentials)
    )
    error_message = "threat_protection.compromised_credentials must be one of BLOCK, NO_ACTION."
  }

  validation {
    condition = (
      var.threat_protection == null
      ? true
      : (
        var.threat_protection.account_takeover == null
        ? true
        : contains(
          ["NO_ACTION", "MFA_IF_CONFIGURED", "MFA_REQUIRED", "BLOCK"],
          var.threat_protection.account_takeover.low,
        )
      )
    )
    error_message = "threat_protection.account_takeover.low must be one of NO_ACTION, MFA_IF_CONFIGURED, MFA_REQUIRED, BLOCK."
  }

  validation {
    condition = (
      var.threat_protection == null
      ? true
      : (
        var.threat_protection.account_takeover == null
        ? true
        : contains(
          ["MFA_IF_CONFIGURED", "NO_ACTION", "MFA_REQUIRED", "BLOCK"],
          var.threat_protection.account_takeover.medium,
        )
      )
    )
    error_message = "threat_protection.account_takeover.medium must be one of MFA_IF_CONFIGURED, NO_ACTION, MFA_REQUIRED, BLOCK."
  }

  validation {
    condition = (
      var.threat_protection == null
      ? true
      : (
        var.threat_protection.account_takeover == null
        ? true
        : contains(
          ["BLOCK", "NO_ACTION", "MFA_IF_CONFIGURED", "MFA_REQUIRED"],
          var.threat_protection.account_takeover.high,
        )
      )
    )
    error_message = "threat_protection.account_takeover.high must be one of BLOCK, NO_ACTION, MFA_IF_CONFIGURED, MFA_REQUIRED."
  }

  validation {
    condition = (
      var.threat_protection == null
      ? true
      : (var.threat_protection.account_takeover == null ? true : var.email != null)
    )
    error_message = "threat_protection must have account_takeover only with email, which users are warned by."
  }
}

# Applications

variable "clients" {
  description = <<-EOT
    App clients by a name of your own: a public one for a browser or a phone, which uses the flow code with PKCE,
    or a confidential one with a secret for a server. Changing the name makes a new client with another ID: its
    users sign in again.
  EOT
  type = map(object({
    confidential         = optional(bool, false)
    oauth_flows          = optional(set(string), ["code"])
    oauth_scopes         = optional(set(string), ["openid", "email", "profile"])
    callback_urls        = optional(set(string), [])
    logout_urls          = optional(set(string), [])
    default_redirect_uri = optional(string)
    auth_flows           = optional(set(string), ["ALLOW_USER_SRP_AUTH"])
    access_token_minutes = optional(number, 60)
    id_token_minutes     = optional(number, 60)
    refresh_token_hours  = optional(number, 720)
    refresh_token_rotation = optional(object({
      grace_period = optional(number, 10)
    }))
    auth_session_minutes          = optional(number, 3)
    token_revocation              = optional(bool, true)
    prevent_user_existence_errors = optional(bool, true)
    identity_providers            = optional(set(string), ["COGNITO"])
    read_attributes               = optional(set(string))
    write_attributes              = optional(set(string))
  }))
  default  = {}
  nullable = false

  validation {
    condition = alltrue([for key in keys(var.clients) : can(regex("^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$", key))])
    error_message = join(" ", [
      "clients keys must be 1 to 64 letters, digits, dots, hyphens and underscores (wrong:",
      "${join(", ", [for key in keys(var.clients) : key if !can(regex("^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$", key))])}).",
    ])
  }

  validation {
    condition     = alltrue([for item in values(var.clients) : item != null])
    error_message = "clients[*] must not be null (wrong: ${join(", ", [for key, item in var.clients : key if item == null])})."
  }

  validation {
    condition = alltrue([
      for item in values(var.clients) : !contains(item.oauth_flows, "code") || length(item.callback_urls) > 0
      if item != null
    ])
    error_message = "clients[*] must have callback_urls, which the flow code sends users back to; an empty oauth_flows needs none."
  }

  validation {
    condition = alltrue([
      for item in values(var.clients) :
      !contains(item.oauth_flows, "client_credentials") || (item.confidential && length(item.oauth_flows) == 1)
      if item != null
    ])
    error_message = join(" ", [
      "clients[*] must be confidential and have no other flow with client_credentials:",
      "it is for a service that signs in by itself, with its secret.",
    ])
  }

  validation {
    condition = alltrue([
      for item in values(var.clients) : length(item.oauth_flows) == 0 || length(item.oauth_scopes) > 0
      if item != null
    ])
    error_message = "clients[*] must have oauth_scopes with a flow of OAuth."
  }

  validation {
    condition = alltrue([
      for item in values(var.clients) :
      item.default_redirect_uri == null ? true : contains(item.callback_urls, item.default_redirect_uri)
      if item != null
    ])
    error_message = "clients[*] must have a default_redirect_uri that is one of its callback_urls."
  }

  validation {
    condition = alltrue([
      for item in values(var.clients) :
      max(item.access_token_minutes, item.id_token_minutes) <= item.refresh_token_hours * 60
      if item != null
    ])
    error_message = "clients[*] must have a refresh token that lives at least as long as its access and ID tokens."
  }

  validation {
    condition = alltrue([
      for item in values(var.clients) : alltrue([for item in item.oauth_flows : item != null])
      if item != null
    ])
    error_message = "clients[*].oauth_flows[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in values(var.clients) :
      alltrue([for item in item.oauth_flows : contains(["code", "client_credentials"], item) if item != null])
      if item != null
    ])
    error_message = "clients[*].oauth_flows[*] must be one of code, client_credentials."
  }

  validation {
    condition = alltrue([
      for item in values(var.clients) : alltrue([for item in item.oauth_scopes : item != null])
      if item != null
    ])
    error_message = "clients[*].oauth_scopes[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in values(var.clients) :
      alltrue([for item in item.oauth_scopes : can(regex("^[!#-[\\]-~]{1,256}$", item)) if item != null])
      if item != null
    ])
    error_message = "clients[*].oauth_scopes[*] must be 1 to 256 characters of ASCII without spaces, quotes and backslashes."
  }

  validation {
    condition     = alltrue([for item in values(var.clients) : length(item.callback_urls) <= 100 if item != null])
    error_message = "clients[*].callback_urls must not be more than 100, the most that Cognito takes."
  }

  validation {
    condition = alltrue([
      for item in values(var.clients) : alltrue([for item in item.callback_urls : item != null])
      if item != null
    ])
    error_message = "clients[*].callback_urls[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in values(var.clients) :
      alltrue([
        for item in item.callback_urls :
        can(regex(
          join("", [
            "^(https://[^\\s\\p{C}#/]+(/[^\\s\\p{C}#]*)?|http://localhost(:[0-9]+)?(/[^\\s\\p{C}#]*)?|",
            "([a-gi-z][a-z0-9+.-]*|h[a-su-z0-9+.-][a-z0-9+.-]*):/[^\\s\\p{C}#]+)$",
          ]),
          item,
        ))
        if item != null
      ])
      if item != null
    ])
    error_message = join(" ", [
      "clients[*].callback_urls[*] must begin with https://, with http://localhost for development,",
      "or with an app's own scheme (myapp://), and have no fragment (#).",
    ])
  }

  validation {
    condition = alltrue([
      for item in values(var.clients) :
      alltrue([
        for item in item.callback_urls : !can(regex("^(javascript|data|file|vbscript|blob):", item))
        if item != null
      ])
      if item != null
    ])
    error_message = "clients[*].callback_urls[*] must not have a scheme that runs code or reads files."
  }

  validation {
    condition = alltrue([
      for item in values(var.clients) :
      alltrue([for item in item.callback_urls : length(item) >= 1 && length(item) <= 1024 if item != null])
      if item != null
    ])
    error_message = "clients[*].callback_urls[*] must have 1 to 1024 characters."
  }

  validation {
    condition     = alltrue([for item in values(var.clients) : length(item.logout_urls) <= 100 if item != null])
    error_message = "clients[*].logout_urls must not be more than 100, the most that Cognito takes."
  }

  validation {
    condition = alltrue([
      for item in values(var.clients) : alltrue([for item in item.logout_urls : item != null])
      if item != null
    ])
    error_message = "clients[*].logout_urls[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in values(var.clients) :
      alltrue([
        for item in item.logout_urls :
        can(regex(
          join("", [
            "^(https://[^\\s\\p{C}#/]+(/[^\\s\\p{C}#]*)?|http://localhost(:[0-9]+)?(/[^\\s\\p{C}#]*)?|",
            "([a-gi-z][a-z0-9+.-]*|h[a-su-z0-9+.-][a-z0-9+.-]*):/[^\\s\\p{C}#]+)$",
          ]),
          item,
        ))
        if item != null
      ])
      if item != null
    ])
    error_message = join(" ", [
      "clients[*].logout_urls[*] must begin with https://, with http://localhost for development,",
      "or with an app's own scheme (myapp://), and have no fragment (#).",
    ])
  }

  validation {
    condition = alltrue([
      for item in values(var.clients) :
      alltrue([
        for item in item.logout_urls : !can(regex("^(javascript|data|file|vbscript|blob):", item))
        if item != null
      ])
      if item != null
    ])
    error_message = "clients[*].logout_urls[*] must not have a scheme that runs code or reads files."
  }

  validation {
    condition = alltrue([
      for item in values(var.clients) :
      alltrue([for item in item.logout_urls : length(item) >= 1 && length(item) <= 1024 if item != null])
      if item != null
    ])
    error_message = "clients[*].logout_urls[*] must have 1 to 1024 characters."
  }

  validation {
    condition = alltrue([
      for item in values(var.clients) :
      (
        item.default_redirect_uri == null
        ? true
        : can(regex(
          join("", [
            "^(https://[^\\s\\p{C}#/]+(/[^\\s\\p{C}#]*)?|http://localhost(:[0-9]+)?(/[^\\s\\p{C}#]*)?|",
            "([a-gi-z][a-z0-9+.-]*|h[a-su-z0-9+.-][a-z0-9+.-]*):/[^\\s\\p{C}#]+)$",
          ]),
          item.default_redirect_uri,
        ))
      )
      if item != null
    ])
    error_message = join(" ", [
      "clients[*].default_redirect_uri must begin with https://, with http://localhost for development,",
      "or with an app's own scheme (myapp://), and have no fragment (#).",
    ])
  }

  validation {
    condition = alltrue([
      for item in values(var.clients) :
      (
        item.default_redirect_uri == null
        ? true
        : !can(regex("^(javascript|data|file|vbscript|blob):", item.default_redirect_uri))
      )
      if item != null
    ])
    error_message = "clients[*].default_redirect_uri must not have a scheme that runs code or reads files."
  }

  validation {
    condition = alltrue([
      for item in values(var.clients) :
      (
        item.default_redirect_uri == null
        ? true
        : length(item.default_redirect_uri) >= 1 && length(item.default_redirect_uri) <= 1024
      )
      if item != null
    ])
    error_message = "clients[*].default_redirect_uri must have 1 to 1024 characters."
  }

  validation {
    condition = alltrue([
      for item in values(var.clients) : alltrue([for item in item.auth_flows : item != null])
      if item != null
    ])
    error_message = "clients[*].auth_flows[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in values(var.clients) :
      alltrue([
        for item in item.auth_flows :
        contains(
          [
            "ALLOW_USER_SRP_AUTH",
            "ALLOW_USER_AUTH",
            "ALLOW_CUSTOM_AUTH",
            "ALLOW_USER_PASSWORD_AUTH",
            "ALLOW_ADMIN_USER_PASSWORD_AUTH",
          ],
          item,
        )
        if item != null
      ])
      if item != null
    ])
    error_message = join(" ", [
      "clients[*].auth_flows[*] must be one of ALLOW_USER_SRP_AUTH, ALLOW_USER_AUTH, ALLOW_CUSTOM_AUTH,",
      "ALLOW_USER_PASSWORD_AUTH, ALLOW_ADMIN_USER_PASSWORD_AUTH.",
    ])
  }

  validation {
    condition = alltrue([
      for item in values(var.clients) :
      floor(item.access_token_minutes) == item.access_token_minutes &&
      item.access_token_minutes >= 5 &&
      item.access_token_minutes <= 1440
      if item != null
    ])
    error_message = "clients[*].access_token_minutes must be a whole number between 5 and 1440 minutes."
  }

  validation {
    condition = alltrue([
      for item in values(var.clients) :
      floor(item.id_token_minutes) == item.id_token_minutes &&
      item.id_token_minutes >= 5 &&
      item.id_token_minutes <= 1440
      if item != null
    ])
    error_message = "clients[*].id_token_minutes must be a whole number between 5 and 1440 minutes."
  }

  validation {
    condition = alltrue([
      for item in values(var.clients) :
      floor(item.refresh_token_hours) == item.refresh_token_hours &&
      item.refresh_token_hours >= 1 &&
      item.refresh_token_hours <= 87600
      if item != null
    ])
    error_message = "clients[*].refresh_token_hours must be a whole number between 1 and 87600 hours."
  }

  validation {
    condition = alltrue([
      for item in values(var.clients) :
      (
        item.refresh_token_rotation == null
        ? true
        : (
          floor(item.refresh_token_rotation.grace_period) == item.refresh_token_rotation.grace_period &&
          item.refresh_token_rotation.grace_period >= 0 &&
          item.refresh_token_rotation.grace_period <= 60
        )
      )
      if item != null
    ])
    error_message = "clients[*].refresh_token_rotation.grace_period must be a whole number between 0 and 60 seconds."
  }

  validation {
    condition = alltrue([
      for item in values(var.clients) :
      floor(item.auth_session_minutes) == item.auth_session_minutes &&
      item.auth_session_minutes >= 3 &&
      item.auth_session_minutes <= 15
      if item != null
    ])
    error_message = "clients[*].auth_session_minutes must be a whole number between 3 and 15 minutes."
  }

  validation {
    condition = alltrue([
      for item in values(var.clients) : alltrue([for item in item.identity_providers : item != null])
      if item != null
    ])
    error_message = "clients[*].identity_providers[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in values(var.clients) :
      alltrue([for item in item.identity_providers : can(regex("^[^\\t\\n\\r]{1,32}$", item)) if item != null])
      if item != null
    ])
    error_message = "clients[*].identity_providers[*] must be 1 to 32 characters without tabs and line ends."
  }

  validation {
    condition = alltrue([
      for item in values(var.clients) :
      item.read_attributes == null ? true : alltrue([for item in item.read_attributes : item != null])
      if item != null
    ])
    error_message = "clients[*].read_attributes[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in values(var.clients) :
      (
        item.read_attributes == null
        ? true
        : alltrue([for item in item.read_attributes : length(item) >= 1 && length(item) <= 2048 if item != null])
      )
      if item != null
    ])
    error_message = "clients[*].read_attributes[*] must have 1 to 2048 characters."
  }

  validation {
    condition = alltrue([
      for item in values(var.clients) :
      item.write_attributes == null ? true : alltrue([for item in item.write_attributes : item != null])
      if item != null
    ])
    error_message = "clients[*].write_attributes[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in values(var.clients) :
      (
        item.write_attributes == null
        ? true
        : alltrue([for item in item.write_attributes : length(item) >= 1 && length(item) <= 2048 if item != null])
      )
      if item != null
    ])
    error_message = "clients[*].write_attributes[*] must have 1 to 2048 characters."
  }

  validation {
    condition = length(setsubtract(
      flatten([
        for client in values(var.clients) : tolist(client.oauth_scopes)
        if client == null ? false : length(client.oauth_flows) > 0
      ]),
      flatten([
        "openid",
        "email",
        "phone",
        "profile",
        "aws.cognito.signin.user.admin",
        [for server in values(var.resource_servers) : [
          for scope in keys(server.scopes) : "${server.identifier}/${scope}"
        ] if server != null],
      ]),
    )) == 0
    error_message = join(" ", [
      "clients must have only oauth_scopes among openid, email, phone, profile,",
      "aws.cognito.signin.user.admin and <identifier>/<scope> of resource_servers.",
    ])
  }

  validation {
    condition = alltrue(flatten([for client in values(var.clients) : [
      for name in setunion(coalesce(client.read_attributes, []), coalesce(client.write_attributes, [])) :
      !startswith(name, "custom:") || contains(keys(var.custom_attributes), trimprefix(name, "custom:"))
      if name != null
    ] if client != null]))
    error_message = "clients must name in read_attributes and write_attributes only custom: attributes of custom_attributes."
  }
}

variable "resource_servers" {
  description = "APIs of yours by a name of your own. Clients ask for `<identifier>/<scope>`."
  type = map(object({
    identifier = string
    scopes     = optional(map(string), {})
  }))
  default  = {}
  nullable = false

  validation {
    condition = alltrue([for key in keys(var.resource_servers) : can(regex("^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$", key))])
    error_message = join("", [
      "resource_servers keys must be 1 to 64 letters, digits, dots, hyphens and underscores (wrong: ",
      join(", ", [
        for key in keys(var.resource_servers) : key
        if !can(regex("^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$", key))
      ]),
      ").",
    ])
  }

  validation {
    condition     = alltrue([for item in values(var.resource_servers) : item != null])
    error_message = "resource_servers[*] must not be null (wrong: ${join(", ", [for key, item in var.resource_servers : key if item == null])})."
  }

  validation {
    condition = alltrue([
      for item in values(var.resource_servers) :
      can(regex("^[!#-.0-[\\]-~]([!#-[\\]-~]*[!#-.0-[\\]-~])?$", item.identifier))
      if item != null
    ])
    error_message = "resource_servers[*].identifier must have no spaces, quotes and backslashes, and no slash at its ends."
  }

  validation {
    condition = alltrue([
      for item in values(var.resource_servers) : length(item.identifier) >= 1 && length(item.identifier) <= 256
      if item != null
    ])
    error_message = "resource_servers[*].identifier must have 1 to 256 characters."
  }

  validation {
    condition = alltrue([
      for item in values(var.resource_servers) :
      alltrue([for key in keys(item.scopes) : can(regex("^[!#-.0-[\\]-~]{1,256}$", key))])
      if item != null
    ])
    error_message = "resource_servers[*].scopes keys must have no spaces, slashes, quotes and backslashes."
  }

  validation {
    condition     = alltrue([for item in values(var.resource_servers) : length(item.scopes) <= 100 if item != null])
    error_message = "resource_servers[*].scopes must not be more than 100, the most that Cognito takes."
  }

  validation {
    condition = alltrue([
      for item in values(var.resource_servers) : alltrue([for item in values(item.scopes) : item != null])
      if item != null
    ])
    error_message = "resource_servers[*].scopes[*] must not be null."
  }

  validation {
    condition = alltrue([
      for item in values(var.resource_servers) :
      alltrue([for item in values(item.scopes) : length(item) >= 1 && length(item) <= 256 if item != null])
      if item != null
    ])
    error_message = "resource_servers[*].scopes[*] must have 1 to 256 characters."
  }
}

# Domain

variable "prefix_domain" {
  description = "Sign-in pages at `https://<prefix>.auth.<region>.amazoncognito.com`. Another prefix takes the old address away. Null has none there."
  type = object({
    prefix = string
  })
  default = null

  validation {
    condition = (
      var.prefix_domain == null
      ? true
      : can(regex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", var.prefix_domain.prefix))
    )
    error_message = "prefix_domain.prefix must be 1 to 63 lower-case letters, digits and hyphens, and neither begin nor end with a hyphen."
  }

  validation {
    condition     = var.prefix_domain == null ? true : !can(regex("aws|amazon|cognito", var.prefix_domain.prefix))
    error_message = "prefix_domain.prefix must not hold aws, amazon or cognito, which Cognito reserves."
  }
}

variable "custom_domain" {
  description = <<-EOT
    Sign-in pages at a name of yours. Its parent domain needs an A record before, and the name an alias record to
    the output custom_domain_target after. Null has none there.
  EOT
  type = object({
    name            = string
    certificate_arn = string
  })
  default = null

  validation {
    condition = (
      var.custom_domain == null
      ? true
      : can(regex("^[a-z0-9]([a-z0-9-]*[a-z0-9])?([.][a-z0-9]([a-z0-9-]*[a-z0-9])?){2,}$", var.custom_domain.name))
    )
    error_message = "custom_domain.name must be a subdomain of a domain of yours, in lower case."
  }

  validation {
    condition = (
      var.custom_domain == null
      ? true
      : length(var.custom_domain.name) >= 1 && length(var.custom_domain.name) <= 63
    )
    error_message = "custom_domain.name must have 1 to 63 characters."
  }

  validation {
    condition = (
      var.custom_domain == null
      ? true
      : can(regex(
        "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:acm:us-east-1:[0-9]{12}:certificate/[A-Za-z0-9-]{1,64}$",
        var.custom_domain.certificate_arn,
      ))
    )
    error_message = join(" ", [
      "custom_domain.certificate_arn must be the ARN of a certificate of us-east-1:",
      "the sign-in pages come by CloudFront, which looks for it there.",
    ])
  }

  validation {
    condition = (
      var.custom_domain == null
      ? true
      : can(regex(
        "^arn:(${data.aws_partition.current.partition}):[^:]*:[^:]*:(|aws|${data.aws_caller_identity.current.account_id}):",
        var.custom_domain.certificate_arn,
      ))
    )
    error_message = join(" ", [
      "custom_domain.certificate_arn must be of account ${data.aws_caller_identity.current.account_id},",
      "as the module's provider is: give one that was made there (wrong:",
      "${join(", ", var.custom_domain == null ? [] : [var.custom_domain.certificate_arn])}).",
    ])
  }
}

variable "managed_login_version" {
  description = <<-EOT
    Sign-in pages: the hosted UI (1), or managed login (2), which shows an error until a branding style exists;
    the AWS provider 5.100 cannot make one, so make it in the console.
  EOT
  type        = number
  default     = 1
  nullable    = false

  validation {
    condition     = contains([1, 2], var.managed_login_version)
    error_message = "managed_login_version must be one of 1, 2."
  }
}

# Messages

variable "email" {
  description = <<-EOT
    Amazon SES identity that sends, verified and out of the sandbox, and the sender. Null sends from
    no-reply@verificationemail.com, at most 50 messages a day: for development.
  EOT
  type = object({
    source_arn        = string
    from              = string
    reply_to          = optional(string)
    configuration_set = optional(string)
  })
  default = null

  validation {
    condition = (
      var.email == null
      ? true
      : can(regex(
        "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:ses:[a-z0-9-]+:[0-9]{12}:identity/[A-Za-z0-9+=,.@_/!#-]+$",
        var.email.source_arn,
      ))
    )
    error_message = "email.source_arn must be an ARN of ses."
  }

  validation {
    condition     = var.email == null ? true : length(var.email.source_arn) >= 1 && length(var.email.source_arn) <= 2048
    error_message = "email.source_arn must have 1 to 2048 characters."
  }

  validation {
    condition = (
      var.email == null
      ? true
      : can(regex("^arn:(${data.aws_partition.current.partition}):[^:]*:[^:]*:[^:]*:", var.email.source_arn))
    )
    error_message = join(" ", [
      "email.source_arn must be of partition ${data.aws_partition.current.partition}, as the module's provider is:",
      "give one that was made there (wrong: ${join(", ", var.email == null ? [] : [var.email.source_arn])}).",
    ])
  }

  validation {
    condition = (
      var.email == null
      ? true
      : can(regex("^([^<>@]+ <[^<>@\\s]+@[^<>@\\s]+>|[^<>@\\s]+@[^<>@\\s]+)$", var.email.from))
    )
    error_message = "email.from must be an e-mail address, alone or as Name <address>."
  }

  validation {
    condition = (
      var.email == null
      ? true
      : (
        var.email.reply_to == null
        ? true
        : can(regex("^([^<>@]+ <[^<>@\\s]+@[^<>@\\s]+>|[^<>@\\s]+@[^<>@\\s]+)$", var.email.reply_to))
      )
    )
    error_message = "email.reply_to must be an e-mail address, alone or as Name <address>."
  }

  validation {
    condition = (
      var.email == null
      ? true
      : (var.email.configuration_set == null ? true : can(regex("^[A-Za-z0-9_-]{1,64}$", var.email.configuration_set)))
    )
    error_message = "email.configuration_set must be 1 to 64 letters, digits, underscores and hyphens."
  }
}

variable "verification" {
  description = "How an e-mail address is verified, by a code or by a link, and the text of both messages."
  type = object({
    option       = optional(string, "CONFIRM_WITH_CODE")
    subject      = optional(string, "Your verification code")
    message      = optional(string, "Your verification code is {####}.")
    link_subject = optional(string, "Verify your e-mail address")
    link_message = optional(string, "Please follow the link to {##verify your e-mail address##}.")
  })
  default  = {}
  nullable = false

  validation {
    condition     = contains(["CONFIRM_WITH_CODE", "CONFIRM_WITH_LINK"], var.verification.option)
    error_message = "verification.option must be one of CONFIRM_WITH_CODE, CONFIRM_WITH_LINK."
  }

  validation {
    condition     = length(var.verification.subject) >= 1 && length(var.verification.subject) <= 140
    error_message = "verification.subject must have 1 to 140 characters."
  }

  validation {
    condition     = length(var.verification.message) >= 6 && length(var.verification.message) <= 20000
    error_message = "verification.message must have 6 to 20000 characters."
  }

  validation {
    condition     = strcontains(var.verification.message, "{####}")
    error_message = "verification.message must hold {####}, which Cognito fills in."
  }

  validation {
    condition     = length(var.verification.link_subject) >= 1 && length(var.verification.link_subject) <= 140
    error_message = "verification.link_subject must have 1 to 140 characters."
  }

  validation {
    condition     = can(regex("\\{##.+##\\}", var.verification.link_message))
    error_message = "verification.link_message must hold {##text of the link##}."
  }

  validation {
    condition     = length(var.verification.link_message) >= 6 && length(var.verification.link_message) <= 20000
    error_message = "verification.link_message must have 6 to 20000 characters."
  }

  validation {
    condition     = var.verification.option != "CONFIRM_WITH_LINK" || var.prefix_domain != null || var.custom_domain != null
    error_message = "verification must have the option CONFIRM_WITH_LINK only with a prefix_domain or a custom_domain, where the link leads."
  }
}

variable "invitation" {
  description = "The message to invited users. Null sends Cognito's own text."
  type = object({
    subject = optional(string, "Your account")
    message = string
  })
  default = null

  validation {
    condition = (
      var.invitation == null
      ? true
      : length(var.invitation.subject) >= 1 && length(var.invitation.subject) <= 140
    )
    error_message = "invitation.subject must have 1 to 140 characters."
  }

  validation {
    condition = (
      var.invitation == null
      ? true
      : length(var.invitation.message) >= 6 && length(var.invitation.message) <= 20000
    )
    error_message = "invitation.message must have 6 to 20000 characters."
  }

  validation {
    condition = (
      var.invitation == null
      ? true
      : strcontains(var.invitation.message, "{username}") && strcontains(var.invitation.message, "{####}")
    )
    error_message = "invitation.message must hold {username} and {####}, which Cognito fills in."
  }
}

# Triggers

variable "triggers" {
  description = <<-EOT
    ARNs of Lambda functions that Cognito calls, by the moment, such as pre_sign_up. The module lets this pool,
    and no other, call them. While a function is added or taken away, sign-ins fail for some seconds: do it at a
    quiet hour.
  EOT
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition = alltrue([
      for key in keys(var.triggers) :
      can(regex(
        join("", [
          "^(pre_sign_up|post_confirmation|pre_authentication|post_authentication|pre_token_generation|custom_message|",
          "user_migration|define_auth_challenge|create_auth_challenge|verify_auth_challenge_response)$",
        ]),
        key,
      ))
    ])
    error_message = join("", [
      join(" ", [
        "triggers keys must be among pre_sign_up, post_confirmation, pre_authentication, post_authentication,",
        "pre_token_generation, custom_message, user_migration, define_auth_challenge, create_auth_challenge,",
        "verify_auth_challenge_response (wrong: ",
      ]),
      join(", ", [
        for key in keys(var.triggers) : key
        if !can(regex(
          join("", [
            "^(pre_sign_up|post_confirmation|pre_authentication|post_authentication|pre_token_generation|",
            "custom_message|user_migration|define_auth_challenge|create_auth_challenge|",
            "verify_auth_challenge_response)$",
          ]),
          key,
        ))
      ]),
      ").",
    ])
  }

  validation {
    condition     = alltrue([for item in values(var.triggers) : item != null])
    error_message = "triggers[*] must not be null (wrong: ${join(", ", [for key, item in var.triggers : key if item == null])})."
  }

  validation {
    condition = alltrue([
      for item in values(var.triggers) :
      can(regex(
        "^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:lambda:[a-z0-9-]+:[0-9]{12}:function:[A-Za-z0-9_-]{1,64}(:[A-Za-z0-9_-]{1,128})?$",
        item,
      ))
      if item != null
    ])
    error_message = "triggers[*] must be an ARN of lambda."
  }

  validation {
    condition     = alltrue([for item in values(var.triggers) : length(item) >= 1 && length(item) <= 2048 if item != null])
    error_message = "triggers[*] must have 1 to 2048 characters."
  }

  validation {
    condition = alltrue([
      for item in values(var.triggers) :
      can(regex("^arn:(${data.aws_partition.current.partition}):[^:]*:(|${data.aws_region.current.id}):[^:]*:", item))
      if item != null
    ])
    error_message = join("", [
      "triggers[*] must be of region ",
      data.aws_region.current.id,
      ", as the module's provider is: give one that was made there (wrong: ",
      join(", ", flatten([
        for item in values(var.triggers) : [item]
        if(
          item == null
          ? false
          : !can(regex(
            "^arn:(${data.aws_partition.current.partition}):[^:]*:(|${data.aws_region.current.id}):[^:]*:",
            item,
          ))
        )
      ])),
      ").",
    ])
  }
}

variable "pre_token_generation_version" {
  description = <<-EOT
    Event that the function at pre_token_generation gets: V1_0 changes the ID token only, V2_0 the access token as
    well, V3_0 those of client_credentials too. Beyond V1_0 not with the tier LITE.
  EOT
  type        = string
  default     = "V1_0"
  nullable    = false

  validation {
    condition     = contains(["V1_0", "V2_0", "V3_0"], var.pre_token_generation_version)
    error_message = "pre_token_generation_version must be one of V1_0, V2_0, V3_0."
  }
}
