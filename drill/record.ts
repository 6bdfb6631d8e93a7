import { EmulatorControl, RecordedRequest } from "../emulator";

const POLL_MILLISECONDS = 300;

/** Whether a request needs a region: signed for it, or answered by a control plane that runs there. */
export const needs = (region: string, request: Pick<RecordedRequest, "region" | "home">): boolean =>
  request.region === region || request.home === region;

/** Whether a request makes or changes something. */
export const isWrite = ({ operation, service }: Pick<RecordedRequest, "operation" | "service">): boolean =>
  service !== "sts" && !/^(?:Get|List|Describe|Head|BatchGet)/.test(operation);

/** One request in words: `iam CreateRole, signed for us-west-2 and answered by us-east-1, at 2026-11-21T08:00:00.000Z`. */
export function describeRequest({ service, operation, region, home, time }: RecordedRequest): string {
  const where = region === home ? `to ${region}` : `signed for ${region} and answered by ${home}`;
  return `${service} ${operation} ${where}, at ${time}`;
}

/** Requests by service and operation, those with most first. */
export function byService(requests: readonly RecordedRequest[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { service } of requests) counts.set(service ?? "none", (counts.get(service ?? "none") ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([left, a], [right, b]) => b - a || left.localeCompare(right)));
}

/** What was asked between two moments. */
export class Window {
  private constructor(
    private readonly control: EmulatorControl,
    private readonly first: number,
  ) {}

  /** Begins with the next request. */
  static async open(control: EmulatorControl): Promise<Window> {
    const { count } = (await control.control("GET", "outage")) as { readonly count: number };
    return new Window(control, count);
  }

  /** How many requests of an operation were answered since it was opened. */
  async answered(): Promise<(operation: RegExp) => number> {
    const good = (await this.requests()).filter(({ status }) => status === 200);
    return (wanted) => good.filter(({ operation }) => wanted.test(operation ?? "")).length;
  }

  /** What was asked since it was opened. */
  requests(): Promise<RecordedRequest[]> {
    return this.control.requests(this.first);
  }
}

/**
 * Watches the record while work is under way, and reports the first request that needs a region that is lost: the run has
 * failed then, and Terraform would only go on asking.
 */
export class Guard {
  /** The first request that must not have been made. */
  broken: RecordedRequest | undefined;
  private seen = 0;
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> = Promise.resolve();

  constructor(
    private readonly control: EmulatorControl,
    private readonly region: string,
    private readonly onBroken: (request: RecordedRequest) => void,
  ) {}

  /** From here on. */
  async start(): Promise<void> {
    const { count } = (await this.control.control("GET", "outage")) as { readonly count: number };
    this.seen = count;
    this.timer = setInterval(() => {
      this.looking = this.looking.then(() => this.look());
    }, POLL_MILLISECONDS);
  }

  /** Until here, requests of the last moment included. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
    await this.look();
  }

  private async look(): Promise<void> {
    const requests = await this.control.requests(this.seen);
    this.seen = requests.at(-1)?.n ?? this.seen;
    const first = requests.find((request) => needs(this.region, request));
    if (first === undefined || this.broken) return;
    this.broken = first;
    this.onBroken(first);
  }
}
