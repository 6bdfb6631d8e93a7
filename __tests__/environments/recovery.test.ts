import { checkEnvironment } from "../../environments/definition";
import production from "../../environments/production";
import staging from "../../environments/staging";
import { recovery } from "./recovery";

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Change = (environment: any) => void;

const changed = (change: Change) => () => {
  const environment = structuredClone({ ...production, recovery });
  change(environment);
  return checkEnvironment("production", environment, [{ name: "staging", definition: staging }]);
};

test("a recovery region is accepted", () => {
  expect(changed(() => undefined)()).toMatchObject({ recovery });
});

describe("a recovery region is refused", () => {
  test.each<[string, Change, string]>([
    [
      "that is lost with the first",
      (e) => (e.recovery.region = "us-east-1"),
      "recovery.region must be another region than region: both would be lost at once",
    ],
    ["without names to move", (e) => delete e.names, "recovery needs names"],
    [
      "with zones of another region",
      (e) => (e.recovery.network.zones = ["us-east-1a", "us-west-2b"]),
      'recovery.network.zones[0] must be a zone of us-west-2 (got "us-east-1a")',
    ],
    [
      "with a network that overlaps the primary's",
      (e) => (e.recovery.network.cidr = "10.0.128.0/17"),
      "recovery.network.cidr must not overlap the network of the primary region, 10.0.0.0/16",
    ],
    [
      "with a network that overlaps another environment's",
      (e) => (e.recovery.network.cidr = staging.network.cidr),
      "recovery.network.cidr must not overlap the network of environment staging",
    ],
    [
      "with a certificate of another region",
      (e) => (e.recovery.certificateArn = "arn:aws:acm:us-east-1:123456789012:certificate/a"),
      "recovery.certificateArn must be a certificate of us-west-2",
    ],
    [
      "for a password that RDS manages",
      (e) => (e.database.credentials = { managed: {} }),
      "database.credentials must not be managed with recovery",
    ],
    [
      "for a service that names a secret of the primary region",
      (e) =>
        (e.services.web.secrets = {
          LICENCE: { arn: "arn:aws:secretsmanager:us-east-1:123456789012:secret:licence-a1b2c3" },
        }),
      'services["web"].secrets must name nothing of us-east-1 with recovery',
    ],
    [
      "for a service that names a security group of the primary region",
      (e) => (e.services.web.securityGroupIds = ["sg-0a1b2c3d4e5f60718"]),
      'services["web"].securityGroupIds must name nothing of us-east-1 with recovery',
    ],
    [
      "for a service that keeps files in the primary region",
      (e) => (e.services.web.efsVolumes = { media: { fileSystemId: "fs-0a1b2c3d4e5f60718", path: "/media" } }),
      'services["web"].efsVolumes must name nothing of us-east-1 with recovery',
    ],
    [
      "for a load balancer that only a prefix list of the primary region reaches",
      (e) => (e.loadBalancer = { allowedPrefixLists: { cdn: "pl-0a1b2c3d4e5f60718" } }),
      "loadBalancer.allowedPrefixLists must name nothing of us-east-1 with recovery",
    ],
    [
      "for a proxy that takes no password",
      (e) => (e.database.proxy = { iamAuth: "REQUIRED" }),
      "database.proxy.iamAuth must be DISABLED with recovery",
    ],
    ["without objectives", (e) => delete e.recovery.objectives, "recovery.objectives is required"],
    [
      "with a mechanism that there is none of",
      (e) => (e.recovery.database = { mechanism: "hope" }),
      "recovery.database.mechanism must be one of point_in_time, snapshot",
    ],
  ])("%s", (_, change, message) => {
    expect(changed(change)).toThrow(message);
  });
});

test.each<[string, Change]>([
  ["alarms of a service", (e) => (e.services.web.alarms = { topicArns: ["arn:aws:sns:us-east-1:123456789012:ops"] })],
  ["alarms of the firewall", (e) => (e.firewall.alarms = { topicArns: ["arn:aws:sns:us-east-1:123456789012:ops"] })],
  ["the topic of the cache", (e) => (e.cache.notificationTopicArn = "arn:aws:sns:us-east-1:123456789012:cache")],
])("what the recovery region leaves out may be of the primary region: %s", (_, change) => {
  expect(changed(change)).not.toThrow();
});

test("the primary region as the recovery region is one problem, and no reason to move its zones there", () => {
  expect(changed((e) => (e.recovery.region = "us-east-1"))).not.toThrow("zones");
});
