import { defineEnvironment } from "./definition";

/**
 * Nimbus Tasks in development: the least that still is the platform, to be made in the morning and destroyed at night.
 *
 * Cheaper by: one NAT gateway, no flow logs, no access logs, no Container Insights, one task on Fargate Spot with half
 * of production's CPU, logs for a week. It can be destroyed without another step: nothing is protected from deletion.
 * Images may come without a tag, which production refuses.
 */
export default defineEnvironment({
  application: "nimbus",
  accountId: "123456789012",
  region: "us-east-1",
  network: {
    cidr: "10.2.0.0/16",
    zones: ["us-east-1a", "us-east-1b"],
    nat: "single",
    flowLogs: "none",
  },
  names: { zone: { id: "Z0123456789ABCDEFGHIJ", name: "example.com" }, hostnames: ["development.tasks.example.com"] },
  loadBalancer: {
    deletionProtection: false,
    accessLogs: false,
  },
  cluster: { containerInsights: "disabled", execLogRetentionDays: 7 },
  database: {
    instanceClass: "db.t4g.micro",
    multiAz: false,
    allocatedStorage: 20,
    maxAllocatedStorage: 50,
    dbName: "nimbus",
    username: "nimbus",
    backupRetentionPeriod: 1,
    deletionProtection: false,
    finalSnapshot: false,
    deleteAutomatedBackups: true,
    credentials: { generated: { recoveryWindowInDays: 0 } },
    applyImmediately: true,
  },
  cache: {
    nodeType: "cache.t4g.micro",
    replicas: 0,
    multiAz: false,
    snapshotRetentionDays: 0,
    skipFinalSnapshot: true,
    users: { web: {} },
  },
  storage: {
    uploads: {
      accessLogs: false,
      ownLogBucket: false,
      forceDestroy: true,
      corsRules: {
        site: {
          allowedOrigins: ["http://localhost:3000"],
          allowedMethods: ["GET", "PUT", "POST"],
          allowedHeaders: ["*"],
        },
      },
    },
  },
  secrets: {
    deleteImmediately: true,
    secrets: {
      "nextauth-secret": { description: "Signs the sessions of NextAuth" },
      "sentry-dsn": { description: "Where errors are reported", value: "external" },
    },
  },
  registry: { repositories: { web: { keepReleases: 5 } }, forceDelete: true },
  services: {
    web: {
      image: "123456789012.dkr.ecr.us-east-1.amazonaws.com/nimbus-development/web:main",
      requireImageTag: false,
      cpu: 256,
      memory: 1024,
      port: 3000,
      environment: {
        NODE_ENV: "production",
        PORT: "3000",
        NEXTAUTH_URL: "https://development.tasks.example.com",
      },
      uses: {
        database: {},
        cache: { user: "web" },
        storage: { uploads: "read_write" },
        secrets: {
          NEXTAUTH_SECRET: "nextauth-secret",
          SENTRY_DSN: "sentry-dsn",
        },
      },
      writablePaths: { tmp: "/tmp", cache: "/app/.next/cache" },
      routing: { priority: 100, paths: ["/*"], health: { path: "/api/health" } },
      desiredCount: 1,
      spot: { percent: 100, onDemandBase: 0 },
      exec: {},
      readonlyRoot: false,
      logRetentionDays: 7,
    },
  },
});
