import { checkEnvironment } from "../../environments/definition";
import { elementsOf } from "../../promises/stack-json/elements";
import production from "../fixtures/environments/production";
import staging from "../fixtures/environments/staging";
import { synthesizeEnvironment } from "../whole-environment";

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Change = (environment: any) => void;

const changed = (change: Change): typeof production => {
  const environment = structuredClone(production);
  change(environment);
  return environment;
};

const check = (change: Change) => () => checkEnvironment("production", changed(change));

/** A second service, which differs from the first in what it is asked. */
const api: Change = (e) => {
  const { uses: _uses, ...web } = e.services.web as (typeof production.services)["web"];
  e.services.api = { ...web, image: web.image.replace("/web:", "/api:"), routing: { priority: 50, paths: ["/api/*"] } };
};

const withoutNat: Change = (e) => {
  e.network.nat = "none";
  e.network.interfaceEndpoints = ["ecr.api", "ecr.dkr", "logs", "secretsmanager"];
};

/** Daily and weekly snapshots of a database, with these windows and no others. */
const snapshots =
  (windows: object): Change =>
  (e) => {
    const { backupWindow: _backup, maintenanceWindow: _maintenance, ...database } = e.database;
    e.database = { ...database, ...windows };
    e.recovery.snapshots = { every: "day" };
  };

