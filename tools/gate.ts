import type { TerraformEvent } from "./terraform-events";

/** Holds back whoever needs certain resources of a deployment, and nothing else of it: they go on while it still works. */
export class Gate {
  /** Settled once all of the resources are made, or the deployment is over; fails when the deployment does. */
  readonly opened: Promise<void>;
  private readonly waiting = new Set<string>();
  private resolve: () => void = () => undefined;
  private reject: (error: Error) => void = () => undefined;

  /** @param needed addresses of what is waited for */
  constructor(private readonly needed: readonly RegExp[]) {
    this.opened = new Promise((resolve, reject) => ([this.resolve, this.reject] = [resolve, reject]));
    // Where nobody waits, a failure is said by the deployment itself.
    this.opened.catch(() => undefined);
  }

  /** Takes in one event of the deployment: all planned changes come before the first that is made. */
  readonly follow = ({ type, change, hook }: TerraformEvent): void => {
    if (type === "planned_change" && change && this.isNeeded(change.resource.addr))
      this.waiting.add(change.resource.addr);
    if (type === "apply_complete" && hook && this.waiting.delete(hook.resource.addr) && this.waiting.size === 0) {
      this.resolve();
    }
  };

  /** Runs the deployment, after which nobody waits any more. */
  async around<T>(deployment: () => Promise<T>): Promise<T> {
    try {
      const result = await deployment();
      this.resolve();
      return result;
    } catch (error) {
      this.reject(error as Error);
      throw error;
    }
  }

  private isNeeded(address: string): boolean {
    return this.needed.some((pattern) => pattern.test(address));
  }
}
