import { ElementKind } from "../stack-json/elements";

const EC2 = "EC2, whose control plane is the region's own";
const RDS = "RDS, whose control plane is the region's own";
const ELASTICACHE = "ElastiCache, whose control plane is the region's own";
const ECS = "ECS, whose control plane is the region's own; the roles that it hands over stand in standby";
const SCALING =
  "Application Auto Scaling, whose control plane is the region's own; its service-linked role exists since the primary stack";
const CLOUDWATCH = "CloudWatch, whose control plane is the region's own";
const RULES_OF_BALANCER =
  "Elastic Load Balancing of the region: a part of a load balancer that stands, without a DNS name";
const KMS = "KMS, whose control plane is the region's own";
const SECRETS = "Secrets Manager, whose control plane is the region's own";
const SSM = "SSM, whose control plane is the region's own";
const LOCAL = "Terraform itself: nothing is requested";

/**
 * What the stacks of an incident may hold, each with why it needs no other region. Everything else is refused, also what
 * nobody has thought of.
 *
 * Not here on purpose: what makes a DNS name through Route 53's control plane (`aws_lb`, interface endpoints), buckets,
 * whose creation and configuration depend on us-east-1, IAM, Route 53, CloudFront, WAF for CloudFront, Organizations and
 * Budgets. Source: AWS Fault Isolation Boundaries, "Global services" and its appendices.
 */
export const REGIONAL_TYPES: Readonly<Record<ElementKind, ReadonlyMap<string, string>>> = {
  resource: new Map([
    ["aws_appautoscaling_policy", SCALING],
    ["aws_appautoscaling_scheduled_action", SCALING],
    ["aws_appautoscaling_target", SCALING],
    ["aws_cloudwatch_dashboard", `${CLOUDWATCH}; dashboards are shown everywhere, and are not needed to serve`],
    ["aws_cloudwatch_log_group", CLOUDWATCH],
    ["aws_cloudwatch_metric_alarm", CLOUDWATCH],
    ["aws_db_event_subscription", RDS],
    ["aws_db_instance", RDS],
    ["aws_db_parameter_group", RDS],
    ["aws_db_proxy", RDS],
    ["aws_db_proxy_default_target_group", RDS],
    ["aws_db_proxy_target", RDS],
    ["aws_db_subnet_group", RDS],
    ["aws_ecs_service", ECS],
    ["aws_ecs_task_definition", ECS],
    ["aws_eip", EC2],
    ["aws_elasticache_parameter_group", ELASTICACHE],
    ["aws_elasticache_replication_group", ELASTICACHE],
    ["aws_elasticache_serverless_cache", ELASTICACHE],
    ["aws_elasticache_subnet_group", ELASTICACHE],
    ["aws_elasticache_user", ELASTICACHE],
    ["aws_elasticache_user_group", ELASTICACHE],
    ["aws_kms_alias", KMS],
    ["aws_kms_key", KMS],
    ["aws_lb_listener_rule", RULES_OF_BALANCER],
    ["aws_lb_target_group", RULES_OF_BALANCER],
    ["aws_nat_gateway", EC2],
    ["aws_route", EC2],
    ["aws_secretsmanager_secret", SECRETS],
    ["aws_secretsmanager_secret_policy", SECRETS],
    ["aws_secretsmanager_secret_version", SECRETS],
    ["aws_security_group", EC2],
    ["aws_ssm_parameter", SSM],
    ["aws_vpc_security_group_egress_rule", EC2],
    ["aws_vpc_security_group_ingress_rule", EC2],
    ["terraform_data", LOCAL],
  ]),
  data: new Map([
    ["aws_arn", LOCAL],
    ["aws_availability_zones", EC2],
    ["aws_caller_identity", "STS, at the endpoint of the provider's region"],
    ["aws_cloudwatch_log_groups", CLOUDWATCH],
    ["aws_db_instance", RDS],
    ["aws_db_instances", RDS],
    ["aws_db_snapshot", RDS],
    ["aws_ecr_image", "ECR, whose control plane is the region's own"],
    ["aws_ecr_repository", "ECR, whose control plane is the region's own"],
    ["aws_ecs_cluster", ECS],
    ["aws_eips", EC2],
    ["aws_elasticache_replication_group", ELASTICACHE],
    ["aws_iam_policy_document", LOCAL],
    ["aws_kms_alias", KMS],
    ["aws_kms_key", KMS],
    ["aws_lb", "Elastic Load Balancing of the region: a look-up"],
    ["aws_lb_listener", "Elastic Load Balancing of the region: a look-up"],
    ["aws_lb_target_group", "Elastic Load Balancing of the region: a look-up"],
    ["aws_nat_gateways", EC2],
    ["aws_partition", LOCAL],
    ["aws_region", LOCAL],
    ["aws_resourcegroupstaggingapi_resources", "Resource Groups Tagging, whose control plane is the region's own"],
    ["aws_route_tables", EC2],
    ["aws_secretsmanager_secret", SECRETS],
    ["aws_security_group", EC2],
    ["aws_security_groups", EC2],
    ["aws_ssm_parameter", SSM],
    ["aws_ssm_parameters_by_path", SSM],
    ["aws_subnet", EC2],
    ["aws_subnets", EC2],
    ["aws_vpc", EC2],
    ["aws_vpc_security_group_rules", EC2],
  ]),
  ephemeral: new Map([
    ["aws_secretsmanager_random_password", SECRETS],
    ["aws_secretsmanager_secret_version", SECRETS],
    ["aws_ssm_parameter", SSM],
  ]),
};
