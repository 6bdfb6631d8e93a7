import { spawn } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { RunResult, run } from "../../tools/process";
import { emptyDist } from "../../tools/project";
import { Aws } from "../../tools/aws";
import { Terraform } from "../../tools/terraform";
import { terraformEnvironment, tool } from "../../tools/programs";
import { Emulator, startEmulator } from "../../emulator";
import { send } from "./aws-api";

const APP = "node commands/run.mjs __tests__/emulator/bootstrap/app.ts";
const BUCKET = "nimbus-production-state-123456789012-us-west-2";
const STATE = "production/small.tfstate";

/** Buckets and roles first, then a stack that keeps its state there, with two people at work on it. */
describe("the bootstrap stack", () => {
  const folder = emptyDist("emulator-tests/bootstrap");
  const log = join(folder, "requests.jsonl");
  const stacks = join(folder, "cdktf.out", "stacks");
  let emulator: Emulator;
  let bootstrap: Terraform;
  let small: Terraform;

  const environment = () => ({ ...terraformEnvironment(), ...emulator.env, CHECKPOINT_DISABLE: "1", CI: "true" });

  const cdktf = (...args: readonly string[]): Promise<RunResult> =>
    run(
      process.execPath,
      [
        join("node_modules", "cdktf-cli", "bundle", "bin", "cdktf"),
        ...args,
        ...["--app", APP, "--output", join(folder, "cdktf.out")],
      ],
      { env: environment(), timeoutSeconds: 300 },
    );

  /** An operator at a terminal: runs Terraform, and answers its question when told to. */
  const operator = async (args: readonly string[]) => {
    const child = spawn(tool("terraform").path, [...args, "-no-color"], {
      cwd: small.directory,
      env: { ...process.env, ...environment(), TF_INPUT: "1" },
      stdio: "pipe",
      detached: true,
    });
    let output = "";
    const ended = new Promise<number | null>((resolve) => child.once("close", (status) => resolve(status)));
    await new Promise<void>((resolve, reject) => {
      for (const stream of [child.stdout, child.stderr]) {
        stream.on("data", (text) => {
          output += String(text);
          if (output.includes("Enter a value:")) resolve();
        });
      }
      void ended.then(() => reject(new Error(`terraform ended without a question:\n${output}`)));
    });
    return {
      agree: () => {
        child.stdin.end("yes\n");
        return ended;
      },
      kill: () => {
        process.kill(-(child.pid as number), "SIGKILL");
        return ended;
      },
    };
  };

  /** The second of two at once. */
  const another = (): Promise<RunResult> => small.run(["apply", "-auto-approve", "-no-color", "-input=false"]);

  /** Who may assume the roles must be there before them: IAM refuses a trust policy with a principal that does not exist. */
  const makeOperator = async (): Promise<void> => {
    const aws = new Aws(emulator.env);
    const AssumeRolePolicyDocument = JSON.stringify({
      Version: "2012-10-17",
      Statement: { Effect: "Allow", Action: "sts:AssumeRole", Principal: { AWS: "123456789012" } },
    });
    const parameters = { RoleName: "break-glass", AssumeRolePolicyDocument };
    await aws.ask({ service: "iam", operation: "CreateRole", region: "us-east-1", parameters });
    aws.close();
  };

  beforeAll(async () => {
    emulator = await startEmulator({ log });
    await makeOperator();
    const result = await cdktf("synth");
    if (result.status !== 0) throw new Error(result.stdout + result.stderr);
    const terraform = (stack: string) =>
      new Terraform(join(stacks, stack), { env: emulator.env, log: join(folder, `terraform.${stack}.log`) });
    [bootstrap, small] = [terraform("bootstrap"), terraform("small")];
  });

  afterAll(() => emulator?.stop());

  test("comes first: without its bucket, another stack says which one is missing", async () => {
    await expect(small.init()).rejects.toThrow(new RegExp(`S3 bucket "${BUCKET}" does not exist`));
  });

  test("is applied in both regions, and its second plan is empty", async () => {
    await bootstrap.init();
    await bootstrap.apply();
    expect(await bootstrap.plan()).toEqual([]);
    expect(await bootstrap.outputs()).toMatchObject({
      state_bucket_us_east_1: { value: "nimbus-production-state-123456789012-us-east-1" },
      state_bucket_us_west_2: { value: BUCKET },
      recover_role_arn: { value: "arn:aws:iam::123456789012:role/nimbus-production-recover" },
    });
  });

  describe("lets two people work with one state", () => {
    const HELD =
      /Error acquiring the state lock[^]*ID: +(?<id>[0-9a-f-]{36})[^]*Who: +\S+@\S+[^]*Created: +\d{4}-\d\d-\d\d /;

    test("one of whom is told who is at work since when, and changes nothing", async () => {
      await small.init();
      const first = await operator(["apply"]);
      const second = await another();
      expect(second.status).toBe(1);
      expect(second.stderr).toMatch(HELD);
      expect(await send(emulator, "s3", "GET", `/${BUCKET}/${STATE}`, "us-west-2")).toBe(404);
      expect(await first.agree()).toBe(0);
      expect(await another()).toMatchObject({ status: 0 });
      expect(await small.plan()).toEqual([]);
    });

    test("and a lock that a killed run left behind is released as synthesis says", async () => {
      const first = await operator(["apply", "-replace=aws_ssm_parameter.parameter"]);
      await first.kill();

      const second = await cdktf("deploy", "small", "--auto-approve", "--skip-provider-lock");
      const said = second.stdout + second.stderr;
      expect(second.status).not.toBe(0);
      expect(said.replaceAll(/\s+/g, " ")).toContain(`The state is s3://${BUCKET}/${STATE}`);
      expect(said.replaceAll(/\s+/g, " ")).toContain("terraform -chdir=cdktf.out/stacks/small force-unlock <ID>");

      const id = HELD.exec((await another()).stderr)?.groups?.id ?? "";
      expect(await (await operator(["force-unlock", id])).agree()).toBe(0);
      expect(await another()).toMatchObject({ status: 0 });
    });
  });

  test("keeps the states of a region apart from all others: no call leaves it", async () => {
    const before = readFileSync(log, "utf8").length;
    rmSync(join(small.directory, ".terraform"), { recursive: true });
    await small.init();
    expect(await small.plan()).toEqual([]);
    const requests = readFileSync(log, "utf8").slice(before).trim().split("\n");
    const regions = new Set(requests.map((line) => (JSON.parse(line) as { region: string }).region));
    expect(requests.length).toBeGreaterThan(3);
    expect([...regions]).toEqual(["us-west-2"]);
  });

  describe("does not lose a state", () => {
    test("by destroying it", async () => {
      await expect(bootstrap.destroy()).rejects.toThrow("Instance cannot be destroyed");
      expect(await bootstrap.plan()).toEqual([]);
    });

    // The state is the same file: it is named relative to the stack's folder.
    test.each([
      ["recovery", "Provider configuration not present"],
      ["bucket", 'terraform_data.state_of_region["us-east-1"] has lifecycle.prevent_destroy'],
    ])("by an environment without its %s", async (without, message) => {
      const outdir = join(folder, `without-${without}`);
      const env = { CDKTF_OUTDIR: outdir, CDKTF_CONTEXT_JSON: "{}", WITHOUT: without };
      const [program = "", ...args] = APP.split(" ");
      expect(await run(program, args, { env })).toMatchObject({ status: 0 });
      const changed = new Terraform(join(outdir, "stacks", "bootstrap"), { env: emulator.env });
      await changed.init();
      const refusal = await changed.apply().catch((error: Error) => error.message);
      expect(String(refusal).replaceAll(/\s+/g, " ")).toContain(message);
      expect(await bootstrap.plan()).toEqual([]);
    });

    test.each([`/${BUCKET}`, `/${BUCKET}?policy`])("by a deletion of %s", async (path) => {
      expect(await send(emulator, "s3", "DELETE", path, "us-west-2")).toBe(403);
      expect(await send(emulator, "s3", "GET", `/${BUCKET}/${STATE}`, "us-west-2")).toBe(200);
    });
  });

  test("runs again when its own state was lost, and adopts what is there", async () => {
    for (const ending of ["", ".backup"]) {
      rmSync(join(folder, `terraform.production.bootstrap.tfstate${ending}`), { force: true });
    }
    const changes = await bootstrap.plan();
    const made = changes.filter(({ action }) => action === "create").map(({ address }) => address.split(".")[0]);
    for (const type of [
      "aws_s3_bucket",
      "aws_kms_key",
      "aws_kms_alias",
      "aws_iam_role",
      "aws_iam_openid_connect_provider",
    ])
      expect(made).not.toContain(type);
    expect(changes.filter(({ action }) => ["delete", "replace"].includes(action))).toEqual([]);
    await bootstrap.apply();
    expect(await bootstrap.plan()).toEqual([]);
    expect(await small.plan()).toEqual([]);
  });
});
