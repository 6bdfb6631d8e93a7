import { Problem } from "../../../kernel";
import { partitionOf } from "../../../modules/parts/partitions";
import type { EnvironmentDefinition } from "../schema/environment";

/**
 * Kinds of things that must be where they are used: alarms and events of a region tell topics of that region, and what is
 * encrypted there needs a key of there. (Certificates and user pools have rules of their own, and ECS reads secrets of any
 * region.)
 */
const OF_ONE_REGION = {
  sns: "a topic",
  kms: "a key",
  wafv2: "a part of AWS WAF",
  elasticloadbalancing: "a part of a load balancer",
  lambda: "a function",
  logs: "a log group",
} as const satisfies Record<string, string>;

/**
 * What may name any place: text of the application's own, rights, attributes that no input has, copies in other regions, and
 * what data was restored from; what SNS delivers to or SQS is sent by, which their modules check.
 */
const ANYWHERE =
  /\.(environment|taskStatements|policyStatements|replicas|replication|origin|overrides|eventSources|subscriptions|automatedBackupsReplication)\b|^overrides\b/;

/** What of an environment's ARNs cannot be where it is stated: of another partition, or of another region. */
export function checkArns(definition: EnvironmentDefinition): Problem[] {
  const { region } = definition;
  if (typeof region !== "string") return [];
  const partition = partitionOf(region);
  const homeOf = (path: string): string | undefined =>
    path.startsWith("recovery.")
      ? definition.recovery?.region
      : path.startsWith("names.")
        ? partition.globalRegion
        : region;
  return arnsIn(definition, "").flatMap(({ path, arn }) => {
    const [, itsPartition, service, itsRegion] = arn.split(":");
    if (itsPartition !== partition.id) {
      const message = `must be an ARN of the partition ${partition.id}, which ${region} is in: it begins with arn:${partition.id}:`;
      return [{ path, message, value: arn }];
    }
    const what = OF_ONE_REGION[service as keyof typeof OF_ONE_REGION] as string | undefined;
    const home = homeOf(path);
    if (what === undefined || itsRegion === "" || home === undefined || itsRegion === home) return [];
    // What the recovery region must not have of the primary's is said by the rule about that.
    if (path.startsWith("recovery.") && itsRegion === region) return [];
    return [{ path, message: `must be ${what} of ${home}, where it is used`, value: arn }];
  });
}

interface Found {
  readonly path: string;
  readonly arn: string;
}

/** All texts that are an ARN as a whole, by their paths. */
function arnsIn(value: unknown, path: string): Found[] {
  if (ANYWHERE.test(path)) return [];
  if (typeof value === "string") return /^arn:[a-z-]+:[a-z0-9-]+:/.test(value) ? [{ path, arn: value }] : [];
  if (Array.isArray(value)) return value.flatMap((item, i) => arnsIn(item, `${path}[${i}]`));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => arnsIn(item, path === "" ? key : step(path, key)));
}

/** Maps have their keys in brackets, as in every other message. */
const step = (path: string, key: string): string =>
  /^[a-z][A-Za-z0-9]*$/.test(key) && !MAPS.test(path) ? `${path}.${key}` : `${path}["${key}"]`;

const MAPS =
  /^(recovery\.)?services$|^(storage|queues|topics)$|^secrets\.secrets$|^registry\.repositories$|\.(certificates|sidecars|secrets)$/;
