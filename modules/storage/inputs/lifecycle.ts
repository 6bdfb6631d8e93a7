import { section, t } from "../../../kernel";
import { STORAGE_CLASSES, byName, prefix, whole } from "./types";

/** S3 moves nothing to infrequent access before this age, nor onward before it stayed there as long. */
const INFREQUENT_ACCESS_DAYS = 30;
const INFREQUENT_ACCESS: readonly string[] = ["STANDARD_IA", "ONEZONE_IA"];

type Transitions = Readonly<Record<string, number>>;

const CLASS = new RegExp(`^(${STORAGE_CLASSES.join("|")})$`);

/** Each pair of classes, the one that comes first and the other, with the days that must lie between. */
const STEPS = STORAGE_CLASSES.flatMap((first, i) =>
  STORAGE_CLASSES.slice(i + 1).map(
    (next) => [first, next, INFREQUENT_ACCESS.includes(first) ? INFREQUENT_ACCESS_DAYS : 1] as const,
  ),
);

const comesDown = (days: Transitions): boolean =>
  STEPS.every(([first, next, gap]) => !(first in days && next in days) || days[next] - days[first] >= gap);

/** The same as {@link comesDown}, as HCL. */
const comesDownHcl = (ref: string): string =>
  `alltrue([for first, days in ${ref} : alltrue([for next, later in ${ref} : ` +
  `index(${CLASSES}, next) <= index(${CLASSES}, first) || later - days >= (contains(${SLOW}, first) ? ${INFREQUENT_ACCESS_DAYS} : 1)])])`;
const CLASSES = `[${STORAGE_CLASSES.map((name) => `"${name}"`).join(", ")}]`;
const SLOW = `[${INFREQUENT_ACCESS.map((name) => `"${name}"`).join(", ")}]`;

/** Days after which objects move, by the class they move to. */
const transitions = () =>
  t
    .map(whole(0, 36_500, "days"))
    .keys(CLASS, `must be of ${STORAGE_CLASSES.join(", ")}`, { good: "GLACIER", bad: "COLD" })
    .rule({
      test: (days: Transitions) => INFREQUENT_ACCESS.every((name) => !(name in days) || days[name] >= 30),
      condition: (ref) => INFREQUENT_ACCESS.map((name) => `lookup(${ref}, "${name}", 30) >= 30`).join(" && "),
      message: "must wait at least 30 days for STANDARD_IA and ONEZONE_IA, which S3 asks for",
      bad: { STANDARD_IA: 7 },
    })
    .rule({
      test: (days: Transitions) => !Object.keys(days).every((name) => CLASS.test(name)) || comesDown(days),
      condition: (ref) => `try(${comesDownHcl(ref)}, true)`,
      message: `must go down the order ${STORAGE_CLASSES.join(", ")}, with at least 30 days in STANDARD_IA or ONEZONE_IA`,
      bad: { GLACIER: 30, DEEP_ARCHIVE: 10 },
    })
    .default({});

