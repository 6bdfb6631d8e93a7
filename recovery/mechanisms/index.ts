import { Mechanism } from "./mechanism";
import { pointInTime } from "./point-in-time";
import { snapshot } from "./snapshot";

export type { Candidate, Carried, CopySettings, DataLoss, Made, Mechanism, Period, Taken } from "./mechanism";
export type { SnapshotSettings } from "./snapshot/settings";
export { SNAPSHOT_START_WINDOW_MINUTES } from "./snapshot/settings";
export { snapshotMaxAge } from "./snapshot/schedule";

/**
 * The mechanisms that an environment can choose from, the default first. dr falls back from the chosen one to the others, in
 * this order. Another one is a folder beside these, and a line here.
 */
export const MECHANISMS = [pointInTime, snapshot] as const;

/** What `recovery.database.mechanism` can be. */
export type MechanismName = (typeof MECHANISMS)[number]["name"];

/** The names of all mechanisms. */
export const MECHANISM_NAMES = MECHANISMS.map(({ name }) => name) as [MechanismName, ...MechanismName[]];

/** The mechanism of a name. */
export const mechanismOf = (name: MechanismName): Mechanism =>
  MECHANISMS.find((mechanism) => mechanism.name === name) ?? MECHANISMS[0];
