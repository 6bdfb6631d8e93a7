import { CopySettings, MechanismName } from "../../recovery/mechanisms";

/** What an environment promises. */
export interface Objectives {
  /** Data that may be lost at the most, in seconds of work. */
  readonly rpo: number;
  /** Seconds from `cdktf deploy dr` until the names lead to what serves. The time to decide is not in it. */
  readonly rto: number;
}

/** What of an environment decides how much is lost and how long recovery takes. Plain data: no construct is needed. */
export interface RecoverySettings {
  readonly database?: CopySettings & {
    readonly mechanism: MechanismName;
    /** Whether the restored database has a standby in another zone from the start. */
    readonly multiAz: boolean;
    /**
     * Whether backups come with a later apply: `defer_protection` of the database's origin. False: RDS takes a backup as
     * soon as the database is restored, and the services wait for it.
     */
    readonly deferProtection: boolean;
  };
  readonly cache?: { readonly contents: "empty" | "snapshot" };
  /** Health checks of the target groups of the services, in seconds: the slowest one counts. */
  readonly healthChecks: readonly { readonly interval: number; readonly healthyThreshold: number }[];
  /** Whether names have to move: false for an environment without any. */
  readonly hasNames: boolean;
}
