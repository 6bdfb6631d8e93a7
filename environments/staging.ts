import { defineEnvironment } from "./definition";

/**
 * Nimbus Tasks in staging: production's shape at about a third of its price, for the last look before a release.
 *
 * Cheaper by: one NAT gateway instead of three (a zone that fails takes the others' way out with it), two zones, half of
 * the tasks beyond the first on Fargate Spot, plain Container Insights, logs for 30 days. Everything else is as in
 * production, so that what works here works there.
 */
export default defineEnvironment({
  application: "nimbus",
  accountId: "123456789012",
  region: "us-east-1",
  network: {
    cidr: "10.1.0.0/16",
    zones: ["us-east-1a", "us-east-1b"],
    nat: "single",
    flowLogsRetentionDays: 30,
  },
  names: { zone: { id: "Z0123456789ABCDEFGHIJ", name: "example.com" }, hostnames: ["staging.tasks.example.com"] },
  loadBalancer: {
    logRetentionDays: 30,
  },
  cluster: { containerInsights: "enabled", execLogRetentionDays: 30 },
  database: {
    instanceClass: "db.t4g.medium",
    allocatedStorage: 50,
    dbName: "nimbus",
    username: "nimbus",
    backupRetentionPeriod: 7,
  },
  cache: { nodeType: "cache.t4g.micro", users: { web: {} } },
  storage: {
    uploads: {
      corsRules: {
        site: {
          allowedOrigins: ["https://staging.tasks.example.com"],
          allowedMethods: ["GET", "PUT", "POST"],
          allowedHeaders: ["*"],
        },
      },
    },
  },
  secrets: {
    secrets: {
      "nextauth-secret": { description: "Signs the sessions of NextAuth" },
      "sentry-dsn": { description: "Where errors are reported", value: "external" },
      "honeycomb-api-key": { description: "Where traces are sent", value: "external" },
    },
  },
  registry: { repositories: { web: {} } },
  services: {
    web: {
      image: "123456789012.dkr.ecr.us-east-1.amazonaws.com/nimbus-staging/web:1.0.0",
      cpu: 512,
      memory: 1024,
      port: 3000,
      environment: {
        NODE_ENV: "production",
        PORT: "3000",
        NEXTAUTH_URL: "https://staging.tasks.example.com",
      },
      uses: {
        database: {},
        cache: { user: "web" },
        storage: { uploads: "read_write" },
        secrets: {
          NEXTAUTH_SECRET: "nextauth-secret",
          SENTRY_DSN: "sentry-dsn",
          HONEYCOMB_API_KEY: "honeycomb-api-key",
        },
      },
      writablePaths: { tmp: "/tmp", cache: "/app/.next/cache" },
      routing: { priority: 100, paths: ["/*"], health: { path: "/api/health" } },
      scaling: { minimum: 1, maximum: 4, cpu: { target: 70 } },
      spot: { percent: 50, onDemandBase: 1 },
      logRetentionDays: 30,
    },
  },
});
