import { createHash } from "node:crypto";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { zipSync } from "fflate";
import { readTerraform } from "../../commands/kit/terraform";
import { KitManifest } from "../../commands/kit/write";
import { run } from "../../tools/process";
import { PACKAGE, dist, emptyDist, readJson } from "../../tools/project";
import { tool } from "../../tools/programs";

/** `npm run kit`, without what npm does before it. */
const makeKit = (...args: string[]) =>
  run(process.execPath, ["commands/run.mjs", "commands/kit.ts", ...args], {
    cwd: PACKAGE,
    env: { ENVIRONMENT: "production" },
  });

const HERE = `${process.platform}_${process.arch === "x64" ? "amd64" : process.arch}`;
const kit = dist("kit", "production");

/** Types a step on a machine whose PATH has these programs and no others. */
async function onMachine(line: string, programs: readonly string[], env: Record<string, string> = {}) {
  const bin = emptyDist("test-kit", "bin");
  for (const name of programs) {
    const { stdout } = await run("sh", ["-c", `command -v ${name}`]);
    fs.symlinkSync(name === "terraform" ? tool("terraform").path : stdout.trim(), path.join(bin, name));
  }
  const nothing = Object.fromEntries(Object.keys(process.env).map((name) => [name, undefined]));
  return run(path.join(bin, "sh"), ["-c", line], { cwd: kit, env: { ...nothing, ...env, PATH: bin } });
}

const SHELL = ["sh", "chmod", "dirname", "sed", "sleep", "uname"];

