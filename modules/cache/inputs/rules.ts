import { CrossRule, Props } from "../../../kernel";
import { areOf, areOfHcl } from "../parameter-names";
import { DATE, DEFAULT_VERSION, KNOWN, VERSIONS } from "../versions";
import { overlap } from "../../parts/windows";
import { areApartHcl } from "../windows";
import type { cacheFields } from "./fields";

type Rule = CrossRule<typeof cacheFields>;
type Cache = Required<Props<typeof cacheFields>>;

/** ElastiCache's limit for the id of a user, which is `<name of the cache>-<name of the user>`. */
const LONGEST_USER_ID = 40;
const MAINTENANCE_WINDOW = "sun:05:00-sun:06:00";

const isGiven = (value: unknown): boolean => value !== null && value !== undefined;

/** Options of nodes, which a serverless cache does not have. */
const NODES_ONLY = {
  nodeType: "cache.t4g.small",
  replicas: 1,
  multiAz: true,
  shards: { count: 2 },
  port: 6379,
  networkType: "ipv4",
  ipDiscovery: "ipv4",
  maxmemoryPolicy: "allkeys-lru",
  notifyKeyspaceEvents: "Egx",
  finalSnapshotName: "nimbus-final",
  maintenanceWindow: MAINTENANCE_WINDOW,
  applyImmediately: true,
  autoMinorVersionUpgrade: true,
  notificationTopicArn: "arn:aws:sns:us-east-1:123456789012:cache",
  logs: ["slow-log"],
} as const satisfies Partial<Cache>;

const SERVERLESS = { serverless: {}, skipFinalSnapshot: true } as const;

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const shapeRules = Object.entries(NODES_ONLY).map(([name, value]): Rule => ({
  on: name as keyof typeof NODES_ONLY,
  test: (cache) => !isGiven(cache.serverless) || !isGiven(cache[name as keyof typeof NODES_ONLY]),
  condition: `var.serverless == null ? true : var.${snake(name)} == null`,
  message: `must not be given with serverless, which knows nothing of it: leave one of the two out`,
  bad: { ...SERVERLESS, [name]: value },
}));

const serverlessRules: readonly Rule[] = [
  {
    on: "parameters",
    test: ({ serverless, parameters }) => !isGiven(serverless) || Object.keys(parameters).length === 0,
    condition: "var.serverless == null ? true : length(var.parameters) == 0",
    message: "must be empty with serverless, which has no parameters",
    bad: { ...SERVERLESS, parameters: { timeout: "300" } },
  },
  {
    on: "subnetIds",
    test: ({ serverless, subnetIds }) => !isGiven(serverless) || subnetIds.length <= 3,
    condition: "var.serverless == null ? true : length(var.subnet_ids) <= 3",
    message: "must be two or three with serverless, each in a zone of its own",
    bad: { ...SERVERLESS, subnetIds: ["subnet-0a", "subnet-0b", "subnet-0c", "subnet-0d"] },
  },
  {
    on: "snapshot",
    test: ({ serverless, snapshot }) => !isGiven(serverless) || !isGiven(snapshot) || !isGiven(snapshot.name),
    condition: "var.serverless == null ? true : var.snapshot == null ? true : var.snapshot.name == null",
    message: "must have arns with serverless, which cannot start from the name of a snapshot",
    bad: { ...SERVERLESS, snapshot: { name: "nimbus-final" } },
  },
  {
    on: "skipFinalSnapshot",
    test: ({ serverless, skipFinalSnapshot }) => !isGiven(serverless) || skipFinalSnapshot,
    condition: "var.serverless == null ? true : var.skip_final_snapshot",
    message:
      "must be true with serverless: the AWS provider cannot take a snapshot before it destroys a serverless cache, so say that you know",
    bad: { serverless: {} },
  },
];

