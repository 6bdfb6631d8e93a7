import { t } from "../../kernel";
import { above } from "../parts/numbers";
import table from "./tables/versions.json";

/** Versions of RDS for PostgreSQL, by their major one. */
const OFFERED: Readonly<Record<string, readonly string[]>> = table.offered;

/** Major versions that RDS has, the oldest first. */
const MAJORS = Object.keys(OFFERED);
const NEWEST = Number(MAJORS.at(-1));
/** PostgreSQL has one major version a year; a table that is older than this many is out of use. */
const YEARS_AHEAD = 3;

const FUTURE_MAJORS = Array.from({ length: YEARS_AHEAD }, (_, i) => NEWEST + 1 + i).join("|");
const all = Object.values(OFFERED).flat();
const dots = (versions: readonly string[]): string => versions.map((one) => one.replaceAll(".", "[.]")).join("|");
const newestMinor = (major: string): number =>
  Math.max(...OFFERED[major].map((version) => Number(version.split(/[.-]/)[1])));

/** A version that there is, or that there can be: a minor one above the newest, a patch of Extended Support, a later major one. */
const POSSIBLE = new RegExp(
  `^((${MAJORS.join("|")})|${dots(all)}|` +
    `${MAJORS.map((major) => `${major}[.](${above(newestMinor(major))}|${newestMinor(major)}-rds[.]20[0-9]{6})`).join("|")}|` +
    `(${FUTURE_MAJORS})([.][0-9]{1,2})?)$`,
);
const KNOWN = new RegExp(`^((${MAJORS.join("|")})|${dots(all)})$`);

/** The newest minor version of each major one, which messages name. */
const NEWEST_MINORS = MAJORS.map((major) => OFFERED[major].filter((one) => !one.includes("-")).at(-1)).join(", ");

/**
 * A version of PostgreSQL. RDS starts no new instance with one that is withdrawn: the first minor versions of each major
 * one, which the table does not have. What runs with it already stays as it is under its major version alone.
 */
export const engineVersion = () =>
  t
    .string()
    .example("17")
    .rule({
      test: (version) => POSSIBLE.test(version),
      condition: (ref) => `can(regex("${POSSIBLE.source}", ${ref}))`,
      message: `must be a major version of PostgreSQL from ${MAJORS[0]} on, such as "17", or a minor one that RDS offers for new instances (on ${table.date} up to ${NEWEST_MINORS}); an instance that runs a withdrawn one keeps it under its major version, such as "17"`,
      bad: "17.1",
      known: () => [...MAJORS, ...all],
    })
    .caution({
      test: (version) => KNOWN.test(version),
      condition: (ref) => `can(regex("${KNOWN.source}", ${ref}))`,
      message: `is not a version that RDS offered on ${table.date} (up to ${NEWEST_MINORS}); it may have come since, or be a mistake`,
      bad: "19",
      known: () => [...MAJORS, ...all],
    });
