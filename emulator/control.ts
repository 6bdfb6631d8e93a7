/**
 * What a test or a drill tells a running emulator beside all AWS requests: to cut a region off, to throttle, and to say
 * what it was asked. These requests are not recorded themselves.
 */
import * as http from "node:http";
import { Failure } from "../tools/failure";

/** How a region is cut off. */
export interface OutageOptions {
  /** Requests that need this region fail: those of its own endpoints, and those of control planes that run there. */
  readonly region: string;
  /** `error` answers 503 ServiceUnavailable; `drop` ends the connection without an answer. `error` by default. */
  readonly mode?: "error" | "drop";
}

/** How requests are throttled. */
export interface ThrottleOptions {
  /** The share of requests that get the throttling error of their service, 0 to 100. 0 ends it. */
  readonly percent: number;
  /** Which ones: the same seed strikes the same requests. 1 by default. */
  readonly seed?: number;
}

/** One request as the emulator recorded it. */
export interface RecordedRequest {
  /** Its number, from 1, in the order of the answers. */
  readonly n: number;
  /** When it came in: seconds since the start of the emulator. */
  readonly t: number;
  /** When it came in: ISO 8601 in UTC, with milliseconds. */
  readonly time: string;
  /** botocore's name of the service, such as `rds`; null for a request that no service is to be told of. */
  readonly service: string | null;
  /** botocore's name of the operation, such as `CreateDBInstance`; the method and path where it is none. */
  readonly operation: string;
  /** The region that it was signed for, which is the region of its endpoint; null when it was not signed. */
  readonly region: string | null;
  /** The region that has to work for it: us-east-1 for IAM, Route 53 and their like; the bucket's for objects. */
  readonly home: string | null;
  /** The status of the answer; 0 for one that was dropped. */
  readonly status: number;
  /** Whether it was left without an answer, since a region is cut off. */
  readonly dropped: boolean;
  /** AWS's error code, when it failed. */
  readonly error?: string;
  /** Who asked: the name of a role, `user/NAME`, or `administrator`; absent when nobody had to be told. */
  readonly principal?: string;
  /** True when IAM's policies did not allow it; absent otherwise. */
  readonly denied?: true;
  /** True when AWS's own description of the operation does not allow such a request; absent otherwise. */
  readonly refusedByModel?: true;
  /** How long the answer took, in milliseconds. */
  readonly ms: number;
}

/** What a running emulator can be told. */
export interface EmulatorControl {
  /** Cuts a region off until `restore`. Several can be. Returns the number of requests that were recorded before. */
  outage(options: OutageOptions): Promise<number>;
  /** Lets a region come back, or all of them. Returns the number of requests that were recorded until then. */
  restore(region?: string): Promise<number>;
  /** Throttles a share of all requests until it is told 0. */
  throttle(options: ThrottleOptions): Promise<void>;
  /** The requests whose number is greater than this one; all of them unless it is given. */
  requests(since?: number): Promise<RecordedRequest[]>;
  /** Any control of the table in emulator/README.md; returns its answer. */
  control(method: "GET" | "PUT" | "POST" | "DELETE", name: string, body?: object): Promise<unknown>;
}

/** The control of the emulator that listens on a port. */
export function control(port: number): EmulatorControl {
  const ask = (method: string, name: string, body?: object) => send(port, method, name, body);
  const count = (answer: unknown) => (answer as { readonly count: number }).count;
  return {
    outage: async (options) => count(await ask("PUT", "outage", options)),
    restore: async (region) => count(await ask("DELETE", region === undefined ? "outage" : `outage?region=${region}`)),
    throttle: async (options) => void (await ask("PUT", "throttle", options)),
    requests: async (since = 0) =>
      ((await ask("GET", `requests?since=${since}`)) as { readonly requests: RecordedRequest[] }).requests,
    control: ask,
  };
}

function send(port: number, method: string, name: string, body?: object): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const text = body === undefined ? "" : JSON.stringify(body);
    // Said in so many words: without it, Node.js sends the body of a GET as if there were none.
    const headers = { "Content-Length": Buffer.byteLength(text) };
    // An agent of its own for each request: a kept connection would hold up the end of the process.
    const request = http.request({
      host: "127.0.0.1",
      port,
      method,
      path: `/_holdfast/${name}`,
      headers,
      agent: false,
    });
    request.on("error", (error) => reject(new Failure(`The emulator does not answer: ${error.message}.`)));
    request.on("response", (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("end", () => {
        const told = JSON.parse(Buffer.concat(parts).toString("utf8")) as { readonly message?: string };
        if (answer.statusCode === 200) resolve(told);
        else reject(new Failure(`The emulator refused ${method} ${name}: ${told.message}`));
      });
    });
    request.end(text);
  });
}
