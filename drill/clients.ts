/**
 * Clients of the application, by what they make of a name's answer. Each writes a row a second, to whatever region it has.
 *
 * The drill looks at the names whenever something changes that they follow: between two looks nobody publishes the
 * decision, and so Route 53 cannot answer otherwise. In AWS it takes a while until the resolvers hear of a change; here it
 * takes as long as it can take there at the most, on the drill's own clock.
 */
import { DURATIONS, NAMES_MOVE, total } from "../recovery/durations";

/** Seconds from a decision until every client that asks has heard of it, at the most: detection, and the TTL of the answer. */
export const NAMES_MOVE_SECONDS = total(NAMES_MOVE);

/** Seconds of it that go by until the name servers answer otherwise: until the decision is published and seen. */
export const DETECTION_SECONDS = NAMES_MOVE_SECONDS - DURATIONS.answerTtl.seconds;

/** What kind of client it is, and how long it keeps an answer, in seconds. */
export interface ClientKind {
  readonly name: string;
  readonly keepsSeconds: number;
}

/** The clients of a drill: a browser that is told each time, most resolvers, and a connection pool that never asks again. */
export const CLIENTS: readonly ClientKind[] = [
  { name: "asks each second", keepsSeconds: 0 },
  { name: "keeps the answer for its TTL", keepsSeconds: DURATIONS.answerTtl.seconds },
  { name: "never asks again", keepsSeconds: Infinity },
];

/** Whether a client hears of it at all that names have moved. */
export const isAsking = ({ keepsSeconds }: ClientKind): boolean => keepsSeconds < Infinity;

/** What the name servers answer, as the drill has seen the names. Times are milliseconds since 1970. */
export class NameServers {
  private readonly answers: { readonly region: string; readonly at: number }[];

  /** @param region what they have answered for long */
  constructor(region: string) {
    this.answers = [{ region, at: -Infinity }];
  }

  /** The drill has seen what the names answer. */
  seen(region: string, at: number): void {
    if (this.answers.at(-1)?.region !== region) this.answers.push({ region, at });
  }

  /** What they answer at a time: what was to be seen {@link DETECTION_SECONDS} ago. */
  answer(at: number): string {
    const known = this.answers.filter((one) => one.at + DETECTION_SECONDS * 1000 <= at);
    return known[known.length - 1].region;
  }

  /** When names moved to a region, the last time that they did; undefined where they never have. */
  movedTo(region: string): number | undefined {
    return this.answers.slice(1).findLast((one) => one.region === region)?.at;
  }
}

/** One client, and the answer that it has. */
export class Client {
  private kept: { readonly region: string; readonly askedAt: number } | undefined;

  constructor(
    readonly kind: ClientKind,
    private readonly servers: NameServers,
  ) {}

  /** The region that it writes to at a time. */
  regionAt(at: number): string {
    if (this.kept === undefined || at - this.kept.askedAt >= this.kind.keepsSeconds * 1000) {
      this.kept = { region: this.servers.answer(at), askedAt: at };
    }
    return this.kept.region;
  }
}
