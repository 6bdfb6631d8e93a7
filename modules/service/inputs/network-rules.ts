import { CrossRule } from "../../../kernel";
import type { serviceFields } from "./fields";

type Rule = CrossRule<typeof serviceFields>;

const ROUTED = {
  listenerArn:
    "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d",
  loadBalancerSecurityGroupId: "sg-0a1b2c3d",
  priority: 100,
  paths: ["/*"],
};

const SIGN_IN = {
  userPoolArn: "arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_a1B2c3D4e",
  userPoolClientId: "1example23456789",
  userPoolDomain: "nimbus-production",
};

/** What a service that is reached, or reaches others, needs. */
export const networkRules: readonly Rule[] = [
  {
    on: "routing",
    test: ({ routing, port }) => !routing || hasValue(port),
    condition: "var.routing == null ? true : var.port != null",
    message: "needs port, the port that the main container listens on",
    bad: { routing: ROUTED, port: undefined },
  },
  {
    on: "backlog",
    test: ({ backlog, scaling }) => !backlog || Boolean(scaling),
    condition: "var.backlog == null || var.scaling != null",
    message: "needs scaling, which says how few and how many tasks there may be",
    bad: {
      backlog: { queueName: "nimbus-production-mails", target: 100 },
      scaling: undefined,
      desiredCount: 2,
    },
  },
  {
    on: "authenticate",
    test: ({ authenticate, routing }) => !authenticate || Boolean(routing),
    condition: "var.authenticate == null || var.routing != null",
    message: "needs routing, whose rule has users sign in",
    bad: { authenticate: SIGN_IN, routing: undefined },
  },
  {
    on: "authenticate",
    test: ({ authenticate, routing }) =>
      !authenticate || !routing || region(authenticate.userPoolArn) === region(routing.listenerArn),
    condition: 'try(split(":", var.authenticate.user_pool_arn)[3] == split(":", var.routing.listener_arn)[3], true)',
    message: "must have a user pool of the load balancer's region",
    bad: {
      authenticate: {
        ...SIGN_IN,
        userPoolArn: "arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_a1B2c3D4e",
      },
      routing: ROUTED,
    },
  },
  {
    on: "clients",
    test: ({ clients, port }) => hasValue(port) || Object.values(clients).every((client) => hasValue(client.port)),
    condition:
      "alltrue([for client in values(var.clients) : client.port != null || var.port != null if client != null])",
    message: "must hold only values with a port, as the main container has none",
    bad: { clients: { api: { securityGroupId: "sg-0a1b2c3d" } }, port: undefined, routing: undefined },
  },
  {
    on: "serviceConnect",
    test: ({ serviceConnect, port }) => !serviceConnect?.server || hasValue(port),
    condition: "var.service_connect == null ? true : var.service_connect.server == null ? true : var.port != null",
    message: "needs port, the port that the main container listens on, when it has a server",
    bad: {
      serviceConnect: {
        namespaceArn: "arn:aws:servicediscovery:us-east-1:123456789012:namespace/ns-0a1b2c3d4e5f6a7b",
        server: {},
      },
      port: undefined,
      routing: undefined,
    },
  },
];

const region = (arn: string): string => arn.split(":")[3];
const hasValue = (value: unknown): boolean => value !== undefined && value !== null;
