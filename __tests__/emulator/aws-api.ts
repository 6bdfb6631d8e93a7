import { Emulator } from "../../emulator";

/** The services whose API is JSON over POST that the tests ask, by the prefix of their operations. */
const TARGETS = { secretsmanager: "secretsmanager", ecr: "AmazonEC2ContainerRegistry_V20150921" } as const;

/** Asks the emulator as a client of AWS would; it does not look at signatures, only at what they are for. */
export async function ask<T>(
  emulator: Emulator,
  service: keyof typeof TARGETS,
  operation: string,
  input: object,
  region = "us-east-1",
): Promise<T> {
  const credential = `emulator/20261121/${region}/${service}/aws4_request`;
  const response = await fetch(`http://127.0.0.1:${emulator.port}/`, {
    method: "POST",
    headers: {
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": `${TARGETS[service]}.${operation}`,
      authorization: `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=host, Signature=none`,
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
