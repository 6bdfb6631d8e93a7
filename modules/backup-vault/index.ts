import { Construct } from "constructs";
import { ModuleConstruct, ModuleDefinition, choose, given, heading, not, one, tf, when } from "../../kernel";
import { createDataKey } from "../parts/key";
import { lookUpSurroundings } from "../parts/surroundings";
import { createVault } from "../parts/vault";
import { BackupVaultProps, backupVaultInputs } from "./inputs";
import { createRestoreTest } from "./restore-test";

export type { BackupVaultProps } from "./inputs";

type Fields = (typeof backupVaultInputs)["fields"];

/** A vault for copies in the recovery region, which nobody empties, and a test that they can be restored. */
export class BackupVault extends ModuleConstruct<Fields> {
  static readonly definition: ModuleDefinition<Fields> = {
    name: "backup-vault",
    description:
      "A vault for copies in the recovery region, which nobody empties, and a test that they can be restored.",
    notes: `
Give the module a provider of the recovery region, and its output \`arn\` to a copy of the \`backup\` module.

**Nobody deletes a copy before its time.** The vault's policy denies it to everybody, administrators included, but
\`deletion_role_arns\`. \`lock\` enforces it: \`governance\` for as long as nobody lifts it, \`compliance\` for good.

**Copies are encrypted with the vault's key**, whatever key the original has: a copy of the primary region can be read when
that region, and its keys, are gone.

**Is there a copy, and is it young enough?** AWS Backup publishes what jobs did, not how old the newest copy is. The module
\`recovery-watch\` measures that, in this region.

**A restore test** restores into the default VPC of the region unless \`metadata\` names another subnet group. It is
no test of the whole recovery, but it finds a key that is gone, or a copy that is broken, a month after it happened.
Give its ARN (\`restore_testing_plan_arn\`) to \`recovery-watch\`, which raises an alarm when one fails.`,
    inputs: backupVaultInputs,
    example: { name: "nimbus-production" },
  };

  /** ARN of the vault, for a copy of the backup module. */
  readonly arn: string;
  readonly name: string;
  /** Key that copies are encrypted with. */
  readonly kmsKeyArn: string;
  /** ARN of the restore testing plan; null without one. */
  readonly restoreTestingPlanArn: string;

  constructor(scope: Construct, id: string, props: BackupVaultProps) {
    super(scope, id, BackupVault.definition, props);
    const { name, kmsKey, sourceAccounts, tags } = this.inputs;
    const { region, ...place } = lookUpSurroundings(this);
    heading(this, "Encryption key");
    const key = createDataKey(this, "this", {
      count: when(not(given(kmsKey))),
      name: `${name}-vault`,
      description: `Copies in the vault ${name}`,
      ...place,
      tags,
    });
    this.kmsKeyArn = choose(given(kmsKey), kmsKey.arn, one(key, "arn"));
    heading(this, "Vault");
    const copying = {
      Sid: "CopyInto",
      Effect: "Allow",
      Principal: { AWS: tf`[for account in ${sourceAccounts} : ${`arn:${place.partition}:iam::${tf`account`}:root`}]` },
      Action: "backup:CopyIntoBackupVault",
      Resource: "*",
    };
    const vault = createVault(this, {
      inputs: this.inputs,
      name,
      kmsKeyArn: this.kmsKeyArn,
      ...place,
      statements: tf`[for statement in [${copying}] : statement if length(${sourceAccounts}) > 0]`,
    });
    const restoreTestingPlanArn = createRestoreTest(this, {
      inputs: this.inputs,
      vaultArn: vault.arn,
      partition: place.partition,
      region,
    });

    this.arn = this.output("arn", "ARN of the vault, for a copy of the backup module.", vault.arn);
    this.name = this.output("name", "Name of the vault.", vault.name);
    this.restoreTestingPlanArn = this.output(
      "restoreTestingPlanArn",
      "ARN of the restore testing plan, for a recovery-watch; null without one.",
      restoreTestingPlanArn,
    );
    this.output("kmsKeyArn", "Key that copies are encrypted with.", this.kmsKeyArn);
  }
}
