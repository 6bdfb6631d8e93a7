import fc from "fast-check";
import { Service, ServiceProps } from "../../modules/service";
import { CPU_UNITS, describeMemory, memoryHcl, memoryFor } from "../../modules/service/fargate";
import { isPinned } from "../../modules/service/image";
import { synthesize } from "../synthesis";

const example = Service.definition.example;
const SIGN_IN = {
  userPoolArn: "arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_a1B2c3D4e",
  userPoolClientId: "1example23456789",
  userPoolDomain: "nimbus",
};
const AGENT = { image: "public.ecr.aws/datadog/agent:7.71.2" };
const routing = (change: Record<string, unknown>): Partial<ServiceProps> =>
  ({ routing: { ...example.routing, ...change } }) as Partial<ServiceProps>;
const refusal = (props: Partial<ServiceProps>) => () =>
  synthesize((stack) => new Service(stack, "web", { ...example, ...props }));

describe("bad input is refused with what is allowed", () => {
  test.each<[string, Partial<ServiceProps>, string]>([
    ["333 CPU units", { cpu: 333 }, "cpu must be one of 256, 512, 1024, 2048, 4096, 8192, 16384, 32768 (got 333)"],
    [
      "a memory that does not go with them",
      { memory: 777 },
      "memory must be 1024, 2048, 3072 or 4096 MiB with 512 CPU units (got 777)",
    ],
    [
      "too much memory for the largest task",
      { cpu: 16384, memory: 131072 },
      "memory must be 32768 to 122880 in steps of 8192 MiB with 16384 CPU units (got 131072)",
    ],
    ["an image without a tag", { image: "nginx" }, "image must end with a tag other than latest, or with a digest"],
    ["a port for a tag", { image: "localhost:5000/web" }, "image must end with a tag other than latest"],
    ["an image tagged latest", { image: "nginx:latest" }, "image must not be tagged latest"],
    [
      "a sidecar without a tag",
      { sidecars: { agent: { image: "agent" } } },
      "whose image must end with a tag other than latest",
    ],
    ["an image with a space", { image: "nginx 1.29" }, "image must be the name of an image"],
    ["root", { user: "0" }, "user must not be root; set allowRoot to true"],
    [
      "a tag that IAM refuses",
      { tags: { "k${x}": "a" } },
      'tags["k${x}"] has a wrong key: keys must be letters, digits, spaces and',
    ],
    ["a value that IAM refuses", { tags: { k: "50 %" } }, 'tags["k"] must be letters, digits, spaces and'],
    ["two keys that IAM takes for one", { tags: { name: "a" } }, "tags must not have keys that differ in case only"],
    ["root by another number", { user: "00" }, "user must not be root"],
    ["the name that the cluster keeps", { name: "exec" }, "name must not be exec: the log group of that name"],
    ["root by name, with a group", { user: "root:wheel" }, "user must not be root"],
    ["a sidecar that is root", { sidecars: { agent: { ...AGENT, user: "root" } } }, "whose user must not be root"],
    ["a port out of range", { port: 70000 }, "port must be a whole number between 1 and 65535 (got 70000)"],
    [
      "a health path without a slash",
      routing({ health: { path: "health" } }),
      "routing.health.path must begin with a slash",
    ],
    ["a routed path without a slash", routing({ paths: ["api/*"] }), "routing.paths[0] must begin with a slash"],
    [
      "a priority out of range",
      routing({ priority: 50001 }),
      "routing.priority must be a whole number between 1 and 50000",
    ],
    ["no listener", routing({ listenerArn: undefined }), "routing.listenerArn is required"],
    [
      "a listener of another kind",
      routing({ listenerArn: "https" }),
      "must be the ARN of a listener of an application load balancer",
    ],
    ["no port to route to", { port: undefined }, "routing needs port, the port that the main container listens on"],
    [
      "nothing to route by",
      routing({ paths: [] }),
      "must have 1 to 5 values among hosts, paths, methods, sourceIps and headers",
    ],
    ["a cookie of the load balancer's own", routing({ stickiness: { cookieName: "AWSALB" } }), "not begin with AWSALB"],
    ["no name of a cookie", routing({ stickiness: { cookieName: "a b" } }), "must be the name of a cookie"],
    [
      "too much to route by",
      routing({ hosts: ["a.b", "b.c", "c.d", "d.e", "e.f"] }),
      "must have 1 to 5 values among hosts",
    ],
    [
      "a slow start of 10 seconds",
      routing({ slowStart: 10, algorithm: "round_robin" }),
      "routing.slowStart must be 0 (off) or between 30 and 900 seconds",
    ],
    [
      "a slow start that the algorithm does not know",
      routing({ slowStart: 60 }),
      "must have the algorithm round_robin with slowStart",
    ],
    [
      "a health check that overlaps itself",
      routing({ health: { interval: 5, timeout: 5 } }),
      "routing.health must have a timeout below its interval",
    ],
    ["HTTP codes for gRPC", routing({ protocolVersion: "GRPC" }), "must have a health.matcher of gRPC codes"],
    [
      "a secret that is not an ARN",
      { secrets: { TOKEN: { arn: "web/token" } } },
      'secrets["TOKEN"].arn must be the ARN of a secret',
    ],
    [
      "an ARN with a JSON key in it",
      { secrets: { TOKEN: { arn: "arn:aws:secretsmanager:us-east-1:123456789012:secret:web-a1b2c3:token::" } } },
      "without the key of a JSON secret",
    ],
    [
      "a JSON key of a parameter",
      { secrets: { TOKEN: { arn: "arn:aws:ssm:us-east-1:123456789012:parameter/web", jsonKey: "token" } } },
      "must have a jsonKey only with a secret of Secrets Manager",
    ],
    [
      // Amazon ECS Developer Guide, "Pass Secrets Manager secrets": arn:json-key:version-stage:version-id.
      "a key of a JSON secret with a colon",
      {
        secrets: {
          TOKEN: { arn: "arn:aws:secretsmanager:us-east-1:123456789012:secret:web-a1b2c3", jsonKey: "a:AWSCURRENT" },
        },
      },
      "without colons",
    ],
    [
      "a secret that is a variable too",
      { environment: { TOKEN: "x" }, secrets: { TOKEN: { arn: "arn:aws:ssm:us-east-1:123456789012:parameter/web" } } },
      "secrets must not have a name that environment has too",
    ],
    [
      "a minimum above the maximum",
      { scaling: { minimum: 5, maximum: 2 } },
      "scaling must have a minimum that is not above its maximum",
    ],
    [
      "the same in a schedule",
      { scaling: { minimum: 1, maximum: 2, schedule: { night: { schedule: "rate(1 day)", minimum: 3, maximum: 2 } } } },
      'scaling.schedule["night"] must have a minimum that is not above its maximum',
    ],
    [
      "a schedule in the wrong language",
      { scaling: { minimum: 1, maximum: 2, schedule: { night: { schedule: "0 7 * * *", minimum: 1, maximum: 2 } } } },
      "must be a schedule such as cron(0 7 ? * MON-FRI *)",
    ],
    [
      "requests of a worker",
      { routing: undefined, scaling: { minimum: 1, maximum: 2, requests: { target: 100 } } },
      "scaling must have requests only with routing",
    ],
    [
      "a soft limit above the hard one",
      { ulimits: { nofile: { soft: 2, hard: 1 } } },
      "must have a soft limit that is not above the hard one",
    ],
    ["a limit that Fargate ignores", { ulimits: { nproc: { soft: 1, hard: 2 } } }, "must be nofile"],
    [
      "a stop timeout that Fargate cuts off",
      { stopTimeout: 121 },
      "stopTimeout must be a whole number between 2 and 120 seconds (got 121)",
    ],
    ["too much disk", { ephemeralStorage: 201 }, "ephemeralStorage must be a whole number between 20 and 200 GiB"],
    ["a health check without CMD", { healthCheck: { command: ["curl", "localhost"] } }, "must begin with CMD"],
    ["exec on a read-only root", { exec: {} }, "exec needs readonlyRoot to be false"],
    [
      "a sidecar with the name of the service",
      { sidecars: { web: AGENT } },
      "sidecars must not have the name of the service",
    ],
    ["a wait for nobody", { startAfter: { agent: "START" } }, "startAfter must have only names of sidecars"],
    [
      "a wait for health that is never checked",
      { sidecars: { agent: AGENT }, startAfter: { agent: "HEALTHY" } },
      "startAfter must have HEALTHY only with a sidecar that has a healthCheck",
    ],
    [
      "a wait for the end of the task",
      { sidecars: { agent: { ...AGENT, essential: true } }, startAfter: { agent: "COMPLETE" } },
      "only with a sidecar that is not essential",
    ],
    [
      "a mount of nothing",
      { sidecars: { agent: { ...AGENT, mounts: { cache: "/tmp" } } } },
      "must have only names of writablePaths and efsVolumes",
    ],
    [
      "sidecars that leave no CPU",
      { sidecars: { agent: { ...AGENT, cpu: 512 } } },
      "must have less cpu in all than the task",
    ],
    [
      "sidecars that leave no memory",
      { sidecars: { agent: { ...AGENT, memory: 1024 } } },
      "must have less memory in all than the task",
    ],
    ["a client of no kind", { clients: { api: {} } }, "must have one of cidr, securityGroupId and prefixListId"],
    [
      "a way out of two kinds",
      { egress: { db: { port: 1, cidr: "10.0.0.0/8", securityGroupId: "sg-0a" } } },
      "must have one of cidr",
    ],
    [
      "no prefix list",
      { egress: { s3: { port: 443, prefixListId: "com.amazonaws.us-east-1.s3" } } },
      "must be the ID of a prefix list",
    ],
    ["sign-in without a rule", { authenticate: SIGN_IN, routing: undefined }, "authenticate needs routing"],
    [
      "a user pool of another region",
      { authenticate: { ...SIGN_IN, userPoolArn: SIGN_IN.userPoolArn.replaceAll("us-east-1", "us-west-2") } },
      "must have a user pool of the load balancer's region",
    ],
    ["sign-in without openid", { authenticate: { ...SIGN_IN, scope: "email" } }, "openid among them"],
    [
      "the address of the sign-in pages",
      { authenticate: { ...SIGN_IN, userPoolDomain: "https://auth.nimbus.example" } },
      "without https://",
    ],
    [
      "a session of more than a week",
      { authenticate: { ...SIGN_IN, sessionTimeout: 604_801 } },
      "must be a whole number between 1 and 604800 seconds",
    ],
    [
      "a deployment that could never start",
      { maximumPercent: 100, availabilityZoneRebalancing: false },
      "maximumPercent must be above minimumHealthyPercent",
    ],
    [
      "rebalancing without room",
      { minimumHealthyPercent: 50, maximumPercent: 100 },
      "availabilityZoneRebalancing needs a maximumPercent above 100",
    ],
    [
      "names that are too long together",
      { cluster: { ...example.cluster, name: "nimbus-production-in-the-second-region" } },
      "is at most 38 characters long",
    ],
    ["a misspelt input", { enviroment: {} } as Partial<ServiceProps>, "enviroment is not known here"],
    ["a misspelt key", routing({ prority: 1 }), "routing.prority is not known here"],
  ])("%s", (_name, props, message) => {
    expect(refusal(props)).toThrow(message);
  });

  test("all problems at once", () => {
    expect(refusal({ cpu: 333, port: 0, stopTimeout: 500 })).toThrow(/cpu must[^]*port must[^]*stopTimeout must/);
  });

  test("an image without a tag passes where that is wanted", () => {
    expect(refusal({ image: "nginx", requireImageTag: false })).not.toThrow();
  });

  test("root passes where that is wanted", () => {
    expect(refusal({ user: "0:0", allowRoot: true })).not.toThrow();
  });
});

