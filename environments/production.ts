import { defineEnvironment } from "./definition";

/**
 * Nimbus Tasks in production: a Next.js application over three zones, of which one may fail without anybody noticing.
 *
 * The account, the zone, the image and the name are examples; put yours in their place.
 */
export default defineEnvironment({
  application: "nimbus",
  accountId: "123456789012",
  region: "us-east-1",
  // Terraform's state is in a bucket of each region, which the bootstrap stack makes once.
  state: {},
  // Workflows of this repository deploy by roles of their own; the repository is an example, too.
  // The user is for the day on which GitHub is down as well: with MFA it holds a session of four hours, longer than a restore takes.
  deployment: {
    github: { repository: "nimbus/tasks", environments: ["production"] },
    operators: ["arn:aws:iam::123456789012:user/break-glass"],
  },
  network: {
    cidr: "10.0.0.0/16",
    zones: ["us-east-1a", "us-east-1b", "us-east-1c"],
    nat: "per_zone",
  },
  // The stack requests a certificate for the names, and the edge stack makes their records.
  names: {
    zone: { id: "Z0123456789ABCDEFGHIJ", name: "example.com" },
    hostnames: ["tasks"],
    healthCheck: { path: "/api/health" },
  },
  // Half an hour of work may be lost, and within an hour of the decision users are served from the other coast.
  recovery: {
    region: "us-west-2",
    objectives: { rpo: 1800, rto: 3600 },
    network: {
      cidr: "10.64.0.0/16",
      zones: ["us-west-2a", "us-west-2b", "us-west-2c"],
      nat: "per_zone",
    },
  },
  loadBalancer: {},
  firewall: {
    rateLimits: {
      api: { priority: 1, limit: 2000, paths: ["/api/*"] },
      "sign-in": { priority: 2, limit: 100, paths: ["/api/auth/*"] },
    },
  },
  database: {
    instanceClass: "db.m7g.large",
    allocatedStorage: 20,
    dbName: "nimbus",
    username: "nimbus",
  },
  cache: { nodeType: "cache.t4g.small", users: { web: {} } },
  storage: {
    uploads: {
      corsRules: {
        site: {
          allowedOrigins: ["https://tasks.example.com"],
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
      image: "123456789012.dkr.ecr.us-east-1.amazonaws.com/nimbus-production/web:1.0.0",
      cpu: 512,
      memory: 1024,
      port: 3000,
      environment: {
        NODE_ENV: "production",
        PORT: "3000",
        NEXTAUTH_URL: "https://tasks.example.com",
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
      // The application's names for what it uses; each region fills them with its own.
      variables: {
        AWS_REGION: "{region}",
        S3_BUCKET_NAME: "{storage.uploads.name}",
        REDIS_URL: "rediss://{cache.user}@{cache.host}:{cache.port}",
      },
      // Next.js keeps its image cache and what it renders anew beside the build.
      writablePaths: { tmp: "/tmp", cache: "/app/.next/cache" },
      routing: {
        priority: 100,
        paths: ["/*"],
        health: { path: "/api/health" },
      },
      scaling: { minimum: 2, maximum: 10, cpu: { target: 70 } },
    },
  },
});
