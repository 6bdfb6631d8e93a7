import { resume } from "../../tools/resume";
import { RunResult } from "../../tools/process";
import { Terraform } from "../../tools/terraform";

const STATE = {
  values: {
    root_module: {
      resources: [
        { address: "aws_db_instance.database", tainted: true },
        { address: 'aws_elasticache_user.cache["default"]', tainted: true },
        { address: "aws_security_group.database" },
      ],
    },
  },
};

/** A Terraform that answers what was prepared, and notes what it is asked. */
function terraform(answers: Readonly<Record<string, Partial<RunResult>>> = {}) {
  const asked: string[] = [];
  const run = (args: readonly string[]): Promise<Partial<RunResult>> => {
    asked.push(args.join(" "));
    const shown = args[0] === "show" ? { stdout: JSON.stringify(STATE) } : {};
    return Promise.resolve({ status: 0, stdout: "", stderr: "", ...shown, ...answers[args[0]] });
  };
  return { asked, terraform: { run } as unknown as Terraform };
}

test("takes everything that is tainted as it is, and nothing else", async () => {
  const fake = terraform();
  const taken = ["aws_db_instance.database", 'aws_elasticache_user.cache["default"]'];
  expect(await resume(fake.terraform)).toEqual(taken);
  expect(fake.asked).toEqual(["show -json", ...taken.map((address) => `untaint ${address}`)]);
});

test("releases the lock that is named before that, and none without", async () => {
  const fake = terraform();
  await resume(fake.terraform, "0a1b-2c3d");
  expect(fake.asked[0]).toBe("force-unlock -force 0a1b-2c3d");
});

test("does nothing where there is no state yet", async () => {
  const fake = terraform({ show: { stdout: "{}" } });
  expect(await resume(fake.terraform)).toEqual([]);
});

test("says what Terraform says, and goes no further", async () => {
  const fake = terraform({ "force-unlock": { status: 1, stderr: "Error: Failed to unlock state" } });
  await expect(resume(fake.terraform, "wrong")).rejects.toThrow(
    /force-unlock -force wrong\nError: Failed to unlock state/,
  );
  expect(fake.asked).toHaveLength(1);
});
