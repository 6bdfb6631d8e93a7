/** What users' resolvers get to hear, computed from what is deployed as Route 53 would: `modules/dns-failover/answer.ts`. */
import { World, answer } from "../modules/dns-failover/answer";
import { Deployed, StateResource, readDeployed } from "../modules/dns-failover/from-state";
import { Terraform } from "../tools/terraform";
import { Failure } from "../tools/failure";
import { Aws } from "../tools/aws";

/** What one name answered at one moment. */
export interface Answered {
  /** Moment of the drill, such as `outage`. */
  readonly at: string;
  readonly name: string;
  /** The region whose load balancer it leads to. */
  readonly answer: string;
}

/** A load balancer that names lead to. */
interface Target {
  readonly region: string;
  readonly arn: string;
  readonly dnsName: string;
}

/** What Route 53 sees of an alarm: the state that its metric says, and the one that it said last. */
export interface LatchSeen {
  /** `ALARM` while the latch is closed, `OK` while it is open, `INSUFFICIENT_DATA` while nobody publishes. */
  readonly state: string;
  /** The last state with data; undefined before there was any. */
  readonly lastState?: string;
}

/** What of the world decides the answers. */
export interface Surroundings {
  /** Regions that nobody reaches. */
  readonly lost: readonly string[];
  readonly primaryRegion: string;
  readonly recoveryRegion: string;
  /** Whether each region's load balancer has healthy targets; of a lost region nobody knows. */
  readonly serving: Readonly<Record<string, boolean>>;
  /** What Route 53 sees of the latch. */
  readonly latch: LatchSeen;
}

/** The names of an environment. They are read once, in peace: what holds them is not asked in an incident. */
export class Names {
  private constructor(
    private readonly deployed: Deployed,
    private readonly targets: readonly Target[],
  ) {}

  /** Reads records, checks and load balancers from the state of the edge stack. */
  static async read(edge: Terraform): Promise<Names> {
    const result = await edge.run(["show", "-json"]);
    if (result.status !== 0) throw new Failure(`The state of the edge stack cannot be read:\n${result.stderr}`);
    const { values } = JSON.parse(result.stdout) as { values: { root_module: { resources: StateResource[] } } };
    const { resources } = values.root_module;
    const targets = resources
      .filter(({ type }) => type === "aws_lb")
      .map(({ values: { arn, dns_name: dnsName } }) => ({
        region: String(arn).split(":")[3],
        arn: String(arn),
        dnsName: String(dnsName),
      }));
    return new Names(readDeployed(resources), targets);
  }

  /** The load balancer of a region. */
  loadBalancer(region: string): string {
    const found = this.targets.find((target) => target.region === region);
    if (!found) throw new Failure(`The edge stack knows no load balancer in ${region}.`);
    return found.arn;
  }

  /** What each name answers. */
  answers(at: string, surroundings: Surroundings): Answered[] {
    const world = worldOf(this.deployed, this.targets, surroundings);
    return Object.entries(this.deployed.records).map(([key, records]) => {
      const [name] = key.split("/");
      const regions = [...answer(records, world).keys()].map((dnsName) => this.regionOf(dnsName));
      return { at, name, answer: regions.join(" and ") };
    });
  }

  private regionOf(dnsName: string): string {
    return this.targets.find((target) => target.dnsName === dnsName)?.region ?? dnsName;
  }
}

/** The world as the checkers of Route 53 see it: the endpoint is that of the primary region, the alarm is the latch's. */
function worldOf({ checks }: Deployed, targets: readonly Target[], surroundings: Surroundings): World {
  const { lost, primaryRegion, serving, latch } = surroundings;
  const isUp = !lost.includes(primaryRegion) && serving[primaryRegion];
  const sightings: Record<string, World["sightings"][string]> = {};
  const lastSightings: Record<string, "up" | "down"> = {};
  for (const [id, { kind }] of Object.entries(checks)) {
    if (kind === "endpoint") sightings[id] = isUp ? "up" : "down";
    if (kind !== "alarm") continue;
    sightings[id] = latch.state === "ALARM" ? "down" : latch.state === "OK" ? "up" : "nothing";
    if (latch.lastState !== undefined) lastSightings[id] = latch.lastState === "ALARM" ? "down" : "up";
  }
  const healthy = targets.map(({ dnsName, region }) => [dnsName, serving[region] ?? false] as const);
  return { checks, sightings, lastSightings, targets: Object.fromEntries(healthy) };
}

/** Whether a load balancer has a healthy target, as it says itself. */
export async function isServing(aws: Aws, region: string, loadBalancerArn: string): Promise<boolean> {
  const ask = <T>(operation: string, parameters: object) =>
    aws.ask<T>({ service: "elbv2", operation, region, parameters });
  const { TargetGroups: groups } = await ask<{ TargetGroups: { TargetGroupArn: string }[] }>("DescribeTargetGroups", {
    LoadBalancerArn: loadBalancerArn,
  });
  for (const { TargetGroupArn } of groups) {
    const { TargetHealthDescriptions: targets } = await ask<{
      TargetHealthDescriptions: { TargetHealth: { State: string } }[];
    }>("DescribeTargetHealth", { TargetGroupArn });
    if (targets.some(({ TargetHealth: { State } }) => State === "healthy")) return true;
  }
  return false;
}
