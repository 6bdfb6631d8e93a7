/** One thing that the recovery region must have to take over now. */
export interface Finding {
  /** What kind it is of: `image`, `secret`, `certificate`, `parameter`, `quota`, `copy`, `standby`, `kit`. */
  readonly kind: string;
  /** Which one: the name in the environment, or AWS's. */
  readonly what: string;
  readonly isThere: boolean;
  /** What was seen, in a few words. */
  readonly seen: string;
  /** Where it lacks: what is wrong, and what to do, in a sentence; null where it does not. */
  readonly lack: string | null;
}

/** A finding that is good. */
export const there = (kind: string, what: string, seen: string): Finding => ({
  kind,
  what,
  isThere: true,
  seen,
  lack: null,
});

/** A finding that is not. */
export const lacking = (kind: string, what: string, seen: string, lack: string): Finding => ({
  kind,
  what,
  isThere: false,
  seen,
  lack,
});
