import { Mechanism } from "./mechanism";
import { pointInTime } from "./point-in-time";
import { replica } from "./replica";
import { snapshot } from "./snapshot";

export type { Candidate, Carried, CopySettings, DataLoss, Made, Mechanism, Period, Stood, Taken } from "./mechanism";
export { REPLICA_OF, StandingReplica } from "./replica/standing";
export type { SnapshotSettings } from "./snapshot/settings";
export { SNAPSHOT_START_WINDOW_MINUTES } from "./snapshot/settings";
export { snapshotMaxAge } from "./snapshot/schedule";

/**
 * The mechanisms that an environment can choose from, the default first. dr falls back from the chosen one to the others, in
 * this order. Another one is a folder beside these, and a line here.
 */
export const MECHANISMS = [pointInTime, replica, snapshot] as const;

/** What `recovery.database.mechanism` can be. */
export type MechanismName = (typeof MECHANISMS)[number]["name"];

/** The names of all mechanisms. */
export const MECHANISM_NAMES = MECHANISMS.map(({ name }) => name) as [MechanismName, ...MechanismName[]];

/** The mechanisms that an environment has. */
export type Mechanisms = readonly Mechanism<MechanismName>[];

/** Those that an environment has which has chosen one of them: that one, and all that every environment has. */
export const mechanismsWith = (chosen: MechanismName = MECHANISMS[0].name): Mechanisms =>
  MECHANISMS.filter((mechanism: Mechanism) => mechanism.onlyChosen !== true || mechanism.name === chosen);

/** The mechanism of a name. */
export const mechanismOf = (name: MechanismName = MECHANISMS[0].name): Mechanism =>
  MECHANISMS.find((mechanism) => mechanism.name === name) ?? MECHANISMS[0];
