/** Rows that were acknowledged, held against what a database has: what is lost, and what went to the other side. */

/** A row that a database has acknowledged. */
export interface Write {
  readonly client: string;
  /** Each client counts its own, from 1. */
  readonly number: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly region: string;
}

/** A row of a database. */
export type Row = Pick<Write, "client" | "number">;

/** The rows of a database, to be looked up. */
export class Table {
  private readonly keys: ReadonlySet<string>;

  constructor(rows: readonly Row[]) {
    this.keys = new Set(rows.map(keyOf));
  }

  has(row: Row): boolean {
    return this.keys.has(keyOf(row));
  }

  get size(): number {
    return this.keys.size;
  }
}

const keyOf = ({ client, number }: Row): string => `${number} of ${client}`;

/** What came of the users' rows; null is not reached. Lists are by client. */
export interface UserFigures {
  /** Rows that the restored database does not have, since they are younger than the copy. */
  rowsLost: number | null;
  /** Rows to the database that the other side's users do not see, from the loss of the region to the fence. */
  writesBeforeFence: Readonly<Record<string, number>> | null;
  /** The same from the fence to the end of the failback. */
  writesAfterFence: number | null;
  /** Seconds from the last good row to the next, on the drill's clock: around the loss of the region, and around the failback. */
  clientDowntimeSeconds: Readonly<Record<string, ClientDowntime>> | null;
}

/** Null where the client did not write again. */
export interface ClientDowntime {
  readonly incident: number | null;
  readonly failback: number | null;
}

/** Nobody writes, or nothing has been looked at yet. */
export const NO_FIGURES: UserFigures = {
  rowsLost: null,
  writesBeforeFence: null,
  writesAfterFence: null,
  clientDowntimeSeconds: null,
};

/** What was acknowledged after one time and up to another. */
export const between = (writes: readonly Write[], after: number, until: number): Write[] =>
  writes.filter(({ at }) => at > after && at <= until);

/** What was acknowledged, and a database does not have. */
export const missing = (writes: readonly Write[], table: Table): Write[] => writes.filter((write) => !table.has(write));

/** How many by each client, none left out. */
export const byClient = (writes: readonly Write[], clients: readonly string[]): Record<string, number> =>
  Object.fromEntries(clients.map((name) => [name, writes.filter(({ client }) => client === name).length]));

/**
 * How long a client could not write, in seconds: from its last good row up to a moment to its first one after that. Null where
 * there is none after it, or none before.
 *
 * @param good what it wrote and users go on to see
 */
export function downtime(good: readonly Write[], moment: number): number | null {
  const last = Math.max(...good.filter(({ at }) => at <= moment).map(({ at }) => at));
  const first = Math.min(...good.filter(({ at }) => at > moment).map(({ at }) => at));
  return Number.isFinite(first - last) ? Math.round((first - last) / 100) / 10 : null;
}
