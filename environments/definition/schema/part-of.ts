import { Problem } from "../../../kernel";
import { Type } from "../../../kernel/types";

/** A part of some inputs. It is checked together with what it is laid over: see `recovered`. */
export class PartOf<T> extends Type<Partial<T>> {
  hclType(): string {
    return "any";
  }

  sample(): unknown {
    return {};
  }

  protected checkShape(value: unknown, path: string, problems: Problem[]): void {
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return;
    problems.push({ path, message: "must be an object", value });
  }
}
