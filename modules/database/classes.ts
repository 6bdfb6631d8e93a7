/**
 * How much memory an instance class has. It follows from the name: the family says how much a `large` has, the size how
 * many of those: db.m7g.4xlarge has 8 times 8 GiB.
 *
 * Source: Amazon RDS User Guide, "Hardware specifications for DB instance classes".
 */
const GIB_OF_LARGE: Readonly<Record<string, number>> = { t: 8, m: 8, r: 16, x2g: 32, x2idn: 32, x2iedn: 64 };
const LARGES: Readonly<Record<string, number>> = { micro: 0.125, small: 0.25, medium: 0.5, large: 1, xlarge: 2 };

const FAMILY = /^(?:[tmr]|x2[a-z]+)/;
const MIB_PER_GIB = 1024;

/** Memory of an instance class in MiB; undefined for a class whose name does not say. */
export function memoryOf(instanceClass: string): number | undefined {
  const [, family = "", size = ""] = instanceClass.split(".");
  const gib = GIB_OF_LARGE[FAMILY.exec(family)?.[0] ?? ""];
  const larges = LARGES[size] ?? (/^[0-9]+xlarge$/.test(size) ? 2 * Number.parseInt(size, 10) : undefined);
  return gib === undefined || larges === undefined ? undefined : gib * larges * MIB_PER_GIB;
}

const table = (values: Readonly<Record<string, number>>): string =>
  `{ ${Object.entries(values)
    .map(([key, value]) => `${key} = ${value}`)
    .join(", ")} }`;

/** The same as HCL: null for a class whose name does not say. */
export const memoryHcl = (instanceClass: string): string =>
  `try(${table(GIB_OF_LARGE)}[regex("${FAMILY.source}", split(".", ${instanceClass})[1])] * ` +
  `coalesce(try(${table(LARGES)}[split(".", ${instanceClass})[2]], null), ` +
  `try(2 * tonumber(regex("^([0-9]+)xlarge$", split(".", ${instanceClass})[2])[0]), null)) * ${MIB_PER_GIB}, null)`;
