import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { readJson, emptyDist } from "../../commands/project";
import { Terraform, TerraformError, pinProvider } from "../../commands/terraform";
import { synthesize } from "../../commands/synthesis";
import { Aws, AwsError } from "../../dr/drill/aws";
import { isWrite } from "../../dr/drill/record";
import { lifelinesStandIn, standbyStandIn } from "../../dr/stand-ins";
import { Emulator, startEmulator } from "../../emulator";
import { checkEnvironment } from "../../environments/definition";
import production from "../../environments/production";

/**
 * What an incident may find instead of what it needs. Each is one sentence before anything is made, with the primary region
 * lost; nothing but the recovery region's copies and parameters is there, as clients of AWS made them.
 */

const HOME = "us-east-1";
const AWAY = "us-west-2";
const PREFIX = "nimbus-production";
const DATABASE = `${PREFIX}-source`;
const environment = checkEnvironment("production", production);

type Handover = Record<string, unknown>;

/** What of the world a case changes. */
interface World {
  readonly lifelines?: Handover | null;
  readonly standby?: Handover | null;
  readonly copies?: Handover | null;
  /** Snapshots in the recovery region that there are to be, by their tag Environment. */
  readonly snapshots?: Readonly<Record<string, { readonly environment: string; readonly isReady: boolean }>>;
  readonly isKeyDisabled?: boolean;
  readonly isImageMissing?: boolean;
}

const CASES: readonly [string, World, Record<string, string>, string][] = [
  ["no standby", { standby: null }, {}, `There is no parameter /holdfast/${PREFIX}/standby in ${AWAY}`],
  ["no lifelines", { lifelines: null }, {}, `There is no parameter /holdfast/${PREFIX}/lifelines in ${AWAY}`],
  [
    "a standby of an older schema",
    { standby: { schema: 0 } },
    {},
    `/holdfast/${PREFIX}/standby in ${AWAY} has the schema 0, and this version of Holdfast reads 1`,
  ],
  ["no copy", { copies: { database: null } }, {}, `There is no usable copy of the database in ${AWAY}`],
  [
    "a copy in progress",
    { copies: { database: null }, snapshots: { "copy-in-progress": { environment: "production", isReady: false } } },
    {},
    "in progress: copy-in-progress (creating)",
  ],
  [
    "a copy of another environment",
    { copies: { database: null }, snapshots: { "copy-of-staging": { environment: "staging", isReady: true } } },
    {},
    `There is no usable copy of the database in ${AWAY}`,
  ],
  [
    "another environment's copy by name",
    { snapshots: { "named-of-staging": { environment: "staging", isReady: true } } },
    { snapshot: "named-of-staging" },
    `The snapshot named-of-staging cannot be restored in ${AWAY}`,
  ],
  ["a key that is disabled", { isKeyDisabled: true }, {}, "is Disabled: enable it"],
  ["an image that was not copied", { isImageMissing: true }, {}, "nimbus-production/web"],
];

