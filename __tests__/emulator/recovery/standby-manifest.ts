const ELB = "arn:aws:elasticloadbalancing:us-west-2:123456789012";
const role = (name: string): string => `arn:aws:iam::123456789012:role/${name}`;

/** What a standby of production tells, for plans: Terraform asks for nothing of it before it makes something. */
export const standbyManifest = (zones: readonly string[]): object => ({
  schema: 1,
  vpc_id: "vpc-0123456789abcdef0",
  zones,
  private_subnet_ids: zones.map((_, i) => `subnet-000000000000000a${i}`),
  database_subnet_ids: zones.map((_, i) => `subnet-000000000000000b${i}`),
  public_subnet_ids: zones.map((_, i) => `subnet-000000000000000c${i}`),
  private_route_table_ids: Object.fromEntries(zones.map((zone, i) => [zone, `rtb-000000000000000a${i}`])),
  listener_arn: `${ELB}:listener/app/nimbus-production-dr/0123456789abcdef/0123456789abcdef`,
  load_balancer_security_group_id: "sg-0123456789abcdef0",
  load_balancer_arn_suffix: "app/nimbus-production-dr/0123456789abcdef",
  cluster_arn: "arn:aws:ecs:us-west-2:123456789012:cluster/nimbus-production-dr",
  namespace_arn: "arn:aws:servicediscovery:us-west-2:123456789012:namespace/ns-0123456789abcdef",
  monitoring_role_arn: role("nimbus-production-dr-monitoring-us-west-2"),
  cache: null,
  services: {
    web: {
      execution_role_arn: role("web-execution"),
      task_role_arn: role("web-task"),
      log_group_name: "/ecs/nimbus-production-dr/web",
      security_group_id: "sg-0123456789abcdef1",
      target_group_arn: `${ELB}:targetgroup/web/0123456789abcdef`,
    },
  },
});
