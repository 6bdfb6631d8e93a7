import type { SynthesizedStack } from "./synthesis";
import { TerraformEvent } from "./terraform-events";

/** A resource that a run made, and how long that took. */
export interface Built {
  readonly address: string;
  readonly type: string;
  readonly seconds: number;
}

const SHOWN_AT_ONCE = 3;

/** Follows the events of an apply: how far it is, at what it works, what took long. */
export class Deployment {
  readonly built: Built[] = [];
  private readonly underWay = new Map<string, number>();
  private start: number | undefined;
  private total = 0;

  constructor(readonly stack: Pick<SynthesizedStack, "name">) {}

  /** Takes in one event of Terraform. */
  readonly follow = (event: TerraformEvent): void => {
    this.start ??= performance.now();
    const { changes, hook } = event;
    if (event.type === "change_summary" && changes?.operation === "plan") this.total = changes.add + changes.change;
    // Data sources are read in the course of it; they were not planned and nobody waits for them.
    if (!hook || hook.action === "read") return;
    const { addr, resource_type: type } = hook.resource;
    if (event.type === "apply_start") this.underWay.set(addr, performance.now());
    if (event.type === "apply_complete" || event.type === "apply_errored") {
      const seconds = (performance.now() - (this.underWay.get(addr) ?? performance.now())) / 1000;
      this.underWay.delete(addr);
      if (event.type === "apply_complete") this.built.push({ address: addr, type, seconds });
    }
  };

  /** Where it stands, in one line. */
  progress(): string {
    this.start ??= performance.now();
    const elapsed = `${seconds(this.start)} s`;
    if (this.total === 0) return `planning, ${elapsed}`;
    // The longest at work first: that is what the user waits for.
    const waiting = [...this.underWay].sort(([, left], [, right]) => left - right);
    const shown = waiting.slice(0, SHOWN_AT_ONCE).map(([address, since]) => `${address} (${seconds(since)} s)`);
    const more = waiting.length > SHOWN_AT_ONCE ? ` and ${waiting.length - SHOWN_AT_ONCE} more` : "";
    const now = shown.length > 0 ? `: ${shown.join(", ")}${more}` : "";
    return `${this.built.length} of ${this.total} resources, ${elapsed}${now}`;
  }
}

function seconds(since: number): number {
  return Math.round((performance.now() - since) / 1000);
}
