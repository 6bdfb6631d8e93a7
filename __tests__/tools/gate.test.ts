import { Gate } from "../../tools/gate";
import { TerraformEvent } from "../../tools/terraform-events";

const planned = (addr: string): TerraformEvent => ({
  type: "planned_change",
  "@message": "",
  change: { resource: { addr, resource_type: "x" }, action: "create" },
});
const made = (addr: string): TerraformEvent => ({
  type: "apply_complete",
  "@message": "",
  hook: { resource: { addr, resource_type: "x" } },
});

/** Whether the gate is open after these events. */
const isOpen = async (gate: Gate, ...events: TerraformEvent[]): Promise<boolean> => {
  events.forEach(gate.follow);
  return Promise.race([gate.opened.then(() => true), new Promise<boolean>((end) => setImmediate(() => end(false)))]);
};

describe("a gate", () => {
  const needed = [/^aws_lb\.main$/, /^aws_s3_bucket/];

  test("opens when all that others need is made, whatever else is not", async () => {
    const gate = new Gate(needed);
    const [lb, bucket, rest] = ["aws_lb.main", "aws_s3_bucket.states[0]", "aws_db_instance.main"];
    expect(await isOpen(gate, planned(lb), planned(bucket), planned(rest), made(lb))).toBe(false);
    expect(await isOpen(gate, made(bucket))).toBe(true);
  });

  test("opens at the end of a deployment that makes nothing of it", async () => {
    const gate = new Gate(needed);
    expect(await isOpen(gate, planned("aws_db_instance.main"), made("aws_db_instance.main"))).toBe(false);
    await gate.around(() => Promise.resolve());
    expect(await isOpen(gate)).toBe(true);
  });

  test("fails those who wait when the deployment fails", async () => {
    const gate = new Gate(needed);
    await expect(gate.around(() => Promise.reject(new Error("no such zone")))).rejects.toThrow("no such zone");
    await expect(gate.opened).rejects.toThrow("no such zone");
  });
});
