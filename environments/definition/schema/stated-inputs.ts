import { Inputs } from "../../../kernel";
import { Fields, Problem, Props, Type } from "../../../kernel/types";

type Plain = Readonly<Record<string, unknown>>;

/**
 * The part of a module's inputs that an environment states. The rest is wired by the stack, and cannot be given twice.
 * It is checked by the module's own rules, before any stack is made.
 *
 * `Stated` is what the compiler asks of an environment.
 */
export class StatedInputs<F extends Fields, Stated> extends Type<Stated> {
  constructor(
    private readonly inputs: Inputs<F>,
    /**
     * What the stack wires, by its path, with values that the rules accept. `routing.listenerArn` is wired when there is
     * a `routing`.
     */
    private readonly wires: Plain,
    /** What only an app can say, beside the inputs of the module. */
    private readonly appOnly: Fields = {},
    /** What the stack wires where the environment does not state it. */
    private readonly standIns: Plain = {},
  ) {
    super();
  }

  hclType(): string {
    return "any";
  }

  sample(): unknown {
    return {};
  }

  protected checkShape(value: unknown, path: string, problems: Problem[]): void {
    if (!isPlain(value)) {
      problems.push({ path, message: "must be an object", value });
      return;
    }
    const stated = Object.fromEntries(Object.entries(value).filter(([key]) => !(key in this.appOnly)));
    let props: Plain = { ...this.standIns, ...stated };
    for (const [key, type] of Object.entries(this.appOnly)) type.check(value[key], `${path}.${key}`, problems);
    for (const [wire, wired] of Object.entries(this.wires)) {
      const [first, second] = wire.split(".");
      const parent = second === undefined ? value : value[first];
      if (!isPlain(parent)) continue;
      const key = second ?? first;
      if (key in parent) problems.push({ path: `${path}.${wire}`, message: "is set by the stack; leave it out" });
      props = { ...props, [first]: second === undefined ? wired : { ...(props[first] as Plain), [second]: wired } };
    }
    for (const problem of this.inputs.problems(props as unknown as Props<F>)) {
      problems.push({ ...problem, path: `${path}.${problem.path}` });
    }
  }
}

const isPlain = (value: unknown): value is Plain =>
  typeof value === "object" && value !== null && !Array.isArray(value);
