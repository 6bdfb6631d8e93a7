import { Standby } from "../../../recovery/contract";

const ELB = "arn:aws:elasticloadbalancing:us-west-2:123456789012";
const role = (name: string): string => `arn:aws:iam::123456789012:role/${name}`;

/** What a standby of production tells, for plans: Terraform asks for nothing of it before it makes something. */
export const standbyManifest = (zones: readonly string[]): Standby => ({
  vpcId: "vpc-0123456789abcdef0",
  zones,
  privateSubnetIds: zones.map((_, i) => `subnet-000000000000000a${i}`),
  databaseSubnetIds: zones.map((_, i) => `subnet-000000000000000b${i}`),
  publicSubnetIds: zones.map((_, i) => `subnet-000000000000000c${i}`),
  privateRouteTableIds: Object.fromEntries(zones.map((zone, i) => [zone, `rtb-000000000000000a${i}`])),
  listenerArn: `${ELB}:listener/app/nimbus-production-dr/0123456789abcdef/0123456789abcdef`,
  loadBalancerSecurityGroupId: "sg-0123456789abcdef0",
  loadBalancerArnSuffix: "app/nimbus-production-dr/0123456789abcdef",
  latchSettings: "[]",
  clusterArn: "arn:aws:ecs:us-west-2:123456789012:cluster/nimbus-production-dr",
  namespaceArn: "arn:aws:servicediscovery:us-west-2:123456789012:namespace/ns-0123456789abcdef",
  monitoringRoleArn: role("nimbus-production-dr-monitoring-us-west-2"),
  cache: null,
  services: {
    web: {
      executionRoleArn: role("web-execution"),
      taskRoleArn: role("web-task"),
      logGroupName: "/ecs/nimbus-production-dr/web",
      securityGroupId: "sg-0123456789abcdef1",
      targetGroupArn: `${ELB}:targetgroup/web/0123456789abcdef`,
    },
  },
});
