import { App } from "cdktf";
import { DrStack } from "../../dr";
import { checkEnvironment } from "../../environments/definition";
import production from "../fixtures/environments/production";
import {
  COPIES,
  Contract,
  LIFELINES,
  Lifelines,
  RELEASE,
  Release,
  STANDBY,
  Standby,
  decode,
  encode,
  parameterOf,
  spareOf,
} from "../../recovery/contract";
import { jsonLength } from "../../recovery/contract/longest";
import { PrimaryStack } from "../../stacks/primary";
import { StandbyStack } from "../../stacks/standby";
import { standbyManifest } from "../emulator/recovery/standby-manifest";
import { recovery } from "../environments/recovery";
import { definitionHashes } from "../../wiring/release";
import { synthesizeApp } from "../synthesis";
import { evaluate } from "../terraform-console";

/** What an operator reads, out of Terraform itself, when another checkout wrote what this one reads. */

const PREFIX = "nimbus-production";
const ZONES = ["us-west-2a", "us-west-2b"];
const environment = checkEnvironment("production", { ...production, recovery: { ...recovery, warm: ["cache"] } });

type Locals = Record<string, unknown>;

const localsOf = (create: (app: App) => DrStack | StandbyStack | PrimaryStack): Locals =>
  synthesizeApp(create).json.locals as Locals;

type Checks = Record<string, { readonly assert: { readonly condition: string; readonly error_message: string } }>;

const DR = synthesizeApp((app: App) => new DrStack(app, { name: "dr", home: "recovery" }, environment)).json;
/** What dr warns of. */
const CHECKS = DR.check as Checks;

const STACKS = {
  dr: DR.locals as Locals,
  "restore-test": localsOf(
    (app) => new DrStack(app, { name: "restore-test", home: "recovery", rehearsal: true }, environment),
  ),
  standby: localsOf((app) => new StandbyStack(app, { name: "standby", home: "recovery" }, environment)),
};

const KEY = "arn:aws:kms:us-west-2:123456789012:key/00000000-0000-0000-0000-000000000000";
const SECRET = "arn:aws:secretsmanager:us-west-2:123456789012:secret:nimbus-production/one-a1b2c3";

const lifelines: Lifelines = {
  primaryRegion: "us-east-1",
  kmsKeyArn: KEY,
  database: {
    automatedBackupArn: "arn",
    secretArn: SECRET,
    resourceId: "db-1",
    identifier: PREFIX,
    backupRetentionDays: 14,
    dbName: "nimbus",
    username: "nimbus",
  },
  vaultName: PREFIX,
  buckets: { uploads: { name: "files", arn: "arn:aws:s3:::files", kmsKeyArn: KEY } },
  secrets: { "nextauth-secret": SECRET, "sentry-dsn": SECRET, "honeycomb-api-key": SECRET },
  secretsKmsKeyArn: KEY,
  images: {},
};
const standby: Standby = {
  ...standbyManifest(ZONES),
  cache: { endpoint: "cache.example", port: 6379, securityGroupId: "sg-1" },
};

const IMAGE = "123456789012.dkr.ecr.us-west-2.amazonaws.com/nimbus-production/web";
const DIGEST = `sha256:${"0a".repeat(32)}`;
const COMMIT = "5f1d2c3b4a59687786950a1b2c3d4e5f60718293";

/** The record of what this checkout states. */
const release: Release = {
  images: { web: { image: `${IMAGE}:1.0.0`, digest: DIGEST } },
  definition: definitionHashes(environment),
  commit: COMMIT,
  by: "arn:aws:sts::123456789012:assumed-role/nimbus-production-deploy/pipeline",
  at: "2026-11-21T12:00:00Z",
};

/** What was told, with a change of it. */
interface World {
  /** Texts of parameters, by the ends of their names, instead of what is told; null for one that is not there. */
  readonly texts?: Readonly<Record<string, string | null>>;
  readonly lifelines?: Partial<Lifelines>;
  readonly standby?: Partial<Standby>;
  readonly release?: Partial<Release>;
  /** What is given by `--var release`. */
  readonly insists?: string;
}

/** The first problem that a stack finds; null where it goes on. */
const problem = (stack: keyof typeof STACKS, world: World): unknown =>
  inWorld(stack, world, ["try(local.problems[0], null)"])[0];

