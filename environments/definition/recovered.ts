import { Problem } from "../../kernel";
import { Type } from "../../kernel/types";
import type { EnvironmentDefinition } from "./schema/environment";

/** A part of some inputs. It is checked together with what it is laid over: see {@link recovered}. */
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

/**
 * An environment as the recovery region runs it: what `recovery.services` and `recovery.loadBalancer` state is laid over
 * what the environment states, input by input. Without a recovery region it is the environment itself.
 */
export function recovered<T extends EnvironmentDefinition>(environment: T): T {
  const { recovery, services, loadBalancer } = environment;
  if (!recovery) return environment;
  const laidOver = Object.entries(services ?? {}).map(([name, service]) => [
    name,
    { ...service, ...recovery.services?.[name] },
  ]);
  return {
    ...environment,
    services: Object.fromEntries(laidOver) as T["services"],
    loadBalancer: { ...loadBalancer, ...recovery.loadBalancer },
  };
}
