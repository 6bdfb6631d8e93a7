import { DbInstance } from "@cdktf/provider-aws/lib/db-instance";
import { DbProxy } from "@cdktf/provider-aws/lib/db-proxy";
import { Construct } from "constructs";
import { ModuleConstruct, ModuleDefinition, choose, given, heading, not, one, shorthand, tf, when } from "../../kernel";
import { createLogKey } from "../parts/log-key";
import { lookUpSurroundings } from "../parts/surroundings";
import { createAlarms } from "./alarms";
import { Context } from "./context";
import { createCredentials, managedSecretArn } from "./credentials";
import { DatabaseProps, databaseInputs } from "./inputs";
import { Parts, createInstance } from "./instance";
import { createEvents, createMonitoring } from "./monitoring";
import { createParameterGroup } from "./parameter-group";
import { ALL } from "./parameter-names";
import { WORDS } from "./words";
import { createProxy } from "./proxy";
import { createReplicas } from "./replicas";
import { SecurityGroups, allowFrom, createSecurityGroups } from "./security";
import { createChecks, rememberOrigin, stateOrigin } from "./origin";
import { Existing, guardData } from "./safeguard";
import { isStriped } from "./storage";

export type { DatabaseProps } from "./inputs";
export type { Existing } from "./safeguard";

type Fields = (typeof databaseInputs)["fields"];

/** A policy statement as the service module takes it. */
export interface ConnectStatement {
  readonly effect: "Allow";
  readonly actions: readonly string[];
  readonly resources: readonly string[];
}

/** What only an app can say: Terraform wants it literally. */
export interface DatabaseOptions {
  /**
   * What Terraform leaves alone, as Terraform spells it: attributes that the AWS provider does not hand over when it restores
   * a point in time, so that a second apply would change them.
   *
   * @default - nothing
   */
  readonly unmanaged?: readonly ("backup_window" | "maintenance_window")[];
  /**
   * What AWS has under this name, for an app that takes over what a killed run has left: with it, what is half made is kept
   * too, and nothing is replaced before its conditions hold.
   *
   * @default - nobody asks: only what an apply has finished is known
   */
  readonly existing?: Existing;
  /**
   * Whether the plan refuses what would lose the data: false where the app does so itself, as it knows more of the copies.
   *
   * @default true
   */
  readonly isGuarded?: boolean;
}

/** PostgreSQL on RDS: over two zones, encrypted, backed up, closed by default; empty, restored or a replica. */
export class Database extends ModuleConstruct<Fields> {
  static readonly definition: ModuleDefinition<Fields> = {
    name: "database",
    description:
      "PostgreSQL on RDS: over two zones, encrypted, backed up, closed by default; empty, restored or a replica.",
    notes: `
**Its data is safe from Terraform.** What \`origin\` says counts when the database is made: clearing it later changes nothing,
and the plan refuses another one until \`replacements\` is raised with it. So it does with a change that could only be made
by a new database (\`name\`, \`kms_key\`, \`db_name\`, \`username\`), and with a new database in the place of one that is
tainted or has gone. AWS refuses to delete the database while \`deletion_protection\` is on; and a final snapshot is taken when
it goes.

**Renaming a client**, or swapping two, takes one apply: what goes is gone before what comes is made, since AWS refuses two rules
for one client. For a moment it opens no new connection; those that it has stay.

**A snapshot is looked at first.** The plan that would restore it fails while it is not there (\`data.aws_db_snapshot.origin_snapshot\`),
not complete, not encrypted or too large.

**A key outlives the module by 30 days.** Destroying the module deletes its own key too, and the final snapshot and the
backups that are left can be read for as long as KMS waits. Restore them, copy the snapshot with another key, or take the
deletion back (\`aws kms cancel-key-deletion\`). Give \`kms_key\` from the start where they must stay.

**No password in plan or state.** The module's own secret gets a random value that Terraform never stores, and the database
gets what the secret holds. Each run reads the secret: who plans needs \`secretsmanager:GetSecretValue\` and
\`secretsmanager:GetRandomPassword\`, and \`kms:Decrypt\` of the key.

**Whose secret.** \`credentials\` can go from \`generated\` to \`managed\` and back, in place. AWS keeps the name of a deleted secret
for its recovery window: on the way back, and where the module is made again, \`credentials.generated.number = 2\` names another.

**Restoring.** Since 2025 RDS takes a backup right after a restore and Terraform waits for it, for hours where there is much
data. \`origin = { snapshot = { id = "..." }, defer_protection = true }\` restores into one zone without backups; set
\`defer_protection\` to false and apply again as soon as the database serves. Until then every plan warns. A restored database
has the key, the users and the databases of its source; the master password is set to that of the secret.

**Promoting a replica.** Set \`origin\` to null and apply: the instance is promoted in
place. Apply once more, since RDS takes some settings from a standalone database only.

**Upgrades.** Minor versions come by themselves. For a major one raise \`engine_version\` with
\`allow_major_version_upgrade = true\`: the new parameter group is made first, of the family that fits.

**TLS only.** \`rds.force_ssl\` is on; clients find the authorities in
https://truststore.pki.rds.amazonaws.com/global/global-bundle.pem and should use \`sslmode=verify-full\`.`,
    inputs: databaseInputs,
    tables: { postgres_parameters: ALL, postgres_words: WORDS },
    example: {
      name: "nimbus-production",
      instanceClass: "db.m7g.large",
      vpcId: "vpc-0a1b2c3d",
      subnetIds: ["subnet-0a1b2c3d", "subnet-1b2c3d4e"],
      dbName: "nimbus",
    },
  };

