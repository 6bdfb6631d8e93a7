import { App } from "cdktf";
import { IConstruct } from "constructs";
import { InvalidInput } from "../kernel";

const collectors = new WeakMap<IConstruct, Refusals>();

/**
 * All that is wrong with the stacks of an app, so that it is said once and in one list: what modules refuse while the stacks
 * are made, what the stacks refuse while they are prepared (see {@link refuse}), and what the rules say of the result.
 */
export class Refusals {
  private readonly refused: InvalidInput[] = [];

  constructor(private readonly app: App) {
    collectors.set(app, this);
  }

  /** Does a step, and gives nothing where it is refused. Any other error is a fault of ours, and ends the run. */
  attempt<T>(step: () => T): T | undefined {
    try {
      return step();
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      this.add(error);
      return undefined;
    }
  }

  /** Makes a stack. One that is refused is half made: it is taken out, so that the others can be looked at. */
  attemptStack<T>(name: string, make: () => T): T | undefined {
    return this.attempt(() => {
      try {
        return make();
      } catch (error) {
        this.app.node.tryRemoveChild(name);
        throw error;
      }
    });
  }

  /** Notes what was refused. */
  add(refusal: InvalidInput): void {
    this.refused.push(refusal);
  }

  /**
   * @param file of the environment, as messages name it
   * @throws InvalidInput with everything that was refused
   */
  throwAny(file: string): void {
    if (this.refused.length === 0) return;
    if (this.refused.length === 1) throw this.refused[0];
    const lines = this.refused.flatMap(({ message }) => entries(message, file));
    throw new InvalidInput([`${file}: invalid environment`, ...lines].join("\n"));
  }
}

/**
 * Refuses something that is found out late, when the rest of the app can still be looked at.
 *
 * @throws InvalidInput at once, where nobody collects what is refused
 */
export function refuse(scope: IConstruct, refusal: InvalidInput): void {
  const collector = collectors.get(scope.node.root);
  if (!collector) throw refusal;
  collector.add(refusal);
}

/** The entries of one message, each with what stood above them: `primary/web: invalid inputs` becomes `primary/web: `. */
function entries(message: string, file: string): string[] {
  const [title, ...lines] = message.split("\n");
  const owner = title.replace(`${file}: `, "").replace(/: invalid inputs$/, "");
  if (lines.length === 0) return [`  - ${owner}`];
  return lines.map((line) => line.replace(/^ {2}- /, () => `  - ${owner}: `));
}
