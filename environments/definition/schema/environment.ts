import { Problem, PropsOf, inputs, raw, t } from "../../../kernel";
import { CacheProps, cacheInputs } from "../../../modules/cache/inputs";
import { ClusterProps, clusterInputs } from "../../../modules/cluster/inputs";
import { DatabaseProps, databaseInputs } from "../../../modules/database/inputs";
import { healthCheckInput } from "../../../modules/dns-failover/health-check";
import { FirewallProps, firewallInputs } from "../../../modules/firewall/inputs";
import { loadBalancerInputs } from "../../../modules/load-balancer/inputs";
import { NetworkProps, networkInputs } from "../../../modules/network/inputs";
import { RegistryProps, registryInputs } from "../../../modules/registry/inputs";
import { SecretsProps, secretsInputs } from "../../../modules/secrets/inputs";
import { serviceInputs } from "../../../modules/service/inputs";
import { UNMANAGED } from "../../../modules/service/unmanaged";
import { queueInputs } from "../../../modules/queue/inputs";
import { storageInputs } from "../../../modules/storage/inputs";
import { bucketName } from "../../../modules/storage/inputs/types";
import { topicInputs } from "../../../modules/topic/inputs";
import { delivery } from "../../../modules/topic/subscription";
import { topicsInput } from "../../../modules/parts/alarm-inputs";
import { RECORD_NAME, domainName, zoneId } from "../../../modules/parts/dns-names";
import { TAG_TEXT, tagsInput } from "../../../modules/parts/inputs";
import { deploymentInput } from "./deployment";
import { overridesInput, unsafeOverridesInput } from "./overrides";
import {
  EnvironmentBucket,
  EnvironmentLoadBalancer,
  EnvironmentQueue,
  EnvironmentService,
  EnvironmentTopic,
} from "./parts";
import { recoveryInput } from "./recovery";
import { region } from "./region";
import { stateInput } from "./state";
import { usesInput } from "./uses";
import { variablesInput } from "./variables";
import { StatedInputs } from "./stated-inputs";

/** Keys of the tags that every stack sets: see wiring/environment-stack.ts. */
const OWN_TAGS: readonly string[] = ["Application", "Environment", "ManagedBy", "DisplayName"];

/** Known only when the stack is made, and right by construction. */
const PLACEHOLDER = raw<never>("wired");

const loadBalancerInput = new StatedInputs<(typeof loadBalancerInputs)["fields"], EnvironmentLoadBalancer>(
  loadBalancerInputs,
  { name: "wired", vpcId: PLACEHOLDER, subnetIds: PLACEHOLDER, targets: {}, tags: {} },
  {},
  { certificateArn: PLACEHOLDER },
);

const serviceInput = new StatedInputs<(typeof serviceInputs)["fields"], EnvironmentService>(
  serviceInputs,
  {
    name: "wired",
    cluster: PLACEHOLDER,
    vpcId: PLACEHOLDER,
    subnetIds: PLACEHOLDER,
    tags: {},
    logKmsKey: PLACEHOLDER,
    // Which stack prepares, and which runs, is the stacks' own.
    prepareOnly: undefined,
    prepared: undefined,
    "routing.listenerArn": PLACEHOLDER,
    "routing.loadBalancerSecurityGroupId": PLACEHOLDER,
    "serviceConnect.namespaceArn": PLACEHOLDER,
    "backlog.queueName": PLACEHOLDER,
  },
  { unmanaged: t.list(t.oneOf(...UNMANAGED)).optional(), uses: usesInput(), variables: variablesInput() },
);

/** What queues and topics are called in an environment. */
const MESSAGING_NAME = [
  /^[a-z][a-z0-9-]{0,22}[a-z0-9]$/,
  "must be 2 to 24 lower-case letters, digits and hyphens",
  { good: "mails", bad: "User Mails" },
] as const;

