import { Told, Written } from "./contract";
import { ObjectField, list, map, nullable, number, text } from "./fields";
import { arn, characters, ec2Id, loadBalancerSuffix, roleArn, targetGroupSuffix } from "./longest";
import { recoveryName } from "../names";

/** What the standby has made for dr to start the services in; the edge stack reads the latch of it. */
export const STANDBY = {
  part: "standby",
  schema: 1,
  tier: "Intelligent-Tiering",
  hasSpare: true,
  body: new ObjectField({
    vpcId: text(() => ec2Id("vpc")),
    privateSubnetIds: list(
      text(() => ec2Id("subnet")),
      "zones",
    ),
    databaseSubnetIds: list(
      text(() => ec2Id("subnet")),
      "zones",
    ),
    publicSubnetIds: list(
      text(() => ec2Id("subnet")),
      "zones",
    ),
    /** Zones in the order of the subnets. */
    zones: list(text(({ region }) => `${region}a`)),
    privateRouteTableIds: map(
      text(() => ec2Id("rtb")),
      "zones",
    ),
    listenerArn: text((about) =>
      arn("elasticloadbalancing", about, `listener/${loadBalancerSuffix()}/${characters(16)}`),
    ),
    loadBalancerSecurityGroupId: text(() => ec2Id("sg")),
    loadBalancerArnSuffix: text(loadBalancerSuffix),
    /** All that the latch's alarm watches, as the latch module says it; empty without routed services. */
    latchSettings: text(longestLatchSettings),
    clusterArn: text((about) => arn("ecs", about, `cluster/${recoveryName(about.prefix)}`)),
    /** Namespace of Service Connect; one of the environment's own has any ID. Source: AWS Cloud Map API Reference, Namespace. */
    namespaceArn: nullable(text((about) => arn("servicediscovery", about, `namespace/${characters(64)}`))),
    /** Role of enhanced monitoring; null without it. */
    monitoringRoleArn: nullable(
      text((about) => roleArn(about, `${recoveryName(about.prefix)}-monitoring-${about.region}`)),
    ),
    /** A cache that stands by warm. */
    cache: nullable(
      new ObjectField({
        /** A host name. Source: RFC 1035, 2.3.4: up to 253 characters. */
        endpoint: text(() => characters(253)),
        port: number(65_535),
        securityGroupId: text(() => ec2Id("sg")),
      }),
    ),
    /** What stands of each service: all but its tasks. */
    services: map(
      new ObjectField({
        executionRoleArn: text((about) => roleOf(about, "execution")),
        taskRoleArn: text((about) => roleOf(about, "task")),
        logGroupName: text(({ prefix, key = "" }) => `/ecs/${recoveryName(prefix)}/${key}`),
        securityGroupId: text(() => ec2Id("sg")),
        /** Null without routing. */
        targetGroupArn: nullable(text((about) => arn("elasticloadbalancing", about, targetGroupSuffix()))),
      }),
    ),
  }),
} as const;

/** What the standby stack writes. */
export type Standby = Written<typeof STANDBY>;

/** The same as expressions of Terraform read it. */
export type ToldStandby = Told<typeof STANDBY>;

/** A role of the service module, as it names its own. */
const roleOf = (about: Parameters<typeof roleArn>[0], purpose: string): string =>
  roleArn(about, `${recoveryName(about.prefix)}-${about.key ?? ""}-${purpose}-${about.region}`);

/** As the standby states the latch: numbers of healthy targets and of periods are small. */
function longestLatchSettings(): string {
  const dimensions = { LoadBalancer: loadBalancerSuffix(), TargetGroup: targetGroupSuffix() };
  return JSON.stringify(["AWS/ApplicationELB", "HealthyHostCount", dimensions, "Maximum", 1_000_000, 86_400, 5]);
}
