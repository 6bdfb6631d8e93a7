import { SfnStateMachine } from "@cdktf/provider-aws/lib/sfn-state-machine";
import { SsmParameter } from "@cdktf/provider-aws/lib/ssm-parameter";
import { Construct } from "constructs";
import {
  ModuleConstruct,
  ModuleDefinition,
  acceptFinding,
  choose,
  comment,
  given,
  heading,
  json,
  local,
  tf,
} from "../../kernel";
import { ECR_SERVICE, ECR_SUFFIX } from "../parts/ecr";
import { createMachineLogs, createMachineSchedule } from "../parts/scheduled-machine";
import { lookUpSurroundings } from "../parts/surroundings";
import { named } from "../parts/tags";
import { createAlarms } from "./alarms";
import { Context } from "./context";
import { REMEMBERED_SNAPSHOTS } from "./expressions";
import { RecoveryWatchProps, recoveryWatchInputs } from "./inputs";
import {
  databaseBranch,
  imagesBranch,
  kitBranch,
  machine,
  replicaBranch,
  restoreTestBranch,
  secretsBranch,
  snapshotBranch,
} from "./machine";
import { createWatchRole } from "./roles";

export type { RecoveryWatchProps } from "./inputs";

type Fields = (typeof recoveryWatchInputs)["fields"];

const IMAGE_PARTS = `^(?P<registry_id>[0-9]{12})${ECR_SERVICE}(?P<region>[a-z0-9-]+)${ECR_SUFFIX}/(?P<repository>[a-z0-9._/-]+)(?::(?P<tag>[A-Za-z0-9_.-]+))?(?:@(?P<digest>sha256:[0-9a-f]{64}))?$`;

/** Measures, in the recovery region, the copies that a recovery would start from, and raises alarms when they are not there. */
export class RecoveryWatch extends ModuleConstruct<Fields> {
  static readonly definition: ModuleDefinition<Fields> = {
    name: "recovery-watch",
    description:
      "Measures, in the recovery region, the copies that a recovery would start from, and raises alarms when they are not there.",
    notes: `
Give the module a provider of the recovery region. It asks nothing of the primary region, so that it goes on, and its
alarms hold, when that one is lost.

**Why.** Copies stop in silence: RDS ends the replication of backups when a key is disabled, ECR copies no image that was
pushed before, a promoted secret follows nobody. AWS publishes no metric for any of them. A state machine of Step Functions
looks every five minutes, without a function to keep up to date, and publishes \`DatabaseCopyAge\`, \`SnapshotCopyAge\`,
\`FailedRestoreTests\`, \`MissingImages\`,
\`StaleSecrets\` and \`KitAge\`. Its alarms take missing data for bad: a watch that has stopped is
not a good one.

**What it remembers** is in the SSM parameter, since AWS cannot be asked for a replicated backup by Terraform:
\`{"schema":2,"checked_at":"...","database":{"automated_backup_arn":"...","status":"replicating","earliest_restorable_time":"...","latest_restorable_time":"...","allocated_storage":20,"encrypted":true},"snapshots":{"awsbackup:copyjob-...":{"data_until":"...","allocated_storage":20}},"missing_images":[],"stale_secrets":[]}\`.
\`snapshots\` are the ${REMEMBERED_SNAPSHOTS} newest that can be restored, by their identifiers, and null where none are watched.
Times are UTC, storage is in GiB. Before the first look \`checked_at\` is null. What could not be measured leaves the parameter as it was.

**One part that fails stops no other.** An image, a secret or a kit that could not be asked for counts as missing; a backup that
could not be asked for gives no figure, and the execution fails, which is an alarm of its own (\`-recovery-watch-failed\`).`,
    inputs: recoveryWatchInputs,
    example: {
      name: "nimbus-production",
      primaryRegion: "us-west-2",
      database: {
        automatedBackupArn: "arn:aws:rds:us-east-1:123456789012:auto-backup:ab-0a1b2c3d",
        maxAge: 1800,
      },
    },
  };

  /** SSM parameter that remembers what was found last. */
  readonly parameterName: string;
  readonly stateMachineArn: string;

  constructor(scope: Construct, id: string, props: RecoveryWatchProps) {
    super(scope, id, RecoveryWatch.definition, props);
    const context = this.createContext();
    const parameter = this.createParameter(context);
    const watch = this.createMachine(context, parameter);
    const { intervalMinutes } = this.inputs;
    createMachineSchedule(this, context, {
      started: watch,
      expression: tf<string>`"rate(\${${intervalMinutes}} \${${intervalMinutes} == 1 ? "minute" : "minutes"})"`,
      does: "Starts the watch of the recovery region",
    });
    createAlarms(this, context, watch);

    this.parameterName = this.output(
      "parameterName",
      "SSM parameter that remembers what was found last.",
      parameter.name,
    );
    this.stateMachineArn = this.output("stateMachineArn", "The state machine that looks.", watch.arn);
    this.output("parameterArn", "ARN of that parameter.", parameter.arn);
  }