/** What expressions of a stack come to, by what it is told. */
function inWorld(stack: keyof typeof STACKS, world: World, expressions: readonly string[]): unknown[] {
  const names = ["problems", "told_lifelines", "told_standby", "told_release", "release_others", "images", "handover"];
  const chosen = Object.fromEntries(
    names.filter((name) => name in STACKS[stack]).map((name) => [name, STACKS[stack][name]]),
  );
  const text = JSON.stringify(chosen)
    .replaceAll("data.aws_ssm_parameters_by_path.handover", "local.found_parameters")
    .replaceAll("data.aws_db_instances.existing", "local.found_databases")
    .replaceAll("data.aws_db_snapshot.snapshot", "local.found_snapshots")
    .replaceAll("data.aws_kms_key.recovery_key", "local.found_keys")
    .replaceAll("data.aws_partition.ready.id", '\\"aws\\"')
    .replaceAll("nonsensitive", "");
  const told = (contract: Contract, text: string): [string, string | null][] =>
    [parameterOf(contract, PREFIX), spareOf(contract, PREFIX)].map((name) => [name, text]);
  const parameters = Object.entries({
    ...Object.fromEntries([
      ...told(LIFELINES, encode(LIFELINES, { ...lifelines, ...world.lifelines })),
      ...told(STANDBY, encode(STANDBY, { ...standby, ...world.standby })),
    ]),
    ...(world.release && {
      [parameterOf(RELEASE, PREFIX)]: encode(RELEASE, { ...release, ...world.release }),
    }),
    ...Object.fromEntries(
      Object.entries(world.texts ?? {}).map(([name, value]) => [`/holdfast/${PREFIX}/${name}`, value]),
    ),
  }).filter(([, value]) => value !== null);
  return evaluate(expressions, {
    ...(JSON.parse(text) as Locals),
    found_parameters: {
      names: parameters.map(([name]) => name),
      values: parameters.map(([, value]) => value),
    },
    found_databases: { instance_identifiers: [] },
    found_snapshots: {},
    found_keys: [{ enabled: true, key_state: "Enabled" }],
    recovery_key_enabled: true,
    release: world.insists ?? null,
    restore_from: "point_in_time",
    restore_time: null,
    snapshot: null,
    seen_snapshots: {},
    newest_snapshot: null,
    made_from: {},
    cache_snapshot: null,
    adopt: null,
    automated_backups: null,
  });
}

/** What dr warns of; null where all is well. */
function warning(check: string, world: World): unknown {
  const { condition, error_message } = CHECKS[check].assert;
  const text = JSON.stringify(error_message);
  // Quotes of an expression are Terraform's own, and others are the sentence's.
  const said = error_message.includes("${") ? text.replaceAll('\\"', '"') : text;
  const [holds, message] = inWorld("dr", world, [condition.slice(2, -1), said]);
  return holds ? null : message;
}

const { web } = standby.services;
const noBucket: World = { lifelines: { buckets: {} } };
const noService: World = { standby: { services: {} } };

describe("goes on where what was told has all that this checkout has", () => {
  test.each(["dr", "restore-test", "standby"] as const)("%s", (stack) => {
    expect(problem(stack, {})).toBeNull();
  });

  test("and more: a bucket, a secret, a service", () => {
    const more: World = {
      lifelines: {
        buckets: { ...lifelines.buckets, more: lifelines.buckets.uploads },
        secrets: { ...lifelines.secrets, more: SECRET },
      },
      standby: { services: { web, worker: web } },
    };
    expect(problem("dr", more)).toBeNull();
  });

  test("in a restore test without a way out and a cache that stands by, which it does not use", () => {
    expect(problem("restore-test", { standby: { zones: [], cache: null } })).toBeNull();
  });
});

describe("says in one sentence, which names it, that another checkout has", () => {
  test.each<[string, keyof typeof STACKS, World, string]>([
    [
      "no service",
      "dr",
      noService,
      `/holdfast/${PREFIX}/standby in us-west-2 has no service web, which this checkout has`,
    ],
    ["no service, for a restore test", "restore-test", noService, "has no service web"],
    ["no bucket", "dr", noBucket, `/holdfast/${PREFIX}/lifelines in us-west-2 has no bucket uploads`],
    ["no bucket, for a restore test", "restore-test", noBucket, "has no bucket uploads"],
    ["no bucket, for the standby", "standby", noBucket, "or deploy the primary stack from this one first"],
    [
      "fewer secrets: all that are missing",
      "dr",
      { lifelines: { secrets: { "sentry-dsn": SECRET } } },
      "has no secret honeycomb-api-key, nextauth-secret, which",
    ],
    ["no database", "standby", { lifelines: { database: null } }, "has no database"],
    [
      "a service that no name leads to",
      "dr",
      { standby: { services: { web: { ...web, targetGroupArn: null } } } },
      "has no target group of service web",
    ],
    ["fewer zones", "dr", { standby: { zones: ["us-west-2a"] } }, "has no zone us-west-2b"],
    ["no role of monitoring", "dr", { standby: { monitoringRoleArn: null } }, "has no monitoring role"],
    ["no cache that stands by", "dr", { standby: { cache: null } }, "has no warm cache"],
  ])("%s", (_what, stack, world, sentence) => {
    expect(problem(stack, world)).toContain(sentence);
    expect(problem(stack, world)).toMatch(/Check out the release that was deployed last, or .*\. Nothing was made\.$/);
  });
});

