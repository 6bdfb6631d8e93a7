import { checkEnvironment } from "../../environments/definition";
import production from "../fixtures/environments/production";
import staging from "../fixtures/environments/staging";

/** What services use of the environment's data, and whose buckets are whose. */

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Change = (environment: any) => void;

const changed = (change: Change) => () => {
  const environment = structuredClone(production);
  change(environment);
  return checkEnvironment("production", environment, [{ name: "staging", definition: staging }]);
};

describe("an environment is refused", () => {
  test.each<[string, Change, string]>([
    [
      "when a service uses a database that there is not",
      (e) => delete e.database,
      'services["web"].uses.database needs the environment\'s database, which is not stated',
    ],
    [
      "when a service uses a cache that there is not",
      (e) => delete e.cache,
      'services["web"].uses.cache needs the environment\'s cache, which is not stated',
    ],
    [
      "when a service is a user whom the cache does not know",
      (e) => (e.services.web.uses.cache.user = "worker"),
      'services["web"].uses.cache.user must be one of cache.users: there are web (got "worker")',
    ],
    [
      "when a service uses a bucket that there is not",
      (e) => (e.services.web.uses.storage = { files: "read" }),
      'services["web"].uses.storage must be one of storage: there are uploads (got "files")',
    ],
    [
      "when a service wants an access that there is not",
      (e) => (e.services.web.uses.storage.uploads = "write"),
      'services["web"].uses.storage["uploads"] must be one of read, read_write (got "write")',
    ],
    [
      "when a service reads a secret that there is not",
      (e) => (e.services.web.uses.secrets.TOKEN = "token"),
      'services["web"].uses.secrets["TOKEN"] must be one of secrets.secrets: there are nextauth-secret, sentry-dsn, honeycomb-api-key (got "token")',
    ],
    [
      "when a variable of the stack's is stated too",
      (e) => (e.services.web.environment.DATABASE_HOST = "localhost"),
      'services["web"].environment["DATABASE_HOST"] is set by the stack because of what the service uses; leave it out',
    ],
    [
      "when a secret is put where a bucket's name goes",
      (e) => (e.services.web.uses.secrets.UPLOADS_BUCKET = "sentry-dsn"),
      'services["web"].uses would set the variable UPLOADS_BUCKET twice',
    ],
    [
      "when what a service uses cannot be granted",
      (e) => (e.services.web.taskRole = { arn: "arn:aws:iam::123456789012:role/web" }),
      'services["web"].taskRole must be left out: what the service uses is granted to the module\'s own task role',
    ],
    [
      "when a bucket has a name in upper case",
      (e) => (e.storage.uploads.bucketName = "Nimbus-Uploads"),
      'storage["uploads"].bucketName',
    ],
    [
      "when a bucket's name is that of another environment's",
      (e) => {
        // With a recovery region, the plans of peace say it.
        e.recovery = undefined;
        e.storage.uploads.bucketName = "nimbus-staging-uploads-123456789012-us-east-1";
      },
      'storage["uploads"].bucketName must not be a bucket of environments/staging.ts; leave it out, or begin it with nimbus-production-',
    ],
    [
      "when two buckets have one name",
      (e) => (e.storage.files = { bucketName: "nimbus-production-uploads-123456789012-us-east-1" }),
      'storage["files"].bucketName must differ from that of every other bucket',
    ],
    [
      "when a bucket is called as that of another one's logs",
      (e) => (e.storage.files = { bucketName: "nimbus-production-uploads-123456789012-us-east-1-logs" }),
      'storage["files"].bucketName must differ from that of every other bucket, and of the one for its logs',
    ],
    [
      "when a bucket's name, with what follows from the rest, is too long",
      (e) => (e.storage = { "files-of-our-customers": {} }),
      'storage["files-of-our-customers"].bucketName must be at most 58 characters long, as -logs follows for its logs; give a shorter one (got "nimbus-production-files-of-our-customers-123456789012-us-east-1")',
    ],
    [
      "when a secret has the name of the database's",
      (e) => (e.secrets.secrets["master-user"] = {}),
      'secrets.secrets["master-user"] must have another name: the secret of the database\'s master user is called so',
    ],
    [
      "when a service would sign in through IAM as everybody",
      (e) => (e.services.web.uses.database = { iamUser: "*" }),
      'services["web"].uses.database.iamUser must be the name of one user: letters, digits and underscores (got "*")',
    ],
    [
      "when a service signs in through IAM where that is off",
      (e) => {
        e.database.iamDatabaseAuthentication = false;
        e.services.web.uses.database = { iamUser: "web" };
      },
      'services["web"].uses.database.iamUser needs database.iamDatabaseAuthentication, which is false',
    ],
    [
      "when a service signs in through IAM at a proxy that takes passwords",
      (e) => {
        e.database.proxy = {};
        e.services.web.uses.database = { iamUser: "nimbus" };
      },
      'services["web"].uses.database.iamUser needs database.proxy.iamAuth "REQUIRED"',
    ],
    [
      "when a service signs in with a password at a proxy that takes IAM",
      (e) => (e.database.proxy = { iamAuth: "REQUIRED" }),
      'services["web"].uses.database.iamUser must be nimbus: the proxy takes IAM only',
    ],
    [
      "when a service signs in at a proxy as a user whose password the proxy has not",
      (e) => {
        e.database.proxy = { iamAuth: "REQUIRED" };
        e.services.web.uses.database = { iamUser: "web" };
      },
      'services["web"].uses.database.iamUser must be nimbus: the proxy takes IAM only',
    ],
    [
      "when backups are off without the opt-in",
      (e) => (e.database.backupRetentionPeriod = 0),
      "database.backupRetentionPeriod",
    ],
    ["when storage could not grow", (e) => (e.database.maxAllocatedStorage = 21), "database.maxAllocatedStorage"],
    ["when a cache of one node is to be over two zones", (e) => (e.cache.replicas = 0), "cache.multiAz"],
    [
      "when the stack wires it",
      (e) => (e.database.vpcId = "vpc-1"),
      "database.vpcId is set by the stack; leave it out",
    ],
    [
      "when a value of a secret is in code",
      (e) => (e.secrets.values = { "sentry-dsn": "https://key@sentry.example.com/1" }),
      "secrets.values is set by the stack; leave it out",
    ],
    [
      "when a service has the name of a part of the data tier",
      (e) => (e.services["storage-uploads"] = { ...structuredClone(e.services.web), routing: undefined }),
      'services["storage-uploads"] must have another name',
    ],
  ])("%s", (_what, change, message) => {
    expect(changed(change)).toThrow(message);
  });
});

describe("an environment is accepted", () => {
  test.each<[string, Change]>([
    [
      "without any data",
      (e) => {
        for (const part of ["database", "cache", "storage", "secrets", "registry"]) delete e[part];
        delete e.services.web.uses;
      },
    ],
    ["with a user who signs in through IAM", (e) => (e.services.web.uses.database = { iamUser: "web" })],
    ["with a bucket of a name of its own", (e) => (e.storage.uploads.bucketName = "acme-uploads")],
    ["with a name for people", (e) => (e.displayName = "Nimbus: live")],
  ])("%s", (_what, change) => {
    expect(changed(change)).not.toThrow();
  });

  test("when its own name begins with another's", () => {
    expect(() =>
      checkEnvironment("staging-eu", { ...structuredClone(production), region: "us-east-1" }, [
        { name: "staging", definition: { ...staging, network: { ...staging.network, cidr: "10.9.0.0/16" } } },
      ]),
    ).not.toThrow();
  });
});
