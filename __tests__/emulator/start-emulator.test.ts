import { spawn } from "node:child_process";
import * as fs from "node:fs";
import * as http from "node:http";
import * as path from "node:path";
import { dist, emptyDist, PROJECT } from "../../tools/project";
import { startEmulator } from "../../emulator";

const folder = ["test-emulator", "start-emulator"];
beforeAll(() => emptyDist(...folder));

/** Asks who we are, as an AWS client does through the proxy. */
function callerIdentity(port: number, key = "emulator"): Promise<string> {
  const body = "Action=GetCallerIdentity&Version=2011-06-15";
  const scope = `Credential=${key}/20260101/us-east-1/sts/aws4_request`;
  const headers = {
    Host: "aws.test",
    "Content-Type": "application/x-www-form-urlencoded",
    Authorization: `AWS4-HMAC-SHA256 ${scope}, SignedHeaders=host, Signature=0`,
  };
  return new Promise((resolve, reject) => {
    const request = http.request(
      { port, host: "127.0.0.1", method: "POST", path: "http://aws.test/", headers },
      (answer) => {
        let text = "";
        answer.on("data", (part) => (text += String(part))).on("end", () => resolve(text));
      },
    );
    request.on("error", reject).end(body);
  });
}

async function isGone(pid: number, withinSeconds: number): Promise<boolean> {
  for (const end = Date.now() + withinSeconds * 1000; Date.now() < end; await sleep(50)) {
    try {
      process.kill(pid, 0);
      if (process.platform === "linux" && / Z /.test(fs.readFileSync(`/proc/${pid}/stat`, "utf8"))) return true;
    } catch {
      return true;
    }
  }
  return false;
}

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe("startEmulator", () => {
  test("serves on a free port until it is stopped", async () => {
    const emulator = await startEmulator();
    expect(await callerIdentity(emulator.port)).toContain("<Account>");
    await emulator.stop();
    expect(await isGone(emulator.pid, 1)).toBe(true);
    await emulator.stop();
  });

  test("writes each request to the log", async () => {
    const log = dist(...folder, "requests.jsonl");
    const emulator = await startEmulator({ log });
    await callerIdentity(emulator.port);
    await emulator.stop();
    expect(fs.readFileSync(log, "utf8")).toContain("GetCallerIdentity");
  });

  test("enforces IAM unless told not to, and records who asked and what was decided", async () => {
    const decisions = dist(...folder, "decisions.jsonl");
    const strangers = "ASIAQWERTYUIOPASDFGH";
    const emulator = await startEmulator({ decisions });
    expect(await callerIdentity(emulator.port)).toContain("user/administrator");
    expect(await callerIdentity(emulator.port, strangers)).toContain("InvalidClientTokenId");
    expect(await emulator.requests()).toMatchObject([
      { principal: "administrator" },
      { error: "InvalidClientTokenId" },
    ]);
    await emulator.stop();
    expect(fs.existsSync(decisions)).toBe(true);

    const open = await startEmulator({ authorization: false });
    expect(await callerIdentity(open.port, strangers)).toContain("user/administrator");
    await open.stop();
  });

  test("cuts a region off, throttles, and says what it was asked", async () => {
    const emulator = await startEmulator();
    await callerIdentity(emulator.port);
    const before = await emulator.outage({ region: "us-east-1" });
    expect(await callerIdentity(emulator.port)).toContain("ServiceUnavailable");
    await emulator.outage({ region: "us-east-1", mode: "drop" });
    await expect(callerIdentity(emulator.port)).rejects.toThrow("socket hang up");
    await emulator.restore();
    await emulator.throttle({ percent: 100 });
    expect(await callerIdentity(emulator.port)).toContain("Throttling");
    await emulator.throttle({ percent: 0 });
    const told = { service: "sts", operation: "GetCallerIdentity", region: "us-east-1", home: "us-east-1" };
    expect(await emulator.requests(before)).toMatchObject([
      { ...told, n: 2, status: 503, dropped: false, error: "ServiceUnavailable" },
      { ...told, n: 3, status: 0, dropped: true },
      { ...told, n: 4, status: 400, dropped: false, error: "Throttling" },
    ]);
    expect(await emulator.requests()).toHaveLength(4);
    await expect(emulator.control("PUT", "outage", { mode: "drop" })).rejects.toThrow("Give the region");
    await emulator.stop();
  });

  test("runs beside others, each with a world of its own", async () => {
    const [one, other] = await Promise.all([startEmulator(), startEmulator()]);
    expect(one.port).not.toBe(other.port);
    await Promise.all([one.stop(), other.stop()]);
  });

  test("says why it cannot start", async () => {
    const emulator = await startEmulator();
    await expect(startEmulator({ port: emulator.port })).rejects.toThrow(
      /The emulator did not start: it ended with exit status \d+\.\n.*cannot listen on 127\.0\.0\.1:\d+/,
    );
    await emulator.stop();
  });

  test("tells when it ends without having been stopped", async () => {
    let tell: (lastLines: string) => void = () => undefined;
    const told = new Promise<string>((resolve) => (tell = resolve));
    const emulator = await startEmulator({ onUnexpectedEnd: tell });
    process.kill(emulator.pid, "SIGKILL");
    expect(typeof (await told)).toBe("string");
    await emulator.stop();
  });

  test("ends with the process that started it, even if that is killed", async () => {
    const source = [
      `import { startEmulator } from ${JSON.stringify(path.join(PROJECT, "emulator"))};`,
      "void startEmulator().then(({ pid }) => console.log(pid));",
      "setInterval(() => undefined, 1000);",
    ].join("\n");
    const file = dist(...folder, "parent.ts");
    fs.writeFileSync(file, source);
    const parent = spawn(process.execPath, [path.join(PROJECT, "commands", "run.mjs"), file]);
    const pid = Number(await new Promise((resolve) => parent.stdout.once("data", (text) => resolve(String(text)))));
    parent.kill("SIGKILL");
    expect(await isGone(pid, 5)).toBe(true);
  });
});
