import { Problem } from "../../../kernel";
import { exactly } from "../names/exactly";
import type { EnvironmentDefinition } from "../schema/environment";

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

/** What to do instead, where it is not to leave the input out. */
const REMEDIES: Partial<Record<keyof typeof LEFT, string>> = {
  service:
    "state it through uses, which follows the region, or state the input of the recovery region in recovery.services",
  loadBalancer: "state the input of the recovery region in recovery.loadBalancer",
};

type Part = Readonly<Record<string, unknown>> | null;

/** What an environment names of its primary region, and the recovery region would need: it could not start without it. */
export function checkRegionBound(definition: EnvironmentDefinition): Problem[] {
  const { region, recovery, services = {}, loadBalancer, firewall, cluster, cache, database } = definition;
  const ofHome = `arn:[a-z-]+:[a-z0-9-]+:${exactly(region)}:[^"]*`;
  const check = (path: string, kind: keyof typeof LEFT, stated?: Part, replaced?: Part): Problem[] => {
    const [here, there] = [stated ?? {}, replaced ?? {}];
    const isTaken = (key: string): boolean => !(LEFT[kind] as readonly string[]).includes(key);
    const find = (pattern: string, where: string, part: NonNullable<Part>, keys: readonly string[]): Problem[] =>
      keys.flatMap((key) => problemOf(`${where}.${key}`, part[key], { pattern, region, kind }));
    return [
      ...find(
        `${ofHome}|${REGIONAL_ID}`,
        path,
        here,
        Object.keys(here).filter((key) => isTaken(key) && !(key in there)),
      ),
      // An ID does not say of which region it is: what is stated for the recovery region is taken for one of that.
      ...find(ofHome, `recovery.${path}`, there, Object.keys(there)),
    ];
  };
  return [
    ...Object.entries(services).flatMap(([name, service]) =>
      check(`services["${name}"]`, "service", service, recovery?.services?.[name]),
    ),
    ...check("loadBalancer", "loadBalancer", loadBalancer, recovery?.loadBalancer),
    ...check("firewall", "firewall", firewall),
    ...check("cluster", "cluster", cluster),
    ...check("cache", "cache", cache),
    ...check("database", "database", database),
  ];
}

interface Bound {
  readonly pattern: string;
  readonly region: string;
  readonly kind: keyof typeof LEFT;
}

function problemOf(path: string, value: unknown, { pattern, region, kind }: Bound): Problem[] {
  const found = new RegExp(`"(${pattern})"`).exec(JSON.stringify(value ?? null))?.[1];
  if (found === undefined) return [];
  const message = `must name nothing of ${region} with recovery, since the recovery region would need it; ${REMEDIES[kind] ?? "leave it out"}`;
  return [{ path, message, value: found }];
}
