import { Inputs } from "../../../kernel";
import { Fields, Misfit, Plain, Problem, Props, Type, fitFields, isPlain, withoutItems } from "../../../kernel/types";

/**
 * The part of a module's inputs that an environment states. The rest is wired by the stack, and cannot be given twice.
 * It is checked by the module's own rules, before any stack is made.
 *
 * `Stated` is what the compiler asks of an environment.
 */
export class StatedInputs<F extends Fields, Stated> extends Type<Stated> {
  /** What an environment may state here. */
  readonly fields: Fields;
  private readonly inputs: Inputs<F>;

  constructor(
    inputs: Inputs<F>,
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
    this.inputs = inputs.offering(Object.keys(wires), Object.keys(appOnly));
    const stated = Object.entries(this.inputs.fields as Fields).filter(([key]) => !Object.hasOwn(wires, key));
    this.fields = { ...Object.fromEntries(stated), ...appOnly };
  }

  hclType(): string {
    return "any";
  }

  sample(): unknown {
    return {};
  }

  protected checkShape(value: unknown, path: string, problems: Problem[]): void {
    if (!isPlain(value)) {
      problems.push({ path, message: "must be an object", value: this.shown(value) });
      return;
    }
    const wired = this.wire(value, path, problems);
    const props = { ...this.standIns, ...wired, ...this.wiresAtTop() };
    this.report(this.inputs.problems(props as unknown as Props<F>), path, problems);
  }

  /** What is wrong with each input that a part of them states: it is laid over the others, and checked again with them. */
  checkPart(value: Plain, path: string, problems: Problem[]): void {
    const wired = this.wire(value, path, problems);
    this.report(this.inputs.problemsOfPart(wired as Partial<Props<F>>), path, problems);
  }

  /** The stated inputs of the module, with what is wired inside of them. */
  private wire(value: Plain, path: string, problems: Problem[]): Plain {
    for (const [key, type] of Object.entries(this.appOnly)) type.check(value[key], `${path}.${key}`, problems);
    const stated = Object.entries(value).filter(([key, item]) => !Object.hasOwn(this.appOnly, key) && item !== null);
    const props: Record<string, unknown> = Object.fromEntries(stated);
    for (const [wire, wired] of Object.entries(this.wires)) {
      const [first, second] = wire.split(".");
      const parent = second === undefined ? value : value[first];
      if (!isPlain(parent)) continue;
      if (Object.hasOwn(parent, second ?? first)) {
        problems.push({ path: `${path}.${wire}`, message: "is set by the stack; leave it out" });
      }
      if (second === undefined) delete props[first];
      else props[first] = { ...(props[first] as Plain), [second]: wired };
    }
    return props;
  }

  private wiresAtTop(): Plain {
    return Object.fromEntries(Object.entries(this.wires).filter(([wire]) => !wire.includes(".")));
  }

  private report(found: readonly Problem[], path: string, problems: Problem[]): void {
    for (const problem of found) {
      problems.push({ ...problem, path: `${path}${problem.path.startsWith("[") ? "" : "."}${problem.path}` });
    }
  }

  override shown(value: unknown): unknown {
    return super.shown(withoutItems(value));
  }

  protected override fitShape(value: unknown, misfit: Misfit): unknown {
    if (!isPlain(value) && misfit === "leaveOut") return undefined;
    const given = isPlain(value) ? value : {};
    const fitted = fitFields(this.fields, given, misfit);
    for (const key of Object.keys(this.standIns)) if ((given[key] ?? null) === null) delete fitted[key];
    for (const wire of Object.keys(this.wires)) {
      const [first, second] = wire.split(".");
      if (isPlain(fitted[first])) delete (fitted[first] as Record<string, unknown>)[second];
    }
    return fitted;
  }
}
