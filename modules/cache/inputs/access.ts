import { section, t } from "../../../kernel";
import { cidrBlock } from "../../parts/inputs";
import { NAME_KEY, id } from "./types";

/**
 * What an application needs: every key, every channel, every command but those that administrate or can stop the server
 * (KEYS, FLUSHALL, CONFIG, …). INFO is counted among them, but most clients and job queues ask for it as they connect.
 */
export const APPLICATION = "on ~* &* +@all -@admin -@dangerous +info";

/** Source: ElastiCache User Guide, "Role-Based Access Control (RBAC)": what a password of a user is made of. */
const password = () =>
  t
    .string()
    .length(16, 128)
    .pattern(/^[!#-+.0-?A-~-]*$/, 'must be of printable characters of ASCII, without spaces, and without , " / @', {
      good: "correct-horse-battery-staple",
      bad: "correct horse battery staple",
    });

/** Who may reach the cache over the network, and as whom. */
export const accessInputs = {
  ...section("Network", {
    /** VPC of the cache. Changing it replaces the cache. */
    vpcId: id("vpc", "VPC"),
    /**
     * Subnets, in at least two zones: ones without a route to the internet. Nodes take new ones at once; those of a
     * serverless cache cannot change, and a warning says so until a new cache is made (replacements).
     */
    subnetIds: t
      .list(id("subnet", "subnet"))
      .length(2, 20)
      .unique()
      .example(["subnet-0a1b2c3d4e5f60718", "subnet-1b2c3d4e5f6071829"]),
    /**
     * Who may reach the cache, by a name of your own: a security group or an IPv4 block. Nobody else can; there is no
     * way out of the cache's security group at all.
     * @default {}
     */
    clients: t
      .map(
        t
          .object({
            /** ID of the clients' security group. Give this or `cidr`. */
            securityGroupId: id("sg", "security group").optional(),
            /** IPv4 block of the clients, such as a VPN's. Give this or `securityGroupId`. */
            cidr: cidrBlock()
              .rule({
                test: (block) => !block.endsWith("/0"),
                condition: (ref) => `!endswith(${ref}, "/0")`,
                message: "must not be everyone: name the blocks that clients connect from",
                bad: "0.0.0.0/0",
              })
              .optional(),
          })
          .example({ securityGroupId: "sg-0a1b2c3d4e5f60718" })
          .rule({
            test: ({ cidr, securityGroupId }) => (cidr ?? null) === null || (securityGroupId ?? null) === null,
            condition: (ref) => `${ref}.cidr == null || ${ref}.security_group_id == null`,
            message: (spell) => `must have a cidr or a ${spell("securityGroupId")}, not both`,
            bad: { cidr: "10.0.0.0/16", securityGroupId: "sg-0a1b2c3d4e5f60718" },
          })
          .rule({
            test: ({ cidr, securityGroupId }) => (cidr ?? null) !== null || (securityGroupId ?? null) !== null,
            condition: (ref) => `${ref}.cidr != null || ${ref}.security_group_id != null`,
            message: (spell) => `must have a cidr or a ${spell("securityGroupId")}`,
            bad: { securityGroupId: undefined },
          }),
      )
      .keys(...NAME_KEY)
      .default({}),
  }),
  ...section("Users", {
    /**
     * Users by a name of your own, at least one; the cache calls them `<name of the cache>-<name>`. A user named
     * default, with a password, lets in clients that know no user names.
     */
    users: t
      .map(
        t.object({
          /**
           * How the user proves who they are: by a token that is signed with an IAM role, or by a password.
           * @default "iam"
           */
          auth: t.oneOf("iam", "password").default("iam"),
          /**
           * What the user may do, as the engine's ACL rules say it.
           * @default "on ~* &* +@all -@admin -@dangerous +info"
           */
          accessString: t
            .string()
            .pattern(/^(on|off) .*\S$/, "must begin with on or off, and go on with what is allowed", {
              good: "on ~* +@read",
              bad: "~* +@all",
            })
            .default(APPLICATION),
        }),
      )
      .keys(...NAME_KEY),
    /**
     * Passwords of the users with auth password, by their names: one, or two while clients change over. The AWS
     * provider 5.100 has no write-only argument, so they are in the state and in plan files in the clear: keep both
     * encrypted, or use IAM.
     * @default {}
     */
    passwords: t
      .map(t.list(password()).length(1, 2))
      .keys(...NAME_KEY)
      .default({})
      .sensitive(),
  }),
};
