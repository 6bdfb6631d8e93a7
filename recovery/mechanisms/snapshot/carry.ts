import { Backup } from "../../../modules/backup";
import { BackupVault } from "../../../modules/backup-vault";
import { restoreTestSubnetGroup } from "../../parameters";
import { CarryContext, Carried } from "../mechanism";
import { snapshotMaxAge, snapshotRules } from "./schedule";

/** Snapshots on a schedule, and their copies: they outlive the database, and whoever deletes it. */
export function copySnapshots(context: CarryContext): Carried {
  const { scope, stack, application, environment, prefix, kmsKeyArn, database, isDisposable, snapshots } = context;
  const { retentionDays, lock, restoreTest } = snapshots;
  const metadata = { dbSubnetGroupName: restoreTestSubnetGroup(prefix) };
  const vault = new BackupVault(scope, "vault", {
    name: prefix,
    kmsKey: { arn: kmsKeyArn },
    forceDestroy: isDisposable,
    ...(lock ? { lock: { minRetentionDays: retentionDays } } : {}),
    ...(restoreTest ? { restoreTest: { resourceArns: [database.arn], metadata } } : {}),
  });
  new Backup(stack, "backup", {
    name: prefix,
    kmsKey: { arn: database.kmsKeyArn },
    forceDestroy: isDisposable,
    rules: snapshotRules(snapshots, vault.arn),
    recoveryPointTags: { Application: application, Environment: environment },
    selections: { database: { resourceArns: [database.arn] } },
  });
  return {
    tells: { vaultName: vault.name },
    watches: {
      snapshots: {
        identifier: database.identifier,
        kmsKey: { arn: kmsKeyArn },
        maxAge: maxAge(context),
      },
      ...(restoreTest ? { restoreTest: { planArn: vault.restoreTestingPlanArn } } : {}),
    },
  };
}

/** Where snapshots are what is restored, their age is what the objective is about. */
function maxAge({ isChosen, rpo, snapshots }: CarryContext): number {
  const planned = snapshotMaxAge(snapshots);
  return isChosen ? Math.min(rpo, planned) : planned;
}
