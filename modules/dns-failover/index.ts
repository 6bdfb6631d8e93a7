import { Construct } from "constructs";
import { Collection, ModuleConstruct, ModuleDefinition, allOf, choose, given, not, shorthand, tf } from "../../kernel";
import { lookUpSurroundings } from "../parts/surroundings";
import { createAlarms } from "./alarms";
import { Checks, createChecks, idOf } from "./checks";
import { Context, ROUTE53_REGIONS } from "./context";
import { ANSWER_TTL_SECONDS, MARGIN_SECONDS } from "./detection";
import { createDnssec } from "./dnssec";
import { DnsFailoverProps, dnsFailoverInputs } from "./inputs";
import { createRecords } from "./records";
import { createQueryLog, createZone } from "./zone";

export type { DnsFailoverProps } from "./inputs";

type Fields = (typeof dnsFailoverInputs)["fields"];

/** Names that lead to one region, and to the other when that fails, without anybody changing a record. */
export class DnsFailover extends ModuleConstruct<Fields> {
  static readonly definition: ModuleDefinition<Fields> = {
    name: "dns-failover",
    description: "Names that lead to one region, and to the other when that fails, without anybody changing a record.",
    notes: `
**When do names move?** The primary is healthy when its endpoint answers **and** the latch is open.

| endpoint | latch | standby has healthy targets | names lead to |
| --- | --- | --- | --- |
| answers | none, or open | - | primary |
| does not answer | none | yes | secondary |
| does not answer | none | no | primary: with both unhealthy, Route 53 answers the first |
| does not answer | open | - | primary, likewise: nobody has decided yet that the recovery region serves |
| - | closed | - | secondary: it was decided, and no health of either side changes it |

All of it exists beforehand, and Route 53 decides by itself: in an incident no record, no check and no alarm is changed. Its
control plane is in us-east-1, and changes have failed there for hours while answers were still given.

**The latch** is a decision in the recovery region: give the output \`alarm\` of the \`latch\` module to \`failover.latch\`.
Both records then follow it, and nothing else moves names to the secondary or back. Without one, names go by the health of
both sides, and back as soon as the primary answers again, whatever its data is like by then. While nobody publishes the
decision, the latch stays as it was.

**Nothing moves at deploy.** The primary's check is not inverted: a new inverted check counts as unhealthy, any other as
healthy. The primary's records hang on one calculated check that is never replaced. The latch can be added and removed in
peace: the secondary's records change in place. Do neither while the recovery region serves.

**How fast?** Without a latch, \`detection_seconds\` says it: interval x failures + 60 s that resolvers keep an answer + 10 s,
100 s by default. With one, at most 190 s after the decision: 60 s until it is published, 60 s of the alarm's period, 10 s, 60 s.
Clients that keep connections open stay longer: lower \`client_keep_alive\` of the load balancers.

**What the checkers need.** They connect from the internet, by IPv4, with SNI, and want 2xx or 3xx. Where listener rules go by
host, give \`health_check.fqdn\` a name of the primary alone, such as a \`simple\` one in the certificate: under the names that
move they could be asking the secondary. They do not check certificates: the \`certificate\` module tells when one runs out.

**A name that exists.** Route 53 refuses a record that is there ("it already exists"), and the others are made. Take it over in
the root before the first apply: Terraform then changes it in place, and the name never stops to answer.
\`import { to = module.names.aws_route53_record.this["www/A"], id = "<zone>_www.example.com_A" }\`; the key is the name as it is
written in the inputs, and the type. Do so for A and AAAA.

**Region.** Records and checks can be made from any region; \`alarms\`, \`query_logging\` and \`dnssec\` need a provider of us-east-1
(in China cn-northwest-1, in GovCloud us-gov-west-1, in the European Sovereign Cloud eusc-de-east-1).

**A name changes its routing** between \`simple\` and \`failover\`, either way, by one apply, and always has an answer meanwhile.
From and to \`weighted\`, and where a name is written in another way (\`www\`, \`www.example.com\`), one apply does it too, but the
name has no answer until Route 53 has the new record, about a minute, and resolvers remember that for up to 15: the old record
must go first. To write a name in another way without a gap, say so in the root, for A and AAAA:
\`moved { from = module.names.aws_route53_record.this["www/A"], to = module.names.aws_route53_record.this["www.example.com/A"] }\`.`,
    inputs: dnsFailoverInputs,
    example: {
      name: "nimbus-production",
      zone: { id: "Z0123456789ABCDEFGHIJ", name: "example.com" },
      failover: {
        names: ["@", "www"],
        primary: {
          dnsName: "nimbus-1234567890.us-east-1.elb.amazonaws.com",
          zoneId: "Z35SXDOTRQ7X7K",
          region: "us-east-1",
        },
        secondary: { dnsName: "nimbus-987654321.us-west-2.elb.amazonaws.com", zoneId: "Z1H1FL5HABSF5" },
        healthCheck: { path: "/healthz" },
        latch: { alarmName: "nimbus-production-latch", region: "us-west-2", period: 60 },
      },
    },
  };

  readonly zoneId: string;
  /** Whole names, by the names as they were given. */
  readonly names: Collection;
  /** Null for a zone of the caller. */
  readonly nameServers: string;

  constructor(scope: Construct, id: string, props: DnsFailoverProps) {
    super(scope, id, DnsFailover.definition, props);
    const context = this.lookUpSurroundings();
    const zone = createZone(this, context);
    const queryLogGroupName = createQueryLog(this, context, zone);
    const dsRecord = createDnssec(this, context, zone);
    const checks = createChecks(this, context);
    const names = createRecords(this, context, zone, checks);
    createAlarms(this, context, checks);

    this.zoneId = this.output("zoneId", "ID of the zone.", zone.id);
    this.output("zoneName", "Name of the zone.", zone.name);
    this.nameServers = this.output(
      "nameServers",
      "Name servers of the module's own zone, for the parent zone; null for a zone of yours.",
      zone.nameServers,
    );
    this.output("dsRecord", "DS record of the signed zone, for the parent zone; null without dnssec.", dsRecord);
    this.output("queryLogGroupName", "Log group of the queries; null without one.", queryLogGroupName);
    this.names = this.output("names", "Whole names, by the names as they were given.", tf<Collection>`${names}`);
    this.outputChecks(checks);
  }

  private lookUpSurroundings(): Context {
    const surroundings = lookUpSurroundings(this);
    const route53Region = tf<string>`tomap(${ROUTE53_REGIONS})[${surroundings.partition}]`;
    return {
      inputs: this.inputs,
      ...surroundings,
      route53Region: shorthand(this, "route53_region", route53Region),
    };
  }

  private outputChecks(checks: Checks): void {
    const { failover } = this.inputs;
    const { interval, failureThreshold } = failover.healthCheck;
    this.output(
      "healthCheckIds",
      "IDs of the health checks: endpoint, latch, primary and secondary; null where there is none.",
      {
        endpoint: idOf(checks.endpoint),
        latch: idOf(checks.latch),
        primary: idOf(checks.primary),
        secondary: idOf(checks.secondary),
      },
    );
    this.output(
      "detectionSeconds",
      "Seconds, at the most, from the failure of the primary endpoint until clients are sent to the secondary; null without failover, and with a latch, which decides itself.",
      choose(
        allOf(given(failover), not(given(failover.latch))),
        tf`${interval} * ${failureThreshold} + ${ANSWER_TTL_SECONDS} + ${MARGIN_SECONDS}`,
        null,
      ),
    );
  }
}
