import { DataAwsLb } from "@cdktf/provider-aws/lib/data-aws-lb";
import { DataAwsSsmParameter } from "@cdktf/provider-aws/lib/data-aws-ssm-parameter";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { Annotations, App } from "cdktf";
import { Environment } from "../../environments/definition";
import { STANDBY, parameterOf, read } from "../../recovery/contract";
import { EnvironmentStack } from "../../wiring/environment-stack";
import { StackIdentity } from "../../wiring/stack-definition";
import { tf } from "../../kernel";
import { DnsFailover, DnsFailoverProps } from "../../modules/dns-failover";
import { LATCH_PERIOD_SECONDS } from "../../modules/latch/inputs";
import { NAMES_MOVE, total } from "../../recovery/durations";
import { latchName, recoveryName } from "../../recovery/names";

type Names = NonNullable<Environment["names"]>;
type Failover = NonNullable<DnsFailoverProps["failover"]>;

/** Where a name leads. */
interface Target {
  readonly dnsName: string;
  readonly zoneId: string;
}

/**
 * The environment's edge stack: its names, and what moves them. It finds the load balancers by their names when it is
 * applied, so that it depends on no other stack's state.
 *
 * With a recovery region the names are failover pairs, whose checks and records all exist before an incident: nothing of
 * this stack is changed in one. With one region they are simple records.
 */
export class EdgeStack extends EnvironmentStack {
  /** @throws InvalidInput when the module refuses its inputs: what the environment's own checks could not see. */
  constructor(app: App, identity: StackIdentity, environment: Environment) {
    super(app, identity, environment);
    const { names } = environment;
    if (!names) throw new Error(`stack ${identity.name} needs an environment with names`);
    const primary = this.findLoadBalancer("primary", this.createProvider(environment.region, "primary"), this.prefix);
    const { zone, hostnames, alarmTopicArns } = names;
    const ipAddressType = environment.loadBalancer.ipAddressType ?? "ipv4";
    const dns = new DnsFailover(this, "names", {
      name: this.prefix,
      zone,
      ipv6: ipAddressType !== "ipv4",
      ...(environment.recovery
        ? {
            failover: this.failover(names, primary, environment.recovery.region),
            alarms: { topicArns: alarmTopicArns ?? [] },
          }
        : { simple: Object.fromEntries(hostnames.map((name) => [name, primary])) }),
    });
    this.addOutput("hostnames", "Whole names, by the names as they are stated.", dns.names);
  }

  private failover(names: Names, primary: Target, recovery: string): Failover {
    const provider = this.createProvider(recovery, "recovery");
    const secondary = this.findLoadBalancer("recovery", provider, recoveryName(this.prefix));
    this.report();
    return {
      names: names.hostnames,
      primary: { ...primary, region: this.environment.region },
      secondary,
      healthCheck: names.healthCheck ?? {},
      latch: {
        alarmName: latchName(this.prefix),
        region: recovery,
        period: LATCH_PERIOD_SECONDS,
        settings: this.readLatchSettings(provider),
      },
    };
  }

  /**
   * What the latch's alarm watches, as the standby tells it: Route 53 keeps a copy of the alarm, which would watch what
   * nobody publishes any more once the standby's is another. It changes here with the alarm, and Route 53 reads it again.
   */
  private readLatchSettings(provider: AwsProvider): string {
    const name = parameterOf(STANDBY, this.prefix);
    const standby = new DataAwsSsmParameter(this, "standby", { provider, name });
    return tf<string>`try(${read(STANDBY, tf`jsondecode(${standby}.insecure_value)`).latchSettings}, "")`;
  }

  /** Says at synth how long clients are without an answer once it is decided, and what that is made of. */
  private report(): void {
    const parts = NAMES_MOVE.map(({ seconds, what, source }) => `${seconds} s, ${what} (${source})`);
    Annotations.of(this).addInfo(
      `Names move at most ${total(NAMES_MOVE)} s after it is decided that the recovery region serves: ${parts.join("; ")}.`,
    );
  }

  private findLoadBalancer(id: string, provider: AwsProvider, name: string): Target {
    const found = new DataAwsLb(this, `${id}#load_balancer`, { provider, name });
    return { dnsName: found.dnsName, zoneId: found.zoneId };
  }
}
