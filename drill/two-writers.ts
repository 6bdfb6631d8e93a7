/** What users may expect of a recovery, promised of what they wrote: nothing is written twice, and nothing old is lost. */
import { CLIENTS, NAMES_MOVE_SECONDS, isAsking } from "./clients";
import { Drill } from "./drill";
import { Table, Write, between, byClient, downtime, missing } from "./writes";
import { Users } from "./users";

const SECOND = 1000;
/** A client writes once a second, and a machine under load is late. */
const TOLERANCE_SECONDS = 5;

const ALL = CLIENTS.map(({ name }) => name);
const ASKING = CLIENTS.filter(isAsking).map(({ name }) => name);

const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Waits until each client that asks has written in a region to which names have moved, and promises that it takes no longer. */
export async function judgeMoved({ users, promises }: Drill, region: string): Promise<void> {
  if (!users) return;
  const moved = users.servers.movedTo(region) ?? NaN;
  const first = (name: string): Write | undefined =>
    users.written().find((write) => write.client === name && write.region === region && write.at > moved);
  const most = NAMES_MOVE_SECONDS + TOLERANCE_SECONDS;
  while (Date.now() <= moved + most * SECOND && !ASKING.every(first)) await sleep(SECOND / 4);
  const waits = ASKING.map((name) => ((first(name)?.at ?? NaN) - moved) / SECOND);
  const what = `clients that ask write in ${region} within ${NAMES_MOVE_SECONDS} s after names have moved`;
  const seen = ASKING.map((name, i) => `the one that ${name}: ${waits[i].toFixed(0)} s`).join(", ");
  promises.judge(
    what,
    waits.every((seconds) => seconds <= most),
    seen,
  );
}

/**
 * Holds what the restored database has against what was acknowledged: nothing that is as old as its copy may be missing.
 *
 * @param until up to when the copy has data, as the stack says
 * @returns rows that are younger than that, and lost; null where nobody writes
 */
export async function judgeRestored(drill: Drill, what: string, lostAt: number, until: string): Promise<number | null> {
  const { users, recovery, recoveryName, promises } = drill;
  if (!users) return null;
  const written = users.written().filter((write) => write.at <= lostAt && !users.writtenOff.has(write));
  const table = await users.table(recovery.region, recoveryName);
  const lost = missing(written, table);
  const old = lost.filter(({ at }) => !(at > Date.parse(until)));
  const seen = `${written.length} rows, ${lost.length} lost, ${old.length} of them as old as the copy`;
  promises.judge(what, written.length > 0 && old.length === 0, seen);
  for (const write of lost) users.writtenOff.add(write);
  return lost.length;
}

/** Counts what went to the other side until the fence, which has been put. */
export async function judgeFence({
  users,
  environment,
  recovery,
  recoveryName,
  promises,
  timeline,
}: Drill): Promise<void> {
  if (!users) return;
  const { lostAt = NaN, returnedAt = NaN, fencedAt = NaN } = users.moments;
  const home = environment.region;
  const wrong = between(users.written(), lostAt, fencedAt).filter(({ region }) => region === home);
  const counts = byClient(wrong, ALL);
  users.figures.writesBeforeFence = counts;
  for (const write of wrong) users.writtenOff.add(write);
  const open = Math.round((fencedAt - returnedAt) / SECOND);
  timeline.say(`  rows to ${home} from its return to the fence, ${open} s: ${told(counts)}`);

  const early = wrong.filter(({ at }) => at <= returnedAt).length;
  promises.judge(`nobody writes to ${home} while it is lost`, early === 0, `${early} rows`);
  const moved = users.servers.movedTo(recovery.region) ?? NaN;
  const inTime = (at: number): boolean => at <= moved + NAMES_MOVE_SECONDS * SECOND;
  const late = wrong.filter(({ client, at }) => ASKING.includes(client) && !inTime(at));
  promises.judge(
    `clients that ask write nothing to ${home} later than detection and TTL (${NAMES_MOVE_SECONDS} s) after names have moved`,
    late.length === 0,
    `${late.length} rows later, ${ASKING.reduce((sum, name) => sum + counts[name], 0)} in all`,
  );
  measureDowntime(users, await users.table(recovery.region, recoveryName));
}

/** Counts what went to the other side since the fence, and holds the database that was taken back against what was written. */
export async function judgeFailback({ users, environment, recovery, prefix, promises }: Drill): Promise<void> {
  if (!users) return;
  const { lostAt = NaN, fencedAt = NaN } = users.moments;
  const written = users.written();
  const table = await users.table(environment.region, prefix);
  const away = written.filter(({ region }) => region === recovery.region);
  const lost = missing(away, table).length;
  promises.judge(
    `every row that was written in ${recovery.region} is in the database that was taken back`,
    away.length > 0 && lost === 0,
    `${away.length} rows, ${lost} lost`,
  );
  const earlier = written.filter((write) => write.at <= lostAt && !users.writtenOff.has(write));
  const gone = missing(earlier, table).length;
  promises.judge("and so is what dr was restored with", gone === 0, `${earlier.length} rows, ${gone} lost`);
  const wrong = missing(between(written, fencedAt, Infinity), table);
  users.figures.writesAfterFence = wrong.length;
  const seen = wrong.length === 0 ? "0 rows" : told(byClient(wrong, ALL));
  promises.judge("nobody writes to the other side after the fence", wrong.length === 0, seen);
  measureDowntime(users, table);
}

/** Only rows that the serving database has are good: the others were written in vain. */
function measureDowntime(users: Users, table: Table): void {
  const { lostAt = NaN, stoppedAt = NaN } = users.moments;
  const good = users.written().filter((write) => table.has(write));
  users.figures.clientDowntimeSeconds = Object.fromEntries(
    ALL.map((name) => {
      const own = good.filter(({ client }) => client === name);
      return [name, { incident: downtime(own, lostAt), failback: downtime(own, stoppedAt) }];
    }),
  );
}

const told = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([name, count]) => `${count} by the one that ${name}`)
    .join(", ");
