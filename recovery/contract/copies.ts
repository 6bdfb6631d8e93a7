import { Told, Written } from "./contract";
import { ObjectField, flag, list, nullable, text } from "./fields";
import { DATABASE_NAME_LENGTH, TIME, arn, characters } from "./longest";

/**
 * What the watch of the recovery region has seen last. The module recovery-watch writes it, by a state machine, in a
 * parameter of the standard tier; a test holds what the machine writes against this.
 */
export const COPIES = {
  part: "copies",
  schema: 1,
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
        latestRestorableTime: nullable(text(() => TIME)),
        encrypted: flag(),
      }),
    ),
    /** Containers whose images were not copied. */
    missingImages: list(text(() => characters(64))),
    /** Secrets whose copies would not serve. */
    staleSecrets: list(text(() => characters(512))),
  }),
} as const;

/** What the watch writes. */
export type Copies = Written<typeof COPIES>;

/** The same as expressions of Terraform read it. */
export type ToldCopies = Told<typeof COPIES>;
