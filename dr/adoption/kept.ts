import { DbInstance } from "@cdktf/provider-aws/lib/db-instance";
import { Stack, TerraformData, raw, tf } from "../../kernel";
import { RestoredDatabase } from "../restored";

/** Settings that RDS takes after a restore alone: where one differs from what is planned, the database is half made. */
const SET_AFTERWARDS = ["backup_retention_period", "max_allocated_storage", "monitoring_interval"] as const;

/**
 * Refuses a plan that would replace the restored database, whatever the reason is: an error of AWS, or Ctrl-C, has tainted it
 * after the restore; or an argument asks for another one. Terraform has no condition for that, since what a replacement will be
 * is unknown, and a condition that is unknown passes. But it refuses an import of which it does not know the identifier. So the
 * identifier of the database, which nothing but its replacement makes unknown, is imported into a resource that does nothing:
 * Terraform prints the line of that import, and with it the sentence that stands there.
 */
export function keepDatabase(stack: Stack, instance: DbInstance, region: string, database: RestoredDatabase): void {
  const { name, isThere } = database;
  const address = `${instance.terraformResourceType}.${instance.friendlyUniqueId}`;
  const untaint = `terraform -chdir=cdktf.out/stacks/${stack.node.id} untaint ${address}`;
  const kept = new TerraformData(stack, "database#kept", {
    lifecycle: { precondition: whileItIsMade(instance, region, database) },
  });
  const sentence = `NOTHING WAS CHANGED. This would replace the restored database ${name}. If an earlier run failed or was stopped, keep what it has made: type '${untaint}', and your command again. If not, an argument of the database was changed that asks for another one: take that back`;
  const id = raw(`/* ${sentence} */ ${address}.resource_id`);
  stack.adoptEach(kept, tf`{ for key in ${isThere} ? ["one"] : [] : key => key }`, id);
}

/** RDS changes no database that is being made, and Terraform would try for minutes: the status is known before anything is changed. */
function whileItIsMade(instance: DbInstance, region: string, { name, found }: RestoredDatabase) {
  const status = tf`${instance}.status`;
  const there = `--region ${region} --db-instance-identifier ${name}`;
  const differs = SET_AFTERWARDS.map(
    (setting) => tf`coalesce(${found}.${raw(setting)}, 0) != coalesce(${instance}.${raw(setting)}, 0)`,
  );
  const isUnfinished = tf`try(anytrue(${differs}), false)`;
  return [
    {
      condition: tf<never>`${status} != "creating" && (${status} != "backing-up" || !${isUnfinished})`,
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