const versionRules: readonly Rule[] = [
  {
    on: "engineVersion",
    test: ({ serverless, engineVersion }) =>
      !isGiven(engineVersion) || isGiven(serverless) || engineVersion.includes("."),
    condition: 'var.engine_version == null || var.serverless != null ? true : strcontains(var.engine_version, ".")',
    message: "must have a minor version for nodes, such as 8.1",
    bad: { engineVersion: "8" },
  },
  {
    on: "engineVersion",
    test: ({ serverless, engineVersion }) =>
      !isGiven(engineVersion) || !isGiven(serverless) || !engineVersion.includes("."),
    condition: 'var.engine_version == null || var.serverless == null ? true : !strcontains(var.engine_version, ".")',
    message: "must be the major version only with serverless, such as 8: AWS chooses the minor one",
    bad: { ...SERVERLESS, engineVersion: "8.1" },
  },
  {
    on: "engineVersion",
    test: ({ engine, engineVersion }) =>
      !isGiven(engineVersion) || engine !== "valkey" || VERSIONS.valkey.test(engineVersion),
    condition: `var.engine_version == null || var.engine != "valkey" ? true : can(regex("${VERSIONS.valkey.source}", var.engine_version))`,
    message: `must be one of valkey, which begins with 7.2 and had ${KNOWN.valkey.join(", ")} on ${DATE}`,
    bad: { engineVersion: "7.1" },
  },
  {
    on: "engineVersion",
    test: ({ engine, engineVersion }) =>
      !isGiven(engineVersion) || engine !== "redis" || VERSIONS.redis.test(engineVersion),
    condition: `var.engine_version == null || var.engine != "redis" ? true : can(regex("${VERSIONS.redis.source}", var.engine_version))`,
    message: "must be 7.0 or 7.1 with redis, where ElastiCache ends; later versions are valkey's",
    bad: { engine: "redis", engineVersion: "8.0" },
  },
];

const nodeRules: readonly Rule[] = [
  {
    on: "ipDiscovery",
    test: ({ networkType, ipDiscovery }) =>
      !isGiven(ipDiscovery) || networkType === "dual_stack" || ipDiscovery === (networkType ?? "ipv4"),
    condition:
      'var.ip_discovery == null || try(coalesce(var.network_type, "ipv4"), "ipv4") == "dual_stack" ? true : var.ip_discovery == coalesce(var.network_type, "ipv4")',
    message: (spell) =>
      `must be an address that the nodes have: that of ${spell("networkType")} (ipv4 unless stated), or either with dual_stack`,
    bad: { networkType: "ipv6", ipDiscovery: "ipv4" },
  },
  {
    on: "multiAz",
    test: ({ serverless, multiAz, replicas }) => isGiven(serverless) || !(multiAz ?? true) || replicas !== 0,
    condition:
      "var.serverless != null || var.replicas == null ? true : var.replicas > 0 || !coalesce(var.multi_az, true)",
    message: (spell) =>
      `needs replicas: Multi-AZ with one node is none. Set replicas to 1 or more, or ${spell("multiAz")} to false`,
    bad: { replicas: 0 },
  },
  {
    on: "shards",
    test: ({ shards, replicas }) => !isGiven(shards) || shards.count * ((replicas ?? 1) + 1) <= 500,
    condition: "var.shards == null ? true : var.shards.count * (coalesce(var.replicas, 1) + 1) <= 500",
    message: "must not make more than 500 nodes with their replicas, which is where ElastiCache ends",
    bad: { shards: { count: 200 }, replicas: 2 },
  },
  {
    on: "snapshotWindow",
    test: ({ serverless, snapshotWindow, maintenanceWindow }) =>
      isGiven(serverless) || !overlap(snapshotWindow, maintenanceWindow ?? MAINTENANCE_WINDOW),
    condition: `var.serverless != null ? true : ${areApartHcl("var.snapshot_window", `coalesce(var.maintenance_window, "${MAINTENANCE_WINDOW}")`)}`,
    message: (spell) =>
      `must not overlap with ${spell("maintenanceWindow")} (${MAINTENANCE_WINDOW} where none is given), which ElastiCache refuses`,
    bad: { snapshotWindow: "05:30-06:30" },
  },
];

const OWN_PARAMETERS = ["maxmemory-policy", "notify-keyspace-events", "cluster-enabled"];