describe("the sizes of Fargate", () => {
  const cpus = fc.constantFrom(...CPU_UNITS);
  /** 32 vCPU come with three sizes of their own. */
  const LARGEST = 32_768;

  test("have between two and eight times as much memory as CPU, in GiB per vCPU", () => {
    const usual = cpus.filter((cpu) => cpu < LARGEST);
    fc.assert(fc.property(usual, (cpu) => memoryFor(cpu).every((memory) => memory >= cpu * 2 && memory <= cpu * 8)));
  });

  test("are evenly spaced from 512 CPU units on", () => {
    const larger = cpus.filter((cpu) => cpu > 256 && cpu < LARGEST);
    fc.assert(
      fc.property(larger, (cpu) => {
        const sizes = memoryFor(cpu);
        return new Set(sizes.slice(1).map((size, i) => size - sizes[i])).size === 1;
      }),
    );
  });

  test("are those that a synthesis lets through, and no others", () => {
    const memories = fc.integer({ min: 1, max: 240 }).map((step) => step * 512);
    fc.assert(
      fc.property(cpus, memories, (cpu, memory) => {
        const problems = Service.definition.inputs.problems({ ...example, cpu, memory });
        return (problems.length === 0) === memoryFor(cpu).includes(memory);
      }),
    );
  });

  test("none go with CPU units that Fargate does not have", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20000 }), (cpu) => CPU_UNITS.includes(cpu) || memoryFor(cpu).length === 0),
    );
  });

  test.each([
    [256, [512, 1024, 2048]],
    [512, [1024, 2048, 3072, 4096]],
    [8192, [16384, 20480, 24576, 28672, 32768, 36864, 40960, 45056, 49152, 53248, 57344, 61440]],
  ])("of %d CPU units are those of the documentation", (cpu, sizes) => {
    expect(memoryFor(cpu)).toEqual(sizes);
  });

  test.each([
    [256, "512, 1024 or 2048", "[512, 1024, 2048]"],
    [4096, "8192 to 30720 in steps of 1024", "range(8192, 31744, 1024)"],
  ])("of %d CPU units are told in one line", (cpu, sentence, expression) => {
    expect(describeMemory(cpu)).toBe(sentence);
    expect(memoryHcl(cpu)).toBe(expression);
  });
});

describe("an image", () => {
  test.each([
    ["nginx:1.29", true],
    ["123456789012.dkr.ecr.us-east-1.amazonaws.com/web:1.4.2", true],
    ["localhost:5000/web:1", true],
    [`web@sha256:${"0".repeat(64)}`, true],
    ["nginx", false],
    ["nginx:latest", false],
    ["localhost:5000/web", false],
    ["web@sha256:0", false],
  ])("%s is pinned: %s", (image, expected) => {
    expect(isPinned(image)).toBe(expected);
  });
});