  private createContext(): Context {
    const { name, parameterName } = this.inputs;
    return {
      inputs: this.inputs,
      machineName: `${name}-recovery-watch`,
      what: "recovery watch",
      ...lookUpSurroundings(this),
      images: this.readImages(),
      parameterName: tf<string>`coalesce(${parameterName}, ${`/holdfast/${name}/copies`})`,
    };
  }

  /** An image as ECR is asked for it: a digest says more than a tag. */
  private readImages(): unknown {
    const parts = tf`[for name, image in ${this.inputs.images} : merge({ name = name }, regex(${IMAGE_PARTS}, image))]`;
    return local(
      this,
      "image_parts",
      tf`[for image in ${parts} : {
        name = image.name, registry_id = image.registry_id, region = image.region, repository = image.repository,
        image_id = image.digest == null ? tomap({ ImageTag = coalesce(image.tag, "latest") }) : tomap({ ImageDigest = image.digest })
      }]`,
    );
  }

  private createParameter({ parameterName }: Context): SsmParameter {
    heading(this, "Parameter");
    const { database, name, tags } = this.inputs;
    const nothingYet = {
      automated_backup_arn: database.automatedBackupArn,
      status: "unknown",
      earliest_restorable_time: null,
      latest_restorable_time: null,
      allocated_storage: null,
      encrypted: false,
    };
    const parameter = new SsmParameter(this, "this#parameter", {
      name: parameterName,
      description: `What the watch of ${name} found last, for a recovery to read`,
      type: "String",
      insecureValue: json({
        schema: 2,
        checked_at: null,
        database: choose(given(database), nothingYet, null),
        replica: null,
        snapshots: null,
        missing_images: [],
        stale_secrets: [],
      }),
      tags: named(tags, name),
      // The watch writes it from then on.
      lifecycle: { ignoreChanges: ["insecure_value"] },
    });
    return acceptFinding(parameter, "CKV2_AWS_34", "No secret: times, and the names of copies");
  }

  private createMachine(context: Context, parameter: SsmParameter): SfnStateMachine {
    heading(this, "State machine");
    const { partition, images, region } = context;
    const { name, database, replica, snapshots, restoreTest, kit, secrets, primaryRegion, metricNamespace, tags } =
      this.inputs;
    const items = tf`[for name, arn in ${secrets} : { name = name, arn = arn }]`;
    const branches = tf`concat(
      ${choose(given(database), [databaseBranch(partition, database.automatedBackupArn)], [])},
      ${choose(given(replica), [replicaBranch(partition, replica.identifier)], [])},
      ${choose(given(snapshots), [snapshotBranch(partition, snapshots.identifier)], [])},
      ${choose(given(restoreTest), [restoreTestBranch(partition, restoreTest.planArn)], [])},
      ${choose(given(kit), [kitBranch(partition, kit.bucket, kit.key)], [])},
      ${[imagesBranch(partition, images), secretsBranch(partition, items)]},
    )`;
    const logs = createMachineLogs(this, context);
    const watch = new SfnStateMachine(this, "this#machine", {
      name: `${name}-recovery-watch`,
      type: "EXPRESS",
      roleArn: createWatchRole(this, context),
      definition: json(
        machine({
          partition,
          environment: name,
          namespace: metricNamespace,
          primaryRegion,
          parameterName: parameter.name,
          automatedBackupArn: choose(given(database), database.automatedBackupArn, ""),
          snapshotKey: choose(given(snapshots.kmsKey), snapshots.kmsKey.arn, ""),
          kitKey: choose(given(kit), kit.key, ""),
          branches,
        }),
      ),
      loggingConfiguration: { level: "ERROR", includeExecutionData: true, logDestination: `${logs.arn}:*` },
      tracingConfiguration: { enabled: true },
      tags: named(tags, `${name}-recovery-watch`),
      lifecycle: {
        precondition: [
          {
            condition: tf<never>`${primaryRegion} != ${region}`,
            errorMessage: `primary_region is ${region}, where this watch would stand: it would be lost with what it watches. Give the module a provider of the recovery region.`,
          },
          {
            condition: tf<never>`alltrue([for image in ${images} : image.region == ${region}])`,
            errorMessage: `images must be those of this region, ${region}: the watch asks no other.`,
          },
        ],
      },
    });
    return comment(
      watch,
      "An execution takes seconds: as EXPRESS it costs a fiftieth of a standard one, and its errors are in the log.",
    );
  }
}