  readonly address: string;
  readonly port: number;
  readonly arn: string;
  readonly identifier: string;
  readonly securityGroupId: string;
  /** The secret with the master user's name and password. */
  readonly secretArn: string;
  /** Key of the secret, which its readers need as well. */
  readonly kmsKeyArn: string;
  readonly resourceId: string;
  /** Null without a proxy. */
  readonly proxyEndpoint: string;
  /** Host name that clients connect to: of the proxy where there is one, else of the database. */
  readonly clientAddress: string;
  /** Security group that clients must be let out to: of the proxy where there is one, else of the database. */
  readonly clientSecurityGroupId: string;
  /** ARN of all users for `rds-db:connect`; put a user's name in the place of the asterisk. */
  readonly iamConnectArn: string;
  /** The same for `clientAddress`: IAM knows a proxy by an identifier of its own. */
  readonly clientIamConnectArn: string;

  private readonly context: Context;
  private readonly groups: SecurityGroups;

  constructor(
    scope: Construct,
    id: string,
    props: DatabaseProps,
    { unmanaged = [], existing, isGuarded = true }: DatabaseOptions = {},
  ) {
    super(scope, id, Database.definition, props);
    this.context = this.createContext();
    const { context } = this;
    const { credentials: wanted } = this.inputs;

    this.groups = createSecurityGroups(this, context);
    const parts: Parts = {
      groups: this.groups,
      credentials: createCredentials(this, context),
      parameterGroupName: createParameterGroup(this, context),
      monitoring: createMonitoring(this, context),
      origin: stateOrigin(this, context),
      unmanaged,
    };
    const database = createInstance(this, context, parts);
    const managedSecret = managedSecretArn(this, context, database);
    const givenSecret: string = choose(given(wanted.existing), wanted.existing.arn, managedSecret);
    this.secretArn = shorthand(
      this,
      "secret_arn",
      choose<string>(given(wanted.generated), one(parts.credentials.secret, "arn"), givenSecret),
    );
    const replicas = createReplicas(this, context, parts, database);
    const proxy = createProxy(this, context, parts, database, this.secretArn);
    createEvents(this, context, database, replicas);
    createAlarms(this, context, database, replicas);
    if (isGuarded) {
      const memory = rememberOrigin(this, context, parts.origin, database);
      guardData(this, context, parts.origin, database, memory, existing);
    }
    createChecks(this, context, database, parts.origin);

    this.address = this.output("address", "Host name of the database.", database.address);
    this.port = this.output("port", "Port of the database.", database.port);
    this.arn = this.output("arn", "ARN of the database.", database.arn);
    this.identifier = this.output("identifier", "Identifier of the database.", database.identifier);
    this.securityGroupId = this.output("securityGroupId", "Security group of the database.", this.groups.database.id);
    this.output("secretArn", "Secret with the master user's username and password.", this.secretArn);
    this.kmsKeyArn = this.output("kmsKeyArn", "Key of the secret and the logs.", context.kmsKeyArn);
    this.resourceId = this.output(
      "resourceId",
      "Identifier that never changes, by which IAM and Performance Insights know the database.",
      database.resourceId,
    );
    this.proxyEndpoint = this.output(
      "proxyEndpoint",
      "Host name of the proxy; null without one.",
      one(proxy, "endpoint"),
    );
    const { proxy: wantedProxy } = this.inputs;
    this.clientAddress = this.output(
      "clientAddress",
      "Host name that clients connect to: of the proxy where there is one, else of the database.",
      choose(given(wantedProxy), one(proxy, "endpoint"), database.address),
    );
    this.clientSecurityGroupId = this.output(
      "clientSecurityGroupId",
      "Security group that clients must be let out to: of the proxy where there is one, else of the database.",
      choose(given(wantedProxy), one(this.groups.proxy, "id"), this.groups.database.id),
    );
    this.iamConnectArn = this.output(
      "iamConnectArn",
      "ARN of all users for rds-db:connect; put a user's name in the place of the asterisk.",
      this.connectArn(database.resourceId),
    );
    this.clientIamConnectArn = this.output(
      "clientIamConnectArn",
      "The same for client_address: IAM knows the proxy, where there is one, by an identifier of its own.",
      this.connectArn(
        choose(given(wantedProxy), tf`reverse(split(":", ${one(proxy, "arn")}))[0]`, database.resourceId),
      ),
    );
    this.declareMoreOutputs(database, replicas, proxy, parts);
  }

