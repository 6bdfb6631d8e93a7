import { Problem } from "../../kernel";
import type { EnvironmentDefinition } from "./schema";

/**
 * What the recovery region does not take over from a part of the environment, so that it may name things of the primary
 * region: it is replaced there (keys, certificates, images, topics of alarms), or it is left out.
 */
const LEFT = {
  service: ["image", "alarms", "deploymentAlarms", "environment"],
  loadBalancer: ["certificateArn", "certificates", "webAcl", "logBucket"],
  firewall: ["alarms", "logKmsKey"],
  cluster: ["kmsKey"],
  cache: ["kmsKey", "alarms", "notificationTopicArn"],
  database: ["kmsKey", "alarms", "eventTopic", "origin", "proxy", "readReplicas", "credentials"],
} as const satisfies Record<string, readonly string[]>;

/** IDs that mean nothing in another region, as they stand in inputs: security groups, prefix lists, file systems. */
const REGIONAL_ID = "(?:sg|pl|fs|fsap)-[0-9a-f]{8,17}";

/** What an environment names of its primary region, and the recovery region would need: it could not start without it. */
export function checkRegionBound(definition: EnvironmentDefinition): Problem[] {
  const { region, services = {}, loadBalancer, firewall, cluster, cache, database } = definition;
  const parts: (readonly [string, unknown, keyof typeof LEFT])[] = [
    ...Object.entries(services).map(([name, service]) => [`services["${name}"]`, service, "service"] as const),
    ["loadBalancer", loadBalancer, "loadBalancer"],
    ["firewall", firewall, "firewall"],
    ["cluster", cluster, "cluster"],
    ["cache", cache, "cache"],
    ["database", database, "database"],
  ];
  return parts.flatMap(([path, part, kind]) => {
    if (typeof part !== "object" || part === null) return [];
    const taken = Object.entries(part).filter(([key]) => !(LEFT[kind] as readonly string[]).includes(key));
    return taken.flatMap(([key, value]) => problemOf(`${path}.${key}`, value, region, kind));
  });
}

function problemOf(path: string, value: unknown, region: string, kind: keyof typeof LEFT): Problem[] {
  const bound = new RegExp(`"(arn:[a-z-]+:[a-z0-9-]+:${region}:[^"]*|${REGIONAL_ID})"`);
  const found = bound.exec(JSON.stringify(value ?? null))?.[1];
  if (found === undefined) return [];
  const other =
    kind === "service" ? "state it through uses, which follows the region, or leave it out" : "leave it out";
  const message = `must name nothing of ${region} with recovery, since the recovery region would need it; ${other}`;
  return [{ path, message, value: found }];
}
