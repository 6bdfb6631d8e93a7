import { CrossRule, Props } from "../../../kernel";
import type { dnsFailoverFields } from "./fields";
import { areInZone, areInZoneHcl, wholeName, wholeNames, zoneName } from "../names";

type Rule = CrossRule<typeof dnsFailoverFields>;
type DnsFailover = Required<Props<typeof dnsFailoverFields>>;
type Kind = "failover" | "simple" | "weighted";

const PRIMARY = { dnsName: "nimbus-1234567890.us-east-1.elb.amazonaws.com", zoneId: "Z35SXDOTRQ7X7K" };
const SECONDARY = { dnsName: "nimbus-987654321.us-west-2.elb.amazonaws.com", zoneId: "Z1H1FL5HABSF5" };
const PAIR = { names: ["www"], primary: { ...PRIMARY, region: "us-east-1" }, secondary: SECONDARY };
const WEIGHTED = { blue: { ...PRIMARY, weight: 1 } };

/** The names of one kind, as they were written. */
const namesOf = (kind: Kind, props: DnsFailover): readonly string[] =>
  kind === "failover" ? (props.failover?.names ?? []) : Object.keys(props[kind]);

const NAMES: Record<Kind, string> = {
  failover: "try(var.failover.names, [])",
  simple: "keys(var.simple)",
  weighted: "keys(var.weighted)",
};

const SOURCES: Record<Kind, string> = {
  failover: "failover.names",
  simple: "simple",
  weighted: "weighted",
};

const wholeNamesOf = (kind: Kind, props: DnsFailover): string[] =>
  namesOf(kind, props).map((name) => wholeName(name, zoneName(props)));

/** Props whose only names are of this kind. */
const only = (kind: Kind, names: readonly string[]): Rule["bad"] => {
  const none = { failover: undefined, simple: {}, weighted: {} };
  if (kind === "failover") return { ...none, failover: { ...PAIR, names } };
  if (kind === "simple") return { ...none, simple: Object.fromEntries(names.map((name) => [name, PRIMARY])) };
  return { ...none, weighted: Object.fromEntries(names.map((name) => [name, WEIGHTED])) };
};

const insideOfZone = (kind: Kind): Rule => ({
  on: kind,
  test: (props) => areInZone(namesOf(kind, props), zoneName(props)),
  condition: areInZoneHcl(NAMES[kind]),
  message:
    "must have only names of the zone: write a name whole, with the zone at its end, or with one label and without a dot",
  bad: only(kind, ["www.example.org"]),
});

const onlyOnce = (kind: Kind): Rule => ({
  on: kind,
  test: (props) => new Set(wholeNamesOf(kind, props)).size === namesOf(kind, props).length,
  condition: `length(distinct(${wholeNames(NAMES[kind])})) == length(${wholeNames(NAMES[kind])})`,
  message: "must not have the same name twice, once whole and once relative to the zone",
  bad: only(kind, ["www", "www.example.com"]),
});

const notIn = (kind: Kind, other: Kind): Rule => ({
  on: kind,
  test: (props) => {
    const names = new Set(wholeNamesOf(other, props));
    return wholeNamesOf(kind, props).every((name) => !names.has(name));
  },
  condition: `length(setintersection(${wholeNames(NAMES[kind])}, ${wholeNames(NAMES[other])})) == 0`,
  message: `must not have a name that ${SOURCES[other]} has too: a name has one kind of routing`,
  bad: { ...only(kind, ["www.example.com"]), [other]: only(other, ["www"])[other] },
});

/** The rules across the inputs of `dns-failover`. */
export const dnsFailoverRules: readonly Rule[] = [
  {
    on: "zone",
    test: ({ zone, newZone }) => Boolean(zone) !== Boolean(newZone),
    condition: "(var.zone == null) != (var.new_zone == null)",
    message: (spell) => `or ${spell("newZone")} must be given, and not both`,
    bad: { newZone: { name: "example.com" } },
  },
  ...(["failover", "simple", "weighted"] as const).flatMap((kind) => [insideOfZone(kind), onlyOnce(kind)]),
  notIn("failover", "simple"),
  notIn("failover", "weighted"),
  notIn("simple", "weighted"),
  {
    on: "failover",
    test: ({ failover }) =>
      !failover || failover.primary.dnsName.toLowerCase() !== failover.secondary.dnsName.toLowerCase(),
    condition:
      "var.failover == null ? true : lower(var.failover.primary.dns_name) != lower(var.failover.secondary.dns_name)",
    message: "must not have the same load balancer as primary and as secondary: there would be nowhere to go",
    bad: { failover: { ...PAIR, secondary: PRIMARY } },
  },
  {
    on: "failover",
    test: (props) => {
      const { fqdn } = props.failover?.healthCheck ?? {};
      return !fqdn || !wholeNamesOf("failover", props).includes(fqdn);
    },
    condition: `var.failover == null ? true : var.failover.health_check.fqdn == null ? true : !contains(${wholeNames("var.failover.names")}, var.failover.health_check.fqdn)`,
    message: (spell) =>
      `must not be checked under one of its own names, which may lead to the secondary: give ${spell("healthCheck")}.fqdn a name of the primary alone, or leave it out`,
    bad: { failover: { ...PAIR, healthCheck: { fqdn: "www.example.com" } } },
  },
  {
    on: "failover",
    test: ({ failover }) => !failover?.latch || failover.latch.region !== failover.primary.region,
    condition:
      "var.failover == null ? true : var.failover.latch == null ? true : var.failover.latch.region != var.failover.primary.region",
    message: "must have its latch in another region than its primary: it has to work while that one is gone",
    bad: { failover: { ...PAIR, latch: { alarmName: "latch", region: "us-east-1", period: 60 } } },
  },
  {
    on: "weighted",
    test: ({ weighted }) =>
      Object.values(weighted).every((targets) => Object.values(targets).some(({ weight }) => weight > 0)),
    condition:
      "alltrue([for targets in values(var.weighted) : anytrue([for target in values(targets) : target == null ? true : target.weight > 0]) if targets != null])",
    message: "must have a target with a weight above 0 for each name: with 0 alone, Route 53 would use all alike",
    bad: { simple: {}, failover: undefined, weighted: { www: { blue: { ...PRIMARY, weight: 0 } } } },
  },
  {
    on: "alarms",
    test: ({ alarms, failover }) => !alarms || Boolean(failover),
    condition: "var.alarms == null ? true : var.failover != null",
    message: "are given, but failover is not, which alone has health checks; give it, or leave the alarms out",
    bad: { alarms: {}, failover: undefined },
  },
];
