/** A part of AWS that shares nothing with the others: accounts, ARNs and names of endpoints are its own. */
export interface Partition {
  /** The second part of its ARNs. */
  readonly id: string;
  /** Names of its regions, those to come among them. */
  readonly regions: RegExp;
  /** What the names of its endpoints end with. */
  readonly dnsSuffix: string;
  /** Where the control plane of its global services is: of IAM and of Route 53, with its metrics and logs. */
  readonly globalRegion: string;
}

const COMPASS = "(?:north|south|east|west|central|northeast|northwest|southeast|southwest)";
const partition = (id: string, area: string, dnsSuffix: string, globalRegion: string): Partition => ({
  id,
  regions: new RegExp(`^(?:${area})-${COMPASS}-\\d+$`),
  dnsSuffix,
  globalRegion,
});

/**
 * The partitions of AWS, but for those that cannot be reached from outside.
 *
 * Source: botocore 1.43.11, `partitions.json`: `regionRegex`, `outputs.dnsSuffix`, `outputs.implicitGlobalRegion`. A test
 * compares them. All regions that there are have a point of the compass in their names.
 */
export const PARTITIONS: readonly Partition[] = [
  partition("aws", "us|eu|ap|sa|ca|me|af|il|mx", "amazonaws.com", "us-east-1"),
  partition("aws-cn", "cn", "amazonaws.com.cn", "cn-northwest-1"),
  partition("aws-us-gov", "us-gov", "amazonaws.com", "us-gov-west-1"),
  partition("aws-eusc", "eusc-de", "amazonaws.eu", "eusc-de-east-1"),
];

/** The partition of a region; that of most regions where the name is none of any. */
export const partitionOf = (region: string): Partition =>
  PARTITIONS.find(({ regions }) => regions.test(region)) ?? PARTITIONS[0];

const SUFFIXES = [...new Set(PARTITIONS.map(({ dnsSuffix }) => dnsSuffix))].join("|").replaceAll(".", "[.]");

/** Endpoints without a region, as a regular expression: they are answered in one for the whole partition, such as us-east-1. */
export const GLOBAL_ENDPOINT = `https?://(?:[a-z0-9-]+[.])?(?:iam|sts|route53|cloudfront|organizations|budgets|ce|s3|support)[.](?:us-gov[.])?(?:${SUFFIXES})`;
