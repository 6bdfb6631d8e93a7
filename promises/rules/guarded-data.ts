import { Body, Element, bodyOf, localsOf } from "../stack-json/elements";
import { UNKNOWN, literalOf, madeElementsOf } from "../stack-json/literals";
import { isReadReplica } from "../stack-json/read-replica";
import { Rule, isDisposable, knownStacks } from "./rule";

/** Reads an argument: a literal, or UNKNOWN. */
type Read = (argument: string) => unknown;

interface Guard {
  /** Completes "the data store ...". */
  readonly without: string;
  readonly fix: string;
  /** Whether it keeps from destruction, which an environment for trials may not want. */
  readonly ofDestruction: boolean;
  readonly holds: (read: Read, body: Body) => boolean;
}

/**
 * No data store is replaced or destroyed by accident: it is protected from deletion or leaves a snapshot, and where it came
 * from is not compared again. A guard must be seen in the stack: what only Terraform can say does not count.
 */
export const guardedData: Rule = (stacks, context) =>
  knownStacks(stacks, context)
    // A rehearsal is meant to be destroyed.
    .filter(({ definition }) => definition.rehearsal !== true)
    .flatMap(({ stack }) => {
      const locals = localsOf(stack);
      return madeElementsOf(stack).flatMap((element) =>
        guardsOf(element)
          .filter(({ ofDestruction }) => !(ofDestruction && isDisposable(context)))
          .filter(({ holds }) => !holds((argument) => literalOf(element.body[argument], locals), element.body))
          .map(({ without, fix }) => ({
            stack: stack.name,
            address: element.address,
            what: `the data store ${without}`,
            fix,
          })),
      );
    });

function guardsOf(element: Element): readonly Guard[] {
  // A read replica of the same stack holds nothing that its source does not hold.
  if (element.kind !== "resource" || isReadReplica(element)) return [];
  return GUARDS[element.type] ?? [];
}

/** The argument must not make Terraform delete what is in the store. */
const neverTrue = (argument: string): Guard => ({
  without: `is destroyed with all that is in it: ${argument}`,
  fix: `set ${argument} to false`,
  ofDestruction: true,
  holds: (read) => [false, null, undefined].includes(read(argument) as boolean),
});

/** Where the data came from must not be compared: taking it out of the configuration would replace the store. */
const originIgnored = (...origins: string[]): Guard => ({
  without: `is replaced when its origin is changed or taken out: ${origins.join(", ")}`,
  fix: `name ${origins.join(" and ")} in lifecycle.ignore_changes`,
  ofDestruction: false,
  holds: (_read, body) => {
    const ignored = bodyOf(body.lifecycle).ignore_changes;
    return ignored === "all" || (Array.isArray(ignored) && origins.every((origin) => ignored.includes(origin)));
  },
});

/**
 * A source that can be taken out, as the module's: without it the provider promotes the replica in place, which is what
 * taking it out is for, and it refuses another source. Neither replaces anything.
 */
const mayBeNull = (source: unknown): boolean => typeof source === "string" && /: null\}$/.test(source);

/**
 * A replica in peace, which holds nothing of its own. Once it is promoted it has a protection that another stack decides, and
 * that the provider does not lift by itself: it does so where it is to apply at once.
 */
const isStandingReplica = (read: Read, body: Body): boolean =>
  typeof body.replicate_source_db === "string" &&
  read("apply_immediately") === false &&
  originIgnored("replicate_source_db", "deletion_protection").holds(read, body);

/** The module remembers where its data came from, and its plan refuses another origin: see modules/database/safeguard.ts. */
const isRemembered = ({ lifecycle }: Body): boolean => {
  const { replace_triggered_by: triggers } = bodyOf(lifecycle);
  return Array.isArray(triggers) && triggers.some((one) => /^terraform_data\.\w+_generation$/.test(String(one)));
};

const GUARDS: Readonly<Record<string, readonly Guard[]>> = {
  aws_db_instance: [
    {
      without: "can be destroyed without a trace",
      fix: "set deletion_protection, or take a final snapshot",
      ofDestruction: true,
      holds: (read, body) =>
        read("deletion_protection") === true || read("skip_final_snapshot") === false || isStandingReplica(read, body),
    },
    originIgnored("snapshot_identifier", "restore_to_point_in_time"),
    {
      without: "is promoted when its source is changed: replicate_source_db",
      fix: "name replicate_source_db in lifecycle.ignore_changes, or give it a source that can be taken out (null)",
      ofDestruction: false,
      holds: (read, body) =>
        [null, undefined].includes(read("replicate_source_db") as null) ||
        mayBeNull(body.replicate_source_db) ||
        isRemembered(body) ||
        originIgnored("replicate_source_db").holds(read, body),
    },
  ],
  aws_elasticache_replication_group: [
    {
      without: "can be destroyed without a trace",
      fix: "name a final snapshot",
      ofDestruction: true,
      holds: (read) => ![null, undefined, ""].includes(read("final_snapshot_identifier") as string),
    },
    originIgnored("snapshot_name", "snapshot_arns"),
  ],
  aws_elasticache_serverless_cache: [
    {
      without: "has no snapshots that outlive it",
      fix: "set snapshot_retention_limit to 1 day or more",
      ofDestruction: true,
      holds: (read) => Number(read("snapshot_retention_limit") ?? 0) > 0,
    },
    originIgnored("snapshot_arns_to_restore"),
  ],
  aws_s3_bucket: [neverTrue("force_destroy")],
  aws_ecr_repository: [neverTrue("force_delete")],
  aws_backup_vault: [neverTrue("force_destroy")],
  aws_secretsmanager_secret: [
    {
      without: "is deleted at once, and cannot be taken back",
      fix: "set recovery_window_in_days to 7 days or more",
      ofDestruction: true,
      holds: (read) => {
        const window = read("recovery_window_in_days");
        return window !== 0 && window !== UNKNOWN;
      },
    },
  ],
  aws_cognito_user_pool: [
    {
      without: "can be destroyed with all users",
      fix: "set deletion_protection to ACTIVE",
      ofDestruction: true,
      holds: (read) => read("deletion_protection") === "ACTIVE",
    },
  ],
};
