import { PARTITIONS } from "./partitions";

const suffixes = [...new Set(PARTITIONS.map(({ dnsSuffix }) => dnsSuffix))].join("|").replaceAll(".", "[.]");

/**
 * What stands between the account and the region in the host of a private registry: there is a FIPS endpoint too
 * (dkr.ecr-fips), and one for IPv4 and IPv6 (dkr-ecr).
 */
export const ECR_SERVICE = "[.]dkr[.-]ecr(?:-fips)?[.]";

/**
 * What stands behind the region there, in any partition. Source: botocore 1.43.11, `partitions.json` (`dnsSuffix`); Amazon
 * ECR User Guide, "Getting started with making requests over IPv6" (on.aws).
 */
export const ECR_SUFFIX = `[.](?:${suffixes}|on[.]aws|on[.]amazonwebservices[.](?:com[.]cn|eu))`;
