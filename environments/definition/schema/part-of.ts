import { Problem } from "../../../kernel";
import { Fields, Misfit, Plain, Type, isPlain, withoutItems } from "../../../kernel/types";
import type { StatedInputs } from "./stated-inputs";

/** Inputs of which a part can be stated. */
export type Whole = Pick<StatedInputs<Fields, unknown>, "checkPart" | "fields" | "fit">;

/** A part of some inputs. It is checked together with what it is laid over: see `recovered`. */
export class PartOf<T> extends Type<Partial<T>> {
  constructor(readonly whole: Whole) {
    super();
  }

  hclType(): string {
    return "any";
  }

  sample(): unknown {
    return {};
  }

  protected checkShape(value: unknown, path: string, problems: Problem[]): void {
    if (isPlain(value)) this.whole.checkPart(value, path, problems);
    else problems.push({ path, message: "must be an object", value: this.shown(value) });
  }

  override shown(value: unknown): unknown {
    return super.shown(withoutItems(value));
  }

  /** What is null here is stated: it takes away what it is laid over. */
  protected override fitShape(value: unknown, misfit: Misfit): unknown {
    if (!isPlain(value)) return misfit === "replace" ? {} : undefined;
    const taken = Object.keys(value).filter((key) => (value[key] ?? null) === null);
    const fitted = this.whole.fit(value, "leaveOut") as Plain;
    return { ...fitted, ...Object.fromEntries(taken.map((key) => [key, undefined])) };
  }
}
