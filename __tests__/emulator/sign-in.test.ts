import { Emulator, startEmulator } from "../../emulator";
import { EnvironmentDefinition, checkEnvironment } from "../../environments/definition";
import { Aws } from "../../tools/aws";
import { SignIn, Typist } from "../../tools/sign-in";
import production from "../fixtures/environments/production";
import { gatherFacts } from "../../commands/parity/facts";
import { judge } from "../../commands/parity/judge";
import { Shipped } from "./recovery/shipped";
import { productionRoles } from "./roles";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { uploadKit } from "../../commands/kit/upload";
import { kitPlace } from "../../environments/definition/names/kit";
import { writeAwsCommand } from "../../tools/aws";
import { aws } from "../../tools/aws-cli";
import { emptyDist } from "../../tools/project";

const OPERATOR = "arn:aws:iam::123456789012:role/people/break-glass";
const USER = "arn:aws:iam::123456789012:user/on-call";
const github = { repository: "nimbus/tasks", environments: ["production"] };

/** The roles of production as those get them who type commands: through STS, with what they really have. */
describe("a role is assumed", () => {
  let emulator: Emulator;
  let roles: SignIn;
  const clients: { close(): void }[] = [];

  beforeAll(async () => {
    emulator = await startEmulator();
    const deployment = { github, operators: [OPERATOR, USER] };
    roles = await productionRoles("emulator-tests/sign-in", emulator, { deployment });
  });

  afterAll(async () => {
    for (const client of [...clients, roles]) client?.close();
    await emulator?.stop();
  });

  /** Somebody of an environment that is stated otherwise than the one whose roles are there. */
  const somebody = (deployment: EnvironmentDefinition["deployment"]): SignIn => {
    const environment = checkEnvironment("production", { ...production, deployment });
    const other = new SignIn(emulator.env, environment);
    clients.push(other);
    return other;
  };

  /** Who AWS says that somebody is. */
  const identity = async (signIn: SignIn, role: Typist): Promise<string> => {
    const aws = new Aws(await signIn.as(role, "npx cdktf deploy primary"));
    clients.push(aws);
    const question = { service: "sts", operation: "GetCallerIdentity", region: "us-west-2" };
    return (await aws.ask<{ Arn: string }>(question)).Arn;
  };

  const session = (role: string) =>
    `arn:aws:sts::123456789012:assumed-role/nimbus-production-${role}/npx-cdktf-deploy-primary`;

  test.each<Typist>(["deploy", "plan", "recover"])("by a workflow of the repository: %s", async (role) => {
    expect(await identity(somebody({ github }), role)).toBe(session(role));
  });

  test.each([
    ["who has a role already", OPERATOR],
    ["who is a user with MFA", USER],
  ])("by an operator, %s", async (_, operator) => {
    expect(await identity(somebody({ operators: [operator] }), "recover")).toBe(session("recover"));
  });

  test.each([
    ["a workflow of another repository", { github: { ...github, repository: "nimbus/other" } }],
    ["a workflow of another environment of GitHub", { github: { ...github, environments: ["staging"] } }],
  ])("not by %s", async (_, deployment) => {
    await expect(identity(somebody(deployment), "deploy")).rejects.toThrow(/AccessDenied.*AssumeRoleWithWebIdentity/);
  });

  test("not by another operator", async () => {
    const stranger = somebody({ operators: [OPERATOR.replace("break-glass", "stranger")] });
    await stranger.prepare();
    await expect(identity(stranger, "deploy")).rejects.toThrow(/AccessDenied.*sts:AssumeRole/);
  });

  test("by nobody where there are none: an administrator types everything", async () => {
    const without = somebody(undefined);
    expect(without.typist("deploy")).toBe("administrator");
    expect(await identity(without, "deploy")).toBe("arn:aws:iam::123456789012:user/administrator");
  });

  describe("and a kit", () => {
    const folder = emptyDist("emulator-tests/sign-in-kit");
    const environment = checkEnvironment("production", production);
    const files = { "kit.json": "{}", "providers/provider": "x".repeat(9_000_000), "steps/restore.sh": "#!/bin/sh" };
    const sums = (change: object = {}) =>
      new Map(
        Object.keys(files)
          .map((name, i) => [name, String(i).repeat(64)] as const)
          .concat(Object.entries(change)),
      );

    const shelf = async (role: Typist) => {
      const place = kitPlace(environment);
      if (!place) throw new Error("production keeps no kit");
      const variables = await somebody({ github }).as(role, "npm run kit");
      return { ...place, env: { ...variables, PATH: `${folder}/bin:${process.env.PATH}` } };
    };
    const upload = async (role: Typist, checksums: ReadonlyMap<string, string>) => {
      const lines = [...checksums].map(([name, sum]) => `${sum}  ${name}\n`);
      writeFileSync(join(folder, "SHA256SUMS"), lines.join(""));
      return (await uploadKit(folder, checksums, await shelf(role))).files;
    };

    beforeAll(() => {
      writeAwsCommand(join(folder, "bin"));
      for (const [name, content] of Object.entries(files)) {
        mkdirSync(join(folder, name, ".."), { recursive: true });
        writeFileSync(join(folder, name), content);
      }
    });

    test("is put by the deploy role: all of it first, and then what has changed, in parts where it is large", async () => {
      expect(await upload("deploy", sums())).toEqual(Object.keys(files));
      expect(await upload("deploy", sums({ "kit.json": "a".repeat(64) }))).toEqual(["kit.json"]);
      const parts = (await emulator.requests()).filter(({ operation }) => operation === "UploadPart");
      expect(parts).toHaveLength(2);
    });

    test("is read by the role that recovers, which cannot put one", async () => {
      const { bucket, prefix, region, env } = await shelf("recover");
      const read = await aws(["s3", "cp", `s3://${bucket}/${prefix}/steps/restore.sh`, "-", "--region", region], env);
      expect(read).toMatchObject({ status: 0, stdout: "#!/bin/sh" });
      await expect(upload("recover", sums({ "kit.json": "b".repeat(64) }))).rejects.toThrow(
        /kit\.json cannot be put into nimbus-production-state-123456789012-us-west-2: .*AccessDenied/,
      );
    });
  });

  test("and asks the recovery region what it lacks: the role that recovers may, and changes nothing", async () => {
    const folder = emptyDist("emulator-tests/sign-in-parity");
    writeAwsCommand(join(folder, "bin"));
    const shipped = await Shipped.ship(emulator);
    clients.push(shipped);
    await shipped.replicateBackups();
    await shipped.tellLifelines();
    const environment = checkEnvironment("production", production);
    const variables = await somebody({ github }).as("recover", "npm run parity");
    const facts = await gatherFacts(environment, { ...variables, PATH: `${join(folder, "bin")}:${process.env.PATH}` });
    const findings = judge(environment, facts, new Date());
    expect(findings.map(({ lack }) => lack ?? "").filter((lack) => /AccessDenied|cannot be asked/.test(lack))).toEqual(
      [],
    );
    const found = (isGood: boolean) =>
      findings.filter(({ isThere }) => isThere === isGood).map(({ kind, what, seen }) => `${kind} ${what}: ${seen}`);
    expect(found(true)).toEqual(
      expect.arrayContaining([
        expect.stringContaining("parameter lifelines: written "),
        "quota Fargate vCPUs: 5 more needed, 6 allowed",
        "quota elastic IP addresses: 0 used, 3 more needed, 5 allowed",
      ]) as string[],
    );
    // Nobody has deployed a standby or recorded a release here, and the secrets are of the recovery region itself.
    expect(found(false)).toEqual(
      expect.arrayContaining([
        "parameter standby: not there",
        "parameter release: not there",
        "secret master-user: follows nobody",
        "secret sentry-dsn: follows nobody",
      ]) as string[],
    );
  });

  test("once for all commands of a session", async () => {
    const signIn = somebody({ github });
    const [first, second] = [await signIn.as("plan", "primary"), await signIn.as("plan", "primary")];
    expect(second.AWS_ACCESS_KEY_ID).toBe(first.AWS_ACCESS_KEY_ID);
    expect((await signIn.as("plan", "edge")).AWS_ACCESS_KEY_ID).not.toBe(first.AWS_ACCESS_KEY_ID);
  });
});
