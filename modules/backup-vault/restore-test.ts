import { BackupRestoreTestingPlan } from "@cdktf/provider-aws/lib/backup-restore-testing-plan";
import { BackupRestoreTestingSelection } from "@cdktf/provider-aws/lib/backup-restore-testing-selection";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { Construct } from "constructs";
import { Bound, choose, given, heading, one, tf, when } from "../../kernel";
import { trustedBy } from "../parts/policies";
import { named } from "../parts/tags";
import type { backupVaultInputs } from "./inputs";

/** Where the restore test stands. */
export interface RestoreTestPlace {
  readonly inputs: Bound<(typeof backupVaultInputs)["fields"]>;
  readonly vaultArn: string;
  readonly partition: string;
  readonly region: string;
}

/**
 * Proves, again and again, that what the vault holds can be restored: nobody else looks before it is needed.
 *
 * @returns ARN of the restore testing plan; null without one
 */
export function createRestoreTest(scope: Construct, place: RestoreTestPlace): string {
  heading(scope, "Restore tests");
  const { name, restoreTest, tags } = place.inputs;
  const count = when(given(restoreTest));
  // AWS takes letters, digits and underscores only.
  const testName = tf<string>`replace(${name}, "-", "_")`;
  const plan = new BackupRestoreTestingPlan(scope, "restore_test#plan", {
    count,
    name: testName,
    scheduleExpression: restoreTest.schedule,
    startWindowHours: restoreTest.startWindowHours,
    recoveryPointSelection: [
      {
        algorithm: "LATEST_WITHIN_WINDOW",
        includeVaults: [place.vaultArn],
        recoveryPointTypes: ["SNAPSHOT"],
        selectionWindowDays: restoreTest.selectionWindowDays,
      },
    ],
    tags: named(tags, name),
  });
  new BackupRestoreTestingSelection(scope, "restore_test#selection", {
    count,
    name: testName,
    restoreTestingPlanName: one(plan, "name"),
    iamRoleArn: createRole(scope, place, count),
    protectedResourceType: restoreTest.resourceType,
    protectedResourceArns: tf<string[]>`${restoreTest.resourceArns}`,
    restoreMetadataOverrides: tf`${restoreTest.metadata}`,
    validationWindowHours: restoreTest.validationWindowHours,
  });
  return one(plan, "arn");
}

/** The role that restores. AWS keeps its rights in step with what AWS Backup can restore. */
function createRole(scope: Construct, place: RestoreTestPlace, count: number): string {
  const { name, permissionsBoundary, tags } = place.inputs;
  const roleName = `${name}-restore-${place.region}`;
  const role = new IamRole(scope, "restore_test#role", {
    count,
    name: roleName,
    description: `Restores from the vault ${name}, to try it`,
    assumeRolePolicy: trustedBy("backup.amazonaws.com"),
    permissionsBoundary: choose(given(permissionsBoundary), permissionsBoundary.arn, null),
    tags: named(tags, roleName),
  });
  const attachment = new IamRolePolicyAttachment(scope, "restore_test#policy", {
    count,
    role: one(role, "name"),
    policyArn: `arn:${place.partition}:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForRestores`,
  });
  // By way of the attachment: a test may not begin before the role can restore.
  return tf<string>`one([for attached in ${attachment} : one(${role}[*].arn)])`;
}