describe("dr is refused before anything is made, with", () => {
  const folder = emptyDist("emulator-tests/dr-faults");
  let emulator: Emulator;
  let aws: Aws;
  let terraform: Terraform;
  let keyId: string;
  let lifelines: Handover;
  let copies: Handover;

  const ask = <T = unknown>(service: string, operation: string, parameters: object, region = AWAY): Promise<T> =>
    aws.ask<T>({ service, operation, parameters, region });

  beforeAll(async () => {
    emulator = await startEmulator();
    aws = new Aws(emulator.env);
    [terraform] = await Promise.all([initialize(), makeCopies()]);
  });

  afterAll(async () => {
    aws?.close();
    await emulator?.stop();
  });

  afterEach(() => emulator.restore());

  /** The stack as it is synthesized, but for its state, whose bucket is not there. */
  async function initialize(): Promise<Terraform> {
    const stacks = await synthesize("production", join(folder, "cdktf.out"));
    const directory = stacks.find(({ name }) => name === "dr")!.directory;
    const file = join(directory, "cdk.tf.json");
    const json = readJson<{ terraform: { backend: unknown } }>(file);
    json.terraform.backend = { local: {} };
    writeFileSync(file, JSON.stringify(json));
    pinProvider(directory);
    const made = new Terraform(directory, { env: emulator.env, log: join(folder, "terraform.log") });
    await made.init();
    return made;
  }

  /** A database, its replicated backups, the key and the secrets: what the lifelines leave in the recovery region. */
  async function makeCopies(): Promise<void> {
    const key = await ask<{ KeyMetadata: { KeyId: string; Arn: string } }>("kms", "CreateKey", {});
    keyId = key.KeyMetadata.KeyId;
    const secret = (name: string) =>
      ask<{ ARN: string }>("secretsmanager", "CreateSecret", {
        Name: `${PREFIX}/${name}`,
        SecretString: JSON.stringify({ username: "nimbus", password: "correct-horse" }),
      });
    const names = Object.keys(environment.secrets?.secrets ?? {});
    const secrets = await Promise.all(names.map(async (name) => [name, (await secret(name)).ARN] as const));
    const master = await secret("master-user");
    await ask("ecr", "CreateRepository", { repositoryName: `${PREFIX}/web` });
    await ask("rds", "CreateDBInstance", { ...SOURCE, DBInstanceIdentifier: DATABASE }, HOME);
    await ask("rds", "CreateDBSnapshot", { DBInstanceIdentifier: DATABASE, DBSnapshotIdentifier: "original" }, HOME);
    lifelines = {
      ...lifelinesStandIn(environment),
      schema: 1,
      kms_key_arn: key.KeyMetadata.Arn,
      secrets_kms_key_arn: key.KeyMetadata.Arn,
      database: { automated_backup_arn: BACKUP, secret_arn: master.ARN, identifier: DATABASE },
      secrets: Object.fromEntries(secrets),
    };
    copies = {
      schema: 1,
      checked_at: "2026-11-21T08:00:00Z",
      database: {
        automated_backup_arn: BACKUP,
        status: "replicating",
        latest_restorable_time: "2026-11-21T07:55:00Z",
        encrypted: true,
      },
    };
  }

  /** Makes the world that a case starts from, whatever the case before has left. */
  async function arrange(world: World): Promise<void> {
    await tell("lifelines", world.lifelines, lifelines);
    await tell("standby", world.standby, { ...standbyStandIn(environment), schema: 1 });
    await tell("copies", world.copies, copies);
    await ask("kms", world.isKeyDisabled ? "DisableKey" : "EnableKey", { KeyId: keyId });
    const image = { repositoryName: `${PREFIX}/web` };
    if (world.isImageMissing) await ask("ecr", "BatchDeleteImage", { ...image, imageIds: [{ imageTag: "1.0.0" }] });
    else await ask("ecr", "PutImage", { ...image, imageTag: "1.0.0", imageManifest: MANIFEST }).catch(alreadyThere);
    for (const [id, { environment: name, isReady }] of Object.entries(world.snapshots ?? {})) {
      await emulator.control("PUT", "snapshot-copies", { seconds: isReady ? 0 : 600 });
      await ask("rds", "CopyDBSnapshot", {
        SourceDBSnapshotIdentifier: `arn:aws:rds:${HOME}:123456789012:snapshot:original`,
        SourceRegion: HOME,
        TargetDBSnapshotIdentifier: id,
        KmsKeyId: keyId,
        Tags: [
          { Key: "Application", Value: "nimbus" },
          { Key: "Environment", Value: name },
        ],
      });
    }
  }

  async function tell(part: string, changed: Handover | null | undefined, standard: Handover): Promise<void> {
    const parameter = { Name: `/holdfast/${PREFIX}/${part}` };
    if (changed === null) return void (await ask("ssm", "DeleteParameter", parameter).catch(() => undefined));
    const value = JSON.stringify({ ...standard, ...changed });
    await ask("ssm", "PutParameter", { ...parameter, Value: value, Type: "String", Tier: "Advanced", Overwrite: true });
  }

  /** Plans with the primary region lost; gives back what Terraform says, and whether anything was made or asked there. */
  async function plan(variables: Record<string, string>): Promise<{ said: string; writes: string[]; lost: number }> {
    writeFileSync(join(terraform.directory, "terraform.tfvars.json"), JSON.stringify(variables));
    const since = await emulator.outage({ region: HOME, mode: "drop" });
    const said = await terraform.plan().then(
      (changes) => `a plan of ${changes.length} changes`,
      (error: unknown) => (error instanceof TerraformError ? error.message : Promise.reject(error as Error)),
    );
    const requests = await emulator.requests(since);
    return {
      said: said.replace(/\s+/g, " "),
      writes: requests.filter(isWrite).map(({ operation }) => operation),
      lost: requests.filter(({ region, home }) => region === HOME || home === HOME).length,
    };
  }

  test("nothing of that: then it is planned", async () => {
    await arrange({});
    expect(await plan({})).toMatchObject({ said: expect.stringMatching(/^a plan of \d+ changes$/), lost: 0 });
  });

  test.each(CASES)("%s", async (_, world, variables, sentence) => {
    await arrange(world);
    const { said, writes, lost } = await plan(variables);
    expect(said).toContain(sentence);
    expect({ writes, lost }).toEqual({ writes: [], lost: 0 });
  });
});

const BACKUP = `arn:aws:rds:${AWAY}:123456789012:auto-backup:ab-0a1b2c3d`;

const SOURCE = {
  DBInstanceClass: "db.m7g.large",
  Engine: "postgres",
  MasterUsername: "nimbus",
  MasterUserPassword: "correct-horse",
  AllocatedStorage: 20,
  StorageEncrypted: true,
  BackupRetentionPeriod: 7,
};

const MANIFEST = JSON.stringify({
  schemaVersion: 2,
  mediaType: "application/vnd.docker.distribution.manifest.v2+json",
  config: {
    mediaType: "application/vnd.docker.container.image.v1+json",
    size: 7023,
    digest: `sha256:${"b".repeat(64)}`,
  },
  layers: [],
});

const alreadyThere = (error: AwsError): void => {
  if (!/AlreadyExists/.test(error.code)) throw error;
};
