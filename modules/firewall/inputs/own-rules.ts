import { section, t } from "../../../kernel";
import { country } from "../../parts/countries";
import {
  BLOCK_STATUSES,
  LONGEST_PATTERN,
  addresses,
  byName,
  path,
  pathPattern,
  uniquePriorities,
  haveUniquePrioritiesHcl,
  whole,
} from "./types";

/** What `^path$|^path[/;]` takes for each path, beside the path twice, and a dot escaped. */
const internalPatternLength = (paths: readonly string[]): number =>
  paths.reduce((length, text) => length + 2 * (text.length + text.split(".").length - 1) + 9, 0);

const internalPatternLengthHcl = (ref: string): string =>
  `sum(concat([0], [for path in ${ref} : 2 * length(replace(path, ".", "..")) + 9 if path != null]))`;

/** Rules that the module writes itself, in the order in which they are asked. */
export const ownRuleInputs = {
  ...section("Addresses", {
    /**
     * Paths that the internet must not reach, each with all that lies below it, however the request spells them
     * (encoded, with .., in capitals). They are refused even in `countOnly`.
     * @default ["/metrics"]
     */
    internalPaths: t
      .list(path())
      .length(0, 10)
      .rule({
        test: (paths) => internalPatternLength(paths) <= LONGEST_PATTERN,
        condition: (ref) => `${internalPatternLengthHcl(ref)} <= ${LONGEST_PATTERN}`,
        message: "must be shorter altogether: AWS WAF takes 512 characters for the pattern that is made of them",
        bad: Array.from({ length: 4 }, (_, i) => `/${String(i)}${"x".repeat(70)}`),
      })
      .default(["/metrics"]),
    /**
     * Blocks of addresses, IPv4 or IPv6, that may reach `internalPaths`. By default nobody may.
     * @default []
     */
    internalPathCidrs: addresses().default([]),
    /**
     * Status of the answer for an internal path: 404 does not tell that there is one.
     * @default 404
     */
    internalPathStatus: t.number().oneOf([404, 403]).default(404),
    /**
     * Blocks of addresses, IPv4 or IPv6, that are refused; an address in both lists is refused. They are refused even
     * in `countOnly`.
     * @default []
     */
    blockList: addresses().default([]),
    /**
     * Blocks of addresses, IPv4 or IPv6, that pass without being asked anything further, such as an office's or a
     * monitor's.
     * @default []
     */
    allowList: addresses().default([]),
    /**
     * Reads the client's address from a header: for a load balancer behind a CDN, whose addresses it sees otherwise.
     * The country and rate limits read the first address, which a client can forge unless the CDN removes it. Null
     * takes the address of the connection.
     */
    forwardedIp: t
      .object({
        /**
         * Name of the header that holds the client's address.
         * @default "X-Forwarded-For"
         */
        header: t
          .string()
          .pattern(/^[A-Za-z0-9-]{1,255}$/, "must be the name of a header", { good: "X-Forwarded-For", bad: "a b" })
          .default("X-Forwarded-For"),
        /**
         * Which address of the header `blockList` and `allowList` look at; LAST is the one that the nearest proxy
         * added.
         * @default "LAST"
         */
        position: t.oneOf("LAST", "FIRST", "ANY").default("LAST"),
        /**
         * Whether a request matches when the header holds no valid address.
         * @default "NO_MATCH"
         */
        fallback: t.oneOf("NO_MATCH", "MATCH").default("NO_MATCH"),
      })
      .optional(),
  }),
  ...section("Countries and sizes", {
    /** Countries that are let in, or that are refused. The allow list passes in any case. Null looks at no country. */
    geo: t
      .object({
        /** Whether only these countries are let in (allow) or only these are refused (block). */
        mode: t.oneOf("allow", "block"),
        /** Countries by their two capitals (ISO 3166), 1 to 50. */
        countries: t.set(country()),
        /**
         * Whether requests are only counted, and not refused.
         * @default false
         */
        countOnly: t.bool().default(false),
      })
      .example({ countries: ["DE"] })
      .rule({
        test: ({ countries }) => countries.length >= 1 && countries.length <= 50,
        condition: (ref) => `length(${ref}.countries) >= 1 && length(${ref}.countries) <= 50`,
        message: "must name 1 to 50 countries, the most that one rule of AWS WAF takes",
        bad: { countries: [] },
      })
      .optional(),
    /**
     * Largest body, query string and path of a request. AWS WAF sees the first 8 KiB of a body at a load balancer, and
     * `bodyInspection` at CloudFront; what is longer counts as too long.
     * @default {}
     */
    sizeLimits: t
      .object({
        /** Largest body of a request, in bytes. Null sets no limit. */
        body: whole(0, 65_536, "bytes").optional(),
        /** Longest query string, in bytes. Null sets no limit. */
        queryString: whole(0, 8192, "bytes").optional(),
        /** Longest path, in bytes. Null sets no limit. */
        uriPath: whole(1, 8192, "bytes").optional(),
        /**
         * Paths without the limit on the body, such as `/api/uploads/*`; at most 5.
         * @default []
         */
        bodyExceptPaths: t.list(pathPattern()).length(0, 5).default([]),
        /**
         * Whether requests are only counted, and not refused.
         * @default false
         */
        countOnly: t.bool().default(false),
      })
      .default({}),
  }),
  ...section("Rate limits", {
    /**
     * Most requests of one client within a time, by a name of your own: of each address, or of each value of a header
     * or cookie, such as a session's. Paths and methods narrow a limit down, such as POST on /login.
     * @default {}
     */
    rateLimits: byName(
      t
        .object({
          /** Place among the rate limits, 0 to 99; the lowest is asked first. */
          priority: whole(0, 99),
          /** Most requests in `window`; AWS WAF takes 10 or more. */
          limit: whole(10, 2_000_000_000, "requests"),
          /**
           * Seconds over which requests are counted: 60, 120, 300 or 600.
           * @default 300
           */
          window: t.number().oneOf([300, 60, 120, 600]).default(300),
          /**
           * Whose requests are counted together: those of one address, or of one value of a header or cookie.
           * @default "ip"
           */
          by: t.oneOf("ip", "header", "cookie").default("ip"),
          /**
           * Name of the header or cookie, with `by` header or cookie.
           * @default ""
           */
          key: t
            .string()
            .pattern(/^[A-Za-z0-9_.-]{0,64}$/, "must be a name", { good: "", bad: "a b" })
            .default(""),
          /**
           * Paths that the limit is for, at most 4; a * at the end stands for all that begin so. None means every path.
           * @default []
           */
          paths: t.list(pathPattern()).length(0, 4).default([]),
          /**
           * Methods that the limit is for. None means every method.
           * @default []
           */
          methods: t.list(t.oneOf("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")).default([]),
          /**
           * What happens to requests over the limit.
           * @default "block"
           */
          action: t.oneOf("block", "count", "captcha", "challenge").default("block"),
          /**
           * HTTP status of the answer to a blocked request, of those that AWS WAF has.
           * @default 429
           */
          status: t.number().oneOf(BLOCK_STATUSES).example(429).default(429),
          /**
           * Body of that answer: a key of `customResponseBodies`. Empty sends none.
           * @default ""
           */
          responseBody: t.string().default(""),
        })
        .rule({
          test: ({ by, key }) => (by === "ip") === (key === ""),
          condition: (ref) => `(${ref}.by == "ip") == (${ref}.key == "")`,
          message: "must have key, the name of the header or cookie, with by = header or cookie, and only then",
          bad: { by: "header" },
        }),
    )
      .rule({
        test: uniquePriorities,
        condition: haveUniquePrioritiesHcl,
        message: "must have a priority each",
        bad: { login: { priority: 1, limit: 100 }, api: { priority: 1, limit: 1000 } },
      })
      .default({}),
  }),
};
