import type { Environment } from "../tools/project";

const NOWHERE = "/dev/null";

/** Where clients look for AWS: a name that does not exist, so that nothing but the emulator answers. */
export const EMULATOR_ENDPOINT = "http://aws.test";

/** What could lead a client to a real account, be it set here or in the shell that the lines are pasted into. */
const DANGEROUS = [
  "AWS_PROFILE",
  "AWS_DEFAULT_PROFILE",
  "AWS_SESSION_TOKEN",
  "AWS_SECURITY_TOKEN",
  "AWS_ROLE_ARN",
  "AWS_WEB_IDENTITY_TOKEN_FILE",
  "AWS_CONTAINER_CREDENTIALS_FULL_URI",
  "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
  "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS",
];

/**
 * What a client's environment needs to talk to the emulator on a port, and to nothing else. The endpoint is a name that
 * does not exist, behind a proxy that is the emulator: so names that AWS puts before an endpoint (an account, a bucket)
 * work without DNS. Every other AWS variable, profile and file of the user is taken away: a stack that is tried out here
 * must never reach a real account.
 */
export function clientEnvironment(port: number, inherited: Environment = process.env): Environment {
  const proxy = `http://127.0.0.1:${port}`;
  const direct = "127.0.0.1,localhost";
  return {
    ...without([...DANGEROUS, ...Object.keys(inherited).filter((name) => name.startsWith("AWS_"))]),
    AWS_ENDPOINT_URL: EMULATOR_ENDPOINT,
    HTTP_PROXY: proxy,
    http_proxy: proxy,
    NO_PROXY: direct,
    no_proxy: direct,
    AWS_ACCESS_KEY_ID: "emulator",
    AWS_SECRET_ACCESS_KEY: "emulator",
    AWS_REGION: "us-east-1",
    AWS_DEFAULT_REGION: "us-east-1",
    AWS_CONFIG_FILE: NOWHERE,
    AWS_SHARED_CREDENTIALS_FILE: NOWHERE,
    AWS_EC2_METADATA_DISABLED: "true",
    // Go ignores HTTP_PROXY where this is set: a web server's CGI programs must not take a header of that name for it.
    REQUEST_METHOD: undefined,
  };
}

function without(names: readonly string[]): Environment {
  return Object.fromEntries(names.map((name) => [name, undefined]));
}