describe("npm run kit", () => {
  let made: Awaited<ReturnType<typeof makeKit>>;
  beforeAll(async () => {
    made = await makeKit("--platform", HERE, "--terraform", tool("terraform").path);
  }, 120_000);

  test("writes a kit for this platform", () => {
    expect({ status: made.status, stderr: made.stderr }).toEqual({ status: 0, stderr: "" });
    expect(readJson<KitManifest>(path.join(kit, "kit.json"))).toMatchObject({
      environment: "production",
      region: "us-west-2",
      provider: { version: "5.100.0", platforms: [HERE] },
      terraform: { [HERE]: { version: tool("terraform").version } },
    });
  });

  test("says the checksum of every file that it wrote", () => {
    const lines = fs.readFileSync(path.join(kit, "SHA256SUMS"), "utf8").trim().split("\n");
    const small = lines.map((line) => line.split("  ")).filter(([, file]) => !/^(?:providers|terraform)\//.test(file));
    for (const [sum, file] of small) {
      expect(
        createHash("sha256")
          .update(fs.readFileSync(path.join(kit, file)))
          .digest("hex"),
      ).toBe(sum);
    }
    expect(lines.join("\n")).toMatch(/ {2}providers\/registry\.terraform\.io\/.*\n.* {2}steps\/abandon\.sh/s);
  });

  test("locks the provider by the checksum of each platform that it carries", () => {
    for (const stack of ["dr", "restore-test"]) {
      const lock = fs.readFileSync(path.join(kit, "cdktf.out", "stacks", stack, ".terraform.lock.hcl"), "utf8");
      expect(lock.match(/"h1:/g)).toHaveLength(1);
    }
  });

  test("carries Terraform itself as it was given, and can run it", async () => {
    const { status, stdout } = await onMachine(`terraform/${HERE}/terraform version`, ["sh"]);
    expect([status, stdout]).toEqual([0, expect.stringContaining(`Terraform v${tool("terraform").version}`)]);
  });

  test("writes scripts that every POSIX shell can read", async () => {
    for (const script of fs.readdirSync(path.join(kit, "steps")).filter((name) => name.endsWith(".sh"))) {
      expect(await run("sh", ["-n", path.join(kit, "steps", script)])).toMatchObject({ status: 0, stderr: "" });
    }
  });

  test("leaves what it has not written: the state of dr may be a file there", async () => {
    fs.writeFileSync(path.join(kit, "terraform.production.dr.tfstate"), "{}");
    await makeKit("--platform", HERE);
    expect(fs.readFileSync(path.join(kit, "terraform.production.dr.tfstate"), "utf8")).toBe("{}");
    expect(fs.existsSync(path.join(kit, "terraform"))).toBe(false);
    fs.rmSync(path.join(kit, "terraform.production.dr.tfstate"));
  }, 120_000);

  test("refuses a platform that there is not, with those that there are", async () => {
    const { status, stderr } = await makeKit("--platform", "plan9_amd64");
    expect([status, stderr]).toEqual([1, expect.stringContaining("Allowed choices are linux_amd64, linux_arm64")]);
  });

  describe("on the other machine", () => {
    test("says that Terraform is missing, and which", async () => {
      const { status, stderr } = await onMachine("sh steps/restore.sh", SHELL);
      expect([status, stderr]).toEqual([
        1,
        expect.stringContaining("Terraform is not on PATH, and this kit carries none"),
      ]);
    });

    test("says that the AWS CLI is missing, where a step needs it", async () => {
      const { status, stderr } = await onMachine("sh steps/check.sh", [...SHELL, "terraform"]);
      expect([status, stderr]).toEqual([1, expect.stringContaining("install AWS CLI 2")]);
    });

    test("says for which platforms the kit is", async () => {
      const bin = emptyDist("test-kit", "bin-of-another");
      fs.writeFileSync(path.join(bin, "uname"), "#!/bin/sh\necho Plan9\n", { mode: 0o755 });
      const { status, stderr } = await onMachine(`PATH=${bin}:$PATH; export PATH; sh steps/plan.sh`, [
        ...SHELL,
        "terraform",
      ]);
      expect([status, stderr]).toEqual([
        1,
        `This kit has no AWS provider for Plan9_Plan9, but for: ${HERE}. Go on with a machine of one of these.\n`,
      ]);
    });

    test("takes the provider from the kit alone, whatever the machine's own settings of Terraform say", async () => {
      const rc = path.join(emptyDist("test-kit", "rc"), "terraform.rc");
      fs.writeFileSync(rc, 'provider_installation {\n  filesystem_mirror {\n    path = "/nowhere"\n  }\n}\n');
      const line =
        ". steps/lib.sh; in_stack dr init -backend=false -input=false -plugin-dir=$kit/providers -lockfile=readonly";
      const env = { TF_CLI_CONFIG_FILE: rc, TF_CLI_ARGS: "-help", HTTPS_PROXY: "http://127.0.0.1:9" };
      const { status, stdout, stderr } = await onMachine(
        `cat >/dev/null <<END\nEND\nsh -c '${line}' steps/x`,
        [...SHELL, "cat", "terraform"],
        env,
      );
      expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
      expect(stdout).toContain("Installed hashicorp/aws v5.100.0");
    }, 120_000);
  });
});

describe("Terraform that is given", () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "holdfast-kit-"));
  afterAll(() => fs.rmSync(folder, { recursive: true }));
  const file = (name: string, content: Uint8Array | string): string => {
    fs.writeFileSync(path.join(folder, name), content, { mode: 0o755 });
    return path.join(folder, name);
  };
  const archive = (content: Record<string, Uint8Array>): Uint8Array => zipSync(content);

  test("is read from HashiCorp's archive of any platform", async () => {
    const program = Buffer.from("a program");
    const given = await readTerraform(
      file("terraform_1.12.2_darwin_arm64.zip", archive({ terraform: program, "LICENSE.txt": program })),
    );
    expect({ ...given, program: Buffer.from(given.program).toString() }).toEqual({
      platform: "darwin_arm64",
      version: "1.12.2",
      program: "a program",
    });
  });

  test.each([
    [
      "terraform_1.10.5_linux_amd64.zip",
      () => archive({ terraform: Buffer.from("x") }),
      "is Terraform 1.10.5, too old: the stacks need 1.11.0 or later",
    ],
    ["terraform.zip", () => archive({}), "does not say what it is: leave the archives their names"],
    [
      "terraform_1.12.2_linux_arm64.zip",
      () => archive({ README: Buffer.from("x") }),
      "holds no program terraform: download it again",
    ],
    [
      "terraform_1.12.2_linux_amd64.zip",
      () => "cut short",
      "is no archive that can be read (invalid zip data): download it again",
    ],
    [
      "terraform",
      () => "#!/bin/sh\necho no\n",
      "does not run here: give HashiCorp's archive for another machine's platform",
    ],
  ])("is refused: %s", async (name, content, said) => {
    await expect(readTerraform(file(name, content()))).rejects.toThrow(said);
  });

  test("is refused where there is no such file", async () => {
    await expect(readTerraform("/nowhere/terraform")).rejects.toThrow("There is no file /nowhere/terraform");
  });
});
