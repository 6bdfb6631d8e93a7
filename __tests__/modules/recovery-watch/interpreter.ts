import jsonata from "jsonata";

/**
 * As much of Step Functions as the watch needs, after the specification of the Amazon States Language: Pass, Task, Choice,
 * Parallel, Map, Succeed and Fail, with Assign, Output and Catch in JSONata. Time and AWS are the test's.
 */

type Variables = Record<string, unknown>;

/** Where a state writes, whether it ended well or was caught. */
interface Leaving {
  readonly Next?: string;
  readonly Output?: unknown;
  readonly Assign?: object;
}

interface State extends Leaving {
  readonly Type: string;
  readonly End?: boolean;
  readonly Catch?: readonly Leaving[];
  readonly Choices?: readonly { readonly Condition: string; readonly Next: string }[];
  readonly Default?: string;
  readonly Error?: string;
  readonly Resource?: string;
  readonly Arguments?: object;
  readonly Branches?: readonly Machine[];
  readonly Items?: unknown;
  readonly ItemProcessor?: Machine;
}

interface Machine {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, State>>;
}

/** What an expression can read under $states. */
interface States {
  readonly input: unknown;
  readonly result?: unknown;
  readonly errorOutput?: { readonly Error: string; readonly Cause: string };
}

/** What AWS answers; one that throws an {@link AwsError} fails the task. */
export type Api = (action: string, input: never) => unknown;

export class AwsError extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

/** How an execution ended. */
export interface Execution {
  readonly status: "SUCCEEDED" | "FAILED";
  readonly error?: string;
}

export class Interpreter {
  constructor(
    private readonly api: Api,
    private readonly now: Date,
  ) {}

  async run(machine: object): Promise<Execution> {
    try {
      await this.states(machine as Machine, {}, {});
      return { status: "SUCCEEDED" };
    } catch (error) {
      return { status: "FAILED", error: error instanceof AwsError ? error.code : String(error) };
    }
  }

  private async states(machine: Machine, first: unknown, outer: Variables): Promise<unknown> {
    const variables = { ...outer };
    let name: string | undefined = machine.StartAt;
    let input = first;
    while (name !== undefined) {
      const state: State | undefined = machine.States[name];
      if (state === undefined) throw new Error(`no state ${name}`);
      const { output, next }: Step = await this.step(state, input, variables);
      input = output;
      name = next;
    }
    return input;
  }

  private async step(state: State, input: unknown, variables: Variables): Promise<Step> {
    if (state.Type === "Succeed") return { output: input };
    if (state.Type === "Fail") throw new AwsError(state.Error ?? "");
    if (state.Type === "Choice") {
      for (const { Condition, Next } of state.Choices ?? []) {
        if ((await this.value(Condition, { input }, variables)) === true) return { output: input, next: Next };
      }
      return { output: input, next: state.Default };
    }
    try {
      const result = await this.perform(state, input, variables);
      const output = await this.leave(state, { input, result }, result, variables);
      return { output, next: state.End ? undefined : state.Next };
    } catch (error) {
      const catcher = state.Catch?.[0];
      if (!catcher) throw error;
      const code = error instanceof AwsError ? error.code : "States.QueryEvaluationError";
      const errorOutput = { Error: code, Cause: String(error) };
      const output = await this.leave(catcher, { input, errorOutput }, errorOutput, variables);
      return { output, next: catcher.Next };
    }
  }

  /** What a state hands on, and the variables that it assigns. */
  private async leave(leaving: Leaving, states: States, otherwise: unknown, variables: Variables): Promise<unknown> {
    const output = leaving.Output === undefined ? otherwise : await this.value(leaving.Output, states, variables);
    Object.assign(variables, await this.value(leaving.Assign ?? {}, states, variables));
    return output;
  }

  private async perform(state: State, input: unknown, variables: Variables): Promise<unknown> {
    if (state.Type === "Pass") return input;
    if (state.Type === "Task") {
      const asked = await this.value(state.Arguments, { input }, variables);
      return overTheWire(this.api((state.Resource ?? "").replace(SDK, ""), asked as never) ?? {});
    }
    if (state.Type === "Parallel") {
      return Promise.all((state.Branches ?? []).map((branch) => this.states(branch, input, variables)));
    }
    const { ItemProcessor: each } = state;
    if (state.Type !== "Map" || !each) throw new Error(`no ${state.Type} here`);
    const items = (await this.value(state.Items, { input }, variables)) as readonly unknown[];
    return Promise.all(items.map((item) => this.states(each, item, variables)));
  }

  private async value(template: unknown, states: States, variables: Variables): Promise<unknown> {
    if (Array.isArray(template)) return Promise.all(template.map((item) => this.value(item, states, variables)));
    if (typeof template === "object" && template !== null) {
      const entries = Object.entries(template).map(
        async ([key, item]) => [key, await this.value(item, states, variables)] as const,
      );
      return Object.fromEntries(await Promise.all(entries));
    }
    const expression = typeof template === "string" ? /^\{%(.*)%\}$/s.exec(template)?.[1] : undefined;
    if (expression === undefined) return template;
    const compiled = jsonata(expression);
    compiled.registerFunction("millis", () => this.now.getTime());
    const value: unknown = await compiled.evaluate({}, { states, ...variables });
    // Step Functions fails a state whose expression gives nothing.
    if (value === undefined) throw new Error(`nothing from ${expression}`);
    return overTheWire(value);
  }
}

/** What a state handed on, and which one is next. */
interface Step {
  readonly output: unknown;
  readonly next?: string;
}

const SDK = "arn:aws:states:::aws-sdk:";
const overTheWire = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;
