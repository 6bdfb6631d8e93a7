import { DbInstance } from "@cdktf/provider-aws/lib/db-instance";
import { TerraformResource } from "cdktf";
import { Expression, Stack, TerraformData, local, raw, tf } from "../../kernel";
import { RestoredDatabase } from "../restored";
import { instancesOf } from "./resources";

/** Settings that RDS takes after a restore alone: where one differs from what is planned, the database is half made. */
const SET_AFTERWARDS = ["backup_retention_period", "max_allocated_storage", "monitoring_interval"] as const;

/** What must not be made anew while it is there. */
export interface Kept {
  readonly resource: TerraformResource;
  /** The attribute that AWS gives it, which is unknown exactly while it is to be made. */
  readonly identifier: "arn" | "resource_id";
  /** Whether it is there. It may name `each`, as the resource's own arguments do. */
  readonly isThere: Expression;
}

/** What must hold of what is there. */
export interface Condition {
  readonly condition: never;
  readonly errorMessage: string;
}

/**
 * Refuses a plan that would make anew what is there, whatever the reason is: an error of AWS, or Ctrl-C, has tainted it; or an
 * argument asks for another one. A restored database would be lost; of the others AWS refuses a second one of the same name,
 * and Terraform makes the second one first: also of what does not ask for that itself, where something does that depends on it.
 *
 * Terraform has no condition for that, since what a replacement will be is unknown, and a condition that is unknown passes. But
 * it refuses an import of which it does not know the identifier. So the identifiers are imported into a resource that does
 * nothing: Terraform prints the line of that import, and with it the sentence that stands there.
 */
export function keep(stack: Stack, kept: readonly Kept[], conditions: readonly Condition[]): void {
  const lists = kept.map(({ resource, identifier, isThere }) => {
    const index = resource.forEach ? "[each.key]" : resource.count === undefined ? "" : "[0]";
    const attribute = raw(`${resource.terraformResourceType}.${resource.friendlyUniqueId}${index}.${identifier}`);
    return tf`values(${instancesOf(resource, attribute, isThere)})`;
  });
  const identifiers = local(stack, "kept#identifiers", tf`flatten(${lists})`);
  const command = `npm run resume -- ${stack.node.id}`;
  const sentence = `NOTHING WAS CHANGED. This would make anew what is there, such as a restored database. If an earlier run failed or was stopped, keep what it has made: type '${command}', and your command again. If not, an argument was changed that asks for another one: take that back`;
  stack.adoptEach(
    new TerraformData(stack, "kept", { lifecycle: { precondition: [...conditions] } }),
    tf`{ for key in length(${identifiers}) > 0 ? ["one"] : [] : key => key }`,
    raw(`/* ${sentence} */ join(" ", ${identifiers.fqn})`),
  );
}

/**
 * RDS changes no database that is being made, and Terraform would try for minutes, and mark it as broken: its status is known
 * before anything is changed.
 *
 * Source: Amazon RDS User Guide, "Viewing Amazon RDS DB instance status".
 */
export function isMade(instance: DbInstance, region: string, { name, found }: RestoredDatabase): Condition[] {
  const status = tf`${instance}.status`;
  const there = `--region ${region} --db-instance-identifier ${name}`;
  const differs = SET_AFTERWARDS.map(
    (setting) => tf`coalesce(${found}.${raw(setting)}, 0) != coalesce(${instance}.${raw(setting)}, 0)`,
  );
  const isUnfinished = tf`try(anytrue(${differs}), false)`;
  return [
    {
      condition: tf<never>`${status} == "available" || ${status} != "creating" && !${isUnfinished}`,
      errorMessage: `RDS is still making the database ${name} (${tf`${status}`}), and does not let it be changed meanwhile. Nothing was changed. Wait with 'aws rds wait db-instance-available ${there}', and type your command again.`,
    },
    {
      condition: tf<never>`${status} != "deleting"`,
      errorMessage: `The database ${name} is being deleted. Nothing was changed. Wait with 'aws rds wait db-instance-deleted ${there}', and type your command again: it restores another one.`,
    },
    {
      condition: tf<never>`!contains(["failed", "incompatible-restore", "restore-error"], ${status})`,
      errorMessage: `RDS could not make the database ${name} (${tf`${status}`}). Nothing was changed. Delete it with 'aws rds delete-db-instance --skip-final-snapshot ${there} && aws rds wait db-instance-deleted ${there}', and type your command again: it restores another one.`,
    },
  ];
}
