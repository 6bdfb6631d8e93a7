import { t } from "../../kernel";
import { domainName } from "../parts/dns-names";

/** Where Route 53 has health checkers (API reference, HealthCheckConfig, Regions). */
export const CHECKER_REGIONS = [
  "us-east-1",
  "us-west-1",
  "us-west-2",
  "eu-west-1",
  "ap-southeast-1",
  "ap-southeast-2",
  "ap-northeast-1",
  "sa-east-1",
] as const;

/** How the primary endpoint is checked. */
export const healthCheckInput = () =>
  t
    .object({
      /**
       * Name that the checkers connect to, and ask for in SNI and Host: one that leads to the primary alone. Null takes
       * the load balancer's own.
       */
      fqdn: domainName().optional(),
      /**
       * Path that must answer with 2xx or 3xx within 2 s.
       * @default "/"
       */
      path: t
        .string()
        .pattern(/^\/[!-~]{0,254}$/, "must begin with a slash, and have at most 255 characters and no spaces", {
          good: "/healthz",
          bad: "healthz",
        })
        .default("/"),
      /**
       * Port that the checkers connect to.
       * @default 443
       */
      port: t.number().range(1, 65535).integer().default(443),
      /**
       * Seconds between two requests of one checker: 10, or 30, which is 1 USD/month cheaper.
       * @default 10
       */
      interval: t.number().oneOf([10, 30]).default(10),
      /**
       * Requests in a row that must fail before a checker changes its mind.
       * @default 3
       */
      failureThreshold: t.number().range(1, 10).integer().default(3),
      /**
       * Where the checkers are, at least three regions. The default has none in us-east-1: a region in trouble should
       * not judge itself. China, GovCloud and the European Sovereign Cloud have checkers of their own, which cannot be
       * chosen: there it does not count.
       * @default ["us-west-1", "us-west-2", "eu-west-1"]
       */
      regions: t
        .list(t.oneOf(...CHECKER_REGIONS))
        .length(3, CHECKER_REGIONS.length)
        .unique()
        .example(["us-west-1", "us-west-2", "eu-west-1"])
        .default(["us-west-1", "us-west-2", "eu-west-1"]),
      /** What the first 5120 bytes of the answer must contain (1 USD/month). Null looks at the status alone. */
      searchString: t.string().length(1, 255).optional(),
      /**
       * Whether latency is measured as well (1 USD/month). Changing it makes a new check.
       * @default false
       */
      measureLatency: t.bool().default(false),
    })
    .default({});
