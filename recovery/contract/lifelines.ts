import { Told, Written } from "./contract";
import { ObjectField, map, nullable, number, text } from "./fields";
import {
  BUCKET_NAME_LENGTH,
  DATABASE_NAME_LENGTH,
  SECRET_NAME_LENGTH,
  arn,
  bucketArn,
  characters,
  keyArn,
  secretArn,
} from "./longest";

/** What the primary stack has shipped to the recovery region: all that dr cannot find out once the primary region is gone. */
export const LIFELINES = {
  part: "lifelines",
  schema: 1,
  tier: "Intelligent-Tiering",
  hasSpare: true,
  body: new ObjectField({
    primaryRegion: text(({ region }) => region),
    /** Key that every copy is encrypted with. */
    kmsKeyArn: text(keyArn),
    database: nullable(
      new ObjectField({
        /** Replicated automated backups. AWS gives `ab-` and 26 to 39 characters; identifiers of RDS have up to 63. */
        automatedBackupArn: nullable(
          text((about) => arn("rds", about, `auto-backup:${characters(DATABASE_NAME_LENGTH)}`)),
        ),
        /** Secret of the master user, of any name: it may be one of the environment's own. */
        secretArn: text((about) => secretArn(about, characters(SECRET_NAME_LENGTH))),
        /** `db-` and 26 characters; RDS names no limit. */
        resourceId: text(() => characters(DATABASE_NAME_LENGTH)),
        /** Identifier of the primary's instance, of which snapshots are taken. */
        identifier: text(() => characters(DATABASE_NAME_LENGTH)),
        /** Days that its automated backups reach back, and their copies. */
        backupRetentionDays: number(35),
        /** Name of its first database; null when there is none. A copy keeps it, and no restore can change it. */
        dbName: nullable(text(() => characters(DATABASE_NAME_LENGTH))),
        /** Its master user, which no restore can change either. Source: RDS API Reference, CreateDBInstance: up to 63. */
        username: text(() => characters(DATABASE_NAME_LENGTH)),
      }),
    ),
    /** Vault of the copies of snapshots. Source: AWS Backup API Reference, CreateBackupVault: up to 50 characters. */
    vaultName: nullable(text(() => characters(50))),
    /** Copies of buckets, by the names in the environment. */
    buckets: map(
      new ObjectField({
        name: text(() => characters(BUCKET_NAME_LENGTH)),
        arn: text((about) => bucketArn(about, characters(BUCKET_NAME_LENGTH))),
        kmsKeyArn: text(keyArn),
      }),
    ),
    /** ARNs of the copies of secrets, by the names in the environment, which are the ends of their names. */
    secrets: map(text((about) => secretArn(about, `${about.prefix}/${about.key ?? ""}`))),
    secretsKmsKeyArn: text(keyArn),
    /** Images of all containers, as the recovery region runs them: the environment states them. */
    images: map(text(() => characters(512))),
  }),
} as const;

/** What the primary stack writes. */
export type Lifelines = Written<typeof LIFELINES>;

/** The same as expressions of Terraform read it. */
export type ToldLifelines = Told<typeof LIFELINES>;
