import { Construct } from "constructs";
import { Expression, Stack } from "../../kernel";
import type { Database, DatabaseProps } from "../../modules/database";
import type { RecoveryWatchProps } from "../../modules/recovery-watch";
import type { Lifelines, ToldCopies, ToldLifelines } from "../contract";
import type { Duration } from "../durations";
import type { Condition } from "../readiness";
import type { StandingReplica } from "./replica/standing";
import type { SnapshotSettings } from "./snapshot/settings";

/**
 * A way by which the database's data gets to the recovery region, and back into a database there. All that knows a mechanism
 * is in its folder; whoever needs one takes it from the registry beside this file.
 */
export interface Mechanism<Name extends string = string> {
  /** What an environment calls it: a value of `recovery.database.mechanism`. */
  readonly name: Name;
  /** What dr restores with it: completes the help of that input. */
  readonly help: string;
  /** It in words, with its settings: `snapshots each day`. */
  describe(settings: CopySettings): string;

  /**
   * Whether it stands all the time and costs so much that only an environment which has chosen it has it. What stands is the
   * database: dr takes it over as it is.
   */
  readonly onlyChosen?: true;
  /** Makes what carries the data, in peace time, as a part of the primary stack. */
  carry(context: CarryContext): Carried;

  /** Makes what has to stand in the recovery region's network, in peace time, as a part of the standby. */
  stand?(context: StandContext): Stood;

  /** Variable of dr by which an operator names a copy instead of the newest: `--var <name>=...`; `otherwise` is its default. */
  readonly variable: { readonly name: string; readonly description: string; readonly otherwise: string };
  /** Looks for a copy while Terraform plans dr, in the recovery region alone. */
  find(stack: Stack, context: FindContext): Candidate;
  /**
   * The part of the database module's input `origin` that restores a copy.
   *
   * @param retentionDays days that the backups of the database reach back
   */
  origin(
    made: Made,
    retentionDays: Expression,
  ): readonly [part: keyof NonNullable<DatabaseProps["origin"]>, value: object];
  /** What an operator may give for the variable to mean what a database was made from: a list. */
  namesOf(made: Made): readonly Expression[];

  /** Data lost with the primary region. */
  loss(settings: CopySettings): DataLoss;
  /** What RDS does until a database is there with the data; of one that stands: until it takes writes. */
  restore(settings: CopySettings): readonly Duration[];
  /** Settings that would lose less with the same mechanism, by what an environment states for them. */
  remedies(settings: CopySettings): readonly { readonly what: string; readonly settings: CopySettings }[];
  /** What dr restores when this one's copies cannot be used. */
  readonly fallback?: { readonly what: string; readonly mechanism: Mechanism };
}

/** A day, a week, or so many hours. */
export type Period = "day" | "week" | number;

/** What of an environment decides how much is lost, and how long a restore takes. */
export interface CopySettings {
  /** What is allocated, in GiB. */
  readonly storageGib: number;
  /** Copies of snapshots; they are there with every mechanism, as what is left when its own copies cannot be used. */
  readonly snapshots?: {
    readonly every: Period;
    /** `start_window` of the backup plan, in minutes: 480 by default, as it is AWS Backup's. */
    readonly startWindowMinutes?: number;
  };
}

/** Data lost, in seconds of work, and what that is made of. */
export interface DataLoss {
  /** When the region is lost at the best moment. */
  readonly best: number;
  /** When it is lost at the worst one. Objectives are compared with this. */
  readonly worst: number;
  /** Parts of the worst. */
  readonly parts: readonly Duration[];
}

