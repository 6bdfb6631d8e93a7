import { DnsRecord, HealthCheck } from "./answer";

/** A resource as `terraform show -json` tells it. */
export interface StateResource {
  readonly type: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** What `answer` needs, as it was deployed. */
export interface Deployed {
  /** The records of a name and type, by `www.example.com/A`. */
  readonly records: Readonly<Record<string, readonly DnsRecord[]>>;
  /** The health checks, by ID. */
  readonly checks: Readonly<Record<string, HealthCheck>>;
}

type Blocks = readonly Readonly<Record<string, unknown>>[] | undefined;

/** Reads the alias records and the health checks that Terraform has deployed, so that their answers can be told. */
export function readDeployed(resources: readonly StateResource[]): Deployed {
  const records: Record<string, DnsRecord[]> = {};
  for (const { values } of resources.filter(({ type }) => type === "aws_route53_record")) {
    const [alias] = (values.alias as Blocks) ?? [];
    if (alias === undefined) continue;
    (records[`${String(values.fqdn)}/${String(values.type)}`] ??= []).push({
      target: String(alias.name),
      routing: routingOf(values),
      ...(values.health_check_id ? { healthCheck: values.health_check_id as string } : {}),
      evaluateTargetHealth: Boolean(alias.evaluate_target_health),
    });
  }
  const checks = resources
    .filter(({ type }) => type === "aws_route53_health_check")
    .map(({ values }) => [String(values.id), checkOf(values)] as const);
  return { records, checks: Object.fromEntries(checks) };
}

function routingOf(values: StateResource["values"]): DnsRecord["routing"] {
  const [failover] = (values.failover_routing_policy as Blocks) ?? [];
  const [weighted] = (values.weighted_routing_policy as Blocks) ?? [];
  if (failover) return { kind: "failover", role: failover.type as "PRIMARY" | "SECONDARY" };
  return weighted ? { kind: "weighted", weight: Number(weighted.weight) } : { kind: "simple" };
}

function checkOf(values: StateResource["values"]): HealthCheck {
  const inverted = Boolean(values.invert_healthcheck);
  if (values.type === "CALCULATED") {
    const children = values.child_healthchecks as readonly string[];
    return { kind: "calculated", children, threshold: Number(values.child_health_threshold), inverted };
  }
  if (values.type !== "CLOUDWATCH_METRIC") return { kind: "endpoint", inverted };
  const insufficientData = values.insufficient_data_health_status as "Healthy" | "Unhealthy" | "LastKnownStatus";
  return { kind: "alarm", insufficientData, inverted };
}