describe("says before anything is restored that a copy is not of the database that this checkout has", () => {
  const { database } = lifelines;
  test.each<[string, Partial<NonNullable<Lifelines["database"]>>, string]>([
    ["another name", { dbName: "tasks" }, "has the dbName tasks, and this checkout has nimbus: a copy keeps its own."],
    ["no name", { dbName: null }, "has the dbName none, and this checkout has nimbus"],
    ["another user", { username: "admin" }, "has the username admin, and this checkout has nimbus"],
  ])("%s", (_what, change, says) => {
    const world = { lifelines: { database: { ...database!, ...change } } };
    for (const stack of ["dr", "restore-test"] as const) expect(problem(stack, world)).toContain(says);
    expect(problem("dr", world)).toMatch(/set database\.\w+ to it\. Nothing was made\.$/);
  });

  test("and goes on where the primary stack is older, and has not told", () => {
    const told = encode(LIFELINES, lifelines);
    const text = told.replace(',"db_name":"nimbus","username":"nimbus"', "");
    expect(text).not.toBe(told);
    expect(problem("dr", { texts: { lifelines: text } })).toBeNull();
  });
});

describe("a parameter that somebody has deleted or spoilt", () => {
  const spoilt: [string, string | null][] = [
    ["deleted", null],
    ["spoilt", "{"],
    ["empty JSON", "{}"],
    ["a schema as text", JSON.stringify({ schema: "1" })],
  ];
  describe.each(["lifelines", "standby"])("%s", (part) => {
    test.each(spoilt)("%s: its spare is read, with a warning that names the command", (_what, text) => {
      const world = { texts: { [part]: text } };
      expect(problem("dr", world)).toBeNull();
      expect(warning(`${part}_spare`, world)).toContain(
        `Write it again: aws ssm put-parameter --region us-west-2 --overwrite --type String --tier Intelligent-Tiering --name /holdfast/${PREFIX}/${part} --value "$(aws ssm get-parameter --region us-west-2 --name /holdfast/${PREFIX}/${part}-spare --query Parameter.Value --output text)"`,
      );
    });

    test("is not warned of where all is well, or only the spare is gone", () => {
      expect(warning(`${part}_spare`, {})).toBeNull();
      expect(warning(`${part}_spare`, { texts: { [`${part}-spare`]: null } })).toBeNull();
    });

    test("with its spare: what may have happened, and the command that writes it again", () => {
      const both = (text: string | null) => problem("dr", { texts: { [part]: text, [`${part}-spare`]: text } });
      expect(both(null)).toContain(
        `There is no parameter /holdfast/${PREFIX}/${part}, and no /holdfast/${PREFIX}/${part}-spare in us-west-2: either`,
      );
      expect(both("{")).toContain(`${part} in us-west-2 holds no JSON, so that somebody has changed it: either`);
      expect(both('{"schema":"1"}')).toContain('has the schema "1", and this version of Holdfast reads 1: use the');
      for (const text of [null, "{"])
        expect(both(text)).toMatch(
          new RegExp(
            `Nothing was made\\.\n  terraform -chdir=cdktf\\.out/stacks/standby init .* aws ssm put-parameter .*/${part} --value "\\$\\(.*\\)"$`,
          ),
        );
    });
  });
});

test("a service that only the standby has is warned of by its name", () => {
  const { condition, error_message } = CHECKS.services_left_out.assert;
  const told = { services: { web, worker: web } };
  const [holds, message] = evaluate([condition.slice(2, -1), JSON.stringify(error_message).replaceAll('\\"', '"')], {
    told_standby: told,
  });
  expect(holds).toBe(false);
  expect(message).toContain("The standby has prepared worker, which this checkout does not have");
});

test("before its first look the watch has written what dr reads", () => {
  const stack = synthesizeApp((app: App) => new PrimaryStack(app, { name: "primary", home: "primary" }, environment));
  const value = String(stack.resource("aws_ssm_parameter", "lifelines_watch").insecure_value);
  const known = value.replaceAll(/aws_db_instance_automated_backups_replication\.\w+\.id/g, '"arn:aws:rds:backup"');
  const [text] = evaluate([known.slice(2, -1)]) as [string];
  expect(decode(COPIES, text)).toMatchObject({ checkedAt: null, database: { status: "unknown" }, staleSecrets: [] });
});

