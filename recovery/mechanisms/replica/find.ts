import { Stack, tf } from "../../../kernel";
import { Candidate, FindContext } from "../mechanism";
import { databaseReplica } from "../../names";
import { StandingReplica } from "./standing";

/**
 * The replica that stands. How far it has come is what the watch saw of it: RDS tells nobody else. Idle, it seems minutes
 * behind, and a restore takes longer than it may have missed: another copy is taken only where that is newer by more than the
 * objective.
 */
export function findReplica(stack: Stack, context: FindContext): Candidate {
  const { application, environment, region, rpo, watched, key, named } = context;
  const replica = new StandingReplica(stack, databaseReplica(`${application}-${environment}`));
  const dataUntil = tf`try(${watched.replica.dataUntil}, null)`;
  const text = tf`${named}`;
  return {
    standing: replica,
    isThere: tf`${key.enabled} && ${replica.isThere}`,
    dataUntil: tf`try(timeadd(${dataUntil}, ${`${rpo}s`}), null)`,
    wellFormed: [
      {
        condition: tf`${named} == null ? true : ${named} == ${replica.name}`,
        errorMessage: `promote must be ${replica.name}, the read replica in ${region}, and not ${text}. Nothing was made.`,
      },
    ],
    restorable: [
      {
        condition: tf`${named} == null || ${replica.isThere}`,
        errorMessage: `There is no ${replica.name} in ${region} to promote. Leave promote out: the replicated backups are restored, or the newest snapshot. Nothing was made.`,
      },
    ],
    absence: "there is no read replica",
    take: () => ({
      copy: replica.source,
      time: tf`null`,
      dataUntil,
      allocatedStorage: tf`try(${replica.found}.allocated_storage, null)`,
      usable: [],
    }),
  };
}
