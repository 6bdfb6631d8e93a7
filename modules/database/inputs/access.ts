import { section, t } from "../../../kernel";
import { ANYWHERE } from "../../parts/arns";
import { byRegion } from "../../parts/regions";
import { freeRole, noWord } from "../words";
import { NAME_KEY, cidrBlock, exactlyOne, keyArn, roleArn, secretArn, securityGroupId, whole } from "./types";

/** A block of clients: everyone is none, however the network around the database is made. */
const clientBlock = () =>
  cidrBlock().rule({
    test: (block) => !block.endsWith("/0"),
    condition: (ref) => `!endswith(${ref}, "/0")`,
    message: "must not be everyone: name the blocks that clients connect from, such as that of a VPN",
    bad: "0.0.0.0/0",
  });

/** Who reaches the database, and as whom. */
export const accessInputs = {
  ...section("Network", {
    /** ID of the VPC. */
    vpcId: t
      .string()
      .pattern(/^vpc-[0-9a-f]+$/, "must be the ID of a VPC", { good: "vpc-0a1b2c3d", bad: "10.0.0.0/16" }),
    /**
     * IDs of the subnets, of two zones at least: Multi-AZ puts the standby into another one than the database. They can
     * be changed in place, but for the one that the database is in.
     */
    subnetIds: t
      .list(
        t
          .string()
          .pattern(/^subnet-[0-9a-f]+$/, "must be the ID of a subnet", { good: "subnet-0a1b2c3d", bad: "database" }),
      )
      .length(2, 20)
      .unique()
      .example(["subnet-0a1b2c3d", "subnet-1b2c3d4e"]),
    /**
     * Kinds of addresses: IPV4, or DUAL with IPv6 as well.
     * @default "IPV4"
     */
    networkType: t.oneOf("IPV4", "DUAL").default("IPV4"),
    /**
     * Who may connect to the database and its proxy, by a name of your own: a security group or an IPv4 block. Nobody
     * else can.
     * @default {}
     */
    clients: t
      .map(
        t
          .object({
            /** ID of the client's security group. Give this or `cidr`. */
            securityGroupId: securityGroupId().optional(),
            /** IPv4 block of the clients. Give this or `securityGroupId`. */
            cidr: clientBlock().optional(),
          })
          .example({ securityGroupId: "sg-0a1b2c3d" })
          .rule({
            ...exactlyOne("securityGroupId", "cidr"),
            bad: { securityGroupId: "sg-0a1b2c3d", cidr: "10.0.0.0/16" },
          }),
      )
      .keys(...NAME_KEY)
      .default({}),
    /**
     * Further security groups of the database, beside the module's own.
     * @default []
     */
    securityGroupIds: t.list(securityGroupId()).length(0, 4).default([]),
  }),
  ...section("Credentials", {
    /**
     * Master user. It is fixed when the instance is made; after a restore it must be that of the source, and the first
     * plan says which that is.
     * @default "postgres"
     */
    username: t
      .string()
      .pattern(
        /^[A-Za-z][A-Za-z0-9_]{0,62}$/,
        "must be a letter, and at most 62 more letters, digits and underscores",
        {
          good: "nimbus",
          bad: "nimbus-admin",
        },
      )
      .rule(freeRole)
      .rule(noWord)
      .default("postgres"),
    /**
     * Where the master password is: exactly one of `generated`, `managed` and `existing`. It never gets into a plan or
     * the state.
     * @default { generated: {} }
     */
    credentials: t
      .object({
        /**
         * A secret of the module's own with a random password, named `<name>/master-user`. Null where the password is
         * elsewhere.
         */
        generated: t
          .object({
            /**
             * Regions that the secret is copied to.
             * @default {}
             */
            replicas: byRegion(
              t.object({
                /** ARN of the KMS key of that region that encrypts the copy. */
                kmsKeyArn: keyArn(ANYWHERE, "us-west-3"),
              }),
            ).default({}),
            /**
             * Days during which the deleted secret can be restored: 7 to 30, or 0 to delete it at once.
             * @default 30
             */
            recoveryWindowInDays: t
              .number()
              .example(30)
              .rule({
                test: (days) => Number.isInteger(days) && (days === 0 || (days >= 7 && days <= 30)),
                condition: (ref) => `floor(${ref}) == ${ref} && (${ref} == 0 || ${ref} >= 7 && ${ref} <= 30)`,
                message: "must be 0 (at once) or 7 to 30 days",
                bad: 3,
              })
              .default(30),
            /**
             * Number of the secret; from 2 on it ends its name. AWS keeps the name of a deleted secret for its recovery
             * window and refuses another one by it ("already scheduled for deletion"): after a return from `managed`, or
             * after the module was destroyed, raise the number. Another number is another secret with another password.
             * @default 1
             */
            number: whole(1, 1000).default(1),
          })
          .optional(),
        /**
         * A secret that RDS makes, and rotates every 7 days. RDS refuses read replicas of such a database. Null where
         * the password is elsewhere.
         */
        managed: t.object({}).optional(),
        /**
         * Your own secret with {username, password}, such as the copy of another region's. Null where the password is
         * elsewhere.
         */
        existing: t
          .object({
            /** ARN of the secret. */
            arn: secretArn(),
            /** KMS key that encrypts the secret, so that readers are granted it. Null is AWS's own key. */
            kmsKey: t
              .object({
                /** ARN of the key. */
                arn: keyArn(),
              })
              .optional(),
          })
          .optional(),
        /**
         * Raise it to set the password anew: a new one for generated, what the secret holds now for existing.
         * @default 1
         */
        passwordVersion: whole(1, 1_000_000).default(1),
      })
      .example({ generated: {} })
      .rule({
        ...exactlyOne("generated", "managed", "existing"),
        bad: { generated: {}, managed: {} },
      })
      .default({ generated: {} }),
    /**
     * Whether IAM roles can connect without a password: grant rds-db:connect on iam_connect_arn, or on
     * client_iam_connect_arn where they go through the proxy.
     * @default true
     */
    iamDatabaseAuthentication: t.bool().default(true),
  }),
  ...section("Proxy", {
    /**
     * RDS Proxy in front of the database: it keeps connections open, holds clients through a failover, and takes TLS
     * only. It signs in as the master user, whose password is the only one that it knows. {} is enough; null makes
     * none.
     */
    proxy: t
      .object({
        /**
         * Whether clients sign in to the proxy as an IAM role (REQUIRED) or with the password of the secret (DISABLED).
         * @default "DISABLED"
         */
        iamAuth: t.oneOf("DISABLED", "REQUIRED").default("DISABLED"),
        /**
         * Seconds after which an idle client's connection is closed.
         * @default 1800
         */
        idleClientTimeout: whole(60, 28_800, "seconds").default(1800),
        /**
         * Share of the database's max_connections that the proxy may open, in percent; 90 leaves some for people.
         * @default 90
         */
        maxConnectionsPercent: whole(1, 100, "percent").default(90),
        /**
         * Share of max_connections that the proxy keeps open while idle, in percent.
         * @default 50
         */
        maxIdleConnectionsPercent: whole(0, 100, "percent").default(50),
        /**
         * Seconds that a client waits for a free connection.
         * @default 120
         */
        connectionBorrowTimeout: whole(1, 300, "seconds").default(120),
        /**
         * SQL operations that do not pin a client to its connection.
         * @default []
         */
        sessionPinningFilters: t.list(t.oneOf("EXCLUDE_VARIABLE_SETS")).default([]),
        /** SQL statements that run on every new connection. Null runs none. */
        initQuery: t.string().pattern(/\S/, "must be SQL", { good: "SET work_mem = '64MB'", bad: " " }).optional(),
        /**
         * Whether the proxy logs SQL statements in detail; AWS turns it off after a day.
         * @default false
         */
        debugLogging: t.bool().default(false),
        /** Role that reads the secret. Null makes a role of the module's own. */
        role: t
          .object({
            /** ARN of the role. */
            arn: roleArn("nimbus-proxy"),
          })
          .optional(),
      })
      .rule({
        test: ({ maxConnectionsPercent, maxIdleConnectionsPercent }) =>
          (maxIdleConnectionsPercent ?? 0) <= (maxConnectionsPercent ?? 0),
        condition: (ref) => `${ref}.max_idle_connections_percent <= ${ref}.max_connections_percent`,
        message: (spell) =>
          `must have a ${spell("maxIdleConnectionsPercent")} that is not above ${spell("maxConnectionsPercent")}`,
        bad: { maxConnectionsPercent: 10, maxIdleConnectionsPercent: 20 },
      })
      .optional(),
  }),
};
