import { App } from "cdktf";
import { DrStack } from "../../dr";
import { checkEnvironment } from "../../environments/definition";
import production from "../fixtures/environments/production";
import { COPIES, Copies, LIFELINES, Lifelines, encode, parameterOf } from "../../recovery/contract";
import { recovery } from "../environments/recovery";
import { synthesizeApp } from "../synthesis";
import { evaluate } from "../terraform-console";

/** Which copy is restored, as Terraform itself decides it when it plans: over every kind of copy that may be found. */

const KEY = "arn:aws:kms:us-west-2:123456789012:key/00000000-0000-0000-0000-000000000000";
const OTHER_KEY = "arn:aws:kms:us-west-2:123456789012:key/11111111-1111-1111-1111-111111111111";
const BACKUP = "arn:aws:rds:us-west-2:123456789012:auto-backup:ab-0a1b2c3d";

const DATABASE = "nimbus-production";

interface Snapshot {
  readonly status?: string;
  readonly key?: string;
  readonly dataUntil: string;
  /** The database that it was taken of; the environment's own unless told. */
  readonly database?: string;
}

/** What Terraform finds when it plans. */
interface Found {
  readonly mechanism?: "point_in_time" | "snapshot";
  readonly snapshots?: Readonly<Record<string, Snapshot>>;
  /** Status of the replicated automated backups; undefined where the watch has seen none. */
  readonly backups?: string;
  readonly keyEnabled?: boolean;
  readonly isRestored?: boolean;
  readonly named?: { readonly snapshot?: string; readonly time?: string };
}

type Locals = Record<string, unknown>;

const decisions = (mechanism: Found["mechanism"]): Locals =>
  synthesizeApp((app: App) => {
    const environment = checkEnvironment("production", {
      ...production,
      recovery: { ...recovery, objectives: { rpo: 200_000, rto: 20_000 }, database: { mechanism } },
    });
    return new DrStack(app, { name: "dr", home: "recovery" }, environment);
  }).json.locals as Locals;

const STACKS = { point_in_time: decisions("point_in_time"), snapshot: decisions("snapshot") };

/** The locals that decide, with what was found in the place of the data sources. */
function localsFor(found: Found): Locals {
  const {
    mechanism = "point_in_time",
    snapshots = {},
    backups,
    keyEnabled = true,
    isRestored = false,
    named = {},
  } = found;
  const names = [
    ...["recovery_key_enabled", "usable_snapshots", "newest_snapshot", "automated_backups", "restore_from"],
    ...["chosen_snapshot", "restore_origin", "told_lifelines", "handover", "told_copies", "snapshot", "restore_time"],
  ];
  const chosen = Object.fromEntries(names.map((name) => [name, STACKS[mechanism][name]]));
  const text = JSON.stringify(chosen)
    .replaceAll("data.aws_db_snapshot.snapshots", "local.found_snapshots")
    .replaceAll("data.aws_kms_key.recovery_key", "local.found_keys")
    .replaceAll("data.aws_db_instances.existing", "local.found_databases")
    .replaceAll("data.aws_ssm_parameters_by_path.handover", "local.found_parameters")
    .replaceAll("nonsensitive", "")
    .replaceAll("var.snapshot", "local.named_snapshot")
    .replaceAll("var.restore_time", "local.named_time");
  return {
    ...(JSON.parse(text) as Locals),
    found_snapshots: Object.fromEntries(
      Object.entries(snapshots).map(([id, { status = "available", key = KEY, dataUntil, database = DATABASE }]) => [
        `arn:aws:rds:us-west-2:123456789012:snapshot:${id}`,
        {
          db_snapshot_identifier: id,
          db_instance_identifier: database,
          status,
          encrypted: true,
          kms_key_id: key,
          original_snapshot_create_time: dataUntil,
          snapshot_create_time: "2030-01-01T00:00:00Z",
          allocated_storage: 20,
        },
      ]),
    ),
    found_keys: [{ enabled: keyEnabled, key_state: keyEnabled ? "Enabled" : "Disabled" }],
    found_databases: { instance_identifiers: isRestored ? ["nimbus-production-dr"] : [] },
    found_parameters: parameters(backups),
    named_snapshot: named.snapshot ?? "",
    named_time: named.time ?? "",
  };
}

/** What the database is made with, as the environment states it. */
const MADE_WITH = { dbName: "nimbus", username: "nimbus" };