const rule = t
  .object({
    /**
     * Whether the rule is applied.
     * @default true
     */
    enabled: t.bool().default(true),
    /**
     * What the keys of the objects begin with. Empty is the whole bucket.
     * @default ""
     */
    prefix: prefix(),
    /**
     * Tags that an object must have, all of them.
     * @default {}
     */
    tags: t.map(t.string().length(0, 256)).default({}),
    /**
     * Days after which objects move, by storage class: STANDARD_IA, INTELLIGENT_TIERING, ONEZONE_IA, GLACIER_IR,
     * GLACIER or DEEP_ARCHIVE.
     * @default {}
     */
    transitions: transitions(),
    /** Days after which objects are deleted; with versioning they become old versions. Null deletes none. */
    expirationDays: whole(1, 36_500, "days").optional(),
    /**
     * Days after which old versions move, by storage class.
     * @default {}
     */
    noncurrentTransitions: transitions(),
    /** Days after which old versions are deleted. Null deletes none. */
    noncurrentDays: whole(1, 36_500, "days").optional(),
    /**
     * Newest old versions of each object that are kept whatever their age; at most 100.
     * @default 0
     */
    newestNoncurrentVersions: whole(0, 100).default(0),
  })
  .example({ expirationDays: 365 })
  .rule({
    test: ({ transitions: moves = {}, expirationDays, noncurrentTransitions: oldMoves = {}, noncurrentDays }) =>
      Object.keys(moves).length + Object.keys(oldMoves).length > 0 ||
      (expirationDays ?? null) !== null ||
      (noncurrentDays ?? null) !== null,
    condition: (ref) =>
      `length(${ref}.transitions) + length(${ref}.noncurrent_transitions) > 0 || ${ref}.expiration_days != null || ${ref}.noncurrent_days != null`,
    message: (spell) =>
      `must do something: move objects (transitions), delete them (${spell("expirationDays")}), or either to old versions`,
    bad: { expirationDays: null as never },
  })
  .rule({
    test: ({ transitions: moves = {}, expirationDays }) =>
      (expirationDays ?? null) === null || Object.values(moves).every((days) => days < Number(expirationDays)),
    condition: (ref) =>
      `${ref}.expiration_days == null ? true : alltrue([for days in values(${ref}.transitions) : days < ${ref}.expiration_days if days != null])`,
    message: (spell) => `must delete objects (${spell("expirationDays")}) after they were moved, not before`,
    bad: { transitions: { GLACIER: 90 }, expirationDays: 90 },
  })
  .rule({
    test: ({ noncurrentTransitions: moves = {}, noncurrentDays }) =>
      (noncurrentDays ?? null) === null || Object.values(moves).every((days) => days < Number(noncurrentDays)),
    condition: (ref) =>
      `${ref}.noncurrent_days == null ? true : alltrue([for days in values(${ref}.noncurrent_transitions) : days < ${ref}.noncurrent_days if days != null])`,
    message: (spell) => `must delete old versions (${spell("noncurrentDays")}) after they were moved, not before`,
    bad: { noncurrentTransitions: { GLACIER: 90 }, noncurrentDays: 90 },
  });

/** Ids of the module's own rules: one that cleans up the whole bucket, one that deletes old versions. */
export const HOUSEKEEPING = "housekeeping";
export const OLD_VERSIONS = "old-versions";

/** What happens to objects as they grow old. */
export const lifecycleInputs = section("Lifecycle", {
  /**
   * Days after which what was uploaded of an unfinished multipart upload is deleted. Nobody sees these parts, but they
   * are billed.
   * @default 7
   */
  abortUploadsDays: whole(1, 365, "days").default(7),
  /**
   * Whether the old versions of deleted and overwritten objects are deleted in the end. With false they are kept, and
   * billed, for ever; `lifecycleRules` may delete them by prefix.
   * @default true
   */
  expireNoncurrentVersions: t.bool().default(true),
  /**
   * Days that an old version is kept, and that an overwritten or deleted object can be brought back. 90 by default:
   * long enough to notice a mistake after a quarter.
   * @default 90
   */
  noncurrentVersionDays: whole(1, 36_500, "days").default(90),
  /**
   * Newest old versions of each object that are kept for ever, whatever their age; at most 100.
   * @default 0
   */
  newestNoncurrentVersions: whole(0, 100).default(0),
  /**
   * Further lifecycle rules, by a name of your own. Objects in GLACIER and DEEP_ARCHIVE must be restored before they
   * can be read.
   * @default {}
   */
  lifecycleRules: byName(rule)
    .rule({
      test: (rules) => !(HOUSEKEEPING in rules) && !(OLD_VERSIONS in rules),
      condition: (ref) => `length(setintersection(keys(${ref}), ["${HOUSEKEEPING}", "${OLD_VERSIONS}"])) == 0`,
      message: `must not be named ${HOUSEKEEPING} or ${OLD_VERSIONS}, as the module's own rules are`,
      bad: { [HOUSEKEEPING]: { expiration_days: 1 } },
    })
    .default({}),
});
