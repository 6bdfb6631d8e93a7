import { DbInstance } from "@cdktf/provider-aws/lib/db-instance";
import { DataAwsDbInstances } from "@cdktf/provider-aws/lib/data-aws-db-instances";
import { Environment } from "../../environments/definition";
import { Stack, tf } from "../../kernel";
import { ToldStandby } from "../../recovery/contract";
import { adoptNamed } from "./named";
import { adoptNetwork } from "./network";
import { instancesOf, resourcesOf } from "./resources";

/** What an earlier run can have left behind, and where. */
export interface AdoptionConfig {
  readonly environment: Environment;
  /** What all names of the stack begin with. */
  readonly name: string;
  /** The database, where it is there. */
  readonly existing: DataAwsDbInstances;
  /** What the standby has made. */
  readonly standby: ToldStandby;
}

/**
 * Lets a run take over what an earlier one has made and not written down. Terraform writes a state that is kept in S3 every
 * 20 seconds at the most, and only when something has been finished: who kills it in the middle of a restore loses track of
 * the database and of much that was made before. A second run would find the names taken. What is in the state, and what is
 * not there, is left alone.
 */
export function adoptUnfinished(stack: Stack, config: AdoptionConfig): void {
  const { environment, name, existing, standby } = config;
  for (const database of resourcesOf(stack, DbInstance).filter(({ forEach }) => !forEach)) {
    stack.adoptEach(database, instancesOf(database, name, tf`contains(${existing}.instance_identifiers, ${name})`));
  }
  adoptNamed(stack, environment);
  adoptNetwork(stack, environment, standby.vpcId);
}
