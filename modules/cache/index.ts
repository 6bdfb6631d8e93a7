import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import { Construct } from "constructs";
import {
  ModuleConstruct,
  ModuleDefinition,
  at,
  choose,
  given,
  heading,
  not,
  one,
  shorthand,
  tf,
  when,
} from "../../kernel";
import { createLogKey } from "../parts/log-key";
import { lookUpSurroundings } from "../parts/surroundings";
import { named } from "../parts/tags";
import { createAlarms } from "./alarms";
import { completeInputs } from "./context";
import { guardCache } from "./guards";
import { CacheProps, cacheInputs } from "./inputs";
import { Parts, createLogGroups, createNodes } from "./nodes";
import { createParameterGroup } from "./parameters";
import { NAMES } from "./parameter-names";
import { createSecurityGroup, lastPort } from "./security";
import { createServerless } from "./serverless";
import { Users, createUsers } from "./users";

export type { CacheProps } from "./inputs";

type Fields = (typeof cacheInputs)["fields"];

/** What lets an IAM role connect as one of the users: a statement of the service module's `task_statements`. */
export interface ConnectStatement {
  readonly effect: "Allow";
  readonly actions: readonly string[];
  readonly resources: readonly string[];
}

/** Valkey or Redis on ElastiCache: nodes over several zones, or serverless; encrypted, and open to named users only. */
export class Cache extends ModuleConstruct<Fields> {
  static readonly definition: ModuleDefinition<Fields> = {
    name: "cache",
    description:
      "Valkey or Redis on ElastiCache: nodes over several zones, or serverless; encrypted, and open to named users only.",
    notes: `
By itself it is Valkey on two nodes in two zones, with automatic failover, TLS, a KMS key of its own, daily snapshots that
are kept for a week, and its logs in CloudWatch. \`shards\` spreads the keys, \`serverless\` leaves the size to AWS.

**Who gets in.** Over the network: the security groups and blocks in \`clients\`, on the cache's port. As whom: the \`users\`.
With IAM (the default) an application signs a token with its role, which needs \`elasticache:Connect\` on the cache and on the
user: the output \`connect_statements\` holds that statement for each user, as the service module takes it in
\`task_statements\`. The engine's own default user is switched off, unless \`users\` has a \`default\` with a password for clients
that know no user names. A client gets another name, or swaps with another, in one apply; for a moment it opens no new connection.
A user under another name is another user.

**Passwords are in the state.** The AWS provider 5.100 has no write-only argument for them. Use IAM; or keep state and plan
files encrypted and closed.

**What replaces a cache.** A replacement loses the data, so the plan refuses it until \`replacements\` is raised by the same
change. What AWS can do in place is done in place: the node type, replicas, shards, subnets, Multi-AZ, a higher version, going
from Redis to Valkey, users, logs and windows. Nodes leave a snapshot behind when they are destroyed
(\`skip_final_snapshot\`); give its name in \`snapshot\` to start from it. The module's own key goes with the cache, 30 days
later, and what is encrypted with it can be read no more: restore the snapshot before, or give \`kms_key\` from the start.

**When a change takes effect.** A new node type or version waits for the maintenance window unless \`apply_immediately\`, and
the plan shows it again until then.

**Minor versions.** AWS raises them by itself (\`auto_minor_version_upgrade\`), and the plan then wants the older one of
\`engine_version\` back, by a new cache. That fails, since the id is taken, and loses nothing: raise \`engine_version\` too.

**Logs.** ElastiCache writes through CloudWatch's log delivery, whose resource policy AWS makes as long as whoever applies
has \`logs:PutResourcePolicy\` and \`logs:CreateLogDelivery\`.`,
    inputs: cacheInputs,
    tables: { cache_parameters: NAMES },
    example: {
      name: "nimbus-production",
      vpcId: "vpc-0a1b2c3d4e5f60718",
      subnetIds: ["subnet-0a1b2c3d4e5f60718", "subnet-18070f6e5d4c3b2a1"],
      users: { web: {} },
    },
  };

  /** Id of the replication group or name of the serverless cache: what an IAM token is signed for. */
  readonly cacheId: string;
  readonly arn: string;
  /** Host name to connect to: of the primary; with shards that of the configuration. */
  readonly endpoint: string;
  readonly port: number;
  /** `rediss://host:port`, without a user. */
  readonly url: string;
  /** Host name for reads that may be a little old; null with shards, whose clients find the replicas themselves. */
  readonly readerEndpoint: string;
  readonly securityGroupId: string;
  readonly kmsKeyArn: string;
  private readonly userNames: string;
  private readonly userArns: string;
  private readonly lastPort: number;

