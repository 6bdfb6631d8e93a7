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
const NOW = "2026-11-21T12:00:00Z";

const DATABASE = "nimbus-production";
const REPLICA = `${DATABASE}-replica`;
const SOURCE = `arn:aws:rds:us-east-1:123456789012:db:${DATABASE}`;

/** A snapshot as RDS has it; what the watch tells of it is its time, and its storage. */
interface Snapshot {
  readonly dataUntil: string;
  readonly status?: string;
  readonly key?: string;
  /** The database that it was taken of; the environment's own unless told. */
  readonly database?: string;
  readonly tags?: Readonly<Record<string, string>>;
}

type Snapshots = Readonly<Record<string, Snapshot>>;

/** What Terraform finds when it plans. */
interface Found {
  readonly mechanism?: "point_in_time" | "snapshot" | "replica";
  /** What RDS has. */
  readonly snapshots?: Snapshots;
  /** What the watch has seen: all that RDS has unless told; null where it tells of none. */
  readonly seen?: Snapshots | null;
  /** Status of the replicated automated backups; undefined where there are none, null where the watch tells nothing of them. */
  readonly backups?: string | null;
  readonly latest?: string;
  /** When the watch has looked last; now unless told. */
  readonly lookedAt?: string;
  /** The text of the watch's parameter instead: null where there is no parameter. */
  readonly copies?: string | null;
  readonly keyEnabled?: boolean;
  /** Tags of the database, where it is there. */
  readonly restored?: Readonly<Record<string, string>>;
  readonly named?: { readonly snapshot?: string; readonly time?: string; readonly replica?: string };
  /** The read replica as RDS has it, and up to when it has the data, as the watch has seen it. */
  readonly replica?: {
    readonly source?: string;
    readonly tags?: Readonly<Record<string, string>>;
    readonly dataUntil?: string;
  };
}

type Locals = Record<string, unknown>;

const stackOf = (mechanism: Found["mechanism"]): Locals => {
  const { json } = synthesizeApp((app: App) => {
    const environment = checkEnvironment("production", {
      ...production,
      recovery: { ...recovery, objectives: { rpo: 200_000, rto: 20_000 }, database: { mechanism } },
    });
    return new DrStack(app, { name: "dr", home: "recovery" }, environment);
  });
  const { aws_db_snapshot: read } = json.data as Record<string, Record<string, { for_each: string }>>;
  const { backups_seen: check } = json.check as Record<
    string,
    { assert: { condition: string; error_message: string } }
  >;
  return {
    ...(json.locals as Locals),
    wanted_snapshot: read.snapshot.for_each,
    is_seen: check.assert.condition,
    unseen: check.assert.error_message,
  };
};

const STACKS = {
  point_in_time: stackOf("point_in_time"),
  snapshot: stackOf("snapshot"),
  replica: stackOf("replica"),
};