/** What the data is carried from, and where to. */
export interface CarryContext {
  /** Place of resources in the primary region. */
  readonly stack: Construct;
  /** Place of resources in the recovery region. */
  readonly scope: Construct;
  readonly application: string;
  readonly environment: string;
  /** What the names of the environment's resources begin with. */
  readonly prefix: string;
  /** Key of all copies. */
  readonly kmsKeyArn: string;
  readonly database: Database;
  /** Days that the database keeps its automated backups. */
  readonly retentionDays: number;
  /** Whether the environment may be thrown away, with all copies. */
  readonly isDisposable: boolean;
  readonly snapshots: SnapshotSettings;
  /** Whether the environment has chosen this mechanism: its objective is about these copies then. */
  readonly isChosen: boolean;
  /** Age of a copy, in seconds, from which on the objective is missed. */
  readonly rpo: number;
}

/** What stands in the recovery region, and where. */
export interface StandContext {
  /** The standby. */
  readonly stack: Stack;
  readonly application: string;
  readonly environment: string;
  readonly region: string;
  /** The database as the recovery region has it, but for its name and the origin of its data. */
  readonly props: Omit<DatabaseProps, "name" | "origin">;
  /** The primary's database. */
  readonly source: { readonly arn: string; readonly resourceId: string };
}

/** What was made to stand. */
export interface Stood {
  /** Has the standby refuse its destruction while users may write to it; to be called when all else is made. */
  keep(): void;
}

/** What was made to carry the data. */
export interface Carried {
  /** What dr must know of it: parts of what the primary stack tells. */
  readonly tells: Partial<
    Pick<NonNullable<Lifelines["database"]>, "automatedBackupArn"> & Pick<Lifelines, "vaultName">
  >;
  /** What the watch measures: parts of its inputs. */
  readonly watches: Pick<RecoveryWatchProps, "database" | "replica" | "snapshots" | "restoreTest">;
}

/** What a copy is looked for with. */
export interface FindContext {
  readonly application: string;
  readonly environment: string;
  /** The recovery region. */
  readonly region: string;
  /** Age of a copy, in seconds, from which on the objective is missed. */
  readonly rpo: number;
  /** Seconds after which the newest copy of a snapshot is due to be replaced by another. */
  readonly snapshotMaxAge: number;
  /** What the primary stack says of its copies, and what the watch has seen of them: null where they have said nothing. */
  readonly lifelines: ToldLifelines;
  readonly watched: ToldCopies;
  /** Key of all copies. */
  readonly key: { readonly arn: Expression; readonly enabled: Expression };
  /** What the operator named, by the mechanism's variable; null otherwise. */
  readonly named: Expression;
}

/** Copies that somebody has told of, or not. All expressions are known when Terraform plans. */
export interface Candidate {
  /** What stands already, and is taken over as it is. */
  readonly standing?: StandingReplica;
  /** Whether there is a copy that can be restored. */
  readonly isThere: Expression;
  /** Until when its data reaches, in UTC; null where nobody knows. */
  readonly dataUntil: Expression;
  /** Conditions on what the operator named that hold whatever is found. */
  readonly wellFormed: readonly Condition[];
  /** Conditions that what the operator named can be restored. */
  readonly restorable: readonly Condition[];
  /** Why there is no copy, as a part of a sentence. */
  readonly absence: string;
  /**
   * Looks at the copy itself.
   *
   * @param isTaken whether this is what the database is restored from: of a copy that is not, nothing is asked
   */
  take(isTaken: Expression): Taken;
}

/** The copy that is restored. */
export interface Taken {
  /** Its identifier. */
  readonly copy: Expression;
  /** Moment that is restored, where one was named; else null. */
  readonly time: Expression;
  /** Until when its data reaches, in UTC; null where nobody knows. */
  readonly dataUntil: Expression;
  /** GiB that it needs; null where nobody knows. */
  readonly allocatedStorage: Expression;
  /** Conditions that it can be restored. */
  readonly usable: readonly Condition[];
}

/** What a database was, or will be, made from: expressions of texts. */
export interface Made {
  readonly copy: Expression;
  /** Moment that was named; null for the latest, or for a copy that has one moment only. */
  readonly time: Expression;
  readonly dataUntil: Expression;
}
