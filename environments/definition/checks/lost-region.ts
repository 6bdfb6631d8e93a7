import { GLOBAL_ENDPOINT, PARTITIONS, partitionOf } from "../../../modules/parts/partitions";
import { exactly } from "../names/exactly";
import { REGION_NAMES } from "../schema/region";

/** A name of a host, with what follows it in an address. */
const HOST = /([a-z0-9_-]+(?:[.][a-z0-9_-]+)+)(?::\d+)?(?:\/[^\s"',;]*)?/gi;

/** What names of AWS's hosts end with, those of its regional endpoints for users among them. */
const AWS_DOMAINS = new RegExp(
  `[.](?:${[...PARTITIONS.map(({ dnsSuffix }) => dnsSuffix), "api.aws", "on.aws", "amazoncognito.com", "awsapprunner.com"].map(exactly).join("|")})$`,
  "i",
);

/** Its name as a word, wherever it stands. */
export const wordOf = (region: string): RegExp => new RegExp(`(?<![A-Za-z0-9])${exactly(region)}(?![0-9])`);

/**
 * A region as ElastiCache spells it in the names of its hosts: `use1`, `apse2`, `usgw1`, `cnn1`.
 *
 * Source: Amazon ElastiCache API Reference, examples of DescribeCacheClusters; the codes are those of IDs of zones, Amazon EC2
 * User Guide, "AZ IDs".
 */
export function shortName(region: string): string {
  const [area, ...rest] = region.split("-");
  const compass = (word: string): string =>
    word.replace(/^(north|south)(east|west)$/, "$1-$2").replace(/\b(.)[a-z]*-?/g, "$1");
  return area + rest.map((word) => compass(word)).join("");
}

/**
 * Whether a text names the region: by its name, in a host of a cache, or by an endpoint without a region that is there. Addresses of
 * others do not (`orders.us-east-1.example.com`), since only they know where these are; nor does a list of several regions, which
 * knows of them.
 */
export function namesRegion(text: string, region: string): boolean {
  const words = text.split(/[\s,;|]+/).filter((word) => word !== "");
  if (words.some((word) => word !== region) && words.every((word) => REGION_NAMES.test(word))) return false;
  const ours = text.replace(HOST, (address, host: string) => (AWS_DOMAINS.test(host) ? address : ""));
  return (
    wordOf(region).test(ours) ||
    ours.includes(`.${shortName(region)}.cache.`) ||
    (region === partitionOf(region).globalRegion && new RegExp(GLOBAL_ENDPOINT).test(ours))
  );
}