/** The locals that decide, with what was found in the place of the data sources. */
function localsFor(found: Found): Locals {
  const { mechanism = "point_in_time", snapshots = {}, keyEnabled = true, restored, named = {} } = found;
  const names = [
    ...["recovery_key_enabled", "seen_snapshots", "newest_snapshot", "automated_backups", "restore_from", "made_from"],
    ...["told_lifelines", "told_standby", "handover", "told_copies", "snapshot", "restore_time", "problems"],
    ...["cache_snapshot", "adopt", "wanted_snapshot", "copy_age", "release", "told_release"],
    ...["is_seen", "unseen"],
    ...["replica_source", "replica_taken", "promote", "promotes", "serves", "database_identifier"],
  ].filter((name) => name in STACKS[mechanism]);
  const chosen = Object.fromEntries(names.map((name) => [name, STACKS[mechanism][name]]));
  const text = JSON.stringify(chosen)
    .replaceAll("data.aws_db_snapshot.snapshot", "local.read_snapshots")
    .replaceAll("data.aws_kms_key.recovery_key", "local.found_keys")
    .replaceAll("data.aws_db_instances.existing", "local.found_databases")
    .replaceAll("data.aws_db_instance.existing", "local.found_database")
    .replaceAll("data.aws_db_instances.standing", "local.found_replicas")
    .replaceAll("data.aws_db_instance.standing", "local.found_replica")
    .replaceAll("data.aws_ssm_parameters_by_path.handover", "local.found_parameters")
    .replaceAll("nonsensitive", "")
    .replaceAll("plantimestamp()", "local.now")
    .replaceAll(/var\.(\w+)/g, "local.given_$1");
  return {
    ...(JSON.parse(text) as Locals),
    now: NOW,
    // As RDS answers: the one that is named, or the newest of a database.
    rds: Object.entries(snapshots).map(([id, snapshot]) => described(id, snapshot)),
    read_snapshots:
      "${{ for why, one in local.wanted_snapshot : why => one([for found in reverse(local.rds) : found if one.id == null ? found.db_snapshot_identifier == local.newest_of_rds : found.db_snapshot_identifier == one.id]) }}",
    newest_of_rds:
      Object.keys(snapshots).sort((one, other) =>
        snapshots[other].dataUntil.localeCompare(snapshots[one].dataUntil),
      )[0] ?? "",
    found_keys: [{ enabled: keyEnabled, key_state: keyEnabled ? "Enabled" : "Disabled" }],
    found_databases: { instance_identifiers: restored ? ["nimbus-production-dr"] : [] },
    found_database: restored ? [{ tags: restored, allocated_storage: 20 }] : [],
    found_replicas: { instance_identifiers: found.replica ? [REPLICA] : [] },
    found_replica: found.replica
      ? [{ replicate_source_db: found.replica.source ?? "", tags: found.replica.tags ?? {}, allocated_storage: 20 }]
      : [],
    found_parameters: parameters(found),
    given_promote: named.replica ?? "none",
    given_snapshot: named.snapshot ?? "newest",
    given_restore_time: named.time ?? "latest",
    given_cache_snapshot: "none",
    given_adopt: "true",
    given_release: "recorded",
  };
}

/** What the database is made with, as the environment states it. */
const MADE_WITH = { dbName: "nimbus", username: "nimbus" };

const described = (id: string, snapshot: Snapshot): object => {
  const { status = "available", key = KEY, dataUntil, database = DATABASE, tags = {} } = snapshot;
  return {
    db_snapshot_identifier: id,
    db_instance_identifier: database,
    status,
    encrypted: true,
    kms_key_id: key,
    original_snapshot_create_time: dataUntil,
    snapshot_create_time: "2030-01-01T00:00:00Z",
    allocated_storage: 20,
    tags,
  };
};

function parameters({
  backups,
  latest = "2026-11-21T11:55:00Z",
  lookedAt = NOW,
  copies,
  snapshots = {},
  seen = snapshots,
  replica,
}: Found): object {
  const lifelines: Lifelines = {
    primaryRegion: "us-east-1",
    kmsKeyArn: KEY,
    database: {
      automatedBackupArn: backups === undefined ? null : BACKUP,
      secretArn: "arn",
      resourceId: "db-1",
      identifier: DATABASE,
      backupRetentionDays: 14,
      ...MADE_WITH,
    },
    vaultName: DATABASE,
    buckets: {},
    secrets: {},
    secretsKmsKeyArn: KEY,
    images: {},
  };
  // As the watch writes it of backups that it does not find.
  const isMissing = backups === "missing";
  const database = {
    automatedBackupArn: BACKUP,
    status: backups ?? "",
    earliestRestorableTime: isMissing ? null : "2026-11-10T00:00:00Z",
    latestRestorableTime: isMissing ? null : latest,
    allocatedStorage: 20,
    encrypted: true,
  };
  const told: Copies = {
    checkedAt: lookedAt,
    database: backups === undefined || backups === null ? null : database,
    replica: replica ? { status: "replicating", dataUntil: replica.dataUntil ?? null } : null,
    snapshots:
      seen &&
      Object.fromEntries(Object.entries(seen).map(([id, { dataUntil }]) => [id, { dataUntil, allocatedStorage: 20 }])),
    missingImages: [],
    staleSecrets: [],
  };
  const text = copies === undefined ? encode(COPIES, told) : copies;
  const all = [[LIFELINES, encode(LIFELINES, lifelines)] as const, ...(text === null ? [] : [[COPIES, text] as const])];
  return {
    names: all.map(([contract]) => parameterOf(contract, DATABASE)),
    values: all.map(([, value]) => value),
  };
}

interface MadeFrom {
  readonly kind: string;
  readonly copy: string;
  readonly time: string;
  readonly data_until: string;
}

