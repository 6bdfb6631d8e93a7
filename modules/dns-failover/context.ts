import { Bound, tf } from "../../kernel";
import type { dnsFailoverFields } from "./inputs/fields";
import type { Surroundings } from "../parts/surroundings";

/** The inputs, and what is known of the place where the module is applied. */
export interface Context extends Surroundings {
  readonly inputs: Bound<typeof dnsFailoverFields>;
}

/** A condition that Terraform checks before it makes a resource, and what it says when that fails. */
interface Precondition {
  readonly condition: boolean;
  readonly errorMessage: string;
}

/** Route 53 looks for keys and log groups in us-east-1 only, and writes its metrics there. */
export const inRoute53Region = ({ region }: Context, what: string): Precondition => ({
  condition: tf`${region} == "us-east-1"`,
  errorMessage: `Route 53 finds ${what} in us-east-1 only, and the module's provider is of ${region}. Give the module a provider of us-east-1, or leave ${what} out.`,
});
