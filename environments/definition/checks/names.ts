import { Problem } from "../../../kernel";
import { isInZone } from "../../../modules/parts/dns-names";
import { hostnames } from "../names/hostnames";
import type { EnvironmentDefinition } from "../schema/environment";

/** Beside Application, Environment, ManagedBy, DisplayName and Name. Source: botocore, route53, TagList: at most 10. */
const ROUTE53_TAGS = 5;

/** The rules about names, their certificate and their web ACL. They look at parts of the right shape only. */
export function checkNames(definition: EnvironmentDefinition): Problem[] {
  const { names, recovery, tags = {}, loadBalancer, firewall } = definition;
  return [
    ...(names && recovery && Object.keys(tags).length > ROUTE53_TAGS
      ? [
          {
            path: "tags",
            message: `must not be more than ${ROUTE53_TAGS} where the names are checked: Route 53 takes 10 for a health check, and it has 5 of its own`,
            value: `${Object.keys(tags).length} tags`,
          },
        ]
      : []),
    ...(typeof names?.zone?.name === "string" && Array.isArray(names.hostnames) ? namesOutside(definition) : []),
    ...(loadBalancer && loadBalancer.certificateArn === undefined && !names
      ? [
          {
            path: "loadBalancer.certificateArn",
            message: "is required where no names are stated: with them the stack requests a certificate by itself",
          },
        ]
      : []),
    ...(firewall && loadBalancer?.webAcl
      ? [
          {
            path: "loadBalancer.webAcl",
            message: "must be left out where there is a firewall: a load balancer has one",
          },
        ]
      : []),
  ];
}

/** With one region names have nowhere to move to: there is no check of them, and no alarm on one. Sentences that say so. */
export function checksOfNothing({ names, recovery }: EnvironmentDefinition): string[] {
  if (!names || recovery) return [];
  const stated = [
    ...(names.healthCheck ? ["names.healthCheck"] : []),
    ...(names.alarmTopicArns?.length ? ["names.alarmTopicArns"] : []),
  ];
  return stated.map(
    (path) =>
      `${path} makes nothing without recovery: names are checked where there is a region that they can move to.`,
  );
}

function namesOutside(definition: EnvironmentDefinition): Problem[] {
  const zone = definition.names?.zone.name ?? "";
  const whole = hostnames(definition);
  return whole.flatMap((name, i) => {
    const path = `names.hostnames[${i}]`;
    if (!isInZone(name, zone)) return [{ path, message: `must be a name of the zone, ${zone}`, value: name }];
    return whole.indexOf(name) === i ? [] : [{ path, message: "must not be there twice", value: name }];
  });
}