function parameters(backups: string | undefined): object {
  const lifelines: Lifelines = {
    primaryRegion: "us-east-1",
    kmsKeyArn: KEY,
    database: { automatedBackupArn: BACKUP, secretArn: "arn", resourceId: "db-1", identifier: DATABASE, ...MADE_WITH },
    vaultName: DATABASE,
    buckets: {},
    secrets: {},
    secretsKmsKeyArn: KEY,
    images: {},
  };
  // As the watch writes it of backups that it does not find.
  const latestRestorableTime = backups === "missing" ? null : "2026-11-21T11:55:00Z";
  const database = { automatedBackupArn: BACKUP, status: backups ?? "", latestRestorableTime, encrypted: true };
  const copies: Copies = { checkedAt: "2026-11-21T12:00:00Z", database, missingImages: [], staleSecrets: [] };
  const told = [
    [LIFELINES, encode(LIFELINES, lifelines)] as const,
    ...(backups === undefined ? [] : [[COPIES, encode(COPIES, copies)] as const]),
  ];
  return {
    names: told.map(([contract]) => parameterOf(contract, DATABASE)),
    values: told.map(([, value]) => value),
  };
}

/** Restored from: a snapshot, the backups, or nothing (also where the database is there already). */
function restoredFrom(found: Found): unknown {
  const [origin, source] = evaluate(["local.restore_origin", "local.restore_from"], localsFor(found)) as [
    { snapshot?: { id: string }; point_in_time?: { automated_backups_arn: string; time: string | null } } | null,
    string,
  ];
  if (origin === null) return null;
  return (
    origin.snapshot?.id ??
    (origin.point_in_time ? [origin.point_in_time.automated_backups_arn, origin.point_in_time.time] : source)
  );
}

const MONDAY: Snapshot = { dataUntil: "2026-11-16T05:00:00Z" };
const FRIDAY: Snapshot = { dataUntil: "2026-11-20T05:00:00Z" };

describe("the database is restored from", () => {
  test.each<[string, Found, unknown]>([
    ["the latest state of the backups", { backups: "replicating", snapshots: { friday: FRIDAY } }, [BACKUP, null]],
    [
      "a time in them, where one is named",
      { backups: "replicating", named: { time: "2026-11-21T08:00:00Z" } },
      [BACKUP, "2026-11-21T08:00:00Z"],
    ],
    [
      "the newest of the environment's own database, and of none that was restored from it",
      { snapshots: { monday: MONDAY, tried: { ...FRIDAY, database: "nimbus-production-rt" } } },
      "monday",
    ],
    [
      "one of a restored database, where it is named",
      {
        snapshots: { monday: MONDAY, left: { ...FRIDAY, database: "nimbus-production-dr" } },
        named: { snapshot: "left" },
      },
      "left",
    ],
    ["the newest snapshot, where there are no backups", { snapshots: { monday: MONDAY, friday: FRIDAY } }, "friday"],
    [
      "the newest snapshot, where the backups have only begun",
      { backups: "creating", snapshots: { monday: MONDAY, friday: FRIDAY } },
      "friday",
    ],
    [
      "the newest snapshot, where the backups are gone",
      { backups: "missing", snapshots: { friday: FRIDAY } },
      "friday",
    ],
    ["nothing, where the backups are gone and there is no snapshot", { backups: "missing" }, "nothing"],
    [
      "the newest snapshot, where snapshots are the mechanism",
      { mechanism: "snapshot", backups: "replicating", snapshots: { friday: FRIDAY } },
      "friday",
    ],
    ["the backups, where there is no snapshot", { mechanism: "snapshot", backups: "replicating" }, [BACKUP, null]],
    ["the newest data, and not the newest copy", { snapshots: { a: FRIDAY, z: MONDAY } }, "a"],
    [
      "no copy that is in progress",
      { snapshots: { monday: MONDAY, friday: { ...FRIDAY, status: "creating" } } },
      "monday",
    ],
    ["no copy with another key", { snapshots: { monday: MONDAY, friday: { ...FRIDAY, key: OTHER_KEY } } }, "monday"],
    [
      "the snapshot that is named",
      { backups: "replicating", snapshots: { monday: MONDAY, friday: FRIDAY }, named: { snapshot: "monday" } },
      "monday",
    ],
    ["nothing, where there is nothing", {}, "nothing"],
    [
      "nothing, where the key is disabled",
      { backups: "replicating", snapshots: { friday: FRIDAY }, keyEnabled: false },
      "nothing",
    ],
    ["nothing, once it is there", { backups: "replicating", snapshots: { friday: FRIDAY }, isRestored: true }, null],
  ])("%s", (_what, found, expected) => {
    expect(restoredFrom(found)).toEqual(expected);
  });
});
