import { Emulator, startEmulator } from "../../emulator";
import { EnvironmentDefinition, checkEnvironment } from "../../environments/definition";
import { Aws } from "../../tools/aws";
import { SignIn, Typist } from "../../tools/sign-in";
import production from "../fixtures/environments/production";
import { productionRoles } from "./roles";

const OPERATOR = "arn:aws:iam::123456789012:role/people/break-glass";
const github = { repository: "nimbus/tasks", environments: ["production"] };

/** The roles of production as those get them who type commands: through STS, with what they really have. */
describe("a role is assumed", () => {
  let emulator: Emulator;
  let roles: SignIn;
  const clients: { close(): void }[] = [];

  beforeAll(async () => {
    emulator = await startEmulator();
    const deployment = { github, operators: [OPERATOR] };
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

  test("by an operator, who has a role already", async () => {
    expect(await identity(somebody({ operators: [OPERATOR] }), "recover")).toBe(session("recover"));
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

  test("once for all commands of a session", async () => {
    const signIn = somebody({ github });
    const [first, second] = [await signIn.as("plan", "primary"), await signIn.as("plan", "primary")];
    expect(second.AWS_ACCESS_KEY_ID).toBe(first.AWS_ACCESS_KEY_ID);
    expect((await signIn.as("plan", "edge")).AWS_ACCESS_KEY_ID).not.toBe(first.AWS_ACCESS_KEY_ID);
  });
});
