import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { say } from "./report.mjs";

/**
 * Runs a step that changes the installation while no other set-up of this checkout does: `npm start` and `npm test` typed
 * in two windows after a fresh clone would otherwise delete node_modules under each other. A lock whose owner died is taken over.
 */
export async function exclusively(root, step) {
  const lock = path.join(root, "build", "setup.lock");
  fs.mkdirSync(path.dirname(lock), { recursive: true });
  let told = false;
  while (!take(lock)) {
    if (!told) say(`another setup (process ${owner(lock) ?? "unknown"}) is running here; waiting for it`);
    told = true;
    await sleep(300);
  }
  try {
    return await step();
  } finally {
    fs.rmSync(lock, { force: true });
  }
}

function take(lock) {
  // A link is made with its content in one step, so the lock is never seen without the number of its owner.
  const mine = `${lock}.${process.pid}`;
  fs.writeFileSync(mine, String(process.pid));
  try {
    fs.linkSync(mine, lock);
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    if (!isAlive(owner(lock))) fs.rmSync(lock, { force: true });
    return false;
  } finally {
    fs.rmSync(mine, { force: true });
  }
}

function owner(lock) {
  try {
    return Number(fs.readFileSync(lock, "utf8"));
  } catch {
    return undefined;
  }
}

function isAlive(pid) {
  if (pid === undefined) return true; // gone between two looks: try again
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
