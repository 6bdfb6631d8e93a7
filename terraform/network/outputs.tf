output "vpc_id" {
  description = "ID of the VPC."
  value       = aws_vpc.this.id
}

output "vpc_arn" {
  description = "ARN of the VPC."
  value       = aws_vpc.this.arn
}

output "vpc_cidr" {
  description = "IPv4 CIDR block of the VPC."
  value       = aws_vpc.this.cidr_block
}

output "zones" {
  description = "Availability zones, as given."
  value       = var.zones
}

output "public_subnet_ids_by_zone" {
  description = "IDs of the public subnets, by zone."
  value       = { for zone, association in aws_route_table_association.public : zone => association.subnet_id }
}

output "public_subnet_cidrs" {
  description = "CIDR blocks of the public subnets, by zone."
  value       = { for zone, subnet in aws_subnet.public : zone => subnet.cidr_block }
}

output "public_subnet_ids" {
  description = "IDs of the public subnets, in the order of their zones."
  value       = values(aws_route_table_association.public)[*].subnet_id
}

output "private_subnet_ids_by_zone" {
  description = "IDs of the private subnets, by zone."
  value       = { for zone, association in aws_route_table_association.private : zone => association.subnet_id }
}

output "private_subnet_cidrs" {
  description = "CIDR blocks of the private subnets, by zone."
  value       = { for zone, subnet in aws_subnet.private : zone => subnet.cidr_block }
}

output "private_subnet_ids" {
  description = "IDs of the private subnets, in the order of their zones."
  value       = values(aws_route_table_association.private)[*].subnet_id
}

output "database_subnet_ids_by_zone" {
  description = "IDs of the database subnets, by zone."
  value       = { for zone, association in aws_route_table_association.database : zone => association.subnet_id }
}

output "database_subnet_cidrs" {
  description = "CIDR blocks of the database subnets, by zone."
  value       = { for zone, subnet in aws_subnet.database : zone => subnet.cidr_block }
}

output "database_subnet_ids" {
  description = "IDs of the database subnets, in the order of their zones."
  value       = values(aws_route_table_association.database)[*].subnet_id
}

output "public_route_table_id" {
  description = "Route table of the public tier; null without one."
  value       = one(aws_route_table.public[*].id)
}

output "private_route_table_ids" {
  description = "Route tables of the private tier, by zone."
  value       = { for zone, table in aws_route_table.private : zone => table.id }
}

output "database_route_table_id" {
  description = "Route table of the database tier; null without one."
  value       = one(aws_route_table.database[*].id)
}

output "nat_public_ips" {
  description = "Public addresses that the private tier is seen from, by zone; of new Elastic IPs only."
  value       = { for zone, address in aws_eip.nat : zone => address.public_ip }
}

output "interface_endpoint_ids" {
  description = "IDs of the interface endpoints, by short name."
  value       = { for service, endpoint in aws_vpc_endpoint.interface : service => endpoint.id }
}

output "endpoint_security_group_id" {
  description = "Security group of the interface endpoints; null without any."
  value       = one(aws_security_group.endpoints[*].id)
}

output "flow_log_group_name" {
  description = "CloudWatch log group of the flow logs; null when they go elsewhere."
  value       = one(aws_cloudwatch_log_group.flow_logs[*].name)
}

output "flow_log_bucket_name" {
  description = "The module's own bucket of flow logs; null without one."
  value       = one(aws_s3_bucket.flow_logs[*].id)
}
