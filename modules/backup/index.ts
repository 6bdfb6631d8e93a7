import { BackupPlan } from "@cdktf/provider-aws/lib/backup-plan";
import { BackupSelection } from "@cdktf/provider-aws/lib/backup-selection";
import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { Construct } from "constructs";
import {
  ModuleConstruct,
  ModuleDefinition,
  choose,
  dynamic,
  each,
  forEach,
  given,
  heading,
  item,
  not,
  one,
  raw,
  shorthand,
  tf,
  when,
} from "../../kernel";
import { createDataKey } from "../parts/key";
import { trustedBy } from "../parts/policies";
import { Surroundings, lookUpSurroundings } from "../parts/surroundings";
import { named } from "../parts/tags";
import { createVault } from "../parts/vault";
import { BackupProps, backupInputs } from "./inputs";

export type { BackupProps } from "./inputs";

type Fields = (typeof backupInputs)["fields"];

/** What an alarm of the plan listens for. Source: AWS Backup Developer Guide, "AWS Backup metrics with Amazon CloudWatch". */
const FAILURES = {
  failed_backups: ["NumberOfBackupJobsFailed", "a backup failed"],
  expired_backups: ["NumberOfBackupJobsExpired", "a backup did not begin or end in time"],
  failed_copies: ["NumberOfCopyJobsFailed", "a copy to another region failed"],
} as const;

/** Backups on a schedule by AWS Backup: a plan, what is in it, a vault that nobody empties, copies in other regions. */
export class Backup extends ModuleConstruct<Fields> {
  static readonly definition: ModuleDefinition<Fields> = {
    name: "backup",
    description:
      "Backups on a schedule by AWS Backup: a plan, what is in it, a vault that nobody empties, copies in other regions.",
    notes: `
**A copy elsewhere** needs a vault there, with a key of that region: the module \`backup-vault\`, under a provider of the
other region. \`rules = { daily = { ..., copies = { recovery = { vault_arn = module.vault.arn } } } }\`.

**What AWS Backup may back up** is a switch of the account and region (Settings, service opt-in), which is on for RDS unless
somebody turned it off. Terraform's \`aws_backup_region_settings\` would set it for all services at once, so the module leaves it.

**Not instead of automated backups.** A plan without \`continuous\` takes snapshots, beside those of RDS itself: what is lost
is what was written since the last one. A rule with \`continuous\` takes the retention of RDS's own backups over.

**Destroying** is refused by AWS while the vault holds backups, unless \`force_destroy\` was applied before. A backup of the
plan outlives its resource.

**Tags.** Backups have the tags of their resource and \`recovery_point_tags\`, and so have their copies.`,
    inputs: backupInputs,
    example: {
      name: "nimbus-production",
      selections: { database: { resourceArns: ["arn:aws:rds:us-east-1:123456789012:db:nimbus-production"] } },
    },
  };

  readonly planId: string;
  readonly vaultArn: string;
  readonly vaultName: string;
  /** Role that backs up. */
  readonly roleArn: string;
  private readonly place: Surroundings;

  constructor(scope: Construct, id: string, props: BackupProps) {
    super(scope, id, Backup.definition, props);
    this.place = lookUpSurroundings(this);
    const kmsKeyArn = this.createKey();
    const { name } = this.inputs;
    heading(this, "Vault");
    const vault = createVault(this, {
      inputs: this.inputs,
      name,
      kmsKeyArn,
      ...this.place,
    });
    this.vaultArn = this.output("vaultArn", "ARN of the vault.", vault.arn);
    this.vaultName = this.output("vaultName", "Name of the vault.", vault.name);
    this.output("kmsKeyArn", "Key of the vault.", kmsKeyArn);
    this.roleArn = this.output("roleArn", "Role that backs up and copies.", this.createRole());
    const plan = this.createPlan(vault.name);
    this.planId = this.output("planId", "ID of the plan.", plan.id);
    this.output("planArn", "ARN of the plan.", plan.arn);
    this.select(plan);
    this.createAlarms(vault.name);
  }

