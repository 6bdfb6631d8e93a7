/** What the drill does, and breaks on purpose, where the database stands by as a read replica. */
import * as fs from "node:fs";
import * as path from "node:path";
import { COPIES } from "../recovery/contract";
import { databaseReplica } from "../recovery/names";
import { readJson, writeJson } from "../tools/project";
import { Terraform } from "../tools/terraform";
import { ControlResult } from "./controls";
import { Drill } from "./drill";
import { readHandover } from "./handover";
import { describeDatabase } from "./restored";

/** Whether the replica was promoted, as RDS tells it. */
export async function isPromoted({ aws, recovery, prefix }: Drill): Promise<boolean> {
  const { replicates } = await describeDatabase(aws, recovery.region, databaseReplica(prefix));
  return replicates === null;
}

/** What primary changes as soon as an image that it was deployed without has been pushed: the record of what runs, and what runs. */
const RECORDED =
  /^(?:terraform_data\.release|aws_ssm_parameter\.(?:lifelines_)?release|aws_ecs_(?:task_definition|service)\..*)$/;

/** The stacks of peace change nothing of a database that dr has promoted. */
export async function judgePlans(drill: Drill): Promise<void> {
  for (const name of ["primary", "standby", "edge"] as const) {
    const all = await (await drill.terraform(name, "plan")).plan();
    const changes = all.filter(({ address }) => !(name === "primary" && RECORDED.test(address)));
    const seen = changes.length === 0 ? "nothing" : changes.map(({ address }) => address).join(", ");
    drill.promises.judge(`the plan of ${name} has nothing to change after the promotion`, changes.length === 0, seen);
  }
}

/** What the promise of a promotion must not take for one: to be looked at while it is only prepared. */
export async function controlPrepared(drill: Drill): Promise<ControlResult> {
  const failedAsItMust = !(await isPromoted(drill));
  return {
    name: "a replica that is not promoted",
    failedAsItMust,
    seen: failedAsItMust ? "it names its source" : "none",
  };
}

/** A standby that compares the source again: its plan would undo the promotion, and must not be empty. */
export async function controlUndone(drill: Drill): Promise<ControlResult> {
  const folder = path.join(drill.directory, "controls", "undone");
  const from = drill.checkout.path("cdktf.out", "stacks", "standby");
  fs.cpSync(from, folder, { recursive: true, filter: (file) => !path.basename(file).startsWith(".terraform") });
  const file = path.join(folder, "cdk.tf.json");
  interface Stack {
    readonly resource: {
      readonly aws_db_instance: { readonly replica: { readonly lifecycle: { ignore_changes: string[] } } };
    };
  }
  const stack = readJson<Stack>(file);
  const { lifecycle } = stack.resource.aws_db_instance.replica;
  lifecycle.ignore_changes = lifecycle.ignore_changes.filter((one) => one !== "replicate_source_db");
  writeJson(file, stack);
  const log = path.join(drill.directory, "terraform.control.log");
  const terraform = new Terraform(folder, { env: await drill.signIn.as("plan", "standby"), lock: false, log });
  await terraform.init();
  const changes = await terraform.plan();
  const undone = changes.some(({ address }) => address === "aws_db_instance.replica");
  const seen = changes.map(({ address, action }) => `${action} ${address}`).join(", ") || "an empty plan";
  return { name: "a replica that another stack undoes", failedAsItMust: undone, seen };
}

/** A replica that is further behind than the objective allows: its alarms rise, and the watch tells how old its data is. */
export async function controlLag(drill: Drill, look: () => Promise<void>): Promise<ControlResult> {
  const { aws, emulator, recovery, prefix } = drill;
  const { region, objectives } = recovery;
  const states = async (): Promise<string[]> => {
    const { alarms } = (await emulator.control("POST", "alarms", { region })) as { alarms: Record<string, string> };
    const names = Object.keys(alarms).filter((name) => name.startsWith(`${prefix}-replica-lag-`));
    return names.sort().map((name) => alarms[name]);
  };
  const before = await states();
  await emulator.control("PUT", "replica-lag", { seconds: objectives.rpo + 60 });
  await look();
  const after = await states();
  const { replica, checkedAt } = await readHandover(aws, region, prefix, COPIES);
  const age = Math.round((Date.parse(checkedAt ?? "") - Date.parse(replica?.dataUntil ?? "")) / 1000);
  await emulator.control("PUT", "replica-lag", { seconds: 1 });
  await look();
  const failedAsItMust =
    before.length > 0 &&
    before.every((one) => one === "OK") &&
    after.every((one) => one === "ALARM") &&
    age > objectives.rpo;
  return {
    name: "a replica that is behind by more than the objective",
    failedAsItMust,
    seen: `alarms ${before.join(", ")}, then ${after.join(", ")}; ${age} s behind`,
  };
}
