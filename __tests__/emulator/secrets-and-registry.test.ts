import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT, emptyDist } from "../../tools/project";
import { Terraform, pinProvider } from "../../tools/terraform";
import { Emulator, startEmulator } from "../../emulator";
import { ask } from "./aws-api";

/** Secrets and repositories in a plain root: what is written once, what is never lost, what leaves no trace. */

const DSN = "https://3f1a-given@sentry.example.com/7";
const SECRETS = {
  name: "nimbus",
  secrets: {
    database: { json: { fields: { username: "nimbus" } }, rotated: true },
    "nextauth-secret": {},
    "sentry-dsn": { value: "given" },
    "stripe-key": { value: "external" },
  } as Record<string, object>,
  readers: { worker: ["database", "stripe-key"] } as Record<string, string[]>,
  replicated: true,
};
const REGISTRY = {
  repositories: { web: { pushed: true, pull_accounts: ["210987654321"] }, worker: {} } as Record<string, object>,
};

/** An archive without a file in it: what the function holds matters to nobody here. */
const EMPTY_ARCHIVE = Buffer.from([0x50, 0x4b, 5, 6, ...Array.from({ length: 18 }, () => 0)]);

describe("a plain root of secrets and registry", () => {
  let emulator: Emulator;
  let terraform: Terraform;
  let root: string;

  const given = (secrets: object = {}, registry: object = {}): void => {
    const variables = {
      secrets_options: { ...SECRETS, ...secrets },
      registry_options: { ...REGISTRY, ...registry },
      values: { "sentry-dsn": DSN },
    };
    writeFileSync(join(root, "terraform.tfvars.json"), JSON.stringify(variables));
  };
  const withSecret = (key: string, secret: object): object => ({ secrets: { ...SECRETS.secrets, [key]: secret } });
  const valueOf = async (key: string, region?: string): Promise<string> => {
    const input = { SecretId: `nimbus/${key}` };
    return (await ask<{ SecretString: string }>(emulator, "secretsmanager", "GetSecretValue", input, region))
      .SecretString;
  };
  const put = (key: string, value: string): Promise<unknown> =>
    ask(emulator, "secretsmanager", "PutSecretValue", {
      SecretId: `nimbus/${key}`,
      SecretString: value,
      ClientRequestToken: `00000000-0000-0000-0000-${value.padStart(12, "0")}`,
    });
  /** Applies, and tells what Terraform said that it would change. */
  const apply = async (): Promise<string[]> => {
    const changes: string[] = [];
    await terraform.apply(({ type, change }) => {
      if (type === "planned_change" && change) changes.push(`${change.action} ${change.resource.addr}`);
    });
    return changes;
  };

  beforeAll(async () => {
    root = emptyDist("emulator-tests", "secrets-and-registry");
    cpSync(join(PROJECT, "__tests__", "emulator", "roots", "secrets-and-registry"), root, { recursive: true });
    for (const module of ["secrets", "registry"]) {
      cpSync(join(PROJECT, "terraform", module), join(root, "terraform", module), { recursive: true });
    }
    writeFileSync(join(root, "function.zip"), EMPTY_ARCHIVE);
    pinProvider(root);
    emulator = await startEmulator();
    terraform = new Terraform(root, { env: emulator.env, log: join(root, "terraform.log") });
    await terraform.init();
  });

  afterAll(() => emulator?.stop());

  test("is applied, and the second plan is empty", async () => {
    given();
    await terraform.apply();
    expect(await terraform.plan()).toEqual([]);
  });

  test("values are in Secrets Manager and its copy, and in neither plan nor state", async () => {
    const { password, username } = JSON.parse(await valueOf("database")) as Record<string, string>;
    const session = await valueOf("nextauth-secret");
    expect(username).toBe("nimbus");
    expect(password).toMatch(/^[A-Za-z0-9]{32}$/);
    expect(session).toMatch(/^[A-Za-z0-9]{32}$/);
    expect(await valueOf("sentry-dsn")).toBe(DSN);
    expect(await valueOf("nextauth-secret", "us-west-2")).toBe(session);

    // A plan that writes each of them anew, as the first one did.
    given({
      secrets: Object.fromEntries(Object.entries(SECRETS.secrets).map(([key, one]) => [key, { ...one, version: 2 }])),
    });
    await terraform.plan("all.tfplan");
    const plan = JSON.stringify(await terraform.showPlan("all.tfplan"));
    const state = readFileSync(join(root, "terraform.tfstate"), "utf8");
    expect(plan).toContain("aws_secretsmanager_secret_version");
    expect(state).toContain("aws_secretsmanager_secret_version");
    for (const value of [password, session, DSN]) {
      expect(plan).not.toContain(value);
      expect(state).not.toContain(value);
    }
  });

  test("what others put since is left alone, however often they do", async () => {
    given();
    for (const value of ["1", "2", "3"]) {
      await put("database", value);
      await put("stripe-key", value);
    }
    expect(await terraform.plan()).toEqual([]);
    expect(await valueOf("database")).toBe("3");
  });

  test("a higher version writes that secret anew, and no other", async () => {
    const before = await valueOf("nextauth-secret");
    given(withSecret("database", { ...SECRETS.secrets.database, version: 2 }));
    expect(await apply()).toEqual(['replace module.secrets.aws_secretsmanager_secret_version.this["database"]']);
    expect(await valueOf("database")).toMatch(/"password":"[A-Za-z0-9]{32}"/);
    expect(await valueOf("nextauth-secret")).toBe(before);
  });

  test("options change in place and back; secrets keep their values, repositories their images", async () => {
    const session = await valueOf("nextauth-secret");
    const database = await valueOf("database");
    const losing = (changes: string[]): string[] =>
      changes.filter((change) => /^(replace|delete) .*(aws_secretsmanager_secret|aws_ecr_repository)\./.test(change));
    given(
      {
        ...withSecret("database", { ...SECRETS.secrets.database, version: 2, rotated: false }),
        readers: { worker: ["database"], other: ["stripe-key"] },
        replicated: false,
        other_key: true,
      },
      {
        repositories: {
          web: { mutable_tags: true, scan_on_push: false, keep_releases: 5 },
          worker: { release_tags: ["v*"], expire_other_days: 7, pushed: true },
        },
        scanning: { scan_type: "ENHANCED", scan_frequency: "CONTINUOUS_SCAN" },
        replication: { destinations: [{ region: "us-west-2" }] },
      },
    );
    expect(losing(await apply())).toEqual([]);
    expect(await terraform.plan()).toEqual([]);
    given(withSecret("database", { ...SECRETS.secrets.database, version: 2 }));
    expect(losing(await apply())).toEqual([]);
    expect(await terraform.plan()).toEqual([]);
    expect(await valueOf("nextauth-secret", "us-west-2")).toBe(session);
    expect(await valueOf("database")).toBe(database);
  });

  test("a secret that is taken away takes nothing with it", async () => {
    const { "nextauth-secret": _gone, ...secrets } = SECRETS.secrets;
    given({ secrets: { ...secrets, database: { ...SECRETS.secrets.database, version: 2 } } });
    const changes = await apply();
    expect(changes.length).toBeGreaterThan(0);
    expect(changes.filter((change) => !/^delete .*\["nextauth-secret"\]$/.test(change))).toEqual([]);
    expect(await terraform.plan()).toEqual([]);
  });

  test("a change that would replace secrets or repositories is refused", async () => {
    const worker = { repository_name: "nimbus-worker" };
    given({ name: "renamed" }, { other_key: true, repositories: { ...REGISTRY.repositories, worker } });
    const refused = terraform.plan();
    await expect(refused).rejects.toThrow(/name from nimbus to renamed.*raise replacements/s);
    await expect(refused).rejects.toThrow(/repository web would be replaced.*encrypted with arn.*raise replacements/s);
    await expect(refused).rejects.toThrow(/would be nimbus-worker.*raise replacements/s);
  });

  test("a repository that holds images is not deleted without the opt-in", async () => {
    const mediaType = "application/vnd.docker.distribution.manifest.v2+json";
    await ask(emulator, "ecr", "PutImage", {
      repositoryName: "nimbus/worker",
      imageTag: "1.0.0",
      imageManifest: JSON.stringify({ schemaVersion: 2, mediaType }),
    });
    given({}, { repositories: { web: REGISTRY.repositories.web } });
    await expect(terraform.apply()).rejects.toThrow(/RepositoryNotEmpty/);
  });

  test("is destroyed with the opt-in", async () => {
    given({}, { force_delete: true });
    await terraform.apply();
    await terraform.destroy();
    expect(await terraform.outputs()).toEqual({});
  });
});
