import { checkEnvironment } from "../../environments/definition";
import production from "../fixtures/environments/production";

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Change = (environment: any) => void;

const changed = (change: Change) => () => {
  const environment = structuredClone(production);
  change(environment);
  return checkEnvironment("production", environment);
};

describe("an environment's names are refused", () => {
  test.each<[string, Change, string]>([
    [
      "outside of the zone",
      (e) => (e.names.hostnames = ["tasks.example.org"]),
      'names.hostnames[0] must be a name of the zone, example.com (got "tasks.example.org")',
    ],
    [
      "twice",
      (e) => (e.names.hostnames = ["tasks", "tasks.example.com"]),
      'names.hostnames[1] must not be there twice (got "tasks.example.com")',
    ],
    [
      "with a path without a slash",
      (e) => (e.names.healthCheck.path = "health"),
      "names.healthCheck.path must begin with a slash",
    ],
    [
      "with too few checker regions",
      (e) => (e.names.healthCheck.regions = ["us-west-1", "us-west-2"]),
      "names.healthCheck.regions",
    ],
    [
      "when there is neither a certificate nor a name to request one for",
      (e) => delete e.names,
      "loadBalancer.certificateArn is required where no names are stated",
    ],
    [
      "with two web ACLs",
      (e) => (e.loadBalancer.webAcl = { arn: "arn:aws:wafv2:us-east-1:123456789012:regional/webacl/a/b" }),
      "loadBalancer.webAcl must be left out where there is a firewall",
    ],
    [
      "with a rate limit below AWS's minimum",
      (e) => (e.firewall.rateLimits.api.limit = 9),
      'firewall.rateLimits["api"].limit must be between 10 and',
    ],
  ])("%s", (_what, change, message) => {
    expect(changed(change)).toThrow(message);
  });
});

describe("an environment is accepted", () => {
  test.each<[string, Change]>([
    [
      "with a certificate of its own and no names",
      (e) => {
        delete e.names;
        delete e.recovery;
        e.loadBalancer.certificateArn =
          "arn:aws:acm:us-east-1:123456789012:certificate/6b0f1c1e-6a5f-4c58-9d0a-0d6a3c1f7b11";
      },
    ],
    ["without a firewall", (e) => delete e.firewall],
  ])("%s", (_what, change) => {
    expect(changed(change)).not.toThrow();
  });
});
