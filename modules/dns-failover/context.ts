import { Bound, tf } from "../../kernel";
import type { dnsFailoverFields } from "./inputs/fields";
import { PARTITIONS } from "../parts/partitions";
import type { Surroundings } from "../parts/surroundings";

/** The inputs, and what is known of the place where the module is applied. */
export interface Context extends Surroundings {
  readonly inputs: Bound<typeof dnsFailoverFields>;
  /** Where Route 53 of the partition is. */
  readonly route53Region: string;
}

/** A condition that Terraform checks before it makes a resource, and what it says when that fails. */
interface Precondition {
  readonly condition: boolean;
  readonly errorMessage: string;
}

/** Where Route 53 of each partition is. */
export const ROUTE53_REGIONS = Object.fromEntries(PARTITIONS.map(({ id, globalRegion }) => [id, globalRegion]));

/** Route 53 looks for keys and log groups in one region of its partition only, and writes its metrics there. */
export const inRoute53Region = ({ region, route53Region }: Context, what: string): Precondition => ({
  condition: tf`${region} == ${route53Region}`,
  errorMessage: `Route 53 finds ${what} in ${route53Region} only, and the module's provider is of ${region}. Give the module a provider of ${route53Region}, or leave ${what} out.`,
});