/** What the database is made from, and how many snapshots RDS is asked for. */
function restoredFrom(found: Found): unknown {
  const [made, asked] = evaluate(["local.made_from", "length(local.wanted_snapshot)"], localsFor(found)) as [
    MadeFrom,
    number,
  ];
  expect(asked).toBe(made.kind === "snapshot" && !found.restored ? 1 : 0);
  if (made.kind === "nothing") return made.kind;
  return made.kind === "snapshot" ? made.copy : [made.copy, made.time, made.data_until];
}

const MONDAY: Snapshot = { dataUntil: "2026-11-16T05:00:00Z" };
const FRIDAY: Snapshot = { dataUntil: "2026-11-20T05:00:00Z" };
const TODAY: Snapshot = { dataUntil: "2026-11-21T05:00:00Z" };
const LATEST = [BACKUP, "latest", "2026-11-21T11:55:00Z"];
/** The latest of what nobody has looked at. */
const UNSEEN = [BACKUP, "latest", "unknown"];
const TAGS = {
  RestoredBy: "snapshot",
  RestoredFrom: "monday",
  RestoredTime: "latest",
  RestoredUntil: MONDAY.dataUntil,
  RestorePlannedAt: "2026-11-17T00:00:00Z",
};
/** What a watch of an earlier version writes. */
const schema1 = (latest: string): string =>
  JSON.stringify({
    schema: 1,
    checked_at: NOW,
    database: { automated_backup_arn: BACKUP, status: "replicating", latest_restorable_time: latest, encrypted: true },
    missing_images: [],
    stale_secrets: [],
  });

