import * as http from "node:http";
import { Emulator } from "../../emulator";

/** The services whose API is JSON over POST that the tests ask, by the prefix of their operations. */
const TARGETS = {
  secretsmanager: "secretsmanager",
  ecr: "AmazonEC2ContainerRegistry_V20150921",
  ssm: "AmazonSSM",
  tagging: "ResourceGroupsTaggingAPI_20170126",
} as const;

/** What a signed request says it is for. */
export const credential = (service: string, region: string): string =>
  `AWS4-HMAC-SHA256 Credential=emulator/20261121/${region}/${service}/aws4_request, SignedHeaders=host, Signature=none`;

/** Asks the emulator as a client of AWS would; it does not look at signatures, only at what they are for. */
export async function ask<T>(
  emulator: Emulator,
  service: keyof typeof TARGETS,
  operation: string,
  input: object,
  region = "us-east-1",
): Promise<T> {
  const response = await fetch(`http://127.0.0.1:${emulator.port}/`, {
    method: "POST",
    headers: {
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": `${TARGETS[service]}.${operation}`,
      authorization: credential(service, region),
    },
    body: JSON.stringify(input),
  });
  const answer = await response.text();
  if (!response.ok) throw new Error(`${operation}: ${response.status} ${answer}`);
  return JSON.parse(answer) as T;
}

/** The value of a secret, as who may read it gets it. */
export async function secretValue(emulator: Emulator, name: string, region?: string): Promise<string> {
  const answer = await ask<{ SecretString: string }>(
    emulator,
    "secretsmanager",
    "GetSecretValue",
    { SecretId: name },
    region,
  );
  return answer.SecretString;
}

/** Asks S3 for an object through the proxy, as a client does; the status of the answer. */
export const askObject = (emulator: Emulator, method: "PUT" | "GET", bucket: string, key: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const headers = { Host: "aws.test", Authorization: credential("s3", "us-east-1") };
    const path = `http://aws.test/${bucket}/${key}`;
    http
      .request({ port: emulator.port, host: "127.0.0.1", method, path, headers }, (answer) => {
        answer.resume().on("end", () => resolve(answer.statusCode ?? 0));
      })
      .on("error", reject)
      .end(method === "PUT" ? "content" : undefined);
  });
/** Sends a request of a REST API without a body, and tells the status of the answer. */
export function send(
  emulator: Emulator,
  service: string,
  method: string,
  path: string,
  region: string,
): Promise<number> {
  const credential = `emulator/20261121/${region}/${service}/aws4_request`;
  const headers = {
    Host: "aws.test",
    Authorization: `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=host, Signature=none`,
  };
  return new Promise((resolve, reject) => {
    http
      .request(
        { port: emulator.port, host: "127.0.0.1", method, path: `http://aws.test${path}`, headers },
        (answer) => {
          answer.resume().on("end", () => resolve(answer.statusCode ?? 0));
        },
      )
      .on("error", reject)
      .end();
  });
}