  constructor(scope: Construct, id: string, props: CacheProps) {
    super(scope, id, Cache.definition, props);
    const { inputs } = this;
    const context = completeInputs(this, inputs);
    const { port } = context;
    const kmsKeyArn = this.createKey();
    const securityGroup = createSecurityGroup(this, context);
    const users = createUsers(this, context);
    const parts: Parts = {
      kmsKeyArn,
      securityGroupId: securityGroup.id,
      userGroupId: users.group.userGroupId,
      guards: guardCache(this, context),
    };
    const parameterGroupName = createParameterGroup(this, context);
    const logs = createLogGroups(this, context, kmsKeyArn);
    const nodes = createNodes(this, context, { ...parts, parameterGroupName, logs });
    const serverless = createServerless(this, context, parts);
    createAlarms(this, context);

    const either = (ofNodes: unknown, ofServerless: unknown): string =>
      choose<string>(given(inputs.serverless), ofServerless, ofNodes);
    this.lastPort = lastPort(context);
    this.cacheId = this.output(
      "cacheId",
      "Id of the replication group or name of the serverless cache, known once it is there: what an IAM token is signed for.",
      either(one(nodes, "id"), one(serverless, "name")),
    );
    this.arn = this.output("arn", "ARN of the cache.", either(one(nodes, "arn"), one(serverless, "arn")));
    heading(this, "Address");
    const ofNodes: string = choose(
      given(inputs.shards),
      one(nodes, "configuration_endpoint_address"),
      one(nodes, "primary_endpoint_address"),
    );
    this.endpoint = this.output(
      "endpoint",
      "Host name to connect to, over TLS: of the primary, with shards of the configuration, or of the serverless cache.",
      shorthand(this, "endpoint", either(ofNodes, one(serverless, "endpoint[0].address"))),
    );
    this.port = this.output("port", "Port of the endpoint.", port);
    this.url = this.output(
      "url",
      "The endpoint as rediss://host:port, without a user.",
      `rediss://${this.endpoint}:${port}`,
    );
    this.readerEndpoint = this.output(
      "readerEndpoint",
      "Host name for reads that may be a little old, on port 6380 for a serverless cache; null with shards, whose clients find the replicas themselves.",
      either(
        choose(given(inputs.shards), null, one(nodes, "reader_endpoint_address")),
        one(serverless, "reader_endpoint[0].address"),
      ),
    );
    this.output(
      "engineVersion",
      "Version that runs, with its patch.",
      either(one(nodes, "engine_version_actual"), one(serverless, "full_engine_version")),
    );
    this.securityGroupId = this.output("securityGroupId", "Security group of the cache.", securityGroup.id);
    this.kmsKeyArn = this.output("kmsKeyArn", "Key of the data, the snapshots and the logs.", kmsKeyArn);
    this.output("parameterGroupName", "Parameter group of the nodes; null for a serverless cache.", parameterGroupName);
    this.output(
      "logGroupNames",
      "Log groups of the nodes, by the name of the log.",
      tf`{ for log, group in ${logs} : log => group.name }`,
    );
    const { userNames, userArns } = this.describeUsers(users);
    this.userNames = userNames;
    this.userArns = userArns;
  }

  /** Lets a security group reach the cache: an input `clients` of the plain module, as a verb. */
  allowFrom(name: string, securityGroupId: string): void {
    new VpcSecurityGroupIngressRule(this, `from_${name}`, {
      securityGroupId: this.securityGroupId,
      description: `Commands from ${name}`,
      referencedSecurityGroupId: securityGroupId,
      ipProtocol: "tcp",
      fromPort: this.port,
      toPort: this.lastPort,
      tags: named(this.inputs.tags, `${this.inputs.name}-cache-${name}`),
    });
  }

  /** What a role needs to connect as the user, by the user's name in `users`: one of a service's `taskStatements`. */
  connectStatement(user: string): ConnectStatement {
    return {
      effect: "Allow",
      actions: ["elasticache:Connect"],
      resources: [this.arn, tf<string>`${this.userArns}[${user}]`],
    };
  }

  /** What the user is called in the cache, by the user's name in `users`. */
  userName(user: string): string {
    return tf<string>`${this.userNames}[${user}]`;
  }

  private createKey(): string {
    heading(this, "Encryption key");
    const { name, kmsKey, tags } = this.inputs;
    const key = createLogKey(this, "this", {
      count: when(not(given(kmsKey))),
      name: `${name}-cache`,
      description: `Data, snapshots and logs of the cache ${name}`,
      ...lookUpSurroundings(this),
      logGroupName: `/elasticache/${name}/*`,
      tags,
    });
    return shorthand(this, "kms_key_arn", choose<string>(given(kmsKey), kmsKey.arn, one(key, "arn")));
  }

  private describeUsers({ users, group }: Users): { userNames: string; userArns: string } {
    const ofUsers = (attribute: string): string =>
      tf<string>`{ for user in keys(${this.inputs.users}) : user => ${at(users, tf`user`, attribute)} }`;
    this.output("userGroupId", "User group of the cache.", group.userGroupId);
    this.output("userIds", "Ids of the users in ElastiCache, by their names in users.", ofUsers("user_id"));
    const userNames = this.output(
      "userNames",
      "What the users are called in the cache, by their names in users: what a client authenticates as.",
      ofUsers("user_name"),
    );
    const userArns = this.output("userArns", "ARNs of the users, by their names in users.", ofUsers("arn"));
    this.output(
      "connectStatements",
      "What a role needs to connect as each of the users with auth iam, by their names: an entry of the service module's task_statements.",
      tf`{ for user, settings in ${this.inputs.users} : user => {
        effect = "Allow"
        actions = ["elasticache:Connect"]
        resources = [${this.arn}, ${at(users, tf`user`, "arn")}]
      } if settings.auth == "iam" }`,
    );
    return { userNames, userArns };
  }
}
