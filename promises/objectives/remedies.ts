import { StackJson, bodyOf, elementsOf } from "../stack-json/elements";
import { RecoverySettings } from "./settings";

/** Something that would make recovery quicker, and the recovery time with it. */
export interface Remedy {
  readonly what: string;
  readonly seconds: number;
}

type RecoveryTimeOf = (settings: RecoverySettings, stack: StackJson) => { readonly seconds: number };

interface Change {
  readonly what: string;
  readonly settings?: (settings: RecoverySettings) => RecoverySettings;
  readonly without?: (type: string) => boolean;
}

const database = (
  change: Partial<NonNullable<RecoverySettings["database"]>>,
): ((settings: RecoverySettings) => RecoverySettings) => {
  return (settings) => ({ ...settings, database: settings.database && { ...settings.database, ...change } });
};

/** What an operator of the environment can do, the least costly first. */
const CHANGES: readonly Change[] = [
  { what: "a restore in one zone (recovery.database.multiAz = false)", settings: database({ multiAz: false }) },
  { what: "a warm cache (cache in recovery.warm)", without: (type) => type.startsWith("aws_elasticache_") },
  { what: "a warm NAT gateway (nat in recovery.warm)", without: (type) => type === "aws_nat_gateway" },
  {
    what: "a replica that stands by (recovery.database.mechanism = replica)",
    settings: database({ mechanism: "replica" }),
  },
  { what: "quicker health checks (5 s, 2 in a row)", settings: quickerChecks },
];

function quickerChecks(settings: RecoverySettings): RecoverySettings {
  const quick = { interval: 5, healthyThreshold: 2 };
  return {
    ...settings,
    healthChecks: settings.healthChecks.map((check) =>
      check.interval * check.healthyThreshold > quick.interval * quick.healthyThreshold ? quick : check,
    ),
  };
}

/** Each change alone, then all of them, then a smaller database: each with the recovery time that it leads to. */
export function remedies(settings: RecoverySettings, stack: StackJson, timeOf: RecoveryTimeOf): readonly Remedy[] {
  const now = timeOf(settings, stack).seconds;
  const apply = (changes: readonly Change[]): number =>
    timeOf(
      changes.reduce((changed, change) => change.settings?.(changed) ?? changed, settings),
      changes.reduce((changed, { without }) => (without ? withoutTypes(changed, without) : changed), stack),
    ).seconds;
  const alone = CHANGES.map((change) => ({ what: change.what, seconds: apply([change]), change }));
  const useful = alone.filter(({ seconds }) => seconds < now);
  const together =
    useful.length > 1 ? [{ what: "all of these", seconds: apply(useful.map(({ change }) => change)) }] : [];
  return [...useful.map(({ what, seconds }) => ({ what, seconds })), ...together, ...smaller(settings, stack, timeOf)];
}

/** Storage of a database only grows: a smaller one is another database, and RDS allocates 20 GiB at the least. */
function smaller(settings: RecoverySettings, stack: StackJson, timeOf: RecoveryTimeOf): readonly Remedy[] {
  const least = 20;
  if ((settings.database?.storageGib ?? 0) <= least) return [];
  const { seconds } = timeOf(database({ storageGib: least })(settings), stack);
  return [{ what: `a database of ${least} GiB, the least that RDS allocates`, seconds }];
}

/** The stack when something stands all the time, in another stack: what waits for it no longer does. */
function withoutTypes(stack: StackJson, without: (type: string) => boolean): StackJson {
  const gone = elementsOf(stack).filter(({ kind, type }) => kind === "resource" && without(type));
  const resource = Object.fromEntries(Object.entries(bodyOf(stack.json.resource)).filter(([type]) => !without(type)));
  return gone.length === 0 ? stack : { ...stack, json: { ...stack.json, resource } };
}