/** The major version that a cache runs, stated or not. */
const majorOf = ({ engine, engineVersion }: Cache): number =>
  Number((engineVersion ?? DEFAULT_VERSION[engine]).split(".")[0]);
const MAJOR = `tonumber(split(".", coalesce(var.engine_version, var.engine == "redis" ? "${DEFAULT_VERSION.redis}" : "${DEFAULT_VERSION.valkey}"))[0])`;

const parameterRules: readonly Rule[] = [
  {
    on: "parameters",
    test: (cache) => areOf(majorOf(cache), cache.parameters),
    condition: areOfHcl(MAJOR, "var.parameters"),
    message: (spell) =>
      `must be parameters of ${spell("engineVersion")}: lazyfree-lazy- ends with 7; commandlog-, search- and extended- begin with 8, cluster-databases with 9`,
    bad: { parameters: { "lazyfree-lazy-expire": "yes" } },
  },
  {
    on: "parameters",
    test: ({ parameters }) => OWN_PARAMETERS.every((name) => !(name in parameters)),
    condition: `length(setintersection(keys(var.parameters), ["${OWN_PARAMETERS.join('", "')}"])) == 0`,
    message: (spell) =>
      `must not hold ${OWN_PARAMETERS.join(", ")}: use ${spell("maxmemoryPolicy")}, ${spell("notifyKeyspaceEvents")} and shards`,
    bad: { parameters: { "maxmemory-policy": "noeviction" } },
  },
  {
    on: "notifyKeyspaceEvents",
    test: ({ notifyKeyspaceEvents }) => !notifyKeyspaceEvents || /[KE]/.test(notifyKeyspaceEvents),
    condition:
      'coalesce(var.notify_keyspace_events, "K") == "" ? true : can(regex("[KE]", coalesce(var.notify_keyspace_events, "K")))',
    message: "must have K or E, without which nothing is published",
    bad: { notifyKeyspaceEvents: "gx" },
  },
];

const userRules: readonly Rule[] = [
  {
    on: "users",
    test: ({ users }) => Object.keys(users).length > 0,
    condition: "length(var.users) > 0",
    message: "must name at least one user: nobody could use the cache",
    bad: { users: {} },
  },
  {
    on: "users",
    test: ({ name, users }) => Object.keys(users).every((user) => name.length + 1 + user.length <= LONGEST_USER_ID),
    condition: `alltrue([for user in keys(var.users) : length(var.name) + 1 + length(user) <= ${LONGEST_USER_ID}])`,
    message: `must have names that are, with the name of the cache and a hyphen, ${LONGEST_USER_ID} characters or less`,
    bad: { users: { "a-name-that-is-longer-than-a-name-can-be": {} } },
  },
  {
    on: "users",
    test: ({ users }) => (users.default?.auth ?? "password") === "password",
    condition: 'try(var.users["default"].auth, "password") == "password"',
    message: "must have a default user only with auth password: clients without a user name have no IAM token",
    bad: { users: { default: { auth: "iam" } } },
  },
  {
    on: "passwords",
    test: ({ users, passwords }) =>
      Object.entries(users).every(([user, { auth }]) => auth !== "password" || user in passwords),
    condition:
      'alltrue([for name, user in var.users : contains(keys(var.passwords), name) if user == null ? false : user.auth == "password"])',
    message: "must have an entry for each user with auth password",
    bad: { users: { web: { auth: "password" } } },
  },
  {
    on: "passwords",
    test: ({ users, passwords }) => Object.keys(passwords).every((user) => users[user]?.auth === "password"),
    condition: 'alltrue([for name in keys(var.passwords) : try(var.users[name].auth, "") == "password"])',
    message: "must be of users with auth password only: name the user in users, or take the password away",
    bad: { users: { web: {} }, passwords: { web: ["correct-horse-battery-staple"] } },
  },
];

/** What the inputs owe to one another. */
export const rules: readonly Rule[] = [
  ...shapeRules,
  ...serverlessRules,
  ...versionRules,
  ...nodeRules,
  ...parameterRules,
  ...userRules,
];
