import { section, t } from "../../../kernel";
import { domainName, file, headerName, headerValue, pathPattern, whole } from "./types";

/**
 * Headers that CloudFront adds to no response, and those that inputs of their own set. Source: Amazon CloudFront Developer
 * Guide, "Add or remove HTTP headers in CloudFront responses with a policy", and "Restrictions on edge functions", headers.
 */
const RESERVED_HEADER =
  /^(connection|content-encoding|content-length|expect|host|keep-alive|proxy-(authenticate|authorization|connection)|trailer|transfer-encoding|upgrade|via|warning|x-accel-.*|x-amz-cf-.*|x-amzn-.*|x-cache.*|x-edge-.*|x-forwarded-proto|x-real-ip|content-security-policy|strict-transport-security|x-frame-options|x-content-type-options|referrer-policy)$/;

const STATUS_CODES = [400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504];

/** What clients get: pages, errors, caching, headers. */
export const contentInputs = {
  ...section("Pages", {
    /**
     * What a path without a file's ending leads to: `indexDocument` (single_page), that of its folder (directory), or a
     * key as it stands (none). A function at CloudFront does it (0.10 USD for a million requests), and leaves the API
     * and /.well-known/ alone.
     * @default "single_page"
     */
    routing: t.oneOf("single_page", "directory", "none").default("single_page"),
    /**
     * File that is the site's first page.
     * @default "index.html"
     */
    indexDocument: t
      .string()
      .pattern(/^[A-Za-z0-9_.-]{1,100}$/, "must be the name of a file, without a slash", {
        good: "index.html",
        bad: "/index.html",
      })
      .default("index.html"),
    /**
     * Pages for errors, by the status of the error. CloudFront puts them in place of the API's answers as well, so that
     * they cannot be combined with `api`.
     * @default {}
     */
    errorPages: t
      .map(
        t.object({
          /** File of the site that is sent. */
          path: file("/404.html"),
          /** Status that clients get. Null is that of the error. */
          status: t
            .number()
            .oneOf([200, ...STATUS_CODES])
            .optional(),
          /**
           * Seconds that CloudFront remembers the error.
           * @default 10
           */
          ttl: whole(0, 31_536_000, "seconds").default(10),
        }),
      )
      .keys(new RegExp(`^(${STATUS_CODES.join("|")})$`), `must be of ${STATUS_CODES.join(", ")}`, {
        good: "404",
        bad: "418",
      })
      .default({}),
  }),
  ...section("Caching", {
    /**
     * Patterns of paths whose files never change under their names, as bundlers make them (a hash in the name).
     * CloudFront keeps them for `assetTtl`.
     * @default ["/assets/*", "/static/*", "/_next/static/*"]
     */
    immutablePaths: t.list(pathPattern()).length(0, 10).unique().default(["/assets/*", "/static/*", "/_next/static/*"]),
    /**
     * Seconds that CloudFront keeps what lies under `immutablePaths`, when the file itself says nothing (Cache-Control).
     * A year by default.
     * @default 31536000
     */
    assetTtl: whole(0, 31_536_000, "seconds").default(31_536_000),
    /**
     * Seconds that CloudFront keeps everything else, when the file itself says nothing. By default it asks the bucket
     * each time, which answers 304 when nothing changed: a deployment is seen at once.
     * @default 0
     */
    pageTtl: whole(0, 31_536_000, "seconds").default(0),
    /**
     * Cache-Control of pages for browsers, when the file itself has none: no-cache asks each time, so that nobody runs
     * an old version. Empty adds none, and browsers guess.
     * @default "no-cache"
     */
    pageCacheControl: headerValue().default("no-cache"),
  }),
  ...section("Security headers", {
    /**
     * Content-Security-Policy: where scripts, styles and connections may come from and go to. By default this site
     * only; add the API and the login by their names (connect-src). Empty sends none.
     * @default "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri
     * 'self'; form-action 'self'; frame-ancestors 'none'"
     */
    contentSecurityPolicy: headerValue().default(
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'",
    ),
    /**
     * Strict-Transport-Security: how long browsers use HTTPS only.
     * @default {}
     */
    strictTransportSecurity: t
      .object({
        /**
         * Seconds during which browsers use HTTPS only.
         * @default 31536000
         */
        maxAge: whole(0, 63_072_000, "seconds").default(31_536_000),
        /**
         * Whether it holds for subdomains too.
         * @default true
         */
        includeSubdomains: t.bool().default(true),
        /**
         * Whether the domain may be entered into browsers' preload lists, from which it is hard to get out again.
         * @default false
         */
        preload: t.bool().default(false),
      })
      .default({}),
    /**
     * X-Frame-Options: who may show pages in a frame. none sends none.
     * @default "DENY"
     */
    frameOptions: t.oneOf("DENY", "SAMEORIGIN", "none").default("DENY"),
    /**
     * Referrer-Policy: what other sites learn of the page that a link stood on.
     * @default "strict-origin-when-cross-origin"
     */
    referrerPolicy: t
      .oneOf(
        "strict-origin-when-cross-origin",
        "no-referrer",
        "no-referrer-when-downgrade",
        "origin",
        "origin-when-cross-origin",
        "same-origin",
        "strict-origin",
        "unsafe-url",
      )
      .default("strict-origin-when-cross-origin"),
    /**
     * Permissions-Policy: what pages may ask of a device. Empty sends none.
     * @default "camera=(), geolocation=(), microphone=(), payment=()"
     */
    permissionsPolicy: headerValue().default("camera=(), geolocation=(), microphone=(), payment=()"),
    /**
     * Further headers of every response, by their names, such as { X-Robots-Tag = "noindex" }.
     * @default {}
     */
    responseHeaders: t
      .map(headerValue())
      .keys(/^[A-Za-z0-9-]{1,100}$/, "must be names of headers", { good: "X-Robots-Tag", bad: "X Robots" })
      .rule({
        test: (headers) => Object.keys(headers).every((name) => !RESERVED_HEADER.test(name.toLowerCase())),
        condition: (ref) =>
          `length([for name in keys(${ref}) : name if can(regex("${RESERVED_HEADER.source}", lower(name)))]) == 0`,
        message:
          "must not be headers that CloudFront keeps for itself, such as Via, or that have an input of their own",
        bad: { Via: "nimbus" },
        wrongKeys: {
          in: (headers) => Object.keys(headers).filter((name) => RESERVED_HEADER.test(name.toLowerCase())),
          hcl: (ref) => `[for name in keys(${ref}) : name if can(regex("${RESERVED_HEADER.source}", lower(name)))]`,
        },
      })
      .rule({
        test: (headers) => {
          const names = Object.keys(headers).map((name) => name.toLowerCase());
          return new Set(names).size === names.length;
        },
        condition: (ref) => `length(distinct([for name in keys(${ref}) : lower(name)])) == length(${ref})`,
        message: "must not have names that differ in case only: they are one header",
        bad: { "X-Robots-Tag": "noindex", "x-robots-tag": "noindex" },
      })
      .default({}),
  }),
  ...section("API", {
    /**
     * API that answers under paths of the site's own name, so that browsers need no CORS and cookies are first-party.
     * Its answers are never cached. Null has none.
     */
    api: t
      .object({
        /** Name of the API, spoken to over TLS; best its failover name. */
        domainName: domainName(),
        /**
         * Patterns of the paths that go to the API.
         * @default ["/api/*"]
         */
        paths: t.list(pathPattern()).length(1, 10).unique().default(["/api/*"]),
        /**
         * Methods that go to the API: all, or read (GET, HEAD, OPTIONS).
         * @default "all"
         */
        methods: t.oneOf("all", "read").default("all"),
        /**
         * Client headers that the API gets. None means all but Host.
         * @default []
         */
        headers: t.set(headerName()).default([]),
        /**
         * Whether the API gets cookies.
         * @default true
         */
        cookies: t.bool().default(true),
        /**
         * Whether the API gets query strings.
         * @default true
         */
        queryStrings: t.bool().default(true),
        /**
         * Port of the API.
         * @default 443
         */
        port: whole(1, 65_535)
          .example(443)
          .rule({
            test: (port) => port === 80 || port === 443 || port >= 1024,
            condition: (ref) => `contains([80, 443], ${ref}) || ${ref} >= 1024`,
            message: "must be 80, 443, or 1024 and above, the only ports that CloudFront speaks to",
            bad: 22,
          })
          .default(443),
        /**
         * Seconds that CloudFront waits for an answer.
         * @default 30
         */
        readTimeout: whole(1, 120, "seconds").default(30),
      })
      .rule({
        test: ({ headers = [] }) => !headers.some((name) => ["authorization", "host"].includes(name.toLowerCase())),
        condition: (ref) =>
          `length([for name in ${ref}.headers : name if name == null ? false : contains(["authorization", "host"], lower(name))]) == 0`,
        message:
          "must not name Authorization or Host in headers: CloudFront forwards Authorization only with all headers (leave headers empty), and sets Host itself",
        bad: { headers: ["Authorization"] },
      })
      .optional(),
  }),
};
