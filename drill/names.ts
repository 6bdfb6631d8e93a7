/** What users' resolvers get to hear, computed from what is deployed as Route 53 would: `modules/dns-failover/answer.ts`. */
import { Emulator } from "../emulator";
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

/** What of the world decides the answers. */
export interface Surroundings {
  /** Regions that nobody reaches. */
  readonly lost: readonly string[];
  readonly primaryRegion: string;
  readonly recoveryRegion: string;
  /** Whether each region's load balancer has healthy targets; of a lost region nobody knows. */
  readonly serving: Readonly<Record<string, boolean>>;
  /** State of the latch's alarm, as its metric says. */
  readonly latch: string;
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
  for (const [id, { kind }] of Object.entries(checks)) {
    if (kind === "endpoint") sightings[id] = isUp ? "up" : "down";
    if (kind === "alarm") sightings[id] = latch === "ALARM" ? "down" : latch === "OK" ? "up" : "nothing yet";
  }
  const healthy = targets.map(({ dnsName, region }) => [dnsName, serving[region] ?? false] as const);
  return { checks, sightings, targets: Object.fromEntries(healthy) };
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

/** State of an alarm, as its metric is now: Route 53 reads the metric itself. */
export async function alarmState(emulator: Emulator, region: string, name: string): Promise<string> {
  const { alarms } = (await emulator.control("POST", "alarms", { region })) as { alarms: Record<string, string> };
  return alarms[name] ?? "INSUFFICIENT_DATA";
}