describe("the database is restored from", () => {
  test.each<[string, Found, unknown]>([
    ["the latest state of the backups", { backups: "replicating", snapshots: { friday: FRIDAY } }, LATEST],
    [
      "a time in them, where one is named",
      { backups: "replicating", named: { time: "2026-11-21T08:00:00Z" } },
      [BACKUP, "2026-11-21T08:00:00Z", "2026-11-21T08:00:00Z"],
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
    [
      "the newest snapshot, where the backups have stopped before it",
      { backups: "stopped", latest: "2026-11-19T00:00:00Z", snapshots: { monday: MONDAY, friday: FRIDAY } },
      "friday",
    ],
    [
      "backups that have stopped, where no snapshot is newer",
      { backups: "stopped", latest: "2026-11-20T06:00:00Z", snapshots: { friday: FRIDAY } },
      [BACKUP, "latest", "2026-11-20T06:00:00Z"],
    ],
    ["nothing, where the backups are gone and there is no snapshot", { backups: "missing" }, "nothing"],
    [
      "the newest data, where snapshots are the mechanism and the backups are newer",
      { mechanism: "snapshot", backups: "replicating", snapshots: { friday: FRIDAY } },
      LATEST,
    ],
    ["the backups, where there is no snapshot", { mechanism: "snapshot", backups: "replicating" }, LATEST],
    [
      "what the environment states, where both are of one moment",
      { mechanism: "snapshot", backups: "replicating", latest: FRIDAY.dataUntil, snapshots: { friday: FRIDAY } },
      "friday",
    ],
    ["the newest data, and not the newest copy", { snapshots: { a: FRIDAY, z: MONDAY } }, "a"],
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
  ])("%s", (_what, found, expected) => {
    expect(restoredFrom(found)).toEqual(expected);
  });
});

describe("where the watch tells nothing that can be read, it is restored from", () => {
  test.each<[string, Found, unknown]>([
    ["the backups that the primary stack tells of: no parameter", { backups: "replicating", copies: null }, UNSEEN],
    ["the same: no JSON", { backups: "replicating", copies: "{", snapshots: { friday: FRIDAY } }, UNSEEN],
    ["the same: another schema", { backups: "replicating", copies: '{"schema":3}' }, UNSEEN],
    ["the same: nothing of the database", { backups: null, snapshots: { today: TODAY } }, UNSEEN],
    [
      "the same: before its first look",
      {
        backups: "unknown",
        latest: undefined,
        copies: schema1("").replace(
          '"status":"replicating","latest_restorable_time":""',
          '"status":"unknown","latest_restorable_time":null',
        ),
      },
      UNSEEN,
    ],
    [
      "the newest snapshot that RDS knows, where there are no backups",
      { copies: null, snapshots: { monday: MONDAY, friday: FRIDAY } },
      "friday",
    ],
    [
      "the same, where the backups are older than the snapshot that is due",
      { backups: "replicating", copies: schema1("2026-11-12T00:00:00Z"), snapshots: { today: TODAY, monday: MONDAY } },
      "today",
    ],
    [
      "the backups, where they are newer than the snapshot that is due",
      { backups: "replicating", copies: schema1("2026-11-21T11:55:00Z"), snapshots: { today: TODAY } },
      LATEST,
    ],
  ])("%s", (_what, found, expected) => {
    expect(restoredFrom(found)).toEqual(expected);
  });
});

/** What is warned of backups that may have gone since somebody looked; null where nothing is. */
function unseen(found: Found): unknown {
  const [isSeen, said] = evaluate(["local.is_seen", "local.unseen"], localsFor(found));
  return isSeen === true ? null : said;
}

describe("backups that nobody has looked at for a while", () => {
  const backups = "replicating";
  const snapshots = { monday: MONDAY, friday: FRIDAY };

  test("are restored, and what to type when RDS does not find them is said before: the newest snapshot", () => {
    const found: Found = { backups, snapshots, lookedAt: "2026-11-21T11:44:00Z" };
    expect(restoredFrom(found)).toEqual(LATEST);
    expect(unseen(found)).toBe(
      "Nobody has looked at the replicated backups in us-west-2 since 2026-11-21T11:44:00Z: its watch has stopped. They are restored all the same. If RDS answers DBInstanceAutomatedBackupNotFound, they have gone: add --var snapshot=friday, the newest snapshot that is known, and deploy again. What was made is kept.",
    );
  });

  test("are warned of as well where the watch tells nothing, and where no snapshot is known", () => {
    expect(unseen({ backups, copies: null })).toMatch(/since they were begun: .* --var snapshot=<identifier>, /);
  });

  test.each<[string, Found]>([
    ["where somebody has looked within a quarter of an hour", { lookedAt: "2026-11-21T11:45:00Z" }],
    ["where a snapshot is restored", { lookedAt: MONDAY.dataUntil, named: { snapshot: "monday" } }],
    ["once the database is there", { lookedAt: MONDAY.dataUntil, restored: TAGS }],
  ])("are not warned of %s", (_what, found) => {
    expect(unseen({ backups, snapshots, ...found })).toBeNull();
  });
});

describe("once the database is there, it is made from", () => {
  test.each<[string, Found, unknown]>([
    [
      "what its tags say, whatever copies there are",
      { backups: "replicating", snapshots: { friday: FRIDAY }, restored: TAGS },
      "monday",
    ],
    [
      "the time that its tags say",
      {
        restored: { ...TAGS, RestoredBy: "point_in_time", RestoredFrom: BACKUP, RestoredTime: "2026-11-15T00:00:00Z" },
      },
      [BACKUP, "2026-11-15T00:00:00Z", MONDAY.dataUntil],
    ],
  ])("%s", (_what, found, expected) => {
    expect(restoredFrom(found)).toEqual(expected);
  });

  test("something unknown, where it has no tags, and never nothing", () => {
    const [made] = evaluate(["local.made_from"], localsFor({ restored: {} })) as [MadeFrom];
    expect(made).toMatchObject({ kind: "unknown", copy: "unknown" });
    const { copy } = STACKS.point_in_time;
    const gate = String(copy).replaceAll("data.aws_partition.ready.id", '"aws"');
    const [origin] = evaluate(["local.origin"], { ...localsFor({ restored: {} }), origin: gate });
    expect(origin).toMatchObject({ snapshot: { id: "unknown" }, point_in_time: null });
  });
});

/** What is said of copies: other stacks have told nothing here, which is said as well. */
const said = (found: Found): string[] => {
  const [problems] = evaluate(["local.problems"], localsFor(found)) as [string[]];
  return problems.filter((problem) => !/standby|which this checkout has/.test(problem));
};

describe("is refused", () => {
  const all: Found = { backups: "replicating", snapshots: { monday: MONDAY, today: TODAY } };
  test.each<[string, Found, RegExp]>([
    [
      "an empty snapshot",
      { ...all, named: { snapshot: "" } },
      /^snapshot is empty: is the variable of your shell set\?/,
    ],
    ["an empty time", { ...all, named: { time: " " } }, /^restore_time is empty/],
    ["a time that is none", { ...all, named: { time: "yesterday" } }, /^restore_time must be a time in UTC/],
    [
      "a time before the backups",
      { ...all, named: { time: "2026-11-09T00:00:00Z" } },
      /reach back to 2026-11-10T00:00:00Z\. Name a later time, or a snapshot/,
    ],
    [
      "a time before what they can reach, where nobody has looked",
      { ...all, copies: null, named: { time: "2026-11-07T11:00:00Z" } },
      /reach back to 2026-11-07T12:00:00Z/,
    ],
    ["a time after them", { ...all, named: { time: "2026-11-21T11:56:00Z" } }, /reach until 2026-11-21T11:55:00Z/],
    [
      "a time in the future, where nobody has looked",
      { ...all, copies: null, named: { time: "2026-11-21T12:00:01Z" } },
      /reach until 2026-11-21T12:00:00Z/,
    ],
    [
      "a snapshot of another environment",
      { snapshots: { staging: { ...TODAY, database: "nimbus-staging" } }, named: { snapshot: "staging" } },
      /The snapshot staging cannot be restored in us-west-2: it is not of nimbus production, but of the database nimbus-staging\./,
    ],
    [
      "a snapshot that is in progress, and has another key",
      { snapshots: { today: { ...TODAY, status: "creating", key: OTHER_KEY } }, named: { snapshot: "today" } },
      new RegExp(`it is creating, and it is encrypted with ${OTHER_KEY} instead of ${KEY}`),
    ],
    ["nothing at all", {}, /^There is no usable copy of the database of nimbus production in us-west-2: /],
    [
      "another snapshot than the database was made from",
      { ...all, restored: TAGS, named: { snapshot: "today" } },
      /nimbus-production-dr is there already: it was restored from snapshot monday, with data until 2026-11-16T05:00:00Z\. --var snapshot=today would not change it/,
    ],
    [
      "a time, of a database that was made from a snapshot",
      { ...all, restored: TAGS, named: { time: MONDAY.dataUntil } },
      /--var restore_time=2026-11-16T05:00:00Z would not change it/,
    ],
  ])("%s", (_what, found, message) => {
    // One sentence is said: the first.
    expect(said(found)[0]).toMatch(message);
  });

  test.each<[string, Found]>([
    ["what is named of what is there", { ...all, named: { snapshot: "monday" } }],
    [
      "a copy of another database that is tagged as the environment's",
      {
        snapshots: {
          tried: { ...TODAY, database: "other", tags: { Application: "nimbus", Environment: "production" } },
        },
        named: { snapshot: "tried" },
      },
    ],
    ["the same name again, once it is there", { ...all, restored: TAGS, named: { snapshot: "monday" } }],
    ["what is there, when all copies are gone and the key is disabled", { restored: TAGS, keyEnabled: false }],
    [
      "the same time again",
      {
        restored: { ...TAGS, RestoredBy: "point_in_time", RestoredTime: "2026-11-15T00:00:00Z" },
        named: { time: "2026-11-15T00:00:00Z" },
      },
    ],
  ])("and not %s", (_what, found) => {
    expect(said(found)).toEqual([]);
  });
});

describe("the age of what is restored", () => {
  test.each<[string, Found, number | null]>([
    ["is that of its data", { backups: "replicating" }, 300],
    ["is that of a snapshot's original", { snapshots: { today: TODAY } }, 7 * 3600],
    ["is not known where nobody has looked", { backups: "replicating", copies: null }, null],
  ])("%s", (_what, found, seconds) => {
    expect(evaluate(["local.copy_age"], localsFor(found))).toEqual([seconds]);
  });
});

describe("with a read replica, the database", () => {
  const behind = (dataUntil: string) => ({ source: SOURCE, dataUntil });
  const standing: Found = { mechanism: "replica", backups: "replicating", replica: behind("2026-11-21T11:59:50Z") };
  const prepared = { RestoredBy: "replica", RestoredFrom: SOURCE, RestoredUntil: "2026-11-21T11:00:00Z" };
  /** What is made, whether it is promoted, and under what name. */
  const decided = (found: Found) => {
    const [made, promotes, serves, name] = evaluate(
      ["local.made_from", "local.promotes", "local.serves", "local.database_identifier"],
      localsFor(found),
    ) as [MadeFrom, boolean, boolean, string];
    return [made.kind, made.copy, promotes, serves, name];
  };

  test.each<[string, Found, unknown[]]>([
    ["is the replica, prepared and not promoted", standing, ["replica", SOURCE, false, false, REPLICA]],
    [
      "is promoted where it is named",
      { ...standing, named: { replica: REPLICA } },
      ["replica", SOURCE, true, true, REPLICA],
    ],
    [
      "is the replica that seems idle for five minutes, although the backups are newer",
      { ...standing, latest: "2026-11-21T11:59:00Z", replica: behind("2026-11-21T11:55:00Z") },
      ["replica", SOURCE, false, false, REPLICA],
    ],
    [
      "is the replica of which the watch has said nothing",
      { ...standing, copies: null },
      ["replica", SOURCE, false, false, REPLICA],
    ],
    [
      "is restored from backups that are newer by more than the objective, and serves",
      { ...standing, latest: "2026-11-21T11:55:00Z", replica: behind("2026-11-19T00:00:00Z") },
      ["point_in_time", BACKUP, false, true, "nimbus-production-dr"],
    ],
    [
      "is restored to a time that is named, as after a corruption",
      { ...standing, named: { time: "2026-11-21T08:00:00Z" } },
      ["point_in_time", BACKUP, false, true, "nimbus-production-dr"],
    ],
    [
      "is restored where there is no replica",
      { mechanism: "replica", backups: "replicating" },
      ["point_in_time", BACKUP, false, true, "nimbus-production-dr"],
    ],
    [
      "stays the prepared one, whatever is newer by now",
      { ...standing, replica: { ...behind("2026-11-19T00:00:00Z"), tags: prepared } },
      ["replica", SOURCE, false, false, REPLICA],
    ],
    [
      "stays the promoted one, without a name",
      { ...standing, replica: { tags: prepared } },
      ["replica", SOURCE, true, true, REPLICA],
    ],
    [
      "is one that somebody has promoted by hand",
      { ...standing, replica: {} },
      ["replica", "unknown", true, true, REPLICA],
    ],
  ])("%s", (_what, found, expected) => {
    expect(decided(found)).toEqual(expected);
  });

  test("tells how old its data is as it is promoted, and not as it was prepared", () => {
    const found = { ...standing, replica: { ...behind("2026-11-21T11:59:50Z"), tags: prepared } };
    const until = (one: Found) => evaluate(["local.made_from.data_until"], localsFor(one));
    expect(until(found)).toEqual([prepared.RestoredUntil]);
    expect(until({ ...found, named: { replica: REPLICA } })).toEqual(["2026-11-21T11:59:50Z"]);
  });

  test("is never made empty: of a promoted one that is gone, it names a copy that there is not", () => {
    const gate = String(STACKS.replica.copy).replaceAll("data.aws_partition.ready.id", '"aws"');
    const origin = (found: Found) => evaluate(["local.origin"], { ...localsFor(found), origin: gate })[0];
    expect(origin({ ...standing, named: { replica: REPLICA } })).toMatchObject({
      snapshot: { id: SOURCE },
      replica_of: null,
    });
    expect(origin(standing)).toMatchObject({ snapshot: null, replica_of: { arn: SOURCE, promoted: false } });
  });

  test.each<[string, Found, RegExp | undefined]>([
    [
      "another name is refused",
      { ...standing, named: { replica: "other" } },
      /^promote must be nimbus-production-replica, /,
    ],
    [
      "the name of one that is not there is refused",
      { mechanism: "replica", backups: "replicating", named: { replica: REPLICA } },
      /^There is no nimbus-production-replica in us-west-2 to promote\./,
    ],
    [
      "a time is refused once it is prepared",
      { ...standing, replica: { ...behind(NOW), tags: prepared }, named: { time: "2026-11-21T08:00:00Z" } },
      /^The read replica nimbus-production-replica is prepared as the database already\./,
    ],
    [
      "a time is refused once it is promoted",
      { ...standing, replica: { tags: prepared }, named: { time: "2026-11-21T08:00:00Z" } },
      /nimbus-production-replica is there already: it was restored from replica/,
    ],
    [
      "the same name is not, once it is promoted",
      { ...standing, replica: { tags: prepared }, named: { replica: REPLICA } },
      undefined,
    ],
  ])("%s", (_what, found, message) => {
    if (message) expect(said(found)[0]).toMatch(message);
    else expect(said(found)).toEqual([]);
  });
});
