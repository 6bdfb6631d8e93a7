import { section, t } from "../../../kernel";
import { HERE, livesAt } from "../../parts/arns";
import { authenticate } from "./authentication";
import { absolutePath, cidrBlock, securityGroupId, whole } from "./types";

const LISTENER =
  "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/nimbus-production/0a1b2c3d4e5f6a7b/8c9d0e1f2a3b4c5d";

/**
 * The load balancer asks often and needs few answers, so that a deployment is not held up: a new task gets requests
 * after its first success, within 10 seconds of listening; a dead one loses them within 30.
 *
 * Source: Amazon ECS Developer Guide, "Optimize load balancer health check parameters for Amazon ECS".
 */
const health = t
  .object({
    /**
     * Path that is asked.
     * @default "/"
     */
    path: absolutePath("/healthz").length(1, 1024).default("/"),
    /**
     * Statuses of a healthy answer: HTTP codes such as 200-299, or gRPC codes such as 0.
     * @default "200-299"
     */
    matcher: t
      .string()
      .pattern(
        /^([2-4][0-9]{2}|[0-9]{1,2})([,-]([2-4][0-9]{2}|[0-9]{1,2}))*$/,
        "must be HTTP codes from 200 to 499, such as 200-299 or 200,204, or gRPC codes from 0 to 99",
        { good: "200-299", bad: "2xx" },
      )
      .default("200-299"),
    /**
     * Seconds between two checks.
     * @default 10
     */
    interval: whole(5, 300, "seconds").default(10),
    /**
     * Seconds after which a check has failed; less than `interval`.
     * @default 5
     */
    timeout: whole(2, 120, "seconds").default(5),
    /**
     * Successes in a row after which a task gets requests.
     * @default 2
     */
    healthyThreshold: whole(2, 10).default(2),
    /**
     * Failures in a row after which a task gets none.
     * @default 3
     */
    unhealthyThreshold: whole(2, 10).default(3),
  })
  .rule({
    test: ({ interval = 10, timeout = 5 }) => timeout < interval,
    condition: (ref) => `${ref}.timeout < ${ref}.interval`,
    message: "must have a timeout below its interval",
    bad: { interval: 5, timeout: 5 },
  });

/** Source: Elastic Load Balancing, "Edit target group attributes for your Application Load Balancer", on sticky sessions. */
const cookieName = () =>
  t
    .string()
    .pattern(/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,256}$/, "must be the name of a cookie", {
      good: "SESSION",
      bad: "my session",
    })
    .rule({
      test: (name) => !name.startsWith("AWSALB"),
      condition: (ref) => `!startswith(${ref}, "AWSALB")`,
      message: "must not begin with AWSALB, which the load balancer's own cookies do; leave it out to use those",
      bad: "AWSALB",
    });

/** Host names and patterns of a listener rule. Source: Elastic Load Balancing, "Condition types for listener rules". */
const hostPattern = () =>
  t
    .string()
    .pattern(
      /^[A-Za-z0-9*?_-]{1,63}([.][A-Za-z0-9*?_-]{1,63})*[.][A-Za-z*?][A-Za-z0-9*?-]{0,62}$/,
      "must be a host name, in which * and ? may stand for what varies, without https:// and port",
      { good: "app.nimbus.example", bad: "https://app.nimbus.example" },
    )
    .length(1, MOST_CHARACTERS);