/** What an environment states. */
export const definitionInputs = inputs({
  /** Name of the application. Names of resources begin with `<application>-<environment>`. */
  application: t.string().pattern(/^[a-z][a-z0-9-]{1,15}$/, "must be 2 to 16 lower-case letters, digits and hyphens", {
    good: "nimbus",
    bad: "Nimbus Tasks",
  }),
  /** Account that the environment lives in. Terraform refuses to touch any other. */
  accountId: t
    .string()
    .pattern(/^[0-9]{12}$/, "must be an account ID of 12 digits", { good: "123456789012", bad: "1234" }),
  /**
   * What people call the environment: a tag, which can change at any time, and which no name depends on. Null sets
   * none.
   */
  displayName: t
    .string()
    .pattern(
      TAG_TEXT,
      "must be letters, digits, spaces and _ . : / = + - @: it is a tag, and some services take no more",
      {
        good: "Nimbus: live",
        bad: "Nimbus (live)",
      },
    )
    .length(1, 60)
    .optional(),
  /** Region of the primary stack. */
  region: region(),
  /**
   * More tags for every resource.
   * @default {}
   */
  tags: tagsInput(50 - OWN_TAGS.length).rule({
    test: (tags) =>
      Object.keys(tags).every((key) => !OWN_TAGS.some((own) => own !== key && own.toLowerCase() === key.toLowerCase())),
    condition: () => "true",
    message: `must not have keys that differ in case only from ${OWN_TAGS.join(", ")}, which every resource has: IAM takes them for one`,
    bad: { environment: "live" },
  }),
  /**
   * Keeps Terraform's state in S3, each stack's in a bucket of its own region; {} is enough. Null keeps it in files
   * beside cdktf.json, for one person's trials.
   */
  state: stateInput(),
  /**
   * Roles that deploy, recover and plan, made by the bootstrap stack. Null: you deploy with credentials of your own.
   */
  deployment: deploymentInput(),
  /** Inputs of the network module. */
  network: new StatedInputs<(typeof networkInputs)["fields"], Omit<NetworkProps, "name" | "tags">>(networkInputs, {
    name: "wired",
    tags: {},
  }),
  /** Inputs of the load-balancer module. Its subnets follow from `internal`. */
  loadBalancer: loadBalancerInput,
  /**
   * The environment's names. The stack requests their certificate; the edge stack makes their records. Null: it has
   * none.
   */
  names: t
    .object({
      /** Public hosted zone of the names, which must exist. */
      zone: t.object({
        /** ID of the hosted zone. */
        id: zoneId(),
        /** Name of the zone, without a dot at its end. */
        name: domainName(),
      }),
      /** Names that clients reach the load balancer by: whole, relative to the zone, or @ for the zone itself. */
      hostnames: t
        .list(
          t
            .string()
            .pattern(RECORD_NAME, "must be a name in lower case: whole, relative to the zone with one label, or @", {
              good: "www",
              bad: "www.",
            }),
        )
        .length(1, 100),
      /**
       * How Route 53 checks the primary region, where there is a recovery region.
       * @default {}
       */
      healthCheck: healthCheckInput(),
      /**
       * SNS topics of us-east-1 that are told when a check fails.
       * @default []
       */
      alarmTopicArns: topicsInput(),
    })
    .optional(),
  /** Where the environment recovers when its region is lost. Null: it has one region. */
  recovery: recoveryInput(serviceInput, loadBalancerInput),
  /**
   * Region of a recovery that was taken out: Terraform needs it to destroy what stood there. Deploy with it once, then
   * take it out too. Null: there was none.
   */
  formerRecoveryRegion: region().optional(),
  /** Inputs of the firewall module, in front of the load balancer. Without it there is none. */
  firewall: new StatedInputs<
    (typeof firewallInputs)["fields"],
    Omit<FirewallProps, "name" | "scope" | "protectedResources" | "tags">
  >(firewallInputs, { name: "wired", scope: "regional", protectedResources: {}, tags: {} }).optional(),
  /**
   * Inputs of the cluster module.
   * @default {}
   */
  cluster: new StatedInputs<(typeof clusterInputs)["fields"], Omit<ClusterProps, "name" | "tags">>(clusterInputs, {
    name: "wired",
    tags: {},
  }).default({}),
  /** Inputs of the database module. Without it there is no database. */
  database: new StatedInputs<
    (typeof databaseInputs)["fields"],
    Omit<DatabaseProps, "name" | "vpcId" | "subnetIds" | "clients" | "tags">
  >(databaseInputs, { name: "wired", vpcId: PLACEHOLDER, subnetIds: PLACEHOLDER, clients: {}, tags: {} }).optional(),
  /** Inputs of the cache module. Without it there is no cache. */
  cache: new StatedInputs<
    (typeof cacheInputs)["fields"],
    Omit<CacheProps, "name" | "vpcId" | "subnetIds" | "clients" | "passwords" | "tags">
  >(cacheInputs, {
    name: "wired",
    vpcId: PLACEHOLDER,
    subnetIds: PLACEHOLDER,
    clients: {},
    passwords: {},
    tags: {},
  }).optional(),
  /**
   * Buckets by name, each with the inputs of the storage module.
   * @default {}
   */
  storage: t
    .map(
      new StatedInputs<(typeof storageInputs)["fields"], EnvironmentBucket>(
        storageInputs,
        { name: PLACEHOLDER, readers: {}, writers: {}, tags: {} },
        { bucketName: bucketName().optional() },
      ),
    )
    .keys(/^[a-z][a-z0-9-]{0,22}[a-z0-9]$/, "must be 2 to 24 lower-case letters, digits and hyphens", {
      good: "uploads",
      bad: "User Files",
    })
    .default({}),
  /**
   * Queues by name, each with the inputs of the queue module. The recovery region has one of each name, which is empty when
   * an incident begins: SQS copies no messages.
   * @default {}
   */
  queues: t
    .map(
      new StatedInputs<(typeof queueInputs)["fields"], EnvironmentQueue>(queueInputs, {
        name: PLACEHOLDER,
        senders: {},
        receivers: {},
        tags: {},
      }),
    )
    .keys(...MESSAGING_NAME)
    .default({}),
  /**
   * Topics by name, each with the inputs of the topic module. The recovery region has one of each name, without what names
   * the primary region: see docs/environments.md.
   * @default {}
   */
  topics: t
    .map(
      new StatedInputs<(typeof topicInputs)["fields"], EnvironmentTopic>(
        topicInputs,
        { name: PLACEHOLDER, publishers: {}, tags: {} },
        {
          /** Queues of the environment that get its messages, by their names in `queues`. */
          queues: t.map(t.object(delivery())).default({}),
        },
      ),
    )
    .keys(...MESSAGING_NAME)
    .default({}),
  /** Inputs of the secrets module. Values are not among them: no secret is ever in code. Without it there are none. */
  secrets: new StatedInputs<
    (typeof secretsInputs)["fields"],
    Omit<SecretsProps, "name" | "values" | "readers" | "tags">
  >(secretsInputs, { name: "wired", values: {}, readers: {}, tags: {} }).optional(),
  /**
   * Inputs of the registry module. One environment of each account and region states it. Without it there is none here.
   */
  registry: new StatedInputs<(typeof registryInputs)["fields"], Omit<RegistryProps, "name" | "tags">>(registryInputs, {
    name: "wired",
    tags: {},
  }).optional(),
  /**
   * Attributes of resources that no input has, by the addresses of the resources as `terraform plan` shows them:
   * `"aws_lb.load_balancer": { idle_timeout: 120 }`. Every stack that has the address takes them, or one alone:
   * `"primary/aws_lb.load_balancer"`. See docs/overrides.md.
   * @default {}
   */
  overrides: overridesInput(),
  /**
   * Overrides that touch a life cycle, protection, encryption, access or retention, each named once more, so that nobody
   * weakens it unseen: `"aws_db_instance.database.backup_retention_period"`.
   * @default []
   */
  unsafeOverrides: unsafeOverridesInput(),
  /** Services by name, each with the inputs of the service module. */
  services: t
    .map(serviceInput)
    .keys(/^[a-z][a-z0-9-]{1,22}[a-z0-9]$/, "must be 3 to 24 lower-case letters, digits and hyphens", {
      good: "web",
      bad: "Web App",
    }),
});

/** An environment as its file states it. */
export type EnvironmentDefinition = PropsOf<typeof definitionInputs>;

/** An environment that has been checked. */
export interface Environment extends EnvironmentDefinition {
  /** Name of its file, without the folders. Names of resources carry it. */
  readonly name: string;
  /** Its file, as messages name it: `environments/examples/shop/production.ts`. */
  readonly file: string;
  /** What is no mistake and may be one all the same, as sentences. */
  readonly warnings: readonly string[];
  /**
   * What it has in common with other environments of the project, and must not have. With a recovery region that refuses no
   * synthesis: stacks of peace refuse their plans, and an incident goes on.
   */
  readonly collisions: readonly Problem[];
}
