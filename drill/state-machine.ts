/**
 * Runs a state machine of Step Functions whose query language is JSONata, since no emulator does: the states that ours
 * have, and no others. AWS is asked by whoever calls.
 *
 * Source: AWS Step Functions Developer Guide, "Amazon States Language" and "Transforming data with JSONata".
 */
import jsonata from "jsonata";

/** A state machine, or a branch of one. */
export interface StateMachine {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, State>>;
}

interface State {
  readonly Type: string;
  readonly Next?: string;
  readonly End?: boolean;
  readonly Resource?: string;
  readonly Arguments?: unknown;
  readonly Output?: unknown;
  readonly Assign?: Readonly<Record<string, unknown>>;
  readonly Catch?: readonly Catcher[];
  readonly Branches?: readonly StateMachine[];
  readonly Items?: unknown;
  readonly ItemProcessor?: StateMachine;
  readonly Choices?: readonly { readonly Condition: string; readonly Next: string }[];
  readonly Default?: string;
  readonly Error?: string;
  readonly Cause?: string;
}

interface Catcher {
  readonly ErrorEquals: readonly string[];
  readonly Output?: unknown;
  readonly Assign?: Readonly<Record<string, unknown>>;
  readonly Next: string;
}

/** Asks an API as the resource of a task names it: `rds`, `describeDBSnapshots`. Throws a {@link StateError} when refused. */
export type Call = (service: string, operation: string, parameters: object) => Promise<unknown>;

/** An error as states catch it. */
export class StateError extends Error {
  constructor(
    readonly error: string,
    readonly reason: string,
  ) {
    super(`${error}: ${reason}`);
  }
}

type Variables = Record<string, unknown>;

/** What a state ends with. */
interface Ended {
  readonly output: unknown;
  readonly next?: string;
}

const API = /^arn:[a-z-]+:states:::aws-sdk:([a-z0-9]+):([A-Za-z0-9]+)$/;

/**
 * Runs a machine to its end.
 * @returns its output
 * @throws StateError when it fails
 */
export async function runStateMachine(
  machine: StateMachine,
  call: Call,
  input: unknown = {},
  outer: Variables = {},
): Promise<unknown> {
  const run = new Run(call, { ...outer });
  let [name, data]: [string | undefined, unknown] = [machine.StartAt, input];
  while (name !== undefined) {
    const state: State | undefined = machine.States[name];
    if (state === undefined) throw new StateError("States.Runtime", `there is no state ${name}`);
    const ended: Ended = await run.state(state, data);
    [name, data] = [ended.next, ended.output];
  }
  return data;
}

class Run {
  constructor(
    private readonly call: Call,
    private readonly variables: Variables,
  ) {}

  async state(state: State, input: unknown): Promise<Ended> {
    try {
      return await this.perform(state, input);
    } catch (error) {
      if (!(error instanceof StateError)) throw error;
      const catcher = state.Catch?.find(({ ErrorEquals: names }) => names.some((one) => catches(one, error)));
      if (catcher === undefined) throw error;
      const errorOutput = { Error: error.error, Cause: error.reason };
      return this.end({ ...catcher }, { input, errorOutput }, errorOutput, catcher.Next);
    }
  }

  private async perform(state: State, input: unknown): Promise<Ended> {
    switch (state.Type) {
      case "Pass":
        return this.end(state, { input }, input, state.Next);
      case "Task":
      case "Parallel":
      case "Map": {
        const result = await this.result(state, input);
        return this.end(state, { input, result }, result, state.Next);
      }
      case "Choice":
        return { output: input, next: await this.choose(state, input) };
      case "Succeed":
        return this.end(state, { input }, input, undefined);
      case "Fail":
        throw new StateError(state.Error ?? "States.Fail", String(await this.fill(state.Cause ?? "", { input })));
      default:
        throw new Error(`the drill cannot run states of type ${state.Type}: add it to drill/state-machine.ts`);
    }
  }

  /** Computes output and variables of a state, which see the variables as they were before. */
  private async end(
    { Output: output, Assign: assign }: Pick<State, "Output" | "Assign">,
    states: object,
    otherwise: unknown,
    next: string | undefined,
  ): Promise<Ended> {
    const given = output === undefined ? otherwise : await this.fill(output, states);
    Object.assign(this.variables, await this.fill(assign ?? {}, states));
    return { output: given, next };
  }

  private async result(state: State, input: unknown): Promise<unknown> {
    if (state.Type === "Parallel") {
      const branches = state.Branches ?? [];
      return Promise.all(branches.map((branch) => runStateMachine(branch, this.call, input, this.variables)));
    }
    if (state.Type === "Map") {
      const { ItemProcessor: each, Items: items = input } = state;
      const all = (await this.fill(items, { input })) as readonly unknown[];
      return Promise.all(all.map((one) => runStateMachine(each as StateMachine, this.call, one, this.variables)));
    }
    const [, service, operation] = API.exec(state.Resource ?? "") ?? [];
    if (service === undefined) throw new Error(`the drill calls APIs only, not ${state.Resource}`);
    return this.call(service, operation, (await this.fill(state.Arguments ?? {}, { input })) as object);
  }

  private async choose({ Choices: choices = [], Default: otherwise }: State, input: unknown): Promise<string> {
    for (const { Condition: condition, Next: next } of choices) {
      if ((await this.fill(condition, { input })) === true) return next;
    }
    if (otherwise === undefined) throw new StateError("States.NoChoiceMatched", "no condition holds");
    return otherwise;
  }

  /** Evaluates the texts in `{% %}`, wherever they are. */
  private async fill(template: unknown, states: object): Promise<unknown> {
    if (typeof template === "string") return this.evaluate(template, states);
    if (Array.isArray(template)) return Promise.all(template.map((one) => this.fill(one, states)));
    if (typeof template !== "object" || template === null) return template;
    const filled = Object.entries(template).map(async ([key, value]) => [key, await this.fill(value, states)] as const);
    return Object.fromEntries(await Promise.all(filled));
  }

  private async evaluate(text: string, states: object): Promise<unknown> {
    if (!text.startsWith("{%") || !text.endsWith("%}")) return text;
    const value: unknown = await jsonata(text.slice(2, -2)).evaluate({}, { ...this.variables, states });
    if (value === undefined) throw new StateError("States.QueryEvaluationError", `${text} is nothing`);
    // Lists of jsonata bear marks of its own.
    return JSON.parse(JSON.stringify(value)) as unknown;
  }
}

const catches = (name: string, { error }: StateError): boolean =>
  name === "States.ALL" || name === error || (name === "States.TaskFailed" && !error.startsWith("States."));
