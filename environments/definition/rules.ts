import { Problem } from "../../kernel";
import { overlap, parseBlock } from "../../modules/network/cidr";
import { checkData } from "./data-rules";
import { checkNames } from "./hostnames";
import { EnvironmentDefinition } from "./schema";
import { checkSignIn } from "./sign-in";

/** An environment of another name. */
export interface OtherEnvironment {
  readonly name: string;
  readonly definition: EnvironmentDefinition;
}

/**
 * The rules that span modules or environments. They look at parts of the right shape only: what has the wrong shape is
 * reported by the schema, in the same list.
 */
export function crossCheck(
  name: string,
  definition: EnvironmentDefinition,
  others: readonly OtherEnvironment[],
): Problem[] {
  return [
    ...checkData(name, definition, others),
    ...checkNames(definition),
    ...zonesOutside(definition),
    ...certificatesElsewhere(definition),
    ...overlaps(definition, others),
    ...checkSignIn(definition),
    ...samePriorities(definition),
    ...takenNames(definition),
    ...balancersWithoutSubnets(definition),
  ];
}

function zonesOutside({ region, network }: EnvironmentDefinition): Problem[] {
  return strings(network?.zones).flatMap((zone, i) =>
    zone.slice(0, -1) === region
      ? []
      : [{ path: `network.zones[${i}]`, message: `must be a zone of region, ${region}`, value: zone }],
  );
}

/** A listener takes certificates of its own region only; AWS says so long after the network has been built. */
function certificatesElsewhere({ region, loadBalancer }: EnvironmentDefinition): Problem[] {
  const certificates: [string, unknown][] = [
    ["loadBalancer.certificateArn", loadBalancer?.certificateArn],
    ...Object.entries(loadBalancer?.certificates ?? {}).map(([name, arn]): [string, unknown] => [
      `loadBalancer.certificates["${name}"]`,
      arn,
    ]),
  ];
  return certificates.flatMap(([path, arn]) => {
    const home = typeof arn === "string" && /^arn:[^:]+:acm:([^:]+):/.exec(arn)?.[1];
    if (!home || home === region) return [];
    return [
      { path, message: `must be a certificate of ${region}, the environment's region; request it there`, value: arn },
    ];
  });
}

/** Networks that overlap can never be peered, which a migration between environments needs. */
function overlaps({ network }: EnvironmentDefinition, others: readonly OtherEnvironment[]): Problem[] {
  const own = parse(network?.cidr);
  return others.flatMap(({ name, definition }) => {
    const cidr = definition.network?.cidr;
    const block = parse(cidr);
    if (!own || !block || !overlap(own, block)) return [];
    const message = `must not overlap the network of environment ${name}, ${cidr}; choose a block of its own`;
    return [{ path: "network.cidr", message, value: network.cidr }];
  });
}

/** A load balancer tries its rules in the order of their priorities, of which there is one each. */
function samePriorities({ services }: EnvironmentDefinition): Problem[] {
  const owners = new Map<number, string>();
  return Object.entries(services ?? {}).flatMap(([name, service]) => {
    const priority = service?.routing?.priority;
    if (priority === undefined) return [];
    const owner = owners.get(priority);
    owners.set(priority, owner ?? name);
    if (owner === undefined) return [];
    const message = `must differ from that of service ${owner}; a rule's priority is its own`;
    return [{ path: `services["${name}"].routing.priority`, message, value: priority }];
  });
}

/** Services stand in the stack beside its own parts and its provider; Terraform spells names with underscores. */
const TAKEN = [
  "aws",
  "certificate",
  "firewall",
  "network",
  "load-balancer",
  "cluster",
  "database",
  "cache",
  "secrets",
  "registry",
];

const takenNames = ({ services }: EnvironmentDefinition): Problem[] =>
  Object.keys(services ?? {})
    .filter((name) => TAKEN.includes(name) || name.startsWith("storage-"))
    .map((name) => ({
      path: `services["${name}"]`,
      message: `must have another name: the stack has a part of that name (it has ${TAKEN.join(", ")} and storage-…)`,
    }));

/** The load balancer's subnets follow from the network; AWS refuses it only when all of the network has been built. */
function balancersWithoutSubnets({ network, loadBalancer }: EnvironmentDefinition): Problem[] {
  if (!network || !loadBalancer || loadBalancer.internal === true) return [];
  const planned = network.publicTier === false ? [] : strings(network.zones);
  const zones = network.subnets ? Object.keys(network.subnets.public ?? {}) : planned;
  if (zones.length >= 2) return [];
  const message = `must be true: the network has public subnets in ${zones.length} zones, and a load balancer that faces the internet needs 2; or add public subnets`;
  return [{ path: "loadBalancer.internal", message, value: loadBalancer.internal ?? false }];
}

const parse = (cidr: unknown) => (typeof cidr === "string" ? parseBlock(cidr) : null);
const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : [];
