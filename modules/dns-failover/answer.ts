/**
 * What Route 53 answers, given records, health checks and what the checkers see. Pure: no AWS, no Terraform.
 *
 * Source: Route 53 Developer Guide, "How Amazon Route 53 chooses records when health checking is configured", "How Amazon
 * Route 53 determines whether a health check is healthy" and "How health checks work in complex configurations"; API
 * Reference, ResourceRecordSet (Failover) and HealthCheckConfig (InsufficientDataHealthStatus, Inverted).
 */

/** A health check as it is configured. */
export type HealthCheck = (
  | { readonly kind: "endpoint" }
  | { readonly kind: "calculated"; readonly children: readonly string[]; readonly threshold: number }
  | { readonly kind: "alarm"; readonly insufficientData: "Healthy" | "Unhealthy" | "LastKnownStatus" }
) & { readonly inverted?: boolean };

/** What a check of an endpoint or of an alarm sees; `nothing`: not yet, or no longer. */
export type Sighting = "up" | "down" | "nothing";

/** A record. All records of one name and type have the same kind of routing. */
export interface DnsRecord {
  /** What it leads to: the DNS name of a load balancer. */
  readonly target: string;
  readonly routing:
    | { readonly kind: "simple" }
    | { readonly kind: "failover"; readonly role: "PRIMARY" | "SECONDARY" }
    | { readonly kind: "weighted"; readonly weight: number };
  /** Name of its health check. */
  readonly healthCheck?: string;
  /** Whether the health of the target counts as well. */
  readonly evaluateTargetHealth: boolean;
}

/** The state of the world at one moment. */
export interface World {
  readonly checks: Readonly<Record<string, HealthCheck>>;
  /** By check: an alarm is "up" while its metric is OK, "down" while that is in ALARM. One that is not listed sees nothing. */
  readonly sightings: Readonly<Record<string, Sighting>>;
  /** By check: what those saw last that see nothing now. One that is not listed is new. */
  readonly lastSightings?: Readonly<Record<string, Exclude<Sighting, "nothing">>>;
  /** Whether a target has healthy hosts. One that is not listed has. */
  readonly targets: Readonly<Record<string, boolean>>;
}

/** Whether Route 53 takes a health check for healthy. */
export function isHealthy(name: string, world: World): boolean {
  const check = world.checks[name];
  if (check === undefined) throw new Error(`there is no health check ${name}`);
  return measured(name, check, world) !== (check.inverted ?? false);
}

function measured(name: string, check: HealthCheck, world: World): boolean {
  if (check.kind === "calculated") {
    return check.children.filter((child) => isHealthy(child, world)).length >= check.threshold;
  }
  const sighting = world.sightings[name] ?? "nothing";
  if (sighting !== "nothing") return sighting === "up";
  // A new check counts as healthy until there is enough data, and so a new inverted one as unhealthy.
  if (check.kind === "endpoint") return true;
  if (check.insufficientData !== "LastKnownStatus") return check.insufficientData === "Healthy";
  return world.lastSightings?.[name] !== "down";
}

/** Whether a record takes part: its check and, if it asks for it, its target are healthy. */
export function isRecordHealthy(record: DnsRecord, world: World): boolean {
  const checked = record.healthCheck === undefined || isHealthy(record.healthCheck, world);
  return checked && (!record.evaluateTargetHealth || (world.targets[record.target] ?? true));
}

/** The targets that a query for the name may get, each with its share of the queries. */
export function answer(records: readonly DnsRecord[], world: World): Map<string, number> {
  const healthy = records.filter((record) => isRecordHealthy(record, world));
  const [first] = records;
  if (first === undefined) return new Map();
  if (records.some(({ routing }) => routing.kind !== first.routing.kind)) {
    throw new Error("the records of a name must have one kind of routing");
  }
  if (first.routing.kind === "weighted") return byWeight(records, healthy);
  if (first.routing.kind === "simple") return new Map([[first.target, 1]]);
  return byRole(records, healthy);
}

/** The primary if it is healthy, or else the secondary if that is; the primary again when neither is. */
function byRole(records: readonly DnsRecord[], healthy: readonly DnsRecord[]): Map<string, number> {
  const chosen =
    healthy.find(isPrimary) ?? healthy.find((record) => !isPrimary(record)) ?? records.find(isPrimary) ?? records[0];
  return new Map([[chosen.target, 1]]);
}

const isPrimary = ({ routing }: DnsRecord): boolean => routing.kind === "failover" && routing.role === "PRIMARY";

/** Those with a weight first, those with 0 when no other is healthy, and all of them when none is. */
function byWeight(records: readonly DnsRecord[], healthy: readonly DnsRecord[]): Map<string, number> {
  const candidates = [healthy.filter((record) => weightOf(record) > 0), healthy, records.filter(hasWeight), records];
  return shares(candidates.find((group) => group.length > 0) ?? []);
}

const weightOf = ({ routing }: DnsRecord): number => (routing.kind === "weighted" ? routing.weight : 0);
const hasWeight = (record: DnsRecord): boolean => weightOf(record) > 0;

/** Each record's part of the whole; equal parts when all weights are 0. */
function shares(records: readonly DnsRecord[]): Map<string, number> {
  const total = records.reduce((sum, record) => sum + weightOf(record), 0);
  const share = (record: DnsRecord): number => (total === 0 ? 1 / records.length : weightOf(record) / total);
  const result = new Map<string, number>();
  for (const record of records) result.set(record.target, (result.get(record.target) ?? 0) + share(record));
  return result;
}
