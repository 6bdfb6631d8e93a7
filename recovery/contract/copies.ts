import { REMEMBERED_ID_LENGTH, REMEMBERED_SNAPSHOTS } from "../../modules/recovery-watch/expressions";
import { Told, Written } from "./contract";
import { ObjectField, flag, list, map, nullable, number, text } from "./fields";
import { DATABASE_NAME_LENGTH, TIME, arn, characters } from "./longest";

/**
 * What the watch of the recovery region has seen last. The module recovery-watch writes it, by a state machine, in a
 * parameter of the standard tier; a test holds what the machine writes against this.
 */
export const COPIES = {
  part: "copies",
  schema: 2,
  /** Before 2 there were no snapshots, no earliest time and no storage: a reader takes them for unknown. */
  reads: [1, 2],
  tier: "Standard",
  body: new ObjectField({
    /** Null before the first look. */
    checkedAt: nullable(text(() => TIME)),
    /** The replicated automated backups; null without a database. */
    database: nullable(
      new ObjectField({
        automatedBackupArn: text((about) => arn("rds", about, `auto-backup:${characters(DATABASE_NAME_LENGTH)}`)),
        /** As RDS says it, such as `replicating`, or `unknown` and `missing`, which the watch says. */
        status: text(() => characters(32)),
        /** How far back its states reach, and until when; null before there is any. */
        earliestRestorableTime: nullable(text(() => TIME)),
        latestRestorableTime: nullable(text(() => TIME)),
        /** GiB of the database. */
        allocatedStorage: nullable(number(65_536)),
        encrypted: flag(),
      }),
    ),
    /** The read replica in the recovery region; null where there is to be none, or where nobody has looked. */
    replica: nullable(
      new ObjectField({
        /** As RDS says of the replication: `replicating`, `error`, `terminated`; or `missing`, `promoted`, which the watch says. */
        status: text(() => characters(32)),
        /** What it had replayed: the time of the look less the lag; null where CloudWatch has no figure. */
        dataUntil: nullable(text(() => TIME)),
      }),
    ),
    /** The newest snapshots that can be restored, of the database, by their identifiers; null where none are watched. */
    snapshots: nullable(
      map(
        new ObjectField({
          /** When the original was taken. */
          dataUntil: text(() => TIME),
          /** GiB. */
          allocatedStorage: number(65_536),
        }),
      ),
    ),
    /** Containers whose images were not copied. */
    missingImages: list(text(() => characters(64))),
    /** Secrets whose copies would not serve. */
    staleSecrets: list(text(() => characters(512))),
  }),
} as const;

/**
 * As many snapshots as the watch remembers, with the longest identifiers. AWS Backup's have 54 characters
 * (`awsbackup:copyjob-` and a UUID); RDS takes up to 255, of which two would fill a third of the parameter.
 */
export const LONGEST_SNAPSHOTS = Object.fromEntries(
  Array.from({ length: REMEMBERED_SNAPSHOTS }, (_none, i) => [
    `${i}`.padEnd(REMEMBERED_ID_LENGTH, "0"),
    { dataUntil: TIME, allocatedStorage: 65_536 },
  ]),
);

/** Seconds without a look after which the watch has stopped: it looks every five minutes. */
export const SILENT_SECONDS = 15 * 60;

/** What the watch writes. */
export type Copies = Written<typeof COPIES>;

/** The same as expressions of Terraform read it. */
export type ToldCopies = Told<typeof COPIES>;
