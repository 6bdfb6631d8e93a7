import { defineEnvironment } from "./definition";
import production from "./production";

const { network, recovery, services, storage, ...same } = production;
if (!recovery || !storage) throw new Error("production recovers, and stores what users upload");

const HOST = "critical.tasks.example.com";

/**
 * Nimbus Tasks for those who may lose five minutes of work, and no more: production with a read replica of the database in the
 * recovery region, which costs what a database in one zone costs. NAT and cache stand warm there, so that nothing but the
 * promotion takes time: a quarter of an hour.
 */
export default defineEnvironment({
  ...same,
  deployment: { github: { repository: "nimbus/tasks", environments: ["critical"], oidcProvider: "existing" } },
  network: { ...network, cidr: "10.3.0.0/16" },
  names: { zone: { id: "Z0123456789ABCDEFGHIJ", name: "example.com" }, hostnames: [HOST] },
  recovery: {
    ...recovery,
    objectives: { rpo: 300, rto: 3600 },
    network: { ...recovery.network, cidr: "10.66.0.0/16" },
    warm: ["nat", "cache"],
    database: { mechanism: "replica" },
  },
  storage: {
    uploads: { corsRules: { site: { ...storage.uploads.corsRules?.site, allowedOrigins: [`https://${HOST}`] } } },
  },
  services: {
    web: {
      ...services.web,
      image: "123456789012.dkr.ecr.us-east-1.amazonaws.com/nimbus-critical/web:1.0.0",
      environment: { ...services.web.environment, NEXTAUTH_URL: `https://${HOST}` },
    },
  },
});
