import { hclLiteral } from "./types";

/** Lists by the names of the locals that hold them in a published module. */
export type Tables = Readonly<Record<string, readonly string[]>>;

/** HCL in which each list stands by its name. */
export const byName = (hcl: string, tables: Tables = {}): string =>
  Object.entries(tables).reduce((text, [name, list]) => text.replaceAll(hclLiteral(list), `local.${name}`), hcl);
