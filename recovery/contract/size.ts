import { InvalidInput } from "../../kernel";
import { Contract, Written, parameterOf } from "./contract";
import { Longest, jsonLength } from "./longest";

/**
 * Bytes that a parameter of Systems Manager holds.
 * Source: Systems Manager User Guide, "Managing parameter tiers": 4 KB in the standard tier, 8 KB in the advanced one.
 */
const HELD = { Standard: 4096, "Intelligent-Tiering": 8192 } as const;

/** How long a contract's JSON can be. */
export interface Size {
  /** Bytes at the most, whatever AWS answers for what is only known later. */
  readonly longest: number;
  /** Bytes that its parameter holds. */
  readonly held: number;
  /** Bytes of each of its maps and lists, by its name in the JSON, and how many entries those are of. */
  readonly shares: Readonly<Record<string, { readonly entries: number; readonly bytes: number }>>;
}

/** How long the JSON of an environment can be. */
export function sizeOf<C extends Contract>({ schema, tier, body }: C, value: Written<C>, about: Longest): Size {
  const fields = body.longestFields(value, about);
  const entries = body.entries(value);
  const shares = Object.entries(entries).map(
    ([name, count]) => [name, { entries: count, bytes: fields[name] }] as const,
  );
  const longest = body.longest(value, about) + jsonLength("schema") + `:${schema},`.length;
  return { longest, held: HELD[tier], shares: Object.fromEntries(shares) };
}

/**
 * Refuses what its parameter may not hold: AWS would say so at the end of a deployment.
 *
 * @throws InvalidInput which says how long it can be, and what of
 */
export function checkSize<C extends Contract>(contract: C, value: Written<C>, about: Longest): void {
  const { longest, held, shares } = sizeOf(contract, value, about);
  if (longest <= held) return;
  const parts = Object.entries(shares)
    .sort(([, one], [, other]) => other.bytes - one.bytes)
    .map(([name, { entries, bytes }]) => `${entries} ${counted(name, entries)} (${bytes})`);
  throw new InvalidInput(
    `The parameter ${parameterOf(contract, about.prefix)} in ${about.region} would have up to ${longest} characters, ` +
      `and Systems Manager holds ${held} at the most. What counts: ${parts.join(", ")}. ` +
      "State fewer of them in this environment: give some services, with their secrets and buckets, an environment of their own.",
  );
}

/** The field's name as a noun: all of them are plurals. */
const counted = (name: string, entries: number): string =>
  (entries === 1 ? name.replace(/s$/, "") : name).replaceAll("_", " ");
