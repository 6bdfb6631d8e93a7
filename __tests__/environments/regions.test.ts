import { checkEnvironment } from "../../environments/definition";
import { partitionOf } from "../../modules/parts/partitions";
import regions from "../../modules/parts/tables/regions.json";
import { backendOf, bodyOf, providersOf } from "../../promises/stack-json/elements";
import production from "../fixtures/environments/production";
import { synthesizeEnvironment } from "../whole-environment";

const ACCOUNT = "123456789012";

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Change = (environment: any) => void;

/** Production in another region, with another recovery region: all that names a region follows. */
function inRegion(region: string, recovery: string | undefined, zones = "abc", change: Change = () => undefined) {
  const { dnsSuffix } = partitionOf(region);
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  const environment: any = structuredClone(production);
  const zonesOf = (place: string): string[] => [...zones].map((zone) => place + zone);
  Object.assign(environment, {
    region,
    state: {},
    deployment: { github: { repository: "nimbus/tasks", environments: ["production"] } },
    names: { zone: { id: "Z0123456789ABCDEFGHIJ", name: "example.com" }, hostnames: ["tasks"] },
    recovery: recovery && {
      region: recovery,
      objectives: { rpo: 1800, rto: 3600 },
      network: { cidr: "10.64.0.0/16", zones: zonesOf(recovery) },
    },
  });
  environment.network = { ...environment.network, zones: zonesOf(region) };
  environment.services.web.image = `${ACCOUNT}.dkr.ecr.${region}.${dnsSuffix}/nimbus-production/web:1.0.0`;
  // Its name with the longest regions is too long for the role that copies it, which the file is told.
  environment.storage.uploads.bucketName = "nimbus-uploads";
  change(environment);
  return environment as typeof production;
}

/** Region, region of recovery, partition, where its global services are. Source: botocore, partitions.json. */
const PLACES: [string, string | undefined, string, string][] = [
  ["eu-west-1", "eu-central-1", "aws", "us-east-1"],
  ["ap-southeast-3", "me-central-1", "aws", "us-east-1"],
  ["us-west-2", "us-east-1", "aws", "us-east-1"],
  ["cn-north-1", "cn-northwest-1", "aws-cn", "cn-northwest-1"],
  ["us-gov-west-1", "us-gov-east-1", "aws-us-gov", "us-gov-west-1"],
  ["eusc-de-east-1", undefined, "aws-eusc", "eusc-de-east-1"],
];

describe.each(PLACES)(
  "an environment with states and names in %s, with recovery in %s",
  (region, recovery, partition, home) => {
    const stacks = synthesizeEnvironment(inRegion(region, recovery));
    // But for conditions of Terraform's, which know where CloudFront and Route 53 of other partitions are.
    const text = JSON.stringify(stacks, (key, value: unknown) => (key === "precondition" ? undefined : value));

    test("has all its stacks, each with its state in its own region", () => {
      const homes: Record<string, string | undefined> = {
        bootstrap: region,
        primary: region,
        standby: recovery,
        edge: home,
        dr: recovery,
        "restore-test": recovery,
      };
      const expected = Object.entries(homes).filter(([, place]) => place !== undefined);
      expect(
        stacks
          .map((stack) => [stack.name, providersOf(stack).find(({ alias }) => alias === undefined)?.body.region])
          .sort(),
      ).toEqual(expected.sort());
      for (const stack of stacks.filter(({ name }) => name !== "bootstrap")) {
        const { region: place } = bodyOf(backendOf(stack)?.body);
        expect(place).toBe(homes[stack.name]);
      }
    });

    test("names ARNs of its own partition, and no other region", () => {
      const partitions = new Set([...text.matchAll(/arn:(aws[a-z-]*):/g)].map(([, found]) => found));
      expect([...partitions]).toEqual([partition]);
      const regions = new Set(
        text.match(/\b(?:us-gov|us|eu|ap|me|cn|eusc-de)-(?:north|south|east|west|central|southeast|northwest)-[0-9]/g),
      );
      const checkers = ["us-west-1", "us-west-2", "eu-west-1"];
      expect(
        [...regions].filter((one) => ![region, recovery, home, ...(recovery ? checkers : [])].includes(one)),
      ).toEqual([]);
    });

    test("names endpoints of its own partition", () => {
      const { dnsSuffix } = partitionOf(region);
      const endpoints = text.match(/[a-z0-9.-]+\.(?:amazonaws\.[a-z.]*[a-z])/g) ?? [];
      const regional = endpoints.filter((one) => one.includes(region));
      expect(regional.filter((one) => !one.endsWith(dnsSuffix))).toEqual([]);
    });
  },
);

