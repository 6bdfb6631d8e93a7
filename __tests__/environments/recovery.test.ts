import { checkEnvironment } from "../../environments/definition";
import production from "../fixtures/environments/production";
import staging from "../fixtures/environments/staging";
import { recovery } from "./recovery";

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Change = (environment: any) => void;

const changed = (change: Change) => () => {
  const environment = structuredClone({ ...production, recovery });
  change(environment);
  return checkEnvironment("production", environment, [{ name: "staging", definition: staging }]);
};

const pool = (region: string) => ({
  userPoolArn: `arn:aws:cognito-idp:${region}:123456789012:userpool/${region}_a1B2c3D4e`,
  userPoolClientId: "1example23456789",
  userPoolDomain: "nimbus",
});

const signIn =
  (region: string): Change =>
  (environment) => {
    environment.loadBalancer = { ...environment.loadBalancer, httpsEgress: true };
    environment.services.web.authenticate = pool(region);
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
      "without a service that the names lead to",
      (e) => delete e.services.web.routing,
      "recovery needs a service with routing",
    ],
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
      "with a certificate of another region",
      (e) => (e.recovery.certificateArn = "arn:aws:acm:us-east-1:123456789012:certificate/a"),
      "recovery.certificateArn must be a certificate of us-west-2",
    ],
    [
      "by a replica of a database without backups",
      (e) => {
        e.recovery.database = { mechanism: "replica" };
        Object.assign(e.database, { backupRetentionPeriod: 0, allowNoBackups: true });
      },
      "database.backupRetentionPeriod must be 1 day or more with recovery.database.mechanism = replica",
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
      "with an input of a service that is wrong there",
      (e) => (e.recovery.services = { web: { cpu: 1 } }),
      'recovery.services["web"].cpu',
    ],
    [
      "with data that there is none of",
      (e) => (e.recovery.services = { web: { uses: { storage: { films: "read" } } } }),
      'recovery.services["web"].uses.storage',
    ],
    [
      "with a priority that another service has there",
      (e) => {
        e.services.api = { ...e.services.web, uses: {}, routing: { priority: 10, paths: ["/api/*"] } };
        e.recovery.services = { api: { routing: { priority: 100, paths: ["/api/*"] } } };
      },
      'recovery.services["api"].routing.priority must differ from that of service web',
    ],
    [
      "with inputs of a service that there is none of",
      (e) => (e.recovery.services = { wob: { cpu: 512 } }),
      'recovery.services["wob"] must name services of the environment, which has web (got "wob")',
    ],
    [
      "with an input of the load balancer that is wrong there",
      (e) => (e.recovery.loadBalancer = { idleTimeout: 0 }),
      "recovery.loadBalancer.idleTimeout",
    ],
    [
      "where users sign in with a pool of the primary region",
      signIn("us-east-1"),
      'services["web"].authenticate must name nothing of us-east-1 with recovery',
    ],
    [
      "where users are to sign in with a pool of the primary region there",
      (e) => {
        signIn("us-east-1")(e);
        e.recovery.services = { web: { authenticate: pool("us-east-1") } };
      },
      'recovery.services["web"].authenticate.userPoolArn must be a user pool of us-west-2',
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
      "recovery.database.mechanism must be one of point_in_time, replica, snapshot",
    ],
  ])("%s", (_, change, message) => {
    expect(changed(change)).toThrow(message);
  });
});

test.each<[string, Change]>([
  [
    "a pool to sign in with",
    (e) => {
      signIn("us-east-1")(e);
      e.recovery.services = { web: { authenticate: pool("us-west-2") } };
    },
  ],
  [
    "security groups",
    (e) => {
      e.services.web.securityGroupIds = ["sg-0a1b2c3d4e5f60718"];
      e.recovery.services = { web: { securityGroupIds: ["sg-1a1b2c3d4e5f60718"] } };
    },
  ],
  [
    "prefix lists",
    (e) => {
      e.loadBalancer = { allowedPrefixLists: { cdn: "pl-0a1b2c3d4e5f60718" } };
      e.recovery.loadBalancer = { allowedPrefixLists: { cdn: "pl-1a1b2c3d4e5f60718" } };
    },
  ],
])("the recovery region may state its own: %s", (_, change) => {
  expect(changed(change)).not.toThrow();
});

test.each<[string, Change]>([
  ["alarms of a service", (e) => (e.services.web.alarms = { topicArns: ["arn:aws:sns:us-east-1:123456789012:ops"] })],
  ["alarms of the firewall", (e) => (e.firewall.alarms = { topicArns: ["arn:aws:sns:us-east-1:123456789012:ops"] })],
  ["the topic of the cache", (e) => (e.cache.notificationTopicArn = "arn:aws:sns:us-east-1:123456789012:cache")],
])("what the recovery region leaves out may be of the primary region: %s", (_, change) => {
  expect(changed(change)).not.toThrow();
});

test.each(["firewall", "cluster"])("a %s of null is none at all", (part) => {
  expect(changed((e) => (e[part] = null))).not.toThrow();
});

test("the primary region as the recovery region is one problem, and no reason to move its zones there", () => {
  expect(changed((e) => (e.recovery.region = "us-east-1"))).not.toThrow("zones");
});

describe("what promotes a replica without being asked", () => {
  const warnings = (change: Change) => changed((e) => ((e.recovery.objectives.rpo = 300), change(e)))().warnings;
  const database = { mechanism: "replica" };

  test("is warned of: the health of services, which decides at the first command", () => {
    expect(warnings((e) => Object.assign(e.recovery, { database, switch: "automatic" }))).toEqual([
      expect.stringMatching(
        /^recovery\.switch: with "automatic", the first npx cdktf deploy dr promotes the read replica/,
      ),
    ]);
  });

  test.each<[string, object]>([
    ["a person does, as by default", { database }],
    ["a person does, as is stated", { database, switch: "confirmed" }],
    ["there is no replica", { switch: "automatic" }],
  ])("is not where %s", (_, recovered) => {
    expect(warnings((e) => Object.assign(e.recovery, recovered))).toEqual([]);
  });
});
