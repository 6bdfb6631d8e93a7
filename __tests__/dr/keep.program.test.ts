import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "cdktf";
import { DrStack } from "../../dr";
import { checkEnvironment } from "../../environments/definition";
import { recovery } from "../environments/recovery";
import production from "../fixtures/environments/production";
import { synthesizeApp } from "../synthesis";

/** The shell that Terraform's local-exec starts: `/bin/sh -c`. */
const SHELL = "/bin/sh";

/** What Terraform gives the shell when dr is destroyed. */
function script(): string {
  const stack = synthesizeApp((app: App) => {
    const checked = checkEnvironment("production", { ...production, recovery });
    return new DrStack(app, { name: "dr", home: "recovery" }, checked);
  });
  const keep = stack.resource("terraform_data", "keep") as unknown as {
    readonly input: Readonly<Record<string, string>>;
    readonly provisioner: readonly { readonly "local-exec": { readonly command: string } }[];
  };
  const { command } = keep.provisioner[0]["local-exec"];
  return command.replace(/\$\{self\.input\.(\w+)\}/g, (_hole, name: string) => keep.input[name]);
}

describe("dr is destroyed", () => {
  const command = script();
  let bin: string;

  beforeEach(() => {
    bin = mkdtempSync(join(tmpdir(), "holdfast-keep-"));
  });
  afterEach(() => rmSync(bin, { recursive: true }));

  /** Runs the script where nothing is on PATH but an `aws` that does this; none without it. */
  function run(aws?: string) {
    if (aws !== undefined) {
      writeFileSync(join(bin, "aws"), `#!${SHELL}\n${aws}\n`);
      chmodSync(join(bin, "aws"), 0o755);
    }
    const { status, stdout } = spawnSync(SHELL, ["-c", command], { env: { PATH: bin }, encoding: "utf8" });
    return { status, stdout };
  }

  const fail = (message: string) => `echo "${message}" >&2; exit 254`;
  const notFound =
    "An error occurred (DBInstanceNotFound) when calling the DescribeDBInstances operation: DBInstance nimbus-production-dr not found.";

  test.each([
    ["its database is not protected", "echo False"],
    ["its database is not protected, and the CLI warns of something", "echo 'Warning: True' >&2; echo False"],
    ["its database has gone already", fail(notFound)],
  ])("where %s", (_what, aws) => {
    expect(run(aws)).toEqual({ status: 0, stdout: "" });
  });

  test.each([
    [
      "its database is protected",
      "echo True",
      /^REFUSED, and nothing was destroyed: the database nimbus-production-dr is protected, .*: aws rds modify-db-instance --region us-west-2 --db-instance-identifier nimbus-production-dr --no-deletion-protection --apply-immediately\n$/,
    ],
    [
      "there is no AWS CLI",
      undefined,
      /^REFUSED, and nothing was destroyed: there is no AWS CLI on PATH, .* Install it \(aws --version must answer\), and type your command again\.\n$/,
    ],
    [
      "nobody answers",
      fail("Unable to locate credentials"),
      /^REFUSED, and nothing was destroyed: nobody knows .*: Unable to locate credentials\. See that this prints False, .*: aws rds describe-db-instances /,
    ],
  ])("never where %s", (_what, aws, says) => {
    expect(run(aws)).toEqual({ status: 1, stdout: expect.stringMatching(says) as string });
  });
});
