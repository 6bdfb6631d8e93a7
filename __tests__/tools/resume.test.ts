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

/** It holds no lock: a wait that is ended would leave it behind. */
const PLAN = "plan -input=false -no-color -lock=false";

/** A Terraform that answers what was prepared, and notes what it is asked. */
function terraform(
  answers: Readonly<Record<string, Partial<RunResult>>> = {},
  plans: readonly Partial<RunResult>[] = [],
) {
  const asked: string[] = [];
  let planned = 0;
  const run = (args: readonly string[]): Promise<Partial<RunResult>> => {
    asked.push(args.join(" "));
    const shown = args[0] === "show" ? { stdout: JSON.stringify(STATE) } : {};
    const plan = args[0] === "plan" ? plans[planned++] : {};
    return Promise.resolve({ status: 0, stdout: "", stderr: "", ...shown, ...plan, ...answers[args[0]] });
  };
  return { asked, terraform: { run } as unknown as Terraform };
}

test("takes everything that is tainted as it is, and nothing else", async () => {
  const fake = terraform();
  const taken = ["aws_db_instance.database", 'aws_elasticache_user.cache["default"]'];
  expect(await resume(fake.terraform)).toEqual(taken);
  expect(fake.asked).toEqual(["show -json", ...taken.map((address) => `untaint ${address}`), PLAN]);
});

/** What the stack says, in the frame that Terraform puts around it. */
const FRAMED = `╷
│ Error: Resource precondition failed
│
│ RDS is still making the database nimbus-production-dr (creating), and does
│ not let it be changed meanwhile. Nothing was changed. Wait with 'aws rds
│ wait db-instance-available --region us-west-2 --db-instance-identifier
│ nimbus-production-dr', and type your command again.
╵`;

describe("while RDS is still making the database", () => {
  const plans = [{ status: 1, stderr: FRAMED }, { status: 1, stderr: FRAMED }, { status: 0 }];

  test("waits, so that no other command is needed, and says once for what", async () => {
    const fake = terraform({}, plans);
    const said: string[] = [];
    await resume(fake.terraform, undefined, { pauseSeconds: 0, onWait: (sentence) => said.push(sentence) });
    expect(fake.asked.filter((one) => one === PLAN)).toHaveLength(3);
    expect(said).toEqual([
      "RDS is still making the database nimbus-production-dr (creating), and does not let it be changed meanwhile",
    ]);
  });
});

test("leaves what else a plan says to the next deployment", async () => {
  const fake = terraform({}, [{ status: 1, stderr: "Error: The primary region ran commit 0a1b2c3." }]);
  await resume(fake.terraform, undefined, { pauseSeconds: 0 });
  expect(fake.asked.filter((one) => one === PLAN)).toHaveLength(1);
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