  /** Lets another security group connect to the database, and to its proxy: an entry of `clients`, as a verb. */
  allowFrom(name: string, securityGroupId: string): void {
    allowFrom(this, this.context, this.groups, name, securityGroupId);
  }

  /** What a role needs to sign in as a user at `clientAddress`: one of a service's `taskStatements`. */
  connectStatement(user: string): ConnectStatement {
    return {
      effect: "Allow",
      actions: ["rds-db:connect"],
      resources: [tf<string>`replace(${this.clientIamConnectArn}, "*", ${user})`],
    };
  }

  private createContext(): Context {
    const { name, kmsKey, origin, tags } = this.inputs;
    const place = lookUpSurroundings(this);
    heading(this, "Encryption key");
    const key = createLogKey(this, "this", {
      count: when(not(given(kmsKey))),
      name: `${name}-database`,
      description: `Database ${name}`,
      ...place,
      logGroupName: `/aws/rds/*/${name}*`,
      tags,
    });
    return {
      inputs: this.inputs,
      ...place,
      kmsKeyArn: shorthand(this, "kms_key_arn", choose<string>(given(kmsKey), kmsKey.arn, one(key, "arn"))),
      isStriped: shorthand(this, "is_striped", isStriped(this.inputs)),
      isReplica: shorthand(this, "is_replica", given(origin.replicaOf)),
      isPointInTime: shorthand(this, "is_point_in_time", given(origin.pointInTime)),
    };
  }

  private connectArn(resourceId: string): string {
    const { partition, region, accountId } = this.context;
    return `arn:${partition}:rds-db:${region}:${accountId}:dbuser:${resourceId}/*`;
  }

  private declareMoreOutputs(database: DbInstance, replicas: DbInstance, proxy: DbProxy, parts: Parts): void {
    this.output("endpoint", "Host name and port of the database.", database.endpoint);
    this.output("hostedZoneId", "Route 53 zone of the host name, for an alias record.", database.hostedZoneId);
    this.output("dbName", "Name of the first database; null when there is none.", database.dbName);
    this.output("username", "Master user.", database.username);
    this.output("engineVersionActual", "Version that runs, with its minor part.", database.engineVersionActual);
    this.output("storageKmsKeyArn", "Key of the storage; after a restore that of the source.", database.kmsKeyId);
    this.output(
      "replicaAddresses",
      "Host names of the read replicas, by their names.",
      tf`{ for name, replica in ${replicas} : name => replica.address }`,
    );
    this.output(
      "replicaArns",
      "ARNs of the read replicas, by their names.",
      tf`{ for name, replica in ${replicas} : name => replica.arn }`,
    );
    this.output("proxyArn", "ARN of the proxy; null without one.", one(proxy, "arn"));
    this.output("proxySecurityGroupId", "Security group of the proxy; null without one.", one(this.groups.proxy, "id"));
    this.output("parameterGroupName", "Name of the parameter group.", parts.parameterGroupName);
    this.output("subnetGroupName", "Name of the subnet group.", database.dbSubnetGroupName);
    this.output("monitoringRoleArn", "Role that writes the measurements; null without any.", parts.monitoring.roleArn);
    this.output(
      "logGroupNames",
      "Log groups of the database and its replicas.",
      tf`{ for log, group in ${parts.monitoring.logGroups[0]} : log => group.name }`,
    );
  }
}
