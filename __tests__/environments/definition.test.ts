import { checkEnvironment } from "../../environments/definition";
import { loadEnvironment } from "../../tools/environments";
import { FIXTURES } from "../fixtures";
import production from "../fixtures/environments/production";
import staging from "../fixtures/environments/staging";

const NAMES = ["development", "production", "staging"];

const SIGN_IN = {
  userPoolArn: "arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_a1B2c3D4e",
  userPoolClientId: "1example23456789",
  userPoolDomain: "nimbus",
};

/** Production with a change, which may be anything that a person could type. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
const changed = (change: (environment: any) => void) => () => {
  const environment = structuredClone(production);
  change(environment);
  return checkEnvironment("production", environment, [{ name: "staging", definition: staging }]);
};

describe("the environments of the tests", () => {
  test.each(NAMES)("%s is valid, beside the others", (name) => {
    expect(loadEnvironment(name, FIXTURES).environment).toMatchObject({ name, warnings: [] });
  });

  test("production is the reference system: sizes, counts, zones", () => {
    expect(production.network).toMatchObject({ nat: "per_zone", zones: { length: 3 } });
    expect(production.services.web).toMatchObject({
      cpu: 512,
      memory: 1024,
      port: 3000,
      routing: { health: { path: "/api/health" } },
      scaling: { minimum: 2, maximum: 10, cpu: { target: 70 } },
    });
  });
});

describe("null is not given, wherever an input may be left out", () => {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  test.each<[string, (e: any) => void, (e: any) => unknown]>([
    ["the name that people read", (e) => (e.displayName = null), (e) => e.displayName],
    ["the registry", (e) => (e.registry = null), (e) => e.registry],
    ["what a service uses", (e) => (e.services.web.uses = null), (e) => e.services.web.uses],
    [
      "the user of the database",
      (e) => (e.services.web.uses.database = { iamUser: null }),
      (e) => e.services.web.uses.database.iamUser,
    ],
    ["a part of a module's inputs", (e) => (e.services.web.scaling = null), (e) => e.services.web.scaling],
  ])("%s", (_what, change, read) => {
    expect(read(changed(change)())).toBeUndefined();
  });

  test("names and recovery", () => {
    const change = (e: { names: null; recovery: null; loadBalancer: object }): void => {
      e.names = null;
      e.recovery = null;
    };
    expect(changed(change)).toThrow("loadBalancer.certificateArn is required where no names are stated");
  });

  test("but a service is needed where its key is", () => {
    expect(changed((e) => (e.services.web = null))).toThrow('services["web"] is required');
  });
});

describe("what is not known names what may be stated here", () => {
  test.each<[string, object, string]>([
    ["what only an environment has", { unmanagd: [] }, "did you mean unmanaged?"],
    ["all but what the stack sets", { zzzzzzzz: 1 }, "there are image, "],
  ])("%s", (_what, inputs, message) => {
    expect(changed((e) => Object.assign(e.services.web, inputs))).toThrow(message);
  });

  test("not what the stack sets", () => {
    const run = changed((e) => {
      e.services.web.zzzzzzzz = 1;
      e.services.web.routing.zzzzzzzz = 1;
    });
    expect(run).not.toThrow(/there are [^\n]*(vpcId|subnetIds|listenerArn)/);
    expect(run).toThrow(/there are [^\n]*unmanaged, uses/);
  });
});

describe("what is wrong says nothing of the rest", () => {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  test.each<[string, (e: any) => void, string]>([
    ["a database that is none", (e) => (e.database = 3), "database must be an object (got 3)"],
    ["a region that is none", (e) => (e.region = 3), "region must be a string (got 3)"],
    ["an application that is none", (e) => (e.application = 5n), "application must be a string (got 5n, a BigInt)"],
    [
      "an input of a service in the recovery region",
      (e) => (e.recovery.services = { web: { uses: 3 } }),
      'recovery.services["web"].uses must be an object (got 3)',
    ],
  ])("%s", (_what, change, line) => {
    expect(changed(change)).toThrow(`environments/production.ts: invalid environment\n  - ${line}`);
    expect(changed(change)).not.toThrow(/\n.*\n/);
  });
});

describe("an environment is refused with the path, the value and what is allowed", () => {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  test.each<[string, (e: any) => void, string]>([
    ["an unknown key", (e) => (e.netwrok = {}), "netwrok is not known here; did you mean network?"],
    ["a missing part", (e) => delete e.network, "network is required"],
    ["a part that is none", (e) => (e.network = []), "network must be an object"],
    ["a wrong type", (e) => (e.accountId = 123456789012), "accountId must be a string (got 123456789012)"],
    [
      "an input of a module",
      (e) => (e.network.nat = "lots"),
      'network.nat must be one of per_zone, single, none (got "lots")',
    ],
    [
      "an unknown input",
      (e) => (e.services.web.memmory = 1),
      'services["web"].memmory is not known here; did you mean memory?',
    ],
    ["a zone elsewhere", (e) => (e.network.zones[1] = "us-west-2a"), "network.zones[1] must be a zone of us-east-1"],
    [
      "a certificate of another region",
      (e) =>
        (e.loadBalancer.certificateArn =
          "arn:aws:acm:us-west-2:123456789012:certificate/6b0f1c1e-6a5f-4c58-9d0a-0d6a3c1f7b11"),
      "loadBalancer.certificateArn must be a certificate of us-east-1, the environment's region; request it there",
    ],
    [
      "one priority twice",
      (e) => (e.services.api = structuredClone(e.services.web)),
      'services["api"].routing.priority must differ from that of service web',
    ],
    ["what the stack wires", (e) => (e.network.name = "x"), "network.name is set by the stack; leave it out"],
    [
      "what the stack wires inside",
      (e) => (e.services.web.routing.listenerArn = "x"),
      'services["web"].routing.listenerArn is set by the stack; leave it out',
    ],
    [
      "CPU units that Fargate has not",
      (e) => (e.services.web.cpu = 333),
      'services["web"].cpu must be one of 256, 512',
    ],
    ["memory that does not go with them", (e) => (e.services.web.memory = 777), 'services["web"].memory'],
    ["a path without a slash", (e) => (e.services.web.routing.paths = ["api"]), 'services["web"].routing.paths[0]'],
    [
      "a minimum above the maximum",
      (e) => (e.services.web.scaling.minimum = 11),
      'services["web"].scaling must have a minimum that is not above its maximum',
    ],
    [
      "a secret that is not an ARN",
      (e) => (e.services.web.secrets = { A: { arn: "x" } }),
      'services["web"].secrets["A"].arn',
    ],
    [
      "an attribute that Terraform cannot leave alone",
      (e) => (e.services.web.unmanaged = ["image"]),
      'services["web"].unmanaged[0] must be one of desired_count, task_definition, scaling_range',
    ],
    [
      "a service that the stack has something else by the name of",
      (e) => (e.services.cluster = { ...structuredClone(e.services.web), routing: undefined }),
      'services["cluster"] must have another name: a stack has a part of that name',
    ],
    [
      "a service that is another's twin in Terraform's names",
      (e) => (e.services["load-balancer"] = { ...structuredClone(e.services.web), routing: undefined }),
      'services["load-balancer"] must have another name: a stack has a part of that name',
    ],
    [
      "a load balancer without subnets",
      (e) => Object.assign(e.network, { publicTier: false, nat: "none" }),
      "loadBalancer.internal must be true: the network has public subnets in 0 zones, and a load balancer that faces the internet needs 2",
    ],
    ["an image without a tag", (e) => (e.services.web.image = "nimbus"), 'services["web"].image'],
    [
      "a user pool of another region",
      (e) => {
        e.loadBalancer.httpsEgress = true;
        e.services.web.authenticate = {
          ...SIGN_IN,
          userPoolArn: SIGN_IN.userPoolArn.replaceAll("us-east-1", "eu-west-1"),
        };
      },
      'services["web"].authenticate.userPoolArn must be a user pool of us-east-1, where the load balancer is',
    ],
    [
      "a load balancer that cannot ask who users are",
      (e) => (e.services.web.authenticate = SIGN_IN),
      "loadBalancer.httpsEgress must be true: users of service web sign in (authenticate)",
    ],
    ["a service that a load balancer cannot reach", (e) => delete e.services.web.port, 'services["web"].'],
  ])("%s", (_name, change, message) => {
    expect(changed(change)).toThrow(message);
  });

  test("with every problem at once", () => {
    const build = changed((e) => {
      e.region = "us-west-2";
      e.services.web.cpu = 333;
    });
    expect(build).toThrow(/network\.zones\[0\][^]*network\.zones\[2\]/);
    expect(build).toThrow(/\.cpu must be one of/);
  });
});
