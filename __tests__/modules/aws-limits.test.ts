import { Fields, Mapping, Problem, Sequence, Structure, Type } from "../../kernel/types";
import { publishedModules } from "../../modules";
import table from "./tables/aws-limits.json";

/**
 * What AWS's models refuse is refused before a deployment, and what they allow is not refused without a reason. The table is of
 * botocore (tables/input_limits.py); the values are made from its constraints: at their borders, and beyond.
 */

interface Limits {
  readonly field: string;
  readonly type: string;
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
  readonly enum?: readonly string[];
}

/** What AWS's models allow and the inputs do not, with the reason. */
const NARROWER: Readonly<Record<string, string>> = {
  "certificate: keyAlgorithm":
    "ACM requests no other certificates; the rest can be imported (ACM User Guide, RequestCertificate)",
  "database: proxy.iamAuth": "ENABLED is for SQL Server (RDS User Guide, UserAuthConfig)",
  "storage: replication.destination.storageClass":
    "archives are not restored within an objective, the rest are Outposts, Express and Snow",
  "static-site: priceClass": "None is for distributions with an anycast IP list or tenants",
  "user-pool: usernameAttributes[*]": "texts (SMS) have no sender in the module",
  "user-pool: aliasAttributes[*]": "texts (SMS) have no sender in the module",
  "user-pool: clients[*].oauthFlows[*]": "implicit puts tokens into URLs (RFC 9700, 2.1.2)",
};

/** What the models allow of an enumeration, and the service refuses; or what the input spells in its own way. */
const isAllowed = (allowed: string, accepted: (value: unknown) => boolean): boolean =>
  accepted(allowed) || accepted(allowed.toLowerCase());

/** The type of an input by its path; of a map also that of its keys, as a check of one key. */
function find(path: string, fields: Fields): (value: unknown) => boolean {
  const parts = path
    .replace(/\[\*\]/g, ".*")
    .replace("{}", ".{}")
    .split(".");
  const [input, ...rest] = parts;
  let type = fields[input];
  for (const part of rest) {
    if (part === "{}") {
      const map = type as unknown as { item: Type<unknown>; copy(change: object): Type<unknown> };
      const anything = Object.assign(Object.create(Object.getPrototypeOf(map.item) as object), map.item, {
        isOptional: true,
        defaultValue: null,
      }) as Type<unknown>;
      const keys = map.copy({ item: anything });
      return (key) => accepts(keys, { [key as string]: null });
    }
    if (part === "*") type = (type as Sequence<unknown> | Mapping<unknown>).item;
    else type = (type as Structure<Fields>).fields[part];
  }
  return (value) => accepts(type, value);
}

function accepts(type: Type<unknown>, value: unknown): boolean {
  const problems: Problem[] = [];
  type.check(value, "value", problems);
  return problems.length === 0;
}

function sampleOf(path: string, fields: Fields): unknown {
  const parts = path
    .replace(/\[\*\]/g, ".*")
    .replace("{}", ".{}")
    .split(".");
  let type = fields[parts[0]];
  for (const part of parts.slice(1)) {
    if (part === "{}") return (type as unknown as { goodKey: string }).goodKey;
    if (part === "*") type = (type as Sequence<unknown> | Mapping<unknown>).item;
    else type = (type as Structure<Fields>).fields[part];
  }
  return type.sample();
}

/** Texts around a good one: longer and shorter ones, and ones with a character that names seldom have. */
function texts(sample: string, { min = 0, max }: Limits): string[] {
  const odd = [" ", "\t", "\n", '"', "'", "\\", "/", "ü", "<", "*", "?", "@", "$", ":", "_", "-", "--", ".", ".."];
  const padded = (length: number): string[] =>
    ["a", "0", "-a", ".a", "/a"].map((piece) =>
      (sample + piece.repeat(Math.max(0, length - sample.length))).slice(0, length).replace(/[^a-z0-9]$/, "a"),
    );
  const lengths = [...(max === undefined || max > 70_000 ? [] : [max + 1, max * 2]), Math.max(0, min - 1)];
  return [
    ...lengths.flatMap(padded),
    ...odd.flatMap((text) => [sample + text, text + sample, `${sample}${text}a`, text]),
    sample.toUpperCase(),
    "",
  ];
}

/** Whether AWS's model refuses a value. Length counts characters, as botocore and the services do. */
function refusedByAws(value: unknown, { type, min, max, pattern, enum: allowed }: Limits): boolean {
  if (type === "list" || type === "map") return max !== undefined && Object.keys(value as object).length > max;
  if (typeof value === "number") return value < (min ?? -Infinity) || value > (max ?? Infinity);
  const text = value as string;
  if (allowed)
    return !allowed.includes(text) && !allowed.includes(text.toUpperCase()) && !allowed.includes(text.toLowerCase());
  const length = [...text].length;
  if (length < (min ?? 0) || length > (max ?? Infinity)) return true;
  return pattern !== undefined && !wholly(pattern).test(text);
}

/** Some patterns have escapes that only a lenient reader takes; those with classes of Unicode need the strict one. */
const wholly = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`, /\\p\{/.test(pattern) ? "u" : "");

function candidates(path: string, fields: Fields, limits: Limits): unknown[] {
  const sample = sampleOf(path, fields);
  if (limits.type === "list") {
    const { max } = limits;
    return max === undefined ? [] : [Array.isArray(sample) ? longer(sample, max + 1) : larger(path, fields, max + 1)];
  }
  if (typeof sample === "number") {
    return [limits.min, limits.max].flatMap((border) => (border === undefined ? [] : [border - 1, border, border + 1]));
  }
  if (typeof sample === "string") return [...texts(sample, limits), ...(limits.enum ?? []), "none-of-these"];
  return [];
}

const longer = (sample: readonly unknown[], length: number): unknown[] =>
  Array.from({ length }, (_none, i) =>
    typeof sample[0] === "string" ? `${sample[0]}${i}` : (sample[0] ?? `a${i}.example.com`),
  );

const larger = (path: string, fields: Fields, size: number): object => {
  const key = sampleOf(`${path}{}`, fields) as string;
  const item = sampleOf(`${path}[*]`, fields);
  return Object.fromEntries(Array.from({ length: size }, (_none, i) => [`${key}${i}`, item]));
};

const rows = Object.entries(table.inputs as Readonly<Record<string, Limits>>).map(([key, limits]) => {
  const [module, path] = key.split(": ");
  const found = publishedModules.find(({ definition }) => definition.name === module);
  if (!found) throw new Error(`there is no module ${module}`);
  return { key, path, limits, fields: (found.definition as { inputs: { fields: Fields } }).inputs.fields };
});

test.each(rows.map((row) => [row.key, row] as const))("%s accepts nothing that AWS's model refuses", (_key, row) => {
  const accepted = find(row.path, row.fields);
  const wrong = candidates(row.path, row.fields, row.limits).filter((value) => refusedByAws(value, row.limits));
  expect(wrong.filter((value) => accepted(value)).map((value) => JSON.stringify(value).slice(0, 300))).toEqual([]);
});

const enumerated = rows.filter(({ limits }) => limits.enum);

test.each(enumerated.map((row) => [row.key, row] as const))("%s accepts what AWS's model lists", (key, row) => {
  const accepted = find(row.path, row.fields);
  const refused = (row.limits.enum ?? []).filter((value) => !isAllowed(value, accepted));
  if (key in NARROWER) expect(refused).not.toEqual([]);
  else expect(refused).toEqual([]);
});
