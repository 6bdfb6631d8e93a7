import { t } from "../../kernel";
import { hclLiteral } from "../../kernel/types";
import table from "./tables/regions.json";

/** All regions that are open to customers, and the day on which they were. */
export const REGIONS: readonly string[] = Object.values(table.regions).flat();
/** The letters of the zones of each region. */
export const ZONES: Readonly<Record<string, string>> = table.zones;

/** Partitions by the beginning of an ARN, as an expression; the isolated ones (`aws-iso`) are in no table. */
export const PARTITION = "aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?";

/** A country or continent and a direction: `us-east`, `us-gov-west`, `eusc-de-east`. */
const AREA = "([a-z]{2}(-gov|-iso[a-z]?)?|eusc-[a-z]{2})-(north|south|central|(north|south)?(east|west))";

/** The highest number that each area has. */
function numbersByArea(): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const region of REGIONS) {
    const [area, number] = [region.slice(0, -2), Number(region.at(-1))];
    numbers.set(area, Math.max(number, numbers.get(area) ?? 0));
  }
  return numbers;
}

/** Areas by the highest number, each of which may get one more region; any other may get its first. */
function plausibleRegion(): string {
  const areas = new Map<number, string[]>();
  for (const [area, number] of numbersByArea()) areas.set(number, [...(areas.get(number) ?? []), area]);
  const more = [...areas].map(([number, names]) => `(${names.join("|")})-[1-${number + 1}]`);
  return `(${AREA}-1|${more.join("|")})`;
}

const PLAUSIBLE = plausibleRegion();
const KNOWN = `(${REGIONS.join("|")})`;
const isPlausible = new RegExp(`^${PLAUSIBLE}$`);
const isKnown = new RegExp(`^${KNOWN}$`);
const EVERY_REGION = (): readonly string[] => REGIONS;
const NEW_REGION = `is not a region that AWS had on ${table.date}; it may have come since, or be a mistake`;
const REGION = `must be the name of a region, such as us-west-2 or eusc-de-east-1`;

/**
 * The name of a region. One that AWS did not have when the table was made is warned of where it could be new: the next
 * number of an area (`us-west-3`), or the first of another (`nz-north-1`). All else is refused.
 *
 * @param newer sample of one that is warned of, which what takes the region must not refuse by itself
 */
export const regionName = (good = "us-west-2", newer = "us-west-3") =>
  t
    .string()
    .example(good)
    .rule({
      test: (name) => isPlausible.test(name),
      condition: (ref) => `can(regex("${isPlausible.source}", ${ref}))`,
      message: REGION,
      bad: "us-wset-2",
      known: EVERY_REGION,
    })
    .caution({
      test: (name) => isKnown.test(name),
      condition: (ref) => `contains(${hclLiteral(REGIONS)}, ${ref})`,
      message: NEW_REGION,
      bad: newer,
      known: EVERY_REGION,
    });

/**
 * A map by regions: see {@link regionName}.
 *
 * @param newer sample of an item whose region is warned of, which must not be refused for something else
 */
export const byRegion = <T>(item: Parameters<typeof t.map<T>>[0], newer: unknown = item.sample()) =>
  t
    .map<T>(item)
    .keys(
      isPlausible,
      "must be names of regions, such as us-west-2 or eusc-de-east-1",
      { good: "us-west-2", bad: "us-wset-2" },
      EVERY_REGION,
    )
    .caution({
      test: (map) => Object.keys(map).every((name) => isKnown.test(name)),
      condition: (ref) => `length(setsubtract(keys(${ref}), ${hclLiteral(REGIONS)})) == 0`,
      message: `has a key that ${NEW_REGION}`,
      bad: { "us-west-3": newer },
    });

/** Regions by the letter of their last zone: `[a-d]` where three are known, as AWS may add one. */
function plausibleZone(longest: string): string {
  const byLast = new Map<string, string[]>();
  for (const [region, letters] of Object.entries(ZONES)) {
    const last = letters.at(-1) ?? "a";
    byLast.set(last, [...(byLast.get(last) ?? []), region]);
  }
  const next = (letter: string): string =>
    String.fromCharCode(Math.min(letter.charCodeAt(0) + 1, longest.charCodeAt(0)));
  return [...byLast].map(([last, regions]) => `(${regions.join("|")})[a-${next(last)}]`).join("|");
}

/**
 * The name of a zone. A letter beyond those that the region had when the table was made is warned of where it is the next
 * one, and refused otherwise.
 *
 * @param longest the last letter that can be used
 */
export function zoneName(longest: string) {
  const shape = new RegExp(`^${PLAUSIBLE}[a-${longest}]$`);
  const ofKnown = new RegExp(`^${KNOWN}.$`);
  const plausible = new RegExp(`^(${plausibleZone(longest)})$`);
  const names = Object.entries(ZONES).flatMap(([region, letters]) =>
    [...letters].map((letter) => `${region}${letter}`),
  );
  const upToLast = Object.entries(ZONES).map(([region, letters]) => `${region}[a-${letters.at(-1)}]`);
  const known = new RegExp(`^(${upToLast.join("|")})$`);
  return t
    .string()
    .example("us-east-1a")
    .rule({
      test: (name) => shape.test(name) && (!ofKnown.test(name) || plausible.test(name)),
      condition: (ref) =>
        `can(regex("${shape.source}", ${ref})) && (!can(regex("${ofKnown.source}", ${ref})) || can(regex("${plausible.source}", ${ref})))`,
      message: "must be the name of an availability zone that its region has, such as us-east-1a",
      bad: "us-east-1",
      known: () => names,
    })
    .caution({
      test: (name) => known.test(name),
      condition: (ref) => `can(regex("${known.source}", ${ref}))`,
      message: `is not a zone that AWS had on ${table.date}; it may have come since, or be a mistake`,
      bad: "us-east-1g",
      known: () => names,
    });
}
