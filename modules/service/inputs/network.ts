import { Spell, section, t } from "../../../kernel";
import { SAME_REGION, arn, called } from "../../parts/arns";
import { NAME_KEY, cidrBlock, port, securityGroupId, whole } from "./types";

const NAMESPACE = "arn:aws:servicediscovery:us-east-1:123456789012:namespace/ns-0a1b2c3d4e5f6a7b";

const hasValue = (value: unknown): boolean => value !== undefined && value !== null;

const prefixListId = () =>
  t.string().pattern(/^pl-[0-9a-f]+$/, "must be the ID of a prefix list", { good: "pl-63a5400a", bad: "s3" });

/** Exactly one of a block, a security group and a prefix list. */
const onePeer = {
  test: (peer: { readonly cidr?: string; readonly securityGroupId?: string; readonly prefixListId?: string }) =>
    [peer.cidr, peer.securityGroupId, peer.prefixListId].filter(hasValue).length === 1,
  condition: (ref: string) =>
    `length([for peer in [${ref}.cidr, ${ref}.security_group_id, ${ref}.prefix_list_id] : peer if peer != null]) == 1`,
  message: (spell: Spell<"securityGroupId" | "prefixListId">) =>
    `must have one of cidr, ${spell("securityGroupId")} and ${spell("prefixListId")}`,
};

/** Where the tasks are, who may reach them, and whom they may reach. */
export const networkInputs = {
  ...section("Network", {
    /** ID of the VPC. */
    vpcId: t
      .string()
      .pattern(/^vpc-[0-9a-f]+$/, "must be the ID of a VPC", { good: "vpc-0a1b2c3d", bad: "10.0.0.0/16" }),
    /** IDs of the subnets that tasks run in, one for each zone. */
    subnetIds: t
      .list(
        t
          .string()
          .pattern(/^subnet-[0-9a-f]+$/, "must be the ID of a subnet", { good: "subnet-0a1b2c3d", bad: "private" }),
      )
      .length(1, 16),
    /**
     * Whether tasks get a public address. Only for public subnets, where a network has no NAT.
     * @default false
     */
    assignPublicIp: t.bool().default(false),
    /**
     * Further security groups of the tasks, beside the service's own.
     * @default []
     */
    securityGroupIds: t.list(securityGroupId()).length(0, 4).default([]),
    /**
     * Who may reach the tasks beside the load balancer, by a name of your own: a security group, an IPv4 block or a
     * prefix list.
     * @default {}
     */
    clients: t
      .map(
        t
          .object({
            /** Port that they reach. Null is the container's. */
            port: port().optional(),
            /** IPv4 block of the clients. Give one of `cidr`, `securityGroupId` and `prefixListId`. */
            cidr: cidrBlock().optional(),
            /** ID of the clients' security group. Give one of `cidr`, `securityGroupId` and `prefixListId`. */
            securityGroupId: securityGroupId().optional(),
            /** ID of a prefix list of clients. Give one of `cidr`, `securityGroupId` and `prefixListId`. */
            prefixListId: prefixListId().optional(),
          })
          .example({ cidr: "10.0.0.0/16" })
          .rule({ ...onePeer, bad: { cidr: "10.0.0.0/16", securityGroupId: "sg-0a1b2c3d" } }),
      )
      .keys(...NAME_KEY)
      .default({}),
    /**
     * Whether tasks may reach port 443 anywhere, which pulling images and AWS's own APIs need.
     * @default true
     */
    httpsEgress: t.bool().default(true),
    /**
     * What else tasks may reach over TCP, by a name of your own: a security group, an IPv4 block or a prefix list, and
     * a port. Through the gateway endpoint of Amazon S3, which image layers come by, only its prefix list leads: name
     * it where `httpsEgress` is false.
     * @default {}
     */
    egress: t
      .map(
        t
          .object({
            /** TCP port. */
            port: port(),
            /** IPv4 block of the destination. Give one of `cidr`, `securityGroupId` and `prefixListId`. */
            cidr: cidrBlock().optional(),
            /** ID of the destination's security group. Give one of `cidr`, `securityGroupId` and `prefixListId`. */
            securityGroupId: securityGroupId().optional(),
            /**
             * ID of a prefix list, such as that of a gateway endpoint. Give one of `cidr`, `securityGroupId` and
             * `prefixListId`.
             */
            prefixListId: prefixListId().optional(),
          })
          .example({ cidr: "10.0.0.0/16" })
          .rule({ ...onePeer, bad: { port: 5432, cidr: undefined } }),
      )
      .keys(...NAME_KEY)
      .default({}),
  }),
  ...section("Discovery", {
    /** Service Connect: others call this service by a name, through a proxy beside each task. Null does without. */
    serviceConnect: t
      .object({
        /** ARN of the Cloud Map namespace. */
        namespaceArn: arn("servicediscovery", called("namespace/"), NAMESPACE, SAME_REGION),
        /** How others call this service. Null makes it a client only. */
        server: t
          .object({
            /** Name of the Cloud Map service. Null is the service's own name. */
            discoveryName: t
              .string()
              .pattern(/^[a-z][a-z0-9-]{0,62}$/, "must be lower-case letters, digits and hyphens", {
                good: "web",
                bad: "Web",
              })
              .optional(),
            /**
             * Protocol that the service speaks.
             * @default "http"
             */
            protocol: t.oneOf("http", "http2", "grpc", "tcp").default("http"),
            /** Port that others call. Null is the container's. */
            port: port().optional(),
            /** Name that others call. Null is the service's own name. */
            dnsName: t.string().optional(),
            /** Timeouts of the proxy. Null leaves AWS's own. */
            timeout: t
              .object({
                /**
                 * Seconds after which an idle connection is closed. 0 never closes one.
                 * @default 300
                 */
                idle: whole(0, 86_400, "seconds").default(300),
                /**
                 * Seconds that a request may take. 0 sets no limit; tcp knows no requests.
                 * @default 15
                 */
                request: whole(0, 86_400, "seconds").default(15),
              })
              .optional(),
          })
          .optional(),
      })
      .optional(),
    /** Cloud Map service that gets an A record for each task. Null registers none. */
    serviceRegistry: t
      .object({
        /** ARN of the Cloud Map service. */
        arn: arn(
          "servicediscovery",
          called("service/"),
          "arn:aws:servicediscovery:us-east-1:123456789012:service/srv-0a1b2c3d",
          SAME_REGION,
        ),
      })
      .optional(),
  }),
};
