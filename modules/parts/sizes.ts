import { t } from "../../kernel";
import { above, between } from "./numbers";

/** What AWS offers by the size: the sizes of each family, the smallest first, and the day on which that was so. */
export interface SizeTable {
  readonly date: string;
  readonly families: Readonly<Record<string, string>>;
}

/** Names of sizes; above xlarge they are numbered. Source: Amazon EC2 Instance Types, "Naming conventions". */
const SIZE = "(nano|micro|small|medium|large|xlarge|([2-9]|[1-9][0-9]{1,2})xlarge)";
const SERIES = /^([a-z]+)([0-9]+)/;

/** Families by the sizes that they have: many have the same ones. */
function bySizes({ families }: SizeTable): [sizes: string[], families: string[]][] {
  const groups = new Map<string, string[]>();
  for (const [family, sizes] of Object.entries(families)) groups.set(sizes, [...(groups.get(sizes) ?? []), family]);
  return [...groups].map(([sizes, names]) => [sizes.split(" "), names]);
}

/** Sizes above the largest that a family has, which AWS may add; it never added one below. */
function larger(sizes: readonly string[]): string[] {
  const number = /^([0-9]+)xlarge$/.exec(sizes.at(-1) ?? "")?.[1];
  if (number !== undefined) return [`(${above(Number(number))})xlarge`];
  return sizes.at(-1) === "xlarge" ? [`(${above(1)})xlarge`] : ["large", "xlarge", `(${above(1)})xlarge`];
}

/** The expressions that tell a name that AWS has from one that it may have some day, and that from one that cannot be. */
export function sizeExpressions(
  prefix: string,
  table: SizeTable,
): Record<"shape" | "family" | "possible" | "new" | "known", RegExp> {
  const generations = new Map<string, number[]>();
  for (const family of Object.keys(table.families)) {
    const [, series, generation] = SERIES.exec(family) ?? [];
    generations.set(series, [...(generations.get(series) ?? []), Number(generation)]);
  }
  const series = [...generations].map(
    ([letters, numbers]) => `${letters}(${between(Math.min(...numbers), Math.max(...numbers) + 1)})`,
  );
  const others = `[^${[...generations.keys()].filter((one) => one.length === 1).join("")}0-9.-][a-z]*[0-9]{1,2}`;
  const groups = (more: (sizes: readonly string[]) => readonly string[]): string =>
    bySizes(table)
      .map(([sizes, families]) => `(${families.join("|")})[.](${[...sizes, ...more(sizes)].join("|")})`)
      .join("|");
  return {
    shape: new RegExp(`^${prefix}[.][a-z]+[0-9]+[a-z-]*[.]${SIZE}$`),
    family: new RegExp(`^${prefix}[.](${Object.keys(table.families).join("|")})[.]`),
    possible: new RegExp(`^${prefix}[.](${groups(larger)})$`),
    new: new RegExp(`^${prefix}[.](${[...series, others].join("|")})([a-z-][a-z-]*)?[.]`),
    known: new RegExp(`^${prefix}[.](${groups(() => [])})$`),
  };
}

/**
 * The name of a class of instances or nodes, such as `db.m7g.large`.
 *
 * What AWS has is in the table. What it may add is warned of: a size above the largest of a family, a family of a
 * generation from the oldest that is offered to the one after the newest. All else is refused: a size that AWS's names do
 * not have, one below or between those of a family, a generation that is gone or far away.
 */
export function sizedName(prefix: "db" | "cache", what: string, table: SizeTable, good: string) {
  const is = sizeExpressions(prefix, table);
  const names = Object.entries(table.families).flatMap(([family, sizes]) =>
    sizes.split(" ").map((size) => `${prefix}.${family}.${size}`),
  );
  const known = (): readonly string[] => names;
  const quoted = (expression: RegExp): string => `"${expression.source}"`;
  return t
    .string()
    .example(good)
    .rule({
      test: (name) => is.shape.test(name),
      condition: (ref) => `can(regex(${quoted(is.shape)}, ${ref}))`,
      message: `must be ${what}, such as ${good}: ${prefix}, a family and a size, which is micro, small, medium, large, xlarge or a number of xlarge`,
      bad: good.slice(0, -1),
      known,
    })
    .rule({
      test: (name) => !is.shape.test(name) || (is.family.test(name) ? is.possible.test(name) : is.new.test(name)),
      condition: (ref) =>
        `!can(regex(${quoted(is.shape)}, ${ref})) || (can(regex(${quoted(is.family)}, ${ref})) ? ` +
        `can(regex(${quoted(is.possible)}, ${ref})) : can(regex(${quoted(is.new)}, ${ref})))`,
      message: `must be ${what} that there can be: of a family that AWS offers (on ${table.date} ${Object.keys(table.families).join(", ")}), in a size that the family has`,
      bad: `${prefix}.m99x.large`,
      known,
    })
    .caution({
      test: (name) => is.known.test(name),
      condition: (ref) => `can(regex(${quoted(is.known)}, ${ref}))`,
      message: `is not ${what} that AWS offered on ${table.date}; it may have come since, or be a mistake`,
      bad: good.replace(/[.][a-z0-9]+$/, ".112xlarge"),
      known,
    });
}
