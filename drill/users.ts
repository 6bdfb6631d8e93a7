import { EmulatorControl } from "../emulator";
import { Environment } from "../environments/definition";
import { Client, CLIENTS, NameServers } from "./clients";
import { Names } from "./names";
import { BrokenPromise } from "./promises";
import { Table, UserFigures, NO_FIGURES, Write } from "./writes";

const SECOND = 1000;
/** Rows of each client before the region is lost. */
const FIRST_ROWS = 5;
const FIRST_ROWS_SECONDS = 60;

/** The moments that rows are counted between, in milliseconds since 1970. */
export interface Moments {
  /** The region is cut off. */
  lostAt?: number;
  /** It answers again. */
  returnedAt?: number;
  /** No task runs there any more. */
  fencedAt?: number;
  /** The recovery region's services are about to be stopped for the failback. */
  stoppedAt?: number;
}

/** Everybody who writes during a drill: each {@link CLIENTS client} a numbered row each second, until they are stopped. */
export class Users {
  readonly figures: UserFigures = { ...NO_FIGURES };
  readonly moments: Moments = {};
  readonly servers: NameServers;
  /** Rows that were counted as lost, or as written to the other side: nobody looks for them again. */
  readonly writtenOff = new Set<Write>();
  private readonly writes: Write[] = [];
  private readonly working: Promise<void>;
  private isStopped = false;
  private failure: unknown;
  private lastRefusal = "";

  private constructor(
    private readonly emulator: EmulatorControl,
    home: string,
    private readonly names: Names,
  ) {
    this.servers = new NameServers(home);
    this.working = this.work().catch((error: unknown) => void (this.failure = error));
  }

  /**
   * They begin, and have written some rows; nobody where no service uses a database.
   * @throws BrokenPromise when the application takes none
   */
  static async start(emulator: EmulatorControl, environment: Environment, names: Names): Promise<Users | undefined> {
    const { database, services, region } = environment;
    if (!database || !Object.values(services).some(({ uses }) => uses?.database)) return undefined;
    const users = new Users(emulator, region, names);
    await users.haveWritten(FIRST_ROWS).catch(async (error: unknown) => {
      await users.stop();
      throw error;
    });
    return users;
  }

  /** The drill has seen what the names answer. */
  seen(region: string): void {
    this.servers.seen(region, Date.now());
  }

  /** They go home. */
  async stop(): Promise<void> {
    this.isStopped = true;
    await this.working;
  }

  /** What was acknowledged until now; a table that is read after this has all of it, or never will. */
  written(): Write[] {
    if (this.failure) throw this.failure as Error;
    return [...this.writes];
  }

  /** The rows of a database. */
  async table(region: string, database: string): Promise<Table> {
    const { rows } = (await this.emulator.control("GET", "rows", { region, database })) as { rows: Write[] };
    return new Table(rows);
  }

  private async haveWritten(count: number): Promise<void> {
    const limit = Date.now() + FIRST_ROWS_SECONDS * SECOND;
    const isDone = (): boolean =>
      CLIENTS.every(({ name }) => this.written().filter(({ client }) => client === name).length >= count);
    while (!isDone()) {
      if (Date.now() > limit) throw new BrokenPromise(`The application takes no rows: ${this.lastRefusal}.`);
      await sleep(SECOND / 4);
    }
  }

  private async work(): Promise<void> {
    const clients = CLIENTS.map((kind) => ({ client: new Client(kind, this.servers), number: 0 }));
    while (!this.isStopped) {
      const began = Date.now();
      for (const one of clients) await this.write(one.client, (one.number += 1));
      await sleep(Math.max(0, began + SECOND - Date.now()));
    }
  }

  private async write(client: Client, number: number): Promise<void> {
    const region = client.regionAt(Date.now());
    const row = { region, load_balancer: this.names.loadBalancer(region), client: client.kind.name, number };
    const { accepted, reason, at } = (await this.emulator.control("POST", "rows", row)) as Reply;
    if (accepted) this.writes.push({ client: row.client, number, region, at: Date.parse(at) });
    else this.lastRefusal = reason ?? "";
  }
}

interface Reply {
  readonly accepted: boolean;
  readonly reason?: string;
  readonly at: string;
}

const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
