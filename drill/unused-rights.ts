/** Rights that a role keeps although a drill does not need them. */
export interface UnusedRights {
  /** Why they stay. */
  readonly reason: string;
  /** Actions, as the policies write them, by the role: `deploy`, `plan`, `recover` or `failback`. */
  readonly rights: Readonly<Record<string, readonly string[]>>;
}

/** What is granted and not used in the drill of production, with the reason. `npm run decisions` says what is missing or stale. */
export const UNUSED: readonly UnusedRights[] = [];