describe("the partitions", () => {
  /** Source: botocore's partitions.json, as the list of regions has it. */
  const listed: Readonly<Record<string, readonly string[]>> = regions.regions;

  test.each(Object.entries(listed))("%s has the regions of the list, and its endpoints their names", (id, names) => {
    expect(names.map((name) => partitionOf(name).id)).toEqual(names.map(() => id));
    expect(partitionOf(names[0]).dnsSuffix).toBe((regions.partitions as Record<string, string>)[id]);
    expect(names).toContain(partitionOf(names[0]).globalRegion);
  });
});

describe("who deploys in China", () => {
  test("comes with tokens for China", () => {
    expect(JSON.stringify(synthesizeEnvironment(inRegion("cn-north-1", undefined)))).toContain(
      '"sts.amazonaws.com.cn"',
    );
  });
});

describe("what does not reach another partition, or is not there, is refused", () => {
  const POOL = {
    userPoolArn: "arn:aws-cn:cognito-idp:cn-north-1:123456789012:userpool/cn-north-1_a1B2c3D4e",
    userPoolClientId: "1example23456789",
    userPoolDomain: "nimbus",
  };
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  test.each<[string, string, string | undefined, (e: any) => void, string]>([
    [
      "recovery in another partition",
      "eu-west-1",
      "cn-north-1",
      () => undefined,
      "recovery.region must be a region of the partition aws, as eu-west-1 is",
    ],
    [
      "recovery out of the sovereign cloud",
      "eusc-de-east-1",
      "eu-central-1",
      () => undefined,
      "recovery must be left out: the European Sovereign Cloud has one region",
    ],
    [
      "a former recovery region of another",
      "us-east-1",
      undefined,
      (e) => (e.formerRecoveryRegion = "us-gov-west-1"),
      "formerRecoveryRegion must be a region of the partition aws",
    ],
    [
      "checkers of the commercial partition",
      "us-gov-west-1",
      "us-gov-east-1",
      (e) => (e.names.healthCheck = { regions: ["us-west-1", "us-west-2", "eu-west-1"] }),
      "names.healthCheck.regions must be left out in us-gov-west-1",
    ],
    [
      "user pools in China",
      "cn-north-1",
      undefined,
      (e) => Object.assign(e.services.web, { authenticate: POOL }),
      'services["web"].authenticate must be left out in China',
    ],
    [
      "a role of another partition",
      "cn-north-1",
      undefined,
      (e) => (e.deployment.operators = ["arn:aws:iam::123456789012:role/ops"]),
      'deployment.operators[0] must be an ARN of the partition aws-cn, which cn-north-1 is in: it begins with arn:aws-cn: (got "arn:aws:iam::123456789012:role/ops")',
    ],
    [
      "a region that cannot be",
      "us-east-1",
      "us-wset-2",
      (e) => (e.recovery.network.zones = ["us-west-2a", "us-west-2b"]),
      'recovery.region must be the name of a region, such as us-east-1 (got "us-wset-2")',
    ],
    [
      "a key of another region",
      "us-east-1",
      undefined,
      (e) => (e.database.kmsKey = { arn: "arn:aws:kms:us-west-2:123456789012:key/1" }),
      "database.kmsKey.arn must be a key of us-east-1, where it is used",
    ],
    [
      "a topic of another region",
      "us-east-1",
      undefined,
      (e) => (e.services.web.alarms = { topicArns: ["arn:aws:sns:eu-west-1:123456789012:alarms"] }),
      'services["web"].alarms.topicArns[0] must be a topic of us-east-1, where it is used',
    ],
    [
      "a topic of the recovery region's",
      "us-east-1",
      "us-west-2",
      (e) => (e.recovery.alarmTopicArns = ["arn:aws:sns:eu-west-1:123456789012:alarms"]),
      "recovery.alarmTopicArns[0] must be a topic of us-west-2",
    ],
    [
      "a topic that Route 53's alarms do not reach",
      "eu-west-1",
      "eu-central-1",
      (e) => (e.names.alarmTopicArns = ["arn:aws:sns:eu-west-1:123456789012:alarms"]),
      "names.alarmTopicArns[0] must be a topic of us-east-1",
    ],
  ])("%s", (_what, region, recovery, change, message) => {
    expect(() => checkEnvironment("production", inRegion(region, recovery, "abc", change))).toThrow(message);
  });
});

describe("what AWS may have added since is a warning with the list's date", () => {
  const warnings = (region: string, zones: string): readonly string[] =>
    checkEnvironment("production", inRegion(region, undefined, zones)).warnings;

  test("a region", () => {
    expect(warnings("eu-west-4", "abc")).toEqual([
      expect.stringMatching(/^region: eu-west-4 is not in the list of regions of \d{4}-\d\d-\d\d\./),
    ]);
  });

  test("a zone", () => {
    expect(warnings("eu-west-1", "abd")).toEqual([
      expect.stringMatching(
        /^network\.zones: eu-west-1d is not in the list of zones .* which has eu-west-1a, eu-west-1b, eu-west-1c\./,
      ),
    ]);
  });

  test("nothing else", () => expect(warnings("ap-southeast-3", "abc")).toEqual([]));
});