  private createKey(): string {
    heading(this, "Encryption key");
    const { name, kmsKey, tags } = this.inputs;
    const key = createDataKey(this, "this", {
      count: when(not(given(kmsKey))),
      name: `${name}-backup`,
      description: `Backups in the vault ${name}`,
      ...this.place,
      tags,
    });
    return shorthand(this, "kms_key_arn", choose<string>(given(kmsKey), kmsKey.arn, one(key, "arn")));
  }

  /** AWS keeps the rights of its own policy in step with what AWS Backup can back up. */
  private createRole(): string {
    heading(this, "Role");
    const { name, role: theirs, permissionsBoundary, tags } = this.inputs;
    const count = when(not(given(theirs)));
    const roleName = `${name}-backup-${this.place.region}`;
    const role = new IamRole(this, "this#role", {
      count,
      name: roleName,
      description: `Backs up what is in the plan ${name}, and copies it`,
      assumeRolePolicy: trustedBy("backup.amazonaws.com"),
      permissionsBoundary: choose(given(permissionsBoundary), permissionsBoundary.arn, null),
      tags: named(tags, roleName),
    });
    const attachment = new IamRolePolicyAttachment(this, "this#role_policy", {
      count,
      role: one(role, "name"),
      policyArn: `arn:${this.place.partition}:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup`,
    });
    // By way of the attachment: the first job must find a role that may back up.
    const own = tf<string>`one([for attached in ${attachment} : one(${role}[*].arn)])`;
    return choose(given(theirs), theirs.arn, own);
  }

  private createPlan(vaultName: string): BackupPlan {
    heading(this, "Plan");
    const { name, rules, recoveryPointTags, tags } = this.inputs;
    const lifecycle = (block: string) => ({
      deleteAfter: item(block, "delete_after_days"),
      coldStorageAfter: item(block, "cold_storage_after_days"),
    });
    return new BackupPlan(this, "this#plan", {
      name,
      rule: dynamic(rules, {
        ruleName: raw("rule.key"),
        targetVaultName: vaultName,
        schedule: item("rule", "schedule"),
        scheduleExpressionTimezone: item("rule", "timezone"),
        startWindow: item("rule", "start_window_minutes"),
        completionWindow: item("rule", "completion_window_minutes"),
        enableContinuousBackup: item("rule", "continuous"),
        recoveryPointTags: tf`${recoveryPointTags}`,
        lifecycle: lifecycle("rule"),
        copyAction: dynamic(item("rule", "copies"), {
          destinationVaultArn: item("copy_action", "vault_arn"),
          lifecycle: lifecycle("copy_action"),
        }),
      }),
      tags: named(tags, name),
    });
  }

  private select(plan: BackupPlan): void {
    heading(this, "Selection");
    new BackupSelection(this, "this#selection", {
      forEach: forEach(this.inputs.selections),
      name: each.key,
      planId: plan.id,
      iamRoleArn: this.roleArn,
      resources: tf<string[]>`length(each.value.resource_arns) > 0 ? each.value.resource_arns : ["*"]`,
      condition: dynamic(tf`length(each.value.tags) > 0 ? [each.value.tags] : []`, {
        stringEquals: dynamic(item("condition"), {
          key: `aws:ResourceTag/${raw("string_equals.key")}`,
          value: item("string_equals"),
        }),
      }),
    });
  }

  private createAlarms(vaultName: string): void {
    heading(this, "Alarms");
    const { name, alarms, tags } = this.inputs;
    for (const [id, [metricName, what]] of Object.entries(FAILURES)) {
      new CloudwatchMetricAlarm(this, id, {
        count: when(given(alarms)),
        alarmName: `${name}-${id.replace("_", "-")}`,
        alarmDescription: `${name}: ${what}`,
        namespace: "AWS/Backup",
        metricName,
        dimensions: { BackupVaultName: vaultName },
        statistic: "Sum",
        period: 3600,
        evaluationPeriods: 1,
        comparisonOperator: "GreaterThanOrEqualToThreshold",
        threshold: 1,
        treatMissingData: "notBreaching",
        alarmActions: tf<string[]>`${alarms.topicArns}`,
        okActions: tf<string[]>`${alarms.topicArns}`,
        tags: named(tags, name),
      });
    }
  }
}