describe("what would deploy and not work is refused, with what to do", () => {
  test.each<[string, Change, string]>([
    [
      "no way out, and no endpoints",
      (e) => (e.network.nat = "none"),
      "network.interfaceEndpoints must have ecr.api (service web gets its image there), ecr.dkr (service web gets its image there), logs (service web logs there), secretsmanager (service web reads secrets there), as network.nat is none; or state nat (got [])",
    ],
    [
      "no way out of the recovery region",
      (e) => (e.recovery.network.nat = "none"),
      "recovery.network.interfaceEndpoints must have ecr.api",
    ],
    [
      "no way to where layers are",
      (e) => {
        withoutNat(e);
        e.network.gatewayEndpoints = ["dynamodb"];
      },
      "network.gatewayEndpoints must have s3",
    ],
    [
      "an image that no endpoint leads to",
      (e) => {
        withoutNat(e);
        e.services.web.sidecars = { agent: { image: "public.ecr.aws/datadog/agent:7.71.2" } };
      },
      'services["web"].sidecars["agent"].image must be an image of this account\'s registry in us-east-1, as network.nat is none',
    ],
    [
      "an address that leads nowhere",
      (e) => (e.services.web.assignPublicIp = true),
      'services["web"].assignPublicIp must be false: tasks stand in private subnets',
    ],
    [
      "data without a place",
      (e) => (e.network.databaseTier = false),
      "network.databaseTier must be true: its subnets are for the database and the cache",
    ],
    [
      "data with half a place",
      (e) =>
        (e.network.subnets = {
          public: { "us-east-1a": "10.0.128.0/21", "us-east-1b": "10.0.136.0/21", "us-east-1c": "10.0.144.0/21" },
          private: { "us-east-1a": "10.0.0.0/20", "us-east-1b": "10.0.16.0/20", "us-east-1c": "10.0.32.0/20" },
          database: { "us-east-1a": "10.0.192.0/22" },
        }),
      "network.subnets.database must have database subnets of 2 zones",
    ],
    [
      "data without a place in the recovery region",
      (e) => (e.recovery.network.databaseTier = false),
      "recovery.network.databaseTier must be true",
    ],
    [
      "a service behind one that takes everything",
      (e) => {
        api(e);
        e.services.api.routing.priority = 200;
      },
      'services["api"].routing gets no request: service web, whose priority is 100, takes them first; state other conditions, or a priority below 100',
    ],
    [
      "two services that take the same",
      (e) => {
        api(e);
        e.services.web.routing = { ...e.services.web.routing, priority: 60, paths: ["/api/*"] };
      },
      'services["web"].routing gets no request: service api',
    ],
    [
      "a service that never runs",
      (e) => (e.services.web.scaling = { minimum: 0, maximum: 0 }),
      'services["web"].scaling must have a maximum of 1 task or more, at some time: no task would ever run',
    ],
    [
      "two things in one folder",
      (e) => (e.services.web.writablePaths = { tmp: "/tmp", cache: "/tmp/" }),
      'services["web"].writablePaths must be folders that differ from one another, and from those of efsVolumes',
    ],
    [
      "two containers at one port",
      (e) => (e.services.web.sidecars = { agent: { image: "public.ecr.aws/datadog/agent:7.71.2", port: 3000 } }),
      'services["web"].sidecars must listen on ports that differ from one another',
    ],
    [
      "a bucket of the lost region, by name",
      (e) => (e.services.web.environment.S3_BUCKET_NAME = "nimbus-production-uploads-123456789012-us-east-1"),
      'services["web"].environment["S3_BUCKET_NAME"] must not name the bucket nimbus-production-uploads-123456789012-us-east-1 with recovery, since dr would work with the lost region; state variables: { S3_BUCKET_NAME: "{storage.uploads.name}" }, or state environment of the recovery region in recovery.services["web"]',
    ],
    [
      "a bucket with a name of its own, in an address",
      (e) => {
        e.storage.uploads.bucketName = "nimbus-files";
        e.services.web.environment.FILES = "https://nimbus-files.s3.amazonaws.com/";
      },
      'services["web"].environment["FILES"] must not name the bucket nimbus-files with recovery',
    ],
    [
      "a host of the lost region",
      (e) => (e.services.web.environment.DB = "postgres://a:b@nimbus.abc.us-east-1.rds.amazonaws.com/x"),
      'services["web"].environment["DB"] must not name us-east-1 with recovery',
    ],
    [
      "the lost region in a variable of a sidecar",
      (e) =>
        (e.services.web.sidecars = {
          agent: { image: "public.ecr.aws/datadog/agent:7.71.2", environment: { AWS_REGION: "us-east-1" } },
        }),
      'services["web"].sidecars["agent"].environment["AWS_REGION"] must not name us-east-1',
    ],
    [
      "the lost region in an argument",
      (e) => (e.services.web.command = ["serve", "--region=us-east-1"]),
      'services["web"].command[1] must not name us-east-1',
    ],
    [
      "images that go with their repository",
      (e) => (e.registry.forceDelete = true),
      "registry.forceDelete must be left out with recovery: images would be deleted with their repository",
    ],
    [
      "objects that go with their bucket",
      (e) => (e.storage.uploads.forceDestroy = true),
      'storage["uploads"].forceDestroy must be left out with recovery',
    ],
    [
      "a cache that goes without a trace",
      (e) => (e.cache.skipFinalSnapshot = true),
      "cache.skipFinalSnapshot must be left out with recovery",
    ],
    [
      "secrets that are gone at once",
      (e) => (e.secrets.deleteImmediately = true),
      "secrets.deleteImmediately must be left out with recovery",
    ],
    [
      "a service that is only prepared",
      (e) => (e.services.web.prepareOnly = true),
      'services["web"].prepareOnly is set by the stack; leave it out',
    ],
    [
      "a tag of the stack's own, in other letters",
      (e) => (e.tags = { environment: "live" }),
      'tags["environment"] must be left out: the stack sets Environment itself (got "live")',
    ],
    [
      "a tag that things are found by",
      (e) => (e.tags = { Application: "other" }),
      'tags["Application"] must be left out: the stack sets Application itself',
    ],
    // AWS Backup Developer Guide, "Troubleshooting AWS Backup": databases begin no backup in the hour before their maintenance
    // window or automatic backup window, and none during them.
    [
      "a maintenance window over the daily snapshot's time to begin",
      snapshots({ maintenanceWindow: "sun:05:00-sun:06:00" }),
      "database.maintenanceWindow must leave AWS Backup time for the snapshots of recovery (cron(0 5 * * ? *)",
    ],
    [
      "a maintenance window that begins an hour after the weekly snapshot is due",
      snapshots({ maintenanceWindow: "sun:07:00-sun:08:00" }),
      "database.maintenanceWindow must leave AWS Backup time for the snapshots of recovery (cron(0 6 ? * SUN *)",
    ],
    [
      "a backup window over the snapshots' time to begin",
      snapshots({ backupWindow: "05:00-06:00" }),
      "database.backupWindow must leave AWS Backup time for the snapshots of recovery (cron(0 5 * * ? *)",
    ],
  ])("%s", (_what, change, message) => {
    expect(check(change)).toThrow(message);
  });

  test.each<[string, Change, string]>([
    ["a region", (e) => (e.region = "us-east-1("), "region must be the name of a region"],
    ["an account", (e) => (e.accountId = "(1"), "accountId must be an account ID"],
    ["no account", (e) => (e.accountId = 123456789012), "accountId must be a string (got 123456789012)"],
    ["a bucket", (e) => (e.storage.uploads.bucketName = "a(b"), 'storage["uploads"].bucketName must be'],
  ])("%s that no pattern could be made of is refused as itself", (_what, change, message) => {
    expect(
      check((e) => {
        withoutNat(e);
        change(e);
      }),
    ).toThrow(message);
  });

  test("no message shows the value of a variable", () => {
    let message = "";
    try {
      check((e) => (e.services.web.environment.DB = "postgres://a:hunter2@db.us-east-1.rds.amazonaws.com/x"))();
    } catch (error) {
      message = String(error);
    }
    expect(message).toContain('environment["DB"]');
    expect(message).not.toContain("hunter2");
  });
});

