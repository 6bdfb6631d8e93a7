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
  loadBalancer: {
    certificateArn: "arn:aws:acm:us-east-1:123456789012:certificate/9a7f3e52-1f0b-4c6d-a3d7-7d5e0c9b4d33",
    deletionProtection: false,
    accessLogs: false,
  },
  cluster: { containerInsights: "disabled", execLogRetentionDays: 7 },
  services: {
    web: {
      image: "123456789012.dkr.ecr.us-east-1.amazonaws.com/nimbus/web:main",
      requireImageTag: false,
      cpu: 256,
      memory: 1024,
      port: 3000,
      environment: {
        NODE_ENV: "production",
        PORT: "3000",
        NEXTAUTH_URL: "https://development.tasks.example.com",
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
