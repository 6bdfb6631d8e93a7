output "id" {
  description = "ID of the pool."
  value       = aws_cognito_user_pool.this.id
}

output "arn" {
  description = "ARN of the pool, for a web ACL and for a listener's rule."
  value       = aws_cognito_user_pool.this.arn
}

output "name" {
  description = "Name of the pool."
  value       = aws_cognito_user_pool.this.name
}

output "endpoint" {
  description = "Host and path of the pool, without https://."
  value       = aws_cognito_user_pool.this.endpoint
}

output "issuer" {
  description = "What tokens name as their issuer; its keys are at <issuer>/.well-known/jwks.json."
  value       = "https://${aws_cognito_user_pool.this.endpoint}"
}

output "domain" {
  description = "Domain of the sign-in pages as a listener's rule names it: the custom name, else the prefix, else null."
  value = try(
    coalesce(one(aws_cognito_user_pool_domain.custom[*].domain), one(aws_cognito_user_pool_domain.prefix[*].domain)),
    null,
  )
}

output "url" {
  description = "Base URL of the sign-in pages; null without a domain."
  value = (
    one(aws_cognito_user_pool_domain.custom[*].domain) != null
    ? "https://${one(aws_cognito_user_pool_domain.custom[*].domain)}"
    : (
      one(aws_cognito_user_pool_domain.prefix[*].domain) != null
      ? "https://${one(aws_cognito_user_pool_domain.prefix[*].domain)}.auth.${local.region}.amazoncognito.com"
      : null
    )
  )
}

output "custom_domain_target" {
  description = "Name that the alias record of the custom domain leads to; null without one."
  value       = one(aws_cognito_user_pool_domain.custom[*].cloudfront_distribution)
}

output "custom_domain_target_zone_id" {
  description = "Route 53 zone of that name; null without one."
  value       = one(aws_cognito_user_pool_domain.custom[*].cloudfront_distribution_zone_id)
}

output "client_ids" {
  description = "IDs of the clients, by their names."
  value       = { for name, client in aws_cognito_user_pool_client.this : name => client.id }
}

output "client_secrets" {
  description = "Secrets of the confidential clients, by their names. They are in Terraform's state as well."
  value = {
    for name, client in aws_cognito_user_pool_client.this : name => client.client_secret
    if client.generate_secret
  }
  sensitive = true
}

output "listener_authentication" {
  description = "What authenticate of the service module takes, by the names of the clients, which must be confidential."
  value = { for name, client in aws_cognito_user_pool_client.this : name => {
    user_pool_arn       = aws_cognito_user_pool.this.arn
    user_pool_client_id = client.id
    user_pool_domain = try(
      coalesce(one(aws_cognito_user_pool_domain.custom[*].domain), one(aws_cognito_user_pool_domain.prefix[*].domain)),
      null,
    )
  } }
}

output "scopes" {
  description = "Scopes of the resource servers, as clients ask for them."
  value = sort(flatten([for server in values(var.resource_servers) : [
    for scope in keys(server.scopes) : "${server.identifier}/${scope}"
  ]]))
}

output "group_names" {
  description = "Names of the groups."
  value       = keys(var.groups)
}
