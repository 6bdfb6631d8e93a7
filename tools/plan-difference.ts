import { isDeepStrictEqual } from "node:util";

/** What we read of a plan as `terraform show -json` gives it. */
export interface PlanDocument {
  readonly resource_changes?: readonly {
    readonly address: string;
    readonly change: {
      readonly actions: readonly string[];
      readonly before: Readonly<Record<string, unknown>> | null;
      readonly after: Readonly<Record<string, unknown>> | null;
      readonly after_unknown: Readonly<Record<string, unknown>> | boolean;
      readonly before_sensitive: Readonly<Record<string, unknown>> | boolean;
      readonly after_sensitive: Readonly<Record<string, unknown>> | boolean;
    };
  }[];
  readonly output_changes?: Readonly<Record<string, { readonly actions: readonly string[] }>>;
}

const HARMLESS = ["no-op", "read"];

/** One line for each thing that a plan would change, with the attributes of it that differ; secrets stay hidden. */
export function describeChanges({ resource_changes = [], output_changes = {} }: PlanDocument): string[] {
  const resources = resource_changes
    .filter(({ change }) => !change.actions.every((action) => HARMLESS.includes(action)))
    .flatMap(({ address, change }) => [`${change.actions.join(" and ")} ${address}`, ...attributes(change)]);
  const outputs = Object.entries(output_changes)
    .filter(([, { actions }]) => !actions.every((action) => HARMLESS.includes(action)))
    .map(([name, { actions }]) => `${actions.join(" and ")} output.${name}`);
  return [...resources, ...outputs];
}

type Change = NonNullable<PlanDocument["resource_changes"]>[number]["change"];

function attributes({ before, after, after_unknown, before_sensitive, after_sensitive }: Change): string[] {
  if (!before || !after) return [];
  const names = [...new Set([...Object.keys(before), ...Object.keys(after), ...Object.keys(marks(after_unknown))])];
  return names.sort().flatMap((name) => {
    const isUnknown = Boolean(marks(after_unknown)[name]) && after[name] === undefined;
    if (!isUnknown && isDeepStrictEqual(before[name], after[name])) return [];
    const isSecret = isMarked(marks(before_sensitive)[name]) || isMarked(marks(after_sensitive)[name]);
    if (isSecret) return [`  ${name}: (sensitive)`];
    const next = isUnknown ? "(known after apply)" : JSON.stringify(after[name]);
    return [`  ${name}: ${JSON.stringify(before[name])} -> ${next}`];
  });
}

function marks(value: Readonly<Record<string, unknown>> | boolean): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? value : {};
}

/** Whether a mark says that the attribute, or anything in it, is sensitive. */
function isMarked(mark: unknown): boolean {
  if (typeof mark !== "object" || mark === null) return mark === true;
  return Object.values(mark).some(isMarked);
}