describe("what works is accepted", () => {
  test.each<[string, Change]>([
    ["no way out, with all endpoints", (e) => withoutNat(e)],
    ["a service before one that takes everything", api],
    ["snapshots beside the windows that a database has by default", snapshots({})],
    ["a maintenance window that leaves a part of the time", snapshots({ maintenanceWindow: "mon:06:30-mon:07:30" })],
    [
      "a service that runs by day",
      (e) =>
        (e.services.web.scaling = {
          minimum: 0,
          maximum: 0,
          schedule: { day: { schedule: "cron(0 7 * * ? *)", minimum: 1, maximum: 2 } },
        }),
    ],
    [
      "a name that begins like a bucket's",
      (e) => {
        e.storage.uploads.bucketName = "nimbus-files";
        e.services.web.environment.SITE = "https://nimbus-files.example.com/nimbus-files-of-others";
      },
    ],
    [
      "the lost region, where the recovery region has its own",
      (e) => {
        e.services.web.environment = { AWS_REGION: "us-east-1" };
        e.recovery.services = { web: { environment: { AWS_REGION: "us-west-2" } } };
      },
    ],
  ])("%s", (_what, change) => {
    expect(check(change)).not.toThrow();
  });

  test("checks of names that cannot move, with a warning", () => {
    expect(check((e) => delete e.recovery)().warnings).toEqual([
      "names.healthCheck makes nothing without recovery: names are checked where there is a region that they can move to.",
    ]);
  });

  test("a service that scales only in an incident, with a warning", () => {
    const said = (scalesInPeace: boolean) =>
      check((e) => {
        const { scaling } = e.services.web;
        if (!scalesInPeace) delete e.services.web.scaling;
        e.recovery.services = { web: { scaling } };
      })().warnings;
    expect(said(true)).toEqual([]);
    expect(said(false)).toEqual([
      expect.stringContaining("aws iam create-service-linked-role --aws-service-name ecs."),
    ]);
  });

  test("a name of another environment's in another zone, with a warning", () => {
    const other = structuredClone(staging) as { names?: unknown };
    other.names = { zone: { id: "Z9999", name: "example.com" }, hostnames: ["tasks"] };
    const { warnings } = checkEnvironment("production", production, [
      { name: "staging", definition: other as typeof staging },
    ]);
    expect(warnings).toEqual([
      expect.stringContaining(
        "names.hostnames: tasks.example.com is a name of environments/staging.ts, too, in another hosted zone",
      ),
    ]);
  });
});

describe("services that call each other by Service Connect", () => {
  const stacks = synthesizeEnvironment(
    changed((e) => {
      api(e);
      e.services.web.serviceConnect = {};
      e.services.api.serviceConnect = { server: {} };
    }),
  );

  test.each(["primary", "standby"])("are let through to the one that has a server, in %s", (name) => {
    const rules = elementsOf(stacks.find((stack) => stack.name === name) as (typeof stacks)[number])
      .filter(({ type }) => type.startsWith("aws_vpc_security_group_"))
      .map(({ address }) => address);
    expect(rules).toContain("aws_vpc_security_group_ingress_rule.api_from_web");
    expect(rules).toContain("aws_vpc_security_group_egress_rule.web_to_api");
    expect(rules).not.toContain("aws_vpc_security_group_ingress_rule.web_from_api");
  });
});

describe("images with names of their own", () => {
  const stacks = synthesizeEnvironment(
    changed((e) => {
      e.registry = {
        repositories: { web: {}, shared: { repositoryName: "platform/shared" } },
        scanning: { scanType: "BASIC" },
      };
    }),
  );
  const primary = JSON.stringify(stacks.find(({ name }) => name === "primary"));

  test("are copied to the recovery region", () => {
    expect(primary).toContain('filters = [\\"nimbus-production/\\", \\"platform/shared\\"]'.replace("filters = ", ""));
  });

  test("are scanned in both regions", () => {
    expect(primary.match(/"aws_ecr_registry_scanning_configuration"/g)).not.toBeNull();
    expect(primary).toContain("lifelines_registry_scanning");
  });
});
