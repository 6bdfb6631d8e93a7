import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import { TerraformLocal } from "cdktf";
import { Construct } from "constructs";
import {
  Collection,
  Flag,
  acceptFinding,
  choose,
  comment,
  forEach,
  given,
  heading,
  local,
  not,
  optionalBlock,
  tf,
} from "../../kernel";
import { Turns, takeTurns } from "../parts/turns";
import { Checks, idOf } from "./checks";
import { Context } from "./context";
import { Zone } from "./zone";

/** The locals that the records are made from. */
interface Names {
  /** Whole names, by the names as they were written. */
  readonly whole: TerraformLocal;
  /** `A`, and `AAAA` with IPv6. */
  readonly types: TerraformLocal;
  /** Each name that moves with each type, by a key of both. */
  readonly moving: TerraformLocal;
}

/** All records; returns the whole names by the names as they were written. */
export function createRecords(scope: Construct, context: Context, zone: Zone, checks: Checks): TerraformLocal {
  heading(scope, "Records");
  const names = listNames(scope, context, zone);
  const weighted = listWeighted(scope, context, names);
  const turns = orderRecords(scope, context, names, weighted);
  const main = createMain(scope, context, zone, names, checks, turns);
  createSecondary(scope, context, zone, names, checks, main);
  createWeighted(scope, zone, names, weighted, turns);
  return names.whole;
}

function listNames(scope: Construct, { inputs }: Context, zone: Zone): Names {
  const { failover, simple, weighted, ipv6 } = inputs;
  const movingNames = local(scope, "moving_names", choose<Collection>(given(failover), failover.names, []));
  const whole = comment(
    local(
      scope,
      "names",
      tf`{
        for name in concat(${movingNames}, keys(${simple}), keys(${weighted})) :
        name => name == "@" ? ${zone.name} : strcontains(name, ".") ? name : "\${name}.\${${zone.name}}"
      }`,
    ),
    "@ is the zone, a name with a dot is whole, and any other is relative to the zone.",
  );
  const types = local(scope, "record_types", tf`${ipv6} ? ["A", "AAAA"] : ["A"]`);
  const moving = local(
    scope,
    "moving",
    tf`{ for pair in setproduct(${movingNames}, ${types}) : join("/", pair) => { name = pair[0], type = pair[1] } }`,
  );
  return { whole, types, moving };
}

/**
 * A name that is written in another way, or goes from or to `weighted`, is another record for Terraform, which Route 53
 * takes only once the old one is gone.
 */
function orderRecords(scope: Construct, { inputs }: Context, names: Names, weighted: TerraformLocal): Turns {
  const { simple } = inputs;
  return takeTurns(scope, "record_turns", {
    over: tf`merge(
      { for key, record in ${names.moving} : key => { name = record.name, rest = [record.type, "main"] } },
      { for pair in setproduct(keys(${simple}), ${names.types}) : join("/", pair) => { name = pair[0], rest = [pair[1], "main"] } },
      { for key, record in ${weighted} : "\${key}/weighted" => { name = record.name, rest = [record.type, record.identifier] } },
    )`,
    content: tf`join(" ", concat([${names.whole}[one.name]], one.rest))`,
    what: "records",
  });
}

/** Why checkov finds no resource behind a record. */
const CALLERS = "The load balancer is the caller's, given by its name: no resource of this module";

/** The one record of a simple name, and the PRIMARY of a name that moves. */
function createMain(
  scope: Construct,
  { inputs }: Context,
  zone: Zone,
  names: Names,
  checks: Checks,
  { dependsOn }: Turns,
): Route53Record {
  const { simple } = inputs;
  const { primary } = inputs.failover;
  const target = tf`{ dns_name = ${primary.dnsName}, zone_id = ${primary.zoneId} }`;
  const records = local(
    scope,
    "main_records",
    tf`merge(
      { for key, record in ${names.moving} : key => merge(record, { moves = true }, ${target}) },
      {
        for pair in setproduct(keys(${simple}), ${names.types}) :
        join("/", pair) => merge({ name = pair[0], type = pair[1], moves = false }, ${simple}[pair[0]])
      },
    )`,
  );
  const record = comment(
    new Route53Record(scope, "this#record", {
      forEach: forEach(records),
      zoneId: zone.id,
      name: tf`${names.whole}[each.value.name]`,
      type: tf`each.value.type`,
      setIdentifier: tf`each.value.moves ? "primary" : null`,
      healthCheckId: tf`each.value.moves ? ${idOf(checks.primary)} : null`,
      alias: { name: tf`each.value.dns_name`, zoneId: tf`each.value.zone_id`, evaluateTargetHealth: false },
      dependsOn,
    }),
    "The health check alone decides: Route 53 takes a load balancer for unhealthy as soon as one of its target groups has no targets, and evaluate_target_health would move the names.",
  );
  acceptFinding(record, "CKV2_AWS_23", CALLERS);
  optionalBlock(record, "failover_routing_policy", tf<Flag>`each.value.moves`, { type: "PRIMARY" });
  return record;
}

function createSecondary(
  scope: Construct,
  { inputs }: Context,
  zone: Zone,
  names: Names,
  checks: Checks,
  main: Route53Record,
): void {
  const { secondary, latch } = inputs.failover;
  const record = comment(
    new Route53Record(scope, "secondary", {
      forEach: forEach(choose(given(inputs.failover), names.moving, {})),
      zoneId: zone.id,
      name: tf`${names.whole}[each.value.name]`,
      type: tf`each.value.type`,
      setIdentifier: "secondary",
      failoverRoutingPolicy: { type: "SECONDARY" },
      healthCheckId: idOf(checks.secondary),
      alias: { name: secondary.dnsName, zoneId: secondary.zoneId, evaluateTargetHealth: not(given(latch)) },
      dependsOn: [main],
    }),
    "With a latch it answers by that alone: Route 53 takes the primary when both are unhealthy, so that one bad minute of its targets would move the names. Without one it answers when the primary is unhealthy and its own load balancer has healthy targets. It depends on the primary, because a record of simple routing must change before the name can have a second one.",
  );
  acceptFinding(record, "CKV2_AWS_23", CALLERS);
}

const listWeighted = (scope: Construct, { inputs }: Context, names: Names): TerraformLocal =>
  local(
    scope,
    "weighted_records",
    tf`merge([for name, targets in ${inputs.weighted} : {
      for pair in setproduct(keys(targets), ${names.types}) :
      join("/", concat([name], pair)) => merge(targets[pair[0]], { name = name, identifier = pair[0], type = pair[1] })
    }]...)`,
  );

function createWeighted(
  scope: Construct,
  zone: Zone,
  names: Names,
  records: TerraformLocal,
  { dependsOn }: Turns,
): void {
  new Route53Record(scope, "weighted#record", {
    forEach: forEach(records),
    zoneId: zone.id,
    name: tf`${names.whole}[each.value.name]`,
    type: tf`each.value.type`,
    setIdentifier: tf`each.value.identifier`,
    weightedRoutingPolicy: { weight: tf`each.value.weight` },
    alias: {
      name: tf`each.value.dns_name`,
      zoneId: tf`each.value.zone_id`,
      evaluateTargetHealth: tf`each.value.evaluate_target_health`,
    },
    dependsOn,
  });
}
