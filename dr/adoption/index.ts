import { DbInstance } from "@cdktf/provider-aws/lib/db-instance";
import { Environment } from "../../environments/definition";
import { Expression, Stack } from "../../kernel";
import { ToldStandby } from "../../recovery/contract";
import { Incarnation } from "../incarnation";
import { RestoredDatabase } from "../restored";
import { Condition, Kept, isMade, keep } from "./kept";
import { adoptNamed } from "./named";
import { adoptNetwork } from "./network";
import { instancesOf, resourcesOf } from "./resources";

/** What an earlier run can have left behind, and where. */
export interface AdoptionConfig {
  readonly environment: Environment;
  /** What all names of the stack begin with. */
  readonly name: string;
  readonly database: RestoredDatabase;
  readonly incarnation: Incarnation;
  /** Whether AWS's list of tagged resources is believed. */
  readonly listed: Expression;
  /** What the standby has made. */
  readonly standby: ToldStandby;
  /** What must hold besides before anything is changed, by the ARNs of what bears the tag of this deployment. */
  readonly conditions: (ours: Expression) => readonly Condition[];
}

/**
 * Lets a run take over what an earlier one has made and not written down. Terraform writes a state that is kept in S3 every
 * 20 seconds at the most, and only when something has been finished: who kills it in the middle of a restore loses track of
 * the database and of much that was made before. A second run would find the names taken. What is in the state, and what is
 * not there, is left alone.
 *
 * Whether something is there is asked of its own service. AWS's list of tagged resources, which is all that there is for some,
 * has what was deleted too.
 */
export function adoptUnfinished(stack: Stack, config: AdoptionConfig): void {
  const { environment, name, database, incarnation, listed, standby, conditions } = config;
  const region = environment.recovery?.region ?? "";
  const instances = resourcesOf(stack, DbInstance).filter(({ forEach }) => !forEach);
  for (const instance of instances) stack.adoptEach(instance, instancesOf(instance, name, database.isThere));
  const { occupied, ours } = adoptNamed(stack, { begun: incarnation.begun, listed });
  const network = adoptNetwork(stack, environment, standby.vpcId);
  keep(
    stack,
    [
      ...instances.map((resource): Kept => ({ resource, identifier: "resource_id", isThere: database.isThere })),
      ...[...occupied, ...network].map(({ resource, isThere }): Kept => ({ resource, identifier: "arn", isThere })),
    ],
    [...conditions(ours), ...instances.flatMap((instance) => isMade(instance, region, database))],
  );
}