const routePattern = () =>
  t
    .string()
    .pattern(
      /^\/[A-Za-z0-9_.$/~"'@:+&;*?%=!,()-]*$/,
      "must begin with a slash and hold letters, digits, * and ? for what varies, and what a path may hold",
      { good: "/api/*", bad: "api/*" },
    )
    .length(1, MOST_CHARACTERS);

const headerPattern = () => t.string().example("nimbus").length(1, MOST_CHARACTERS);

const GRPC_CODES = /^[0-9]{1,2}([,-][0-9]{1,2})*$/;

/** At most five values over all conditions: a quota of listener rules that cannot be raised. */
const MOST_CONDITIONS = 5;
/** Characters of one value of a condition. */
const MOST_CHARACTERS = 128;
/** Asterisks and question marks of all values of a rule. */
const MOST_WILDCARDS = 5;

const conditionCount = (ref: string): string =>
  `length(concat(${ref}.hosts, ${ref}.paths, ${ref}.methods, ${ref}.source_ips, [for values in values(${ref}.headers) : values if values != null]...))`;

/** How requests reach the service. */
export const routingInputs = section("Routing", {
  /**
   * How requests reach the service: the listener of a load balancer, and what is sent here: 1 to 5 values of `hosts`,
   * `paths`, `methods`, `headers` and `sourceIps`. Null makes a worker without a load balancer.
   */
  routing: t
    .object({
      /** ARN of the load balancer's listener. */
      listenerArn: t
        .string()
        .pattern(
          /^arn:aws(-cn|-us-gov|-eusc|-iso(-[a-z])?)?:elasticloadbalancing:[a-z0-9-]+:[0-9]{12}:listener\/app\/[^/]+\/[0-9a-f]+\/[0-9a-f]+$/,
          "must be the ARN of a listener of an application load balancer",
          { good: LISTENER, bad: "nimbus-production" },
        )
        .against(livesAt(HERE, LISTENER)),
      /** ID of the load balancer's security group. */
      loadBalancerSecurityGroupId: securityGroupId(),
      /** Place among the listener's rules, 1 to 50000; the lowest is tried first. */
      priority: whole(1, 50_000),
      /**
       * Host names of the requests, which may hold * and ?. None means every host.
       * @default []
       */
      hosts: t.list(hostPattern()).default([]),
      /**
       * Paths of the requests, such as `/api/*`. None means every path.
       * @default []
       */
      paths: t.list(routePattern()).default([]),
      /**
       * Methods of the requests. None means every method.
       * @default []
       */
      methods: t.list(t.oneOf("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")).default([]),
      /**
       * Headers that requests must have, each with the values that match.
       * @default {}
       */
      headers: t
        .map(t.list(headerPattern()).length(1, MOST_CONDITIONS))
        .keys(/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,40}$/, "must be names of headers, at most 40 characters", {
          good: "X-Tenant",
          bad: "X Tenant",
        })
        .rule({
          test: (headers) => Object.keys(headers).every((name) => name.toLowerCase() !== "host"),
          condition: (ref) => `!contains([for name in keys(${ref}) : lower(name)], "host")`,
          message: "must not be Host, which hosts are for",
          bad: { Host: ["app.nimbus.example"] },
        })
        .default({}),
      /**
       * IPv4 blocks of clients. None means every client.
       * @default []
       */
      sourceIps: t.list(cidrBlock()).default([]),
      /**
       * How the load balancer checks tasks.
       * @default {}
       */
      health: health.default({}),
      /**
       * Seconds after a task's start during which failed checks do not stop it.
       * @default 60
       */
      gracePeriod: whole(0, 7200, "seconds").default(60),
      /**
       * Protocol that tasks speak.
       * @default "HTTP1"
       */
      protocolVersion: t.oneOf("HTTP1", "HTTP2", "GRPC").default("HTTP1"),
      /**
       * How requests are spread over tasks.
       * @default "least_outstanding_requests"
       */
      algorithm: t.oneOf("least_outstanding_requests", "round_robin").default("least_outstanding_requests"),
      /**
       * Seconds that a stopping task has to finish its requests.
       * @default 30
       */
      deregistrationDelay: whole(0, 3600, "seconds").default(30),
      /**
       * Seconds over which a new task's share of requests grows: 30 to 900, with round_robin only. 0 is off.
       * @default 0
       */
      slowStart: t
        .number()
        .example(60)
        .integer()
        .rule({
          test: (seconds) => seconds === 0 || (seconds >= 30 && seconds <= 900),
          condition: (ref) => `${ref} == 0 || (${ref} >= 30 && ${ref} <= 900)`,
          message: "must be 0 (off) or between 30 and 900 seconds",
          bad: 10,
        })
        .default(0),
      /** Keeps a client with its task. Null spreads each request anew. */
      stickiness: t
        .object({
          /**
           * Seconds that a client stays with its task.
           * @default 86400
           */
          duration: whole(1, 604_800, "seconds").default(86_400),
          /** Cookie that tasks set. Null uses a cookie of the load balancer's own. */
          cookieName: cookieName().optional(),
        })
        .optional(),
    })
    .example({ paths: ["/*"], algorithm: "round_robin" })
    .rule({
      test: ({ hosts = [], paths = [], methods = [], sourceIps = [], headers = {} }) => {
        const values = [...hosts, ...paths, ...methods, ...sourceIps, ...Object.values(headers).flat()];
        return values.length >= 1 && values.length <= MOST_CONDITIONS;
      },
      condition: (ref) => `${conditionCount(ref)} >= 1 && ${conditionCount(ref)} <= ${MOST_CONDITIONS}`,
      message: (spell) =>
        `must have 1 to ${MOST_CONDITIONS} values among hosts, paths, methods, ${spell("sourceIps")} and headers, which say what is sent here; the path /* takes all`,
      bad: { hosts: [], paths: [] },
    })
    .rule({
      test: ({ hosts = [], paths = [], headers = {} }) =>
        [...hosts, ...paths, ...Object.values(headers).flat()].join("").replace(/[^*?]/g, "").length <= MOST_WILDCARDS,
      condition: (ref) =>
        `try(length(regexall("[*?]", join("", concat(${ref}.hosts, ${ref}.paths, flatten(values(${ref}.headers)))))) <= ${MOST_WILDCARDS}, true)`,
      message: `must have at most ${MOST_WILDCARDS} wildcards (* and ?) among hosts, paths and headers, the most that a listener rule takes`,
      bad: { paths: ["/a/*/b/*/c/*", "/d/*/e/*/f/*"] },
    })
    .rule({
      test: ({ slowStart = 0, algorithm }) => slowStart === 0 || algorithm === "round_robin",
      condition: (ref) => `${ref}.slow_start == 0 || ${ref}.algorithm == "round_robin"`,
      message: (spell) => `must have the algorithm round_robin with ${spell("slowStart")}; others do not know it`,
      bad: { paths: ["/*"], slowStart: 60, algorithm: "least_outstanding_requests" },
    })
    .rule({
      test: ({ protocolVersion, health }) => GRPC_CODES.test(health?.matcher ?? "") === (protocolVersion === "GRPC"),
      condition: (ref) =>
        `can(regex("${GRPC_CODES.source}", ${ref}.health.matcher)) == (${ref}.protocol_version == "GRPC")`,
      message:
        "must have a health.matcher of gRPC codes (0 to 99, such as 0) with GRPC, and of HTTP codes (such as 200-299) otherwise",
      bad: { paths: ["/*"], protocolVersion: "GRPC" },
    })
    .optional(),
  /**
   * Has users sign in with a Cognito user pool before their requests come here; needs `routing`, on an HTTPS listener of
   * a load balancer with `httpsEgress`. The client's callback is `https://<host>/oauth2/idpresponse`. Tasks must check the
   * signature of the header x-amzn-oidc-data. Null asks nobody.
   */
  authenticate,
});