test("the length of a text is that of the JSON which Terraform makes of it", () => {
  const texts = ["web", 'a"b\\c', "<&>", "a\nb\tc", "\u0001", "Grüße"];
  const lengths = evaluate(
    texts.map((text) => `length(base64encode(jsonencode(jsondecode(${JSON.stringify(JSON.stringify(text))}))))`),
  );
  expect(texts.map((text) => 4 * Math.ceil(jsonLength(text) / 3))).toEqual(lengths);
});

describe("what the primary region ran", () => {
  const imageOf = (world: World): unknown => inWorld("dr", world, ["local.images.web"])[0];

  test("is not compared where nothing says it, which is warned of", () => {
    expect(problem("dr", {})).toBeNull();
    expect(imageOf({})).toBe(`${IMAGE}:1.0.0`);
    expect(warning("no_release", {})).toContain("Nothing says what the primary region ran");
  });

  test("is started by its digest, from whatever commit", () => {
    const world = { release: { commit: "another" } };
    expect(problem("dr", world)).toBeNull();
    expect(imageOf(world)).toBe(`${IMAGE}@${DIGEST}`);
    for (const check of ["no_release", "other_images"]) expect(warning(check, world)).toBeNull();
  });

  test.each<[string, string | null, string]>([
    ["with its digest", DIGEST, `${IMAGE}@${DIGEST}`],
    ["by its tag where nobody knows the digest", null, `${IMAGE}:2.0.0`],
  ])("is started instead of what an older checkout states, %s, which is warned of", (_how, digest, started) => {
    const world = { release: { images: { web: { image: `${IMAGE}:2.0.0`, digest } } } };
    expect(problem("dr", world)).toBeNull();
    expect(imageOf(world)).toBe(started);
    expect(warning("other_images", world)).toContain(`web ${IMAGE}:2.0.0 instead of ${IMAGE}:1.0.0`);
    expect(imageOf({ ...world, insists: "this" })).toBe(`${IMAGE}:1.0.0`);
    expect(warning("other_images", { ...world, insists: "this" })).toBeNull();
  });

  test.each<[string, (hashes: Record<string, string>) => Record<string, string>, string]>([
    ["stated otherwise", (hashes) => ({ ...hashes, database: "0", "services.web": "0" }), "database, services.web"],
    ["only there", (hashes) => ({ ...hashes, "services.worker": "0" }), "services.worker"],
    ["only here", ({ cache: _cache, ...hashes }) => hashes, "cache"],
  ])("of a definition with parts %s is refused, with the commit to check out", (_what, change, parts) => {
    const world = { release: { definition: change(release.definition), commit: `${COMMIT}-dirty` } };
    for (const stack of ["dr", "restore-test"] as const) {
      expect(problem(stack, world)).toBe(
        `The primary region ran commit ${COMMIT}-dirty, deployed by ${release.by} at ${release.at}, and this checkout states otherwise: ${parts}. ` +
          `Check that commit out (git checkout ${COMMIT}), and deploy again; or insist on this checkout with --var release=this. Nothing was made.`,
      );
    }
    expect(problem("dr", { ...world, insists: "this" })).toBeNull();
  });

  test("is insisted on by one word only", () => {
    expect(problem("dr", { release: {}, insists: "yes" })).toBe(
      'release must be this, which insists on this checkout, or be left out (got "yes"). Nothing was made.',
    );
  });

  test("names the commit where a parameter is of another version", () => {
    const texts = { lifelines: '{"schema":7}', "lifelines-spare": null };
    expect(problem("dr", { release: {}, texts })).toContain(
      `reads 1: use the version that wrote it (git checkout ${COMMIT})`,
    );
  });
});

describe("the hash of a definition", () => {
  const hashes = (change: object) => definitionHashes({ ...environment, ...change });
  const { database, services } = environment;
  const same = definitionHashes(environment);

  test("hangs on what is stated, and not on the order", () => {
    const reversed = Object.fromEntries(Object.entries(database!).reverse());
    expect(hashes({ database: reversed })).toEqual(same);
    expect(hashes({ database: { ...database, allocatedStorage: 21 } }).database).not.toBe(same.database);
    expect(hashes({ services: { web: { ...services.web, cpu: 256 } } })["services.web"]).not.toBe(same["services.web"]);
  });

  test("knows nothing of images, nor of what a failback or an incident states", () => {
    const origin = { snapshot: { id: "nimbus-production-failback" } };
    expect(
      hashes({
        database: { ...database, origin, replacements: 1 },
        services: { web: { ...services.web, image: "public.ecr.aws/nimbus/web:2" } },
        recovery: { ...recovery, active: "recovery", database: { instanceClass: "db.m7g.xlarge" } },
      }),
    ).toEqual(same);
  });
});
